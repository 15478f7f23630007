"""explain: every kind of thing says by which words, rule and reasons it stands; the desk shows the same of a claim."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from rashomon import explaining, reading
from rashomon.cli import cli
from rashomon.errors import UsageFault
from rashomon.pipeline import build
from rashomon.present.resolve import Resolved, open_build
from rashomon.settings import Settings

ONE = Settings(processes=1)
FIRST = """Depot fire at Orvelin

Inspector Tavi Molen accused Garrick Osten of ordering the murder of two porters at Orvelin on 4 May 2019.
Garrick Osten, known as the Cooper, denied any involvement in the murder.
"""
SECOND = """Two porters dead

Two porters were killed at Orvelin on 4 May 2019, the mayor said. Three porters were killed, the union said.
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("why")
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (folder / name).write_text(text)
    build(folder / "case", [folder / "first.txt", folder / "second.txt"], ONE)
    return folder / "case"


@pytest.fixture(scope="module")
def opened(case: Path) -> Resolved:
    return open_build(case)


def explain(case: Path, ident: str, *more: str) -> str:
    done = CliRunner().invoke(cli, ["explain", str(case), ident, *more], catch_exceptions=False)
    assert done.exit_code == 0
    return done.output


def accusation(opened: Resolved) -> str:
    return next(c.id for c in opened.claims.values() if c.property == "organizer" and c.stance != "denied")


def test_a_claim_shows_sentence_clause_rule_speaker_and_stance(case: Path, opened: Resolved) -> None:
    told = {s["about"]: s["lines"] for s in json.loads(explain(case, accusation(opened), "--json"))["why"]}
    assert any("Inspector Tavi Molen" in line and "⟦" in line and "⟧" in line for line in told["claim"])
    assert told["frame"][0] == "made by the word “accused”"
    assert any("accuse" in line and "in the lexicon" in line for line in told["frame"])
    assert any("undergoers" in line and "Garrick Osten" in line for line in told["frame"])
    assert any("stages/claims/" in line for line in told["rule"])
    assert told["attribution"][0].startswith("chain: ")
    assert any("Molen" in line for line in told["attribution"])
    assert set(told) == {"claim", "frame", "rule", "governors", "attribution", "stance", "incident", "repeats"}


def test_a_typed_rule_says_what_it_rests_on_and_what_it_needs(case: Path, opened: Resolved) -> None:
    known = {r.id: r for r in explaining.rule_entries()}
    claim = next((c for c in opened.claims.values() if c.readers[0].rule in known), None)
    assert claim is not None
    rule = known[claim.readers[0].rule]
    told = explain(case, claim.id)
    assert rule.why in told
    assert rule.file in told
    assert all(cls in told for cls in rule.wakes)


def test_the_parser_is_not_loaded_where_the_parse_is_kept(
    case: Path, opened: Resolved, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: str) -> None:
        raise AssertionError("the parser was loaded")

    monkeypatch.setattr(reading, "parser", refuse)
    assert "made by the word" in explain(case, accusation(opened))


def test_every_claim_of_the_example_says_by_which_word(example_case: Path) -> None:
    whole = open_build(example_case)
    for claim in whole.claims.values():
        anew = explaining.read_anew(example_case, claim, whole.documents[claim.document].sha256, ONE)
        assert anew is not None, claim
        assert anew.word.quote


def test_a_finding_lists_its_accounts_and_every_pair_with_its_reason(case: Path, opened: Resolved) -> None:
    finding = next(f for f in opened.findings.values() if f.pairs)
    told = explain(case, finding.id[:9])
    assert finding.reason in told
    assert all(ident in told for ident in finding.claims)
    assert all(pair.reason in told for pair in finding.pairs)


def test_an_incident_says_who_tells_it_by_which_words_and_why_these_are_one(case: Path, opened: Resolved) -> None:
    incident = max(opened.incidents.values(), key=lambda i: len(i.occurrences))
    told = explain(case, incident.id)
    assert all(opened.occurrences[o].mentions[0].quote.lower() in told for o in incident.occurrences)
    assert all(m.reason in told for m in opened.linked.matches if m.kind == "incident" and m.a in incident.occurrences)
    dated = [c for c in opened.claims_of_incident[incident.id] if c.property == "date"]
    assert dated
    assert all(c.id in told for c in dated)


def test_a_name_says_where_it_stands_and_which_words_give_a_second_one(case: Path, opened: Resolved) -> None:
    told = explain(case, "Garrick Osten")
    assert "first.txt: “Garrick Osten”" in told
    assert "the Cooper" in told


