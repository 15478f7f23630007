"""Which town "the town" and "this city" mean: the one named before in the sentence, for "this" a few back, the dateline too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model.annotation import Mention
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.targets import is_settlement
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.events.when_where import owner_of
from rashomon.stages.claims.view import SentenceView
from rashomon.text.places import lookup

_BACK = 6


def town_meant(
    sentences: Sequence[SentenceView], at: int, triggers: Sequence[Trigger]
) -> Iterator[tuple[Mention, Trigger]]:
    """ "Residents of Orvel said that rebels downed a pylon on the outskirts of the town": the town named last."""
    sentence = sentences[at]
    known = {t.at: t for t in triggers}
    for n, token in enumerate(sentence.tokens):
        if token.dep != "pobj" or not is_a(token.lemma.lower(), "town") or not _is_the(sentence, n):
            continue
        over = sentence.tokens[token.head]
        if not is_a(over.text.lower(), "locative") and over.text.lower() != "of":
            continue
        owner = owner_of(sentence, n, known, n)
        here = any(sentence.tokens[k].text.lower() == "this" for k in sentence.children[n])
        named = _named_before(sentences[max(0, at - _BACK) if here else at : at + 1], token.start)
        if owner is not None and named is not None and owner.harm != "hospital":
            yield named, owner
            return


def _is_the(sentence: SentenceView, at: int) -> bool:
    """ "the town", "this city", with no word of its own that says which."""
    below = sentence.children[at]
    bare = all(sentence.tokens[n].dep == "det" for n in below)
    return bare and any(sentence.tokens[n].text.lower() in ("the", "this", "that") for n in below)


def _named_before(sentences: Sequence[SentenceView], offset: int) -> Mention | None:
    """The settlement named last before an offset."""
    for sentence in reversed(sentences):
        towns = [m for m in sentence.mentions if m.type == "place" and m.form == "name" and m.end <= offset]
        towns = [m for m in towns if is_settlement(sentence, m.head) and not _is_wide(m.quote)]
        if towns:
            return towns[-1]
    return None


def _is_wide(name: str) -> bool:
    found = lookup(name)
    return bool(found) and found[0].kind != "settlement"
