from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import networkx
import openpyxl
import pytest
from followthemoney import model

from rashomon.present.exports import FORMATS
from rashomon.present.exports.tables import safe_cell
from rashomon.present.resolve import Resolved
from rashomon.store.view import CaseView


@pytest.fixture(scope="module")
def case(example_case: Path) -> Resolved:
    return Resolved.of(CaseView(example_case))


def test_every_export_gives_the_same_bytes_twice(case: Resolved) -> None:
    for kind, form in FORMATS.items():
        if kind != "xlsx":  # the workbook's own time of making is in it
            assert form.write(case) == form.write(case), kind


def test_followthemoney_accepts_every_entity(case: Resolved, tmp_path: Path) -> None:
    body = FORMATS["ftm"].write(case)
    rows = [json.loads(line) for line in body.splitlines()]
    assert {"Person", "Organization", "Address", "Event", "Call", "Occupancy", "Identification", "Mention", "Article",
            "UnknownLink"} <= {r["schema"] for r in rows}  # fmt: skip
    for row in rows:
        proxy = model.get_proxy(row, cleaned=False)
        for name, values in row["properties"].items():
            assert proxy.schema.get(name) is not None, (row["schema"], name)
            assert len(proxy.get(name)) == len(set(values)), (row["schema"], name, values)
    (tmp_path / "in.json").write_bytes(body)
    ftm = Path(sys.executable).parent / "ftm"
    subprocess.run([ftm, "validate", "-i", tmp_path / "in.json", "-o", tmp_path / "out.json"], check=True)
    assert len((tmp_path / "out.json").read_bytes().splitlines()) == len(rows)


def test_no_accusation_becomes_a_property_in_followthemoney(case: Resolved) -> None:
    accused = [c for c in case.claims.values() if c.property in ("suspect", "charge", "organizer", "blame")]
    assert accused
    text = FORMATS["ftm"].write(case).decode()
    assert not [c.quote for c in accused if c.quote in text and len(c.quote) > 25]


def test_graphml_loads_into_networkx_with_kinds_told_apart(case: Resolved) -> None:
    graph = networkx.read_graphml(io.BytesIO(FORMATS["graphml"].write(case)))
    kinds = {d["kind"] for *_, d in graph.edges(data=True)}
    assert "call" in kinds
    assert kinds & {"present", "asked by"}
    names = networkx.get_node_attributes(graph, "name")
    assert "Yavuz Kutlu" in names.values()


def test_csv_has_one_file_a_table_and_every_claim(case: Resolved) -> None:
    archive = zipfile.ZipFile(io.BytesIO(FORMATS["csv"].write(case)))
    rows = list(csv.DictReader(io.StringIO(archive.read("claims.csv").decode("utf-8-sig"))))
    assert {r["id"] for r in rows} == set(case.claims)
    assert "timeline.csv" in archive.namelist()


def test_xlsx_holds_text_not_formulas(case: Resolved) -> None:
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].write(case)))
    assert book.sheetnames[0] == "timeline"
    assert not [c.coordinate for page in book for row in page for c in row if c.data_type == "f"]


@pytest.mark.parametrize("text", ["=1+1", "+33 1", "-2", "@SUM(A1)", "\tx", "\rx"])
def test_a_cell_that_a_spreadsheet_would_run_is_neutralised(text: str) -> None:
    assert str(safe_cell(text)).startswith("'")


def test_control_characters_and_endless_words_fit_into_a_cell() -> None:
    assert safe_cell("a\x00b") == "ab"
    assert len(str(safe_cell("x" * 5_000_000))) == 32_000


def test_geojson_says_how_precise_a_point_is(case: Resolved) -> None:
    body = json.loads(FORMATS["geojson"].write(case))
    assert len(body["features"]) == len(case.incidents)
    assert all(f["properties"]["precision"] for f in body["features"])


def test_annotations_select_by_quote_and_by_position(case: Resolved) -> None:
    items = json.loads(FORMATS["annotations"].write(case))["items"]
    claims = {f"urn:rashomon:{c.id}": c for c in case.claims.values()}
    assert len(items) == len(claims)
    for item in items:
        claim = claims[item["id"]]
        text = case.documents[claim.document].text
        quote, place = item["target"]["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"] == claim.quote
        assert text[: place["start"]].endswith(quote["prefix"])


def test_prov_names_every_claim_and_its_document(case: Resolved) -> None:
    body = json.loads(FORMATS["prov"].write(case))
    assert len(body["wasQuotedFrom"]) == len(case.claims)
    for edge in body["wasQuotedFrom"].values():
        assert edge["prov:generatedEntity"] in body["entity"]
        assert edge["prov:usedEntity"] in body["entity"]
