"""What a file tells beside its text."""

from __future__ import annotations

from msgspec import Struct


class Told(Struct, frozen=True):
    """A property of a file: what kind, and its value, cut to 200 letters."""

    kind: str
    value: str


class Stripped(Struct, frozen=True):
    """A copy without its properties; None where this kind of file cannot be written without them."""

    data: bytes | None
