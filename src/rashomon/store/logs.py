"""Which logs a case has: all that people, or an intake, wrote down and that no build could make again."""

from __future__ import annotations

from pathlib import Path

from rashomon.store import additions, answers, decisions, notes, proposals, register, replies, showings
from rashomon.store.log import Log

NAMES = (
    register.NAME, decisions.FILE, additions.FILE, answers.FILE, answers.SENT, notes.FILE, proposals.FILE, replies.FILE,
    showings.FILE,
)  # fmt: skip
"""Their names in the case's folder."""


def logs_of(case: Path) -> tuple[Log, ...]:
    """Every log of a case, those too that have no line yet."""
    return tuple(Log(case, name) for name in NAMES)


def adopt_all(case: Path) -> None:
    """Begin the chains of logs that an older version wrote."""
    for log in logs_of(case):
        log.adopt()
