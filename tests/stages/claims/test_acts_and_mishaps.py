"""Acts that rules read open occurrences; a mishap and its cause, the missing and their abduction are one; a trial has one deed behind it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model.claim import Reading
from rashomon.stages.claims import read_claims
from rashomon.stages.claims.view import View

Read = Callable[..., View]


def read(view_of: Read, text: str) -> Reading:
    view = view_of(text)
    return read_claims(view.document, view.annotations)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Sergeant Milo Vargen was hauled from his bed on 3 March 2021 and taken to Karsova in handcuffs.", "arrest", "3 March 2021"),
        ("Four men have been in custody since 19 August 2020.", "arrest", "19 August 2020"),
        ("The court found Milo Vargen guilty of murder on 3 March 2021.", "conviction", "3 March 2021"),
        ("Milo Vargen got nine years for the murder of Tarn Osk on 3 March 2021.", "conviction", "3 March 2021"),
        ("The High Court on 3 March 2021 threw out the conviction of Milo Vargen.", "hearing", "3 March 2021"),
        ("The judges cleared Milo Vargen of all charges on 3 March 2021.", "hearing", "3 March 2021"),
        ("On 2 April 2021 the deputy warden, Petra Holm, came to see three of the widows in Karsova.", "meeting", "2 April 2021"),
    ],
)  # fmt: skip
def test_an_act_with_a_day_is_an_occurrence_whatever_its_words(view_of: Read, text: str, kind: str, day: str) -> None:
    reading = read(view_of, text)
    kinds = {o.id: o.type for o in reading.occurrences}
    assert (kind, day) in {
        (kinds[c.subject.occurrence or ""], c.value.text) for c in reading.claims if c.property == "date"
    }


@pytest.mark.parametrize("text", ["Milo Vargen got nine years for arson.", "Milo Vargen was found guilty of murder."])
def test_an_act_without_day_and_place_opens_none(view_of: Read, text: str) -> None:
    assert not [o for o in read(view_of, text).occurrences if o.type in ("conviction", "hearing")]


def test_a_ship_that_goes_down_after_explosions_is_one_incident(view_of: Read) -> None:
    reading = read(
        view_of,
        "At least 41 people were killed when the ferry Ona went down off Karsova on 5 March 2021 after two explosions in its "
        "engine room. Another 30 people were missing. The Red Front claimed responsibility for the sinking.",
    )
    (one,) = reading.occurrences
    assert {
        c.subject.occurrence for c in reading.claims if c.property in ("killed", "missing", "date", "responsibility")
    } == {one.id}


@pytest.mark.parametrize(
    "text",
    [
        "Milo Vargen was shot dead by a gunman in Karsova on 3 March 2021. He had served on the Ona. The sinking killed 41 people.",
        "A bomb killed nine people in Karsova on 3 March 2021. A train crash near Ostvar killed four people on 7 March 2021.",
    ],
)
def test_another_mishap_stays_another_incident(view_of: Read, text: str) -> None:
    reading = read(view_of, text)
    dead = [c.subject.occurrence for c in reading.claims if c.property == "killed"]
    assert len(dead) == len(set(dead)) == 2


def test_the_missing_and_their_abduction_are_one(view_of: Read) -> None:
    reading = read(
        view_of,
        "Seven miners have been missing since 10 March 2021, when men with rifles stopped their bus near Karsova.\n"
        "The union blamed the mayor for the abduction.",
    )
    gone = {c.subject.occurrence for c in reading.claims if c.property in ("missing", "date", "blame")}
    assert len(gone) == 1
    assert None not in gone


def test_behind_a_trial_stands_one_deed(view_of: Read) -> None:
    reading = read(
        view_of,
        "Milo Vargen was sentenced to 22 years in prison.\nThe families of those who died when the Ona sank on 9 March 2018 wept.\n"
        "Petra Holm is the lawyer of the families.\nSeventy-one people drowned, she said.",
    )
    dated = {c.subject.occurrence for c in reading.claims if c.property == "date"}
    assert {c.subject.occurrence for c in reading.claims if c.property == "killed"} == dated


@pytest.mark.parametrize("text", ["This was no accident, the mayor said.", "There were no clashes in the town."])
def test_what_is_denied_by_a_noun_alone_is_no_incident(view_of: Read, text: str) -> None:
    assert read(view_of, text).occurrences == ()


def test_shot_at_one_spot_is_one_deed_and_no_count_of_a_year(view_of: Read) -> None:
    one = read(view_of, "In 2019 three dockers were shot dead at Gate 4 by officers.")
    many = read(view_of, "In 2019 three hundred people were shot dead by officers.")
    assert [o.generic for o in one.occurrences] == [False]
    assert all(o.generic for o in many.occurrences)


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        ("The accused were brought to the court in Karsova on 3 March 2021 under guard.", "3 March 2021", "Karsova"),
        (
            "Chief magistrate Milo Vargen ruled in Karsova on 3 March 2021 that the charge stood.",
            "3 March 2021",
            "Karsova",
        ),
        ("The verdict was given in Karsova on 3 March 2021.", "3 March 2021", "Karsova"),
    ],
)
def test_what_a_court_does_has_its_day_and_place(view_of: Read, text: str, day: str, place: str) -> None:
    reading = read(view_of, text)
    kinds = {o.id: o.type for o in reading.occurrences}
    told = {(c.property, c.value.text) for c in reading.claims if kinds.get(c.subject.occurrence or "") == "hearing"}
    assert {("date", day), ("place", place)} <= told


def test_soldiers_who_take_men_away_arrest_nobody_beside(view_of: Read) -> None:
    reading = read(view_of, "On 12 November 2017 soldiers surrounded the village and took away six men.")
    assert len({o.id for o in reading.occurrences}) == len(reading.occurrences) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "In the night of 14 August 2020 they were taken to a quarry, where five of them were shot dead.",
            "14 August 2020",
        ),
        ("He had only just left his office on 14 August 2020 when gunmen abducted him.", "14 August 2020"),
        (
            "The Santa Lora, which had been insured in January, went down in the Hask Strait on 14 August 2020.",
            "14 August 2020",
        ),
    ],
)
def test_the_day_of_the_clause_beside_is_the_deeds(view_of: Read, text: str, day: str) -> None:
    reading = read(view_of, text)
    (only,) = [o for o in reading.occurrences if not o.generic]
    assert {c.value.text for c in reading.claims if c.property == "date" and c.subject.occurrence == only.id} == {day}


def test_bodies_found_weeks_later_are_of_the_killing(view_of: Read) -> None:
    reading = read(
        view_of,
        "Statement on the murder of the Karsova miners.\nFive bodies have now been recovered from the quarry.\n"
        "In the night of 14 August 2020 they were taken to the quarry, where at least five of them were shot.",
    )
    assert len(reading.occurrences) == 1
