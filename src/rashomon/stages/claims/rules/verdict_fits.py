"""What may stand in a verdict that accuses or clears somebody: tests by name, each on one token of a sentence."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.lexicon.frames import entries
from rashomon.model import parts
from rashomon.stages.claims.rules.law_fits import is_found
from rashomon.stages.claims.rules.penalties import find_penalties
from rashomon.stages.claims.view import SentenceView

Test = Callable[[SentenceView, int], bool]


def _lemma(sentence: SentenceView, at: int) -> str:
    return sentence.tokens[at].lemma.lower()


def _is_named_one(sentence: SentenceView, at: int) -> bool:
    """Somebody by name, or one whose name stands beside: "the trader Karl Brandner"."""
    beside = (f.at for f in sentence.nouns if at in f.subjects.fillers)
    return any(sentence.tokens[n].is_a(parts.NAME) for n in (at, *beside))


def _is_given_penalty(sentence: SentenceView, at: int) -> bool:
    """Of "got 20 years": a term that is nothing else."""
    below = sentence.subtree(at)
    start, end = sentence.tokens[at].start, sentence.tokens[below[-1]].end
    return any(term.strong or term.penalty.years for term in find_penalties(sentence.text, start, end))


VERDICTS: dict[str, Test] = {
    "named-one": _is_named_one,
    "somebody": lambda sentence, at: (
        _is_named_one(sentence, at) or sentence.tokens[at].is_a(parts.PERSONAL | parts.WHO)
    ),
    "may": lambda sentence, at: any(sentence.tokens[n].is_a(parts.MODAL) for n in sentence.children[at]),
    "penalty-strong": _is_given_penalty,
    "not-verdict": lambda sentence, at: _lemma(sentence, at) == "guilty" and not is_found(sentence, at),
    "acquits": lambda sentence, at: any(
        e.cls in ("acquit", "acquittal-noun") for k in "VN" for e in entries().get((_lemma(sentence, at), k), ())
    ),
    "not-word": lambda sentence, at: sentence.tokens[at].text.lower() in ("not", "n't"),
}
