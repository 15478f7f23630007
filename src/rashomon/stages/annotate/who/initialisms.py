"""Letters that stand for a body of the report, where no brackets say so: "the Tarvik Press ... TP also wrote"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from rashomon.model.annotation import EntityType
from rashomon.stages.annotate.who.chunks import Chunk
from rashomon.stages.annotate.who.names import Key
from rashomon.stages.annotate.who.page import Line
from rashomon.text.english import is_closed
from rashomon.text.places import lookup

_LEAST, _MOST = 2, 6


def find_initialisms(
    lines: tuple[Line, ...], chunks: list[Chunk], types: Mapping[Key, EntityType]
) -> list[tuple[Key, Key]]:
    """Each long name of a body with the letters that stand for it later on, where no other body has them."""
    bearers: dict[str, list[Key]] = defaultdict(list)
    found: list[tuple[Key, Key]] = []
    for chunk in chunks:
        line = lines[chunk.line]
        if types.get(chunk.key) == "organization" and len(chunk.key) >= _LEAST:
            for letters in _initials(chunk.key):
                if chunk.key not in bearers[letters]:
                    bearers[letters].append(chunk.key)
        elif len(chunk.key) == 1 and not line.heading and _is_letters(line.tokens[chunk.first].text):
            owners = bearers.get(chunk.key[0], [])
            if len(owners) == 1 and (owners[0], chunk.key) not in found:
                found.append((owners[0], chunk.key))
    return found


def _is_letters(text: str) -> bool:
    return text.isupper() and text.isalpha() and _LEAST <= len(text) <= _MOST and not lookup(text)


def _initials(key: Key) -> set[str]:
    """The letters with small words and without."""
    words = [w for w in key if w[0].isalpha()]
    return {"".join(w[0] for w in words), "".join(w[0] for w in words if not is_closed(w))}
