"""Dependence: who cites whom, who goes back to one root, who shares wording with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations

from rashomon.model.document import Document
from rashomon.model.finding import Finding
from rashomon.model.span import Span
from rashomon.stages.weigh.agreement import value_key
from rashomon.stages.weigh.cited_papers import cited_papers
from rashomon.stages.weigh.days import days_between
from rashomon.stages.weigh.layout import Laid, Layout, incidents_told
from rashomon.stages.weigh.passages import Copy
from rashomon.stages.weigh.reasons import list_outlets, make_finding, say_outlet
from rashomon.stages.weigh.roots import Roots, root_key, root_name

_NEXT_DAYS = 3


def find_citations(layout: Layout) -> list[Finding]:
    """One finding for each report that gives claims on the word of another report's outlet."""
    cited: dict[tuple[str, str], list[Laid]] = defaultdict(list)
    papers = cited_papers(layout)
    for laid in layout.claims:
        for key in (papers.get(key, key) for key in laid.voice[1:]):
            if key in layout.outlets and key != laid.voice[0]:
                cited[(laid.document.id, key)].append(laid)
    own, told = _own_claims(layout, {key for _, key in cited}), incidents_told(layout)
    found = []
    for (_, key), laids in cited.items():
        origin = [c for said in {_said(laid) for laid in laids} for c in own.get((key, said), ())]
        documents = {c.document.id for c in origin} or _on_the_same(layout, told, key, laids)
        if not documents:
            continue
        document = layout.documents[min(documents)]
        reason = f"{say_outlet(laids[0].document)} gives this on the word of {say_outlet(document)}"
        found.append(make_finding("dependence", layout, (*laids, *origin), reason, documents=documents, tie="citation"))
    return found


def _on_the_same(layout: Layout, told: dict[str, set[str]], key: str, laids: Sequence[Laid]) -> set[str]:
    """The cited outlet's reports that tell of one of these incidents; a cited paper is itself, whatever it tells of.

    A statement that is of no incident in itself is of those of its report, where that is known to be the later one.
    """
    if key.startswith("paper "):
        return set(layout.outlets[key][:1])
    citing, own = laids[0].document, {laid.incident for laid in laids if laid.incident}
    wanted = own or told[citing.id]
    after = (d for d in layout.outlets[key] if _is_after(citing, layout.documents[d], otherwise=bool(own)))
    found = {document for document in after if told[document] & wanted} or _only_other(layout, key, laids)
    # Of several reports of one outlet that tell of the incident the last before is most likely meant.
    return {max(found, key=lambda d: (layout.documents[d].published or "", d))} if len(found) > 1 else found


def _only_other(layout: Layout, key: str, laids: Sequence[Laid]) -> set[str]:
    """The cited outlet's report that came out just before; or its only one before, where that speaks of somebody of whom this is told."""
    citing = laids[0].document
    before = [d for d in layout.outlets[key] if _is_after(citing, layout.documents[d], otherwise=False)]
    if near := {d for d in before if _is_just_before(layout.documents[d], citing)}:
        return near
    people = {
        e for laid in laids for e in (laid.entity, laid.about) if e in layout.named and f"entity {e}" not in laid.voice
    }
    known = {e for c in layout.claims if c.document.id in before for e in (c.entity, c.about)} if people else set()
    return set(before) if len(before) == 1 and people & known else set()


def _is_just_before(one: Document, other: Document) -> bool:
    first, second = (days_between(d.published, d.published) for d in (one, other))
    return first is not None and second is not None and first.gap(second) <= _NEXT_DAYS


def _is_after(one: Document, other: Document, *, otherwise: bool) -> bool:
    """Whether a report came out on the day of another or after it; `otherwise` where that is not known."""
    first, second = (days_between(d.published, d.published) for d in (one, other))
    return first.last >= second.first if first and second else otherwise


