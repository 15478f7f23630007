"""Statements: what speakers say, sentence by sentence, each on their word."""

from __future__ import annotations

from reading_gold import view_of

from rashomon.stages.claims.attribution import find_attributions
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.statements import find_statements


def statements(text: str) -> list[tuple[str, str]]:
    view = view_of(text)
    drafts = find_statements(view, Told((), ()), find_attributions(view))
    return [(d.quote.quote, d.stance) for d in drafts]


def test_each_sentence_of_a_quotation_is_a_statement() -> None:
    text = '"They beat him for an hour. Nobody came to help," said Ana Dell.'
    assert [quote for quote, _ in statements(text)] == ["They beat him for an hour", "Nobody came to help"]


def test_the_inner_speaker_has_the_statement() -> None:
    text = "The memo says that a guard said the gate was open."
    assert [quote for quote, _ in statements(text)] == ["the gate was open"]


def test_a_thing_named_is_no_statement() -> None:
    assert statements("Dell criticized the plan.") == []


def test_raised_subject_comes_with_its_predicate() -> None:
    [(quote, _)] = statements("Fenn was alleged to be connected to the bombers.")
    assert quote == "Fenn was alleged to be connected to the bombers"


def test_denying_words_deny() -> None:
    assert statements("The minister claimed that there had been no lapse.") == [("there had been no lapse", "denied")]


def test_what_only_appears_is_possible_in_the_reports_own_voice() -> None:
    [(quote, stance)] = statements("It appeared that the guards could have freed them.")
    assert (quote, stance) == ("It appeared that the guards could have freed them", "possible")


def test_what_is_only_asked_is_no_statement() -> None:
    assert statements("Police did not say why the guard was shot.") == []
