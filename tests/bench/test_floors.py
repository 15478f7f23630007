"""The quality gate fails closed: a floor that nothing can be compared with is a failure, and no gain pays for a loss."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

import floors
import goldsets
import quality
import versions
from floors import judge, raised, renewed
from goldsets import Bench, Cases, Faults, Figure, GoldSet, own_sets

SCORER = """
import json, pathlib, sys
print(json.dumps({"dev_p": float(pathlib.Path(sys.argv[1]).read_text())}))
"""


@pytest.fixture
def gold(tmp_path: Path) -> GoldSet:
    (tmp_path / "roads.jsonl").write_text("0.75", encoding="utf-8")
    (tmp_path / "score.py").write_text(SCORER, encoding="utf-8")
    (found,) = own_sets(tmp_path)
    return found


@pytest.fixture
def kept(tmp_path: Path, gold: GoldSet, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A gate of one set, its floors in a file of its own."""
    path = tmp_path / "floors.json"
    monkeypatch.setattr(floors, "FLOORS", path)
    monkeypatch.setattr(quality, "gold_sets", lambda: [gold])
    monkeypatch.setattr(quality, "revision", lambda: "def5678")
    monkeypatch.setattr(quality, "older", lambda said: goldsets.ROOT)
    hold(path, {"own:roads": {"hash": gold.digest(), "measured": "abc1234", "floors": {"dev_p": 0.7}}})
    return path


def hold(path: Path, known: dict[str, object]) -> None:
    path.write_text(json.dumps(known), encoding="utf-8")


def affair(kind: str, *, missing: int = 0, wrong: int = 0, broken: bool = False) -> dict[str, object]:
    """An affair of three wanted things and two forbidden ones, as the scorer gives it back."""
    lost = [{"built": "IndexError"}] if broken else [{"claim": {}}] * missing
    return {"kind": kind, "want": [{}] * 3, "never": [{}] * 2, "missing": lost, "wrong": [{"claim": {}}] * wrong}


def faults() -> Faults:
    return Faults("faults", (), Path(__file__), ())


def held(gold: GoldSet, figures: dict[str, Figure]) -> floors.Known:
    rows, _ = judge(gold, figures, None)
    return renewed(gold, rows, "abc1234")


def test_a_set_above_its_floors_passes(kept: Path) -> None:
    assert quality.main([]) == 0


def test_a_set_below_a_floor_fails(kept: Path, gold: GoldSet, capsys: pytest.CaptureFixture[str]) -> None:
    hold(kept, {"own:roads": {"hash": gold.digest(), "floors": {"dev_p": 0.8}}})
    assert quality.main([]) == 1
    assert "own:roads, dev_p: 0.7500 is below its floor 0.8000." in capsys.readouterr().out


