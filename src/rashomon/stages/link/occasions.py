"""Keys of incidents: what each occurrence says of when, where, who and how many, and which could be one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations, product

from rashomon.model.account import Account
from rashomon.model.claim import ACCUSATIONS, COUNTS, Claim, IncidentType, Occurrence
from rashomon.stages.link.own_names import Written, own_names
from rashomon.stages.link.wording import Wording, nearest
from rashomon.text.calendar import Interval, parse_day
from rashomon.text.fold import fold

VIOLENT: frozenset[IncidentType] = frozenset({"attack", "killing", "abduction", "other"})
_FAMILIES: dict[IncidentType, str] = {
    "attack": "violence", "killing": "violence", "other": "violence", "conviction": "court", "hearing": "court",
}  # fmt: skip
_HURT = frozenset({"victim", "kidnapped"})
_DONE_TO = _HURT | {"detained", "conviction", "acquittal", "released"}
_IN_COURT = frozenset({"conviction", "acquittal", "quashed"})
_BODY, _ACCUSED = 0.2, 0.5
_PEOPLE = ACCUSATIONS | {"victim", "target", "detained", "kidnapped"} | _IN_COURT
COMPARED_ALL = 200


@dataclass(frozen=True, slots=True)
class Occasion:
    """One occurrence with all that its document claims of it, places and people as entities.

    `main` marks an occurrence that its document is about; `days` are its dates, one interval for each
    date claim; `targets` the last words of what it was aimed at; `people` those hurt or accused, with how far each tells this incident from others, `once` those by name to whom it was done, `died` those by name who alone were killed, `dead` all by name of whom its words say so; `own_names` what it is called by; `figures` its exact numbers by property; `name` its most used trigger word.
    """

    occurrence: Occurrence
    account: int
    main: bool
    days: tuple[Interval, ...]
    places: frozenset[str]
    people: Mapping[str, float]
    figures: frozenset[tuple[str, int | float]]
    name: str
    claims: tuple[Claim, ...]
    targets: frozenset[str] = frozenset()
    own_names: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()
    died: frozenset[str] = frozenset()
    dead: frozenset[str] = frozenset()

    @property
    def family(self) -> str:
        """Occurrences of one family may be one incident: violence against people is one, what courts do another, all else by type."""
        kind = self.occurrence.type
        return _FAMILIES.get(kind, kind)

    @property
    def by_harm_alone(self) -> bool:
        """Whether it is told by words of harm alone, "died", "missing", which go with violence and with a mishap alike."""
        return all(q.quote.casefold() in harm_words() for q in self.occurrence.mentions)


def harm_words() -> frozenset[str]:
    """Words, lower case, that tell of harm and not of how it was done."""
    return _words("harm.txt")


def untitled() -> frozenset[str]:
    """Words, lower case, that make no title of an incident."""
    return _words("untitled.txt")


@cache
def _words(name: str) -> frozenset[str]:
    text = (files("rashomon") / "data" / "link" / name).read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def gather_occasions(accounts: Sequence[Account], entity_of: Mapping[str, str]) -> list[Occasion]:
    """The occasions of all documents that are single incidents, in order."""
    occasions: list[Occasion] = []
    for number, account in enumerate(accounts):
        claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in account.reading.claims:
            if claim.subject.occurrence and not claim.subject.total:
                claims[claim.subject.occurrence].append(claim)
        single = [o for o in account.reading.occurrences if not o.generic]
        mains = _mains(single, claims)
        report = _Report(account, number, entity_of)
        occasions += [_occasion(report, o, claims.get(o.id, []), main=o.id in mains) for o in single]
    return occasions


class _Report:
    """One document with what is asked of it for each of its occurrences."""

    def __init__(self, account: Account, number: int, entity_of: Mapping[str, str]) -> None:
        referents = account.annotations.referents
        self.number, self.entity_of, self.written = number, entity_of, Written(account)
        self.bodies = frozenset(r.id for r in referents if r.type != "person")
        self.named = frozenset(r.id for r in referents if r.named and r.type == "person")
        self._starts = [s.start for s in account.annotations.sentences]
        self._of_court: dict[int, list[Claim]] = defaultdict(list)
        for claim in account.reading.claims:
            if claim.property in _IN_COURT and claim.stance != "denied":
                self._of_court[bisect_right(self._starts, claim.start)].append(claim)

    def beside(self, o: Occurrence) -> list[Claim]:
        """What the sentences that tell of a trial or a verdict say of those who stood there: such claims are of them, not of it."""
        if _FAMILIES.get(o.type) != "court":
            return []
        held = sorted({bisect_right(self._starts, m.start) for m in o.mentions})
        return [c for n in held for c in self._of_court.get(n, ())]


def _mains(occurrences: Sequence[Occurrence], claims: Mapping[str, Sequence[Claim]]) -> set[str]:
    """What the document is about: the violent occurrence with most claims, and the one with most of all."""
    ranked = sorted(occurrences, key=lambda o: (-len(claims.get(o.id, ())), o.mentions[0].start))
    violent = [o for o in ranked if o.type in VIOLENT]
    return {o.id for o in (*ranked[:1], *violent[:1])}


def _occasion(report: _Report, o: Occurrence, claims: Sequence[Claim], *, main: bool) -> Occasion:
    entity_of = report.entity_of
    said = [c for c in claims if c.stance != "denied"]
    names = Counter(q.quote.casefold() for q in o.mentions)
    told = [*said, *report.beside(o)]
    referents: set[tuple[str, str]] = {
        (c.property, r) for c in told for r in (c.value.referent, c.subject.referent) if r
    }
    referents |= {("conviction", p.referent) for c in said for p in c.value.parties if p.referent}
    return Occasion(
        occurrence=o, account=report.number, main=main,
        days=tuple((c.value.earliest, c.value.latest) for c in said if c.property == "date" and _dated(c)),
        places=frozenset(entity_of[r] for p, r in referents if p == "place" and r in entity_of),
        people=_people(referents, entity_of, report.bodies),
        figures=frozenset((c.property, c.value.number) for c in said if c.property in COUNTS and c.value.number),
        name=min(names, key=lambda n: (-names[n], n)), claims=tuple(said),
        targets=frozenset(_last_word(c) for c in said if c.property == "target" and c.value.text),
        own_names=own_names(report.written, o, said),
        once=_once(report, o, referents), died=_died(report, o, said), dead=_dead(report, said),
    )  # fmt: skip


def _last_word(claim: Claim) -> str:
    """What a thing is, in English, its name's last word says: "the Sorrel Bridge", "party offices"."""
    words = fold(claim.value.text or "").split()
    return words[-1].removesuffix("s") if words else ""


