"""Which of several deeds an accusation hangs on: by its names, its victim, what stands side by side, a pronoun; never the nearest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model.claim import ACCUSATIONS, Claim, Reading
from rashomon.stages.claims import read_claims
from rashomon.stages.claims.view import View

Read = Callable[..., View]
MARKET = "Nine people died in the bombing of a market in Karsova in May 2020."
SCHOOL = "Five people died in the shooting at a school in Tolm in June 2020."


def accusations(view_of: Read, text: str) -> tuple[Reading, list[Claim]]:
    view = view_of(text)
    reading = read_claims(view.document, view.annotations)
    return reading, [c for c in reading.claims if c.property in ACCUSATIONS or c.property == "blame"]


def when(reading: Reading, occurrence: str | None) -> set[str | None]:
    """The days that a report gives to an occurrence."""
    return {c.value.text for c in reading.claims if c.property == "date" and c.subject.occurrence == occurrence}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The journalist Adam Kern was strangled in Karsova in May 2020.\\nIn June 2020 nine people were killed in a blast in Tolm.\\n"
         "His widow blamed the ministry for the death of Adam Kern.", "May 2020"),
        (MARKET + "\\n" + SCHOOL + "\\nOmar Said, a Tolm school terror suspect, fled to Ostvar.", "June 2020"),
    ],
)  # fmt: skip
def test_a_name_or_a_victim_leads_to_its_deed(view_of: Read, text: str, day: str) -> None:
    reading, found = accusations(view_of, text.replace("\\n", "\n"))
    assert found
    assert {d for c in found for d in when(reading, c.subject.occurrence)} == {day}


def test_two_deeds_side_by_side_are_one_accusation_each(view_of: Read) -> None:
    text = f"{MARKET}\n{SCHOOL}\nThe Red Front is blamed for the bombing in Karsova and the shooting in Tolm."
    reading, found = accusations(view_of, text)
    blamed = {c.subject.occurrence for c in found if c.property == "blame"}
    assert len({o.id for o in reading.occurrences}) == 2
    assert blamed <= {o.id for o in reading.occurrences} | {None}


def test_a_pronoun_takes_up_what_was_told_last(view_of: Read) -> None:
    reading, found = accusations(
        view_of,
        "Nine people were killed in a blast in Tolm in June 2020.\nThe journalist Adam Kern was strangled in Karsova in May 2020.\n"
        "The report says that the prince ordered it.",
    )
    assert [when(reading, c.subject.occurrence) for c in found if c.property == "organizer"] == [{"May 2020"}]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ferry Ona sank off Karsova on 5 March 2021 and 41 people drowned.\nThe Red Front claimed responsibility for the sinking.", "disaster"),
        ("Eleven inmates died in a riot in Karsova prison on Monday. The ministry named Milo Dranik as the ringleader of the riot.", "attack"),
    ],
)  # fmt: skip
def test_a_mishap_and_a_riot_are_deeds_too(view_of: Read, text: str, kind: str) -> None:
    reading, found = accusations(view_of, text)
    kinds = {o.id: o.type for o in reading.occurrences}
    assert {kinds[c.subject.occurrence or ""] for c in found} <= {kind, "other"}
    assert found


def test_with_a_mishap_told_of_more_the_other_killing_is_not_the_only_deed(view_of: Read) -> None:
    reading, found = accusations(
        view_of,
        "The families of those who died when the Ona sank on 9 March 2018 wept.\nSeventy-one people drowned.\n"
        "Milo Vargen was tried for the killing of the witness Adam Porr.\nTom Osk was charged in January with aiding his brother.",
    )
    killing = {o.id for o in reading.occurrences if o.type == "killing"}
    assert not [c for c in found if c.subject.occurrence in killing and c.quote.startswith("Tom")]


def test_somebodys_death_is_told_with_the_rest_of_his_killing(view_of: Read) -> None:
    view = view_of(
        "The sinking of the ferry Ona in March 2018 killed 71 people.\nNobody was punished for Adam Porr's death.\n"
        "The mechanic Adam Porr was murdered in Karsova in June 2018."
    )
    reading = read_claims(view.document, view.annotations)
    sunk = {c.subject.occurrence for c in reading.claims if c.value.number == 71}
    assert not [
        c
        for c in reading.claims
        if c.property == "victim" and c.subject.occurrence in sunk and c.value.text == "Adam Porr"
    ]


def test_deeds_of_neighbouring_months_are_two(view_of: Read) -> None:
    view = view_of(f"{MARKET} {SCHOOL}")
    reading = read_claims(view.document, view.annotations)
    assert len({c.subject.occurrence for c in reading.claims if c.property == "killed"}) == 2


FILLER = "The mayor spoke of the harvest, of the new bridge, of the school year and of the price of bread. " * 4


def test_a_deed_told_at_the_end_of_an_essay_is_not_what_its_beginning_blames_for(view_of: Read) -> None:
    early, found = accusations(view_of, f"{MARKET}\n{FILLER}\nOmar Said is the main suspect.")
    assert [when(early, c.subject.occurrence) for c in found] == [{"May 2020"}]
    _, found = accusations(view_of, f"Omar Said is the main suspect.\n{FILLER}\n{MARKET}")
    assert [c.subject.occurrence for c in found] == [None]


def test_what_the_headline_tells_is_meant_where_a_sentence_tells_of_nothing(view_of: Read) -> None:
    text = f"{MARKET}\n{FILLER}\n{SCHOOL}\n{FILLER}\nOmar Said is the main suspect."
    reading, found = accusations(view_of, text)
    assert [when(reading, c.subject.occurrence) for c in found] == [{"May 2020"}]
