"""Where words stand on the desk: a long report is shown in parts, and each place in it has an address."""

from __future__ import annotations

import re
from functools import lru_cache

from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.present.resolve import Resolved

_PDF, _PAGE = "application/pdf", re.compile(r"p\. (\d+)")
PART = 24_000
"""Characters of a report on one page: about 4,000 words."""
AROUND = 700
"""Characters of a paragraph shown on either side of a quote."""


@lru_cache(maxsize=256)
def cut_parts(ident: str, text: str) -> tuple[tuple[int, int], ...]:
    """The parts of a report's text: cut between paragraphs, within one only where it alone is longer than a part."""
    parts, start = [], 0
    while start < len(text):
        end = min(len(text), start + PART)
        if end < len(text):
            end = max(text.rfind("\n", start + PART // 2, end) + 1, 0) or end
        parts.append((start, end))
        start = end
    return tuple(parts) or ((0, 0),)


def parts_of(document: Document) -> tuple[tuple[int, int], ...]:
    """The parts of a report."""
    return cut_parts(document.id, document.text)


def place_of(case: Resolved, document: str, offset: int, *, correct: str | None = None) -> str:
    """The address of an offset in a report, without the anchor; with a claim that is to be corrected there."""
    parts = parts_of(case.documents[document])
    number = next((n for n, (start, end) in enumerate(parts, 1) if start <= offset < end), 1)
    query = "&".join(
        x for x in (f"part={number}" if len(parts) > 1 else "", f"correct={correct}" if correct else "") if x
    )
    return f"/documents/{document}" + (f"?{query}" if query else "")


def page_number(document: Document, offset: int) -> int | None:
    """The page of a PDF on which a place of its text stands; None in other reports."""
    found = _PAGE.match(document.leaf_at(offset) or "") if document.media_type == _PDF else None
    return int(found[1]) if found else None


def paragraph(case: Resolved, claim: Claim) -> tuple[str, str]:
    """What stands before and after a claim's quote in its paragraph, cut where that is very long."""
    return around(case.documents[claim.document].text, claim.start, claim.end)


def around(text: str, first: int, last: int) -> tuple[str, str]:
    """What stands before and after some words in their paragraph, cut where that is very long."""
    start, end = text.rfind("\n", 0, first) + 1, text.find("\n", last)
    end = len(text) if end < 0 else end
    before, after = text[max(start, first - AROUND) : first], text[last : min(end, last + AROUND)]
    return ("… " if start < first - AROUND else "") + before, after + (" …" if end > last + AROUND else "")
