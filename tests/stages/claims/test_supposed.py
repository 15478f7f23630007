"""What is only supposed, denied or left open: past conditionals, hedges of the report's own, joined clauses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims import read_claims
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


def statements(view: View) -> list[tuple[str, str]]:
    """Each statement's words and stance."""
    claims = read_claims(view.document, view.annotations).claims
    return [(c.quote, c.stance) for c in claims if c.property == "statement"]


@pytest.mark.parametrize(
    ("text", "start", "stance"),
    [
        ("If the base had sent a patrol, lives would have been saved.", "If the base", "possible"),
        ("Had the parties kept the truce, these people might be alive.", "Had the parties", "possible"),
        ("Had the boats not been stopped, ten men might have lived, Mara Dell told us.", "Had the boats", "possible"),
        ("It may be that he was forbidden to do so.", "It may be", "possible"),
        ("It is possible that the guard was asleep.", "It is possible", "possible"),
        ("It cannot be excluded that the source took part in the raid.", "It cannot", "possible"),
        ("It is assessed that the target may be preparing an attack.", "It is assessed", "possible"),
        ("Major Irk testified that he had received no call on 13 May.", "he had received", "denied"),
        ("Five men were held, among them Omar Nadir, who is suspected of having lodged the men.", "who is", "possible"),
        ("A reward is offered for Tarn, who was alleged to be living in a villa.", "who was alleged", "alleged"),
        ("The minister denied in court that he had known the man; he was silent then.", "he had known", "denied"),
    ],
)
def test_how_surely_it_is_said(view_of: ViewOf, text: str, start: str, stance: str) -> None:
    found = statements(view_of(text))
    assert [s for quote, s in found if quote.startswith(start)] == [stance], found


def test_clauses_said_with_unlike_sureness_stand_apart(view_of: ViewOf) -> None:
    text = "Sol Amund told us that the mayor could not have done this alone and that the army may have known of it."
    assert statements(view_of(text)) == [
        ("the mayor could not have done this alone", "denied"),
        ("the army may have known of it", "possible"),
    ]


def test_clauses_said_alike_stay_one(view_of: ViewOf) -> None:
    found = statements(view_of("Sol Amund said that the gate was open and that the guard slept."))
    assert found == [("the gate was open and that the guard slept", "asserted")]


def test_a_plain_condition_is_no_statement(view_of: ViewOf) -> None:
    assert statements(view_of("If it rains, the market will close. It would be cold.")) == []
