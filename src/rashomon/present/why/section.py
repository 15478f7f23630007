"""One heading of an explanation, with its lines."""

from __future__ import annotations

from typing import NamedTuple


class Section(NamedTuple):
    """What is told (a fixed word, for scripts), how it is headed, and its lines."""

    about: str
    heading: str
    lines: tuple[str, ...]
