"""The gate: what another reader proposes is found in the text, read again, and admitted, sent to a person or refused.

No model is in it. It can tell that words stand where they are said to stand, that a figure is that figure and that a
denial is over it; it cannot tell that a well-quoted accusation is wrong, so whatever bears on somebody's guilt waits for
a person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from rashomon.model.claim import COUNTS, Claim, Reading
from rashomon.model.proposal import Outcome, Proposal
from rashomon.model.span import Quote
from rashomon.stages.claims.gate.figures import check_value, value_kind
from rashomon.stages.claims.gate.incidents import check_bearing, check_incident
from rashomon.stages.claims.gate.made import make_claim, says_the_same
from rashomon.stages.claims.gate.names import check_names
from rashomon.stages.claims.gate.objections import Objection, heaviest, objection
from rashomon.stages.claims.gate.sought import Room, Sought, seek
from rashomon.stages.claims.gate.standing import check_fields, check_place, check_words
from rashomon.stages.claims.gate.topics import check_topic
from rashomon.stages.claims.gate.voices import check_cue, check_doubts, check_speaker, check_stance
from rashomon.stages.claims.view import View

Check = Callable[[Sought], Iterable[Objection]]
CHECKS: tuple[Check, ...] = (
    check_words, check_fields, check_place, check_value, check_names, check_topic, check_stance, check_cue, check_speaker,
    check_incident, check_bearing, check_doubts,
)  # fmt: skip
"""Every question that is asked of a proposal; of what they find the heaviest decides, the first of those."""
ADMITTED = COUNTS | {"found", "date", "place"}
"""What a case may take in without a person (`trust = "figures"`): tolls, days and places of incidents."""
CLEAN = frozenset({"fits", "grave", "waits"})
"""Codes of proposals against which nothing speaks."""
_GRAVE = frozenset({
    "perpetrator", "organizer", "suspect", "charge", "blame", "responsibility", "conviction", "acquittal", "quashed",
    "sanctioned", "detained", "released", "wanted", "contact", "amount", "tie", "alias", "phone",
})  # fmt: skip


def gate(view: View, reading: Reading, proposals: Sequence[Proposal]) -> tuple[Outcome, ...]:
    """What becomes of each proposal for one document, in their order: verdict, code, reason, and the claim it would be.

    `view` is the document with its parse, `reading` what rules read in it. Nothing of a proposal is taken on trust: its
    words are sought in the text, its value is read again.
    """
    room = Room(view, reading)
    found: list[Outcome] = []
    for proposal in proposals:
        found.append(_outcome(room, proposal, found))
    return tuple(found)


def _outcome(room: Room, proposal: Proposal, before: Sequence[Outcome]) -> Outcome:
    sought = seek(room, proposal)
    objections = [o for check in CHECKS for o in check(sought)]
    claim = None if any(o.verdict == "refused" for o in objections) else make_claim(sought)
    beside = () if claim is None else tuple(_otherwise(room.reading, claim))
    if beside and proposal.property in ADMITTED:
        objections.append(objection("read_otherwise"))
    objections += _given(room, claim, before, doubted=bool(objections)) if claim is not None else ()
    objections.append(objection(_last(sought)))
    one = heaviest(objections)
    words = sought.carrying
    return Outcome(
        proposal, one.verdict, one.code, one.reason,
        Quote(words.start, words.end, sought.said(words)) if sought.quote else Quote(0, 0, ""),
        None if one.verdict == "refused" else claim, beside,
    )  # fmt: skip


def _last(sought: Sought) -> str:
    """What is said of a proposal against which nothing speaks."""
    prop = sought.proposal.property
    if prop in ADMITTED and value_kind(sought) != "somebody" and sought.room.view.document.claims_read:
        return "fits"
    return "grave" if prop in _GRAVE else "waits"


def _given(room: Room, claim: Claim, before: Sequence[Outcome], *, doubted: bool) -> Iterator[Objection]:
    """Whether it says what a rule has read, or what was proposed before, unless that was doubted and this is not."""
    if any(says_the_same(claim, c) for c in room.reading.claims):
        yield objection("read_already")
    same = [o for o in before if o.claim is not None and says_the_same(claim, o.claim)]
    if any(doubted or o.code in CLEAN for o in same):
        yield objection("twice")


def _otherwise(reading: Reading, claim: Claim) -> Iterator[str]:
    """The claims that rules read otherwise from the same words: another value of one property, or a count of another kind."""
    for other in reading.claims:
        counts = other.property in COUNTS and claim.property in COUNTS
        near = other.start < claim.end and claim.start < other.end
        if near and (other.property == claim.property or counts) and not says_the_same(claim, other):
            yield other.id
