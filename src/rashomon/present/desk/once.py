"""What pages need of a whole build, worked out once a build and let go with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from weakref import WeakKeyDictionary

from rashomon.present.resolve import Resolved

Made = TypeVar("Made")


def once_a_build(make: Callable[[Resolved], Made]) -> Callable[[Resolved], Made]:
    """The function, remembering what it gave for each build that is still in use."""
    kept: WeakKeyDictionary[Resolved, Made] = WeakKeyDictionary()

    def get(case: Resolved) -> Made:
        if case not in kept:
            kept[case] = make(case)
        return kept[case]

    return get
