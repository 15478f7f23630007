"""What a reader of one media type gives: lines, and what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.document import BlockKind, DocumentKind, Doubtful, Leaf


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text without white space at its ends; `gap` counts the empty lines before it.

    `kind` is what the format itself says of the line (an HTML heading, a figure caption), None where it says nothing.
    `listed` where the format makes it an item of a list that is no link. `leaves` are the pages or sheets that it stands
    on, each with the offset in the line at which it begins. `scanned` where it was read off a picture, `doubtful` its words that
    may be misread.
    """

    text: str
    gap: int = 0
    kind: BlockKind | None = None
    listed: bool = False
    leaves: tuple[Leaf, ...] = ()
    scanned: bool = False
    doubtful: tuple[Doubtful, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A page that is a picture without text: its number from 1, and a PNG or the file's own bytes."""

    page: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says of itself; `published` is an ISO date or time."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as one reader gives it, before its lines are told apart.

    `proposed` is what the file's properties say and its text does not bear out: it is told to a person and not used. `kind`
    is what its format makes of a paper whose words say nothing of that. `pictures` are pages that a program for it may read.
    """

    lines: tuple[Line, ...]
    header: Header = Header()
    remarks: tuple[str, ...] = ()
    proposed: Header = Header()
    kind: DocumentKind | None = None
    pictures: tuple[Picture, ...] = ()
