"""Turns of talk: a question claims nothing, what is not remembered stands with what came before, a call's head is a contact."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.case import read
from rashomon.model.document import Block, Document
from rashomon.stages.annotate.turn_labels import label_ends
from rashomon.stages.claims.turns import forgets

HEAD = "RECORD OF HEARING\n\nWitness: Leyla Deren, a clerk\n\n"


def claims(text: str, title: str = "Record of hearing") -> list[dict[str, object]]:
    return list(read(text, published="2021-06-14", title=title)["claims"])


def told(rows: list[dict[str, object]], prop: str) -> list[tuple[object, list[str], object]]:
    return [
        (c["value"].get("text"), [link["name"] for link in c["chain"]], c["basis"])
        for c in rows
        if c["property"] == prop
    ]  # type: ignore[attr-defined]


def test_a_question_claims_nothing_of_nobody() -> None:
    rows = claims(
        HEAD + "PRESIDING JUDGE: You are Mirel Osk, the commander of the harbour guard?\nTHE WITNESS: No.\n"
        "COUNSEL FOR THE FAMILIES: Did Orhan Vask kill the guard?\nTHE WITNESS: I was not there.\n"
        "Q. It was Orhan Vask who planted the bomb.\nA. I was at home.\n"
    )
    assert not [
        c
        for c in rows
        if c["property"] in ("perpetrator", "role", "killed", "charge", "weapon") and "Leyla" not in str(c["quote"])
    ]


def test_an_answer_is_testimony_of_the_witness_whom_the_head_names() -> None:
    rows = claims(
        HEAD
        + "PRESIDING JUDGE: What did you see?\nTHE WITNESS: Orhan Vask shot the guard.\nPRESIDING JUDGE: When?\nTHE WITNESS: At noon.\n"
    )
    ((_, chain, basis),) = told(rows, "perpetrator")
    assert (chain[-1], basis) == ("Leyla Deren", "testimony")


def test_what_a_witness_was_told_is_one_link_deeper_right_behind_the_label() -> None:
    rows = claims(
        "RECORD OF HEARING\n\nQ. And then?\nA. Orhan Vask told me that the mayor had ordered the attack.\nQ. Who?\nA. The mayor.\n"
    )
    ((_, chain, basis),) = told(rows, "organizer")
    assert chain[-2:] == ["the witness", "Orhan Vask"]
    assert basis == "testimony"


def test_what_a_witness_says_of_somebody_does_not_name_the_witness() -> None:
    rows = claims(
        "RECORD OF HEARING\n\nQ. And then?\nA. I saw the van.\nTHE WITNESS: Orhan Vask told me that the mayor had ordered the attack.\n"
        "PRESIDING JUDGE: Where?\nTHE WITNESS: At the mill.\n"
    )
    ((_, chain, _),) = told(rows, "organizer")
    assert chain[-2].lower() == "the witness"


def test_what_is_forgotten_stands_with_the_question_before_it() -> None:
    rows = claims(
        HEAD
        + "PRESIDING JUDGE: What did you see?\nTHE WITNESS: A van.\nPRESIDING JUDGE: Who drove it?\nTHE WITNESS: I don't remember.\n"
    )
    (found,) = [c for c in rows if c["value"].get("text") == "I don't remember"]  # type: ignore[attr-defined]
    assert found["quote"] == "PRESIDING JUDGE: Who drove it?\nTHE WITNESS: I don't remember"


def test_a_witness_who_was_stopped_twice_is_shown_as_that() -> None:
    rows = claims(
        HEAD + "COUNSEL FOR THE FAMILIES: Who was on the line?\nPRESIDING JUDGE: That question is not allowed.\n"
        "COUNSEL FOR THE FAMILIES: Was it an officer?\nPRESIDING JUDGE: I have told you. Move on.\n"
        "COUNSEL FOR THE FAMILIES: Did he say his name?\nTHE WITNESS: I had forgotten the name.\n"
    )
    (found,) = [c for c in rows if c["value"].get("text") == "I had forgotten the name"]  # type: ignore[attr-defined]
    quote = str(found["quote"])
    assert quote.startswith(
        "COUNSEL FOR THE FAMILIES: Who was on the line?\nPRESIDING JUDGE: That question is not allowed."
    )
    assert quote.endswith("THE WITNESS: I had forgotten the name")
    assert "Move on." in quote


@pytest.mark.parametrize(
    ("words", "forgot"),
    [
        ("I do not remember.", True), ("I really can't recall it now.", True), ("I had forgotten the name.", True),
        ("I have no recollection of that.", True), ("It slipped my mind.", True),
        ("I remember it well.", False), ("Nobody will forget this day.", False), ("He did not call.", False),
    ],
)  # fmt: skip
def test_words_of_not_remembering(words: str, forgot: bool) -> None:
    assert forgets(words) is forgot


HEADED = "Transcript of telephone call\n\nDate: 3 May 2021, 21:04\nFrom: Orhan Vask\nTo: unidentified male\nDuration: 1 min 5 s\n\nVASK: Did you bring it?\nX: Yes.\nVASK: Good.\n"


def test_the_head_of_a_transcript_is_a_contact_and_who_is_unnamed_stays_so() -> None:
    export = read(HEADED, title="Transcript of telephone call")
    (found,) = [c for c in export["claims"] if c["property"] == "contact"]
    assert [(p["text"], p["role"], bool(p["entity"])) for p in found["value"]["parties"]] == [
        ("Orhan Vask", "from", True), ("unidentified male", "to", False),
    ]  # fmt: skip
    assert (found["value"]["number"], found["value"]["of"], found["basis"]) == (65, "seconds", "record")
    assert found["value"]["earliest"].startswith("2021-05-03")
    text = export["documents"][0]["text"]
    assert text[found["start"] : found["end"]] == found["quote"]
    assert found["quote"].startswith("Date: 3 May 2021")


def test_parties_may_stand_on_one_line() -> None:
    text = HEADED.replace("From: Orhan Vask\nTo: unidentified male", "Parties: Orhan Vask and soldier 2")
    (found,) = [c for c in read(text, title="Call transcript")["claims"] if c["property"] == "contact"]
    assert [(p["text"], p["role"]) for p in found["value"]["parties"]] == [
        ("Orhan Vask", "with"),
        ("soldier 2", "with"),
    ]


def test_a_letter_with_such_lines_is_no_call() -> None:
    text = HEADED.replace("Transcript of telephone call", "Notes from the harbour, by a clerk who was there")
    assert not [c for c in read(text, title="The harbour")["claims"] if c["property"] == "contact"]


def test_labels_are_cut_off_only_where_they_take_turns() -> None:
    def document(text: str, kind: str = "article") -> Document:
        blocks, at = [], 0
        for line in text.split("\n"):
            blocks.append(Block(at, at + len(line), "body"))
            at += len(line) + 1
        made = Document(
            "d",
            "0" * 64,
            "a.txt",
            "text/plain",
            "article",
            None,
            None,
            None,
            None,
            None,
            "en",
            text,
            tuple(blocks),
            True,
        )
        return replace(made, kind=kind)  # type: ignore[arg-type]

    assert label_ends(document("Q. Where?\nA. Here.")) == {0: 3, 10: 13}
    assert label_ends(document("A. Orhan Vask was there.\nHe left.")) == {}
    assert label_ends(document("NOTE: read this.\nWARNING: hot.")) == {}
    assert label_ends(document("VASK: Where?\nX: Here.", "transcript")) == {0: 6, 13: 16}
