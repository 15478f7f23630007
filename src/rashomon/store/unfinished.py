"""What a build has read and not yet written: kept beside the case, so that one that is broken off is taken up again.

One file of records, each a length, a reading key, a hash and an account as the derived tables keep it. A record that a
crash tore, or that is not what its hash says, ends the file. It holds nothing that could not be read again, and goes when the derived tables stand.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import msgspec

from rashomon.model.account import Account
from rashomon.store.private import open_file
from rashomon.store.writer import pack

FILE = "unfinished.readings"
_KEY = 64
_LENGTH = 8
_HASH = 32
_HEAD = _LENGTH + _KEY + _HASH


class Unfinished:
    """The readings of a build that did not end, and those of the one that is going on. The caller holds the case."""

    def __init__(self, case: Path) -> None:
        self._path = case / FILE
        self._handle: BinaryIO | None = None
        self._whole = 0
        self._full = False

    def read(self, wanted: set[str]) -> dict[str, Account]:
        """The accounts that were read under the wanted keys, as far as they are whole."""
        found: dict[str, Account] = {}
        for key, body in self._records():
            if key in wanted:
                try:
                    found[key] = msgspec.json.decode(zlib.decompress(body), type=Account)
                except (zlib.error, msgspec.MsgspecError):
                    break
            self._whole += _HEAD + len(body)
        if not found:
            self._whole = 0
        return found

    def keep(self, key: str, account: Account) -> None:
        """Adds a reading, behind those that `read` found whole. On a disk that is full nothing more is kept."""
        if self._full:
            return
        body = pack(account)
        try:
            if self._handle is None:
                self._handle = open_file(self._path, "ab")
                self._handle.truncate(self._whole)
            head = len(body).to_bytes(_LENGTH, "big") + key.encode("ascii")
            self._handle.write(head + sha256(head + body).digest() + body)
            self._handle.flush()
        except OSError:
            self._full = True
            self.clear()

    def close(self) -> None:
        """Lets go of the file, which stays."""
        if self._handle is not None:
            self._handle.close()
            self._handle = None

    def clear(self) -> None:
        """Takes the file away."""
        with suppress(OSError):
            self.close()
        self._handle = None
        self._path.unlink(missing_ok=True)

    def _records(self) -> Iterator[tuple[str, bytes]]:
        try:
            handle = self._path.open("rb")
        except FileNotFoundError:
            return
        with handle:
            size = os.fstat(handle.fileno()).st_size
            while len(head := handle.read(_HEAD)) == _HEAD:
                length = int.from_bytes(head[:_LENGTH], "big")
                if length > size - handle.tell():
                    return
                body = handle.read(length)
                if sha256(head[:-_HASH] + body).digest() != head[-_HASH:]:
                    return
                yield head[_LENGTH:-_HASH].decode("ascii", "replace"), body
