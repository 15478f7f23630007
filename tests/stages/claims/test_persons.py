"""Facts about persons: what somebody belongs to, is called, where born and seen, is wanted for, pays; when papers date."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from persons_gold import Fact, facts

from rashomon.stages.claims.view import View

Read = Callable[[str], View]


def of_kind(view: View, *kinds: str) -> list[Fact]:
    return [f for f in facts(view) if f.kind in kinds]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Casimir Brand, a policeman who is charged with the kidnapping, was silent.", "policeman"),
        ("Serah Alba, a hired translator who works on the river desk, was there.",
         "hired translator who works on the river desk"),
        ("Another captive soldier, Fen Sahl, was shown on a video.", "soldier"),
        ("The chief of staff of the prime minister, Vlas Hocek, left.", "chief of staff of the prime minister"),
        ("Ilham Baran, the alleged Velmar Brigade (VB) leader in Norway, fled on Monday.",
         "alleged Velmar Brigade (VB) leader in Norway"),
        ("Our director, Oskar Lind, wrote to the council.", "director"),
        ("Salim Jorab, a lorry driver, told the court.", "lorry driver"),
        ("The bomb hurt our co-chair Sitara Holm.", "co-chair"),
        ("Lea Mark, a 47-year-old insurance broker from Velmar, saw it.", "insurance broker from Velmar"),
        ("Dom Gentry and Velmar County District Attorney Steve Wolt declined to comment.", "Velmar County District Attorney"),
        ("Idris Kell has headed the agency since 2011.", "headed the agency"),
        ("Ten people died in the attacks in the state, the chairman of the council, Mr Ivar Gwand, has said.", "chairman of the council"),
        ("Three escaped, according to the state commissioner of information, Sara Mabud.",
         "state commissioner of information"),
        ("Army spokesman Brig.-Gen. Sunday Okwel denied it.", "Army spokesman Brig.-Gen."),
        ("In Unguwar Maker, a guard, Yak Dankur, was killed.", "guard"),
        ("Mira Holt, now a consultant on trade, agreed.", "consultant on trade"),
        ("Special Agent in Charge Robin Shoom thanked them.", "Special Agent in Charge"),
        ("Police detained a porter at the market, Tam Orsel, 27, within hours.", "porter"),
        ("He accused two officers, Captain Bram Eshe and Sergeant Tolm Vargen, of the beating.", "officer"),
        ("The first to help was Sana Karel, a tea seller, who fell.", "tea seller"),
        ("Mr Kasim Remen is head of the Union Party, a long time supporter of Osman Latif.", "head of the Union Party"),
    ],
)  # fmt: skip
def test_a_role_is_its_own_words(view_of: Read, text: str, role: str) -> None:
    assert role in [f.value.text for f in of_kind(view_of(text), "role")]


@pytest.mark.parametrize(
    "text",
    [
        "Contact Chris Bertol at the newsroom.",
        "Through his lawyer, Paul Drake denied having been there.",
        "According to his commander, Paul Drake had a smile for everybody.",
        "The driver, Paul Drake said, was outside with a gun.",
        "Brent Thorn was the second officer killed this summer.",
        "Officials spoke with Anna Reit, a mother of three.",
        "Terrorist Vic Polak was named.",
    ],
)
def test_no_role_is_read(view_of: Read, text: str) -> None:
    assert of_kind(view_of(text), "role") == []


def test_the_title_of_the_next_in_a_list_is_not_the_last_one_s(view_of: Read) -> None:
    text = "It was announced by Mayor Mike Dugan, Special Agent in Charge Robin Shoom of the bureau and others."
    assert [f.value.text for f in of_kind(view_of(text), "role") if f.who == "Mike Dugan"] == ["Mayor"]


def test_an_apposition_belongs_to_the_nearest_of_joined_names(view_of: Read) -> None:
    found = of_kind(view_of("Jon Pode and Tod Stern, the ministry's climate envoy, arrived."), "role")
    assert [f.who for f in found] == ["Tod Stern"]


def test_a_date_inside_the_role_is_not_its_period(view_of: Read) -> None:
    found = of_kind(view_of("Dav Pluff, the architect of the mayor's 2008 campaign, spoke."), "role")
    assert [(f.value.earliest, f.value.latest) for f in found] == [(None, None)]


@pytest.mark.parametrize(
    ("text", "who", "stance", "latest"),
    [
        ("Adem Rook is not a member of the Falcon Brigade.", "Adem Rook", "denied", None),
        ("Adem Rook was accused of being a member of the Falcon Brigade.", "Adem Rook", "alleged", None),
        ("Adem Rook left the Falcon Brigade in 2015.", "Adem Rook", "asserted", "2015-12-31"),
        ("The Falcon Brigade, led by Adem Rook, took the town.", "Adem Rook", "asserted", None),
        ("Adem Rook fights for the Falcon Brigade.", "Adem Rook", "asserted", None),
        ("Adem Rook, head of the eastern desk at the Falcon Brigade, signed it.", "Adem Rook", "asserted", None),
        ("Adem Rook of the Falcon Brigade signed it.", "Adem Rook", "asserted", None),
    ],
)
def test_belonging(view_of: Read, text: str, who: str, stance: str, latest: str | None) -> None:
    found = of_kind(view_of(text), "affiliation")
    assert [(f.who, f.body, f.stance, f.value.latest) for f in found] == [(who, "Falcon Brigade", stance, latest)]


@pytest.mark.parametrize(
    "text",
    [
        "White House press secretary Ondra Pell spoke.",
        "Elm Vale Flood Protection District Chief Gerald Shape spoke.",
        "Sunlit Valley author Michel Alder spoke.",
    ],
)
def test_no_body_is_made_of_an_office_or_a_book(view_of: Read, text: str) -> None:
    assert of_kind(view_of(text), "affiliation") == [] or of_kind(view_of(text), "affiliation")[0].body == "White House"


@pytest.mark.parametrize(
    ("text", "who", "name"),
    [
        ("Idris Kell, also known as Abu Sabr, fled.", "Idris Kell", "Abu Sabr"),
        ("Idris Kell (better known by his nom de guerre Abu Sabr) fled.", "Idris Kell", "Abu Sabr"),
        ("The Velmar Relief Fund (VRF) sent tents.", "Velmar Relief Fund", "VRF"),
    ],
)
def test_aliases(view_of: Read, text: str, who: str, name: str) -> None:
    assert [(f.who, f.value.text) for f in of_kind(view_of(text), "alias")] == [(who, name)]


@pytest.mark.parametrize(
    "text",
    [
        "Paul Drake (DPD) was hurt.",
        "Tyron Price, aka Price, was hurt.",
        "A commander of the Falcon Brigade, known as Abu Sabr, fled.",
    ],
)
def test_an_acronym_is_no_person_and_a_commander_no_brigade(view_of: Read, text: str) -> None:
    assert of_kind(view_of(text), "alias") == []


@pytest.mark.parametrize(
    ("text", "kind", "value", "stance"),
    [
        ("Kemal Orsa (born 3 May 1970) ran the shop.", "birth_date", "1970-05-03", "asserted"),
        ("Lina Osk, born in 1984, left.", "birth_date", "1984-01-01", "asserted"),
        ("Lina Osk was born in Bergen on 4 June 1984.", "birth_date", "1984-06-04", "asserted"),
        ("Lina Osk was born in Bergen on 4 June 1984.", "birth_place", "Bergen", "asserted"),
        (
            "Born in the village of Sund on June 21, 1979, Emil Strand taught music.",
            "birth_date",
            "1979-06-21",
            "asserted",
        ),
        ("Born in the village of Sund in 1979, Emil Strand taught music.", "birth_place", "Sund", "asserted"),
        ("Born and raised in Bergen, Lina Osk moved to Velmar.", "birth_place", "Bergen", "asserted"),
        ("Emil Strand, a native of Bergen, spoke first.", "birth_place", "Bergen", "asserted"),
        ("Emil Strand was not born in Norway.", "birth_place", "Norway", "denied"),
    ],
)
def test_births(view_of: Read, text: str, kind: str, value: str, stance: str) -> None:
    found = of_kind(view_of(text), kind)
    assert [(f.value.earliest or f.value.text, f.stance) for f in found] == [(value, stance)]


@pytest.mark.parametrize(
    ("text", "place", "earliest", "stance"),
    [
        ("Idris Kell was last seen in Lyon on 4 May 2019.", "Lyon", "2019-05-04", "asserted"),
        ("Idris Kell was in Ankara from 4 to 6 May 2019.", "Ankara", "2019-05-04", "asserted"),
        ("Idris Kell is believed to be in Syria.", "Syria", None, "possible"),
        ("Idris Kell is thought to be hiding in Tripoli.", "Tripoli", None, "possible"),
        ("Idris Kell may have fled to Iraq.", "Iraq", None, "possible"),
        ("Idris Kell never went to Beirut.", "Beirut", None, "denied"),
    ],
)
def test_whereabouts(view_of: Read, text: str, place: str, earliest: str | None, stance: str) -> None:
    found = of_kind(view_of(text), "whereabouts")
    assert [(f.value.text, f.value.earliest, f.stance) for f in found] == [(place, earliest, stance)]


@pytest.mark.parametrize("text", ["Idris Kell planned to travel to Iraq.", "Tir Cole was a senior at Velmar College."])
def test_a_plan_and_a_school_are_no_whereabouts(view_of: Read, text: str) -> None:
    assert of_kind(view_of(text), "whereabouts") == []


@pytest.mark.parametrize(
    ("text", "number", "currency", "bound"),
    [
        ("Police offer a reward of $5 million for information leading to Idris Kell's capture.", 5000000, "USD", "exact"),
        ("A reward of up to €200,000 was offered for clues leading to the arrest of Idris Kell.", 200000, "EUR",
         "at_most"),
        ("There is a $7 million bounty on Idris Kell.", 7000000, "USD", "exact"),
        ("Idris Kell is a fugitive. A bounty of 4 million Turkish lira is offered for his capture.", 4000000, "TRY",
         "exact"),
        ("Idris Kell, whom the police declared wanted with a bounty of 5 million naira, fled.", 5000000, "NGN", "exact"),
    ],
)  # fmt: skip
def test_rewards(view_of: Read, text: str, number: int, currency: str, bound: str) -> None:
    found = of_kind(view_of(text), "wanted")
    assert [(f.who, f.value.number, f.value.currency, f.value.bound) for f in found] == [
        ("Idris Kell", number, currency, bound)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Idris Kell is wanted by the federal police for murder.",
        "Idris Kell, wanted in Spain for fraud, was seen in Lyon.",
        "Interpol issued a red notice for Idris Kell.",
        "Idris Kell is among the most wanted men in Norway.",
        "Idris Kell is on the most-wanted list.",
    ],
)
def test_notices(view_of: Read, text: str) -> None:
    assert [f.who for f in of_kind(view_of(text), "wanted")] == ["Idris Kell"]


@pytest.mark.parametrize(
    "text",
    [
        "The reward of $3,000 for the arrest of a suspect was offered by Lara Venn.",
        "A $5,000 reward is offered in the killing of Lara Venn.",
        "Police offer $3,000 for tips leading to an arrest in the death of Lara Venn.",
        "Lara Venn wanted to leave.",
        "Lara Venn said a reward of $3,000 was offered for tips leading to an arrest.",
        "Velmar offers a reward of $3,000 for information on the fire.",
    ],
)
def test_a_victim_is_not_wanted(view_of: Read, text: str) -> None:
    assert of_kind(view_of(text), "wanted") == []


@pytest.mark.parametrize(
    ("text", "who", "number", "paid_as"),
    [
        ("The family paid a ransom of $2 million.", None, 2000000, "ransom"),
        ("Paul Drake paid $2 million in ransom to the gang.", "Paul Drake", 2000000, "ransom"),
        ("Mira Holt received 40,000 euros in compensation.", "Mira Holt", 40000, "compensation"),
        ("The kidnappers demanded $2 million for Paul Drake.", None, 2000000, None),
        ("Crime Watch Velmar is offering a reward of $3,000.", None, 3000, "reward"),
    ],
)
def test_sums(view_of: Read, text: str, who: str | None, number: int, paid_as: str | None) -> None:
    assert [(f.who, f.value.number, f.value.of) for f in of_kind(view_of(text), "amount")] == [(who, number, paid_as)]


@pytest.mark.parametrize(
    "text",
    [
        "Mira Holt paid the price of a $9 million loss.",
        "Some donors gave $200 or less.",
        "Mira Holt seized upon a report that Paul Drake lost $9 million.",
    ],
)
def test_a_sum_in_passing_is_no_payment(view_of: Read, text: str) -> None:
    assert of_kind(view_of(text), "amount") == []


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "stance"),
    [
        ("A note dated 3 May 2016 lists three names.", "2016-05-03", "2016-05-03", "asserted"),
        ("That same cable, of 3 May 2016, had passed over five desks.", "2016-05-03", "2016-05-03", "asserted"),
        ("The indictment, filed on 4 March 2014, names three men.", "2014-03-04", "2014-03-04", "asserted"),
        ("The letter bears no date, but it is thought to have been written in March or April 2016.", "2016-03-01",
         "2016-04-30", "possible"),
        ("The letter bears no date but is thought to have been written in March or April 2016.", "2016-03-01",
         "2016-04-30", "possible"),
        ("The indictment of 7 June 2013 names him.", "2013-06-07", "2013-06-07", "asserted"),
    ],
)  # fmt: skip
def test_papers(view_of: Read, text: str, earliest: str, latest: str, stance: str) -> None:
    found = of_kind(view_of(text), "dated")
    assert [(f.value.earliest, f.value.latest, f.stance) for f in found] == [(earliest, latest, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry sent a letter about the 2015 attack.",
        "A secret note compiled by the police says Idris Kell, who was indicted in 2015, met two agents.",
        "Nina Bow signed an affidavit that said her husband threatened to kill her in January 2011.",
    ],
)
def test_what_a_paper_tells_of_does_not_date_it(view_of: Read, text: str) -> None:
    assert of_kind(view_of(text), "dated") == []


def test_who_is_not_the_subject_was_not_born(view_of: Read) -> None:
    text = "Born in 1950 in Bergen, the youngest of four children, she was sent away by Emil Strand."
    assert of_kind(view_of(text), "birth_date", "birth_place") == []


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Harun Tesk, the file says, could be reached on these numbers: +44 20 7946 0011 in 2014 and +44 20 7946 0022 in 2015.",
         ["2014-01-01", "2015-01-01"], ["2014-12-31", "2015-12-31"]),
        ("Harun Tesk was called at three different numbers, +44 20 7946 0011 in 2014 and +44 20 7946 0022 in 2015.",
         ["2014-01-01", "2015-01-01"], ["2014-12-31", "2015-12-31"]),
        ("The number +44 20 7946 0011 was used by Harun Tesk from May to June 2014.", ["2014-05-01"], ["2014-06-30"]),
        ("The number +44 20 7946 0011 was used by Harun Tesk from May 2014.", ["2014-05-01"], [None]),
        ("Remo Silt used the telephone +44 20 7946 0011, which had been assigned to Harun Tesk from May to June 2014.",
         ["2014-05-01"], ["2014-06-30"]),
        ("The note attributes the number +44 20 7946 0011 to Harun Tesk in 2014.", ["2014-01-01"], ["2014-12-31"]),
    ],
)  # fmt: skip
def test_periods_of_numbers(view_of: Read, text: str, earliest: list[str], latest: list[str | None]) -> None:
    found = of_kind(view_of(text), "phone")
    assert [f.who for f in found] == ["Harun Tesk"] * len(earliest)
    assert ([f.value.earliest for f in found], [f.value.latest for f in found]) == (earliest, latest)


def test_a_number_is_not_taken_for_a_second_prefix(view_of: Read) -> None:
    found = of_kind(view_of("Harun Tesk used +44 20 7946 0011 in 2014."), "phone")
    assert [(f.value.text, f.who, f.value.earliest) for f in found] == [("+442079460011", "Harun Tesk", "2014-01-01")]


def test_a_number_that_is_called_is_not_the_caller_s(view_of: Read) -> None:
    found = of_kind(view_of("Harun Tesk's number, +44 20 7946 0011, called +44 20 7946 0022 nine times."), "phone")
    assert [(f.value.text, f.who) for f in found] == [("+442079460011", "Harun Tesk"), ("+442079460022", None)]
