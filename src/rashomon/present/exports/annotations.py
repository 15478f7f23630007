"""Every claim as a W3C Web Annotation (JSON-LD): its words selected by quote and by position."""

from __future__ import annotations

from typing import Any

import msgspec

from rashomon.model.claim import Claim
from rashomon.model.span import Quote
from rashomon.present.lookup import cut_selector
from rashomon.present.resolve import Resolved
from rashomon.present.words import PROPERTY, STANCE, chain_words, value_words


def export_annotations(case: Resolved) -> bytes:
    """An AnnotationPage with one Annotation a claim."""
    body = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "id": "urn:rashomon:annotations",
        "items": [annotation(case, c) for c in case.claims.values()],
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
            "source": f"urn:sha256:{found.sha256}" if found.sha256 else f"urn:rashomon:{claim.document}",
            "selector": [
                {"type": "TextQuoteSelector", "exact": found.exact, "prefix": found.prefix, "suffix": found.suffix},
                {"type": "TextPositionSelector", "start": found.start, "end": found.end},
            ],
        },
    }
