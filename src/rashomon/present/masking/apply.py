"""A whole case with its masks on: texts, offsets, values, names, file names; ids that say nothing of the originals.

Masks change lengths, so every span of a document is carried over by the cuts made in its text, and its quote cut anew.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any, cast
from unicodedata import normalize

from rashomon.model.account import Account
from rashomon.model.annotation import Annotations, Mention, Phone, Referent, Sentence, TimeRef
from rashomon.model.claim import Claim, Reading
from rashomon.model.document import Appearance, Document
from rashomon.model.link import Attached, Entity, Match, Selector
from rashomon.present.lookup import CONTEXT
from rashomon.present.masking.carry import Carry
from rashomon.present.masking.figures import plain_figures
from rashomon.present.masking.patterns import ADDRESS, BIRTH, MAIL, NUMBER, Cut, day_forms
from rashomon.present.masking.plan import SHARED, Plan
from rashomon.present.masking.standing import role_standing
from rashomon.present.masking.tokens import name_words
from rashomon.present.masking.words import Masker
from rashomon.present.resolve import Resolved

LONG = 8
"""Characters of a date of birth that is masked wherever it stands: a bare year is not."""


def mask_case(case: Resolved, plan: Plan | None) -> Resolved:
    """The case as it may be shared; the case itself where there is no plan."""
    return case if plan is None else mask_whole(case, plan)[0]


def mask_whole(case: Resolved, plan: Plan) -> tuple[Resolved, dict[str, str]]:
    """The case as it may be shared, and the label of each telephone number in it."""
    masker = Masker(plan, _birth_words(case))
    mask = _Mask(masker, _short_ids(case), _readers(case), _labels(case, plan), {}, {}, {})
    accounts = [mask.account(case, a) for a in case.accounts]
    said = mask.record((accounts, case.linked, case.weighed, case.attached, case.rejected))
    return Resolved(*said), masker.numbers


def _birth_words(case: Resolved) -> dict[str, str]:
    """The dates of birth, as the reports write them and as anybody might, wherever they stand."""
    spans = ((a.document.text, span) for a in case.accounts for span in _birth_spans(a))
    written = {text[start:end] for text, (start, end) in spans if end - start >= LONG}
    days = {c.value.earliest for c in case.claims.values() if c.property == "birth_date" and c.value.earliest}
    written.update(form for day in days for form in day_forms(day))
    return dict.fromkeys(sorted(written, key=lambda w: (-len(w), w)), BIRTH)


def _short_ids(case: Resolved) -> dict[str, str]:
    """Ids that are numbers in order: the real ones are made from the originals' hashes."""
    found: dict[str, str] = {}
    groups: tuple[Iterable[str], ...] = (
        case.documents, case.claims, case.referents, case.occurrences, case.mentions, case.entities, case.incidents,
        case.findings,
    )  # fmt: skip
    for prefix, group in zip("dcromeif", groups, strict=True):
        found.update({ident: f"{prefix}{n:05}" for n, ident in enumerate(group, 1)})
    attributions = [x.id for a in case.accounts for x in a.reading.attributions]
    found.update({ident: f"a{n:05}" for n, ident in enumerate(attributions, 1)})
    found.update({a.decision.id: f"k{n:05}" for n, a in enumerate(case.attached, 1)})
    return found


def _readers(case: Resolved) -> dict[str, str]:
    """Those who decided, numbered: who works on a case is nobody's business outside it."""
    signed = [s for a in case.attached for s in (a.decision.signed, a.decision.withdrawn) if s]
    return {by: f"[reader {n}]" for n, by in enumerate(dict.fromkeys(s.by for s in signed), 1)}


def _labels(case: Resolved, plan: Plan) -> dict[str, str]:
    """Labels by referent and by entity."""
    found = {r: label for e, label in plan.labels.items() for r in case.entities[e].referents}
    return {**plan.labels, **found}


_PLAIN = frozenset(
    {"quote", "earliest", "latest", "timex", "published", "media_type", "kind", "language", "type", "form", "property",
     "stance", "basis", "bound", "role", "verdict", "block", "gender", "anchor", "as_of", "currency", "reader", "at"}
)  # fmt: skip
"""Fields that hold a word of the vocabulary, a date, or text that was masked with its document."""


@cache
def _spoken(kind: Hashable) -> tuple[str, ...]:
    """The fields of a record that may hold words of a report; none for what is no record, and for sentences."""
    if not isinstance(kind, type) or not is_dataclass(kind) or kind is Sentence:
        return ()
    return tuple(f.name for f in fields(kind) if f.name not in _PLAIN)


