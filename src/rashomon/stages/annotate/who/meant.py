"""Whom a word that takes up somebody may mean, told as features to be weighed: those near before it, and any few who stand together.

As elsewhere no feature tells who somebody is: only of what sort, what they were called so far, where they stand, what was done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rashomon.lexicon.alike import groups_of
from rashomon.model import parts
from rashomon.stages.annotate.who.anaphors import Anaphor
from rashomon.stages.annotate.who.candidates import before_of, beside_others
from rashomon.stages.annotate.who.cast import Actor
from rashomon.stages.annotate.who.lexicon import bodies, person_nouns, table
from rashomon.stages.annotate.who.page import Line
from rashomon.stages.annotate.who.speech import Seen, Standings
from rashomon.stages.annotate.who.together import those_together
from rashomon.stages.annotate.who.traits import joined, of_candidate, of_pronoun

_BACK, _BACK_OF_NOUNS, _FAR = 3, 12, 36
"""As many sentences back a pronoun and a noun look for whom they mean; as many are looked at for them."""
_TYPES = frozenset({"person", "organization", "place"})
_COUNTS = {"two": 2, "both": 2, "pair": 2, "couple": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "five": 5, "six": 6}
_POINTING = frozenset({"these", "those", "this", "that", "both"})
_GRAINS = ("coarse", "middle", "fine")
_REST, _MANY = 8, 6


class Meant(NamedTuple):
    """Somebody, or several together, whom a word may mean, with what is to be weighed."""

    actors: tuple[Actor, ...]
    features: tuple[str, ...]
    standings: tuple[Seen, ...]
    """Where they stand before it, the last first."""


def those_meant(lines: Sequence[Line], seen: Standings, a: Anaphor) -> list[Meant]:
    """Everybody whom a word may mean, who stood last first, then those who stand together."""
    kind = a.kind
    back = _BACK if a.described is None else _BACK_OF_NOUNS
    before = [s for s in before_of(lines, seen, a.line, a.head, back, _FAR) if s.actor.type in _TYPES]
    met: dict[int, list[Seen]] = {}
    for s in before:
        if s.actor is not a.described and _may_be(s.actor, kind):
            met.setdefault(id(s.actor), []).append(s)
    found: list[tuple[tuple[Actor, ...], list[Seen]]] = [((theirs[0].actor,), theirs) for theirs in met.values()]
    if kind == "they" or kind.endswith("several"):
        count = _count(lines[a.line], a)
        each = those_together(lines, before)
        found += [(members, [first]) for members, first in each if count in (None, len(members))]
    told = beside_others(lines, [theirs for _, theirs in found], a.line)
    own = tuple(_of_words(lines[a.line], a, kind))
    return [
        Meant(members, tuple(_features(lines, a, members, theirs, beside, own)), _all_of(members, before))
        for (members, theirs), beside in zip(found, told, strict=True)
    ]


def _all_of(members: tuple[Actor, ...], before: Sequence[Seen]) -> tuple[Seen, ...]:
    return tuple([s for s in before if any(s.actor is one for one in members)])


def of_nobody(lines: Sequence[Line], a: Anaphor, among: int) -> tuple[str, ...]:
    """What is to be weighed for nobody of them being meant: the words by themselves, and how many there are."""
    own = _of_words(lines[a.line], a, a.kind)
    return (*(f"0|{one}" for one in own), f"0|n{min(among, _MANY)}")


def _features(
    lines: Sequence[Line],
    a: Anaphor,
    members: tuple[Actor, ...],
    theirs: list[Seen],
    beside: list[str],
    own: tuple[str, ...],
) -> dict[str, None]:
    told = [*of_candidate(lines, theirs, a.line, a.head), *beside, *_of_those(lines, a, members, theirs[0])]
    sorts = [f"{one}|{mine}" for one in _sorts(members) for mine in own]
    return dict.fromkeys([*told, *sorts, *joined(told, own), *(f"{one}|{own[0]}" for one in told)])


def _may_be(actor: Actor, kind: str) -> bool:
    """Whether somebody of that sort can be meant by such a word at all."""
    body = actor.type == "organization"
    person = actor.type == "person"
    return {
        "they": actor.plural or body,
        "person.one": person and not actor.plural,
        "person.several": actor.plural or body,
        "organization.one": body or actor.type == "place",
        "organization.several": body,
    }[kind]


def _of_words(line: Line, a: Anaphor, kind: str) -> Iterator[str]:
    """What is told of the words themselves."""
    yield f"a:{kind}"
    yield from of_pronoun(line, a.head)
    if a.described is None:
        yield f"w:{line.words[a.head]}"
        return
    lemma = a.described.key[0]
    yield f"n:{lemma}" if lemma in person_nouns() or lemma in bodies() else "n:-"
    yield from (f"n:{group}" for group in groups_of(lemma) if not group.startswith("fine"))
    yield "n:modified" if a.last - a.first > 2 else "n:bare"
    if line.tokens[a.head].is_a(parts.PREDICATE_NOUN | parts.APPOSITION):
        yield "n:told"
    if _is_told_apart(line, a.head):
        yield "n:restricted"
    if line.words[a.first] in _POINTING:
        yield f"n:{line.words[a.first]}"


def _is_told_apart(line: Line, head: int) -> bool:
    """ "The director of the centre", "the man who ...": what stands behind a noun tells who that is."""
    t = line.tokens
    near = range(head + 1, min(head + _REST, len(t)))
    return any(t[k].head == head and t[k].is_a(parts.OF_A_NOUN | parts.PHRASE) for k in near)


def _sorts(members: tuple[Actor, ...]) -> Iterator[str]:
    if len(members) > 1:
        yield f"k:{min(len(members), 3)}together"
        return
    one = members[0]
    yield f"k:{one.type}.{'several' if one.plural else 'one'}.{'named' if one.named else 'described'}"


def _of_those(lines: Sequence[Line], a: Anaphor, members: tuple[Actor, ...], last: Seen) -> Iterator[str]:
    """Of what sort they are, and how that fits the words."""
    yield from _sorts(members)
    if len(members) > 1:
        yield from _of_several(lines, a, members, last)
    if a.described is None:
        return
    lemma = a.described.key[0]
    words = set(lines[a.line].words[a.first + 1 : a.head])
    fits = (f for m in members for f in (*_of_calling(lemma, m), *_of_modifiers(words, m)))
    yield from (f"d:{f}" for f in dict.fromkeys(fits))
    told = person_nouns().get(lemma) or a.described.gender
    genders = {m.gender for m in members if m.gender}
    if told and genders:
        yield "d:gender" if told in genders else "d:other-gender"


def _of_several(lines: Sequence[Line], a: Anaphor, members: tuple[Actor, ...], last: Seen) -> Iterator[str]:
    there = lines[last.line].tokens
    together = any(t.is_a(parts.JOINED) and t.head == last.head for t in there)
    yield "k:joined" if together else "k:scattered"
    yield f"k:types:{'+'.join(sorted({m.type for m in members}))}"
    if _count(lines[a.line], a) is not None:
        yield "k:count"


def _count(line: Line, a: Anaphor) -> int | None:
    """How many a word for several says they are: of other numbers of people it is not said."""
    return next((_COUNTS[w] for w in line.words[a.first : a.last] if w in _COUNTS), None)


def _of_calling(lemma: str, m: Actor) -> Iterator[str]:
    """How a noun fits what somebody was called so far."""
    called = {*m.roles, *(w for title in m.titles for w in title.lower().split()), *(() if m.named else m.key)}
    like = table("roles.tsv", 2).get(lemma)
    if lemma in called:
        yield "called"
    elif like and any(table("roles.tsv", 2).get(c) == like for c in called):
        yield "like"
    else:
        yield "otherwise-called" if called else "uncalled"
    if m.named and lemma in m.key:
        yield "in-name"
    words = called if m.type == "person" else {*called, *m.key[-1:]}
    shared = set(groups_of(lemma)) & {g for w in words for g in groups_of(w)}
    yield from (f"alike-{grain}" for grain in _GRAINS if any(g.startswith(grain) for g in shared))


def _of_modifiers(words: set[str], m: Actor) -> Iterator[str]:
    """How what stands before a noun fits what stood beside somebody so far."""
    if words:
        known = {w for around in m.roles.values() for w in around} | set(m.key)
        yield "words-known" if words <= known else "words-part" if words & known else "words-new"
