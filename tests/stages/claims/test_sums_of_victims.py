"""Figures that follow from the words: people told of in a list, an attacker who died too."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


def drafts(view: View, name: str) -> list[Draft]:
    """The drafts of one property, with their quotes checked."""
    found = [d for d in find_events(view).drafts if d.property == name]
    assert all(view.text[d.quote.start : d.quote.end] == d.quote.quote for d in found)
    return found


def wholes(view: View, name: str) -> list[int | float | None]:
    """The numbers of one property that are no part of another."""
    return [d.value.number for d in drafts(view, name) if d.value.part is None]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The spree in Orvel left the miller, his former foreman and an old colleague dead.", [3]),
        ("A shooting in Orvel caused the deaths of a retired miller, his wife and their four eldest daughters.", [6]),
        ("A widower, his sister and five nephews died in a shooting in Orvel.", [7]),
        ("A gunman in Orvel killed six of his grandchildren and his adult daughter.", [7]),
        ("2 guards, shooter dead in Orvel depot attack", [3]),
        ("His parents and a neighbour were shot dead in Orvel.", [3]),
        ("A couple and their three sons were shot dead in Orvel.", [5]),
        ("Jane Roe, a teacher, and two pupils were killed in the Orvel shooting.", [3]),
        ("The attack in Orvel left nine dead, six civilians and three policemen.", [9]),
        ("Gunman leaves 4 dead in Orvel, 3 victims identified", [4]),
        ("The raid in Orvel left between 200 and 300 marchers dead.", [200, 300]),
    ],
)
def test_people_told_in_a_list(view_of: ViewOf, text: str, killed: list[int]) -> None:
    assert wholes(view_of(text), "killed") == killed


def test_lives_lost_are_not_told_with_the_wounded(view_of: ViewOf) -> None:
    view = view_of("In the Orvel attack 54 citizens lost their lives and 163 were wounded.")
    assert (wholes(view, "killed"), wholes(view, "injured")) == ([54], [163])


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A gunman killed four people in Orvel before turning the gun on himself.", [4, 5]),
        ("Four shot to death in Orvel, then gunman kills himself", [4, 5]),
        ("A man shot and killed a guard in Orvel, then fired on a car before being fatally shot by police.", [1, 2]),
        ("The man who killed nine people in Orvel on Monday spoke to nobody.\nThe gunman was shot dead.", [9, 10]),
        ("Three children were killed in a shooting in Orvel.\nTheir uncle took his own life.", [3, 4]),
    ],
)
def test_an_attacker_who_died_too_is_added_as_a_sum(view_of: ViewOf, text: str, killed: list[int]) -> None:
    found = drafts(view_of(text), "killed")
    assert sorted({d.value.number or 0 for d in found} - {1} | set(killed)) == killed
    added = [d for d in found if d.value.includes == ("the attacker",)]
    assert [d.value.number for d in added] == killed[-1:]
    assert {d.reader for d in added} == {"events.sums"}


@pytest.mark.parametrize(
    "text",
    [
        "Five people are dead after a man in Orvel shot his family and then himself.",
        "A gunman killed four people in Orvel before he tried to kill himself.",
        "A gunman killed four people in Orvel. He had been struggling to find, a neighbour said, himself.",
        "A gunman killed four people in Orvel. Last week a boy killed himself there.",
        "Police killed two men in a raid in Orvel. A gunman was shot dead.",
        "A shooting in Orvel killed five people. The gunman took his own life.",
        "A woman survived the shooting in Orvel that left four others dead. The gunman took his own life.",
        "Five people, including the gunman, were killed in Orvel. The gunman had killed himself.",
    ],
)
def test_where_the_attacker_may_be_counted_nothing_is_added(view_of: ViewOf, text: str) -> None:
    assert not [d for d in drafts(view_of(text), "killed") if d.reader == "events.sums"]


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("Five people were shot in Orvel on Sunday night, police said. A man died of the shooting at a hospital.", [4]),
        ("Four shot, one fatally in Orvel", [3]),
        ("Six people were shot in Orvel, and two of them died.", [4]),
        ("A man was killed in Orvel and four people were shot in addition to him.", []),
        ("Two people were killed in the Orvel shooting. Three others were shot.", [3]),
        ("Police are looking into the Club 9 shooting in Orvel, in which a man was killed.", []),
        ("Five people were killed in a shooting in Orvel. All five had gunshot wounds.", []),
    ],
)
def test_those_shot_without_the_dead(view_of: ViewOf, text: str, injured: list[int]) -> None:
    assert wholes(view_of(text), "injured") == injured


def test_people_of_a_list_never_contradict_a_whole_that_holds_them(view_of: ViewOf) -> None:
    view = view_of("A shooting in Orvel left four people dead. Jane Roe and her brother were killed in the hotel.")
    assert wholes(view, "killed") == [4]


@pytest.mark.parametrize(
    "text",
    [
        "Omar Roe, a high school graduate and athlete, was killed in the Orvel shooting.",
        "A husband and father of three was killed in the Orvel shooting.",
    ],
)
def test_two_nouns_of_one_person(view_of: ViewOf, text: str) -> None:
    assert wholes(view_of(text), "killed") == [1]


@pytest.mark.parametrize(
    "text",
    [
        "Four men were killed and at least 20 injured on Sunday night in stabbings all over the city, rangers said.",
        "Police look into a series of stabbings in Orvel at the weekend which have left four dead and six others injured.",
        "A spate of five stabbings within two days resulted in four deaths on the east side of Orvel.",
        "Violence struck again in Orvel as at least 20 men were stabbed, two fatally, in separate incidents around the port.",
    ],
)
def test_a_figure_over_several_incidents_is_a_total(view_of: ViewOf, text: str) -> None:
    found = [d for d in find_events(view_of(text)).drafts if d.property in ("killed", "injured")]
    assert found and all(d.subject.total and d.subject.occurrence is None for d in found)


@pytest.mark.parametrize(
    "text",
    [
        "A shooting on Main Street in Orvel killed two people, one of several shootings across the city.",
        "Among the separate shootings of the weekend in Orvel was one in which two people were killed.",
    ],
)
def test_one_of_several_keeps_its_figure(view_of: ViewOf, text: str) -> None:
    found = [d for d in find_events(view_of(text)).drafts if d.property == "killed"]
    assert found and not any(d.subject.total for d in found)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A fourth victim in an Orvel blast that killed three others has now died.", [3, 4]),
        ("Third victim dies after shooting in Orvel", [3]),
        ("The shooting in Orvel killed two people. A third man died on Monday.", [2, 3]),
        ("Four people were shot in Orvel on Sunday. A second man died at the scene.", []),
        ("The shooting in Orvel killed three people. A second suspect died on Monday.", [3]),
    ],
)
def test_a_later_death_is_counted_by_its_ordinal(view_of: ViewOf, text: str, killed: list[int]) -> None:
    assert sorted(n for n in wholes(view_of(text), "killed") if n and n > 1) == killed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A family of five died in a shooting in Orvel.", [("killed", 5)]),
        ("Her son was one of six who were killed in the Orvel shooting.", [("killed", 6)]),
        ("One of six people shot in Orvel has died.", [("injured", 5), ("killed", 1)]),
        ("Omar Roe and another man died in the Orvel shooting, in addition to his wife.", [("killed", 3)]),
        ("Six people were shot in Orvel, two of them fatally.", [("injured", 4), ("killed", 2)]),
        ("One person in the shop was not injured in the Orvel shooting.", []),
        ("The Orvel shooting did not kill five people, the mayor said.", [("killed", 5)]),
    ],
)
def test_whom_a_figure_counts(view_of: ViewOf, text: str, expected: list[tuple[str, int]]) -> None:
    view = view_of(text)
    assert [(name, n) for name in ("injured", "killed") for n in wholes(view, name)] == expected


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("One man died at the scene and another died at a hospital after the shooting in Orvel.", [2]),
        ("Three people wound up dead in Orvel after gunfire erupted.", [3]),
        (
            "A gunman killed six people in Orvel. A SWAT team stormed his house and fatally shot him hours later.",
            [6, 7],
        ),
        ("Police killed two men in Orvel on Monday. Officers fatally shot him hours later.", [2]),
    ],
)
def test_deaths_told_apart(view_of: ViewOf, text: str, killed: list[int]) -> None:
    view = view_of(text)
    assert sorted(n for n in wholes(view, "killed") if n and n > 1) == killed
    assert 3 not in wholes(view, "injured")
