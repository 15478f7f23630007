"""A whole case with its masks on: texts, offsets, values, names, file names; ids that say nothing of the originals.

Masks change lengths, so every span of a document is carried over by the cuts made in its text, and its quote cut anew.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from rashomon.model.account import Account
from rashomon.model.annotation import Annotations, Mention, Phone, Referent, TimeRef
from rashomon.model.claim import Claim, Reading
from rashomon.model.document import Appearance, Document
from rashomon.model.link import Match
from rashomon.model.span import Quote
from rashomon.present.masking.plan import Plan
from rashomon.present.masking.words import Cut, Masker, replace_cuts
from rashomon.present.resolve import Resolved

Record = TypeVar("Record")
HIDDEN = "[birth date]"
LONG = 8
"""Characters of a date of birth that is masked wherever it stands: a bare year is not."""


def mask_case(case: Resolved, plan: Plan | None) -> Resolved:
    """The case as it may be shared; the case itself where there is no plan."""
    if plan is None:
        return case
    masker = Masker(plan, _birth_words(case))
    names = _short_ids(case)
    accounts = [_account(case, a, masker) for a in case.accounts]
    whole = (accounts, case.linked, case.weighed, case.attached, case.rejected)
    said = _texts(whole, lambda text: names.get(text) or str(masker.text(text)), masker)
    return Resolved(*said)


def _birth_words(case: Resolved) -> dict[str, str]:
    """The dates of birth as the reports write them, in whatever text they stand."""
    spans = ((a.document.text, span) for a in case.accounts for span in _birth_spans(a))
    return {text[start:end]: HIDDEN for text, (start, end) in spans if end - start >= LONG}


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


def _texts(value: Any, change: Callable[[str], str], masker: Masker) -> Any:
    """A record with every string in it changed; strings that are words of the vocabulary stay as they are."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return value
    if isinstance(value, tuple | list):
        return type(value)(_texts(v, change, masker) for v in value)
    if isinstance(value, Match):
        value = replace(value, reason=masker.hushed(value.reason))
    if isinstance(value, Document):
        value = _document(value, masker)
        return replace(value, id=change(value.id))
    if is_dataclass(value) and not isinstance(value, type):
        plain = {f.name for f in fields(value)} & _PLAIN
        parts = {f.name: _texts(getattr(value, f.name), change, masker) for f in fields(value) if f.name not in plain}
        return replace(value, **parts)
    return value


_PLAIN = frozenset(
    {"quote", "earliest", "latest", "timex", "published", "media_type", "kind", "language", "type", "form", "property",
     "stance", "basis", "bound", "role", "verdict", "block", "gender", "anchor", "as_of", "currency", "reader", "at",
     "exact", "prefix", "suffix", "sha256"}
)  # fmt: skip
"""Fields that hold a word of the vocabulary, a date, or text that was masked with its document."""


def _document(document: Document, masker: Masker) -> Document:
    """A document's metadata masked; its text already is."""
    return replace(
        document,
        file=masker.text(document.file) or "",
        title=masker.text(document.title),
        author=masker.text(document.author),
        publisher=masker.text(document.publisher),
        url=masker.text(document.url),
        sha256=document.sha256 if masker.plan.hashes else "",
        appearances=tuple(_appearance(a, masker) for a in document.appearances),
    )


def _appearance(seen: Appearance, masker: Masker) -> Appearance:
    return replace(
        seen,
        file=masker.text(seen.file) or "",
        title=masker.text(seen.title),
        author=masker.text(seen.author),
        publisher=masker.text(seen.publisher),
        url=masker.text(seen.url),
        other=(),
    )


