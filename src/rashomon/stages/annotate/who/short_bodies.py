"""The first word of a body's name that stands for it later on: "Ostwin Freight ... Ostwin said that it knew of nothing"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from rashomon.model.annotation import EntityType
from rashomon.stages.annotate.who.chunks import Chunk
from rashomon.stages.annotate.who.lexicon import given, heads, known_bodies, signs, words
from rashomon.stages.annotate.who.names import Key
from rashomon.stages.annotate.who.page import Line
from rashomon.text.english import is_listed
from rashomon.text.places import lookup

_LEAST = 4
_WHERE = frozenset({"in", "at", "near", "from", "into", "around", "outside", "towards", "toward"})


def find_short_bodies(
    lines: tuple[Line, ...], chunks: list[Chunk], types: Mapping[Key, EntityType]
) -> list[tuple[Key, Key]]:
    """Each long name of a body with its first word, where that stands alone and nobody and no place of the report is called so."""
    bodies: dict[str, list[Key]] = defaultdict(list)
    for key, kind in types.items():
        if kind == "organization" and len(key) > 1 and _tells(key[0]):
            bodies[key[0]].append(key)
    people = {word for key, kind in types.items() if kind == "person" and len(key) > 1 for word in key}
    found: list[tuple[Key, Key]] = []
    for short in dict.fromkeys(_alone(lines, chunks)):
        owners = bodies.get(short, []) if short not in people else []
        if len(owners) == 1 and not _is_somebody(short, lines, chunks) and not _is_somewhere(short, lines):
            found.append((owners[0], (short,)))
    return found


def _tells(word: str) -> bool:
    """Whether a first word is a name of its own: no common word, first name, town or kind of body."""
    common = is_listed(word) or word in heads() or word in given() or word in words("demonyms.txt")
    return len(word) >= _LEAST and word.isalpha() and not common and not lookup(word) and (word,) not in known_bodies()


def _alone(lines: tuple[Line, ...], chunks: list[Chunk]) -> Iterator[str]:
    """The words that stand as names of one word in the text."""
    for chunk in chunks:
        if len(chunk.key) == 1 and not lines[chunk.line].heading:
            yield chunk.key[0]


def _is_somebody(short: str, lines: tuple[Line, ...], chunks: list[Chunk]) -> bool:
    """Whether the word by itself has a title, an age or a "who" beside it: "Mr Ostwin"."""
    return any(_is_personal(chunk, lines[chunk.line].words) for chunk in chunks if chunk.key == (short,))


def _is_personal(chunk: Chunk, said: Key) -> bool:
    before, behind = said[: chunk.first][-1:], said[chunk.last : chunk.last + 2]
    titled = chunk.titles[0] < chunk.titles[1] or any(w.rstrip(".") in signs("honorifics") for w in before)
    return titled or (len(behind) > 1 and behind[0] == "," and (behind[1] == "who" or behind[1].isdigit()))


def _is_somewhere(short: str, lines: tuple[Line, ...]) -> bool:
    """Whether the word stands as a place of the text: "in Ostwin"."""
    return any(
        word == short and n and line.capital[n] and line.words[n - 1] in _WHERE
        for line in lines
        for n, word in enumerate(line.words)
        if line.words[n + 1 : n + 2] and not line.capital[n + 1]
    )
