"""Files and folders that only their owner may enter: a case names people whom others would like to find."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

FOLDER, FILE = 0o700, 0o600
_OTHERS = 0o077


def make_folder(path: Path) -> None:
    """Make a folder for its owner alone; those above it that are missing are made as the system makes them."""
    if not path.is_dir():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir(mode=FOLDER, exist_ok=True)


def open_handle(path: Path, flags: int) -> int:
    """A descriptor of a file that, where it is made now, is its owner's alone."""
    return os.open(path, flags | os.O_CREAT, FILE)


def open_file(path: Path, mode: str) -> BinaryIO:
    """A binary file that, where it is made now, is its owner's alone."""
    return open(path, mode, opener=lambda name, flags: os.open(name, flags, FILE))  # type: ignore[return-value]


def replace_file(path: Path, data: bytes) -> None:
    """Put a file in place of another in one step; on the disk when this returns."""
    beside = path.with_name(f"{path.name}.new")
    handle = open_handle(beside, os.O_WRONLY | os.O_TRUNC)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - a descriptor
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    flush(path.parent)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to be written, its owner's alone, that stands at `path` once all of it is on the disk; nothing is left of one that breaks off."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.resolve().parent)
    beside = Path(name)
    try:
        os.close(handle)
        with beside.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    flush(path.resolve().parent)


def flush(path: Path) -> None:
    """Returns once a file, or the names in a folder, are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def tighten(case: Path) -> None:
    """Take from everybody but the owner what older versions, or a copy, let them read. Other people's files stay so."""
    for path in (case, *_ours(case)):
        with suppress(OSError):
            mode = path.lstat().st_mode
            if mode & _OTHERS and not path.is_symlink():
                path.chmod(mode & 0o7777 & ~_OTHERS)


OURS = ("*.jsonl", "case.db*", "unfinished.*", "journal", "head*", ".lock", "*.damaged", "case.toml", "desk-*.html*")
"""The names that this program gives in a case's folder, beside `originals`."""


def is_ours(path: Path) -> bool:
    """Whether a file of a case's folder is one that this program wrote."""
    return any(path.match(pattern) for pattern in OURS)


def _ours(case: Path) -> Iterator[Path]:
    for pattern in OURS:
        yield from case.glob(pattern)
    for held in ("originals", "parses", "calls"):
        for folder, names, files in os.walk(case / held):
            yield Path(folder)
            yield from (Path(folder, name) for name in (*names, *files))
