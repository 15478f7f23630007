"""Right names with right types: titles and suffixes off, bodies whole, towns no persons, persons no towns."""

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


def named(parser: Parser, text: str) -> list[Referent]:
    document = Document(
        "d", "0" * 64, "f.txt", "text/plain", "article", None, None, None, None, None, "en", text,
        (Block(0, len(text), "body"),), True,
    )  # fmt: skip
    return [r for r in annotate(document, parser.parse(document)).referents if r.named]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The bishop of Kilmeru spoke to the mayor of Tarvel.", "place", "Kilmeru"),
        ("The archbishop met the residents of Tarvel on Monday.", "place", "Tarvel"),
        ("ORVELA, Costa Alta, 18 Oct (AXE).- At least 17 dead left the eviction on the bridge of Orvela.", "place", "Orvela"),
        ("Firefighters tried to stop a fire at Spencer, south of the city.", "place", "Spencer"),
        ("She wrote mostly about Karnova, where riot police fired on dockers.", "place", "Karnova"),
        ("The raid on the strike camp at Ruka Pampa killed eleven strikers.", "place", "Ruka Pampa"),
        ("The court spoke of what was done at Ruka Pampa in May.", "place", "Ruka Pampa"),
        ("Twelve dockers were shot dead at Ruka Pampa, where guards had opened fire.", "place", "Ruka Pampa"),
        ("Police arrested Ostrane in Juliaca on Sunday.", "person", "Ostrane"),
        ("Boise is being held in the county jail.", "person", "Boise"),
        ("Boise was later taken into custody.", "person", "Boise"),
        ("Hamilton pleaded guilty on Friday.", "person", "Hamilton"),
        ("Hamilton is in custody.", "person", "Hamilton"),
        ("Rallies were held in Hamilton on Friday.", "place", "Hamilton"),
        ("The trial was held in Boise.", "place", "Boise"),
        ("She went to work for Bellcorp, where she met her husband.", "organization", "Bellcorp"),
        ("The car was found near Windy Tarn, about 40 kilometres west of Goulburn.", "place", "Windy Tarn"),
        ("The party asked Defence Minister Robert Hill on Monday. Senator Hill said no.", "person", "Robert Hill"),
        ("Labor MP Lyn Brewer spoke to the house for an hour.", "person", "Lyn Brewer"),
        ("The company sent Ross Raymond QC to the hearing.", "person", "Ross Raymond"),
        ("Pakistan wants peace, and Pakistan said that it would talk.", "place", "Pakistan"),
        ("The Ministry of the Interior of Velmara denied the report.", "organization",
         "Ministry of the Interior of Velmara"),
        ("The Independent Panel of Experts said six people had died.", "organization", "Independent Panel of Experts"),
        ("Federal Bureau of Investigation agent Mara Tell found it.", "organization", "Federal Bureau of Investigation"),
        ("Virgin Blast spokesman David Hutten said fares would rise.", "organization", "Virgin Blast"),
        ("Fighters of Jaish-e-Mohran fled after the raid.", "organization", "Jaish-e-Mohran"),
        ("Tanks moved back into the West Bank on Friday.", "place", "West Bank"),
        ("The prize went to Dr Aamer Sultan on Monday. Dr Sultan was moved.", "person", "Aamer Sultan"),
        ("Jund al-Wahat, which held the camp for a day, has left the valley.", "organization", "Jund al-Wahat"),
        ("The newsroom of Zrcadlo burned down, and the weekly Zrcadlo is now printed abroad.", "organization", "Zrcadlo"),
        ("Members of the Dansu Volunteers fled, and the Dansu Volunteers came back.", "organization", "Dansu Volunteers"),
        ("Agents of the Special Branch held him for a day.", "organization", "Special Branch"),
        ("They played on at the Hobrook Oval until 6 p.m. on Monday.", "place", "Hobrook Oval"),
        ("2 | Saturna Olpayo | 52 | toll post | bullet, thorax", "person", "Saturna Olpayo"),
        ("And why Australia, who lends such power to them?", "place", "Australia"),
        ("The leader of the Northern Alliance said on Monday that the town had fallen.", "organization",
         "Northern Alliance"),
        ("Yesterday American Ed Moser won the men's event.", "person", "Ed Moser"),
        ("They were led by Sergeant First Class Daniel Petit, 32.", "person", "Daniel Petit"),
        ("The talks were led by the envoy for Afghanistan Hamid Brahim.", "person", "Hamid Brahim"),
    ],
)  # fmt: skip
def test_type_and_name(parser: Parser, text: str, kind: str, name: str) -> None:
    assert (kind, name) in [(r.type, r.name) for r in named(parser, text)]


def test_the_portfolio_is_the_ministers_and_no_body(parser: Parser) -> None:
    found = named(parser, "A spokesman for Transport Minister Oswin Tarrant said so.")
    assert [(r.name, r.titles) for r in found] == [("Oswin Tarrant", ("Transport Minister",))]


