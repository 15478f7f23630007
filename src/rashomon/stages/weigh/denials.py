"""A denial against an assertion of the same thing: who says so and who denies it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Sequence
from functools import cache
from importlib.resources import files

from rashomon.model.claim import ACCUSATIONS, COUNTS
from rashomon.stages.weigh.contradictions import clauses_saying_no, says_no
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.days import days_between
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import say_matter, say_tellers, say_value

_OF_SOMEBODY = ACCUSATIONS | {"affiliation", "role", "tie", "alias", "whereabouts", "wanted", "death"}
_OF_INCIDENTS = COUNTS | {"place", "victim"}
_DOING = frozenset({"perpetrator", "responsibility"})
"""Who denies that somebody did it denies that it was rightly claimed."""
_SAID = ("asserted", "alleged", "undetermined")


def matter_key(layout: Layout, laid: Laid) -> tuple[Hashable, ...] | None:
    """What is asserted or denied: a property with its subject and value; None where either is not known."""
    claim = laid.claim
    prop, value = claim.property, claim.value
    if prop == "contact":
        parties = parties_of(layout, laid)
        return (parties, "contact") if len(parties) > 1 else None
    if prop in _OF_INCIDENTS and laid.incident:
        said = value.number if prop in COUNTS else laid.about or (value.text or "").casefold()
        return None if said in (None, "") else (laid.incident, prop, said)
    if prop not in _OF_SOMEBODY or (laid.incident is None and laid.entity is None):
        return None
    if laid.about is None and laid.entity is None:
        return None
    text = value.text.casefold() if value.text and laid.about is None else None
    return (laid.incident, laid.entity, "doing" if prop in _DOING else prop, laid.about, text)


def find_denials(layout: Layout) -> list[Contrast]:
    """One contrast for each matter that one voice asserts or alleges and another one denies."""
    matters: dict[tuple[Hashable, ...], list[Laid]] = defaultdict(list)
    disowned = _disowned(layout)
    for laid in layout.claims:
        if (
            laid.claim.property == "contact"
            or is_cleared(laid)
            or (_place(laid) in disowned and laid.claim.property in _OF_INCIDENTS)
        ):
            continue
        if key := matter_key(layout, laid):
            matters[key].append(laid)
    matters |= {("contact", n): laids for n, laids in enumerate(_denied_contacts(layout))}
    return [found for laids in matters.values() if (found := _deny(layout, laids))]


def parties_of(layout: Layout, laid: Laid) -> frozenset[str]:
    """The entities that are sides of a contact."""
    return frozenset(e for p in laid.claim.value.parties if (e := layout.entity_of.get(p.referent or "")))


def _denied_contacts(layout: Layout) -> list[list[Laid]]:
    """Each denied contact with those that it may deny: of one incident, or between two of the same."""
    contacts = [laid for laid in layout.claims if laid.claim.property == "contact"]
    denied: dict[object, list[Laid]] = defaultdict(list)
    for laid in contacts:
        if laid.claim.stance == "denied":
            denied[laid.incident or parties_of(layout, laid)].append(laid)
    told = [c for c in contacts if c.claim.stance != "denied"]
    return [[*laids, *(c for c in told if any(_is_that(layout, c, no) for no in laids))] for laids in denied.values()]


def _is_that(layout: Layout, contact: Laid, denied: Laid) -> bool:
    if contact.incident is not None and contact.incident == denied.incident:
        return True
    return len(parties_of(layout, contact) & parties_of(layout, denied)) > 1


def is_cleared(laid: Laid) -> bool:
    """Whether a charge is told, in the report's own voice, to be none: an acquittal is no denial of who was charged."""
    return laid.claim.property == "charge" and laid.claim.stance == "denied" and len(laid.voice) == 1


def _disowned(layout: Layout) -> set[tuple[str, int]]:
    """Sentences that deny who did it, or that it happened at all: they do not deny that it was there and to those."""
    denied = (c for c in layout.claims if c.claim.stance == "denied" and c.claim.property in ACCUSATIONS)
    statements = (c for c in layout.claims if c.claim.property == "statement" and says_no(c))
    unreal = (c for c in statements if any(map(is_of_event, clauses_saying_no(c.claim.value.text or c.claim.quote))))
    return {_place(laid) for laid in (*denied, *unreal)}


def is_of_event(said: str) -> bool:
    """Whether words that say no say it of a whole event: "there had been no attack", "that never took place"."""
    return any(pattern.search(said.lower()) for pattern in _existence())


@cache
def _existence() -> tuple[re.Pattern[str], ...]:
    text = (files("rashomon.data") / "weigh" / "existence.txt").read_text(encoding="utf-8")
    return tuple(re.compile(line) for line in text.splitlines() if line and not line.startswith("#"))


def _place(laid: Laid) -> tuple[str, int]:
    return laid.document.id, laid.sentence.index if laid.sentence else laid.claim.start


def _deny(layout: Layout, laids: Sequence[Laid]) -> Contrast | None:
    denied = [c for c in laids if c.claim.stance == "denied"]
    speakers = {c.voice[-1] for c in denied}
    said = [c for c in laids if c.claim.stance in _SAID and c.voice[-1] not in speakers]
    said = [c for c in said if any(may_be_one_time(c, other) for other in denied)]
    if not denied or not said:
        return None
    prop = denied[0].claim.property
    word = "said" if any(c.claim.stance == "asserted" for c in said) else "alleged"
    what = f"{say_matter(prop)}: {say_value(layout, said)}" if prop != "contact" else f"“{said[0].claim.quote}”"
    reason = f"{what}, {word} by {say_tellers(said)}, denied by {say_tellers(denied)}"
    return Contrast("conflict", tuple(said), tuple(denied), says=reason)


def may_be_one_time(a: Laid, b: Laid) -> bool:
    """Whether both may speak of one time; a denial without a date is of every time."""
    x, y = (days_between(c.claim.value.earliest, c.claim.value.latest) for c in (a, b))
    return x is None or y is None or x.meets(y)
