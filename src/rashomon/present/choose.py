"""A person's decision, from what was typed to a line in the log. The desk and the command share it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.errors import UsageFault
from rashomon.model.link import Attached, Decision, Signed
from rashomon.present.deciding import CLAIM_VERDICTS, decide_claim, decide_pair, decide_proposal, grade_outlet
from rashomon.present.exports.json_format import decision_row
from rashomon.present.lookup import look_up
from rashomon.present.resolve import Resolved
from rashomon.store.decisions import Decisions
from rashomon.store.journal import read_journal
from rashomon.store.view import CaseView


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person typed: the verdict, what about, by whom, when (ISO, UTC) and why."""

    verdict: str
    what: tuple[str, ...]
    by: str
    at: str
    why: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """What to tell the person: lines to read, rows for a script."""

    lines: tuple[str, ...]
    rows: Any


def choose(case: Path, choice: Choice) -> Said:
    """Write the decision down; it is on disk when this returns. Raises UsageFault where something is missing."""
    log = Decisions(case)
    if choice.verdict == "list":
        return _listed(case)
    if not choice.why:
        raise UsageFault("a decision needs its reason: --why TEXT")
    signed = Signed(choice.by, choice.at, choice.why)
    if choice.verdict == "withdraw":
        return _withdraw(case, log, _whole(log, choice.what), signed)
    view = CaseView(case)
    decision = _decision(Resolved.of(view), choice, signed)
    log.append(decision)
    line = f"saved as {decision.id}: {choice.verdict} {' '.join(choice.what)}"
    head = read_journal(case).head
    lines = (line, f"The next build follows it: rashomon build {case}", f"Head: {head}")
    return Said(lines, {"id": decision.id, "verdict": decision.verdict, "head": head})


def _listed(case: Path) -> Said:
    attached = CaseView(case).attached()
    known = {a.decision.id for a in attached}
    waiting = [d for d in Decisions(case).read() if d.id not in known]
    rows = [decision_row(a) for a in attached]
    rows += [{**decision_row(Attached(d, None, None)), "waiting": True} for d in waiting]
    lines = [f"{row['id']}  {row['verdict']}  {_state(row)}  {row.get('by', '')}  {row.get('why', '')}" for row in rows]
    return Said(tuple(lines) or ("no decisions yet",), rows)


def _state(row: dict[str, Any]) -> str:
    if row.get("waiting"):
        return "waits for the next build"
    if row["withdrawn"]:
        return "withdrawn"
    if row.get("stale"):
        return f"stale, to be decided again: {'; '.join(row['changed'])}"
    return "in force" if row["attached"] else "its words were not found"


def _whole(log: Decisions, what: tuple[str, ...]) -> str:
    if len(what) != 1:
        raise UsageFault("withdraw takes one decision id; `rashomon decide CASE list` shows them")
    found = [d.id for d in log.read() if d.id.startswith(what[0])]
    if len(found) != 1:
        raise UsageFault(f"{what[0]!r} names {len(found)} decisions; `rashomon decide CASE list` shows them")
    return found[0]


def _withdraw(case: Path, log: Decisions, ident: str, signed: Signed) -> Said:
    log.withdraw(ident, signed)
    head = read_journal(case).head
    lines = (f"withdrawn: {ident}; the next build follows it.", f"Head: {head}")
    return Said(lines, {"id": ident, "withdrawn": True, "head": head})


def _decision(case: Resolved, choice: Choice, signed: Signed) -> Decision:
    what = choice.what
    if choice.verdict == "grade":
        if len(what) != 2:
            raise UsageFault("grade takes an outlet and a letter from A to F")
        return grade_outlet(case, what[0], what[1].upper(), signed)
    if choice.verdict not in CLAIM_VERDICTS:
        if len(what) != 2:
            raise UsageFault(f"{choice.verdict} takes two ids or names")
        return decide_pair(case, (look_up(case, what[0]), look_up(case, what[1])), choice.verdict, signed)
    if len(what) != 1:
        raise UsageFault(f"{choice.verdict} takes one id of a claim or a proposal")
    found = look_up(case, what[0])
    if found.kind == "proposal":
        return decide_proposal(case, found.id, choice.verdict, signed)
    if found.kind != "claim":
        raise UsageFault(f"{choice.verdict} is said of a claim or a proposal; {what[0]!r} is a {found.kind}")
    return decide_claim(case, found.id, choice.verdict, signed)
