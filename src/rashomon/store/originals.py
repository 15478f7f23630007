"""Originals: content-addressed copies of what came in, read-only and never altered, and who brought them.

`CASE/originals/ab/<sha256>` holds the bytes, `CASE/originals/appearances.jsonl` the register. Copies are written
beside their place, flushed and renamed; the register's lines follow only when the copies are on the disk. Many small
copies are flushed by one `sync` of the system instead of one each, which takes seconds, not minutes, for 10,000.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from rashomon.errors import CaseDamaged, Stop, UsageFault
from rashomon.model.document import Appearance, Original, Rejected
from rashomon.model.identity import make_id
from rashomon.model.translated import with_translations
from rashomon.store.intake import SourceFile, Sweep, scan
from rashomon.store.private import flush, make_folder, open_file
from rashomon.store.register import Arrival, Departure, Line, Refusals, append, read_register
from rashomon.store.regular import read_regular
from rashomon.store.unpacking import Opens, Unpacking, holds_none

_FLUSHED_ONE_BY_ONE = 64


@dataclass(frozen=True, slots=True)
class IntakeReport:
    """What one intake did, by file name. `kept_out` are files whose document a person had removed from the case."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    kept_out: tuple[str, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    notes: tuple[str, ...] = ()


class Originals:
    """The originals of one case. The caller holds the case's lock while it takes or withdraws."""

    def __init__(self, case: Path) -> None:
        self._case = case
        self._folder = case / "originals"
        read = read_register(case)
        self.notes: tuple[str, ...] = (
            ("the last line of the register of appearances was cut off by a crash and is left out",)
            if read.torn
            else ()
        )
        self._live: dict[str, Arrival] = {}
        self._ended: dict[str, str] = {}
        self._refused: dict[str, Refusals] = {}
        self._seen: dict[str, dict[str, Arrival]] = {}
        self._apply(read.lines)

    def take(self, sources: Sequence[Path], *, day_first: bool = False, opens: Opens = holds_none) -> IntakeReport:
        """Takes in the given files and folders; files that changed replace their old originals, gone ones stay.

        `day_first` is how a `sources.csv` writes its days; `opens` takes apart what holds other files.
        """
        intake = _Intake(self, opens, day_first)
        try:
            for sweep in scan(sources, apart=self._case, day_first=day_first):
                intake.take(sweep)
            intake.finish()
        except Stop:
            intake.undo()
            raise
        return intake.report(self.notes)

    def originals(self) -> tuple[Original, ...]:
        """The originals that are in the case, by the name of their first file, then by hash; translations know theirs."""
        found: dict[str, list[Appearance]] = {}
        for arrival in self._live.values():
            found.setdefault(arrival.sha256, []).append(arrival.appearance)
        all_ = (Original(sha, tuple(sorted(seen, key=_order))) for sha, seen in found.items())
        ordered = sorted(all_, key=lambda original: (original.appearances[0].file, original.sha256))
        return with_translations(ordered)

    def rejected(self) -> tuple[Rejected, ...]:
        """What the latest intake of each given file or folder could not take in, and why."""
        rows = {row for refusals in self._refused.values() for row in refusals.rows}
        return tuple(Rejected(file, reason) for file, reason in sorted(rows))

    def read(self, digest: str) -> bytes:
        """The bytes of an original. Raises `CaseDamaged` where they are gone or are not what came in."""
        try:
            data = self._place(digest).read_bytes()
        except FileNotFoundError:
            raise CaseDamaged(f"the original {digest} is missing") from None
        if sha256(data).hexdigest() != digest:
            raise CaseDamaged(f"the original {digest} is no longer what came in: its hash differs")
        return data

    def withdraw(self, document: str) -> Original:
        """Takes a document out of the case, by file name, document id or sha256 (its first 8 digits will do).

        The bytes stay until they are purged. Raises `UsageFault` where none or several documents are meant.
        """
        original = self._find(document)
        self.leave([original])
        return original

    def files(self) -> dict[str, str]:
        """Where each file of the case came from, and its name."""
        return {arrival.source: arrival.appearance.file for arrival in self._arrivals()}

    def withdrawn(self) -> tuple[str, ...]:
        """The hashes of originals whose documents are out of the case while their bytes are still kept."""
        live = {arrival.sha256 for arrival in self._live.values()}
        return tuple(sorted(sha for sha in self._seen.keys() - live if self._place(sha).exists()))

    def leave(self, originals: Sequence[Original]) -> None:
        """Takes originals out of the case; their bytes stay."""
        digests = {o.sha256 for o in originals}
        self._write(Departure(a.source, a.sha256, "removed") for a in self._arrivals() if a.sha256 in digests)

    def verify(self) -> tuple[str, ...]:
        """One sentence for every original that is missing or altered; nothing when all is well."""
        faults = []
        for digest in sorted(self._seen):
            try:
                self.read(digest)
            except CaseDamaged as fault:
                faults.append(str(fault))
        return tuple(faults)

    def _place(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest

    def _arrivals(self) -> tuple[Arrival, ...]:
        return tuple(self._live[source] for source in sorted(self._live))

    def _write(self, lines: Iterable[Line]) -> None:
        written = tuple(lines)
        append(self._case, written)
        self._apply(written)

    def _apply(self, lines: Iterable[Line]) -> None:
        for line in lines:
            if isinstance(line, Refusals):
                self._refused[line.root] = line
            elif isinstance(line, Arrival):
                self._live[line.source] = line
                self._seen.setdefault(line.sha256, {})[line.source] = line
                self._ended.pop(line.source, None)
            elif line.why == "purged":
                self._seen.pop(line.sha256, None)
            elif (arrival := self._live.get(line.source)) and arrival.sha256 == line.sha256:
                del self._live[line.source]
                self._ended[line.source] = line.sha256

    def _find(self, document: str) -> Original:
        found = [
            original
            for original in self.originals()
            if is_called(original, document) or any(seen.file == document for seen in original.appearances)
        ]
        if len(found) == 1:
            return found[0]
        if not found:
            raise UsageFault(f"there is no document {document} in the case")
        raise unclear(document, found)


def is_called(original: Original, ident: str) -> bool:
    """Whether an id or a hash, or its beginning, is that original's."""
    whole = ident in (original.sha256, make_id("d", original.sha256))
    return whole or (len(ident) >= 8 and original.sha256.startswith(ident))


def unclear(document: str, found: Sequence[Original]) -> UsageFault:
    """The fault of a name that fits several documents."""
    ids = ", ".join(make_id("d", original.sha256) for original in found)
    return UsageFault(f"{document} could be {len(found)} documents; give the id: {ids}")


class _Intake:
    """One run of `take`: copies are written as files are read, the register's lines at the end."""

    def __init__(self, originals: Originals, opens: Opens, day_first: bool) -> None:
        self._into, self._opens, self._day_first = originals, opens, day_first
        self._lines: list[Line] = []
        self._unflushed: list[Path] = []
        self._added: list[str] = []
        self._changed: list[str] = []
        self._gone: list[str] = []
        self._kept_out: list[str] = []
        self._rejected: list[Rejected] = []
        self._notes: list[str] = []

    def take(self, sweep: Sweep) -> None:
        rejected = list(sweep.rejected)
        self._notes += sweep.notes
        there = {str(file.path) for file in sweep.files}
        boxes = {box for path in sweep.said for box in path.parents}
        for file in sweep.files:
            try:
                data = read_regular(file.path)
            except OSError as fault:
                reason = "the file vanished while it was read" if isinstance(fault, FileNotFoundError) else (
                    f"the file cannot be read: {fault.strerror}")  # fmt: skip
                rejected.append(Rejected(file.appearance.file, reason))
            else:
                unpacking = Unpacking(self._opens, sweep.said, self._day_first)
                for inner, held in unpacking.files(file, data):
                    there.add(str(inner.path))
                    self._take_file(inner, held)
                rejected += [*unpacking.rejected, *(unpacking.missing(file, there) if file.path in boxes else ())]
        self._note_gone(sweep, there)
        self._refuse(sweep.root, rejected)

    def _take_file(self, file: SourceFile, data: bytes) -> None:
        digest, source, name = sha256(data).hexdigest(), str(file.path), file.appearance.file
        before = self._into._live.get(source)
        if file.swept and self._into._ended.get(source) == digest:
            self._kept_out.append(name)
            return
        self._copy(digest, data)
        if before == Arrival(source, digest, file.appearance):
            return
        if before and before.sha256 != digest:
            self._lines.append(Departure(source, before.sha256, "changed"))
        (self._changed if before else self._added).append(name)
        self._lines.append(Arrival(source, digest, file.appearance, datetime.now(UTC).isoformat(timespec="seconds")))

    def _copy(self, digest: str, data: bytes) -> None:
        """Writes the bytes at their place; a copy that lies there already is compared, byte for byte."""
        place = self._into._place(digest)
        try:
            if place.read_bytes() == data:
                return
        except FileNotFoundError:
            pass
        else:
            if digest in self._into._seen:
                raise CaseDamaged(f"the original {digest} is no longer what came in: its hash differs")
        beside = place.with_name(f".{digest}.new")
        try:
            make_folder(place.parent.parent)
            make_folder(place.parent)
            beside.unlink(missing_ok=True)
            with open_file(beside, "wb") as file:
                file.write(data)
            beside.chmod(0o400)
            beside.replace(place)
        except OSError as fault:
            beside.unlink(missing_ok=True)
            raise Stop(f"{place} cannot be written: {fault.strerror}; the case is as it was") from fault
        self._unflushed.append(place)

    def _note_gone(self, sweep: Sweep, there: set[str]) -> None:
        root = sweep.root
        for arrival in self._into._arrivals():
            path = Path(arrival.source)
            if arrival.source not in there and path.is_relative_to(root) and not os.path.lexists(path):
                self._gone.append(arrival.appearance.file)

    def _refuse(self, root: Path, rejected: list[Rejected]) -> None:
        rows = tuple((row.file, row.reason) for row in rejected)
        before = self._into._refused.get(str(root), Refusals(str(root), ()))
        if rows != before.rows:
            self._lines.append(Refusals(str(root), rows))
        self._rejected += rejected

    def finish(self) -> None:
        """Flushes the copies, then writes the register."""
        if len(self._unflushed) > _FLUSHED_ONE_BY_ONE:
            os.sync()
        else:
            folders = {place.parent for place in self._unflushed}
            for path in [*self._unflushed, *sorted(folders)]:
                flush(path)
        self._into._write(self._lines)

    def undo(self) -> None:
        """Takes the copies of this run away again: no line of the register tells of them, and a full disk is full."""
        for place in self._unflushed:
            if place.name not in self._into._seen:
                place.unlink(missing_ok=True)

    def report(self, notes: tuple[str, ...]) -> IntakeReport:
        return IntakeReport(
            tuple(self._added), tuple(self._changed), tuple(self._gone), tuple(self._kept_out),
            tuple(self._rejected), (*notes, *self._notes),
        )  # fmt: skip


def _order(seen: Appearance) -> tuple[str, ...]:
    return (seen.file, *(getattr(seen, name) or "" for name in ("publisher", "published", "title", "author", "url")))
