"""Deeds of violence in plain words: verbs of every class, acts of force, armies, planes and mobs as doers, words that only sound so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model.claim import ACCUSATIONS
from rashomon.stages.claims import drafts_of
from rashomon.stages.claims.view import View

Read = Callable[[str], View]


def accused(view: View) -> set[tuple[str, str]]:
    """Whom a text accuses, each with the grade."""
    _, drafts = drafts_of(view.document, view.annotations)
    return {(d.property, d.value.text or "") for d in drafts if d.property in ACCUSATIONS}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rebels of the Ember faction butchered thirty villagers at Larnov on Sunday.", "Rebels"),
        ("Gunmen riding pillion shot dead prosecutor Lena Osk outside her home.", "Gunmen"),
        ("Two of its men, Ivo and Karl, ran down the activist with a tractor.", "Ivo"),
        ("His horsemen rode down the prisoners of Larnov.", "His horsemen"),
        ("Her husband had been beaten senseless in his cell by Constables Reed and Malk, she said.", "Malk"),
        ("The militia took the schoolmaster by the hair and cut his throat.", "The militia"),
        ("Viktor Harl slit the moneylender's throat.", "Viktor Harl"),
        ("Soldiers put nine villagers to the sword.", "Soldiers"),
        ("A mob led by a councillor torched seventeen homes in Larnov.", "A mob"),
        ("Bulldozers of the Municipal Works Corps levelled the camp at Larnov.", "Municipal Works Corps"),
        ("The depot was petrol-bombed by two guards.", "two guards"),
        ("Two guards waterboarded the clerk.", "Two guards"),
        ("The guards sprayed the bus with bullets.", "The guards"),
        ("The Ember Front attacked the village of Larnov.", "Ember Front"),
        ("His air force dropped four barrels of burning fuel on a market in Larnov.", "His air force"),
        ("Norwegian warplanes carried out six strikes on the village, killing 35 civilians.", "Norwegian warplanes"),
        ("The coalition conducted 34 strikes against the rebels on Monday.", "The coalition"),
        ("The strike was believed to have been carried out by Norwegian planes.", "Norwegian planes"),
        ("Planes of the Ember Brigade bombed the mill in Larnov.", "Ember Brigade"),
        ("The suburb has been subject to bombing and shelling by the regime this week.", "the regime"),
        ("Two medics were among 31 people killed in Norwegian government shelling of the town.", "Norwegian government"),
        ("Shelling from positions held by the Northern Coalition hit a ward in Larnov, killing six.", "Northern Coalition"),
        ("Ten people were killed in US raids on Larnov.", "US"),
        ("The Norwegian army killed nine rebels in Larnov.", "The Norwegian army"),
        ("It was Major Dlom's men, and not the guerrillas, who shot them one by one.", "Major Dlom's men"),
        ("It was the men of Commander Idr who burned the mosque.", "the men"),
        ("Governor Viktor Harl's militia massacred 31 herders at the well.", "Governor Viktor Harl's militia"),
        ("The mill was burned by Norway's ally Sweden.", "Sweden"),
    ],
)  # fmt: skip
def test_who_did_it(view_of: Read, text: str, who: str) -> None:
    assert ("perpetrator", who) in accused(view_of(text))


@pytest.mark.parametrize(
    ("text", "grade", "who"),
    [
        ("The killing had been planned down to the last detail by Ruben Olk.", "organizer", "Ruben Olk"),
        ("The reporter was killed in an Ember Front-orchestrated car bombing.", "organizer", "Ember Front"),
        ("The Ember Front said it was its fighters who blew up the pipeline.", "responsibility", "Ember Front"),
        ("The Ember Front said its militants had entered the villages and carried out the massacre.", "responsibility", "Ember Front"),
        ("The bomb in the market was ours, the Ember Front said.", "responsibility", "Ember Front"),
        ("Ember Front Claims Beheading of 18 Villagers", "responsibility", "Ember Front"),
        ("Activists blamed Norwegian government warplanes for the strikes.", "blame", "Norwegian government warplanes"),
    ],
)  # fmt: skip
def test_who_had_it_done_and_who_owns_to_it(view_of: Read, text: str, grade: str, who: str) -> None:
    assert (grade, who) in accused(view_of(text))


def test_whoever_is_ruled_out_did_nothing(view_of: Read) -> None:
    found = accused(view_of("It was Major Dlom's men, and not the guerrillas, who shot them one by one."))
    assert not any("guerrillas" in who for _, who in found)


def test_the_dead_are_none_of_those_who_killed(view_of: Read) -> None:
    found = accused(view_of("Three prisoners escaped from Drall prison after killing a guard, Ivo Sarn, with a spoon."))
    assert found == {("perpetrator", "Three prisoners")}


@pytest.mark.parametrize(
    "text",
    [
        "Miners carried out a strike in May.",
        "Police carried out raids on nine flats.",
        "The party launched an offensive against the bill.",
        "The army levelled accusations at the press.",
        "Critics attacked the hotel for its prices.",
        "The champion put her rival to the sword in two sets.",
        "The team flattened its rivals on Sunday.",
        "He cut his own throat in his cell.",
        "The barber cut his throat while shaving.",
        "The surgeon cut off the boy's hand to save him.",
        "He ran down the stairs to his guests.",
        "The play bored the critics to death.",
        "Ivo Sarn was sentenced to death.",
        "The firm eliminated nine posts in Larnov.",
        "Warplanes were seen over Larnov.",
        "The mayor torched his own career.",
        "Firefighters burned the barn to stop the blaze.",
        "The family had a son killed in the war.",
    ],
)
def test_words_that_only_sound_so_accuse_nobody(view_of: Read, text: str) -> None:
    assert accused(view_of(text)) == set()


@pytest.mark.parametrize(
    ("text", "number"),
    [("Rebels took nine villagers hostage.", 9), ("More than a quarter of a million people have been killed.", 250_000),
     ("Soldiers put nine villagers to the sword.", 9), ("Guards smothered nine inmates.", 9)],
)  # fmt: skip
def test_how_many_came_to_harm(view_of: Read, text: str, number: int) -> None:
    view = view_of(text)
    _, drafts = drafts_of(view.document, view.annotations)
    assert number in {d.value.number for d in drafts if d.property in ("killed", "kidnapped")}
