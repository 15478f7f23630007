"""Words of violence in politics, sport and everyday work accuse nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.accusations import find_accusations
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.view import View

Read = Callable[[str], View]


def accused(view: View) -> set[tuple[str, str]]:
    return {(d.property, d.value.text or "") for d in find_accusations(view, Told((), ()))}


@pytest.mark.parametrize(
    "text",
    [
        "Opposition leader Otto Brill attacked the prime minister over the deployment of troops.",
        "Otto Brill attacked the government for sending soldiers to the war.",
        "The Opposition leader launched a scathing attack on the Prime Minister.",
        "The senator launched an attack on the court.",
        "Otto Brill led the attack with four wickets.",
        "Otto Brill led the attack on the tax plan in parliament.",
        "The minister opened fire on the opposition over the budget.",
        "Otto Brill fired a round of 68 to lead the open.",
        "The mayor fired the starting gun at noon.",
        "The bank placed a charge on every account.",
        "Otto Brill planned the execution of the contract.",
        "The council hired contractors to kill foxes.",
        "The council ordered rangers to shoot wild dogs.",
        "The crowd beat the drums as gunfire rang out.",
        "The army destroyed a cache of weapons.",
        "Engineers blew up the old bridge.",
        "Police exploded the bomb safely.",
        "Police raided a warehouse and looked for a suspect in the stabbings.",
        "Police stormed a house and arrested a gunman.",
        "Police shot tear gas at the crowd.",
        "The union accused the company of murdering the industry.",
        "Otto Brill is suspected of having a broken leg.",
        "The captain was condemned to a life of poverty.",
        "They spoke of the pretext that Otto Brill fired one shell at the harbor.",
        "It was the villagers who called those hunters murderers.",
        "Rangers were given a material-witness arrest warrant against Otto Brill.",
        "Otto Brill was never a defendant in that lawsuit.",
        "The coach blamed the referee for the defeat.",
        "Otto Brill blamed his brother for the divorce.",
        "The coach admitted killing the game.",
        "Otto Brill claimed responsibility for the idea.",
        "The judge ordered the execution of the prisoner.",
        "Police charged the crowd with batons.",
        "The bank charged Otto Brill with a fee for late payment.",
        "Otto Brill was shot down by the opposition in question time.",
        "Otto Brill hijacked the agenda.",
        "Journalists ambushed the minister outside the court.",
        "Otto Brill fired shots across the bow of the union.",
        "The firefighters set fire to a break to stop the blaze.",
        "Protesters drowned out the minister.",
    ],
)
def test_nobody_is_accused_by_a_figure_of_speech(view_of: Read, text: str) -> None:
    assert not accused(view_of(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bandits attacked the village for three hours, killing six men.", ("perpetrator", "Bandits")),
        ("The army opened fire on protesters.", ("perpetrator", "The army")),
        ("Otto Brill admitted killing his wife.", ("responsibility", "Otto Brill")),
        ("The Front claimed responsibility for the bombing.", ("responsibility", "The Front")),
        ("Otto Brill fired a shot at the crowd.", ("perpetrator", "Otto Brill")),
        ("Gunmen ambushed a convoy with rockets.", ("perpetrator", "Gunmen")),
        ("Rebels hijacked a bus.", ("perpetrator", "Rebels")),
        ("Otto Brill was charged with murder.", ("charge", "Otto Brill")),
        ("Rebels destroyed two villages, killing ten people.", ("perpetrator", "Rebels")),
        ("The attack was also planned by Otto Brill, according to a judge.", ("organizer", "Otto Brill")),
    ],
)
def test_the_same_words_meant_in_earnest(view_of: Read, text: str, wanted: tuple[str, str]) -> None:
    assert wanted in accused(view_of(text))
