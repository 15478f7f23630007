"""What a rule finds, before it is a draft: the grade, the word that accuses, and the token of the accused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rashomon.lexicon import word_set
from rashomon.lexicon import words as listed
from rashomon.model import parts
from rashomon.model.claim import ChainLink, Property, Stance
from rashomon.model.span import Quote
from rashomon.stages.claims.accusations.lexicon import Deed, deeds, words
from rashomon.stages.claims.actors import REFLEXIVE, chunk
from rashomon.stages.claims.attribution.cues import kinds
from rashomon.stages.claims.view import SentenceView, View

_NEAR = 7


@dataclass(frozen=True, slots=True)
class Accused:
    """An accusation at token `at` of whoever stands at token `who`; `words` are the tokens its quote should hold.

    `stance` is set where the rule itself knows it ("acquitted"); otherwise the clause's words give it. `text` is what
    was found of the accused, for a conviction. `ahead`: what is yet to come already says it ("will be tried").
    """

    property: Property
    at: int
    who: int
    words: tuple[int, ...]
    stance: Stance | None = None
    text: str | None = None
    links: tuple[ChainLink, ...] = ()
    ahead: bool = False


Rule = Callable[[View, SentenceView, int], Iterator[Accused]]


def is_thing(sentence: SentenceView, at: int) -> bool:
    """Whether something with a place in the world may stand at this token, by its part of speech."""
    token = sentence.tokens[at]
    return token.pos in {"NOUN", "PROPN", "PRON", "NUM"} and token.text.lower() not in REFLEXIVE


def crime_at(sentence: SentenceView, at: int) -> int | None:
    """The crime that a noun names: itself, what it is a series of, or one it is joined to; None where none."""
    for n in sentence.conjuncts(at):
        lemma = sentence.lemmas[n]
        if lemma in words("crimes.txt") or _is_raid(sentence, n) or _is_strike(sentence, n):
            return n
        if lemma in word_set("accused.series"):
            below = below_preposition(sentence, n, "of")
            if below is not None and sentence.tokens[below].lemma.lower() in words("crimes.txt"):
                return below
    return None


def crime_near(sentence: SentenceView) -> bool:
    """Whether a noun of the sentence, or of the one before, names a crime."""
    return any(
        crime_at(s, n) is not None for s in sentence.near for n, t in enumerate(s.tokens) if t.is_a(parts.COMMON_NOUN)
    )


def _is_raid(sentence: SentenceView, at: int) -> bool:
    """ "the raid on the border post", not that on a house or an office, which is the police's."""
    on = below_preposition(sentence, at, "on", "against") if sentence.tokens[at].lemma == "raid" else None
    if on is None:
        return False
    mention = sentence.mention_at(on)
    town = (
        sentence.tokens[on].is_a(parts.NAME) and mention is not None and mention.type == "place" and mention.head == on
    )
    return town or sentence.tokens[on].lemma in word_set("accused.raided")


def _is_strike(sentence: SentenceView, at: int) -> bool:
    """ "The air strikes", "missile strikes", strikes in a sentence with planes; no strike of workers."""
    token = sentence.tokens[at]
    if token.lemma.lower() != "strike" or not token.is_a(parts.COMMON_NOUN):
        return False
    state = sentence.state(at)
    named = () if state is None else state.named
    if any(sentence.tokens[n].lemma.lower() in listed("en-firing.txt") for n in named):
        return True
    return token.text.lower() == "strikes" and any(
        t.lemma.lower() in word_set("accused.of_war") for t in sentence.tokens
    )


def below_preposition(sentence: SentenceView, at: int, *prepositions: str) -> int | None:
    """The object (a noun or a clause's verb) of the first of these prepositions that hangs on a token."""
    for n in sentence.kids(at, "prep", "agent"):
        if sentence.tokens[n].lemma.lower() in prepositions:
            found = sentence.child(n, "pobj", "pcomp")
            if found is not None:
                return found
    return None


def names_offence(sentence: SentenceView, at: int) -> bool:
    """Whether a crime, an offence or the verb of one stands at a token or below it."""
    for n in sentence.subtree(at):
        lemma = sentence.tokens[n].lemma.lower()
        if lemma in words("crimes.txt") or lemma in words("offences.txt"):
            return True
        if any(d.object == "person" for d in kinds_at(sentence, n)):
            return True
    return False


def kinds_at(sentence: SentenceView, at: int) -> tuple[Deed, ...]:
    """The deeds that a verb may be where it stands: a particle that one needs stands close behind ("ran him over")."""
    kinds = deeds().get(sentence.lemmas[at])
    if kinds is None:
        return ()
    near = sentence.words[at + 1 : at + _NEAR]
    return tuple([d for d in kinds if not d.particle or d.particle.removeprefix("to-") in near])


def is_armed(sentence: SentenceView, without: int) -> bool:
    """Whether a word of the sentence, beside one token, shows weapons or wounds."""
    return any(n != without and t.lemma.lower() in words("arms.txt") for n, t in enumerate(sentence.tokens))


def speaker_link(sentence: SentenceView, at: int, referent: str | None) -> ChainLink:
    """The body or person at a token as one who says so: prosecutors are officials, a court a court."""
    name: Quote = chunk(sentence, at)
    lemma = sentence.tokens[at].lemma.lower()
    if lemma in {"court", "judge", "jury", "tribunal"}:
        return ChainLink(name.quote, "court", referent)
    if lemma in words("officials.txt"):
        return ChainLink(name.quote, "official", referent)
    mention = sentence.mention_at(at)
    person = sentence.tokens[at].ent[2:] == "PERSON" or (mention is not None and mention.type == "person")
    known = None if sentence.tokens[at].is_a(parts.NAME | parts.PRONOUN) else kinds().get(lemma)
    if known is not None and not person:
        return ChainLink(name.quote, known, referent)
    return ChainLink(name.quote, "person" if person else "organization", referent)
