"""What is an ordinary English word, and as what."""

from __future__ import annotations

import pytest

from rashomon.text.english import is_common, is_compound, is_listed, is_verb_form, parts_of_speech


@pytest.mark.parametrize("word", ["raid", "ordered", "denies", "struck", "of", "cities", "tapping"])
def test_words_in_any_form_are_common(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize("word", ["karsova", "velmara", "brandt", "ilker"])
def test_names_are_no_words(word: str) -> None:
    assert not is_common(word)


def test_a_form_is_not_listed_and_tells_the_verb() -> None:
    assert is_listed("raid") and not is_listed("denies")
    assert is_verb_form("denies") and is_verb_form("shot") and not is_verb_form("raid")
    assert "v" in parts_of_speech("sues") and not parts_of_speech("osgrim")


def test_two_words_written_as_one() -> None:
    assert is_compound("greybeard") and not is_compound("karsova")
