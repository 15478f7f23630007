"""Names in a script without capitals: by known given names, by titles, and by what may close a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise

from rashomon.lexicon.languages import Language, Word, fold_form
from rashomon.stages.annotate.who.names import Key
from rashomon.stages.annotate.who.page import Line

_SIGNS = re.compile("[\u064b-\u0652\u0670\u0640]")
_ALEFS = str.maketrans("أإآٱ", "اااا")
_ARTICLE, _SERVANT = "ال", "عبد"
_JOINS = frozenset({"بن", "ابن", "بنت", "ابو", "ام", "ال", "عبد", "ابي", "اولاد"})
_LONG = re.compile("[اويى]")
_NO_NAME = ("title", "preposition", "deed", "count", "count2", "say", "according", "reported", "deny", "that", "bound",
            "negation", "weekday", "relative", "cut", "doubt", "among", "total", "month", "number", "scale", "victim",
            "official", "unit", "event", "body", "paper", "reach", "exceed", "no_name", "call", "share", "span")  # fmt: skip
_SPEAKS = ("say", "according", "deny")
_CLOSES = ("that", "preposition", "cut", "weekday", "relative", "deed", "say", "no_name", "negation", "among")
_FAR, _LONGEST = 4, 5
"""Words between a title and the name it is of; parts of a name."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A line by its words without vowel signs, and what is listed of each."""

    line: Line
    plain: tuple[str, ...]
    kinds: tuple[frozenset[str], ...]

    def is_word(self, at: int) -> bool:
        """Whether a word is on no list, and so may be part of a name."""
        return at < len(self.plain) and self.plain[at].isalpha() and self.kinds[at].isdisjoint(_NO_NAME)

    def is_given(self, at: int) -> bool:
        """Whether a word is a known given name."""
        return at < len(self.plain) and self.plain[at] in _given()

    def closes(self, at: int) -> bool:
        """Whether a name may end before a word: a mark, a word on a list, the end."""
        return at >= len(self.plain) or not self.plain[at].isalpha() or not self.kinds[at].isdisjoint(_CLOSES)


@cache
def _given() -> dict[str, bool]:
    """Given name -> whether it is a common word too."""
    text = files("rashomon").joinpath("data/who/given_ar.txt").read_text(encoding="utf-8")
    words = (w for line in text.splitlines() if line[:1] != "#" for w in line.split())
    return {_plain(w.rstrip("*")): w.endswith("*") for w in words}


def given_in_script() -> frozenset[str]:
    """The known given names, as they are compared."""
    return frozenset(_given())


def _plain(word: str) -> str:
    return _SIGNS.sub("", word).translate(_ALEFS)


def find_uncased(lines: Sequence[Line], language: Language) -> tuple[tuple[Line, ...], frozenset[Key]]:
    """The lines with their names marked as capitals would, and those names; as they were in a script that has capitals."""
    if any(t.text[0].lower() != t.text[0].upper() for line in lines for t in line.tokens):
        return tuple(lines), frozenset()
    told = [_told(line, language) for line in lines]
    pairs: Counter[tuple[str, ...]] = Counter(pair for line in lines for pair in pairwise(line.words))
    names = {one.line.words[a:b] for one in told for a, b in _names(one, pairs)}
    surnames = {name[-1:] for name in names if len(name[-1]) > 3}
    return tuple(_raised(one, names | surnames) for one in told), frozenset(names)


def _told(line: Line, language: Language) -> _Told:
    kinds: list[set[str]] = [set() for _ in line.tokens]
    for sign in language.signs([Word(t.start, t.end, fold_form(t.text)) for t in line.tokens]):
        for n in range(sign.first, sign.end):
            kinds[n].add(sign.kind)
    return _Told(line, tuple(_plain(t.text) for t in line.tokens), tuple(map(frozenset, kinds)))


def _names(told: _Told, pairs: Counter[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    end = 0
    for at in range(len(told.plain) - 1):
        if at >= end and (found := _name(told, at, pairs)):
            end = found
            yield at, end


def _name(told: _Told, at: int, pairs: Counter[tuple[str, ...]]) -> int | None:
    """Past the name that begins at a word, or None."""
    word = told.plain[at]
    titled = _titled(told, at)
    common = _given().get(word)
    if word.startswith(_ARTICLE) and common is None:
        return None
    if common is None and not (titled and told.is_word(at)):
        return None
    if common and not titled and told.kinds[at] & set(_NO_NAME):
        return None
    end = _extent(told, at)
    if end - at < 2:
        return None
    if _is_nisba(told, at + 1):
        return at + 2 if titled or common is not None else None
    apart = _set_apart(told, at) and told.closes(end) and _is_surname(told, end - 1)
    sure = titled or apart or common is False or pairs[told.line.words[at : at + 2]] > 1
    fits = told.closes(end) or (common is not None and _is_surname(told, end - 1))
    return end if sure and fits else None


def _is_nisba(told: _Told, at: int) -> bool:
    """A surname with article and ending ("القرطاسي"): behind a word without article it is no adjective."""
    word = told.plain[at] if at < len(told.plain) else ""
    return len(word) > 5 and word.startswith(_ARTICLE) and word.endswith("ي") and told.is_word(at)


def _set_apart(told: _Told, at: int) -> bool:
    """Whether a comma or "among them" stands before a word."""
    return at > 0 and (told.plain[at - 1] in ("،", ",", ":") or "among" in told.kinds[at - 1])


def _is_surname(told: _Told, at: int) -> bool:
    """Whether a word has the form of a surname: with the article, of a given name, or spelt as foreign words are."""
    word = told.plain[at]
    return word.startswith(_ARTICLE) or told.is_given(at) or len(_LONG.findall(word[1:])) > 1


def _extent(told: _Told, at: int) -> int:
    """Past the words of a name: given names and what joins them, then one surname."""
    end = at + 1
    while end < min(len(told.plain), at + _LONGEST):
        word, before = told.plain[end], told.plain[end - 1]
        joined = word in _JOINS or before in _JOINS
        if not (joined or told.is_given(end)) or not told.plain[end].isalpha():
            break
        end += 1
    last = told.plain[end - 1]
    open_ = end == at + 1 or (
        not last.startswith(_ARTICLE) and end < len(told.plain) and told.plain[end].startswith(_ARTICLE)
    )
    return end + 1 if open_ and told.is_word(end) and end - at < _LONGEST else end


def _titled(told: _Told, at: int) -> bool:
    """Whether a title stands before a word, or before the words of an office: "رئيسة البلدية", "المتحدث باسم الجماعة"."""
    for back in range(at - 1, max(-1, at - 1 - _FAR), -1):
        if "title" in told.kinds[back]:
            return True
        word = told.plain[back]
        office = word.startswith((_ARTICLE, "لل", "بال")) or told.kinds[back] & {"body", "official", "of_office"}
        if not office or not word.isalpha():
            return bool(told.kinds[back] & set(_SPEAKS)) and back == at - 1 and told.is_given(at)
    return False


def _raised(told: _Told, names: frozenset[Key] | set[Key]) -> Line:
    words, raised = told.line.words, set[int]()
    for size in range(1, _LONGEST + 2):
        for at in range(len(words) - size + 1):
            if words[at : at + size] in names and (size > 1 or told.is_word(at)):
                raised.update(range(at, at + size))
    return replace(told.line, capital=tuple(n in raised for n in range(len(words))))
