"""`sources.csv`: what a folder says of its files that they do not say themselves."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from rashomon.model.document import Appearance, DocumentKind
from rashomon.store.regular import read_regular
from rashomon.text.code_pages import decode_list
from rashomon.text.published import is_ambiguous, parse_published
from rashomon.text.readable import readable_words

SOURCES = "sources.csv"
_KNOWN = ("title", "publisher", "author", "published", "url", "kind", "language")


@dataclass(slots=True)
class SourceList:
    """What a folder's `sources.csv` says, by absolute path; what is wrong with it, and what it was taken for."""

    day_first: bool = False
    said: dict[Path, Appearance] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_sources(folder: Path, *, day_first: bool = False) -> SourceList:
    """The `sources.csv` of a folder; an empty list where there is none. `day_first` is how it writes 3/4/2021."""
    try:
        data = read_regular(folder / SOURCES)
    except (FileNotFoundError, NotADirectoryError):
        return SourceList(day_first)
    except OSError as fault:
        return SourceList(day_first, faults=[f"cannot be read: {fault.strerror}; nothing of it was used"])
    return parse_sources(data, folder, day_first=day_first)


def parse_sources(data: bytes, folder: Path, *, day_first: bool = False) -> SourceList:
    """What the bytes of a `sources.csv` say of the files of a folder."""
    listed = SourceList(day_first)
    text, page = decode_list(data)
    if page:
        listed.notes.append(f"{folder.name}/{SOURCES} is not UTF-8 and was read as {page}; save it as UTF-8 to be sure")
    try:
        _read_rows(text, folder, listed)
    except csv.Error as fault:
        listed.faults.append(f"cannot be read as CSV: {fault}")
    return listed


def _read_rows(text: str, folder: Path, listed: SourceList) -> None:
    rows = csv.reader(text.replace("\0", "").splitlines(keepends=True), delimiter=_delimiter(text))
    header = [name.strip().casefold() for name in next(rows, [])]
    if "file" not in header:
        listed.faults.append("has no column named `file`; nothing of it was used")
        return
    for twice in sorted({name for name in header if name and header.count(name) > 1}):
        listed.faults.append(f"has two columns named `{twice}`; the last one counts")
    names = _names_in(folder)
    for row in rows:
        if any(cell.strip() for cell in row):
            _read_row(dict(zip(header, map(str.strip, row), strict=False)), rows.line_num, folder, names, listed)
            if len(row) > len(header) and any(cell.strip() for cell in row[len(header) :]):
                listed.faults.append(f"line {rows.line_num} has more columns than the header; is a comma unquoted?")


def _delimiter(text: str) -> str:
    """A comma; a semicolon or tab where the header has no comma, as spreadsheets of some countries write it."""
    header = text.split("\n", 1)[0]
    return next((mark for mark in (",", ";", "\t") if mark in header), ",")


def _names_in(folder: Path) -> dict[str, str]:
    """The names of a folder's files, composed, to the names on the disk: some systems store accents apart."""
    try:
        return {unicodedata.normalize("NFC", path.name): path.name for path in folder.iterdir()}
    except OSError:
        return {}


def _read_row(row: dict[str, str], number: int, folder: Path, names: dict[str, str], listed: SourceList) -> None:
    file = row.get("file", "").replace("\\", "/")
    if not file:
        listed.faults.append(f"line {number} names no file")
        return
    if file.startswith("/") or ".." in file.split("/"):
        listed.faults.append(f"line {number}: {file} lies outside the folder")
        return
    path = folder / names.get(unicodedata.normalize("NFC", file), file)
    if path in listed.said:
        listed.faults.append(f"line {number} names {file} again; the later line counts")
    listed.faults += [f"line {number}: {fault}" for fault in _check(row, listed.day_first)]
    said = {name: readable_words(row.get(name) or "") or None for name in _KNOWN}
    said["published"] = parse_published(row.get("published", ""), day_first=listed.day_first)
    shown = ((readable_words(k), readable_words(v)) for k, v in row.items() if k not in _KNOWN and k != "file")
    other = tuple(sorted((k, v) for k, v in shown if k and v))
    listed.said[path] = Appearance(file, **said, other=other)


def _check(row: dict[str, str], day_first: bool) -> Iterator[str]:
    published, kind = row.get("published", ""), row.get("kind", "")
    if published and not day_first and is_ambiguous(published):
        yield (
            f"published `{published}` of {row['file']} could be two days and was not used; write it as YYYY-MM-DD, or "
            "set day_first = true in case.toml"
        )
    elif published and parse_published(published, day_first=day_first) is None:
        yield f"published `{published}` of {row['file']} is no date (YYYY-MM-DD, YYYY-MM or YYYY) and was not used"
    if kind and kind.casefold() not in get_args(DocumentKind):
        yield f"kind `{kind}` of {row['file']} is none of {', '.join(get_args(DocumentKind))}; it counts as other"
