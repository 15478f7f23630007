"""How many are held or let out, where the words for incidents give no figure: "15 people were taken into custody", "14 arrests"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon.nouns import is_body_noun, is_person_noun
from rashomon.model.annotation import Quantity
from rashomon.model.claim import Stance, Subject, Value
from rashomon.model.span import Quote
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.rules.records import Fate
from rashomon.stages.claims.view import SentenceView, View

_NOUNS = frozenset({"arrest", "detention"})


def counted_sentences(view: View, told: Told) -> frozenset[int]:
    """The sentences whose figure of the held is read already."""
    found = (view.sentence_at(d.at) for d in told.drafts if d.property == "detained")
    return frozenset(s.sentence.index for s in found if s is not None)


def count_of(
    sentence: SentenceView, at: int, tokens: tuple[int, ...], rule: Fate, stance: Stance, over: str | None
) -> Iterator[Draft]:
    """The figure of those in a rule's place, or of the noun of arrest itself; none where nobody counts them.

    `over` is the incident over which they are held, where the sentence tells of one.
    """
    own = (at,) if sentence.tokens[at].lemma.lower() in _NOUNS else ()
    for n in (*own, *tokens):
        quantity = next((q for q in sentence.quantities if q.head == n), None)
        if quantity is None or not (quantity.number is None or quantity.number > 1):
            continue
        if n == at or is_person_noun(sentence.tokens[n]) or is_body_noun(sentence.tokens[n]) or quantity.of is None:
            yield _draft(sentence, at, quantity, rule, stance, Subject(occurrence=over), own=n == at)
            return


def _draft(
    sentence: SentenceView, at: int, quantity: Quantity, rule: Fate, stance: Stance, subject: Subject, *, own: bool
) -> Draft:
    token = sentence.tokens[at]
    start, end = min(token.start, quantity.start), max(token.end, quantity.end)
    value = Value(
        number=quantity.number, bound=quantity.bound, of=None if own else quantity.of,
        text=None if quantity.number is not None else quantity.quote,
    )  # fmt: skip
    assert rule.gives != "label"
    return Draft(rule.gives, Quote(start, end, ""), token.start, subject, value, rule.id, stance)
