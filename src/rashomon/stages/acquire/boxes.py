"""Files that hold others: archives, web archives, mailboxes, mails with attachments. The names within are labels, nothing is written to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from rashomon.errors import SetAside
from rashomon.model.boxed import Box, Inner
from rashomon.stages.acquire.mail.heads import open_mail
from rashomon.stages.acquire.mail.within import files_within
from rashomon.stages.acquire.warc import is_warc
from rashomon.stages.acquire.zipped import DAMAGED, open_zip

MOST_MESSAGES = 10_000
_LONGEST = 200
_MESSAGE = re.compile(rb"(?:\A|(?<=\n))From [^\n]{3,200}\n(?=[A-Za-z][A-Za-z0-9-]*:)")
_OFFICE = ("[Content_Types].xml", "mimetype")
_JUNK = ("__MACOSX/", ".DS_Store", "Thumbs.db")
_UNPACKERS = {
    ".zip": "rashomon.stages.acquire.boxes:unpack_zip",
    ".mbox": "rashomon.stages.acquire.boxes:unpack_mailbox",
    ".mbx": "rashomon.stages.acquire.boxes:unpack_mailbox",
    ".eml": "rashomon.stages.acquire.boxes:unpack_mail",
}
_CARRIES = re.compile(
    rb"^content-(?:disposition|type)\s*:[^\n]*(?:attachment|rfc822|name|application|image)|filename",
    re.IGNORECASE | re.MULTILINE,
)


def unpacker_of(file: str, data: bytes) -> str | None:
    """Who takes a file apart, by module and function; None for one that holds no others."""
    suffix = PurePosixPath(file.replace("\\", "/")).suffix.lower()
    if suffix == "" and _MESSAGE.match(data[:1000].replace(b"\r\n", b"\n")):
        suffix = ".mbox"
    if suffix in ("", ".warc", ".gz") and is_warc(data):
        return "rashomon.stages.acquire.warc:unpack_warc"
    if suffix == ".eml" and not _CARRIES.search(data):
        return None
    return _UNPACKERS.get(suffix)


def unpack_zip(data: bytes) -> Box:
    """The files of an archive; none of an office document under that name. Raises `SetAside` for one that is damaged, or a bomb."""
    with open_zip(data) as archive:
        found = [info for info in archive.infolist() if not info.is_dir() and not _is_junk(info.filename)]
        if any(info.filename in _OFFICE for info in found[:3]):
            return Box((), own=True)
        files, rejected = [], []
        names = _Names()
        for info in found:
            name = names.label(info.filename)
            try:
                files.append(Inner(name, archive.read(info)))
            except (*DAMAGED, RuntimeError) as fault:
                rejected.append((name, f"it cannot be unpacked: {type(fault).__name__}"))
    return Box(tuple(sorted(files, key=lambda inner: inner.name)), tuple(rejected))


def unpack_mailbox(data: bytes) -> Box:
    """The messages of a mailbox. Raises `SetAside` for one that holds none, or too many."""
    text = data.replace(b"\r\n", b"\n")
    starts = [found.start() for found in _MESSAGE.finditer(text)]
    if not starts:
        raise SetAside("it is no mailbox: no message begins in it")
    if len(starts) > MOST_MESSAGES:
        raise SetAside(
            f"it holds {len(starts):,} messages, more than the {MOST_MESSAGES:,} that are read from one; split it"
        )
    pieces = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    return Box(tuple(Inner(f"{n:05}.eml", _message(piece)) for n, piece in enumerate(pieces, 1)))


def _message(piece: bytes) -> bytes:
    """A message without the line that parts it from others; ">From" was put for "From" at the start of its lines."""
    return re.sub(rb"^>(>*From )", rb"\1", piece.split(b"\n", 1)[1], flags=re.MULTILINE).rstrip(b"\n") + b"\n"


def unpack_mail(data: bytes) -> Box:
    """The files attached to a mail, which is a report itself."""
    try:
        mail = open_mail(data)
    except SetAside:
        return Box((), own=True)
    names = _Names()
    return Box(tuple(Inner(names.label(inner.name), inner.data) for inner in files_within(mail)), own=True)


def _is_junk(name: str) -> bool:
    return name.startswith(_JUNK) or PurePosixPath(name).name in _JUNK


class _Names:
    """Labels for the files of one box: each once, and none that leads anywhere."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def label(self, name: str) -> str:
        """The name without parts that climb, drives or marks that cannot be seen; with a number where it was given already."""
        plain = "".join(char for char in name.replace("\\", "/") if char.isprintable())
        parts = [part.strip() for part in plain.split("/")]
        kept = [part for part in parts if part.strip(". ") and not re.fullmatch(r"[A-Za-z]:", part)]
        label = "/".join(kept)[-_LONGEST:].lstrip("/") or "unnamed"
        return self._once(label)

    def _once(self, label: str) -> str:
        path = PurePosixPath(label)
        tries: Iterator[str] = (str(path.with_stem(f"{path.stem} ({n})")) for n in range(2, 100_000))
        while label in self._used:
            label = next(tries)
        self._used.add(label)
        return label
