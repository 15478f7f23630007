"""Figures of victims: every way of saying them, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]
COUNTS = ("killed", "injured", "missing", "detained", "kidnapped")


def figures(view: View) -> list[Draft]:
    """The drafts of counts, with their quotes checked."""
    drafts = [d for d in find_events(view).drafts if d.property in COUNTS]
    assert all(view.text[d.quote.start : d.quote.end] == d.quote.quote for d in drafts)
    return drafts


def said(view: View) -> list[tuple[str, int | float | None, str | None]]:
    """Property, number and bound of each figure."""
    return [(d.property, d.value.number, d.value.bound) for d in figures(view)]


def test_each_figure_of_a_toll_has_its_own_day(view_of: ViewOf) -> None:
    text = "The ministry put the death toll of the blast at 24 on March 15, 2013, and at 29 on March 21, 2013."
    found = [(d.value.number, d.value.as_of) for d in figures(view_of(text))]
    assert found == [(24, "2013-03-15"), (29, "2013-03-21")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Officials put the toll of the blast at 24 on Monday, at 27 on Tuesday and at 29 on Friday.",
            [("killed", 24, "exact"), ("killed", 27, "exact"), ("killed", 29, "exact")],
        ),
        ("The toll of the blast stood at 24 on Monday and at noon there was a march.", [("killed", 24, "exact")]),
        ("33 people were killed in the attack.", [("killed", 33, "exact")]),
        ("A blast in Orvel killed more than 50 people.", [("killed", 50, "more_than")]),
        ("The ferry attack left 33 dead.", [("killed", 33, "exact")]),
        ("The bombing left four people dead.", [("killed", 4, "exact")]),
        ("The massacre claimed 32 lives.", [("killed", 32, "exact")]),
        ("Nine people lost their lives in the shooting.", [("killed", 9, "exact")]),
        ("The death toll stood at 102 on Monday.", [("killed", 102, "exact")]),
        ("Death toll rises to 27 in Orvel", [("killed", 27, "exact")]),
        ("A bomb went off at the fair, killing 30.", [("killed", 30, "exact")]),
        ("Two more guards died, bringing the total to 25.", [("killed", 2, "exact"), ("killed", 25, "exact")]),
        ("The gunmen opened fire on the bus, wounding three.", [("injured", 3, "exact")]),
        ("One soldier was killed and another wounded.", [("killed", 1, "exact"), ("injured", 1, "exact")]),
        ("1 killed, 3 hurt in Orvel nightclub shooting", [("killed", 1, "exact"), ("injured", 3, "exact")]),
        ("14 killed, 18 injured, and 31 huts burned.", [("killed", 14, "exact"), ("injured", 18, "exact")]),
        ("At least 10 dead in market blast in Orvel", [("killed", 10, "at_least")]),
        ("Five people were fatally shot at a farm.", [("killed", 5, "exact")]),
        ("6 Shot, 1 Fatally, At South Orvel Party", [("injured", 5, "exact"), ("killed", 1, "exact")]),
        ("Five people were shot dead at a farm.", [("killed", 5, "exact")]),
        ("Three men were shot and killed outside a bar.", [("killed", 3, "exact")]),
        ("Four people were shot at a fair in Orvel.", [("injured", 4, "exact")]),
        ("Six people suffered gunshot wounds in the attack.", [("injured", 6, "exact")]),
        ("Seven people were struck by gunfire near the docks.", [("injured", 7, "exact")]),
        ("The earthquake resulted in the deaths of 80 people.", [("killed", 80, "exact")]),
        ("Two nurses were kidnapped by gunmen.", [("kidnapped", 2, "exact")]),
        ("Police arrested 14 people after the riot.", [("detained", 14, "exact")]),
        ("40 people are missing after the flood.", [("missing", 40, "exact")]),
        ("A man was shot dead in Orvel.", [("killed", 1, "exact")]),
        ("Three women, one man wounded in Orvel shootout", [("injured", 4, "exact"), ("injured", 3, "exact")]),
        ("Police are investigating a triple homicide in Orvel.", [("killed", 3, "exact")]),
        ("The fire claimed the lives of 72 people.", [("killed", 72, "exact")]),
        ("The coach carried 45 people, 27 of whom were killed.", [("killed", 27, "exact")]),
        (
            "The raid left between 200 and 300 marchers dead.",
            [("killed", 200, "at_least"), ("killed", 300, "at_most")],
        ),
        ("A health official later put the toll at 52.", [("killed", 52, "exact")]),
        ("187 bodies were recovered after the ferry sank.", [("killed", 187, "exact")]),
        ("In the second accident 60 passengers drowned.", [("killed", 60, "exact")]),
        ("Dead: 6; wounded: 22.", [("killed", 6, "exact"), ("injured", 22, "exact")]),
        ("At noon the fire brigade counted 21 dead after the blaze.", [("killed", 21, "exact")]),
        ("The body count stands at 33.", [("killed", 33, "exact")]),
        ("Eighteen hooligans spent the night in the cells.", [("detained", 18, "exact")]),
        ("Nine marchers are nursing broken bones.", [("injured", 9, "exact")]),
        ("Six weavers burned to death.", [("killed", 6, "exact")]),
        ("Three smugglers were hanged by militiamen.", [("killed", 3, "exact")]),
        ("40 shepherds are feared to have frozen to death.", [("killed", 40, "exact")]),
        ("Of the girls, 57 escaped and 219 are still missing.", [("missing", 219, "exact")]),
        ("Eight people were hacked to death in a village.", [("killed", 8, "exact")]),
        ("Where an explosion killed at least 14 on Monday, flowers lay.", [("killed", 14, "at_least")]),
    ],
)
def test_ways_of_telling_a_figure(view_of: ViewOf, text: str, expected: list[tuple[str, int, str]]) -> None:
    found = [f for f in said(view_of(text)) if f in expected]
    assert found == expected


def test_nothing_beyond_the_figures_of_a_sentence(view_of: ViewOf) -> None:
    text = "The bombing in Orvel killed 12 people and wounded 30, two of them badly."
    assert said(view_of(text)) == [("killed", 12, "exact"), ("injured", 30, "exact"), ("injured", 2, "exact")]


def test_vague_figures_carry_their_words(view_of: ViewOf) -> None:
    (draft,) = figures(view_of("Dozens of people were injured in the explosion."))
    assert (draft.value.number, draft.value.bound, draft.value.text) == (None, None, "Dozens of people")


def test_a_part_is_marked(view_of: ViewOf) -> None:
    text = "86 people died at the scene and 17 others died at the hospital after the bombing."
    found = figures(view_of(text))
    assert [(d.value.number, d.value.part) for d in found if d.reader == "events.counts"] == [
        (86, "at the scene"),
        (17, "at the hospital"),
    ]
    assert [d.value.number for d in found if d.reader == "events.sums"] == [103]


def test_whom_a_figure_counts_and_includes(view_of: ViewOf) -> None:
    draft, part = figures(view_of("The explosion killed 64 civilians, including the three truck drivers."))
    assert (part.value.number, part.value.part) == (3, "truck drivers")
    assert (draft.value.of, draft.value.includes) == ("civilians", ("three truck drivers",))
    assert draft.quote.quote == "killed 64 civilians"


def test_those_shot_without_the_dead_are_the_wounded(view_of: ViewOf) -> None:
    found = said(view_of("Four people were shot, one fatally, at a bar in Orvel, and one man died."))
    assert ("injured", 4, "exact") not in found


def test_survivors_of_one_sentence(view_of: ViewOf) -> None:
    assert said(view_of("Four people were shot and one killed at a bar in Orvel.")) == [
        ("injured", 3, "exact"),
        ("killed", 1, "exact"),
    ]


def test_one_told_of_alone_never_contradicts_the_total(view_of: ViewOf) -> None:
    text = "Five people were killed in a shooting in Orvel.\nMara Holt, 24, was killed. Ivo Holt was killed."
    assert said(view_of(text)) == [("killed", 5, "exact")]


def test_several_named_victims_give_no_figure(view_of: ViewOf) -> None:
    text = "Mara Holt was killed in the shooting. Later that night Ivo Brandt was killed."
    assert said(view_of(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Gangs are involved when thousands are killed.",
        "She could have been killed.",
        "Police were ordered to arrest the mayor.",
        "She was charged with nine counts of murder.",
        "The film was shot in three weeks.",
        "The senate killed the bill.",
        "He died of cancer at home.",
        "Nobody was hurt in the explosion.",
        "Seven bodies have not yet been identified.",
        "He killed that dealer or that dealer, they said.",
        "One in five prisoners died of typhus.",
        "The body bore a total of 37 knife wounds.",
        "That hurt the senator among young voters.",
        "Mara Holt, the singer, died three months ago.",
        "Doctors fear that 20 people will die.",
    ],
)
def test_no_figure_where_nothing_is_told(view_of: ViewOf, text: str) -> None:
    assert [f for f in said(view_of(text)) if f[1] is not None] == []


def test_a_total_over_several_incidents_belongs_to_none(view_of: ViewOf) -> None:
    view = view_of("Three attacks that took place in 2015 killed 142 people.")
    (draft,) = figures(view)
    assert (draft.value.number, draft.subject.total, draft.subject.occurrence) == (142, True, None)


@pytest.mark.parametrize(
    "text",
    [
        "Police have shot dead at least 312 people so far this year.",
        "Ninety people are killed by gunfire each year.",
        "In 2012, 318 people were killed in the city.",
        "A total of 318 people were killed in Orvel in 2012, 290 of them by gunfire.",
        "Since Wednesday 74 people have been shot in Orvel.",
    ],
)
def test_figures_counted_up_over_time_belong_to_no_incident(view_of: ViewOf, text: str) -> None:
    assert [d for d in figures(view_of(text)) if d.subject.occurrence is not None] == []


@pytest.mark.parametrize(
    "text",
    [
        "In Karsova, in 1998, gendarmes shot 22 miners.",
        "In 1998, soldiers of the garrison killed nine pilgrims in Karsova.",
    ],
)
def test_one_deed_of_a_year_is_no_total(view_of: ViewOf, text: str) -> None:
    assert [d for d in figures(view_of(text)) if d.subject.occurrence is None] == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "A bomb went off in Karsova. Two people died and four are in hospital, one of them in a critical state.",
            ("injured", 4),
        ),
        ("Gunmen attacked a convoy. Two drivers have not been heard from since.", ("missing", 2)),
        ("Soldiers killed 38 armed men in Karsova. One soldier was killed.", ("killed", 1)),
        ("Soldiers killed 71 people in Karsova on Wednesday, 66 men and five women.", ("killed", 66)),
    ],
)
def test_figures_in_other_words(view_of: ViewOf, text: str, what: tuple[str, int]) -> None:
    assert what in [(p, n) for p, n, _ in said(view_of(text))]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("A bomb killed 12 people in Karsova. One woman was killed on the steps.", ("killed", 1)),
        ("Two of her sisters are in hospital in Tarsk.", ("injured", 2)),
        ("A bomb went off in Karsova. Two died and four are in hospital, one of them in a coma.", ("injured", 1)),
    ],
)
def test_what_is_no_figure_of_its_own(view_of: ViewOf, text: str, what: tuple[str, int]) -> None:
    assert what not in [(p, n) for p, n, _ in said(view_of(text))]


def test_the_day_a_figure_is_given_for(view_of: ViewOf) -> None:
    (draft,) = figures(view_of("As of 9 May 2014 the quake had killed 80 people."))
    assert draft.value.as_of == "2014-05-09"


def test_a_list_of_single_victims_is_summed(view_of: ViewOf) -> None:
    found = said(view_of("Rebels killed a professor, a policeman, and a pedestrian."))
    assert found == [("killed", 3, "exact")]


def test_who_was_wounded_and_died_is_counted_once(view_of: ViewOf) -> None:
    assert said(view_of("A guard who was wounded in the attack died.")) == [("killed", 1, "exact")]


def test_others_beside_a_single_victim_leave_no_figure_of_one(view_of: ViewOf) -> None:
    text = "Mara Holt was wounded in the shooting. Several others were also wounded."
    assert ("injured", 1, "exact") not in said(view_of(text))


def test_members_belong_to_the_figure_of_people(view_of: ViewOf) -> None:
    (draft,) = figures(view_of("Seven members of one family, including a baby, were killed by a bomb."))
    assert (draft.value.number, draft.value.includes) == (7, ("baby",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The death toll from Monday's bombing at the fish market has risen to 41, the directorate said.",
            (41, "exact"),
        ),
        ("The death toll from the earthquake has climbed from 120 to 150, officials said.", (150, "exact")),
        ("The number of dead in the ferry disaster was revised to 212 from 230.", (212, "exact")),
        ("The toll in the landslide went up to 64 on Monday.", (64, "exact")),
        ("The number of people killed by a drone strike on a farm has risen to 19.", (19, "exact")),
        ("The confirmed toll now stands at 33 dead and 104 wounded.", (33, "exact")),
        ("The death toll from the floods passed 300 on Tuesday.", (300, "more_than")),
        ("The attack killed many people, a toll that was later raised to 34.", (34, "exact")),
        ("Police say that the dead are eight after the bombing.", (8, "exact")),
    ],
)
def test_tolls_by_their_verb(view_of: ViewOf, text: str, expected: tuple[int, str]) -> None:
    assert ("killed", *expected) in said(view_of(text))


def test_a_toll_of_the_wounded(view_of: ViewOf) -> None:
    found = said(view_of("The number of injured stood at 58, while the death toll remained at 12."))
    assert sorted(found) == [("injured", 58, "exact"), ("killed", 12, "exact")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Among the dead were six children, a doctor said.", (6, "children", "among the dead")),
        ("At least six children were among the dead.", (6, "children", "among the dead")),
        ("Nine of the dead were civilians.", (9, "civilians", "of the dead")),
        ("The dead included four policemen and a nurse.", (4, "policemen", "among the dead")),
        ("Three of those killed were soldiers.", (3, "soldiers", "of those killed")),
        ("Of the dead, five were children.", (5, "children", "of the dead")),
    ],
)
def test_the_dead_divided(view_of: ViewOf, text: str, expected: tuple[int, str, str]) -> None:
    found = figures(view_of("A bomb killed 20 people in Orvel on Monday.\n" + text))
    assert expected in [(d.value.number, d.value.of, d.value.part) for d in found]


def test_those_in_intensive_care_are_a_part_of_the_wounded(view_of: ViewOf) -> None:
    found = figures(view_of("The bombing wounded 30 people. Twelve people are in intensive care."))
    assert [(d.property, d.value.number, d.value.part) for d in found] == [
        ("injured", 30, None), ("injured", 12, "in intensive care"),
    ]  # fmt: skip


def test_those_killed_together_are_counted_together(view_of: ViewOf) -> None:
    found = figures(view_of("The minister was killed together with two bodyguards in Orvel."))
    assert [(d.value.number, d.value.part) for d in found] == [(3, None), (2, "bodyguards")]


def test_one_number_over_two_nouns(view_of: ViewOf) -> None:
    (draft,) = figures(view_of("A gunman killed nine men and boys in a mosque."))
    assert (draft.value.number, draft.value.of) == (9, "men and boys")


def test_a_figure_after_a_month_and_its_year(view_of: ViewOf) -> None:
    (draft,) = figures(view_of("Three attacks carried out by the group since November 2020 killed 58 people."))
    assert (draft.value.number, draft.subject.total) == (58, True)


def test_the_day_on_which_a_toll_stood(view_of: ViewOf) -> None:
    (draft,) = figures(view_of("The death toll from the blast stood at 102 on 9 May 2014."))
    assert draft.value.as_of == "2014-05-09"


def test_feared_dead_is_possible(view_of: ViewOf) -> None:
    (draft,) = figures(view_of("Six people were feared dead in the explosion."))
    assert (draft.value.number, draft.stance) == (6, "possible")


def test_the_dead_put_at_a_figure(view_of: ViewOf) -> None:
    assert ("killed", 6, "exact") in said(view_of("A bomb exploded in Orvel. The governor put the dead at six."))


@pytest.mark.parametrize(
    "text",
    ["A gunman shot at Mara Holt's wife, who was not hurt.", "She was not seriously injured in the attack.",
     "Police questioned two bakers who weren't injured in the brawl."],
)  # fmt: skip
def test_who_was_not_hurt_is_no_figure(view_of: ViewOf, text: str) -> None:
    assert said(view_of(text)) == []


def test_the_dead_are_also_those_counted_or_buried(view_of: ViewOf) -> None:
    assert said(view_of("Gunmen attacked Orvel on Friday. He had counted 14 bodies.")) == [("killed", 14, "exact")]
    assert said(view_of("Gunmen attacked Orvel on Friday. Residents buried 23 people.")) == [("killed", 23, "exact")]
    assert said(view_of("A quake hit Orvel. Twelve people were buried under the rubble.")) == []
    assert said(view_of("He buried his two brothers and six coins.")) == []
