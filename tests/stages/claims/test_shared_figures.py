"""Figures that share a word of harm with another one, that a verb gives bare, and bodies and graves that were found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.finds import find_finds
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]
COUNTS = ("killed", "injured", "missing", "detained", "kidnapped")


def figures(view: View) -> list[Draft]:
    """The drafts of counts."""
    return [d for d in find_events(view).drafts if d.property in COUNTS]


def parts_of(view: View) -> set[tuple[str, int | float | None]]:
    """Property and number of each figure of a part."""
    return {(d.property, d.value.number) for d in figures(view) if d.value.part}


def wholes_of(view: View) -> set[tuple[str, int | float | None]]:
    """Property and number of each figure that speaks of all."""
    return {(d.property, d.value.number) for d in figures(view) if not d.value.part and d.value.number}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The storming left at least 17 dead, four of the stormers among them.", {("killed", 4)}),
        ("Nineteen weavers were killed, between them three nurses.", {("killed", 3)}),
        ("Nineteen weavers drowned off Karsova on 14 May 2023, seven of them children.", {("killed", 7)}),
        ("Of the 40 weavers killed, 25 were shot at the gate and 15 were stabbed.", {("killed", 25), ("killed", 15)}),
        (
            "Of the 12 men arrested, eight were released and nine had come from Velmara.",
            {("detained", 9)},
        ),
        ("Twelve weavers died in the crossfire and eight in the flames.", {("killed", 8)}),
        ("Nine tilers were killed by rebels and 12 by the army.", {("killed", 12)}),
        ("Ten tilers died in the clashes and 12 of the rebels fled.", set()),
        ("Six tilers died in the crash and two cars were on fire.", set()),
        ("Of the 63 tilers aboard, 12 died.", set()),
    ],
)
def test_parts(view_of: ViewOf, text: str, parts: set[tuple[str, int]]) -> None:
    """A count shares the harm of the whole that it is a part of, and only that."""
    assert parts_of(view_of(text)) == parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The league, which spoke of 52 dead, now counts 44.", {("killed", 52), ("killed", 44)}),
        ("Forty weavers were killed. The ministry admits to 34.", {("killed", 40), ("killed", 34)}),
        ("The weavers like the ministry. It counts 34.", set()),
        ("Some 300 weavers marched for the murdered tiler. The union spoke of 900.", {("killed", 1)}),
        ("Three tilers were identified among the bodies.", {("killed", 3)}),
        ("Two tilers are still listed as missing.", {("missing", 2)}),
        ("The league listed 63 weavers as unaccounted for.", {("missing", 63)}),
        ("Three dozen tilers have still not been accounted for.", {("missing", 36)}),
        ("Six Velmaran Front militants are dead after they stormed a mill.", {("killed", 6)}),
        ("The rebels put their own losses at 20 fighters.", {("killed", 20)}),
        ("The mill put its losses at 20 lorries.", set()),
        ("He put the dead at 31 and the wounded at more than 100.", {("killed", 31), ("injured", 100)}),
        ("The storm took lives in every village – in Karsova alone, nine.", {("killed", 9)}),
        (
            "With the five who died on the Alba in 2015, 76 weavers have now been killed.",
            {("killed", 5), ("killed", 76)},
        ),
    ],
)
def test_wholes(view_of: ViewOf, text: str, expected: set[tuple[str, int]]) -> None:
    """What a verb counts bare, what is listed, what was lost."""
    assert wholes_of(view_of(text)) == expected


def test_who_keeps_count(view_of: ViewOf) -> None:
    """The body that registers, counts or admits to a figure is who says it."""
    for text in ("The Karsova Institute registered 53 deaths.", "Forty died. The Karsova Institute admits to 53."):
        told = next(d for d in figures(view_of(text)) if d.value.number == 53)
        assert [link.name for link in told.links] == ["Karsova Institute"] or told.links[0].name.endswith("Institute")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Divers found five bodies in the quarry on Monday.", [5]),
        ("The two bodies that divers brought up from the quarry lay there for days.", [2]),
        ("In Karsova have appeared only five bodies.", [5]),
        ("A mass grave with nine bodies was found outside Karsova.", [1, 9]),
        ("Experts found a mass grave holding the remains of 27 weavers.", [1, 27]),
        ("The body of Ilker Dorn was recovered on Tuesday.", [1]),
        (
            "The two bodies that divers brought up are those of Ilker Dorn, 44, and of Remo Tash, sources said.",
            [2, 1, 1],
        ),
        ("Bones from a basin had been identified as those of Ilker Dorn.", [1]),
        ("The body is that of a weaver.", []),
        ("No bodies of any suspects had been found.", []),
        ("Police examined the bodies.", []),
        ("Rescuers fear that more bodies will be found.", []),
    ],
)
def test_finds(view_of: ViewOf, text: str, found: list[int]) -> None:
    """Bodies and graves found are figures of their own."""
    view = view_of(text)
    assert [d.value.number for d in find_finds(view, find_events(view))] == found


def test_who_a_part_is(view_of: ViewOf) -> None:
    """The noun behind "of them" says who they are."""
    told = next(d for d in figures(view_of("At least 20 hostages died, 18 of them foreigners.")) if d.value.part)
    assert (told.value.number, told.value.of) == (18, "foreigners")


def test_one_missing_by_name(view_of: ViewOf) -> None:
    view = view_of("Ilker Dorn is still missing.")
    told = next(d for d in figures(view) if d.property == "missing")
    assert told.value.referent is not None and view.referents[told.value.referent].name == "Ilker Dorn"
