"""What befell those a figure counts, in languages that no parser reads: the listed word that stands plainly with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.lexicon.languages import Sign
from rashomon.stages.claims.listed.figure import Figure
from rashomon.stages.claims.listed.lines import Line

_ANIMATE = frozenset({"killed", "injured", "detained"})
_TOLD, _FAR, _SUBJECT = 8, 18, 4
"""Words between "the number of" and its figure: anything, and where "rose to" stands right before the figure; of who "raised" it."""


def with_deed(line: Line, figure: Figure, all_of_them: Sequence[Figure]) -> Figure:
    """The figure with the word that says what befell those it counts; unsure where that may be another figure's."""
    noun = figure.noun
    if _is_doer(line, figure):
        return replace(figure, deed=None)
    if figure.revised and (told := _changed(line, figure)):
        return replace(figure, deed=told, sure=True, total=True)
    if noun is not None and noun.kind in ("count", "count2"):
        return replace(figure, deed=noun, sure=not _died_later(line, figure, noun))
    if noun is None:
        if told := _total(line, figure):
            return replace(figure, deed=told, sure=True, total=True)
        told = _bare(line, figure) or _of_anybody(line, figure)
        return replace(figure, deed=told or _unlisted(line, figure), sure=told is not None)
    if told := _adjoining(line, figure, noun):
        return replace(figure, deed=told, sure=True)
    if _is_reached(line, figure) and (told := _total(line, figure)):
        return replace(figure, deed=told, sure=True, total=True)
    if (close := _close_before(line, figure)) and not line.at(figure.end, "deed"):
        return replace(figure, deed=close, sure=True)
    near = [d for d in (_left(line, figure, all_of_them), _right(line, figure, all_of_them)) if d is not None]
    if near and len({d.value for d in near}) == 1:
        summed = any(s.end == figure.first for s in line.of("total"))
        return replace(figure, deed=near[0], sure=True, total=summed)
    if not near and (told := _total(line, figure)):
        return replace(figure, deed=told, sure=True, total=True)
    every = sorted(line.of("deed", "count", "perhaps"), key=lambda d: _gap(figure, d))
    unknown = any(every) and every[0].kind == "perhaps" and any(s.value == every[0].value for s in line.of("unknown"))
    return replace(figure, deed=every[0] if every else None, sure=unknown)


def is_spared(line: Line, figure: Figure) -> bool:
    """Whether those counted were freed, saved or let go: the nearest word for what became of them says so."""
    first, end = line.clause(figure.first)
    fates = [s for s in line.of("spared", "deed", "count", "condition") if first <= s.first < end]
    fates = [s for s in fates if s.kind != "spared" or not line.at(s.first, "reach")]
    noun = figure.noun
    if noun is not None and noun.kind in ("count", "count2"):
        behind = any(s.first == noun.end and not line.is_cut(s.first) for s in fates if s.kind == "spared")
        before = [s for s in fates if s.kind != "count" and s.end <= figure.first]
        return behind or (bool(before) and before[-1].kind == "spared")
    # "yaralı kurtuldu" tells of the hurt, whatever its second word tells alone.
    within = [(d.first, d.end) for d in fates if d.kind == "deed"]
    fates = [s for s in fates if s.kind != "spared" or not any(a <= s.first and s.end <= b for a, b in within)]
    if _is_after(line) and any(s.first >= figure.end and s.kind == "deed" for s in fates):
        fates = [s for s in fates if s.first >= figure.end]
    nearest = min(fates, key=lambda s: _gap(figure, s), default=None)
    return nearest is not None and nearest.kind == "spared"


def _is_doer(line: Line, figure: Figure) -> bool:
    """Whether somebody who kills, hurts or holds others is counted: "un hombre armado mató a seis"."""
    first, end = line.clause(figure.first)
    deeds = [s for s in line.of("deed") if first <= s.first < end]
    behind = next((s for s in deeds if s.first >= figure.end), None)
    return behind is not None and line.at(behind.first, "active") is not None and deeds[0] is behind


