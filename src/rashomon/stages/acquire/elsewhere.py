"""Headlines of other stories: they tell of other incidents, and are no part of the report they stand under."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rashomon.model.document import APART
from rashomon.stages.acquire.draft import Line
from rashomon.stages.acquire.tables import read_lines, read_words
from rashomon.text.fold import fold

_END = re.compile(r"[.!?…:;,][\"”’'»«“)\]]*$")
_STOP = re.compile(r"[.!?][\"”’')\]]*\s")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# A name with an age, an amount, a time of day, a bullet, a table's row with a number: lists that belong to the report.
_LISTED = re.compile(
    r"^\s*\d{1,4}\s?[|\t]|[|\t]\s?\d{1,4}\s?(?:[|\t]|$)"
    r"|,\s*\d{1,3}\b|\b\d{1,2}[:.]\d\d\b|^\s*(?:[-–—•*·▪]\s|\(?\d{1,3}[.)]\s)|\(\d{1,3}\)|\S@\S"
)
_FEWEST, _MOST = 4, 20
# "1:48 Zoo's baby rhino has a toy": a player's list, where several stand in one document.
_CLIP = re.compile(r"\d{1,2}:\d\d (?![ap]\.?m)[^.!?]{12,}$")


def find_headlines_below(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the last lines that are headlines of other stories: each on its own line, or run together."""
    at = len(lines)
    found: list[int] = []
    while at and (lines[at - 1].kind == "boilerplate" or _may_be_headline(lines[at - 1])):
        at -= 1
        if lines[at].kind is None:
            found.append(at)
    last = at - 1
    if last >= 1 and is_run_together(lines[last].text):
        return frozenset([*found, last])
    if len(found) < 2 or at < 2 or lines[at - 1].text.endswith((":", ";")):
        return frozenset()
    return frozenset(found)


def _may_be_headline(line: Line) -> bool:
    return not line.listed and line.kind not in APART and is_headline_like(line.text)


def is_headline_like(text: str) -> bool:
    """A line of a headline's length, without a full stop, that is no item of a list in the report."""
    words = text.count(" ") + 1
    if not _FEWEST <= words <= _MOST or _LISTED.search(text):
        return False
    opens = text[0].isupper() or text[0].isdigit() or text[0] in "‘'"
    return opens and (text[-1] in "?!" or not _END.search(text))


def is_run_together(text: str) -> bool:
    """Whether a line is several headlines in a row: no full stop, and words that open headlines within it."""
    words = _WORD.findall(text)
    if len(words) < 14 or len(text) > 5000 or _END.search(text) or _STOP.search(text):
        return False
    openers = read_words("openers.txt")
    inner = [
        word for before, word in pairwise(words)
        if word[0].isupper() and before[-1:].islower() and fold(word) in openers
    ]  # fmt: skip
    return len(inner) >= 2 and len(inner) * 25 >= len(words)


def find_strays(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of headlines of other stories amid the text, and of one behind its end.

    A subhead speaks of what its report speaks of: one of five words or more, less than half of whose longer words
    stand in the report's own paragraphs, is another story's, unless it names a name that they name too.
    """
    clips = [at for at, line in enumerate(lines) if line.kind in ("body", "subhead") and _CLIP.match(line.text)]
    found = set(clips if len(clips) > 1 else ())
    runs = _runs(lines)
    likely = {at for at, line in enumerate(lines) if _may_stray(lines, at)} | runs
    if likely:
        rest = (line for at, line in enumerate(lines) if _is_own(line) and at not in likely)
        own = {stem for line in rest for stem in _stems(line.text)}
        found.update(at for at in likely if own and _is_foreign(lines[at].text, own))
    return frozenset(at for at in found if not _is_head_of_paper(lines[at].text))


def _is_head_of_paper(text: str) -> bool:
    """Of "Witness: Ayla Deren, a clerk" what a hearing record says of itself."""
    label, mark, _ = text.partition(":")
    return bool(mark) and label.strip().lower() in read_lines("paper_heads.txt")


def _runs(lines: Sequence[Line]) -> set[int]:
    """The lines of headlines that stand two or more in a row amid paragraphs, which are the most of the text.

    Not so under a line that ends with a colon: these are its points.
    """
    found: set[int] = set()
    run: list[int] = []
    for at, line in enumerate(lines):
        if line.kind in ("body", "subhead") and at and _may_be_headline(line):
            run.append(at)
            continue
        if line.kind != "boilerplate":
            amid = any(_reads(before) for before in lines[: run[0]]) and _reads(line) if len(run) > 1 else False
            found.update(run if amid and not lines[run[0] - 1].text.endswith((":", ";")) else ())
            run = []
    own = sum(len(line.text) for at, line in enumerate(lines) if _is_own(line) and at not in found)
    return found if own > sum(len(lines[at].text) for at in found) else set()


def _reads(line: Line) -> bool:
    """Whether a line is running text of the report."""
    return line.kind == "body" and _END.search(line.text) is not None


def _may_stray(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    if line.kind == "subhead":
        return line.text.count(" ") >= 4 and is_headline_like(line.text)
    if line.kind != "body" or line.listed or at < 3 or len(line.text) > 200:
        return False
    last = all(after.kind == "boilerplate" for after in lines[at + 1 : at + 41])
    return last and line.text.count(" ") < 14 and is_headline_like(line.text)


def _is_own(line: Line) -> bool:
    return line.kind in ("headline", "body", "caption")


def _stems(text: str) -> list[str]:
    return [fold(word)[:5] for word in _WORD.findall(text) if len(word) > 3]


def _is_foreign(text: str, own: set[str]) -> bool:
    stems = _stems(text)
    if len(stems) < 3 or (not _is_title_case(text) and any(stem in own for stem in _stems(_names(text)))):
        return False
    return sum(stem in own for stem in stems) * 2 < len(stems)


def _is_title_case(text: str) -> bool:
    words: list[str] = [word for word in _WORD.findall(text) if len(word) > 3]
    return sum(word[0].isupper() for word in words) * 3 > len(words) * 2


def _names(text: str) -> str:
    """The words that carry a capital within a line, where its grammar would not give them one."""
    return " ".join(word for word in _WORD.findall(text)[1:] if word[0].isupper())
