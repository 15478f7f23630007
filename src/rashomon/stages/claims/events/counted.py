"""Which figure of a phrase with two counts: "a family of five", "one of six who were killed", "one of six has died"."""

from __future__ import annotations

from rashomon.model.annotation import Quantity
from rashomon.stages.claims.events.beside import at_once
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.persons import is_person, quantity_of
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView


def counted_within(trigger: Trigger, head: int, quantity: Quantity | None) -> Quantity | None:
    """The figure in "a family of five", and in "one of six who were killed"."""
    sentence, amount = trigger.sentence, False
    if quantity is None:
        amount = is_a(sentence.tokens[head].lemma.lower(), "amount")
        if not (amount or is_a(sentence.tokens[head].lemma.lower(), "household")):
            return None
    elif quantity.number != 1 or not _is_clause_of(trigger, head):
        return None
    inner = [k for n in sentence.kids(head, "prep") if sentence.tokens[n].text.lower() == "of"
             for k in sentence.kids(n, "pobj")]  # fmt: skip
    found = next((q for k in inner for q in [quantity_of(sentence, k)] if q is not None and q.number), None)
    fits = found is not None and (quantity is not None or found.of is None or _people(sentence, found, amount))
    return found if fits else None


def counted_they(trigger: Trigger, head: int) -> Quantity | None:
    """ "Nine traders were walking home when they were shot": as many as the clause around it has for its subject."""
    sentence = trigger.sentence
    over = sentence.frame(sentence.tokens[trigger.at].head)
    if sentence.tokens[head].text.lower() not in ("they", "them") or over is None or not at_once(sentence, trigger.at):
        return None
    whole = [n for n in over.subjects.fillers if n < head and is_person(sentence, n)]
    return next((q for n in whole for q in [quantity_of(sentence, n)] if q is not None), None)


def _people(sentence: SentenceView, quantity: Quantity, amount: bool) -> bool:
    """ "a sum of 19 miners": whom the amount is made of."""
    return amount and is_person(sentence, quantity.head)


def counted_out_of(trigger: Trigger, quantity: Quantity | None) -> Quantity | None:
    """The one in "one of six people has died", where the parser takes all six for the subject."""
    sentence = trigger.sentence
    if quantity is None or trigger.token.dep in ("acl", "relcl", "amod"):
        return None
    first = sentence.token_at(quantity.start)
    if first < 2 or sentence.tokens[first - 1].text.lower() != "of":
        return None
    return next((q for q in sentence.quantities if q.token == first - 2 and q.of is None), None)


def _is_clause_of(trigger: Trigger, head: int) -> bool:
    token = trigger.token
    return token.dep in ("relcl", "acl") and token.head >= head
