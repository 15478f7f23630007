"""Where a word stands in its sentence, as far as that tells whom a pronoun means: its place, its verb, what sort of verb that is."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon import words as listed
from rashomon.model import parts
from rashomon.stages.annotate.who.lexicon import signs, words
from rashomon.stages.annotate.who.page import Line

_PLACES = (
    (parts.OBJECT | parts.RECIPIENT, "object"),
    (parts.OWNER, "owner"),
    (parts.APPOSITION, "apposed"),
    (parts.JOINED, "joined"),
)
_STATES = frozenset({"be", "have", "do"})


def place_of(line: Line, n: int) -> str:
    """Where a token stands: subject of the main clause, of another, object, owner, in a phrase of a verb or a noun."""
    t = line.tokens
    if t[n].is_a(parts.SUBJECT):
        verb = t[t[n].head]
        top = verb.is_a(parts.TOP) or (verb.is_a(parts.JOINED) and t[verb.head].is_a(parts.TOP))
        return "main" if top else "subject"
    if t[n].is_a(parts.IN_PHRASE):
        over = t[t[n].head]
        if over.is_a(parts.BY_PHRASE):
            return "by"
        return "of-noun" if t[over.head].is_a(parts.NOUN) else "phrase"
    return next((name for kind, name in _PLACES if t[n].is_a(kind)), "other")


def verb_of(line: Line, n: int) -> int:
    """The verb that a token stands under, else the top of its sentence."""
    t = line.tokens
    while not t[n].is_a(parts.VERB) and t[n].head != n:
        n = t[n].head
    return n


def words_over(line: Line, n: int) -> Iterator[int]:
    """The words above a token, the nearest first."""
    t = line.tokens
    while t[n].head != n:
        n = t[n].head
        yield n


def verbs_over(line: Line, n: int) -> Iterator[int]:
    """The verbs above a token, the nearest first."""
    return (v for v in words_over(line, n) if line.tokens[v].is_a(parts.VERB))


def sort_of(line: Line, verb: int) -> str:
    """What sort of verb it is, as far as it tells who its subject may be."""
    lemma = line.tokens[verb].lemma.lower()
    if not line.tokens[verb].is_a(parts.VERB):
        return "none"
    if lemma in words("speech.txt"):
        return "speech"
    if lemma in listed("en-law.txt") or lemma in signs("held_by_law"):
        return "law"
    if lemma in signs("deeds_done"):
        return "deed"
    return "state" if lemma in _STATES else "other"


def speaks(line: Line, n: int) -> bool:
    """Whether a token is the subject of a verb of saying."""
    return line.tokens[n].is_a(parts.SUBJECT) and sort_of(line, verb_of(line, n)) == "speech"