def _people(referents: set[tuple[str, str]], entity_of: Mapping[str, str], bodies: frozenset[str]) -> dict[str, float]:
    """A victim is hurt once; who is accused may be so of many deeds, a body of more."""
    found: dict[str, float] = {}
    for property_, referent in sorted(referents):
        if property_ in _PEOPLE and referent in entity_of:
            weight = _BODY if referent in bodies else 1.0 if property_ in _HURT else _ACCUSED
            found[entity_of[referent]] = max(weight, found.get(entity_of[referent], 0.0))
    return found


def _once(report: _Report, o: Occurrence, referents: set[tuple[str, str]]) -> frozenset[str]:
    """Persons by name to whom it was done: killed, taken; another such person makes another incident.

    Who is accused at an arrest or in court is the one to whom that is done.
    """
    done = _DONE_TO if o.type in VIOLENT else _PEOPLE
    entity_of = report.entity_of
    return frozenset(entity_of[r] for p, r in referents if p in done and r in report.named and r in entity_of)


def _died(report: _Report, o: Occurrence, said: Sequence[Claim]) -> frozenset[str]:
    """The one person by name who was killed, where no more are told to have died: one is killed once."""
    counts = [c.value.number or 0 for c in said if c.property == "killed"]
    killed = counts or any(q.quote.casefold() in _words("killing.txt") for q in o.mentions)
    victims = {c.value.referent for c in said if c.property == "victim" and c.value.referent in report.named}
    people = {report.entity_of[r] for r in victims if r in report.entity_of}
    return frozenset(people) if killed and len(people) == 1 and max(counts, default=0) <= 1 else frozenset()


def _dead(report: _Report, said: Sequence[Claim]) -> frozenset[str]:
    """The persons by name of whom the words themselves tell that they were killed: "the murder of X", whoever died with them."""
    told = (c for c in said if c.property == "victim" and c.value.referent in report.named)
    killed = (c for c in told if not _words("killing.txt").isdisjoint(re.findall(r"[^\W\d_]+", c.quote.casefold())))
    return frozenset(report.entity_of[r] for c in killed if (r := c.value.referent) and r in report.entity_of)


def _dated(claim: Claim) -> bool:
    return bool(parse_day(claim.value.earliest) or parse_day(claim.value.latest))


def close_occasions(occasions: Sequence[Occasion], wordings: Sequence[Wording]) -> list[tuple[int, int]]:
    """Pairs that share a place, a day or a person, all of them, and the main occasions of documents that read alike; of few, all pairs."""
    if len(occasions) <= COMPARED_ALL:
        return list(combinations(range(len(occasions)), 2))
    blocks: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for number, occasion in enumerate(occasions):
        for key in sorted(set(_keys(occasion))):
            blocks[key].append(number)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        pairs.update(combinations(members, 2))
    mains: dict[int, list[int]] = defaultdict(list)
    for number, occasion in enumerate(occasions):
        if occasion.main:
            mains[occasion.account].append(number)
    held = sorted(mains)
    for i, j in nearest([wordings[a] for a in held]):
        pairs.update((min(p), max(p)) for p in product(mains[held[i]], mains[held[j]]))
    return sorted(pairs)


def _keys(occasion: Occasion) -> Iterable[tuple[str, str, str]]:
    for place in sorted(occasion.places):
        yield occasion.family, "place", place
    for person in sorted(occasion.people):
        yield occasion.family, "person", person
    for first, last in set(occasion.days):
        if first and last and first[:10] == last[:10]:
            yield occasion.family, "day", first[:10]
