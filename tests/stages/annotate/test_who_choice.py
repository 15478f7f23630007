"""Whom a "he" or a "she" means by all that stands around it: fitted weights, and what they may not settle."""

from __future__ import annotations

import pytest

import rashomon
from rashomon.model.document import Block, Document
from rashomon.settings import Settings
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser
from rashomon.stages.annotate.who.chances import NOBODY, chances
from rashomon.stages.annotate.who.lexicon import rows


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(Settings().model)


def pronouns(parser: Parser, text: str) -> list[tuple[str, str | None, bool]]:
    """Each pronoun of a text with the name of whom it means, and whether that is sure."""
    blocks = (Block(0, len(text), "body"),)
    document = Document(
        "d", "0" * 64, "f.txt", "text/plain", "article", None, None, None, None, None, "en", text, blocks, True
    )
    found = annotate(document, parser.parse(document))
    names = {r.id: r.name for r in found.referents}
    return [(m.quote, names.get(m.referent or ""), m.sure) for m in found.mentions if m.form == "pronoun"]


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        ("Police named Anton Velk as a suspect in the bombing and said he was still at large.", "he", "Anton Velk"),
        ("Emil Harn was questioned and released, according to his lawyer, Dora Quist.", "his", "Emil Harn"),
    ],
)
def test_what_the_rules_leave_open_is_settled_where_one_is_far_likelier(
    parser: Parser, text: str, pronoun: str, meant: str
) -> None:
    assert (pronoun, meant, True) in pronouns(parser, text)


@pytest.mark.parametrize(
    "text",
    [
        "Tomas Belk told Joren Hass that Emil Harn had not paid. He lived in Pest.",
        "Clerk Rolf Sand fired at a boy, who was running before he fell.",
        "Raids hit Jonas Bek next to the port, after Minister Ilir Maro branded his office a nest of spies.",
        "Daryl Wendt has told the paper it is not clear whether he will be sent home.",
        "The brother-in-law of suspect Sam Farid said he had no idea.",
        "The judge named Ilan Dorv, with whom he met in Pest.",
        "Gunmen killed a nurse and a guard, Tomas Belk. He then shot two drivers.",
    ],
)
def test_it_stays_open_where_another_may_be_meant(parser: Parser, text: str) -> None:
    assert [who for _, who, _ in pronouns(parser, text)] == [None]


def test_whom_a_rule_finds_behind_the_pronoun_is_kept_but_not_sure(parser: Parser) -> None:
    assert pronouns(parser, "During his stay in Pest, Goran Dusk met a banker.") == [("his", "Goran Dusk", False)]


def test_chances_are_shared_with_nobody() -> None:
    told = ("c:named", "c:main0", "c:rank0")
    alone, (first, second) = chances("pronouns.tsv", [told]), chances("pronouns.tsv", [told, told])
    assert first == second < alone[0] < 1
    assert first + second < 1
    assert chances("pronouns.tsv", []) == []


def test_the_weights_know_no_names_and_no_words_of_texts() -> None:
    features = {feature for feature, _ in rows("pronouns.tsv")} - {NOBODY}
    assert len(features) > 100
    assert all(f.startswith(("c:", "s:")) for f in features)


def test_one_who_is_surely_meant_is_accused() -> None:
    text = "Marko Selim, a baker, worked for the governor, Ilan Dorv. On Friday he was charged with the murder of two guards."
    read = rashomon.read(text, published="2013-05-12", publisher="The Quay", settings=Settings(processes=1))
    names = {e["id"]: e["name"] for e in read["entities"]}
    charged = [names.get(c["value"].get("entity")) for c in read["claims"] if c["property"] == "charge"]
    assert charged == ["Marko Selim"]


def test_whatever_somebody_may_have_done_is_nothing_told() -> None:
    text = "Police questioned Marko Selim on Monday. He must be heard, a lawyer said, whatever crimes he is alleged to have committed."
    read = rashomon.read(text, published="2013-05-12", publisher="The Quay", settings=Settings(processes=1))
    assert not [c for c in read["claims"] if c["property"] in ("perpetrator", "suspect", "charge")]
