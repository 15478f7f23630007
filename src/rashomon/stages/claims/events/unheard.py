"""People of whom nothing is heard: "no trace of twelve miners", "three men of whom there is no trace"."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.view import SentenceView


def nothing_heard(sentence: SentenceView, at: int) -> bool:
    """ "no trace of twelve miners", "the fate of twelve miners is unknown"."""
    state = sentence.state(at)
    over = sentence.tokens[at].head
    if state is None or not (state.oblique("of") or out_of_sight(sentence, at) is not None):
        return False
    beside = {sentence.tokens[n].text.lower() for n in (*sentence.children[at], *sentence.children[over])}
    return ("no" in beside) if sentence.tokens[at].lemma == "trace" else any(is_a(word, "unheard") for word in beside)


def out_of_sight(sentence: SentenceView, at: int) -> int | None:
    """The noun in "three men of whom there is no trace"."""
    over = sentence.tokens[at].head
    frame = sentence.frame(over)
    whom = frame.oblique("of") if frame is not None else ()
    relative = sentence.tokens[over].head if sentence.tokens[over].is_a(parts.RELATIVE_CLAUSE) else None
    named = relative is not None and (
        relative in whom or any(sentence.tokens[n].text.lower() == "whom" for n in sentence.subtree(over))
    )
    return relative if named else None
