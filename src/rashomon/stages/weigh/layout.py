"""Every claim of the case laid beside the others: of what it speaks, on whose word, on what day.

Local referents and occurrences are carried over to the case's entities and incidents, outlets are known by
their name, and each claim gets the sentence it stands in.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rashomon.model.account import Account
from rashomon.model.annotation import Sentence
from rashomon.model.claim import ChainLink, Claim
from rashomon.model.document import Document
from rashomon.model.link import Entity, Incident, Linked
from rashomon.stages.weigh.days import Days, days_between
from rashomon.text.fold import fold_words


@dataclass(frozen=True, slots=True)
class Laid:
    """A claim in its case: `voice` holds one key for each link of its chain, `root` that of its root link.

    `again` are the claims of its report that say it again, perhaps with more words.
    """

    claim: Claim
    document: Document
    incident: str | None
    entity: str | None
    about: str | None
    voice: tuple[str, ...]
    root: str | None
    day: Days | None
    sentence: Sentence | None
    again: tuple[Claim, ...] = ()

    @property
    def teller(self) -> tuple[str, tuple[str, ...]]:
        """Who tells it where: the document and the whole chain."""
        return self.document.id, self.voice

    @property
    def words(self) -> str:
        """The sentence the claim stands in, or its own words where no sentence is known."""
        if self.sentence is None:
            return self.claim.quote
        return self.document.text[self.sentence.start : self.sentence.end]


@dataclass(frozen=True, slots=True)
class Layout:
    """The case as `weigh` sees it. `claims` are those that count; `repeats` only say them again in their report."""

    accounts: tuple[Account, ...]
    documents: dict[str, Document]
    claims: tuple[Laid, ...]
    repeats: tuple[Laid, ...]
    incidents: dict[str, Incident]
    entities: dict[str, Entity]
    entity_of: dict[str, str]
    named: frozenset[str]
    named_referents: frozenset[str]
    outlets: dict[str, tuple[str, ...]]


def incidents_told(layout: Layout) -> dict[str, set[str]]:
    """By document, the incidents of which it claims anything."""
    told: dict[str, set[str]] = defaultdict(set)
    for laid in layout.claims:
        if laid.incident:
            told[laid.document.id].add(laid.incident)
    return told


def outlet_key(document: Document) -> str:
    """One key for all documents of one outlet; a document of no outlet is a voice of its own."""
    name = fold_words(document.publisher or "")
    return f"outlet {name}" if name else f"paper {document.id}"


def lay_out(accounts: Sequence[Account], linked: Linked, rejected: frozenset[str]) -> Layout:
    """The claims that nobody rejected, ordered by original and place, whatever the order of `accounts`."""
    ordered = tuple(sorted(accounts, key=lambda a: (a.document.sha256, a.document.id)))
    entity_of = {r: e.id for e in linked.entities for r in e.referents}
    incident_of = {o: i.id for i in linked.incidents for o in i.occurrences}
    by_name = _outlets_by_name(a.document for a in ordered)
    claims: list[Laid] = []
    repeats: list[Laid] = []
    for account in ordered:
        starts = [s.start for s in account.annotations.sentences]
        again = _said_again(account, rejected)
        for claim in sorted(account.reading.claims, key=lambda c: (c.start, c.end, c.id)):
            if claim.id in rejected:
                continue
            laid = replace(
                _lay(claim, account, starts, entity_of, incident_of, by_name), again=tuple(again.get(claim.id, ()))
            )
            (repeats if claim.repeats and claim.repeats not in rejected else claims).append(laid)
    named = _named_referents(ordered)
    outlets: dict[str, list[str]] = defaultdict(list)
    for account in ordered:
        outlets[outlet_key(account.document)].append(account.document.id)
    return Layout(
        ordered,
        {a.document.id: a.document for a in ordered},
        tuple(claims),
        tuple(repeats),
        {i.id: i for i in linked.incidents},
        {e.id: e for e in linked.entities},
        entity_of,
        frozenset(entity_of[r] for r in named if r in entity_of),
        named,
        {key: tuple(ids) for key, ids in outlets.items()},
    )


def _said_again(account: Account, rejected: frozenset[str]) -> dict[str, list[Claim]]:
    again: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(account.reading.claims, key=lambda c: (c.start, c.end, c.id)):
        if claim.repeats and claim.id not in rejected:
            again[claim.repeats].append(claim)
    return again


def _lay(
    claim: Claim,
    account: Account,
    starts: list[int],
    entity_of: dict[str, str],
    incident_of: dict[str, str],
    by_name: dict[str, str],
) -> Laid:
    voice = tuple(
        outlet_key(account.document) if at == 0 else _link_key(link, entity_of, by_name)
        for at, link in enumerate(claim.chain)
    ) or (outlet_key(account.document),)
    at = bisect_right(starts, claim.start) - 1
    return Laid(
        claim,
        account.document,
        incident_of.get(claim.subject.occurrence or ""),
        entity_of.get(claim.subject.referent or ""),
        entity_of.get(claim.value.referent or ""),
        voice,
        voice[claim.root] if claim.root is not None and claim.root < len(voice) else None,
        _dated(claim, account.document),
        account.annotations.sentences[at] if at >= 0 else None,
    )


def _link_key(link: ChainLink, entity_of: dict[str, str], by_name: dict[str, str]) -> str:
    name = fold_words(link.name)
    if outlet := by_name.get(outlet_stem(name)):
        return outlet
    entity = entity_of.get(link.referent or "")
    return f"entity {entity}" if entity else f"name {name}"


def _outlets_by_name(documents: Iterable[Document]) -> dict[str, str]:
    """The key of each outlet by the stem of its name, and by its initials where no other outlet has them."""
    stems: dict[str, str] = {}
    initials: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        if document.publisher:
            stems[outlet_stem(fold_words(document.publisher))] = outlet_key(document)
            initials[outlet_initials(document.publisher)].add(outlet_key(document))
    stems = {name: next(iter(keys)) for name, keys in initials.items() if len(keys) == 1} | stems
    stems.pop("", None)
    return stems


def outlet_initials(name: str) -> str:
    """How an agency of three words and more signs, folded: "lna" of "Lake News Agency"; else ""."""
    words = [word for word in fold_words(name).split() if word not in ("the", "of", "and", "for")]
    return "".join(word[0] for word in words) if len(words) > 2 else ""


def outlet_stem(name: str) -> str:
    """The part of a folded outlet's name that tells it apart: "example news agency" and "the example" are one."""
    words = name.split()
    while len(words) > 1 and (words[0] in _OUTLET_HEADS or words[:2] == ["news", "agency"]):
        words = words[1:]
    while len(words) > 1 and words[-1] in _OUTLET_TAILS:
        words = words[:-1]
    return " ".join(words)


_OUTLET_HEADS = frozenset({"the", "agency", "newspaper", "broadcaster", "weekly", "website", "magazine", "station"})
_OUTLET_TAILS = frozenset({"news", "agency", "newspaper", "daily", "online", "english"})


def _named_referents(accounts: tuple[Account, ...]) -> frozenset[str]:
    return frozenset(r.id for account in accounts for r in account.annotations.referents if r.named)


def _dated(claim: Claim, document: Document) -> Days | None:
    """The day a claim stands for: as of when, else said when, else published when."""
    said = claim.said_on
    return (
        days_between(claim.value.as_of, claim.value.as_of)
        or (days_between(said.earliest, said.latest) if said else None)
        or days_between(document.published, document.published)
    )
