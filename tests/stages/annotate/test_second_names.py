"""Second names go to the one who bears them, in whatever form they stand; bodies and towns bear none of a person's."""

from __future__ import annotations

import pytest

from rashomon.model.annotation import Referent
from rashomon.model.document import Block, Document
from rashomon.settings import Settings
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(Settings().model)


def read(parser: Parser, text: str) -> list[Referent]:
    document = Document(
        "d", "0" * 64, "f.txt", "text/plain", "article", None, None, None, None, None, "en", text,
        (Block(0, len(text), "body"),), True,
    )  # fmt: skip
    return [r for r in annotate(document, parser.parse(document)).referents if r.named]


def aliases(parser: Parser, text: str) -> dict[str, list[str]]:
    return {r.name: [a.name for a in r.aliases] for r in read(parser, text) if r.aliases}


@pytest.mark.parametrize(
    "text",
    [
        "Guards led Milo Vargen (Badger) into the hall.",
        "Milo Vargen (the Badger) was held.",
        "Milo Vargen – Badger to his friends – was held.",
        "Milo Vargen, 44, from Karsova, known as Badger, was held in Orsan.",
        "Milo Vargen, 44, of Karsova, known as the Badger, was held.",
        "Milo Vargen, who lives in Karsova and is known as Badger, was held.",
        "Milo Vargen, a butcher from Karsova known as Badger, was held.",
        "Milo Vargen of the Grey Herons, known as Badger, was held.",
        "Milo Vargen, the gang's quartermaster, known as Badger, was held.",
        "The man nicknamed Badger, Milo Vargen, was held.",
        "The man they call Badger, Milo Vargen, was held.",
        "Milo Vargen @ Badger was held.",
        "Milo Vargen a.k.a. Badger was held.",
        "Milo Vargen used the alias Badger.",
        "Badger, whose real name is Milo Vargen, was held.",
        "Badger, as Milo Vargen is known, was held.",
        "Milo Vargen, Badger to those who knew him, was held.",
        "Milo Vargen, born in Orsan and known as Badger, was held.",
    ],
)
def test_a_second_name_is_the_persons(parser: Parser, text: str) -> None:
    found = read(parser, text)
    assert [[a.name.removeprefix("the ") for a in r.aliases] for r in found if r.name == "Milo Vargen"] == [["Badger"]]
    assert not [r for r in found if r.name.endswith("Badger")]


def test_a_nickname_inside_a_name(parser: Parser) -> None:
    assert aliases(parser, "Milo 'Badger' Vargen was held on Monday.") == {"Milo 'Badger' Vargen": ["Badger"]}


def test_a_nom_de_guerre_named_first(parser: Parser) -> None:
    assert aliases(parser, "Father Thistle, the nom de guerre of Milo Vargen, was held.") == {
        "Milo Vargen": ["Father Thistle"]
    }


@pytest.mark.parametrize(
    "text",
    [
        "Milo Vargen (Harvest Party) and Tove Ulmar (Karsova) voted against it.",
        "Milo Vargen (left) stood beside Tove Ulmar (Reuters).",
        "Milo Vargen and a man known as Badger were held.",
        "Milo Vargen met a friend of the man known as Badger.",
    ],
)
def test_no_second_name(parser: Parser, text: str) -> None:
    assert "Milo Vargen" not in aliases(parser, text)


def test_a_towns_second_name_is_the_towns(parser: Parser) -> None:
    assert aliases(parser, "Milo Vargen was held in Karsova, known as the Salt City.") == {"Karsova": ["Salt City"]}


def test_the_next_mans_name_is_no_second_name(parser: Parser) -> None:
    found = aliases(parser, "Milo Vargen alias Badger and Tove Ulmar alias Swan were held.")
    assert found == {"Milo Vargen": ["Badger"], "Tove Ulmar": ["Swan"]}


def test_the_maiden_name_alone_is_hers(parser: Parser) -> None:
    (one,) = [r for r in read(parser, "Tove Ulmar (née Brask), 61, was held; Brask denied it.") if r.type == "person"]
    assert len(one.mentions) == 3


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Red Lanterns, or Sive Svetke, seized the mill. Sive Svetke denied it.",
            {"Red Lanterns": ["Sive Svetke"]},
        ),
        ("Traders paid the Sive Svetke (Red Lanterns). The Red Lanterns denied it.", {"Red Lanterns": ["Sive Svetke"]}),
    ],
)
def test_a_body_in_two_languages(parser: Parser, text: str, names: dict[str, list[str]]) -> None:
    assert aliases(parser, text) == names
    assert [r.type for r in read(parser, text) if r.name == "Red Lanterns"] == ["organization"]


def test_letters_stand_for_the_one_body_that_has_them(parser: Parser) -> None:
    found = read(parser, "According to the Karsova Press, he fled. KP also wrote that he was rich.")
    assert [(r.name, len(r.mentions)) for r in found if r.type == "organization"] == [("Karsova Press", 2)]


