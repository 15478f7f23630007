"""ZIP archives from strangers: counted and measured by their table of contents before a byte is unpacked."""

from __future__ import annotations

import zlib
from io import BytesIO
from lzma import LZMAError
from zipfile import BadZipFile, LargeZipFile, ZipFile

from rashomon.errors import SetAside

DAMAGED = (
    BadZipFile,
    LargeZipFile,
    zlib.error,
    LZMAError,
    KeyError,
    ValueError,
    OSError,
    NotImplementedError,
    EOFError,
)
"""What unpacking a damaged archive raises."""
MOST_FILES = 10_000
MOST_BYTES = 512 * 1024**2
"""Bytes of all files of one archive, unpacked. What a file holds beyond the size that the table gives is not unpacked."""


def open_zip(data: bytes) -> ZipFile:
    """An archive that is worth unpacking. Raises `SetAside` for one that is damaged, locked, or swells too much."""
    try:
        archive = ZipFile(BytesIO(data))
        found = archive.infolist()
    except DAMAGED as fault:
        raise SetAside("it cannot be unpacked: it is damaged or cut off") from fault
    if len(found) > MOST_FILES:
        raise SetAside(f"it holds {len(found):,} files, more than the {MOST_FILES:,} that are unpacked from one")
    if sum(info.file_size for info in found) > MOST_BYTES:
        raise SetAside(f"unpacked it would be larger than {MOST_BYTES // 1024**2} MB, as a bomb is; unpack it yourself")
    if any(info.flag_bits & 1 for info in found):
        raise SetAside("it is locked with a password; save a copy of it without one")
    return archive
