"""What `bench/attacks` counts, at a size that a test can take."""

from __future__ import annotations

import sys
from argparse import Namespace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

BENCH = Path(__file__).resolve().parent.parent / "bench" / "attacks"


def area(name: str) -> ModuleType:
    spec = spec_from_file_location(f"attacks_{name}", BENCH / f"{name}.py")
    assert spec
    assert spec.loader
    module = sys.modules[spec.name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_report_is_lost_to_one_bad_sentence(tmp_path: Path) -> None:
    counts = area("mutation").run(Namespace(sample=250, seed=3, work=tmp_path))
    assert counts["reports"] == 250
    assert counts["lost"] == 0, counts
    assert counts["passes noted"] == 0, counts


def test_a_report_that_is_lost_is_counted(tmp_path: Path) -> None:
    mutation = area("mutation")
    assert mutation.try_one("Nobody was hurt.") == (None, ())
    mutation.read = lambda text: None
    assert mutation.try_one("Nobody was hurt.")[0] == "set aside"


def test_one_affair_of_400_reports_is_one_incident_and_its_reprints_are_told(tmp_path: Path) -> None:
    counts = area("affair").run(Namespace(sample=400, seed=0, work=tmp_path))
    assert (counts["incidents"], counts["reports in the largest incident"]) == (1, 400), counts
    assert (counts["reprints"], counts["reprints in one finding"]) == (100, 100), counts
    assert counts["entities of the accused"] == 1, counts
    assert counts["of his bare surname alone"] == counts["of these asked about"], counts


def test_hostile_pages_and_files_are_read_within_their_budget(tmp_path: Path) -> None:
    counts = area("hostile").run(Namespace(sample=160, seed=0, work=tmp_path))
    assert counts["pages"] > 20
    assert counts["files"] > 8
    assert (counts["broke"], counts["hung"], counts["beyond linear"]) == (0, 0, 0), counts
    assert counts["files taken that are none"] == 0, counts
