"""Every claim as a W3C Web Annotation (JSON-LD): its words selected by quote and by position.

The texts that the selectors point into stand in the same file: masks change offsets, so a masked annotation fits no other text.
"""

from __future__ import annotations

from typing import Any

import msgspec

from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.span import Quote
from rashomon.present.lookup import cut_selector
from rashomon.present.resolve import Resolved
from rashomon.present.words import PROPERTY, STANCE, chain_words, value_words


def export_annotations(case: Resolved) -> bytes:
    """An AnnotationPage with one Annotation a claim, and under `included` every report's text by the id of their sources."""
    body = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "id": "urn:rashomon:annotations",
        "items": [annotation(case, c) for c in case.claims.values()],
        "included": [_text(d) for d in case.documents.values()],
    }
    return msgspec.json.format(msgspec.json.encode(body), indent=1) + b"\n"


def annotation(case: Resolved, claim: Claim) -> dict[str, Any]:
    """One claim; the target's source is the report's sha256, or its number where hashes stay out."""
    found = cut_selector(case, claim.document, Quote(claim.start, claim.end, claim.quote))
    how = STANCE[claim.stance] or claim.stance
    words = f"{PROPERTY[claim.property]}: {value_words(case, claim)} ({chain_words(case, claim.chain)}; {how})"
    return {
        "id": f"urn:rashomon:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": {"type": "TextualBody", "value": words, "format": "text/plain", "language": "en"},
        "target": {
            "source": _source(case.documents[claim.document]),
            "selector": [
                {"type": "TextQuoteSelector", "exact": found.exact, "prefix": found.prefix, "suffix": found.suffix},
                {"type": "TextPositionSelector", "start": found.start, "end": found.end},
            ],
        },
    }


def _source(document: Document) -> str:
    return f"urn:sha256:{document.sha256}" if document.sha256 else f"urn:rashomon:{document.id}"


def _text(document: Document) -> dict[str, Any]:
    """One report's text as it is exported; offsets count its Unicode code points."""
    return {
        "id": _source(document), "type": "Text", "format": "text/plain", "language": document.language,
        "label": document.file, "value": document.text,
    }  # fmt: skip
