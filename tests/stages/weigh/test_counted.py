"""Whom a figure counts, as far as its words tell."""

from __future__ import annotations

import pytest

from rashomon.stages.weigh.counted import read_counted, relate, says_whom, singular


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (None, "people", "same"),
        ("victims", "lives", "same"),
        ("Tarvel Police Department officers", "officers", "first_is_part"),
        ("mostly Kurdish activists", "activists", "same"),
        ("police officers", "policemen", "same"),
        ("activists", "people", "may_differ"),
        ("civilians", "Turkish citizens", "may_differ"),
        ("children", "people", "first_is_part"),
        (None, "soldiers", "second_is_part"),
        ("soldiers", "children", "apart"),
        ("Varnan soldiers", "Ostian soldiers", "apart"),
        ("a judge and her clerk", "people", "apart"),
        ("members of the group", "members", "same"),
    ],
)
def test_relations(first: str | None, second: str | None, relation: str) -> None:
    assert relate(read_counted(first), read_counted(second)) == relation


def test_relations_turn_round() -> None:
    turned = {"first_is_part": "second_is_part", "second_is_part": "first_is_part"}
    words = [None, "people", "children", "activists", "Varnan soldiers", "a judge and her clerk"]
    for a in words:
        for b in words:
            one, other = relate(read_counted(a), read_counted(b)), relate(read_counted(b), read_counted(a))
            assert one == turned.get(other, other), (a, b)


def test_singulars() -> None:
    plurals = {"women": "woman", "bodies": "body", "churches": "church", "soldiers": "soldier", "people": "people"}
    assert {p: singular(p) for p in plurals} == plurals


def test_words_that_tell_a_reader_whom() -> None:
    assert [says_whom(w) for w in ("people", "civilians", "lives", "others", "young people")] == [
        True, True, False, False, True,
    ]  # fmt: skip