def _changed(line: Line, figure: Figure) -> Sign | None:
    """What is counted by a number that changed from one to another: the nearest noun of a count."""
    return min(line.of("count"), key=lambda s: _gap(figure, s), default=None)


def _died_later(line: Line, figure: Figure, noun: Sign) -> bool:
    """Whether those hurt, lost or held that a figure counts are told to have died: no count of the wounded."""
    first, end = line.clause(figure.first)
    died = (s for s in line.of("deed") if s.value == "killed" and first <= s.first < end and s.first != noun.first)
    return noun.value not in ("killed", "found") and any(died)


def _adjoining(line: Line, figure: Figure, noun: Sign) -> Sign | None:
    """The participle or noun right beside a counted noun: "reclusos muertos", "kaybolan iki çoban", "тела 19 человек"."""
    if noun.kind == "persons" and (told := next((s for s in line.of("count") if s.end == figure.first), None)):
        return told
    behind = line.at(noun.end, "count")
    if behind is not None and not line.is_cut(behind.first) and (behind.value == "found" or not _is_after(line)):
        return behind
    first = figure.first - (line.at(figure.first - 1, "filler") is not None) if figure.first else 0
    before = (s for s in line.of("participle", "count") if s.end in (first, figure.first))
    return next((s for s in before if s.kind == "participle" or s.value == "found"), None)


def _gap(figure: Figure, deed: Sign) -> int:
    return min(abs(deed.first - figure.end), abs(figure.first - deed.end))


def _is_after(line: Line) -> bool:
    """Whether what is said of a figure stands behind it in this language, always."""
    return "after" in line.language.values("order")


def _close_before(line: Line, figure: Figure) -> Sign | None:
    """The deed right before a figure, where the language has it there: "أوقف 12 شخصا", "murieron ocho"."""
    if _is_after(line) or line.is_cut(figure.first):
        return None
    return next((d for d in line.of("deed") if d.end == figure.first), None)


def _left(line: Line, figure: Figure, figures: Sequence[Figure]) -> Sign | None:
    """The nearest word of dying, hurt or custody before a figure, of the same clause and not another figure's."""
    if _is_after(line):
        return None
    found = next((d for d in reversed(list(line.of("deed"))) if d.end <= figure.first), None)
    joined = figure.first < len(line.words) and line.is_cut(figure.first)
    return found if found and not joined and _together(line, found.end, figure.first, figures) else None


def _right(line: Line, figure: Figure, figures: Sequence[Figure]) -> Sign | None:
    found = next((d for d in line.of("deed") if d.first >= figure.end), None)
    if found is None or line.is_cut(found.first) or _is_second(line, figure) or line.at(found.first, "active"):
        return None
    if line.at(found.end, "of_them"):
        return None
    return found if _together(line, figure.end, found.first, figures) else None


def _is_second(line: Line, figure: Figure) -> bool:
    """Whether "and" stands before a figure and nobody's fate before that: "the pilot and two passengers died"."""
    if figure.first == 0 or line.words[figure.first - 1].form not in line.language.words_of("and", "cut", "with"):
        return False
    told = any(s.end <= figure.first for s in line.of("deed", "count", "count2"))
    return not told and figure.first - 1 - line.clause(figure.first - 2)[0] <= _SUBJECT


def _together(line: Line, first: int, end: int, figures: Sequence[Figure]) -> bool:
    between = [n for n in range(first, end) if not line.in_aside(n)]
    whole = {f.first for f in figures if f.part is None and (f.noun is not None or f.number > 1)}
    return not any(line.is_cut(n) or n in whole for n in between)


def _bare(line: Line, figure: Figure) -> Sign | None:
    """The deed that stands right beside a figure without a noun, or with "another" between: "hirió a otros 23"."""
    at = line.past_aside(figure.end)
    copula = line.at(at, "copula", "particle")
    after = line.at(at, "deed") or (line.at(copula.end, "deed") if copula else None)
    if after is not None and not line.is_cut(after.first) and not line.at(after.first, "active"):
        return after
    if figure.number < 2:
        return None
    ends = figure.end >= len(line.words) or not line.words[figure.end].form[0].isalnum() or line.is_cut(figure.end)
    ends = ends or line.at(figure.end, "preposition") is not None
    firsts = {figure.first, *(s.first for s in line.of("more", "filler", "are") if s.end == figure.first)}
    before = next((d for d in line.of("deed", "count") if d.end in firsts), None)
    return before if ends and not _is_after(line) else None


