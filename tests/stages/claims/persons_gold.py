"""How the gold of roles and of telephone numbers is read and scored."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.model.claim import Value
from rashomon.stages.claims.assemble import assemble
from rashomon.stages.claims.attribution import find_attributions
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.payments import find_money
from rashomon.stages.claims.persons import READERS
from rashomon.stages.claims.view import View

GOLD = Path(__file__).resolve().parents[2] / "gold"
NOTHING = Told((), ())

Read = Callable[..., View]


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim about a person: property, of whom, what, the body meant, and how surely it is said."""

    kind: str
    who: str | None
    value: Value
    body: str | None
    stance: str
    quote: str


def gold(name: str, split: str) -> list[dict[str, Any]]:
    """The rows of a gold file that belong to a half."""
    rows = map(json.loads, (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())
    return [row for row in rows if row["split"] == split]


def facts(view: View) -> list[Fact]:
    """The claims of this room, with the stance that the attribution over them leaves."""
    claims = assemble(
        view, find_attributions(view), [d for reader in (*READERS, find_money) for d in reader(view, NOTHING)]
    )
    names = {r.id: r.name for r in view.annotations.referents}
    return [
        Fact(c.property, names.get(c.subject.referent or ""), c.value, names.get(c.value.referent or ""), c.stance, c.quote)
        for c in claims
    ]  # fmt: skip


def _is(found: Fact, want: dict[str, Any]) -> bool:
    """True for a claim on the person wanted that gives the role, or for a row without a role the body."""
    if not found.who or want["person"] not in found.who:
        return False
    if want["role"] is None:
        return found.kind == "affiliation" and want["org"] in (found.body or found.value.text or "")
    return found.kind == "role" and want["role"].casefold() in (found.value.text or "").casefold()


def _belongs(found: Fact, want: dict[str, Any]) -> bool:
    """True for the affiliation that a wanted role brings with it."""
    return (
        found.kind == "affiliation" and found.who is not None and want["person"] in found.who
        and want.get("org", "\n") in (found.body or found.value.text or "")
    )  # fmt: skip


def roles_of(view: View, row: dict[str, Any]) -> tuple[list[tuple[dict[str, Any], Fact | None]], list[Fact]]:
    """Each wanted role with the claim that gives it, and the claims that nothing wanted explains."""
    found = [f for f in facts(view) if f.kind in ("role", "affiliation")]
    pairs = [(want, next((f for f in found if _is(f, want)), None)) for want in row["roles"]]
    extra = [f for f in found if not any(_is(f, w) or _belongs(f, w) for w in row["roles"])]
    return pairs, [f for f in extra if f.kind == "role" or any("org" in w for w in row["roles"]) or not row["roles"]]


def period_right(value: Value, want: dict[str, Any]) -> bool:
    """Whether the ends that the gold gives are those found; it gives none where the text gives none."""
    return (value.earliest, value.latest)[:2] == (want.get("earliest"), want.get("latest"))


def score_roles(read: Read, split: str) -> dict[str, float]:
    """Precision and recall of roles; of those found the share with the right period, stance and body."""
    hit = wanted = wrong = period = stance = body = bodies = 0
    for row in gold("roles", split):
        view = read(row["text"])
        pairs, extra = roles_of(view, row)
        every = facts(view)
        wrong, wanted = wrong + len(extra), wanted + len(pairs)
        for want, found in pairs:
            if found is None:
                continue
            hit += 1
            period += period_right(found.value, want)
            stance += found.stance == want["stance"]
            bodies += "org" in want
            body += "org" in want and any(_belongs(f, want) for f in every)
    return {
        "precision": hit / (hit + wrong), "recall": hit / wanted, "period": period / hit, "stance": stance / hit,
        "body": body / bodies,
    }  # fmt: skip


def phones_of(view: View) -> Iterator[Fact]:
    """The claims of numbers."""
    return (f for f in facts(view) if f.kind == "phone")


def score_phones(read: Read, split: str) -> dict[str, float]:
    """Precision and recall of numbers; of those found the share with the right holder and the right period."""
    hit = wanted = found_all = holder = period = 0
    for row in gold("phones", split):
        found = {f.value.text: f for f in phones_of(read(row["text"], region=row.get("region")))}
        wanted, found_all = wanted + len(row["phones"]), found_all + len(found)
        for want in row["phones"]:
            one = found.get(want["e164"])
            if one is None:
                continue
            hit += 1
            holder += want["holder"] in one.who if want["holder"] and one.who else want["holder"] == one.who
            period += period_right(one.value, want)
    return {"precision": hit / found_all, "recall": hit / wanted, "holder": holder / hit, "period": period / hit}
