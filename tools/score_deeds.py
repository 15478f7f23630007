"""Say how well the deeds of labelled reports are told apart, and on which of them accusations and victims hang.

    python tools/score_deeds.py REPORTS.txt ... [--kept FOLDER] [--wrong N]

Of two sentences of one deed that the program reads as telling of a deed, it asks whether they are one incident; of two deeds, whether they are
two. Of each accusation and victim that the program reads, whether the incident on which it hangs is, by most of its words, the labelled deed:
"right", on "none", on "another", or on an incident whose deed the labels do not say ("unknown"). --wrong prints so many of what is wrong.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from deeds_of import Annotator, Deeds, deeds_of, document_of, facts_at, is_of
from labelled import Report, reports

from rashomon.model.account import Account
from rashomon.model.annotation import Annotations
from rashomon.model.claim import ACCUSATIONS, Claim, Occurrence
from rashomon.stages.claims import read_claims
from rashomon.stages.claims.occasions import DEEDS
from rashomon.stages.link.decide import Rulings
from rashomon.stages.link.entities import resolve_entities
from rashomon.stages.link.incidents import resolve_incidents

_OF = {"accused": ACCUSATIONS, "victim": frozenset({"victim", "killed", "injured", "kidnapped", "missing"})}


class Verdict(NamedTuple):
    """What is right or wrong about one item, and its words."""

    what: str
    how: str
    told: str


class Told(NamedTuple):
    """A report as the program reads it beside its labels."""

    report: Report
    deeds: Deeds
    account: Account
    home: dict[str, str]
    """Of each occurrence the incident."""


def read(report: Report, annotator: Annotator) -> Told:
    """A report read and linked by itself."""
    document = document_of(report)
    annotations = annotator.annotate(document)
    account = Account(document, annotations, read_claims(document, annotations))
    rulings = Rulings((), ())
    incidents, _ = resolve_incidents([account], resolve_entities([account], rulings), rulings)
    home = {o: i.id for i in incidents for o in i.occurrences}
    return Told(report, deeds_of(report, annotations.sentences), account, home)


def verdicts(told: Told) -> Iterator[Verdict]:
    """Everything that the labels can judge."""
    words = list(_words(told))
    yield from _pairs(told, words)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for _, deed, incident in words:
        votes[incident][deed] += 1
    for claim in told.account.reading.claims:
        kind = next((k for k, properties in _OF.items() if claim.property in properties), None)
        deed = _deed_of(told, claim, kind) if kind else None
        if kind and deed is not None:
            yield Verdict(kind, _how(told, claim, deed, votes), _shown(told, claim, deed))


def _words(told: Told) -> Iterator[tuple[Occurrence, str, str]]:
    """Each sentence that the program reads as telling of a deed, with the labelled deed and the incident."""
    seen = set()
    for one in told.account.reading.occurrences:
        for m in one.mentions:
            deed, n = told.deeds.at(m.start, m.end), _number(told.account.annotations, m.start)
            if one.type in DEEDS and not one.generic and deed is not None and (one.id, n, deed) not in seen:
                seen.add((one.id, n, deed))
                yield one, deed, told.home.get(one.id, one.id)


def _pairs(told: Told, words: list[tuple[Occurrence, str, str]]) -> Iterator[Verdict]:
    for (a, d, i), (b, e, j) in combinations(words, 2):
        what = "together" if d == e else "apart"
        shown = f"{told.report.id}: {a.mentions[0].quote!r} {b.mentions[0].quote!r} {d} {e}"
        yield Verdict(what, "right" if (i == j) == (d == e) else "wrong", shown)


def _number(annotations: Annotations, start: int) -> int:
    return next(n for n, s in enumerate(annotations.sentences) if start < s.end)


def _deed_of(told: Told, claim: Claim, kind: str) -> str | None:
    """The deed of the facts that a claim reads: of the same people, in its words, else in its sentence."""
    own = told.account.annotations.sentences[_number(told.account.annotations, claim.start)]
    facts = facts_at(told.deeds, (own.start, own.end), kind)
    starts = [m.start for m in told.account.annotations.mentions if m.referent and m.referent == claim.value.referent]
    same = [f for f in facts if is_of(f, starts)] if starts else facts
    near = [f for f in same if f.start < claim.end and claim.start < f.end] or same
    meant = {f.deed for f in near}
    return meant.pop() if len(meant) == 1 else None


def _how(told: Told, claim: Claim, deed: str, votes: dict[str, Counter[str]]) -> str:
    if claim.subject.occurrence is None:
        return "none"
    top = votes[told.home.get(claim.subject.occurrence, claim.subject.occurrence)].most_common(2)
    if not top:
        return "unknown"
    tied = len(top) > 1 and top[0][1] == top[1][1]
    return "another" if tied or top[0][0] != deed else "right"


def _shown(told: Told, claim: Claim, deed: str) -> str:
    home = next((o for o in told.account.reading.occurrences if o.id == claim.subject.occurrence), None)
    own = told.account.annotations.sentences[_number(told.account.annotations, claim.start)]
    on = [(m.start, m.quote) for m in home.mentions] if home else None
    return f"{told.report.id} {deed}: {claim.property} {claim.reader} {claim.quote!r} on {on}\n      {told.report.text[own.start : own.end]}"


def main() -> None:
    """Read all, print the counts, then what is wrong."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="+", type=Path)
    options.add_argument("--kept", type=Path)
    options.add_argument("--wrong", type=int, default=0)
    chosen = options.parse_args()
    annotator = Annotator(chosen.kept)
    found = [v for path in chosen.files for one in reports(path) for v in verdicts(read(one, annotator))]
    for what in ("together", "apart", *_OF):
        counts = Counter(v.how for v in found if v.what == what)
        share = counts["right"] / max(1, counts.total())
        print(f"{what:9} {share:.3f}", dict(counts.most_common()))
    for v in [v for v in found if v.how in ("wrong", "another")][: chosen.wrong]:
        print(v.what, v.told)


if __name__ == "__main__":
    main()
