"""Which files are given: folders walked, `sources.csv` read, and a reason for each that cannot be taken in."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from errno import ELOOP
from pathlib import Path

from rashomon.model.document import Appearance, Rejected
from rashomon.store.leftovers import page_of, why_left
from rashomon.store.regular import read_regular, why_not_taken
from rashomon.store.sourcelist import SOURCES, read_sources
from rashomon.text.readable import readable

COLUMNS = ".columns.toml"
"""How the name of a mapping ends that lies beside a file of telephone records."""
_LONGEST_MAPPING = 100_000


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that can be taken in, with what `sources.csv` says of it. `swept` when a folder brought it."""

    path: Path
    appearance: Appearance
    swept: bool


@dataclass(frozen=True, slots=True)
class Sweep:
    """All that one given file or folder holds; `root` is its absolute path, `notes` what a person should know of it.

    `said` is what its `sources.csv` files say, of files within these files too.
    """

    root: Path
    files: tuple[SourceFile, ...]
    rejected: tuple[Rejected, ...]
    notes: tuple[str, ...] = ()
    said: Mapping[Path, Appearance] = field(default_factory=dict)


@dataclass(slots=True)
class _Walk:
    """One folder being walked: its root, what must stay outside, and what was found so far."""

    root: Path
    apart: Path
    day_first: bool
    files: list[SourceFile] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    said: dict[Path, Appearance] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def refuse(self, path: Path, reason: str) -> None:
        self.rejected.append(Rejected(_name(path, self.root), reason))


def scan(sources: Sequence[Path], *, apart: Path, day_first: bool = False) -> tuple[Sweep, ...]:
    """Every file of the given files and folders, sorted by name; `apart` (the case's own folder) is passed over.

    `day_first` is how a `sources.csv` writes its days.
    """
    return tuple(_scan_one(Path(os.path.abspath(source)), apart.resolve(), day_first) for source in sources)  # noqa: PTH100


def _scan_one(source: Path, apart: Path, day_first: bool) -> Sweep:
    if source.is_dir():
        walk = _Walk(source, apart, day_first)
        _visit(source, walk)
        _check_named(walk)
        return Sweep(source, tuple(walk.files), tuple(walk.rejected), tuple(walk.notes), walk.said)
    reason = why_left(source.name) or _why_not(source)
    if reason:
        return Sweep(source, (), (Rejected(_name(source, source), reason),))
    sources = read_sources(source.parent, day_first=day_first)
    listed, name = sources.said.get(source), _name(source, source)
    seen = replace(listed, file=name) if listed else Appearance(name)
    return Sweep(
        source,
        (SourceFile(source, with_columns(source, seen), False),),
        (),
        tuple(sources.notes) if listed else (),
        sources.said,
    )


def _visit(folder: Path, walk: _Walk) -> None:
    """Goes through a folder and those below it, in the order of their names, without recursion's depth limit."""
    open_folders = [folder]
    while open_folders:
        here = open_folders.pop()
        listed = read_sources(here, day_first=walk.day_first)
        walk.said.update(listed.said)
        walk.notes += listed.notes
        walk.rejected += [Rejected(_name(here / SOURCES, walk.root), fault) for fault in listed.faults]
        below = list(_enter(here, walk))
        open_folders += reversed(below)
    walk.files.sort(key=lambda file: file.appearance.file)


def _enter(folder: Path, walk: _Walk) -> Iterator[Path]:
    """Takes the files of one folder and gives the folders in it."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries)
    except OSError as fault:
        walk.refuse(folder, f"the folder cannot be read: {fault.strerror}")
        return
    for name in names:
        path = folder / name
        if reason := why_left(name):
            walk.refuse(path, reason)
            continue
        if name.startswith(".") or name == SOURCES or (name.endswith(COLUMNS) and name.removesuffix(COLUMNS) in names):
            continue
        # Not pathlib's own questions: they raise where a folder may be listed but not entered.
        if os.path.islink(path) and not _stays_inside(path, walk):  # noqa: PTH114
            continue
        if os.path.isdir(path):  # noqa: PTH112
            if page := page_of(name, names):
                walk.refuse(path, f"what the page {page} was saved with; the page itself is read")
            elif path.resolve() != walk.apart:
                yield path
        elif reason := _why_not(path):
            walk.refuse(path, reason)
        else:
            file = _name(path, walk.root)
            seen = walk.said.get(path)
            came = replace(seen, file=file) if seen else Appearance(file)
            walk.files.append(SourceFile(path, with_columns(path, came), True))


def _stays_inside(link: Path, walk: _Walk) -> bool:
    """Whether a link leads to a file of the same folder; where not, it is refused with the reason."""
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        walk.refuse(link, "a link that leads nowhere, or round in a loop")
        return False
    root = walk.root.resolve()
    if not target.is_relative_to(root):
        walk.refuse(link, "a link that leaves the folder; give the file or folder it points to by name")
        return False
    if target.is_dir():
        loop = link.parent.resolve().is_relative_to(target)
        walk.refuse(link, "a link to a folder above it, a loop" if loop else "a link to a folder that is read anyway")
        return False
    return True


def _why_not(path: Path) -> str | None:
    """Why a path cannot be taken in as a file; None where it can."""
    try:
        found = path.stat()
    except OSError as fault:
        return "there is no such file or folder" if isinstance(fault, FileNotFoundError) else str(fault.strerror)
    if reason := why_not_taken(found):
        return reason
    if not os.access(path, os.R_OK):
        return "the file cannot be read: permission denied"
    return None


def _check_named(walk: _Walk) -> None:
    """A file that a `sources.csv` names has to be there."""
    there = {file.path for file in walk.files}
    for path in sorted(walk.said.keys() - there):
        if not os.path.lexists(path) and not there.intersection(path.parents):
            walk.refuse(path, f"named in {SOURCES}, but there is no such file")


def with_columns(path: Path, came: Appearance) -> Appearance:
    """An appearance with the mapping of its columns, where one lies beside the file; what cannot be read there says so in its place."""
    beside = path.with_name(path.name + COLUMNS)
    if not os.path.lexists(beside):
        return came
    try:
        if os.path.islink(beside):  # noqa: PTH114
            raise OSError(ELOOP, "it is a link; put the mapping itself beside the file")
        data = read_regular(beside)
        text = (
            data.decode("utf-8-sig")
            if len(data) <= _LONGEST_MAPPING
            else f"# {beside.name} is longer than a mapping can be"
        )
    except OSError as fault:
        text = f"# {beside.name} cannot be read: {fault.strerror}"
    except UnicodeDecodeError:
        text = f"# {beside.name} is not UTF-8"
    return replace(came, other=(*came.other, (COLUMNS.removeprefix("."), text)))


def _name(path: Path, root: Path) -> str:
    """A path as the case names it: relative to the given folder, with slashes."""
    return readable(path.relative_to(root).as_posix() if path != root else root.name)
