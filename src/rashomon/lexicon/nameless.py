"""What the encoder hears in place of names and of words by which people are sorted: nothing that tells who somebody is, or from where.

The tables of the pointer know ordinary words alone; what is heard beside them may know no more. Without this the encoder, taught on
news, heard an accusation the more readily, the farther from English a name was (docs/reading.md).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from rashomon.lexicon.nouns import is_person_noun
from rashomon.model import parts
from rashomon.model.annotation import Token
from rashomon.text.english import is_common

SOMEBODY, SOMEWHERE = "smith", "foreign"
"""For a word of a name, and for one that tells of nation, creed or colour."""
_LISTS = (("who", "demonyms.txt"), ("who", "creeds.txt"), ("pointer", "unlearned.txt"))


@cache
def origins() -> frozenset[str]:
    """Words that tell where somebody is from, of which creed, colour or party."""
    found: set[str] = set()
    for folder, name in _LISTS:
        text = files("rashomon").joinpath("data", folder, name).read_text(encoding="utf-8")
        found |= {line.strip().lower() for line in text.splitlines() if line.strip() and not line.startswith("#")}
    return frozenset(found)


def nameless(tokens: Iterable[Token]) -> list[str]:
    """The words of some tokens as the encoder hears them, one for each."""
    return [_heard(t) for t in tokens]


def _heard(token: Token) -> str:
    word, lemma = token.text.lower(), token.lemma.lower()
    if word in origins() or lemma in origins():
        return SOMEWHERE
    if not token.is_a(parts.NAME) or not token.text[0].isalpha():
        return token.text
    common = is_common(lemma) or is_common(word)
    somebody = token.ent[2:] == "PERSON" and not is_person_noun(token)
    return SOMEBODY if somebody or not common else token.text
