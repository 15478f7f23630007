"""What stands beside an expression: before, until, since, from ... to; a day counted from another day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from rashomon.model.annotation import Token
from rashomon.stages.annotate.times.extent import Extent

_SIDES = re.compile(
    r"(?:^|[\s(—–-])((?:(?:shortly|just|soon|right|immediately)\s+)?(?:before|prior\s+to|until|till|by|since|after))\s+(?:the\s+)?$",
    re.I,
)
_JOINED = re.compile(r"\s*(?:and|to|through|until|till|[-–—/])\s*(?:the\s+)?", re.I)
_OPENS = re.compile(r"\b(?:between|from)\s+(?:the\s+)?(?:around\s+|about\s+)?$", re.I)
_NOUNS = frozenset({"NOUN", "PROPN"})


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
    """ "before", "until", "since", "after" where that word governs the expression itself, not a noun it belongs to."""
    found = _SIDES.search(text, max(0, start - 30), start)
    if not found or text[end : end + 2] in ("'s", "’s"):
        return None
    word = " ".join(found[1].casefold().split())
    token = tokens.get(end + 1) if text[end : end + 1] == " " else None
    if (" " in word and not word.startswith("prior")) or (token is not None and token.pos in _NOUNS):
        return None
    return {"prior to": "before", "till": "until", "by": "until"}.get(word, word)


def bounded(extent: Extent, side: str | None) -> tuple[date | None, date | None]:
    """The first and last day that an extent leaves when it is only a bound."""
    first, last = extent.first, extent.last
    if side is None or first is None or last is None:
        return first, last
    if side == "before":
        return None, first if extent.type == "TIME" else first - timedelta(days=1)
    if side == "until":
        return None, last
    return first, None


def spanning(first: Extent, second: Extent) -> str | None:
    """The two as one interval of days, "1994-01-01/1997-12-31"; None where they don't follow one another."""
    if first.first is None or second.last is None or first.first > second.last:
        return None
    return f"{first.first.isoformat()}/{second.last.isoformat()}"


def without_clock(extent: Extent) -> Extent:
    """The extent as a plain day."""
    return replace(extent, clock=None)
