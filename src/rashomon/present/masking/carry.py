"""Offsets carried over the cuts of one text: masks change lengths, and a quote must still stand where it says."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from rashomon.model.span import Quote
from rashomon.present.masking.patterns import Cut
from rashomon.present.masking.words import replace_cuts

Record = TypeVar("Record")


class Carry:
    """The new text, and where a range of the old one stands in it."""

    def __init__(self, text: str, cuts: list[Cut]) -> None:
        self.text = replace_cuts(text, cuts)
        self._cuts = cuts
        self._starts = [c[0] for c in cuts]
        self._shifts, shift = [0], 0
        for start, end, label in cuts:
            shift += len(label) - (end - start)
            self._shifts.append(shift)

    def _carry(self, offset: int, *, after: bool) -> int:
        """A start inside a mask goes before it, an end inside one goes after it."""
        n = bisect_right(self._starts, offset - 1 if after else offset) - 1
        if n >= 0:
            start, end, label = self._cuts[n]
            if offset <= end if after else offset < end:
                begin = start + self._shifts[n]
                return begin + len(label) if after else begin
        return offset + self._shifts[n + 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A range in the new text: a mask is never cut in two."""
        first = self._carry(start, after=False)
        return first, max(first, self._carry(end, after=True)) if end > start else first

    def record(self, value: Record) -> Record:
        """A record with every span in it carried over and every quote cut anew."""
        moved: Record = _carried(value, self)
        return moved


def _carried(value: Any, carry: Carry) -> Any:
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(_carried(v, carry) for v in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    parts: dict[str, Any] = {}
    for item in fields(value):
        old = getattr(value, item.name)
        if isinstance(old, tuple | Quote) or is_dataclass(old):
            parts[item.name] = _carried(old, carry)
    if hasattr(value, "start") and hasattr(value, "end"):
        start, end = carry.span(value.start, value.end)
        parts.update(start=start, end=end)
        if hasattr(value, "quote"):
            parts["quote"] = carry.text[start:end]
    return replace(value, **parts)
