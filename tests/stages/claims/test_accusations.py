"""Who is accused, in which grade, and above all who is not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon.stages.claims.accusations import find_accusations
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.view import View

GOLD = Path(__file__).resolve().parents[2] / "gold" / "accusations.jsonl"
NOTHING = Told((), ())
# Precision and recall of each half; they may only rise.
FLOORS = {"dev": (0.97, 0.97), "test": (0.96, 0.90)}

Read = Callable[[str], View]


def accused(view: View) -> set[tuple[str, str]]:
    return {(d.property, d.value.text or "") for d in find_accusations(view, NOTHING)}


@pytest.mark.parametrize(
    ("text", "grade", "who"),
    [
        ("Gunman Pavel Orsic surrendered at dawn.", "perpetrator", "Pavel Orsic"),
        ("The post was attacked at night by guerrillas of the Southern Column.", "perpetrator", "guerrillas"),
        ("The murder of the guard was ordered by Jo Tarn.", "organizer", "Jo Tarn"),
        ("Captain Yann Loew was listed by the garrison as the main suspect in the poisoning.", "suspect", "Yann Loew"),
        ("Two men were arrested in connection with the stabbing.", "suspect", "Two men"),
        ("Milos Kray was arrested and charged with manslaughter.", "charge", "Milos Kray"),
        ("The cell is held responsible by prosecutors for two bombings.", "suspect", "The cell"),
        ("The bombing was blamed on the Crescent Column.", "blame", "Crescent Column"),
        ("Mourners chanted “murderer Crescent Column” at the grave.", "blame", "Crescent Column"),
        ("The Crescent Column claimed responsibility for the bombing.", "responsibility", "Crescent Column"),
    ],
)  # fmt: skip
def test_each_grade_is_read_as_itself(view_of: Read, text: str, grade: str, who: str) -> None:
    found = {(g, w) for g, w in accused(view_of(text)) if who in w}
    assert {g for g, _ in found} == {grade}


@pytest.mark.parametrize(
    "text",
    [
        "Nadia Ferrow, 31, was shot dead outside her home.",
        "Lawyer Emre Solak, who represents the families, said the killers must be found.",
        "Goran Vidal shot himself after a standoff with officers.",
        "The minister attacked her opponent in a fiery speech.",
        "Director Zeki Armand shot the film in one take.",
        "Otto Brill, fired on March 3, sued the company.",
        "If Radek Simm had shot the boy, his prints would be on the rifle.",
        "Police seek men who shot into a house, injuring a boy.",
        "No group has claimed responsibility for the bombing.",
        "Neighbors were charged five dollars for parking.",
        "Deputies are charged with protecting the court.",
        "The suspect officers think stabbed and robbed 70-year-old Amira Willow was charged on Friday with her murder.",
        "Otto Brill was with Lena and shooting victim Juan Ramos.",
        "A reveler dressed as comic-book murderer Boris Karl shot five people.",
        "“They were shooting at us,” said Fermin Oller.",
        "Police are looking for a grey Castor Vega in the shooting.",
        "Otto Brill, the uncle of the schoolboy who deputies say stabbed and robbed a cyclist, went before a judge.",
        "It was not clear whether Evan Solt is believed to have thrown the grenade.",
        "Rangers could not tell how many gunmen opened fire.",
        "A grey four-door Castor drew near and opened fire on the fishermen.",
        "The two thieves were caught an hour after the shooting by a night porter.",
        "He seized the pistol of a warder who was leading him out and started shooting.",
        "Metro News Shooting kills one child in Norlund.",
        "The Castor Bullets flew in a crowded street on Monday, killing a man.",
        "Not all men commit murder.",
        "Otto Brill was recognized by shopkeepers who saw him beside his van before opening fire.",
        "One other person could be charged with the murder.",
        "The court spoke on prosecuting careless parents for manslaughter.",
        "“We are killing one another,” said pastor Otto Brill.",
        "Half of them were dead, said Lena Solt, Lantern shooting survivor.",
        "Kim Poole told reporters she believed he had fired the rifle at the clouds.",
        "The jury found the brothers guilty of killing two bakers, Otto Brill and Ivan Rus, as well as carrying out attacks.",
        "After shooting Lena Solt, Otto Brill said Ivan Rus walked down the hall.",
        "The killer of 70-year-old Otto Brill, the Norlund miller dragged out of a barn and shot dead, is in prison and "
        "charged with his murder.",
        "Otto Brill hasn't been accused of murder.",
        "Relatives said they killed him for money.",
        "Otto Brill's father said he shot the guard in anger.",
        "Otto Brill visited Ivan Rus in jail. He is charged with murder.",
        "“We shot two of them,” army spokesman Otto Brill said.",
        "Otto Brill, who was charged with investigating the murder, retired.",
        "In a letter to Otto Brill, the killer of Lena Solt apologised.",
        "Had Otto Brill shot the guard, he would be in prison.",
        "Lena Solt demanded that Otto Brill be charged with murder.",
        "Reports that Otto Brill shot the guard are false.",
        "Lena Solt says Ivan Rus lied when he said Otto Brill shot the guard.",
        "A jury could convict Otto Brill of murder.",
        "Two witnesses testified they did not see Otto Brill fire a weapon.",
        "Kim, the former friend Otto Brill is accused of killing on Sunday, came to court with him.",
        "A brawl broke out on Detroit's west side. He fired shots at a boat, with three sailors inside.",
        "Bail Hearing for Suspects Charged with Stabbing Deaths",
        "Ivan Rus left the note. District attorney Otto Brill said the note held a confession that he killed his wife.",
        "Two others were wounded and driven by family to a hospital.",
        "People kill people.",
        "Gun used to shoot Norlund officer connected to five homicides.",
        "“I never had any trouble until he moved in,” said Kim Poole. Why he would shoot this couple is unclear.",
        "Aunt arrested after niece stabs neighbor Metro News Aunt arrested after niece stabs neighbor",
        "The crew that camps there was eating outdoors when at least two vans with no plates on rolled past and "
        "started firing at the tents.",
        "Don't blame the driver.",
        "Ivan Rus survived the shooting and identified nobody.",
        "Judge Ivan Rus ordered the release of the killers.",
        "General Ivan Rus ordered an investigation into the killing.",
        "Ivan Rus organized a vigil for the victims of the attack.",
        "Ivan Rus was arrested for protesting against the killing.",
        "Ivan Rus blamed himself for the death of his son.",
        "Ivan Rus shot 68 in the opening round.",
        "Ivan Rus took responsibility for the loss.",
        "Ivan Rus's attack on the proposal was widely shared.",
        "Cancer killed Ivan Rus at 54.",
        "The suspect's lawyer, Goran Telic, declined to comment.",
        "Police said the victim, Ivan Rus, knew nobody there.",
        "Two sons of Ivan Rus were killed in the blast.",
        "Ivan Rus wrote a book about the killer of his father.",
    ],
)
def test_nobody_named_is_accused(view_of: Read, text: str) -> None:
    named = [w for g, w in accused(view_of(text)) if w != "men"]
    assert not named


def test_participle_with_two_possible_doers_is_left_open(view_of: Read) -> None:
    view = view_of("Police are looking for three men who fired into a home, wounding a boy.")
    assert ("perpetrator", "Police") not in accused(view)


def test_pronoun_in_a_question_about_another_accuses_nobody(view_of: Read) -> None:
    view = view_of("Detective Bo Krantz asked Leo Vance why he shot the clerk.")
    assert not accused(view)


def test_headline_participles_and_sayers_accuse_nobody(view_of: Read) -> None:
    assert not accused(view_of("Nurse, 31-year-old driver killed in harbor shooting"))
    for text in ("Sheriff: shooting kills one, injures two", "Woman arrested in shooting @stationnews"):
        assert not {who for _, who in accused(view_of(text))} & {"Sheriff", "@stationnews"}


def test_pronoun_that_would_be_of_two_genders_is_left_open(view_of: Read) -> None:
    view = view_of("Mira Holt said she heard a bang. She told the sheriff she believed he had fired the cannon.")
    assert "Mira Holt" not in {view.referents[d.value.referent or ""].name for d in find_accusations(view, NOTHING)}


def test_clause_with_its_own_doer_ends_coordination(view_of: Read) -> None:
    view = view_of("The boy was sleeping when three men ran to the house and fired ten shots.")
    assert ("perpetrator", "The boy") not in accused(view)


@pytest.mark.parametrize(
    ("text", "wrongly"),
    [
        ("The two cousins of the clerk, 33, who gunned down a priest, were buried.", "The two cousins"),
        ("A man pulled alongside a driver who was waiting at the light and shot him in the arm.", "a driver"),
        ("He wounded Leo Vance, then shot and killed Bo Krantz and fired two shots.", "Leo Vance"),
        ("The man who opened fire on a crowd last summer killing a woman faces trial.", "a crowd"),
        ("Officials fear ISIL-inspired attacks on the capital.", "ISIL"),
        ("The frigate Gorm fired warning shots.", "The frigate Gorm"),
        ("If you had a party that went around killing people, you would ban it.", "a party"),
        ("Witnesses say the shooter came in and fired ten shots.", "Witnesses"),
        ("We are blaming strangers for our problems.", "strangers"),
        ("A farmer who faced charges after his son found a gun and shot a teacher was freed.", "A farmer"),
        ("The guests Brandt named as persons of interest live in Oslo.", "Brandt"),
        ("Lawyers said police officers charged with murder get more lenient bonds.", "police officers"),
        ("Leo Vance, the father of the boy who police say shot a neighbor, was there.", "police"),
        ("A man dressed as Dracula opened fire.", "Dracula"),
        ("Lena and her sons were shot dead by Otto Brill, 59, her friend and the kids’ father.", "the kids"),
        ("A farmer shot a masked burglar who got into his barn and accidentally shot his brother.", "a masked burglar"),
        ("Accused bandit shot at Norlund Mart A guard shot a man stealing bread.", "Accused bandit"),
        ("Leo Vance stood before a district judge charged only with arson.", "a district judge"),
        ("Rioters demanded that people accused of murder be freed.", "people"),
        ("The law is meant for a child who injures others with a gun.", "a child"),
        ("Some 2,000 people connected with smuggling were arrested last year.", "Some 2,000 people"),
        ("The disputes provoked by Otto Brill hurt the guild.", "Otto Brill"),
        ("The plague of border guards killing unarmed shepherds goes on.", "border guards"),
    ],
)
def test_where_two_may_be_meant_nobody_is(view_of: Read, text: str, wrongly: str) -> None:
    assert wrongly not in {who for _, who in accused(view_of(text))}


def test_who_acts_on_orders_did_not_give_them(view_of: Read) -> None:
    found = accused(view_of("On orders from Viktor Harl, Otto Brill and the guards shot the clerks."))
    assert found == {("organizer", "Viktor Harl"), ("perpetrator", "Otto Brill"), ("perpetrator", "the guards")}


def test_what_members_did_their_body_did(view_of: Read) -> None:
    found = accused(view_of("The bombs were planted by guerrillas of the Kestrel Front."))
    assert found == {("perpetrator", "guerrillas"), ("perpetrator", "Kestrel Front")}


def test_deed_of_an_alleged_gunman_is_alleged(view_of: Read) -> None:
    (draft,) = find_accusations(view_of("Two officers were shot by the alleged gunman."), NOTHING)
    assert (draft.property, draft.stance) == ("perpetrator", "alleged")


def test_an_alleged_shooter_only_allegedly_shot(view_of: Read) -> None:
    (draft,) = find_accusations(view_of("Bailey confirmed that Otto Brill was the alleged shooter."), NOTHING)
    assert (draft.property, draft.value.text, draft.stance) == ("perpetrator", "Otto Brill", "alleged")


def test_hedged_report_is_possible(view_of: Read) -> None:
    (draft,) = find_accusations(view_of("Leo Vance is believed to have shot the clerk."), NOTHING)
    assert (draft.property, draft.value.text, draft.stance) == ("perpetrator", "Leo Vance", "possible")


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Goran Telic hired two men to kill the journalist.", "organizer"),
        ("Goran Telic was behind the murder of the journalist.", "organizer"),
        ("General Goran Telic gave the order to open fire on the crowd.", "organizer"),
        ("Alleged mastermind Goran Telic was extradited.", "organizer"),
        ("Goran Telic stands accused of ordering the murder.", "charge"),
        ("Goran Telic has been linked to the murder.", "suspect"),
        ("A court issued an arrest warrant for Goran Telic.", "suspect"),
        ("Prosecutors brought charges against Goran Telic.", "charge"),
        ("Goran Telic blew himself up among the pilgrims.", "perpetrator"),
        ("Ivan Rus died after being beaten by Goran Telic.", "perpetrator"),
        ("Ivan Rus was held hostage by Goran Telic.", "perpetrator"),
        ("Goran Telic confessed to the murder.", "responsibility"),
    ],
)
def test_ways_to_accuse(view_of: Read, text: str, grade: str) -> None:
    found = {(g, who) for g, who in accused(view_of(text)) if "Telic" in who}
    assert {g for g, _ in found} == {grade}
    assert not any("Rus" in who for _, who in accused(view_of(text)))


def test_negated_label_is_a_denial(view_of: Read) -> None:
    drafts = find_accusations(view_of("Radek Simm was not the gunman."), NOTHING)
    assert [(d.property, d.stance) for d in drafts] == [("perpetrator", "denied")]


@pytest.mark.parametrize("text", ["Ivan Rus was wrongly accused of the murder.", "Ivan Rus is no longer a suspect."])
def test_withdrawn_suspicion_is_denied(view_of: Read, text: str) -> None:
    assert [(d.property, d.stance) for d in find_accusations(view_of(text), NOTHING)] == [("suspect", "denied")]


def test_whom_nobody_names_is_neither_accused_nor_cleared(view_of: Read) -> None:
    assert not find_accusations(view_of("No one has identified Otto Brill as the shooter."), NOTHING)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Norlund accused Army-e-Salam of carrying out the bombing.", "Army-e-Salam"),
        ("SANTA MORA, Norlund A gunman killed six people.", "A gunman"),
        ("Two clerks are dead after an ex-guard opened fire at a party.", "an ex-guard"),
        ("Seven Vice Dukes Charged in Gang-Related Shooting", "Seven Vice Dukes"),
        ("The bomb was planted by an Army of National Dawn group.", "Army of National Dawn"),
        ("Don Brill is charged with murder.", "Don Brill"),
        ("Three groups of people shot at each other.", "Three groups of people"),
        ("Radio 41 - Second suspect charged in ferry homicide", "Second suspect"),
        ("Some minutes later four men fired at the guards.", "four men"),
    ],
)
def test_the_accused_is_named_whole(view_of: Read, text: str, who: str) -> None:
    assert {w for _, w in accused(view_of(text))} == {who}


def test_a_full_name_before_a_trade_without_a_comma_is_nobody_s(view_of: Read) -> None:
    assert not accused(view_of("Ada Noon Corner café waiter facing murder charge in tram stabbing"))


def test_the_quote_holds_whom_it_accuses(view_of: Read) -> None:
    text = (
        "A man who was let go in April from his job at a mill in the north of the town came back to his old workshop "
        "with a rifle on Friday and shot two foremen."
    )
    (draft,) = find_accusations(view_of(text), NOTHING)
    assert draft.quote.quote.startswith("A man who was let go") and "shot" in draft.quote.quote


def test_an_acquitted_defendant_is_not_charged_as_well(view_of: Read) -> None:
    assert not find_accusations(view_of("The second defendant, Otto Brill, was acquitted of all charges."), NOTHING)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Police have ruled out that Otto Brill shot the guard.", "denied"),
        ("Otto Brill was falsely reported to have shot the guard.", "denied"),
        ("This is not a case where Otto Brill walked into the club and started shooting.", "denied"),
        ("A gunman fired two shots from a dark van; no other description was available.", "asserted"),
    ],
)
def test_what_denies_an_accusation_and_what_stands_beside_it(view_of: Read, text: str, stance: str) -> None:
    assert [d.stance for d in find_accusations(view_of(text), NOTHING)] == [stance]


def test_who_pleads_guilty_accuses_nobody(view_of: Read) -> None:
    text = "Otto Brill pleaded guilty on Monday for his share in the murder."
    (draft,) = find_accusations(view_of(text), NOTHING)
    assert (draft.property, draft.at) == ("charge", text.index("guilty"))


def test_neither_of_two_did_it(view_of: Read) -> None:
    drafts = find_accusations(view_of("Neither Otto Brill nor Ivan Rus shot the guard."), NOTHING)
    assert {d.stance for d in drafts} == {"denied"}


def test_of_two_with_one_surname_neither_is_accused_by_it(view_of: Read) -> None:
    text = "Otto Brill lived with his cousin Vera Brill in Norlund. Brill shot the guard."
    (draft,) = find_accusations(view_of(text), NOTHING)
    assert (draft.value.text, draft.value.referent) == ("Brill", None)


def test_a_given_name_that_is_a_title_too_accuses_no_namesake(view_of: Read) -> None:
    view = view_of(
        "Vera Lorraine Brill lived in Norlund. Her father Don Brill was the only suspect. Brill was charged."
    )
    names = {view.referents[d.value.referent].name for d in find_accusations(view, NOTHING) if d.value.referent}
    assert "Vera Lorraine Brill" not in names


def test_an_outcome_denied_does_not_clear_the_doer(view_of: Read) -> None:
    text = "Radek Simm shot the driver in the arm, stopping the car but not killing him."
    assert [d.stance for d in find_accusations(view_of(text), NOTHING)] == ["asserted"]


def test_who_accuses_of_killing_says_who_did_it(view_of: Read) -> None:
    (draft,) = find_accusations(view_of("Rita Sommer accused Otto Brill of killing his wife."), NOTHING)
    assert (draft.property, draft.value.text, draft.stance) == ("perpetrator", "Otto Brill", "alleged")


def test_prosecutors_of_a_passive_stand_in_the_chain(view_of: Read) -> None:
    (draft,) = find_accusations(view_of("The cell is held responsible by prosecutors for two bombings."), NOTHING)
    assert [(link.name, link.kind) for link in draft.links] == [("prosecutors", "official")]
    assert "bombings" in draft.quote.quote


def test_quote_stands_in_the_text(view_of: Read) -> None:
    view = view_of("The attack was also planned by Imad Serrat, according to a judge.")
    (draft,) = find_accusations(view, NOTHING)
    assert view.text[draft.quote.start : draft.quote.end] == draft.quote.quote
    assert "planned by Imad Serrat" in draft.quote.quote


def _agrees(claim: dict[str, str], draft: Draft) -> bool:
    said, wanted = (draft.value.text or "").lower(), claim["who"].lower()
    same = said in wanted or wanted in said
    return same and claim["property"] == draft.property and claim["stance"] == draft.stance


@pytest.mark.parametrize("split", ["dev", "test"])
def test_gold_sentences(view_of: Read, split: str) -> None:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    right = wrong = wanted = got = 0
    for row in (r for r in rows if r["split"] == split):
        claims = [c for c in row["claims"] if c["property"] != "conviction"]
        drafts = find_accusations(view_of(row["text"]), NOTHING)
        right += sum(any(_agrees(c, d) for c in claims) for d in drafts)
        wrong += sum(not any(_agrees(c, d) for c in claims) for d in drafts)
        wanted += len(claims)
        got += sum(any(_agrees(c, d) for d in drafts) for c in claims)
    precision, recall = right / (right + wrong), got / wanted
    assert precision >= FLOORS[split][0], f"precision {precision:.3f}"
    assert recall >= FLOORS[split][1], f"recall {recall:.3f}"
