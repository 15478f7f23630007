"""Whose a day is where the parse hangs it on another word than what happened then: on a name, on the hour, on a deed named before."""

from __future__ import annotations

import re
from itertools import pairwise

from rashomon.lexicon import word_set
from rashomon.model import parts
from rashomon.model.annotation import TimeRef
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView

_FULL = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)?\b")
_BREAKS = frozenset(
    {";", ":", "(", "“", "”", '"', ",", "who", "which", "that", "when", "where", "after", "before", "since"}
)
_COUNTED = frozenset({"later", "earlier", "afterwards", "thereafter"})

Triggers = dict[int, Trigger]


def find_lost(sentence: SentenceView, time: TimeRef, triggers: Triggers) -> Trigger | None:
    """Whose a day is that hangs on nobody's word: what happened in the night so told, beyond the name behind it, or right before it."""
    return (
        _in_that_night(sentence, time, triggers)
        or _beyond_name(sentence, time, triggers)
        or _of_what_occurred(sentence, time, triggers)
        or _right_before(sentence, time, triggers)
    )


def or_of_verb(sentence: SentenceView, time: TimeRef, owner: Trigger, triggers: Triggers) -> Trigger | None:
    """Of a noun's day whether it is a verb's: "After the raid, a court yesterday found", "confessed to the shooting two years later"."""
    if not owner.noun or time.start < owner.token.end:
        return owner
    first, last = sentence.token_at(time.start), sentence.token_at(time.end - 1)
    over = sentence.frame(owner.token.head)
    if over is not None and over.lemma in word_set("lost_days.naming") and owner.at in over.undergoers.fillers:
        return None  # "identified the victims late Sunday"
    if _is_of_verb_behind(sentence, owner.at, first, last):
        return triggers.get(last + 1) or _below(sentence, last + 1, triggers)
    if sentence.tokens[last].text.lower() in _COUNTED:
        verb = next((n for n in sentence.up(first) if _is_stated(sentence, n)), None)
        if verb is not None and not _is_told_by(sentence, owner.at, verb):
            return triggers.get(verb)
    return owner


def came_after(sentence: SentenceView, trigger: Trigger, first: int) -> bool:
    """ "Two days after the ambush on the convoy, soldiers shot five herders": whether a verb tells what followed a deed that opens its sentence."""
    if trigger.noun or is_a(trigger.entry.word, "late_word") or not opens_measured(sentence, first):
        return False
    told_by = _subjects(sentence, trigger.at)
    begin = sentence.subtree(told_by[0])[0] if told_by else 0
    return first < begin - 1 and begin < trigger.at and sentence.tokens[begin - 1].text == ","


def is_long_after(sentence: SentenceView, trigger: Trigger, first: Trigger) -> bool:
    """ "three months after the attack on the office police cleared the camp, with a balance of thirteen dead": not the attack's dead."""
    words = [t.lemma.lower() for t in sentence.tokens[max(0, first.at - _NEAR) : first.at]]
    measured = any(a in _LONG and is_a(b, "after_word") for a, b in pairwise(words))
    return first.noun and measured and trigger.at > first.at and trigger.at not in sentence.subtree(first.at)


def _subjects(sentence: SentenceView, at: int) -> tuple[int, ...]:
    """Of whom a verb tells, or the verb that it is joined to: "rounded up and shot"."""
    frame = sentence.frame(at)
    if frame is None or frame.subjects.fillers or not sentence.tokens[at].is_a(parts.JOINED):
        return frame.subjects.fillers if frame is not None else ()
    return _subjects(sentence, sentence.tokens[at].head)


def opens_measured(sentence: SentenceView, noun: int) -> bool:
    """Whether a deed stands behind "Two days after" at the opening of its sentence."""
    words = sentence.tokens[: min(noun, _OPENING)]
    return any(
        is_a(words[n - 1].lemma.lower(), "span") and is_a(t.text.lower(), "after_word")
        for n, t in enumerate(words) if n
    ) and not any(sentence.tokens[n].is_a(parts.VERB) for n in range(noun))  # fmt: skip


def of_what_followed(sentence: SentenceView, time: TimeRef, triggers: Triggers) -> Trigger | None:
    """Of "Two days after the ambush of 19 May, soldiers shot five": the day that is counted from the other, for what was done then."""
    nouns = [t for t in triggers.values() if t.noun and t.token.start > time.end]
    if sentence.token_at(time.start) or not nouns or not any(t.start > time.end for t in sentence.times):
        return None
    return next((t for t in triggers.values() if not t.noun and came_after(sentence, t, nouns[0].at)), None)


