"""Bodies that are called something, those who lead them, and those suspected of a plan."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import rashomon
from rashomon.model.claim import ACCUSATIONS
from rashomon.stages.claims.accusations import find_accusations
from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


def accused(view: View) -> set[tuple[str, str]]:
    """Each accusation as its grade and the name of the accused."""
    found = find_accusations(view, find_events(view))
    names = {r.id: r.name for r in view.annotations.referents}
    return {(d.property, names.get(d.value.referent or "", "")) for d in found}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A group calling itself the Sons of the Stubborn Land claimed responsibility for the raid on Varan.",
         ("responsibility", "Sons of the Stubborn Land")),
        ("The students had been killed by the criminal group Los Bermejos.", ("perpetrator", "Los Bermejos")),
        ("They were handed to a gang called Los Bermejos, whose members killed five students.",
         ("perpetrator", "Los Bermejos")),
        ("The attack on the village was led by Dogo Bakir.", ("organizer", "Dogo Bakir")),
        ("Witnesses accuse Dogo Bakir of having led the attack.", ("organizer", "Dogo Bakir")),
        ("The students had been killed and burned by the criminal group Los Bermejos.",
         ("perpetrator", "Los Bermejos")),
        ("Witnesses accuse the gang leader known as Dogo Bakir, whose real name is Shehu Talgo, of having led the "
         "attack on the town.", ("organizer", "Dogo Bakir")),
        ("The mayor, Anselm Goyr, fled the town. Goyr was arrested in May in a rented house. He has been charged with "
         "kidnapping.", ("charge", "Anselm Goyr")),
        ("Prosecutors suspect Abu Saqran of having planned the attack.", ("suspect", "Abu Saqran")),
        ("Police arrested six suspects, including one Lawali Tarn, who is alleged to have supplied fuel to the gang.",
         ("suspect", "Lawali Tarn")),
        ("They were handed to a gang called Los Bermejos, whose members killed all 31 and burned the bodies.",
         ("perpetrator", "Los Bermejos")),
        ("The inquiry found that fire was opened without warning and that Colonel Ivan Rus gave the order.",
         ("organizer", "Ivan Rus")),
        ("Members of the National Police and of the Panther Battalion fired at demonstrators.",
         ("perpetrator", "Panther Battalion")),
        ("On 18 October 2011, members of the Panther Battalion fired at demonstrators.",
         ("perpetrator", "Panther Battalion")),
        ("On Friday, gunmen of the Panther Front fired on Monday's marchers.", ("perpetrator", "Panther Front")),
        ("The raids were led by Dogo Tarn, a notorious gang leader.", ("organizer", "Dogo Tarn")),
        ("Goran Brill phoned his brother Milan Brill. The Brill brothers have been charged with the murder.",
         ("charge", "Milan Brill")),
    ],
)  # fmt: skip
def test_who_stands_accused(view_of: ViewOf, text: str, wanted: tuple[str, str]) -> None:
    assert wanted in accused(view_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Detective Ivo Stanek led the investigation into the murder.",
        "Mr Stanek is not suspected of any crime.",
        "The raid was led by Ivo Stanek, a police officer.",
        "The minister, Ivo Stanek, spoke after the attack and gave the order to close the roads.",
        "Ivo Stanek is not a suspect in the murder, the police said.",
        "Firefighters led by Ivo Stanek put out the blaze after the attack.",
        "The prime minister, Ivo Stanek, led a minute of silence for the victims of the attack.",
    ],
)
def test_leading_something_else_accuses_nobody(view_of: ViewOf, text: str) -> None:
    assert accused(view_of(text)) == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Lake Front militant group killed nine people.", {"Lake Front"}),
        ("The Lake Front group which attacked the mill, killing nine people, has four men.", {"Lake Front"}),
        ("Soldiers of the 4th Mobile Battalion and fighters of the Larnov Volunteers executed nine people.",
         {"Soldiers", "4th Mobile Battalion", "fighters", "Larnov Volunteers"}),
        ("The siege of the mill was the work of terrorists from the Lake Front, and nine people died in it.",
         {"terrorists", "Lake Front"}),
        ("Gunmen from Larnov killed nine people.", {"Gunmen"}),
        ("Soldiers of the army killed nine people.", {"Soldiers"}),
        ("The Lake Front's armed group killed nine people.", {"The Lake Front's armed group"}),
    ],
)  # fmt: skip
def test_a_body_through_its_people_and_by_what_it_is_called(view_of: ViewOf, text: str, wanted: set[str]) -> None:
    assert {name for _, name in accused(view_of(text))} == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A court threw out the acquittal of Oreb Valdan, the oil trader accused of having ordered the murder of the surveyor.",
         {("suspect", "Oreb Valdan")}),
        ("The most senior official implicated in the murder of the surveyor is Oreb Valdan, the deputy customs chief.",
         {("suspect", "Oreb Valdan")}),
        ("The nurse accused of the murder is a friend of Oreb Valdan.", {("suspect", "The nurse")}),
        ("The attack, in which nine nurses died, two of them foreigners, was claimed by the Islamic League of Orvel.",
         {("responsibility", "Islamic League of Orvel")}),
    ],
)  # fmt: skip
def test_whom_a_description_is_said_to_be(view_of: ViewOf, text: str, wanted: set[tuple[str, str]]) -> None:
    assert accused(view_of(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Six Lake Front militants are dead after they massacred nine people.", {"Six Lake Front militants", "Lake Front"}),
        ("Soldiers and militiamen had entered Larnov. Residents accuse them of having shot nine people.",
         {"Soldiers", "militiamen"}),
        ("President Karlo Bresk declared victory over the gunmen of the Lake Front. The gunmen shot nine people.",
         {"the gunmen", "Lake Front"}),
        ("Nine villagers were killed by soldiers accompanied by fighters of the Lake Front.",
         {"soldiers", "fighters", "Lake Front"}),
        ("The soldiers, alongside fighters of the Lake Front, shot nine people.", {"The soldiers", "fighters", "Lake Front"}),
        ("They seek an inquiry into the attack, which the Lake Front, the armed group, says it carried out.", {"Lake Front"}),
        # Two may be meant, or another.
        ("Police questioned protesters. They shot nine people.", set()),
        ("Oreb Valdan came with soldiers. They shot nine people.", set()),
        ("Soldiers had entered Larnov. Relatives said they shot nine people.", set()),
        ("The soldiers met villagers who said they had shot nine people.", set()),
        ("Militants of the Lake Front fled in May. Unknown militants came in June. The militants shot nine people.",
         {"Unknown militants"}),
        ("The deputy, accompanied by his wife, shot the mayor.", {"The deputy"}),
    ],
)  # fmt: skip
def test_the_one_group_that_they_can_be(view_of: ViewOf, text: str, wanted: set[str]) -> None:
    assert {name for _, name in accused(view_of(text))} == wanted


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Its spokeswoman, Petra Linde, accused the security company Northgate of having left the gates unguarded.",
            "Northgate",
        ),
        ("Petra Linde accused the mining firm Velta of the murder.", "Velta"),
        ("Police blamed the militant group Ember Front for the attack.", "Ember Front"),
    ],
)
def test_a_body_by_what_it_is_and_its_name_is_accused_by_name_and_once(text: str, who: str) -> None:
    case = rashomon.read(text, published="2021-03-09")
    names = {e["id"]: e["name"] for e in case["entities"]}
    accused = [c for c in case["claims"] if c["property"] in ACCUSATIONS]
    assert [names.get(c["value"].get("entity")) for c in accused] == [who]
