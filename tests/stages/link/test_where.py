"""An incident is where most roots put it; reprints never outvote, and a tie chooses nobody."""

from __future__ import annotations

from dataclasses import replace

from rashomon.model.account import Account
from rashomon.model.claim import ChainLink
from rashomon.model.finding import Weighed
from rashomon.model.link import Decision, Incident, Selector, Signed, Target
from rashomon.present.exports.geojson import feature
from rashomon.present.report import Options, make_report, write_report
from rashomon.present.resolve import Resolved
from rashomon.present.words import incident_words
from rashomon.stages.link import link

from .casebook import Report

SIGNED = Signed("Ana", "2026-01-05T10:00:00Z", "one and the same")
TAILS = (
    "Shops stayed shut all day and the ferry waited.", "Children were sent home before noon by their teachers.",
    "The council met at dusk in the old granary.", "Bakers gave bread away to whoever stood in the rain.",
    "A choir sang at the gates until the lamps went out.",
)  # fmt: skip


def tell(number: int, place: str, *, tail: str | None = None, root: str | None = None) -> Account:
    """A report of a blast in a place, in words of its own unless it is given another's; on somebody's word or its own."""
    told = Report(f"{number}. A blast in {place}. {TAILS[number % 5] if tail is None else tail}").names("place", place)
    account = told.tells("attack", "blast", place=place).account()
    chain = (ChainLink(f"Paper {number}", "outlet"), *([ChainLink(root, "official")] if root else []))
    claims = tuple(replace(c, chain=chain, root=1 if root else None) for c in account.reading.claims)
    document = replace(account.document, publisher=f"Paper {number}")
    return replace(account, document=document, reading=replace(account.reading, claims=claims))


def shown(*accounts: Account) -> tuple[Resolved, Incident]:
    decisions = []
    for n, account in enumerate(accounts[1:]):
        at = [a.document.text.index("blast") for a in (accounts[0], account)]
        pair = tuple(
            Selector(a.document.sha256, "blast", "", "", s, s + 5)
            for a, s in zip((accounts[0], account), at, strict=True)
        )
        decisions.append(Decision(f"k{n}", "same", Target(pair, kind="incident"), SIGNED))
    linked, attached = link(accounts, decisions)
    return Resolved(list(accounts), linked, Weighed((), ()), attached, ()), linked.incidents[0]


def one(*accounts: Account) -> tuple[Incident, dict[str, str]]:
    """The incident that a person says all of these tell of, and the names of the case."""
    case, incident = shown(*accounts)
    assert len(case.incidents) == 1
    return incident, {e.id: e.name for e in case.entities.values()}


def test_the_place_that_most_roots_give_is_in_the_title() -> None:
    incident, names = one(tell(0, "Denver"), tell(1, "Glasgow"), tell(2, "Glasgow"))
    assert incident.title == "Blast in Glasgow"
    assert names[str(incident.place)] == "Glasgow"


def test_a_place_that_the_gazetteer_lacks_is_not_outvoted_by_one_that_it_knows() -> None:
    incident, names = one(tell(0, "Denver"), tell(1, "Qorvash"), tell(2, "Qorvash"))
    assert names[str(incident.place)] == "Qorvash"


def test_reprints_do_not_outvote() -> None:
    agency = "Witnesses saw smoke over the harbour wall while carts were being unloaded near the northern customs shed."
    reprints = [tell(n, "Denver", tail=agency) for n in (0, 5, 10)]
    incident, names = one(*reprints, tell(1, "Glasgow"), tell(2, "Glasgow"))
    assert names[str(incident.place)] == "Glasgow"


def test_one_source_that_many_reports_cite_is_one_root() -> None:
    cited = [tell(n, "Denver", root="Prefect Odila Marn") for n in (0, 1, 2)]
    incident, names = one(*cited, tell(3, "Glasgow"), tell(4, "Glasgow"))
    assert names[str(incident.place)] == "Glasgow"


def test_a_tie_has_no_place_and_names_both() -> None:
    incident, names = one(tell(0, "Denver"), tell(1, "Glasgow"))
    assert incident.place is None
    assert incident.title == "Blast"
    assert {names[p] for p in incident.places} == {"Denver", "Glasgow"}


def test_a_hall_of_a_town_is_no_rival_of_the_town() -> None:
    incident, names = one(tell(0, "Glasgow"), tell(1, "Glasgow Corn Hall"))
    assert names[str(incident.place)] == "Glasgow"


def test_a_region_that_holds_the_town_is_no_rival_however_many_give_it() -> None:
    incident, names = one(tell(0, "Denver"), tell(1, "Colorado"), tell(2, "Colorado"))
    assert names[str(incident.place)] == "Denver"


def test_a_region_elsewhere_outweighs_a_town_that_fewer_give() -> None:
    incident, names = one(tell(0, "Denver"), tell(1, "Bavaria"), tell(2, "Bavaria"))
    assert names[str(incident.place)] == "Bavaria"


def test_a_description_says_nothing_of_where_and_rivals_no_town() -> None:
    incident, names = one(tell(0, "Denver"), tell(1, "the consulate"), tell(2, "the consulate"))
    assert names[str(incident.place)] == "Denver"


def test_two_sites_of_other_names_are_told_apart_and_one_under_two_names_is_not() -> None:
    incident, _ = one(tell(0, "Larkhill Mall"), tell(1, "Hotel Orsino Palace"))
    assert incident.place is None
    incident, names = one(tell(0, "Larkhill Mall"), tell(1, "Larkhill Shopping Centre"))
    assert names[str(incident.place)].startswith("Larkhill")


def test_a_point_stands_for_no_other_place_than_the_title_does() -> None:
    case, incident = shown(tell(0, "Denver"), tell(1, "Qorvash"), tell(2, "Qorvash"))
    assert feature(case, incident)["geometry"] is None
    assert feature(case, incident)["properties"]["precision"] == "place not known"
    case, incident = shown(tell(0, "Denver"), tell(1, "Glasgow"), tell(2, "Glasgow"))
    north = feature(case, incident)["geometry"]["coordinates"][1]
    assert 55 < north < 57


def test_a_tie_is_said_in_the_line_the_map_and_the_report() -> None:
    case, incident = shown(tell(0, "Denver"), tell(1, "Glasgow"))
    assert feature(case, incident)["geometry"] is None
    assert feature(case, incident)["properties"]["precision"] == "place not agreed"
    assert set(feature(case, incident)["properties"]["places"]) == {"Denver", "Glasgow"}
    assert "(place not agreed)" in incident_words(case, incident)
    assert "do not agree on the place" in write_report(make_report(case, Options()), "md").decode()
