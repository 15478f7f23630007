"""Find in any text what is masked: names by their folded words, longest first, and what has a form of its own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from rashomon.present.masking.addresses import address_cuts
from rashomon.present.masking.lists import ordinary_words, place_heads
from rashomon.present.masking.patterns import Cut, find_patterns
from rashomon.present.masking.plan import SHARED, Plan
from rashomon.present.masking.strays import split_camel
from rashomon.present.masking.tokens import Word, bones, is_foreign, likeness, name_words, words
from rashomon.present.masking.towns import LOCATIVE
from rashomon.text.names.words import titles

LONGEST = 8
"""Words of a name that are compared."""
ALIKE = 5
"""Letters from which on another spelling of a name word is masked with it."""
GLUED = 5
"""Letters from which on a name word is masked inside a hashtag, a handle, an address."""
ENOUGH = 7
"""Figures by whose end two forms of one telephone number are told."""
_PLURALS = ("s", "es")
_ENDINGS = (
    "lar", "ler", "larin", "lerin", "in", "un", "nin", "nun", "ya", "ye", "yi", "yu", "da", "de", "ta", "te", "dan", "den",
    "tan", "ten", "la", "le", "yla", "yle", "gil", "giller",
)  # fmt: skip
"""Turkish endings, folded, as some write them onto a name without an apostrophe."""
_BROKEN = re.compile(r"(?<![^\W_])([^\W_]++)-[ \t]*\n[ \t]*([^\W_]+)")
_RUN = re.compile(r"\S+")
_JOINED = re.compile(r"[@#/\\_]|\w\.\w|^\S+-\S+-\S+$")

Span = tuple[int, int]


@dataclass
class Masker:
    """Masks texts by one plan, and `strings` (with their labels) wherever they stand.

    `numbers` are the labels of telephone numbers: each gets one, also when a masker goes on where another ended.
    """

    plan: Plan
    strings: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    _ends: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index the numbers by their ends."""
        for key in self.numbers:
            self._ends.setdefault(key[-ENOUGH:], []).append(key)

    def text(self, text: str) -> str:
        """A text with all that is masked replaced."""
        return replace_cuts(text, self.cuts(text))

    def cuts(
        self, text: str, extra: Sequence[Cut] = (), shown: Sequence[Span] = (), placed: Sequence[Span] = ()
    ) -> list[Cut]:
        """What is replaced in a text: (start, end, label), in order, none overlapping.

        `extra` are ranges known to be masked, `shown` those of people who keep their names, `placed` those that the
        reading takes for places.
        """
        withheld, whole = address_cuts(text, self._is_masked)
        found = [*extra, *withheld, *self._strings(text), *find_patterns(text, self.number)]
        found += self._names(text, set(shown), set(placed))
        return _apart(_outside(found, whole))

    def _is_masked(self, folded: str) -> bool:
        """Whether a word of an address is a masked name."""
        return bool(self._part(folded))

    def hushed(self, reason: str) -> str:
        """A sentence that compares names in lower case: shown only where none of them is masked."""
        hidden = any(w in self.plan.single for w in name_words(reason))
        return "Names that are masked were compared." if hidden else reason

    def number(self, digits: str) -> str:
        """The label of a telephone number: one for its national and its international form."""
        key = re.sub(r"\D", "", digits)
        alike = self._ends.setdefault(key[-ENOUGH:], []) if len(key) >= ENOUGH else []
        for known in alike:
            if known.endswith(key.lstrip("0")) or key.endswith(known.lstrip("0")):
                return self.numbers[known]
        alike.append(key)
        return self.numbers.setdefault(key, f"[phone {len(self.numbers) + 1}]")

    def _strings(self, text: str) -> Iterator[Cut]:
        for string, label in self.strings.items():
            at = text.find(string)
            while at >= 0:
                end = at + len(string)
                if not (text[at - 1 : at].isdigit() or text[end : end + 1].isdigit()):
                    yield at, end, label
                at = text.find(string, end)

    def _names(self, text: str, shown: set[Span], placed: set[Span]) -> Iterator[Cut]:
        """Longest first from left to right; a kept name shields the words inside it."""
        found = words(text)
        yield from self._broken(text)
        scene = _Scene(text, found, self._whole(found), shown, placed)
        at = 0
        while at < len(found):
            length, label = self._longest(scene, at)
            if label:
                yield found[at].start, found[at + length - 1].end, label
            at += length

    def _broken(self, text: str) -> Iterator[Cut]:
        """A name word that is broken over two lines."""
        for found in _BROKEN.finditer(text):
            word = "".join(name_words(found.group(1) + found.group(2)))
            if word in self.plan.single and word not in self.plan.common:
                yield found.start(), found.end(), self.plan.single[word]

    def _whole(self, found: list[Word]) -> set[str]:
        """The words of the masked names of several words that stand in a text."""
        plain = [w.folded for w in found]
        spans = (
            tuple(plain[at : at + n]) for at, w in enumerate(plain) if w in self._firsts for n in range(2, LONGEST)
        )
        return {w for span in spans if span in self.plan.masked for w in span}

    def _longest(self, scene: _Scene, at: int) -> tuple[int, str | None]:
        """How many words from here on are one name, and its label where it is masked."""
        found = scene.words
        if found[at].folded in self._firsts:
            for length in range(min(LONGEST, len(found) - at), 1, -1):
                name = tuple(w.folded for w in found[at : at + length])
                if name in self.plan.masked:
                    return length, self.plan.masked[name]
                if name in self.plan.kept:
                    return length, None
        return 1, self._single(scene, at)

    def _single(self, scene: _Scene, at: int) -> str | None:
        """The label of one word, or None where it stays."""
        word = scene.words[at]
        label = self.plan.single.get(word.folded)
        if scene.is_joined(word):
            return label or self._glued(word.folded) or self._parts(scene, word)
        if label is None:
            return self._family(scene, at) or self._alike(scene, word) or self._camel(scene, word)
        if scene.is_shown(word) or (word.folded in self.plan.places and scene.is_place(at)):
            return None
        if word.folded in self.plan.common or len(word.folded) < 3:
            return label if scene.is_name_like(at) else None
        return label

    def _family(self, scene: _Scene, at: int) -> str | None:
        """ "the Barlases", "the Tolgas": a family by its name; "Tolgalar", "Tolganın": a name with a Turkish ending."""
        word = scene.words[at]
        small = scene.text[word.start].islower()
        stems = (word.folded[: -len(e)] for e in (*_PLURALS, *(() if small else _ENDINGS)) if word.folded.endswith(e))
        known = any(len(s) > 3 and s in self.plan.single and s not in self.plan.common for s in stems)
        return SHARED if known and not scene.is_shown(word) else None

    def _alike(self, scene: _Scene, word: Word) -> str | None:
        """Another spelling of a masked word, in this script or another."""
        written = scene.text[word.start : word.end]
        if is_foreign(written):
            return self._bones.get(bones(word.folded))
        if len(word.folded) < ALIKE or not written[0].isupper() or word.folded in ordinary_words():
            return None
        return None if scene.is_shown(word) else self._sounds.get(likeness(word.folded))

    def _camel(self, scene: _Scene, word: Word) -> str | None:
        written = scene.text[word.start : word.end]
        inner = any(a.islower() and b.isupper() for a, b in pairwise(written))
        return self._glued(word.folded) if inner or word.folded in self._compounds else None

    def _parts(self, scene: _Scene, word: Word) -> str | None:
        """The label of a hashtag or a handle one of whose words is a masked name."""
        labels = (self._part(part) for part in split_camel(scene.text[word.start : word.end]))
        return next((label for label in labels if label), None)

    def _part(self, folded: str) -> str | None:
        """The label of one word of a hashtag, a handle or an address."""
        if folded in self.plan.common or len(folded) < 3:
            return None
        return self.plan.single.get(folded) or self._glued(folded)

    def _glued(self, folded: str) -> str | None:
        """The label of a run of letters that holds a masked name."""
        if folded in self._compounds:
            return self._compounds[folded]
        found = self._inside.search(folded) if self._inside else None
        return self.plan.single.get(found.group(), SHARED) if found else None

    @cached_property
    def _firsts(self) -> frozenset[str]:
        return frozenset(name[0] for name in (*self.plan.masked, *self.plan.kept))

    @cached_property
    def _compounds(self) -> dict[str, str]:
        """Names of several words as one run of letters, with their initials too."""
        whole = {"".join(name): label for name, label in self.plan.masked.items() if len("".join(name)) > GLUED}
        short = {n[0][0] + n[-1]: label for n, label in self.plan.masked.items() if len(n[-1]) >= GLUED}
        return {**short, **whole}

    @cached_property
    def _inside(self) -> re.Pattern[str] | None:
        long = [w for w in self.plan.single if len(w) >= GLUED and w not in self.plan.common | self.plan.places]
        return re.compile("|".join(map(re.escape, sorted(long, key=lambda w: (-len(w), w))))) if long else None

    @cached_property
    def _sounds(self) -> dict[str, str]:
        long = (w for w in self.plan.single if len(w) >= ALIKE and w not in self.plan.common | self.plan.places)
        return {likeness(w): self.plan.single[w] for w in long}

    @cached_property
    def _bones(self) -> dict[str, str]:
        return {key: label for w, label in self.plan.single.items() if len(key := bones(w)) > 2}


