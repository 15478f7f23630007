"""What two versions make of the same texts, claim by claim.

A claim is known again by its original (sha256), span, property and value, never by its id. Entities are the same when they
share a name, incidents when they hold more of the same claims than any others do. What is left is known again where it fits
best: same words with another value, overlapping words, same words under another property.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from typing import Any

BREAK = re.compile(r"\n+|(?<!\b[A-Z]\.)(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-ZÀ-Þ])")
NAMED = ("subject.entity", "value.entity")
Affair = Mapping[str, Any]


@dataclass(frozen=True)
class Told:
    """A claim as it is compared: where it stands, its value without the entities (whose ids differ), its fields by name."""

    at: str
    file: str
    start: int
    end: int
    quote: str
    property: str
    sentence: str
    incident: str | None
    value: str
    fields: Mapping[str, Hashable]
    shown: str


@dataclass(frozen=True)
class Difference:
    """A claim that is lost, new, or changed in some fields."""

    change: str
    fields: tuple[str, ...]
    old: Told | None
    new: Told | None

    @property
    def told(self) -> Told:
        """The claim as the older version has it, else as the newer one does."""
        told = self.old or self.new
        assert told
        return told

    @property
    def kind(self) -> str:
        """Property and change, as one filters by."""
        return f"{self.told.property}/{self.change}{''.join(f' {name}' for name in self.fields)}"

    @property
    def sentence(self) -> str:
        """A hash of the sentence around it."""
        return short(" ".join(self.told.sentence.split()))

    @property
    def claim(self) -> str:
        """A hash of the sentence, what was claimed, and what became of it: what a judgement is about."""
        was = [self.told.property, self.told.quote, self.told.value]
        became = [self.new.property, *(outcome(self.new, name) for name in self.fields)] if self.new else []
        return short(json.dumps([self.sentence, *was, self.change, *became]))


def differences(old: Affair, new: Affair) -> list[Difference]:
    """Everything that differs between two readings of one affair, in the order of the texts."""
    before = [*told_claims(old)]
    after = [*moved(told_claims(new), old, new)]
    pairs = paired(before, after)
    same = aligned(pairs)
    known = {id(t) for pair in pairs for t in pair}
    found = [Difference("lost", (), t, None) for t in before if id(t) not in known]
    found += [Difference("new", (), None, t) for t in after if id(t) not in known]
    for a, b in pairs:
        if fields := changed(a, b, same):
            found.append(Difference("changed", tuple(fields), a, b))
    return sorted(found, key=lambda d: (d.told.file, d.told.start, d.told.end, d.kind))


def told_claims(affair: Affair) -> Iterator[Told]:
    """The claims of a reading; none of one that broke."""
    for claim in affair.get("claims", ()):
        document = affair["documents"][claim["document"]]
        fields = fields_of(claim, affair["entities"])
        value = {k: v for k, v in fields.items() if k.startswith("value.") and k not in NAMED}
        yield Told(
            at=document["sha256"],
            file=document["file"].rsplit("/", 1)[-1],
            start=claim["start"],
            end=claim["end"],
            quote=claim["quote"],
            property=claim["property"],
            sentence=around(document["text"], claim["start"], claim["end"]),
            incident=claim["subject"]["incident"],
            value=json.dumps(value, sort_keys=True),
            fields=fields,
            shown=shown(claim, affair),
        )


def fields_of(claim: Mapping[str, Any], entities: Mapping[str, Sequence[str]]) -> dict[str, Hashable]:
    """The fields that are compared: names instead of ids, and nothing that only tells where they came from."""
    value = {
        f"value.{k}": frozen(v) for k, v in claim["value"].items() if v is not None and k not in ("entity", "parties")
    }
    parties = tuple((p["role"], p["text"]) for p in claim["value"].get("parties") or ())
    return {
        **value,
        **({"value.parties": parties} if parties else {}),
        "value.entity": called(claim["value"].get("entity"), entities),
        "subject.entity": called(claim["subject"]["entity"], entities),
        "subject.total": bool(claim["subject"]["total"]),
        "stance": claim["stance"],
        "basis": claim["basis"],
        "root": claim["root"],
        "said_on": frozen(claim["said_on"]),
        "chain": tuple((" ".join(link["name"].casefold().split()), link["kind"]) for link in claim["chain"]),
        "repeats": claim["repeats"] is not None,
    }


def called(entity: str | None, entities: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """All names of an entity."""
    return frozenset(" ".join(name.casefold().split()) for name in entities.get(entity or "", ()))


def shown(claim: Mapping[str, Any], affair: Affair) -> str:
    """A claim in one line for a person who judges."""
    subject, value = claim["subject"], dict(claim["value"])
    about = [affair["incidents"].get(subject["incident"]), (affair["entities"].get(subject["entity"]) or [None])[0]]
    if value.get("entity"):
        value["entity"] = affair["entities"].get(value["entity"], ["?"])[0]
    if value.get("parties"):
        value["parties"] = [f"{p['role']}: {p['text']}" for p in value["parties"]]
    said = json.dumps({k: v for k, v in value.items() if v is not None}, ensure_ascii=False)
    chain = " > ".join(link["name"] for link in claim["chain"])
    notes = f"{' (total)' if subject['total'] else ''}{' (a repeat)' if claim['repeats'] else ''}"
    notes += f" · said {json.dumps(claim['said_on'])}" if claim["said_on"] else ""
    return f"{claim['property']} {said} · {claim['stance']}, {claim['basis']} · {chain} · {' / '.join(filter(None, about)) or 'no subject'}{notes}"


def moved(claims: Iterable[Told], old: Affair, new: Affair) -> Iterator[Told]:
    """Claims at their place in the older text, where the two versions take another text from the same original."""
    before, after = ({d["sha256"]: d["text"] for d in side.get("documents", {}).values()} for side in (old, new))
    for told in claims:
        text = before.get(told.at, "")
        if text == after[told.at] or not told.quote:
            yield told
            continue
        places = [m.start() for m in re.finditer(re.escape(told.quote), text)]
        start = min(places, key=lambda at: (abs(at - told.start), at), default=told.start)
        yield replace(told, start=start, end=start + len(told.quote))


def paired(before: Sequence[Told], after: Sequence[Told]) -> list[tuple[Told, Told]]:
    """Claims known again, the surest first."""
    pairs: list[tuple[Told, Told]] = []
    stages: tuple[tuple[Callable[[Told], Hashable], Callable[[Told, Told], bool]], ...] = (
        (lambda t: (t.at, t.start, t.end, t.property, t.value), lambda a, b: True),
        (lambda t: (t.at, t.start, t.end, t.property), lambda a, b: True),
        (lambda t: (t.at, t.property, t.value), overlap),
        (lambda t: (t.at, t.property), overlap),
        (lambda t: (t.at, t.start, t.end, t.value), lambda a, b: True),
    )
    for key, fits in stages:
        known = {id(t) for pair in pairs for t in pair}
        pairs += best(*([t for t in side if id(t) not in known] for side in (before, after)), key, fits)
    return pairs


def best(
    before: Sequence[Told], after: Sequence[Told], key: Callable[[Told], Hashable], fits: Callable[[Told, Told], bool]
) -> Iterator[tuple[Told, Told]]:
    """Of the claims with one key those that fit, each with the one it differs least from."""
    groups: dict[Hashable, list[Told]] = defaultdict(list)
    for told in after:
        groups[key(told)].append(told)
    ways = [
        (len(changed(a, b)), n, m, a, b)
        for n, a in enumerate(before)
        for m, b in enumerate(groups[key(a)])
        if fits(a, b)
    ]
    used: set[int] = set()
    for _, _, _, a, b in sorted(ways, key=lambda way: way[:3]):
        if not used & {id(a), id(b)}:
            used |= {id(a), id(b)}
            yield a, b


def overlap(a: Told, b: Told) -> bool:
    """Whether two claims share a character."""
    return a.start < b.end and b.start < a.end


def aligned(pairs: Sequence[tuple[Told, Told]]) -> dict[str, str]:
    """For each incident of the older reading the one that it is in the newer, by the claims that both hold."""
    votes = Counter((a.incident, b.incident) for a, b in pairs if a.incident and b.incident)
    same: dict[str, str] = {}
    for (a, b), _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
        if a and b and a not in same and b not in same.values():
            same[a] = b
    return same


def changed(a: Told, b: Told, same: Mapping[str, str] | None = None) -> list[str]:
    """The fields in which two claims differ; incidents count where `same` tells which is which."""
    found = [name for name in ("property",) if a.property != b.property]
    if (a.start, a.end) != (b.start, b.end):
        found.append("span")
    for name in sorted({*a.fields, *b.fields}):
        x, y = a.fields.get(name), b.fields.get(name)
        alike = (
            bool(x & y)
            if name in NAMED and isinstance(x, frozenset) and isinstance(y, frozenset) and x and y
            else x == y
        )
        found += [] if alike else [name]
    if same is not None and b.incident != (same.get(a.incident, "none") if a.incident else None):
        found.append("subject.incident")
    return found


def around(text: str, start: int, end: int) -> str:
    """The sentence around a span."""
    ends, starts = gaps(text)
    before, after = bisect_right(starts, start), bisect_left(ends, end)
    return text[starts[before - 1] if before else 0 : ends[after] if after < len(ends) else len(text)].strip()


@lru_cache(maxsize=64)
def gaps(text: str) -> tuple[list[int], list[int]]:
    """Where sentences end, and where the next ones start."""
    found = [gap.span() for gap in BREAK.finditer(text)]
    return [start for start, _ in found], [end for _, end in found]


def frozen(value: Any) -> Hashable:
    """A value of the export as something that can be compared and counted."""
    return value if isinstance(value, str | int | float | bool | None) else json.dumps(value, sort_keys=True)


def outcome(told: Told, name: str) -> str:
    """What a field became, as text that later versions give as well: an entity by its longest name, no ids."""
    if name == "span":
        return told.quote
    if name == "subject.incident":
        return str(told.incident is not None)
    value = told.fields.get(name)
    return max(sorted(value), key=len, default="") if isinstance(value, frozenset) else str(value)


def short(text: str) -> str:
    """A hash that gives nothing away."""
    return sha256(text.encode()).hexdigest()[:16]
