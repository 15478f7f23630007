"""Referents of many reports become entities: spellings come together, namesakes stay apart."""

from __future__ import annotations

from rashomon.model.account import Account
from rashomon.model.annotation import EntityType
from rashomon.model.link import Linked
from rashomon.stages.link import link

from .casebook import Report


def together(linked: Linked, *names: tuple[Account, str]) -> bool:
    """Whether these names of these reports are one entity."""
    referents = {next(r.id for r in a.annotations.referents if r.name == name) for a, name in names}
    return any(referents <= set(e.referents) for e in linked.entities)


def test_spellings_across_reports_are_one_person() -> None:
    one = (
        Report("Kasım Yaltırık was seen in Orsan.").names("person", "Kasım Yaltırık").names("place", "Orsan").account()
    )
    two = Report("Qasim Yaltirik left Orsan.").names("person", "Qasim Yaltirik").names("place", "Orsan").account()
    linked, _ = link([one, two])
    assert together(linked, (one, "Kasım Yaltırık"), (two, "Qasim Yaltirik"))
    assert any(m.kind == "entity" and m.verdict == "same" and "kasim" in m.reason for m in linked.matches)


def test_brothers_stay_apart() -> None:
    one = Report("İlhan Yaltırık spoke in Orsan.").names("person", "İlhan Yaltırık").names("place", "Orsan").account()
    two = Report("İlhami Yaltırık spoke in Orsan.").names("person", "İlhami Yaltırık").names("place", "Orsan").account()
    linked, _ = link([one, two])
    assert not together(linked, (one, "İlhan Yaltırık"), (two, "İlhami Yaltırık"))


def test_a_surname_alone_is_the_only_one_who_bears_it() -> None:
    one = Report("Kasım Yaltırık spoke in Orsan.").names("person", "Kasım Yaltırık").names("place", "Orsan").account()
    two = Report("Yaltırık was in Orsan too.").names("person", "Yaltırık").names("place", "Orsan").account()
    linked, _ = link([one, two])
    assert together(linked, (one, "Kasım Yaltırık"), (two, "Yaltırık"))


def test_a_surname_that_two_bear_is_disputed_and_joined_to_neither() -> None:
    names = Report("Kasım Yaltırık and Selim Yaltırık met in Orsan.").names(
        "person", "Kasım Yaltırık", "Selim Yaltırık"
    )
    one = names.names("place", "Orsan").account()
    two = Report("Yaltırık was in Orsan too.").names("person", "Yaltırık").names("place", "Orsan").account()
    linked, _ = link([one, two])
    assert not together(linked, (one, "Kasım Yaltırık"), (two, "Yaltırık"))
    assert not together(linked, (one, "Selim Yaltırık"), (two, "Yaltırık"))
    disputed = [m for m in linked.matches if m.verdict == "disputed"]
    assert len(disputed) == 2
    assert "Selim Yaltırık" in disputed[0].reason


def test_those_without_a_name_never_meet() -> None:
    reports = [Report(f"{n} men ran. A corporal watched.").names("person", "A corporal", named=False) for n in (3, 4)]
    linked, _ = link([r.account() for r in reports])
    assert all(len(e.referents) == 1 for e in linked.entities)


def test_namesakes_of_far_affairs_stay_apart_and_it_says_why() -> None:
    one = Report("Owen Thackeray was hurt in Denver.", published="2009-02-03").names("person", "Owen Thackeray")
    two = Report("Owen Thackeray won in Glasgow.", published="2020-06-01").names("person", "Owen Thackeray")
    accounts = [one.names("place", "Denver").account(), two.names("place", "Glasgow").account()]
    linked, _ = link(accounts)
    assert not together(linked, (accounts[0], "Owen Thackeray"), (accounts[1], "Owen Thackeray"))
    assert any(m.verdict == "disputed" and "no other name" in m.reason for m in linked.matches)


def test_one_name_in_one_affair_is_one_person() -> None:
    reports = [
        Report(f"{word} Owen Thackeray was hurt in Denver.", published="2009-02-03").names("person", "Owen Thackeray")
        for word in ("Today", "Yesterday")
    ]
    accounts = [r.names("place", "Denver").account() for r in reports]
    linked, _ = link(accounts)
    assert together(linked, (accounts[0], "Owen Thackeray"), (accounts[1], "Owen Thackeray"))


def test_an_alias_that_one_report_gives_joins_another() -> None:
    one = Report("Kasım Yaltırık, known as Ebu Harran, fled.").names(
        "person", "Kasım Yaltırık", aliases=("Ebu Harran",)
    )
    two = Report("Ebu Harran was caught.").names("person", "Ebu Harran")
    accounts = [one.account(), two.account()]
    linked, _ = link(accounts)
    assert together(linked, (accounts[0], "Kasım Yaltırık"), (accounts[1], "Ebu Harran"))


def test_letters_join_the_body_whose_words_they_begin() -> None:
    one = Report("The National Water Agency in Orsan denied it.").names("organization", "National Water Agency")
    two = Report("The NWA in Orsan denied it.").names("organization", "NWA")
    accounts = [r.names("place", "Orsan").account() for r in (one, two)]
    linked, _ = link(accounts)
    assert together(linked, (accounts[0], "National Water Agency"), (accounts[1], "NWA"))


