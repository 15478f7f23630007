"""The masked copy of a build, kept beside its tables: masking takes longer than all that is written from it.

It holds nothing that the tables do not hold, is its owner's alone, and is read only for the build and the wishes it was
made for. Its name begins as that of the tables, so that what clears those away takes it too.
"""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from rashomon.model.account import Account
from rashomon.model.document import Rejected
from rashomon.model.finding import Weighed
from rashomon.model.link import Attached, Linked

FILE = "case.db.masked"
_KEY = 64
"""Characters of a key: a sha256 in hexadecimal figures."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The records of a masked case, and the label of each telephone number in it."""

    accounts: tuple[Account, ...]
    linked: Linked
    weighed: Weighed
    attached: tuple[Attached, ...]
    rejected: tuple[Rejected, ...]
    numbers: dict[str, str]


def read_kept(case: Path, key: str) -> Kept | None:
    """The copy that was kept under a key; None where there is none, another, or one that cannot be read."""
    with suppress(OSError, zlib.error, msgspec.MsgspecError):
        body = (case / FILE).read_bytes()
        if body[:_KEY] == key.encode():
            return msgspec.json.decode(zlib.decompress(body[_KEY:]), type=Kept)
    return None


def keep(case: Path, key: str, kept: Kept) -> None:
    """Keep a copy in place of the last one. A case that cannot be written to is read all the same: then none is kept."""
    beside = case / f"{FILE}.{os.getpid()}"
    with suppress(OSError):
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(key.encode() + zlib.compress(msgspec.json.encode(kept), 1))
        beside.replace(case / FILE)
