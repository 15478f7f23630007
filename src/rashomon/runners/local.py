"""Local processes. A document stage is mapped over documents; results come back in the order of the items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
State = TypeVar("State")

CHUNK = 8
"""Items sent to a process at a time: few enough that the last ones are shared out evenly."""


def map_items(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    processes: int,
    prepare: Callable[..., None],
    given: tuple[object, ...] = (),
) -> Iterator[Result]:
    """`function` of each item, in order; `prepare(*given)` runs once in every process before its first item."""
    if processes < 2 or len(items) <= CHUNK:
        prepare(*given)
        yield from map(function, items)
        return
    with ProcessPoolExecutor(processes, get_context("spawn"), initializer=prepare, initargs=given) as pool:
        yield from pool.map(function, items, chunksize=min(CHUNK, max(1, len(items) // (processes * 4))))


def pairs(keyed: Iterable[tuple[Hashable, Item]], *, limit: int) -> Iterator[tuple[Item, Item]]:
    """Every two items that share a key, each key's block in order; a block above `limit` items is left out."""
    blocks: dict[Hashable, list[Item]] = defaultdict(list)
    for key, item in keyed:
        blocks[key].append(item)
    for block in blocks.values():
        if len(block) <= limit:
            yield from ((a, b) for n, a in enumerate(block) for b in block[n + 1 :])


def fold_items(function: Callable[[State, Item], State], items: Iterable[Item], start: State) -> State:
    """The state after every item, in order."""
    for item in items:
        start = function(start, item)
    return start
