"""Lists that a spreadsheet saved in an 8-bit code page: which one, told by which of its letters stand where."""

from __future__ import annotations

import codecs
import re

# Words of three and more letters beyond ASCII are Cyrillic; Latin scripts have such letters one at a time.
_CYRILLIC = re.compile(rb"[\xa8\xb8\xc0-\xff]{3,}")
_BEYOND = re.compile(rb"[\x80-\xff]")
# The six letters in which the Turkish code page differs from the western one: Ğ İ Ş ğ ı ş.
_TURKISH = re.compile(rb"[\xd0\xdd\xde\xf0\xfd\xfe]")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decode_list(data: bytes) -> tuple[str, str | None]:
    """The text of a list, and the code page it was taken for; None where it is UTF-8 or says itself what it is."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), None
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        page = _guess(data)
        return data.decode(page, errors="replace"), page


def _guess(data: bytes) -> str:
    beyond = len(_BEYOND.findall(data))
    if sum(map(len, _CYRILLIC.findall(data))) * 2 > beyond:
        return "cp1251"
    return "cp1254" if _TURKISH.search(data) else "cp1252"
