"""What `acquire` gives: originals, the documents read from them, and the files that could not be read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from rashomon.model.calls import CallRecord
from rashomon.model.identity import make_id
from rashomon.model.span import Span

DocumentKind = Literal["article", "note", "indictment", "hearing", "transcript", "record", "statement", "other"]
BlockKind = Literal["headline", "byline", "dateline", "subhead", "caption", "body", "table", "quoted", "boilerplate"]
APART: frozenset[BlockKind] = frozenset({"table", "quoted"})
"""Blocks that no reader reads: rows of tables, and mail that a mail quotes. They are shown as unread, never passed over."""


PROPERTIES_SAY = "the file's own properties say"
"""How a remark begins that repeats what a file says of itself and its text does not bear out."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """One way in which an original came in: a file of a folder, with what `sources.csv` says of it."""

    file: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    kind: str | None = None
    language: str | None = None
    other: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes that came in, by their sha256, and every file they came in as."""

    sha256: str
    appearances: tuple[Appearance, ...]

    def goes_by(self) -> frozenset[str]:
        """All that a person may call it by, as of the document that is read from it."""
        return _names({seen.file for seen in self.appearances}) | {make_id("d", self.sha256), self.sha256}


def _names(files: Iterable[str]) -> frozenset[str]:
    """Files with and without their folders, and what they came in within."""
    paths = [PurePosixPath(file) for file in files]
    whole = {str(part) for path in paths for part in (path, *path.parents)}
    return frozenset({*whole, *(part for path in paths for part in path.parts)} - {"."})


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document's text with one function: headline, caption, body, boilerplate ..."""

    start: int
    end: int
    kind: BlockKind

    @property
    def span(self) -> Span:
        """The range alone."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Leaf:
    """Where in the text a page of a paper, a sheet of a workbook begins, and what it is called: "p. 3", "sheet Victims".

    One that a paragraph runs over begins within it; a page's footnotes may stand behind the next one's first words.
    """

    start: int
    name: str


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A word read off a picture of which the program that read it is not sure: `sure` of a hundred."""

    start: int
    end: int
    sure: int


@dataclass(frozen=True, slots=True)
class Document:
    """One original as one normalised text.

    `blocks` are ordered, do not overlap and cover every character that is not white space. `published` is an ISO
    date or time, or None. `claims_read` is False where the language is not one that claims are read in. `remarks` say
    what was mended before the text was read, such as letters of a wrong code page, and what of the file was not read.
    `leaves` are in the order of the text. `scanned` are the stretches that were read off a picture, `doubtful` the words in
    them that may be misread. `calls` is set where it is a file of telephone records: its text then holds the rows that touch
    the case, and no others.
    """

    id: str
    sha256: str
    file: str
    media_type: str
    kind: DocumentKind
    title: str | None
    publisher: str | None
    author: str | None
    published: str | None
    url: str | None
    language: str | None
    text: str
    blocks: tuple[Block, ...]
    claims_read: bool
    appearances: tuple[Appearance, ...] = ()
    remarks: tuple[str, ...] = ()
    leaves: tuple[Leaf, ...] = ()
    scanned: tuple[Span, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()
    calls: CallRecord | None = None

    def leaf_at(self, offset: int) -> str | None:
        """The page or sheet on which a place of the text stands; None in a text without pages."""
        at = bisect_right(self.leaves, offset, key=lambda leaf: leaf.start)
        return self.leaves[at - 1].name if at else None

    def goes_by(self) -> frozenset[str]:
        """All that a person may call it by: id, sha256, its files with and without their folders, and what they came in within."""
        return _names({self.file, *(seen.file for seen in self.appearances)}) | {self.id, self.sha256}

    @property
    def boilerplate(self) -> tuple[Span, ...]:
        """The ranges that are page furniture: kept in the text, never read for claims."""
        return tuple(b.span for b in self.blocks if b.kind == "boilerplate")


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file that could not be read, and why, in words for the user.

    `key` is the reading key of one whose reading did not end: it is not tried again unless that is asked for.
    """

    file: str
    reason: str
    key: str | None = None
