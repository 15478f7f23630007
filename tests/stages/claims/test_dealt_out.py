"""Penalties, crimes and accusations that share one verb; headings with lists; who is told last; and who must stay out of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import rashomon
from rashomon.stages.claims.accusations import find_accusations
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.rules.outcomes import find_outcomes
from rashomon.stages.claims.view import View

NOTHING = Told((), ())
Read = Callable[[str], View]


def terms(view: View) -> dict[str, str]:
    """Who was convicted, with the penalty, "" where none is told."""
    return {
        view.referents[d.subject.referent].name: d.value.penalty.text if d.value.penalty else ""
        for d in find_outcomes(view, NOTHING)
        if d.property == "conviction" and d.subject.referent in view.referents
    }


def held(view: View) -> set[str]:
    return {d.value.text or "" for d in find_outcomes(view, NOTHING) if d.property == "detained"}


def accused(view: View) -> set[tuple[str, str]]:
    return {(d.property, d.value.text or "") for d in find_accusations(view, NOTHING)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Judges jailed Otto Rall for 25 years and his cousin Lena Osk for 15 over the bombing.",
            {"Otto Rall": "25 years", "Lena Osk": "15"},
        ),
        (
            "The court gave Otto Rall nine years, Lena Osk seven and the driver, Viktor Harl, three.",
            {"Otto Rall": "nine years", "Lena Osk": "seven", "Viktor Harl": "three"},
        ),
        (
            "The court sentenced Otto Rall, the gunman, to 25 years and Lena Osk, who had paid him, to 20 years.",
            {"Otto Rall": "25 years", "Lena Osk": "20 years"},
        ),
        (
            "The court handed Otto Rall life in prison and Viktor Harl, his driver, six years.",
            {"Otto Rall": "life in prison", "Viktor Harl": "six years"},
        ),
        (
            "The court gave Otto Rall life; his accomplice Viktor Harl, 30 years.",
            {"Otto Rall": "life", "Viktor Harl": "30 years"},
        ),
        (
            "Otto Rall got 12 years; Viktor Harl, three; and Lena Osk, 18 months.",
            {"Otto Rall": "12 years", "Viktor Harl": "three", "Lena Osk": "18 months"},
        ),
        (
            "Found guilty of arson: Otto Rall (20 years), his deputy Viktor Harl (18) and Lena Osk (12).",
            {"Otto Rall": "20 years", "Viktor Harl": "18", "Lena Osk": "12"},
        ),
        ("A court convicted Otto Rall of murder and Viktor Harl of theft.", {"Otto Rall": "", "Viktor Harl": ""}),
        ("Convicted of arson in the house of the owner, Lena Osk, 41, got eight years.", {"Lena Osk": "eight years"}),
        ("The jury took just 90 minutes to convict Otto Rall of murder.", {"Otto Rall": ""}),
        (
            "Jailed with him were Otto Rall (12 years) and Viktor Harl (nine).",
            {"Otto Rall": "12 years", "Viktor Harl": "nine"},
        ),
        ("Otto Rall found guilty of murder", {"Otto Rall": ""}),
        ("A jury convicted the mayor, Otto Rall, and two aides of the murder.", {"Otto Rall": "", "two aides": ""}),
        # What must stay out: ages, minutes, who is charged or named behind the term.
        ("Judges jailed Otto Rall for 25 years and charged Viktor Harl, 41.", {"Otto Rall": "25 years"}),
        ("Judges jailed Otto Rall for 25 years and heard Viktor Harl for 15 minutes.", {"Otto Rall": "25 years"}),
        ("The jury took legal advice to convict Otto Rall of murder.", {}),
        ("Otto Rall got the house; Viktor Harl, three boats.", {}),
    ],
)
def test_each_gets_his_own(view_of: Read, text: str, found: dict[str, str]) -> None:
    assert terms(view_of(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Under arrest are Otto Rall and Viktor Harl.", {"Otto Rall", "Viktor Harl"}),
        ("Among those rounded up were Otto Rall and a baker.", {"Otto Rall", "a baker"}),
        (
            "A cousin of the bride, a clerk and the cook are being held over the grenade that ended the wedding.",
            {"A cousin", "a clerk", "the cook"},
        ),
        ("A lawyer for Otto Rall, the reservist arrested Sunday in the murder, spoke.", {"Otto Rall"}),
        ("Remanding the accused, Lena Osk, until 14 June, the judge spoke of a knife.", {"Lena Osk"}),
        ("After his arrest in May, Otto Rall said nothing.", {"his"}),
        ("Otto Rall held over murder of clerk", {"Otto Rall"}),
        ("Otto Rall held over lunch with clerk", set()),
        ("On the table were Otto Rall and his papers.", set()),
        ("After his speech in May, Otto Rall was silent.", set()),
        ("A lawyer for Otto Rall, the clerk praised on Sunday, spoke.", set()),
    ],
)
def test_who_is_held_wherever_he_stands(view_of: Read, text: str, found: set[str]) -> None:
    assert held(view_of(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Otto Rall is accused of driving the lorry; his wife Lena Osk, of hiding the bomb.",
            {("suspect", "Otto Rall"), ("suspect", "Lena Osk")},
        ),
        (
            "Otto Rall was charged with murder and Viktor Harl with hiding the body.",
            {("charge", "Otto Rall"), ("charge", "Viktor Harl")},
        ),
        ("Also charged was Otto Rall.", {("charge", "Otto Rall")}),
        ("The second accused, Otto Rall, was late.", {("charge", "Otto Rall")}),
        ("The murder trial of Otto Rall opens on Tuesday.", {("charge", "Otto Rall")}),
        (
            "Prosecutors charged the mayor, Otto Rall, and two aides with the murder.",
            {("charge", "Otto Rall"), ("charge", "two aides")},
        ),
        (
            "Otto Rall, a guard known as Zek, confessed to the murder and is in prison.",
            {("responsibility", "Otto Rall")},
        ),
        ("Otto Rall, a guard known as Zek, praised for the rescue.", set()),
        (
            "Otto Rall and Viktor Harl stand accused of the murder.",
            {("charge", "Otto Rall"), ("charge", "Viktor Harl")},
        ),
        # Her victims are not accused, nor is who sits in judgement.
        (
            "Otto Rall is accused of murdering Lena Osk and her mother, of hiding the bodies.",
            {("suspect", "Otto Rall")},
        ),
        ("For the murder of the clerk, the court gave Otto Rall life; his accomplice, 30 years.", set()),
        ("Guilty, said the foreman, of the murder of the clerk.", set()),
        # Neither is charged, and that is said of both: the next test.
        ("Neither Otto Rall nor Viktor Harl was charged.", {("charge", "Otto Rall"), ("charge", "Viktor Harl")}),
    ],
)
def test_each_is_accused_of_his_own(view_of: Read, text: str, found: set[tuple[str, str]]) -> None:
    assert accused(view_of(text)) == found


def test_who_was_not_charged_is_denied_to_have_been() -> None:
    case = rashomon.read("Neither Otto Rall nor Viktor Harl was charged.", published="2021-03-09")
    assert {(c["property"], c["stance"]) for c in case["claims"]} == {("charge", "denied")}