def _of_anybody(line: Line, figure: Figure) -> Sign | None:
    """The deed right beside a figure with one noun that no list has: who dies, is hurt or held is somebody, cattle aside."""
    told = _unlisted(line, figure)
    if _is_second(line, figure):
        return None
    sure = told is not None and told.kind == "deed" and told.value in _ANIMATE and figure.number > 1
    filler = line.at(figure.end, "filler")
    places = (figure.end, filler.end if filler else figure.end)
    return told if sure and not any(s.first in places for s in line.of("no_people", "unit", "event")) else None


def _unlisted(line: Line, figure: Figure) -> Sign | None:
    """The deed beside a figure whose one noun is on no list."""
    if figure.end >= len(line.words) or not line.words[figure.end].form.isalpha() or line.is_cut(figure.end):
        return None
    firsts = {figure.first, *(s.first for s in line.of("filler") if s.end == figure.first)}
    before = next((d for d in line.of("deed", "perhaps") if d.end in firsts), None)
    after = line.at(figure.end + 1, "deed") or line.at(figure.end + 1, "perhaps")
    return after or (before if "either" in line.language.values("order") else None)


def _total(line: Line, figure: Figure) -> Sign | None:
    """ "The number of dead rose to 41", "raised to 41 the number of dead": the noun of a count that is told by its number."""
    told = next((s for s in reversed(list(line.of("total"))) if s.end <= figure.first), None)
    if told is None:
        return _total_behind(line, figure)
    reached = _is_reached(line, figure)
    near = figure.first - told.end <= (_FAR if reached else _TOLD)
    verbs = (s for s in line.of("reach", "exceed") if told.end <= s.first < figure.first or s.first == figure.end)
    right_behind = told.end == figure.first and _is_after(line)
    if not near or not (right_behind or any(verbs) or reached or any(s.end == figure.first for s in line.of("count"))):
        return None
    between = any(told.end <= n.first and n.end <= figure.first - 1 for n in line.numbers) and not reached
    return None if between else next(_beside(line, told, figure), None)


def _beside(line: Line, told: Sign, figure: Figure) -> Iterator[Sign]:
    """What a word for a toll counts: the noun beside it, or the one that was told before it."""
    near = (s for s in line.of("count") if -1 <= s.first - told.end <= 2 or told.first in (s.end, s.first))
    nouns = {told.first, *(s.first for s in line.of("victim") if s.end == told.first)}
    yield from near
    yield from (s for s in line.of("participle") if s.end in nouns)
    yield from (s for s in reversed(list(line.of("count"))) if s.end <= figure.first)


def _is_reached(line: Line, figure: Figure) -> bool:
    """Whether "rose to" stands right before a figure, or "exceeded" right behind it."""
    words = {s.end for s in line.of("reach", "exceed")}
    joined = figure.first > 0 and line.at(figure.first - 1, "preposition", "bound") is not None
    before = [s for s in line.of("reach", "exceed", "estimate") if s.end <= figure.first]
    told = next((s for s in line.of("total") if before and 0 <= s.first - before[-1].end <= _SUBJECT), None)
    if joined and told is not None and not any(line.is_cut(n) for n in range(told.end, figure.first)):
        return True
    return figure.first in words or (joined and figure.first - 1 in words) or line.at(figure.end, "exceed") is not None


def _total_behind(line: Line, figure: Figure) -> Sign | None:
    reach = line.at(figure.end, "reach")
    if reach and (total := next((s for s in line.of("total") if 0 <= s.first - reach.end <= 1), None)):
        return next(_beside(line, total, figure), None)
    told = next((s for s in line.of("total") if 0 <= s.first - figure.end <= 1), None)
    return next(_beside(line, told, figure), None) if told and _is_reached(line, figure) else None
