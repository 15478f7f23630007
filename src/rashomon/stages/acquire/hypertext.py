"""The reader of web pages: every visible line is kept; what is not the report's own is marked as boilerplate."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Any

from lxml import etree

from rashomon.errors import SetAside
from rashomon.model.document import BlockKind
from rashomon.stages.acquire.decode import decode
from rashomon.stages.acquire.draft import Draft, Line
from rashomon.stages.acquire.garbled import mend
from rashomon.stages.acquire.heading import is_paragraph, says_same
from rashomon.stages.acquire.livepages import date_entries, is_live, when
from rashomon.stages.acquire.opinions import Opinions, ask
from rashomon.stages.acquire.pagemeta import read_body, read_page_header
from rashomon.stages.acquire.pagetables import is_data
from rashomon.stages.acquire.stamps import is_stamp
from rashomon.stages.acquire.tables import read_words
from rashomon.stages.acquire.tidy import split_lines, tidy
from rashomon.stages.acquire.webarchive import unpack

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_CLOSE = frozenset({"br", "li", "tr", "dd", "dt", "option"})
_KINDS: dict[str, BlockKind] = {
    "nav": "boilerplate", "footer": "boilerplate", "aside": "boilerplate", "form": "boilerplate",
    "button": "boilerplate", "menu": "boilerplate", "dialog": "boilerplate", "h1": "headline", "h2": "subhead",
    "h3": "subhead", "h4": "subhead", "h5": "subhead", "h6": "subhead", "figcaption": "caption", "caption": "caption",
}  # fmt: skip
_BYLINE = re.compile(r"(?:^|[\s_-])(?:by-?line|author(?:-name)?)(?:$|[\s_-])", re.IGNORECASE)
_CAPTION = re.compile(r"(?:^|[\s_-])caption(?:-?text)?(?:$|[\s_-])", re.IGNORECASE)
_LONGEST_PLAIN = 140
_EIGHT_BIT = frozenset(
    {"iso8859-1", "iso8859-2", "iso8859-9", "iso8859-15", "cp1250", "cp1251", "cp1252", "cp1254", "ascii"}
)
_BEHIND = "the page shows its text by a program only; it was read from the data that the page gives to search engines"
_SILENT = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_BLOATED = re.compile(r"<([A-Za-z][\w:-]{0,30})\s[^<>]{200000,}>")
"""A tag with so many attributes that the parser would compare them with one another for minutes."""
_TAG = re.compile(r"</?[A-Za-z!?][^<>]{0,5000}>")


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A line as the page draws it, and whether all of it is a link."""

    line: Line
    linked: bool


@dataclass(slots=True)
class _Page:
    """The lines found so far, and the line being put together."""

    drawn: list[_Drawn] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    linked: int = 0
    gap: int = 0
    item: bool = False

    def flush(self, kind: BlockKind | None, apart: bool, *, item: bool = False) -> None:
        text = " ".join(tidy("".join(self.words)).split())
        if text:
            linked = self.linked * 10 >= len(text) * 9
            self.drawn.append(_Drawn(Line(text, self.gap, kind, item and self.item and not linked), linked))
            self.gap, self.item = 0, False
        self.gap = 1 if apart else self.gap
        self.words, self.linked = [], 0


def read_html(data: bytes) -> Draft:
    """The lines and the metadata of a web page. Raises `SetAside` for an empty, a binary or a wordless one."""
    return _read_text(*_decode(data, _named(data)))


def read_archive(data: bytes) -> Draft:
    """The same of the page in a web archive. Raises `SetAside` where there is none."""
    page, charset, url = unpack(data)
    draft = _read_text(*_decode(page, charset or _named(page)))
    return replace(draft, header=replace(draft.header, url=draft.header.url or url))


def _read_text(text: str, *remarks: str) -> Draft:
    text, garbled = mend(text)
    page = _BLOATED.sub(r"<\1>", tidy(text))
    root, whole = _parse(page)
    live = is_live(root)
    drawn = _draw(root, live=live) if whole else _draw_flat(page)
    header, body = read_page_header(root), read_body(root)
    remarks += (garbled,) if garbled else ()
    if body and len(body) > 2 * sum(len(item.line.text) for item in drawn):
        return Draft(split_lines(body), header, (*remarks, _BEHIND))
    if not drawn:
        raise SetAside("the page holds no text")
    lines = _mark_outside(drawn, ask(page, root), header.title)
    return Draft(date_entries(lines) if live else lines, header, remarks)


def _named(data: bytes) -> str | None:
    found = _CHARSET.search(data[:4096])
    return found[1].decode("ascii") if found else None


def _decode(data: bytes, named: str | None) -> tuple[str, ...]:
    """By the page's own word for its encoding, where its bytes allow that, and a remark where they do not.

    What reads as UTF-8 and holds letters beyond ASCII is UTF-8, whatever the page calls itself.
    """
    if named and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)):
        try:
            name = codecs.lookup(named).name
            if name in _EIGHT_BIT and not data.isascii() and (text := _as_utf8(data)) is not None:
                return text, f"the page says that it is written in {named}; it was read as UTF-8, which it is"
            return (data.decode({"iso8859-1": "cp1252", "iso8859-9": "cp1254"}.get(name, name)),)
        except (LookupError, UnicodeError):
            pass
    return (decode(data),)


