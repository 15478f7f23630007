"""Contacts that several have with each other: "X and Y saw each other", "the two men, X and Y, met", "X in the company of Y"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.claim import PartyRole
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.contacts.found import Found
from rashomon.stages.claims.contacts.party import is_public
from rashomon.stages.claims.parties import doers, is_passive, subjects
from rashomon.stages.claims.view import SentenceView, View

_SEEING = frozenset({"see", "notice", "spot", "photograph", "film", "find"})
_GOING = frozenset(
    {"be", "arrive", "travel", "come", "leave", "walk", "sit", "eat", "dine", "go", "drive", "stay", "spend"}
)


def is_each_other(sentence: SentenceView, verb: int) -> bool:
    """Whether what a verb is done to is "each other" or "one another"."""
    found = sentence.child(verb, "dobj")
    if found is None:
        found = next((k for n in sentence.kids(verb, "prep") for k in sentence.kids(n, "pobj")
                      if sentence.tokens[k].text.lower() in {"other", "another"}), None)  # fmt: skip
    return found is not None and found > 0 and [t.text.lower() for t in sentence.tokens[found - 1 : found + 1]] in (
        ["each", "other"], ["one", "another"]
    )  # fmt: skip


def named_beside(sentence: SentenceView, mains: list[int]) -> list[int]:
    """Of "the two men, X and Y" the X and Y; otherwise those given."""
    if len(mains) != 1 or sentence.tokens[mains[0]].tag != "NNS":
        return mains
    named = next((n for n in sentence.kids(mains[0], "appos") if sentence.tokens[n].pos == "PROPN"), None)
    beside = sentence.conjuncts(named) if named is not None else []
    return beside if len(beside) > 1 else mains


def read_seen(view: View, sentence: SentenceView, at: int) -> Iterator[Found]:
    """ "X and Y saw each other at the prefecture"."""
    if sentence.tokens[at].pos != "VERB" or is_passive(sentence, at) or not is_each_other(sentence, at):
        return
    mains = named_beside(sentence, doers(sentence, at))
    if len(mains) > 1 and not any(is_public(view, sentence, n) for n in mains):
        roles: list[tuple[int, PartyRole]] = [(n, "with" if k else "from") for k, n in enumerate(mains)]
        yield Found("meeting", at, tuple(roles), (at,))


def read_company(view: View, sentence: SentenceView, at: int) -> Iterator[Found]:
    """ "The witness saw X in the company of Y", "X was in the company of Y"."""
    token = sentence.tokens[at]
    if token.dep != "pobj" or sentence.tokens[token.head].text.lower() != "in":
        return
    of = next(
        (k for n in sentence.kids(at, "prep") if sentence.tokens[n].lemma == "of" for k in sentence.kids(n, "pobj")),
        None,
    )
    over = sentence.tokens[token.head].head
    verb = over if sentence.tokens[over].pos in {"VERB", "AUX"} else sentence.tokens[over].head
    seen = (
        sentence.child(verb, "dobj")
        if sentence.tokens[verb].lemma in _SEEING and not is_passive(sentence, verb)
        else None
    )
    mains = [seen] if seen is not None else subjects(sentence, verb)
    if sentence.tokens[verb].lemma not in _SEEING | _GOING or of is None or not is_human(sentence, of):
        return
    if not mains or any(is_public(view, sentence, n) for n in (*mains, of)):
        return
    others = sentence.conjuncts(of)
    roles: list[tuple[int, PartyRole]] = [*((n, "from") for n in mains), *((n, "with") for n in others)]
    yield Found("meeting", at, tuple(roles), (at, token.head, verb))
