"""The case behind the desk: the last build in memory, loaded again when a new one stands; the next build in the background.

The build itself comes in as a function: the desk knows no pipeline. While a new build is being loaded, pages go on
showing the one before it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from typing import Protocol

from rashomon.errors import CaseDamaged, RashomonError
from rashomon.model.addition import Addition
from rashomon.model.link import Decision
from rashomon.model.pictured import Draw
from rashomon.present.desk.reviews import Reviews
from rashomon.present.resolve import Resolved
from rashomon.stages.claims.entered import entered_id, gives_claim
from rashomon.store import additions
from rashomon.store.decisions import FILE, Decisions
from rashomon.store.view import CaseView, stamp

Tell = Callable[[str, int, int], None]
Clock = Callable[[], str]
STAGES = {
    "read": "reading reports", "link": "putting names and incidents together", "weigh": "comparing accounts",
    "write": "writing", "load": "loading",
}  # fmt: skip


class Build(Protocol):
    """Builds the case that the desk shows; tells its progress as (stage, done, total)."""

    def __call__(self, tell: Tell) -> None: ...


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the background build is; `fault` says why the last one stopped, `number` how many have ended."""

    running: bool = False
    stage: str = ""
    done: int = 0
    total: int = 0
    fault: str = ""
    number: int = 0

    @property
    def words(self) -> str:
        """The stage for a reader."""
        return STAGES.get(self.stage, self.stage)


@dataclass(frozen=True, slots=True)
class Shown:
    """One build as it is shown: its stamp, its tables, all of it in memory."""

    stamp: tuple[int, int]
    view: CaseView
    resolved: Resolved


def _stat(path: Path) -> tuple[int, int]:
    """When a log was last written and how long it is; zeros where there is none."""
    return (path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else (0, 0)


@dataclass
class Live:
    """One case, shared by all requests; what is shown is swapped whole when a new build stands."""

    case: Path
    build: Build
    clock: Clock
    warm: Callable[[Resolved], None] = lambda _: None
    draw: Draw | None = None
    progress: Progress = field(default_factory=Progress)
    _lock: Lock = field(default_factory=Lock)
    _loading: Lock = field(default_factory=Lock)
    _shown: Shown | None = None
    _reviews: tuple[tuple[int, int], Reviews] | None = None
    _additions: tuple[tuple[int, int], tuple[Addition, ...]] | None = None

    @property
    def resolved(self) -> Resolved:
        """The whole last build."""
        return self._current().resolved

    @property
    def view(self) -> CaseView:
        """The last build's tables, for search."""
        return self._current().view

    def log(self) -> Decisions:
        """The decision log, to be appended to."""
        return Decisions(self.case)

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision of the log, oldest first."""
        return self.reviews().decisions

    def reviews(self) -> Reviews:
        """What stands decided now, whether or not a build has followed it; read again only when the log grew."""
        now = _stat(self.case / FILE)
        kept = self._reviews
        if kept is None or kept[0] != now:
            kept = self._reviews = (now, Reviews.of(self.log().read()))
        return kept[1]

    def waiting(self) -> int:
        """How many decisions, added claims, or withdrawals, the shown build does not follow yet."""
        shown = self.resolved
        followed = {a.decision.id for a in shown.attached if not a.decision.withdrawn}
        asked = sum((d.id in followed) != (d.withdrawn is None) for d in self.decisions())
        by_sha = {a.document.sha256: a for a in shown.accounts} if self.additions() else {}
        return asked + sum(
            (entered_id(x) in shown.claims) != gives_claim(by_sha[x.words.sha256], x)
            for x in self.additions() if x.words.sha256 in by_sha
        )  # fmt: skip

    def additions(self) -> tuple[Addition, ...]:
        """Every claim that people added, oldest first; read again only when the log grew."""
        now = _stat(self.case / additions.FILE)
        kept = self._additions
        if kept is None or kept[0] != now:
            kept = self._additions = (now, additions.open_additions(self.case).read())
        return kept[1]

    def _current(self) -> Shown:
        shown = self._shown
        if shown is None:
            return self.load()
        if stamp(self.case) != shown.stamp and self._loading.acquire(blocking=False):
            Thread(target=self._load_behind, daemon=True).start()
        return shown

    def _load_behind(self) -> None:
        try:
            self.load()
        except CaseDamaged:
            pass  # what stood before goes on being shown; the next request tries again
        finally:
            self._loading.release()

    def load(self) -> Shown:
        """Load the last build and show it from now on."""
        now = stamp(self.case)
        view = CaseView(self.case)
        # Millions of records that hold no cycles: to look through them for cycles while loading takes longer than to
        # load them, and would make requests wait later.
        gc.disable()
        try:
            resolved = Resolved.of(view)
            self.warm(resolved)
        finally:
            gc.enable()
        gc.freeze()
        self._shown = Shown(now, view, resolved)
        return self._shown

    def start_build(self) -> bool:
        """Start the next build in the background; False while one runs."""
        with self._lock:
            if self.progress.running:
                return False
            self.progress = Progress(running=True, stage="read", number=self.progress.number)
        Thread(target=self._run, daemon=True).start()
        return True

    def _run(self) -> None:
        number = self.progress.number + 1

        def tell(stage: str, done: int, total: int) -> None:
            self.progress = Progress(True, stage, done, total, number=number - 1)

        fault = "the build stopped on a fault of the program; run `rashomon build` in a terminal to see it"
        try:
            self.build(tell)
            tell("load", 0, 0)
            self.load()
            fault = ""
        except RashomonError as found:
            fault = str(found)
        finally:
            self.progress = Progress(fault=fault, number=number)
