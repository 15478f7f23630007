"""What is seen on one page: pieces of text where they stand, rows of them, and the page itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one line without a wide space between them; `cut` where a hyphen at the end cuts the last one."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    cut: bool = False

    @property
    def size(self) -> float:
        """The height of its letters."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """The pieces of one line of one column; `cells` where wide spaces part them."""

    pieces: tuple[Piece, ...]

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Its right edge."""
        return max(piece.right for piece in self.pieces)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return min(piece.bottom for piece in self.pieces)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return max(piece.top for piece in self.pieces)

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.top + self.bottom) / 2

    @property
    def size(self) -> float:
        """The height of its letters."""
        return max(self.pieces, key=lambda piece: len(piece.text)).size

    @property
    def cut(self) -> bool:
        """Whether a hyphen at its end cuts a word."""
        return self.pieces[-1].cut

    @property
    def text(self) -> str:
        """Its words, with a space between pieces."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def cells(self) -> int:
        """In how many parts spaces of two letters' height and more part it."""
        return len(self.parts())

    def parts(self) -> list[str]:
        """Its texts between such spaces."""
        parts, last = [self.pieces[0].text], self.pieces[0]
        for piece in self.pieces[1:]:
            if piece.left - last.right > 1.8 * piece.size:
                parts.append(piece.text)
            else:
                parts[-1] = f"{parts[-1]} {piece.text}"
            last = piece
        return parts


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its number from 1, its height, its pieces, and whether a picture covers most of it.

    `fault` is why its text cannot be read; `hidden` how many pieces stand outside of what is shown.
    """

    number: int
    height: float
    pieces: tuple[Piece, ...]
    pictured: bool = False
    fault: str | None = None
    hidden: int = 0

    @property
    def letters(self) -> int:
        """How many characters of text it has."""
        return sum(len(piece.text) for piece in self.pieces)


def rows_of(pieces: Iterable[Piece]) -> list[Row]:
    """The pieces of one column as rows from the top down, each from left to right, or from right to left in such scripts."""
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (-p.middle, p.left)):
        if found and _beside(found[-1][0], piece):
            found[-1].append(piece)
        else:
            found.append([piece])
    return [Row(tuple(_in_order(row))) for row in found]


def _beside(a: Piece, b: Piece) -> bool:
    smaller = min(a.size, b.size)
    return min(a.top, b.top) - max(a.bottom, b.bottom) > 0.5 * smaller and abs(a.middle - b.middle) < 0.5 * smaller


def _in_order(row: list[Piece]) -> list[Piece]:
    backwards = sum("\u0590" <= char <= "\u08ff" for piece in row for char in piece.text)
    letters = sum(map(str.isalpha, "".join(piece.text for piece in row)))
    return sorted(row, key=lambda p: -p.right if backwards * 2 > letters else p.left)


def usual_size(sheets: Sequence[Sheet]) -> float:
    """The height of letters that most of the text is in; 0 without any."""
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for piece in sheet.pieces:
            sizes[round(piece.size * 2) / 2] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def middling(values: Iterable[float]) -> float:
    """The median, 0 of nothing."""
    held = list(values)
    return float(median(held)) if held else 0.0
