"""Which claims of one document say the same by the same chain: headline, lead, body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.claim import COUNTS, Claim
from rashomon.stages.claims.stance import combine
from rashomon.stages.claims.view import View
from rashomon.text.fold import fold_words

_SIGNS = frozenset({"headline", "caption", "subhead"})


def mark_repeats(view: View, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, each with the one that it repeats; a headline or caption is no surer than the text under it."""
    firsts: dict[tuple[object, ...], Claim] = {}
    for claim in sorted(claims, key=lambda c: (_is_sign(view, c), c.start, c.id)):
        firsts.setdefault(_key(claim), claim)
    return tuple(_marked(view, claim, firsts[_key(claim)]) for claim in claims)


def _marked(view: View, claim: Claim, first: Claim) -> Claim:
    if first is claim:
        return claim
    stance = combine(first.stance, claim.stance) if _is_sign(view, claim) else claim.stance
    return replace(claim, repeats=first.id, stance=stance)


def _is_sign(view: View, claim: Claim) -> bool:
    sentence = view.sentence_at(claim.start)
    return sentence is not None and sentence.sentence.block in _SIGNS


def _key(claim: Claim) -> tuple[object, ...]:
    """What makes two claims one: of what, which, by whom. What is counted may be said more or less fully."""
    value = claim.value
    chain = tuple((link.kind, link.referent or fold_words(link.name)) for link in claim.chain)
    head = (claim.property, claim.subject, chain)
    if claim.property in COUNTS:
        return (*head, value.number, value.bound, value.part, value.includes, value.excludes, value.as_of)
    if claim.property == "statement":
        return (*head, fold_words(value.text or ""))
    if value.referent is not None and claim.property not in ("role", "affiliation", "contact"):
        return (*head, value.referent, value.earliest, value.latest)
    return (*head, value.earliest, value.latest, fold_words(value.text or ""), value.number, value.parties)
