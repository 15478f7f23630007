"""The bytes of a regular file and of nothing else: a pipe, a device or a file without an end would never be read up."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

LARGEST = 512 * 1024 * 1024
"""Bytes of one file that is taken in."""


def read_regular(path: Path) -> bytes:
    """A file's bytes. Raises OSError, its reason in words, where it is no file, is too large, or gives more than it holds.

    What is opened is what is asked: a file may be put in another's place after somebody looked. Files of /proc say that
    they are empty and have no end.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        if reason := why_not_taken(found):
            raise OSError(errno.EINVAL, reason)
        data = file.read(found.st_size + 1)
    if len(data) > found.st_size:
        raise OSError(errno.EINVAL, "it holds more than its size says: it is still written to, or is no file on a disk")
    return data


def why_not_taken(found: os.stat_result) -> str | None:
    """Why something is no file that can be taken in; None where it is one."""
    if not stat.S_ISREG(found.st_mode):
        return "not a file: a pipe, a socket or a device"
    if found.st_size > LARGEST:
        return f"the file is larger than {LARGEST // (1024 * 1024)} MB"
    return None
