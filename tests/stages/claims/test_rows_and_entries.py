"""Rows of tables, quoted mail and entries of lists are told, not read; entries of a live page have their own day."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import rashomon

LEAD = "A blast killed nine porters in Karsova on Monday, the mayor said."


def export(tmp_path: Path, text: str, file: str = "a.txt", published: str = "2022-03-16") -> dict[str, Any]:
    source = tmp_path / "in"
    source.mkdir()
    (source / file).write_text(text, encoding="utf-8")
    (source / "sources.csv").write_text(f"file,published\n{file},{published}\n", encoding="utf-8")
    found: dict[str, Any] = json.loads(json.dumps(rashomon.build(tmp_path / "case", source).export))
    return found


def test_each_row_is_told_with_its_heads_and_none_is_claimed(tmp_path: Path) -> None:
    found = export(tmp_path, f"Karsova blast\n\nSource|Killed|Injured\nGuard|19|31\nRelief|14|40\n\n{LEAD}")
    told = {u["quote"]: u["why"] for u in found["unread"]}
    assert "Source: Relief; Killed: 14; Injured: 40" in told["Relief|14|40"]
    assert "Source|Killed|Injured" not in told
    assert {c["value"].get("number") for c in found["claims"]} <= {9, None}


def test_quoted_mail_is_told_and_not_read(tmp_path: Path) -> None:
    text = "No, Ana Velt says ten porters were killed.\n\nIvo Brant wrote:\n> A blast killed forty porters in Karsova."
    found = export(tmp_path, text)
    assert [u["quote"] for u in found["unread"] if "mail" in u["why"]] == ["> A blast killed forty porters in Karsova."]
    assert 40 not in {c["value"].get("number") for c in found["claims"]}


@pytest.mark.parametrize(("head", "told"), [("Those charged with the Karsova blast:", 2), ("The menu of the week:", 0)])
def test_entries_under_a_heading_that_accuses_are_told(tmp_path: Path, head: str, told: int) -> None:
    found = export(tmp_path, f"{LEAD}\n\n{head}\n- Tolan Ferr\n- Osk Marrin, a driver\n\nThe market was shut.")
    assert len([u for u in found["unread"] if "an entry under" in u["why"]]) == told


def test_the_entries_of_a_live_text_have_their_days(tmp_path: Path) -> None:
    text = (
        "Karsova blast - live\n\n16 March 2022, 09:00\nFourteen porters were killed by the blast in Karsova on Monday, "
        f"the mayor says.\n\n15 March 2022, 07:00\n{LEAD.replace('on Monday', 'yesterday')}\n"
    )
    found = export(tmp_path, text, published="")
    days = {c["value"]["number"]: c["value"].get("as_of") for c in found["claims"] if c["property"] == "killed"}
    assert days == {14: "2022-03-16", 9: "2022-03-15"}
    assert {i["date"]["earliest"] for i in found["incidents"] if i["date"]} == {"2022-03-14"}
    assert [f["kind"] for f in found["findings"] if f["property"] == "killed"] == ["update"]


def test_a_published_and_an_updated_line_are_one_head(tmp_path: Path) -> None:
    found = export(
        tmp_path, f"Karsova blast\n\n15 March 2022\n22 March 2022\n\n{LEAD}\n\nThe market was shut.", published=""
    )
    assert {i["date"]["earliest"] for i in found["incidents"] if i["date"]} == {"2022-03-14"}


@pytest.mark.parametrize(
    "caption",
    [
        "File photo: a 2016 blast in Orlin that killed 77 people.",
        "[Photo: Mourners in Orlin, where a blast killed 77 people. Credit: Lena Marr]",
    ],
)
def test_a_caption_of_another_blast_is_another_incident(tmp_path: Path, caption: str) -> None:
    found = export(tmp_path, f"Karsova blast kills nine\n\n{caption}\n\n{LEAD}")
    where = {c["value"]["number"]: c["subject"]["incident"] for c in found["claims"] if c["property"] == "killed"}
    assert where[77] is not None
    assert where[77] != where[9]
    assert not [f for f in found["findings"] if f["kind"] in ("conflict", "inconsistency")]


def test_a_caption_of_the_same_blast_is_the_same_incident(tmp_path: Path) -> None:
    found = export(
        tmp_path, f"Karsova blast kills nine\n\nPhoto: The market where the blast killed nine porters\n\n{LEAD}"
    )
    assert len({c["subject"]["incident"] for c in found["claims"] if c["property"] == "killed"}) == 1


def test_short_words_are_read_in_full_and_quoted_as_they_are(tmp_path: Path) -> None:
    found = export(tmp_path, "A blast killed 9 ppl in Karsova on 14 March 2022, & injured 31 ppl.")
    counted = {c["property"]: (c["value"]["number"], c["quote"]) for c in found["claims"] if c["value"].get("number")}
    assert counted["killed"][0] == 9
    assert counted["injured"][0] == 31
    assert "ppl" in counted["killed"][1]
