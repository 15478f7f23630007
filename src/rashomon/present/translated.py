"""The words of an original beside those of its translation: by paragraphs, where both have as many."""

from __future__ import annotations

from rashomon.model.claim import Claim
from rashomon.model.document import Block, Document
from rashomon.model.span import Quote
from rashomon.model.translated import Translation, translation_of
from rashomon.present.resolve import Resolved


def original_of(case: Resolved, claim: Claim) -> tuple[Translation, Quote | None] | None:
    """What a claim's report is the translation of, with the paragraph that answers its own; None for no translation."""
    document = case.documents[claim.document]
    made = translation_of(document)
    if made is None:
        return None
    original = case.documents.get(made.of)
    return made, _answering(document, original, claim.start) if original else None


def original_words(case: Resolved, claim: Claim) -> str | None:
    """ "translated from b.txt: “...”"; None for a claim of no translation."""
    found = original_of(case, claim)
    if found is None:
        return None
    made, words = found
    return f"translated from {made.file}" + (f": “{words.quote}”" if words else "")


def _answering(document: Document, original: Document, start: int) -> Quote | None:
    own, other = _paragraphs(document), _paragraphs(original)
    at = next((n for n, block in enumerate(own) if block.start <= start < block.end), None)
    if at is None or len(own) != len(other):
        return None
    return Quote.cut(original.text, other[at].start, other[at].end)


def _paragraphs(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.kind != "boilerplate"]
