"""Which two stand together, told as features: one pair for any two people or bodies in the places of a frame, or a thing lower.

Of "X sent a letter to Y" the Y stands below the letter, of "calls from X's phone to that of Y" both stand below a phone: a
place is told by the way down to whoever stands in it. As elsewhere in this room no feature tells who somebody is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from rashomon.model import parts
from rashomon.model.clause import Frame
from rashomon.model.tree import asked_once
from rashomon.stages.claims.contacts.circumstances import dates_of
from rashomon.stages.claims.pointer.classes import broad_classes_of, classes_of, common_word
from rashomon.stages.claims.pointer.features import (
    Places,
    may_act,
    of_frame,
    of_somebody,
    places_of,
    roles,
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
    features: tuple[str, ...]

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
    over, around = places_of(sentence), _told(sentence)
    for frame in (*sentence.verbs, *sentence.nouns):
        twos = [] if sentence.tokens[frame.at].is_a(parts.NAME) else _twos(sentence, frame)
        told = _of_frame(sentence, frame, over) if twos else []
        for first, second in twos:
            own = _of_two(sentence, frame, first, second)
            sides = _of_sides(sentence, first, second)
            yield Pair(frame, first, second, tuple(dict.fromkeys((*told, *own, *sides, *around))))


def _twos(sentence: SentenceView, frame: Frame) -> list[tuple[Stand, Stand]]:
    """Any two below a frame; who stand below one and the same thing are two of its own frame. Of a crowd no two are told of."""
    stands = _stands(sentence, frame)
    found = combinations(stands, 2) if len(stands) <= _CROWD else ()
    return [(a, b) for a, b in found if not a.through or a.through[:1] != b.through[:1]]


def _of_frame(sentence: SentenceView, frame: Frame, over: Places) -> list[str]:
    """What is told of a frame by itself; what holds it says little of the two in it."""
    return [f for f in of_frame(sentence, frame, over) if not f.startswith("up=")]


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


def _stands(sentence: SentenceView, frame: Frame) -> list[Stand]:
    """Everybody below a frame, each in the highest of his places."""
    found: dict[int, Stand] = {}
    for one in sorted(_below(sentence, frame, _DEEP, frozenset({frame.at})), key=lambda s: len(s.through)):
        found.setdefault(one.who, one)
    return list(found.values())


def _below(sentence: SentenceView, frame: Frame, deep: int, seen: frozenset[int]) -> Iterator[Stand]:
    top = deep == _DEEP
    for role, n in dict.fromkeys(roles(frame)):
        if n in seen or role in _NOT_THEIRS:
            continue
        channel = sentence.lemmas[n].lower() in _channels()
        if may_act(sentence, n) and not channel:
            if role not in _ASIDE:
                yield Stand(role, n)
        elif deep and (top or role not in _LATER) and (held := _thing(sentence, n)) is not None:
            for one in _below(sentence, held, deep - 1, seen | {n}):
                yield Stand(f"{role}>{one.way}", one.who, (held, *one.through))


def _thing(sentence: SentenceView, at: int) -> Frame | None:
    return sentence.state(at) if sentence.tokens[at].is_a(parts.COMMON_NOUN) else None


def _channels() -> frozenset[str]:
    """The means of a contact, which stand where somebody may: "by WhatsApp"."""
    return word_list("contacts", "channels.tsv")


def _of_two(sentence: SentenceView, frame: Frame, first: Stand, second: Stand) -> list[str]:
    """What is told of the frame by the places of the two, of the things on the ways, of what else stands there."""
    voiced = "p" if frame.passive else "a"
    both = f"{first.way}+{second.way}{voiced}"
    lemma = word_of(sentence, frame)
    found = [f"1:{first.way}{voiced}", f"2:{second.way}{voiced}", f"both={both}", f"both={both}|word={lemma}"]
    found += [f"both={both}|class={c}" for c in classes_of(lemma, frame.kind)]
    found += [f"1:{first.way}|class={c}" for c in broad_classes_of(lemma, frame.kind)]
    found += [f"2:{second.way}|class={c}" for c in broad_classes_of(lemma, frame.kind)]
    for held in dict.fromkeys((*first.through, *second.through)):
        word = word_of(sentence, held)
        found += [f"thing=word:{word}", *(f"thing={c}" for c in classes_of(word, held.kind))]
        found += [f"both={both}|thing={c}" for c in broad_classes_of(word, held.kind)]
    whole = {first.who, second.who}
    for inner in (frame, *first.through, *second.through):
        found += [f"has:{f}" for f in _beside(sentence, inner, whole)]
    found += [f"when:{t.type}" for t in dates_of(sentence, *(f.at for f in (frame, *first.through, *second.through)))]
    between = abs(first.who - second.who)
    return [*found, f"far:{sum(between > n for n in _FAR)}"]


def _beside(sentence: SentenceView, frame: Frame, whole: set[int]) -> Iterator[str]:
    """What stands in the other places: the channel, the place, what is said."""
    for role, n in dict.fromkeys(roles(frame)):
        if n in whole or role in ("own", "subject"):
            continue
        if sentence.tokens[n].is_a(parts.NAME):
            yield f"{role}=somebody"
        else:
            lemma = sentence.lemmas[n]
            yield from (f"{role}={c}" for c in (f"word:{common_word(lemma)}", *broad_classes_of(lemma)))
    for n in sentence.children[frame.at]:
        token = sentence.tokens[n]
        if token.is_a(parts.ADVERB | parts.BEFORE_NOUN | parts.ADJECTIVE) and not token.is_a(parts.NAME):
            yield f"by={common_word(sentence.lemmas[n])}"


def _of_sides(sentence: SentenceView, first: Stand, second: Stand) -> Iterator[str]:
    """Of what sort the two are, each in its place, and both together."""
    described = [_described(sentence, one.who) for one in (first, second)]
    for k, told in enumerate(described, 1):
        yield from (f"{k}:{f}" for f in told)
    sorts = [[f for f in told if f.startswith("who:")] for told in described]
    yield from (f"two:{one}+{two}" for one, two in list(zip(*sorts, strict=False))[:2])


@asked_once
def _described(sentence: SentenceView, at: int) -> tuple[str, ...]:
    return of_somebody(sentence, at)
