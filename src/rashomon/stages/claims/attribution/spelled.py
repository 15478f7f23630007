"""What a "that" or "if" brings by the order of words alone."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.claims.attribution.marks import CLOSING
from rashomon.stages.claims.view import SentenceView


def spelled_clause(sentence: SentenceView, at: int) -> set[int]:
    """What follows "said that", "found in July that", "said if" to the end, where the parse made no clause of it."""
    tokens = sentence.tokens
    that = next(
        (n for n in sentence.each(at, parts.CLAUSE_OPENER) if n > at and tokens[n].text.lower() == "that"), at + 1
    )
    if that + 3 >= len(tokens) or tokens[that].text.lower() not in ("that", "if"):
        return set()
    opens = tokens[that + 1].is_a(parts.NOMINAL | parts.PRONOUN) and tokens[that - 1].text.lower() not in ("and", "or")
    end = next((n for n in range(that, len(tokens)) if tokens[n].text in CLOSING), len(tokens))
    if not opens or not any(t.is_a(parts.VERB) for t in tokens[that + 2 : end]):
        return set()
    if tokens[that].text.lower() == "if" and (
        end == len(tokens) or sentence.first(at, parts.OBJECT | parts.CLAUSE) is not None
    ):
        return set()
    return set(range(that, end))
