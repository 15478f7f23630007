"""One writer a case: an advisory lock that the operating system drops when its holder dies."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rashomon.errors import CaseLocked, Stop
from rashomon.store.private import make_folder, open_file, tighten


@contextmanager
def hold(case: Path) -> Iterator[None]:
    """Hold the case for writing, and keep it from others' eyes; raises CaseLocked at once when another process does, Stop where nobody can write."""
    try:
        make_folder(case)
        opened = open_file(case / ".lock", "ab")
    except OSError as fault:
        raise Stop(f"{case}: the case cannot be written to: {fault.strerror}") from fault
    with opened as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            raise CaseLocked(f"{case}: another build holds this case; wait for it to end, then try again") from fault
        tighten(case)
        yield
