"""What speakers say that fits no other property."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model.claim import Attribution
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.view import View


def find_statements(view: View, told: Told, attributions: Sequence[Attribution]) -> tuple[Draft, ...]:
    """A statement for each attribution's content."""
    return ()
