"""What came of comparing two bearers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two bearers by number, the verdict, the score and the sentence; `firm` that a question holds them apart."""

    a: int
    b: int
    verdict: Literal["same", "different", "disputed"]
    score: float
    reason: str
    firm: bool = False
