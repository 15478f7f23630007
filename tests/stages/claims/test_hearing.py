"""The encoder beside the pointer's tables: what it adds, where it is not asked, and that neither names nor neighbours decide."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from rashomon.lexicon.nameless import nameless
from rashomon.stages.claims.pointer import FAINT, GUILT, pointed
from rashomon.stages.claims.pointer.features import places
from rashomon.stages.claims.pointer.hearing import heard_pairs, heard_place, heard_places, of_summed, together
from rashomon.stages.claims.pointer.pairs import pairs
from rashomon.stages.claims.view import View
from rashomon.text import heard as passages

ViewOf = Callable[[str], View]
SHOT = "Prosecutors say Viktor Harl lured the surveyor to the quarry, where he strangled her."


def test_each_place_has_a_number_for_guilt_custody_conviction_and_each_grade(view_of: ViewOf) -> None:
    sentence = view_of(SHOT).sentences[0]
    told = heard_places(sentence, list(places(sentence)))
    assert told
    assert {one.shape for one in told if one is not None} == {(9,)}


def test_both_are_added_by_their_shares() -> None:
    assert together(GUILT.table, 10_000, None) == 10_000
    nothing, more = together(GUILT.table, 0, 0.0), together(GUILT.table, 10_000, 0.0)
    assert more - nothing == round(of_summed(GUILT.table) * 10_000)
    assert together(GUILT.table, 0, 2.0) > nothing > together(GUILT.table, 0, -2.0)


def test_who_did_it_is_heard_louder_than_whom_it_befell(view_of: ViewOf) -> None:
    sentence = view_of("Viktor Harl poured petrol over the shop of Lena Osk and lit it.").sentences[0]
    loudest: dict[str, float] = {}
    for place in places(sentence):
        said = heard_place(sentence, place, GUILT.table)
        assert said is not None
        word = sentence.words[place.who]
        loudest[word] = max(said, loudest.get(word, said))
    assert loudest["harl"] > 0 > loudest["osk"]


def test_a_quiet_sentence_is_not_heard(view_of: ViewOf, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(
        passages, "encoded", lambda passage: asked.append(len(passage)) or np.zeros((len(passage), 384))
    )
    passages._encoded.cache_clear()
    quiet, loud = (
        "Lena Osk grows apples.",
        "Viktor Harl shot the surveyor dead in Karsova.",
    )
    assert pointed(view_of(quiet).sentences[0]) == ()
    assert asked == []
    pointed(view_of(loud).sentences[0])
    assert asked
    passages._encoded.cache_clear()
    assert 0 < FAINT < GUILT.half


def test_what_else_is_read_changes_nothing(view_of: ViewOf) -> None:
    def told(view: View) -> list[list[float]]:
        sentence = view.sentences[0]
        return [[] if one is None else one.tolist() for one in heard_places(sentence, list(places(sentence)))]

    first = told(view_of(SHOT))
    view_of("Anton Kesk was jailed for nine years. He appealed.")
    assert told(view_of(SHOT)) == first


def test_two_who_met_are_heard(view_of: ViewOf) -> None:
    sentence = view_of("Viktor Harl telephoned Lena Osk twice before noon.").sentences[0]
    told = heard_pairs(sentence, list(pairs(sentence)))
    assert max(float(one[0]) for one in told if one is not None) > 0


def test_what_lies_behind_a_passage_is_weighed_by_the_tables(view_of: ViewOf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "LONGEST", 7)
    sentence = view_of("Viktor Harl shot the surveyor dead in the quarry, and Anton Kesk buried her.").sentences[0]
    told = heard_places(sentence, list(places(sentence)))
    assert {one is None for one in told} == {True, False}
    assert pointed(sentence)


@pytest.mark.parametrize("name", ["Ahmed Qasmuri", "Mehmet Tosunlu", "Chidi Nwankora", "Zoran Maletko"])
def test_names_are_not_heard(view_of: ViewOf, name: str) -> None:
    def told(view: View) -> list[list[float]]:
        sentence = view.sentences[0]
        return [[] if one is None else one.tolist() for one in heard_places(sentence, list(places(sentence)))]

    text = "Prosecutors say {} paid two men to burn the shop of a baker."
    assert told(view_of(text.format(name))) == told(view_of(text.format("John Hadley")))


def test_where_somebody_is_from_is_not_heard(view_of: ViewOf) -> None:
    said = [
        nameless(view_of(f"The {origin} driver shot the guard.").sentences[0].tokens)
        for origin in ("Danish", "Kurdish", "Catholic")
    ]
    assert said[0] == said[1] == said[2]
    assert "guard" in said[0]
