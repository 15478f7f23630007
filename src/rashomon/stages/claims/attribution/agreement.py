"""Whether a pronoun may go on for a speaker: number, gender, and "it" for a body or a paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rashomon.model import parts
from rashomon.model.claim import Attribution
from rashomon.stages.claims.attribution.cues import table
from rashomon.stages.claims.view import SentenceView, View

SINGULAR = {"he": "m", "she": "f", "his": "m", "her": "f"}
"""Pronouns of one person, with the gender they tell."""
POSSESSIVE = frozenset({"his", "her", "its", "their"})
"""Pronouns that own what is said: "his statement"."""
_NUMBER = {"it": "thing", "its": "thing", "they": "many", "their": "many"}


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a source: its sentence, token and lemma, and whether it stands for several."""

    sentence: SentenceView
    at: int
    word: str
    many: bool


@cache
def voice_words(name: str) -> frozenset[str]:
    """The head nouns of one class of `data/attribution/voices.tsv`."""
    return frozenset(next(words for group, words in table("voices") if group == name).split())


def pronoun_of(one: Attribution) -> str | None:
    """The source where it is a bare pronoun of the third person, in lower case, or None."""
    word = one.source[0].quote.lower() if len(one.source) == 1 else ""
    return word if word in SINGULAR or word in _NUMBER else None


def is_dead(sentence: SentenceView, at: int) -> bool:
    """Whether the clause tells of the death of whoever stands at a token: "nine men were killed", "the two dead men"."""
    state = sentence.state(at)
    beside = () if state is None else state.named
    if any(sentence.tokens[n].lemma.lower() in voice_words("dead") for n in (at, *beside)):
        return True
    dying = (f for f in sentence.verbs if f.lemma in voice_words("dies") or _leaves_dead(sentence, f.at))
    return any(at in f.undergoers.fillers or (at in f.subjects.fillers and not f.undergoers.fillers) for f in dying)


def _leaves_dead(sentence: SentenceView, verb: int) -> bool:
    """Of "were shot dead", "was found dead"."""
    return any(sentence.tokens[n].text.lower() == "dead" for n in sentence.children[verb])


def head_of(view: View, one: Attribution) -> Head | None:
    """The head of an attribution's source, or None where it has none."""
    sentence = view.sentence_at(one.source[0].start) if one.source else None
    if sentence is None:
        return None
    inside = sentence.inside(*one.source)
    tops = [n for n in inside if sentence.tokens[n].head not in inside or sentence.tokens[n].head == n]
    head = next((n for n in tops if sentence.tokens[n].is_a(parts.NOUN | parts.PRONOUN)), None)
    if head is None:
        return None
    token = sentence.tokens[head]
    several = token.is_a(parts.PLURAL) or any(n in inside for n in sentence.each(head, parts.JOINED))
    return Head(sentence, head, token.lemma.lower(), several)


def fits(view: View, speaker: Attribution, pronoun: str) -> bool:
    """True where a speaker agrees with a pronoun in number and gender."""
    head = head_of(view, speaker)
    if head is None or not speaker.name:
        return False
    referent = view.referents.get(speaker.speaker or "")
    person = referent is not None and referent.type == "person"
    if pronoun in SINGULAR:
        if referent is not None:
            return person and referent.gender in (SINGULAR[pronoun], None)
        return not (head.many or _is_body(head, speaker) or head.word in voice_words("plural"))
    if _NUMBER[pronoun] == "many":
        return head.many or head.word in voice_words("plural")
    if head.word in voice_words("spokes"):
        return not head.many and not (referent is not None and referent.named)
    body = _is_body(head, speaker) or (referent is not None and referent.type in ("organization", "place"))
    return not head.many and not person and body


def _is_body(head: Head, speaker: Attribution) -> bool:
    things = ("organization", "document", "record", "outlet", "news_agency", "court")
    return speaker.kind in things or head.word in voice_words("body")
