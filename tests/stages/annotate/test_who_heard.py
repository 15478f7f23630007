"""Whom a word means by what the encoder hears: added to the tables' likelihoods, and silent where it can't hear."""

from __future__ import annotations

import pytest

from rashomon.stages.annotate.who.hearing import weighed


def test_nothing_heard_leaves_the_likelihoods_as_they_are() -> None:
    assert weighed([0.6, 0.3], None, 1.0) == [0.6, 0.3]
    assert weighed([0.6, 0.3], [0.0, 0.0], 1.0) == pytest.approx([0.6, 0.3])
    assert weighed([], [], 1.0) == []


def test_what_speaks_for_one_speaks_against_the_others_and_against_nobody() -> None:
    first, second = weighed([0.45, 0.45], [3.0, 0.0], 1.0)
    assert first > 0.8 > 0.2 > second
    assert first + second < 1


def test_by_no_share_of_it_nothing_changes() -> None:
    assert weighed([0.5, 0.4], [9.0, -9.0], 0.0) == pytest.approx([0.5, 0.4])


def test_what_the_tables_exclude_stays_small() -> None:
    (only,) = weighed([0.0], [4.0], 0.5)
    assert only < 0.01
