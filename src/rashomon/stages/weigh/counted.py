"""What a figure counts: everybody, perhaps everybody, or one group of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Class = Literal["whole", "loose", "group", "listed"]
Relation = Literal["same", "may_differ", "first_is_part", "second_is_part", "apart"]

_CUT = re.compile(r"\b(?:of|in|from|who|whom|with|at|on|by|for|near|aged|under|over|that|which|including)\b|[,(;]")
_LIST = re.compile(r"\b(?:and|or)\b|—|–|\bwere\b", re.I)
_ENUMERATED = re.compile(
    r"\d|[A-Z]|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|his|her|its|their|were)\b|—|–"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PLURALS = {
    "people": "people",
    "men": "man",
    "women": "woman",
    "children": "child",
    "lives": "life",
    "dead": "dead",
}
_EMPTY = frozenset(
    {"the", "a", "an", "other", "others", "more", "of", "mostly", "mainly", "all", "its", "their", "his"}
)


@dataclass(frozen=True, slots=True)
class Counted:
    """Whom a figure counts: a class, the counted noun, and the capitalised words before it ("Turkish")."""

    kind: Class
    noun: str
    marks: frozenset[str]


WHOLE = Counted("whole", "person", frozenset())


def read_counted(of: str | None) -> Counted:
    """Whom the words of a figure count; no words count everybody, "a judge and her clerk" are told one by one."""
    if not of:
        return WHOLE
    if _LIST.search(of):
        # "16 workers, guards and visitors" are all there were; "a judge and her clerk" were told one by one.
        kind: Class = "listed" if _ENUMERATED.search(of) else "loose"
        return Counted(kind, of.casefold(), frozenset())
    head = _CUT.split(of, maxsplit=1)[0] or of
    words = _WORD.findall(head)
    if not words:
        return WHOLE
    noun = singular(words[-1].lower())
    kind, canonical = _classes().get(noun, ("group", noun))
    marks = frozenset(w for w in words[:-1] if w[0].isupper() and w.lower() not in _EMPTY)
    return Counted(kind, canonical, marks)


def relate(first: Counted, second: Counted) -> Relation:
    """How two counted sets stand to one another, as far as their words tell."""
    if "listed" in (first.kind, second.kind):
        return "apart"
    if first.marks and second.marks and not first.marks & second.marks:
        return "apart"
    named = [len(one.marks) > 1 for one in (first, second)]
    if first.noun == second.noun and not (first.marks and second.marks) and any(named):
        return "first_is_part" if named[0] else "second_is_part"  # "four Tarvel Transit officers", of five officers
    if first.noun == second.noun:
        return "same"
    if "group" not in (first.kind, second.kind):
        return "may_differ"
    if first.kind == second.kind == "group":
        return "apart"
    return "first_is_part" if first.kind == "group" else "second_is_part"


def says_whom(of: str) -> bool:
    """Whether the words tell a reader whom a figure counts: not "lives", "dead", "others", which are anybody."""
    words = of.split()
    counted = read_counted(of)
    if _LIST.search(of) or not words:
        return False
    return len(words) > 1 or words[0].lower() == "people" or counted.kind != "whole"


def is_known_group(counted: Counted) -> bool:
    """Whether a group goes by a word that is known to leave others out: children, soldiers; not by one nobody listed."""
    return counted.kind == "group" and counted.noun in _nouns()


def singular(noun: str) -> str:
    """The singular of an English noun in lower case, by its ending; -men and a few others by heart."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


@cache
def _nouns() -> frozenset[str]:
    return frozenset(canonical for _, canonical in _classes().values())


@cache
def _classes() -> dict[str, tuple[Class, str]]:
    table: dict[str, tuple[Class, str]] = {}
    text = (files("rashomon.data") / "weigh" / "counted.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            word, kind, canonical = line.split("\t")
            table[word] = ("whole" if kind == "whole" else "loose" if kind == "loose" else "group", canonical)
    return table
