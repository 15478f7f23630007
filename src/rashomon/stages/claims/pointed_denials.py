"""Denials of what was just said, which stands before the verb, as statements: "this the ministry denies", "..., which he disputes"."""

from __future__ import annotations

from rashomon.lexicon import words
from rashomon.model import parts
from rashomon.model.claim import Subject, Value
from rashomon.stages.claims.accusations.accused import speaker_link
from rashomon.stages.claims.attribution.pointed import Pointed, pointed_denials
from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.view import SentenceView, View

_SPEAKS_FOR = frozenset({"office", "spokesman", "spokeswoman", "spokesperson", "family", "party"})


def find_pointed_denials(view: View) -> tuple[Draft, ...]:
    """A denial, on its speaker's word, for each such clause."""
    return tuple(_draft(view, sentence, one) for sentence in view.sentences for one in pointed_denials(sentence))


def _draft(view: View, sentence: SentenceView, one: Pointed) -> Draft:
    referent = view.referent_at(sentence, one.who)
    ident = referent.id if referent is not None else None
    quote = sentence.quote(one.start, one.at)
    about = Subject(None, _client(view, sentence, one.who) or ident)
    links = (speaker_link(sentence, one.who, ident),)
    at = sentence.tokens[one.at].start
    return Draft("statement", quote, at, about, Value(text=quote.quote), "reply", "denied", links)


def _client(view: View, sentence: SentenceView, who: int) -> str | None:
    """Whom a lawyer, or an office, that denies it speaks for: "which his lawyer denies"."""
    below = sentence.subtree(who)
    speaks = {sentence.lemmas[n] for n in below} & (words("en-counsel.txt") | _SPEAKS_FOR)
    owners = (view.referent_at(sentence, n) for n in below if sentence.tokens[n].is_a(parts.OWNER))
    return next((r.id for r in owners if r is not None and r.type == "person"), None) if speaks else None
