"""Parses of a case's documents, kept beside its tables: a new rule or a corrected outlet costs no new parse.

One file for each original, named by its sha256: the key of the parse, a hash, and the sentences with their tokens as the
parser gave them, before anything is mended. It is a cache: what cannot be read, or was made under another key, is made
anew, and `purge` takes a document's away. Each process reads and writes its own documents'.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import msgspec

from rashomon.model.annotation import Sentence
from rashomon.store.private import make_folder, open_file

FOLDER = "parses"
_KEY, _HASH = 64, 32


class Parses:
    """The parses that a case keeps."""

    def __init__(self, case: Path) -> None:
        self._folder = case / FOLDER

    def read(self, digest: str, key: str) -> tuple[Sentence, ...] | None:
        """The sentences of an original as they were parsed under a key; None where none are kept whole."""
        with suppress(OSError, zlib.error, msgspec.MsgspecError):
            held = (self._folder / digest).read_bytes()
            body = held[_KEY + _HASH :]
            if held[:_KEY] == key.encode() and held[_KEY : _KEY + _HASH] == sha256(body).digest():
                held_ones = msgspec.msgpack.decode(zlib.decompress(body), type=tuple[Sentence, ...])
                return tuple(replace(one, governance=()) for one in held_ones)
        return None

    def keep(self, digest: str, key: str, sentences: tuple[Sentence, ...]) -> None:
        """Keeps the sentences of an original in place of those of another key; nothing where they cannot be written."""
        body = zlib.compress(msgspec.msgpack.encode(sentences), 1)
        with suppress(OSError):
            make_folder(self._folder)
            beside = self._folder / f"{digest}.new"
            with open_file(beside, "wb") as file:
                file.write(key.encode() + sha256(body).digest() + body)
            beside.replace(self._folder / digest)


def forget_parses(case: Path, digests: Iterable[str]) -> None:
    """Delete the parses of some originals."""
    for digest in digests:
        for name in (digest, f"{digest}.new"):
            (case / FOLDER / name).unlink(missing_ok=True)
