"""Cues by class of meaning, and how far each part reaches; sentences of our own about invented people."""

from __future__ import annotations

import pytest
from reading_gold import view_of, words

from rashomon.stages.claims.attribution import find_attributions
from rashomon.stages.claims.attribution.vouching import vouches


def parts(text: str) -> list[tuple[str, str, str]]:
    return [(words(a.source), words(a.cue), words(a.content)) for a in find_attributions(view_of(text))]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "The mayor expressed deep concern about the new bridge.",
            ("The mayor", "expressed deep concern about", "the new bridge"),
        ),
        ("Mara Dell is a staunch opponent of the toll.", ("Mara Dell", "is a staunch opponent of", "the toll")),
        ("Mara Dell took aim at the tax plan.", ("Mara Dell", "took aim at", "the tax plan")),
        ("Mara Dell laid out her plans for the harbour.", ("Mara Dell", "laid out", "her plans for the harbour")),
        ("Oto Fenn painted her as a liar.", ("Oto Fenn", "painted", "her as a liar")),
        ("Oto Fenn likened the plan to a fairy tale.", ("Oto Fenn", "likened", "the plan to a fairy tale")),
        ("Oto Fenn scoffed at the idea of a toll.", ("Oto Fenn", "scoffed at", "the idea of a toll")),
        ("Oto Fenn called on the council to resign.", ("Oto Fenn", "called on", "the council to resign")),
        ("Oto Fenn opted to stay in Velmar.", ("Oto Fenn", "opted", "to stay in Velmar")),
        ("The mayor made it clear that it failed.", ("The mayor", "made it clear", "that it failed")),
        ("The mayor made clear that it had failed.", ("The mayor", "made clear", "that it had failed")),
        ("A letter praising the mayor was read out.", ("A letter", "praising", "the mayor")),
    ],
)
def test_attitudes_and_their_light_verbs(text: str, want: tuple[str, str, str]) -> None:
    assert want in parts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers attacked the town for two hours.",
        "Rebels shot down a helicopter near Velmar.",
        "The man fired three shots at the house.",
        "Brigands mounted an attack on two ships.",
        "Oto Fenn weighs 90 kilos.",
        "Oto Fenn attempted to flee through the garden.",
        "Police examined the car.",
        "Oto Fenn confronted the crowd with a knife.",
        "Oto Fenn faces charges of theft.",
        "Oto Fenn made sure that the door was shut.",
        "Oto Fenn drew criticism for the delay.",
    ],
)
def test_deeds_are_no_words(text: str) -> None:
    assert parts(text) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Oto Fenn went on to say that the roof had leaked.", "went on to say"),
        ("Oto Fenn is not too worried about the roof.", "is not too worried about"),
        ("Oto Fenn said Monday that the roof had leaked.", "said"),
        ("Oto Fenn accused the council of theft.", "accused"),
        ('Oto Fenn added: "The roof had leaked for years."', "added:"),
    ],
)
def test_a_cue_is_one_stretch_with_what_belongs_to_it(text: str, cue: str) -> None:
    assert [c for _, c, _ in parts(text)] == [cue]


def test_a_source_reaches_to_the_comma_that_closes_its_apposition() -> None:
    assert parts("Mara Dell, the mayor, said the roof had leaked.")[0][0] == "Mara Dell, the mayor,"


def test_who_judges_and_goes_on_saying_speaks_twice() -> None:
    text = "Mara Dell mocked the plan, saying the roof would leak."
    assert parts(text) == [
        ("Mara Dell", "mocked", "the plan"),
        ("Mara Dell", "saying", "the roof would leak"),
    ]


def test_what_is_said_after_a_time_of_saying() -> None:
    found = parts("Mara Dell said after the vote she would not accept the result.")
    assert found[0][:2] == ("Mara Dell", "said")
    assert found[0][2].endswith("she would not accept the result")


def test_a_claim_that_somebody_rejects_is_not_the_rejecters() -> None:
    found = parts("The ministry rejected the claim that soldiers burned the mill.")
    assert [s for s, c, _ in found if c == "rejected"] == ["The ministry"]
    assert all(s != "The ministry" for s, c, _ in found if "claim" in c)


@pytest.mark.parametrize(
    ("text", "vouched"),
    [
        ("Mara Dell is a critic of the raid.", False),
        ("Mara Dell voiced outrage over the raid.", False),
        ("Mara Dell was critical of the raid.", False),
        ("Mara Dell brought up the raid.", False),
        ("Mara Dell expressed her belief that the raid had failed.", True),
        ("Mara Dell said the raid had failed.", True),
    ],
)
def test_an_attitude_vouches_for_nothing(text: str, vouched: bool) -> None:
    view = view_of(text)
    found = find_attributions(view)
    assert found
    assert {vouches(view, one) for one in found} == {vouched}
