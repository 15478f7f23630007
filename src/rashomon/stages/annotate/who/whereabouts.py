"""What speaks for a place where the model saw a body or a person: bearings, distances, routes and lists of places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rashomon.model import parts
from rashomon.stages.annotate.who.chunks import Chunk
from rashomon.stages.annotate.who.lexicon import given, heads, person_nouns, postal_codes, signs
from rashomon.stages.annotate.who.page import Line
from rashomon.text.places import lookup

_MEASURES = frozenset({"km", "kms", "kilometre", "kilometres", "kilometer", "kilometers", "mile", "miles"})
_PLACED = frozenset({"GPE", "LOC"})
_STOPS = frozenset({"and", "or", ","})
_BY_NAME = frozenset({"about", "near", "outside", "around", "through", "toward", "towards", "across"})
"""Words behind which the model knows no place by itself, and after which a firm with "where" is rare."""
_WHOSE = frozenset({"his", "her", "their", "my", "our"})
_SOMEBODY = (("he",), ("she",), ("they",), ("we",), ("i",), ("you",))


Weights = tuple[float, float, float]
"""For a person, a body, a place."""


def place_signs(chunk: Chunk, line: Line) -> Iterator[Weights]:
    """What each sign around one standing of a name weighs."""
    yield from _beside(chunk, line)
    if _is_struck(chunk, line):
        yield -1, 0, 1.5
    where = _bearing_after(chunk, line) + _bearing_before(chunk, line) + _listed(chunk, line) + _route(chunk, line)
    if where:
        yield -0.5 * where, -0.4 * where, where


def _beside(chunk: Chunk, line: Line) -> Iterator[Weights]:
    """ "X province", "the town of X", "Y, CA", "X, where", "X, May 12": the dateline of a report."""
    w, t = line.words, line.tokens
    before = w[chunk.first - 1] if chunk.first else ""
    after = w[chunk.last] if chunk.last < len(w) else ""
    if after in signs("place_after") and not line.capital[chunk.last]:
        yield -1, 0, 3
    if heads().get(after) == "e" and not line.capital[chunk.last]:
        yield -0.3, 0, 1
    if before == "of" and chunk.first > 1 and w[chunk.first - 2] in signs("place_before"):
        yield -1, 0, 5
    if before == "of" and chunk.first > 1 and w[chunk.first - 2] in signs("of_a_town"):
        yield -1, -0.5, 2
    if before in _BY_NAME | {"at"} and after == "," and _opens_where(w, chunk.last + 1):
        yield -2, 0, 1.5
    if before == "at" and chunk.first > 1 and w[chunk.first - 2] in signs("stood_at"):
        yield -2, 0, 1.5
    if _opens_dispatch(chunk, line):
        yield -1, -1, 4
    house = chunk.first > 0 and before in signs("facilities") and not line.capital[chunk.first - 1]
    if house and t[chunk.first - 1].is_a(parts.COMMON_NOUN):
        yield -2, -1, 4
    if before in _WHOSE and after in signs("residences"):
        yield -1, -0.5, 3
    code = chunk.last - chunk.first == 1 and t[chunk.first].text in postal_codes()
    if before == "," and code and line.capital[chunk.first - 2 if chunk.first > 1 else 0]:
        yield -2, -2, 5
    if chunk.first == 0 and after in (",", "(") and (chunk.last + 1) in line.masked and lookup(t[0].text):
        yield -1, 0, 3
    if chunk.first == 0 and after == "(" and lookup(" ".join(x.text for x in t[: chunk.last])):
        yield -1, -1, 3


def _is_struck(chunk: Chunk, line: Line) -> bool:
    """ "Two bombers struck X", "a blast rocked X": one word, hit by several or by a thing, is a town."""
    token = line.tokens[chunk.last - 1]
    if (
        chunk.last - chunk.first > 1
        or not token.is_a(parts.UNDERGOING_SUBJECT | parts.OBJECT)
        or chunk.titles[0] < chunk.titles[1]
    ):
        return False
    verb = line.tokens[token.head]
    if verb.lemma not in signs("strikes_towns") or chunk.key[0] in given():
        return False
    doers = [t for t in line.tokens if t.head == token.head and t.is_a(parts.DOING_SUBJECT | parts.CLAUSE_SUBJECT)]
    return any(
        t.is_a(parts.PLURAL_NOUN) or t.lemma.lower() not in person_nouns() for t in doers if t.is_a(parts.COMMON_NOUN)
    )


def _opens_where(words: tuple[str, ...], at: int) -> bool:
    """ "X, where soldiers fired": where he worked or she studied may be a firm or a school."""
    return words[at : at + 1] == ("where",) and words[at + 1 : at + 2] not in _SOMEBODY


def _opens_dispatch(chunk: Chunk, line: Line) -> bool:
    """ "ORVELA, Costa Alta, 18 Oct (AXE).-": the town in capitals that a dispatch is dated from."""
    t = line.tokens
    if chunk.first or not all(x.text.isupper() and len(x.text) > 3 for x in t[: chunk.last]):
        return False
    ahead = [x.text for x in t[chunk.last : chunk.last + 14]]
    closed = next((n for n, (a, b) in enumerate(pairwise(ahead)) if a == ")" and b[-1] in "-–—"), None)
    closed = closed or next((n for n, a in enumerate(ahead) if a in (").-", ").–", ").—", ")-", ")--")), None)
    return bool(ahead) and ahead[0] in (",", "(") and closed is not None


def _bearing_after(chunk: Chunk, line: Line) -> float:
    """ "X, north of the city", "X, some 40 kilometres west of Y", "X, on the south coast"."""
    w = line.words
    if chunk.last + 2 >= len(w):
        return 0.0
    n = chunk.last + (w[chunk.last] in (",", "("))
    ahead = w[n : n + 8]
    for k, word in enumerate(ahead[:-1]):
        if k > 6 or word in (".", ";", "who") or (k and word == ","):
            break
        bearing = word in signs("directions") or word in ("south-east", "south-west", "north-east", "north-west")
        if (bearing or word in _MEASURES) and ahead[k + 1] in ("of", "from"):
            whole = k == 0 or any(m in _MEASURES for m in ahead[: k + 1])
            return 3.0 if whole else 0.0
    return 0.0


def _bearing_before(chunk: Chunk, line: Line) -> float:
    """ "west of X", "12 kilometres from X", "the road to X"."""
    w, at = line.words, chunk.first - 1
    if at > 0 and w[at] == "the":
        at -= 1
    if at < 1:
        return 0.0
    if w[at] in ("of", "from") and (w[at - 1] in _MEASURES or w[at - 1] in signs("directions")):
        return 3.0
    if w[at] == "on" and w[at - 1] in ("raid", "raids", "assault", "siege", "airstrike", "airstrikes", "advance"):
        return 1.5
    if w[at] == "on" and w[at - 1] in ("attack", "attacks", "strike", "strikes"):
        return 0.8
    road = w[at] in ("to", "from", "for") and w[at - 1] in (
        "road",
        "highway",
        "flight",
        "flights",
        "train",
        "bus",
        "way",
    )
    return 2.0 if road else 0.0


def _listed(chunk: Chunk, line: Line) -> float:
    """Beside names of places in a list: "in A, B and X"."""
    t = line.tokens
    before, after = chunk.first - 1, chunk.last
    if after < len(t) and line.words[after] in _STOPS and _place_at(line, after + 1, 1) and before >= 0:
        return 1.2 if _in_list(line, before) else 0.0
    if before > 0 and line.words[before] in _STOPS and _place_at(line, before - 1, -1):
        whole = t[chunk.last - 1].is_a(parts.IN_PHRASE | parts.JOINED | parts.APPOSITION)
        return 1.2 if whole and _in_list(line, before - 1) else 0.0
    return 0.0


def _place_at(line: Line, n: int, step: int) -> bool:
    t = line.tokens
    if 0 <= n < len(t) and line.words[n] in ("and", "the"):
        n += step
    return 0 <= n < len(t) and t[n].ent[2:] in _PLACED


def _in_list(line: Line, n: int) -> bool:
    """Whether only names, commas and "and" stand between a preposition of place and token `n`."""
    while n >= 0 and (line.capital[n] or line.words[n] in (",", "and", "or", "the", "-", "of")):
        n -= 1
    return n >= 0 and line.words[n] in ("in", "at", "near", "around", "between", "from", "to", "including", "across")


def _route(chunk: Chunk, line: Line) -> float:
    """ "between X and Y", "from X to Y"."""
    w = line.words
    before = w[chunk.first - 1] if chunk.first else ""
    after = w[chunk.last] if chunk.last + 1 < len(w) else ""
    further = chunk.last + 1
    if (before, after) in (("between", "and"), ("from", "to")) and further < len(w):
        return 1.0 if line.tokens[further].ent[2:] in _PLACED else 0.0
    return 0.0
