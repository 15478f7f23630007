"""Names that the reading missed: capitals that no list of words, places or bodies explains, where no known name stands.

A masked text must not show a name because a parser took it for a firm; so this looks with lists, not with the parser, and
what it cannot explain it takes for a name. `towns.py` says which words the texts themselves show to be a place's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from rashomon.present.masking.lists import (
    family_words,
    given_names,
    is_english,
    is_listed,
    known_bodies,
    never_names,
    no_names,
    not_aged,
    not_people,
    ordinary_words,
    particles,
    place_heads,
    surnames,
)
from rashomon.present.masking.standing import role_standing
from rashomon.present.masking.tokens import Word, name_words, words
from rashomon.text.fold import fold
from rashomon.text.places import lookup

Kind = Literal["low", "plain", "name", "maybe", "place", "initial"]
LONGEST = 6
ACRONYM = 5
"""Letters up to which a word in capitals, among others that are not, is a body's short name."""
Name = tuple[str, ...]
PLACE = 4
"""Words of a place's name that are looked up together."""
MANY = 500_000
"""People of a town from which on its name alone is the town's, whoever else bears it."""
_BYLINES = ("by", "by:", "author:", "reported by", "reporting by", "editing by")
_INDEXED = re.compile(r",? ([^\W\d_]{2,})")
"""What follows a surname in capitals: a given name."""

_AGED = re.compile(
    r"(?<![\w'’-])((?!The |A )[A-Z][\w'’-]+ (?:[A-Z]\.? |[A-Z][\w'’-]+ )?[A-Z][\w'’-]+(?: Jr\.?| Sr\.?| I{1,3})?)(?:, (?:[1-9]\d|\d)(?=[,;.]| of )| \([1-9]\d\))"
)
"""A name with an age behind it: what reports give of victims and suspects."""


def find_strays(
    text: str, taken: Iterable[tuple[int, int]], towns: Collection[Name] = (), *, english: bool = True
) -> Iterator[Name]:
    """Names, as folded words, that stand in a text outside the ranges already taken and behind no office of a state.

    In a text that is not English only what stands in the lists of names is one.
    """
    scene = Scene(text, taken, english=english)
    yield from (scene.name(at, length) for at, length in scene.names(towns) if not scene.is_official(at))
    yield from _joined(text)


def find_officials(text: str, taken: Iterable[tuple[int, int]], towns: Collection[Name] = ()) -> Iterator[Name]:
    """The names in a text that the reading missed and that an office of a state stands before ("Minister X Y")."""
    scene = Scene(text, taken)
    yield from (scene.name(at, length) for at, length in scene.names(towns) if length > 1 and scene.is_official(at))


