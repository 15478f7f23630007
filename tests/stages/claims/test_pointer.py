"""The learned pointer: whom it accuses that no rule reads, whom it leaves alone, and what it may know."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import rashomon
from rashomon.model.claim import ACCUSATIONS
from rashomon.stages.claims.draft import RULES
from rashomon.stages.claims.pointer import GUILT, POINTER
from rashomon.stages.claims.pointer.classes import classes_of, common_word
from rashomon.stages.claims.pointer.features import places
from rashomon.stages.claims.pointer.pairs import pairs
from rashomon.stages.claims.pointer.weighing import ONE, Scales, grade, likelihood, likely, speaking_most
from rashomon.stages.claims.view import View
from rashomon.stages.claims.wordlists import rows, word_list

ViewOf = Callable[[str], View]
_WORD = re.compile(r"(?:calledl|besidel|word|\bby)[:=]([^|.>:]*)")


def _accused(text: str) -> set[tuple[str, str]]:
    """Who is accused, with whose reading it is."""
    case = rashomon.read(text, published="2021-03-09")
    names = {e["id"]: e["name"] for e in case["entities"]}
    claims = [c for c in case["claims"] if c["property"] in ACCUSATIONS]
    return {
        (names.get(c["value"].get("entity"), c["value"].get("text")), c["reader"].partition("/")[0]) for c in claims
    }


YES = (
    ("Lena Osk is alleged to have supplied the band with ammunition in exchange for gold.", "Lena Osk"),
    ("Police later arrested a 19-year-old man, Ivo Sark, who they said had driven the motorcycle.", "Ivo Sark"),
    (
        "The court, which sentenced Captain Joram Neel to 22 years, held that Neel had opened the cordon to the militia and had then told his own men to fire.",
        "Joram Neel",
    ),
)
NO = (
    "Judge Lena Osk, who sentenced the bombers, thanked the police.",
    "Sergeant Ivo Sark carried the wounded out of the burning bus.",
    "Viktor Harl, who lost his wife in the bombing, lit a candle at the gate.",
    "The murdered journalist Lena Osk had written of the Ember Front for years.",
    "Marko Dulin, a lawyer for the victims' families, read the names of the dead.",
    "The baker, Anton Kesk, was shot as he opened his shop on Monday.",
    "Doctor Abena Quarsh operated on 14 of the wounded that night.",
    "Radu Venic, the president, condemned the massacre and promised justice.",
    "Ivor Melk boarded the bus that was bombed at noon.",
    "Ivor Melk was holding the child when the bomb went off.",
    "Ivor Melk and Lena Osk appeared to have been the targets in the shootings.",
    "Marines boarded the boats and seized a cache of arms and rifles, the statement said.",
    "Prosecutors decided against charging Ivor Melk with murder.",
    "Ivor Melk, whose son was held for nine days, paid the kidnappers 400 euros.",
    "Ivor Melk was at home that night. The letter accuses him of nothing.",
)


def test_where_it_is_half_sure_the_sentence_is_listed_and_nobody_named() -> None:
    text = "Viktor Harl washed the floor of the cellar before the police came."
    case = rashomon.read(text, published="2021-03-09")
    assert not [c for c in case["claims"] if c["property"] in ACCUSATIONS]
    assert [u["why"] for u in case["unread"] if "accuse somebody" in u["why"]]
    assert not [u for u in case["unread"] if "Harl" in u["why"].partition("may accuse")[2]]


@pytest.mark.parametrize(("text", "who"), YES)
def test_what_no_rule_reads(text: str, who: str) -> None:
    assert (who, POINTER) in _accused(text)


@pytest.mark.parametrize("text", NO)
def test_people_beside_a_deed(text: str) -> None:
    assert _accused(text) == set()


def test_where_a_rule_reads_somebody_the_rule_holds() -> None:
    assert _accused("Viktor Harl shot the surveyor dead on Monday.") == {("Viktor Harl", RULES)}


@pytest.mark.parametrize("names", [("Viktor Harl", "Lena Osk"), ("Abena Quarsh", "Sun Weilo")])
def test_names_are_no_features(view_of: ViewOf, names: tuple[str, str]) -> None:
    view = view_of(f"Prosecutors say {names[0]} lured {names[1]} to the quarry.")
    told = {f for p in places(view.sentences[0]) for f in p.features}
    assert told
    assert not [f for f in told if any(part.lower() in f for name in names for part in name.split())]


def test_the_tables_hold_ordinary_words_alone() -> None:
    names = ("guilt.tsv", "grades.tsv", "custody.tsv", "verdicts.tsv", "contacts.tsv", "contact_kinds.tsv")
    tables = [row[0] for name in names for row in rows("pointer", name)]
    words = {found.partition("_")[0] for feature in tables for found in _WORD.findall(feature) if found}
    assert len(words) > 500
    assert [w for w in words if common_word(w) != w] == []


def test_nation_creed_and_colour_are_no_features() -> None:
    sorted_by = ("danish", "catholic", "white", "foreigner", "kurdish")
    assert [word for word in sorted_by if common_word(word) or classes_of(word)] == []
    assert common_word("surveyor") == "surveyor"
    listed = {row[0] for row in rows("pointer", "neighbours.tsv")}
    assert listed & {*word_list("who", "demonyms.txt"), *word_list("who", "creeds.txt")} == set()


def test_a_likelihood_and_what_made_it(view_of: ViewOf) -> None:
    view = view_of("Prosecutors say Viktor Harl lured Lena Osk to the quarry and strangled her.")
    harl = [p for p in places(view.sentences[0]) if p.role == "doer" and view.sentences[0].words[p.who] == "harl"]
    assert harl
    assert max(likely(GUILT.table, p.features) for p in harl) > GUILT.half > likely(GUILT.table, ())
    assert grade(harl[0].features) in ACCUSATIONS | {"blame"}
    loudest = speaking_most(GUILT.table, harl[0].features, 5)
    assert len(loudest) == 5
    assert [abs(w) for _, w in loudest] == sorted((abs(w) for _, w in loudest), reverse=True)
    assert 0 < GUILT.half < GUILT.sure < 1


def test_whoever_is_called_innocent_is_accused_by_nobody_there() -> None:
    found = _accused(
        "Prosecutors say Milo Vargen planned the bombing in Karsova. His lawyer, Lena Osk, said that her client is innocent."
    )
    assert found == {("Milo Vargen", RULES)}


def test_what_is_weighed_at_once_is_the_sum_of_the_features_by_name(view_of: ViewOf) -> None:
    view = view_of(
        "Prosecutors say Viktor Harl, a guard, lured Lena Osk and two workers to the quarry, strangled her and was jailed for nine years. "
        "Police accused the mayor of ordering officers to beat protesters and of hiding it from the court."
    )
    tables = ("guilt.tsv", "custody.tsv", "verdicts.tsv")
    for sentence in view.sentences:
        scales = Scales(*tables)
        for place in places(sentence):
            assert len(set(place.features)) == len(place.features)
            sums = scales.weigh(place.told, place.where)
            assert [likelihood(one) for one in sums] == [likely(table, place.features) for table in tables]
        for pair in pairs(sentence):
            (total,) = Scales("contacts.tsv").weigh(pair.told, "")
            assert likelihood(total) == likely("contacts.tsv", pair.features)


def test_weights_are_printed_with_no_more_decimals_than_are_counted() -> None:
    names = ("guilt.tsv", "grades.tsv", "custody.tsv", "verdicts.tsv", "contacts.tsv", "contact_kinds.tsv")
    printed = {weight for name in names for _, *weights in rows("pointer", name) for weight in weights}
    assert [weight for weight in printed if round(float(weight) * ONE) / ONE != float(weight)] == []
