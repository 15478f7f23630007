"""Pages of originals as pictures, for the desk: drawn in a caged process, the words of a claim marked on them."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

import msgspec

from rashomon.errors import SetAside
from rashomon.model.pictured import Pictured, Wish
from rashomon.runners import tesseract
from rashomon.runners.confined import Confined
from rashomon.stages.acquire.pdf.shown import Box, Shown, Wanted, ask_for
from rashomon.stages.acquire.scans import find_on_scan
from rashomon.store.originals import Originals

_READER = "rashomon.stages.acquire.pdf.shown"
_SECONDS, _ROOM, _KEPT = 60, 1024**3, 8
"""Of computing time and memory for one page; pages that are kept drawn."""
_SPOKEN = {"en": "eng", "tr": "tur", "ar": "ara", "es": "spa", "ru": "rus"}


class Pages:
    """Draws the pages of one case's originals, one at a time; keeps the last few."""

    def __init__(self, case: Path) -> None:
        self._case = case
        self._caged = Confined(seconds=_SECONDS, room=_ROOM)
        self._lock = Lock()
        self._kept: dict[Wish, Pictured] = {}

    def __call__(self, wish: Wish) -> Pictured:
        """The page with its words marked. Raises `SetAside` where it cannot be drawn, `CaseDamaged` without its original."""
        with self._lock:
            if wish not in self._kept:
                while len(self._kept) >= _KEPT:
                    self._kept.pop(next(iter(self._kept)))
                self._kept[wish] = self._draw(wish)
            return self._kept[wish]

    def _draw(self, wish: Wish) -> Pictured:
        data = Originals(self._case).read(wish.sha256)
        wanted = Wanted(wish.page, wish.words, wish.before)
        if wish.scanned:
            wanted = msgspec.structs.replace(wanted, boxes=self._read_off(wish, wanted, data))
        shown = msgspec.json.decode(self._caged(f"{_READER}:show_page", ask_for(wanted, data)), type=Shown)
        return Pictured(shown.data, shown.boxes)

    def _read_off(self, wish: Wish, wanted: Wanted, data: bytes) -> tuple[Box, ...]:
        """Where words stand on a page that is a picture: none where no program is there that reads it, or it reads otherwise."""
        program = tesseract.installed()
        language = _SPOKEN.get((wish.language or "en")[:2], "eng")
        if program is None or language not in program.languages:
            return ()
        try:
            drawn = self._caged(f"{_READER}:draw_page", ask_for(wanted, data))
            told = tesseract.Reading(program)(drawn, language)
        except SetAside:
            return ()
        return tuple(find_on_scan(told, wish.words, wish.before))


def pages_of(case: Path) -> Pages:
    """What draws the pages of a case."""
    return Pages(case)
