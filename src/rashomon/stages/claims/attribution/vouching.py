"""Whether a source vouches for what stands in an attribution's content."""

from __future__ import annotations

import re

from rashomon.lexicon import word_set
from rashomon.lexicon.frames import entries
from rashomon.lexicon.operators import class_of
from rashomon.model import parts
from rashomon.model.annotation import Token
from rashomon.model.claim import Attribution
from rashomon.stages.claims.attribution.cues import Cue, adjectives, nouns, verbs
from rashomon.stages.claims.view import SentenceView, View

_HEARING = re.compile(r"\b(?:hearing|trial|court|judge|testif\w+|testimony|in the dock)\b", re.IGNORECASE)
_BLAMING = frozenset({"accuse", "blame", "blame-on", "suspect", "suspect-on", "lay-blame"})
_UNVOUCHED = ("judge", "will", "holder")
NOBODY = frozenset({"nobody", "nothing", "none", "neither", "no-one", "noone"})
_POINTS = frozenset({"this", "that", "these", "those"})
_NOT_ONE = (["not", "a"], ["not", "one"], ["hardly", "anyone"], ["hardly", "anybody"], ["not", "even"])


def vouches(view: View, one: Attribution) -> bool:
    """False for "condemned the attack" and "wants the bridge to open": who judges or wishes does not say it is so.

    Who "denounced that some are missing" says that they are.
    """
    if is_nobody(one):
        return False
    if one.direct or not one.cue:
        return True
    sentence = view.sentence_at(one.cue[0].start)
    if sentence is None:
        return True
    words = [sentence.tokens[n] for n in sentence.inside(*one.cue)]
    if any(
        t.lemma.lower() in word_set("estimates.gives") | word_set("estimates.counts") | word_set("estimates.publishes")
        for t in words
    ) and _is_figure(sentence, one):
        return True
    cues = [cue for t in words if (cue := _cue(t))]
    if cues and cues[-1].group == "judge" and one.content and one.content[0].quote.lower().startswith("that "):
        return True
    return not cues or cues[-1].group not in _UNVOUCHED


def blames(view: View, one: Attribution) -> bool:
    """True for a word that lays a deed on somebody: what else its content accuses of is the speaker's word, too."""
    sentence = view.sentence_at(one.cue[0].start) if one.cue and not is_nobody(one) else None
    words = [sentence.tokens[n] for n in sentence.inside(*one.cue)] if sentence else []
    return any(e.cls in _BLAMING for t in words for e in entries().get((t.lemma.lower(), "V"), ()))


def is_nobody(one: Attribution) -> bool:
    """True for "No court", "nobody", "not a single witness", "This" as a source: no one has said it."""
    words = one.source[0].quote.lower().split() if one.source else [""]
    if len(words) == 1 and words[0] in _POINTS:
        return True
    return words[0] in ("no", "few") or words[0] in NOBODY or words[:2] in _NOT_ONE


def _is_figure(sentence: SentenceView, one: Attribution) -> bool:
    """True for the content of "put the number of dead at nine" and "counted nine dead"."""
    first = one.content[0].start if one.content else -1
    if any(t.is_a(parts.NUMBER) and t.start >= first >= 0 for t in sentence.tokens):
        return True
    return any(
        t.lemma.lower() in word_set("estimates.counted") for t in sentence.tokens if first <= t.start < first + 24
    )


def _cue(token: Token) -> Cue | None:
    word = token.lemma.lower()
    if token.is_a(parts.MAIN_VERB):
        return verbs().get(word)
    if token.is_a(parts.COMMON_NOUN):
        return nouns().get(word)
    return adjectives().get(word) if token.is_a(parts.ADJECTIVE) else None


def is_shown(view: View, one: Attribution) -> bool:
    """True for "it has not been proven that", with nobody named: how a thing stands, no unnamed speaker's word."""
    sentence = view.sentence_at(one.cue[0].start) if one.cue and not one.source else None
    words = [sentence.tokens[n] for n in sentence.inside(*one.cue)] if sentence is not None else []
    return any(class_of(t.lemma.lower(), "V") in ("evidence", "know") for t in words)


def at_hearing(view: View, one: Attribution) -> bool:
    """True where the words around the cue, outside what is said, speak of a hearing."""
    sentence = view.sentence_at(one.cue[0].start) if one.cue else None
    if sentence is None:
        return False
    words = [
        sentence.phrase(n).quote
        for c in sentence.inside(*one.cue)
        for n in sentence.each(c, parts.OBJECT | parts.RECIPIENT | parts.PHRASE)
        if not any(s.start <= sentence.tokens[n].start < s.end for s in one.content)
    ]
    return bool(_HEARING.search(" ".join([*words, *(c.quote for c in one.cue)])))
