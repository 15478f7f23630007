"""People whose names stand in two scripts: never joined by themselves, always asked about where the names sound alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from rashomon.stages.link.bearers import Bearer
from rashomon.stages.link.comparison import Comparison
from rashomon.text.names.scripts import coarse_form, compare_scripts, script_of

_LETTERS, _SHARE = 2, 3
"""Classes of consonants by which two spellings of one name may differ, and the least share of the longer that this is of."""


def across_scripts(bearers: Sequence[Bearer]) -> Iterator[Comparison]:
    """Every two full names of people that can be one across scripts, as an open question with the reason."""
    by_script: dict[str, list[int]] = defaultdict(list)
    for number, bearer in enumerate(bearers):
        script = script_of(bearer.name) if bearer.type == "person" and " " in bearer.name.strip() else None
        if script is not None:
            by_script[script].append(number)
    scripts = sorted(by_script)
    for n, one in enumerate(scripts):
        for two in scripts[n + 1 :]:
            yield from _between(bearers, by_script[one], by_script[two])


def _between(bearers: Sequence[Bearer], left: Sequence[int], right: Sequence[int]) -> Iterator[Comparison]:
    forms = {n: coarse_form(bearers[n].name) for n in (*left, *right)}
    for a in left:
        for b in right:
            if not _near(forms[a], forms[b]):
                continue
            match = compare_scripts(bearers[a].name, bearers[b].name)
            if match.same:
                first, second = sorted((a, b))
                yield Comparison(first, second, "disputed", match.score, match.reason, True)


def _near(one: str, two: str) -> bool:
    """Whether the sure consonants of two names are nearly the same: a comparison of sounds costs a hundred times as much."""
    longest = max(len(one), len(two))
    if not longest or longest - min(len(one), len(two)) > max(_LETTERS, longest // _SHARE):
        return False
    return OSA.distance(one, two) <= max(_LETTERS, longest // _SHARE)
