"""Whom somebody met, paid, belonged to, where they were held or seen: an accusation too, in every window."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from rashomon.model.claim import Claim
from rashomon.pipeline import build
from rashomon.present.accusing import Accusing, accuses
from rashomon.present.exports import FORMATS
from rashomon.present.masking import Wishes
from rashomon.present.report import Options, make_report, write_report
from rashomon.present.report.reviewed import NO_TITLE, Reviewed
from rashomon.present.resolve import Resolved, open_build
from rashomon.present.share import report_bytes, shared_bytes, shared_tables
from rashomon.present.withholding import BLOCK, withhold
from rashomon.settings import Settings

REPORTS = {
    "vosk_behind_quay_bombing.txt": """Vosk ordered the quay bombing

Seven people died in a bombing in Port Varnet on 9 March 2021, police said. Police suspect Temir Vosk of carrying out the bombing.

Orvik Halst met Temir Vosk in Port Varnet on 3 March 2021, the prosecutor said. Ruta Selm, a customs clerk, telephoned
Temir Vosk on 4 March 2021, according to the police.

His lawyer, Mirela Kobb, said that her client spent that week in a hospital. Temir Vosk rejected the accusation.

Experts found no trace of explosives on his clothes and rejected the theory of the police.
""",
    "later.txt": """Quay reopens

Eight people were killed in the bombing in Port Varnet on 9 March 2021, the harbour office said. Orvik Halst was detained
on Friday, the mayor said. Silke Maron joined the Amber Front in 2019, the police said. Police said Jurek Holmgaard is in
Lisova. Vadim Orst paid Temir Vosk 20,000 euros, the indictment says.
""",
}
SOURCES = """file,title,publisher,published
vosk_behind_quay_bombing.txt,Vosk ordered the quay bombing,,2021-03-10
later.txt,Quay reopens,Varnet Herald,2021-03-12
"""
COMPANY = {
    "contact": "Halst met Temir Vosk", "detained": "Orvik Halst was detained", "affiliation": "joined the Amber Front",
    "whereabouts": "is in Lisova", "amount": "paid Temir Vosk 20,000 euros",
}  # fmt: skip
PEOPLE = ("Temir Vosk", "Orvik Halst", "Ruta Selm", "Silke Maron", "Jurek Holmgaard", "Vadim Orst", "Mirela Kobb")
SHOWN = Wishes(public=PEOPLE)
"""Everybody is shown by name, so that what is looked for below could be there."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("company")
    for name, text in REPORTS.items():
        (made / name).write_text(text, encoding="utf-8")
    (made / "sources.csv").write_text(SOURCES, encoding="utf-8")
    build(made / "case", [made], Settings(processes=1))
    return made / "case"


@pytest.fixture
def case(folder: Path) -> Resolved:
    return open_build(folder)


def claim_of(case: Resolved, prop: str, words: str) -> Claim:
    return next(c for c in case.claims.values() if c.property == prop and words in c.quote)


def plain(case: Resolved, **options: bool) -> str:
    return write_report(make_report(case, Options(masked=False, **options)), "md").decode().replace("\\", "")


@pytest.mark.parametrize("prop", COMPANY)
def test_company_custody_and_whereabouts_of_a_named_person_wait_for_a_person(case: Resolved, prop: str) -> None:
    claim, accusing = claim_of(case, prop, COMPANY[prop]), Accusing(case)
    assert accusing.is_asked(claim)
    assert accusing.persons(claim)
    assert COMPANY[prop] not in plain(case)
    case.__dict__["reviews"] = {claim.id: "accept"}
    text = plain(case)
    assert COMPANY[prop] in text
    speaker = case.entity_name(claim.chain[-1].referent) or claim.chain[-1].name
    lines = [line for line in text.splitlines() if f"says {speaker}" in line and not line.startswith("[^")]
    assert lines


