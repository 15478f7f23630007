"""Web archives in WARC: each page, text or paper that a crawler got is a file of its own, with its address and the hour it was got."""

from __future__ import annotations

import csv
import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
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
_MOST_RECORDS, _LARGEST, _MOST_BYTES = 100_000, 64 * 1024**2, 160 * 1024**2
"""The last is of all pages together: more does not come out of the cage (`runners.confined.MOST`, as base64)."""
_BROKEN = (ArchiveLoadFailed, zlib.error, EOFError, ValueError, OSError, AttributeError)
"""What the library raises over what is damaged: AttributeError over an answer without an address."""
_PLAIN = ("", "identity", "gzip", "x-gzip", "deflate")
"""How an answer may be packed for its pages to be unpacked here."""
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
    taken = _Taken()
    try:
        for record in _records(data, taken.others):
            if not taken.take(record):
                break
    except _BROKEN as fault:
        if not taken.files:
            raise SetAside("the web archive is damaged or cut off; no page could be taken out") from fault
        taken.rejected.append(
            ("what follows", f"the web archive is damaged behind its page {len(taken.files)}; the rest was not read")
        )
    if not (taken.files or taken.others or taken.rejected):
        raise SetAside("the web archive holds no page that can be read")
    if taken.others:
        told = ", ".join(f"{count} {kind}" for kind, count in sorted(taken.others.items()))
        taken.rejected.append(("what pages are shown with", f"not read: {told}"))
    listed = (Inner("sources.csv", _listed(taken.rows)),) if taken.files else ()
    return Box((*taken.files, *listed), tuple(taken.rejected))


@dataclass(slots=True)
class _Taken:
    """What was taken out so far, where each came from, and what was not."""

    files: list[Inner] = field(default_factory=list)
    rows: list[tuple[str, str, str]] = field(default_factory=list)
    rejected: list[tuple[str, str]] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)
    seen: set[bytes] = field(default_factory=set)
    size: int = 0

    def take(self, record: ArcWarcRecord) -> bool:
        """Takes what a record holds; False where no more can be taken."""
        head = record.http_headers.get_header
        kind = (head("Content-Type") or "").partition(";")[0].strip().lower()
        address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
        if kind not in _SUFFIXES:
            self.others[kind.partition("/")[0] or "without a kind"] += 1
            return True
        label = _label(address, kind)
        if (packed := (head("Content-Encoding") or "").strip().lower()) not in _PLAIN:
            self.rejected.append((label, f"it is compressed in a way that is not unpacked here ({packed[:20]})"))
            return True
        body = record.content_stream().read(_LARGEST + 1)
        if len(body) > _LARGEST:
            self.rejected.append((label, "it is larger than what is taken out of a web archive"))
            return True
        if getattr(record.raw_stream, "limit", 0) > 0:
            raise ArchiveLoadFailed("the record is cut off")  # the library gives what there is, and says nothing
        if not body.strip() or sha256(body).digest() in self.seen:
            return True  # got twice, as crawlers do
        if self.size + len(body) > _MOST_BYTES:
            told = f"its pages are larger than the {_MOST_BYTES // 1024**2} MB that are taken out of one web archive; split it"
            self.rejected.append(("what follows", told))
            return False
        self.size += len(body)
        self.seen.add(sha256(body).digest())
        name = f"{len(self.files) + 1:05} {label}"
        self.files.append(Inner(name, body))
        self.rows.append((name, address, record.rec_headers.get_header("WARC-Date") or ""))
        return True


def _records(data: bytes, others: Counter[str]) -> Iterator[ArcWarcRecord]:
    """The answers that held something, in the order in which they came; the rest is counted."""
    for count, record in enumerate(ArchiveIterator(io.BytesIO(data), ensure_http_headers=True)):
        if count >= _MOST_RECORDS:
            raise ArchiveLoadFailed("too many records")
        heads = record.http_headers if record.rec_type in ("response", "resource") else None
        if heads is not None and heads.get_statuscode() in ("200", "203", ""):
            yield record
        elif heads is not None:
            others["answer that was no page"] += 1
        elif record.rec_type == "revisit":
            others["page got again without its text"] += 1


def _label(address: str, kind: str) -> str:
    """A short name: the last part of the address, with the ending of its kind."""
    try:
        parts = urlsplit(address)
        stem = PurePosixPath(unquote(parts.path)).stem or parts.hostname or "page"
    except ValueError:  # "http://[x": crawlers keep what pages link to
        stem = "page"
    return f"{_ODD.sub('_', stem)[:_LONGEST].strip('_.') or 'page'}{_SUFFIXES[kind]}"


def _listed(rows: list[tuple[str, str, str]]) -> bytes:
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(("file", "url", "captured"))
    table.writerows(rows)
    return out.getvalue().encode()