def test_two_towns_of_the_gazetteer_are_two_however_alike_they_look() -> None:
    one = Report("It rained in Paris.").names("place", "Paris").account()
    two = Report("It rained in Perris.").names("place", "Perris").account()
    linked, _ = link([one, two])
    assert not together(linked, (one, "Paris"), (two, "Perris"))


def test_every_referent_is_in_exactly_one_entity_and_order_changes_nothing() -> None:
    accounts = [
        Report(f"{word} Kasım Yaltırık met a man in Orsan.")
        .names("person", "Kasım Yaltırık")
        .names("person", "a man", named=False)
        .names("place", "Orsan")
        .account()
        for word in ("Today", "Yesterday", "Later")
    ]
    linked, _ = link(accounts)
    held = sorted(r for e in linked.entities for r in e.referents)
    assert held == sorted(r.id for a in accounts for r in a.annotations.referents)
    assert link(accounts[::-1])[0] == linked


def test_a_name_taken_for_two_kinds_of_thing_is_what_most_took_it_for() -> None:
    kinds = ("organization", "organization", "place")
    accounts = [
        Report(f"{n} men left Orsan Gate.").names(kind, "Orsan Gate").account()  # type: ignore[arg-type]
        for n, kind in enumerate(kinds)
    ]
    linked, _ = link(accounts)
    assert [(e.type, len(e.referents)) for e in linked.entities] == [("organization", 3)]


def test_capitals_of_a_headline_are_not_the_name() -> None:
    one = Report("HARTWELL burned.").names("place", "HARTWELL").account()
    two = Report("Hartwell burned.").names("place", "Hartwell").account()
    assert [e.name for e in link([one, two])[0].entities] == ["Hartwell"]


def test_a_name_turned_round_its_of_is_one_body() -> None:
    names = ("Ministry of the Interior", "Interior Ministry", "Ministry of the Sea")
    accounts = [Report(f"{n} spoke.").names("organization", n).account() for n in names]
    linked, _ = link(accounts)
    assert together(linked, (accounts[0], names[0]), (accounts[1], names[1]))
    assert not together(linked, (accounts[0], names[0]), (accounts[2], names[2]))


def test_a_town_that_others_take_for_a_body_is_a_town() -> None:
    one = Report("A bomb went off in Orsan.").names("place", "Orsan").account()
    two = Report("The Orsan case goes on.").names("organization", "Orsan").account()
    three = Report("The Orsan toll rose.").names("organization", "Orsan").account()
    linked, _ = link([one, two, three])
    assert [(e.type, len(e.referents)) for e in linked.entities] == [("place", 3)]


def person(text: str, name: str, *aliases: str, place: str = "Orsan", kind: EntityType = "person") -> Account:
    """A report that names one person or body, and a place."""
    return Report(text).names(kind, name, aliases=aliases).names("place", place).account()


def test_a_real_name_and_a_fathers_name_meet_over_the_alias() -> None:
    one = person("Abu Sakar al-Rimli spoke in Orsan.", "Abu Sakar al-Rimli")
    two = person("Kutab Lasmar, called Abu Sakar al-Rimli, was in Orsan.", "Kutab Lasmar", "Abu Sakar al-Rimli")
    three = person("Abu Sakar left Orsan.", "Abu Sakar")
    linked, _ = link([one, two, three])
    assert together(linked, (one, "Abu Sakar al-Rimli"), (two, "Kutab Lasmar"), (three, "Abu Sakar"))


def test_two_full_names_with_one_nickname_stay_apart() -> None:
    one = person("Casim Baldera, alias El Trueno, spoke in Orsan.", "Casim Baldera", "El Trueno")
    two = person("Pedro Ruizal, alias El Trueno, left Orsan.", "Pedro Ruizal", "El Trueno")
    linked, _ = link([one, two])
    assert not together(linked, (one, "Casim Baldera"), (two, "Pedro Ruizal"))
    assert any("two names" in m.reason for m in linked.matches)


def test_a_one_word_alias_joins_only_reports_that_share_a_name() -> None:
    one = person("Casim Baldera, alias Trueno, spoke in Orsan.", "Casim Baldera", "Trueno")
    two = person("Trueno Vidal left Tarask.", "Trueno", place="Tarask")
    linked, _ = link([one, two])
    assert not together(linked, (one, "Casim Baldera"), (two, "Trueno"))


def test_a_body_by_the_opening_of_its_name() -> None:
    one = person("The Independent Panel of Experts met in Orsan.", "Independent Panel of Experts", kind="organization")
    two = person("The Independent Panel left Orsan.", "Independent Panel", kind="organization")
    linked, _ = link([one, two])
    assert together(linked, (one, "Independent Panel of Experts"), (two, "Independent Panel"))


