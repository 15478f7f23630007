"""Names in languages that no parser reads: listed words are no part of them, and forms of one name are one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from rashomon.lexicon.languages import Language, Sign, Word, fold_form
from rashomon.model.annotation import EntityType
from rashomon.stages.annotate.who.chunks import Chunk
from rashomon.stages.annotate.who.declined import is_given_form
from rashomon.stages.annotate.who.lexicon import given
from rashomon.stages.annotate.who.names import Key
from rashomon.stages.annotate.who.page import Line
from rashomon.text.fold import fold
from rashomon.text.places import lookup

_NO_NAMES = ("title", "preposition", "deed", "count", "say", "according", "reported", "deny", "that", "bound", "negation",
             "weekday", "relative", "cut", "doubt", "among", "total", "number", "no_name")  # fmt: skip
_WHOLE = ("article", "filler", "and", "month")
"""What is no name alone, and may be part of one: "El Faro", "Eylül Demir"."""
_STEM = 3


def without_listed(chunks: Sequence[Chunk], lines: Sequence[Line], language: Language) -> list[Chunk]:
    """The candidates cut at listed words; what follows a listed title is a person, to the last word of his name."""
    kinds = {n: _kinds(line, language) for n, line in enumerate(lines) if any(c.line == n for c in chunks)}
    found: list[Chunk] = []
    small = {w for line in lines for n, w in enumerate(line.words) if not line.capital[n]}
    chunks = [_without_opening(c, lines[c.line], language) for c in chunks]
    for chunk in [c for c in chunks if not _only_opens(c, lines[c.line], small, language)]:
        for one in _cut(chunk, lines[chunk.line], kinds[chunk.line]):
            last = found[-1] if found else None
            if last and last.line == one.line and last.last == one.first and last.titles[0] < last.titles[1]:
                found[-1] = replace(last, last=one.last, key=(*last.key, *one.key))
            else:
                found.append(one)
    return [one for c in found for one in _told_apart(c, lines[c.line], language)]


def told_types(chunks: Sequence[Chunk], lines: Sequence[Line], language: Language) -> dict[Key, EntityType]:
    """The candidates whose listed words say what they are: "Protección Civil" a body, "Puerto Alvares" a place."""
    found: dict[Key, EntityType] = {}
    for chunk in chunks:
        words = [Word(t.start, t.end, fold_form(t.text)) for t in lines[chunk.line].tokens[chunk.first : chunk.last]]
        signs = language.signs(words)
        if any(s.kind in ("official", "body") and s.end - s.first == len(words) for s in signs):
            found[chunk.key] = "organization"
        elif len(words) > 1 and any(s.kind == "place" and _stands(s, len(words)) for s in signs):
            found[chunk.key] = "place"
        elif _is_declined_name(chunk, lines[chunk.line], language):
            found[chunk.key] = "person"
    return found


def _is_declined_name(chunk: Chunk, line: Line, language: Language) -> bool:
    """A given name in whatever case and one or two words with capitals behind it: "Игоря Мещерякова"."""
    words = range(chunk.first, chunk.last)
    whole = len(words) in (2, 3) and all(line.capital[n] for n in words) and bool(language.values("nominative"))
    return whole and is_given_form(line.tokens[chunk.first].text, language)


def _stands(sign: Sign, size: int) -> bool:
    return sign.first == 0 if sign.value == "first" else sign.end == size


def _opening(line: Line) -> int:
    """The first word of a line that is no mark."""
    return next((n for n, t in enumerate(line.tokens) if t.text[0].isalpha()), 0)


def _only_opens(chunk: Chunk, line: Line, small: Collection[str], language: Language) -> bool:
    """Whether a single word has its capital from the sentence it opens: it is listed, or stands small elsewhere."""
    alone = chunk.last - chunk.first == 1 and chunk.first == _opening(line)
    if not alone or any(t.text[0] in "'’" for t in line.tokens[chunk.last : chunk.last + 1]):
        return False  # "Karsova'da": only a name has its ending set apart
    token, word = line.tokens[chunk.first], line.words[chunk.first]
    listed = bool(language.signs([Word(token.start, token.end, fold_form(token.text))]))
    return (listed or word in small) and word not in given() and not lookup(token.text)


def _without_opening(chunk: Chunk, line: Line, language: Language) -> Chunk:
    """ "Şoför İlker Barlas": a word that opens the sentence, before a given name, is none of the name."""
    first = chunk.first + 1
    opens = chunk.first == _opening(line) and chunk.last - first > 1
    known = [is_given_form(line.tokens[n].text, language) for n in (chunk.first, first)] if opens else []
    if known != [False, True]:
        return chunk
    return replace(chunk, label="PERSON", first=first, titles=(chunk.first, first), key=line.words[first : chunk.last])


def _told_apart(chunk: Chunk, line: Line, language: Language) -> Iterator[Chunk]:
    """ "Адвокат Ратмира Оздагова Селина Акимова": a client and his lawyer, where case endings tell whose she is."""
    if not language.listed.get("inflection") or chunk.last - chunk.first < 4:
        yield chunk
        return
    names = [n for n in range(chunk.first + 1, chunk.last - 1) if line.words[n] in given()]
    cut = next((n for n in names if n - chunk.first > 1 and line.words[n - 1] not in given()), chunk.last)
    for first, last in ((chunk.first, cut), (cut, chunk.last)):
        if first < last:
            titles = chunk.titles if first == chunk.first else (first, first)
            yield replace(chunk, label="PERSON", first=first, last=last, titles=titles, key=line.words[first:last])


def _kinds(line: Line, language: Language) -> list[set[str]]:
    words = [Word(t.start, t.end, fold_form(t.text)) for t in line.tokens]
    found: list[set[str]] = [set() for _ in words]
    for sign in language.signs(words):
        for n in range(sign.first, sign.end):
            found[n].add(sign.kind)
    return found


def _is_no_name(kinds: set[str], *wanted: str) -> bool:
    return not kinds.isdisjoint(wanted)


def _cut(chunk: Chunk, line: Line, kinds: Sequence[set[str]]) -> Iterator[Chunk]:
    """The stretches between listed words; where nothing is cut, the candidate as it was.

    A word for people is one only where it opens the sentence: "Autoridades", but "Carlos Fuentes".
    """
    opens = next((n for n, t in enumerate(line.tokens) if t.text[0].isalpha()), 0)
    stops = [
        n
        for n in range(chunk.first, chunk.last)
        if _is_no_name(kinds[n], *_NO_NAMES) or (n == opens and "people" in kinds[n])
    ]
    for before, after in zip([chunk.first - 1, *stops], [*stops, chunk.last], strict=True):
        first = before + 1
        if first < after and "article" in kinds[first] and after - first > 1:
            first += 1
        named = any(line.capital[n] and not _is_no_name(kinds[n], *_WHOLE) for n in range(first, after))
        if not named and (stops or all(_is_no_name(kinds[n], *_WHOLE) for n in range(first, after))):
            continue
        if before >= 0 and "title" in kinds[before]:
            yield replace(
                chunk, label="PERSON", first=first, last=after, titles=(before, first), key=line.words[first:after]
            )
        elif stops or first > before + 1:
            yield replace(chunk, first=first, last=after, titles=(first, first), key=line.words[first:after])
        else:
            yield chunk


def inflected(types: Mapping[Key, EntityType], language: Language) -> Iterator[tuple[Key, Key]]:
    """Full names of people that differ in their case endings alone, the barest form first."""
    ends = sorted({fold(e.strip()) for _, forms in language.listed.get("inflection", ()) for e in forms.split(",")})
    people = sorted(
        (k for k, kind in types.items() if kind == "person" and len(k) > 1), key=lambda k: (len("".join(k)), k)
    )
    stems = {key: tuple(_stem(word, ends) for word in key) for key in people} if ends else {}
    for bare, other in combinations(stems, 2):
        if stems[bare] == stems[other] and given().get(other[0]) != "f":
            yield bare, other


def _stem(word: str, ends: Sequence[str]) -> str:
    fits = (end for end in ends if end and word.endswith(end) and len(word) - len(end) >= _STEM)
    return word[: len(word) - max(map(len, fits), default=0)]
