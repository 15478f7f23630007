"""The case behind the desk: the last build in memory, loaded again when a new one stands; the next build in the background.

The build itself comes in as a function: the desk knows no pipeline.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from typing import Protocol

from rashomon.errors import RashomonError
from rashomon.present.resolve import Resolved
from rashomon.store.decisions import Decisions
from rashomon.store.view import CaseView, stamp

Tell = Callable[[str, int, int], None]


class Build(Protocol):
    """Builds the case that the desk shows; tells its progress as (stage, done, total)."""

    def __call__(self, tell: Tell) -> None: ...


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the background build is; `fault` says why the last one stopped."""

    running: bool = False
    stage: str = ""
    done: int = 0
    total: int = 0
    fault: str = ""


@dataclass
class Live:
    """One case, shared by all requests; `view` and `resolved` are swapped whole when a new build stands."""

    case: Path
    build: Build
    progress: Progress = field(default_factory=Progress)
    _lock: Lock = field(default_factory=Lock)
    _stamp: tuple[int, int] | None = None
    _view: CaseView | None = None
    _resolved: Resolved | None = None

    @property
    def resolved(self) -> Resolved:
        """The whole last build."""
        self._refresh()
        assert self._resolved is not None
        return self._resolved

    @property
    def view(self) -> CaseView:
        """The last build's tables, for search."""
        self._refresh()
        assert self._view is not None
        return self._view

    def log(self) -> Decisions:
        """The decision log, to be appended to."""
        return Decisions(self.case)

    def _refresh(self) -> None:
        with self._lock:
            now = stamp(self.case)
            if now != self._stamp or self._view is None:
                view = CaseView(self.case)
                self._resolved, self._view, self._stamp = Resolved.of(view), view, now

    def start_build(self) -> bool:
        """Start the next build in the background; False while one runs."""
        with self._lock:
            if self.progress.running:
                return False
            self.progress = Progress(running=True, stage="read")
        Thread(target=self._run, daemon=True).start()
        return True

    def _run(self) -> None:
        def tell(stage: str, done: int, total: int) -> None:
            self.progress = Progress(True, stage, done, total)

        try:
            self.build(tell)
            self.progress = Progress()
        except RashomonError as fault:
            self.progress = Progress(fault=str(fault))
