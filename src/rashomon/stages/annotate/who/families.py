"""Brothers and sisters who share a surname: "the Dezel brothers, Goran and Milan", "brothers Goran and Milan Dezel".

And a surname before "brothers" or "family", which means several and so nobody in particular.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model import parts
from rashomon.model.annotation import EntityType
from rashomon.stages.annotate.who.cast import Actor
from rashomon.stages.annotate.who.lexicon import given, signs
from rashomon.stages.annotate.who.names import Key
from rashomon.stages.annotate.who.page import Line

Shared = dict[tuple[int, int], str]
"""Line and token of a given name -> the surname that the text gives its bearer together with others."""
_MOST = 4


def find_families(lines: tuple[Line, ...]) -> Shared:
    """Every given name that stands with a surname shared among several."""
    shared: Shared = {}
    for number, line in enumerate(lines):
        for n, word in enumerate(line.words):
            if word in signs("siblings"):
                names = list(_listed(line, n + 1))
                surname = _surname(line, n, names)
                if surname and len(names) > 1:
                    shared.update(((number, at), surname) for at in names)
    return shared


def with_kin(types: dict[Key, EntityType], lines: tuple[Line, ...], shared: Shared) -> dict[Key, EntityType]:
    """The names of a document, siblings' given names among them."""
    alone = {(lines[line].words[at],) for line, at in shared if not _bears(lines[line], at)}
    return {**types, **dict.fromkeys(alone, "person")}


def name_kin(actors: list[Actor], shared: Shared) -> None:
    """Gives those who are named by a given name alone the surname of their family."""
    for actor in actors:
        surnames = {shared[s.line, s.first] for s in actor.standings if (s.line, s.first) in shared}
        if actor.named and len(actor.key) == 1 and len(surnames) == 1:
            actor.surname = surnames.pop()


def means_several(line: Line, last: int, kind: EntityType) -> bool:
    """ "the Dezel brothers", "the Hartwell family": the surname alone means none of them."""
    if last >= len(line.words) or line.capital[last] or kind == "place":
        return False
    return line.words[last] in signs("several" if kind == "person" else "siblings")


def _listed(line: Line, n: int) -> Iterator[int]:
    """The given names after "brothers": "Goran and Milan", ", Ana, Mira and Nora"."""
    found = 0
    if n < len(line.words) and line.words[n] in (",", "(", "named", "-", "–", "—"):
        n += 1
    while n < len(line.words) and found < _MOST and line.capital[n] and line.words[n] in given():
        yield n
        found += 1
        n += 1
        step = next((k for k in range(n, min(n + 2, len(line.words))) if line.words[k] not in (",", "and")), n)
        if step == n:
            return
        n = step


def _surname(line: Line, n: int, names: list[int]) -> str | None:
    """The name before "brothers", else the one behind the last given name."""
    if n and line.capital[n - 1] and line.tokens[n - 1].is_a(parts.NAME) and line.words[n - 1] not in given():
        return line.tokens[n - 1].text
    if names and _bears(line, names[-1]):
        return line.tokens[names[-1] + 1].text
    return None


def _bears(line: Line, at: int) -> bool:
    """Whether a capitalised name follows the given name."""
    return at + 1 < len(line.words) and line.capital[at + 1] and line.tokens[at + 1].is_a(parts.NAME)
