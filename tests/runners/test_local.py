from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence

import pytest

from rashomon.errors import Stop
from rashomon.runners.local import Broken, map_items


def prepare() -> None:
    """Nothing to prepare."""


def invert(number: int) -> float:
    return 1 / number


def test_results_come_in_order_and_a_broken_item_costs_no_other() -> None:
    for processes in (1, 2):
        items = [4, 2, 0, 1, *([8] * 20)]
        found = list(map_items(invert, items, processes=processes, prepare=prepare))
        assert found[:2] == [0.25, 0.5]
        assert isinstance(found[2], Broken)
        assert found[2].place == 2
        assert "ZeroDivisionError at test_local.py" in found[2].what
        assert found[3:] == [1.0, *([0.125] * 20)]


def die_at_seven(number: int) -> int:
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_an_item_over_which_its_process_dies_costs_no_other() -> None:
    items = [*range(30), 7]
    found = list(map_items(die_at_seven, items, processes=2, prepare=prepare))
    assert [r for r in found if not isinstance(r, Broken)] == [n for n in items if n != 7]
    assert [(n, r.place) for n, r in enumerate(found) if isinstance(r, Broken)] == [(7, 7), (30, 30)]
    assert all("died" in r.what for r in found if isinstance(r, Broken))


_told: list[int] = []


def note_ahead(numbers: Sequence[int]) -> None:
    _told[:] = numbers
    if 5 in numbers:
        raise KeyError


def was_told(number: int) -> bool:
    return number in _told


def test_a_process_is_told_ahead_what_it_is_given_and_what_breaks_then_costs_nothing() -> None:
    for processes in (1, 2):
        items = list(range(40))
        assert all(map_items(was_told, items, processes=processes, prepare=prepare, ahead=note_ahead))


def refuse() -> None:
    raise Stop("no model")


def test_why_no_process_can_be_prepared_is_said() -> None:
    for processes in (1, 2):
        with pytest.raises(Stop, match="no model"):
            list(map_items(invert, [1] * 20, processes=processes, prepare=refuse))


def prepare_to_die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_processes_that_cannot_be_started_stop_the_run() -> None:
    with pytest.raises(Stop, match="no process can be started"):
        list(map_items(invert, [1] * 20, processes=2, prepare=prepare_to_die))


def sleep_at_seven(number: int) -> int:
    if number == 7:
        time.sleep(60)
    return number


def test_an_item_that_does_not_end_is_told_so_and_costs_no_other() -> None:
    found = list(map_items(sleep_at_seven, range(12), processes=2, prepare=prepare, patience=0.5))
    assert [r for r in found if not isinstance(r, Broken)] == [n for n in range(12) if n != 7]
    (hung,) = [r for r in found if isinstance(r, Broken)]
    assert (hung.place, hung.hung) == (7, True)
    assert "did not end" in hung.what


def test_a_fault_goes_through_where_that_is_asked_for() -> None:
    for processes in (1, 2):
        with pytest.raises(ZeroDivisionError):
            list(map_items(invert, [4, 0, *([8] * 10)], processes=processes, prepare=prepare, strict=True))
