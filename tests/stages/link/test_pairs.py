"""What joins two tellings and what keeps them apart: names of their own, vetoes, open questions."""

from __future__ import annotations

from pathlib import Path

from rashomon.stages.link import link
from rashomon.stages.link.compare_incidents import read_weights
from rashomon.stages.link.incidents import compare_all
from rashomon.stages.link.occasions import gather_occasions
from rashomon.stages.link.pair_features import show_features

from .casebook import Report


def siege(lead: str, words: str, *, published: str = "2020-06-03", **said: object) -> Report:
    told = Report(f"{lead}: gunmen led an attack {words}, and 30 people died.", published=published)
    for kind in ("place", "target"):
        if kind in said:
            told.names("place", str(said[kind]))
    return told.tells("attack", "attack", **said)


def groups(*reports: Report) -> list[int]:
    return sorted((len(i.occurrences) for i in link([r.account() for r in reports])[0].incidents), reverse=True)


def test_a_name_of_its_own_joins_what_has_no_day_and_town_in_common() -> None:
    one = siege("Agency", "on the Ombrella tower in Lima", place="Lima", date="2020-06-02", killed=30)
    two = siege("Post", "on the Ombrella tower", published="2021-02-01")
    assert groups(one, two) == [2]


def test_another_town_is_a_veto_however_much_else_agrees() -> None:
    one = siege("Agency", "in Lima", place="Lima", date="2020-06-02", killed=30)
    two = siege("Post", "in Oslo", place="Oslo", date="2020-06-02", killed=30)
    assert groups(one, two) == [1, 1]


def test_one_that_fits_both_of_two_deeds_joins_no_both() -> None:
    first = siege("Agency", "in Lima", place="Lima", date="2020-06-02", killed=30)
    later = siege("Post", "in Lima", place="Lima", date="2020-09-02", killed=31, published="2020-09-03")
    undated = siege("Courier", "in Lima", place="Lima", killed=30)
    assert groups(first, later, undated) == [2, 1]


def test_what_is_left_open_is_a_disputed_match() -> None:
    one = (
        Report("Agency: an attack on a mill in Lima.", published="2020-06-03")
        .names("place", "Lima")
        .names("other", "mill")
    )
    one.tells("attack", "attack", place="Lima", target="mill")
    two = (
        Report("Post: an attack on a bank in Lima.", published="2020-06-12")
        .names("place", "Lima")
        .names("other", "bank")
    )
    two.tells("attack", "attack", place="Lima", target="bank")
    linked, _ = link([one.account(), two.account()])
    assert len(linked.incidents) == 2
    assert [m.verdict for m in linked.matches if m.kind == "incident"] == ["disputed"]


def test_each_feature_has_a_row_of_weights_and_each_row_a_feature(example_case: Path) -> None:
    from rashomon.stages.link.decide import Rulings
    from rashomon.stages.link.entities import resolve_entities
    from rashomon.store.view import CaseView

    accounts = sorted(CaseView(example_case).accounts(), key=lambda a: a.document.sha256)
    resolved = resolve_entities(accounts, Rulings((), ()))
    occasions = gather_occasions(accounts, resolved.entity_of)
    compared = compare_all(accounts, occasions, resolved, {e.id: e.name for e in resolved.entities})
    shown = {name for c in compared for name in show_features(occasions[c.a], occasions[c.b], c.like)}
    rows = set(read_weights()["few"]) - {"base"}
    assert len(rows) <= 20
    assert shown <= rows
    assert shown >= rows - {"one_report"}


def test_two_villages_that_no_gazetteer_has_are_two_deeds_for_all_their_figures() -> None:
    one = siege("Agency", "in Tundo Karra", place="Tundo Karra", date="2020-06-02", killed=23)
    two = siege("Post", "in Gidda Barr", place="Gidda Barr", killed=25)
    assert groups(one, two) == [1, 1]


def test_attacked_and_attack_are_one_word() -> None:
    from rashomon.stages.link.decide import Rulings
    from rashomon.stages.link.entities import resolve_entities

    told = siege("Agency", "in Tundo Karra", place="Tundo Karra", killed=30).account()
    verb = Report("Gunmen attacked Tundo Karra: 30 died.").names("place", "Tundo Karra")
    accounts = [told, verb.tells("attack", "attacked", place="Tundo Karra", killed=30).account()]
    resolved = resolve_entities(accounts, Rulings((), ()))
    occasions = gather_occasions(accounts, resolved.entity_of)
    (pair,) = compare_all(accounts, occasions, resolved, {e.id: e.name for e in resolved.entities})
    assert show_features(occasions[pair.a], occasions[pair.b], pair.like)["kind"] == 1.0
