"""The table of attacks: what is there is run, what breaks is said to break."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import attack

GOOD = """
def run(options):
    return {"tried": options.sample, "left": len(list(options.work.iterdir())), "by frame": {"leaked": 0.25}}
"""
BAD = "def run(options):\n    raise ValueError('a gate stood open')\n"


@pytest.fixture
def areas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "attack_good.py").write_text(GOOD, encoding="utf-8")
    (tmp_path / "attack_bad.py").write_text(BAD, encoding="utf-8")
    return {"good": "attack_good", "bad": "attack_bad", "later": "attack_not_written"}


def test_counts_come_as_json(areas: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert attack.main(["good", "--sample", "3", "--json"], areas) == 0
    assert json.loads(capsys.readouterr().out) == {"good": {"tried": 3, "left": 0, "by frame": {"leaked": 0.25}}}


def test_nested_counts_are_rows_of_the_table(areas: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert attack.main(["good"], areas) == 0
    assert "by frame / leaked" in (out := capsys.readouterr().out)
    assert "0.250" in out


def test_an_area_that_breaks_fails_and_hides_no_other(
    areas: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert attack.main(["--json"], areas) == 1
    assert json.loads(capsys.readouterr().out) == {
        "good": {"tried": None, "left": 0, "by frame": {"leaked": 0.25}},
        "bad": {"broken": "ValueError: a gate stood open"},
    }


def test_an_area_that_is_asked_for_and_not_written_fails(areas: dict[str, str]) -> None:
    assert attack.main(["later"], areas) == 1


def test_an_unknown_area_is_wrong_usage(areas: dict[str, str]) -> None:
    with pytest.raises(SystemExit) as stop:
        attack.main(["elsewhere"], areas)
    assert stop.value.code == 2