@dataclass(frozen=True, slots=True)
class _Mask:
    """What is needed to mask any record: names, ids, who decided, whose label, each text's carry by sha256, the strings that
    were masked already, and by their letters and figures alone the numbers and addresses that were masked in a text."""

    masker: Masker
    ids: dict[str, str]
    readers: dict[str, str]
    labels: dict[str, str]
    carries: dict[str, Carry]
    said: dict[str, str]
    figures: dict[str, str]

    def text(self, text: str) -> str:
        """A string masked; an id by its number."""
        if text not in self.said:
            known = self.ids.get(text) or self.figures.get(_bare(text))
            self.said[text] = known or self.masker.text(normalize("NFC", text))
        return self.said[text]

    def record(self, value: Any) -> Any:
        """A record with every string in it changed; strings that are words of the vocabulary stay as they are."""
        if isinstance(value, str):
            return self.text(value)
        if value is None or isinstance(value, int | float) or (isinstance(value, tuple) and hasattr(value, "_fields")):
            return value
        if isinstance(value, tuple | list):
            return type(value)([self.record(v) for v in value])
        names = _spoken(cast(Hashable, type(value)))
        if not names:
            return value
        value, done = self._own(value)
        old = {name: getattr(value, name) for name in names if name not in done}
        new = {name: self.record(part) for name, part in old.items()}
        changed = {name: part for name, part in new.items() if part is not old[name]}
        return replace(value, **changed) if changed else value

    def _own(self, value: Any) -> tuple[Any, set[str]]:
        """What a kind of record needs of its own, and the fields that are then done."""
        if isinstance(value, Match):
            return replace(value, reason=self.masker.hushed(value.reason)), set()
        if isinstance(value, Document):
            return replace(value, sha256=self._hash(value.sha256)), {"text", "sha256", "blocks"}
        if isinstance(value, Appearance):
            words = {n: self.text(getattr(value, n)) for n in ("kind", "language") if getattr(value, n)}
            return replace(value, other=(), **words), set()
        if isinstance(value, Selector):
            return self._selector(value), {"sha256", "exact", "prefix", "suffix", "start", "end"}
        if isinstance(value, Attached):
            return self._signed(value), set()
        if isinstance(value, Entity | Referent) and value.id in self.labels:
            return replace(value, name=self.labels[value.id]), {"name"}
        return value, set()

    def _hash(self, sha256: str) -> str:
        return sha256 if self.masker.plan.hashes else ""

    def _selector(self, old: Selector) -> Selector:
        """The words a person pointed at, as they stand in the masked text."""
        carry = self.carries.get(old.sha256)
        if carry is None:
            return Selector(self._hash(old.sha256), "", "", "", 0, 0)
        start, end = carry.span(old.start, old.end)
        text = carry.text
        return Selector(
            self._hash(old.sha256), text[start:end], text[max(0, start - CONTEXT) : start],
            text[end : end + CONTEXT], start, end,
        )  # fmt: skip

    def _signed(self, value: Attached) -> Attached:
        decision = value.decision
        gone = decision.withdrawn and replace(decision.withdrawn, by=self.readers[decision.withdrawn.by])
        signed = replace(decision.signed, by=self.readers[decision.signed.by])
        return replace(value, decision=replace(decision, signed=signed, withdrawn=gone))

    def account(self, case: Resolved, account: Account) -> Account:
        """A document with its text masked and everything in it moved to where it now stands."""
        document = account.document
        births = _birth_spans(account)
        cuts = self.masker.cuts(document.text, list(_known_cuts(case, account, self)), *_shields(case, account, self))
        carry = self.carries[document.sha256] = Carry(document.text, cuts)
        self.figures.update((_bare(document.text[a:b]), label) for a, b, label in cuts if label.startswith(_FIGURES))
        found, said = account.annotations, account.reading
        annotations = Annotations(
            found.document, carry.record(found.sentences), carry.record(found.mentions), carry.record(found.referents),
            tuple(_time(t, births, carry) for t in found.times), carry.record(found.quantities),
            tuple(_phone(p, carry, self.masker) for p in found.phones),
        )  # fmt: skip
        reading = Reading(
            said.document, carry.record(said.attributions), carry.record(said.occurrences),
            tuple(_claim(c, carry, self.masker) for c in said.claims), carry.record(said.unread),
        )  # fmt: skip
        leaves = tuple(replace(leaf, start=carry.span(leaf.start, leaf.start)[0]) for leaf in document.leaves)
        shown = replace(
            document, text=carry.text, blocks=carry.record(document.blocks), leaves=leaves,
            scanned=carry.record(document.scanned), doubtful=carry.record(document.doubtful),
        )  # fmt: skip
        return Account(shown, annotations, reading, carry.record(account.faults))


_FIGURES = ("[phone", NUMBER, ADDRESS, MAIL)


