"""Figures that count some of those another figure counts: "36 wounded, 14 of them badly", "14'ü ağır 36 işçi"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rashomon.lexicon.languages import Sign
from rashomon.stages.claims.listed.figure import MARKS, Figure
from rashomon.stages.claims.listed.lines import Line

_DASHES = frozenset("-–—")
_BEFORE, _LONGEST, _OTHERS = 3, 5, 2
"""Words between "among them" and its figure; words that say which of them; words for somebody uncounted beside them."""


def as_share(line: Line, figure: Figure) -> Figure:
    """The figure, marked where it counts a part, with the words that say which; one that counts its own as it was."""
    noun = figure.noun
    if (among := _of_them(line, figure)) and any(among.first <= s.first < among.end for s in line.of("count")):
        return replace(figure, noun=None, end=among.end, part=_which(line, figure))
    if noun is not None and noun.kind in ("count", "count2"):
        told = line.at(noun.end + 1, "victim") if noun.end + 1 < len(line.words) else None
        if told is not None and line.words[noun.end].form in _DASHES:
            return replace(figure, part=line.shown(told.first, told.end))
        return figure if not _behind_among(line, figure) else replace(figure, part=line.shown(noun.first, noun.end))
    if _condition(line, figure) is not None:
        return replace(figure, part=_which(line, figure))
    if not (_behind_among(line, figure) or _of_them(line, figure) or _is_member(line, figure)):
        return beside_others(line, figure)
    if noun is not None and noun.kind == "victim":
        return replace(figure, part=line.shown(noun.first, noun.end))
    return replace(figure, part=_which(line, figure))


def _of_them(line: Line, figure: Figure) -> Sign | None:
    return next((s for s in line.of("of_them") if figure.first < s.first <= figure.end), None)


def _behind_among(line: Line, figure: Figure) -> Sign | None:
    """ "Among them 3 children"; not "27 people, guards among them, were hurt" where the language says that before."""
    if figure.number == 1 and figure.noun is None and not line.at(figure.first, "member"):
        return None
    for sign in line.of("among"):
        own = 0 <= figure.first - sign.end <= _BEFORE and line.at(sign.end, "total") is None
        if own and not any(sign.end <= s.first < figure.first for s in line.of("whole")):
            return None if any(line.is_cut(n) for n in range(sign.end, figure.first)) else sign
    return None


def _of_those(line: Line, figure: Figure) -> Sign | None:
    """What befell those among whom a figure counts some: "entre los muertos", "ölenlerden", "среди раненых"."""
    sign = _behind_among(line, figure)
    if sign is None:
        return None
    told = (s for s in line.of("count") if s.first == sign.end or s.end == sign.first)
    return next(told, None) or (sign if sign.value else None)


def _is_member(line: Line, figure: Figure) -> bool:
    """A number with an ending that takes it out of a whole: "3'ü çocuk", "ikisi ağır"."""
    if line.at(figure.first, "member"):
        return True
    if _is_some_of(line, figure):
        return True
    noun = figure.noun
    marked = figure.end if noun is None or noun.kind != "victim" else noun.first
    if marked < figure.first + 2 or line.words[marked - 2].form not in MARKS:
        return False
    whole = next((n.first for n in line.numbers if n.first >= figure.end), None)
    near = whole is not None and whole - marked <= _BEFORE
    return near and not any(line.is_cut(n) for n in range(marked, whole or 0))


def _is_some_of(line: Line, figure: Figure) -> bool:
    """ "17'sinin yaralandığını": a figure with the ending of one thing of others, and what befell those right behind."""
    ended = figure.noun is None and line.at(figure.end - 1, "possessive") is not None
    return ended and line.words[figure.end - 2].form in MARKS and _own_deed(line, figure) is not None


def _own_deed(line: Line, figure: Figure) -> Sign | None:
    """What befell a part, said right beside its figure: "altısı tutuklandı", "فقتل اثنين منهم"."""
    if figure.noun is not None and figure.noun.kind != "persons":
        return None
    among = _of_them(line, figure)
    at = among.end if among else figure.end
    passed = line.at(at, "particle", "copula")
    behind = line.at(at, "deed") or (line.at(passed.end, "deed") if passed else None)
    opened = _behind_among(line, figure)
    before = next((s for s in line.of("deed") if s.end in (figure.first, opened.first if opened else -1)), None)
    return behind or (before if "either" in line.language.values("order") else None)


def _condition(line: Line, figure: Figure) -> Sign | None:
    """The word for a state that only the wounded are in, behind a figure: "трое в критическом состоянии"."""
    end = next((n for n in range(figure.end, len(line.words)) if line.is_cut(n)), len(line.words))
    told = [s for s in line.of("condition") if figure.end <= s.first < end]
    if any(line.at(s.end, "deed") for s in told):
        return None
    taken = any(figure.end <= n.first < end for n in line.numbers)
    return None if taken else next(iter(told), None)


def with_groups(line: Line, figures: Sequence[Figure]) -> list[Figure]:
    """Of two groups joined by "and" each counts its own: "seis manifestantes y dos agentes sufrieron heridas"."""
    found = list(figures)
    for n, (one, other) in enumerate(pairwise(figures)):
        if one.part is None and other.part is None and _joined(line, one, other):
            for at in (n, n + 1):
                noun = figures[at].noun
                assert noun is not None
                found[at] = replace(figures[at], part=line.shown(noun.first, noun.end), group=(one.first, other.end))
    return found


def beside_others(line: Line, figure: Figure) -> Figure:
    """The figure as that of a group where others stand beside it uncounted: "6 детей и учительница", "anne ve 2 çocuk"."""
    noun = figure.noun
    if noun is None or noun.kind != "victim" or line.at(noun.first, "people", "more"):
        return figure
    ands = line.language.words_of("and", "cut")
    end = _past_others(line, figure.end)
    first = figure.first
    if (
        first > 1
        and line.words[first - 1].form in {*ands, *line.language.words_of("with")}
        and _is_opened(line, first - 1)
    ):
        first = 0
    if (first, end) == (figure.first, figure.end):
        return figure
    return replace(figure, part=line.shown(noun.first, noun.end), group=(first, end))


def _is_opened(line: Line, at: int) -> bool:
    """Whether nothing but somebody stands before a word: no figure, no fate, no comma."""
    held = any(s.first < at for s in line.of("deed", "count", "count2", "event", "reach"))
    return at <= _OTHERS + 1 and not held and not any(n.first < at and n.value > 1 for n in line.numbers)


def _past_others(line: Line, at: int) -> int:
    """Past "and" with one or two words for somebody behind it, where the clause or what befell them follows; else the same."""
    words = line.words
    if at >= len(words) or not (line.is_cut(at) and words[at].form[0].isalpha()):
        return at
    first = at + (words[at].form in line.language.words_of("and", "cut"))
    kinds = (
        "number",
        "scale",
        "bound",
        "deed",
        "count",
        "count2",
        "victim",
        "more",
        "vague",
        "preposition",
        "negation",
        "that",
    )
    end = first
    while (
        end < len(words) and end - first < _OTHERS and words[end].form.isalpha() and (end == at or not line.is_cut(end))
    ):
        if line.at(end, *kinds):
            return at if end == first or not line.at(end, "deed") else end
        end += 1
    closed = end == len(words) or not words[end].form.isalnum() or line.at(end, "deed")
    return end if end > first and closed else at


def _joined(line: Line, one: Figure, other: Figure) -> bool:
    if one.noun is None or other.noun is None or {one.noun.kind, other.noun.kind} != {"victim"}:
        return False
    gap = line.words[one.end : other.first]
    glued = not gap and line.is_cut(other.first)
    articles = set(line.language.words_of("article"))
    rest = [word.form for n, word in enumerate(gap) if n == 0 or word.form not in articles]
    return glued or (len(rest) == 1 and rest[0] in line.language.words_of("and", "cut", "with"))


def _which(line: Line, figure: Figure) -> str:
    """The words behind a part's figure: "en estado crítico"."""
    among = _of_them(line, figure)
    first = among.end if among else figure.end
    first += first + 1 < len(line.words) and line.words[first].form in _DASHES
    stops = {n.first for n in line.numbers} | {s.first for s in line.of("deed", "count")}
    end = first
    while end < len(line.words) and not (line.is_cut(end) or end in stops or line.words[end].form in ".!?؟…"):
        end += 1
    return line.shown(first, end) if 0 < end - first <= _LONGEST else ""


