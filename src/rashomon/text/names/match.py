"""What a comparison of two names gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A score from 0 to 1, whether that is enough to call the names one bearer's, and a sentence with the parts that decide."""

    score: float
    same: bool
    reason: str
