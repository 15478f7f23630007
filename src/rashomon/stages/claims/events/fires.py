"""Whether "fire" is a blaze that is told of: "in a fire at the inn", "a warehouse fire"; not gunfire, nor what is opened, set or caught."""

from __future__ import annotations

from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.view import SentenceView

_BEHIND = frozenset({"in", "by", "after", "during", "from", "over", "before", "since", "of"})
_KNOWN = frozenset({"a", "an", "the", "this", "that", "another"})


def is_blaze(sentence: SentenceView, at: int) -> bool:
    """A fire as a thing that broke out, with its own article, building or day."""
    token, over = sentence.tokens[at], sentence.tokens[sentence.tokens[at].head]
    before = [sentence.tokens[n].lemma.lower() for n in sentence.children[at] if n < at]
    if sentence.state(at) is None or any(is_a(word, "firing") for word in before):
        return False
    if token.head > at:
        return is_a(over.lemma.lower(), "blazes")
    housed = any(is_a(word, kind) for word in before for kind in ("facility", "site", "place_head", "craft"))
    if token.head == at:
        return housed
    owned = bool(_KNOWN.intersection(before)) or any(
        sentence.children[n] and n < at for n in sentence.children[at]
    )  # "Monday's fire"
    return (owned or housed) and over.text.lower() in _BEHIND
