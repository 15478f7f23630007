"""The reader of RTF files: its text by the code pages of its fonts; deleted and hidden text, comments and notes kept apart."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from rashomon.errors import SetAside
from rashomon.stages.acquire.draft import Draft, Header, Line
from rashomon.stages.acquire.properties import borne_out
from rashomon.stages.acquire.tables import read_lines
from rashomon.stages.acquire.tidy import tidy

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n\x00]+|([^\\{}\r\n\x00]+)",
    re.DOTALL,
)
_DEEPEST = 2_000
_BREAKS = {"par": "\n", "sect": "\n", "page": "\n", "line": "\n", "tab": " ", "row": "\n"}
_ASIDE = {"footnote": "note", "annotation": "comment", "header": "edge", "headerl": "edge", "headerr": "edge", "headerf": "edge",
          "footer": "edge", "footerl": "edge", "footerr": "edge", "footerf": "edge", "title": "title", "author": "author",
          "atnauthor": "commenter"}  # fmt: skip
_CELL = "\ue001"


@cache
def _table() -> dict[str, dict[str, str]]:
    """By scope: the words of RTF that open what is no text, the marks that words stand for, code pages of character sets."""
    found: dict[str, dict[str, str]] = {}
    for line in read_lines("rtf.tsv"):
        scope, name, value = line.split("\t")
        found.setdefault(scope, {})[name] = value.encode().decode("unicode_escape")
    return found


@dataclass(frozen=True, slots=True)
class _State:
    """Where a text goes ("" for the text itself, None for nowhere), its font, and how many letters stand in for one that is coded."""

    into: str | None = ""
    font: int = 0
    skip: int = 1
    out: str | None = None


@dataclass(slots=True)
class _Rtf:
    """What was found so far."""

    texts: dict[str, list[str]] = field(default_factory=dict)
    pages: dict[int, str] = field(default_factory=dict)
    page: str = "cp1252"
    unread: dict[str, int] = field(default_factory=dict)
    made: dict[str, int] = field(default_factory=dict)
    in_row: bool = False

    def put(self, state: _State, text: str) -> None:
        if state.out:
            self.unread[state.out] = self.unread.get(state.out, 0) + 1
        elif state.into is not None:
            self.texts.setdefault(state.into, []).append(text)


def read_rtf(data: bytes) -> Draft:
    """The lines of an RTF file and what it says of itself as far as its text bears that out.

    No object or picture in it is opened. Raises `SetAside` for what is none, or has no text.
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise SetAside("it is no RTF document: it does not begin as one")
    found = _Rtf()
    _walk(data.decode("latin-1"), found)
    lines = tuple(_lines(found))
    if not lines:
        raise SetAside("the document has no text")
    day = [found.made.get(name) for name in ("yr", "mo", "dy")]
    made = f"{day[0]:04}-{day[1]:02}-{day[2]:02}" if all(day) else None
    said = Header(title=_one(found, "title"), author=_one(found, "author"), published=made)
    header, proposed = borne_out(said, lines)
    remarks = tuple(
        f"{kind} text of the document was not read, in passages: {n}" for kind, n in sorted(found.unread.items())
    )
    return Draft(lines, header, remarks, proposed)


def _walk(text: str, found: _Rtf) -> None:
    stack, state, left = list[_State](), _State(), 0
    starred = False
    for token in _TOKEN.finditer(text):
        word, number, code, mark, brace, plain = token.groups()
        if brace == "{":
            stack.append(state)
            if len(stack) > _DEEPEST:
                raise SetAside("it is nested too deep to be read")
        elif brace == "}":
            state = stack.pop() if stack else _State(None)
        elif word:
            state, left = _command(word, int(number) if number else None, state, found, left, starred)
        elif code or plain:
            coded = bytes.fromhex(code) if code else plain.encode("latin-1")
            cut = min(left, len(coded))
            left -= cut
            if coded[cut:]:
                found.put(state, coded[cut:].decode(_page_of(found, state), "replace"))
        elif mark:
            found.put(
                state, {"~": " ", "_": "-", "-": "", "\n": "\n", "\r": "\n"}.get(mark, mark if mark in "\\{}" else "")
            )
        starred = mark == "*"


def _page_of(found: _Rtf, state: _State) -> str:
    return found.pages.get(state.font, found.page)


def _command(word: str, number: int | None, state: _State, found: _Rtf, left: int, starred: bool) -> tuple[_State, int]:
    """What a word of RTF does to the state; text that it stands for is put."""
    marks = _table()["mark"]
    if word in _ASIDE:
        return replace(state, into=None if state.into is None else _ASIDE[word]), left
    if starred or word in _table()["silent"]:
        return replace(state, into=None), left
    if word == "u" and number is not None:
        found.put(state, chr(number % 65536))
        return state, state.skip
    if word in ("trowd", "row"):
        found.in_row = word == "trowd"
    if word in _BREAKS or word in marks:
        found.put(state, " " if found.in_row and word in _BREAKS else _BREAKS.get(word) or marks[word])
    elif word == "cell":
        found.put(state, _CELL)
    elif word in ("deleted", "v"):
        kind = "deleted" if word == "deleted" else "hidden"
        return replace(state, out=None if number == 0 else kind), left
    elif word == "plain":
        return replace(state, out=None), left
    elif number is not None:
        return _numbered(word, number, state, found), left
    return state, left


def _numbered(word: str, number: int, state: _State, found: _Rtf) -> _State:
    if word == "f":
        return replace(state, font=number)
    if word == "uc":
        return replace(state, skip=max(0, min(number, 10)))
    if word == "fcharset" and (page := _table()["charset"].get(str(number))):
        found.pages[state.font] = page
    elif word == "ansicpg":
        found.page = _known(f"cp{number}") or found.page
    elif word in ("yr", "mo", "dy"):
        found.made.setdefault(word, min(abs(number), 9999))
    return state


def _known(page: str) -> str | None:
    try:
        codecs.lookup(page)
    except LookupError:
        return None
    return page


def _one(found: _Rtf, name: str) -> str | None:
    return " ".join("".join(found.texts.get(name, ())).split()) or None


def _lines(found: _Rtf) -> Iterator[Line]:
    yield from _paragraphs("".join(found.texts.get("", ())))
    for number, note in enumerate(_pieces(found, "note"), 1):
        yield Line(f"[{number}] {note}", 1)
    by = _one(found, "commenter")
    yield from (
        Line(f"[comment by {by or 'somebody unnamed'}] {text}", 1, "quoted") for text in _pieces(found, "comment")
    )
    yield from (Line(text, 1, "boilerplate") for text in dict.fromkeys(_pieces(found, "edge")))


def _pieces(found: _Rtf, name: str) -> Iterator[str]:
    for piece in "".join(found.texts.get(name, ())).split("\n"):
        if words := " ".join(_plain(piece).replace(_CELL, " ").split()):
            yield words


def _paragraphs(text: str) -> Iterator[Line]:
    for piece in _plain(text).split("\n"):
        if _CELL in piece:
            cells = " | ".join(" ".join(cell.split()) for cell in piece.split(_CELL)).strip(" |")
            if cells:
                yield Line(cells, 0, "table")
        elif words := " ".join(piece.split()):
            yield Line(words, 1)


def _plain(text: str) -> str:
    return tidy(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
