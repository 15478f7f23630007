"""One document as read: what is kept of it between builds, and all that the case stages see."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.annotation import Annotations
from rashomon.model.claim import Reading
from rashomon.model.document import Document


@dataclass(frozen=True, slots=True)
class Account:
    """A document with its annotations (sentences without their tokens) and its claims."""

    document: Document
    annotations: Annotations
    reading: Reading
