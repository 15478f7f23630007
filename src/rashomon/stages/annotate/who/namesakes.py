"""Whom a surname alone means where two people of the report bear it: not the one brought in as somebody's brother."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.stages.annotate.who.cast import Actor, Standing
from rashomon.stages.annotate.who.lexicon import table
from rashomon.stages.annotate.who.names import Found
from rashomon.stages.annotate.who.page import Line

_LINKS = frozenset({",", "of", "the", "late", "named", "called", "-", "(", "—", "–"})
_AFTER = frozenset({"his", "her", "their", "a", "the", "an", "elder", "older", "younger", "late", "twin", "half"})


def bearer_of(met: Sequence[Actor], lines: tuple[Line, ...], f: Found) -> Actor | None:
    """The one who bears the surname, or of several the one who is nobody's kin; None where that is not plain.

    In a paragraph that has named the brother since it named the other, the surname may be the brother's; and where the
    report is of the brother first ("X, the son of Y Z"), it may be either's.
    """
    if len(met) <= 1:
        return met[0] if met else None
    leads = [a for a in met if not _is_kin(a, lines)]
    if len(leads) != 1 or met[0] is not leads[0]:
        return None
    lead = leads[0].standings[-1]
    others = [a.standings[-1] for a in met if a is not leads[0]]
    here = lines[f.line].sentence.paragraph
    near = [s for s in others if lines[s.line].sentence.paragraph == here and _after(s, lead)]
    return None if near else leads[0]


def relatives(found: Sequence[Found], lines: tuple[Line, ...]) -> frozenset[tuple[int, int]]:
    """Line and token of each surname alone that is a relative's of the one named beside it: "Tavcek's daughter, Anja Tavcek"."""
    return frozenset(
        (f.line, f.first)
        for n, f in enumerate(found)
        if len(f.key) == 1
        and f.type == "person"
        and any(_is_relative(f, other, lines) for other in found[max(0, n - 1) : n + 2])
    )


def _is_relative(f: Found, other: Found, lines: tuple[Line, ...]) -> bool:
    words = lines[f.line].words
    if (
        f.line != other.line
        or len(other.key) == 1
        or other.key[-1] != f.key[0]
        or words[f.last : f.last + 1] != ("'s",)
    ):
        return False
    told = next((n for n in range(f.last + 1, min(f.last + 4, len(words))) if _kin(words[n])), None)
    if told is None:
        return False
    before = other.last == f.first - 1 and words[other.last] == ","
    return before or 0 < other.first - told <= 1 + (words[told + 1] == ",")


def _after(a: Standing, b: Standing) -> bool:
    return (a.line, a.first) > (b.line, b.first)


def _is_kin(actor: Actor, lines: tuple[Line, ...]) -> bool:
    """ "his elder brother X Y", "brother of X Y", "X Y, his brother": at the first full name."""
    first = next((s for s in actor.standings if s.last - s.first > 1), actor.standings[0])
    words = lines[first.line].words
    n = first.first - 1
    while n >= 0 and first.first - n < 4 and words[n] in _LINKS:
        n -= 1
    if n >= 0 and _kin(words[n]):
        return True
    n = first.last
    if n >= len(words) or words[n] not in (",", "("):
        return False
    n += 1
    while n < len(words) and words[n] in _AFTER:
        n += 1
    return n < len(words) and _kin(words[n]) and n > first.last + 1


def _kin(word: str) -> bool:
    return table("roles.tsv", 2).get(word) == "kin"
