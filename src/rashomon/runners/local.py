"""Local processes. A document stage is mapped over documents; results come back in the order of the items."""

from __future__ import annotations

import traceback
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from rashomon.errors import RashomonError, Stop

Item = TypeVar("Item")
Result = TypeVar("Result")
State = TypeVar("State")

CHUNK = 8
"""Items sent to a process at a time: few enough that the last ones are shared out evenly."""


@dataclass(frozen=True, slots=True)
class Broken:
    """An item whose function broke: a fault of this program, told in its place, so that the others are still done."""

    place: int
    what: str


def map_items(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    processes: int,
    prepare: Callable[..., None],
    given: tuple[object, ...] = (),
) -> Iterator[Result | Broken]:
    """`function` of each item, in order; `prepare(*given)` runs once in every process before its first item.

    A RashomonError goes through. Raises Stop when a process dies, which is what running out of memory looks like.
    """
    work = partial(_guarded, function)
    if processes < 2 or len(items) <= CHUNK:
        prepare(*given)
        yield from map(work, enumerate(items))
        return
    with ProcessPoolExecutor(processes, get_context("spawn"), initializer=prepare, initargs=given) as pool:
        try:
            yield from pool.map(work, enumerate(items), chunksize=min(CHUNK, max(1, len(items) // (processes * 4))))
        except BrokenProcessPool as fault:
            raise Stop("a reading process died, perhaps for want of memory; nothing was changed") from fault


def _guarded(function: Callable[[Item], Result], numbered: tuple[int, Item]) -> Result | Broken:
    place, item = numbered
    try:
        return function(item)
    except RashomonError:
        raise
    except Exception as fault:  # noqa: BLE001 - the one place: whatever breaks over one item must not cost the others
        last = traceback.extract_tb(fault.__traceback__)[-1]
        return Broken(place, f"{type(fault).__name__} at {Path(last.filename).name}:{last.lineno}")


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
