"""One claim in its paragraph: a page, and the fragment that a click opens elsewhere."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import UsageFault
from rashomon.present.desk.places import page_number, paragraph, place_of
from rashomon.present.desk.render import live, page
from rashomon.present.why import why_claim


def claim(request: Request) -> Response:
    """The page of a claim."""
    return _show(request, "claim.html")


def claim_quote(request: Request) -> Response:
    """The quote in its paragraph."""
    return _show(request, "quote.html")


def _show(request: Request, template: str) -> Response:
    case = live(request).resolved
    found = case.claims.get(request.path_params["ident"])
    if found is None:
        raise UsageFault("there is no such claim in this case; its report may have been read again")
    before, after = paragraph(case, found)
    document = case.documents[found.document]
    return page(
        request,
        template,
        claim=found,
        document=document,
        leaf=page_number(document, found.start) if live(request).draw else None,
        before=before,
        after=after,
        findings=case.findings_of_claim.get(found.id, ()),
        place_of=place_of,
        stale=[a for a in case.stale if a.a == found.id],
        why=why_claim(case, found, None, (), found.id) if template == "claim.html" else (),
    )
