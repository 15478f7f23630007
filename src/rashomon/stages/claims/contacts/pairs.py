"""Who "the two", "the two men" are, where the text has just named two people and no more."""

from __future__ import annotations

from rashomon.model.claim import Party
from rashomon.stages.claims.view import SentenceView, View

_BOTH = frozenset({"two", "both", "pair", "duo"})


def both_of(view: View, sentence: SentenceView, at: int, party: Party) -> tuple[Party, ...]:
    """The two who are meant by a counted group at a token; the group itself, open, where it is not plain who they are."""
    words = {t.text.lower() for t in sentence.tokens[max(0, at - 2) : at + 1]}
    if words.isdisjoint(_BOTH) or (party.referent is not None and view.referents[party.referent].named):
        return (party,)
    named = _named_before(view, sentence, at)
    if len(named) != 2:
        return (Party(party.text, party.role),)
    first, second = named
    return (Party(view.referents[first].name, "from", first), Party(view.referents[second].name, "with", second))


def _named_before(view: View, sentence: SentenceView, at: int) -> list[str]:
    """The people named before a token in its sentence; where it names nobody at all, those of the sentence before."""
    found = _named(view, sentence, sentence.tokens[at].start)
    n = sentence.sentence.index
    if found or not n or _named(view, sentence, sentence.sentence.end):
        return found
    before = view.sentences[n - 1]
    return _named(view, before, before.sentence.end)


def _named(view: View, sentence: SentenceView, until: int) -> list[str]:
    people = [m.referent for m in sentence.mentions if m.end <= until and m.referent and m.type == "person"]
    return list(dict.fromkeys(r for r in people if r and view.referents[r].named))
