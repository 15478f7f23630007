"""acquire: the bytes of one original to one Document, by one reader for each media type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module

import msgspec

from rashomon.errors import SetAside
from rashomon.model.case_settings import Hints
from rashomon.model.document import PROPERTIES_SAY, Appearance, Block, Document, Original
from rashomon.model.identity import make_id
from rashomon.model.translated import translation_words
from rashomon.stages.acquire.blocks import lay_out, lay_scans, mark_furniture, mark_rest
from rashomon.stages.acquire.draft import Draft, Header, Line
from rashomon.stages.acquire.heading import Heading, read_heading, split_title
from rashomon.stages.acquire.images import NO_EYES, read_image
from rashomon.stages.acquire.language import guess_language
from rashomon.stages.acquire.media import CSV, IMAGES, MAIL, OPEN, PDF, RTF, WORD, WORKBOOK, media_type
from rashomon.stages.acquire.papers import guess_kind, named_kind
from rashomon.stages.acquire.plain import read_plain
from rashomon.stages.acquire.scans import Eyes, with_scans
from rashomon.text.fold import fold_words


def _read_page(data: bytes) -> Draft:
    """The reader of web pages, loaded with the first of them: a case of texts needs none of its libraries."""
    from rashomon.stages.acquire.hypertext import read_html

    return read_html(data)


def _read_archive(data: bytes) -> Draft:
    from rashomon.stages.acquire.hypertext import read_archive

    return read_archive(data)


READERS: dict[str, Callable[[bytes], Draft]] = {
    "text/plain": read_plain,
    "text/html": _read_page,
    "multipart/related": _read_archive,
    **dict.fromkeys(IMAGES, read_image),
}
PAPERS = {
    PDF: "rashomon.stages.acquire.pdf:read_pdf",
    WORD: "rashomon.stages.acquire.word:read_word",
    MAIL: "rashomon.stages.acquire.mail.letter:read_mail",
    WORKBOOK: "rashomon.stages.acquire.grids:read_workbook",
    CSV: "rashomon.stages.acquire.grids:read_csv",
    OPEN: "rashomon.stages.acquire.opendocument:read_opendocument",
    RTF: "rashomon.stages.acquire.richtext:read_rtf",
}
"""Readers of files that are made of many parts, by module and function: each file is read in a process of its own."""
WITH_PICTURES = {PDF: "rashomon.stages.acquire.pdf:read_pdf_and_pictures"}
"""Readers that give the pages that are pictures as such, for a program that reads words off them."""
Apart = Callable[[str, bytes], bytes]
"""Runs a reader of that name over bytes, apart from this process, and gives its draft as JSON."""


NO_HINTS = Hints()
LONGEST = 5_000_000
"""Characters of a text that is read as one report: some 1,700 pages. Each is held in memory whole, word by word."""


def _refuse_endless(length: int) -> None:
    if length > LONGEST:
        raise SetAside(f"the text is longer than the {LONGEST:,} characters that are read as one report; split it")


def acquire(
    data: bytes, original: Original, hints: Hints = NO_HINTS, apart: Apart | None = None, eyes: Eyes | None = None
) -> Document:
    """Reads one original: its text, blocks and metadata, where `sources.csv` wins over the file itself.

    Papers are read by way of `apart`, without it in this process; pages that are pictures by `eyes`, without them they are listed. Raises `SetAside` with a reason for the user where the
    file cannot be read.
    """
    appearance = original.appearances[0]
    kind = media_type(appearance.file, data)
    draft = _seen(kind, with_scans(_read(kind, data, apart, eyes), eyes), eyes)
    _refuse_endless(sum(len(line.text) for line in draft.lines))
    if not any(any(map(str.isalnum, line.text)) for line in draft.lines):
        raise SetAside("no text was found in the file")
    known = _merge(appearance, draft.header)
    lines = mark_furniture(draft.lines)
    heading = read_heading(lines, known, day_first=hints.day_first)
    lines = mark_rest(lines, heading.kinds, _names(known))
    text, blocks, leaves = lay_out(lines)
    scanned, doubtful = lay_scans(lines, text)
    title, outlet = split_title(draft.header.title or "", heading.title)
    language = _code(appearance.language) or guess_language(_own_words(text, blocks)) or known.language
    made = Document(
        id=make_id("d", original.sha256),
        sha256=original.sha256,
        file=appearance.file,
        media_type=kind,
        kind=named_kind(appearance.kind) if appearance.kind else guess_kind(heading.title, _top(lines), draft.kind),
        title=appearance.title or title or heading.title,
        publisher=known.publisher or outlet,
        author=known.author or heading.author,
        published=known.published or heading.published,
        url=known.url,
        language=language,
        text=text,
        blocks=blocks,
        claims_read=(language or "").split("-")[0] in hints.languages,
        appearances=original.appearances,
        remarks=(*draft.remarks, *_propose(draft.proposed, known, heading)),
        leaves=leaves,
        scanned=scanned,
        doubtful=doubtful,
    )
    return replace(made, remarks=(*translation_words(made), *made.remarks))


def _seen(kind: str, draft: Draft, eyes: Eyes | None) -> Draft:
    """The draft, unless nothing of it could be read: then the reason."""
    if kind in IMAGES and eyes is None:
        raise SetAside(NO_EYES)
    if not draft.lines and draft.remarks and (kind in IMAGES or kind == PDF):
        raise SetAside("; ".join(draft.remarks))
    return draft


def _read(kind: str, data: bytes, apart: Apart | None, eyes: Eyes | None) -> Draft:
    if kind in PAPERS:
        reader = WITH_PICTURES.get(kind, PAPERS[kind]) if eyes else PAPERS[kind]
        if apart:
            return msgspec.json.decode(apart(reader, data), type=Draft)
        module, _, function = reader.partition(":")
        draft: Draft = getattr(import_module(module), function)(data)
        return draft
    if kind not in READERS:
        raise SetAside(f"there is no reader for {kind} yet")
    _refuse_endless(len(data) // 8)
    return READERS[kind](data)


def _propose(proposed: Header, known: Header, heading: Heading) -> Iterator[str]:
    """What the file's properties name of what is not known otherwise: for a person to put into `sources.csv`."""
    told = [
        f"title “{proposed.title}”" if proposed.title and not (known.title or heading.title) else "",
        f"author “{proposed.author}”" if proposed.author and not (known.author or heading.author) else "",
        f"made on {proposed.published}" if proposed.published and not (known.published or heading.published) else "",
    ]
    if any(told):
        yield f"{PROPERTIES_SAY}: {', '.join(filter(None, told))}; nobody checked that, and it was not used"


def _merge(appearance: Appearance, found: Header) -> Header:
    """What `sources.csv` says, and what the file says of itself where that is silent.

    Not so for the language: pages carry the language of their template, so the words themselves come first.
    """
    return Header(
        title=appearance.title or found.title,
        publisher=appearance.publisher or found.publisher,
        author=appearance.author or found.author,
        published=appearance.published or found.published,
        url=appearance.url or found.url,
        language=_code(found.language),
    )


def _names(known: Header) -> frozenset[str]:
    return frozenset(fold_words(name) for name in (known.publisher, known.author) if name)


def _code(language: str | None) -> str | None:
    return language.strip().replace("_", "-").lower() if language and language.strip() else None


def _own_words(text: str, blocks: tuple[Block, ...]) -> str:
    """The beginning of a text without its furniture, to tell the language by."""
    own = (block for block in blocks if block.kind != "boilerplate")
    words, length = [], 0
    for block in own:
        words.append(text[block.start : block.end])
        length += block.end - block.start
        if length > 5000:
            break
    return "\n".join(words) or text


def _top(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines[:12] if line.kind != "boilerplate"][:4]
