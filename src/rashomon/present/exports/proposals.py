"""What other readers proposed and is not admitted, as rows of the export."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rashomon.model.proposal import Outcome
from rashomon.present.resolve import Resolved

if TYPE_CHECKING:
    from collections.abc import Callable

    from rashomon.model.claim import Claim

Row = dict[str, Any]


def proposal_rows(case: Resolved, claim_row: Callable[[Resolved, Claim], Row]) -> Iterator[Row]:
    """Every proposal that is not admitted, in the order of documents and of giving: as a claim, as far as it is one."""
    for account in case.accounts:
        for one in account.outcomes:
            if one.verdict != "admitted":
                bare = claim_row(case, one.claim) if one.claim is not None else _bare(account.document.id, one)
                yield {**bare, **_own(one)}


def _bare(document: str, one: Outcome) -> Row:
    """Of one that was refused only its own words."""
    said, words = one.proposal, one.words
    value = {"text": said.value or said.quote}
    return {"document": document, "start": words.start, "end": words.end, "quote": words.quote,
            "property": said.property, "value": value}  # fmt: skip


def _own(one: Outcome) -> Row:
    said = one.proposal
    given = {"quote": said.quote, "value": said.value, "subject": said.subject, "speaker": said.speaker, "cue": said.cue,
             "stance": said.stance, "parties": [{"text": p.words, "role": p.role} for p in said.parties]}  # fmt: skip
    row: Row = {
        "id": said.id, "reader": f"{said.reader}/{said.version}", "outcome": one.verdict, "code": one.code,
        "reason": one.reason, "decision": one.decision, "beside": list(one.beside),
        "given": {k: v for k, v in given.items() if v},
    }  # fmt: skip
    return {**row, "translation": said.translation} if said.translation else row
