"""The gate: proposals by their words, each spoiled in one thing; what becomes of them without any model."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from rashomon.model.link import Signed
from rashomon.model.proposal import Outcome, numbered_incidents
from rashomon.model.span import Span
from rashomon.stages.claims import read_claims
from rashomon.stages.claims.gate import CHECKS, gate
from rashomon.stages.claims.gate.objections import Objection
from rashomon.stages.claims.gate.quoting import Text
from rashomon.stages.claims.gate.standing import needs
from rashomon.stages.claims.view import View
from rashomon.stages.claims.wordlists import rows
from rashomon.store.proposals import make_proposal, read_line

ViewOf = Callable[[str], View]
SIGNED = Signed("a script", "2026-01-01T00:00:00+00:00", "given")
BLAST = (
    "A bomb went off at the Corvane market on Monday 4 March 2024.\n"
    "The blast snuffed out at least 17 lives, Mayor Ilse Tornow said. Some 60 people were treated for burns.\n"
    "Detectives have their eyes on Karl Brandner over the bombing. He may have bought the fuse, they said.\n"
    "He might well have got hold of the parts of a bomb, they added.\n"
    "Karl Brandner did not plant the bomb, his lawyer Odo Fenn told the court."
)
TOLL = {"property": "killed", "quote": "snuffed out at least 17 lives", "value": "at least 17 lives",
        "means": {"number": 17, "bound": "at_least"}, "speaker": "Mayor Ilse Tornow", "cue": "said"}  # fmt: skip


def laid(view: View, **line: Any) -> Outcome:
    """What becomes of one proposal beside what rules read."""
    reading = read_claims(view.document, view.annotations)
    number = line.pop("incident", None)
    row = msgspec.json.encode({"document": "a.txt", "reader": "script", "version": "1", **line})
    incident = numbered_incidents(reading)[number - 1] if number else None
    return gate(view, reading, [make_proposal(read_line(row), view.document.sha256, incident, SIGNED)])[0]


def test_a_toll_that_rules_miss_fits(view_of: ViewOf) -> None:
    view = view_of(BLAST)
    one = laid(view, **TOLL, incident=1)
    assert (one.verdict, one.code) == ("admitted", "fits")
    assert one.claim is not None
    assert view.text[one.claim.start : one.claim.end] == one.claim.quote == TOLL["quote"]
    assert (one.claim.value.number, one.claim.value.bound) == (17, "at_least")
    assert one.claim.chain[-1].name.endswith("Ilse Tornow")
    assert one.claim.reader == "script/proposed"


def test_the_missing_may_be_told_of_by_what_has_not_been(view_of: ViewOf) -> None:
    view = view_of("A ferry sank off Corvane on Monday. Some 30 passengers had not been accounted for at the quay.")
    words = {"quote": "30 passengers had not been accounted for", "value": "30 passengers", "means": {"number": 30}}
    assert laid(view, property="missing", **words).verdict != "refused"
    assert laid(view, property="injured", **words).verdict == "refused"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"means": {"number": 71}}, "figure"),
        ({"means": {"number": 17, "bound": "about"}}, "bound"),
        ({"means": {"number": 17, "of": "vessels"}}, "unit"),
        ({"quote": "snuffed out at least 19 lives"}, "quote_missing"),
        ({"quote": "uffed out at least 17 lives"}, "cut"),
        ({"value": "60 people"}, "figure"),
        ({"speaker": "Karl Brandner"}, "speaker_other"),
        ({"speaker": None, "cue": None}, "speaker_dropped"),
        ({"speaker": "Berta Vollmond"}, "invented_name"),
        ({"cue": "swore"}, "piece_missing"),
        ({"cue": "Some"}, "cue_word"),
        ({"property": "injured"}, "unit_other"),
        ({"property": "contact"}, "field_missing"),
        ({"passage": {"start": 0, "end": 20}}, "quote_missing"),
        ({"passage": {"start": 5, "end": 9000}}, "passage_missing"),
        ({"stance": "denied"}, "undenied"),
        ({"value": ""}, "field_missing"),
        ({"kind": "call"}, "kind_unknown"),
    ],
)
def test_one_thing_made_wrong_is_found(view_of: ViewOf, change: dict[str, Any], code: str) -> None:
    one = laid(view_of(BLAST), **{k: v for k, v in {**TOLL, **change}.items() if v is not None})
    assert one.verdict != "admitted"
    assert one.code == code


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ({"property": "suspect", "quote": "have their eyes on Karl Brandner", "value": "Karl Brandner"}, "topic"),
        ({"property": "conviction", "quote": "have their eyes on Karl Brandner", "subject": "Karl Brandner"}, "grade"),
        ({"property": "perpetrator", "quote": "Karl Brandner did not plant the bomb", "value": "Karl Brandner",
          "speaker": "Odo Fenn", "cue": "told"}, "negated"),
        ({"property": "perpetrator", "quote": "did not plant the bomb", "value": "Karl Brandner", "stance": "denied",
          "stance_words": ["not"], "speaker": "Odo Fenn", "cue": "told"}, None),
        ({"property": "perpetrator", "quote": "got hold of the parts of a bomb", "value": "Karl Brandner", "speaker": "they",
          "cue": "added"}, "stronger"),
        ({"property": "perpetrator", "quote": "may have bought the fuse", "value": "Ottmar Quell"}, "invented_name"),
        ({"property": "contact", "quote": "told the court", "kind": "talks", "parties": [{"words": "Odo Fenn", "role": "from"}]},
         "party_missing"),
    ],
)  # fmt: skip
def test_accusations_wait_or_fall(view_of: ViewOf, line: dict[str, Any], code: str | None) -> None:
    one = laid(view_of(BLAST), **line)
    assert one.verdict != "admitted"
    assert code is None or one.code == code


def test_an_accusation_with_nothing_against_it_waits_for_a_person(view_of: ViewOf) -> None:
    text = "Every suspicion in the matter of the Corvane bombing circles around Karl Brandner."
    one = laid(
        view_of(text),
        property="suspect",
        quote="suspicion in the matter of the Corvane bombing circles around Karl Brandner",
        value="Karl Brandner",
        stance="alleged",
    )
    assert (one.verdict, one.code) == ("to_check", "grave")


def test_what_a_rule_read_is_not_given_again_and_another_reading_stands_beside(view_of: ViewOf) -> None:
    view = view_of("Four people were killed in the fire on Monday, police said.")
    same = {
        "property": "killed",
        "quote": "Four people were killed",
        "value": "Four people",
        "speaker": "police",
        "cue": "said",
    }
    assert laid(view, **same, incident=1).code == "read_already"
    assert laid(view, **same, total=True, stance="possible").beside
    reading = read_claims(view.document, view.annotations)
    line = {**TOLL, **same, "means": {"number": 4}, "stance": "possible"}
    row = read_line(msgspec.json.encode({"document": "a", "reader": "s", "version": "1", **line}))
    twice = [make_proposal(row, view.document.sha256, None, SIGNED)] * 2
    assert [o.code for o in gate(view, reading, twice)][1] == "twice"


def test_another_incident_is_not_taken(view_of: ViewOf) -> None:
    view = view_of(
        "Nine people died in the Ostrel bombing on 3 May 2021.\nA year later gunmen shot dead four at a bus stop in Wexel, police said."
    )
    shot = {
        "property": "killed",
        "quote": "shot dead four",
        "value": "four",
        "speaker": "police",
        "cue": "said",
        "stance": "possible",
    }
    assert laid(view, **shot, incident=1).code in ("incident_other", "read_otherwise")
    assert laid(view, **shot, incident=1).verdict == "to_check"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The gang was meant to meet Karl Brandner at the quay.", "meet Karl Brandner"),
        ("If the gang had met Karl Brandner, nobody knew of it.", "met Karl Brandner"),
        ("The gang planned to meet Karl Brandner at the quay.", "meet Karl Brandner"),
    ],
)
def test_a_plan_is_not_what_happened(view_of: ViewOf, text: str, quote: str) -> None:
    parties = [{"words": "The gang", "role": "with"}, {"words": "Karl Brandner", "role": "with"}]
    assert laid(view_of(text), property="contact", quote=quote, kind="meeting", parties=parties).code == "not_told"


def test_days_sums_and_numbers_are_read_again(view_of: ViewOf) -> None:
    view = view_of(
        "The bombing in Ostrel took place on 3 May 2021. Karl Brandner paid the crew $4 million. His number is +44 20 7946 0958."
    )
    day = {"property": "date", "quote": "took place on 3 May 2021", "value": "3 May 2021"}
    assert laid(view, **day, means={"earliest": "2021-05-04", "latest": "2021-05-04"}).code == "day"
    paid = {"property": "amount", "quote": "paid the crew $4 million", "value": "$4 million", "kind": "payment",
            "parties": [{"words": "Karl Brandner", "role": "payer"}]}  # fmt: skip
    assert laid(view, **paid, means={"number": 4, "currency": "USD"}).code == "money"
    assert laid(view, **paid, means={"number": 4_000_000, "currency": "EUR"}).code == "money"
    assert laid(view, **paid, means={"number": 4_000_000, "currency": "USD"}).verdict == "to_check"
    phone = {
        "property": "phone",
        "quote": "His number is +44 20 7946 0958",
        "value": "+44 20 7946 0958",
        "subject": "Karl Brandner",
    }
    assert laid(view, **phone, means={"text": "+442079460959"}).code in ("phone", "phone_unread")


def test_words_are_found_but_for_white_space_and_marks() -> None:
    text = Text("He said:\n“We   saw 1,204 men”, and ‘no more’.")
    whole = Span(0, 60)
    assert text.find('"We saw 1,204 men"', whole)
    assert text.find("'no more'", whole)
    assert not text.find("204 men", whole)
    assert text.is_cut("204 men", whole)
    assert not text.find("we saw", whole)


def test_every_code_stands_in_the_reference() -> None:
    page = Path(__file__).resolve().parents[3] / "docs" / "reference" / "proposals.md"
    text = page.read_text(encoding="utf-8")
    assert [
        code
        for code, _, _ in rows("gate", "codes.tsv")
        if f"`{code}`" not in text and code not in ("fits", "accepted", "passage_missing")
    ] == []


def test_every_code_and_every_property_stands_in_its_table() -> None:
    from typing import get_args

    from rashomon.model.claim import Property

    assert set(needs()) == set(get_args(Property))
    assert all(Objection(code, ("a", "b")).reason for code, _, _ in rows("gate", "codes.tsv"))
    assert len(CHECKS) == len(set(CHECKS))


@pytest.mark.parametrize(
    ("text", "quote", "value", "number"),
    [
        ("The blast in Ostrel, far worse than the 12 killed in Wexel in 2019, shook the town.", "the 12 killed", "12", 12),
        ("The bomb in Ostrel could have killed 100 people.", "killed 100 people", "100 people", 100),
        ("Had it gone off, the bomb would have killed 100 people in Ostrel.", "killed 100 people", "100 people", 100),
        ("The blast in Ostrel killed none of the 40 passengers.", "killed none of the 40 passengers", "40 passengers", 40),
        ("A 40-year-old was killed in the Ostrel blast.", "A 40-year-old was killed", "40", 40),
        ("The blast in Ostrel killed 30 cattle.", "killed 30 cattle", "30 cattle", 30),
        ("The Ostrel blast left 17 killed horses on the road.", "17 killed horses", "17", 17),
        ("The blast was meant to kill 50 people in Ostrel.", "kill 50 people", "50 people", 50),
        ("It is not true that 50 people were killed in the Ostrel blast.", "50 people were killed", "50 people", 50),
        ("Were 50 people killed in the Ostrel blast?", "50 people killed", "50 people", 50),
        ("Nine are feared dead in the Ostrel blast.", "Nine are feared dead", "Nine", 9),
        ("Every year 300 people are killed on the roads of Ostrel.", "300 people are killed", "300 people", 300),
        ("Of the 60 people hurt in the Ostrel blast, five died.", "60 people hurt in the Ostrel blast, five died", "60 people", 60),
        ("The Ostrel blast killed 17 people, not 71 as the Post had printed.", "killed 17 people, not 71", "71", 71),
        ("Flight 17 was shot down over Ostrel, killing all.", "17 was shot down over Ostrel, killing all", "17", 17),
        ("At the trial over the Ostrel blast, 17 witnesses told of the deaths.", "17 witnesses told of the deaths", "17 witnesses", 17),
    ],
)  # fmt: skip
def test_no_figure_is_taken_at_once_that_counts_no_dead(
    view_of: ViewOf, text: str, quote: str, value: str, number: int
) -> None:
    assert (
        laid(view_of(text), property="killed", quote=quote, value=value, means={"number": number}).verdict != "admitted"
    )


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("Police said on 4 May 2021 that the bombing in Ostrel killed nine.", {"property": "date", "value": "4 May 2021"}, "hangs_elsewhere"),
        ("The bombing in Ostrel on 3 May 2021 killed nine.", {"property": "date", "value": "3 May 2021"}, None),
        ("The bombing in Ostrel killed nine, the mayor of Wexel said.", {"property": "place", "value": "Wexel"}, "hangs_elsewhere"),
        ("The bombing in Ostrel killed nine, the clockwork ticked.", {"property": "place", "value": "clockwork"}, "no_place"),
    ],
)  # fmt: skip
def test_a_day_or_place_belongs_to_the_incident_it_hangs_on(
    view_of: ViewOf, text: str, line: dict[str, Any], code: str | None
) -> None:
    one = laid(view_of(text), quote=text, incident=1, **line)
    assert one.code == code if code else one.verdict != "to_check"


def test_words_that_stand_everywhere_cost_no_time_and_find_nobody(view_of: ViewOf) -> None:
    view = view_of("\n".join(["The bomb in Ostrel killed the 17 men in the house of the king on the day."] * 60))
    begun = time.monotonic()
    one = laid(
        view,
        property="perpetrator",
        quote="the",
        value="the",
        speaker="the",
        cue="the",
        parties=[{"words": "the", "role": "with"}],
    )
    assert one.verdict != "admitted"
    assert time.monotonic() - begun < 20
    assert len(Text(view.text).find("the", Span(0, len(view.text)))) == 200


@pytest.mark.parametrize("number", ["1e999", "12345678901234567890"])
def test_a_number_beyond_all_figures_is_not_of_the_form(number: str) -> None:
    line = (
        '{"document": "a", "reader": "r", "version": "1", "property": "killed", "quote": "x", "means": {"number": %s}}'
    )
    with pytest.raises(msgspec.ValidationError):
        read_line((line % number).encode())
