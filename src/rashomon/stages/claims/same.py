"""Which claims of one document are one: what two rules or readers read from the same words in one sense."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.claim import ACCUSATIONS, Claim, ReadBy, Subject, Value


def joined(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Claims in text order; of those that say the same of the same words the shorter quote stays, with the readers of both."""
    found: list[Claim] = []
    latest: dict[str, list[int]] = {}
    for claim in claims:
        near = [n for n in latest.get(claim.property, ()) if found[n].end > claim.start]
        at = next((n for n in near if _says_the_same(found[n], claim)), None)
        if at is None:
            near.append(len(found))
            found.append(claim)
        else:
            found[at] = _one_of(found[at], claim)
        latest[claim.property] = near
    return tuple(sorted(found, key=lambda c: (c.start, c.end, c.property)))


def read_too(claim: Claim, readers: tuple[ReadBy, ...]) -> Claim:
    """The claim, read by others too."""
    return replace(claim, readers=tuple(dict.fromkeys((*claim.readers, *readers))))


def _one_of(a: Claim, b: Claim) -> Claim:
    first, second = (a, b) if a.end - a.start <= b.end - b.start else (b, a)
    subject = Subject(
        first.subject.occurrence or second.subject.occurrence, first.subject.referent, first.subject.total
    )
    return read_too(replace(first, subject=subject), second.readers)


def _says_the_same(a: Claim, b: Claim) -> bool:
    """One property and value of one subject, on one word, as surely; an incident that only one of them names is both's."""
    occurrences = {a.subject.occurrence, b.subject.occurrence} - {None}
    subjects = (a.subject.referent, a.subject.total) == (b.subject.referent, b.subject.total) and len(occurrences) < 2
    return subjects and _meant(a) == _meant(b) and (a.chain, a.stance) == (b.chain, b.stance)


def _meant(claim: Claim) -> Value:
    """The value, without the words for somebody who is known by more than them."""
    named = claim.value.referent is not None and claim.property in ACCUSATIONS
    return replace(claim.value, text=None) if named else claim.value
