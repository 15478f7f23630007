"""Whom "my client", "her client" means: the one of whom the text says that the lawyer who speaks is his."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon import words
from rashomon.model import parts
from rashomon.model.annotation import Mention, Referent
from rashomon.stages.claims.view import SentenceView, View

_DEFENDING = frozenset({"defend", "represent"})
_BACK = 2


def client_at(view: View, sentence: SentenceView, at: int) -> Referent | None:
    """The client whom a token means; None for any other word, and where no lawyer near has just one client."""
    if sentence.tokens[at].lemma.lower() != "client":
        return None
    known = _clients(view)
    first = max(0, sentence.sentence.index - _BACK)
    for there in reversed(view.sentences[first : sentence.sentence.index + 1]):
        lawyers = {m.referent for m in there.mentions if m.referent in known}
        if lawyers:
            clients = {c for one in lawyers for c in known[one]}
            return view.referents.get(next(iter(clients))) if len(clients) == 1 else None
    return None


def _clients(view: View) -> dict[str, set[str]]:
    """Every lawyer of the document with those whom he is said to defend."""
    found: dict[str, set[str]] = {}
    for sentence in view.sentences:
        for lawyer, client in (*_by_noun(sentence), *_by_verb(sentence)):
            if lawyer != client:
                found.setdefault(lawyer, set()).add(client)
    return found


def _by_noun(sentence: SentenceView) -> Iterator[tuple[str, str]]:
    """ "X's lawyer, Y", "counsel for X"."""
    for at, token in enumerate(sentence.tokens):
        if token.lemma.lower() not in words("en-counsel.txt") or (state := sentence.state(at)) is None:
            continue
        own = _person(sentence, at)
        lawyers = {own} | {_person(sentence, n) for n in (*state.named, *state.subjects.fillers)}
        whose = (*state.oblique("of", "for"), *(() if state.possessor is None else (state.possessor,)))
        clients = {_person(sentence, n) for n in whose} - lawyers
        yield from ((one, c) for one in lawyers if one for c in clients if c)


def _by_verb(sentence: SentenceView) -> Iterator[tuple[str, str]]:
    """ "Y, who defends X"."""
    for verb in sentence.verbs:
        if verb.lemma in _DEFENDING and not sentence.tokens[verb.at].is_a(parts.PARTICIPLE):
            whom = {_person(sentence, n) for n in verb.undergoers.fillers}
            yield from ((one, c) for n in verb.doers.fillers if (one := _person(sentence, n)) for c in whom if c)


def _person(sentence: SentenceView, at: int) -> str | None:
    mention: Mention | None = sentence.mention_at(at)
    return mention.referent if mention is not None and mention.type == "person" else None
