"""Whom to show is asked once a case and printed nowhere; masks are made once a build; what no mask hides is listed."""

from __future__ import annotations

import io
import json
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from rashomon.cli import cli
from rashomon.commands import whom as command
from rashomon.custody import purge, verify
from rashomon.model.link import Signed
from rashomon.pipeline import build
from rashomon.present import masked as masking_once
from rashomon.present.asking import Answer, open_questions, write_answers
from rashomon.present.deciding import decide_claim
from rashomon.present.masking import Wishes
from rashomon.present.report import Options, make_report, paged, write_report
from rashomon.present.resolve import open_build
from rashomon.present.share import report_bytes, shared_bytes
from rashomon.settings import Settings
from rashomon.store import kept
from rashomon.store.decisions import Decisions
from rashomon.store.showings import open_showings

SETTINGS = Settings(processes=1)
TEXTS = (
    "Journalist Ottmar Zavirka was shot dead in Velmark on 4 May 2014, police said. Governor Ilka Brandvold condemned the killing. "
    "Prosecutors charged Jurek Holmstad with the killing of Ottmar Zavirka. The 19-year-old daughter of Governor Ilka Brandvold saw it.",
    "The governor's driver found the body of Ottmar Zavirka in Velmark on 4 May 2014. Ottmar Zavirka was killed by two shots, a doctor "
    "said. Jurek Holmstad was charged with the killing, prosecutors said. Petra Lunde, a baker, heard the shots.",
)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    build(tmp_path / "case", [folder], SETTINGS)
    return tmp_path / "case"


def accept_all(case: Path) -> None:
    opened = open_build(case)
    signed = Signed("A. Reader", "2024-05-06T07:08:09+00:00", "as its words stand")
    for claim in opened.claims.values():
        if claim.property in ("charge", "perpetrator"):
            Decisions(case).append(decide_claim(opened, claim.id, "accept", signed))
    build(case, (), SETTINGS)


def test_it_is_asked_about_office_the_dead_all_name_and_the_accused_that_a_person_accepted(case: Path) -> None:
    before = {c.entity.name: c for c in open_questions(case, Wishes()).candidates}
    assert before["Ilka Brandvold"].shown
    assert not before["Ottmar Zavirka"].shown
    assert "Jurek Holmstad" not in before
    assert "Petra Lunde" not in before
    accept_all(case)
    after = {c.entity.name: c for c in open_questions(case, Wishes()).candidates}
    assert not after["Jurek Holmstad"].shown


def test_an_answer_holds_for_later_builds_and_a_report_on_a_murdered_journalist_can_be_read(case: Path) -> None:
    assert b"Zavirka" not in report_bytes(case, "md", Wishes(), unreviewed=True)
    (dead,) = [c for c in open_questions(case, Wishes()).candidates if c.entity.name == "Ottmar Zavirka"]
    write_answers(case, [Answer(dead.entity.id, True)], "A. Reader", "2024-05-06T07:08:09+00:00")
    build(case, (), SETTINGS)
    report = report_bytes(case, "md", Wishes(), unreviewed=True)
    assert b"Ottmar Zavirka" in report
    assert b"Lunde" not in report
    assert b"A. Reader" not in report
    assert b"Zavirka" not in report_bytes(case, "md", Wishes(mask=("Ottmar Zavirka",)), unreviewed=True)
    write_answers(case, [Answer(dead.entity.id, False)], "A. Reader", "2024-05-06T07:08:10+00:00")
    assert b"Zavirka" not in report_bytes(case, "md", Wishes(), unreviewed=True)


def test_the_command_lists_answers_and_refuses_who_is_not_there(case: Path) -> None:
    run = CliRunner().invoke(
        cli, ["whom", str(case), "--show", "Ottmar Zavirka", "--by", "A. Reader"], standalone_mode=False
    )
    assert "shown (as answered): Ottmar Zavirka" in run.output
    assert "identifies by relation: 0.txt: The 19-year-old daughter of Governor" in run.output
    assert "driver" in run.output
    (line,) = open_showings(case).read()
    assert (line.name, line.shown, line.signed.by) == ("Ottmar Zavirka", True, "A. Reader")
    with pytest.raises(Exception, match="nobody in this case is called"):
        CliRunner().invoke(
            cli, ["whom", str(case), "--hide", "Nobody There"], standalone_mode=False, catch_exceptions=False
        )


