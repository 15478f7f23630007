"""Contacts told by a noun: held talks with, received a call from, the negotiations between, in a conversation with."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rashomon.model.claim import ContactKind, PartyRole
from rashomon.stages.claims.contacts.circumstances import channel
from rashomon.stages.claims.contacts.found import Found
from rashomon.stages.claims.contacts.party import is_public
from rashomon.stages.claims.contacts.verbs import main_sides
from rashomon.stages.claims.parties import subjects
from rashomon.stages.claims.view import SentenceView, View
from rashomon.stages.claims.wordlists import rows

_KINDS: dict[str, ContactKind] = {"call": "call", "message": "message", "meeting": "meeting", "talks": "talks"}
_TAKING = frozenset({"receive", "get", "take"})
_GIVING = frozenset({"send", "make", "place", "write", "give", "address", "exchange"})
_KEEPING = frozenset({"be", "remain", "keep", "stay", "get", "come"})
_HOLDING = frozenset(
    {"hold", "have", "conduct", "begin", "open", "resume", "start", "maintain", "attend", "arrange", "be"}
)
_LASTING = frozenset({"second", "minute", "hour", "day"})
_WHILE = frozenset({"in", "during", "at"})
_ENABLING = frozenset({"take", "be", "occur", "hold", "begin", "start", "continue", "resume", "break", "fail", "last"})


@cache
def contact_nouns() -> dict[str, ContactKind]:
    """Nouns of contact by lemma."""
    return {lemma: _KINDS[kind] for lemma, kind in rows("contacts", "nouns.tsv")}


def read_noun(view: View, sentence: SentenceView, at: int) -> Iterator[Found]:
    """A noun of contact with both sides told: by its verb, its owner, or the clause it opens."""
    token = sentence.tokens[at]
    if token.pos not in {"NOUN", "PROPN"} or token.dep in {"compound", "nmod"}:
        return
    kind = channel(sentence, at, contact_nouns()[token.lemma.lower()])
    head = token.head
    carrier = sentence.tokens[head].lemma
    around: tuple[int, ...] = (at, head)
    if token.dep == "dobj" and carrier in _TAKING | _GIVING | _HOLDING:
        yield from _carried(view, sentence, at, kind)
        return
    if token.dep == "nsubjpass" and carrier in _GIVING:
        mains = [k for n in sentence.kids(head, "agent") for k in sentence.kids(n, "pobj")]
        others = [*_with(sentence, head, "to"), *_with(sentence, at, "to")]
        if others:
            yield from _sides(view, sentence, at, kind, mains, others, "to", around)
        return
    others = list(_with(sentence, at, "with"))
    if token.dep == "pobj" and sentence.tokens[sentence.tokens[head].head].lemma in _KEEPING:
        others = others or list(_with(sentence, sentence.tokens[head].head, "with"))
    if not others or (token.lemma == "touch" and carrier != "in"):
        return
    mains = list(sentence.kids(at, "poss"))
    if not mains and token.dep == "pobj" and sentence.tokens[head].lemma.lower() in {"in", "during", "at", "after"}:
        verb = sentence.tokens[head].head
        if sentence.tokens[verb].pos in {"VERB", "AUX"}:
            mains = subjects(sentence, verb)
        if sentence.tokens[verb].lemma in _KEEPING | {"put", "bring"} or sentence.tokens[head].lemma.lower() in _WHILE:
            around = (at, head, verb)
    yield from _sides(view, sentence, at, kind, mains[:1], others, "with", around)


def _carried(view: View, sentence: SentenceView, at: int, kind: ContactKind) -> Iterator[Found]:
    """The noun as object: "sent Y a letter", "received a call from Y", "held talks with Y"."""
    verb = sentence.tokens[at].head
    carrier = sentence.tokens[verb].lemma
    mains = main_sides(sentence, verb)
    if carrier in _TAKING:
        yield from _received(view, sentence, at, kind, mains)
        return
    if carrier in _GIVING:
        others = [*_with(sentence, at, "to"), *_with(sentence, verb, "to"), *sentence.kids(verb, "dative")]
        others = [n for n in others if sentence.tokens[n].pos != "ADP"]
        others += [n for n in sentence.kids(verb, "dobj") if n < at and n != at]
        if others:
            yield from _sides(view, sentence, at, kind, mains, others, "to", (at, verb))
            return
    others = [*_with(sentence, at, "with"), *_with(sentence, verb, "with")]
    if not others and (carrier in _HOLDING or carrier == "exchange"):
        others, mains = mains[1:], mains[:1]
    if others or carrier == "exchange":
        yield from _sides(view, sentence, at, kind, mains, others, "with", (at, verb))


def _received(view: View, sentence: SentenceView, at: int, kind: ContactKind, mains: list[int]) -> Iterator[Found]:
    others = [*_with(sentence, at, "from"), *_with(sentence, sentence.tokens[at].head, "from")]
    if mains and others and not any(is_public(view, sentence, n) for n in (*mains, *others)):
        sides: list[tuple[int, PartyRole]] = [(n, "from") for n in others] + [(n, "to") for n in mains]
        yield Found(kind, at, tuple(sides), (at, sentence.tokens[at].head))


def _sides(
    view: View,
    sentence: SentenceView,
    at: int,
    kind: ContactKind,
    mains: list[int],
    others: list[int],
    role: PartyRole,
    around: tuple[int, ...],
) -> Iterator[Found]:
    if not mains or any(is_public(view, sentence, n) for n in (*mains, *others)):
        return
    sides: list[tuple[int, PartyRole]] = [(n, "from") for n in mains]
    yield Found(kind, at, (*sides, *((n, role) for n in others)), around)


def _with(sentence: SentenceView, at: int, preposition: str) -> Iterator[int]:
    for n in sentence.kids(at, "prep", "dative"):
        below = sentence.child(n, "pobj")
        if sentence.tokens[n].lemma.lower() == preposition and below is not None:
            yield from sentence.conjuncts(below)
        elif below is not None and sentence.tokens[below].lemma.lower() in _LASTING:
            yield from _with(sentence, below, preposition)


def read_between(view: View, sentence: SentenceView, at: int) -> Iterator[Found]:
    """ "negotiations took place between A and B and C"."""
    noun = _noun_of_between(sentence, at)
    below = sentence.child(at, "pobj")
    if noun is None or below is None:
        return
    kind = channel(sentence, noun, contact_nouns()[sentence.tokens[noun].lemma.lower()])
    sides = _coordinated(sentence, below)
    if len(sides) > 1 and not any(is_public(view, sentence, n) for n in sides):
        roles: list[tuple[int, PartyRole]] = [(n, "from" if k == 0 else "with") for k, n in enumerate(sides)]
        verb = sentence.tokens[noun].head
        around = (noun, verb) if sentence.tokens[verb].lemma in _ENABLING else (noun,)
        yield Found(kind, noun, tuple(roles), around)


def _noun_of_between(sentence: SentenceView, at: int) -> int | None:
    """The noun of contact above "between", through a date it hangs on, or the subject of "took place"."""
    for above in sentence.up(at):
        token = sentence.tokens[above]
        if token.lemma.lower() in contact_nouns() and token.pos == "NOUN":
            return above
        if token.pos in {"VERB", "AUX"}:
            for n in sentence.kids(above, "nsubj", "nsubjpass"):
                if token.lemma in _ENABLING and sentence.tokens[n].lemma.lower() in contact_nouns():
                    return n
            return None
        if token.pos != "ADP" and token.ent[2:] not in {"DATE", "TIME", "GPE", "FAC", "LOC"} and above < at - 1:
            return None
    return None


def _stands_apart(sentence: SentenceView, at: int, before: int) -> bool:
    """A name with "and" or a comma before the next: not the "ABC" of "ABC agent X"."""
    between = sentence.tokens[at + 1 : before]
    return sentence.tokens[at].pos == "PROPN" and any(t.pos in {"CCONJ", "PUNCT"} for t in between[:1])


def _coordinated(sentence: SentenceView, below: int) -> list[int]:
    """All of a list of names, also where the parser takes the first of them for a modifier of the next."""
    found: list[int] = []
    for n in sentence.kids(below, "nmod"):
        named = [k for k in sentence.conjuncts(n) if _stands_apart(sentence, k, below)]
        found.extend(k for k in named if k not in found)
    found.extend(n for n in sentence.conjuncts(below) if n not in found)
    return sorted(found)
