"""What stands of the gate's outcomes in a case: the case's trust and people's decisions laid over them, claims with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.model.account import Account
from rashomon.model.case_settings import Trust
from rashomon.model.link import Decision
from rashomon.model.proposal import Outcome, is_about
from rashomon.stages.claims.gate.objections import Objection, objection

ALL = "*"
"""The name under which a case trusts every reader alike."""


def settle(account: Account, decisions: Sequence[Decision], trust: Mapping[str, Trust]) -> Account:
    """The account with its outcomes as they stand now, and the claims of those that are admitted.

    The gate's own verdict is kept in each, so that a later build can lay other decisions over it.
    """
    if not account.outcomes:
        return account
    mine = [d for d in decisions if d.target.kind == "proposal" and d.withdrawn is None]
    outcomes = tuple(_settled(account, one, mine, trust) for one in account.outcomes)
    made = {o.claim.id for o in outcomes if o.claim is not None}
    read = [c for c in account.reading.claims if c.id not in made]
    admitted = [o.claim for o in outcomes if o.verdict == "admitted" and o.claim is not None]
    claims = tuple(sorted((*read, *admitted), key=lambda c: (c.start, c.end, c.id)))
    return replace(account, outcomes=outcomes, reading=replace(account.reading, claims=claims))


def _settled(account: Account, one: Outcome, decisions: Sequence[Decision], trust: Mapping[str, Trust]) -> Outcome:
    bare = replace(one, found=one.found or (one.verdict, one.code, one.reason), decision=None)
    verdict, code, reason = bare.found or (one.verdict, one.code, one.reason)
    last = next(_on(account, one, decisions), None)
    if last is not None and (last.verdict == "reject" or one.claim is not None):
        by = objection("accepted" if last.verdict == "accept" else "by_person")
        return replace(bare, verdict=by.verdict, code=by.code, reason=by.reason, decision=last.id)
    laid = _trusted(verdict, trust.get(one.proposal.reader, trust.get(ALL, "check")))
    if laid is not None:
        return replace(bare, verdict=laid.verdict, code=laid.code, reason=laid.reason)
    return replace(bare, verdict=verdict, code=code, reason=reason)


def _trusted(verdict: str, word: Trust) -> Objection | None:
    """What the case's trust in the reader makes of the gate's verdict; None where that stands."""
    if word == "refuse" and verdict != "refused":
        return objection("not_trusted")
    return objection("waits") if verdict == "admitted" and word == "check" else None


def _on(account: Account, one: Outcome, decisions: Sequence[Decision]) -> Iterator[Decision]:
    """The decisions on a proposal, the last first."""
    for decision in reversed(decisions):
        if is_about(decision, account.document.sha256, one):
            yield decision
