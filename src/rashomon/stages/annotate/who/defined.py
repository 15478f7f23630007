"""What a text's definition of a second name is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Defined:
    """One line's definition: the long name (empty where only described), the second names, the words that give them."""

    line: int
    owner: tuple[int, int]
    others: tuple[tuple[int, int], ...]
    start: int
    end: int
    personal: bool
