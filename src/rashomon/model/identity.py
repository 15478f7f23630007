"""Ids: hashes of an original's sha256 and places in it, never of a name or a number alone."""

from __future__ import annotations

from hashlib import sha256


def make_id(prefix: str, origin: str, *parts: object) -> str:
    """A stable id: the prefix and 16 hex digits over the origin's hash and the parts, the same on any machine."""
    return prefix + sha256("\x1f".join([origin, *map(str, parts)]).encode()).hexdigest()[:16]
