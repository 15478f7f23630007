"""Sentences with a figure of victims, an accusation or a contact from which no claim was made."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from rashomon.model.annotation import Quantity
from rashomon.model.claim import ACCUSATIONS, COUNTS, Claim, Unread
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.persons import is_person
from rashomon.stages.claims.events.triggers import Trigger, find_triggers
from rashomon.stages.claims.stance import local_stance
from rashomon.stages.claims.view import SentenceView, View

_LEGAL = ACCUSATIONS | {"conviction", "wanted"}


def find_unread(view: View, claims: Sequence[Claim]) -> tuple[Unread, ...]:
    """The sentences a person should look at, each with why."""
    read = _properties(view, claims)
    found = []
    for n, (sentence, triggers) in enumerate(zip(view.sentences, find_triggers(view), strict=True)):
        why = "; ".join(_reasons(sentence, triggers, read[n]))
        if why:
            own = sentence.sentence
            text = view.text[own.start : own.end]
            found.append(Unread(view.document.id, own.start, own.end, text, why))
    return tuple(found)


def _properties(view: View, claims: Sequence[Claim]) -> list[set[str]]:
    """The properties claimed in each sentence."""
    starts = [s.sentence.start for s in view.sentences]
    found: list[set[str]] = [set() for _ in starts]
    for claim in claims:
        first, last = bisect_right(starts, claim.start) - 1, bisect_right(starts, claim.end - 1) - 1
        for n in range(max(0, first), last + 1):
            found[n].add(claim.property)
    return found


def _reasons(sentence: SentenceView, triggers: Sequence[Trigger], read: set[str]) -> Iterator[str]:
    harm = [t for t in triggers if t.harm != "none"]
    if harm and not read & COUNTS and any(_of_people(sentence, q, harm) for q in sentence.quantities):
        yield _why_no_figure(sentence, harm)
    named = any(m.type in ("person", "organization") and m.form == "name" for m in sentence.mentions)
    if not named:
        return
    if not read & _LEGAL and _has(sentence, "accuse_word"):
        yield "speaks of an accusation, but whom it accuses of what could not be told"
    if "contact" not in read and _has(sentence, "contact_word", verb=True):
        yield "speaks of a contact, but between whom could not be told"


def _of_people(sentence: SentenceView, quantity: Quantity, harm: Sequence[Trigger]) -> bool:
    """Whether a figure may be one of victims: it counts people, or stands alone beside a word of harm."""
    if quantity.of is None or quantity.head in {t.at for t in harm}:
        return any(abs(t.at - quantity.token) < 6 for t in harm)
    return is_person(sentence, quantity.head)


def _why_no_figure(sentence: SentenceView, harm: Sequence[Trigger]) -> str:
    if all(local_stance(sentence, t.at) is None for t in harm):
        return "a figure of victims in a plan, condition, question or fear"
    if all(t.generic for t in harm):
        return "a figure beside violence in general"
    return "a figure beside a word of harm, but whose figure it is could not be told"


def _has(sentence: SentenceView, name: str, *, verb: bool = False) -> bool:
    return any(
        is_a(token.lemma.lower(), name) and (token.pos == "VERB" if verb else token.pos in ("VERB", "NOUN", "ADJ"))
        for token in sentence.tokens
    )
