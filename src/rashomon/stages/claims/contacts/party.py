"""One side of a contact: a name, a noun for a person or a body, or a pronoun."""

from __future__ import annotations

import re

from rashomon.model.annotation import Mention
from rashomon.model.claim import Party, PartyRole
from rashomon.stages.claims.actors import Actor, actor, chunk, is_human
from rashomon.stages.claims.parties import own_subject
from rashomon.stages.claims.view import SentenceView, View
from rashomon.stages.claims.wordlists import word_list
from rashomon.text.fold import fold

_PERSONAL = frozenset({"i", "he", "she", "they", "we", "him", "her", "them", "me", "us", "his", "their", "who", "whom"})
_LINES = frozenset({"number", "line", "phone", "mobile", "cellphone"})
_LONGEST_QUOTATION = 800
_UNPERSONAL = frozenset(["GPE", "LOC", "FAC", "DATE", "TIME", "EVENT", "PRODUCT", "MONEY", "LAW", "WORK_OF_ART"])
_CALL_SIGN = re.compile(r"[WK][A-Z]{2,3}(-?TV)?$|\w+ ?\d+$")
_SAYING = frozenset(
    {"say", "tell", "claim", "state", "add", "testify", "recall", "admit", "insist", "write", "explain"}
)


def party(view: View, sentence: SentenceView, at: int, role: PartyRole, *, states: bool = False) -> Party | None:
    """The party at a token, or None where nobody stands there.

    A pronoun that nobody is certain for has no referent. With `states` a place that is named may be one side of talks.
    """
    if role == "from" and sentence.tokens[at].lemma.lower() in word_list("contacts", "channels.tsv"):
        return None  # "contacted by Skype": whoever it was, by that channel
    if sentence.tokens[at].text.lower() in word_list("contacts", "occasions.txt"):
        return None
    found = actor(view, sentence, at)
    if found is not None:
        return Party(found.words.quote, role, found.referent)
    token = sentence.tokens[at]
    word = token.text
    if token.pos == "PROPN" and token.ent[2:] not in _UNPERSONAL and sentence.mention_at(at) is None:
        return Party(chunk(sentence, at).quote, role)
    if word.lower() in {"i", "me", "he", "she"}:
        speaker = speaker_of(view, sentence, at)
        return Party(word, role, speaker.referent) if speaker else Party(word, role)
    beside = _named_beside(sentence, at)
    if beside is not None:
        return Party(beside.quote, role, beside.referent)
    if word.lower() in {"two", "both"}:
        return Party(sentence.quote(max(0, at - 1), at).quote if word.lower() == "two" else word, role)
    of = _of_whom(sentence, at)
    if of is not None:
        return Party(sentence.quote(at, of).quote, role)
    if states and token.pos == "PROPN":
        mention = sentence.mention_at(at)
        return Party(mention.quote if mention else word, role, mention.referent if mention else None)
    return Party(word, role) if word.lower() in _PERSONAL else None


def _named_beside(sentence: SentenceView, at: int) -> Mention | None:
    """Of "the shipping line Nordhavn" the name that stands right behind a noun."""
    state = sentence.state(at)
    if state is None or sentence.tokens[at].pos != "NOUN" or at + 1 not in state.named:
        return None
    mention = sentence.mention_at(at + 1)
    named = mention is not None and mention.form == "name" and mention.type in ("person", "organization")
    return mention if named else None


def _of_whom(sentence: SentenceView, at: int) -> int | None:
    """Of "one of the gunmen", "some of his aides" the last word; a telephone number stands for whoever answers it."""
    state = sentence.state(at)
    if sentence.tokens[at].lemma.lower() in _LINES and (state is None or not (state.oblique("of") or state.possessor)):
        return at
    if state is None or sentence.tokens[at].pos not in ("NUM", "PRON", "DET"):
        return None
    return next((n for n in state.oblique("of") if is_human(sentence, n)), None)


def speaker_of(view: View, sentence: SentenceView, at: int) -> Actor | None:
    """Of "I ...", Y said, and Y said that he ...: Y."""
    for above in sentence.up(at):
        subject = own_subject(sentence, above)
        if subject is not None and subject != at and sentence.tokens[above].lemma in _SAYING:
            found = actor(view, sentence, subject)
            return found if found is not None and found.type == "person" else None
    return _after_quotation(view, sentence, at) if sentence.tokens[at].text in {"I", "me"} else None


def _after_quotation(view: View, sentence: SentenceView, at: int) -> Actor | None:
    """Of a quotation of several sentences, whoever stands with a verb of saying behind its end."""
    end = _quotation_end(view.text, sentence.tokens[at].start)
    closing = view.sentence_at(end) if end is not None else None
    if end is None or closing is None or closing.sentence.paragraph != sentence.sentence.paragraph:
        return None
    after = closing.token_at(end) + 1
    for n in range(after, min(after + 5, len(closing))):
        subject = closing.child(n, "nsubj")
        if closing.tokens[n].lemma in _SAYING and subject is not None and subject >= after - 1:
            found = actor(view, closing, subject)
            return found if found is not None and found.type == "person" else None
    return None


def _quotation_end(text: str, start: int) -> int | None:
    ends = [n for n in (text.find("”", start), text.find('"', start)) if n >= 0]
    return min(ends) if ends and min(ends) - start < _LONGEST_QUOTATION else None


def is_public(view: View, sentence: SentenceView, at: int) -> bool:
    """Whether the press, a court, a crowd stands at a token: to speak to them is no contact."""
    words = word_list("contacts", "press.txt")
    if sentence.tokens[at].lemma.lower() in words:
        return True
    mention = sentence.mention_at(at)
    called = mention.quote if mention else sentence.tokens[at].text
    name = fold(called)
    publisher = view.document.publisher
    if name in words or (publisher is not None and name == fold(publisher)):
        return True
    return _CALL_SIGN.match(called) is not None or not words.isdisjoint(name.split())
