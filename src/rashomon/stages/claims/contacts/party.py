"""One side of a contact: a name, a noun for a person or a body, or a pronoun."""

from __future__ import annotations

from rashomon.model.claim import Party, PartyRole
from rashomon.stages.claims.parties import Actor, actor, chunk
from rashomon.stages.claims.view import SentenceView, View
from rashomon.stages.claims.wordlists import word_list
from rashomon.text.fold import fold

_PERSONAL = frozenset({"i", "he", "she", "they", "we", "him", "her", "them", "me", "us", "his", "their", "who", "whom"})
_UNPERSONAL = frozenset(["GPE", "LOC", "FAC", "DATE", "TIME", "EVENT", "PRODUCT", "MONEY", "LAW", "WORK_OF_ART"])
_SAYING = frozenset(
    {"say", "tell", "claim", "state", "add", "testify", "recall", "admit", "insist", "write", "explain"}
)


def party(view: View, sentence: SentenceView, at: int, role: PartyRole) -> Party | None:
    """The party at a token, or None where nobody stands there. A pronoun that nobody is certain for has no referent."""
    found = actor(view, sentence, at)
    if found is not None:
        return Party(found.words.quote, role, found.referent)
    token = sentence.tokens[at]
    word = token.text
    if token.pos == "PROPN" and token.ent[2:] not in _UNPERSONAL and sentence.mention_at(at) is None:
        return Party(chunk(sentence, at).quote, role)
    if word in {"I", "me"}:
        speaker = _speaker(view, sentence, at)
        return Party(word, role, speaker.referent) if speaker else Party(word, role)
    return Party(word, role) if word.lower() in _PERSONAL else None


def _speaker(view: View, sentence: SentenceView, at: int) -> Actor | None:
    """Of "I ...", Y said: Y."""
    for above in sentence.up(at):
        subject = sentence.child(above, "nsubj")
        if sentence.tokens[above].lemma in _SAYING and subject is not None and subject != at:
            if sentence.tokens[subject].text not in {"I", "we"}:
                return actor(view, sentence, subject)
    return None


def is_public(view: View, sentence: SentenceView, at: int) -> bool:
    """Whether the press, a court, a crowd stands at a token: to speak to them is no contact."""
    words = word_list("contacts", "press.txt")
    if sentence.tokens[at].lemma.lower() in words:
        return True
    mention = sentence.mention_at(at)
    name = fold(mention.quote if mention else sentence.tokens[at].text)
    publisher = view.document.publisher
    return name in words or (publisher is not None and name == fold(publisher))
