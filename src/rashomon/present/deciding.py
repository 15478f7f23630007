"""From a button on a page to a line in the decision log."""

from __future__ import annotations

from typing import cast

from rashomon.errors import UsageFault
from rashomon.model.link import Decision, Signed, Target, Verdict
from rashomon.present.lookup import Found, select
from rashomon.present.resolve import Resolved
from rashomon.store.decisions import make_decision

CLAIM_VERDICTS = ("accept", "reject")
PAIR_VERDICTS = ("same", "different", "unsure")
ADMIRALTY = {
    "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
    "E": "unreliable", "F": "cannot be judged",
}  # fmt: skip
"""Source reliability of the Admiralty code; given by a person, never computed."""


def decide_claim(case: Resolved, claim: str, verdict: str, signed: Signed) -> Decision:
    """Accept or reject a claim, by its words and property. Raises UsageFault for one that is not there."""
    if claim not in case.claims or verdict not in CLAIM_VERDICTS:
        raise UsageFault("that claim is not in this build, or cannot be decided so")
    target = Target((select(case, Found("claim", claim)),), case.claims[claim].property, "claim")
    return make_decision(cast(Verdict, verdict), target, signed)


def decide_pair(case: Resolved, a: str, b: str, verdict: str, signed: Signed) -> Decision:
    """Two local referents, or two local occurrences: the same, different or not to be told."""
    if verdict not in PAIR_VERDICTS or a == b:
        raise UsageFault("two that differ can be the same, different, or unsure")
    if a in case.referents and b in case.referents:
        target = Target((select(case, Found("referent", a)), select(case, Found("referent", b))), None, "entity")
    elif a in case.occurrences and b in case.occurrences:
        target = Target((select(case, Found("occurrence", a)), select(case, Found("occurrence", b))), None, "incident")
    else:
        raise UsageFault("those two are not in this build")
    return make_decision(cast(Verdict, verdict), target, signed)


def grade_outlet(case: Resolved, outlet: str, grade: str, signed: Signed) -> Decision:
    """An outlet's grade by a person."""
    if grade not in ADMIRALTY or outlet not in {d.publisher for d in case.documents.values()}:
        raise UsageFault("choose a letter from A to F for an outlet of this case")
    return make_decision("grade", Target(kind="outlet", outlet=outlet), signed, grade=grade)
