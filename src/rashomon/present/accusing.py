"""Which claims accuse: what is said of a named person that could be held against them. One answer for every window.

To have talked to somebody, paid, been held, belonged or been somewhere is an accusation as much as a charge is: the
report, the exports, the drawings and the queue of the desk all ask here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise

from rashomon.model.annotation import Mention
from rashomon.model.claim import ACCUSATIONS, Claim
from rashomon.present.resolve import Resolved
from rashomon.text.fold import fold_words

GUARDED = ACCUSATIONS | {"conviction", "acquittal", "quashed", "sanctioned", "wanted"}
"""Properties that say of somebody what the law or a speaker holds against them."""
CUSTODY = frozenset({"detained", "released"})
COMPANY = frozenset({"contact", "amount", "tie", "affiliation", "whereabouts"})
"""Whom somebody met, paid, served, belonged to, and where they were."""
ALWAYS = GUARDED | CUSTODY | COMPANY
NAMING = frozenset({"role", "affiliation", "alias"})
"""Properties that accuse by their words: "alleged mastermind", a member of a body that is itself accused."""
_SUFFERED = re.compile(
    r"\b(?:was|were|been|being|is|are|be|got) (?:also |then |later )?(?:\w+ly )?(?:killed|shot|stabbed|kidnapped|abducted|tortured|murdered|assassinated|executed|raped|arrested)\b"
)


@cache
def accusing_words() -> frozenset[str]:
    """Words that make a sentence about somebody an accusation."""
    lines: list[str] = []
    for folder, name in (("report", "accusing_words.txt"), ("accusations", "armed_groups.txt")):
        text = (files("rashomon") / "data" / folder / name).read_text(encoding="utf-8")
        lines += [line for line in text.splitlines() if line and not line.startswith("#")]
    return frozenset(" ".join(fold_words(line).split()) for line in lines) - {"is"}


def accuses(text: str) -> bool:
    """Whether words say something grave of whoever they name."""
    folded = fold_words(_SUFFERED.sub(" ", text))
    words = folded.split()
    pairs = (" ".join(p) for p in pairwise(words))
    return not accusing_words().isdisjoint(words) or not accusing_words().isdisjoint(pairs)


class Accusing:
    """A case, and which of its claims accuse whom."""

    def __init__(self, case: Resolved) -> None:
        self.case = case

    @cached_property
    def mentions(self) -> dict[str, list[Mention]]:
        """Where named people are mentioned by name, by document."""
        found: dict[str, list[Mention]] = defaultdict(list)
        for document, mention in self.case.mentions.values():
            entity = self.case.entities.get(self.case.entity(mention.referent) or "")
            if mention.form == "name" and (entity.type if entity else mention.type) == "person":
                found[document].append(mention)
        return found

    @cached_property
    def _bodies(self) -> set[str]:
        """Bodies that are accused of something: to belong to one is no small thing."""
        found = {self.accused(c) for c in self.case.claims.values() if c.property in ("perpetrator", "responsibility")}
        return {e for e in found if e and self.case.entities[e].type == "organization"}

    def accused(self, claim: Claim) -> str | None:
        """The entity that a claim is about, where it accuses: whoever it names first."""
        if claim.property in ("contact", "amount"):
            return next(iter(self.persons(claim)), None)
        case = self.case
        ends = (claim.value.referent, claim.subject.referent)
        first, second = ends if claim.property in ACCUSATIONS else ends[::-1]
        return case.entity(first) or case.entity(second)

    def persons(self, claim: Claim) -> tuple[str, ...]:
        """The named people of whom an accusing claim speaks: of whom one met, paid, held or belonged to, all it names."""
        ends = [claim.subject.referent, claim.value.referent, *(p.referent for p in claim.value.parties)]
        if claim.property in COMPANY | CUSTODY:
            ends += [m.referent for m in self.mentions.get(claim.document, ()) if claim.start <= m.start < claim.end]
            ids = [e for r in ends if (e := self.case.entity(r))]
        else:
            ids = [e for e in (self.accused(claim),) if e]
        return tuple(e for e in dict.fromkeys(ids) if self.is_somebody(e))

    def is_somebody(self, entity: str | None) -> bool:
        """Whether an entity is a person with a name."""
        found = self.case.entities.get(entity or "")
        return bool(found and found.type == "person" and any(self.case.referents[r].named for r in found.referents))

    def named_in(self, document: str, start: int, end: int) -> bool:
        """Whether a named person's name stands in a stretch of a report."""
        starts, ends = self._places.get(document, ([], []))
        return any(ends[n] <= end for n in range(bisect_left(starts, start), bisect_left(starts, end)))

    @cached_property
    def _places(self) -> dict[str, tuple[list[int], list[int]]]:
        """Where named people are mentioned, in order, by document: starts and ends."""
        found = {}
        for document, mentions in self.mentions.items():
            ordered = sorted(mentions, key=lambda m: m.start)
            found[document] = ([m.start for m in ordered], [m.end for m in ordered])
        return found

    def is_grave(self, claim: Claim) -> bool:
        """Whether a claim accuses a named person: by its property, or by its words. A denial of that is grave too."""
        if claim.property in ALWAYS:
            return self._names_in(claim) or bool(self.persons(claim))
        if claim.property in NAMING:
            return self.is_somebody(self.case.entity(claim.subject.referent)) and self.by_words(claim)
        return claim.property == "statement" and self._names_in(claim) and accuses(claim.quote)

    def _names_in(self, claim: Claim) -> bool:
        return self.named_in(claim.document, claim.start, claim.end)

    def by_words(self, claim: Claim) -> bool:
        """Whether a role, a membership or another name accuses by what it is called."""
        body = self.case.entity(claim.value.referent)
        return body in self._bodies or accuses(
            f"{claim.value.text or ''} {self.case.entity_name(claim.value.referent) or ''}"
        )

    def is_asked(self, claim: Claim) -> bool:
        """Whether a person has to accept a claim before it leaves: one that accuses and isn't a denial of that."""
        return claim.stance != "denied" and claim.repeats is None and self.is_grave(claim)

    def asked(self) -> Iterator[Claim]:
        """Every claim that waits for a person's word, in the order of the case."""
        return (c for c in self.case.claims.values() if c.property != "statement" and self.is_asked(c))


def group_of(claim: Claim) -> str:
    """What an acceptance clears the way for: a denial is printed only beside an accepted claim of its group."""
    return "deed" if claim.property in GUARDED | CUSTODY | {"statement"} else claim.property
