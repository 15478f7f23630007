"""Somebody who alone came to harm, told in a report on a deed that befell many: the lawyer shot a year before the massacre."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.claims.events.days import days_of, is_narrow
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.tellings import Telling
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.events.victims_told import victims_of
from rashomon.stages.claims.events.wording import Group, is_definite_noun
from rashomon.stages.claims.view import SentenceView, View
from rashomon.text.calendar import days_between, overlaps
from rashomon.text.fold import fold
from rashomon.text.places import contains

_HARM = frozenset({"killed", "shot"})
_OF_DAY, _OF_TOWN, _OF_WORD, _MOST = 1.0, 0.6, 0.6, 1.5
_WEEKS = 30
_LATER = frozenset({"succumb", "later"})
_AMONG = frozenset({"among", "including", "one"})


def is_alone(view: View, group: Group, telling: Telling) -> float:
    """How plainly a telling is of one person's own death beside a group's many: by a day, a town or a word of its own.

    0 where the group's sentences speak of that one, or count no more than one.
    """
    own = [f for f in telling.figures if f.harm in _HARM]
    if not own or len(own) != len(telling.figures) or any(f.sort != "single" or f.other for f in own):
        return 0.0
    if not _befell_many(group) or _is_one_of_them(telling) or is_spoken_of(view, group, telling):
        return 0.0
    signs = _OF_DAY * _has_own_day(group, telling) + _OF_TOWN * _has_own_town(group, telling)
    return min(_MOST, signs + _OF_WORD * _is_murder(telling))


def _befell_many(group: Group) -> bool:
    figures = [f for t in group for f in t.figures]
    return any(
        f.sort == "plural" or (f.value.number or 0) > 1 or (f.sort == "stated" and f.value.text) for f in figures
    )


def _is_one_of_them(telling: Telling) -> bool:
    """ "Among the dead is Ada Brenn", "one of the eleven was", "died of his wounds": told of as a part of them."""
    hurt_before = any(died_later(telling.sentence, t.at) for t in telling.triggers if is_late(t))
    return hurt_before or any(t.text.lower() in _AMONG for t in telling.sentence.tokens)


def is_late(trigger: Trigger) -> bool:
    """Words for a death that may come days after what caused it."""
    return is_a(trigger.entry.word, "late_word")


def died_later(sentence: SentenceView, at: int) -> bool:
    """ "died in hospital on 2 August", "died of his wounds": after what caused it, whenever that was."""
    below = (sentence.tokens[n] for n in sentence.subtree(at))
    words = {t.lemma.lower() for t in below} | {sentence.tokens[at].lemma.lower()}
    return any(is_a(w, kind) for w in words for kind in ("hospital", "wound_noun")) or bool(words & _LATER)


def is_spoken_of(view: View, group: Group, telling: Telling) -> bool:
    """Whether a sentence of the group speaks of who came to harm."""
    spans = [t.sentence.sentence for t in group if t.sentence is not telling.sentence]
    held = (m for victim in victims_of(view, telling) for m in view.mentions_of.get(victim, ()))
    return any(s.start <= m.start < s.end for m in held for s in spans)


def _has_own_day(group: Group, telling: Telling) -> bool:
    """A time of its own; none where both give one day, and none of who died within weeks of it."""
    new, exact = days_of([telling]), [x for x in days_of(group) if is_narrow(x)]
    if telling.late and any(0 <= (days_between(b[0], a[0]) or 0) <= _WEEKS for a in new for b in exact):
        return False
    return bool(new) and not any(is_narrow(a) and overlaps(a, b) for a in new for b in exact)


def _has_own_town(group: Group, telling: Telling) -> bool:
    """A place by name that is none of the group's, and neither in one of them nor around one."""
    here = {m.quote for m, _ in telling.places if m.form == "name"}
    there = {m.quote for t in group for m, _ in t.places}
    known = {fold(p) for p in there}
    return any(
        fold(a) not in known and not any(contains(a, b) or contains(b, a) for b in there) for a in here
    ) and bool(there)  # fmt: skip


def of_murder(group: Group, telling: Telling) -> float:
    """ "the murder", "that assassination": 1 where a group's deed befell one person, -1 where it befell many and goes by no such word."""
    taken = (t for t in telling.nouns if is_a(t.entry.word, "murder") and is_definite_noun(telling, t.at))
    if not any(not t.token.is_a(parts.PLURAL_NOUN) for t in taken):
        return 0.0
    if _befell_many(group):
        return 0.0 if any(_is_murder(t) for t in group) else -1.0
    return float(any(f.harm in _HARM and f.sort == "single" for t in group for f in t.figures))


def _is_murder(telling: Telling) -> bool:
    """ "the man who murdered Ada Brenn", "the assassination of": no word for one death among many."""
    return any(is_a(t.entry.word, "murder") and not t.token.is_a(parts.PLURAL_NOUN) for t in telling.triggers)
