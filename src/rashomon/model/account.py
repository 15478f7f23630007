"""One document as read: what is kept of it between builds, and all that the case stages see."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.annotation import Annotations
from rashomon.model.claim import Reading
from rashomon.model.document import Document
from rashomon.model.fault import Fault
from rashomon.model.proposal import Outcome


@dataclass(frozen=True, slots=True)
class Account:
    """A document with its annotations (sentences without their tokens), its claims, and where this program broke.

    Every fault stands among what was not read, too. `outcomes` say what became of what other readers proposed for it: of
    those, only the claims of admitted ones stand among the reading's.
    """

    document: Document
    annotations: Annotations
    reading: Reading
    faults: tuple[Fault, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
