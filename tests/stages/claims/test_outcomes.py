"""Custody, verdicts and how it ended: who is held, convicted, cleared, released; and above all who is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims.accusations import find_accusations
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.persons.wanted import find_wanted
from rashomon.stages.claims.rules import custody, verdicts
from rashomon.stages.claims.rules.outcomes import find_outcomes
from rashomon.stages.claims.view import View

NOTHING = Told((), ())
Read = Callable[[str], View]
RULES = (*custody.RULES, *verdicts.RULES)


def found(view: View) -> list[Draft]:
    return list(find_outcomes(view, NOTHING))


def told(view: View) -> set[tuple[str, str, str]]:
    """Property, whose, stance."""
    names = view.referents
    return {(d.property, names[i].name if i in names else "", d.stance)
            for d in found(view) for i in [d.subject.referent or d.value.referent or ""]}  # fmt: skip


@pytest.mark.parametrize(("rule", "text"), [(r, t) for r in RULES for t in r.yes], ids=lambda v: getattr(v, "id", v))
def test_a_rule_fires_on_its_examples(view_of: Read, rule: object, text: str) -> None:
    if text.endswith(":"):
        text += "\n\n- Ana Krit, 29\n- Tarek Olin, 50"
    assert rule.id in {d.reader for d in found(view_of(text))}  # type: ignore[attr-defined]


@pytest.mark.parametrize(("rule", "text"), [(r, t) for r in RULES for t in r.no], ids=lambda v: getattr(v, "id", v))
def test_a_rule_is_silent_on_its_counterexamples(view_of: Read, rule: object, text: str) -> None:
    assert rule.id not in {d.reader for d in found(view_of(text))}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Police arrested Karl Brandner, his brother Otto and the harbour master Viktor Harl.",
         {("detained", "Karl Brandner"), ("detained", "Otto"), ("detained", "Viktor Harl")}),
        ("Lena Osk and Milan Dorvik stood in the dock. The two were sentenced to nine years.",
         {("conviction", "Lena Osk"), ("conviction", "Milan Dorvik")}),
        ("Lena Osk and Milan Dorvik were shot dead. Two gunmen fled. The two men were arrested on Friday.", set()),
        ("The governor has pardoned eleven convicts, among them the singer Lena Osk and the courier Milan Dorvik.",
         {("quashed", "Lena Osk"), ("quashed", "Milan Dorvik")}),
        ("All the riveters except Milan Dorvik were found guilty of rioting.", set()),
        ("Those who got life imprisonment are Karl Brandner, Viktor Harl alias Rook, Tarek Olinov and Milan Dorvik.",
         {("conviction", n) for n in ("Karl Brandner", "Viktor Harl", "Tarek Olinov", "Milan Dorvik")}),
        ("Detectives managed to arrest the sniper, named as Milan Dorvik.", {("detained", "Milan Dorvik")}),
        ("Milan Dorvik, whom a court acquitted in May, was seen in Ostvar.", {("acquittal", "Milan Dorvik")}),
        ("Convicted of the massacre, Colonel Viktor Harl will be hanged.", {("conviction", "Viktor Harl")}),
    ],
)  # fmt: skip
def test_who_is_meant(view_of: Read, text: str, claims: set[tuple[str, str]]) -> None:
    assert {(p, who) for p, who, _ in told(view_of(text)) if who} == claims


def test_a_list_below_a_heading_is_read_line_by_line(view_of: Read) -> None:
    text = "Those convicted of the quay bombing:\n\n- Ivo Sandar, 34: 12 years\n- Ana Kritova, 29, life imprisonment\n\nThe court rose."
    drafts = found(view_of(text))
    assert [(d.value.text, d.value.penalty and d.value.penalty.kind) for d in drafts] == [
        ("the quay bombing", "prison"), ("the quay bombing", "life"),
    ]  # fmt: skip
    assert [text[d.quote.end - 4 : d.quote.end] for d in drafts] == ["ears", "ment"]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The court sentenced Viktor Harl and Karl Brandner to 25 years each and Tarek Olinov to 15.",
         {"Viktor Harl": 25, "Karl Brandner": 25, "Tarek Olinov": 15}),
        ("Viktor Harl was given 28 years for killing the deckhand Luis Peralo, and Ana Kritova 16 years for hijacking.",
         {"Viktor Harl": 28, "Ana Kritova": 16}),
        ("Viktor Harl was jailed for 18 months.", {"Viktor Harl": 1.5}),
        ("Viktor Harl was convicted of arson after a trial of three months.", {"Viktor Harl": None}),
        ("The court sentenced Viktor Harl to 20 years for the murders of Ana Kritova and Tarek Olinov, 12 and 9 years old.",
         {"Viktor Harl": 20}),
    ],
)  # fmt: skip
def test_each_his_own_penalty(view_of: Read, text: str, terms: dict[str, float | None]) -> None:
    view = view_of(text)
    got = {
        view.referents[d.subject.referent or ""].name: d.value.penalty and d.value.penalty.years for d in found(view)
    }
    assert got == terms


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Viktor Harl was sentenced to death.", "death"),
        ("Viktor Harl received a suspended sentence of two years.", "suspended"),
        ("Viktor Harl was fined 4,000 euros.", "fine"),
        ("The judge handed Viktor Harl a life sentence.", "life"),
    ],
)  # fmt: skip
def test_kinds_of_penalty(view_of: Read, text: str, kind: str) -> None:
    assert [d.value.penalty.kind for d in found(view_of(text)) if d.value.penalty] == [kind]


def test_one_verdict_holds_crime_penalty_and_absence(view_of: Read) -> None:
    (draft,) = found(
        view_of("The court convicted Viktor Harl in absentia of treason and sentenced him to 30 years in prison.")
    )
    assert (draft.value.text, draft.value.in_absentia) == ("treason", True)
    assert draft.value.penalty is not None and draft.value.penalty.years == 30


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Goran Telic was convicted of murder.", "murder"),
        ("Goran Telic was found guilty of manslaughter.", "manslaughter"),
        ("Goran Telic was found guilty of 2nd degree attempted arson.", "2nd degree attempted arson"),
        ("Goran Telic was sentenced to nine years in prison.", "nine years in prison"),
        ("In two trials, a jury convicted Goran Telic on charges of arson.", "charges of arson"),
        ("The court convicted Goran Telic, in an older case, on charges of membership in a gang.",
         "charges of membership in a gang"),
    ],
)  # fmt: skip
def test_what_somebody_is_convicted_of(view_of: Read, text: str, what: str) -> None:
    (draft,) = found(view_of(text))
    assert (draft.property, draft.value.text) == ("conviction", what)


def test_the_convicted_are_not_confused_with_whom_they_hurt(view_of: Read) -> None:
    (draft,) = found(view_of("Viktor Harl received a 10-year sentence for the murder of Ivo Sarn."))
    assert draft.value.text == "the murder"


@pytest.mark.parametrize(
    "text",
    [
        "Viktor Harl faces life in prison for the murder of the surveyor.",
        "Prosecutors called for a sentence of 22 years for Viktor Harl.",
        "Police were about to arrest Viktor Harl.",
        "Viktor Harl could be jailed for nine years.",
        "Agents failed to arrest Viktor Harl.",
        "The police could not arrest bombers.",
        "Viktor Harl escaped arrest in Ostvar.",
        "The crowd demanded that Viktor Harl be arrested.",
        "If convicted of the massacre, Viktor Harl would be hanged.",
        "Viktor Harl was given a two-year contract by the club.",
        "The mayor gave Viktor Harl five years to repay the loan.",
        "The union released a statement by Viktor Harl.",
        "Kidnappers released Viktor Harl after a ransom was paid.",
        "The hospital discharged Viktor Harl.",
        "Viktor Harl was treated for burns and released.",
        "Viktor Harl was in a bar in Ostvar.",
        "Viktor Harl was held at gunpoint.",
        "Viktor Harl will be sentenced in May.",
        "Viktor Harl pleaded not guilty to arson.",
    ],
)  # fmt: skip
def test_nothing_is_told_as_done(view_of: Read, text: str) -> None:
    assert {t for t in told(view_of(text)) if t[2] == "asserted" and t[0] != "wanted"} == set()


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Viktor Harl was never convicted of the fire.", ("conviction", "Viktor Harl", "denied")),
        ("Viktor Harl was not arrested.", ("detained", "Viktor Harl", "denied")),
        ("Viktor Harl has not been released on bail.", ("released", "Viktor Harl", "denied")),
        ("The charges against Viktor Harl were dropped.", ("charge", "Viktor Harl", "denied")),
    ],
)  # fmt: skip
def test_denials(view_of: Read, text: str, claim: tuple[str, str, str]) -> None:
    assert told(view_of(text)) == {claim}


def test_an_ordered_arrest_is_none(view_of: Read) -> None:
    view = view_of("The judge ordered the arrest of Viktor Harl.")
    assert told(view) == {("wanted", "Viktor Harl", "asserted")}
    assert not [d for d in find_events(view).drafts if d.property == "detained" and d.stance == "asserted"]


@pytest.mark.parametrize(
    "text",
    ["An arrest warrant was issued for Idris Kell on Monday.", "Idris Kell and Milan Dorvik are wanted for murder."],
)
def test_who_is_sought(view_of: Read, text: str) -> None:
    view = view_of(text)
    drafts = [*found(view), *find_wanted(view, NOTHING)]
    assert ("Kell" in text) and {view.referents[d.subject.referent or ""].name for d in drafts} >= {"Idris Kell"}
    assert len([d for d in drafts if d.property == "wanted"]) == text.count("Kell") + text.count("Dorvik")


def test_a_figure_of_the_held_is_told_once(view_of: Read) -> None:
    view = view_of("Police made 14 arrests.\nTwo dockers were taken into custody.\nOfficers arrested two nurses.")
    told = find_events(view)
    drafts = (*told.drafts, *find_outcomes(view, told))
    assert sorted(d.value.number for d in drafts if d.property == "detained" and d.value.number) == [2, 2, 14]


def test_dropped_charges_say_so(view_of: Read) -> None:
    (draft,) = found(view_of("Prosecutors dropped the murder charge against Viktor Harl."))
    assert (draft.property, draft.value.outcome) == ("charge", "dropped")


def test_dropped_charges_charge_nobody(view_of: Read) -> None:
    view = view_of("Charges against Viktor Harl over the quay bombing were dropped on Monday.")
    assert not [d for d in find_accusations(view, NOTHING) if d.stance == "asserted"]


@pytest.mark.parametrize(
    "text",
    [
        "The court upheld the life sentence of Stefan Orrick and the 20-year term of Viktor Harl.",
        "The court confirmed Stefan Orrick's life sentence and Viktor Harl's 20-year term.",
    ],
)
def test_each_has_the_penalty_of_his_own_noun(view_of: Read, text: str) -> None:
    view = view_of(text)
    kinds = {view.referents[d.subject.referent].name: d.value.penalty.kind
             for d in found(view) if d.subject.referent and d.value.penalty}  # fmt: skip
    assert kinds == {"Stefan Orrick": "life", "Viktor Harl": "prison"}


def test_both_share_the_penalty_of_one_noun(view_of: Read) -> None:
    drafts = found(view_of("The court upheld the life sentences of Stefan Orrick and Viktor Harl."))
    assert [d.value.penalty.kind for d in drafts if d.value.penalty] == ["life", "life"]


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors issued warrants for the arrest of Tarek Olin and his brother Remo Olin.",
        "“We have issued warrants for the arrest of Tarek Olin,” the prosecutor said.",
    ],
)
def test_a_warrant_arrests_nobody_whatever_the_parse_hangs_for_on(view_of: Read, text: str) -> None:
    assert {prop for prop, _, _ in told(view_of(text))} == {"wanted"}
    events = find_events(view_of(text))
    assert not [d for d in events.drafts if d.property == "detained"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Viktor Harl was arrested in May but walked free on Friday.", ("released", "Viktor Harl", "asserted")),
        ("Viktor Harl was tried for arson and died in prison.", ("detained", "Viktor Harl", "asserted")),
        ("The appeal against the acquittal of Viktor Harl was thrown out.", ("acquittal", "Viktor Harl", "asserted")),
        ("The court dropped the charge of looting against Viktor Harl.", ("charge", "Viktor Harl", "denied")),
        ("The suspect, Viktor Harl, was caught on 28 May at the airport.", ("detained", "Viktor Harl", "asserted")),
        (
            "Viktor Harl, the bar owner and former clerk who has been in custody since May, wept.",
            ("detained", "Viktor Harl", "asserted"),
        ),
        ("Viktor Harl spent nine days in a cell in Tarsk.", ("detained", "Viktor Harl", "asserted")),
    ],
)
def test_what_befell_somebody_in_other_words(view_of: Read, text: str, what: tuple[str, str, str]) -> None:
    assert what in told(view_of(text))


def test_who_says_so_behind_an_arrest_is_not_arrested(view_of: Read) -> None:
    text = "Police arrested Otto Rall, who led the company that went to Tarsk, the prosecutor, Judge Advocate Rona Sabin, said on Saturday."
    view = view_of(text)
    held = {view.referents[d.value.referent].name for d in find_events(view).drafts
            if d.property == "detained" and d.value.referent}  # fmt: skip
    assert held == {"Otto Rall"}
