"""What two values of one property show when they are held against one another, and the question they answer."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.finding import FindingKind
from rashomon.stages.weigh.layout import Laid


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two values with all the claims that give them, and what their comparison comes to.

    `notes` are what the reason adds: why the difference is none, or what can't be ruled out. `says` is the whole
    sentence where the values alone do not make it.
    """

    kind: FindingKind
    first: tuple[Laid, ...]
    second: tuple[Laid, ...]
    notes: tuple[str, ...] = ()
    says: str | None = None

    @property
    def laids(self) -> tuple[Laid, ...]:
        """The claims of both sides."""
        return (*self.first, *self.second)
