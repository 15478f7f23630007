"""Page furniture: lines, and stretches within lines, that a web page prints around a report."""

from __future__ import annotations

import re
from functools import cache

from rashomon.stages.acquire.tables import read_lines

_LONGEST = 400
_PIECE_HINTS = (
    "http://", "https://", "@", "twitter", "facebook", "instagram", "©", "(c)", "copyright", "reserved", "redistributed",
    "embed", "skip ad", "cancel send", "(file", "(photo", "(image", "(picture", "(video", "(credit", "(courtesy", "(source",
    "(graphic", "(screen", "email", "e-mail", "contact", "reach", "posted", "published", "sent!", "see more", "buy ",
    "caption", "subscri", "become a", "responsible for", "moderated",
)  # fmt: skip
"""Words of which one stands in every line with such a stretch: looked for before the patterns, which take longer."""
_CLOCK = re.compile(r"\d [AP]\.?M\b")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    scopes: dict[str, list[str]] = {}
    for line in read_lines("furniture.tsv"):
        scope, _, pattern = line.partition("\t")
        scopes.setdefault(scope, []).append(f"(?:{pattern})")
    return {scope: re.compile("|".join(parts), re.IGNORECASE) for scope, parts in scopes.items()}


def is_furniture(line: str) -> bool:
    """Whether the whole line is furniture."""
    patterns = _patterns()
    if patterns["gallery"].match(line) or not any(map(str.isalnum, line[:_LONGEST])):
        return True
    if len(line) > _LONGEST:
        return False
    return bool(patterns["line"].fullmatch(line) or patterns["start"].match(line) or opens_comments(line))


def opens_comments(line: str) -> bool:
    """Whether the line stands over the readers' comments."""
    return len(line) <= _LONGEST and bool(_patterns()["rest"].fullmatch(line))


def opens_list(line: str) -> bool:
    """Whether the line stands over a list of stories elsewhere."""
    return len(line) <= _LONGEST and bool(_patterns()["list"].fullmatch(line))


def find_labels(caption: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a caption that say that it is one, and whose picture it is: nobody speaks in them."""
    patterns = _patterns()
    opens, credit = patterns["label"].match(caption), patterns["credit"].search(caption)
    found = [m.span() for m in (opens, credit) if m is not None]
    return tuple(found) if not opens or not credit or opens.end() <= credit.start() else ()


def find_pieces(line: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a line that are furniture, in order, not touching."""
    if not any(map(line.lower().__contains__, _PIECE_HINTS)) and not _CLOCK.search(line):
        return ()
    return tuple(m.span() for m in _patterns()["piece"].finditer(line) if m.end() > m.start())
