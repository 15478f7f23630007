"""Towns of one name are told apart by what stands beside them, and what happened there with them."""

from __future__ import annotations

import pytest

from rashomon.model.link import Linked
from rashomon.stages.link import link

from .casebook import Report


def told(*texts: str) -> Linked:
    return link([_report(t).account() for t in texts])[0]


def _report(text: str) -> Report:
    names = [n for n in ("Velm", "Zubrania", "Marland", "Utah", "Ohio") if n in text]
    return Report(text).names("place", *names).tells("attack", "bomb", place="Velm", date="2020-06-08")


def towns(linked: Linked) -> int:
    return len([e for e in linked.entities if e.name == "Velm"])


@pytest.mark.parametrize(
    ("one", "two", "count"),
    [
        ("A bomb killed six in Velm, Zubrania, on Monday.", "A bomb killed two in Velm, Marland, on Monday.", 2),
        ("A bomb killed six in Velm, Utah, on Monday.", "A bomb killed two in Velm, Ohio, on Monday.", 2),
        ("A bomb killed six in Velm, Zubrania, on Monday.", "A bomb killed two in Velm on Monday.", 1),
        ("A bomb killed six in Velm, Zubrania, on Monday.", "A bomb killed two in Velm (Zubrania) on Monday.", 1),
        ("A bomb killed six in Velm, Zubrania, on Monday.", "A bomb killed two in the Marlandian town of Velm.", 2),
        ("A bomb killed six in Velm, Zubrania, on Monday.", "A bomb killed two in the Zubranian town of Velm.", 1),
        ("A bomb killed six in Velm, Zubrania and Marland.", "A bomb killed two in Velm, Marland, on Monday.", 1),
    ],
)
def test_towns_of_one_name(one: str, two: str, count: int) -> None:
    linked = told(one, two)
    assert towns(linked) == len(linked.incidents) == count


def test_which_town_is_asked() -> None:
    linked = told("A bomb killed six in Velm, Zubrania.", "A bomb killed two in Velm, Marland.")
    assert [m.verdict for m in linked.matches if m.kind == "entity"] == ["disputed"]
