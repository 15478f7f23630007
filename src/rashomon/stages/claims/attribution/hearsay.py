"""What somebody has from another: "had heard from the driver that ...", "was told by a friend that ..."."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.claims.attribution.found import Found, put_together
from rashomon.stages.claims.view import SentenceView

LEARNS = frozenset({"hear", "learn", "gather"})
"""Verbs by which one has something from another."""
TOLD_BY = frozenset({"tell", "inform", "assure", "warn", "advise", "notify"})
"""Verbs whose passive says by whom somebody knows."""
TOLD = frozenset({"information", "word", "report", "tip", "intelligence", "message", "confirmation", "news"})
"""Nouns of what one has from another."""
_SUBJECTS = parts.SUBJECT | parts.EXPLETIVE


def find_hearsay(sentence: SentenceView, at: int) -> Found | None:
    """ "heard from X that ...": X says it; None where no source or no clause follows."""
    tokens = sentence.tokens
    source = next((n for n in _from(sentence, at) if tokens[n].is_a(parts.NOUN | parts.PRONOUN)), None)
    if source is None:
        return None
    if tokens[0].text.lower() == "as" and tokens[at].is_a(parts.ADVERBIAL_CLAUSE):
        return _as_learned(sentence, at, source)
    that = _that_behind(sentence, max(source, at))
    if that is None or (source < at and tokens[that - 1].text != ","):
        return None
    verb = next((n for n in range(that + 1, len(tokens)) if sentence.first(n, _SUBJECTS) is not None), None)
    if verb is None or tokens[that].is_a(_SUBJECTS) or tokens[that + 1].is_a(parts.VERB):
        return None
    heard = [n for n in sentence.subtree(source) if n < that]
    end = _clause_end(sentence, that, verb)
    return put_together(sentence, at, source, (heard, [at], range(that, end + 1)))


def _as_learned(sentence: SentenceView, at: int, source: int) -> Found | None:
    """ "As the Post has learned from two guards, the gate was open": the guards say what follows."""
    heard = sentence.subtree(source)
    comma = next((n for n in range(heard[-1], len(sentence)) if sentence.tokens[n].text == ","), None)
    if comma is None or comma > heard[-1] + 1:
        return None
    own = [n for n in heard if n < comma]
    return put_together(sentence, at, source, (own, [at], range(comma + 1, len(sentence))))


def _that_behind(sentence: SentenceView, source: int) -> int | None:
    """The "that" behind a source, which an inserted ", she said," may part from it."""
    tokens = sentence.tokens
    that = next((n for n in range(source + 1, len(tokens) - 2) if tokens[n].text.lower() == "that"), None)
    if that is None:
        return None
    inside = [n for n in range(source + 1, that) if tokens[n].is_a(parts.VERB)]
    apart = [n for n in range(source + 1, that) if tokens[n].text == ","]
    inserted = len(apart) > 1 and apart[-1] == that - 1 and all(apart[0] < n for n in inside)
    speaks = inserted and any(tokens[n].is_a(parts.ASIDE) and sentence.doing_subject(n) for n in inside)
    return that if not inside or speaks else None


def _from(sentence: SentenceView, at: int) -> list[int]:
    """Whom it comes from."""
    if sentence.tokens[at].lemma.lower() in TOLD_BY:
        if sentence.undergoing_subject(at) is None:
            return [
                n
                for n in sentence.each(at, parts.DOING_SUBJECT)
                if sentence.first(at, parts.OBJECT | parts.RECIPIENT) is not None
            ]
        return [pobj for n in sentence.each(at, parts.BY_PHRASE) for pobj in sentence.nouns_after(n)]
    held = [n for n in sentence.phrases(at) if sentence.tokens[n].text.lower() == "from"]
    above = sentence.tokens[at].head
    if not held and above != at and sentence.tokens[at].is_a(parts.OBJECT):
        held = [n for n in sentence.phrases(above) if sentence.tokens[n].text.lower() == "from" and n > at]
    return [pobj for n in held for pobj in sentence.nouns_after(n)]


def _clause_end(sentence: SentenceView, that: int, verb: int) -> int:
    """The last word of the clause that "that" opens, with a second "and that ..." joined to it."""
    last = sentence.subtree(verb)[-1]
    while last > that and not sentence.tokens[last].text[0].isalnum():
        last -= 1
    return last