def _bare(text: str) -> str:
    """The letters and figures of a number, in whatever notation: a table may have it without blanks."""
    return "".join(c for c in plain_figures(text).upper() if c.isalnum())


def _known_cuts(case: Resolved, account: Account, mask: _Mask) -> Iterator[Cut]:
    """What the reading itself tells of a document: birth dates, numbers, accounts, mentions of masked people."""
    yield from ((start, end, BIRTH) for start, end in _birth_spans(account))
    yield from ((p.start, p.end, mask.masker.number(p.e164)) for p in account.annotations.phones)
    shown, _ = _bearers(case, account, mask)
    for mention in account.annotations.mentions:
        label = mask.labels.get(mention.referent or "")
        if label and mention.form == "name":
            both = _only_word(mention) in shown
            if not both or not _in_office(account.document.text, mention):
                yield mention.start, mention.end, SHARED if both else label
        elif mention.type == "bank_account" and any(c.isdigit() for c in mention.quote):
            yield mention.start, mention.end, NUMBER


def _shields(case: Resolved, account: Account, mask: _Mask) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where people stand who keep their names, and where the reading sees a place."""
    names = [(case.entity(m.referent), m) for m in account.annotations.mentions if m.form == "name"]
    kept = [(entity, m) for entity, m in names if entity in mask.masker.plan.shown]
    whole = {(entity, word) for entity, m in kept if len(name := name_words(m.quote)) > 1 for word in name}
    _, hidden = _bearers(case, account, mask)
    borne, hidden = _bearers(case, account, mask)
    shown = [
        (m.start, m.end)
        for entity, m in kept
        if all((entity, w) in whole for w in name_words(m.quote)) and _only_word(m) not in hidden
    ]
    single = [m for _, m in names if _only_word(m) in borne & hidden]
    shown += [(m.start, m.end) for m in single if _in_office(account.document.text, m)]
    return shown, [(m.start, m.end) for _, m in names if m.type == "place"]


def _bearers(case: Resolved, account: Account, mask: _Mask) -> tuple[set[str], set[str]]:
    """The words of this document's full names of people who are shown, and of people who are masked.

    A bare surname that stands in both is nobody's for sure, whoever the reading takes it for.
    """
    shown: set[str] = set()
    hidden: set[str] = set()
    for mention in account.annotations.mentions:
        name = name_words(mention.quote) if mention.form == "name" else ()
        if len(name) > 1 and case.entity(mention.referent) in mask.masker.plan.shown:
            shown.update(name)
        elif len(name) > 1 and mask.labels.get(mention.referent or ""):
            hidden.update(name)
    return shown, hidden


def _only_word(mention: Mention) -> str | None:
    name = name_words(mention.quote)
    return name[0] if len(name) == 1 else None


def _in_office(text: str, mention: Mention) -> bool:
    """Whether an office of a state stands straight before a name: "Mayor X" is the mayor."""
    before = text[max(0, mention.start - 20) : mention.start]
    return before.endswith(" ") and role_standing(" ".join(name_words(before)[-1:])) == "firm"


def _birth_spans(account: Account) -> list[tuple[int, int]]:
    """Where birth dates stand: the time expressions inside the quotes of birth claims."""
    births = [c for c in account.reading.claims if c.property == "birth_date"]
    times = account.annotations.times
    return [(t.start, t.end) for t in times if any(c.start <= t.start and t.end <= c.end for c in births)]


def _time(time: TimeRef, births: list[tuple[int, int]], carry: Carry) -> TimeRef:
    moved = carry.record(time)
    if (time.start, time.end) in births or (moved.quote != time.quote and BIRTH in moved.quote):
        return replace(moved, earliest=None, latest=None, timex=None, joined=None)
    return moved


def _phone(phone: Phone, carry: Carry, masker: Masker) -> Phone:
    return replace(carry.record(phone), e164=masker.number(phone.e164))


def _by_hand(claim: Claim) -> bool:
    """True for a claim that a person entered: its reader is that person's name, nobody's business outside the case."""
    return claim.reader.startswith("person/")


def _claim(claim: Claim, carry: Carry, masker: Masker) -> Claim:
    moved = replace(carry.record(claim), reader=claim.reader.partition("/")[0] if _by_hand(claim) else claim.reader)
    if claim.property == "birth_date":
        return replace(moved, value=replace(moved.value, earliest=None, latest=None, text=BIRTH))
    if claim.property == "phone" and claim.value.text:
        return replace(moved, value=replace(moved.value, text=masker.number(claim.value.text)))
    if (BIRTH in moved.quote or BIRTH in (moved.value.text or "")) and (claim.value.earliest or claim.value.latest):
        return replace(moved, value=replace(moved.value, earliest=None, latest=None))
    return moved
