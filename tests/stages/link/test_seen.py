"""A decision holds for what was seen: read otherwise later, it is stale and not applied."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from rashomon.model.account import Account
from rashomon.model.claim import ChainLink, Claim, Party, Penalty, Value
from rashomon.model.link import Attached, Decision, Seen, Selector, Signed, Target
from rashomon.model.seeing import changes, see_claim
from rashomon.stages.link import link

from .casebook import Report

SIGNED = Signed("Ana", "2026-01-05T10:00:00Z", "as printed")


def told() -> Account:
    report = Report("A blast in Tambra, and Odo Vint and Ilse Karn were suspected.").names("place", "Tambra")
    report.names("person", "Odo Vint", "Ilse Karn")
    return report.tells("attack", "blast", place="Tambra", suspect="Odo Vint", killed=3).account()


def the(account: Account, prop: str) -> Claim:
    return next(c for c in account.reading.claims if c.property == prop)


def seen_in(account: Account, claim: Claim) -> Seen:
    linked, _ = link([account])
    names = {r: e.name for e in linked.entities for r in e.referents}
    (incident,) = linked.incidents
    return see_claim(claim, lambda r: names.get(r or ""), incident.title)


def point(account: Account, claim: Claim) -> Selector:
    return Selector(account.document.sha256, claim.quote, "", "", claim.start, claim.end)


def accept(account: Account, prop: str, *, seen: bool = True, ident: str = "k1") -> Decision:
    claim = the(account, prop)
    target = Target((point(account, claim),), claim.property, "claim")
    return Decision(ident, "accept", target, SIGNED, seen=seen_in(account, claim) if seen else None)


def reread(account: Account, prop: str, **changed: Any) -> Account:
    """The account as a later version of the program reads it."""
    claims = tuple(replace(c, **changed) if c.property == prop else c for c in account.reading.claims)
    return replace(account, reading=replace(account.reading, claims=claims))


def laid(account: Account, decision: Decision) -> Attached:
    return link([account], [decision])[1][0]


def test_what_is_read_as_it_was_seen_holds() -> None:
    account = told()
    one = laid(account, accept(account, "suspect"))
    assert one.found
    assert not one.stale
    assert one.a == the(account, "suspect").id


@pytest.mark.parametrize(
    ("prop", "changed", "words"),
    [
        ("killed", {"value": replace(the(told(), "killed").value, number=30)}, "the value"),
        ("suspect", {"property": "perpetrator"}, "what it says"),
        ("suspect", {"stance": "denied"}, "how surely"),
        ("suspect", {"chain": (ChainLink("Evening Gull", "outlet"),)}, "who says so"),
        (
            "suspect",
            {"value": replace(the(told(), "suspect").value, referent=told().annotations.referents[2].id)},
            "value",
        ),
    ],
)
def test_what_is_read_otherwise_now_is_stale(prop: str, changed: dict[str, Any], words: str) -> None:
    account = told()
    one = laid(reread(account, prop, **changed), accept(account, prop))
    assert one.stale
    assert not one.found
    assert any(words in sentence for sentence in one.changed)


def test_another_incident_makes_stale() -> None:
    account = told()
    claims = tuple(c for c in account.reading.claims if c.property != "place")
    moved = replace(account, reading=replace(account.reading, claims=claims))
    assert any("the incident was “Blast in Tambra”" in c for c in laid(moved, accept(account, "suspect")).changed)


def test_a_claim_that_is_no_longer_read_is_told_of() -> None:
    account = told()
    bare = replace(account, reading=replace(account.reading, claims=()))
    assert laid(bare, accept(account, "suspect")).changed == ("nothing is read from these words now",)


def test_a_line_of_before_goes_on_as_it_did() -> None:
    account = told()
    assert laid(reread(account, "killed", stance="alleged"), accept(account, "killed", seen=False)).found


def test_of_two_people_on_the_same_words_the_one_that_was_seen_is_meant() -> None:
    account = told()
    first = the(account, "suspect")
    other = next(r.id for r in account.annotations.referents if r.name == "Ilse Karn")
    second = replace(first, id="c-second", value=replace(first.value, referent=other, text="Ilse Karn"))
    both = replace(account, reading=replace(account.reading, claims=(*account.reading.claims, second)))
    target = Target((point(both, second),), "suspect", "claim")
    for claim in (first, second):
        decision = Decision("k1", "accept", target, SIGNED, seen=seen_in(both, claim))
        one = laid(both, decision)
        assert (one.a, one.stale) == (claim.id, False)


def test_two_names_of_which_one_is_read_otherwise_are_asked_again() -> None:
    account = told()
    names = ("Odo Vint", "Ilse Karn")
    ends = tuple(
        Selector(account.document.sha256, n, "", "", at, at + len(n))
        for n in names
        for at in [account.document.text.index(n)]
    )
    seen = Seen(pair=("Odo Vint (person)", "Ilse Karn (person)"))
    decision = Decision("k1", "same", Target(ends), SIGNED, seen=seen)
    linked, (one,) = link([account], [decision])
    assert one.found
    assert any(len(e.referents) == 2 for e in linked.entities)
    stale = replace(decision, seen=replace(seen, pair=("Odo Vint (organization)", "Ilse Karn (person)")))
    linked, (one,) = link([account], [stale])
    assert one.changed == ("what was called “Odo Vint (organization)” is now “Odo Vint (person)”",)
    assert not any(len(e.referents) == 2 for e in linked.entities)


def test_nothing_changed_says_nothing() -> None:
    seen = Seen("killed", None, "number 3", "asserted", ("Evening Gull",), "Blast in Tambra")
    assert changes(seen, seen) == ()


def test_the_words_that_decisions_keep_stay_as_they_are() -> None:
    """Decisions of today are held against these words tomorrow: one that changes makes every one of them stale."""
    claim = the(told(), "killed")
    value = Value(
        number=3, bound="at_least", of="porters", part="at the gate", includes=("children",), excludes=("attackers",),
        as_of="2020-06-03", text="three", kind="payment", currency="EUR", earliest="2020-06-01", latest="2020-06-02",
        parties=(Party("Odo Vint", "payer"),), penalty=Penalty("ten years", "prison", 10), in_absentia=True, final=False,
        outcome="dropped",
    )  # fmt: skip
    seen = see_claim(replace(claim, value=value), lambda _: None, "Blast in Tambra")
    assert seen.value == (
        "three; at_least 3 EUR; of porters; part at the gate; as_of 2020-06-03; earliest 2020-06-01; latest 2020-06-02; "
        "kind payment; outcome dropped; including children; without attackers; payer Odo Vint; penalty ten years; "
        "in_absentia True; final False"
    )
    assert seen == Seen("killed", None, seen.value, "asserted", ("The Harbour Post",), "Blast in Tambra")
    assert see_claim(the(told(), "suspect"), lambda _: "Odo Vint", None).value == "Odo Vint"


def test_every_field_of_a_value_is_seen() -> None:
    names = {f.name for f in fields(Value)} - {"referent", "penalty", "parties", "includes", "excludes"}
    claim = the(told(), "killed")
    blank = see_claim(replace(claim, value=Value()), lambda _: None, None).value
    for name in names:
        value = replace(Value(), **{name: 1 if name == "number" else "set"})
        assert see_claim(replace(claim, value=value), lambda _: None, None).value != blank, name
