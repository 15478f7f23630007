"""Whose voice goes on: pronouns and bare descriptions as sources, and quotations that no mark closes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.attribution import find_attributions
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


def speakers(view: View) -> list[tuple[str, str]]:
    """Each attribution's speaker and the first word of its cue."""
    return [(a.name, a.cue[0].quote.split()[-1] if a.cue else "") for a in find_attributions(view)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Harbour Department said the ferry was full. It claimed the crew had been warned.", "Harbour Department"),
        ("An army spokesman said the bridge was safe. It denied that shots were fired.", "An army spokesman"),
        ("Senior officers said the village was empty. They also claimed nobody was hurt.", "Senior officers"),
        ("A man told reporters that the gate was open. He said nobody had come.", "A man"),
        ("The survey says most wells are dry. Far from the river, it found no water at all.", "The survey"),
    ],
)
def test_a_pronoun_goes_on_for_who_just_spoke(view_of: ViewOf, text: str, name: str) -> None:
    assert speakers(view_of(text))[-1][0].lower().removeprefix("the ") == name.lower().removeprefix("the ")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police drew up a report on the case. It says that the house was empty.", "a report"),
        ("Two officers told Lea Sand that the note is genuine. It says that the house was empty.", "the note"),
        # Either may have said it; a letter named last but one sentence ago is not meant.
        ("The ministry issued a report on the case. It said that the house was empty.", "The ministry"),
        ("Lea Sand found a letter. The attic was cold. It shows that nobody lived there.", "It"),
    ],
)
def test_it_is_the_paper_just_spoken_of(view_of: ViewOf, text: str, name: str) -> None:
    assert speakers(view_of(text))[-1][0] == name


def test_a_pronoun_of_another_number_stays_open(view_of: ViewOf) -> None:
    assert speakers(view_of("The Harbour Department said the ferry was full. They claim it sank."))[-1][0] == "They"


def test_what_a_speaker_believes_is_the_speakers_own(view_of: ViewOf) -> None:
    assert ("A shepherd", "know") in speakers(view_of("A shepherd says he did not know whether the others had lived."))


def test_a_lawyer_mostly_speaks_of_somebody_else(view_of: ViewOf) -> None:
    found = speakers(view_of("His lawyer said he denied that the van was his."))
    assert ("he", "denied") in found


def test_who_also_said_so_is_who_spoke_before(view_of: ViewOf) -> None:
    text = (
        "Jon Perk, a baker, testified on Monday. Asked by the lawyer of Mr Rado Kemp, Perk admitted that he had lied. "
        "He also said that the van was blue."
    )
    assert speakers(view_of(text))[-1][0] == "Jon Perk"


def test_the_subject_of_the_sentence_before_speaks(view_of: ViewOf) -> None:
    text = 'Captain Oskar Venn expects a storm tonight. "We are as ready as we can be," he said.'
    assert speakers(view_of(text))[-1][0] == "Oskar Venn"


def test_an_official_stays_one_where_only_he_is_said(view_of: ViewOf) -> None:
    text = "The minister of transport, Oskar Venn, said the road was shut. He said it would open on Friday."
    assert [a.kind for a in find_attributions(view_of(text))] == ["official", "official"]


def test_a_mark_that_opens_the_next_quotation_ends_the_one_before(view_of: ViewOf) -> None:
    text = (
        'Dell was firm. "The dam held," she said. "It was built for this. "No water came through the wall." '
        'The mayor thanked everyone. Oskar Venn said the "great dam" would be painted. "We start on Monday," he said.'
    )
    found = [(a.name, " ".join(q.quote for q in a.content)) for a in find_attributions(view_of(text))]
    assert "built for this" in found[0][1] and "No water" in found[0][1]
    assert all("The mayor" not in content for _, content in found)
    assert found[-2] == ("Oskar Venn", 'the "great dam" would be painted')


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            'Ladi Zang insisted that she had called the commander, Major Kefas Lamur, at dawn. "He told me that they '
            'had no fuel," she said.',
            "Kefas Lamur",
        ),
        (
            'Tanim Ayankel told our correspondent that the gang leader, Dogo Bakan Rijja, phoned him on Monday. "He said if we bring '
            'soldiers he will shoot," Ayankel said.',
            "Dogo Bakan Rijja",
        ),
    ],
)
def test_whoever_told_the_one_quoted_is_another(view_of: ViewOf, text: str, name: str) -> None:
    assert [a.name for a in find_attributions(view_of(text)) if a.source[0].quote == "He"] == [name]


def test_the_witness_is_who_testified_just_before(view_of: ViewOf) -> None:
    text = 'Mr Perk said that he met Rado Kemp at the hotel. "It was raining," the witness said.'
    assert speakers(view_of(text))[-1][0].endswith("Perk")


def test_who_is_asked_about_a_claim_does_not_make_it(view_of: ViewOf) -> None:
    found = speakers(view_of("Asked about the claim that the army was warned, General Okwel said he knew nothing."))
    assert ("Okwel", "Asked") not in found and ("Okwel", "about") not in found


def test_it_is_the_paper_that_a_speaker_told_of(view_of: ViewOf) -> None:
    text = "The director, Mara Dell, says the study revealed that wells are dry. It also found that prices fell."
    assert speakers(view_of(text))[-1][0].lower() == "the study"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bill Shorden of the Dock Workers Union says the ships are full.", "person"),
        ("Judge Mara Dell said that the case was closed.", "official"),
        ("Police spokesman Bel Tarn said the road was shut.", "official"),
    ],
)
def test_a_name_is_no_word_of_office(view_of: ViewOf, text: str, kind: str) -> None:
    assert [a.kind for a in find_attributions(view_of(text))] == [kind]


def test_who_is_worried_about_a_man_has_not_confessed(view_of: ViewOf) -> None:
    text = (
        "The Foreign Minister, Oskar Venn, has voiced concern over a sailor who was held in Peru and has "
        "reportedly confessed to setting fires in Velmar."
    )
    found = [(a.name, a.cue[0].quote) for a in find_attributions(view_of(text))]
    assert ("a sailor", "has reportedly confessed to") in found, found
