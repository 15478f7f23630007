"""Names in languages that no parser reads: listed words are no part of them, and forms of one name are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from rashomon.lexicon.languages import Language, Word, fold_form
from rashomon.model.annotation import EntityType
from rashomon.stages.annotate.who.chunks import Chunk
from rashomon.stages.annotate.who.lexicon import given
from rashomon.stages.annotate.who.names import Key
from rashomon.stages.annotate.who.page import Line
from rashomon.text.fold import fold

_NO_NAMES = ("title", "preposition", "deed", "count", "say", "according", "reported", "deny", "that", "bound", "negation",
             "weekday", "relative", "cut", "doubt", "among", "total")  # fmt: skip
_WHOLE = ("article", "filler", "and", "month")
"""What is no name alone, and may be part of one: "El Faro", "Eylül Demir"."""
_STEM = 3


def without_listed(chunks: Sequence[Chunk], lines: Sequence[Line], language: Language) -> list[Chunk]:
    """The candidates cut at listed words; what follows a listed title is a person, to the last word of his name."""
    kinds = {n: _kinds(line, language) for n, line in enumerate(lines) if any(c.line == n for c in chunks)}
    found: list[Chunk] = []
    for chunk in chunks:
        for one in _cut(chunk, lines[chunk.line], kinds[chunk.line]):
            last = found[-1] if found else None
            if last and last.line == one.line and last.last == one.first and last.titles[0] < last.titles[1]:
                found[-1] = replace(last, last=one.last, key=(*last.key, *one.key))
            else:
                found.append(one)
    return found


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
        named = any(line.capital[n] and not _is_no_name(kinds[n], *_WHOLE) for n in range(first, after))
        if not named and (stops or all(_is_no_name(kinds[n], *_WHOLE) for n in range(first, after))):
            continue
        if before >= 0 and "title" in kinds[before]:
            yield replace(
                chunk, label="PERSON", first=first, last=after, titles=(before, first), key=line.words[first:after]
            )
        elif stops:
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


def with_titled(lines: Sequence[Line], language: Language) -> tuple[Line, ...]:
    """In a script without capitals two words behind a title are a name, where they stand twice or behind a word of saying."""
    if any(t.text[0].lower() != t.text[0].upper() for line in lines for t in line.tokens):
        return tuple(lines)
    pairs = Counter(pair for line in lines for pair in pairwise(line.words))
    titled = [found for line in lines for found in _titled(line, _kinds(line, language))]
    names = {name for name, speaks in titled if speaks or pairs[name] > 1}
    return tuple(replace(line, capital=_raised(line, names)) for line in lines)


def _titled(line: Line, kinds: Sequence[set[str]]) -> Iterator[tuple[tuple[str, str], bool]]:
    for n in range(len(kinds) - 2):
        two = line.tokens[n + 1 : n + 3]
        if "title" in kinds[n] and all(t.text.isalpha() for t in two) and not kinds[n + 1] and not kinds[n + 2]:
            speaks = n > 0 and _is_no_name(kinds[n - 1], "say", "according", "deny")
            yield (line.words[n + 1], line.words[n + 2]), speaks


def _raised(line: Line, names: Collection[tuple[str, str]]) -> tuple[bool, ...]:
    raised = {n + k for n in range(len(line.words) - 1) if line.words[n : n + 2] in names for k in (0, 1)}
    return tuple(n in raised for n in range(len(line.words)))
