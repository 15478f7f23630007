"""What two figures on one thing come to before anybody asks who gives them and when: rounding, scope, a difference."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.stages.weigh.counted import is_known_group, relate, says_whom
from rashomon.stages.weigh.doubts import Mind
from rashomon.stages.weigh.figures import FLOORS, Figure, closing_scope, open_scope, rounds_to

_NEARLY_ALL = 0.75
_FAR_APART = 3


@dataclass(frozen=True, slots=True)
class Row:
    """What two figures come to before anybody asks who gives them and when."""

    kind: str
    first: Mind
    second: Mind
    note: str | None = None


def first_row(a: Mind, b: Mind) -> Row | None:
    """Rounding, scope or a plain difference; None where both can be true without a word."""
    x, y = a.figure, b.figure
    relation = relate(x.counted, y.counted)
    if x.currency != y.currency or relation == "apart" or _may_be_part(x, y, relation):
        return None
    if x.range.meets(y.range):
        return Row("rounding", a, b, _bound_note(x, y)) if _rounds(x, y) else None
    if x.exact and y.exact and (rounds_to(x, y) or rounds_to(y, x)):
        return Row("rounding", a, b, f"{_plain(x if rounds_to(x, y) else y)} may be a round figure for the other")
    if x.exact and y.exact and (item := closing_scope(x, y)):
        return Row("scope", a, b, f"the difference is {item}, whom only one of the two counts")
    return Row("differs", a, b, _scope_note(x, y, relation))


def _rounds(x: Figure, y: Figure) -> bool:
    """Whether a bound holds another figure; "at least 30" and 30 say the same."""
    if x.exact and y.exact:
        return False
    return x.number != y.number or (x.exact != y.exact and "more_than" in (x.bound, y.bound))


def _may_be_part(x: Figure, y: Figure, relation: str) -> bool:
    """Whether one figure counts "activists" or "hikers", who may be everybody, and is so small that they are not."""
    if relation == "same" and x.counted.kind == "loose" and bool(x.counted.marks) != bool(y.counted.marks):
        relation = "may_differ"
    if x.counted.kind == y.counted.kind == "group":
        # Of one group two reports so far apart more likely count two matters.
        return min(x.number, y.number) * _FAR_APART < max(x.number, y.number)
    if relation == "same" or x.counted.kind == y.counted.kind:
        return False
    some, whole = (y, x) if x.counted.kind == "whole" else (x, y)
    if some.bound in FLOORS and not is_known_group(some.counted):
        return False  # "At least 11 inmates died" is an early floor for all who did.
    return some.number < _NEARLY_ALL * whole.number and (is_known_group(some.counted) or whole.number - some.number > 1)


def _bound_note(x: Figure, y: Figure) -> str:
    bounded, other = (y, x) if x.exact else (x, y)
    if not x.exact and not y.exact:
        bounded, other = sorted((x, y), key=lambda f: f.number)
        return f"“{_plain(bounded)}” and “{_plain(other)}” can both be true"
    return f"“{_plain(bounded)}” holds {_plain(other)}"


def _scope_note(x: Figure, y: Figure, relation: str) -> str | None:
    if item := open_scope(x, y):
        return f"only one of the two says whether {item} are counted"
    if relation != "same" or (x.of or "").casefold() != (y.of or "").casefold():
        named = [f"“{of}”" for of in (x.of, y.of) if of and says_whom(of)]
        return f"they may count different groups ({' and '.join(named)})" if relation != "same" and named else None
    return None


_BOUNDS = {"at_least": "at least ", "more_than": "more than ", "about": "about ", "at_most": "up to ",
           "fewer_than": "fewer than "}  # fmt: skip


def _plain(figure: Figure) -> str:
    number = figure.number
    return _BOUNDS.get(figure.bound, "") + (str(int(number)) if number == int(number) else str(number))
