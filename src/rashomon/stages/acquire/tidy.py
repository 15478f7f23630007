"""One normalised text: line ends, spaces, invisible characters, lines wrapped at a width, empty lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

from rashomon.model.document import BlockKind
from rashomon.stages.acquire.draft import Line
from rashomon.stages.acquire.tables import read_words
from rashomon.text.readable import uncoloured

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_LONG_SPACE = re.compile(r" {20,}")
_EMPTY_LINES = re.compile(r"\n{5,}")
_SPACES = re.compile(r"[^\S\n ]|[\u2800\u3164]")
# Controls, soft hyphens, direction marks and overrides, byte order marks, lone surrogates. The joiners that Persian
# and Indic spelling needs stay where they stand after a letter of such a script.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"
    r"\ud800-\udfff\U000e0000-\U000e007f]|(?<![\u0530-\u1fff])[\u200c\u200d]"
)
# "near the North Gate.Rangers said": a full stop that lost its space. A dot in an address stands after a slash or an @.
_GLUED = re.compile(
    r"(?:(?<=[a-zà-ž][a-zà-ž])|(?<=\b(?:19|20)\d\d))[.!?][”\"’]?(?=[“\"]?[A-Z](?:[a-z]{1,20})?(?:[\s,]|['’]s\b))|\n"
)
_ADDRESS = re.compile(r"[/@]|\bwww\.|\w\.\w")
_LONGEST_WRAP, _SHORTEST_WRAP = 130, 40
_CUT = re.compile(r"(?<![\w-])(?P<head>[^\W\d_]+)-$")
_STARTS_APART = re.compile(r"(?:by|via|photo|https?|www)\b|\S*@", re.IGNORECASE)
_STARTS_ITEM = re.compile(
    r"[-–—•*·▪]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s|(?:[QA]|QUESTION|ANSWER)[.:]\s+\S"
    r"|[A-ZÀ-ÞĞİŞ][A-ZÀ-ÞĞİŞ.’']+(?: [A-ZÀ-ÞĞİŞ.’']+){0,4}(?: \d{1,2})?:\s"
)
"""How entries of lists, and turns of a transcript, begin."""


def paragraph_lines(text: str, kind: BlockKind | None, *, listed: bool) -> Iterator[Line]:
    """A paragraph of a word processor's file as lines, cut where it breaks a line; an empty line before the first."""
    for at, line in enumerate(tidy(text).split("\n")):
        if words := " ".join(line.split()):
            yield Line(words, 0 if at else 1, kind, listed)


def tidy(text: str) -> str:
    """The text with one kind of line end and space, composed characters, and nothing that cannot be seen."""
    text = _LINE_ENDS.sub("\n", uncoloured(text))
    text = _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), _UNSEEN.sub("", text))
    text = _LONG_SPACE.sub(" ", _SPACES.sub(" ", text))
    text = _EMPTY_LINES.sub("\n\n\n\n", text)
    text = _part_sentences(text)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _part_sentences(text: str) -> str:
    """Gives back the space between two sentences that were run together; a straight quote belongs to its pair."""
    pieces: list[str] = []
    at = counted = quotes = 0
    for found in _GLUED.finditer(text):
        end = found.end()
        if found[0] == "\n":
            counted, quotes = end, 0
            continue
        quotes += text.count('"', counted, found.start())
        counted = found.start()
        if found[0].endswith('"') and quotes % 2 == 0:
            end -= 1
        word = max(found.start() - 40, *(text.rfind(space, 0, found.start()) + 1 for space in " \n"))
        if not _ADDRESS.search(text, word, found.start()) or found[0][-1] in '”"':
            pieces += (text[at:end], " ")
            at = end
    return "".join([*pieces, text[at:]])


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of a tidied text, those wrapped at a width, or broken within a sentence or a word, joined again."""
    return tuple(_mend(_join_narrow(_join(list(_whole_words(_lines(text)))))))


def _whole_words(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, a word that a line end cut in two ("prose-", "cutor") whole in the upper one, joined with what follows."""
    held: Line | None = None
    for line in lines:
        whole = whole_word(held.text, line.text) if held and line.gap == 0 else None
        if held and whole:
            held = Line(whole, held.gap)
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def whole_word(upper: str, lower: str) -> str | None:
    """Two lines as one where a hyphen cuts a word between them; None where none does."""
    cut = _CUT.search(upper) if lower[:1].islower() else None
    if not cut:
        return None
    return (upper if cut["head"].lower() in read_words("prefixes.txt") else upper[:-1]) + lower


