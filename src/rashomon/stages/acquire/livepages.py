"""Live pages: entries with a time each, the newest mostly on top. Each is read as of its own day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from rashomon.stages.acquire.draft import Line
from rashomon.stages.acquire.stamps import is_stamp, read_iso

_ENTRY = re.compile(r"liveblog(?:update|posting)|live-?(?:blog|update|entry|post)", re.IGNORECASE)
_FEWEST = 2


def is_live(root: etree._Element) -> bool:
    """Whether a page calls itself live, by its data or by the names of its parts, and has times in it."""
    times = sum(1 for _ in root.iter("time"))
    if times < _FEWEST:
        return False
    marked = (" ".join(filter(None, (e.get("itemprop"), e.get("itemtype"), e.get("class")))) for e in root.iter("*"))
    told = (script.text or "" for script in root.iter("script") if "ld+json" in (script.get("type") or ""))
    return any(map(_ENTRY.search, marked)) or any("LiveBlogPosting" in text for text in told)


def when(time: etree._Element, shown: str | None) -> str | None:
    """What is read in the place of a time's words: its day and hour, where the words alone ("9.14am") leave the day open."""
    day = read_iso(time.get("datetime") or "")
    return day[:16].replace("T", " ") if day and not read_iso(shown or "") else shown


def date_entries(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, each that holds a full date alone made the head of its entry."""
    dated = [is_stamp(line.text) and read_iso(line.text) is not None for line in lines]
    pairs = zip(lines, dated, strict=True)
    return tuple(replace(line, kind="dateline") if own and sum(dated) >= _FEWEST else line for line, own in pairs)