def test_two_surnames_are_one_name(parser: Parser) -> None:
    found = read(parser, "Inés Pardo y Lugo was held. Pardo y Lugo confessed, police said.")
    assert [(r.name, r.type, len(r.mentions)) for r in found] == [("Inés Pardo y Lugo", "person", 2)]


def test_a_name_does_not_run_into_the_next_sentence(parser: Parser) -> None:
    found = read(parser, "Among them are Tove R. and Milo U. However, the judge left.")
    assert [r.name for r in found] == ["Tove R.", "Milo U."]


def test_a_surname_of_two_who_are_kin_is_open(parser: Parser) -> None:
    told = "Tarek Vask, the son of the builder Milo Vask, met the judge."
    before, after = (_by_name(parser, t) for t in (told, f"{told} Vask called a friend."))
    assert before == after and set(after) == {"Tarek Vask", "Milo Vask"}
    assert _by_name(parser, "Tarek Vask met the judge. Vask called a friend.") == {"Tarek Vask": 2}


def _by_name(parser: Parser, text: str) -> dict[str, int]:
    return {r.name: len(r.mentions) for r in read(parser, text) if r.type == "person"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The boat sank in the River Merel near Orsan.", "River Merel"),
        ("The ferry Tove Ulmar sank at night.", "Tove Ulmar"),
        ("They met in May, the Daily Courier wrote on Monday.", "Daily Courier"),
        ("Sive Barun, a newspaper close to the cabinet, published it.", "Sive Barun"),
        ("Two bombers struck Karsova on Monday.", "Karsova"),
    ],
)
def test_no_person(parser: Parser, text: str, name: str) -> None:
    assert [r.type for r in read(parser, text) if name in r.name] not in ([], ["person"])


def test_brackets_that_spell_a_name_make_a_body(parser: Parser) -> None:
    found = read(parser, "The banned militant outfit Jamoat-ul-Muhajidin Velmora (JMV) carried out the attack.")
    assert [(r.type, [a.name for a in r.aliases]) for r in found] == [("organization", ["JMV"])]


def test_a_group_keeps_its_former_name(parser: Parser) -> None:
    text = "Tahrir al Sahil, formerly known as the Nasira Front, shelled the town."
    assert aliases(parser, text) == {"Tahrir al Sahil": ["Nasira Front"]}


def test_what_is_dubbed_inside_a_country_is_no_name_of_it(parser: Parser) -> None:
    assert aliases(parser, "Orsania began its operation inside Syria dubbed Operation Red Shield on 24 August.") == {}


def test_the_party_behind_and_the_has_the_letters(parser: Parser) -> None:
    text = "They said it was aimed at Halkar and the Democratic Union Party (PYD)."
    assert aliases(parser, text) == {"Democratic Union Party": ["PYD"]}


def test_a_name_cut_short_is_the_one_told_before(parser: Parser) -> None:
    text = "Halim Alom Dural, counsel for Orlen Mavik, argued at the hearing. Halim Alom said that he was innocent."
    assert "Halim Alom" not in [r.name for r in read(parser, text)]


def test_the_same_words_with_an_office_are_somebody_else(parser: Parser) -> None:
    text = "Halim Alom Dural was shot dead on Saturday. Halim Alom, a police officer, told reporters so."
    assert {"Halim Alom", "Halim Alom Dural"} <= {r.name for r in read(parser, text)}


def test_an_article_written_apart_is_a_part_of_the_name(parser: Parser) -> None:
    text = "Fighters of al Qasrab struck again, an official of al Qasrab said."
    assert "al Qasrab" in [r.name for r in read(parser, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Vargen, 52, who had lived there under the name of Karl Brenn, offered no resistance. Milo Vargen is from Orsan.",
        "Milo Vargen crossed into Velmara with a forged passport in the name of Karl Brenn.",
        "Milo Vargen, who was travelling with papers to the name of Karl Brenn, was held.",
        "Milo Vargen was held with an identity card bearing the name of Karl Brenn.",
    ],
)
def test_a_false_name_goes_to_whom_the_clause_is_told_of(parser: Parser, text: str) -> None:
    assert aliases(parser, text) == {"Milo Vargen": ["Karl Brenn"]}


def test_whose_name_is_only_spoken_in_bears_none(parser: Parser) -> None:
    assert aliases(parser, "Milo Vargen spoke in the name of the Velmara Front.") == {}
    assert aliases(parser, "Milo Vargen published papers under the name of his wife, Ana Vargen.") == {}


def test_a_nickname_between_marks_keeps_its_article(parser: Parser) -> None:
    text = 'Milo Vargen, a former mercenary better known in the harbour as "the Dutchman", was held.'
    assert aliases(parser, text) == {"Milo Vargen": ["the Dutchman"]}
