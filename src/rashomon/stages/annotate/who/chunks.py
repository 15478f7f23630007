"""Candidates for names: runs of name words, cut where the model's labels and the titles say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.stages.annotate.who.lexicon import (
    bare_title,
    given,
    heads,
    known_bodies,
    person_nouns,
    signs,
    speech_forms,
    titles,
    words,
)
from rashomon.stages.annotate.who.page import Line
from rashomon.stages.annotate.who.runs import find_runs
from rashomon.text.places import lookup

_SMALL = frozenset({"of", "the", "and", "for"})


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of one line that may be a name, what stood before it as its title, and the model's label for it."""

    line: int
    first: int
    last: int
    label: str
    titles: tuple[int, int]
    key: tuple[str, ...]


def find_chunks(lines: tuple[Line, ...]) -> Iterator[Chunk]:
    """Every candidate, in text order."""
    for number, line in enumerate(lines):
        for first, last in find_runs(line):
            yield from _pieces(number, line, first, last)


def _pieces(number: int, line: Line, first: int, last: int) -> Iterator[Chunk]:
    """A run cut at the model's boundaries and after titles."""
    for start, end in _cuts(line, first, last):
        begin, title = _past_titles(line, start, end)
        if title[0] < title[1] and title[0] > start:
            yield from _chunk(number, line, start, title[0], (start, start))
        yield from _chunk(number, line, begin, end, title)