def _join_narrow(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, those of a column too narrow for a sentence joined: each as full as its next word allows."""
    run: list[Line] = []
    for line in lines:
        if run and line.gap:
            yield from _column(run)
            run = []
        run.append(line)
    yield from _column(run)


def _column(run: list[Line]) -> list[Line]:
    width = max((len(line.text) for line in run), default=0)
    inner = [line.text for line in run[1:]]
    small = sum(text[0].islower() for text in inner)
    full = all(len(a.text) + 1 + len(b.text.split(" ", 1)[0]) >= width for a, b in pairwise(run))
    if len(run) < 3 or width >= _SHORTEST_WRAP or not full or small * 2 < len(inner) or run[-1].text[-1] not in '.!?"”':
        return run
    return [Line(" ".join(line.text for line in run), run[0].gap)]


def _lines(text: str) -> Iterator[Line]:
    gap = 0
    for raw in text.split("\n"):
        line = raw.strip()
        if line:
            yield Line(line, gap)
            gap = 0
        else:
            gap += 1


def _join(lines: list[Line]) -> Iterator[Line]:
    width = _wrap_width(lines)
    if width is None:
        yield from lines
        return
    held: list[str] = []
    gap = last = 0
    for line in lines:
        if held and line.gap == 0 and _is_full(last, line.text, width):
            held.append(line.text)
        else:
            if held:
                yield Line(" ".join(held), gap)
            held, gap = [line.text], line.gap
        last = len(line.text)
    if held:
        yield Line(" ".join(held), gap)


def _mend(lines: Iterable[Line]) -> Iterator[Line]:
    """Joins a line that goes on in small letters where the one before had no end, as links leave them in copied pages."""
    held: Line | None = None
    first = True
    for line in lines:
        if held and ((not first and line.gap < 2) or line.gap == 0) and _goes_on(held.text, line.text):
            held = Line(f"{held.text} {line.text}", held.gap)
        else:
            first = held is None
            if held:
                yield held
            held = line
    if held:
        yield held


def _goes_on(text: str, following: str) -> bool:
    """Whether a line reads on in the next: it is long enough to be a sentence, has no end, and that starts small."""
    long = len(text) > 20 and " " in text
    open_ended = text[-1].isalnum() or text[-1] == ","
    return long and open_ended and following[0].islower() and not _STARTS_APART.match(following)


def _is_full(length: int, following: str, width: int) -> bool:
    """Whether the next line's first word had no room left; a wrapped text has every line but the last full."""
    word = len(following.split(" ", 1)[0])
    return length + 1 + word > width - 6 and not _STARTS_ITEM.match(following)


def _wrap_width(lines: list[Line]) -> int | None:
    """The width at which the text is wrapped; None when its lines are paragraphs, lists or verse."""
    lengths = sorted(len(line.text) for line in lines)
    if len(lengths) < 3:
        return None
    width = lengths[len(lengths) * 19 // 20]
    if not _SHORTEST_WRAP <= width <= _LONGEST_WRAP or lengths[-1] > width * 3:
        return None
    pairs = [(len(a.text), b.text) for a, b in pairwise(lines) if b.gap == 0]
    full = sum(_is_full(length, following, width) for length, following in pairs)
    return width if len(pairs) >= 2 and full >= 0.7 * len(pairs) else None
