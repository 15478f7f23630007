"""Second names without a word that says so: "X (Ox)", "X 'Ox' Y", "X – Ox to his friends –"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model import parts
from rashomon.stages.annotate.who.chunks import Chunk
from rashomon.stages.annotate.who.defined import Defined
from rashomon.stages.annotate.who.lexicon import bodies, given, heads, known_bodies, person_nouns, signs, table, words
from rashomon.stages.annotate.who.owners import Stretch, Types
from rashomon.stages.annotate.who.page import Line
from rashomon.stages.annotate.who.plurals import is_known_place, names_many
from rashomon.text.english import is_compound, parts_of_speech

_MARKS = frozenset({'"', "'"})
_OPEN, _CLOSE = frozenset({"(", "["}), frozenset({")", "]"})
_HIS = frozenset({"his", "her", "their", "its"})
_PEOPLE = frozenset(
    {"those", "everyone", "everybody", "friends", "locals", "comrades", "neighbours", "neighbors", "all", "many"}
)
_STOPS = frozenset({",", "(", "-", "–", "—"})
_LONGEST = 4


def find_nicknames(number: int, line: Line, here: Sequence[Chunk], types: Types) -> Iterator[Defined]:
    """Every nickname of a person of the line that brackets, quotation marks or "to his friends" give."""
    people = [c for c in here if types.get(c.key) == "person"]
    for chunk in people:
        inner = _quoted_inside(line, chunk)
        if inner is not None:
            yield _define(number, line, (chunk.first, chunk.last), inner, chunk.last)
    if any(t.text in _OPEN for t in line.tokens):
        yield from _in_brackets(number, line, people, here)
    if "to" in line.words:
        yield from _to_friends(number, line, people)
    if "as" in line.words:
        yield from _as_known(number, line, people)


def _define(number: int, line: Line, owner: Stretch, other: Stretch, end: int) -> Defined:
    t = line.tokens
    return Defined(number, owner, (other,), t[owner[0]].start, t[end - 1].end, True)


def _quoted_inside(line: Line, chunk: Chunk) -> Stretch | None:
    """The nickname between the marks inside a name."""
    marks = [n for n in range(chunk.first + 1, chunk.last - 1) if line.words[n] in (*_MARKS, "(", ")")]
    if len(marks) != 2 or marks[1] - marks[0] < 2:
        return None
    return marks[0] + 1, marks[1]


def _in_brackets(number: int, line: Line, people: Sequence[Chunk], here: Sequence[Chunk]) -> Iterator[Defined]:
    found = [(c, *_bracketed(line, c.last)) for c in people if c.last + 2 < len(line.words)]
    held = [(c, inner, close) for c, inner, close in found if inner is not None]
    # Brackets that hold a party or a seat beside one name do so beside the others of the sentence.
    if any(_is_thing(line, inner) for _, inner, _ in held):
        return
    for chunk, inner, close in held:
        if _is_nickname(line, inner, chunk):
            yield _define(number, line, (chunk.first, chunk.last), inner, close + 1)


def _bracketed(line: Line, n: int) -> tuple[Stretch | None, int]:
    """What stands in the brackets that open at token `n`, without quotation marks and article, and where they close."""
    if line.tokens[n].text not in _OPEN:
        return None, n
    close = next((k for k in range(n + 1, min(n + _LONGEST + 4, len(line.tokens))) if line.tokens[k].text in _CLOSE), n)
    first, last = n + 1, close
    while first < last and (line.words[first] in _MARKS or line.words[first] == "the"):
        first += 1
    while last > first and line.words[last - 1] in _MARKS:
        last -= 1
    plain = 0 < last - first <= _LONGEST and all(line.capital[first:last])
    return ((first, last) if plain else None), close


def _is_thing(line: Line, inner: Stretch) -> bool:
    """Whether brackets hold a body, a place, a party or letters: where somebody belongs, not what he is called."""
    key = line.words[slice(*inner)]
    text = " ".join(t.text for t in line.tokens[slice(*inner)])
    known = key in known_bodies() or key[-1] in heads() or key[-1] in bodies() or key[-1] in table("states.tsv")
    known = known or names_many(line, *inner)
    return known or text.isupper() or is_known_place(text) or key[-1] in signs("in_brackets") or key[-1] in words(
        "demonyms.txt"
    )  # fmt: skip


def _is_nickname(line: Line, inner: Stretch, owner: Chunk) -> bool:
    """Quoted, with an article, or made of ordinary words or of given names; no office and no part of the name."""
    key, marked = line.words[slice(*inner)], line.words[inner[0] - 1]
    if set(key) <= set(owner.key):
        return False
    if marked in _MARKS or marked == "the":
        return True
    if key[-1] in person_nouns() and len(key) == 1:
        return False
    return all(parts_of_speech(w) or is_compound(w) or w in given() or w in table("titles.tsv") for w in key)


def _to_friends(number: int, line: Line, people: Sequence[Chunk]) -> Iterator[Defined]:
    """ "X – Ox to his friends –": a name between a stop and "to his", behind a person."""
    for n in range(2, len(line.words) - 2):
        his = line.words[n + 1] in _HIS and line.tokens[n + 2].is_a(parts.COMMON_NOUN | parts.ADJECTIVE)
        if line.words[n] != "to" or not (his or line.words[n + 1] in _PEOPLE):
            continue
        first = n
        while first > 0 and (line.capital[first - 1] and line.tokens[first - 1].text[0].isalpha()):
            first -= 1
        stop = first - 1
        while stop > 0 and (line.words[stop] == "the" or line.words[stop] in _MARKS):
            stop -= 1
        owner = next((c for c in people if c.last == stop), None)
        if first < n and owner is not None and line.words[stop] in _STOPS:
            yield _define(number, line, (owner.first, owner.last), (first, n), n + 3)


def _as_known(number: int, line: Line, people: Sequence[Chunk]) -> Iterator[Defined]:
    """ "Ox, as X is known": the second name stands first."""
    for owner in people:
        n, after = owner.first - 1, line.words[owner.last : owner.last + 3]
        told = after[:1] in (("is",), ("was",)) and {"known", "called", "nicknamed"} & set(after[1:])
        if n < 2 or line.words[n - 1 : n + 1] != (",", "as") or not told:
            continue
        first = n - 1
        while first > 0 and line.capital[first - 1] and line.tokens[first - 1].text[0].isalpha():
            first -= 1
        if first < n - 1:
            yield Defined(
                number, (owner.first, owner.last), ((first, n - 1),), line.tokens[first].start,
                line.tokens[owner.last + 1].end, True,
            )  # fmt: skip
