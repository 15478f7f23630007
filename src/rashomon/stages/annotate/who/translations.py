"""Bodies named twice, in their own language and in English: "the Confraria Azul (CA), the Blue Brotherhood, has said"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rashomon.model import parts
from rashomon.stages.annotate.who.chunks import Chunk
from rashomon.stages.annotate.who.defined import Defined
from rashomon.stages.annotate.who.lexicon import bodies, given, heads
from rashomon.stages.annotate.who.page import Line
from rashomon.stages.annotate.who.plurals import is_english, is_foreign, names_many

_BODIES = frozenset({"brotherhood", "front", "army", "movement", "party", "society", "union", "league", "organisation",
                     "organization", "group", "brigade", "brigades", "column", "guard", "state", "resistance", "command"})  # fmt: skip
_JOINS = frozenset({"and", "or", "as", "&"})


def find_translations(lines: tuple[Line, ...], chunks: list[Chunk], defined: list[Defined]) -> Iterator[Defined]:
    """Each English name in apposition to one in another language, as its second name.

    `defined` gives the long names of acronyms, which may be wider than the runs of capitalised words.
    """
    by_line: dict[int, list[Chunk]] = {}
    for chunk in chunks:
        by_line.setdefault(chunk.line, []).append(chunk)
    for number, here in by_line.items():
        line = lines[number]
        yield from _beside(number, line, here)
        for second in here:
            if _opens_apposition(line, second):
                names = [*(d.owner for d in defined if d.line == number), *((c.first, c.last) for c in here)]
                owner = _stands_before(line, names, second)
                if owner is not None:
                    t, other = line.tokens, (second.first, second.last)
                    yield Defined(number, owner, (other,), t[owner[0]].start, t[second.last - 1].end, False)


def _beside(number: int, line: Line, here: list[Chunk]) -> Iterator[Defined]:
    """ "the Grey Herons, or Sive Caplje, have", "the Sive Caplje (Grey Herons)": one name in two languages."""
    for one, two in pairwise(here):
        gap = line.words[one.last : two.first]
        after = line.words[two.last] if two.last < len(line.words) else ""
        bracketed = gap in (("(",), ("(", "the")) and after == ")"
        named_again = gap in ((",", "or"), (",", "or", "the")) and after in (",", ")", "-", "–", "—")
        if not (bracketed or named_again):
            continue
        for owner, other in ((one, two), (two, one)):
            english = is_english(owner.key) and (
                names_many(line, owner.first, owner.last) or _names_body(owner.key[-1])
            )
            somebody = other.key[0] in given() and not names_many(line, owner.first, owner.last)
            own = tuple(w for w in other.key if w not in owner.key)
            foreign = bool(own) and is_foreign(own) and not somebody
            if english and foreign and len(owner.key) > 1:
                start, end = line.tokens[one.first].start, line.tokens[two.last - 1].end
                yield Defined(number, (owner.first, owner.last), ((other.first, other.last),), start, end, False)


def _opens_apposition(line: Line, chunk: Chunk) -> bool:
    """A name of an English body between ", the" and the next comma, in apposition."""
    t, first, last = line.tokens, chunk.first, chunk.last
    if first < 3 or line.words[first - 1] != "the" or t[first - 2].text != "," or last - first < 2:
        return False
    if last + 1 >= len(t) or t[last].text not in (",", ".") or line.words[last + 1] in _JOINS:
        return False
    return t[_head(line, chunk)].is_a(parts.APPOSITION) and _is_english_body(line, chunk)


def _is_english_body(line: Line, chunk: Chunk) -> bool:
    return any(_names_body(w) for w in line.words[chunk.first : chunk.last])


def _names_body(word: str) -> bool:
    return word in _BODIES or word in bodies() or heads().get(word) == "o"


def _stands_before(line: Line, names: list[tuple[int, int]], second: Chunk) -> tuple[int, int] | None:
    """The name in another language right before, with its acronym in brackets or none between."""
    over = line.tokens[_head(line, second)].head
    for first, last in names:
        between = line.words[last : second.first - 2]
        bare = not between or (between[0] == "(" and between[-1] == ")" and len(between) <= 4)
        if last <= second.first - 2 and first <= over < last and bare:
            foreign = not any(_names_body(w) for w in line.words[first:last])
            return (first, last) if foreign and last - first > 1 else None
    return None


def _head(line: Line, chunk: Chunk) -> int:
    """The token of a name whose own head lies outside it."""
    inside = range(chunk.first, chunk.last)
    return next((n for n in inside if line.tokens[n].head not in inside or line.tokens[n].head == n), chunk.last - 1)
