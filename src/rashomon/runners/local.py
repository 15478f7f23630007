"""Local processes. A document stage is mapped over documents; results come back in the order of the items."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from typing import TypeVar

from rashomon.errors import RashomonError, Stop
from rashomon.runners.watch import tell_fault

Item = TypeVar("Item")
Result = TypeVar("Result")
Made = TypeVar("Made")
Numbered = tuple[int, Item]

CHUNK = 16
"""Items sent to a process at a time, at most: few enough that the last ones are shared out evenly."""
ALONE = 8
"""So few items are done in this process: to start others takes longer."""
PATIENCE = 900.0
"""Seconds for one item. What is read is bounded by counting, the same everywhere: only what hangs takes so long."""


@dataclass(frozen=True, slots=True)
class Broken:
    """An item whose function broke: a fault of this program, told in its place, so that the others are still done.

    `hung` where it did not break but did not end.
    """

    place: int
    what: str
    hung: bool = False


def _nothing_ahead(_: Sequence[object]) -> None:
    """Nothing is less work together."""


def map_items(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    processes: int,
    prepare: Callable[..., None],
    given: tuple[object, ...] = (),
    ahead: Callable[[Sequence[Item]], None] = _nothing_ahead,
    strict: bool = False,
    patience: float = PATIENCE,
) -> Iterator[Result | Broken]:
    """`function` of each item, in order; `prepare(*given)` runs once in every process before its first item.

    `ahead` is told in a process which items it will be given next, and may do for all of them what is less work
    together; if it breaks, that is as if it had not been.
    A RashomonError goes through, and every fault where `strict`. An item over which its process dies, which is what
    running out of memory looks like, is Broken too, and one that a process does not end within `patience` seconds.
    Raises Stop when no process can be started.
    """
    work, numbered = partial(_open_work if strict else _guarded, function), list(enumerate(items))
    if processes < 2 or len(items) <= ALONE:
        prepare(*given)
        for part in _parts(numbered, CHUNK):
            _tell_ahead(ahead, part)
            yield from map(work, part)
        return
    each = partial(_do_all, work, ahead)
    opened = partial(_open_pool, partial(_begin, prepare, given))
    done, alone = 0, False
    while done < len(items):
        # After a death the items are done one at a time, until the one that kills is known by its place.
        rest = numbered[done:] if not alone else numbered[done : done + processes * CHUNK]
        try:
            with _ending(opened, 1 if alone else processes) as pool:
                for result in _results(pool, each, rest, 1 if alone else _chunk(len(rest), processes), patience):
                    yield result
                    done += 1
            alone = False
        except (BrokenProcessPool, FutureTimeout) as fault:
            if alone:
                yield _told(done, patience if isinstance(fault, FutureTimeout) else None)
                done += 1
            alone = not alone


def _told(place: int, patience: float | None) -> Broken:
    if patience is None:
        return Broken(place, "its reading process died, perhaps for want of memory")
    return Broken(place, f"its reading did not end within {patience / 60:.0f} minutes", hung=True)


def _results(
    pool: ProcessPoolExecutor, work: Callable[[list[Numbered[Item]]], list[Made]], items: list[Numbered[Item]],
    chunk: int, patience: float,
) -> Iterator[Made]:  # fmt: skip
    """The results of chunks of items, in order; raises the pool's timeout where one chunk does not end."""
    for part, future in [(part, pool.submit(work, part)) for part in _parts(items, chunk)]:
        yield from future.result(timeout=patience * len(part))


def _parts(items: list[Numbered[Item]], size: int) -> list[list[Numbered[Item]]]:
    return [items[n : n + size] for n in range(0, len(items), size)]


def _do_all(
    work: Callable[[Numbered[Item]], Made], ahead: Callable[[Sequence[Item]], None], items: list[Numbered[Item]]
) -> list[Made]:
    _tell_ahead(ahead, items)
    return [work(item) for item in items]


def _tell_ahead(ahead: Callable[[Sequence[Item]], None], items: list[Numbered[Item]]) -> None:
    _guarded(ahead, (0, [item for _, item in items]))


def _open_work(function: Callable[[Item], Result], numbered: Numbered[Item]) -> Result:
    _raise_unready()
    return function(numbered[1])


@contextmanager
def _ending(opened: Callable[[int], ProcessPoolExecutor], processes: int) -> Iterator[ProcessPoolExecutor]:
    """A pool that ends at once when the work is broken off, by Ctrl-C for one, whatever is still waiting in it."""
    before = set(active_children())
    pool = opened(processes)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in set(active_children()) - before:
            child.terminate()
        raise
    pool.shutdown()


def _chunk(items: int, processes: int) -> int:
    return min(CHUNK, max(1, items // (processes * 4)))


def _open_pool(begin: Callable[[], None], processes: int) -> ProcessPoolExecutor:
    """A pool whose processes were seen to start. Raises Stop where they cannot."""
    pool = ProcessPoolExecutor(processes, get_context("spawn"), initializer=begin)
    try:
        pool.submit(_raise_unready).result()
    except BrokenProcessPool as fault:
        pool.shutdown()
        raise Stop(
            "no process can be started to read with; set RASHOMON_PROCESSES=1, or, in a script of your own, call build"
            ' below: if __name__ == "__main__":'
        ) from fault
    except RashomonError:
        pool.shutdown()
        raise
    return pool


_unready: list[RashomonError] = []
"""Why this process could not be prepared; told with its first item, as a process cannot say it when it starts."""


def _begin(prepare: Callable[..., None], given: tuple[object, ...]) -> None:
    """A new process: Ctrl-C is its parent's to handle, and it ends when its parent does, however that dies."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()
    try:
        prepare(*given)
    except RashomonError as fault:
        _unready.append(fault)


def _follow_parent() -> None:
    parent = parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)


def _raise_unready() -> None:
    if _unready:
        raise _unready[0]


def _guarded(function: Callable[[Item], Result], numbered: Numbered[Item]) -> Result | Broken:
    place, item = numbered
    _raise_unready()
    try:
        return function(item)
    except RashomonError:
        raise
    except Exception as fault:  # noqa: BLE001 - the one place: whatever breaks over one item must not cost the others
        return Broken(place, tell_fault(fault))
