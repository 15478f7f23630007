"""Telephone records in a case: what becomes a claim, what is asked of the rows, what leaves with the file."""

from __future__ import annotations

import json
import shutil
import sqlite3
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rashomon import cli, errors
from rashomon.case import open_case
from rashomon.pipeline import build
from rashomon.settings import Settings

SETTINGS = Settings(processes=1)
ARTICLE = (
    "The following numbers were used by Orhan Vask: +90 532 111 02 03 in 2021. Leyla Deren used +90 542 221 03 04 in 2021.\n"
    "Orhan Vask phoned Leyla Deren on 3 May 2021.\n"
)
HEAD = "Arayan Numara;Aranan Numara;Tarih;Saat;Süre (sn);Tip;IMEI;Baz İstasyonu\n"
ROWS = (
    "0532 111 02 03;0542 221 03 04;03.05.2021;21:04:11;65;Sesli;352099001400007;LİMAN CD. 4\n"
    "0505 331 04 05;0532 111 02 03;04.05.2021;08:15:00;0;SMS;352099001400007;LİMAN CD. 4\n"
    "0505 331 04 05;0536 441 05 06;05.05.2021;09:00:00;12;Sesli;352099001400015;LİMAN CD. 9\n"
)


def run(*words: str | Path, code: int = 0) -> Result:
    result = CliRunner().invoke(cli.cli, [str(w) for w in words], standalone_mode=False)
    found = 2 if isinstance(result.exception, errors.UsageFault) else result.return_value or 0
    assert found == code, result.output + repr(result.exception)
    return result


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("calls")
    (folder / "in").mkdir()
    (folder / "in" / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "in" / "sources.csv").write_text(
        "file,publisher,published\narticle.txt,Harbour Post,2021-06-01\n", encoding="utf-8"
    )
    (folder / "in" / "hts.csv").write_text(HEAD + ROWS, encoding="utf-8")
    (folder / "case").mkdir()
    (folder / "case" / "case.toml").write_text('region = "TR"\n', encoding="utf-8")
    build(folder / "case", [folder / "in"], SETTINGS)
    return folder


@pytest.fixture
def own(made: Path, tmp_path: Path) -> Path:
    """A copy of the case and of what it was built from, to be changed."""
    return shutil.copytree(made, tmp_path / "copy")


def test_only_rows_that_touch_a_number_of_the_reports_are_claims(made: Path) -> None:
    case = open_case(made / "case")
    rows = [c for c in case.claims(property="contact") if c["basis"] == "record"]
    parties = [[(p["role"], p["text"], p["entity"]) for p in c["value"]["parties"]] for c in rows]
    assert parties == [
        [("from", "+905321110203", None), ("to", "+905422210304", None)],
        [("from", "+905053310405", None), ("to", "+905321110203", None)],
    ]
    assert [(c["value"]["kind"], c["value"].get("number"), c["value"]["earliest"]) for c in rows] == [
        ("call", 65, "2021-05-03T21:04:11"), ("message", None, "2021-05-04T08:15:00"),
    ]  # fmt: skip
    assert [c["page"] for c in rows] == ["row 2", "row 3"]
    assert all(c["subject"] == {"incident": None, "entity": None, "total": False} for c in rows)
    assert all(c["chain"][-1]["kind"] == "record" for c in rows)


def test_every_quote_stands_in_the_text_and_no_cell_is_a_place(made: Path) -> None:
    export = open_case(made / "case").export
    record = next(d for d in export["documents"] if d["file"] == "hts.csv")
    assert record["kind"] == "record"
    assert "0536 441 05 06" not in record["text"]
    for claim in export["claims"]:
        if claim["document"] == record["id"]:
            assert record["text"][claim["start"] : claim["end"]] == claim["quote"]
            assert claim["property"] == "contact"
    assert not [i for i in export["incidents"] if record["id"] in i["documents"]]
    assert not [e for e in export["entities"] if any(m["document"] == record["id"] for m in e["mentions"])]


def test_the_rest_stays_queryable(made: Path) -> None:
    assert (
        "+905364410506, 12 s; cell LİMAN CD. 9  [hts.csv, row 4]"
        in run("calls", made / "case", "--number", "0536 441 05 06").output
    )
    rows = [
        json.loads(line)
        for line in run("calls", made / "case", "--between", "2021-05-04", "2021-05", "--json").output.splitlines()
    ]
    assert [row["row"] for row in rows] == [3, 4]
    both = run(
        "calls", made / "case", "--number", "+905321110203", "--number", "+905422210304", "--both", "--csv"
    ).output
    assert both.splitlines()[1].startswith("2021-05-03T21:04:11,,,65,call,'+905321110203,'+905422210304,said,")
    assert len(both.splitlines()) == 2


