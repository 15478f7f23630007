"""A fault of this program over one part of a document, and the watch that a stage's readers run under."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from rashomon.model.claim import Unread
from rashomon.model.span import Span

Result = TypeVar("Result")
NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a reader of this program broke: its pass over these words is lost, and nothing else is.

    `what` is the kind of fault and the line of code, never words of the document. `whole` where the reader's pass over
    the whole document is lost, because no part of it alone makes it break.
    """

    document: str
    start: int
    end: int
    reader: str
    what: str
    whole: bool = False


class Watch(Protocol):
    """How a reader is run: whether what it breaks over is found and noted, or the fault goes through."""

    def over(
        self, reader: str, parts: Sequence[Span], read: Callable[[frozenset[int]], Result], nothing: Result
    ) -> Result:
        """What `read` gives; it is handed the numbers of the parts that it shall leave out.

        `nothing` stands for a pass that is lost.
        """
        ...


class Unwatched:
    """A fault goes through: so tests see it."""

    def over(
        self, reader: str, parts: Sequence[Span], read: Callable[[frozenset[int]], Result], nothing: Result
    ) -> Result:
        """What `read` gives of all parts."""
        return read(NONE)


UNWATCHED = Unwatched()


def as_unread(fault: Fault, text: str) -> Unread:
    """A fault as a row of what was not read, with why in words for the user."""
    scope = ", over the whole report" if fault.whole else ""
    why = f"this program broke here (reader {fault.reader}{scope}: {fault.what}); please report that"
    return Unread(fault.document, fault.start, fault.end, text[fault.start : fault.end], why)
