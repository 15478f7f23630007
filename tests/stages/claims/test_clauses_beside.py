"""A day and a place that stand in another clause than the deed's own word, fires, and a year at one spot."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims import read_claims
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


def told(view: View, kind: str) -> set[str]:
    reading = read_claims(view.document, view.annotations)
    return {c.value.text or "" for c in reading.claims if c.property == kind}


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        (
            "Nine traders were walking home in Karsova on 3 March 2021 when they were shot dead.",
            "3 March 2021",
            "Karsova",
        ),
        ("Nine traders were shot dead on 3 March 2021 as they left a mosque in Karsova.", "3 March 2021", "Karsova"),
        ("The roof of a mine in Karsova collapsed on 3 March 2021, killing nine miners.", "3 March 2021", "Karsova"),
        ("What happened in Karsova on 3 March 2021 was a massacre of villagers.", "3 March 2021", "Karsova"),
        ("Police opened fire on a demonstration in Karsova on 3 March 2021, killing nine.", "3 March 2021", "Karsova"),
        ("The blast hit the northern suburb of Karsova on 3 March 2021 and killed nine.", "3 March 2021", "Karsova"),
        ("Nine men have been missing in Karsova since 3 March 2021.", "3 March 2021", "Karsova"),
        ("Guards beat nine prisoners in Karsova on 3 March 2021.", "3 March 2021", "Karsova"),
        ("Nine children burned to death at Karsova in 2009.", "2009", "Karsova"),
        ("A fire in Karsova on 3 March 2021 killed nine lodgers.", "3 March 2021", "Karsova"),
    ],
)
def test_day_and_place_of_a_clause_beside(view_of: ViewOf, text: str, day: str, place: str) -> None:
    view = view_of(text)
    assert told(view, "date") == {day}
    assert told(view, "place") == {place}


def test_the_day_of_the_judgment_is_not_that_of_the_deed(view_of: ViewOf) -> None:
    text = "In 2018 Milo Vargen was sentenced to life for the murder of nine men during the storming of a fort in May 2016."
    view = view_of(text)
    reading = read_claims(view.document, view.annotations)
    dead = {c.subject.occurrence for c in reading.claims if c.property == "killed"}
    days = {c.value.text for c in reading.claims if c.property == "date" and c.subject.occurrence in dead}
    assert days == {"May 2016"}


def test_a_place_behind_another_event_told_before(view_of: ViewOf) -> None:
    text = "Only hours before his arrest, the court in Karsova cut the sentence of Milo Vargen."
    view = view_of(text)
    reading = read_claims(view.document, view.annotations)
    kinds = {o.id: o.type for o in reading.occurrences}
    assert [kinds[c.subject.occurrence or ""] for c in reading.claims if c.property == "place"] == ["hearing"]


@pytest.mark.parametrize(
    "text", ["Nine men came under fire near Karsova.", "The gang opened fire.", "Troops returned fire."]
)
def test_gunfire_is_no_blaze(view_of: ViewOf, text: str) -> None:
    view = view_of(text)
    kinds = {o.type for o in read_claims(view.document, view.annotations).occurrences}
    assert "other" not in kinds


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Nineteen of the 34 dead had bullet wounds, a source said.", {34, 19}),
        ("Nine traders were walking home when they were shot dead.", {9}),
        ("The bodies of nine men were found in a ditch near Karsova.", {9}),
        ("Fourteen miners did not survive the explosion.", {14}),
        ("Nine men were put to death in the camp.", {9}),
        ("The bomb claimed nine victims.", {9}),
        ("Nine bodies lay in the street after the shelling.", {9}),
        ("The fire brigade counted 21 dead after the fire at the inn.", {21}),
        ("The police spoke of the five drovers who burned to death in Karsova.", {5}),
        ("Seven rebels who had been sentenced over the raid will stay in prison until they die.", set()),
        ("A van pulled up as nine people were hanging out in the yard.", set()),
        ("The army hanged four rebels in Karsova.", {4}),
        ("The boy accused of fatally shooting his parents and three younger cousins told police he was angry.", {3, 5}),
    ],
)
def test_the_dead_by_other_words(view_of: ViewOf, text: str, killed: set[int]) -> None:
    view = view_of(text)
    reading = read_claims(view.document, view.annotations)
    assert {c.value.number for c in reading.claims if c.property == "killed"} == killed


def test_somebody_killed_elsewhere_and_later_is_another_deed(view_of: ViewOf) -> None:
    text = (
        "Forty-three inmates died in Karsova Prison in a single night, the court found.\n"
        "The judge read the names.\nThe governor wept.\nThe families sat in the front rows.\nThe trial lasted a year.\n"
        "Milo Vargen, a guard, had told the court of the calls. Milo Vargen was shot dead in Trebin on 3 October 2017."
    )
    view = view_of(text)
    reading = read_claims(view.document, view.annotations)
    dead = {c.subject.occurrence for c in reading.claims if c.property == "killed" and c.value.number == 43}
    assert dead
    assert not any(c.subject.occurrence in dead for c in reading.claims if c.property == "date")


def test_a_day_before_words_of_saying_put_in(view_of: ViewOf) -> None:
    assert told(view_of("On 3 March 2021, he told the judges, soldiers shot nine men."), "date") == {"3 March 2021"}


@pytest.mark.parametrize(
    "text",
    [
        "Twelve miners have not been found since the blast.",
        "There is no trace of twelve miners.",
        "The fate of twelve miners is unknown.",
    ],
)
def test_who_was_not_found_is_missing(view_of: ViewOf, text: str) -> None:
    view = view_of(text)
    found = [c for c in read_claims(view.document, view.annotations).claims if c.property == "missing"]
    assert [(c.value.number, c.stance) for c in found] == [(12, "asserted")]
