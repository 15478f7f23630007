"""Contacts in the many ways in which news tells them: in front of their clause, by what goes between, by where a telephone stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import rashomon
from rashomon.stages.claims.contacts import find_contacts
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.view import View

Read = Callable[[str], View]
NOTHING = Told((), ())


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        ("It was to Paul Drake that the gunman made his last call.", "call", ["the gunman", "Paul Drake"]),
        ("It was Paul Drake whom the gunman rang last.", "call", ["the gunman", "Paul Drake"]),
        ("At nine a call was placed from the mayor's residence to the barracks.", "call", ["residence", "barracks"]),
        ("Three calls were logged from Mira Holt's phone to Paul Drake's.", "call", ["Mira Holt", "Paul Drake"]),
        ("A call from Mira Holt reached Paul Drake at dawn.", "call", ["Mira Holt", "Paul Drake"]),
        ("Mira Holt was telephoned at noon.", "call", ["Mira Holt"]),
        ("Mira Holt had been in touch 61 times with a SIM card registered to Paul Drake.", "talks", ["Mira Holt", "Paul Drake"]),
        ("Mira Holt met her middleman, a barber called Severin, at a motel.", "meeting", ["Mira Holt", "Severin"]),
        ("Paul Drake was telephoned by a man who gave his name as Fidele.", "call", ["Fidele", "Paul Drake"]),
        ("Records place Mira Holt in contact with Paul Drake that night.", "talks", ["Mira Holt", "Paul Drake"]),
        ("Mira Holt and Paul Drake talked to each other nine times.", "talks", ["Mira Holt", "Paul Drake"]),
        ("In a Telegram group Mira Holt and Paul Drake agreed on the day.", "message", ["Mira Holt", "Paul Drake"]),
        ("The kidnappers of Mira Holt and the embassy haggled for a month.", "talks", ["The kidnappers", "the embassy"]),
        ("Sergeant Ivo Sark talked the gunman's mother through the search by telephone.", "call", ["Ivo Sark", "mother"]),
        ("The secret service warned the interior ministry in writing on 3 May.", "message", ["service", "ministry"]),
        ("Judge Mira Holt has been sent four death threats by text message.", "message", ["Mira Holt"]),
        ("The lawyer turned out to have rung Paul Drake.", "call", ["The lawyer", "Paul Drake"]),
        ("On the tape the second accused, Ivo Sark, was heard telling the first, Paul Drake, to wait.", "call", ["Ivo Sark", "Paul Drake"]),
        ("That night the general called Colonel Ivan Teja and told him to clear the road.", "call", ["the general", "Ivan Teja"]),
        ("Mira Holt and Paul Drake met face to face in a hotel.", "meeting", ["Mira Holt", "Paul Drake"]),
        ("Over tea Mira Holt and Paul Drake settled the details.", "meeting", ["Mira Holt", "Paul Drake"]),
        ("Mira Holt was warned by telephone not to testify.", "call", ["Mira Holt"]),
        ("The order came from Mira Holt to Paul Drake in a letter.", "message", ["Mira Holt", "Paul Drake"]),
        ("Mira Holt joined Paul Drake in Oslo for talks on the prisoners.", "meeting", ["Mira Holt", "Paul Drake"]),
        ("The ministry in two letters sent to Paul Drake said that it was innocent.", "message", ["ministry", "Paul Drake"]),
    ],
)  # fmt: skip
def test_a_contact_in_other_words(view_of: Read, text: str, kind: str, sides: list[str]) -> None:
    found = find_contacts(view_of(text), NOTHING)
    told = [(d.value.kind, " / ".join(p.text for p in d.value.parties)) for d in found]
    assert any(k == kind and all(side in who for side in sides) for k, who in told), told


@pytest.mark.parametrize(
    "text",
    [
        "The one they call Mira Holt is on the run.",
        "The old minister receives visitors on Sundays.",
        "Mira Holt spent four months in prison with an infant.",
        "The union calls on the ministry to: pay, listen, resign.",
        "Mira Holt and Paul Drake agreed on the day in a working group.",
        "Mira Holt carried the letters to the river.",
        "The hospital received a person with burns.",
        "It was to Oslo that the ships had sailed.",
        "Mira Holt talked the council through the budget.",
        "The lawyer turned out to have sung.",
        "The general called Colonel Ivan Teja a coward.",
        "In the city hall Mira Holt danced.",
        "Mira Holt was warned not to testify.",
    ],
)
def test_no_contact(view_of: Read, text: str) -> None:
    assert find_contacts(view_of(text), NOTHING) == ()


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("On the eve of the bombing Mira Holt met Paul Drake.", "2014-03-11"),
        ("Mira Holt had called Paul Drake on the morning of the attack.", "2014-03-12"),
        ("The night before the attack Mira Holt met Paul Drake.", "2014-03-11"),
        ("Mira Holt met Paul Drake in the spring of the attack.", None),
    ],
)
def test_a_contact_is_dated_by_the_day_of_a_deed(told: str, day: str | None) -> None:
    text = f"A bomb killed nine people in Orlo on 12 March 2014. {told}"
    found = [c for c in rashomon.read(text)["claims"] if c["property"] == "contact"]
    assert [c["value"].get("earliest") for c in found] == [day]


def test_an_officials_he_is_another() -> None:
    def met(text: str) -> set[str]:
        rows = rashomon.read(text)
        names = {e["id"]: e["name"] for e in rows["entities"]}
        talks = (c for c in rows["claims"] if c["property"] == "contact")
        return {names.get(p["entity"], p["text"]) for c in talks for p in c["value"]["parties"]}

    assert "Emil Tarn" not in met("He was approached by two men in Karsova, said police spokesman Emil Tarn.")
    assert "Emil Tarn" in met("He met the mayor on Monday, Emil Tarn said.")