@dataclass
class _Scene:
    """One text and its words, and what is known of them."""

    text: str
    words: list[Word]
    whole: set[str]
    shown: set[Span]
    placed: set[Span]

    def is_shown(self, word: Word) -> bool:
        """Whether the word is a mention of somebody who keeps the name."""
        return any(s <= word.start and word.end <= e for s, e in self.shown)

    def is_joined(self, word: Word) -> bool:
        """Whether the word stands in a file name, an address, a hashtag, a handle: there names have no capitals."""
        return self._joined[word.start] == 1

    @cached_property
    def _joined(self) -> bytearray:
        """1 for every character of a run without blanks that is such a thing: looked at once, however many words it has."""
        found = bytearray(len(self.text))
        for run in _RUN.finditer(self.text):
            if _JOINED.search(run.group()):
                found[run.start() : run.end()] = b"\1" * (run.end() - run.start())
        return found

    def is_place(self, at: int) -> bool:
        """Whether the text shows that the word is the place of that name, not the person."""
        word = self.words[at]
        after = self.words[at + 1] if at + 1 < len(self.words) else None
        headed = after and after.folded in place_heads() and self.text[after.start].isupper()
        if headed or len(self.words) == 1 or (at and self.words[at - 1].folded in LOCATIVE):
            return True
        return (word.start, word.end) in self.placed and word.folded not in self.whole

    def is_name_like(self, at: int) -> bool:
        """Whether a word that is English too is a name here: a capital, not for a sentence's or headline's sake."""
        word = self.words[at]
        if not self.text[word.start].isupper():
            return False
        if at and self.words[at - 1].folded in titles()[0]:
            return True
        before, after = self.text[: word.start].rstrip(" \t\"“”'‘("), self.text[word.end : word.end + 3]
        if not before or before[-1] in ".!?:\n…—–•*":
            return after[:2] in ("'s", "’s") or (after[:1] == "," and after[2:3].isdigit())
        beside = [self.words[n] for n in (at - 1, at + 1) if 0 <= n < len(self.words)]
        return word.folded in self.whole or not all(self.text[w.start].isupper() for w in beside)


def _outside(found: Iterable[Cut], whole: Sequence[Span]) -> list[Cut]:
    """The cuts that touch none of some ranges, which come in order."""
    ends = [end for _, end in whole]
    touched = ((cut, bisect_right(ends, cut[0])) for cut in found)
    return [cut for cut, n in touched if n == len(whole) or cut[1] <= whole[n][0]]


def _apart(found: list[Cut]) -> list[Cut]:
    """The cuts in order, those that overlap as one."""
    found.sort(key=lambda c: (c[0], -c[1]))
    kept: list[Cut] = []
    for cut in found:
        if not kept or cut[0] >= kept[-1][1]:
            kept.append(cut)
        elif cut[1] > kept[-1][1]:
            kept[-1] = (kept[-1][0], cut[1], kept[-1][2])
    return kept


def replace_cuts(text: str, cuts: list[Cut]) -> str:
    """The text with each cut replaced by its label."""
    parts, at = [], 0
    for start, end, label in cuts:
        parts += [text[at:start], label]
        at = end
    return "".join([*parts, text[at:]])
