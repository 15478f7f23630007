"""Places by name: folded look-up, and which holds which."""

from __future__ import annotations

import pytest

from rashomon.text.places import contains, lookup, parents


def test_lookup_is_folded_and_sorted_from_country_to_village() -> None:
    assert lookup("Şanlıurfa") == lookup("sanliurfa")
    assert lookup("Georgia")[0].kind == "country"
    assert [p.population for p in lookup("Springfield")] == sorted(
        (p.population for p in lookup("Springfield")), reverse=True
    )
    assert lookup("Nowhereville-upon-Nothing") == ()


@pytest.mark.parametrize(
    ("outer", "inner", "answer"),
    [
        ("Şanlıurfa", "Siverek", True),
        ("Turkey", "Sıverek", True),
        ("Hatay", "Siverek", False),
        ("Turkey", "Hatay", True),
        ("Hatay", "Turkey", False),
        ("Lyon", "Lyon", True),
        ("Lyon", "Marseille", False),
        ("Lyon", "Nowhereville", None),
        ("Syria", "Kobanê", True),
        ("US", "Chicago", True),
    ],
)
def test_contains(outer: str, inner: str, answer: bool | None) -> None:
    assert contains(outer, inner) is answer


def test_parents_are_region_and_country() -> None:
    assert parents("Siverek") == ("Sanliurfa", "Turkey")
    assert parents("Turkey") == ()


def test_other_spellings_lead_to_the_same_place() -> None:
    assert lookup("Urfa")[-1] == lookup("Şanlıurfa")[-1]
    assert lookup("Kobani") == lookup("Kobanê")
