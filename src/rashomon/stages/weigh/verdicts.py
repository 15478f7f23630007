"""What the law made of one person: suspected, charged, convicted or acquitted, a verdict quashed; each after the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations

from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.days import Days, days_between
from rashomon.stages.weigh.denials import is_cleared
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import say_tellers

_STAGES = {
    "suspected": 1, "charged": 2, "cleared of the charge": 3, "convicted": 3, "acquitted": 3, "quashed": 4,
    "commuted": 4, "pardoned": 4,
}  # fmt: skip
_WORDS = {
    "suspected": "is suspected", "charged": "is charged", "cleared of the charge": "is no longer charged",
    "convicted": "is convicted", "acquitted": "is acquitted", "quashed": "has the verdict quashed",
    "commuted": "has the sentence reduced", "pardoned": "is pardoned",
}  # fmt: skip
_VERDICTS = ("conviction", "acquittal")
_TOLD = ("asserted", "alleged", "undetermined")
_VIOLENT = frozenset({"attack", "killing", "abduction"})
_DEED = 5
_FOR = re.compile(
    r"\b(?:for|over|of|in connection with)\b(?! (?:the|a|an)? ?(?:gunman|accused|defendant|convict))", re.I
)
_OF_ANY_VERDICT = frozenset(
    w[:5] for w in ("convicted", "sentenced", "acquitted", "guilty", "found", "years", "prison", "court", "cleared")
)


@dataclass(frozen=True, slots=True)
class _State:
    """How far the law went with a person, by one claim."""

    word: str
    laid: Laid

    @property
    def stage(self) -> int:
        return _STAGES[self.word]

    @property
    def day(self) -> Days | None:
        """The day of the act itself where the text gives it, else that of the telling."""
        value = self.laid.claim.value
        return days_between(value.earliest, value.latest) or self.laid.day


def find_verdicts(layout: Layout) -> dict[str, list[Contrast]]:
    """By person, the contrasts between what accounts say the law made of them."""
    by_person: dict[str, list[_State]] = defaultdict(list)
    for laid in layout.claims:
        person = _person(laid)
        if person and person in layout.named and (word := _state(laid)):
            by_person[person].append(_State(word, laid))
    found = {p: _compare(layout, p, states) for p, states in by_person.items()}
    return {person: contrasts for person, contrasts in found.items() if contrasts}


def _person(laid: Laid) -> str | None:
    return laid.about if laid.claim.property in ("charge", "suspect") else laid.entity or laid.about


def _state(laid: Laid) -> str | None:
    """How far the law went by this claim; None where it says nothing that can be held against others.

    Who denies a charge or a verdict in his own words is not cleared by that.
    """
    prop, denied = laid.claim.property, laid.claim.stance == "denied"
    if not denied and laid.claim.stance not in _TOLD:
        return None
    if denied and len(laid.voice) > 1:
        return None
    if prop in _VERDICTS:
        return "acquitted" if (prop == "conviction") == denied else "convicted"
    if prop == "charge":
        return "cleared of the charge" if is_cleared(laid) or laid.claim.value.outcome else "charged"
    if prop == "quashed" and not denied:
        return laid.claim.value.kind if laid.claim.value.kind in ("commuted", "pardoned") else "quashed"
    return "suspected" if prop == "suspect" and not denied else None


def _compare(layout: Layout, person: str, states: Sequence[_State]) -> list[Contrast]:
    by_word: dict[str, list[_State]] = defaultdict(list)
    for state in states:
        by_word[state.word].append(state)
    contrasts = _penalties(layout, person, by_word["convicted"])
    words = sorted((w for w in by_word if by_word[w]), key=lambda w: (_STAGES[w], w))
    found = (_contrast(layout, person, by_word[a], by_word[b]) for a, b in combinations(words, 2))
    return [*contrasts, *(contrast for contrast in found if contrast)]


def _penalties(layout: Layout, person: str, convicted: Sequence[_State]) -> list[Contrast]:
    """Two reports that give one person different penalties: of two days the later stands, else they can't both be true."""
    by_penalty: dict[tuple[object, ...], list[_State]] = defaultdict(list)
    for state in convicted:
        if (penalty := state.laid.claim.value.penalty) and (penalty.years or penalty.kind in ("life", "death")):
            by_penalty[(penalty.kind, penalty.years)].append(state)
    found = []
    for ones, others in combinations(by_penalty.values(), 2):
        pairs = [(a, b) for a in ones for b in others if _of_one_matter(layout, a, b) and not _of_one_report(a, b)]
        if pairs:
            found.append(_penalty(layout, person, pairs))
    return found


