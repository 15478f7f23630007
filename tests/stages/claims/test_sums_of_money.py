"""Sums in the many ways in which news tells them, and whose money a word is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.payments import find_money
from rashomon.stages.claims.persons.currencies import home_of
from rashomon.stages.claims.persons.sums import find_sums
from rashomon.stages.claims.persons.wanted import find_wanted
from rashomon.stages.claims.view import View

Read = Callable[[str], View]
NOTHING = Told((), ())


@pytest.mark.parametrize(
    ("text", "number", "currency", "sides"),
    [
        ("Mira Holt bankrolled the gunmen to the tune of 50,000 dirhams.", 50000, "AED", ["Mira Holt", "the gunmen"]),
        ("Paul Drake received some £9,500 a month.", 9500, "GBP", ["Paul Drake"]),
        ("A bag holding 40,000 euros changed hands in the car park.", 40000, "EUR", []),
        ("Promised 800 euros by Mira Holt, the waiter opened the door.", 800, "EUR", ["Mira Holt", "the waiter"]),
        ("Paul Drake, paid 800 euros by the mayor, drove the car.", 800, "EUR", ["Paul Drake", "the mayor"]),
        ("For 300 soles a month the two guards let the truck pass.", 300, "PEN", ["the two guards"]),
        ("Paul Drake did it for 25,000 euros.", 25000, "EUR", ["Paul Drake"]),
        ("Mira Holt put a price of 25,000 euros on the judge's head.", 25000, "EUR", []),
        ("The price was $40,000, half before and half after the job.", 40000, "USD", []),
        ("The lawyer haggled them down to 15,000 euros.", 15000, "EUR", ["The lawyer"]),
        ("The court set damages at 90,000 rand.", 90000, "ZAR", []),
        ("In Lisbon the insurers paid Dona Prado in full: 12 million escudos.", 12000000, "PTE", ["insurers", "Prado"]),
        ("The widow turned down 25,000 euros from the company.", 25000, "EUR", ["The widow", "the company"]),
        ("The ransom, 100,000 euros in used notes, was left under a bridge.", 100000, "EUR", []),
        ("Mira Holt paid the National Police 180,000 soles in May.", 180000, "PEN", ["Mira Holt", "National Police"]),
        ("Two instructors trained the men, on wages of 3,000 euros a month from Mira Holt.", 3000, "EUR", ["Mira Holt"]),
        ("Mira Holt gave Paul Drake twenty-five thousand euros.", 25000, "EUR", ["Mira Holt", "Paul Drake"]),
        ("Mira Holt gave Paul Drake two and a half million euros.", 2500000, "EUR", ["Mira Holt", "Paul Drake"]),
        ("Mira Holt gave Paul Drake 15 000 dollars.", 15000, "USD", ["Mira Holt", "Paul Drake"]),
        ("The union sent a wreath and 1,500 euros to Mira Holt.", 1500, "EUR", ["Mira Holt"]),
        ("The ministry has authorized a reward of up to $5 million for his arrest.", 5000000, "USD", []),
    ],
)  # fmt: skip
def test_a_sum_in_other_words(view_of: Read, text: str, number: int, currency: str, sides: list[str]) -> None:
    draft = next(iter(find_money(view_of(text), NOTHING)))
    assert (draft.value.number, draft.value.currency) == (number, currency)
    assert all(any(side in p.text for p in draft.value.parties) for side in sides)


def test_what_another_verb_is_for_is_not_what_a_sum_is_for(view_of: Read) -> None:
    text = "Milan Dorvik is due before the judge for a hearing on 1 February and is held in lieu of $420,000 bail."
    assert [p.role for d in find_money(view_of(text), NOTHING) for p in d.value.parties] == ["payer"]
    paid = "Milan Dorvik paid the two men for the murder $5,000 in cash."
    assert "about" in [p.role for d in find_money(view_of(paid), NOTHING) for p in d.value.parties]


def test_shares_of_a_sum_in_bare_numbers(view_of: Read) -> None:
    text = "Of the 27 million naira that the family scraped together, 20 went to the gunmen, 5 to go-betweens and 2 to the police."
    found = [(d.value.number, d.value.parties[0].text) for d in find_money(view_of(text), NOTHING)]
    assert [one for one in found if one[0] < 27000000] == [
        (20000000, "the gunmen"),
        (5000000, "go-betweens"),
        (2000000, "the police"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 300 strikers, 20 went to the police and 5 to the hospital.",
        "The fire caused damage of 25,000 euros.",
        "The price of bread was 500 pounds.",
        "The firm had a contract of 5 million euros.",
        "Paul Drake earned 3,000 euros a month as a teacher.",
        "The government increased its support by 20 million pounds.",
        "Mira Holt delivered 40 pounds of explosives to Paul Drake.",
        "Three real friends went to Paul Drake.",
        "Paul Drake bought N95 masks.",
    ],
)
def test_no_payment(view_of: Read, text: str) -> None:
    assert list(find_money(view_of(text), NOTHING)) == []


@pytest.mark.parametrize(
    ("words", "places", "number", "currency"),
    [
        ("25,000 francs", ["Niamey"], 25000, "XOF"), ("25,000 francs", [], 25000, "CHF"),
        ("5 million CFA francs", ["Douala"], 5000000, "XAF"), ("5 million FCFA", [], 5000000, "XOF"),
        ("15 million som", ["Bishkek"], 15000000, "KGS"), ("15 million Uzbek som", ["Bishkek"], 15000000, "UZS"),
        ("25,000 pounds", ["Cairo"], 25000, "EGP"), ("25,000 pounds", ["Cairo", "London"], 25000, "GBP"),
        ("Sh25,000", ["Kampala"], 25000, "UGX"), ("25,000 crowns", ["Prague"], 25000, "CZK"),
        ("25,000 South Korean won", [], 25000, "KRW"), ("3 Hong Kong dollars", [], 3, "HKD"),
        ("N25m", [], 25000000, "NGN"), ("R$25,000", [], 25000, "BRL"), ("S/. 300", [], 300, "PEN"),
        ("5,000 €", [], 5000, "EUR"), ("300 zł", [], 300, "PLN"), ("2 bitcoins", [], 2, "BTC"),
        ("25,000 pesos", ["Bogota"], 25000, "COP"), ("Rs 2 lakh", [], 200000, "INR"), ("Rs 2 lakh", ["Karachi"], 200000, "PKR"),
        ("500 dollars", ["Harare"], 500, "USD"), ("12 million escudos", ["Lisbon"], 12000000, "PTE"),
    ],
)  # fmt: skip
def test_whose_money_a_word_is(words: str, places: list[str], number: int, currency: str) -> None:
    (found,) = find_sums(words, home_of("", places))
    assert (found.value.number, found.value.currency) == (number, currency)


def test_what_a_text_says_in_full_holds_for_the_rest() -> None:
    home = home_of("He got 5 million CFA francs. Of these 2 million francs were gone.", ["Abidjan"])
    assert [s.value.currency for s in find_sums("2 million francs", home)] == ["XOF"]
    assert not list(find_sums("R2 and N95 and all 20 men won"))


def test_a_reward_and_a_payment_of_one_text_are_in_one_currency(view_of: Read) -> None:
    view = view_of(
        "In Niamey Paul Drake is wanted, and 20 million francs are the reward. Mira Holt paid Ivo Sark 5,000 francs."
    )
    paid = [d.value.currency for d in find_money(view, NOTHING)]
    sought = [d.value.currency for d in find_wanted(view, NOTHING)]
    assert set(paid) | {c for c in sought if c} == {"XOF"}


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Mira Holt gave 5,000 euros to Paul Drake and 3,000 euros to Otto Rall.", {5000: ["Paul Drake"], 3000: ["Otto Rall"]}),
        ("He paid Paul Drake 5,000 euros and Otto Rall 3,000 euros.", {5000: ["Paul Drake"], 3000: ["Otto Rall"]}),
        ("Mira Holt gave Paul Drake 5,000 euros and 3,000 dollars.", {5000: ["Paul Drake"], 3000: ["Paul Drake"]}),
    ],
)  # fmt: skip
def test_of_several_sums_each_is_its_own_persons(view_of: Read, text: str, whose: dict[int, list[str]]) -> None:
    found = list(find_money(view_of(text), NOTHING))
    assert {d.value.number: [p.text for p in d.value.parties if p.role == "payee"] for d in found} == whose


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Mira Holt had 60,000 euros. She passed on 15,000 to Paul Drake and 5,000 to Otto Rall.", [15000, 5000]),
        ("Mira Holt paid 40,000 dollars. A clerk told us that 15,000 of it ended up with Paul Drake.", [40000, 15000]),
        ("Mira Holt got 500 euros. The march drew 15,000 to the square, and 12,000 from Tarsk.", [500]),
        ("Mira Holt got 500 euros. Paul Drake gave 2,500 pupils a day off. He was paid in 2015.", [500]),
        ("Paul Drake received 15,000 from Mira Holt.", []),
    ],
)
def test_a_bare_number_is_money_of_the_sum_told_before(view_of: Read, text: str, numbers: list[int]) -> None:
    assert [d.value.number for d in find_money(view_of(text), NOTHING)] == numbers
