"""Two versions compared claim by claim; the affairs and the versions are invented."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

import compare
from corpora import Affair, Corpus, corpora
from differences import Difference, around, differences
from judgements import Unclear, read_judged, settle
from versions import NoVersion, find_version

TEXT = (
    "A bomb killed nine people in Dravos on Monday, police said. Mayor Ilka Torm blamed Radan Veil. Nobody else spoke."
)

FAKE = '''"""A tool that reads one thing."""
import hashlib, pathlib

class Case:
    def __init__(self, export):
        self.export = export

def build(case, folder):
    claims, documents = [], []
    for path in sorted(pathlib.Path(folder).glob("*.txt")):
        text = path.read_text()
        if "IMPOSSIBLE" in text:
            raise ValueError("no such reading")
        documents.append({"id": "d" + path.stem, "sha256": hashlib.sha256(text.encode()).hexdigest(), "file": path.name, "text": text})
        at = text.find("nine people")
        if at >= 0 and FINDS:
            claims.append({"id": "c1", "document": "d" + path.stem, "start": at, "end": at + 11, "quote": "nine people",
                "subject": {"incident": None, "entity": None, "total": False}, "property": "killed",
                "value": {"number": 9, "bound": "exact"}, "chain": [{"name": "Dravos Post", "kind": "outlet"}],
                "root": None, "basis": "own", "stance": STANCE, "said_on": None, "repeats": None})
    return Case({"documents": documents, "entities": [], "incidents": [], "claims": claims})
'''


def claim(words: str, prop: str, value: dict[str, Any], **fields: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    subject = {"incident": None, "entity": None, "total": False, **fields.pop("subject", {})}
    chain = [{"name": name, "kind": "outlet"} for name in fields.pop("chain", ["Dravos Post"])]
    return {
        "id": "c0", "document": "d", "start": start, "end": start + len(words), "quote": words, "subject": subject,
        "property": prop, "value": value, "chain": chain, "root": None, "basis": "own", "stance": "asserted",
        "said_on": None, "repeats": None, **fields,
    }  # fmt: skip


def affair(*claims: dict[str, Any], text: str = TEXT, entities: dict[str, list[str]] | None = None) -> dict[str, Any]:
    return {
        "id": "dravos", "documents": {"d": {"sha256": "ab", "file": "in/a.txt", "text": text}}, "claims": list(claims),
        "entities": entities or {}, "incidents": {"i1": "Bombing in Dravos", "i2": "Siege of Kesh", "j": "Bombing"},
    }  # fmt: skip


def changes(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    return [d.kind for d in differences(old, new)]


NINE = claim("nine people", "killed", {"number": 9, "bound": "exact"}, subject={"incident": "i1"})


def test_nothing_differs_where_only_ids_do() -> None:
    new = {**NINE, "id": "c99", "document": "e", "subject": {**NINE["subject"], "incident": "j"}, "governors": []}
    later = affair(new)
    later["documents"] = {"e": later["documents"]["d"]}
    assert changes(affair(NINE), later) == []


def test_a_claim_that_only_one_version_makes_is_lost_or_new() -> None:
    assert changes(affair(NINE), affair()) == ["killed/lost"]
    assert changes(affair(), affair(NINE)) == ["killed/new"]


@pytest.mark.parametrize(
    ("field", "became"),
    [
        ("stance", {"stance": "alleged"}),
        ("chain", {"chain": [*NINE["chain"], {"name": "police", "kind": "official"}]}),
        ("value.bound", {"value": {"number": 9, "bound": "at_least"}}),
        ("value.as_of", {"value": {"number": 9, "bound": "exact", "as_of": "2022-03-14"}}),
        ("subject.total", {"subject": {"incident": "i1", "entity": None, "total": True}}),
        ("subject.incident", {"subject": {"incident": None, "entity": None, "total": False}}),
        ("property", {"property": "injured"}),
        ("repeats", {"repeats": "c7"}),
    ],
)
def test_a_change_names_its_field(field: str, became: dict[str, Any]) -> None:
    (found,) = differences(affair(NINE), affair({**NINE, **became}))
    assert (found.change, found.fields) == ("changed", (field,))
    assert found.told.sentence == "A bomb killed nine people in Dravos on Monday, police said."


def test_overlapping_words_of_one_property_are_one_claim() -> None:
    wider = claim("killed nine people", "killed", NINE["value"], subject={"incident": "i1"})
    assert changes(affair(NINE), affair(wider)) == ["killed/changed span"]


def test_two_values_of_one_stretch_are_told_apart() -> None:
    ten = {**NINE, "value": {"number": 10, "bound": "exact"}}
    assert changes(affair(NINE, ten), affair(ten)) == ["killed/lost"]


def test_entities_are_the_same_when_they_share_a_name() -> None:
    blame = claim("blamed Radan Veil", "blame", {"entity": "e1"})
    old = affair(blame, entities={"e1": ["Radan Veil", "Veil"]})
    other = {**blame, "value": {"entity": "f1"}}
    assert changes(old, affair(other, entities={"f1": ["R. Veil", "Veil"]})) == []
    assert changes(old, affair(other, entities={"f1": ["Ilka Torm"]})) == ["blame/changed value.entity"]
    assert changes(old, affair({**blame, "value": {}})) == ["blame/changed value.entity"]


def test_incidents_are_the_same_by_the_claims_they_hold() -> None:
    told = [NINE, claim("Monday", "date", {"earliest": "2022-03-14"}, subject={"incident": "i1"})]
    moved = claim("Dravos", "place", {"text": "Dravos"}, subject={"incident": "i1"})
    renamed = [{**c, "subject": {**c["subject"], "incident": "j"}} for c in told]
    elsewhere = {**moved, "subject": {**moved["subject"], "incident": "i2"}}
    assert changes(affair(*told, moved), affair(*renamed, elsewhere)) == ["place/changed subject.incident"]


def test_a_text_that_is_taken_otherwise_from_its_original_is_followed() -> None:
    shifted = {**NINE, "start": NINE["start"] + 7, "end": NINE["end"] + 7}
    assert changes(affair(NINE), affair(shifted, text="Share\n\n" + TEXT)) == []


def test_the_sentence_around_ends_at_stops_and_lines() -> None:
    text = "Headline of the day\nHe said: “Go.” Then J. Orr left. The end."
    at = text.index("Then")
    assert around(text, at, at + 4) == "Then J. Orr left."
    assert around(text, 3, 5) == "Headline of the day"


def lost() -> Difference:
    (found,) = differences(affair(NINE), affair())
    return found


def test_a_judgement_is_of_one_outcome_and_holds_no_word_of_the_text(tmp_path: Path) -> None:
    judged = tmp_path / "judged.jsonl"
    row = compare.template(lost(), "faults:x")
    assert settle([{**row, "verdict": "worse", "why": "number"}, {**row, "claim": "open"}], judged) == 1
    kept = judged.read_text(encoding="utf-8")
    assert set(json.loads(kept)) == {"sentence", "claim", "property", "change", "verdict", "why"}
    assert "people" not in kept
    (other,) = differences(affair(NINE), affair({**NINE, "stance": "denied"}))
    (again,) = differences(affair(NINE), affair({**NINE, "stance": "alleged"}))
    assert len({lost().claim, other.claim, again.claim}) == 3
    assert list(read_judged(judged)) == [lost().claim]


@pytest.mark.parametrize("filled", [{"verdict": "fine", "why": "number"}, {"verdict": "worse", "why": "a whole story"}])
def test_a_judgement_says_one_of_three_things_in_one_word(tmp_path: Path, filled: dict[str, str]) -> None:
    with pytest.raises(Unclear):
        settle([{**compare.template(lost(), "faults:x"), **filled}], tmp_path / "judged.jsonl")


def tool(folder: Path, finds: bool, stance: str = "asserted") -> Path:
    package = folder / "src" / "rashomon"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(f"{FAKE}\nFINDS = {finds}\nSTANCE = {stance!r}\n", encoding="utf-8")
    return folder


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> None:
    affairs = (Affair("dravos", {"a.txt": TEXT.encode()}), Affair("kesh", {"a.txt": b"IMPOSSIBLE"}))
    monkeypatch.setattr(compare, "corpora", lambda: [Corpus("faults:own", affairs, "affairs")])


@pytest.mark.usefixtures("texts")
def test_what_nobody_judged_fails_until_somebody_does(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sides = [str(tool(tmp_path / "old", finds=True)), str(tool(tmp_path / "new", finds=False))]
    places = [f"--{name}={tmp_path / name}" for name in ("cache", "out")] + [f"--judged={tmp_path / 'judged.jsonl'}"]
    assert compare.main([*sides, *places, "--judge"]) == 1
    told = capsys.readouterr()
    assert "killed/lost: faults:own a.txt: A bomb killed nine people" in told.out
    assert "kesh could not be built" in told.err
    assert "A bomb killed **nine people** in Dravos" in (tmp_path / "out" / "differences.md").read_text(
        encoding="utf-8"
    )
    scratch = tmp_path / "out" / "judge.jsonl"
    row = json.loads(scratch.read_text(encoding="utf-8"))
    scratch.write_text(json.dumps({**row, "verdict": "worse", "why": "gone"}) + "\n", encoding="utf-8")
    assert compare.main([*places, "--settle", str(scratch)]) == 0
    assert compare.main([*sides, *places]) == 0
    assert "1 lost, 1 worse; 0 lost or changed not judged" in capsys.readouterr().out


@pytest.mark.usefixtures("texts")
def test_a_version_is_read_once(tmp_path: Path) -> None:
    old = tool(tmp_path / "old", finds=True)
    (corpus,) = compare.corpora()
    version = find_version(str(old), tmp_path)
    first = compare.export(version, corpus, tmp_path)
    made = first.stat().st_mtime_ns
    assert compare.export(version, corpus, tmp_path) == first
    assert first.stat().st_mtime_ns == made
    (old / "src" / "rashomon" / "words.txt").write_text("one more", encoding="utf-8")
    assert compare.export(find_version(str(old), tmp_path), corpus, tmp_path) != first


@pytest.mark.usefixtures("texts")
def test_a_wheel_runs_in_an_environment_of_its_own(tmp_path: Path) -> None:
    old = tool(tmp_path / "old", finds=True)
    wheel = tmp_path / "rashomon-0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as packed:
        packed.write(old / "src" / "rashomon" / "__init__.py", "rashomon/__init__.py")
    version = find_version(str(wheel), tmp_path / "cache")
    assert version.python.startswith(str(tmp_path))
    (corpus,) = compare.corpora()
    package, dravos, _ = compare.read(compare.export(version, corpus, tmp_path / "cache"))
    assert package["package"].startswith(str(tmp_path / "cache"))
    assert [c["quote"] for c in dravos["claims"]] == ["nine people"]


def test_what_is_no_version_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(NoVersion):
        find_version("no-such-revision", tmp_path)
    assert compare.main(["no-such-revision", str(tmp_path), f"--cache={tmp_path}"]) == 2


def test_a_sample_is_the_same_for_a_seed() -> None:
    whole = Corpus("faults:own", tuple(Affair(str(n), {"a.txt": b"x"}) for n in range(40)), "affairs")
    assert whole.sample(5, 1) == whole.sample(5, 1)
    assert whole.sample(5, 1) != whole.sample(5, 2)
    reports = {f"{n}.txt": b"x" for n in range(40)}
    cut = Corpus("roads", (Affair("roads", {**reports, "sources.csv": b"file\n"}),), "reports").sample(5, 1)
    assert len(cut.affairs[0].files) == 6
    assert "sources.csv" in cut.affairs[0].files


def test_all_development_texts_are_there(shared: Path) -> None:
    names = [corpus.name for corpus in corpora()]
    assert {"muc", "timex", "polnear", "ecb", "gva"} < set(names)
    assert sum(name.startswith("case:") for name in names) >= 5
    assert sum(name.startswith("own:") for name in names) >= 9
    assert sum(len(c.affairs) for c in corpora() if c.name.startswith("faults:")) > 500


def test_the_committed_judgements_hold_hashes_and_one_word() -> None:
    for row in read_judged(compare.JUDGED).values():
        assert set(row) == {"sentence", "claim", "property", "change", "verdict", "why"}
        assert len(row["sentence"]) == len(row["claim"]) == 16
        assert len(row["why"].split()) == 1
