"""A report that is the translation of another: read once, shown with both, never two roots. Everybody is invented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import rashomon
from rashomon.settings import Settings

TURKISH = "Karsova limanındaki patlamada dokuz kişi öldü.\n\nVali Ömer Tarkan, 5 Mayıs 2021 günü yirmi kişinin yaralandığını söyledi.\n"
ENGLISH = (
    "Nine people were killed in an explosion in the port of Karsova.\n\n"
    "Governor Ömer Tarkan said 20 people were injured on 5 May 2021.\n"
)
HEAD = "file,publisher,published,translation_of,translated_by,translation_kind,checked_by\n"


def built(folder: Path, rows: str, **files: str) -> dict[str, Any]:
    (folder / "in").mkdir()
    for name, text in files.items():
        (folder / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "in" / "sources.csv").write_text(HEAD + rows, encoding="utf-8")
    return rashomon.build(folder / "case", folder / "in", settings=Settings(processes=1)).export


def test_claims_are_read_from_the_translation_and_shown_with_both(tmp_path: Path) -> None:
    rows = built(
        tmp_path, "tr.txt,Liman,2021-05-06,,,,\nen.txt,,,tr.txt,Ada Voss,machine,Bela Rhun\n", tr=TURKISH, en=ENGLISH
    )
    by_file = {d["file"]: d for d in rows["documents"]}
    english, turkish = by_file["en.txt"], by_file["tr.txt"]
    assert {c["document"] for c in rows["claims"]} == {english["id"]}
    assert english["publisher"] == "Liman"
    assert english["published"] == "2021-05-06"
    assert english["translation"] == {
        "of": turkish["id"], "file": "tr.txt", "by": "Ada Voss", "kind": "machine", "checked_by": "Bela Rhun",
    }  # fmt: skip
    assert english["remarks"][0] == "a translation of tr.txt by Ada Voss (machine); checked by Bela Rhun"
    assert turkish["remarks"][0] == "its claims are read from its translation, en.txt"
    killed = next(c for c in rows["claims"] if c["property"] == "killed")
    assert killed["translated_from"]["quote"] == TURKISH.split("\n\n")[0]
    assert killed["chain"][0]["name"] == "Liman"


def test_the_two_are_never_two_roots(tmp_path: Path) -> None:
    rows = built(tmp_path, "tr.txt,Liman,2021-05-06,,,,\nen.txt,,,tr.txt,,,\n", tr=TURKISH, en=ENGLISH)
    assert not [f for f in rows["findings"] if f["kind"] in ("agreement", "conflict", "dependence")]
    assert all(len(i["documents"]) == 1 for i in rows["incidents"])
    assert "checked by nobody who is named" in next(d for d in rows["documents"] if d["file"] == "en.txt")["remarks"][0]


def test_an_original_that_is_not_there_is_said(tmp_path: Path) -> None:
    rows = built(tmp_path, "en.txt,,2021-05-06,gone.txt,,,\n", en=ENGLISH)
    (document,) = rows["documents"]
    assert "gone.txt, which is not in the case" in document["remarks"][0]
    assert "translation" not in document
    assert rows["claims"]


def test_the_original_is_read_again_when_it_has_no_translation_any_more(tmp_path: Path) -> None:
    built(tmp_path, "tr.txt,Liman,2021-05-06,,,,\nen.txt,,,tr.txt,,,\n", tr=TURKISH, en=ENGLISH)
    rashomon.pipeline.remove(tmp_path / "case", "en.txt", Settings(processes=1))
    rows = rashomon.open_case(tmp_path / "case").export
    assert {c["property"] for c in rows["claims"]} >= {"killed", "injured"}
