"""A page of an original as a picture, and what is asked for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """A page of an original, the words to be marked on it with what stands before them, and whether it is itself a picture."""

    sha256: str
    page: int
    words: str
    before: str
    scanned: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Pictured:
    """A page as a PNG; `boxes` are where words are marked (left, top, right, bottom, as parts of the page), empty where they were not found."""

    data: bytes
    boxes: tuple[tuple[float, float, float, float], ...]


Draw = Callable[[Wish], Pictured]
