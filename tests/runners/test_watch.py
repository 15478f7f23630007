from __future__ import annotations

import pytest

from rashomon.errors import SetAside
from rashomon.model.fault import NONE, UNWATCHED, as_unread
from rashomon.model.span import Span
from rashomon.runners.watch import Catching

PARTS = [Span(n * 10, n * 10 + 9) for n in range(37)]


class Reader:
    """Doubles every number shown, and breaks over some; counts how many numbers it was shown in all."""

    def __init__(self, *bad: int, together: bool = False) -> None:
        self.bad = set(bad)
        self.together = together
        self.shown = 0

    def __call__(self, out: frozenset[int]) -> list[int]:
        numbers = [n for n in range(len(PARTS)) if n not in out]
        self.shown += len(numbers)
        broken = self.bad & set(numbers)
        if broken == self.bad if self.together else broken:
            raise ZeroDivisionError
        return [n * 2 for n in numbers]


def test_a_pass_that_breaks_over_some_parts_gives_all_others() -> None:
    watch = Catching("d1")
    assert watch.over("doubles", PARTS, Reader(3, 30), []) == [n * 2 for n in range(37) if n not in (3, 30)]
    assert [(f.start, f.end, f.reader, f.whole) for f in watch.faults] == [
        (30, 39, "doubles", False),
        (300, 309, "doubles", False),
    ]
    assert all(f.what.startswith("ZeroDivisionError at test_watch.py:") for f in watch.faults)


def test_finding_the_part_takes_a_few_passes() -> None:
    reader = Reader(17)
    Catching("d1").over("doubles", PARTS, reader, [])
    assert reader.shown < 5 * len(PARTS)


def test_a_pass_that_breaks_over_parts_taken_together_is_given_up_whole() -> None:
    watch = Catching("d1")
    assert watch.over("doubles", PARTS, Reader(1, 36, together=True), [-1]) == [-1]
    assert [(f.start, f.end, f.whole) for f in watch.faults] == [(0, 9, True)]


def test_a_pass_over_nothing_that_breaks_is_given_up_too() -> None:
    def broken(out: frozenset[int]) -> list[int]:
        raise RecursionError

    watch = Catching("d1")
    assert watch.over("doubles", [], broken, []) == []
    assert len(watch.faults) == 1


def test_a_fault_for_the_user_and_every_fault_of_the_unwatched_goes_through() -> None:
    def refuse(out: frozenset[int]) -> list[int]:
        raise SetAside("too long")

    with pytest.raises(SetAside):
        Catching("d1").over("doubles", PARTS, refuse, [])
    with pytest.raises(ZeroDivisionError):
        UNWATCHED.over("doubles", PARTS, Reader(5), [])
    assert UNWATCHED.over("doubles", PARTS, lambda out: [out], []) == [NONE]


def test_a_fault_is_a_row_of_what_was_not_read_with_its_place_and_why() -> None:
    text = "x" * 100
    watch = Catching("d1")
    watch.over("doubles", PARTS[:5], lambda out: 1 // 0, 0)
    assert len(watch.faults) == 1
    row = as_unread(watch.faults[-1], text)
    assert (row.document, row.quote) == ("d1", text[row.start : row.end])
    assert row.why.startswith("this program broke here (reader doubles, over the whole report: ZeroDivisionError")