def test_of_a_report_one_asks_for_what_is_in_it(case: Path, opened: Resolved) -> None:
    with pytest.raises(UsageFault, match="a report is what is read"):
        explain(case, next(iter(opened.documents)))


def test_later_tellings_say_why_they_joined(case: Path, opened: Resolved) -> None:
    joined = [j for o in opened.occurrences.values() for j in o.joined]
    assert joined
    for account in opened.accounts:
        for occurrence in account.reading.occurrences:
            for one in occurrence.joined:
                at = one.telling
                assert account.document.text[at.start : at.end] == at.quote
                assert one.score > 0
                assert one.reason


def test_the_ledger_lists_rules_and_their_firings(case: Path, opened: Resolved) -> None:
    plain = CliRunner().invoke(cli, ["rules", "--json"], catch_exceptions=False)
    rows = json.loads(plain.output)["rules"]
    assert {r["id"] for r in rows} == {r.id for r in explaining.rule_entries()}
    assert all("claims" not in r for r in rows)
    fired = json.loads(CliRunner().invoke(cli, ["rules", "--on", str(case), "--json"], catch_exceptions=False).output)
    counted = sum(len(r["claims"]) for r in fired["rules"]) + sum(fired["others"].values())
    assert counted == sum(len(c.readers) for c in opened.claims.values())


def test_a_sentence_without_a_claim_says_which_rules_its_words_wake_and_what_those_lack(tmp_path: Path) -> None:
    text = "Harbour news\n\nOdo Brand stole the show in Karmar. The union denied that it blamed Odo Brand for the weather.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    build(tmp_path / "case", [tmp_path / "a.txt"], ONE)
    told = explain(tmp_path / "case", "stole the show")
    assert "lexicon/en.tsv: steal V - wrong accused=doer deed=undergoer" in told
    assert "wakes accusation.wrong (stages/claims/rules/accusations.py): lacks “goods” in deed (undergoer)" in told
    rows = json.loads(explain(tmp_path / "case", "blamed Odo Brand", "--json"))
    about = {s["about"]: s["lines"] for s in rows["why"]}
    assert any("class deny (lexicon/en-operators.tsv: deny V deny)" in line for line in about["governors"])
    with pytest.raises(UsageFault):
        explain(tmp_path / "case", "words that stand nowhere")


def test_what_the_pointer_weighed_is_told_by_its_features(tmp_path: Path) -> None:
    text = (
        "KARSOVA, 9 March 2021 - Ivo Sark forwarded the note to Judge Anton Kesk within the hour.\n\n"
        "Lena Osk is alleged to have supplied the band with ammunition in exchange for gold.\n"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    build(tmp_path / "case", [tmp_path / "a.txt"], ONE)
    claims = open_build(tmp_path / "case").claims.values()
    met = next(c for c in claims if c.reader == "pointer/pointer.contact")
    blamed = next(c for c in claims if c.reader == "pointer/pointer")
    for claim, said in ((met, "in contact with a likelihood of "), (blamed, "accused with a likelihood of ")):
        clause = next(
            s for s in json.loads(explain(tmp_path / "case", claim.id, "--json"))["why"] if s["about"] == "frame"
        )
        assert any(said in line for line in clause["lines"]), clause
        assert any(line.strip().startswith("+") for line in clause["lines"]), clause
    assert "in contact with a likelihood" in explain(tmp_path / "case", "forwarded the note")


def test_two_incidents_say_why_they_are_kept_apart(tmp_path: Path) -> None:
    told = (
        "Gunmen killed six miners in Ankara on 3 May 2019, the governor said.",
        "Gunmen killed nine bakers in Izmir on 20 August 2019, the mayor said.",
    )
    for n, text in enumerate(told):
        (tmp_path / f"{n}.txt").write_text(f"Report {n}\n\n{text}\n", encoding="utf-8")
    build(tmp_path / "case", [tmp_path / "0.txt", tmp_path / "1.txt"], ONE)
    one, two = open_build(tmp_path / "case").incidents.values()
    plain = explain(tmp_path / "case", one.id, two.id)
    assert "two known towns" in plain
    assert "elsewhere" in plain or "kind" in plain
    rows = json.loads(explain(tmp_path / "case", one.id, two.id, "--json"))
    assert rows["id"] == [one.id, two.id]
    (pair,) = rows["pairs"]
    assert pair["veto"] == "another town"
    assert {f["name"] for f in pair["features"]} >= {"base", "kind"}
    with pytest.raises(UsageFault, match="both are the incident"):
        explain(tmp_path / "case", one.id, one.id)
    with pytest.raises(UsageFault, match="no incident"):
        explain(tmp_path / "case", one.id, "0.txt")
