"""Whom a speaker leans on: ", citing a policeman", "citing an officer who said he had been told so by the laboratory"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model import parts
from rashomon.model.claim import Attribution, ChainLink
from rashomon.model.span import Span
from rashomon.stages.claims.attribution.cues import kinds
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.attribution.speakers import describe
from rashomon.stages.claims.view import SentenceView, View

_CITING = frozenset({"cite", "quote"})
_TOLD = frozenset({"tell", "inform"})
_HAD = frozenset({"have", "hear", "learn", "get"})
_REFERENCE = ("with", "reference", "to")
_NEAR = 9
"""Words between a cue and "with reference to"."""
_SOURCES = frozenset({"person", "organization", "document"})


def cited(view: View, one: Attribution, at: int) -> list[ChainLink]:
    """Those on whose word an attribution's speaker says what stands at an offset, outermost first.

    Also of "the newspaper X, which quotes a doctor".
    """
    sentence = view.sentence_at(one.cue[0].start) if one.cue else None
    if sentence is None or one.direct:
        return []
    for here, verb in _in_source(view, one, _CITING):
        if here.tokens[verb].is_a(parts.RELATIVE_CLAUSE) and here.tokens[verb].is_a(parts.FINITE):
            return [_link(view, here, verb, n) for n in _sources(here, verb)]
    if (source := _with_reference(sentence, one, at)) is not None:
        return [_link(view, sentence, source[0], source[1])]
    for verb, token in enumerate(() if _CITING.isdisjoint(sentence.said) else sentence.tokens):
        if sentence.lemmas[verb] in _CITING and token.is_a(parts.GERUND) and _goes_with(sentence, verb, one):
            below = sentence.subtree(verb)
            if not any(sentence.tokens[n].start <= at < sentence.tokens[n].end for n in below):
                return [_link(view, sentence, verb, n) for n in _sources(sentence, verb)]
    return []


def _with_reference(sentence: SentenceView, one: Attribution, at: int) -> tuple[int, int] | None:
    """Of "reports with reference to a source in the ministry" the first word, and the source; None where nobody is named so near the cue."""
    cue = sentence.token_at(one.cue[-1].start)
    for n in range(max(0, cue - _NEAR), min(len(sentence) - 3, cue + _NEAR)):
        if (
            tuple(sentence.words[n : n + 3]) != _REFERENCE
            or sentence.tokens[n].start <= at < sentence.tokens[n + 2].end
        ):
            continue
        whom = next((k for k in sentence.nouns_after(n + 2) if _can_speak(sentence, k)), None)
        if whom is not None and not any(c.start <= sentence.tokens[n].start - 1 < c.end for c in one.content[1:]):
            return n, whom
    return None


def had_from(view: View, one: Attribution) -> ChainLink | None:
    """From whom the source has it, in "his sister, who had it from a neighbour"; None where it is not said."""
    for sentence, verb in _in_source(view, one, _HAD):
        thing = sentence.object_of(verb)
        if thing is None or sentence.tokens[thing].text.lower() not in ("it", "this", "that"):
            continue
        for n in sentence.phrases(verb):
            by = sentence.noun_after(n)
            if sentence.tokens[n].text.lower() == "from" and by is not None:
                return _link(view, sentence, verb, by)
    return None


def _in_source(view: View, one: Attribution, lemmas: frozenset[str]) -> Iterator[tuple[SentenceView, int]]:
    """The verbs of some lemmas within the source's own words."""
    sentence = view.sentence_at(one.source[0].start) if one.source else None
    if sentence is None or lemmas.isdisjoint(sentence.said):
        return
    for n, token in enumerate(sentence.tokens):
        if sentence.lemmas[n] in lemmas and any(s.start <= token.start < s.end for s in one.source):
            yield sentence, n


def _goes_with(sentence: SentenceView, verb: int, one: Attribution) -> bool:
    """Whether the participle hangs on the cue, or on what is said after it."""
    token = sentence.tokens[verb]
    if any(s.start <= token.start < s.end for s in one.content):
        return True
    return any(c.start <= sentence.tokens[n].start < c.end for c in one.cue for n in sentence.up(verb))


def _sources(sentence: SentenceView, verb: int) -> Iterator[int]:
    thing = sentence.object_of(verb)
    if thing is None or not _can_speak(sentence, thing):
        return
    yield thing
    for n in sentence.subtree(thing):
        agent = sentence.first(n, parts.BY_PHRASE) if sentence.tokens[n].lemma.lower() in _TOLD else None
        by = sentence.noun_after(agent) if agent is not None else None
        if by is not None:
            yield by


def _can_speak(sentence: SentenceView, at: int) -> bool:
    """Not so for "citing safety concerns"."""
    token = sentence.tokens[at]
    if token.lemma.lower() in kinds() or token.text.lower() in kinds():
        return True
    mention = sentence.mention_at(at)
    return mention is not None and mention.head == at and mention.type in _SOURCES


def _link(view: View, sentence: SentenceView, verb: int, at: int) -> ChainLink:
    word = sentence.tokens[verb]
    cue = Span(word.start, word.end)
    source = spans_of(sentence, sentence.subtree(at))
    name, kind, referent = describe(view, Found(sentence.sentence.index, verb, at, source, (cue,), (), "asserted"))
    return ChainLink(name, kind, referent, sentence.quote(verb, verb))
