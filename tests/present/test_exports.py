from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import networkx
import openpyxl
import pytest
from followthemoney import model
from nomenklatura.db import Session, create_engine
from nomenklatura.resolver import Resolver
from nomenklatura.store import load_entity_file_store
from prov.model import ProvDerivation, ProvDocument

from rashomon.cli import cli
from rashomon.errors import UsageFault
from rashomon.model.document import Rejected
from rashomon.present.exports import FORMATS
from rashomon.present.exports.geojson import coordinates
from rashomon.present.exports.tables import make_sheets, safe_cell
from rashomon.present.resolve import Resolved
from rashomon.store.view import CaseView
from rashomon.text.places import Place


@pytest.fixture(scope="module")
def case(example_case: Path) -> Resolved:
    return Resolved.of(CaseView(example_case))


def test_every_export_gives_the_same_bytes_twice(case: Resolved) -> None:
    first = {kind: form.write(case) for kind, form in FORMATS.items()}
    time.sleep(1.1)  # a workbook keeps the second it was made in
    assert [kind for kind, form in FORMATS.items() if form.write(case) != first[kind]] == []


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
    assert len(body["wasDerivedFrom"]) == len(case.claims)
    for edge in body["wasDerivedFrom"].values():
        assert edge["prov:generatedEntity"] in body["entity"]
        assert edge["prov:usedEntity"] in body["entity"]


def test_followthemoney_rolls_the_statements_up_into_the_same_entities(case: Resolved, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes(FORMATS["statements"].write(case))
    ftm = Path(sys.executable).parent / "ftm"
    arguments = ["aggregate-statements", "-f", "csv", "-i", tmp_path / "in.csv", "-o", tmp_path / "out.json"]
    subprocess.run([ftm, *arguments], check=True)
    rolled = {r["id"]: r for r in map(json.loads, (tmp_path / "out.json").read_bytes().splitlines())}
    given = {r["id"]: r for r in map(json.loads, FORMATS["ftm"].write(case).splitlines())}
    assert rolled.keys() == given.keys()
    for ident, row in given.items():
        assert {k: set(v) for k, v in rolled[ident]["properties"].items()} == {
            k: set(v) for k, v in row["properties"].items()
        }


def test_nomenklatura_loads_the_entities(case: Resolved, tmp_path: Path) -> None:
    (tmp_path / "case.json").write_bytes(FORMATS["ftm"].write(case))
    session = Session(create_engine("sqlite:///:memory:"))
    store = load_entity_file_store(tmp_path / "case.json", Resolver(session, create=True))
    loaded = {e.id: e for e in store.default_view().entities()}
    rows = [json.loads(line) for line in FORMATS["ftm"].write(case).splitlines()]
    assert {r["id"] for r in rows} == set(loaded)
    people = {r["id"]: r["properties"]["name"][0] for r in rows if r["schema"] == "Person"}
    assert {i: loaded[i].caption for i in people} == people
    session.close()


def test_prov_is_read_by_the_prov_library(case: Resolved) -> None:
    text = FORMATS["prov"].write(case).decode()
    read = ProvDocument.deserialize(content=text, format="json")
    quoted = list(read.get_records(ProvDerivation))
    assert len(quoted) == len(case.claims)
    assert json.loads(read.serialize(format="json"))["wasAssociatedWith"]


def test_every_annotation_selects_its_words_in_both_ways(case: Resolved) -> None:
    items = json.loads(FORMATS["annotations"].write(case))["items"]
    assert len(items) == len(case.claims)
    texts = {f"urn:sha256:{d.sha256}": d.text for d in case.documents.values()}
    for item in items:
        quote, place = item["target"]["selector"]
        text = texts[item["target"]["source"]]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert text[: place["start"]].endswith(quote["prefix"])
        assert text[place["end"] :].startswith(quote["suffix"])


def test_points_are_longitude_then_latitude(case: Resolved) -> None:
    points = [f["geometry"] for f in json.loads(FORMATS["geojson"].write(case))["features"] if f["geometry"]]
    assert all(-180 <= p["coordinates"][0] <= 180 and -90 <= p["coordinates"][1] <= 90 for p in points)
    north = Place("Nordby", "city", "DK", "", 3000, 55.4, 8.4)
    assert coordinates(north) == [8.4, 55.4]


def test_sheets_can_be_filtered_and_read(case: Resolved) -> None:
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].write(case)))
    for page in book:
        assert page.freeze_panes == "A2"
        assert page.auto_filter.ref.startswith("A1:")
    assert book["timeline"].column_dimensions["J"].width == 60
    dates = [row[0].value for row in book["timeline"].iter_rows(min_row=2) if row[0].value]
    assert dates == sorted(dates)
    assert all(isinstance(d, str) for d in dates)


def test_somebody_unknown_is_a_node_of_its_own_with_a_plain_id(case: Resolved) -> None:
    graph = networkx.read_graphml(io.BytesIO(FORMATS["graphml"].write(case)))
    unknown = [n for n, d in graph.nodes(data=True) if d["type"] == "unknown"]
    assert all(n[0] == "u" and n[1:].isdigit() for n in unknown)
    assert all(d["label"] == d["name"] for _, d in graph.nodes(data=True))
    assert all(d["weight"] >= 1 for *_, d in graph.edges(data=True))


def test_the_working_copy_refuses_wishes_it_would_not_follow(example_case: Path) -> None:
    asked = ["export", str(example_case), "--format", "json", "--mask", "Yavuz Kutlu"]
    with pytest.raises(UsageFault, match="never masked"):
        cli.main(asked, standalone_mode=False)


def test_every_row_of_every_table_has_an_id_of_its_own(case: Resolved) -> None:
    broken = replace_rejected(case)
    for sheet in make_sheets(broken):
        at = sheet.heads.index("claim" if sheet.name == "timeline" else "id")
        ids = [row[at] for row in sheet.rows]
        assert sheet.rows, sheet.name
        assert all(ids), sheet.name
        assert len(set(ids)) == len(ids), sheet.name
        assert {len(row) for row in sheet.rows} == {len(sheet.heads)}


def replace_rejected(case: Resolved) -> Resolved:
    """The case with two files that could not be read."""
    refused = (Rejected("a.bin", "no text"), Rejected("b.bin", "no text"))
    return Resolved(case.accounts, case.linked, case.weighed, case.attached, refused)


def test_tables_can_be_joined_by_their_ids(case: Resolved) -> None:
    tables = {s.name: [dict(zip(s.heads, row, strict=True)) for row in s.rows] for s in make_sheets(case)}
    known = {name: {row["id"] for row in tables[name]} for name in ("reports", "incidents", "entities", "claims")}
    points = {"report id": "reports", "incident id": "incidents", "place id": "entities", "subject id": "entities",
              "value id": "entities", "party id": "entities", "entity id": "entities", "claim": "claims"}  # fmt: skip
    seen = set()
    for name, rows in tables.items():
        for row in rows:
            for head in points.keys() & row.keys():
                if row[head] is not None:
                    assert row[head] in known[points[head]], (name, head)
                    seen.add(head)
    assert seen == points.keys()


def test_the_pairs_of_findings_are_a_table_of_their_own(case: Resolved) -> None:
    archive = zipfile.ZipFile(io.BytesIO(FORMATS["csv"].write(case)))
    rows = list(csv.DictReader(io.StringIO(archive.read("pairs.csv").decode("utf-8-sig"))))
    assert len(rows) == sum(len(f.pairs) for f in case.findings.values()) > 5
    assert {r["finding"] for r in rows} <= set(case.findings)