def test_one_cover_name_joins_two_spellings() -> None:
    one = Report("Idris Walat alias Abu Tamor.").names("person", "Idris Walat", aliases=("Abu Tamor",)).account()
    two = Report("Idrisa Walat alias Abu Tamor.").names("person", "Idrisa Walat", aliases=("Abu Tamor",)).account()
    linked, _ = link([one, two])
    assert together(linked, (one, "Idris Walat"), (two, "Idrisa Walat"))


def test_second_names_spelled_alike_join_those_who_bear_them() -> None:
    one = Report("Jahan Hassor, alias Rajo Gandar, in Orsan.").names("person", "Jahan Hassor", aliases=("Rajo Gandar",))
    two = Report("Jahan Almor, alias Rajoh Gandar, in Orsan.").names("person", "Jahan Almor", aliases=("Rajoh Gandar",))
    read = [r.names("place", "Orsan").account() for r in (one, two)]
    linked, _ = link(read)
    assert any("can be one name, as second names of" in m.reason for m in linked.matches)


def test_a_name_between_the_same_first_and_last_words_is_left_out_by_some() -> None:
    one = Report("Rohal Imtar was held.").names("person", "Rohal Imtar").account()
    two = Report("Rohal Ibne Imtar was held.").names("person", "Rohal Ibne Imtar").account()
    linked, _ = link([one, two])
    assert together(linked, (one, "Rohal Imtar"), (two, "Rohal Ibne Imtar"))


def test_a_body_that_some_take_for_a_person_is_a_body() -> None:
    reports = [
        Report(f"{name} did it.", published=None).names(kind, name).account()
        for kind, name in (("person", "Al-Qasrab"), ("organization", "al-Qasrab"))
    ]
    linked, _ = link(reports)
    assert [e.type for e in linked.entities if e.name.lower() == "al-qasrab"] == ["organization"]


def body(text: str, name: str) -> Account:
    return Report(text).names("organization", name).names("place", "Orsan").account()


def test_a_bodys_nation_is_left_out_where_no_other_has_one() -> None:
    one = body("The Kenyan Red Cross came to Orsan.", "Kenyan Red Cross")
    two = body("The Red Cross left Orsan.", "Red Cross")
    three = body("The Turkish Red Cross came to Orsan.", "Turkish Red Cross")
    assert together(link([one, two])[0], (one, "Kenyan Red Cross"), (two, "Red Cross"))
    assert not together(link([one, two, three])[0], (one, "Kenyan Red Cross"), (two, "Red Cross"))


def test_a_known_body_is_one_by_all_its_names() -> None:
    one = body("Daesh attacked Orsan.", "Daesh")
    two = body("The Islamic State attacked Orsan.", "Islamic State")
    assert together(link([one, two])[0], (one, "Daesh"), (two, "Islamic State"))


def test_an_initial_j_and_y_are_one_sound() -> None:
    one = Report("Jovan Talic spoke in Orsan.").names("person", "Jovan Talic").names("place", "Orsan").account()
    two = Report("Yovan Talic left Orsan.").names("person", "Yovan Talic").names("place", "Orsan").account()
    linked, _ = link([one, two])
    assert together(linked, (one, "Jovan Talic"), (two, "Yovan Talic")) or linked.matches[0].verdict == "disputed"


def test_names_that_differ_in_the_middle_alone_are_asked_about() -> None:
    one = (
        Report("Milo Hasan Reagar was in Orsan.").names("person", "Milo Hasan Reagar").names("place", "Orsan").account()
    )
    two = Report("Milo Islam Regar left Orsan.").names("person", "Milo Islam Regar").names("place", "Orsan").account()
    linked, _ = link([one, two])
    assert [m.verdict for m in linked.matches if m.kind == "entity"] == ["disputed"]


def test_a_surname_alone_is_the_one_of_its_rank() -> None:
    names = Report("Colonel Kasım Yaltırık and Lieutenant Selim Yaltırık met in Orsan.").names(
        "person", "Kasım Yaltırık", "Selim Yaltırık"
    )
    names.is_called("Kasım Yaltırık", "Colonel").is_called("Selim Yaltırık", "Lieutenant")
    one = names.names("place", "Orsan").account()
    two = (
        Report("Colonel Yaltırık was in Orsan too.")
        .names("person", "Yaltırık")
        .names("place", "Orsan")
        .is_called("Yaltırık", "Colonel")
        .account()
    )
    linked, _ = link([one, two])
    assert together(linked, (one, "Kasım Yaltırık"), (two, "Yaltırık"))
    assert not together(linked, (one, "Selim Yaltırık"), (two, "Yaltırık"))


def test_a_body_called_by_its_first_word_is_the_only_one_whose_name_begins_so() -> None:
    def linked(*bodies: str) -> bool:
        said = " and ".join(f"the {b}" for b in bodies)
        one = Report(f"In Orsan {said} met.").names("organization", *bodies).names("place", "Orsan").account()
        two = Report("The Jamaa left Orsan.").names("organization", "Jamaa").names("place", "Orsan").account()
        return together(link([one, two])[0], (one, bodies[0]), (two, "Jamaa"))

    assert linked("Jamaa al-Fath")
    assert not linked("Jamaa al-Fath", "Jamaa al-Nur")
