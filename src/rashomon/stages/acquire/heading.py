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
_TITLE_MARKS = (" | ", " - ", " – ", " — ", " :: ", " » ")
# A line that is furniture, and says the day all the same; one of a later change says nothing of the first.
_PUBLISHED = re.compile(
    r"(?:(?:first |originally )?(?:published|posted)|date(?:d| posted)?|publicado|publié|veröffentlicht|yayınlanma)"
    r"(?: (?:on|at|le|el|am))?\s?:?\s(?P<when>.{0,12}\d.{3,60})",
    re.IGNORECASE,
)
_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*$|[:,;]$")


@dataclass(slots=True)
class Heading:
    """What the first lines are (by line number), and what they say of the report."""

    kinds: dict[int, BlockKind] = field(default_factory=dict)
    title: str | None = None
    author: str | None = None
    published: str | None = None


def read_heading(lines: tuple[Line, ...], known: Header, *, day_first: bool = False) -> Heading:
    """Tells headline, byline and date lines apart, from the top down to the first paragraph."""
    heading, stamps = Heading(), list[str]()
    shown = [at for at, line in enumerate(lines[: _DEPTH * 3]) if line.kind != "boilerplate"][:_DEPTH]
    for at in shown:
        kind = lines[at].kind or _head_kind(lines, at, known, heading)
        if kind == "subhead" and says_same(lines[at].text, known.title):
            kind = "headline"
        if kind is None:
            break
        heading.kinds[at] = kind
        _note(lines[at].text, kind, heading, stamps)
    _read_published(heading, stamps, lines, shown, day_first)
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
    if not a or not b or len(a) > len(b) + 40:
        return False
    return a == b or (min(len(a), len(b)) > 12 and (a.startswith(b) or b.startswith(a)))


def split_title(title: str, headline: str | None) -> tuple[str, str | None]:
    """A page's title without the outlet's name behind it, and that name, where the headline shows which is which."""
    for mark in _TITLE_MARKS:
        head, _, tail = title.rpartition(mark)
        if head and headline and fold_words(head) == fold_words(headline) and len(tail) < 60:
            return head, tail.strip() or None
    return title, None


def _head_kind(lines: tuple[Line, ...], at: int, known: Header, heading: Heading) -> BlockKind | None:
    text = lines[at].text
    if says_same(text, known.title) or says_same(text, heading.title):
        return "headline"
    if is_stamp(text) or find_dateline(text) == len(text):
        return "dateline"
    if _is_maker(text, known, heading):
        return "byline"
    if heading.title is None and _is_masthead(lines, at, known):
        return "byline"
    if opens_with_dateline(text) or heading.title is not None:
        return None
    return "headline" if _is_headline(lines, at) else None


def is_byline(text: str) -> bool:
    """Whether a line reads "By" and names, without being a sentence."""
    if len(text) > 100 or not (found := _BY.fullmatch(text)) or _ENDS_SENTENCE.search(text.rstrip(".")):
        return False
    return found["name"][0].isupper()


def _is_maker(text: str, known: Header, heading: Heading) -> bool:
    """Whether a line names the report's author or outlet."""
    if len(text) > 100:
        return False
    words = fold_words(text)
    if words in {fold_words(known.author or ""), fold_words(known.publisher or "")}:
        return True
    return is_byline(text) or (heading.title is not None and is_name(text))


def _is_headline(lines: tuple[Line, ...], at: int) -> bool:
    text = lines[at].text
    words = text.split(" ", 32)
    if len(text) > 300 or len(words) > 30 or (is_paragraph(text) and not _is_title_case(words)):
        return False
    if _ENDS_SENTENCE.search(text) and not text.endswith(("?", "!", "”", '"', "’")):
        return len(words) <= 20 and _is_title_case(words)
    return True


def _is_title_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 1 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def _is_masthead(lines: tuple[Line, ...], at: int, known: Header) -> bool:
    """The outlet's own line above the headline: the title stands further down, or it names a news agency."""
    text, below = lines[at].text, lines[at + 1 : at + 6]
    if len(text) > 80 or is_paragraph(text):
        return False
    if known.title:
        return any(says_same(line.text, known.title) for line in below)
    outlet = set(fold_words(text).split()) & read_words("outlets.txt")
    words = text.count(" ") + 1
    return bool(outlet) and words <= 6 and _is_title_case(text.split()) and _is_followed_by_headline(below)


def _is_followed_by_headline(below: tuple[Line, ...]) -> bool:
    return len(below) > 1 and 4 <= below[0].text.count(" ") < 25 and not is_paragraph(below[0].text)


def opens_with_dateline(text: str) -> bool:
    """Whether a line opens with a dateline and goes on for more than a few words."""
    end = find_dateline(text)
    return bool(end) and text.count(" ", end) >= 5


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


def _read_published(
    heading: Heading, stamps: list[str], lines: tuple[Line, ...], shown: list[int], day_first: bool
) -> None:
    said = stamps or [found["when"] for line in lines[:_DEPTH] if (found := _PUBLISHED.fullmatch(line.text))]
    heading.published = read_iso(" ".join(said), day_first=day_first) if said else None
    first = next((at for at in shown if at not in heading.kinds), None)
    if heading.published is None and first is not None and opens_with_dateline(lines[first].text):
        heading.published = read_iso(lines[first].text[: find_dateline(lines[first].text)], day_first=day_first)
