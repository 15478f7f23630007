"""Sums that somebody pays, demands or receives: ransoms, bribes, compensation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rashomon.model.claim import Subject
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.parties import doers
from rashomon.stages.claims.persons.lexicon import words
from rashomon.stages.claims.persons.sums import Sum, find_sums
from rashomon.stages.claims.stance import local_stance
from rashomon.stages.claims.view import SentenceView, View


def find_money(view: View, told: Told) -> Iterator[Draft]:
    """Sums that a verb of paying or demanding moves, of the named payer or taker, or of a ransom or the like."""
    for sentence in view.sentences:
        for found in find_sums(view.text[sentence.sentence.start : sentence.sentence.end]):
            yield from _moved(view, told, sentence, found)


def _moved(view: View, told: Told, sentence: SentenceView, found: Sum) -> Iterator[Draft]:
    first = sentence.token_at(sentence.sentence.start + found.start)
    last = sentence.token_at(sentence.sentence.start + found.end - 1)
    verb, kind = _verb(sentence, last)
    stance = local_stance(sentence, verb) if verb is not None else None
    if verb is None or stance is None:
        return
    who = next((r for r in (view.referent_at(sentence, n) for n in doers(sentence, verb)) if r and r.named), None)
    kind = kind or _paid_as(sentence, last)
    if who is None and kind is None and sentence.tokens[verb].lemma not in ("demand", "extort"):
        return
    low, high = min(verb, first), max(verb, last)
    quote = sentence.quote(low, high)
    about = told.occurrence_at(quote.start, quote.end)
    subject = Subject(about.id if about and about.type == "payment" else None, who.id if who else None)
    value = replace(found.value, of=kind)
    yield Draft("amount", quote, sentence.tokens[verb].start, subject, value, "amount", stance)


def _verb(sentence: SentenceView, last: int) -> tuple[int | None, str | None]:
    """The verb that moves the sum, with no other clause between, and what it is paid as ("ransom")."""
    kind: str | None = None
    for n in (last, *sentence.up(last)):
        token = sentence.tokens[n]
        if token.lemma.casefold() in words("payments.txt") and token.pos == "NOUN":
            kind = kind or token.lemma.casefold()
        if token.lemma.casefold() in words("rewards.txt") or (token.pos == "NOUN" and n < last - 4 and kind is None):
            return None, None
        if token.pos == "NOUN" and n > last and kind is None:
            return None, None
        if token.pos == "VERB":
            return (n if token.lemma in words("paying.txt") else None), kind
    return None, None


def _paid_as(sentence: SentenceView, last: int) -> str | None:
    """ "$5 million in ransom", "40,000 euros as compensation": said right behind the sum."""
    after = [t.lemma.casefold() for t in sentence.tokens[last + 1 : last + 4]]
    found = next((w for w in after[1:] if w in words("payments.txt")), None)
    return found if after and after[0] in ("in", "as", "of") else None