def _penalty(layout: Layout, person: str, pairs: Sequence[tuple[_State, _State]]) -> Contrast:
    early, late = _in_order(pairs)
    ordered = [(b, a) for a, b in pairs] if late and not early else list(pairs)
    first, second = (tuple({s.laid.claim.id: s.laid for s in side}.values()) for side in zip(*ordered, strict=True))
    a, b = (s.laid.claim.value.penalty for s in ordered[0])
    said = f"{layout.entities[person].name} gets {a.text if a else ''} according to {say_tellers(first)}"
    said += f"{_when(ordered[0][0])}, {'and' if early != late else 'but'} {b.text if b else ''}"
    said += f" according to {say_tellers(second)}{_when(ordered[0][1])}"
    note = "the later stands for the earlier" if early != late else "that they are of different deeds is not ruled out"
    return Contrast("update" if early != late else "conflict", first, second, says=f"{said}; {note}")


def _of_one_report(a: _State, b: _State) -> bool:
    return a.laid.document.id == b.laid.document.id


def _contrast(layout: Layout, person: str, ones: Sequence[_State], others: Sequence[_State]) -> Contrast | None:
    """A verdict after a verdict or a charge, a charge after a suspicion; or two verdicts that can't both stand.

    Who is still called a suspect once he is charged is nothing new; a verdict is later than a charge on any day.
    """
    pairs = [(a, b) for a in ones for b in others if _of_one_matter(layout, a, b)]
    if not pairs:
        return None
    first, second = (tuple({s.laid.claim.id: s.laid for s in side}.values()) for side in zip(*pairs, strict=True))
    early, late = _in_order(pairs)
    lower, higher = pairs[0][0].stage, pairs[0][1].stage
    if early == late and lower == higher:
        note = "neither is told to be the later" if not early else "both are of one time"
        return Contrast("conflict", first, second, says=f"{_say(layout, person, pairs, first, second, 'but')}; {note}")
    if late:
        first, second, pairs = second, first, [(b, a) for a, b in pairs]
    if not early and not late and pairs[0][1].stage < _STAGES["convicted"]:
        return None
    note = "the later stands for the earlier" if early != late else "the second is the further step"
    return Contrast("update", first, second, says=f"{_say(layout, person, pairs, first, second, 'and')}; {note}")


def _of_one_matter(layout: Layout, a: _State, b: _State) -> bool:
    """Whether two claims of two reports can be of one case: one incident, or deeds told in like words."""
    if a.laid.document.id == b.laid.document.id and a.stage != b.stage:
        return False
    if a.laid.incident and b.laid.incident:
        return a.laid.incident == b.laid.incident
    ones, others = _deed(a.laid), _deed(b.laid)
    if ones and others:
        return bool(ones & others)
    return not (_is_of_other_crime(a.laid, b.laid, layout) or _is_of_other_crime(b.laid, a.laid, layout))


def _is_of_other_crime(verdict: Laid, accused: Laid, layout: Layout) -> bool:
    """Whether a verdict is on a crime without violence, where somebody is accused of an attack or a killing."""
    incident = layout.incidents.get(accused.incident or "")
    said = f"{verdict.claim.value.text or ''} {verdict.claim.quote}".lower()
    violent = incident is not None and incident.type in _VIOLENT
    return violent and verdict.claim.property in ("conviction", "acquittal") and any(p.search(said) for p in _other())


@cache
def _other() -> tuple[re.Pattern[str], ...]:
    text = (files("rashomon.data") / "weigh" / "other_crimes.txt").read_text(encoding="utf-8")
    return tuple(re.compile(line) for line in text.splitlines() if line and not line.startswith("#"))


def _deed(laid: Laid) -> frozenset[str]:
    if laid.claim.property not in _VERDICTS:
        return frozenset()
    penalty = laid.claim.value.penalty
    if penalty and laid.claim.value.text == penalty.text and not _FOR.search(laid.claim.quote):
        return frozenset()  # A term that is raised or cut tells no deed.
    words = f"{laid.claim.value.text or ''} {laid.claim.quote}".casefold().split()
    names = {n for n in laid.claim.quote.split() if n[:1].isupper()}
    told = {word[:_DEED] for word in words if len(word) >= _DEED} - {n.casefold()[:_DEED] for n in names}
    return frozenset(told - _OF_ANY_VERDICT)


def _in_order(pairs: Sequence[tuple[_State, _State]]) -> tuple[bool, bool]:
    """Whether some first is before its second, and whether some is after it; (False, False) where days do not tell."""
    days = [(a.day, b.day) for a, b in pairs]
    known = [(x, y) for x, y in days if x and y]
    before, after = any(x.last < y.first for x, y in known), any(y.last < x.first for x, y in known)
    lower = pairs[0][0].stage < pairs[0][1].stage
    return (True, False) if lower and before else (before, after and not lower)


def _say(
    layout: Layout,
    person: str,
    pairs: Sequence[tuple[_State, _State]],
    first: Sequence[Laid],
    second: Sequence[Laid],
    joint: str,
) -> str:
    a, b = pairs[0]
    said = f"{layout.entities[person].name} {_WORDS[a.word]} according to {say_tellers(first)}{_when(a)}"
    return f"{said}, {joint} {_WORDS[b.word]} according to {say_tellers(second)}{_when(b)}"


def _when(state: _State) -> str:
    return f" ({state.day})" if state.day else ""
