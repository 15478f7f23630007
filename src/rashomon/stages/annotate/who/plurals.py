"""Names made of ordinary words in the plural: "the Grey Herons" are a band, whatever the model calls them."""

from __future__ import annotations

from rashomon.stages.annotate.who.lexicon import person_nouns, words
from rashomon.stages.annotate.who.page import Line
from rashomon.text.english import is_listed, parts_of_speech
from rashomon.text.fold import fold
from rashomon.text.places import lookup


def names_many(line: Line, first: int, last: int) -> bool:
    """Whether two words or more end in a plural, all ordinary or the last of them of people; no place, no people of a country."""
    key = line.words[first:last]
    band = key[-1].removesuffix("s") in person_nouns()
    if len(key) < 2 or not (band or is_english(key)) or lookup(" ".join(t.text for t in line.tokens[first:last])):
        return False
    plural = key[-1].endswith("s") and not is_listed(key[-1]) and "n" in parts_of_speech(key[-1])
    return plural and key[-1] not in words("demonyms.txt")


def is_english(key: tuple[str, ...]) -> bool:
    """Whether all words of a name are ordinary English ones."""
    return all(parts_of_speech(w) or w in ("of", "the", "and", "for", "-") for w in key)


def is_foreign(key: tuple[str, ...]) -> bool:
    """Whether no word of a name is an ordinary English one."""
    return not any(parts_of_speech(w) for w in key if len(w) > 2)


def is_known_place(text: str) -> bool:
    """Whether a gazetteer has a name that is no ordinary word: villages are called Badger, and so are men."""
    return bool(lookup(text)) and not is_listed(fold(text))
