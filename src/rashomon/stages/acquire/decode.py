"""Bytes to characters: byte order marks, UTF-8, UTF-16, and the 8-bit code pages, or a reason why not."""

from __future__ import annotations

import codecs
import re

from rashomon.errors import SetAside
from rashomon.stages.acquire.language import guess_language

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"ID3", "a sound file"),
    (b"RIFF", "a sound, picture or video file"),
    (b"{\\rtf", "an RTF document"),
)
# Code pages of scripts other than Latin, where letters beyond ASCII are most of a text.
_CODE_PAGES = [
    "cp1251", "cp1253", "cp1255", "cp1256", "koi8_r", "iso8859_6", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip
_LATIN = {
    **dict.fromkeys(("pl", "cs", "sk", "hu", "sl", "hr", "bs", "ro", "sq"), "cp1250"),
    **dict.fromkeys(("tr", "az", "ku"), "cp1254"),
    **dict.fromkeys(("lt", "lv", "et"), "cp1257"),
    **dict.fromkeys(("is", "fo"), "cp1252"),
}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# The six places in which the Turkish code page differs from the western one: Ğ İ Ş ğ ı ş.
_TURKISH = re.compile(rb"[\xd0\xdd\xde\xf0\xfd\xfe]")
_SAMPLE = 1 << 16


def decode(data: bytes) -> str:
    """The text of a file, without its byte order mark. Raises `SetAside` for an empty or a binary file."""
    if not data.strip(b"\x00\t\n\x0b\x0c\r \xef\xbb\xbf\xff\xfe"):
        raise SetAside("the file is empty")
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise SetAside(f"the file is not text: by its first bytes it is {name}")
    text = _by_mark(data) or _by_zeros(data) or _by_utf8(data) or _by_code_page(data)
    _refuse_binary(text)
    return text


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    return None


def _by_zeros(data: bytes) -> str | None:
    """UTF-16 without a mark shows as zero bytes at every other place of its ASCII characters."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2 or 1
    low, high = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if high > 0.4 and low < 0.05:
        return data.decode("utf-16-le", errors="replace")
    if low > 0.4 and high < 0.05:
        return data.decode("utf-16-be", errors="replace")
    return None


def _by_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    # A few broken characters in a text that is otherwise UTF-8 and not plain ASCII: cut off, or pasted from elsewhere.
    broken = text.count("\ufffd")
    others = len(re.findall(r"[^\x00-\x7f\ufffd]", text))
    return data.decode("utf-8", errors="rashomon-pasted") if broken <= (3 * others if others > 1 else others) else None


def _read_pasted(fault: UnicodeError) -> tuple[str, int]:
    """A lone byte amid UTF-8 that is a letter or a quotation mark in the western code page is what was meant there."""
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    found, at = fault.object[fault.start : fault.end], fault.end
    alone = at == len(fault.object) or fault.object[at] < 0x80
    pasted = len(found) == 1 and alone and (found[0] >= 0xE0 or 0x91 <= found[0] <= 0x97) and found[0] != 0xF7
    return found.decode("cp1252") if pasted else "\ufffd", at


codecs.register_error("rashomon-pasted", _read_pasted)


def _by_code_page(data: bytes) -> str:
    """A guess among the code pages, from the lines that hold letters beyond ASCII."""
    from charset_normalizer import from_bytes

    if data[:_SAMPLE].count(0) > len(data[:_SAMPLE]) // 100:
        raise SetAside("the file is not text: it holds binary data")
    sample = b"\n".join(line for line in data.splitlines() if not line.isascii())[:_SAMPLE]
    high = sum(byte > 0x7F for byte in sample)
    best = from_bytes(sample, cp_isolation=_CODE_PAGES).best() if high * 4 > len(sample) else None
    return data.decode(best.encoding if best else _latin(sample), errors="replace")


def _latin(sample: bytes) -> str:
    """The code page of the language that the text reads as; else the Turkish one where its six letters occur."""
    language = guess_language(sample.decode("cp1250", errors="replace"))
    return _LATIN.get(language or "") or ("cp1254" if _TURKISH.search(sample) else "cp1252")


def _refuse_binary(text: str) -> None:
    controls = len(_CONTROLS.findall(text))
    if (controls - 4) * 100 > len(text) or text.count("\ufffd") * 20 > len(text):
        raise SetAside("the file is not text: it holds binary data, or an encoding that is not known")
