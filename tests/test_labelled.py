"""The labelled reports from which weights are learned: every mark and label can be read, and points at words of its text."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).parent.parent / "tools"
FILES = sorted((TOOLS / "labelled").glob("*.txt"))
PROPERTIES = {"perpetrator", "organizer", "suspect", "charge", "blame", "responsibility"}


@pytest.fixture(scope="module")
def labelled() -> ModuleType:
    spec = importlib.util.spec_from_file_location("labelled", TOOLS / "labelled.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["labelled"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_every_label_points_at_its_words(labelled: ModuleType, path: Path) -> None:
    told = 0
    for report in labelled.reports(path):
        known = {who for m in report.marked for who in m.whom}
        for fact in report.facts:
            people = [w for key in ("accused", "contact", "arrested", "convicted") for w in fact.get(key, ())]
            assert set(people) <= known, report.id
            assert not people or fact["words"] in report.text, (report.id, fact["words"])
            assert set(fact.get("grades", ())) <= PROPERTIES, report.id
            told += "accused" in fact
    assert told > 500


def test_marks_tell_who_is_meant_and_nested_ones_are_another(labelled: ModuleType) -> None:
    text, marked = labelled.unmarked("[[Ivo|p1]'s sister, Lena Osk|p2], said [they|p1+p2] met.")
    assert text == "Ivo's sister, Lena Osk, said they met."
    report = labelled.Report("a", "", text, marked, ())
    assert report.wordings("p1") == ["Ivo"]
    assert [text[start:end] for start, end in report.ranges("p2")] == ["'s sister, Lena Osk", "they"]


@pytest.mark.parametrize("body", ["[Ivo|p1", "Ivo] left", "[Ivo|x] left"])
def test_a_mark_that_cannot_be_read_is_named(labelled: ModuleType, body: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        labelled.unmarked(body)