@pytest.mark.parametrize("changed", ["roads.jsonl", "score.py"])
def test_a_changed_set_fails_until_it_is_measured_anew(
    kept: Path, gold: GoldSet, changed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = next(p for p in (*gold.files, gold.scorer) if p.name == changed)
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert quality.main([]) == 1
    told = capsys.readouterr().out
    assert "Measure abc1234" in told
    assert "quality.py --renew own:roads" in told
    assert quality.main(["--raise"]) == 1
    assert quality.main(["--renew"]) == 0
    assert quality.main([]) == 0
    known = json.loads(kept.read_text(encoding="utf-8"))["own:roads"]
    assert known == {"hash": gold.digest(), "measured": "abc1234", "floors": {"dev_p": 0.745}}


def test_a_set_without_floors_fails(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hold(kept, {})
    assert quality.main([]) == 1
    assert "own:roads: it has no floors" in capsys.readouterr().out


def test_a_set_that_is_gone_fails(kept: Path, gold: GoldSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_SHARED", str(tmp_path))
    known = {"hash": gold.digest(), "floors": {"dev_p": 0.7}}
    hold(kept, {"own:roads": known, "own:rivers": known})
    assert quality.main([]) == 1


def test_sets_of_others_are_skipped_where_nobody_has_them(
    kept: Path, gold: GoldSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RASHOMON_SHARED", str(tmp_path / "nowhere"))
    known = {"hash": gold.digest(), "floors": {"dev_p": 0.7}}
    hold(kept, {"own:roads": known, "faults": known})
    assert quality.main([]) == 0
    assert "skipped faults" in capsys.readouterr().out


def test_a_scorer_that_breaks_fails_and_says_why(kept: Path, gold: GoldSet, capsys: pytest.CaptureFixture[str]) -> None:
    gold.scorer.write_text("raise SystemExit('the scales are broken')", encoding="utf-8")
    assert quality.main([]) == 1
    assert "the scales are broken" in capsys.readouterr().out


def test_own_sentences_are_scored_by_the_tests_of_the_version_that_is_measured(gold: GoldSet, tmp_path: Path) -> None:
    older = tmp_path / "older" / "tests" / "gold"
    older.mkdir(parents=True)
    (older / "score.py").write_text("print('{\"dev_p\": 0.25}')", encoding="utf-8")
    (older / "roads.jsonl").write_text("0.5", encoding="utf-8")
    with pytest.raises(goldsets.Broken, match="does not hold today's"):
        gold.measure(gold.parts[0], tmp_path / "older")
    (older / "roads.jsonl").write_text("0.75", encoding="utf-8")
    assert gold.measure(gold.parts[0], tmp_path / "older") == {"dev_p": 0.25}


def test_a_figure_that_is_no_longer_measured_fails(gold: GoldSet) -> None:
    known = {"hash": gold.digest(), "floors": {"dev_p": 0.7, "dev_r": 0.7}}
    _, failed = judge(gold, {"dev_p": Figure(0.9)}, known)
    assert failed == ["own:roads, dev_r: it has a floor and is no longer measured."]


def test_floors_are_raised_and_never_lowered_by_raise(kept: Path) -> None:
    assert quality.main(["--raise"]) == 0
    known = json.loads(kept.read_text(encoding="utf-8"))["own:roads"]
    assert (known["floors"], known["measured"]) == ({"dev_p": 0.745}, "def5678")
    assert quality.main(["--lower", "own:roads", "dev_p", "0.5"]) == 0
    assert json.loads(kept.read_text(encoding="utf-8"))["own:roads"]["floors"] == {"dev_p": 0.5}
    with pytest.raises(SystemExit):
        quality.main(["--lower", "own:roads", "dev_r", "0.5"])


def test_renewing_leaves_a_set_alone_that_did_not_change(kept: Path) -> None:
    before = kept.read_text(encoding="utf-8")
    assert quality.main(["--renew"]) == 0
    assert json.loads(kept.read_text(encoding="utf-8")) == json.loads(before)


def test_checks_are_pooled_over_cases() -> None:
    small = {"areas": {"accused": {"ok": 1, "of": 1}, "grounded": {"ok": 50, "of": 50}}}
    large = {"areas": {"accused": {"ok": 3, "of": 15}, "contacts": {"ok": 2, "of": 4}}}
    figures = Cases("cases", (), Path(__file__), ()).figures([small, large])
    assert figures["accused"] == Figure(0.25, 16)
    assert figures["checks"] == Figure(0.3, 20)


def test_an_area_of_fewer_than_ten_checks_sets_no_floor() -> None:
    gold = Cases("cases", (), Path(__file__), ())
    known = held(gold, {"checks": Figure(0.5, 20), "contacts": Figure(0.5, 9), "arrests": Figure(1 / 3, 12)})
    assert known["floors"] == {"checks": 0.5, "arrests": 0.3333}


def test_faults_count_what_is_found_and_what_is_false_by_area() -> None:
    figures = faults().figures([[affair("toll/part", missing=1)], [affair("toll/sum", wrong=1), affair("date/week")]])
    assert (figures["found"].value, figures["false"].value) == (8 / 9, 1 / 6)
    assert figures["toll found"] == Figure(5 / 6, 10, pair="toll ")
    assert figures["toll false"] == Figure(1 / 4, 10, ceiling=True, pair="toll ")
    assert figures["date false"].value == 0


def test_an_affair_that_breaks_the_build_has_nothing_found() -> None:
    assert faults().figures([[affair("crash/list", broken=True)]])["found"].value == 0


@pytest.mark.parametrize(("missing", "wrong", "failing"), [(0, 2, "toll false"), (4, 0, "toll found")])
def test_a_gain_of_one_pays_for_no_loss_of_the_other(missing: int, wrong: int, failing: str) -> None:
    gold = faults()
    known = held(gold, gold.figures([[affair("toll/part", missing=1, wrong=1), affair("toll/part", missing=1)]]))
    now = gold.figures([[affair("toll/part", missing=missing, wrong=wrong), affair("toll/part")]])
    rows, failed = judge(gold, now, known)
    assert any(sentence.startswith(f"faults, {failing}:") for sentence in failed)
    assert raised(known, rows, "def5678") == known


def test_both_floors_move_when_both_get_better() -> None:
    gold = faults()
    known = held(gold, gold.figures([[affair("toll/part", missing=1, wrong=1), affair("toll/part")]]))
    rows, failed = judge(gold, gold.figures([[affair("toll/part"), affair("toll/part")]]), known)
    assert not failed
    assert raised(known, rows, "def5678")["floors"] == {"found": 1, "false": 0, "toll found": 1, "toll false": 0}


def test_a_set_of_others_shows_the_figures_it_has_floors_for() -> None:
    gold = Bench("rivers", (), Path(__file__), ())
    rows, failed = judge(gold, {"f1": Figure(0.8), "p": Figure(0.9)}, {"hash": gold.digest(), "floors": {"f1": 0.7}})
    assert [row.name for row in rows] == ["f1"]
    assert not failed


def test_floors_are_not_raised_by_what_nobody_can_check_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "new.py").write_text("", encoding="utf-8")
    monkeypatch.setattr(quality, "ROOT", tmp_path)
    with pytest.raises(SystemExit, match="not committed"):
        quality.revision()


def test_a_revision_that_is_not_there_is_said_to_be_none(
    kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(quality, "older", lambda said: versions.exported(said, kept.parent))
    hold(kept, {})
    assert quality.main(["--renew", "--on", "no-such-revision"]) == 1
    assert "is no revision" in capsys.readouterr().out


def test_every_set_that_is_present_has_floors(shared: Path) -> None:
    known = floors.read_floors()
    assert [gold.name for gold in quality.gold_sets() if known.get(gold.name, {}).get("hash") != gold.digest()] == []
