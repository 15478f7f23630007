"""What other readers proposed, one kind at a time in a list: the words, what governs them, what rules read; a press each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import UsageFault
from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.link import Decision
from rashomon.model.proposal import Outcome, is_about
from rashomon.present.deciding import decide_proposal
from rashomon.present.desk.paging import turn
from rashomon.present.desk.places import around, place_of
from rashomon.present.desk.render import back, live, page
from rashomon.present.desk.signing import read_form, sign
from rashomon.present.resolve import Resolved

SIZE = 20
STATES = {"open": "to decide", "refused": "refused by the gate or by somebody"}


@dataclass(frozen=True, slots=True)
class Row:
    """A proposal as the list shows it: with its paragraph, what rules read of the same words, what stands decided."""

    outcome: Outcome
    document: Document
    before: str
    after: str
    beside: tuple[Claim, ...]
    decided: Decision | None


def proposals(request: Request) -> Response:
    """The proposals of one kind and reader that wait, or that were refused."""
    behind = live(request)
    case, asked = behind.resolved, request.query_params.get
    state, kind, reader = asked("state", "open"), asked("kind", ""), asked("reader", "")
    mine = decisions_on(behind.decisions())
    rows = [r for o in case.proposals.values() if (r := _row(case, o, mine)) and _is(r, state)]
    counts = Counter(r.outcome.proposal.property for r in rows if reader in ("", r.outcome.proposal.reader))
    shown = [r for r in rows if kind in ("", r.outcome.proposal.property) and reader in ("", r.outcome.proposal.reader)]
    saved = asked("saved", "")
    last = next((d for d in behind.decisions() if d.id == saved and not d.withdrawn), None)
    return page(
        request, "proposals.html", sheet=turn(request, shown, size=SIZE), counts=counts, states=STATES, state=state,
        kind=kind, reader=reader, readers=sorted({o.proposal.reader for o in case.proposals.values()}), last=last,
        why=asked("why", "")[:2000], place_of=place_of, address=_address(state, kind, reader, why=asked("why", "")),
    )  # fmt: skip


Place = tuple[str, str]


def decisions_on(decisions: tuple[Decision, ...]) -> dict[Place, list[Decision]]:
    """The standing decisions on proposals, by original and words, the last first."""
    found: dict[Place, list[Decision]] = {}
    for one in reversed(decisions):
        if one.target.kind == "proposal" and one.withdrawn is None and one.target.selectors:
            words = one.target.selectors[0]
            found.setdefault((words.sha256, words.exact), []).append(one)
    return found


def waiting(case: Resolved, decisions: tuple[Decision, ...]) -> int:
    """How many proposals wait for a person."""
    mine = decisions_on(decisions)
    return sum(o.verdict == "to_check" and _decided(o, mine) is None for o in case.proposals.values())


def _decided(one: Outcome, mine: dict[Place, list[Decision]]) -> Decision | None:
    sha256 = one.proposal.sha256
    held = (d for words in dict.fromkeys((one.words.quote, one.proposal.quote)) for d in mine.get((sha256, words), ()))
    return next((d for d in held if is_about(d, sha256, one)), None)


def _row(case: Resolved, one: Outcome, mine: dict[Place, list[Decision]]) -> Row | None:
    document = case.documents[case.document_of(one)]
    before, after = around(document.text, one.words.start, one.words.end) if one.words.quote else ("", "")
    beside = tuple(case.claims[i] for i in one.beside if i in case.claims)
    return Row(one, document, before, after, beside, _decided(one, mine))


def _is(row: Row, state: str) -> bool:
    """Whether a row belongs to what waits, or to what was refused."""
    if state == "refused":
        return row.outcome.verdict == "refused" or (row.decided is not None and row.decided.verdict == "reject")
    return row.outcome.verdict == "to_check" and row.decided is None


def _address(state: str, kind: str, reader: str, **more: str) -> str:
    asked = {"state": state if state != "open" else "", "kind": kind, "reader": reader, **more}
    query = urlencode({k: v for k, v in asked.items() if v})
    return "/proposals" + (f"?{query}" if query else "")


async def save_proposal(request: Request) -> Response:
    """Write what was decided of one proposal; what the next page calls saved is on the disk."""
    form = await read_form(request)
    behind = live(request)
    verdict, _, ident = form.get("pick", "").partition(" ")
    if not ident:
        raise UsageFault("press accept or refuse beside a proposal")
    signed = sign(request, form)
    decision = decide_proposal(behind.resolved, ident, verdict, signed)
    await run_in_threadpool(behind.log().append, decision)
    kept = {"saved": decision.id, "why": signed.why}
    return back(
        _address(form.get("state", "open"), form.get("kind", ""), form.get("reader", ""), **kept), name=signed.by
    )
