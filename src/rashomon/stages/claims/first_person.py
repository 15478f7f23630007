"""Who says "I": of a quotation, or of a clause of saying, whoever stands with the verb."""

from __future__ import annotations

from rashomon.lexicon import word_set
from rashomon.stages.claims.actors import Actor, actor
from rashomon.stages.claims.parties import own_subject
from rashomon.stages.claims.view import SentenceView, View

FIRST_PERSON = frozenset({"i", "me", "my", "myself"})
_LONGEST_QUOTATION = 800


def first_person(view: View, sentence: SentenceView, at: int) -> Actor | None:
    """Whoever says the "I" or "me" at a token; None for any other word, and where it is not plain who speaks."""
    return speaker_of(view, sentence, at) if sentence.tokens[at].text.lower() in FIRST_PERSON else None


def speaker_of(view: View, sentence: SentenceView, at: int) -> Actor | None:
    """Of "I ...", Y said, and Y said that he ...: Y."""
    for above in sentence.up(at):
        subject = own_subject(sentence, above)
        if subject is not None and subject != at and sentence.tokens[above].lemma in word_set("first_person.saying"):
            found = actor(view, sentence, subject)
            return found if found is not None and found.type == "person" else None
    return _after_quotation(view, sentence, at) if sentence.tokens[at].text.lower() in FIRST_PERSON else None


def _after_quotation(view: View, sentence: SentenceView, at: int) -> Actor | None:
    """Of a quotation of several sentences, whoever stands with a verb of saying behind its end."""
    end = _quotation_end(view.text, sentence.tokens[at].start)
    closing = view.sentence_at(end) if end is not None else None
    if end is None or closing is None or closing.sentence.paragraph != sentence.sentence.paragraph:
        return None
    after = closing.token_at(end) + 1
    for n in range(after, min(after + 5, len(closing))):
        subject = closing.doing_subject(n)
        if closing.tokens[n].lemma in word_set("first_person.saying") and subject is not None and subject >= after - 1:
            found = actor(view, closing, subject)
            return found if found is not None and found.type == "person" else None
    return None


def _quotation_end(text: str, start: int) -> int | None:
    ends = [n for n in (text.find("”", start), text.find('"', start)) if n >= 0]
    return min(ends) if ends and min(ends) - start < _LONGEST_QUOTATION else None
