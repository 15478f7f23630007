"""Names in a list of which a noun in the plural says that they are people: "the guards Lomm and Orsic"."""

from __future__ import annotations

from rashomon.stages.annotate.who.lexicon import person_nouns, titles
from rashomon.stages.annotate.who.page import Line

_JOINTS = (",", "and", "&")
_COUNTS = frozenset({"the", "two", "three", "four", "five", "both", "all", "these"})


def are_listed_people(line: Line, first: int, last: int) -> bool:
    """Whether a name stands in a list that a plural noun of people opens, or one behind a comma closes."""
    begin = first
    while begin and (line.words[begin - 1] in _JOINTS or _named(line, begin - 1)):
        begin -= 1
    end = last
    while end < len(line.words) and (line.words[end] in _JOINTS or _named(line, end)):
        end += 1
    joined = {"and", "&"} & {*line.words[begin:end]}
    return bool(joined) and (_are_people(line, begin - 1) or _told_behind(line, end))


def _named(line: Line, n: int) -> bool:
    word = line.words[n].rstrip(".")
    return line.capital[n] and line.tokens[n].text[0].isalpha() and word not in titles() and not _is_of_people(word)


def _are_people(line: Line, n: int) -> bool:
    """ "guards" before the list: a noun in small letters, or the first word of its sentence."""
    return n >= 0 and (n == 0 or not line.capital[n]) and _is_of_people(line.words[n])


def _is_of_people(word: str) -> bool:
    """Whether a word is the plural of a noun for somebody, by its letters: taggers take "inmates" before names for a verb."""
    one = word[:-3] + "man" if word.endswith("men") else word[:-1] if word.endswith("s") else ""
    singular = {one, one.removesuffix("e")}
    return len(one) > 2 and not singular.isdisjoint(person_nouns() | titles())


def _told_behind(line: Line, end: int) -> bool:
    """ "Drazenik and Bekk, the two inmates whom": behind the comma that the walk has passed."""
    if line.words[end - 1 : end] != (",",):
        return False
    n = end
    while n < len(line.words) and line.words[n] in _COUNTS:
        n += 1
    return n > end and n < len(line.words) and _are_people(line, n)