def with_deed_of_whole(line: Line, figure: Figure, figures: Sequence[Figure]) -> Figure:
    """A part with what befell the whole it is of, the next one or, by the order of the language, the one before."""
    told = _condition(line, figure)
    if figure.part is None or (figure.noun is not None and figure.noun.kind in ("count", "count2")):
        return figure
    if figure.group is not None:
        return _with_shared(line, figure)
    if settled := _told_itself(line, figure, figures):
        return settled
    after = "after" in line.language.values("order")
    behind = [f for f in figures if f.part is None and f.first >= figure.end]
    before = [f for f in figures if f.part is None and f.end <= figure.first]
    if told is not None:
        before = [f for f in before if f.deed is not None and f.deed.value == told.value]
    whole = next(iter(behind), None) if after else None
    plain = not after or told is not None or figure.noun is not None or _of_them(line, figure) is not None
    whole = whole or next(reversed(before if plain or _behind_among(line, figure) else []), None)
    if whole is None and told is not None and figure.part:
        return replace(figure, deed=told, sure=True)
    if whole is None or whole.deed is None or (not after and len({f.deed.value for f in before if f.deed}) > 1):
        return replace(figure, sure=False)
    return replace(figure, deed=whole.deed, sure=whole.sure and bool(figure.part) and figure.number < whole.number)


def _told_itself(line: Line, figure: Figure, figures: Sequence[Figure]) -> Figure | None:
    """A part of which its own words say what befell it; None where those of the whole do."""
    among, own = _of_them(line, figure), _own_deed(line, figure)
    if own is not None and among is None and not _behind_among(line, figure):
        same = (f.deed for f in figures if f.part is None)
        some = any(deed is not None and deed.value == own.value for deed in same)
        return replace(figure, deed=own, sure=True, part=line.shown(figure.first, figure.end) if some else None)
    if own is not None:
        words = (among.first, among.end) if among else (figure.first, figure.end)
        return replace(figure, deed=own, sure=True, part=line.shown(*words))
    if among and (own := next((s for s in line.of("count") if among.first <= s.first < among.end), None)):
        return replace(figure, deed=own, sure=bool(figure.part))
    if told := _of_those(line, figure):
        return replace(figure, deed=told, sure=bool(figure.part))
    return None


def _with_shared(line: Line, figure: Figure) -> Figure:
    """One of two joined groups with what is told of both: right behind the second or before the first."""
    first, end = figure.group or (0, 0)
    behind = next((d for d in line.of("deed") if d.first >= end), None)
    before = next((d for d in reversed(list(line.of("deed"))) if d.end <= first), None)
    cut = [n for n in range(len(line.words)) if line.is_cut(n)]
    near = [
        d
        for d, a, b in ((behind, end, behind.first if behind else 0), (before, before.end if before else 0, first))
        if d is not None and not any(a <= n < b for n in cut)
    ]
    one = near[0] if near and len({d.value for d in near}) == 1 else None
    return replace(figure, deed=one or behind or before, sure=one is not None)
