"""A person's verdict made a line of the decision log: for the desk's buttons and for the command."""

from __future__ import annotations

from typing import cast

from rashomon.errors import UsageFault
from rashomon.model.link import Decision, Seen, Signed, Target, Verdict
from rashomon.model.proposal import see_proposal
from rashomon.model.seeing import see_occurrence, see_referent
from rashomon.present.lookup import Found, label, select
from rashomon.present.resolve import Resolved
from rashomon.store.decisions import make_decision

CLAIM_VERDICTS = ("accept", "reject")
PAIR_VERDICTS = ("same", "different", "unsure")
ADMIRALTY = {
    "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
    "E": "unreliable", "F": "cannot be judged",
}  # fmt: skip
"""Source reliability of the Admiralty code; given by a person, never computed."""
_FAMILIES = {"referent": "entity", "occurrence": "incident"}


def decide_claim(case: Resolved, claim: str, verdict: str, signed: Signed) -> Decision:
    """Accept or reject a claim, by its words and property. Raises UsageFault for one that is not there."""
    if claim not in case.claims or verdict not in CLAIM_VERDICTS:
        raise UsageFault("that claim is not in this build, or cannot be decided so")
    target = Target((select(case, Found("claim", claim)),), case.claims[claim].property, "claim")
    return make_decision(cast(Verdict, verdict), target, signed, seen=case.seen(case.claims[claim]))


def decide_proposal(case: Resolved, ident: str, verdict: str, signed: Signed) -> Decision:
    """Accept or reject a proposal, by its words and all that it says. Raises UsageFault for one that makes no claim."""
    one = case.proposals.get(ident)
    if one is None or verdict not in CLAIM_VERDICTS:
        raise UsageFault("that proposal is not in this build, or cannot be decided so")
    if one.claim is None:
        raise UsageFault(f"the gate refused it: {one.reason}; enter the claim at the desk where the report does say it")
    target = Target((select(case, Found("proposal", ident)),), one.proposal.property, "proposal")
    return make_decision(cast(Verdict, verdict), target, signed, seen=see_proposal(one.proposal))


def decide_pair(case: Resolved, pair: tuple[Found, Found], verdict: str, signed: Signed) -> Decision:
    """Two names, or two incidents, of the case or of one report: the same, different or not to be told.

    Raises UsageFault where they are of different kinds, one and the same, or nothing that could be so decided.
    """
    first, second = pair
    if verdict not in PAIR_VERDICTS:
        raise UsageFault("two that differ can be the same, different, or unsure")
    families = {_FAMILIES.get(f.kind, f.kind) for f in pair}
    if len(families) != 1:
        raise UsageFault(f"{label(case, first)} and {label(case, second)} are of different kinds")
    if first == second:
        raise UsageFault(f"both are {label(case, first)}; to part it, name two of its mentions (ids with r or o)")
    family = families.pop()
    if family not in ("entity", "incident"):
        raise UsageFault(f"{verdict} is said of two people, bodies, places or incidents")
    target = Target((select(case, first), select(case, second)), None, "entity" if family == "entity" else "incident")
    seen = Seen(pair=(_called(case, first), _called(case, second)))
    return make_decision(cast(Verdict, verdict), target, signed, seen=seen)


def _called(case: Resolved, found: Found) -> str:
    """What one of two is called where its selector points: a later reading that calls it otherwise asks again."""
    if found.kind in ("entity", "referent"):
        ident = case.entities[found.id].referents[0] if found.kind == "entity" else found.id
        return see_referent(case.referents[ident])
    ident = case.incidents[found.id].occurrences[0] if found.kind == "incident" else found.id
    return see_occurrence(case.occurrences[ident])


def find_local(case: Resolved, ident: str) -> Found:
    """A name's or an incident's id within one report, as the desk sends it; raises UsageFault for any other."""
    if ident in case.referents:
        return Found("referent", ident)
    if ident in case.occurrences:
        return Found("occurrence", ident)
    raise UsageFault("those two are not in this build")


def grade_outlet(case: Resolved, outlet: str, grade: str, signed: Signed) -> Decision:
    """An outlet's grade by a person. Raises UsageFault for another letter, or an outlet that published nothing here."""
    if grade not in ADMIRALTY:
        raise UsageFault("choose a letter from A to F for an outlet of this case")
    if outlet not in {d.publisher for d in case.documents.values()}:
        raise UsageFault(f"no report in this case is published by {outlet!r}")
    return make_decision("grade", Target(kind="outlet", outlet=outlet), signed, grade=grade)
