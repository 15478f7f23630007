"""One writer a case: an advisory lock that the operating system drops when its holder dies."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rashomon.errors import CaseLocked


@contextmanager
def hold(case: Path) -> Iterator[None]:
    """Hold the case for writing; raises CaseLocked at once when another process does."""
    case.mkdir(parents=True, exist_ok=True)
    with (case / ".lock").open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            raise CaseLocked(f"{case}: another build holds this case; wait for it to end, then try again") from fault
        yield