def test_who_says_it_stands_in_the_same_line(case: Resolved) -> None:
    contacts = [c for c in case.claims.values() if c.property == "contact"]
    case.__dict__["reviews"] = {c.id: "accept" for c in contacts}
    lines = [line for line in plain(case).splitlines() if "with Temir Vosk" in line and not line.startswith("[^")]
    assert len(lines) > 1
    assert all("says" in line for line in lines)


def whole(kind: str, body: bytes) -> str:
    """All text of an export, as somebody reads it who opens it."""
    if kind == "csv":
        archive = zipfile.ZipFile(io.BytesIO(body))
        return "\n".join(archive.read(n).decode() for n in archive.namelist())
    if kind == "xlsx":
        book = load_workbook(io.BytesIO(body))
        return "\n".join(str(c.value) for page in book for row in page for c in row if c.value is not None)
    return body.decode()


@pytest.mark.parametrize("kind", [k for k in FORMATS if k != "json"])
def test_no_format_that_is_shared_tells_what_nobody_accepted(folder: Path, case: Resolved, kind: str) -> None:
    text = whole(kind, shared_bytes(folder, case, kind, SHOWN))
    assert len(text) > 60
    for words in (*COMPANY.values(), "suspect Temir Vosk", "Vosk ordered", "vosk_behind", "20,000 euros", "telephoned"):
        assert words not in text, words
    case.__dict__["reviews"] = {c.id: "accept" for c in case.claims.values()}
    asked = whole(kind, FORMATS[kind].write(case))
    assert kind == "geojson" or any(w in asked for w in ("Halst met Temir Vosk", "Orvik Halst"))


def test_tables_written_as_a_folder_follow_the_same_rule(folder: Path, case: Resolved) -> None:
    tables = shared_tables(folder, case, SHOWN)
    text = "\n".join(body.decode() for body in tables.values())
    assert len(tables) > 5
    assert not [w for w in (*COMPANY.values(), "suspect Temir Vosk", "telephoned") if w in text]


