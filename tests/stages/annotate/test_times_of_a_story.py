"""The year that a day without one has in a story told long after."""

from __future__ import annotations

import pytest
from test_times import values


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The toll was put at 24 on March 15, 2023, and at 29 on March 21.", ("March 21", "2023-03-21")),
        ("He stayed from February 3 to February 5, 2023. His host is today a judge. On February 4 a guest came.",
         ("February 4", "2023-02-04")),
        ("He was arrested on December 15, 2023. The sentence fell on January 2.", ("January 2", "2024-01-02")),
        # Near the writing, and in another part of the year, it is news.
        ("He was arrested on September 20, 2023. The sentence fell on October 2.", ("October 2", "2031-10-02")),
        ("He was arrested on March 15, 2023. The hearing was on July 21.", ("July 21", "2031-07-21")),
    ],
)  # fmt: skip
def test_a_story_goes_on_in_its_year(text: str, last: tuple[str, str]) -> None:
    assert values(text)[-1] == last
