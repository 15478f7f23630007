"""What body a first word alone means in a report that has no full name for it: "Ostwin" for the "Ostwin Freight" of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rashomon.stages.link.bearers import Bearer
from rashomon.stages.link.comparison import Comparison
from rashomon.stages.link.doubts import Evidence
from rashomon.text.english import is_listed
from rashomon.text.fold import fold_words
from rashomon.text.names.words import generic, given
from rashomon.text.places import lookup

_LEAST = 4


def compare_lone_bodies(bearers: Sequence[Bearer], evidence: Evidence) -> list[Comparison]:
    """A body called by one word is the only one of the case whose name begins with it, in reports that share other names.

    Words of the language, towns, first names and names of somebody else in the case are no short names.
    """
    longer: dict[str, list[int]] = defaultdict(list)
    taken: set[str] = set()
    for number, bearer in enumerate(bearers):
        if bearer.type == "organization" and len(bearer.words) > 1:
            longer[bearer.words[0]].append(number)
        elif bearer.type == "place" or (bearer.type == "person" and len(bearer.words) > 1):
            taken |= set(bearer.words) | set(fold_words(bearer.name).split())
    found = []
    for number, bearer in enumerate(bearers):
        fulls = longer.get(bearer.words[0], []) if bearer.type == "organization" and len(bearer.words) == 1 else []
        if len(fulls) == 1 and _tells(bearer.words[0]) and bearer.words[0] not in taken:
            full = fulls[0]
            if evidence.near(bearer, bearers[full]):
                why = f"“{bearer.name}” alone: “{bearers[full].name}” is the only body whose name begins so."
                found.append(Comparison(number, full, "same", 0.75, why, True))
    return found


def _tells(word: str) -> bool:
    """Whether a word is a name of its own, by which writers call a body for short."""
    common = is_listed(word) or word in generic() or bool(given(word))
    return len(word) >= _LEAST and word.isalpha() and not common and not lookup(word)