def test_an_accepted_contact_leaves_with_who_says_so(
    folder: Path, case: Resolved, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = claim_of(case, "contact", "Halst met")
    monkeypatch.setattr(
        Resolved, "reviews", {claim.id: "accept", f"c{list(case.claims).index(claim.id) + 1:05}": "accept"}
    )
    graph = shared_bytes(folder, case, "graphml", SHOWN).decode()
    assert re.search(r'<data key="said_by">[^<]*prosecutor', graph)
    assert "Ruta Selm" not in graph


def test_offsets_stand_where_words_were_blocked(case: Resolved) -> None:
    shared = withhold(case)
    assert shared.claims
    for claim in shared.claims.values():
        assert shared.documents[claim.document].text[claim.start : claim.end] == claim.quote
    assert any(BLOCK in c.quote for c in shared.claims.values())
    assert {d: len(x.text) for d, x in shared.documents.items()} == {d: len(x.text) for d, x in case.documents.items()}


def test_the_working_copy_holds_everything(folder: Path, case: Resolved) -> None:
    rows = json.loads(shared_bytes(folder, case, "json", SHOWN))
    assert {r["id"] for r in rows["claims"]} == set(case.claims)


@pytest.mark.parametrize(
    "title",
    ["Selm Killed Two Says Police", "Vosk ordered the bombing", "Temir planned it, say police", "Halst met bombers", "VOSK BEHIND BLAST",
     "temir_vosk_bomber.pdf", "voskbehindblast.txt", "Police phoned Selm"],
)  # fmt: skip
def test_a_title_that_accuses_by_any_part_of_a_name_is_withheld(case: Resolved, title: str) -> None:
    assert not Reviewed(case, Options()).clean_name(title)


@pytest.mark.parametrize(
    "title",
    [
        "Vosk opens a bakery",
        "Quay bombing: police name suspects",
        "Maron killed in Port Varnet blast",
        "a.txt",
        "Selm says bombers fled",
        "Bombers fled, says Jurek Holmgaard",
    ],
)
def test_a_title_that_accuses_nobody_is_printed(case: Resolved, title: str) -> None:
    assert Reviewed(case, Options()).clean_name(title)


def test_titles_and_file_names_are_withheld_in_the_report(case: Resolved) -> None:
    text = plain(case)
    assert NO_TITLE in text
    assert "vosk_behind" not in text
    assert "1 file name withheld." in text


def test_what_is_withheld_and_what_was_not_found_are_told_apart(case: Resolved) -> None:
    text = plain(case)
    section = text[text.index("## Who depends on whom") : text.index("## How this was found")]
    assert "The program found no link between the accounts." in section
    findings = tuple(
        replace(f, kind="dependence") for f in case.weighed.findings if not Reviewed(case, Options()).finding(f)
    )
    assert findings
    held = Resolved(case.accounts, case.linked, replace(case.weighed, findings=findings), case.attached, case.rejected)
    text = plain(held)
    section = text[text.index("## Who depends on whom") : text.index("## How this was found")]
    assert f"Withheld: {len(findings)} link" in section
    assert "found no link" not in section


def test_a_report_ends_with_what_was_left_out_and_how_often_reading_fails(case: Resolved) -> None:
    text = plain(case)
    assert text.index("## What was left out") > text.index("## How this was found")
    ending = text[text.index("## What was left out") :]
    counts = Reviewed(case, Options()).left_out
    assert counts["accusation"] > 5
    assert f"{counts['accusation']} claims of named persons that nobody has accepted." in ending
    for words in ("rejected by a person", "denial", "(unread)", "(stale)", "arrests", "Of 122 accusations"):
        assert words in ending
    assert "## " not in ending.split("## How often reading fails")[1]


def test_a_rejected_claim_is_counted_as_such(case: Resolved) -> None:
    claim = claim_of(case, "suspect", "suspect Temir")
    before = Reviewed(case, Options()).left_out
    case.__dict__["reviews"] = {claim.id: "reject"}
    after = Reviewed(case, Options()).left_out
    assert (after["rejected"], after["accusation"]) == (1, before["accusation"] - 1)


def test_a_reply_is_offered_as_a_candidate_and_an_experts_finding_is_none(case: Resolved) -> None:
    case.__dict__["reviews"] = {c.id: "accept" for c in Accusing(case).asked()}
    text = plain(case)
    row = next(line for line in text.splitlines() if line.startswith("| Temir Vosk |"))
    assert "rejected the accusation" in row
    assert "Experts found no trace" not in row
    assert "no reply" not in row
    assert "No denial was read" not in text
    assert "No reply stands" not in text


def test_what_the_program_could_not_tell_is_worded_so(case: Resolved) -> None:
    suspect = claim_of(case, "suspect", "suspect Temir")
    accounts = [
        replace(a, reading=replace(a.reading, claims=tuple(
            replace(c, stance="undetermined") if c.id == suspect.id else c for c in a.reading.claims)))
        for a in case.accounts
    ]  # fmt: skip
    told = Resolved(accounts, case.linked, case.weighed, case.attached, case.rejected)
    told.__dict__["reviews"] = {suspect.id: "accept"}
    assert "named as suspect, the program could not tell how surely, says" in plain(told)


def test_words_for_company_and_custody_accuse() -> None:
    assert all(map(accuses, ("he met the bomber", "she was jailed", "they paid him", "he phoned her")))
    assert not accuses("she reopened the quay")


def test_a_masked_report_withholds_the_same(folder: Path) -> None:
    text = report_bytes(folder, "md", Wishes(), unreviewed=False).decode().replace("\\", "")
    assert "[person" in text
    for words in ("ordered the quay bombing", "joined the Amber Front", "20,000", " met [person", "suspect [person"):
        assert words not in text, words
    assert NO_TITLE in text
