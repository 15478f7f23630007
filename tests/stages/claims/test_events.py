"""Occurrences: what is one incident, what another; their dates, places and those involved."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


def incidents(told: Told, *types: str) -> list[list[str]]:
    """The trigger words of each single occurrence, by occurrence."""
    return [[m.quote for m in o.mentions] for o in told.occurrences
            if not o.generic and (not types or o.type in types)]  # fmt: skip


def values(told: Told, name: str) -> list[str | None]:
    """Dates as "earliest/latest", other values as text."""
    drafts = [d for d in told.drafts if d.property == name]
    if name == "date":
        return [f"{d.value.earliest}/{d.value.latest}" for d in drafts]
    return [d.value.text for d in drafts]


def test_later_words_take_up_the_main_incident(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "A bomb exploded at a market in Orvel on 3 May 2014, killing 12 people.\n"
        "The blast also wounded 30. Nobody has claimed the attack."
    ))  # fmt: skip
    assert len(incidents(told)) == 1
    assert {d.subject.occurrence for d in told.drafts} == {told.occurrences[0].id}


def test_another_date_is_another_incident(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "An attack in Lyon on July 21, 2015 left 33 dead.\n"
        "He also planned a bombing in Madrid on June 5, 2014 that killed four people."
    ))  # fmt: skip
    assert len(incidents(told, "attack")) == 2
    figures = {d.value.number: d.subject.occurrence for d in told.drafts if d.property == "killed"}
    assert figures[33] != figures[4]


def test_another_attack_is_another_incident(view_of: ViewOf) -> None:
    told = find_events(view_of("A shooting in Orvel killed two. A similar shooting last month killed five."))
    owners = {d.value.number: d.subject.occurrence for d in told.drafts if d.property == "killed"}
    assert owners[2] != owners[5]


def test_two_incidents_in_one_sentence_stay_apart(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "They planned the attack that killed 35 students in the town of Venn in June, "
        "and the bombings in Orvel that killed 109 marchers."
    ))  # fmt: skip
    owners = {d.value.number: d.subject.occurrence for d in told.drafts if d.property == "killed"}
    assert owners[35] != owners[109]


def test_an_arrest_and_its_date_are_not_the_shooting_s(view_of: ViewOf) -> None:
    told = find_events(view_of("A man was arrested on 9 May 2014 over a shooting that killed two on 3 May 2014."))
    kinds = {o.id: o.type for o in told.occurrences}
    dates = {d.value.earliest: kinds[str(d.subject.occurrence)] for d in told.drafts if d.property == "date"}
    assert dates == {"2014-05-09": "arrest", "2014-05-03": "attack"}


def test_the_day_of_a_report_is_no_day_of_an_incident(view_of: ViewOf) -> None:
    told = find_events(view_of("Police said on 9 May 2014 that a bomb exploded in Orvel."))
    assert values(told, "date") == []


@pytest.mark.parametrize(
    "text",
    [
        "The shooting happened in Lyon on 3 May 2014.",
        "On 3 May 2014 a gunman opened fire in Lyon.",
        "He is the suspect in a bomb attack, the deadliest in years, on 3 May 2014 in Lyon.",
        "Two guards were killed in Lyon on 3 May 2014.",
    ],
)
def test_date_and_place_of_an_incident(view_of: ViewOf, text: str) -> None:
    told = find_events(view_of(text))
    assert values(told, "date") == ["2014-05-03/2014-05-03"]
    assert values(told, "place") == ["Lyon"]


def test_where_somebody_works_is_not_where_it_happened(view_of: ViewOf) -> None:
    told = find_events(view_of("He held talks with Ivo Brandt, the station chief in Lyon."))
    assert values(told, "place") == []


def test_talks_borrow_the_date_of_the_stay(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "Holt stayed in the Hotel Miramar between April 11 and 14, 2018. During his stay he had talks with Brandt."
    ))  # fmt: skip
    assert values(told, "date") == ["2018-04-11/2018-04-14"]


@pytest.mark.parametrize(
    "text",
    [
        "Attacks are rising in the region.",
        "Murder rates fell again.",
        "The minister suffered a heart attack.",
        "He was charged with attempted murder.",
    ],
)
def test_talk_of_violence_makes_no_incident(view_of: ViewOf, text: str) -> None:
    assert incidents(find_events(view_of(text))) == []


def test_a_planned_attack_that_happened_is_an_incident(view_of: ViewOf) -> None:
    told = find_events(view_of("The attack in Lyon on March 4, 2017 that left 12 dead was likewise planned by Holt."))
    assert values(told, "date") == ["2017-03-04/2017-03-04"]


def test_one_election_with_two_years(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "They met before the November 1, 2015 snap election.\nHe won the early elections on November 1, 2017."
    ))  # fmt: skip
    votes = {d.subject.occurrence for d in told.drafts if d.property == "date" and "-11-01" in str(d.value.earliest)}
    assert len(votes) == 1
    assert len([d for d in values(told, "date") if d and "-11-01" in d]) == 2


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Rebels attacked a police post near Lyon.", "target", "police post"),
        ("The attack on the customs house failed to stop trade.", "target", "customs house"),
        ("Unknown men planted a bomb outside the bank; the bomb exploded.", "weapon", "bomb"),
        ("Men hurled grenades at the offices.", "weapon", "grenades"),
        ("Gunmen killed a university professor.", "victim", "university professor"),
        ("A sergeant was killed in the skirmish.", "victim", "sergeant"),
    ],
)
def test_those_involved(view_of: ViewOf, text: str, name: str, value: str) -> None:
    assert value in values(find_events(view_of(text)), name)


def test_occurrences_are_named_by_their_noun(view_of: ViewOf) -> None:
    told = find_events(view_of("Twelve people died when a bomb exploded. The bombing shook Orvel."))
    assert told.occurrences[0].mentions[0].quote == "bombing"


def test_going_missing_does_not_date_what_came_after(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "A bomb attack in Lyon killed nine.\n"
        "A nurse who went missing on Aug. 6, 2017 was later hanged in a public execution."
    ))  # fmt: skip
    kinds = {o.id: o.type for o in told.occurrences}
    dated = [kinds[str(d.subject.occurrence)] for d in told.drafts if d.property == "date"]
    assert set(dated) <= {"other"}


def test_the_day_a_victim_died_is_not_the_day_of_the_shooting(view_of: ViewOf) -> None:
    told = find_events(view_of("A man shot on 3 May 2014 in Orvel has died.\nHe died in hospital on 9 May 2014."))
    assert values(told, "date") == ["2014-05-03/2014-05-03"]


def test_the_hospital_is_not_the_place(view_of: ViewOf) -> None:
    told = find_events(view_of("Four people were shot in Lyon. They were taken to the Miramar Hospital in Madrid."))
    assert values(told, "place") == ["Lyon"]


def test_an_address_is_no_date(view_of: ViewOf) -> None:
    told = find_events(view_of("A baker was shot dead in the 2000 block of Mill Street."))
    assert values(told, "date") == []


def test_things_aimed_at_keep_attacks_apart(view_of: ViewOf) -> None:
    told = find_events(view_of("Rebels attacked a bank on Monday.\nMeanwhile, rebels attacked a bridge."))
    assert len(incidents(told, "attack")) == 2


def test_a_roundup_keeps_its_incidents_apart(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "Three dead, 11 wounded in weekend shootings across Orvel\n"
        "A man was shot dead at a bar on Mill Street on 3 May 2014.\n"
        "Two women were wounded at a party on Lake Road on 4 May 2014."
    ))  # fmt: skip
    owners = {(d.property, d.value.number): d.subject for d in told.drafts if d.property in ("killed", "injured")}
    assert owners["killed", 3].total
    assert owners["killed", 1].occurrence != owners["injured", 2].occurrence


def test_deaths_in_protests_are_not_the_shooting_s(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "A boy was shot dead by an officer in Venn on 12 March 2019.\n"
        "The shooting set off protests in which two people were killed."
    ))  # fmt: skip
    owners = {d.value.number: d.subject for d in told.drafts if d.property == "killed"}
    assert owners[1].occurrence is not None
    assert owners[2].occurrence != owners[1].occurrence


def test_a_strike_from_the_air_is_an_attack_and_one_of_workers_is_not(view_of: ViewOf) -> None:
    assert len(incidents(find_events(view_of("An air strike on a hospital killed 22 people.")), "attack")) == 1
    assert incidents(find_events(view_of("A strike on the railways began on Monday."))) == []


def test_a_journalist_missing_then_found_dead(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "Journalist found dead\nAna Ruiz, who had gone missing on 3 June 2014, had been shot twice, prosecutors said."
    ))  # fmt: skip
    assert ("injured", 1) not in [(d.property, d.value.number) for d in told.drafts]


def test_a_rank_in_a_count_is_no_event(view_of: ViewOf) -> None:
    told = find_events(view_of("She is the fifth journalist killed in the country this year."))
    assert [d for d in told.drafts if d.property == "date"] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She was accused of burying a rifle before the murder.", []),
        ("He faces charges of murder and possession of a firearm.", []),
        ("She was shot with a rifle.", ["rifle"]),
    ],
)
def test_weapons_are_those_that_were_used(view_of: ViewOf, text: str, words: list[str]) -> None:
    assert values(find_events(view_of(text)), "weapon") == words


def test_what_others_report_in_the_same_sentence_stays_apart(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "Rebels killed a professor, while police reported that an attack on the Valdian embassy had failed."
    ))  # fmt: skip
    owners = {d.property: d.subject.occurrence for d in told.drafts if d.property in ("killed", "target")}
    assert owners["killed"] != owners.get("target")


def test_the_day_of_what_came_before_is_not_the_day_of_the_arrests(view_of: ViewOf) -> None:
    told = find_events(view_of("More than 1,000 people were arrested after the failed march on 15 July 2016."))
    assert values(told, "date") == []


def test_clashes_are_one_incident(view_of: ViewOf) -> None:
    told = find_events(view_of("Clashes between the army and rebels near Doruk killed 12 soldiers on Tuesday."))
    assert [d.subject.total for d in told.drafts if d.property == "killed"] == [False]


def test_the_man_mourned_did_not_die_in_this_shooting(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "Four wounded in shooting at vigil in Orvel\nFour people were shot at a vigil in Orvel on Friday.\n"
        "The vigil honored Ivo Brandt, who died last month."
    ))  # fmt: skip
    wounded = {d.subject.occurrence for d in told.drafts if d.property == "injured"}
    assert wounded.isdisjoint({d.subject.occurrence for d in told.drafts if d.property == "killed"})


def test_three_strikes_from_the_air_and_their_total(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "Statement on the air strikes in Varan\nOn the evening of 8 May 2019 a convoy was hit near Old Ford. We can "
        "confirm the deaths of 19 people.\nOn 17 April 2019, missiles hit a petrol station in Low Mill, killing 11 "
        "people. On 2 March 2019, a house was struck in the village of High Mill; 12 members of one family died.\n"
        "Together, the three strikes killed 42 people."
    ))  # fmt: skip
    owners = {d.value.number: d.subject for d in told.drafts if d.property == "killed"}
    assert len({owners[n].occurrence for n in (19, 11, 12)} - {None}) == 3
    assert owners[42].occurrence is None and owners[42].total


def test_months_ago_and_elsewhere_is_another_incident(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "Gunmen kill 23 in attack on village\nGunmen on motorcycles have killed at least 23 people in the village of Tarn.\n"
        "They shot at anything that moved, a resident said.\nThe police confirmed it.\nNobody was arrested.\n"
        "In April 2014, 17 people were killed in Low Varan, in a clash between herders and farmers."
    ))  # fmt: skip
    owners = {d.value.number: d.subject.occurrence for d in told.drafts if d.property == "killed"}
    assert owners[23] != owners[17]


@pytest.mark.parametrize(
    "text",
    [
        "The note says that Arvo Lindt planned the bombing of the Karsova fish market on Tuesday, May 12, 2021.",
        "Arvo Lindt was accused of organising the attack on the fish market in Karsova on May 12, 2021.",
        "The attack in Karsova on 12 May 2021 was ordered by Arvo Lindt.",
        "The group masterminded a raid in Karsova on 12 May 2021.",
    ],
)
def test_what_was_planned_by_somebody_happened(view_of: ViewOf, text: str) -> None:
    told = find_events(view_of(text + "\nAccording to the note, the attack killed 39 civilians."))
    assert len(incidents(told, "attack")) == 1
    assert values(told, "date") == ["2021-05-12/2021-05-12"]
    assert {d.subject.occurrence for d in told.drafts if d.property == "killed"} == {told.occurrences[0].id}


@pytest.mark.parametrize(
    "text",
    ["The group was planning an attack on a church in Orvel.", "The rebels planned to bomb the embassy in May.",
     "They had planned an attack on the embassy.", "Police foiled the planned bombing of a train on Monday."],
)  # fmt: skip
def test_a_plan_alone_is_no_incident(view_of: ViewOf, text: str) -> None:
    assert incidents(find_events(view_of(text))) == []


def test_how_long_after_is_no_date(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "The attack came six months after a bombing at the bus station in Tarnak on November 17, 2020."
    ))  # fmt: skip
    assert values(told, "date") == ["2020-11-17/2020-11-17"]


def test_the_full_date_explains_a_year_ago(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "It was written on 20 May 2022.\nA year ago today, on 12 May 2021, a bomb in Karsova killed 43 people."
    ))  # fmt: skip
    assert values(told, "date") == ["2021-05-12/2021-05-12"]


def test_a_named_place_stands_for_one_described(view_of: ViewOf) -> None:
    told = find_events(view_of("A suicide bomber killed 14 people at a checkpoint in Orvel on Tuesday."))
    assert values(told, "place") == ["Orvel"]
    told = find_events(view_of("A suicide bomber killed 14 people at a checkpoint on Tuesday."))
    assert values(told, "place") == ["a checkpoint"]


def test_the_one_from_which_time_is_counted_is_another(view_of: ViewOf) -> None:
    told = find_events(view_of("The attack came six months after a bombing in Tarnak that killed 12 people."))
    assert incidents(told, "attack") == [["attack"], ["bombing", "killed"]]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Shells hit a camp in Beral on 14 May 2021, killing 37 people.",
         "It was the deadliest attack since March, when 52 civilians were killed in an air raid on a bakery in Sum."),
        ("A drone strike killed 15 people in Hadra on 20 May 2021.", "In 2009 a similar strike killed 52 civilians."),
        ("Police opened fire on miners in Hadra on 20 May 2021, killing 34.",
         "Some 52 people had been killed in the week before the shooting."),
        ("Gunmen raided a school in Chirok on 14 April 2014 and shot dead two teachers.",
         "A month before, the group had killed 52 boys at a college in Buni."),
    ],
)  # fmt: skip
def test_what_had_happened_before_is_another_incident(view_of: ViewOf, first: str, then: str) -> None:
    told = find_events(view_of(f"{first}\n{then}"))
    owners = {d.value.number: d.subject.occurrence for d in told.drafts if d.property == "killed"}
    assert owners[52] and len(set(owners.values())) == 2


def test_a_string_of_attacks_on_one_day_is_one_incident(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "Armed men killed 137 people in a string of attacks on villages in the Tahoun region on 14 May 2021."
    ))  # fmt: skip
    (draft,) = [d for d in told.drafts if d.property == "killed"]
    assert draft.subject.occurrence and not draft.subject.total


def test_bodies_found_belong_to_the_disaster(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "A ferry sank off Lampa on 19 May 2021, leaving at least four dead.\n"
        "Divers recovered two more bodies on 21 May 2021, bringing the death toll to six."
    ))  # fmt: skip
    assert [(o.type, len(o.mentions)) for o in told.occurrences] == [("disaster", 4)]
    assert values(told, "date") == ["2021-05-19/2021-05-19"]


def test_a_mine_at_which_it_happened_is_no_weapon(view_of: ViewOf) -> None:
    told = find_events(view_of("Police opened fire on striking miners at the Lonfield mine, killing 34."))
    assert values(told, "weapon") == []


def test_figures_told_in_a_row_by_place(view_of: ViewOf) -> None:
    told = find_events(view_of("The raids on Friday killed 12 people in Orvel, nine in Tarn and four in Lint."))
    owners = {d.value.number: d.subject.occurrence for d in told.drafts if d.property == "killed"}
    assert set(owners) == {12, 9, 4} and len(set(owners.values())) == 3
    told = find_events(view_of("Five people were killed in Orvel, and 12 in Tarn were arrested."))
    assert [d.value.number for d in told.drafts if d.property == "killed"] == [5]


def test_days_with_a_village_each_are_attacks_of_their_own(view_of: ViewOf) -> None:
    told = find_events(view_of(
        "In Low Mill, gunmen killed 49 villagers on Friday 11 June 2021. Three attackers also died.\n"
        "In High Mill, 25 people were killed on the night of Saturday 12 June 2021."
    ))  # fmt: skip
    owners = {d.value.number: d.subject.occurrence for d in told.drafts if d.property == "killed"}
    assert owners[49] == owners[3] != owners[25]


def test_people_seized_are_abducted(view_of: ViewOf) -> None:
    told = find_events(view_of("Gunmen seized 344 boys from a boarding school in Kankara on 11 December 2020."))
    assert incidents(told, "abduction") == [["seized"]]
    assert [d.value.number for d in told.drafts if d.property == "kidnapped"] == [344]
    assert incidents(find_events(view_of("Rebels seized the town on Monday.")), "abduction") == []


def test_a_town_shelled_is_the_place(view_of: ViewOf) -> None:
    told = find_events(view_of("Troops shelled the town of Idra on 3 May 2014."))
    assert values(told, "place") == ["Idra"]


def test_the_day_of_a_toll_dates_no_incident(view_of: ViewOf) -> None:
    told = find_events(view_of("The ministry revised the toll of the twin bombings to 97 from 95 on 3 May 2014."))
    assert values(told, "date") == []
