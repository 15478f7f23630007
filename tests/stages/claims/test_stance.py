"""Local stance: the gold halves against floors that may only rise."""

from __future__ import annotations

import pytest
from reading_gold import gold, view_of

from rashomon.model.claim import Stance
from rashomon.stages.claims.stance import combine, local_stance

FLOORS = {"dev": 52, "test": 51}


def stance_at(text: str, word: str) -> Stance | None:
    sentence = view_of(text).sentences[0]
    at = [n for n, token in enumerate(sentence.tokens) if token.text == word][-1]
    return local_stance(sentence, at)


@pytest.mark.parametrize("split", ["dev", "test"])
def test_gold_stances_stay_above_their_floor(split: str) -> None:
    rows = gold("stance", split)
    right = [row["id"] for row in rows if stance_at(row["text"], row["word"]) == row["stance"]]
    assert len(right) >= FLOORS[split], sorted({row["id"] for row in rows} - set(right))


def test_there_was_no_is_a_denial() -> None:
    assert stance_at("The minister was told that there had been no lapse.", "been") == "denied"


def test_failing_to_stop_an_attack_leaves_the_attack() -> None:
    assert stance_at("They failed to stop the attack.", "attack") == "asserted"


def test_what_a_plan_includes_is_planned() -> None:
    text = "The gangs are preparing for rough deeds, including kidnappings and attacks on shops, for May."
    assert stance_at(text, "attacks") is None


@pytest.mark.parametrize(
    ("outer", "inner", "both"),
    [
        ("asserted", "possible", "possible"),
        ("alleged", "asserted", "alleged"),
        ("denied", "asserted", "denied"),
        ("denied", "denied", "denied"),
    ],
)
def test_the_weaker_stance_remains(outer: Stance, inner: Stance, both: Stance) -> None:
    assert combine(outer, inner) == both


@pytest.mark.parametrize(
    ("text", "word", "stance"),
    [
        ("No fewer than 78 persons were killed in the raid.", "killed", "asserted"),
        ("No less than 20 soldiers were killed.", "killed", "asserted"),
        ("No person was killed in the raid.", "killed", "denied"),
    ],
)
def test_a_bound_is_no_negation(text: str, word: str, stance: str) -> None:
    assert stance_at(text, word) == stance
