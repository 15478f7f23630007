"""Older and other incidents that a report recalls beside its own: each with its day, its place and its dead."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


def dead(told: Told) -> dict[int | float | None, str | None]:
    return {d.value.number: d.subject.occurrence for d in told.drafts if d.property == "killed"}


def singles(told: Told) -> list[list[str]]:
    return [[m.quote for m in o.mentions] for o in told.occurrences if not o.generic]


_LEAD = (
    "At least 26 people were killed when soldiers fired at demonstrators in Orvel.\n"
    "Dozens were hurt, said the hospital.\nThe mayor spoke of a black day.\nShops stayed closed.\n"
)


def test_where_an_army_killed_long_ago(view_of: ViewOf) -> None:
    told = find_events(
        view_of(_LEAD + "As a young man he served near Lyon, where the army killed 46 peasants on 14 August 1987.")
    )
    assert dead(told)[46] not in (None, dead(told)[26])
    places = {d.value.text: d.subject.occurrence for d in told.drafts if d.property == "place"}
    assert places["Lyon"] == dead(told)[46]


def test_since_a_year_when(view_of: ViewOf) -> None:
    told = find_events(
        view_of(_LEAD + "It is the worst bloodshed since 1987, when soldiers killed 43 peasants in Lyon.")
    )
    assert dead(told)[43] not in (None, dead(told)[26])


def test_an_assault_with_other_dead(view_of: ViewOf) -> None:
    told = find_events(view_of(_LEAD + "In August 2012, 11 passengers were killed when armed men stopped a bus near Lyon.\n"
                               "The group had claimed an assault on a hotel in Madrid, in which 21 people died."))  # fmt: skip
    assert len({dead(told)[n] for n in (26, 11, 21)}) == 3


def test_what_it_was_on_a_day(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "On 23 August 2017, 11 travellers perished in a bus near Lyon. "
        "Before, on 3 December 2016, it was the Palm hotel, in Madrid, where 19 persons were killed."
    ))  # fmt: skip
    days = {d.subject.occurrence: d.value.earliest for d in told.drafts if d.property == "date"}
    assert (days[dead(told)[11]], days[dead(told)[19]]) == ("2017-08-23", "2016-12-03")


def test_dead_of_several_days_in_one_sentence(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "Eleven persons died in a bus near Lyon on 22 August 2017, and 43 persons died in Madrid on 9 November 2017."
    ))  # fmt: skip
    assert dead(told)[11] != dead(told)[43]


def test_the_missing_belong_to_the_attack_told_before(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "Gunmen attacked a village near Lyon on Friday and killed nine people. Forty others were missing, officials said."
    ))  # fmt: skip
    missing = next(d.subject.occurrence for d in told.drafts if d.property == "missing")
    assert missing == dead(told)[9]


def test_two_explosions_at_one_place_are_one_incident(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "Two explosions tore through a rally in Lyon on Saturday, killing 41 people. Twelve of them died in hospital. "
        "The mayor was slightly hurt in the attack."
    ))  # fmt: skip
    assert len(singles(told)) == 1
    assert dead(told)[41] is not None


def test_blasts_of_a_year_are_many(view_of: ViewOf) -> None:
    told = find_events(view_of("Explosions killed 41 people in 2015."))
    assert dead(told).get(41) is None


def test_in_the_three_attacks_together(view_of: ViewOf) -> None:
    told = find_events(view_of(_LEAD + "In the three attacks together 93 people lost their lives."))
    assert dead(told)[93] is None


def test_what_two_attacks_were_made_on(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "He organised the raid on the border post. The attack on the culture centre in Madrid, in which 29 persons "
        "lost their lives, was his work too."
    ))  # fmt: skip
    assert len(singles(told)) == 2


def test_soldiers_who_take_men_away(view_of: ViewOf) -> None:
    told = find_events(view_of("On 12 May 2014 soldiers surrounded the village and took away six men."))
    assert [o.type for o in told.occurrences] == ["abduction"]


def test_an_ambulance_takes_nobody_hostage(view_of: ViewOf) -> None:
    told = find_events(view_of("An ambulance took away six men."))
    assert not [o for o in told.occurrences if o.type == "abduction"]


def test_what_a_blast_hit_is_its_place(view_of: ViewOf) -> None:
    told = find_events(view_of("The blast which hit Lyon on 3 May 2014 killed two. She works in Madrid."))
    assert [d.value.text for d in told.drafts if d.property == "place"] == ["Lyon"]


def test_a_suicide_bomber_blew_himself_up(view_of: ViewOf) -> None:
    told = find_events(view_of("A man blew himself up in Lyon on 3 May 2014; 31 people were killed."))
    assert len(singles(told)) == 1
    assert [d.value.earliest for d in told.drafts if d.property == "date"] == ["2014-05-03"]


def test_a_game_is_no_attack(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "Orvel went on the attack in the second innings of the match.\nThe captain said the clash with Tambra was tough. "
        "The coach praised the bowling and the batsman."
    ))  # fmt: skip
    assert told.occurrences == ()


def test_a_clash_over_policy_is_no_attack(view_of: ViewOf) -> None:
    assert find_events(view_of("The two bishops clashed in Geneva over how many schools to close.")).occurrences == ()


def test_torture_in_general_is_no_incident(view_of: ViewOf) -> None:
    told = find_events(view_of("People are fed up with fifteen years of suffering, including torture and humiliation."))
    assert singles(told) == []


def test_the_parts_of_a_lead_are_told_again(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "A corporal and a rebel have been killed in the latest clashes.\n"
        "Corporal Anders Molk was killed as he tried to defuse a mine laid by the guerrillas near Lyon.\n"
        "Meanwhile, troops killed a rebel in a skirmish near Madrid."
    ))  # fmt: skip
    assert len(singles(told)) == 2
    assert [d.subject.total for d in told.drafts if d.value.number == 2] == [True]


def test_what_an_attack_destroyed_was_its_target(view_of: ViewOf) -> None:
    told = find_events(view_of("A terrorist attack has destroyed four power towers. The police searched the area."))
    assert [d.value.text for d in told.drafts if d.property == "target"] == ["power towers"]


def test_what_an_attack_was_launched_at(view_of: ViewOf) -> None:
    told = find_events(view_of("The attack launched at the army headquarters in Lyon injured seven."))
    assert [d.value.text for d in told.drafts if d.property == "target"] == ["army headquarters"]


def test_where_a_bomb_rocked_part_of_a_city(view_of: ViewOf) -> None:
    told = find_events(view_of("Two powerful bombs rocked Madrid's metropolitan area."))
    assert [d.value.text for d in told.drafts if d.property == "place"] == ["Madrid"]
    assert [d for d in told.drafts if d.property == "target"] == []


def test_the_day_of_a_dateline_is_no_day_of_the_attack(view_of: ViewOf) -> None:
    told = find_events(view_of("LYON, Mar 15, 2013 (AGP) - Six people died in an attack on Thursday, March 14, 2013."))
    assert {d.value.earliest for d in told.drafts if d.property == "date"} == {"2013-03-14"}


def test_a_series_of_attacks_that_lasted_hours_is_one(view_of: ViewOf) -> None:
    told = find_events(view_of("Six people were killed in a series of attacks which lasted more than four hours."))
    assert dead(told)[6] is not None


def test_the_town_is_the_one_named_last(view_of: ViewOf) -> None:
    told = find_events(view_of("Residents of Lyon reported that rebels blew up a bridge on the outskirts of the town."))
    assert [d.value.text for d in told.drafts if d.property == "place"] == ["Lyon"]


def test_a_victim_of_the_lead_is_the_one_named_below(view_of: ViewOf) -> None:
    view = view_of("A corporal was killed near Lyon on Friday.\nCorporal Anders Molk was shot by two men.")
    victims = [d for d in find_events(view).drafts if d.property == "victim"]
    assert len({d.value.referent for d in victims}) == 1


def test_a_victim_is_not_the_officer_who_tells_of_him(view_of: ViewOf) -> None:
    view = view_of("A sergeant was killed near Lyon on Friday.\nSergeant Anders Molk said that two men had fled.")
    victims = [d for d in find_events(view).drafts if d.property == "victim"]
    assert all(view.referents[d.value.referent].name != "Anders Molk" for d in victims if d.value.referent)


def test_a_gun_battle_is_an_incident_and_a_battle_against_something_is_none(view_of: ViewOf) -> None:
    assert len(singles(find_events(view_of("Militants fought a gun battle with soldiers near Lyon on Friday.")))) == 1
    assert singles(find_events(view_of("The minister said the battle against the smugglers was not over."))) == []


def test_on_that_day_takes_up_what_was_told_last(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "On 6 October 2013 a bomb went off in Lyon, killing a watchman.\n"
        "She wrote of Madrid, where special police opened fire on miners in February 2012. "
        "Eight men were killed on that day."
    ))  # fmt: skip
    days = {d.subject.occurrence: d.value.earliest for d in told.drafts if d.property == "date"}
    assert days[dead(told)[8]] == "2012-02-01"


def test_august_of_this_year_is_august(view_of: ViewOf) -> None:
    told = find_events(
        view_of("On 3 May 2014 rebels killed nine people. In August of that year two farmers were shot dead.")
    )
    assert dead(told)[9] != dead(told)[2]


def test_what_a_bomb_left_has_its_day_and_town(view_of: ViewOf) -> None:
    told = find_events(view_of(_LEAD + "In January 2012, a bomb at a bank in Lyon left three people dead."))
    assert dead(told)[3] not in (None, dead(told)[26])
    assert {d.value.text for d in told.drafts if d.subject.occurrence == dead(told)[3] and d.property == "place"} >= {
        "Lyon"
    }
