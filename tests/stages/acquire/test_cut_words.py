"""Words that a line end cut in two, columns too narrow for a sentence, and marks that open no link."""

from __future__ import annotations

import pytest

from rashomon.stages.acquire.furniture import is_furniture
from rashomon.stages.acquire.tidy import split_lines, tidy


def lines(text: str) -> list[str]:
    return [line.text for line in split_lines(tidy(text))]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The fire was laid, said the prose-\ncutor of Karsova.", "The fire was laid, said the prosecutor of Karsova."),
        ("The fire was laid by an ex-\nguard of the mill.", "The fire was laid by an ex-guard of the mill."),
        ("A fire\nkilled six\nmen in\nthe mill\non Monday.", "A fire killed six men in the mill on Monday."),
        ("Six men died in the mill of Karsova\nand two in the yard, said the miller.",
         "Six men died in the mill of Karsova and two in the yard, said the miller."),
    ],
)  # fmt: skip
def test_what_a_line_end_cut_is_whole_again(text: str, whole: str) -> None:
    assert lines(text) == [whole]


@pytest.mark.parametrize(
    "text", ["Ilva Renk\nTomek Orsic\nOsk Tellan", "Dead: 6\nHurt: 9\nMissing: 1", "- bread\n- wine\n- salt"]
)
def test_lists_stay_lists(text: str) -> None:
    assert len(lines(text)) == 3


def test_words_between_turned_marks_are_no_link() -> None:
    assert not is_furniture("»We saw it all,« said the miller. »Then they left.«")
    assert is_furniture("» More stories from Karsova")
