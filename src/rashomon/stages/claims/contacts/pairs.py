"""Who "the two", "the two men" are, where the text has just named two people and no more."""

from __future__ import annotations

from rashomon.model.claim import Party
from rashomon.stages.claims.view import SentenceView, View

_BOTH = frozenset({"two", "both", "pair", "duo"})
_BACK = 2


def both_of(view: View, sentence: SentenceView, at: int, party: Party) -> tuple[Party, ...]:
    """The two who are meant by a counted group at a token; the group itself where it is not plain who they are."""
    words = {t.text.lower() for t in sentence.tokens[max(0, at - 2) : at + 1]}
    if party.referent is not None and view.referents[party.referent].named:
        return (party,)
    if words.isdisjoint(_BOTH):
        return (party,)
    named = _named_before(view, sentence, at)
    if len(named) != 2:
        return (party,)
    first, second = named
    return (Party(view.referents[first].name, "from", first), Party(view.referents[second].name, "with", second))


def _named_before(view: View, sentence: SentenceView, at: int) -> list[str]:
    """The people named before a token in its sentence, else in the nearest of the sentences before that names any."""
    found = _named(view, sentence, sentence.tokens[at].start)
    n = sentence.sentence.index
    for before in reversed(view.sentences[max(0, n - _BACK) : n]):
        if found:
            break
        found = _named(view, before, before.sentence.end)
    return found


def _named(view: View, sentence: SentenceView, until: int) -> list[str]:
    people = [m.referent for m in sentence.mentions if m.end <= until and m.referent and m.type == "person"]
    return list(dict.fromkeys(r for r in people if r and view.referents[r].named))
