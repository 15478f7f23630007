"""Who does what a clause without a subject of its own tells: seen doing it, owning to it, accused of it, and so on."""

from __future__ import annotations

from rashomon.lexicon.frames import Entry, entries, lemma_of
from rashomon.model.clause import Frame
from rashomon.stages.claims.rules.places import standing
from rashomon.stages.claims.view import SentenceView

_TIMES = frozenset({"after", "before", "by", "without", "since", "while", "when", "for"})
_OPENING = frozenset({"shows", "owns", "accuse", "suspect", "charge", "confess", "finish", "hold-responsible"})


def done_by(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """The tokens of those who do it; none where the sentence leaves that open."""
    if verb.doers.fillers or verb.passive:
        return verb.doers.fillers
    if verb.doers.open:
        return ()
    above = sentence.frame(_above(sentence, verb.at))
    return () if above is None or above.at == verb.at else _opened(sentence, above, verb)


def owners(sentence: SentenceView, at: int) -> tuple[int, ...]:
    """Who denies or owns to doing it: of "X denied ordering the raid" X; else nobody."""
    verb = sentence.frame(at)
    if verb is None or (verb.outright and not _having(sentence, at)) or verb.passive or verb.doers.open:
        return ()
    above = sentence.frame(_above(sentence, at))
    if above is None or above.at >= at or above.passive or not _is_below(above, at):
        return ()
    owning = any(e.cls == "owns" for e in entries().get((above.lemma, "V"), ()))
    return above.doers.fillers if owning else ()


def _having(sentence: SentenceView, at: int) -> bool:
    """Of "denied having shot him": no statement by itself."""
    return any(sentence.tokens[n].text.lower() == "having" for n in sentence.helpers(at))


def _is_below(above: Frame, at: int) -> bool:
    """A clause of the verb, or one behind its preposition: "confessed to having handed them a key"."""
    return at in above.clauses or any(o.verb and at in o.heads for o in above.obliques)


def _above(sentence: SentenceView, at: int) -> int:
    """The next verb up the tree."""
    return next((n for n in sentence.up(at) if n != at and sentence.frame(n) is not None), at)


def _opened(sentence: SentenceView, above: Frame, verb: Frame) -> tuple[int, ...]:
    lemma = lemma_of(sentence.tokens[above.at].text, above.lemma, "V")
    for entry in entries().get((lemma, "V"), ()):
        if entry.cls in _OPENING and verb.at not in above.infinitives:
            return _whose(sentence, above, entry, verb)
    timed = any(o.verb and o.by in _TIMES and verb.at in o.heads for o in above.obliques)
    return above.subjects.fillers if timed and verb.at > above.at else ()


def _whose(sentence: SentenceView, above: Frame, entry: Entry, verb: Frame) -> tuple[int, ...]:
    place = entry.roles.get("who") or entry.roles.get("accused") or "subject"
    found = standing(sentence, above, entry, place)
    return tuple(n for n in found if n != verb.at and n < verb.at)
