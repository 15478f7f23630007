"""Lists of persons by name: who is named in a sentence, and which names stand in one list."""

from __future__ import annotations

import re

from rashomon.model import parts
from rashomon.model.annotation import Mention, Token
from rashomon.stages.claims.view import SentenceView

_AND = re.compile(r"(?:[,;]\s*|\s+)(?:and|&|as well as|along with|together with)\s")
_AND_MORE = re.compile(r",?\s+and\s+(?:\d+|[a-z]+)\s+(?:others?|more|other\s+\w+)\b")
_GAP = re.compile(
    r"^(?:\s+(?:alias|aka|a\.k\.a\.)\s+[“\"‘']?[\w’-]+(?:\s[\w’-]+){0,2}[”\"’']?)?(?:\s*\(?,?\s*(?:aged\s)?\d{1,2}\)?)?\s*"
    r"(?:[,;]|\band\b|&|\bas well as\b|\balong with\b|\btogether with\b)"
)
_GOES_ON = re.compile(r"(?:\s*\(\d+\)|, (?:aged )?\d{1,2})?,? (?:and|&) (?:an?|one|two|three|four|five|several) [a-z]")
_OPENING_CLAUSE = frozenset({"that", "who", "whom", "which", "whose"})
_LOOSE = parts.NOMINAL | parts.BETWEEN_NOUNS | parts.PRONOUN | parts.MARK | parts.SYMBOL | parts.BLANK
_TERM = re.compile(r"\b(?:to|for)\s+(?:[\w-]+\s+(?:years?|months?)|life|death)\b")
_LONGEST_GAP = 100
_LONGEST_ASIDE = 40
_JOINTS = frozenset({"and", "&"})
_ALIASES = re.compile(
    r"\b(?:a\.?k\.?a\.?|alias(?:es)?|also known as)\s+[“\"‘']?[A-Z][\w’'-]*[”\"’']?(?:,\s+[“\"‘']?[A-Z][\w’'-]*[”\"’']?)*,?\s+(?:(?P<or>or\s+)|and\s+)?[“\"‘']?$"
)
_TWO_WORDS = re.compile(r"[A-Z][\w’'-]*[ ](?!and|or|was|is|who|has|were)[A-Z]")
_OR_BEHIND = re.compile(r"[\w“”\"‘’', .-]{1,60}\bor\s+[“\"‘']?[A-Z]")
_TWO_BEFORE = re.compile(r"[A-Z][\w’'-]+ [A-Z][\w’'-]+,?\s+$")
_ALIAS = re.compile(r"\b(?:alias|aka|a\.k\.a\.?|@)\s*[“\"‘']?$", re.IGNORECASE)


def people_named(sentence: SentenceView) -> list[Mention]:
    """The names of persons in a sentence, in text order."""
    names = (m for m in sentence.mentions if m.type == "person" and m.form == "name")
    return sorted((m for m in names if not is_of_heading(sentence, m)), key=lambda m: m.start)


def is_of_heading(sentence: SentenceView, one: Mention) -> bool:
    """Of "two counts of Making and Hoarding of Explosives": a word of an offence written with capitals, joined to another."""
    before = [t for t in sentence.tokens if t.end <= one.start][-2:]
    told = len(before) == 2 and before[1].text.lower() in ("and", "or", "&") and before[0].text[0].isupper()
    return told and " " not in one.quote and sentence.mention_at(sentence.token_at(before[0].start)) is None


def runs_of(sentence: SentenceView) -> list[list[Mention]]:
    """The lists of persons in a sentence: names with nothing between them but commas, "and" and what is said of each in an aside."""
    runs: list[list[Mention]] = []
    last: Mention | None = None
    around: list[Mention] = []
    for m in people_named(sentence):
        if last is not None and _ALIAS.search(sentence.text[last.end : m.start]):
            last = m
            continue
        if is_further_alias(sentence, m.start):
            last = m
            continue
        if last is not None and not (around and _is_apart(sentence, last, m)) and _continues(sentence, last, m):
            runs[-1].append(m)
        elif around and _continues(sentence, around[-1], m):
            around.append(m)
            runs, around = [*(r for r in runs if r is not around), around], []
        else:
            around = runs[-1] if last is not None and _is_within(sentence, last, m) else []
            runs.append([m])
        last = m
    return [run for run in runs if len(run) > 1 and _is_closed(sentence, run)]


