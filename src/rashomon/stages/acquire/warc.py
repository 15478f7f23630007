"""Web archives in WARC: each page, text or paper that a crawler got is a file of its own, with its address and the hour it was got."""

from __future__ import annotations

import csv
import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from rashomon.errors import SetAside
from rashomon.model.boxed import Box, Inner

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/rtf": ".rtf",
    "message/rfc822": ".eml",
}
"""What is taken out, and the ending by which its reader knows it; the rest is what pages are shown with."""
_MOST_RECORDS, _LARGEST, _MOST_BYTES = 100_000, 64 * 1024**2, 512 * 1024**2
_BROKEN = (ArchiveLoadFailed, zlib.error, EOFError, ValueError, KeyError, AttributeError, OSError)
_ODD = re.compile(r"[^\w.-]+")
_LONGEST = 100


def is_warc(data: bytes) -> bool:
    """Whether bytes begin as a WARC file does, compressed or not."""
    if data.startswith(b"\x1f\x8b"):
        try:
            data = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(data[:4096], 16)
        except zlib.error:
            return False
    return data.startswith(b"WARC/")


def unpack_warc(data: bytes) -> Box:
    """The pages, texts and papers of a web archive, each once, and a `sources.csv` that says where and when each was got.

    Raises `SetAside` for a file that is damaged before its first page. What is damaged later, and what pages are only shown with, is
    told under the name of the archive.
    """
    files: list[Inner] = []
    rows: list[tuple[str, str, str]] = []
    rejected: list[tuple[str, str]] = []
    others: Counter[str] = Counter()
    seen: set[bytes] = set()
    size = 0
    try:
        for record in _records(data):
            kind = record.http_headers.get_header("Content-Type", "").partition(";")[0].strip().lower()
            address = record.rec_headers.get_header("WARC-Target-URI", "").strip("<> ")
            if kind not in _SUFFIXES:
                others[kind.partition("/")[0] or "without a kind"] += 1
                continue
            body = record.content_stream().read(_LARGEST + 1)
            size += len(body)
            if len(body) > _LARGEST or size > _MOST_BYTES:
                rejected.append((_label(address, kind), "it is larger than what is taken out of a web archive"))
                continue
            if record.http_headers.get_header("Content-Encoding", "").lower() in ("br", "zstd"):
                rejected.append(
                    (_label(address, kind), "it is compressed in a way that is not unpacked here (brotli, zstd)")
                )
                continue
            if not body.strip() or sha256(body).digest() in seen:
                continue  # got twice, as crawlers do
            seen.add(sha256(body).digest())
            name = f"{len(files) + 1:05} {_label(address, kind)}"
            files.append(Inner(name, body))
            rows.append((name, address, record.rec_headers.get_header("WARC-Date", "")))
    except _BROKEN as fault:
        if not files:
            raise SetAside("the web archive is damaged or cut off; no page could be taken out") from fault
        rejected.append(
            ("what follows", f"the web archive is damaged behind its page {len(files)}; the rest was not read")
        )
    if not (files or others or rejected):
        raise SetAside("the web archive holds no page that can be read")
    if others:
        told = ", ".join(f"{count} {kind}" for kind, count in sorted(others.items()))
        rejected.append(("what pages are shown with", f"not read: {told}"))
    return Box((*files, Inner("sources.csv", _listed(rows))) if files else (), tuple(rejected))


def _records(data: bytes) -> Iterator[ArcWarcRecord]:
    """The answers that held something, in the order in which they came."""
    for count, record in enumerate(ArchiveIterator(io.BytesIO(data))):
        if count >= _MOST_RECORDS:
            raise ArchiveLoadFailed("too many records")
        heads = record.http_headers if record.rec_type in ("response", "resource") else None
        if heads is not None and heads.get_statuscode() in ("200", "203", ""):
            yield record


def _label(address: str, kind: str) -> str:
    """A short name: the last part of the address, with the ending of its kind."""
    parts = urlsplit(address)
    stem = PurePosixPath(unquote(parts.path)).stem or parts.hostname or "page"
    return f"{_ODD.sub('_', stem)[:_LONGEST].strip('_.') or 'page'}{_SUFFIXES[kind]}"


def _listed(rows: list[tuple[str, str, str]]) -> bytes:
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(("file", "url", "captured"))
    table.writerows(rows)
    return out.getvalue().encode()
