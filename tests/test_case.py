"""The Python API: records and tables of a built case."""

from __future__ import annotations

import sys
from pathlib import Path

import pandas
import pytest

import rashomon
from rashomon.errors import UsageFault


@pytest.fixture(scope="module")
def case(example_case: Path) -> rashomon.Case:
    return rashomon.open_case(example_case)


def test_a_table_is_a_frame_with_a_row_a_record(case: rashomon.Case) -> None:
    claims = case.frame("claims")
    assert isinstance(claims, pandas.DataFrame)
    assert list(claims["id"]) == [c["id"] for c in case.claims()]
    killed = claims[(claims["property"] == "killed") & claims["number"].notna()]
    assert killed["number"].max() >= 41


def test_every_table_has_its_columns_even_without_rows(case: rashomon.Case) -> None:
    assert list(case.frame("could not be read").columns) == ["id", "file", "reason"]


def test_a_table_that_there_is_none_of_is_refused_with_those_there_are(case: rashomon.Case) -> None:
    with pytest.raises(UsageFault, match="timeline, reports"):
        case.frame("nothing")


def test_a_library_that_is_not_installed_is_named(case: rashomon.Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(UsageFault, match=r"rashomon\[frames\]"):
        case.frame("claims", library="polars")
