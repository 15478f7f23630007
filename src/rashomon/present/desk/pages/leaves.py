"""The page of a PDF that a claim was read from, as a picture with its words marked."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import UsageFault
from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.pictured import Pictured, Wish
from rashomon.present.desk.places import page_number, place_of
from rashomon.present.desk.render import live, page

_BEFORE = 200
"""Characters before the words, by which they are told from the same words elsewhere on the page."""


def claim_page(request: Request) -> Response:
    """The picture with what it shows."""
    claim, document, number = _place(request)
    drawn = _drawn(request, claim, document, number)
    return page(
        request, "leaf.html", claim=claim, document=document, number=number, drawn=drawn, place_of=place_of,
        scanned=_is_scanned(document, claim),
    )  # fmt: skip


def claim_picture(request: Request) -> Response:
    """The picture alone."""
    claim, document, number = _place(request)
    return Response(_drawn(request, claim, document, number).data, media_type="image/png")


def _place(request: Request) -> tuple[Claim, Document, int]:
    case = live(request).resolved
    claim = case.claims.get(request.path_params["ident"])
    if claim is None:
        raise UsageFault("there is no such claim in this case; its report may have been read again")
    document = case.documents[claim.document]
    number = page_number(document, claim.start)
    if number is None:
        raise UsageFault("this claim was read from no page of a PDF")
    return claim, document, number


def _is_scanned(document: Document, claim: Claim) -> bool:
    return any(span.start < claim.end and claim.start < span.end for span in document.scanned)


def _drawn(request: Request, claim: Claim, document: Document, number: int) -> Pictured:
    draw = live(request).draw
    if draw is None:
        raise UsageFault("this desk draws no pages")
    before = document.text[max(0, claim.start - _BEFORE) : claim.start]
    scanned = _is_scanned(document, claim)
    return draw(Wish(document.sha256, number, claim.quote, before, scanned, document.language))
