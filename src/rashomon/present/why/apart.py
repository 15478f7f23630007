"""Why two incidents are kept apart: what each pair of their tellings shows, what that weighs, and what excludes that they are one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model.ledger import PairWeighed
from rashomon.model.link import Incident
from rashomon.present.resolve import Resolved
from rashomon.present.why.section import Section
from rashomon.present.words import incident_words

_SHOWN = 5
_VETOES = {
    "another town": "they are told of in two known towns, which excludes that they are one",
    "another day": "they are told of on days too far from each other, which excludes that they are one",
    "reported before": "one is told in a report that is older than the other, which excludes that they are one",
    "another kind": "they are of two kinds, which are never one: an arrest is no attack",
    "nothing in common": "they share no place, no day and nobody, and were not compared",
}


def why_two(case: Resolved, one: Incident, two: Incident, pairs: Sequence[PairWeighed]) -> tuple[Section, ...]:
    """The sections of two incidents: what they are, what came of it, and the nearest pairs of their tellings."""
    both = tuple(f"{incident_words(case, i)} ({i.id})" for i in (one, two))
    shown = tuple(line for pair in pairs[:_SHOWN] for line in _pair(case, pair))
    return (
        Section("incidents", "Two incidents", both),
        Section("verdict", "Why they are kept apart", tuple(_verdict(case, pairs))),
        Section("pairs", f"The nearest of {len(pairs)} pairs of tellings", shown),
    )


def _verdict(case: Resolved, pairs: Sequence[PairWeighed]) -> Iterator[str]:
    ruled = {frozenset((m.a, m.b)): m for m in case.linked.matches if m.kind == "incident" and m.decision}
    decided = [m for p in pairs if (m := ruled.get(frozenset((p.a, p.b)))) is not None]
    yield from (f"{m.reason} (decision {m.decision})" for m in decided)
    vetoes = dict.fromkeys(p.veto for p in pairs if p.veto)
    yield from (f"{_VETOES.get(v, v)} ({sum(p.veto == v for p in pairs)} of {len(pairs)} pairs)" for v in vetoes)
    best = max((p.score for p in pairs), default=0.0)
    yield f"the nearest pair scores {best:.2f}; one of 0.50 or more joins two incidents, unless others of their pairs speak against it"


def _pair(case: Resolved, pair: PairWeighed) -> Iterator[str]:
    sides = (case.occurrences[ident] for ident in (pair.a, pair.b))
    told = " and ".join(f"“{o.mentions[0].quote}” in {case.documents[o.document].file}" for o in sides)
    yield f"{pair.score:.2f}: {told}" + (f"; veto: {pair.veto}" if pair.veto else "")
    yield f"  {pair.reason}"
    yield from (
        f"  {f.name} {f.value:.2f}, adds {f.adds:+.2f}: {f.why}"
        for f in sorted(pair.features, key=lambda f: -abs(f.adds))
    )