class Scene:
    """A text as words, each with its kind, and what of it is taken."""

    def __init__(self, text: str, taken: Iterable[tuple[int, int]] = (), *, english: bool = True) -> None:
        self.text, self.words, self.english = text, words(text), english
        self._taken = bytearray(len(text) + 1)
        for start, end in taken:
            self._taken[start:end] = b"\1" * (end - start)
        self._loud = _loud_lines(text)
        self.kinds = [self._kind(w) for w in self.words]

    def _kind(self, word: Word) -> Kind:
        written = self.text[word.start : word.end]
        tagged = self.text[word.start - 1 : word.start] in ("#", "@")
        if tagged or not written[0].isupper() or not word.folded.isalpha() or self._taken[word.start]:
            return "low"
        if len(word.folded) == 1:
            return "initial" if self.text[word.end : word.end + 1] == "." else "plain"
        short = written.isupper() and len(written) <= ACRONYM and not self._is_loud(word)
        if short and not is_listed(word.folded) and not self._is_indexed(word):
            return "plain"
        return _word_kind(word.folded) if self.english or is_listed(word.folded) else "plain"

    def _is_indexed(self, word: Word) -> bool:
        """Whether a given name follows, as in a register: "LANG, Ottmar"."""
        found = _INDEXED.match(self.text, word.end)
        given = found.group(1) if found else ""
        return given[:1].isupper() and given[1:].islower() and _word_kind(fold(given)) == "name"

    def _is_loud(self, word: Word) -> bool:
        """Whether the word stands in a line of capitals."""
        return self._loud[word.start] == 1

    def names(self, towns: Collection[Name]) -> Iterator[tuple[int, int]]:
        """Where names begin, and their numbers of words."""
        at = 0
        while at < len(self.words):
            passed = self._signed(at) or self._placed(at)
            length = 0 if passed else self.length(at, towns)
            if length:
                yield at, length
            at += max(1, length, passed)

    def _signed(self, at: int) -> int:
        """How many words from here on are a byline's name: who signs a report is named."""
        first = self.words[at]
        line = self.text[max(0, first.start - 40) : first.start].rpartition("\n")[2]
        return self.run(at) if line.strip().lower() in _BYLINES else 0

    def _placed(self, at: int) -> int:
        """How many words from here on are one place of the gazetteer with a name of several words ("San Marino")."""
        if self.kinds[at] == "low" or self.words[at].folded in given_names():
            return 0
        for length in range(PLACE, 1, -1):
            last = at + length - 1
            beside = last < len(self.words) and all(self._hangs(n) for n in range(at + 1, last + 1))
            if beside and lookup(self.text[self.words[at].start : self.words[last].end]):
                return length
        return 0

    def name(self, at: int, length: int) -> Name:
        """The folded words of a name, without initials."""
        return tuple(w.folded for w in self.words[at : at + length] if len(w.folded) > 1)

    def is_official(self, at: int) -> bool:
        """Whether an office of a state stands straight before a word."""
        first = at
        while first and at - first < 3 and self._hangs(first) and self.text[self.words[first - 1].start].isupper():
            first -= 1
        return role_standing(" ".join(w.folded for w in self.words[first:at])) == "firm"

    def length(self, at: int, towns: Collection[Name]) -> int:
        """How many words from here on are a person's name; 0 where none begins."""
        first = self.words[at]
        if self.kinds[at] == "low":
            return 0
        if aged := self._aged(first):
            return aged
        if self.kinds[at] == "plain":
            return 1 + self.run(at + 1) if self._is_odd_given(at) else int(self._is_family(at))
        length = self.run(at)
        return length if self._is_name(at, length, towns) else 0

    def _aged(self, first: Word) -> int:
        """The words of a name with an age behind it."""
        found = _AGED.match(self.text, first.start)
        if not found or first.folded in no_names() or self._taken[first.start]:
            return 0
        name = name_words(found.group(1))
        return 0 if not_aged().intersection(name) else len(name)

    def _is_odd_given(self, at: int) -> bool:
        """Whether a word of English with a capital inside a sentence stands before a name and has no other use there."""
        word, after = self.words[at], at + 1
        if not at or after == len(self.words) or self.kinds[after] != "name" or not self._hangs(after):
            return False
        before = self.text[self.words[at - 1].end : word.start]
        inside = before in (" ", ", ") and self.text[self.words[at - 1].start].islower()
        return inside and word.folded not in never_names() and not self._is_loud(word)

    def _is_family(self, at: int) -> bool:
        """A word of English before "family": a name all the same, unless it is a nation's, a place's, a small word."""
        word, before = self.words[at].folded, self.words[at - 1].folded if at else ""
        named = is_listed(word) or word in ordinary_words() or before in ("the", "of")
        return named and self._before_family(at) and word not in never_names()

    def _before_family(self, at: int) -> bool:
        after = self.words[at + 1] if at + 1 < len(self.words) else None
        if after is None or after.folded not in family_words() or self.text[after.start].isupper():
            return False
        return self.text[self.words[at].end : after.start] == " "

    def run(self, at: int) -> int:
        """Words from here on that hang together as one name."""
        length = 1
        while length < LONGEST and at + length < len(self.words):
            step = self._step(at + length)
            if not step:
                break
            length += step
        return length

    def _step(self, at: int) -> int:
        """How many words further the name goes on at a word: 1, more over particles or a nickname, 0 where it ends."""
        if not self._hangs(at) or self._taken[self.words[at].start]:
            return 0
        if self._is_nickname(at):
            return 2
        if self.kinds[at] in ("name", "maybe", "place", "initial"):
            return 1
        end = at
        while end < len(self.words) and end - at < 3 and self.words[end].folded in particles() and self._hangs(end):
            end += 1
        named = (
            end > at and end < len(self.words) and self._hangs(end) and self.kinds[end] in ("name", "maybe", "place")
        )
        return end - at + 1 if named else 0

    def _hangs(self, at: int) -> bool:
        """Whether a word stands beside the one before it, or behind a nickname or an initial."""
        before, word = self.words[at - 1], self.words[at]
        between = self.text[before.end : word.start]
        if between[1:] and at + 1 < len(self.words) and self._is_nickname(at):
            return True
        return between in (" ", "-", "\u00a0", "'", "’") or (between == ". " and before.end - before.start == 1)

    def _is_nickname(self, at: int) -> bool:
        """Whether a word stands in quotation marks or brackets between two names: it goes with them."""
        before, word = self.words[at - 1], self.words[at]
        if at + 1 == len(self.words) or self.kinds[at + 1] != "name":
            return False
        left, right = self.text[before.end : word.start], self.text[word.end : self.words[at + 1].start]
        return len(left) == len(right) == 2 and left[0] == right[1] == " " and not left[1].isalnum()

    def _is_name(self, at: int, length: int, towns: Collection[Name]) -> bool:
        kinds, name = self.kinds[at : at + length], tuple(w.folded for w in self.words[at : at + length])
        if name in known_bodies() or self.is_headed(at + length) or self._is_town(at, length, towns):
            return False
        if "name" in kinds:
            return True
        full = length > 1 and name[0] in given_names() and name[-1] in surnames() and "place" not in kinds[1:]
        return full or (self._before_family(at + length - 1) and kinds[-1] == "maybe")

    def is_headed(self, after: int) -> bool:
        """Whether a noun of bodies or places follows with a capital: "Karsova Bridge"."""
        if after >= len(self.words) or self.text[self.words[after - 1].end : self.words[after].start] != " ":
            return False
        word = self.words[after]
        return self.text[word.start].isupper() and word.folded in place_heads() and not self._is_loud(word)

    def _is_town(self, at: int, length: int, towns: Collection[Name]) -> bool:
        name = tuple(w.folded for w in self.words[at : at + length])
        given = length > 1 and name[0] in given_names()
        if name in towns:
            return not (given and self.is_owner(at + length - 1))
        known = lookup(self.text[self.words[at].start : self.words[at + length - 1].end])
        least = MANY if name[0] not in given_names() else 10 * MANY
        large = any(p.kind in ("country", "world") or p.population >= least for p in known)
        return bool(known) and not given and (large or not (length == 1 and is_listed(name[0])))

    def is_owner(self, at: int) -> bool:
        """Whether a possessive stands behind a word."""
        return self.text[self.words[at].end : self.words[at].end + 2] in ("'s", "’s")


