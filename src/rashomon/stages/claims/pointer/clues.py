"""What is there to be weighed, told shortly: a feature by its name, or the words by whose classes features are named.

Most of what is weighed are the classes of a word in some place, two score of them. Named one by one they had to be glued and
looked up anew for everybody in a sentence; as `Words` they are weighed at once, and named only when somebody asks.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

Word = tuple[str, str | None]
"""A lemma in small letters, as a part of speech (V, N, A) or as any."""


class Words(NamedTuple):
    """Features that begin alike: what `sort` says of each of some words, behind `before`; what it says of two of them counts once."""

    before: str
    words: tuple[Word, ...]
    sort: Callable[[str, str | None], Collection[str]]
    """Gives each name once."""


Clue = str | Words


@dataclass(frozen=True, slots=True, eq=False)
class Clues:
    """What is told of one thing, each clue once. What is `placed` counts twice: by itself, and with the place in which somebody stands."""

    alone: tuple[Clue, ...] = ()
    placed: tuple[Clue, ...] = ()


def begins(clue: Clue, before: str) -> bool:
    """Whether all features of a clue begin with some letters."""
    return (clue if isinstance(clue, str) else clue.before).startswith(before)


def behind(before: str, clue: Clue) -> Clue:
    """The same clue with something set before all its features."""
    return before + clue if isinstance(clue, str) else clue._replace(before=before + clue.before)


def named(clue: Clue, where: str = "") -> Collection[str]:
    """The features of a clue by their names, each once; `where` is set before each."""
    if isinstance(clue, str):
        return (where + clue,)
    before = where + clue.before
    return [before + name for name in names_of(clue)]


def names_of(words: Words) -> Collection[str]:
    """What is said of some words, each once."""
    if len(words.words) == 1:
        return words.sort(*words.words[0])
    return {name for lemma, kind in words.words for name in words.sort(lemma, kind)}


def all_named(told: Iterable[Clues], where: str) -> tuple[str, ...]:
    """All features of what is told of somebody in a place, each once."""
    return tuple(dict.fromkeys(_each(told, where)))


def _each(told: Iterable[Clues], where: str) -> Iterator[str]:
    for one in told:
        for clue in (*one.alone, *one.placed):
            yield from named(clue)
        for clue in one.placed:
            yield from named(clue, where)
