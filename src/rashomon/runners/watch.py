"""The one place where what breaks over a part of a document is caught: the part is found, noted and left out."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from rashomon.errors import RashomonError
from rashomon.model.fault import NONE, Fault
from rashomon.model.span import Span

Result = TypeVar("Result")
_ROUNDS = 3
"""So often a pass is tried again without the parts that broke it, before all of it is given up."""


def tell_fault(fault: BaseException) -> str:
    """The kind of fault and the line of code it came from: never words of a document."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{type(fault).__name__} at {Path(last.filename).name}:{last.lineno}"


class Catching:
    """Runs the readers of one document, or of one case; `faults` are those over which one broke, in order."""

    def __init__(self, document: str) -> None:
        self._document = document
        self.faults: list[Fault] = []

    def over(
        self, reader: str, parts: Sequence[Span], read: Callable[[frozenset[int]], Result], nothing: Result
    ) -> Result:
        """What `read` gives without the parts over which it breaks, each of them noted.

        The parts are found by halving, so that all the work is a few passes more. `nothing` where no part alone is to
        blame. A RashomonError goes through.
        """
        out: frozenset[int] = NONE
        for _ in range(_ROUNDS):
            what, found = _attempt(read, out)
            if what is None:
                return found[0]
            bad = _breaking(read, frozenset(range(len(parts))), [n for n in range(len(parts)) if n not in out])
            if not bad:
                break
            self.faults += [Fault(self._document, parts[n].start, parts[n].end, reader, why) for n, why in bad]
            out |= {n for n, _ in bad}
        what, found = _attempt(read, out)
        if what is None:
            return found[0]
        start, end = (parts[0].start, parts[0].end) if parts else (0, 0)
        self.faults.append(Fault(self._document, start, end, reader, what, whole=True))
        return nothing


def _attempt(read: Callable[[frozenset[int]], Result], out: frozenset[int]) -> tuple[str | None, list[Result]]:
    """What broke and nothing, or no fault and what was read."""
    try:
        return None, [read(out)]
    except RashomonError:
        raise
    except Exception as fault:  # noqa: BLE001 - the one place: whatever breaks over one part must not cost the others
        return tell_fault(fault), []


def _breaking(
    read: Callable[[frozenset[int]], Result], all_: frozenset[int], shown: Sequence[int]
) -> list[tuple[int, str]]:
    """The parts over each of which alone `read` breaks, with what broke; none where it breaks over nothing at all."""
    found: list[tuple[int, str]] = []
    open_ = [list(shown)] if _attempt(read, all_)[0] is None else []
    while open_:
        some = open_.pop()
        if not some:
            continue
        what, _ = _attempt(read, all_ - set(some))
        if what is None:
            continue
        if len(some) == 1:
            found.append((some[0], what))
        else:
            half = len(some) // 2
            open_ += [some[half:], some[:half]]
    return found
