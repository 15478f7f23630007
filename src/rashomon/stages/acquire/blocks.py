"""Lines to one text and its blocks: what each line is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model.document import APART, Block, BlockKind, Doubtful, Leaf
from rashomon.model.span import Span
from rashomon.stages.acquire.draft import Line
from rashomon.stages.acquire.elsewhere import find_headlines_below, find_strays, is_headline_like
from rashomon.stages.acquire.furniture import find_labels, find_pieces, is_furniture, opens_comments, opens_list
from rashomon.stages.acquire.heading import is_byline, is_name, is_paragraph
from rashomon.stages.acquire.stamps import find_dateline, read_stamp
from rashomon.stages.acquire.tables import read_words
from rashomon.text.fold import fold_words

_PICTURE = re.compile(
    r"[(\[]?(?:(?:file |archive |handout )?(?:photo|picture|image|video|footage|screenshot|map|graphic|foto|fotoğraf)s?"
    r"(?: (?:taken|of|from|by|shows?|showing|shared)\b|:)|(?:pictured|above|below|left|right)\s?:)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\((?=(?-i:[A-Z]))[^()]{0,70}?(?:/|photos?|images?|getty|video|courtesy|facebook|twitter|file|staff|published|handout|source|credit)"
    r"[^()]{0,40}(?<!\.)\)\.?$|\((?-i:AP|AFP|Reuters|[A-Z]{3,5}\d?)\)$|view full caption"
    r"|/ ?(?-i:AP|AFP|EPA|Reuters|Getty Images|REUTERS)$"
    r"|(?-i:(?:AP|AFP|REUTERS|EPA|Getty Images|Reuters) ?/ ?[A-Z][\w.'’-]+ [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?)$"
    r"|^(?:in this|this) .{0,60}\b(?:photo|image|picture|video frame|frame grab)\b",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…:;,][\"”’'»«“)\]]*$")
_STOP = re.compile(r"[^\W\d_]{3}[.!?][\"”’')\]]*\s")
_ITEM = re.compile(r"[-–—•*·▪\"“‘«]|\(?\d{1,3}[.)]\s|\d")
_DATELINES = 3


def mark_furniture(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with page furniture, and the readers' comments below a report, marked as boilerplate."""
    marked, body, total = [], 0, sum(len(line.text) for line in lines)
    seen, comments, listed = 0, False, False
    for line in lines:
        comments = comments or (opens_comments(line.text) and (body >= 3 or seen * 2 > total))
        opens = opens_list(line.text)
        listed = opens or (listed and is_headline_like(line.text))
        if line.kind not in ("headline", *APART) and (comments or listed or is_furniture(line.text)):
            line = replace(line, kind="boilerplate")
        body += line.kind is None and is_paragraph(line.text)
        seen += len(line.text)
        marked.append(line)
    return tuple(marked)


def mark_rest(lines: Sequence[Line], head: dict[int, BlockKind], names: frozenset[str]) -> tuple[Line, ...]:
    """Every line with a kind: those of the head as given, then other stories' headlines, captions, subheads, body.

    `names` are the folded names of outlet and author: a line that holds one of them and no more is a byline.
    """
    marked = [replace(line, kind=head.get(at) or line.kind) for at, line in enumerate(lines)]
    for at in find_headlines_below(marked):
        marked[at] = replace(marked[at], kind="boilerplate")
    for at, line in enumerate(marked):
        if line.kind is None and len(line.text) < 80 and fold_words(line.text) in names:
            marked[at] = replace(line, kind="byline")
    set_apart = _is_set_apart(lines)
    for at, line in enumerate(marked):
        if line.kind is None:
            marked[at] = replace(line, kind=_inner_kind(marked, at, set_apart))
    for at in find_strays(marked):
        marked[at] = replace(marked[at], kind="boilerplate")
    return tuple(marked)