def is_further_alias(sentence: SentenceView, start: int) -> bool:
    """Of "X, a.k.a. A, B or C" the B and the C: names of one word behind an alias, joined by "or", or of somebody with two names."""
    line = sentence.text[sentence.sentence.start : sentence.sentence.end]
    found = _ALIASES.search(line[: start - sentence.sentence.start])
    if found is None:
        return False
    behind = line[start - sentence.sentence.start :]
    if _TWO_WORDS.match(behind):
        return False
    return (
        found["or"] is not None
        or _OR_BEHIND.match(behind) is not None
        or _TWO_BEFORE.search(line[: found.start()]) is not None
    )


def _is_within(sentence: SentenceView, one: Mention, two: Mention) -> bool:
    """Of "X, the brother of Y, and Z" Y: named only to say who X is."""
    return any(
        sentence.tokens[n].is_a(parts.APPOSITION) and sentence.tokens[n].head == one.head for n in sentence.up(two.head)
    )


def _is_apart(sentence: SentenceView, one: Mention, two: Mention) -> bool:
    return sentence.text[one.end : two.start].lstrip().startswith(",")


def _continues(sentence: SentenceView, one: Mention, two: Mention) -> bool:
    gap = sentence.text[one.end : two.start]
    if _TERM.search(gap):
        return False  # of "sentenced X, the gunman, to 25 years and Y, who paid him," each has his own
    between = [t for t in sentence.tokens if one.end <= t.start < two.start]
    if _is_set_apart(sentence, two, between):
        return True
    if len(gap) > _LONGEST_GAP or not _GAP.match(gap):
        return False
    if any(t.text.lower() in _OPENING_CLAUSE for t in between):
        return False  # "of X and the terms that Y received"
    return all(t.is_a(_LOOSE) for t in between) and (not between or not between[-1].is_a(parts.PREPOSITION))


def _is_set_apart(sentence: SentenceView, two: Mention, between: list[Token]) -> bool:
    """Of "X, who had fled in May, and Y": whether an aside of the one ends where the other begins, by the parse's own joint."""
    marks = [n for n, t in enumerate(between) if t.text in (",", ";")]
    if len(marks) < 2 or marks[0] != 0 or len(between) > _LONGEST_ASIDE:
        return False
    behind = [t for t in between[marks[-1] + 1 :] if t.text.lower() not in _JOINTS]
    joined = sentence.tokens[two.head].is_a(parts.JOINED) and not _has_subject(sentence, two.head)
    return joined and all(t.is_a(_LOOSE) for t in behind)


def _has_subject(sentence: SentenceView, at: int) -> bool:
    return any(sentence.tokens[n].is_a(parts.SUBJECT) for n in sentence.children[at])


def spreads(sentence: SentenceView, run: list[Mention]) -> bool:
    """Whether clauses stand between the names of a list, each told of one of them: "X, who fled, and Y, who stayed"."""
    return bool(run) and any(t.is_a(parts.VERB) for t in sentence.tokens if run[0].end <= t.start < run[-1].start)


def _is_closed(sentence: SentenceView, run: list[Mention]) -> bool:
    """Whether the last of a list is joined by an "and": "X, the brother of Y" is no list."""
    if _AND.search(sentence.text[run[-2].end : run[-1].start]) or len(run) > 3:
        return True
    after = sentence.text[run[-1].end : sentence.sentence.end]
    if _AND_MORE.match(after) or _GOES_ON.match(after):
        return True  # "X, Y and a lad of 19", "X, Y and two others"
    return sentence.sentence.block == "headline" and sentence.text[run[-2].end : run[-1].start] == ", "
