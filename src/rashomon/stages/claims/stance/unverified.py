"""What a report tells and then says it could not verify: "Rumours of ten dead went round. We could not confirm them."."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.claims.view import SentenceView, View

_VERIFY = frozenset({"verify", "confirm", "corroborate", "substantiate", "authenticate"})
_POINTS = frozenset({"this", "that", "these", "those", "the", "it", "them", "they"})
_TALES = frozenset({"report", "information", "rumour", "rumor", "claim", "allegation", "news", "account", "suggestion"})
_NOBODY = frozenset({"nobody", "none", "no"})


def is_unverified(view: View, at: int) -> bool:
    """True where the sentence after the one at an offset says that what it tells could not be verified."""
    sentence = view.sentence_at(at)
    number = sentence.sentence.index + 1 if sentence is not None else len(view.sentences)
    if sentence is None or number >= len(view.sentences):
        return False
    after = view.sentences[number]
    near = after.sentence.paragraph == sentence.sentence.paragraph
    return near and any(_fails(after, n) for n, t in enumerate(after.tokens) if t.lemma.lower() in _VERIFY)


def is_left_unverified(view: View, at: int) -> bool:
    """True for what a sentence tells and its own verb leaves open: "Reports that he lives abroad were not confirmed"."""
    sentence = view.sentence_at(at)
    if sentence is None:
        return False
    told = sentence.token_at(at)
    for n in sentence.up(told):
        token = sentence.tokens[n]
        if n == told or token.lemma.lower() not in _VERIFY or not sentence.is_negated(n):
            continue
        subject = sentence.undergoing_subject(n)
        if subject is None:
            clauses = (
                k
                for k in sentence.each(n, parts.CLAUSE_SUBJECT | parts.UNDERGOING_CLAUSE_SUBJECT | parts.CLAUSE)
                if k < n
            )
            if sentence.first(n, parts.PASSIVE_HELPING) is not None and any(
                told in sentence.subtree(k) for k in clauses
            ):
                return True
            continue
        it = sentence.tokens[subject].text.lower() == "it"
        return it or (sentence.tokens[subject].lemma.lower() in _TALES and told in sentence.subtree(subject))
    return False


def _fails(sentence: SentenceView, at: int) -> bool:
    """True for "could not be verified", "nobody could confirm it", of what the sentence before told."""
    if not sentence.tokens[at].is_a(parts.MAIN_VERB):
        return False
    subject = sentence.subject(at)
    nobody = subject is not None and sentence.tokens[subject].text.lower() in _NOBODY
    if not sentence.is_negated(at) and not nobody:
        return False
    about = sentence.undergoing_subject(at) or sentence.object_of(at)
    if about is None:
        return False
    words = {sentence.tokens[n].text.lower() for n in (about, *sentence.each(about, parts.DETERMINING))}
    return bool(words & _POINTS)
