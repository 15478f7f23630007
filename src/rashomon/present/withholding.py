"""A whole case without what nobody has accepted of named people: what every export that is shared is made of.

Claims that accuse go, and with them the findings, titles, file names and unread sentences that hold one; where their
words stand in a text or in another claim's quote, each character is a block, so that every offset stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rashomon.model.account import Account
from rashomon.model.annotation import Sentence
from rashomon.model.claim import Claim
from rashomon.model.link import Entity
from rashomon.present.accusing import accuses
from rashomon.present.report.reviewed import Reviewed
from rashomon.present.report.sheet import Options
from rashomon.present.resolve import Resolved

BLOCK = "█"


def withhold(case: Resolved) -> Resolved:
    """The case as it may leave the machine; the report asks the same of each of its lines."""
    reviewed = Reviewed(case, Options())
    findings = tuple(f for f in case.weighed.findings if reviewed.finding(f))
    incidents = tuple(replace(i, title=_title(reviewed, i.id)) for i in case.linked.incidents)
    entities = tuple(_entity(reviewed, e) for e in case.linked.entities)
    return Resolved(
        [_account(reviewed, a) for a in case.accounts],
        replace(case.linked, incidents=incidents, entities=entities, matches=()),
        replace(case.weighed, findings=findings),
        case.attached,
        tuple(replace(r, file=reviewed.other_file(r.file)) for r in case.rejected),
    )


def _title(reviewed: Reviewed, ident: str) -> str:
    incident = reviewed.case.incidents[ident]
    return incident.title if incident.title in reviewed.incident(incident) else reviewed.incident(incident)


def _entity(reviewed: Reviewed, entity: Entity) -> Entity:
    """A cited paper is known by its title, which may accuse."""
    plain = entity.type == "person" or reviewed.clean_name(entity.name)
    return entity if plain else replace(entity, name=f"[{entity.type}, name withheld]")


def _account(reviewed: Reviewed, account: Account) -> Account:
    document = account.document
    claims = account.reading.claims
    text = _blocked(document.text, _withheld(reviewed, account))
    title = reviewed.title(document) if document.title else None
    kept = tuple(_claim(reviewed, c, text) for c in claims if reviewed.printed(c))
    unread = tuple(
        u for u in account.reading.unread
        if not reviewed.accusing.named_in(u.document, u.start, u.end) and reviewed.clean(u.quote)
    )  # fmt: skip
    names = {r.id: "[name withheld]" for r in account.annotations.referents
             if r.type != "person" and not reviewed.clean_name(r.name)}  # fmt: skip
    referents = tuple(replace(r, name=names.get(r.id, r.name)) for r in account.annotations.referents)
    return Account(
        replace(document, text=text, title=title, file=reviewed.file(document), appearances=()),
        replace(account.annotations, referents=referents),
        replace(account.reading, claims=kept, unread=unread),
    )


def _withheld(reviewed: Reviewed, account: Account) -> set[int]:
    """The offsets of withheld words: claims that stay out, and what else accuses somebody by name, read or not.

    The words of a claim that a person accepted stay, and those of any claim that stays outside of withheld ones.
    """
    claims, text, case = account.reading.claims, account.document.text, reviewed.case
    accepted = _offsets(c for c in claims if case.reviews.get(c.id) == "accept")
    out = _offsets(c for c in claims if not reviewed.printed(c)) - accepted
    kept = _offsets(c for c in claims if reviewed.printed(c))
    grave = _offsets(
        s for s in account.annotations.sentences
        if reviewed.accusing.named_in(account.document.id, s.start, s.end) and accuses(text[s.start : s.end])
    )  # fmt: skip
    return out | (grave - kept)


def _offsets(spans: Iterable[Claim | Sentence]) -> set[int]:
    return {n for s in spans for n in range(s.start, s.end)}


def _blocked(text: str, withheld: set[int]) -> str:
    return "".join(BLOCK if n in withheld and not c.isspace() else c for n, c in enumerate(text))


def _claim(reviewed: Reviewed, claim: Claim, text: str) -> Claim:
    """A claim that stays, its quote cut anew; the paper it is from by its number where its name accuses."""
    chain = tuple(
        link
        if (name := reviewed.link(claim, n)) in (link.name, reviewed.case.entity_name(link.referent))
        else replace(link, name=name, referent=None)
        for n, link in enumerate(claim.chain)
    )
    return replace(claim, quote=text[claim.start : claim.end], chain=chain)
