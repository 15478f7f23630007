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
        ("Major Irk testified that he had received no call on 13 May.", "he had received", "asserted"),
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
        ("the mayor could not have done this alone", "asserted"),
        ("the army may have known of it", "possible"),
    ]


def test_clauses_said_alike_stay_one(view_of: ViewOf) -> None:
    found = statements(view_of("Sol Amund said that the gate was open and that the guard slept."))
    assert found == [("the gate was open and that the guard slept", "asserted")]


def test_a_plain_condition_is_no_statement(view_of: ViewOf) -> None:
    assert statements(view_of("If it rains, the market will close. It would be cold.")) == []


@pytest.mark.parametrize(
    ("text", "start", "stance"),
    [
        ("The minister did not deny that soldiers had shot the boys.", "soldiers had", "undetermined"),
        ("Fenn withdrew his statement that Bel Tarn had shot the guard.", "Bel Tarn had", "denied"),
        ("The commission found no proof that the marchers carried firearms.", "the marchers", "unconfirmed"),
        ("Through his lawyer, Bel Tarn denied having been at the bridge.", "having been", "denied"),
        ('"We do not rule out that some are hiding," Mara Dell said.', "We do not", "possible"),
        ("In the tavern they say that the owner of the mill paid the soldiers.", "the owner", "alleged"),
        ("The minister, Ilda Varro, indicated that 22 policemen are detained.", "22 policemen", "asserted"),
        ("Bank records indicate that the mayor was paid.", "the mayor", "possible"),
        (
            "The police said they held six men, including one Law Shing, who is alleged to have sold fuel.",
            "who is",
            "alleged",
        ),
    ],
)
def test_what_a_speaker_stands_for(view_of: ViewOf, text: str, start: str, stance: str) -> None:
    found = statements(view_of(text))
    assert [s for quote, s in found if quote.startswith(start)] == [stance], found


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Rumours of ten dead are going around. We could not confirm them.", "unconfirmed"),
        ("Reports that ten people were killed have not been confirmed.", "unconfirmed"),
        ("It has not been confirmed that ten people were killed.", "unconfirmed"),
        ("Information according to which ten people were killed has not been confirmed.", "unconfirmed"),
        ("Ten people died in the mill. The figure could not be verified.", "unconfirmed"),
        ("Ten people died in the mill. The gate could not be opened.", "asserted"),
        ("Ten people died in the mill. Police could not confirm a second fire.", "asserted"),
    ],
)
def test_what_the_report_could_not_verify(view_of: ViewOf, text: str, stance: str) -> None:
    view = view_of(text)
    claims = read_claims(view.document, view.annotations).claims
    assert [c.stance for c in claims if c.value.number == 10] == [stance]
