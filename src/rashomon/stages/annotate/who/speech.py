"""Pronouns around quotations: who says a quotation, and whom the words inside mean by he and she.

"“He had no fuel,” she said": she speaks, so he is the other person of the sentence before, if it names one only.
"“We were lucky,” he said": he is who was speaking before, however many others were spoken of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import parts
from rashomon.stages.annotate.who.cast import Actor
from rashomon.stages.annotate.who.lexicon import signs, words
from rashomon.stages.annotate.who.page import Line

_BACK = 5
"""A quotation of more sentences than this has lost its speaker."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A person's standing as a candidate: token, whether it is a subject, of the main clause."""

    actor: Actor
    line: int
    head: int
    last: int
    subject: bool
    main: bool
    quoted: bool


Standings = dict[int, list[Seen]]


def distinct(candidates: Sequence[Seen]) -> list[Actor]:
    """The actors of these standings, each once."""
    found: list[Actor] = []
    for c in candidates:
        if not any(c.actor is f for f in found):
            found.append(c.actor)
    return found


def closes_quotation(line: Line, n: int) -> bool:
    """Whether a pronoun is the speaker of a quotation that stands before it: "…," he said."""
    verb = line.tokens[n].head
    if n in line.quoted or not line.tokens[n].is_a(parts.SUBJECT) or line.tokens[verb].lemma not in words("speech.txt"):
        return False
    return bool(line.quoted) and min(line.quoted) <= 1


def who_was_speaking(lines: tuple[Line, ...], seen: Standings, number: int, gender: str) -> Actor | None:
    """The named main subject of the last sentence outside quotations, if it speaks there."""
    line = lines[number].sentence
    for at in range(number - 1, max(-1, number - 1 - _BACK), -1):
        before = lines[at]
        if before.heading or before.sentence.block != line.block or line.paragraph - before.sentence.paragraph > 2:
            return None
        if _all_quoted(before):
            continue
        speakers = distinct([s for s in seen.get(at, ()) if s.main and not s.quoted and _speaks(before, s)])
        fits = [a for a in speakers if a.key and a.gender in (None, gender)]
        return fits[0] if len(speakers) == 1 and fits else None
    return None


def other_than_speaker(lines: tuple[Line, ...], seen: Standings, number: int, n: int, gender: str) -> Actor | None:
    """Whom a quoted he or she means: the only other person of the sentence before the quotation; else None."""
    speaker = _speaker(lines[number], seen.get(number, ()))
    described = [s for s in seen.get(number, ()) if s.quoted and s.head < n and s.actor.gender in (None, gender)]
    if speaker is None or not speaker.key or described:
        return None
    line = lines[number].sentence
    for at in range(number - 1, max(-1, number - 3), -1):
        before = lines[at]
        if before.heading or before.sentence.block != line.block or line.paragraph - before.sentence.paragraph > 2:
            return None
        others = [s for s in seen.get(at, ()) if s.actor is not speaker and s.actor.gender in (None, gender)]
        names = tuple(s.head for s in seen.get(at, ()) if s.actor.named)
        others = [s for s in others if not hangs_on(before, s.head, names) or not _aside(before, s)]
        people = distinct([s for s in others if not is_press(before, s)])
        if people:
            return people[0] if len(people) == 1 and people[0].named and people[0].key else None
        if not _all_quoted(before):
            return None
    return None


def is_press(line: Line, s: Seen) -> bool:
    """Whether somebody is only the reporter who is told: "X told our correspondent that ..."."""
    if s.actor.named or line.tokens[s.head].lemma.lower() not in signs("press"):
        return False
    return line.tokens[s.head].is_a(parts.OBJECT | parts.RECIPIENT | parts.IN_PHRASE)


def _aside(line: Line, s: Seen) -> bool:
    """Somebody only described, or named as an owner: "Y, X's brother", "Y, the husband of the principal"."""
    return not s.actor.named or line.tokens[s.head].is_a(parts.OWNER)


def hangs_on(line: Line, n: int, names: tuple[int, ...]) -> bool:
    """Whether a token stands in a phrase that hangs on one of these names."""
    t = line.tokens
    while t[n].head != n and not t[n].is_a(parts.VERB):
        n = t[n].head
        if n in names:
            return True
    return False


def _speaker(line: Line, here: Sequence[Seen]) -> Actor | None:
    """The one outside the quotation whose verb of saying it stands with."""
    speakers = distinct([s for s in here if s.subject and not s.quoted and _speaks(line, s)])
    return speakers[0] if len(speakers) == 1 else None


def _speaks(line: Line, s: Seen) -> bool:
    return line.tokens[line.tokens[s.head].head].lemma in words("speech.txt")


def _all_quoted(line: Line) -> bool:
    """Whether nothing but a quotation stands in a sentence, or a short "he said" beside it."""
    plain = [n for n, t in enumerate(line.tokens) if n not in line.quoted and not t.is_a(parts.MARK)]
    return bool(line.quoted) and not plain
