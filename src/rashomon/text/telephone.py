"""Telephone numbers as strings: what a cell or a person writes, and its form in E.164; digits of other scripts read as ours.

Countries' own forms are known by phonenumbers (Apache-2.0), Google's library.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import phonenumbers

SCIENTIFIC = re.compile(r"\+?\d(?:[.,]\d+)?[eE]\s?\+?\d{1,2}")
"""A spreadsheet's short form of a long number: its last digits are lost, and nobody can guess them."""
_EXCEL = re.compile(r"\A=\s*\"(.*)\"\Z")
_KEPT = re.compile(r"[\s().\-/\u00a0\u200e\u200f\u202a-\u202e\u2010-\u2015'’]")
_PHONE = re.compile(r"(?:\+|00)?\d{7,15}")
POINT = re.compile(r"\.0+\Z")
"""What a spreadsheet puts behind a whole number."""
_LABEL = re.compile(r"\A(?:tel|msisdn|sip|phone|gsm)\s*:\s*|@.*\Z", re.IGNORECASE)
_EXTENT = re.compile(r"[;,].*\Z")
_ABROAD = 11
_SHAPE = 7
"""Leading digits that, with its length, settle how a number is made international: what follows is the subscriber's own."""


def plain(cell: str) -> str:
    """A cell without what a spreadsheet wraps around it, its digits as ours."""
    if cell.isalnum() and cell.isascii():
        return cell
    cell = cell.strip()
    if cell[:1] in ("'", "=") or cell[-1:] == '"':
        found = _EXCEL.match(cell)
        cell = (found[1] if found else cell.lstrip("'")).strip()
    if cell.isascii():
        return cell
    return "".join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in cell).strip()


def bare_number(cell: str) -> str:
    """A number's digits, with a plus where it is written with one or with 00; "" where the cell is no number of 7 to 15 digits."""
    if cell.isdecimal():
        return cell if 7 <= len(cell) <= 15 or (cell[:2] == "00" and len(cell) <= 17) else ""
    return _stripped(cell)


@lru_cache(maxsize=20_000)
def _stripped(cell: str) -> str:
    if SCIENTIFIC.fullmatch(cell):
        return ""
    cell = _EXTENT.sub("", _LABEL.sub("", POINT.sub("", cell)))
    kept = _KEPT.sub("", cell)
    return kept if _PHONE.fullmatch(kept) else ""


def international(cell: str, region: str | None, plusless: bool) -> str | None:
    """A number in E.164, where its country is told; None for a short number, a name, and a number cut short."""
    kept = bare_number(cell)
    if not kept:
        return None
    kept = "+" + kept[2:] if kept.startswith("00") else kept
    if plusless and kept[0] not in "+0" and _is_valid("+" + kept, None):
        # Eleven digits and more begin with the country's code in such a file; fewer may be written as at home.
        kept = kept if len(kept) < _ABROAD and region is not None and _is_valid(kept, region) else "+" + kept
    if kept[0] != "+" and region is None:
        return None
    cut, put = _shape(kept[:_SHAPE], len(kept), kept, region)
    return None if put is None else put + kept[cut:]


_shapes: dict[tuple[str, int, str | None], tuple[int, str | None]] = {}


def _shape(head: str, length: int, kept: str, region: str | None) -> tuple[int, str | None]:
    """How many leading characters are to be cut, and what is put before the rest; asked of the library once for each beginning."""
    key = (head, length, region)
    if key not in _shapes:
        _shapes[key] = _asked(kept, region)
    return _shapes[key]


def _asked(kept: str, region: str | None) -> tuple[int, str | None]:
    try:
        number = phonenumbers.parse(kept, region or "ZZ")
    except phonenumbers.NumberParseException:
        return 0, None
    if phonenumbers.is_possible_number_with_reason(number) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return 0, None
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    tail = 0
    while tail < min(len(kept), len(e164)) and kept[-1 - tail] == e164[-1 - tail]:
        tail += 1
    # Of a number cut in its subscriber's part nothing can be learned for the next one.
    tail = min(tail, len(kept))
    return len(kept) - tail, e164[: len(e164) - tail]


def is_valid_abroad(cell: str) -> bool:
    """Whether a number without a plus is a valid one when it is read as beginning with its country code."""
    kept = bare_number(cell)
    return bool(kept) and kept[0] not in "+0" and len(kept) >= 11 and _is_valid("+" + kept, None)


@lru_cache(maxsize=100_000)
def _is_valid(number: str, region: str | None) -> bool:
    """Whether a number is a valid one, as written or as of a region; of none, what has no plus is not."""
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, region))
    except phonenumbers.NumberParseException:
        return False