def test_a_row_that_is_not_there_contradicts_nobody(made: Path) -> None:
    none = run(
        "calls", made / "case", "--number", "+905422210304", "--between", "2021-05-04", "2021-05-05", code=1
    ).output
    assert "no row for this number in this file and period" in none
    assert "messengers" in none
    outside = run("calls", made / "case", "--number", "+905422210304", "--between", "2022", "2022", code=1).output
    assert "outside what the file covers (2021-05-03 to 2021-05-05)" in outside


def test_whose_a_number_is_said_to_be_is_told_with_its_quote(made: Path) -> None:
    told = run("calls", made / "case").output
    assert "Orhan Vask, 2021: Harbour Post “The following numbers were used by Orhan Vask: +90 532 111 02 03”" in told
    assert (
        "said to be Orhan Vask's) → +905422210304 (said to be Leyla Deren's)"
        in run("calls", made / "case", "--number", "+905422210304").output
    )
    rows = json.loads(run("calls", made / "case", "--json").output)
    assert rows["files"][0]["rows"] == 3
    assert [n["holders"][0]["holder"] for n in rows["numbers"]] == ["Orhan Vask", "Leyla Deren"]


def test_each_number_of_a_list_has_its_own_quote(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    text = "The following numbers were used by Orhan Vask: +90 532 111 02 03 in 2012, +90 542 221 03 04 and +90 505 331 04 05 in 2014.\n"
    (tmp_path / "in" / "note.txt").write_text(text, encoding="utf-8")
    build(tmp_path / "case", [tmp_path / "in"], SETTINGS)
    numbers = json.loads(run("calls", tmp_path / "case", "--json").output)["numbers"]
    lead = "The following numbers were used by Orhan Vask:"
    assert [(n["holders"][0]["earliest"][:4], n["holders"][0]["quote"]) for n in numbers] == [
        ("2012", f"{lead} +90 532 111 02 03"), ("2014", f"{lead} … +90 505 331 04 05"), ("2014", f"{lead} … +90 542 221 03 04"),
    ]  # fmt: skip


def test_two_holders_a_time_between_and_nobody_named_are_told(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(
        "Orhan Vask used +90 532 111 02 03 in 2012. Mirel Osk used +90 532 111 02 03 in 2015.\n", encoding="utf-8"
    )
    (tmp_path / "in" / "b.txt").write_text(
        "Leyla Deren used +90 532 111 02 03 in 2012. The notice gives +90 505 331 04 05.\n", encoding="utf-8"
    )
    build(tmp_path / "case", [tmp_path / "in"], SETTINGS)
    one, other = json.loads(run("calls", tmp_path / "case", "--json").output)["numbers"]
    assert one["open"] == [
        "given to both Leyla Deren and Orhan Vask for one time; it may have changed hands within it",
        "no report says whose it was from 2013-01-01 to 2014-12-31",
    ]
    assert other["open"] == ["no report names anybody for this number"]


def test_wrong_questions_are_usage_faults(made: Path) -> None:
    run("calls", made / "case", "--number", "+905321110203", "--both", code=2)
    run("calls", made / "case", "--between", "yesterday", "today", code=2)
    run("calls", made / "case", "--file", "none.csv", code=2)


def test_no_report_is_asked_whose_the_numbers_of_a_row_are(made: Path) -> None:
    assert not [f for f in open_case(made / "case").findings("gap") if "+90505" in f["reason"]]


def test_a_case_with_records_verifies(own: Path) -> None:
    assert "nothing is wrong" in run("verify", own / "case").output


def test_a_row_that_was_edited_is_found_out(own: Path) -> None:
    (path,) = (own / "case" / "calls").iterdir()
    base = sqlite3.connect(path)
    base.execute("update call set called = '+905321110203' where row = 4")
    base.commit()
    base.close()
    assert "the rows kept in calls/ are not what its original says" in run("verify", own / "case", code=1).output


def test_a_table_that_may_be_records_is_told_of(own: Path) -> None:
    odd = own / "in" / "odd.csv"
    odd.write_text("x,y,z\n" + "".join(f"k{n},0532 111 0{n} 03,0542 221 0{n} 04\n" for n in range(9)), encoding="utf-8")
    built = build(own / "case", [own / "in"], SETTINGS)
    assert [note for note in built.intake.notes if "odd.csv: it looks like telephone records" in note]
    assert built.documents == 3


def test_purge_takes_the_rows_too(own: Path) -> None:
    shutil.rmtree(own / "in")
    before = list((own / "case" / "calls").iterdir())
    assert len(before) == 1
    run("purge", own / "case", "hts.csv", "--yes", "--by", "A. Reader", "--why", "asked to")
    assert list((own / "case" / "calls").iterdir()) == []
    run("calls", own / "case", "--number", "+905321110203", code=2)


def test_rows_that_are_lost_are_read_again(own: Path) -> None:
    shutil.rmtree(own / "case" / "calls")
    build(own / "case", (), SETTINGS)
    assert open_case(own / "case").export == open_case(own / "case").export
    assert "row 4" in run("calls", own / "case", "--number", "0536 441 05 06").output


def test_the_same_files_give_the_same_case(own: Path, made: Path) -> None:
    build(own / "case", (), SETTINGS)
    assert open_case(own / "case").export == open_case(made / "case").export


def test_a_mapping_beside_the_file_is_kept_with_it(own: Path) -> None:
    odd = own / "odd.csv"
    odd.write_text(
        "k1;k2;k3\n0536 441 05 06;0532 111 02 03;06.05.2021 10:00\n0536 441 05 06;0505 331 04 05;07.05.2021 10:00\n",
        encoding="utf-8",
    )
    run("map-columns", odd)
    mapping = odd.with_name("odd.csv.columns.toml")
    assert '"k1" = ' in mapping.read_text(encoding="utf-8")
    run("map-columns", odd, code=2)
    mapping.write_text('[columns]\nk1 = "called"\nk2 = "caller"\nk3 = "start"\n', encoding="utf-8")
    build(own / "case", [odd], SETTINGS)
    mapping.unlink()
    build(own / "case", (), SETTINGS)
    assert (
        "+905321110203 (said to be Orhan Vask's) → +905364410506"
        in run("calls", own / "case", "--file", "odd.csv", "--number", "0532 111 02 03").output
    )


def test_a_mapping_that_cannot_be_meant_keeps_its_file_out_with_the_reason(own: Path) -> None:
    odd = own / "in" / "odd.csv"
    odd.write_text(HEAD + ROWS.replace("LİMAN", "ÇARŞI"), encoding="utf-8")
    odd.with_name("odd.csv.columns.toml").write_text('[columns]\nk9 = "called"\n', encoding="utf-8")
    built = build(own / "case", [own / "in"], SETTINGS)
    assert [(r.file, r.reason) for r in built.rejected] == [
        ("odd.csv", "its mapping names a column that it does not have: 'k9'")
    ]


EXAMPLE = Path(__file__).resolve().parent.parent / "examples"


def test_the_example_records_stand_against_what_is_told_in_three_places(tmp_path: Path) -> None:
    spec = spec_from_file_location("rows", EXAMPLE / "records" / "rows.py")
    assert spec and spec.loader
    rows = module_from_spec(spec)
    spec.loader.exec_module(rows)
    rows.main(tmp_path / "rows")
    assert sum(1 for _ in (tmp_path / "rows" / "karsova-calls.csv").open(encoding="utf-8")) == 20_001
    (tmp_path / "case").mkdir()
    shutil.copy(EXAMPLE / "records" / "case.toml", tmp_path / "case")
    texts = sorted((EXAMPLE / "records").glob("*.txt"))
    build(tmp_path / "case", [EXAMPLE / "karsova" / "deniz-gazette-8-june.txt", *texts, tmp_path / "rows"], SETTINGS)
    export = open_case(tmp_path / "case").export
    quote = {c["id"]: c["quote"] for c in export["claims"]}
    laid = {(" ".join(quote[b["claims"][0]].split())[:24], b["verdict"]) for b in export["beside"]}
    assert laid >= {
        ("Date: 3 May 2021, 21:04 ", "agrees"), ("I phoned İlker Barlas", "no row"), ("he had phoned İlker Barl", "no row"),
        ("Barlas called me", "other way"), ("Date: 8 May 2021, 19:30 ", "no row"),
    }  # fmt: skip
    reasons = " ".join(f["reason"] for f in export["findings"] if f["kind"] == "gap")
    assert "the nearest row between them is a call from +61491570159 to +61491570158 on 9 May 2021, 20:41" in reasons
    assert "goes the other way" in reasons
    assert not [f for f in export["findings"] if f["kind"] == "conflict" and f["property"] == "contact"]
