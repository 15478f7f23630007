"""Requests for comment as a report shows them: from the case's log, laid on this build's people, masked with the case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.present.masking import Masker
from rashomon.present.report.sheet import Asked
from rashomon.present.resolve import Resolved
from rashomon.store.replies import Reply


def lay_requests(case: Resolved, shown: Resolved, replies: Iterable[Reply], masker: Masker | None) -> Iterator[Asked]:
    """The requests that stand, each with its entity in `shown`, the case as it is printed; `case` is it unmasked."""
    ids = dict(zip(case.entities, shown.entities, strict=True))
    for reply in replies:
        entity = case.entity(case.referent_at.get((reply.who.sha256, reply.who.start)))
        if entity and not reply.withdrawn:
            answer = masker.text(reply.answer) if masker and reply.answer else reply.answer
            yield Asked(ids[entity], reply.asked, masker.text(reply.way) if masker else reply.way, answer)
