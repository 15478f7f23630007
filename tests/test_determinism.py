"""The same inputs give the same bytes: however often they came in, in what order, where, and on what machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rashomon.pipeline import build, remove
from rashomon.present.example import example_folder
from rashomon.present.exports.json_format import export_json
from rashomon.present.resolve import Resolved
from rashomon.settings import Settings
from rashomon.store.view import CaseView

ONE = Settings(processes=1)


def export(case: Path) -> bytes:
    view = CaseView(case)
    try:
        return export_json(Resolved.of(view))
    finally:
        view.close()


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A copy of the example's folder, to be changed."""
    with example_folder() as folder:
        return shutil.copytree(folder, tmp_path / "reports")


def test_reports_that_come_one_after_another_give_the_case_they_give_at_once(
    example_case: Path, reports: Path, tmp_path: Path
) -> None:
    late = [p for p in sorted(reports.iterdir()) if p.suffix == ".txt"][1::2]
    apart = tmp_path / "apart"
    apart.mkdir()
    for path in late:
        path.rename(apart / path.name)
    case = tmp_path / "case"
    build(case, [reports], ONE)
    for path in reversed(late):
        (apart / path.name).rename(path)
        build(case, [reports], ONE)
    assert b"no such file" not in export(case)
    assert export(case) == export(example_case)


def test_files_named_one_by_one_in_any_order_give_the_case_of_their_folder(
    example_case: Path, reports: Path, tmp_path: Path
) -> None:
    named = sorted((p for p in reports.iterdir() if p.name != "sources.csv"), reverse=True)
    build(tmp_path / "case", named, ONE)
    assert export(tmp_path / "case") == export(example_case)


def test_a_report_that_was_removed_and_given_again_is_as_if_it_had_stayed(
    example_case: Path, reports: Path, tmp_path: Path
) -> None:
    case = tmp_path / "case"
    build(case, [reports], ONE)
    remove(case, "harbour-post-15-may.txt", ONE)
    assert export(case) != export(example_case)
    assert build(case, [reports], ONE).intake.kept_out == ("harbour-post-15-may.txt",)
    build(case, [reports / "harbour-post-15-may.txt"], ONE)
    assert export(case) == export(example_case)


def test_a_report_that_changed_and_changed_back_leaves_no_trace(
    example_case: Path, reports: Path, tmp_path: Path
) -> None:
    case, file = tmp_path / "case", reports / "harbour-post-15-may.txt"
    body = file.read_bytes()
    for version in (body, body.replace(b"41", b"44"), body):
        file.write_bytes(version)
        build(case, [reports], ONE)
    assert export(case) == export(example_case)


@pytest.mark.parametrize(
    "odd",
    [{"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "77", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}],
    ids=["hash seed", "hash seed, time zone, locale"],
)
def test_another_machine_gives_the_same_bytes(example_case: Path, odd: dict[str, str], tmp_path: Path) -> None:
    env = {**os.environ, "RASHOMON_PROCESSES": "1", **odd}
    with example_folder() as folder:
        subprocess.run(
            [sys.executable, "-m", "rashomon", "build", str(tmp_path / "case"), str(folder)],
            env=env, check=True, capture_output=True,
        )  # fmt: skip
    assert export(tmp_path / "case") == export(example_case)
