"""What parts two deeds of one report, feature by feature, and on which of them an accusation hangs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model.claim import ACCUSATIONS, Reading
from rashomon.stages.claims import read_claims
from rashomon.stages.claims.view import View

Read = Callable[..., View]
FIRE = "A fire at the Tolm mill killed 34 workers on 3 March 2018."


def told(reading: Reading, word: str) -> list[str]:
    """The ids of the occurrences that have a word among theirs."""
    return [o.id for o in reading.occurrences if any(m.quote == word for m in o.mentions)]


def read(view_of: Read, text: str) -> Reading:
    view = view_of(text)
    return read_claims(view.document, view.annotations)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (FIRE + " The owner is also accused of the murder of Pila Senn, a union organiser.", "killed", "murder"),
        (FIRE + " The owner was questioned in 2011 about the murder of an organiser.", "killed", "murder"),
        (FIRE + " The company had been fined over a blast at its Karsova refinery.", "killed", "blast"),
        ("Two brothers were shot at the Ostvar junction on Sunday.\nHours later a farmer was killed in Lower Tolm.", "shot", "killed"),
        ("Gunmen shot nine traders at the Tolm market on Monday. In Karsova, in 2009, guards killed 44 marchers.", "shot", "killed"),
        ("A blast in Tolm killed three tourists; police killed forty men in raids on Karsova.", "blast", "raids"),
        ("Five men were killed in a raid on a flat. Among the dead is Milo Vargen, who was sought over the arson attack on the Vatra in Ostvar.", "raid", "attack"),
        ("A drone strike killed two clerks, hours after rockets had hit a barracks and killed a guard.", "strike", "hit"),
        ("Sixty-six dead, says the court. The guards fired first.\nWe have been here before. At Quellim, in 1998, guards shot 22 striking miners.", "dead", "shot"),
        ("On 3 March 2018 men of his company killed 69 people here. She tells what she saw.\nOn the way back we pass Ostvar. Twenty-three people died on the bus there, in the same year, at the hands of rebels.", "killed", "died"),
    ],
)  # fmt: skip
def test_two_deeds(view_of: Read, text: str, one: str, other: str) -> None:
    reading = read(view_of, text)
    assert told(reading, one)
    assert told(reading, other)
    assert not set(told(reading, one)) & set(told(reading, other))


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (FIRE + " The owner is accused of the murder of the workers.", "killed", "murder"),
        ("Adam Kern was shot in Tolm on Monday. His widow blamed the ministry for the murder of Adam Kern.", "shot", "murder"),
        ("Toll of the Tolm shooting rises to three.\nPila Senn, the driver, died of her wounds late on Sunday at the municipal hospital, said its director. That makes three dead.", "shooting", "died"),
        ("Four people died because Adam Kern wanted masks that work. The board is silent. It is to answer for the murder of Adam Kern.", "died", "murder"),
        ("A court tried those responsible for the killing of 124 inmates and asked for 25 years for the killing.", "killing", "killing"),
    ],
)  # fmt: skip
def test_one_deed(view_of: Read, text: str, one: str, other: str) -> None:
    reading = read(view_of, text)
    assert len({*told(reading, one), *told(reading, other)}) == 1


def test_the_words_by_which_a_deed_is_meant_lead_back_to_it(view_of: Read) -> None:
    reading = read(
        view_of,
        "A bomb sank the ferry Ona off Karsova in 2006. The same man is charged with the shooting of Petar Lind in Zaton.\n"
        "Two others are wanted for the ferry attack.",
    )
    assert told(reading, "attack") == told(reading, "sank") != []
    assert told(reading, "attack") != told(reading, "shooting")


@pytest.mark.parametrize(
    ("text", "said", "word"),
    [
        ("Bombs tore through trains in Tolm, killing 160. Suspicion fell on the Red Front, which was blamed for an assault on the parliament in 2001.", "Suspicion", "killing"),
        ("Gunmen killed nine traders in Tolm. Captain Milo Vargen gave the order to fire.", "order", "killed"),
        ("The market stood empty.\nNine traders were shot in Tolm on 3 May.\nIn Karsova a guard was strangled in 2009.\nHours passed.\nThe mayor accuses Milo Vargen of murder.", "accuses", None),
        ("Nine traders were shot in Tolm on 3 May.\nIn Karsova a guard was strangled in 2009.\nHours passed.\nThe mayor accuses Milo Vargen of murder.", "accuses", "shot"),
    ],
)  # fmt: skip
def test_an_accusation_without_a_deed_is_of_what_the_text_speaks_of(
    view_of: Read, text: str, said: str, word: str | None
) -> None:
    reading = read(view_of, text)
    found = {c.subject.occurrence for c in reading.claims if c.property in ACCUSATIONS and said in c.quote}
    assert found == (set(told(reading, word)) if word else {None})
