"""What would have been, had things gone otherwise: "If a patrol had come, they would have lived"."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.claims.view import SentenceView

_MODALS = frozenset({"would", "could", "might", "should", "'d", "’d"})
_PAST = frozenset({"had", "been", "were", "'d", "’d"})


def is_unreal(sentence: SentenceView, at: int) -> bool:
    """True for the main clause, or the condition, of a past conditional that a token stands in."""
    if _MODALS.isdisjoint(sentence.said):
        return False
    tokens = sentence.tokens
    modal = next((n for n, word in enumerate(sentence.words) if word in _MODALS and _perfect(sentence, n)), None)
    if modal is None:
        return False
    clause = {at, *sentence.subtree(at)}
    for above in sentence.up(at):
        if tokens[at].is_a(parts.JOINED | parts.CLAUSE | parts.ADVERBIAL_CLAUSE) and tokens[above].is_a(parts.VERB):
            break
        clause |= set(sentence.subtree(above))
    return modal in clause and any(_condition(sentence, n) for n in clause)


def _perfect(sentence: SentenceView, modal: int) -> bool:
    """True for "would have", "might never have", "would be" (alive)."""
    return any(t.text.lower() in ("have", "be", "'ve", "’ve") for t in sentence.tokens[modal + 1 : modal + 4])


def _condition(sentence: SentenceView, n: int) -> bool:
    """True for the "if" of "if ... had", and the "Had" that opens "Had they come, ..."."""
    tokens = sentence.tokens
    word = tokens[n].text.lower()
    if word == "if":
        return any(t.text.lower() in _PAST for t in tokens[n + 1 : n + 12])
    if word != "had" or n + 2 >= len(tokens):
        return False
    opens = (
        n == 0 or tokens[n - 1].text in (",", ";", ":", "“", '"', "``") or tokens[n - 1].text.lower() in ("that", "and")
    )
    return opens and tokens[n + 1].is_a(parts.NOMINAL | parts.PRONOUN)
