"""Words found among letters that somebody else set."""

from __future__ import annotations

import pytest

from rashomon.text.letters import find_letters, letters_of


def found(page: str, words: str, before: str = "") -> str:
    numbers = find_letters(letters_of((sign, at) for at, sign in enumerate(page)), words, before)
    return page[numbers[0] : numbers[-1] + 1] if numbers else ""


@pytest.mark.parametrize(
    ("page", "words", "told"),
    [
        ("The gun-\nmen were seen.", "gunmen were", "gun-\nmen were"),
        ("an o\ufb03cer, 41, said", "officer, 41", "o\ufb03cer, 41"),
        ("ÖLENLERİN SAYISI", "ölenlerin sayısı"[:6], "ÖLENLE"),
        ("“We know” , he said", '"We know"', "We know"),
        ("nothing of the kind", "another text", ""),
        ("", "words", ""),
        ("words", "", ""),
    ],
)
def test_what_stands_between_letters_does_not_count(page: str, words: str, told: str) -> None:
    assert found(page, words) == told


def test_of_the_same_words_those_are_meant_before_which_the_same_stands() -> None:
    page = "In March 12 people died. In April 12 people died."
    numbers = find_letters(letters_of((sign, at) for at, sign in enumerate(page)), "12 people died", "In April ")
    assert numbers[0] == page.rindex("12")


def test_words_that_run_over_the_end_are_found_as_far_as_they_stand() -> None:
    assert found("x The governor said that nobody", "The governor said that nobody had been warned") == (
        "The governor said that nobody"
    )
    assert found("x The gov", "The governor said that nobody had been warned") == ""