def _is_set_apart(lines: Sequence[Line]) -> bool:
    """Whether wider gaps around a line mean something: most lines stand one apart, and those with more are short."""
    gaps = [line.gap for line in lines[1:]]
    wide = [line.text for line, before, after in zip(lines[1:], gaps, gaps[1:], strict=False) if min(before, after) > 1]
    terse = sum(text.count(" ") < 20 or not _END.search(text) for text in wide)
    return gaps.count(1) * 2 > len(gaps) and 3 <= len(wide) < len(gaps) / 4 and terse * 5 >= len(wide) * 3


def _inner_kind(lines: Sequence[Line], at: int, set_apart: bool) -> BlockKind:
    text = lines[at].text
    after = lines[at + 1] if at + 1 < len(lines) else None
    if find_dateline(text) == len(text) or read_stamp(text):
        return "dateline"
    if is_byline(text):
        return "byline"
    if _PICTURE.match(text) and text.count(" ") < 40 and (":" in text[:14] or not _END.search(text)):
        return "caption"
    if len(text) < 700 and _CREDIT.search(text):
        return "caption"
    if lines[at].listed:
        return "body"
    if set_apart and lines[at].gap > 1 and after and after.gap > 1 and not text.endswith(":") and len(text) < 400:
        return "caption"
    if text.count(" ") >= 20 or _END.search(text) or _ITEM.match(text) or _STOP.search(text):
        return "body"
    if is_name(text) and text.count(" ") < 4 and not set(fold_words(text).split()) & read_words("openers.txt"):
        return "caption"
    below = [line for line in lines[at + 1 : at + 3] if line.kind is None]
    return "subhead" if any(is_paragraph(line.text) for line in below) else "body"


def lay_out(lines: Sequence[Line]) -> tuple[str, tuple[Block, ...], tuple[Leaf, ...]]:
    """The text, lines apart by one line end or by an empty line, one block or more for each line, and its pages."""
    parts: list[str] = []
    blocks: list[Block] = []
    leaves: list[Leaf] = []
    at = datelines = 0
    for line in lines:
        space = "" if not parts else "\n\n" if line.gap else "\n"
        parts += (space, line.text)
        at += len(space)
        body = line.kind == "body"
        datelines += body
        blocks += _cut(line, at, body and datelines <= _DATELINES)
        for leaf in line.leaves:
            if not leaves or leaves[-1].name != leaf.name:
                leaves.append(Leaf(at + leaf.start, leaf.name))
        at += len(line.text)
    return "".join(parts), tuple(blocks), tuple(leaves)


def lay_scans(lines: Sequence[Line], text: str) -> tuple[tuple[Span, ...], tuple[Doubtful, ...]]:
    """Where in a text that was laid out of lines those stand that were read off pictures, and their doubtful words."""
    scanned, doubtful, at = list[Span](), list[Doubtful](), 0
    for line in lines:
        at = text.index(line.text, at)
        if line.scanned:
            scanned.append(Span(at, at + len(line.text)))
            doubtful += [Doubtful(at + d.start, at + d.end, d.sure) for d in line.doubtful]
        at += len(line.text)
    return tuple(scanned), tuple(doubtful)


def _cut(line: Line, offset: int, may_open: bool) -> Iterator[Block]:
    """The blocks of one line: a dateline, the line itself, and the furniture that stands within it."""
    text, kind = line.text, line.kind or "body"
    at = find_dateline(text) if may_open else 0
    if at:
        yield from _block(text, 0, at, "dateline", offset)
    pieces = find_labels(text) if kind == "caption" else ()
    for start, end in pieces or (find_pieces(text) if kind in ("body", "caption") else ()):
        yield from _block(text, at, start, kind, offset)
        yield from _block(text, start, end, "boilerplate", offset)
        at = end
    yield from _block(text, at, len(text), kind, offset)


def _block(text: str, start: int, end: int, kind: BlockKind, offset: int) -> Iterator[Block]:
    piece = text[start:end]
    if piece.strip():
        kind = kind if any(map(str.isalnum, piece)) else "boilerplate"
        start += len(piece) - len(piece.lstrip())
        yield Block(offset + start, offset + start + len(piece.strip()), kind)
