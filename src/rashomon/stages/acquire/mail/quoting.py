"""Which lines of a message are an earlier one that it quotes: it is not read twice, nor as the word of who quotes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from rashomon.stages.acquire.draft import Line
from rashomon.stages.acquire.tables import read_lines


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    scopes: dict[str, list[str]] = {}
    for line in read_lines("mail.tsv"):
        scope, _, pattern = line.partition("\t")
        scopes.setdefault(scope, []).append(f"(?:{pattern})")
    return {scope: re.compile("|".join(parts), re.IGNORECASE) for scope, parts in scopes.items()}


def mark_quoted(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those of an earlier message marked as quoted."""
    end = next((at for at in range(len(lines)) if _opens_earlier(lines, at)), len(lines))
    marked = [replace(line, kind="quoted") if _is_quoted(lines, at) else line for at, line in enumerate(lines[:end])]
    return (*marked, *(replace(line, kind="quoted") for line in lines[end:]))


def _is_quoted(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].text
    if _marked(lines[at]):
        return True
    below = lines[at + 1 : at + 3]
    if below and _wrote(text) and _marked(below[0]):
        return True
    # Its own line was broken: "On Wed, 13 Mar 2019, A <a@b.c>" / "wrote:".
    broken = len(below) == 2 and below[0].gap == 0 and _marked(below[1]) and _wrote(f"{text} {below[0].text}")
    return broken and len(below[0].text) < 80 and bool(_DATED.search(text))


def _marked(line: Line) -> bool:
    return line.text.startswith(">") or line.kind == "quoted"


def _opens_earlier(lines: Sequence[Line], at: int) -> bool:
    """Whether all from a line on is an earlier message: under a rule that says so, or under its head.

    "On Monday X wrote:" counts where nothing below is marked as quoted: then all of it is.
    """
    text = lines[at].text
    if len(text) > 400:
        return False
    patterns = _patterns()
    if patterns["below"].fullmatch(text):
        return True
    if patterns["from"].fullmatch(text) and any(
        patterns["sent"].fullmatch(line.text) for line in lines[at + 1 : at + 4]
    ):
        return True
    marked = any(map(_marked, lines[at + 1 :]))
    return at > 0 and _wrote(text) and not marked and bool(_DATED.search(text))


_DATED = re.compile(r"\d{1,2}[:.]\d\d|\b(?:19|20)\d\d\b")


def _wrote(text: str) -> bool:
    return bool(_patterns()["wrote"].fullmatch(text))
