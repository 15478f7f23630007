"""In which order the columns of a page are read: by the white stripe between them, a line across both read where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rashomon.stages.acquire.pdf.sheet import Piece, middling

_FEWEST, _PROSE, _DEPTH = 3, 14, 3
"""Lines of a column, but for a last one that a text's end cuts; letters of its middling line: shorter ones are the cells of
a table, which is read row by row."""
_SHARES = (0.0, 0.08, 0.2, 0.35, 0.5)
"""Of the most lines that stand over one point: how many may cross a stripe, such as headings and what goes before columns."""


def in_columns(pieces: Sequence[Piece], depth: int = _DEPTH) -> list[tuple[Piece, ...]]:
    """The pieces of a page, column by column in reading order; one column where no white stripe parts prose from prose."""
    stripe = _stripe(pieces) if depth and len(pieces) > _FEWEST else None
    if stripe is None:
        return [tuple(pieces)] if pieces else []
    left, right, across = _with_last_rows(*_parted(pieces, stripe))
    found: list[tuple[Piece, ...]] = []
    for band, line in groupby(range(2 * len(across) + 1), key=lambda n: n):
        at = next(line) // 2
        if band % 2:
            found.append((across[at],))
            continue
        for side in _backwards(left, right):
            held = [p for p in side if sum(other.middle > p.middle for other in across) == at]
            found += in_columns(held, depth - 1)
    return list(_joined(found, set(across)))


def _backwards(left: list[Piece], right: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The side that is read first: the left one, but the right one in scripts that run from there."""
    chars = [char for piece in (*left, *right) for char in piece.text if char.isalpha()]
    return (right, left) if sum("\u0590" <= char <= "\u08ff" for char in chars) * 2 > len(chars) else (left, right)


def _with_last_rows(
    left: list[Piece], right: list[Piece], across: list[Piece]
) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """The same, where the short last row of what goes across, such as a headline, is taken for a part of it."""
    wide = sorted(across, key=lambda p: -p.middle)
    for piece in sorted((*left, *right), key=lambda p: -p.middle):
        beside = right if piece in left else left
        if any(_follows(piece, other) for other in wide) and not any(
            other.bottom < piece.top and piece.bottom < other.top for other in beside
        ):
            wide.append(piece)
    kept = set(wide)
    wide.sort(key=lambda p: -p.middle)
    return [p for p in left if p not in kept], [p for p in right if p not in kept], wide


def _follows(piece: Piece, above: Piece) -> bool:
    step = above.middle - piece.middle
    return 0 < step < 1.5 * piece.size and abs(piece.size - above.size) < 0.1 * piece.size


def _joined(found: list[tuple[Piece, ...]], across: set[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Lines across that follow upon one another are one column."""
    for wide, run in groupby(found, key=lambda column: len(column) == 1 and column[0] in across):
        if wide:
            yield tuple(piece for column in run for piece in column)
        else:
            yield from run


def _parted(pieces: Sequence[Piece], at: float) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """What stands left of a stripe, right of it, and across it."""
    left = [p for p in pieces if p.right <= at]
    right = [p for p in pieces if p.left >= at]
    return left, right, [p for p in pieces if p.left < at < p.right]


def _stripe(pieces: Sequence[Piece]) -> float | None:
    """The middle of the stripe that parts most lines of prose from most others."""
    best: tuple[int, float] | None = None
    for at in sorted(set(_gaps(pieces))):
        left, right, across = _parted(pieces, at)
        parted = min(len(left), len(right)) - len(across)
        if (
            len(across) * 2 <= len(left) + len(right)
            and _side_by_side(left, right)
            and (best is None or parted > best[0])
        ):
            best = (parted, at)
    return best[1] if best else None


def _side_by_side(left: list[Piece], right: list[Piece]) -> bool:
    """Whether both sides are prose and stand beside one another."""
    if not left or not right or max(len(left), len(right)) < _FEWEST:
        return False
    lengths = sorted(middling(len(p.text) for p in side) for side in (left, right))
    if lengths[0] < _PROSE or (min(len(left), len(right)) < _FEWEST and lengths[0] < 0.5 * lengths[1]):
        return False
    reach = [(min(p.bottom for p in side), max(p.top for p in side)) for side in (left, right)]
    shared = min(top for _, top in reach) - max(bottom for bottom, _ in reach)
    return shared > 0.3 * min(top - bottom for bottom, top in reach)


def _gaps(pieces: Sequence[Piece]) -> Iterator[float]:
    """The middles of the stripes, wider than half a letter's height, that no line crosses, or few lines do."""
    start = int(min(p.left for p in pieces))
    crossed = [0] * (int(max(p.right for p in pieces)) - start + 2)
    for piece in pieces:
        for x in range(int(piece.left) - start, int(piece.right) - start + 1):
            crossed[x] += 1
    wide = 0.5 * middling(p.size for p in pieces)
    for few in {int(max(crossed) * share) for share in _SHARES}:
        yield from (start + middle for middle in _runs(crossed, few, wide))


def _runs(crossed: list[int], few: int, wide: float) -> Iterator[float]:
    at = 0
    for low, run in groupby(crossed, key=lambda count: count <= few):
        length = len(list(run))
        if low and at > 0 and at + length < len(crossed) and length >= wide:
            yield at + length / 2
        at += length
