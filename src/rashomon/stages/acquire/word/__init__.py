"""The reader of Word files: paragraphs, headings, tables and footnotes; tracked deletions and comments are kept apart."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.errors import SetAside
from rashomon.stages.acquire.draft import Draft, Header, Line
from rashomon.stages.acquire.properties import borne_out
from rashomon.stages.acquire.word.body import Body, Counts, read_body
from rashomon.stages.acquire.word.parts import Parts, open_parts


def read_word(data: bytes) -> Draft:
    """The lines of a Word file and what it says of itself as far as its text bears that out.

    Text that was put in under "track changes" is read, text that was taken out is not; both are said. Raises `SetAside` for
    a file that is damaged, locked or too large.
    """
    parts = open_parts(data)
    counts = Counts()
    lines = tuple(_lines(parts, counts))
    if not lines:
        raise SetAside("the document has no text")
    header, proposed = borne_out(_said(parts), lines)
    return Draft(lines, header, tuple(_remarks(counts)), proposed)


def _lines(parts: Parts, counts: Counts) -> Iterator[Line]:
    body = Body(parts.styles(), counts)
    yield from read_body(parts.root, body)
    for name in ("footnotes", "endnotes"):
        for number, note in parts.notes(name):
            inner = list(read_body(note, body))
            if inner:
                yield Line(f"[{number}] {inner[0].text}", 1)
                yield from inner[1:]
    for author, day, comment in parts.comments():
        text = " ".join(line.text for line in read_body(comment, body))
        if text:
            yield Line(f"[comment by {author or 'somebody unnamed'}{f', {day}' if day else ''}] {text}", 1, "quoted")
    running = dict.fromkeys(line.text for edge in parts.edges() for line in read_body(edge, body))
    yield from (Line(text, 1, "boilerplate") for text in running)


def _said(parts: Parts) -> Header:
    return Header(
        title=parts.said("title"), author=parts.said("creator"), published=(parts.said("created") or "")[:10] or None
    )


def _remarks(counts: Counts) -> Iterator[str]:
    if counts.deleted:
        by = f" (by {', '.join(sorted(counts.deleted_by))})" if counts.deleted_by else ""
        yield f"tracked changes: passages that were taken out{by} were not read: {counts.deleted}"
    if counts.inserted:
        by = f" (by {', '.join(sorted(counts.inserted_by))})" if counts.inserted_by else ""
        yield f"tracked changes: passages that were put in{by} were read as part of the text: {counts.inserted}"
    if counts.hidden:
        yield f"passages that are hidden in the document were not read: {counts.hidden}"
    if counts.pictures:
        yield f"pictures in the document were not read: {counts.pictures}"
