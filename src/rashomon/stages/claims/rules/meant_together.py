"""Those whom a word for several means as far as the text's own reading of it goes: "both men", "they"."""

from __future__ import annotations

from rashomon.model.annotation import Mention
from rashomon.model.span import Quote
from rashomon.stages.claims.actors import Actor
from rashomon.stages.claims.view import SentenceView, View


def meant_together(view: View, sentence: SentenceView, n: int) -> list[Actor]:
    """They, one by one, by their names as last told before; nobody where the word is read so of nobody."""
    named = names_together(view, sentence, n)
    return [Actor(n, Quote(m.start, m.end, m.quote), m.referent, m.type, True) for m in named]


def names_together(view: View, sentence: SentenceView, n: int) -> list[Mention]:
    """Their names, each as last told before; nobody where one of them has none."""
    mention = sentence.mention_at(n)
    members = mention.members if mention is not None and mention.head == n else ()
    named = [_last_named(view, ident, sentence.tokens[n].start) for ident in members]
    return [m for m in named if m is not None] if all(named) else []


def _last_named(view: View, ident: str, before: int) -> Mention | None:
    names = [m for m in view.mentions_of.get(ident, ()) if m.form == "name"]
    return next((m for m in reversed(names) if m.end <= before), next(iter(names), None))