def _own_claims(layout: Layout, outlets: set[str]) -> dict[tuple[str, tuple[Hashable, ...]], list[Laid]]:
    """What each of these outlets itself claims, by the matter and the value: looked up for every report that cites it."""
    own: dict[tuple[str, tuple[Hashable, ...]], list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        if laid.voice[0] in outlets and value_key(laid):
            own[laid.voice[0], _said(laid)].append(laid)
    return own


def find_common_roots(layout: Layout, roots: Roots) -> list[Finding]:
    """One finding for each value that several outlets give on the word of one and the same root."""
    groups: dict[tuple[Hashable, ...], list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        key = root_key(layout, laid)
        if key and laid.incident and (value := value_key(laid)):
            groups[(laid.incident, laid.entity, laid.claim.property, value, roots.of(key))].append(laid)
    merged: dict[tuple[Hashable, ...], list[Laid]] = defaultdict(list)
    for (incident, _, _, _, root), laids in groups.items():
        if len({laid.voice[0] for laid in laids}) > 1:
            merged[(incident, root)].extend(laids)
    return [_common_root(layout, laids) for laids in merged.values()]


def _common_root(layout: Layout, laids: list[Laid]) -> Finding:
    reports = list_outlets(laids)
    reason = f"{reports} go back to one root, {root_name(layout, laids)}: together they count once"
    properties = {laid.claim.property for laid in laids}
    prop = properties.pop() if len(properties) == 1 else None
    return make_finding("dependence", layout, laids, reason, prop=prop, tie="root")


def fold_copies(layout: Layout, copies: Sequence[Copy]) -> dict[str, str]:
    """Claims within shared passages that say the same, each mapped to the one that stands for all of them."""
    by_document = _by_document(layout)
    joined: list[tuple[str, str]] = []
    for copy in copies:
        ones = _within(by_document[copy.first], copy.in_first)
        others = _within(by_document[copy.second], copy.in_second)
        said = {_said(c): c for c in ones if value_key(c)}
        joined.extend((said[_said(c)].claim.id, c.claim.id) for c in others if value_key(c) and _said(c) in said)
    folded = Roots(joined)
    return {laid.claim.id: folded.of(laid.claim.id) for laid in layout.claims}


def find_carried(layout: Layout, folded: dict[str, str]) -> frozenset[str]:
    """Claims that only carry over what an older text says in the same words: they are no newer count."""
    texts: dict[str, list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        texts[folded.get(laid.claim.id, laid.claim.id)].append(laid)
    carried = set()
    for laids in texts.values():
        published = ((days_between(c.document.published, c.document.published), c.claim.id) for c in laids)
        dated = sorted((days, ident) for days, ident in published if days)
        carried |= {ident for days, ident in dated if days.first > dated[0][0].last}
    return frozenset(carried)


def find_revised(layout: Layout, copies: Sequence[Copy]) -> frozenset[frozenset[str]]:
    """Pairs of figures on one matter, within wording that two texts share, of which each text has its own."""
    by_document = _by_document(layout)
    found = set()
    for copy in copies:
        ones = _within(by_document[copy.first], copy.in_first)
        others = _within(by_document[copy.second], copy.in_second)
        changed = {(change.first, change.second) for change in copy.changes}
        for a in ones if changed else ():
            for b in others:
                numbers = tuple(f"{c.claim.value.number or 0:g}" for c in (a, b))
                if numbers in changed and (a.incident, a.claim.property) == (b.incident, b.claim.property):
                    found.add(frozenset((a.claim.id, b.claim.id)))
    return frozenset(found)


def _said(laid: Laid) -> tuple[Hashable, ...]:
    return laid.incident, laid.entity, laid.claim.property, value_key(laid)


def _by_document(layout: Layout) -> dict[str, list[Laid]]:
    found: dict[str, list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        found[laid.document.id].append(laid)
    return found


def _within(laids: Iterable[Laid], spans: Sequence[Span]) -> list[Laid]:
    return [c for c in laids if any(s.start < c.claim.end and c.claim.start < s.end for s in spans)]


def find_shared_wording(layout: Layout, copies: Sequence[Copy]) -> list[Finding]:
    """One finding for each set of reports that all share wording with one another."""
    by_document = _by_document(layout)
    pairs = {frozenset((c.first, c.second)): c for c in copies}
    places = {(c.first, c.second): n for n, c in enumerate(copies)}
    findings = []
    for group in _groups(layout, pairs):
        inside = (frozenset(two) for two in combinations(group, 2))
        within = sorted((pairs[pair] for pair in inside if pair in pairs), key=lambda c: places[c.first, c.second])
        laids = [c for copy in within for c in _within(by_document[copy.first], copy.in_first)]
        laids += [c for copy in within for c in _within(by_document[copy.second], copy.in_second)]
        reason = _wording_reason(layout, group, within)
        place = " ".join(group)
        findings.append(make_finding("dependence", layout, laids, reason, documents=group, place=place, tie="wording"))
    return findings


def _groups(layout: Layout, pairs: dict[frozenset[str], Copy]) -> list[tuple[str, ...]]:
    """Sets in which every two share wording, largest first: a chain of copies makes no link between its ends."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        a, b = sorted(pair)
        neighbours[a].add(b)
        neighbours[b].add(a)
    rank = {a.document.id: n for n, a in enumerate(layout.accounts)}
    left, groups = set(pairs), []
    for seed in sorted(neighbours, key=lambda d: (-len(neighbours[d]), rank[d])):
        while near := [d for d in neighbours[seed] if frozenset((seed, d)) in left]:
            group = [seed]
            for one in sorted(near, key=lambda d: (-len(neighbours[d]), rank[d])):
                if all(other in neighbours[one] for other in group):
                    group.append(one)
            left -= {frozenset((a, b)) for a in group for b in group if a != b}
            groups.append(tuple(sorted(group, key=rank.__getitem__)))
    return groups


def _wording_reason(layout: Layout, group: Sequence[str], within: Sequence[Copy]) -> str:
    names = [say_outlet(layout.documents[d]) for d in group]
    told = [*names[:4], f"{len(names) - 4} more"] if len(names) > 4 else names
    shown = f"{', '.join(told[:-1])} and {told[-1]}"
    words = max(c.words for c in within)
    reason = f"{shown} share {words} words in unbroken passages, so they are not independent of one another there"
    changed = list(dict.fromkeys((c.first, c.second) for copy in within for c in copy.changes))[:3]
    if changed:
        reason += "; within them " + ", ".join(f"{a} in one is {b} in another" for a, b in changed)
    return reason
