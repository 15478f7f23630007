"""The head of a report: headline, byline, date line, before its first paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rashomon.model.document import BlockKind
from rashomon.stages.acquire.draft import Header, Line
from rashomon.stages.acquire.stamps import find_dateline, is_stamp, read_iso
from rashomon.stages.acquire.tables import read_words
from rashomon.text.fold import fold_words

_DEPTH = 12
_BY = re.compile(r"(?:by|written by|reported by|por|par|von|yazan|haber)\s*:?\s+(?P<name>\S.{2,80})", re.IGNORECASE)
_NAME = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*|de|da|del|van|von|der|bin|al|el|la)(?: (?:[^\W\d_a-z][\w.'’-]*|de|da|del|"
                   r"van|von|der|bin|ibn|al|el|la|and)){1,4}")  # fmt: skip
_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*$|[:,;]$")


@dataclass(slots=True)
class Heading:
    """What the first lines are (by line number), and what they say of the report."""

    kinds: dict[int, BlockKind] = field(default_factory=dict)
    title: str | None = None
    author: str | None = None
    published: str | None = None


def read_heading(lines: tuple[Line, ...], known: Header) -> Heading:
    """Tells headline, byline and date lines apart, from the top down to the first paragraph."""
    heading, stamps = Heading(), list[str]()
    shown = [at for at, line in enumerate(lines[: _DEPTH * 3]) if line.kind != "boilerplate"][:_DEPTH]
    for at in shown:
        kind = lines[at].kind or _head_kind(lines, at, known, heading)
        if kind is None:
            break
        heading.kinds[at] = kind
        _note(lines[at].text, kind, heading, stamps)
    _read_published(heading, stamps, lines, shown)
    return heading


def is_paragraph(text: str) -> bool:
    """Whether a line reads as running text: twelve words and a full stop, or thirty words."""
    words = text.count(" ") + 1
    return words >= 30 or (words >= 12 and bool(_ENDS_SENTENCE.search(text)))


def is_name(text: str) -> bool:
    """Whether a line holds a name and nothing else."""
    return len(text) <= 60 and bool(_NAME.fullmatch(text))


def says_same(text: str, title: str | None) -> bool:
    """Whether a line is the title, or begins with it, or is how it begins."""
    if not title or len(text) > 400:
        return False
    a, b = fold_words(text), fold_words(title)
    return bool(a and b) and (a == b or (min(len(a), len(b)) > 12 and (a.startswith(b) or b.startswith(a))))


def _head_kind(lines: tuple[Line, ...], at: int, known: Header, heading: Heading) -> BlockKind | None:
    text = lines[at].text
    if says_same(text, known.title) or says_same(text, heading.title):
        return "headline"
    if is_stamp(text):
        return "dateline"
    if _is_byline(text, known, heading):
        return "byline"
    if find_dateline(text):
        return None
    if heading.title is None and _is_headline(lines, at):
        return "headline" if not _title_follows(lines, at, known) else "byline"
    return None


def _is_byline(text: str, known: Header, heading: Heading) -> bool:
    if len(text) > 100:
        return False
    words = fold_words(text)
    if words in {fold_words(known.author or ""), fold_words(known.publisher or "")}:
        return True
    if _BY.fullmatch(text) and not _ENDS_SENTENCE.search(text.rstrip(".")):
        return True
    return heading.title is not None and is_name(text)


def _is_headline(lines: tuple[Line, ...], at: int) -> bool:
    text = lines[at].text
    words = text.split()
    if len(words) > 30 or is_paragraph(text) and not _is_title_case(words):
        return False
    if _ENDS_SENTENCE.search(text) and not text.endswith(("?", "!", "”", '"', "’")):
        return len(words) <= 20 and _is_title_case(words)
    return True


def _is_title_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def _title_follows(lines: tuple[Line, ...], at: int, known: Header) -> bool:
    """The known title stands further down: this line is the outlet's own."""
    return bool(known.title) and any(says_same(line.text, known.title) for line in lines[at + 1 : at + 6])


def _note(text: str, kind: BlockKind, heading: Heading, stamps: list[str]) -> None:
    if kind == "headline" and heading.title is None:
        heading.title = text
    elif kind == "dateline":
        stamps.append(text)
    elif kind == "byline" and heading.author is None:
        heading.author = _author(text)


def _author(text: str) -> str | None:
    found = _BY.fullmatch(text)
    name = (found["name"] if found else text).split("|")[0].split(",")[0].strip(" -–—")
    outlet = set(fold_words(name).split()) & read_words("outlets.txt")
    return name if is_name(name) and not outlet else None


def _read_published(heading: Heading, stamps: list[str], lines: tuple[Line, ...], shown: list[int]) -> None:
    heading.published = read_iso(" ".join(stamps)) if stamps else None
    first = next((at for at in shown if at not in heading.kinds), None)
    if heading.published is None and first is not None and (end := find_dateline(lines[first].text)):
        heading.published = read_iso(lines[first].text[:end])
