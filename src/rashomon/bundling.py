"""A case as one ZIP that somebody else opens, checks with a common tool and builds again."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from rashomon._version import __version__
from rashomon.errors import SetAside
from rashomon.model.document import PROPERTIES_SAY, Original
from rashomon.model.hidden import Told
from rashomon.present.exports.json_format import export_json, export_rows, write_rows
from rashomon.present.exports.tables import ZIP_TIME
from rashomon.present.resolve import Resolved
from rashomon.reading import hidden_in, without_hidden
from rashomon.store.journal import read_journal
from rashomon.store.originals import Originals
from rashomon.store.private import replacing
from rashomon.store.register import Arrival, first_arrivals

_ODD = re.compile(r"[^\w.()+-]+")
_LONGEST = 80
_COLUMNS = ("title", "publisher", "author", "published", "url", "kind", "language")
_README = """One case of Rashomon {version}: {count} exhibits, and what was read in them.

originals/      the reports as they came in, each under its number{stripped}
originals/sources.csv   where each comes from
case.json       claims, people, incidents, findings, decisions (the export format of Rashomon)
manifest.json   of each exhibit: number, name as received, sha256, bytes, when it was taken in; the head of the case's logs
SHA256SUMS      the sha256 of every file here

To check the files:   sha256sum -c SHA256SUMS        (macOS: shasum -a 256 -c SHA256SUMS)
To read them anew:    rashomon build NEW originals/
Names are not masked: the originals hold them all.
"""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An original of a case under a number that stays with it; `told` is what its file tells beside the text."""

    number: int
    original: Original
    arrival: Arrival
    size: int
    told: tuple[Told, ...]

    @property
    def name(self) -> str:
        """What it is called in a bundle: "E0007 letter.docx"."""
        file = PurePosixPath(self.arrival.appearance.file.replace("\\", "/")).name
        stem, dot, suffix = file.rpartition(".")
        short = _ODD.sub("_", stem or file)[:_LONGEST].strip("._") or "file"
        ending = "." + _ODD.sub("", suffix) if dot and stem else ""
        return f"E{self.number:04} {short}{ending}"


def exhibits(case: Path) -> tuple[Exhibit, ...]:
    """The originals of a case by number. Raises CaseDamaged where one is gone or altered."""
    store, first = Originals(case), first_arrivals(case)
    found = []
    for original in store.originals():
        number, arrival = first[original.sha256]
        data = store.read(original.sha256)
        found.append(Exhibit(number, original, arrival, len(data), hidden_in(data)))
    return tuple(sorted(found, key=lambda exhibit: exhibit.number))


def write_bundle(
    case: Path,
    opened: Resolved,
    target: Path,
    listed: Sequence[Exhibit],
    *,
    strip: bool,
    tell: Callable[[str, int, int], None] = lambda *_: None,
) -> tuple[str, ...]:
    """Write a bundle, and return of which files some properties stay though `strip` asks that they go.

    Raises CaseDamaged; OSError where it cannot be written, and then no half of it stays.
    """
    store, kept, rows = Originals(case), [], []
    sums: dict[str, str] = {}
    with replacing(target) as out, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:

        def put(name: str, data: bytes) -> None:
            box.writestr(zipfile.ZipInfo(name, ZIP_TIME), data, zipfile.ZIP_DEFLATED)
            sums[name] = sha256(data).hexdigest()

        for done, exhibit in enumerate(listed, 1):
            data = store.read(exhibit.original.sha256)
            bare = _bare(data) if strip else None
            if strip and hidden_in(data if bare is None else bare):
                kept.append(exhibit.name)
            put(f"originals/{exhibit.name}", data if bare is None else bare)
            rows.append(_row(exhibit, None if bare is None else sums[f"originals/{exhibit.name}"]))
            tell("write", done, len(listed))
        put("originals/sources.csv", _sources(listed))
        put("case.json", _case_json(opened, strip=strip))
        put("manifest.json", _manifest(case, rows))
        put("READ ME.txt", _readme(rows))
        put("SHA256SUMS", "".join(f"{digest}  {name}\n" for name, digest in sums.items()).encode())
    return tuple(kept)


def _case_json(opened: Resolved, *, strip: bool) -> bytes:
    """The working copy; stripped, without what the files' own properties say."""
    if not strip:
        return export_json(opened)
    rows = export_rows(opened)
    for row in rows["documents"]:
        row["remarks"] = [r for r in row.get("remarks") or () if not r.startswith(PROPERTIES_SAY)]
    return write_rows(rows)


def warnings(listed: Sequence[Exhibit]) -> Iterator[str]:
    """What the files of a bundle would tell of those who made or sent them, a line a file."""
    for exhibit in listed:
        if exhibit.told:
            yield f"{exhibit.name}: {'; '.join(f'{one.kind}: {one.value}' for one in exhibit.told)}"


def _bare(data: bytes) -> bytes | None:
    try:
        return without_hidden(data)
    except SetAside:
        return None


def _row(exhibit: Exhibit, stripped: str | None) -> dict[str, Any]:
    seen = exhibit.arrival.appearance
    row = {
        "exhibit": exhibit.number,
        "file": f"originals/{exhibit.name}",
        "received_as": seen.file,
        "sha256": exhibit.original.sha256,
        "bytes": exhibit.size,
        "taken_in": exhibit.arrival.at,
    }
    return row | ({"properties_taken_out": True, "sha256_of_this_copy": stripped} if stripped else {})


def _sources(listed: Sequence[Exhibit]) -> bytes:
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(("file", *_COLUMNS))
    for exhibit in listed:
        seen = exhibit.original.appearances[0]
        table.writerow((exhibit.name, *(getattr(seen, name) or "" for name in _COLUMNS)))
    return out.getvalue().encode()


def _manifest(case: Path, rows: list[dict[str, Any]]) -> bytes:
    said = {"made_by": f"rashomon {__version__}", "head": read_journal(case).head, "exhibits": rows}
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


def _readme(rows: list[dict[str, Any]]) -> bytes:
    some = any("properties_taken_out" in row for row in rows)
    said = "; of some the properties were taken out, manifest.json says of which" if some else ""
    return _README.format(version=__version__, count=len(rows), stripped=said).encode()
