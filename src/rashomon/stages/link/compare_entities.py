"""Compare two bearers: could they be one person, body or place, how surely, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.stages.link.affairs import Surroundings, shared_companions
from rashomon.stages.link.bearers import Bearer, rough
from rashomon.text.fold import fold_words
from rashomon.text.names import NameMatch, compare_names

_SPELLED_ALIKE = 0.92
_CLOSE = 0.5


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two bearers by number, the verdict, the score and the sentence; `lone` that one side is a surname alone."""

    a: int
    b: int
    verdict: Literal["same", "different", "disputed"]
    score: float
    reason: str
    lone: bool = False


def compare_bearers(a: Bearer, b: Bearer) -> NameMatch | None:
    """The best match between the names and aliases of two bearers; None where nothing is close."""
    if a.type != b.type:
        return None
    alias = _by_alias(a, b)
    if alias is not None:
        return alias
    if a.type in ("phone", "bank_account", "vehicle", "weapon", "document", "other"):
        return None
    if a.type == "person" and not _could_answer(a.words, b.words):
        return None
    match = compare_names(a.name, b.name, a.type)
    if a.type == "place" and match.same and match.score < _SPELLED_ALIKE:
        return NameMatch(match.score, False, f"“{a.name}” and “{b.name}” are spelled too differently for one place.")
    if match.same and match.score < _SPELLED_ALIKE and a.documents & b.documents:
        return NameMatch(match.score, False, f"One report names both “{a.name}” and “{b.name}”.")
    return match if match.score >= _CLOSE else None


def _could_answer(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names have as many parts in common, by their first sound, as the shorter needs to be the longer."""
    short, long = sorted((a, b), key=len)
    firsts = {rough(w)[:1] for w in long} | {w[0] for w in long}
    return sum(rough(w)[:1] in firsts or w[0] in firsts for w in short) >= min(2, len(short))


def _by_alias(a: Bearer, b: Bearer) -> NameMatch | None:
    if not (a.aliases or b.aliases):
        return None
    names_a = {fold_words(n): n for n in (a.name, *a.aliases)}
    names_b = {fold_words(n): n for n in (b.name, *b.aliases)}
    shared = sorted(n for n in names_a if n in names_b and len(n) > 1)
    if not shared:
        return None
    name = names_a[shared[0]]
    return NameMatch(0.95, True, f"A report gives “{name}” as another name of “{b.name if b.aliases else a.name}”.")


def compare_pairs(
    bearers: Sequence[Bearer], pairs: Sequence[tuple[int, int]], around: dict[str, Surroundings]
) -> list[Comparison]:
    """Every pair that is close, with its verdict; surnames alone come last, when it is known who bears them."""
    found: list[Comparison] = []
    lone: list[tuple[int, int]] = []
    for i, j in pairs:
        a, b = bearers[i], bearers[j]
        if a.type == "person" and (len(a.words) == 1) != (len(b.words) == 1) and _by_alias(a, b) is None:
            lone.append((i, j) if len(a.words) == 1 else (j, i))
        elif (match := compare_bearers(a, b)) is not None:
            found.append(Comparison(i, j, "same" if match.same else "different", match.score, match.reason))
    return [*found, *_lone_names(bearers, lone, around, found)]


def _lone_names(
    bearers: Sequence[Bearer], pairs: Sequence[tuple[int, int]], around: dict[str, Surroundings], known: list[Comparison]
) -> list[Comparison]:
    """A surname alone is the one person of that surname whose documents share other names with its own."""
    one_person = {frozenset((c.a, c.b)) for c in known if c.verdict == "same"}
    candidates: dict[int, list[int]] = {}
    for single, full in pairs:
        match = compare_names(bearers[single].words[0], bearers[full].words[-1], "person")
        if match.same and match.score > 0.9 and not bearers[single].documents & bearers[full].documents:
            candidates.setdefault(single, []).append(full)
    found: list[Comparison] = []
    for single, fulls in sorted(candidates.items()):
        found.extend(_lone_name(bearers, single, fulls, around, one_person))
    return found


def _lone_name(
    bearers: Sequence[Bearer], single: int, fulls: list[int], around: dict[str, Surroundings], one_person: set[frozenset[int]]
) -> list[Comparison]:
    name = bearers[single].name
    near = [f for f in fulls if shared_companions(bearers[single].documents, bearers[f].documents, around)]
    first = near[:1]
    people = first + [f for f in near[1:] if frozenset((first[0], f)) not in one_person]
    if len(people) > 1:
        names = " or ".join(sorted(f"“{bearers[f].name}”" for f in people))
        return [Comparison(single, f, "disputed", 0.5, f"“{name}” alone could be {names}.", True) for f in people]
    if people:
        full = people[0]
        why = f"“{name}” alone: “{bearers[full].name}” is the only one of that surname in reports that share other names."
        return [Comparison(single, full, "same", 0.75, why, True)]
    return []
