"""A small case built by hand: reports in one line each, their claims by the words that carry them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from rashomon.model.account import Account
from rashomon.model.annotation import Annotations, EntityType, Quantity, Referent, Sentence, TimeRef
from rashomon.model.claim import (
    ChainLink,
    Claim,
    IncidentType,
    LinkKind,
    Occurrence,
    Party,
    Period,
    Property,
    Reading,
    Stance,
    Subject,
    Value,
)
from rashomon.model.document import Block, Document
from rashomon.model.finding import Finding, Weighed
from rashomon.model.identity import make_id
from rashomon.model.link import Entity, Incident, IncidentDate, Linked
from rashomon.model.span import Quote
from rashomon.stages.weigh import weigh


@dataclass
class Report:
    """One report that is being built."""

    document: Document
    sentences: tuple[Sentence, ...]
    claims: list[Claim] = field(default_factory=list)
    occurrences: dict[str, Occurrence] = field(default_factory=dict)
    referents: dict[str, Referent] = field(default_factory=dict)
    times: list[TimeRef] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)

    def find(self, words: str) -> Quote:
        start = self.document.text.index(words)
        return Quote(start, start + len(words), words)


class Case:
    """Reports and claims; incidents and entities are told apart by the keys the test gives them."""

    def __init__(self) -> None:
        self.reports: list[Report] = []
        self.types: dict[str, IncidentType] = {}
        self.dates: dict[str, IncidentDate] = {}
        self.places: dict[str, tuple[str, ...]] = {}
        self.entities: dict[str, tuple[EntityType, str]] = {}

    def report(self, outlet: str | None, text: str, published: str | None = None, headline: str = "") -> Report:
        whole = f"{headline}\n{text}" if headline else text
        digest = sha256(f"{outlet}{published}{whole}{len(self.reports)}".encode()).hexdigest()
        document = Document(
            make_id("d", digest), digest, f"{len(self.reports)}.txt", "text/plain", "article", headline or None,
            outlet, None, published, None, "en", whole, (Block(0, len(whole), "body"),), True,
        )  # fmt: skip
        report = Report(document, _sentences(whole, len(headline)))
        self.reports.append(report)
        return report

    def incident(
        self, key: str, kind: IncidentType = "attack", date: IncidentDate | None = None, places: tuple[str, ...] = ()
    ) -> str:
        self.types[key] = kind
        self.places[key] = places
        if date:
            self.dates[key] = date
        return key

    def entity(self, key: str, kind: EntityType = "person", name: str | None = None) -> str:
        self.entities[key] = (kind, name or key)
        return key

    def claim(
        self, report: Report, words: str, prop: Property, *, incident: str | None = None, entity: str | None = None,
        about: str | None = None, by: tuple[tuple[str, LinkKind], ...] = (), root: int | None = None,
        stance: Stance = "asserted", said_on: str | None = None, repeats: Claim | None = None, total: bool = False,
        parties: tuple[tuple[str, str], ...] = (), **value: Any,
    ) -> Claim:  # fmt: skip
        quote = report.find(words)
        chain = [ChainLink(report.document.publisher or report.document.file, "outlet")]
        chain += [ChainLink(name, kind, self._referent(report, name, kind)) for name, kind in by]
        if root is None and by and by[-1][1] not in ("anonymous", "outlet"):
            root = len(chain) - 1
        referent = self._referent(report, about, None) if about else None
        sides: Any = tuple(Party(t, r, self._referent(report, t, None) if t[0].isupper() else None) for t, r in parties)
        claim = Claim(
            make_id("c", report.document.sha256, quote.start, quote.end, prop, len(report.claims)),
            report.document.id, quote.start, quote.end, quote.quote,
            Subject(self._occurrence(report, incident, quote), self._referent(report, entity, None), total), prop,
            Value(referent=referent, parties=sides, **value), tuple(chain), root, "own", stance,
            Period(said_on, said_on) if said_on else None, None, repeats.id if repeats else None, "test/1",
        )  # fmt: skip
        report.claims.append(claim)
        return claim

    def time(self, report: Report, words: str, day: str, *, weekday: bool | None = None) -> None:
        quote = report.find(words)
        at = next(s.index for s in report.sentences if s.start <= quote.start < s.end)
        report.times.append(
            TimeRef(quote.start, quote.end, quote.quote, "DATE", day, day, day, "explicit", at, weekday)
        )

    def quantity(self, report: Report, words: str, number: int, of: str | None = None) -> None:
        quote = report.find(words)
        at = next(s.index for s in report.sentences if s.start <= quote.start < s.end)
        report.quantities.append(
            Quantity(quote.start, quote.end, quote.quote, number, "exact", of, None, (), (), at, 0, 0)
        )

    def accounts(self) -> list[Account]:
        return [
            Account(
                r.document,
                Annotations(
                    r.document.id, r.sentences, (), tuple(r.referents.values()), tuple(r.times),
                    tuple(r.quantities), (),
                ),
                Reading(r.document.id, (), tuple(r.occurrences.values()), tuple(r.claims), ()),
            )
            for r in self.reports
        ]  # fmt: skip

    def linked(self) -> Linked:
        keys = sorted({k for r in self.reports for k in r.occurrences})
        names = sorted({k for r in self.reports for k in r.referents})
        incidents = tuple(
            Incident(
                f"i-{key}", self.types.get(key, "attack"), key, self.dates.get(key), None, self.places.get(key, ()),
                tuple(r.occurrences[key].id for r in self.reports if key in r.occurrences),
            )
            for key in keys
        )  # fmt: skip
        entities = tuple(
            Entity(
                f"e-{key}", self.entities.get(key, ("person", key))[0], self.entities.get(key, ("person", key))[1],
                tuple(r.referents[key].id for r in self.reports if key in r.referents),
            )
            for key in names
        )  # fmt: skip
        return Linked(entities, incidents, ())

    def weigh(self, rejected: frozenset[str] = frozenset()) -> Weighed:
        return weigh(self.accounts(), self.linked(), rejected)

    def _occurrence(self, report: Report, key: str | None, quote: Quote) -> str | None:
        if key is None:
            return None
        if key not in report.occurrences:
            kind = self.types.get(key, "attack")
            ident = make_id("o", report.document.sha256, key)
            report.occurrences[key] = Occurrence(ident, report.document.id, kind, (quote,))
        return report.occurrences[key].id

    def mention(self, report: Report, key: str, words: str, kind: IncidentType = "attack") -> None:
        """Trigger words of an occurrence, in place of the claim's own words."""
        mentions = tuple(report.find(w) for w in words.split("|"))
        ident = make_id("o", report.document.sha256, key)
        report.occurrences[key] = Occurrence(ident, report.document.id, kind, mentions)

    def _referent(self, report: Report, name: str | None, kind: str | None) -> str | None:
        if name is None or not name[0].isupper():
            return None
        if name not in report.referents:
            ident = make_id("r", report.document.sha256, name)
            report.referents[name] = Referent(ident, report.document.id, "person", name, ())
        return report.referents[name].id


def kinds(weighed: Weighed, *wanted: str) -> list[Finding]:
    return [f for f in weighed.findings if f.kind in wanted]


def _sentences(text: str, headline: int) -> tuple[Sentence, ...]:
    found = []
    for index, m in enumerate(re.finditer(r"[^.\n]+(?:\.(?=\S)[^.\n]+)*\.?", text)):
        start = m.start() + len(m.group()) - len(m.group().lstrip())
        if start < m.end():
            found.append(
                Sentence(
                    index,
                    start,
                    m.end(),
                    "headline" if start < headline else "body",
                    text.count("\n", 0, start),
                    (),
                )
            )
    return tuple(found)