def _as_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _parse(page: str) -> tuple[etree._Element, bool]:
    """The page's tree, and whether the parser took in all of it: it gives up where tags nest by the thousand."""
    parser = etree.HTMLParser(
        encoding="utf-8", recover=True, no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(page.encode(), parser)
    except etree.LxmlError as fault:
        raise SetAside(f"the page cannot be read as HTML: {fault}") from fault
    if root is None:
        raise SetAside("the page holds no text")
    return root, not any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def parse_page(page: str) -> etree._Element:
    """The tree of a page. Raises `SetAside` where there is none."""
    return _parse(page)[0]


def draw_lines(root: etree._Element) -> tuple[Line, ...]:
    """The visible lines of a page that is all one text, as a mail's is."""
    return tuple(item.line for item in _draw(root))


def _draw_flat(page: str) -> list[_Drawn]:
    """The lines between the tags of a page that cannot be parsed."""
    words = _TAG.sub("\n", _SILENT.sub("\n", page))
    lines = (" ".join(tidy(unescape(line)).split()) for line in words.split("\n"))
    return [_Drawn(Line(line), False) for line in lines if line]


def _draw(root: etree._Element, *, live: bool = False) -> list[_Drawn]:
    """The visible lines in the order of the page, without recursion, however deep it is nested."""
    page, kinds, links, hidden = _Page(), list[BlockKind | None]([None]), 0, 0
    unseen, blocks = read_words("html_unseen.txt"), read_words("html_blocks.txt")
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag: Any = element.tag
        opens = event == "start"
        if tag in unseen:
            hidden += 1 if opens else -1
        elif tag in blocks:
            page.flush(kinds[-1], tag not in _CLOSE, item=tag == "li" and not opens)
            page.item = tag == "li" and opens
        if opens:
            kinds.append(_kind_of(element, kinds[-1]))
        else:
            kinds.pop()
        links += (tag == "a") * (1 if opens else -1)
        if tag in ("td", "th"):
            page.words.append(" | " if opens and kinds[-1] == "table" and page.words else " ")
        text = element.text if opens else element.tail
        if live and opens and tag == "time":
            text = when(element, text)
        if text and not hidden:
            page.words.append(text)
            page.linked += len(text.strip()) if links else 0
    page.flush(kinds[-1], False)
    return page.drawn


def _kind_of(element: etree._Element, outer: BlockKind | None) -> BlockKind | None:
    """What an element's lines are for: within page furniture all is furniture; else the innermost tag says."""
    if outer == "boilerplate":
        return outer
    kind = _KINDS.get(element.tag) if isinstance(element.tag, str) else None
    if element.tag == "table" and is_data(element):
        kind = "table"
    if kind is None and outer is None and (element.get("class") or element.get("rel") or element.get("itemprop")):
        marks = " ".join(filter(None, (element.get("class"), element.get("rel"), element.get("itemprop"))))
        kind = _kind_by_name(marks) if len(marks) < 200 else None
    return kind or outer


def _kind_by_name(marks: str) -> BlockKind | None:
    """What the class of an element calls it, where that is a byline or a caption."""
    if _BYLINE.search(marks):
        return "byline"
    return "caption" if _CAPTION.search(marks) else None


def _mark_outside(drawn: list[_Drawn], opinions: Opinions, named: str | None) -> tuple[Line, ...]:
    """The lines, those outside the main text marked as boilerplate.

    Of several headlines the one counts that the page's head names as its title, else the first.
    """
    held = [opinions.count(item.line.text) if opinions.weigh else 0 for item in drawn]
    main = [at for at, item in enumerate(drawn) if held[at] and is_paragraph(item.line.text)]
    headlines = [at for at, item in enumerate(drawn) if item.line.kind == "headline"]
    title = next((at for at in headlines if says_same(drawn[at].line.text, named)), next(iter(headlines), None))
    lines = []
    for at, item in enumerate(drawn):
        line = item.line
        if line.kind == "headline" and at != title:
            line = replace(line, kind="subhead")
        if line.kind == "byline" and len(line.text) > _LONGEST_PLAIN:
            line = replace(line, kind=None)
        if at != title and _is_outside(replace(item, line=line), at, held[at], main, title):
            line = replace(line, kind="boilerplate")
        lines.append(line)
    return tuple(lines)


def _is_outside(item: _Drawn, at: int, held: int, main: list[int], title: int | None) -> bool:
    """Whether a line is none of the report's: `main` are the paragraphs that a library takes for its text.

    Between these, a line stays unless it is a link or a scrap. Before and after, it goes unless a library holds it.
    A date above the headline is the day on which the page was drawn.
    """
    line = item.line
    if is_stamp(line.text):
        return (title is not None and at < title) or (bool(main) and at > main[0])
    if line.kind in ("caption", "byline", "table") or (line.listed and held and line.text.count(" ") > 2):
        return False
    if not main:
        return item.linked and line.kind is None and len(line.text) < _LONGEST_PLAIN
    if main[0] <= at <= main[-1]:
        return (item.linked and held < 2) or (not held and line.kind is None and line.text.count(" ") < 4)
    return not held or (held == 1 and item.linked)
