"""Stretches of whole days, closed at both ends: what dated claims are laid over one another by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rashomon.text.calendar import format_interval, gap_days, month_end


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """From one ISO day to another, both included; ISO days sort as text."""

    first: str
    last: str

    @property
    def single(self) -> bool:
        """Whether it is one day only."""
        return self.first == self.last

    @property
    def length(self) -> int:
        """How many days it is."""
        return (date.fromisoformat(self.last) - date.fromisoformat(self.first)).days + 1

    def holds(self, other: Days) -> bool:
        """Whether every day of the other is one of these."""
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: Days) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def gap(self, other: Days) -> int:
        """Days from the end of the earlier to the start of the later; 0 where they share one."""
        return gap_days((self.first, self.last), (other.first, other.last)) or 0

    def __str__(self) -> str:
        return format_interval((self.first, self.last))


def days_between(earliest: str | None, latest: str | None) -> Days | None:
    """The days between two ISO dates or times, each a day, month or year; None where either is open or no date."""
    first, last = _edge(earliest, last=False), _edge(latest, last=True)
    return Days(first, last) if first and last and first <= last else None


def _edge(iso: str | None, *, last: bool) -> str | None:
    if not iso:
        return None
    try:
        numbers = [int(part) for part in iso[:10].split("-")]
        year = numbers[0]
        month = numbers[1] if len(numbers) > 1 else (12 if last else 1)
        if len(numbers) > 2:
            return date(year, month, numbers[2]).isoformat()
        return (month_end(year, month) if last else date(year, month, 1)).isoformat()
    except ValueError:
        return None