def _cuts(line: Line, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Where one labelled name directly follows another inside a run, the two are apart, unless a head noun ends it."""
    t = line.tokens
    whole = line.words[last - 1] in heads() and last - first <= 7
    whole = whole or (last - first > 2 and line.words[first + 1 : last] in known_bodies())
    start = first
    after_place = first > 0 and line.words[first - 1] in ("to", "in", "of", "from", "for")
    bearer = last - first > 2 and (line.words[first + 1] in given() or t[first + 1].ent[2:] == "PERSON")
    bearer = bearer or (last - first > 2 and first > 1 and t[first - 2].lemma in person_nouns())
    if bearer and after_place and not whole and _country(t[first].text):
        yield first, first + 1
        first = start = first + 1
    for n in range(first + 1, last):
        if line.words[n] in ("u.s.", "us", "u.k.", "uk") and not whole and line.capital[n]:
            yield start, n
            start = n
            continue
        if line.words[n - 1] in signs("ships") and t[n - 1].text.isupper():
            continue
        if t[n].ent[:2] != "B-" or not t[n - 1].ent or t[n - 1].text in ("-", "and", "of", "the"):
            continue
        if t[n].ent[2:] != t[n - 1].ent[2:] and not whole and not _same_person(line, start, n):
            yield start, n
            start = n
    yield start, last


def _country(text: str) -> bool:
    return any(p.kind == "country" for p in lookup(text))


def _same_person(line: Line, start: int, n: int) -> bool:
    """A given name and what follows it stay together whatever the model says."""
    return n - start == 1 and line.words[start] in given() and line.words[n] not in heads()


def _past_titles(line: Line, first: int, last: int) -> tuple[int, tuple[int, int]]:
    """Where the name begins after its titles, and the titles' own stretch (empty where there are none)."""
    w, known = line.words, titles()
    body = w[last - 1] in heads() and w[last - 1] not in titles() and not _surname(line, first, last)
    if body or w[first:last] in known_bodies():
        return first, (first, first)
    # "Minister of Labour Ana X"; the fighters of a movement are no title.
    one = first > 1 and line.capital[first - 2] and bare_title(w[first - 2]) == w[first - 2].rstrip(".")
    if one and w[first - 1] == "of" and bare_title(w[first - 2]) in known:
        begin = next((k for k in range(first + 1, last - 1) if w[k] in given()), first)
        if begin > first:
            return begin, (first, begin)
    for n in range(last - 2, first - 1, -1):
        if w[n + 1] in _SMALL or (n > first and w[n - 1] in _SMALL and heads().get(w[first]) == "o"):
            continue
        # "Colonel Major X" has two titles, though somebody may be called Colonel.
        borne = n > first and w[n - 1] in given() and bare_title(w[n - 1]) not in signs("honorifics")
        if bare_title(w[n]) in known and not (borne and bare_title(w[n]) in signs("never_titles")):
            back = n
            while (
                back > first
                and bare_title(w[back - 1]) in known
                and (back - 1 == first or w[back - 1] not in ("police", "justice"))
            ):
                back -= 1
            while n + 1 - back < 4 and back > first and w[back - 1] in signs("portfolios") | _SMALL:
                back -= 1
            return n + 1, (first if bare_title(w[first]) in known else back, n + 1)
    return first, (first, first)


def _surname(line: Line, first: int, last: int) -> bool:
    """ "Minister Robert Hill", "Senator Hill": no hill, but "King Street" is a street."""
    if last - first < 2 or line.words[last - 1] not in signs("land_surnames"):
        return False
    before = bare_title(line.words[last - 2])
    return (before in given() and last - first > 2) or before in signs("honorifics")


def _trailing_title(line: Line, first: int, last: int) -> bool:
    """A rank or office at the end is none of the name ("Oakland County Sheriff"), unless a given name opens it."""
    word = bare_title(line.words[last - 1])
    if line.words[last - 1] in signs("suffixes") and line.tokens[last - 1].text.isupper():
        return True
    if line.words[last - 2] in _SMALL or "of" in line.words[first : last - 1]:
        return False
    if word != line.words[last - 1].rstrip(".") and first and line.words[first - 1] == "the":
        return False  # "the Larnov Volunteers" are a body
    if word in signs("rank_shorts"):
        return True
    if word in signs("papers"):
        return False
    if first and line.words[first - 1].rstrip(".") in ("mr", "mrs", "ms", "dr", "miss"):
        return False
    given_name = line.words[first] in given() and line.tokens[first].ent[2:] != "GPE"
    return word in titles() and word not in signs("never_titles") and not given_name


def _known_without(line: Line, first: int, last: int) -> bool:
    """ "Central Lyon" is Lyon; "South Korea" is itself."""
    texts = [t.text for t in line.tokens[first:last]]
    return not lookup(" ".join(texts)) and bool(lookup(" ".join(texts[1:])))


def _native(line: Line, first: int, last: int) -> bool:
    """ "American Ed Moser": where a person is from is no part of the name."""
    adjective = line.words[first] in words("demonyms.txt") and line.words[first] not in given()
    named = last - first > 2 and line.words[first + 1] in given() and line.words[last - 1] not in heads()
    borne = line.tokens[last - 1].ent[2:] == "PERSON" or line.words[last - 1] in words("surnames.txt")
    return adjective and named and borne


def _chunk(number: int, line: Line, first: int, last: int, title: tuple[int, int]) -> Iterator[Chunk]:
    t = line.tokens
    while first < last and (line.words[first] in ("the", "'", "-") or not t[first].text[0].isalnum()):
        first += 1
    if first == last:
        return
    if last - first > 1 and line.words[first] in speech_forms() and line.words[first] not in given():
        first += 1
    while last - first > 1 and heads().get(line.words[last - 1]) == "e" and line.words[last - 2] not in _SMALL:
        last -= 1
    end = last
    while last - first > 1 and _trailing_title(line, first, last):
        last -= 1
    office = signs("portfolios") | {"federal", "national", "state", "chief", "deputy"}
    if last < end and all(w in office for w in line.words[first:last]):
        return
    bearing = line.words[first] in signs("directions") and heads().get(line.words[last - 1]) != "o"
    if last - first > 1 and bearing and _known_without(line, first, last):
        first += 1
    first += _native(line, first, last)
    while last > first and not t[last - 1].text[-1].isalnum() and t[last - 1].text[-1] != ".":
        last -= 1
    if last <= first:
        return
    votes: dict[str, int] = {}
    for token in t[first:last]:
        if token.ent:
            votes[token.ent[2:]] = votes.get(token.ent[2:], 0) + 1
    label = max(votes, key=lambda k: votes[k]) if votes else ""
    yield Chunk(number, first, last, label, title, line.words[first:last])
