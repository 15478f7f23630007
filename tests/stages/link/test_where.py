"""An incident is where most roots put it; reprints never outvote, and a tie chooses nobody."""

from __future__ import annotations

from dataclasses import replace

from rashomon.model.account import Account
from rashomon.model.claim import ChainLink
from rashomon.model.link import Decision, Incident, Selector, Signed, Target
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


def one(*accounts: Account) -> tuple[Incident, dict[str, str]]:
    """The incident that a person says all of these tell of, and the names of the case."""
    decisions = []
    for n, account in enumerate(accounts[1:]):
        pair = tuple(
            Selector(a.document.sha256, "blast", "", "", at, at + 5)
            for a in (accounts[0], account) for at in [a.document.text.index("blast")]
        )  # fmt: skip
        decisions.append(Decision(f"k{n}", "same", Target(pair, kind="incident"), SIGNED))
    linked, _ = link(accounts, decisions)
    (incident,) = linked.incidents
    return incident, {e.id: e.name for e in linked.entities}


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
