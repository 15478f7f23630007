"""Words of violence said of play and of argument: "went on the attack", "a clash of personality", a match report."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.stages.claims.events.lexicon import Entry, is_a, phrases
from rashomon.stages.claims.view import SentenceView

_GAME_WORDS = 4


def is_on_sport(sentences: Sequence[SentenceView]) -> bool:
    """Whether a report is on a game: several words of sport, and none of the dead."""
    words = phrases()["sport"].intersection(t.lemma for s in sentences for t in s.tokens)
    if len(words) < _GAME_WORDS:
        return False
    return not any(
        t.lemma.lower() in ("kill", "bomb", "murder", "gunman", "police") for s in sentences for t in s.tokens
    )


def is_figurative(sentence: SentenceView, at: int, entry: Entry, *, sport: bool) -> bool:
    """Whether a word of a fight tells of no violence."""
    if not is_a(entry.word, "fight_word"):
        return False
    if sport:
        return True
    token = sentence.tokens[at]
    over = sentence.tokens[token.head]
    after = {sentence.tokens[n].text.lower() for n in sentence.kids(at, "prep")}
    if entry.word == "battle":
        kinds = {sentence.tokens[n].text.lower() for n in sentence.kids(at, "amod", "compound")}
        return bool(after & {"against", "for", "over"}) or any(is_a(w, "contest") for w in kinds)
    if entry.word == "clash":
        return bool(after & {"over", "of", "about"})
    if entry.pos == "N" and token.dep == "pobj" and over.text.lower() == "on" and sentence.child(at, "det") is not None:
        return sentence.tokens[over.head].lemma.lower() == "go"
    things = list(sentence.kids(at, "dobj", "nsubjpass"))
    return any(is_a(sentence.tokens[n].lemma.lower(), "no_target") for n in things)