def test_before_something_leaves_it_is_asked_where_somebody_sits_there_and_said_where_not(
    case: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command.ask_before(case, open_build(case), Wishes())
    out, err = capsys.readouterr()
    assert out == ""
    assert "nobody was asked about: 1 shown for a public role, 1 masked" in err
    assert "identifies by relation" in err
    monkeypatch.setattr(command, "can_ask", lambda: True)
    monkeypatch.setattr(command, "signing_name", lambda by: "A. Reader")
    asked: list[str] = []
    monkeypatch.setattr("click.confirm", lambda words, **_: asked.append(words) or "Zavirka" in words)  # type: ignore[func-returns-value]
    command.ask_before(case, open_build(case), Wishes())
    assert len(asked) == 2
    command.ask_before(case, open_build(case), Wishes())
    assert len(asked) == 2  # once a case
    report = report_bytes(case, "md", Wishes(), unreviewed=True)
    assert b"Zavirka" in report
    assert b"Brandvold" not in report


def test_masks_are_made_once_a_build(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = shared_bytes(case, open_build(case), "annotations", Wishes())
    assert stat.S_IMODE((case / kept.FILE).stat().st_mode) == 0o600
    made: list[int] = []
    real = masking_once.mask_whole
    monkeypatch.setattr(masking_once, "mask_whole", lambda *a: made.append(1) or real(*a))  # type: ignore[func-returns-value]
    assert shared_bytes(case, open_build(case), "annotations", Wishes()) == first
    assert report_bytes(case, "md", Wishes(), unreviewed=True)
    assert made == []
    assert shared_bytes(case, open_build(case), "annotations", Wishes(public=("Petra Lunde",))) != first
    assert made == [1]
    build(case, (), SETTINGS)
    assert shared_bytes(case, open_build(case), "annotations", Wishes()) == first
    assert made == [1, 1]
    (case / kept.FILE).write_bytes(b"no such thing")
    assert shared_bytes(case, open_build(case), "annotations", Wishes()) == first


def test_masked_annotations_point_into_the_text_that_stands_beside_them(case: Path) -> None:
    page = json.loads(shared_bytes(case, open_build(case), "annotations", Wishes()))
    texts = {t["id"]: t["value"] for t in page["included"]}
    assert len(page["items"]) > 3
    for item in page["items"]:
        text, (quote, place) = texts[item["target"]["source"]], item["target"]["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
    assert "Zavirka" not in json.dumps(page)


def test_a_long_report_is_set_in_pieces_and_bound(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = make_report(open_build(case), Options(unreviewed=True, masked=False))
    whole = PdfReader(io.BytesIO(write_report(report, "pdf")))
    monkeypatch.setattr(paged, "SIZE", 900)
    pieces = paged.cut_report(report, 900)
    assert len(pieces) > 3
    assert [n for p in pieces for n in p.notes] == list(enumerate(report.notes, 1))
    bound = PdfReader(io.BytesIO(write_report(report, "pdf")))
    assert len(bound.pages) > len(whole.pages)
    words = "".join(c for page in bound.pages for c in page.extract_text() if c.isalnum())
    assert all("".join(c for c in note if c.isalnum())[:30] in words for note in report.notes)
    assert all("".join(c for c in section.title if c.isalnum()) in words for section in report.sections)


def test_a_purge_empties_what_was_answered_about_people_of_the_document(case: Path) -> None:
    (dead,) = [c for c in open_questions(case, Wishes()).candidates if c.entity.name == "Ottmar Zavirka"]
    write_answers(case, [Answer(dead.entity.id, True)], "A. Reader", "2024-05-06T07:08:09+00:00")
    assert list(verify(case, SETTINGS).faults) == []
    assert shared_bytes(case, open_build(case), "annotations", Wishes())
    for name in ("0.txt", "1.txt"):
        purge(case, name, Signed("A. Reader", "2024-05-06T07:08:09+00:00", "asked to"), SETTINGS)
    assert open_showings(case).read() == ()
    assert not [p for p in case.rglob("*") if p.is_file() and b"Zavirka" in p.read_bytes()]
    assert not (case / kept.FILE).exists()
