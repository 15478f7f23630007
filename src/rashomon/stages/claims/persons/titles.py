"""Roles beside a name: titles before it ("Interior Minister X"), appositions behind or before it ("X, a translator")."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.annotation import Mention, Referent
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.persons.roles import draft_role, is_role, role_phrase
from rashomon.stages.claims.view import SentenceView, View

_BESIDE = ("compound", "nmod", "amod", "appos")


def find_titles(view: View, told: Told) -> Iterator[Draft]:
    """A role for each title or apposition of a named person."""
    for sentence in view.sentences:
        for mention in sentence.mentions:
            who = view.referents.get(mention.referent or "")
            if who and who.type == "person" and mention.form == "name":
                yield from _beside(view, sentence, mention, who)


def _beside(view: View, sentence: SentenceView, mention: Mention, who: Referent) -> Iterator[Draft]:
    first = sentence.token_at(mention.start)
    title = _title(sentence, first)
    if title is not None:
        yield from draft_role(view, sentence, who, title, (title, mention.head), reader="title")
    for at in _appositions(sentence, mention, first):
        left = min(role_phrase(sentence, at)[0], first)
        right = max(role_phrase(sentence, at)[1], mention.head)
        yield from draft_role(view, sentence, who, at, (left, right), reader="apposition")


def _title(sentence: SentenceView, first: int) -> int | None:
    """The token of a role noun that stands right before a name as its title."""
    at = first - 1
    if at < 0 or not is_role(sentence, at):
        return None
    token = sentence.tokens[at]
    tied = token.head >= first or token.dep in _BESIDE or any(n >= first for n in sentence.children[at])
    return at if tied and token.dep not in ("ROOT", "nsubj", "dobj") else None


def _appositions(sentence: SentenceView, mention: Mention, first: int) -> Iterator[int]:
    """Role nouns set beside the name with commas, in either order."""
    for n in sentence.kids(mention.head, "appos"):
        if n > mention.head and is_role(sentence, n) and not _named(sentence, n):
            yield from (m for m in [n, *_listed(sentence, n)] if is_role(sentence, m))
    head = sentence.tokens[mention.head]
    if head.dep == "appos" and head.head < first and is_role(sentence, head.head):
        yield head.head


def _listed(sentence: SentenceView, at: int) -> list[int]:
    """Further roles joined to one ("a lawyer and former minister"), but no further persons."""
    return [n for n in sentence.conjuncts(at)[1:] if not _named(sentence, n)]


def _named(sentence: SentenceView, at: int) -> bool:
    """True where a token stands inside a person's name."""
    return sentence.tokens[at].ent.endswith("PERSON")
