"""Human decisions laid on this build's records: each finds its words again or says that it did not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from rashomon.model.account import Account
from rashomon.model.annotation import Referent
from rashomon.model.claim import Claim
from rashomon.model.link import Attached, Decision, Entity, Incident, Seen, Selector
from rashomon.model.pointing import find_words, occurrence_at, referent_at
from rashomon.model.proposal import is_about
from rashomon.model.seeing import changes, see_claim, see_occurrence, see_referent
from rashomon.model.span import Span
from rashomon.stages.link.cluster import Union


@dataclass(frozen=True, slots=True)
class Rulings:
    """What standing decisions order of one kind: pairs of local ids that are the same, and pairs held apart."""

    same: tuple[tuple[str, str], ...]
    apart: tuple[tuple[str, str], ...]

    def split(self, referents: Sequence[Referent]) -> list[list[Referent]]:
        """The referents with those set apart from the first of them in groups of their own."""
        ids = {r.id for r in referents}
        out = {b for a, b in self.apart if a in ids and b in ids}
        kept = [r for r in referents if r.id not in out]
        return [part for part in (kept, *([r] for r in referents if r.id in out)) if part]

    def decided(self, a: str, b: str) -> bool:
        """Whether somebody decided on exactly these two."""
        return (a, b) in self.apart or (b, a) in self.apart or (a, b) in self.same or (b, a) in self.same


def attach(accounts: Sequence[Account], decisions: Sequence[Decision]) -> tuple[Attached, ...]:
    """Every decision with the local records that its selectors find; None where the words are no longer there.

    Two that were held to be one, or not, are stale where either is called otherwise now; claims are looked at later
    (`review_claims`), since the case's names and incidents are part of what a person saw of them.
    """
    by_sha = {a.document.sha256: a for a in accounts}
    called = _called(accounts)
    attached = []
    for decision in decisions:
        ids = [_find(by_sha, decision, s) for s in decision.target.selectors[:2]]
        ids += [None] * (2 - len(ids))
        if decision.target.kind == "outlet" and decision.target.outlet is not None:
            ids[0] = _outlet(accounts, decision.target.outlet)
        attached.append(Attached(decision, ids[0], ids[1], _changed_pair(decision, called, ids)))
    return tuple(attached)


def _called(accounts: Sequence[Account]) -> dict[str, str]:
    """What local referents and occurrences are called in their reports."""
    people = {r.id: see_referent(r) for a in accounts for r in a.annotations.referents}
    return people | {o.id: see_occurrence(o) for a in accounts for o in a.reading.occurrences}


def _changed_pair(decision: Decision, called: dict[str, str], ids: Sequence[str | None]) -> tuple[str, ...]:
    if decision.seen is None or not decision.seen.pair or None in ids:
        return ()
    return changes(decision.seen, Seen(pair=tuple(called[str(i)] for i in ids)))


def review_claims(
    accounts: Sequence[Account],
    attached: Sequence[Attached],
    entities: Sequence[Entity],
    incidents: Sequence[Incident],
) -> tuple[Attached, ...]:
    """The decisions with those on claims held against what is read now: the claim that was seen, else what changed."""
    names = {r: e.name for e in entities for r in e.referents}
    titles = {o: i.title for i in incidents for o in i.occurrences}
    by_sha = {a.document.sha256: a for a in accounts}

    def look(claim: Claim) -> Seen:
        return see_claim(claim, lambda r: names.get(r or ""), titles.get(claim.subject.occurrence or ""))

    return tuple(_reviewed(by_sha, one, look) for one in attached)


def _reviewed(by_sha: dict[str, Account], one: Attached, look: Callable[[Claim], Seen]) -> Attached:
    seen, target = one.decision.seen, one.decision.target
    account = by_sha.get(target.selectors[0].sha256) if target.selectors else None
    span = find_words(account.document.text, target.selectors[0]) if account else None
    if target.kind != "claim" or seen is None or account is None or span is None:
        return one
    near = sorted(_touching(account, span), key=lambda c: _distance(c, span))
    same = [c for c in near if look(c) == seen]
    held = [c for c in near if c.property == target.property]
    best = next(iter(same or held or near), None)
    if best is None:
        return replace(one, changed=("nothing is read from these words now",))
    return replace(one, a=best.id, changed=changes(seen, look(best)))


def _outlet(accounts: Sequence[Account], outlet: str) -> str | None:
    known = {p.publisher for a in accounts for p in a.document.appearances} | {a.document.publisher for a in accounts}
    return outlet if outlet in known else None


def _find(by_sha: dict[str, Account], decision: Decision, selector: Selector) -> str | None:
    account = by_sha.get(selector.sha256)
    span = None if account is None else find_words(account.document.text, selector)
    if account is None or span is None:
        return None
    if decision.target.kind == "entity":
        return referent_at(account, span)
    if decision.target.kind == "incident":
        return occurrence_at(account, span)
    if decision.target.kind == "proposal":
        return _proposal(account, decision)
    return _claim_at(account, span, decision)


def _proposal(account: Account, decision: Decision) -> str | None:
    """The proposal that a decision is on; one that the gate refuses cannot be accepted."""
    held = [o for o in account.outcomes if is_about(decision, account.document.sha256, o)]
    return next((o.proposal.id for o in held if o.claim is not None or decision.verdict == "reject"), None)


def _claim_at(account: Account, span: Span, decision: Decision) -> str | None:
    wanted = decision.target.property
    claims = [c for c in _touching(account, span) if wanted is None or c.property == wanted]
    best = min(claims, key=lambda c: _distance(c, span), default=None)
    return None if best is None else best.id


def _touching(account: Account, span: Span) -> list[Claim]:
    return [c for c in account.reading.claims if c.start < span.end and span.start < c.end]


def _distance(claim: Claim, span: Span) -> tuple[int, str]:
    return abs(claim.start - span.start) + abs(claim.end - span.end), claim.id


def standing(attached: Iterable[Attached]) -> list[Attached]:
    """The decisions on two records that have force: found again, not withdrawn."""
    return [a for a in attached if a.found and a.b is not None and a.a != a.b and a.decision.withdrawn is None]


def contradictions(attached: Sequence[Attached]) -> tuple[tuple[str, ...], frozenset[str]]:
    """One sentence for each set of decisions that cannot all hold, and the ids of the decisions in such sets."""
    sentences: list[str] = []
    involved: set[str] = set()
    for kind in ("entity", "incident"):
        ruled = [a for a in standing(attached) if a.decision.target.kind == kind]
        sets = Union()
        for one in ruled:
            if one.decision.verdict == "same":
                sets.join(str(one.a), str(one.b))
        for one in ruled:
            if one.decision.verdict != "different" or sets.find(str(one.a)) != sets.find(str(one.b)):
                continue
            root = sets.find(str(one.a))
            same = [a for a in ruled if a.decision.verdict == "same" and sets.find(str(a.a)) == root]
            sentences.append(_contradiction(one, same))
            involved.update(a.decision.id for a in (one, *same))
    return tuple(sentences), frozenset(involved)


def _contradiction(different: Attached, same: Sequence[Attached]) -> str:
    def words(one: Attached, sign: str) -> str:
        left, right = (s.exact for s in one.decision.target.selectors[:2])
        return f"“{left}” {sign} “{right}” ({one.decision.signed.by}, {one.decision.id})"

    equal = " and ".join(words(a, "=") for a in same)
    return f"These decisions cannot all hold: {equal}, but {words(different, '≠')}; none of them has force until one is withdrawn."


def rulings(attached: Sequence[Attached], kind: str, without: frozenset[str]) -> Rulings:
    """What the standing decisions of one kind order, those in contradictory sets left out; unsure holds apart."""
    ruled = [a for a in standing(attached) if a.decision.target.kind == kind and a.decision.id not in without]
    pairs = [(str(a.a), str(a.b), a.decision.verdict) for a in ruled]
    return Rulings(
        tuple((a, b) for a, b, v in pairs if v == "same"),
        tuple((a, b) for a, b, v in pairs if v in ("different", "unsure")),
    )
