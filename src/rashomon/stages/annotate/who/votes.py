"""What has been counted for and against a name being a person's, a body's or a place's."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Votes:
    """Weights for person, organization and place, and where the name was seen."""

    person: float = 0.0
    body: float = 0.0
    place: float = 0.0
    label: list[float] = field(default_factory=lambda: [0.0, 0.0, 0.0])
    seen: int = 0
    in_text: int = 0
    part: bool = False
    titled: bool = False
    vessel: bool = False

    def add(self, person: float, body: float, place: float) -> None:
        """Adds one sign's weights."""
        self.person += person
        self.body += body
        self.place += place
