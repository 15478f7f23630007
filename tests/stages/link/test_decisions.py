"""Human decisions find their words again and override what was compared."""

from __future__ import annotations

from dataclasses import replace

from rashomon.model.account import Account
from rashomon.model.link import Decision, Selector, Signed, Target, Verdict
from rashomon.stages.link import link

from .casebook import Report

SIGNED = Signed("reader", "2026-01-05T10:00:00Z", "seen in the register")


def person(lead: str, name: str) -> Account:
    return Report(f"{lead} {name} spoke in Orsan.").names("person", name).names("place", "Orsan").account()


def point(account: Account, words: str, *, start: int | None = None) -> Selector:
    text = account.document.text
    at = text.index(words)
    here = at if start is None else start
    return Selector(
        account.document.sha256, words, text[max(0, at - 8) : at], text[at + len(words) :][:8], here, here + len(words)
    )


def decide(verdict: Verdict, *selectors: Selector, ident: str = "k1", kind: str = "entity") -> Decision:
    return Decision(ident, verdict, Target(selectors, kind=kind), SIGNED)  # type: ignore[arg-type]


ONE, TWO, THREE = (
    person("Today", "İlhan Yaltırık"),
    person("Later", "İlhami Yaltırık"),
    person("Then", "Ilhan Yaltirik"),
)


def sizes(*decisions: Decision) -> list[int]:
    linked, _ = link([ONE, TWO, THREE], decisions)
    return sorted(len(e.referents) for e in linked.entities if e.type == "person")


def test_same_joins_and_different_parts() -> None:
    assert sizes() == [1, 2]
    assert sizes(decide("same", point(ONE, "İlhan Yaltırık"), point(TWO, "İlhami Yaltırık"))) == [3]
    assert sizes(decide("different", point(ONE, "İlhan Yaltırık"), point(THREE, "Ilhan Yaltirik"))) == [1, 1, 1]


def test_a_decision_shows_in_the_matches_with_its_reason() -> None:
    decision = decide("different", point(ONE, "İlhan Yaltırık"), point(THREE, "Ilhan Yaltirik"))
    linked, attached = link([ONE, TWO, THREE], [decision])
    made = [m for m in linked.matches if m.decision == "k1"]
    assert [(m.verdict, "seen in the register" in m.reason) for m in made] == [("different", True)]
    assert attached[0].found


def test_a_withdrawn_decision_has_no_force() -> None:
    decision = decide("same", point(ONE, "İlhan Yaltırık"), point(TWO, "İlhami Yaltırık"))
    assert sizes(replace(decision, withdrawn=SIGNED)) == [1, 2]


def test_words_that_moved_are_found_by_what_stands_around_them() -> None:
    decision = decide("same", point(ONE, "İlhan Yaltırık", start=0), point(TWO, "İlhami Yaltırık", start=400))
    assert sizes(decision) == [3]


def test_a_decision_that_lost_its_document_stays_listed() -> None:
    gone = replace(point(ONE, "İlhan Yaltırık"), sha256="0" * 64)
    linked, attached = link([ONE, TWO, THREE], [decide("same", gone, point(TWO, "İlhami Yaltırık"))])
    assert not attached[0].found
    assert attached[0].a is None
    assert not any(m.decision for m in linked.matches)


def test_contradictions_are_named_and_without_force() -> None:
    linked, _ = link(
        [ONE, TWO, THREE],
        [
            decide("same", point(ONE, "İlhan Yaltırık"), point(TWO, "İlhami Yaltırık"), ident="k1"),
            decide("same", point(TWO, "İlhami Yaltırık"), point(THREE, "Ilhan Yaltirik"), ident="k2"),
            decide("different", point(ONE, "İlhan Yaltırık"), point(THREE, "Ilhan Yaltirik"), ident="k3"),
        ],
    )
    assert len(linked.contradictions) == 1
    assert all(k in linked.contradictions[0] for k in ("k1", "k2", "k3", "İlhami Yaltırık"))
    assert not any(m.decision for m in linked.matches)


def test_incidents_are_joined_by_decision() -> None:
    reports = []
    for word, place in (("blast", "Denver"), ("raid", "Glasgow")):
        told = Report(f"A {word} in {place}.").names("place", place)
        reports.append(told.tells("attack", word, place=place, date="2020-06-02").account())
    assert len(link(reports)[0].incidents) == 2
    same = decide("same", point(reports[0], "blast"), point(reports[1], "raid"), kind="incident")
    assert len(link(reports, [same])[0].incidents) == 1


def test_accepting_a_claim_finds_it_by_words_and_property() -> None:
    told = Report("A blast in Denver.").names("place", "Denver").tells("attack", "blast", place="Denver", killed=3)
    account = told.account()
    decision = Decision("k1", "accept", Target((point(account, "blast"),), "killed", "claim"), SIGNED)
    _, attached = link([account], [decision])
    assert attached[0].a == next(c.id for c in account.reading.claims if c.property == "killed")
