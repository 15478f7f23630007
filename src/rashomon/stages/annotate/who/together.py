"""Several people or bodies who stand together near a word that may mean them: "X and Y", everybody of one sentence, the last two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model import parts
from rashomon.stages.annotate.who.cast import Actor
from rashomon.stages.annotate.who.page import Line
from rashomon.stages.annotate.who.speech import Seen

_MOST = 6
"""More than so many who stand together are a crowd."""

Together = tuple[tuple[Actor, ...], Seen]


def those_together(lines: Sequence[Line], before: Sequence[Seen]) -> Iterator[Together]:
    """Each set of two or more, with where its first stands; `before` are the standings before the word, the last first."""
    known: set[frozenset[int]] = set()
    single = [s for s in before if not s.actor.plural and s.actor.key and s.actor.type != "place"]
    people = [s for s in single if s.actor.type == "person"]
    for group in (*_by_line(lines, single), list(_last_two(people))):
        members = tuple({id(s.actor): s.actor for s in group}.values())
        key = frozenset(map(id, members))
        if 1 < len(members) <= _MOST and key not in known:
            known.add(key)
            yield members, group[0]


def _by_line(lines: Sequence[Line], single: Sequence[Seen]) -> Iterator[list[Seen]]:
    """Of each line those whom an "and" joins, then all its persons."""
    for number in dict.fromkeys(s.line for s in single):
        here = sorted((s for s in single if s.line == number), key=lambda s: s.head)
        yield from _joined(lines[number], here)
        yield [s for s in here if s.actor.type == "person"]


def _last_two(people: Sequence[Seen]) -> Iterator[Seen]:
    last = {id(s.actor): s for s in reversed(people)}
    yield from sorted(last.values(), key=lambda s: (-s.line, -s.head))[:2]


def _joined(line: Line, here: Sequence[Seen]) -> Iterator[list[Seen]]:
    """Those whose words hang on one another by "and"."""
    first: dict[int, list[Seen]] = {}
    for s in here:
        top = s.head
        while line.tokens[top].is_a(parts.JOINED) and line.tokens[top].head != top:
            top = line.tokens[top].head
        first.setdefault(top, []).append(s)
    yield from (group for group in first.values() if len(group) > 1)
