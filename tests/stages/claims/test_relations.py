"""Rules of two sides: contacts, payments, ties. Each fires on its own examples and on none that it rules out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims import drafts_of
from rashomon.stages.claims.contacts import find_contacts
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.payments import find_money
from rashomon.stages.claims.rules import contact_nouns, contacts, payments, ties
from rashomon.stages.claims.rules.relate import by_sense, relate
from rashomon.stages.claims.rules.relations import Relation
from rashomon.stages.claims.ties import find_ties
from rashomon.stages.claims.view import View

Read = Callable[[str], View]
NOTHING = Told((), ())
CONTACTS = (*contacts.RULES, *contact_nouns.RULES)
ALL = (*CONTACTS, *payments.RULES, *ties.RULES)


def fired(view: View, rule: Relation) -> bool:
    """Whether a rule alone fires somewhere, and what it found is a claim in the end."""
    alone = by_sense((rule,))
    told = any(True for s in view.sentences for at in range(len(s)) for _ in relate(s, at, alone))
    if rule in CONTACTS:
        return told and bool(find_contacts(view, NOTHING))
    if rule in payments.RULES:
        return told and bool(list(find_money(view, NOTHING)))
    return told and bool(find_ties(view, NOTHING))


@pytest.mark.parametrize(
    ("rule", "text"), [(r, text) for r in ALL for text in r.yes], ids=lambda v: getattr(v, "id", v)
)
def test_a_rule_fires_on_its_examples(view_of: Read, rule: Relation, text: str) -> None:
    assert fired(view_of(text), rule)


@pytest.mark.parametrize(("rule", "text"), [(r, text) for r in ALL for text in r.no], ids=lambda v: getattr(v, "id", v))
def test_a_rule_gives_nothing_where_it_must_not(view_of: Read, rule: Relation, text: str) -> None:
    assert not fired(view_of(text), rule)


@pytest.mark.parametrize(
    ("text", "kind", "sides", "stance"),
    [
        ("Ilker Barlas texted Olga Petri.", "message", ["Ilker Barlas", "Olga Petri"], "asserted"),
        ("Ilker Barlas was phoned by Olga Petri.", "call", ["Olga Petri", "Ilker Barlas"], "asserted"),
        ("Ilker Barlas managed to call Olga Petri.", "call", ["Ilker Barlas", "Olga Petri"], "asserted"),
        ("Ilker Barlas ran into Olga Petri at the pier.", "meeting", ["Ilker Barlas", "Olga Petri"], "asserted"),
        ("Ilker Barlas often met Olga Petri.", "meeting", ["Ilker Barlas", "Olga Petri"], "asserted"),
        ("Ilker Barlas has not spoken to Olga Petri since school.", "talks", ["Ilker Barlas", "Olga Petri"], "denied"),
        ("Ilker Barlas has not seen Olga Petri for six years.", "meeting", ["Ilker Barlas", "Olga Petri"], "denied"),
        ("Ilker Barlas denied having had any contact with Olga Petri.", "talks", ["Ilker Barlas", "Olga Petri"], "denied"),
        ("Ilker Barlas spoke by radio with Olga Petri.", "call", ["Ilker Barlas", "Olga Petri"], "asserted"),
        ("There were 17 calls between Ilker Barlas and Olga Petri.", "call", ["Ilker Barlas", "Olga Petri"], "asserted"),
        ("Ilker Barlas had lunch with one of the smugglers.", "meeting", ["Ilker Barlas", "one of the smugglers"], "asserted"),
    ],
)  # fmt: skip
def test_contacts_in_many_forms(view_of: Read, text: str, kind: str, sides: list[str], stance: str) -> None:
    (draft,) = find_contacts(view_of(text), NOTHING)
    assert (draft.value.kind, [p.text for p in draft.value.parties], draft.stance) == (kind, sides, stance)


@pytest.mark.parametrize(
    "text",
    [
        "Police and soldiers ringed the whole market.",
        "Ilker Barlas wanted to call Olga Petri.",
        "Ilker Barlas agreed to meet Olga Petri.",
        "Ilker Barlas saw Olga Petri at the pier.",
        "In one scene of the film, Ilker Barlas meets Olga Petri.",
        "The attack was a message from Ilker Barlas to Olga Petri.",
        "A call had been made to police.",
    ],
)
def test_what_is_no_contact(view_of: Read, text: str) -> None:
    assert find_contacts(view_of(text), NOTHING) == ()


def test_who_rings_back_answers_the_caller(view_of: Read) -> None:
    view = view_of("Ilker Barlas rang Olga Petri on Monday; Petri rang back at noon.")
    first, back = find_contacts(view, NOTHING)
    assert [p.referent for p in back.value.parties] == [p.referent for p in reversed(first.value.parties)]
    assert back.value.kind == "call"


def test_the_two_are_those_just_named_and_nobody_else(view_of: Read) -> None:
    view = view_of("Ilker Barlas and Olga Petri deny it. The two met in Karsova.")
    (draft,) = find_contacts(view, NOTHING)
    assert [p.text for p in draft.value.parties] == ["Ilker Barlas", "Olga Petri"]
    three = view_of("Ilker Barlas, Jan Moor and Olga Petri deny it. The two men met in Karsova.")
    assert all(p.referent is None for d in find_contacts(three, NOTHING) for p in d.value.parties)


Sides = list[tuple[str, str]]


@pytest.mark.parametrize(
    ("text", "kind", "number", "currency", "sides"),
    [
        ("Ilker Barlas paid Olga Petri 5,000 euros for the murder.", "payment", 5000, "EUR",
         [("payer", "Ilker Barlas"), ("payee", "Olga Petri"), ("about", "the murder")]),
        ("Olga Petri was paid $40,000 by Ilker Barlas.", "payment", 40000, "USD",
         [("payer", "Ilker Barlas"), ("payee", "Olga Petri")]),
        ("Olga Petri received Tk 18 lakh from Ilker Barlas.", "payment", 1800000, "BDT",
         [("payee", "Olga Petri"), ("payer", "Ilker Barlas")]),
        ("Ilker Barlas wired 2m euros to Olga Petri on behalf of the Velmara Company.", "payment", 2000000, "EUR",
         [("payer", "Ilker Barlas"), ("payee", "Olga Petri"), ("on_behalf_of", "Velmara Company")]),
        ("Ilker Barlas bribed Olga Petri with $3,000.", "bribe", 3000, "USD",
         [("payer", "Ilker Barlas"), ("payee", "Olga Petri")]),
        ("Olga Petri was given a fine of 900 euros.", "fine", 900, "EUR", [("payer", "Olga Petri")]),
        ("Ilker Barlas offered Olga Petri $12,000.", "offer", 12000, "USD",
         [("payer", "Ilker Barlas"), ("payee", "Olga Petri")]),
        ("The ministry offers 9,000 euros for information on Olga Petri.", "reward", 9000, "EUR",
         [("payer", "The ministry"), ("about", "information on Olga Petri")]),
        ("Ilker Barlas forgave Olga Petri a debt of 700 euros.", "debt", 700, "EUR",
         [("payer", "Ilker Barlas"), ("payee", "Olga Petri")]),
        ("A court ordered Ilker Barlas to pay Olga Petri 8,000 euros in damages.", "damages", 8000, "EUR",
         [("payee", "Olga Petri"), ("payer", "Ilker Barlas")]),
    ],
)  # fmt: skip
def test_who_pays_whom_how_much(view_of: Read, text: str, kind: str, number: int, currency: str, sides: Sides) -> None:
    (draft,) = find_money(view_of(text), NOTHING)
    value = draft.value
    assert (value.kind, value.number, value.currency, draft.stance) == (kind, number, currency, "asserted")
    assert [(p.role, p.text) for p in value.parties] == sides


def test_a_range_is_one_sum_with_a_bound(view_of: Read) -> None:
    (draft,) = find_money(view_of("Ilker Barlas took bribes of between $60,000 and $90,000 a month."), NOTHING)
    assert (draft.value.number, draft.value.bound, draft.value.text) == (60000, "at_least", "$60,000 and $90,000")
    (draft,) = find_money(view_of("Ilker Barlas handed Tk 40 to 50 thousand to Olga Petri."), NOTHING)
    assert (draft.value.number, draft.value.bound) == (40000, "at_least")


def test_sums_that_add_up_stay_several(view_of: Read) -> None:
    found = find_money(view_of("Ilker Barlas got 2,000 euros in April and 3,500 euros in June."), NOTHING)
    assert [d.value.number for d in found] == [2000, 3500]


@pytest.mark.parametrize(
    "text",
    [
        "Ilker Barlas got three times the 5,000 euros that Olga Petri earned.",
        "If convicted, Ilker Barlas faces a fine of 5,000 euros.",
        "Ilker Barlas would pay Olga Petri 5,000 euros.",
        "The bridge cost 300,000 euros.",
    ],
)
def test_what_is_no_payment(view_of: Read, text: str) -> None:
    assert list(find_money(view_of(text), NOTHING)) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ilker Barlas denied taking a bribe of 15,000 euros.", "denied"),
        ("The transfer of 12,000 dollars from Ilker Barlas to Olga Petri did not go through.", "denied"),
    ],
)
def test_what_was_not_paid_is_denied(view_of: Read, text: str, stance: str) -> None:
    assert [d.stance for d in find_money(view_of(text), NOTHING)] == [stance]


@pytest.mark.parametrize(
    ("text", "subject", "kind", "other", "stance"),
    [
        ("Ilker Barlas was employed by the Velmara Company.", "Ilker Barlas", "works_for", "Velmara Company", "asserted"),
        ("Ilker Barlas ran the Salt Brigade.", "Ilker Barlas", "directs", "Salt Brigade", "asserted"),
        ("Ilker Barlas was recruited by Olga Petri.", "Olga Petri", "recruits", "Ilker Barlas", "asserted"),
        ("Ilker Barlas supplied arms to the Salt Brigade.", "Ilker Barlas", "supplies", "Salt Brigade", "asserted"),
        ("Ilker Barlas was never a member of the Salt Brigade.", "Ilker Barlas", "member", "Salt Brigade", "denied"),
        ("Ilker Barlas allegedly belonged to the Salt Brigade.", "Ilker Barlas", "member", "Salt Brigade", "alleged"),
        ("Ilker Barlas was accused of having financed the Salt Brigade.", "Ilker Barlas", "pays", "Salt Brigade", "alleged"),
    ],
)  # fmt: skip
def test_ties(view_of: Read, text: str, subject: str, kind: str, other: str, stance: str) -> None:
    view = view_of(text)
    (draft,) = find_ties(view, NOTHING)
    name = view.referents[draft.subject.referent or ""].name
    assert (name, draft.value.kind, draft.value.text, draft.stance) == (subject, kind, other, stance)


@pytest.mark.parametrize(
    "text",
    [
        "Ilker Barlas led the police to the hut.",
        "Ilker Barlas worked for two years.",
        "Ilker Barlas would work for Olga Petri.",
        "Jean Orvik, an envoy of France, a permanent member of the Salt League, said so.",
        "Ilker Barlas handled the case of Olga Petri.",
    ],
)
def test_what_is_no_tie(view_of: Read, text: str) -> None:
    assert find_ties(view_of(text), NOTHING) == ()


@pytest.mark.parametrize(
    ("text", "kind", "sides", "stance"),
    [
        ("Olga Petri's number was dialled from Ilker Barlas's phone.", "call", ["Ilker Barlas", "Olga Petri"], "asserted"),
        ("A call was placed from Ilker Barlas's phone to Olga Petri.", "call", ["Ilker Barlas", "Olga Petri"], "asserted"),
        ("Ilker Barlas was warned by phone by Olga Petri.", "call", ["Olga Petri", "Ilker Barlas"], "asserted"),
        ("The last person Ilker Barlas met was Olga Petri.", "meeting", ["Ilker Barlas", "Olga Petri"], "asserted"),
        ("The man he spoke to was Ilker Barlas.", "talks", ["he", "Ilker Barlas"], "asserted"),
        ("Ilker Barlas phoned the chief of police, Olga Petri, at nine.", "call", ["Ilker Barlas", "Olga Petri"], "asserted"),
        ("Ilker Barlas denied a meeting with Olga Petri.", "meeting", ["Ilker Barlas", "Olga Petri"], "denied"),
        ("Ilker Barlas never set eyes on Olga Petri.", "meeting", ["Ilker Barlas", "Olga Petri"], "denied"),
        ("Ilker Barlas's alleged meeting with Olga Petri never took place.", "meeting", ["Ilker Barlas", "Olga Petri"], "denied"),
        ("Talks with Olga Petri broke down.", "talks", ["Olga Petri"], "asserted"),
        ("Anton Vell put Ilker Barlas in touch with Olga Petri.", "talks", ["Ilker Barlas", "Olga Petri"], "asserted"),
    ],
)  # fmt: skip
def test_contacts_told_in_passing(view_of: Read, text: str, kind: str, sides: list[str], stance: str) -> None:
    (draft,) = find_contacts(view_of(text), NOTHING)
    assert (draft.value.kind, [p.text for p in draft.value.parties], draft.stance) == (kind, sides, stance)


@pytest.mark.parametrize(
    "text",
    [
        "Ilker Barlas, reached by phone in Oslo, said that he was a tourist.",
        "The lawyer denied any contact with Olga Petri.",
        "Ilker Barlas called out Olga Petri for her lies.",
        "Ilker Barlas replied to Olga Petri in the debate.",
        "The exchange of fire between Ilker Barlas and Olga Petri lasted an hour.",
        "Talks with Olga Petri are planned.",
        "The night Ilker Barlas met was cold.",
    ],
)
def test_what_only_sounds_like_contact(view_of: Read, text: str) -> None:
    assert find_contacts(view_of(text), NOTHING) == ()


@pytest.mark.parametrize(
    ("text", "kind", "number", "parties"),
    [
        ("Ilker Barlas handed Olga Petri an envelope containing 4,000 euros.", "payment", 4000, {("payer", "Ilker Barlas"), ("payee", "Olga Petri")}),
        ("Ilker Barlas agreed to pay Olga Petri 4,000 euros.", "offer", 4000, {("payer", "Ilker Barlas"), ("payee", "Olga Petri")}),
        ("Ilker Barlas was to receive 4,000 euros.", "offer", 4000, {("payee", "Ilker Barlas")}),
        ("4,000 euros was transferred from Ilker Barlas's account to Olga Petri.", "payment", 4000, {("payer", "Ilker Barlas"), ("payee", "Olga Petri")}),
        ("Ilker Barlas wired $4,000 to an account controlled by Olga Petri.", "payment", 4000, {("payer", "Ilker Barlas"), ("payee", "Olga Petri")}),
        ("Payments of $4,000 were made to Olga Petri by Ilker Barlas.", "payment", 4000, {("payer", "Ilker Barlas"), ("payee", "Olga Petri")}),
        ("The 4,000 euros came from Ilker Barlas.", "payment", 4000, {("payer", "Ilker Barlas")}),
        ("Ilker Barlas opened the gate for 4,000 euros.", "payment", 4000, {("payee", "Ilker Barlas")}),
        ("Ilker Barlas's share was 4,000 euros.", "payment", 4000, {("payee", "Ilker Barlas")}),
        ("Ilker Barlas asked Olga Petri for 4,000 euros.", "other", 4000, {("payee", "Ilker Barlas"), ("payer", "Olga Petri")}),
        ("A bounty of 4,000 euros was put on Ilker Barlas.", "reward", 4000, set()),
        ("The judge set bail at 4,000 euros.", "other", 4000, set()),
        ("The 4,000 euros were a loan from Ilker Barlas.", "debt", 4000, {("payer", "Ilker Barlas")}),
    ],
)  # fmt: skip
def test_sums_told_in_passing(view_of: Read, text: str, kind: str, number: int, parties: set[tuple[str, str]]) -> None:
    (draft,) = find_money(view_of(text), NOTHING)
    sides = {(p.role, p.text) for p in draft.value.parties if p.role in ("payer", "payee")}
    assert (draft.value.kind, draft.value.number, sides) == (kind, number, parties)


def test_what_is_told_of_the_same_money_further_on(view_of: Read) -> None:
    text = "Ilker Barlas received 10,000 euros at once and another 15,000 after the fire."
    assert [d.value.number for d in find_money(view_of(text), NOTHING)] == [10000, 15000]
    text = "Of the 60,000 euros, 20,000 went to Olga Petri."
    assert [d.value.number for d in find_money(view_of(text), NOTHING)] == [20000]


@pytest.mark.parametrize(
    "text",
    ["Half of the 60,000 euros went to Olga Petri.", "Olga Petri earned 3,000 euros a month as a driver."],
)
def test_a_part_or_a_rate_is_no_sum_that_moved(view_of: Read, text: str) -> None:
    assert list(find_money(view_of(text), NOTHING)) == []


@pytest.mark.parametrize(
    ("text", "currency", "number"),
    [
        ("Ilker Barlas handed Olga Petri 12 million CFA francs.", "XOF", 12_000_000),
        ("Ilker Barlas handed Olga Petri 12 millions of francs CFA.", "XOF", 12_000_000),
        ("Ilker Barlas handed Olga Petri 300 Swiss francs.", "CHF", 300),
        ("Ilker Barlas handed Olga Petri 900 Syrian pounds.", "SYP", 900),
        ("Ilker Barlas handed Olga Petri 900 pounds.", "GBP", 900),
    ],
)
def test_whose_money_it_is(view_of: Read, text: str, currency: str, number: int) -> None:
    (draft,) = find_money(view_of(text), NOTHING)
    assert (draft.value.currency, draft.value.number) == (currency, number)


def test_a_thing_put_into_hands_is_a_meeting_and_somebody_handed_over_is_none(view_of: Read) -> None:
    (draft,) = find_contacts(view_of("Ilker Barlas handed over a grey car to Olga Petri."), NOTHING)
    assert (draft.value.kind, [p.text for p in draft.value.parties]) == ("meeting", ["Ilker Barlas", "Olga Petri"])
    assert find_contacts(view_of("Ilker Barlas handed over the gunman to Olga Petri."), NOTHING) == ()


def test_the_he_of_a_source_without_a_name_is_another(view_of: Read) -> None:
    text = "Ilker Barlas was arrested at noon. A police source said that he had been called by Olga Petri."
    (draft,) = find_contacts(view_of(text), NOTHING)
    assert [(p.text, p.referent is not None) for p in draft.value.parties] == [("Olga Petri", True), ("he", True)]
    assert view_of(text).referents[draft.value.parties[1].referent or ""].name == "Ilker Barlas"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ilker Barlas phoned Olga Petri ten minutes before the blast.", ("2015-06-05", "2015-06-05")),
        ("Ilker Barlas phoned Olga Petri twice during the blast.", ("2015-06-05", "2015-06-05")),
        ("Ilker Barlas phoned Olga Petri before the blast.", (None, "2015-06-05")),
        ("Ilker Barlas phoned Olga Petri two days before the blast.", ("2015-06-03", "2015-06-03")),
        ("Ilker Barlas phoned Olga Petri the day after the blast.", ("2015-06-06", "2015-06-06")),
        ("Ilker Barlas phoned Olga Petri weeks before the blast.", (None, "2015-06-05")),
        ("Ilker Barlas phoned Olga Petri after the blast.", ("2015-06-05", None)),
        ("Ilker Barlas phoned Olga Petri on 3 June 2015, before the blast.", ("2015-06-03", "2015-06-03")),
        ("Ilker Barlas phoned Olga Petri.", (None, None)),
    ],
)
def test_a_contact_is_dated_by_the_deed_that_it_is_told_by(
    view_of: Read, text: str, days: tuple[str | None, str | None]
) -> None:
    view = view_of(f"A blast killed nine people in Oskel on 5 June 2015. {text}")
    _, drafts = drafts_of(view.document, view.annotations)
    (draft,) = [d for d in drafts if d.property == "contact"]
    assert (draft.value.earliest, draft.value.latest) == days
