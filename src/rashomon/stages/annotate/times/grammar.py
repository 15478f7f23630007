"""The grammar read from `data/times/grammar.txt`, and the search for the words it fits.

Only where a word stands that some rule may begin with are that word's rules tried, so that ordinary text costs one
dictionary look-up a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice

from rashomon.stages.annotate.times.lexicon import alternatives, rows

_WORD = re.compile(r"(?<!\w)(?:\d|[^\W\d_]+)")
_TABLES = {
    "WD": "weekdays",
    "MONTH": "months",
    "NUMBER": "numbers",
    "SEASON": "seasons",
    "HOLIDAY": "holidays",
}
_SHORT = frozenset({"May", "June", "July"})
"""Whole names that are no longer than an abbreviation."""
_SOME = ("several", "a", "few", "many", "some", "numerous", "countless", "recent")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that fit a rule of the grammar."""

    rule: str
    match: re.Match[str]

    @property
    def start(self) -> int:
        """Where it begins in the document's text."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.match.end()

    def get(self, name: str) -> str | None:
        """A named part of the expression; None where the rule has no such part or the words lack it."""
        found: str | None = self.match.groupdict().get(name)
        return found


def _abbreviated(table: str) -> str:
    """The table's words; those that are cut short may end in a full stop."""
    words = alternatives(table).split("|")
    return "|".join(rf"{w}\b\.?" if (len(w) < 5 or w in ("Thurs",)) and w not in _SHORT else rf"{w}\b" for w in words)


@cache
def _parts() -> dict[str, str]:
    """The tables as regular expressions, by the name the grammar calls them."""
    return {
        "MONTH": f"(?:{_abbreviated('months')})",
        "WD": f"(?:{_abbreviated('weekdays')})",
        "NUMBER": f"(?:{alternatives('numbers')})",
        "SEASON": f"(?:{alternatives('seasons')})",
        "PART": f"(?:{alternatives('dayparts')})",
        "HOLIDAYS": alternatives("holidays"),
        "VAGUES": alternatives("vague"),
        "OTHER": f"(?:{alternatives('months_other')})",
    }


def _filled(pattern: str, parts: dict[str, str]) -> str:
    return re.sub(r"\{([A-Z]+)\}", lambda m: parts[m[1]], pattern)


@cache
def _rules() -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """For each word that an expression may begin with ("#" for a digit), the rules to try there, in order."""
    parts, begins = dict(_parts()), dict[str, list[tuple[str, re.Pattern[str]]]]()
    text = (files("rashomon") / "data" / "times" / "grammar.txt").read_text(encoding="utf-8")
    for found in re.finditer(r"^(&?)(\w+):(.*)\n((?:[ ].*\n)+)", text, re.MULTILINE):
        pattern = _filled(found[4], parts)
        if found[1]:
            parts[found[2]] = f"(?:{pattern})"
            continue
        rule = found[2], re.compile(pattern, re.IGNORECASE | re.VERBOSE)
        for word in dict.fromkeys(w for start in found[3].split() for w in _beginnings(start)):
            begins.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in begins.items()}


def _beginnings(start: str) -> tuple[str, ...]:
    """The first words, case folded, that a name in a rule's head stands for."""
    if not start.startswith("{"):
        return (start,)
    name = start[1:-1]
    if name == "SOME":
        return _SOME
    table = rows(_TABLES.get(name, name.lower()))
    return tuple(m[0].casefold() for row in table if (m := re.match(r"[^\W\d_]+", row[0])))


def find_phrases(text: str, start: int, end: int) -> Iterator[tuple[int, Iterator[Phrase]]]:
    """Each place of a range where an expression may begin, with the phrases that begin there, the likeliest first.

    A rule is tried only when the phrase before it was not the one.
    """
    begins = _rules()
    for word in _WORD.finditer(text, start, end):
        first = word.group()
        rules = begins.get("#" if first.isdigit() else first.lower())
        if rules:
            yield word.start(), _beginning_at(text, word.start(), end, rules)


def _beginning_at(text: str, at: int, end: int, rules: tuple[tuple[str, re.Pattern[str]], ...]) -> Iterator[Phrase]:
    for name, rule in rules:
        if found := rule.match(text, at, end):
            yield Phrase(name, found)


def first_phrases(text: str, start: int, end: int) -> Iterator[Phrase]:
    """The likeliest phrase at each place of a range where one begins."""
    for _, phrases in find_phrases(text, start, end):
        yield from islice(phrases, 1)
