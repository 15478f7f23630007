"""How many were sentenced or put under sanctions is compared, though nobody names them."""

from __future__ import annotations

import pytest

import rashomon


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A court in Orsan sentenced seven men to death on Monday. The court had sentenced eight members of the gang to death.",
            1,
        ),
        (
            "The ministry imposed sanctions on 17 officials. Orsania has imposed sanctions on 12 officials over the murder.",
            1,
        ),
        ("A court in Orsan sentenced seven men to death on Monday. It sentenced two women to life in prison.", 0),
        ("A court in Orsan sentenced seven men to death on Monday. It sentenced three others to death as well.", 0),
    ],
)
def test_two_numbers_of_those_of_whom_one_thing_is_said(text: str, found: int) -> None:
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    told = [
        f for f in read["findings"] if f["property"] in ("conviction", "sanctioned") and f["kind"] == "inconsistency"
    ]
    assert len(told) == found