def is_bare_weekday(time: TimeRef, full: TimeRef) -> bool:
    """ "during Sunday mass on May 26, 2013": a day of the week beside a date with its year says nothing of its own."""
    return (
        not _FULL.search(time.quote)
        and bool(_FULL.search(full.quote))
        and full.end - full.start > _WEEKDAY >= len(time.quote)
    )


_WEEKDAY = len("Wednesday")
_OPENING, _NEAR = 6, 5
_LONG = frozenset({"month", "months", "year", "years", "decade", "decades"})


def _below(sentence: SentenceView, verb: int, triggers: Triggers) -> Trigger | None:
    """ "found three officers guilty": what the verb says of somebody, not a deed behind it."""
    return next(
        (triggers[n] for n in sentence.children[verb] if n > verb and n in triggers and not triggers[n].noun), None
    )


def _is_of_verb_behind(sentence: SentenceView, noun: int, first: int, last: int) -> bool:
    """ "the raid on the camp, a court in Orvel yesterday found": between a comma behind the noun and a verb."""
    behind = sentence.tokens[last + 1] if last + 1 < len(sentence) else None
    commas = any(t.text == "," for t in sentence.tokens[noun + 1 : first])
    return behind is not None and commas and _is_stated(sentence, last + 1)


def _is_stated(sentence: SentenceView, at: int) -> bool:
    frame = sentence.frame(at)
    return frame is not None and frame.kind == "V" and frame.outright


def _is_told_by(sentence: SentenceView, noun: int, verb: int) -> bool:
    """ "The attack came two years later", "the attack was two years earlier"."""
    frame = sentence.frame(verb)
    return frame is not None and noun in (*frame.subjects.fillers, *frame.undergoers.fillers, *frame.doers.fillers)


def _in_that_night(sentence: SentenceView, time: TimeRef, triggers: Triggers) -> Trigger | None:
    """ "the evening last year on which he was shot", "the night of 3 May when they came": what the clause about the night tells."""
    first = sentence.token_at(time.start)
    for n in (max(0, first - 1), first, *sentence.up(first)):
        if sentence.frame(n) is not None and sentence.tokens[n].is_a(parts.VERB):
            return None
        for clause in sentence.each(n, parts.RELATIVE_CLAUSE):
            if clause > first and clause in triggers and is_a(sentence.tokens[n].lemma.lower(), "day_part"):
                return triggers[clause]
    return None


def _beyond_name(sentence: SentenceView, time: TimeRef, triggers: Triggers) -> Trigger | None:
    """ "On the evening of 22 June 2012 Ada Brenn, a teacher, was shot": a date that the parse took for part of the name behind it."""
    if not _FULL.search(time.quote):
        return None
    last = sentence.token_at(time.end - 1)
    above = list(sentence.up(last))
    name = next((n for n in above if n > last), None)
    if name is None or not sentence.tokens[name].is_a(parts.NAME):
        return None
    rest = above[above.index(name) + 1 :]
    verb = next((n for n in rest if sentence.frame(n) is not None and sentence.tokens[n].is_a(parts.VERB)), None)
    return triggers.get(verb) if verb is not None and verb > name else None


def _of_what_occurred(sentence: SentenceView, time: TimeRef, triggers: Triggers) -> Trigger | None:
    """ "the attack on the office, occurred on 1 February": a participle behind a comma tells of the noun before it."""
    verb = next((n for n in sentence.up(sentence.token_at(time.start)) if sentence.frame(n) is not None), None)
    if verb is None or verb < 2 or not is_a(sentence.tokens[verb].lemma.lower(), "occurs"):
        return None
    frame = sentence.frame(verb)
    if (
        frame is None
        or (frame.subjects.fillers and frame.subjects.fillers[-1] > verb)
        or sentence.tokens[verb - 1].text != ","
    ):
        return None
    return next((triggers[n] for n in range(verb - 2, -1, -1) if n in triggers and triggers[n].noun), None)


def _right_before(sentence: SentenceView, time: TimeRef, triggers: Triggers) -> Trigger | None:
    """ "the shots that ended the life of Ada Brenn on 22 June 2012": a full date whose last verb before it tells of the deed."""
    first = sentence.token_at(time.start)
    if not _FULL.search(time.quote) or first < 2 or sentence.tokens[first - 1].text.lower() not in ("on", "in"):
        return None
    for n in range(first - 2, -1, -1):
        if n in triggers and not triggers[n].noun:
            return triggers[n]
        word = sentence.tokens[n]
        if word.text in _BREAKS or (word.is_a(parts.VERB) and word.text.islower()):
            return None
    return None
