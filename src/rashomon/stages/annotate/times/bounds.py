"""What stands beside an expression: before, until, since, from ... to; a day counted from another day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta

from rashomon.model import parts
from rashomon.model.annotation import Token
from rashomon.stages.annotate.times.extent import Extent

_SIDES = re.compile(
    r"(?:^|[\s(—–-])((?:(?:shortly|just|soon|right|immediately)\s+)?"
    r"(?:before|prior\s+to|until|till|by|since|after))\s+(?:the\s+)?$",
    re.I,
)
_JOINED = re.compile(r"\s*(?:and|to|through|until|till|[-–—/])\s*(?:the\s+)?", re.I)
_OPENS = re.compile(r"\b(?:between|from)\s+(?:the\s+)?(?:around\s+|about\s+)?$", re.I)


def joins(text: str, first_end: int, second_start: int) -> bool:
    """True when only "and", "to" or a dash stands between two expressions."""
    return _JOINED.fullmatch(text, first_end, second_start) is not None


def opens_range(text: str, start: int) -> bool:
    """True after "between" and "from"."""
    return _OPENS.search(text, max(0, start - 30), start) is not None


def is_dash(text: str, first_end: int, second_start: int) -> bool:
    """True when a dash alone joins the two."""
    return text[first_end:second_start].strip() in ("-", "–", "—")


def side_of(text: str, start: int, end: int, tokens: Mapping[int, Token]) -> str | None:
    """Before, until, since or after, where that word governs the expression itself, not a noun it belongs to."""
    found = _SIDES.search(text, max(0, start - 30), start)
    if not found or text[end : end + 2] in ("'s", "’s"):
        return None
    word = " ".join(found[1].casefold().split())
    token = tokens.get(end + 1) if text[end : end + 1] == " " else None
    if (" " in word and not word.startswith("prior")) or (token is not None and token.is_a(parts.NOUN)):
        return None
    return {"prior to": "before", "till": "until", "by": "until"}.get(word, word)


def bounded(extent: Extent, side: str | None) -> tuple[str | None, str | None]:
    """The first and last day or time, ISO, that an extent leaves when it is only a bound; an hour bounds its day."""
    if extent.first is None or extent.last is None:
        return None, None
    clock = extent.clock or ""
    first, last = extent.first.isoformat() + clock, extent.last.isoformat() + clock
    if side is None:
        return first, last
    if side in ("before", "until"):
        if extent.type == "TIME":
            return (extent.first.isoformat() if side == "before" else None), last
        return None, last if side == "until" else (extent.first - timedelta(days=1)).isoformat()
    return first, extent.last.isoformat() if extent.type == "TIME" and side == "after" else None


def spanning(first: Extent, second: Extent) -> tuple[str, str] | None:
    """The two as one interval, first and last day; None where they don't follow one another."""
    if first.first is None or second.last is None or first.first > second.last:
        return None
    return first.first.isoformat(), second.last.isoformat()
