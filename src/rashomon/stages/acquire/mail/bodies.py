"""The words of a message: its plain text, or where it has none its page; where it has several parts, all of them in order."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from typing import Any

from lxml import etree

from rashomon.errors import SetAside
from rashomon.model.document import BlockKind
from rashomon.stages.acquire.decode import decode
from rashomon.stages.acquire.draft import Line
from rashomon.stages.acquire.garbled import mend
from rashomon.stages.acquire.hypertext import draw_lines, parse_page
from rashomon.stages.acquire.mail.heads import content_type
from rashomon.stages.acquire.mail.within import is_attached, parts_of
from rashomon.stages.acquire.tidy import split_lines, tidy

_QUOTING = (
    "//blockquote[@type='cite'] | //blockquote[contains(@class,'gmail_quote')] | //div[contains(@class,'gmail_quote')]"
    " | //div[@id='divRplyFwdMsg'] | //div[@id='appendonsend'] | //div[contains(@class,'yahoo_quoted')] | //div[contains(@class,'moz-cite-prefix')]"
)
"""How mail programs mark the earlier message in a page."""


def body_lines(mail: EmailMessage) -> tuple[Line, ...]:
    """The lines of a message's own text. Attachments are none of it."""
    return tuple(_lines(mail))


def _lines(part: EmailMessage) -> Iterator[Line]:
    kind = content_type(part)
    if kind == "multipart/alternative":
        yield from _fullest([tuple(_lines(p)) for p in parts_of(part) if not is_attached(p)])
    elif part.is_multipart() and kind != "message/rfc822":
        first = kind == "multipart/related"
        for at, inner_part in enumerate(parts_of(part)):
            if not is_attached(inner_part) and not (first and at):
                yield from _lines(inner_part)
    elif kind == "text/html":
        yield from _page_lines(words_of(part))
    elif kind == "text/plain":
        text = words_of(part)
        flowed = str(part.get_param("format") or "").lower() == "flowed"
        yield from split_lines(tidy(_unflowed(text) if flowed else text))


def _fullest(ways: list[tuple[Line, ...]]) -> tuple[Line, ...]:
    """The first of several ways to write one text, the plainest; another where that one is a stub."""
    sizes = [sum(len(line.text) for line in way) for way in ways]
    return next((way for way, size in zip(ways, sizes, strict=True) if size * 3 >= max(sizes)), ())


def words_of(part: EmailMessage) -> str:
    """The text of a part by the encoding that it names, or, where that cannot be, by its bytes."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return ""
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeError):
        return mend(decode(data))[0]


def _unflowed(text: str) -> str:
    """Text whose lines end in a space where they go on in the next."""
    out: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        goes_on = out and out[-1].endswith(" ") and out[-1] != "-- " and line.startswith(">") == out[-1].startswith(">")
        if goes_on:
            out[-1] += line.lstrip("> ") if line.startswith(">") else line
        else:
            out.append(line)
    return "\n".join(out)


def _page_lines(page: str) -> Iterator[Line]:
    if not page.strip():
        return
    try:
        root = parse_page(tidy(page))
    except SetAside:
        return
    found = root.xpath(_QUOTING)
    quoted = [element for element in found if not any(outer in found for outer in element.iterancestors())]
    behind = [line for element in quoted for line in _cut(element)]
    yield from draw_lines(root)
    yield from behind


def _cut(element: Any) -> Iterator[Line]:
    """The lines of an element as quoted ones; it is taken out of its page, what stands behind it stays."""
    kind: BlockKind = "quoted"
    parent = element.getparent()
    if parent is None:
        return
    copy = etree.fromstring(
        etree.tostring(element, encoding="unicode", with_tail=False), etree.HTMLParser(huge_tree=True)
    )
    previous = element.getprevious()
    if element.tail and previous is not None:
        previous.tail = (previous.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
    if copy is not None:
        yield from (Line(line.text, line.gap, kind) for line in draw_lines(copy))
