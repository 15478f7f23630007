"""Whom a lawyer speaks for: "her client", and the "he" of what a lawyer says, are whoever the text says is defended."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon import words
from rashomon.lexicon.operators import SPEECH
from rashomon.model import parts
from rashomon.stages.claims.actors import Actor, chunk
from rashomon.stages.claims.stance import under
from rashomon.stages.claims.view import SentenceView, View

_HE = frozenset({"he", "she"})
_BACK = 4


def client_at(view: View, sentence: SentenceView, who: int, at: int) -> Actor | None:
    """The person defended, where a token says "client", or "he" in a lawyer's words; None where that is not plain."""
    token = sentence.tokens[who]
    if token.lemma.lower() in ("client", "defendant") and _is_owned(sentence, who):
        near = [sentence, *reversed(view.sentences[max(0, sentence.sentence.index - _BACK) : sentence.sentence.index])]
        found = next((p for s in near if (p := _defended(view, s))), [])
    elif token.text.lower() in _HE:
        found = _spoken_for(view, sentence, at)
    else:
        return None
    if len(found) != 1:
        return None
    return Actor(who, chunk(sentence, who), found[0], "person", True)


def _is_owned(sentence: SentenceView, who: int) -> bool:
    return any(t.text.lower() in ("his", "her", "their", "my", "our") for t in sentence.tokens[max(0, who - 2) : who])


def _spoken_for(view: View, sentence: SentenceView, at: int) -> list[str]:
    """Of "X's lawyer said that he did not", X."""
    for over in under(sentence, at):
        frame = sentence.frame(over.token) if over.cls in SPEECH else None
        for n in frame.doers.fillers if frame is not None else ():
            below = sentence.subtree(n)
            if any(sentence.tokens[k].lemma.lower() in words("en-defenders.txt") for k in below):
                return _defended(view, sentence, below)
    return []


def _defended(view: View, sentence: SentenceView, among: list[int] | None = None) -> list[str]:
    """The persons of whom the sentence says that a lawyer speaks for them, each once."""
    found: dict[str, None] = {}
    for n in _clients(sentence, range(len(sentence)) if among is None else among):
        referent = None if sentence.tokens[n].is_a(parts.PRONOUN | parts.POSSESSIVE) else view.referent_at(sentence, n)
        if referent is not None and referent.type == "person" and referent.named:
            found[referent.id] = None
    return list(found)


def _clients(sentence: SentenceView, among: range | list[int]) -> Iterator[int]:
    """Of "X's lawyer", "the lawyer for X", "who defends X" the X."""
    for n in among:
        lemma = sentence.tokens[n].lemma.lower()
        frame, state = sentence.frame(n), sentence.state(n)
        if frame is not None and lemma in ("defend", "represent"):
            yield from frame.undergoers.fillers
        if state is not None and lemma in words("en-defenders.txt"):
            yield from (() if state.possessor is None else (state.possessor,))
            yield from state.oblique("of", "for")