@lru_cache(maxsize=65536)
def _word_kind(folded: str) -> Kind:
    """What a capitalised word is by the lists alone."""
    if folded in not_aged():
        return "plain"
    both = folded in ordinary_words() or folded in not_people()
    if both and is_listed(folded) and folded not in no_names() | place_heads():
        return "maybe"
    if is_english(folded) or (folded,) in known_bodies():
        return "plain"
    return "place" if lookup(folded) and not is_listed(folded) else "name"


def _loud_lines(text: str) -> bytearray:
    """1 for every character of a line that has more capitals than small letters."""
    found = bytearray()
    for line in text.splitlines(keepends=True):
        loud = sum(c.isupper() for c in line) > sum(c.islower() for c in line)
        found += bytes([loud]) * len(line)
    return found


_TAG = re.compile(r"(?<!\S)[(\"“'‘]*[#@](\w+)")
_FILE = re.compile(
    r"(?<![\w./-])([\w-]+)\.(?:pdf|docx?|txt|odt|rtf|jpe?g|png|gif|mp[34]|mov|avi|xlsx?|csv|zip|eml)\b", re.I
)


def _joined(text: str) -> Iterator[Name]:
    """Names inside hashtags, handles and names of files: the words of "#FreeAnnVost" that no list explains."""
    for found in (*_TAG.finditer(text), *_FILE.finditer(text)):
        parts = [part for run in found.group(1).split("-") for part in split_camel(run)]
        kinds = [_word_kind(part) if len(part) > 1 else "low" for part in parts]
        beside = {n + step for n, kind in enumerate(kinds) if kind == "name" for step in (-1, 0, 1)}
        if beside:
            yield tuple(p for n, p in enumerate(parts) if n in beside and kinds[n] in ("name", "maybe"))


def split_camel(run: str) -> list[str]:
    """The folded words of a run of letters that is written with capitals inside or with low lines."""
    cuts = [0, *(n for n, (a, b) in enumerate(pairwise(run), 1) if (a.islower() and b.isupper()) or b == "_"), len(run)]
    return [w for start, end in pairwise(cuts) for w in name_words(run[start:end].strip("_"))]
