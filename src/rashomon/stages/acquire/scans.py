"""Pages that are pictures, read by a program for that: words with how sure it is of each, on leaves that say so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from rashomon.errors import SetAside
from rashomon.model.document import Doubtful, Leaf
from rashomon.stages.acquire.draft import Draft, Line, Picture
from rashomon.text.letters import find_letters, letters_of

SURE = 60
"""Of a hundred: a word of which the program is less sure is marked."""
MOST = 200
"""Pictures of one file that are read; the others are listed."""
_LEGIBLE, _FEWEST = 35, 3
"""Below such a mean, or with fewer words, a page is not read: what comes of it is no text."""
_GROUPS = ((("eng", "tur", "spa"), 60.0), (("rus",), 55.0), (("ara",), 55.0))
"""Languages that are tried together, and from which mean on no others are tried."""
_WORD = "5"


class Eyes(NamedTuple):
    """What reads pictures: its name, its languages (ISO 639-2), and the call that gives a line a word."""

    name: str
    languages: tuple[str, ...]
    look: Callable[[bytes, str], bytes]


class _Word(NamedTuple):
    text: str
    sure: float
    row: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    words: tuple[_Word, ...]
    languages: str

    @property
    def mean(self) -> float:
        """How sure the program is of the page's letters."""
        letters = sum(len(w.text) for w in self.words)
        return sum(w.sure * len(w.text) for w in self.words) / letters if letters else 0.0


def with_scans(draft: Draft, eyes: Eyes | None) -> Draft:
    """The draft with what was read off its pictures, each page's lines at its place; those not read are told of."""
    if not draft.pictures:
        return draft
    if eyes is None:
        return replace(draft, pictures=())
    lines, read, unread = list(draft.lines), list[tuple[int, str]](), list[str]()
    for picture in draft.pictures[:MOST]:
        page = _look(picture, eyes)
        if page is None:
            unread.append(f"{_named([picture.page])} not read: a picture on which {eyes.name} finds no legible text")
        else:
            read.append((picture.page, page.languages))
            lines[_place(lines, picture.page) : _place(lines, picture.page)] = _lines(page, picture.page)
    unread += [f"page {p.page} not read: the {MOST} pictures before it were" for p in draft.pictures[MOST:]]
    return replace(draft, lines=tuple(lines), remarks=(*_told(read, eyes), *unread, *draft.remarks), pictures=())


def _told(read: Sequence[tuple[int, str]], eyes: Eyes) -> Iterator[str]:
    if read:
        languages = "+".join(dict.fromkeys(language for _, told in read for language in told.split("+")))
        yield (
            f"{_named([page for page, _ in read])}: a picture, read by {eyes.name} ({languages}); letters may be wrong, "
            f"words of which it is less than {SURE} in 100 sure are marked"
        )


def _named(pages: Sequence[int]) -> str:
    return f"page{'s' if len(pages) > 1 else ''} {', '.join(map(str, pages))}"


def _place(lines: Sequence[Line], page: int) -> int:
    """Before the first line of a later page."""
    later = (n for n, line in enumerate(lines) if line.leaves and _number(line.leaves[0].name) > page)
    return next(later, len(lines))


def _number(leaf: str) -> int:
    digits = "".join(c for c in leaf.split("(")[0] if c.isdigit())
    return int(digits) if digits else 0


def _look(picture: Picture, eyes: Eyes) -> _Page | None:
    best: _Page | None = None
    for languages, enough in _GROUPS:
        held = "+".join(one for one in languages if one in eyes.languages)
        if not held:
            continue
        try:
            page = _Page(tuple(_words(eyes.look(picture.data, held).decode("utf-8", "replace"))), held)
        except SetAside:
            continue
        if best is None or page.mean > best.mean:
            best = page
        if page.mean >= enough and len(page.words) >= _FEWEST:
            break
    return best if best and best.mean >= _LEGIBLE and len(best.words) >= _FEWEST else None


def _words(told: str) -> Iterator[_Word]:
    """The words of a page: level, page, block, paragraph, line, word, four numbers of place, confidence, text."""
    for line in told.split("\n"):
        cells = line.rstrip("\r").split("\t")
        if len(cells) == 12 and cells[0] == _WORD and cells[11].strip():
            yield _Word(cells[11].strip(), float(cells[10]), tuple(cells[2:4]))


def find_on_scan(told: bytes, words: str, before: str) -> Iterator[tuple[float, float, float, float]]:
    """Where words stand on a picture by what a program read off it, one box a line, as parts of its width and height."""
    rows = [line.rstrip("\r").split("\t") for line in told.decode("utf-8", "replace").split("\n")]
    rows = [cells for cells in rows if len(cells) == 12 and cells[0] in ("1", _WORD)]
    whole = next((cells for cells in rows if cells[0] == "1"), None)
    spoken = [cells for cells in rows if cells[0] == _WORD]
    if whole is None:
        return
    letters = letters_of((sign, n) for n, cells in enumerate(spoken) for sign in cells[11])
    marked = [spoken[n] for n in find_letters(letters, words, before)]
    for _, found in groupby(marked, key=lambda cells: tuple(cells[2:5])):
        yield _box(list(found), float(whole[8]), float(whole[9]))


def _box(cells: Sequence[Sequence[str]], width: float, height: float) -> tuple[float, float, float, float]:
    left, top = (min(float(one[at]) for one in cells) for at in (6, 7))
    right, bottom = (max(float(one[at]) + float(one[at + 2]) for one in cells) for at in (6, 7))
    return left / width, top / height, right / width, bottom / height


def _lines(page: _Page, number: int) -> Iterator[Line]:
    for _, found in groupby(page.words, key=lambda w: w.row):
        words = list(found)
        if any(c.isalnum() for w in words for c in w.text):
            yield _line(words, number)


def _line(words: Sequence[_Word], number: int) -> Line:
    text, doubtful = "", list[Doubtful]()
    for word in words:
        joined = text.endswith("-") and word.text[:1].islower()
        text = text[:-1] if joined else f"{text} " if text else text
        if word.sure < SURE:
            doubtful.append(Doubtful(len(text), len(text) + len(word.text), round(word.sure)))
        text += word.text
    return Line(text, 1, leaves=(Leaf(0, f"p. {number} (scan)"),), scanned=True, doubtful=tuple(doubtful))
