"""Figures whose digits stand in groups, and numbers that only stand side by side."""

from __future__ import annotations

import pytest

from rashomon.stages.annotate.digit_groups import has_digit_groups, join_groups


def joined(text: str) -> list[str]:
    """The words of a text after the joining, cut at white space and behind commas."""
    spans, at = [], 0
    for word in text.replace(",", " ,").split():
        at = text.index(word, at)
        spans.append((at, at + len(word)))
        at += len(word)
    return [text[a:b] for a, b in join_groups(text, spans)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("killed 1 204 people", "1 204"),
        ("some 12 500 came", "12 500"),
        ("lost 2 100 350 crowns", "2 100 350"),
        ("killed 1, 204 people", "1, 204"),
    ],
)
def test_groups_are_one_figure(text: str, figure: str) -> None:
    assert has_digit_groups(text)
    assert figure in joined(text)


@pytest.mark.parametrize(
    "text",
    [
        "on March 1, 204 people came",
        "in room 12 300 people met",
        "call 020 7946 0018 now",
        "in 2014 300 people came",
        "numbers 4, 115, 230 and 12",
        "the ratio 12 345/7",
    ],
)
def test_numbers_side_by_side_stay_apart(text: str) -> None:
    spans = joined(text)
    assert not any(" " in word for word in spans)
