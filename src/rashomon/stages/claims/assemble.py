"""From drafts to claims: the chain over each, its root, basis and stance, and what repeats what."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model.claim import Attribution, ChainLink, Claim
from rashomon.model.identity import make_id
from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.view import View

VERSION = "1"


def assemble(view: View, attributions: Sequence[Attribution], drafts: Sequence[Draft]) -> tuple[Claim, ...]:
    """The claims, in text order, each with its chain; equal drafts give one claim."""
    document = view.document
    outlet = ChainLink(document.publisher or document.title or document.file, "outlet")
    claims = {}
    for draft in sorted(drafts, key=lambda d: (d.quote.start, d.quote.end, d.property)):
        claim = Claim(
            make_id("c", document.sha256, draft.quote.start, draft.quote.end, draft.property, draft.value),
            document.id, draft.quote.start, draft.quote.end, draft.quote.quote, draft.subject, draft.property,
            draft.value, (outlet, *draft.links), None, "own", draft.stance, None, None, None,
            f"{draft.reader}/{VERSION}",
        )  # fmt: skip
        claims.setdefault(claim.id, claim)
    return tuple(claims.values())