class _Carry:
    """Offsets carried over the cuts of one text."""

    def __init__(self, text: str, cuts: list[Cut]) -> None:
        self.text = replace_cuts(text, cuts)
        self._cuts = cuts
        self._starts = [c[0] for c in cuts]
        self._shifts, shift = [0], 0
        for start, end, label in cuts:
            shift += len(label) - (end - start)
            self._shifts.append(shift)

    def _carry(self, offset: int, *, after: bool) -> int:
        n = bisect_right(self._starts, offset if not after else offset - 1) - 1
        if (
            n >= 0
            and offset < self._cuts[n][1] + (1 if after else 0)
            and offset > self._cuts[n][0] - (0 if after else 1)
        ):
            start, _, label = self._cuts[n]
            begin = start + self._shifts[n]
            return begin + len(label) if after else begin
        return offset + self._shifts[n + 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A range in the new text: a mask is never cut in two."""
        first = self._carry(start, after=False)
        return first, max(first, self._carry(end, after=True)) if end > start else first

    def record(self, value: Record) -> Record:
        """A record with every span in it carried over and every quote cut anew."""
        moved: Record = _carried(value, self)
        return moved


def _carried(value: Any, carry: _Carry) -> Any:
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(_carried(v, carry) for v in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    names = {f.name for f in fields(value)}
    parts: dict[str, Any] = {
        n: _carried(getattr(value, n), carry) for n in names if isinstance(getattr(value, n), tuple | Quote)
    }
    parts.update({n: _carried(getattr(value, n), carry) for n in names - set(parts) if is_dataclass(getattr(value, n))})
    if {"start", "end"} <= names:
        start, end = carry.span(getattr(value, "start"), getattr(value, "end"))  # noqa: B009
        parts.update(start=start, end=end)
        if "quote" in names:
            parts["quote"] = carry.text[start:end]
    return replace(value, **parts)


def _account(case: Resolved, account: Account, masker: Masker) -> Account:
    document = account.document
    births = _birth_spans(account)
    extra = [(s, e, HIDDEN) for s, e in births]
    for referent in account.annotations.referents:
        label = masker.plan.labels.get(case.entity(referent.id) or "")
        if label:
            extra += _name_cuts(case, referent, label)
    carry = _Carry(document.text, masker.cuts(document.text, tuple(extra)))
    found = account.annotations
    annotations = Annotations(
        found.document, carry.record(found.sentences), tuple(_mention(m, carry) for m in found.mentions),
        carry.record(found.referents), tuple(_time(t, births, carry) for t in found.times),
        carry.record(found.quantities), tuple(_phone(p, carry, masker) for p in found.phones),
    )  # fmt: skip
    reading = Reading(
        account.reading.document, carry.record(account.reading.attributions),
        carry.record(account.reading.occurrences), tuple(_claim(c, carry, masker) for c in account.reading.claims),
        carry.record(account.reading.unread),
    )  # fmt: skip
    blocks = carry.record(document.blocks)
    return Account(replace(document, text=carry.text, blocks=blocks), annotations, reading)


def _name_cuts(case: Resolved, referent: Referent, label: str) -> list[Cut]:
    mentions = [case.mentions[m][1] for m in referent.mentions if m in case.mentions]
    return [(m.start, m.end, label) for m in mentions if m.form == "name"]


def _birth_spans(account: Account) -> list[tuple[int, int]]:
    """Where birth dates stand: the time expressions inside the quotes of birth claims."""
    births = [c for c in account.reading.claims if c.property == "birth_date"]
    times = account.annotations.times
    return [(t.start, t.end) for t in times if any(c.start <= t.start and t.end <= c.end for c in births)]


def _mention(mention: Mention, carry: _Carry) -> Mention:
    return carry.record(mention)


def _time(time: TimeRef, births: list[tuple[int, int]], carry: _Carry) -> TimeRef:
    moved = carry.record(time)
    if (time.start, time.end) in births:
        return replace(moved, earliest=None, latest=None, timex=None)
    return moved


def _phone(phone: Phone, carry: _Carry, masker: Masker) -> Phone:
    return replace(carry.record(phone), e164=masker.number(phone.e164))


def _claim(claim: Claim, carry: _Carry, masker: Masker) -> Claim:
    moved = carry.record(claim)
    if claim.property == "birth_date":
        return replace(moved, value=replace(moved.value, earliest=None, latest=None, text=HIDDEN))
    if claim.property == "phone" and claim.value.text:
        return replace(moved, value=replace(moved.value, text=masker.number(claim.value.text)))
    return moved
