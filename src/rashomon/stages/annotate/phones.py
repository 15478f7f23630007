"""Telephone numbers in E.164, each with the years or dates that the text gives it."""

from __future__ import annotations

from rashomon.model.annotation import Phone, Sentence, TimeRef
from rashomon.model.document import Document


def find_phones(
    document: Document, sentences: tuple[Sentence, ...], times: tuple[TimeRef, ...], region: str | None
) -> tuple[Phone, ...]:
    """The numbers of a document, in text order; national formats only where a region is given."""
    return ()
