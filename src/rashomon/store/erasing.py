"""Taking an original out of a case for good: its bytes, and what the register says of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress

from rashomon.errors import UsageFault
from rashomon.model.document import Original
from rashomon.model.link import Signed
from rashomon.store.log import Log
from rashomon.store.originals import Originals, is_called, unclear
from rashomon.store.register import NAME, Arrival, register_lines, speaks_of, without


class Erasing(Originals):
    """The originals of a case from which some shall go. The caller holds the case's lock."""

    def versions(self, document: str) -> tuple[Original, ...]:
        """The originals that a purge of a document means, withdrawn ones too, with every file that each came in as.

        An id or sha256 (its first 8 digits will do) means one; a file name means all that ever came in from that file.
        Raises `UsageFault` where none, or files of one name from several folders, are meant.
        """
        every = [Original(sha, tuple(a.appearance for a in came.values())) for sha, came in self._seen.items()]
        found = [original for original in every if is_called(original, document)]
        if not found:
            found = [o for o in every if any(seen.file == document for seen in o.appearances)]
            sources = {a.source for a in self.came(found) if a.appearance.file == document}
            if len(sources) > 1:
                raise unclear(document, found)
        elif len(found) > 1:
            raise unclear(document, found)
        if not found:
            raise UsageFault(f"there is no document {document} in the case, nor was there one that is still kept")
        return tuple(found)

    def came(self, originals: Iterable[Original]) -> tuple[Arrival, ...]:
        """How some originals came in, every file that each of them was."""
        return tuple(arrival for o in originals for arrival in self._seen.get(o.sha256, {}).values())

    def purge(self, originals: Sequence[Original], signed: Signed) -> None:
        """Deletes the bytes of originals that left, and all that the register says of them.

        Raises `UsageFault` while one of them is in the case.
        """
        digests = frozenset(o.sha256 for o in originals)
        if any(arrival.sha256 in digests for arrival in self._live.values()):
            raise UsageFault("it is still in the case: remove the document first")
        came = self.came(originals)
        files = frozenset(a.appearance.file for a in came)
        sources = frozenset(a.source for a in came)
        for digest in digests:
            for path in (self._place(digest), self._place(digest).with_name(f".{digest}.new")):
                path.unlink(missing_ok=True)
            with suppress(OSError):
                self._place(digest).parent.rmdir()
        self._write(without(r, files) for r in self._refused.values() if speaks_of(r, digests, files, sources))
        log = Log(self._case, NAME)
        lines = register_lines(log.read(), log.path)
        doomed = [entry for entry, line in lines if speaks_of(line, digests, files, sources)]
        log.erase(doomed, signed.by, signed.at, signed.why)
        for digest in digests:
            self._seen.pop(digest, None)
