"""Custody and convictions by the learned reader: what it adds, of whom it is silent, and that a rule's word holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.stages.claims import read_claims
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.pointer import beside_rules, find_pointed, told_by
from rashomon.stages.claims.rules.outcomes import find_outcomes
from rashomon.stages.claims.view import View

NOTHING = Told((), ())
LAW = ("detained", "conviction")
Read = Callable[[str], View]


def found(view: View) -> list[Draft]:
    return [d for d in find_pointed(view, NOTHING) if d.property in LAW]


def told(view: View) -> set[tuple[str, str, str]]:
    names = view.referents
    return {(d.property, names[i].name if i in names else "", d.stance)
            for d in found(view) for i in [d.subject.referent or d.value.referent or ""]}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Viktor Harl got 25 years for that shoot-out.", "conviction"),
        ("Viktor Harl was caught by detectives in a hay barn.", "detained"),
    ],
)
def test_who_was_held_or_convicted(view_of: Read, text: str, what: str) -> None:
    assert told(view_of(text)) == {(what, "Viktor Harl", "asserted")}


def test_a_conviction_has_its_penalty_and_its_words(view_of: Read) -> None:
    text = "Viktor Harl got 25 years for that shoot-out."
    (draft,) = found(view_of(text))
    assert draft.value.penalty is not None
    assert draft.value.penalty.years == 25
    assert text[draft.quote.start : draft.quote.end] == draft.quote.quote != ""


@pytest.mark.parametrize(
    "text",
    [
        "Viktor Harl will get 25 years for that shoot-out.",
        "Detectives want to lead Viktor Harl away.",
        "A warrant for the arrest of Viktor Harl was issued.",
        "The clerk was sentenced by Judge Otto Rall.",
        "Viktor Harl spent 25 years at the mill.",
    ],
)
def test_what_is_planned_or_ordered_or_no_matter_of_the_law_is_none(view_of: Read, text: str) -> None:
    assert told(view_of(text)) == set()


def test_what_is_denied_is_denied(view_of: Read) -> None:
    assert told(view_of("Viktor Harl is not serving 18 years for robbery.")) == {
        ("conviction", "Viktor Harl", "denied")
    }


def test_where_a_rule_has_read_somebody_it_holds(view_of: Read) -> None:
    view = view_of("Viktor Harl was caught by detectives in a hay barn.")
    rules = list(find_outcomes(view, NOTHING))
    pointed = [d for d in find_pointed(view, NOTHING) if d.property in LAW]
    both = [*rules, *[_by_pointer(d) for d in pointed]]
    assert pointed
    assert rules
    assert [d.reader for d in beside_rules(view, both)] == [d.reader for d in rules]


def _by_pointer(draft: Draft) -> Draft:
    return replace(draft, by="pointer")


def test_what_spoke_for_a_conviction_is_told_from_its_own_table(view_of: Read) -> None:
    sentence = view_of("Viktor Harl got 25 years for that shoot-out.").sentences[0]
    assert [(table, place.who) for table, place, _ in told_by(sentence, "conviction")] == [("verdicts.tsv", 1)]
    assert {table for table, *_ in told_by(sentence, "suspect")} <= {"guilt.tsv"}
    assert not list(told_by(sentence, "contact"))


def test_an_arrest_that_only_the_weights_read_has_its_day(view_of: Read) -> None:
    view = view_of("Viktor Harl was picked up on 20 January 2021 in a guesthouse in Karsova.")
    reading = read_claims(view.document, view.annotations)
    days = {(o.type, c.value.earliest) for c in reading.claims for o in reading.occurrences
            if c.property == "date" and o.id == c.subject.occurrence}  # fmt: skip
    assert days == {("arrest", "2021-01-20")}


def test_whom_a_rule_accuses_may_be_convicted_by_the_weights(view_of: Read) -> None:
    view = view_of("Joss Perant, who drove the car from which the minister was shot, got 18 years.")
    reading = read_claims(view.document, view.annotations)
    assert {(c.property, c.reader.partition("/")[0]) for c in reading.claims} >= {
        ("perpetrator", "rules"),
        ("conviction", "pointer"),
    }
