"""Whom a pronoun means in what the law did: the one person near it can have been done to, or nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims import drafts_of
from rashomon.stages.claims.view import View


def told(view: View, prop: str) -> set[str]:
    """The names of those of whom a property is told."""
    _, drafts = drafts_of(view.document, view.annotations)
    found = (d.subject.referent or d.value.referent for d in drafts if d.property == prop and d.value.number is None)
    return {view.referents[r].name for r in found if r is not None and r in view.referents}


@pytest.mark.parametrize(
    ("text", "prop", "who"),
    [
        ("Milan Dorvik was charged with arson, prosecutor Paul Drake said. He is in custody.", "detained", {"Milan Dorvik"}),
        ("Milan Dorvik denied it. The judge, Paul Drake, remanded him until May.", "detained", {"Milan Dorvik"}),
        ("Police had arrested Milan Dorvik after his calls with his brother, who died. He spent a year in custody.",
         "detained", {"Milan Dorvik"}),
        ("The lawyers of Milan Dorvik met reporters. He has been in custody since May, they said.", "detained",
         {"Milan Dorvik"}),
        ("Police questioned Milan Dorvik and his cousin. He was released on Monday.", "released", set()),
        ("Police arrested Milan Dorvik and questioned his brother. He was released on Monday.", "released", set()),
        ("Milan Dorvik, a banker, worked for Paul Drake. In 2014 a court convicted him of fraud.", "conviction", set()),
    ],
)  # fmt: skip
def test_the_one_whom_the_law_can_mean_is_meant_and_nobody_where_there_are_two(
    view_of: Callable[[str], View], text: str, prop: str, who: set[str]
) -> None:
    assert told(view_of(text), prop) == who


def test_who_speaks_of_himself_is_held(view_of: Callable[[str], View]) -> None:
    assert told(view_of("“They arrested me for the phone call,” Milan Dorvik said."), "detained") == {"Milan Dorvik"}


def test_held_without_trial_is_no_sentence(view_of: Callable[[str], View]) -> None:
    view = view_of("Milan Dorvik was imprisoned for three years without being convicted of a crime.")
    assert told(view, "detained") == {"Milan Dorvik"}
    assert told(view, "conviction") == set()


def test_a_reward_for_an_arrest_is_no_arrest(view_of: Callable[[str], View]) -> None:
    view = view_of("A reward of $50,000 was offered for information leading to the arrest of Milan Dorvik.")
    assert told(view, "detained") == set()
    assert told(view, "wanted") == {"Milan Dorvik"}


def test_an_intercepted_call_is_a_call_and_one_that_never_took_place_is_none(view_of: Callable[[str], View]) -> None:
    def stances(text: str) -> set[str]:
        view = view_of(text)
        return {d.stance for d in drafts_of(view.document, view.annotations)[1] if d.property == "contact"}

    assert stances("Mira Holt's call to Paul Drake was intercepted.") == {"asserted"}
    assert stances("The meeting between Mira Holt and Paul Drake never took place.") == {"denied"}
    assert stances("The planned meeting between Mira Holt and Paul Drake was called off.") == set()


def test_their_calls_are_those_of_each_of_them(view_of: Callable[[str], View]) -> None:
    view = view_of("Paul Drake and Mira Holt were convicted. Their calls with the gunmen were proof, the judge said.")
    drafts = [d for d in drafts_of(view.document, view.annotations)[1] if d.property == "contact"]
    assert [[p.text for p in d.value.parties] for d in drafts] == [
        ["Paul Drake", "the gunmen"],
        ["Mira Holt", "the gunmen"],
    ]


def test_never_and_not_the_other(view_of: Callable[[str], View]) -> None:
    view = view_of("Never in his life has Milan Dorvik been convicted of anything, his lawyer said.")
    _, drafts = drafts_of(view.document, view.annotations)
    assert "asserted" not in {d.stance for d in drafts if d.property == "conviction"}
    assert told(view_of("Milan Dorvik, not his cousin Arno Dorvik, was arrested in May."), "detained") == {
        "Milan Dorvik"
    }


def test_a_guilty_verdict_in_somebodys_case_convicts_him(view_of: Callable[[str], View]) -> None:
    assert told(view_of("A guilty verdict was returned in the case of Milan Dorvik."), "conviction") == {"Milan Dorvik"}
    assert told(view_of("The tribunal agreed on a verdict of guilty against Milan Dorvik."), "conviction") == {
        "Milan Dorvik"
    }
