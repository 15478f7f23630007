"""Files within files: each is taken in by itself, under the name of what holds it and its own; nothing is written to a name given within."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

from rashomon.errors import SetAside
from rashomon.model.boxed import Box
from rashomon.model.document import Appearance, Rejected
from rashomon.store.intake import SourceFile
from rashomon.store.sourcelist import SOURCES, parse_sources

Opens = Callable[[str, bytes], Box | None]
"""Takes a file apart by its name and bytes; None for one that holds no others. Raises SetAside."""
DEEPEST, MOST_FILES, MOST_BYTES = 4, 20_000, 1024**3
"""How deep boxes may stand within boxes, how many files and bytes may come out of one given file in all."""
_SAID = ("publisher", "author", "published", "url", "kind", "language")
Found = tuple[SourceFile, bytes]


def holds_none(_: str, __: bytes) -> Box | None:
    """No file holds others."""
    return None


@dataclass(slots=True)
class Unpacking:
    """One given file being taken apart: how, what `sources.csv` says of what is in it, and what could not be taken out."""

    opens: Opens
    said: Mapping[Path, Appearance]
    day_first: bool = False
    rejected: list[Rejected] = field(default_factory=list)
    _files: int = 0
    _bytes: int = 0

    def missing(self, file: SourceFile, there: Container[str]) -> Iterator[Rejected]:
        """What a `sources.csv` names within a file and is not in it."""
        for path in sorted(self.said):
            if file.path in path.parents and str(path) not in there:
                name = f"{file.appearance.file}/{path.relative_to(file.path).as_posix()}"
                yield Rejected(name, f"named in {SOURCES}, but there is no such file in it")

    def files(self, file: SourceFile, data: bytes, depth: int = 0) -> Iterator[Found]:
        """The file itself where it is a report, and every file within it, however deep, within bounds."""
        name = file.appearance.file
        try:
            box = self.opens(name, data)
        except SetAside as fault:
            self.rejected.append(Rejected(name, str(fault)))
            return
        if box is None or box.own:
            yield file, data
        if box is None:
            return
        self.rejected += [Rejected(f"{name}/{inner}", reason) for inner, reason in box.rejected]
        if not box.files and not box.own:
            self.rejected.append(Rejected(name, "it holds no files"))
        if depth >= DEEPEST and box.files:
            self.rejected.append(
                Rejected(name, f"it stands within {depth} other files; what it holds was not unpacked")
            )
            return
        yield from self._within(file, box, sha256(data).hexdigest(), depth)

    def _within(self, file: SourceFile, box: Box, digest: str, depth: int) -> Iterator[Found]:
        said = {**self.said, **self._lists(file.path, box)}
        for inner in box.files:
            self._files, self._bytes = self._files + 1, self._bytes + len(inner.data)
            if self._files > MOST_FILES or self._bytes > MOST_BYTES:
                reason = f"more than {MOST_FILES:,} files, or {MOST_BYTES // 1024**2} MB, came out of it; the rest was not unpacked"
                self.rejected.append(Rejected(file.appearance.file, reason))
                return
            if PurePosixPath(inner.name).name == SOURCES:
                continue
            path = file.path / inner.name
            seen = _inherit(said.get(path), file.appearance)
            came = (("unpacked from", f"{file.appearance.file}, sha256 {digest}"),)
            seen = replace(seen, file=f"{file.appearance.file}/{inner.name}", other=(*seen.other, *came))
            yield from self.files(SourceFile(path, seen, file.swept), inner.data, depth + 1)

    def _lists(self, path: Path, box: Box) -> dict[Path, Appearance]:
        """What the `sources.csv` files within say of the files beside them."""
        said: dict[Path, Appearance] = {}
        for inner in box.files:
            if PurePosixPath(inner.name).name == SOURCES:
                listed = parse_sources(inner.data, (path / inner.name).parent, day_first=self.day_first)
                said |= listed.said
                self.rejected += [Rejected(f"{path.name}/{inner.name}", fault) for fault in listed.faults]
        return said


def _inherit(own: Appearance | None, outer: Appearance) -> Appearance:
    """What is said of a file itself, and, where that is silent, of what holds it, but for its title."""
    own = own or Appearance(outer.file)
    return replace(own, **{name: getattr(own, name) or getattr(outer, name) for name in _SAID})


def around(source: str, files: Mapping[str, str]) -> Iterator[str]:
    """What else holds a file that was purged, or came in with it, in words: a mail and its attachments, an archive.

    `files` are those of the case: where each came from, and its name.
    """
    path = Path(source)
    for other, name in files.items():
        if Path(other) in path.parents:
            yield f"it came in within {name}, which is in the case and still holds it; purge that too"
        if path in Path(other).parents:
            yield f"came in with it and is kept: {name}"
    for box in path.parents:
        if box.is_file():
            yield f"what it came in is untouched, and a build that is given it takes it in again: {box}"
