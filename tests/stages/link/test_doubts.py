"""Names that may be one and may be two are asked about: what settles them and what does not."""

from __future__ import annotations

import pytest

from rashomon.model.account import Account
from rashomon.model.link import Linked, Match
from rashomon.stages.link import link

from .casebook import Report


def person(name: str, role: str | None = None, text: str = "{} met Tove Ulmar in Karsova.") -> Account:
    report = Report(text.format(name)).names("person", name, "Tove Ulmar").names("place", "Karsova")
    return (report if role is None else report.is_called(name, role)).account()


def verdicts(linked: Linked) -> list[str]:
    return [m.verdict for m in linked.matches if m.kind == "entity"]


def _matches(*accounts: Account) -> list[Match]:
    return [m for m in link(list(accounts))[0].matches if m.kind == "entity"]


def test_a_letter_apart_and_another_trade_is_a_question_and_holds_apart() -> None:
    linked, _ = link([person("Marlin Osgrim", "printer"), person("Marvin Osgrim", "chairman of the bank")])
    assert verdicts(linked) == ["disputed"]
    assert len([e for e in linked.entities if "Osgrim" in e.name]) == 2


def test_two_first_names_that_are_borne_are_a_question_without_any_trade() -> None:
    assert [m.verdict for m in _matches(person("Marlin Osgrim"), person("Marvin Osgrim"))] == ["disputed"]


def test_one_office_settles_a_letter() -> None:
    found = _matches(person("Marlin Osgrim", "harbour master"), person("Marvin Osgrim", "harbour master"))
    assert [m.verdict for m in found] == ["same"]


def test_much_misspelt_in_one_office_is_asked() -> None:
    found = _matches(person("Tamelin Horkevan", "party leader"), person("Tamilan Hokervan", "party leader"))
    assert [m.verdict for m in found] == ["disputed"] and "party" in found[0].reason
    assert not _matches(person("Tamelin Horkevan", "party leader"), person("Tamilan Hokervan", "baker"))


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        ("Joren K.", "Joren Kaspel", "disputed"),
        ("J. Kaspel", "Joren Kaspel", "same"),
        ("Tomas Rivel", "Tomas Rivel Mantek", "same"),
        ("Karol Stolm", "Karola Stolm", "disputed"),
        ("Samir Alrimlan", "Samir al-Rimlan", "same"),
    ],
)
def test_what_is_the_same_and_what_is_asked(one: str, two: str, verdict: str) -> None:
    assert [m.verdict for m in _matches(person(one), person(two))] == [verdict]


def test_a_given_name_alone_is_asked_about_and_joins_nobody() -> None:
    linked, _ = link([person("Stolm Khaled"), person("Khaled")])
    assert verdicts(linked) == ["disputed"]
    assert len([e for e in linked.entities if "Khaled" in e.name]) == 2


def test_a_plural_in_a_bodys_name_is_no_other_body() -> None:
    one = Report("The Coastal Crimes Court freed Tove Ulmar.").names("organization", "Coastal Crimes Court")
    two = Report("The Coastal Crime Court freed Tove Ulmar.").names("organization", "Coastal Crime Court")
    found = _matches(one.names("person", "Tove Ulmar").account(), two.names("person", "Tove Ulmar").account())
    assert [m.verdict for m in found] == ["same"]
