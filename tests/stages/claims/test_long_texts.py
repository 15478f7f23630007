"""What is asked once for each incident of a long text looks nothing up by going through all of it."""

from __future__ import annotations

import random

from rashomon.model.claim import Occurrence
from rashomon.model.span import Quote
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.signs import signs_in
from rashomon.stages.claims.unread import Sources


def test_the_occurrence_in_a_range_is_the_first_that_has_a_word_there() -> None:
    chance = random.Random(5)
    words = [(at := chance.randrange(0, 400), at + chance.randrange(1, 9)) for _ in range(60)]
    told = Told(
        tuple(
            Occurrence(f"o{n}", "d", "attack", tuple(Quote(a, b, "x" * (b - a)) for a, b in words[n * 3 : n * 3 + 3]))
            for n in range(20)
        ),
        (),
    )
    for start in range(0, 400, 7):
        for end in (start, start + 3, start + 40):
            slow = (o for o in told.occurrences if any(start <= m.start and m.end <= end for m in o.mentions))
            assert told.occurrence_at(start, end) is next(slow, None)


def test_sources_know_what_lies_within_one_of_them() -> None:
    spans = [(0, 30), (2, 5), (40, 44), (41, 60)]
    sources = Sources(spans)
    for start in range(65):
        for end in range(start, 65):
            assert sources.hold(start, end) == any(a <= start and end <= b for a, b in spans)
    assert not Sources([]).hold(0, 1)


def test_signs_are_words_or_their_beginnings() -> None:
    assert signs_in("Three were KILLED")["victims"] == 0.7
    assert "victims" not in signs_in("The overkill of it")
    assert "contact" in signs_in("He kept in touch") and not signs_in("touched in it")
    assert "money" in signs_in("It cost $ 5")
