"""Who was in contact with whom; and who was only there, only asked, or only spoke in public."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon.model.claim import Value
from rashomon.stages.claims.contacts import find_contacts
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.view import View

GOLD = Path(__file__).resolve().parents[2] / "gold" / "contacts.jsonl"
NOTHING = Told((), ())
# Precision and recall of each half; they may only rise.
FLOORS = {"dev": (1.00, 0.86), "test": (0.95, 0.92)}

Read = Callable[[str], View]


def contacts(view: View) -> list[tuple[str | None, set[tuple[str, str]]]]:
    found = find_contacts(view, NOTHING)
    return [(d.value.kind, {(p.role, p.text) for p in d.value.parties}) for d in found]


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("Baran Ulus telephoned the consul.", "call", {("from", "Baran Ulus"), ("to", "the consul")}),
        ("Mira Holt spoke with Paul Drake by phone.", "call", {("from", "Mira Holt"), ("with", "Paul Drake")}),
        ("Mira Holt received a letter from Paul Drake.", "message", {("from", "Paul Drake"), ("to", "Mira Holt")}),
        ("Mira Holt has been in touch with Paul Drake.", "talks", {("from", "Mira Holt"), ("with", "Paul Drake")}),
        ("Mira Holt and Paul Drake met in Oslo.", "meeting", {("from", "Mira Holt"), ("with", "Paul Drake")}),
        (
            "Mira Holt and Jo Tarn held talks with France.",
            "talks",
            {("from", "Mira Holt"), ("from", "Jo Tarn"), ("with", "France")},
        ),
        (
            "Mira Holt met Paul Drake in the presence of a judge.",
            "meeting",
            {("from", "Mira Holt"), ("with", "Paul Drake"), ("present", "a judge")},
        ),
        (
            "Mira Holt phoned Paul Drake about a captured pilot at the request of the governor.",
            "call",
            {("from", "Mira Holt"), ("to", "Paul Drake"), ("about", "a captured pilot"), ("asked_by", "the governor")},
        ),
    ],
)
def test_parties_and_roles(view_of: Read, text: str, kind: str, parties: set[tuple[str, str]]) -> None:
    assert contacts(view_of(text)) == [(kind, parties)]


@pytest.mark.parametrize(
    "text",
    [
        "The governor called the senator a liar.",
        "The senator called for an inquiry.",
        "Mayor Olga Tamm spoke to reporters.",
        "Captain Ivo Brandt met his death on the road.",
        "The plan was met with anger.",
        "Police and teachers spoke during the press conference.",
        "WXYZ talked to an employee of the shop.",
        "Paul Drake asked Mira Holt to phone the consul.",
        "General Otis Farr is due to meet Paul Drake on Tuesday.",
        "Mira Holt called Paul Drake as a witness.",
        "Mira Holt asked for leave so that she could visit Paul Drake.",
        "It is imperative that Mira Holt and Paul Drake resume talks.",
        "In one ad, Mira Holt and Paul Drake discuss a new phone.",
        "The fans had high hopes. Mira Holt did not meet them.",
        "Mira Holt weighs meeting Paul Drake.",
        "Mira Holt met opposition from the union.",
        "Mira Holt visited Legoland on Monday.",
        "We talked to a woman who lives near the plant.",
        "Call Mira Holt at the tip line.",
        "Mira Holt told Paul Drake that the goods were ready.",
    ],
)
def test_no_contact(view_of: Read, text: str) -> None:
    assert contacts(view_of(text)) == []


@pytest.mark.parametrize("text", ["Mira Holt never met Paul Drake.", "Mira Holt denied meeting Paul Drake."])
def test_denied_contact_is_denied(view_of: Read, text: str) -> None:
    (draft,) = find_contacts(view_of(text), NOTHING)
    assert (draft.stance, len(draft.value.parties)) == ("denied", 2)


def test_the_time_of_a_visit_is_not_its_topic(view_of: Read) -> None:
    view = view_of("Mira Holt visited Paul Drake over the holidays.")
    assert contacts(view) == [("visit", {("from", "Mira Holt"), ("to", "Paul Drake")})]


def test_contact_that_was_found_out_later_has_its_doer(view_of: Read) -> None:
    view = view_of("Mira Holt was arrested after meeting Paul Drake.")
    assert contacts(view) == [("meeting", {("from", "Mira Holt"), ("with", "Paul Drake")})]


def test_what_is_told_in_a_call_is_a_call(view_of: Read) -> None:
    view = view_of("In a call intercepted by police, Mira Holt tells Paul Drake that the goods are ready.")
    assert contacts(view) == [("call", {("from", "Mira Holt"), ("with", "Paul Drake")})]


def test_first_person_is_the_speaker_of_the_quotation(view_of: Read) -> None:
    view = view_of("“I spoke to Paul Drake in the presence of a clerk. Nobody else knew,” Mira Holt said.")
    (draft,) = find_contacts(view, NOTHING)
    first = view.referents[draft.value.parties[0].referent or ""]
    assert first.name == "Mira Holt"


def test_date_of_what_is_talked_about_is_not_the_date_of_the_talk(view_of: Read) -> None:
    text = "Agents spoke with Paul Drake on 3 May 2016 about the kidnapping of Jan Moor on 1 March 2016."
    value = _only(view_of(text))
    assert (value.earliest, value.latest) == ("2016-05-03", "2016-05-03")
    text = "Agents spoke with Paul Drake about the kidnapping of Jan Moor on 1 March 2016."
    assert _only(view_of(text)).earliest is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("From May 3 to 5, 2014 Mira Holt stayed in Oslo, where Paul Drake visited her.", ("2014-05-03", "2014-05-05")),
        ("Mira Holt was lodged from May 3 to 5, 2014 in a hotel. There she held talks with Paul Drake.",
         ("2014-05-03", "2014-05-05")),
        ("13.05.2014 14:20 Mira Holt calls an unknown person.", ("2014-05-13", "2014-05-13")),
        ("On May 3, 2014 the mayor died. There Mira Holt held talks with Paul Drake.", (None, None)),
    ],
)  # fmt: skip
def test_the_day_of_the_stay_or_of_the_log(view_of: Read, text: str, days: tuple[str | None, str | None]) -> None:
    value = _only(view_of(text))
    assert (value.earliest, value.latest) == days


def test_recordings_give_their_day_to_what_is_said_in_them(view_of: Read) -> None:
    text = (
        "Phone conversations of Idris Kell were published.\n"
        "In one, dated Mar. 4 2013, Kell appears angry.\n"
        "“They took our man,” Kell tells an unidentified interlocutor.\n"
        "During another conversation on Apr. 9 2013 between Kell and two customs officers, the tone is friendlier.\n"
    )
    found = find_contacts(view_of(text), NOTHING)
    assert [(d.value.kind, d.value.earliest) for d in found] == [("call", "2013-03-04"), ("call", "2013-04-09")]


def test_of_a_list_of_names_each_is_a_party_and_no_employer(view_of: Read) -> None:
    view = view_of("The negotiations took place between Idris Kell and agent Ewa Lind and agent Roman Sats.")
    assert contacts(view) == [("talks", {("from", "Idris Kell"), ("with", "Ewa Lind"), ("with", "Roman Sats")})]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On February 4, 2013, Mira Holt came to the house and talked with Paul Drake for hours.", "2013-02-04"),
        ("On the morning of June 3, 2012, Mira Holt drove to the farm and met Paul Drake.", "2012-06-03"),
        ("On 5 May 2014, Mira Holt was recorded in a telephone conversation with a stranger.", "2014-05-05"),
        ("Mira Holt resigned on 5 May 2014 and met Paul Drake in Oslo.", None),
        ("On 5 May 2014 Mira Holt said that she had gone to Oslo and met Paul Drake.", None),
        ("On 5 May 2014 Mira Holt was convicted after a meeting with Paul Drake.", None),
    ],
)
def test_the_day_of_a_contact_in_a_joined_clause(view_of: Read, text: str, day: str | None) -> None:
    assert [d.value.earliest for d in find_contacts(view_of(text), NOTHING)] == [day]


def _only(view: View) -> Value:
    (draft,) = find_contacts(view, NOTHING)
    return draft.value


def _agrees(gold: dict[str, object], value: Value) -> bool:
    parties = gold["parties"]
    assert isinstance(parties, list)
    return gold["kind"] == value.kind and all(_has(value, p["role"], p["text"].lower()) for p in parties)


def _has(value: Value, role: str, text: str) -> bool:
    return any(p.role == role and (text in p.text.lower() or p.text.lower() in text) for p in value.parties)


@pytest.mark.parametrize("split", ["dev", "test"])
def test_gold_sentences(view_of: Read, split: str) -> None:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    right = wrong = wanted = got = 0
    for row in (r for r in rows if r["split"] == split):
        values = [d.value for d in find_contacts(view_of(row["text"]), NOTHING)]
        right += sum(any(_agrees(g, v) for g in row["contacts"]) for v in values)
        wrong += sum(not any(_agrees(g, v) for g in row["contacts"]) for v in values)
        wanted += len(row["contacts"])
        got += sum(any(_agrees(g, v) for v in values) for g in row["contacts"])
    precision, recall = right / (right + wrong), got / wanted
    assert precision >= FLOORS[split][0], f"precision {precision:.3f}"
    assert recall >= FLOORS[split][1], f"recall {recall:.3f}"
