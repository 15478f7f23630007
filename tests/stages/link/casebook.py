"""Builds accounts by hand: one text, its names and occurrences found by their words. Everybody in it is invented."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from rashomon.model.account import Account
from rashomon.model.annotation import Alias, Annotations, EntityType, Mention, Referent, Sentence
from rashomon.model.claim import ChainLink, Claim, IncidentType, Occurrence, Property, Reading, Subject, Value
from rashomon.model.document import Block, Document
from rashomon.model.identity import make_id
from rashomon.model.span import Quote


@dataclass
class Report:
    """A report in the making; `account()` gives it as read."""

    text: str
    published: str | None = "2020-06-10"
    referents: list[Referent] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    occurrences: list[Occurrence] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    @property
    def sha(self) -> str:
        return sha256(self.text.encode()).hexdigest()

    @property
    def id(self) -> str:
        return make_id("d", self.sha)

    def quote(self, words: str) -> Quote:
        start = self.text.index(words)
        return Quote(start, start + len(words), words)

    def names(self, type_: EntityType, *names: str, aliases: tuple[str, ...] = (), named: bool = True) -> Report:
        for name in names:
            at = self.quote(name)
            ident = make_id("r", self.sha, at.start)
            mention = make_id("m", self.sha, at.start)
            self.mentions.append(Mention(mention, at.start, at.end, name, "name", type_, ident, 0, 0))
            second = tuple(Alias(a, at) for a in aliases)
            self.referents.append(Referent(ident, self.id, type_, name, (mention,), second, named=named))
        return self

    def is_called(self, name: str, role: str) -> Report:
        """Adds that somebody of the report is said to hold an office."""
        who = next(r.id for r in self.referents if r.name == name)
        at = self.quote(name)
        chain = (ChainLink("The Harbour Post", "outlet"),)
        self.claims.append(
            Claim(make_id("c", self.sha, who, role), self.id, at.start, at.end, at.quote, Subject(referent=who), "role",
                  Value(text=role), chain, 0, "own", "asserted", None, None, None, "hand")
        )  # fmt: skip
        return self

    def tells(self, type_: IncidentType, word: str, *, generic: bool = False, **said: Any) -> Report:
        at = self.quote(word)
        ident = make_id("o", self.sha, at.start)
        self.occurrences.append(Occurrence(ident, self.id, type_, (at,), generic))
        for property_, value in said.items():
            self.claims.append(self._claim(ident, property_, value, at))  # type: ignore[arg-type]
        return self

    def _claim(self, occurrence: str, property_: Property, value: Any, at: Quote) -> Claim:
        if property_ == "date":
            first, last = value if isinstance(value, tuple) else (value, value)
            content = Value(earliest=first, latest=last)
        elif isinstance(value, int):
            content = Value(number=value, bound="exact")
        else:
            content = Value(text=value, referent=next(r.id for r in self.referents if r.name == value))
        ident = make_id("c", self.sha, occurrence, property_, len(self.claims))
        chain = (ChainLink("The Harbour Post", "outlet"),)
        return Claim(ident, self.id, at.start, at.end, at.quote, Subject(occurrence), property_, content, chain, 0, "own",
                     "asserted", None, None, None, "hand")  # fmt: skip

    def account(self) -> Account:
        blocks = (Block(0, len(self.text), "body"),)
        document = Document(self.id, self.sha, f"{self.sha[:6]}.txt", "text/plain", "article", None, None, None,
                            self.published, None, "en", self.text, blocks, True)  # fmt: skip
        sentences = (Sentence(0, 0, len(self.text), "body", 0, ()),)
        notes = Annotations(self.id, sentences, tuple(self.mentions), tuple(self.referents), (), (), ())
        return Account(document, notes, Reading(self.id, (), tuple(self.occurrences), tuple(self.claims), ()))