def test_a_month_after_mr_is_a_man(parser: Parser) -> None:
    found = named(parser, "Akbar Jan met the press. Mr Jan said that all was quiet.")
    assert [(r.name, len(r.mentions)) for r in found] == [("Akbar Jan", 2)]


def test_a_particle_belongs_to_the_surname(parser: Parser) -> None:
    found = named(parser, "Police sought Osman bin Latif. The army said bin Latif had fled.")
    assert [(r.name, len(r.mentions)) for r in found] == [("Osman bin Latif", 2)]


@pytest.mark.parametrize(
    "text",
    ["The Englishmen left the field at 4 p.m.", "It began at 7 p.m. AEDT and ended soon.", "They got AIDS there."],
)
def test_nobody_is_named(parser: Parser, text: str) -> None:
    assert named(parser, text) == []


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("Hassan Noor (nom de guerre: Abu Layth) spoke to the radio.", "Hassan Noor", ["Abu Layth"]),
        ("Colonel Quintal, known to his troops as Comandante Trueno, was born in 1961.", "Quintal",
         ["Comandante Trueno"]),
        ("Survivors hold the men of Idris Walett Kano, alias Abou Tamim, responsible.", "Idris Walett Kano",
         ["Abou Tamim"]),
        ("Prosecutors accuse the gang leader known as Dogo Bakin, whose real name is Samir Velani.", "Dogo Bakin",
         ["Samir Velani"]),
        ("A commander of the Crescent Banner, known as Abu Saqr al-Rimli, was in it. Abu Saqr, whose real name is "
         "Qutab Lashmar, is wanted.", "Abu Saqr al-Rimli", ["Qutab Lashmar"]),
    ],
)  # fmt: skip
def test_second_names_go_to_the_person(parser: Parser, text: str, name: str, aliases: list[str]) -> None:
    (found,) = [r for r in named(parser, text) if r.type == "person"]
    assert (found.name, [a.name for a in found.aliases]) == (name, aliases)


def test_mrs_is_not_her_husband(parser: Parser) -> None:
    found = named(parser, "Mr Tanim Ayan spoke on Monday. Ayan said he was well. Mrs Ayan was not taken.")
    assert [(r.name, r.gender, len(r.mentions)) for r in found] == [("Tanim Ayan", "m", 3), ("Ayan", "f", 1)]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("On 3 December they attacked the hotel Les Mangues in the capital.", "place", "Les Mangues"),
        ("The press office of Casa Tejedora said on Monday that it was false.", "organization", "Casa Tejedora"),
    ],
)
def test_the_noun_or_first_word_tells(parser: Parser, text: str, kind: str, name: str) -> None:
    assert (kind, name) in [(r.type, r.name) for r in named(parser, text)]


def test_the_outlet_is_a_body(parser: Parser) -> None:
    text = "Milan Sever was driving home, Nadia Tribun wrote. Police told Nadia Tribun that he was seen."
    document = Document(
        "d", "0" * 64, "f.txt", "text/plain", "article", None, "Nadia Tribun", None, None, None, "en", text,
        (Block(0, len(text), "body"),), True,
    )  # fmt: skip
    found = annotate(document, parser.parse(document)).referents
    assert ("organization", "Nadia Tribun") in [(r.type, r.name) for r in found]


def test_the_talks_of_two_are_no_third(parser: Parser) -> None:
    found = named(parser, "Gerald Fordham met Ali Suhartan in May. After the Fordham-Suhartan meeting, Suhartan left.")
    assert [r.name for r in found] == ["Gerald Fordham", "Ali Suhartan"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Dezelic brothers, Goran and Milan, were charged on Monday.", ["Goran Dezelic", "Milan Dezelic"]),
        ("The court convicted brothers Goran and Milan Dezelic of the murder.", ["Goran Dezelic", "Milan Dezelic"]),
        ("Goran Dezelic wept. The Dezelic brothers were charged on Monday.", ["Goran Dezelic"]),
    ],
)
def test_siblings_share_the_surname_and_it_alone_means_neither(parser: Parser, text: str, names: list[str]) -> None:
    found = named(parser, text)
    assert ([r.name for r in found], [len(r.mentions) for r in found]) == (names, [1] * len(names))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The guards Lomm and Orsic have asked pardon of the families.", {"Lomm", "Orsic"}),
        ("The inmates Drazenik and Bekk had no hand in it.", {"Drazenik", "Bekk"}),
        ("The court was unable to reach Drazenik and Bekk, the two inmates whom it had named.", {"Drazenik", "Bekk"}),
        ("They were arrested with the engineers Tolan, Brest and Vick.", {"Tolan", "Brest", "Vick"}),
        ("The towns of Ostvar and Velno were hit, and the rivers Drin and Sava rose.", set()),
        ("Villagers from Tarn and Brill fled.", set()),
    ],
)
def test_names_in_a_list_of_people_are_people(parser: Parser, text: str, people: set[str]) -> None:
    assert {r.name for r in named(parser, text) if r.type == "person"} == people
