"""Which two stand together, told as features: one pair for any two people or bodies in the places of a frame, or a thing lower.

Of "X sent a letter to Y" the Y stands below the letter, of "calls from X's phone to that of Y" both stand below a phone: a
place is told by the way down to whoever stands in it. As elsewhere in this room no feature tells who somebody is.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rashomon.model import parts
from rashomon.model.clause import Frame
from rashomon.model.tree import asked_once
from rashomon.stages.claims.contacts.circumstances import dates_of
from rashomon.stages.claims.pointer.classes import broad_classes_of, classes_of, common_word
from rashomon.stages.claims.pointer.clues import Clue, Clues, Word, Words, all_named, begins, behind, names_of
from rashomon.stages.claims.pointer.features import (
    Filled,
    acting,
    frames_of,
    has_names,
    of_frame,
    of_somebody,
    roles,
    thing_at,
    who_names,
    word_of,
)
from rashomon.stages.claims.view import SentenceView
from rashomon.stages.claims.wordlists import word_list

_DEEP, _CROWD = 2, 24
"""How many things lie between a frame and somebody at most; of more people below one frame no two are told to have met."""
_ASIDE = frozenset(
    {
        *("about", "over", "for", "concerning", "regarding", "against", "as", "like", "than", "without"),
        *("before", "after", "since", "during", "in", "at", "on", "near", "outside", "inside"),
    }
)
"""Behind these stands whom it is about, or when and where it was, not with whom."""
_LATER = frozenset({"about", "over", "before", "after", "since", "against", "as", "like", "than", "without"})
_SAID = {"often": frozenset({"time", "twice", "once", "again"}), "first": frozenset({"i", "we"})}
_QUOTES = ('"', "“")
_NOT_THEIRS = frozenset({"clause", "inf", "named"})
_FAR = (3, 7, 14)
"""From how many words between the two on they stand farther apart."""


class Stand(NamedTuple):
    """Somebody at token `who` below a frame: the way down by the roles, and the frames of the things on that way."""

    way: str
    who: int
    through: tuple[Frame, ...] = ()


class Pair(NamedTuple):
    """Two who stand below a frame, and what is there to be weighed."""

    frame: Frame
    first: Stand
    second: Stand
    told: tuple[Clues, ...]

    @property
    def features(self) -> tuple[str, ...]:
        """All that is there to be weighed, by name."""
        return all_named(self.told, "")

    @property
    def two(self) -> frozenset[int]:
        """The tokens of the two."""
        return frozenset((self.first.who, self.second.who))

    @property
    def ways(self) -> str:
        """In which places the two stand."""
        return f"{self.first.way}+{self.second.way}"

    @property
    def told_by(self) -> tuple[int, ...]:
        """The words that tell what the two have to do with each other: that of the frame, and those on the ways down."""
        return tuple(dict.fromkeys((self.frame.at, *(f.at for s in (self.first, self.second) for f in s.through))))


def pairs(sentence: SentenceView) -> Iterator[Pair]:
    """Every two in the places of every frame of a sentence, in the order of the frames."""
    around: Clues | None = None
    for frame, filled in frames_of(sentence):
        twos = _twos(sentence, frame, filled) if filled and not sentence.tokens[frame.at].is_a(parts.NAME) else []
        told = _of_frame(sentence, frame) if twos else Clues()
        for first, second in twos:
            around = around or Clues(tuple(dict.fromkeys(_told(sentence))))
            own = (*_of_two(sentence, frame, first, second), *_of_sides(sentence, first, second))
            yield Pair(frame, first, second, (told, Clues(tuple(dict.fromkeys(own))), around))


def _twos(sentence: SentenceView, frame: Frame, filled: Filled) -> list[tuple[Stand, Stand]]:
    """Any two below a frame; who stand below one and the same thing are two of its own frame. Of a crowd no two are told of."""
    stands = _stands(sentence, frame, filled)
    found = itertools.combinations(stands, 2) if len(stands) <= _CROWD else ()
    return [(a, b) for a, b in found if not a.through or a.through[:1] != b.through[:1]]


def _of_frame(sentence: SentenceView, frame: Frame) -> Clues:
    """What is told of a frame by itself; what holds it says little of the two in it."""
    told = of_frame(sentence, frame)
    return Clues(tuple([c for c in (*told.alone, *told.placed) if not begins(c, "up=")]))


def _told(sentence: SentenceView) -> tuple[str, ...]:
    """What the sentence and the one before speak of: a channel, how often, a time of day; whether somebody is quoted."""
    said = frozenset(sentence.lemmas)
    found = [f"told:{name}" for name, listed in _SAID.items() if not said.isdisjoint(listed)]
    found += ["told:channel"] if not said.isdisjoint(_channels()) else []
    found += ["told:quoted"] if any(w in sentence.words for w in _QUOTES) else []
    found += [f"told:{t.type}" for t in sentence.times]
    before = sentence.before
    earlier = before is not None and not _channels().isdisjoint(before.lemmas)
    return (*found, f"before:{int(earlier)}")


def _stands(sentence: SentenceView, frame: Frame, filled: Filled) -> list[Stand]:
    """Everybody below a frame, each in the highest of his places."""
    found: dict[int, Stand] = {}
    for one in sorted(_below(sentence, filled, _DEEP, frozenset({frame.at})), key=lambda s: len(s.through)):
        found.setdefault(one.who, one)
    return list(found.values())


def _below(sentence: SentenceView, filled: Filled, deep: int, seen: frozenset[int]) -> Iterator[Stand]:
    top = deep == _DEEP
    for role, n in filled:
        if n in seen or role in _NOT_THEIRS:
            continue
        channel = sentence.lemmas[n].lower() in _channels()
        if n in acting(sentence) and not channel:
            if role not in _ASIDE:
                yield Stand(role, n)
        elif deep and (top or role not in _LATER) and (held := _thing(sentence, n)) is not None:
            for one in _below(sentence, thing_at(sentence, n), deep - 1, seen | {n}):
                yield Stand(f"{role}>{one.way}", one.who, (held, *one.through))


def _thing(sentence: SentenceView, at: int) -> Frame | None:
    return sentence.state(at) if sentence.tokens[at].is_a(parts.COMMON_NOUN) else None


def _channels() -> frozenset[str]:
    """The means of a contact, which stand where somebody may: "by WhatsApp"."""
    return word_list("contacts", "channels.tsv")


def _of_two(sentence: SentenceView, frame: Frame, first: Stand, second: Stand) -> Iterator[Clue]:
    """What is told of the frame by the places of the two, of the things on the ways, of what else stands there."""
    voiced = "p" if frame.passive else "a"
    both = f"both={first.way}+{second.way}{voiced}"
    lemma = word_of(sentence, frame)
    yield from (f"1:{first.way}{voiced}", f"2:{second.way}{voiced}", both, f"{both}|word={lemma}")
    word: tuple[Word, ...] = ((lemma, frame.kind),)
    yield Words(f"{both}|class=", word, classes_of)
    yield Words(f"1:{first.way}|class=", word, broad_classes_of)
    yield Words(f"2:{second.way}|class=", word, broad_classes_of)
    through = (*first.through, *second.through)
    if things := tuple(dict.fromkeys((word_of(sentence, held), held.kind) for held in through)):
        yield Words("thing=", things, _thing_names)
        yield Words(f"{both}|thing=", things, broad_classes_of)
    whole = {first.who, second.who}
    yield from _beside(sentence, dict.fromkeys((frame, *through)), whole)
    yield from (f"when:{t.type}" for t in dates_of(sentence, *(f.at for f in (frame, *through))))
    between = abs(first.who - second.who)
    yield f"far:{sum(between > n for n in _FAR)}"


def _thing_names(lemma: str, kind: str | None) -> list[str]:
    return [f"word:{lemma}", *classes_of(lemma, kind)]


def _beside(sentence: SentenceView, frames: Iterable[Frame], whole: set[int]) -> Iterator[Clue]:
    """What stands in the other places: the channel, the place, what is said."""
    common: dict[str, dict[Word, None]] = {}
    for frame in frames:
        for role, n in roles(frame):
            if n in whole or role in ("own", "subject"):
                continue
            if sentence.tokens[n].is_a(parts.NAME):
                yield f"has:{role}=somebody"
            else:
                common.setdefault(f"has:{role}=", {})[sentence.lemmas[n], None] = None
        for n in sentence.children[frame.at]:
            token = sentence.tokens[n]
            if token.is_a(parts.ADVERB | parts.BEFORE_NOUN | parts.ADJECTIVE) and not token.is_a(parts.NAME):
                yield f"has:by={common_word(sentence.lemmas[n])}"
    yield from (Words(before, tuple(told), has_names) for before, told in common.items())


def _of_sides(sentence: SentenceView, first: Stand, second: Stand) -> Iterator[Clue]:
    """Of what sort the two are, each in its place, and both together."""
    sides = (_described(sentence, first.who, "1:"), _described(sentence, second.who, "2:"))
    yield from itertools.chain(*sides)
    for one, two in list(zip(*map(_sorts, sides), strict=True))[:2]:
        yield f"two:who:{one}+who:{two}"


def _sorts(told: Iterable[Clue]) -> list[str]:
    """In which form somebody is told of, and of which sort."""
    return [n for c in told if isinstance(c, Words) and c.sort is who_names for n in names_of(c)]


@asked_once
def _described(sentence: SentenceView, at: int, side: str) -> tuple[Clue, ...]:
    told = of_somebody(sentence, at)
    return tuple([behind(side, clue) for clue in (*told.placed, *told.alone)])
