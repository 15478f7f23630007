"""Attributions by a noun of speech or thought: "X's claim that ...", "X expressed concern about ...", "X is a critic of"."""

from __future__ import annotations

from rashomon.lexicon import word_set
from rashomon.model import parts
from rashomon.stages.claims.attribution.cues import Cue, kinds, nouns
from rashomon.stages.claims.attribution.extent import cue_tokens
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.attribution.sources import find_speaker
from rashomon.stages.claims.view import SentenceView

_WHOSE = 8
_HELD = frozenset({"in", "of", "under", "with", "on", "from"})
_BEING = frozenset({"be", "remain", "stay", "leave", "work", "start", "proceed", "operate", "act", "go", "persist"})
"""Of "is in no doubt that", "was of the opinion that", "remains under the impression that", "works on the assumption that"."""
_NOBODY = frozenset({"my", "your", "our", "its", "this", "it", "there", "that", "which", "you"})


def find_by_noun(sentence: SentenceView, at: int, cue: Cue) -> Found | None:
    """The attribution whose cue is the noun `at`, with the light verb that it is the object of; None where it is none."""
    tokens = sentence.tokens
    content, brought = noun_content(sentence, at, cue)
    if not content:
        return None
    speaker, source = _speaker(sentence, at, cue)
    clause = any(tokens[n].is_a(parts.CLAUSE | parts.NOUN_CLAUSE) for n in sentence.children[at])
    if speaker is None and not (clause and (cue.stance == "alleged" or tokens[at].lemma.lower() == "report")):
        return None
    if speaker is not None and tokens[speaker].text.lower() in _NOBODY:
        return None
    said = _cue_tokens(sentence, at, content, brought, set(source))
    undoubted = cue.stance == "unconfirmed" and any(
        tokens[n].text.lower() == "no" for n in sentence.each(at, parts.DETERMINING)
    )
    return Found(
        sentence.sentence.index,
        at,
        speaker,
        spans_of(sentence, set(source) - content - said),
        spans_of(sentence, said),
        spans_of(sentence, content),
        "asserted" if undoubted else cue.stance,
    )


def is_light(sentence: SentenceView, verb: int, thing: int | None) -> bool:
    """True for "expressed concern about ...": the verb is part of the noun's cue.

    Whoever "filed charges against" somebody did more than say so: there the verb stays the cue.
    """
    if thing is None or sentence.tokens[verb].lemma.lower() not in word_set("nominal.light"):
        return False
    cue = nouns().get(sentence.tokens[thing].lemma.lower())
    content, brought = noun_content(sentence, thing, cue) if cue is not None else (set(), [])
    return bool(content) and not any(sentence.tokens[n].text.lower() == "against" for n in brought)


def noun_content(sentence: SentenceView, at: int, cue: Cue) -> tuple[set[int], list[int]]:
    """What the noun brings, as tokens, and the preposition between."""
    tokens = sentence.tokens
    clauses_first = sorted((n for n in sentence.children[at] if n > at), key=lambda n: tokens[n].is_a(parts.PHRASE))
    for n in clauses_first:
        token = tokens[n]
        to = any(tokens[k].is_a(parts.TO) for k in sentence.helpers(n))
        that = any(
            tokens[k].text.lower() == "that" and tokens[k].is_a(parts.CLAUSE_OPENER) for k in sentence.children[n]
        )
        if token.is_a(parts.OF_A_NOUN | parts.CLAUSE) and "c" in cue.frames and that:
            return set(sentence.subtree(n)), []
        if token.is_a(parts.NOUN_CLAUSE) and "i" in cue.frames and to:
            return set(sentence.subtree(n)), []
        if token.is_a(parts.PHRASE) and token.text.lower() in cue.frames:
            return set(sentence.subtree(n)) - {n}, [n]
    clause = _clause_beside(sentence, at) if "c" in cue.frames else None
    return (set(sentence.subtree(clause)) if clause is not None else set()), []


def _clause_beside(sentence: SentenceView, at: int) -> int | None:
    """The clause of "X's version is that ...", and of "sent word on Monday that ...", which the parse hangs on the verb."""
    token, verb = sentence.tokens[at], sentence.tokens[at].head
    theirs = sentence.owner(at) is not None or any(
        _is_office(sentence, n) for n in sentence.each(at, parts.BEFORE_NOUN)
    )
    owned = token.is_a(parts.SUBJECT) and sentence.tokens[verb].lemma.lower() == "be" and theirs
    given = token.is_a(parts.OBJECT) and sentence.tokens[verb].lemma.lower() in word_set("nominal.light")
    if not (owned or given):
        return None
    marks = ((n, sentence.opener(n)) for n in sentence.each(verb, parts.CLAUSE) if n > max(at, verb))
    return next((n for n, mark in marks if mark is not None and sentence.tokens[mark].text.lower() == "that"), None)


def _is_office(sentence: SentenceView, at: int) -> bool:
    """Of "the prosecution case", "the police version": whose it is."""
    return kinds().get(sentence.tokens[at].lemma.lower()) in ("official", "court")


def _speaker(sentence: SentenceView, at: int, cue: Cue) -> tuple[int | None, list[int]]:
    tokens = sentence.tokens
    owner = sentence.owner(at)
    if owner is not None and cue.group != "holder":
        return owner, sentence.subtree(owner)
    above = tokens[at].head
    if tokens[at].is_a(parts.OBJECT) and tokens[above].lemma.lower() in word_set("nominal.light"):
        return find_speaker(sentence, above)
    if cue.group == "holder":
        return _holder(sentence, at)
    if tokens[at].is_a(parts.IN_PHRASE) and tokens[above].text.lower() in _HELD:
        held = tokens[above].head
        if tokens[held].lemma.lower() in _BEING:
            return find_speaker(sentence, held)
    for n in sentence.each(at, parts.PHRASE | parts.BY_PHRASE):
        clause = any(t.text.lower() == "that" for t in tokens[n : n + 8])  # "the claim of the union that"
        if tokens[n].text.lower() in ("by", "from", "among", "between") or (clause and tokens[n].text.lower() == "of"):
            by = sentence.noun_after(n)
            if by is not None and tokens[by].lemma.lower() not in nouns():
                return by, [k for k in sentence.subtree(by) if k < n + _WHOSE]
    for n in sentence.each(at, parts.BEFORE_NOUN):
        if tokens[n].ent.endswith(("NORP", "GPE", "ORG")) or _is_office(sentence, n):
            return n, [n]
    return None, []


def _holder(sentence: SentenceView, at: int) -> tuple[int | None, list[int]]:
    """Whoever is a "critic of", a "supporter of" something: the subject, or the name that the noun stands by."""
    tokens = sentence.tokens
    above = tokens[at].head
    if tokens[at].is_a(parts.PREDICATE_NOUN):
        return find_speaker(sentence, above)
    if tokens[at].is_a(parts.APPOSITION) and above != at:
        return above, [n for n in sentence.subtree(above) if n < sentence.subtree(at)[0]]
    return None, []


def _cue_tokens(sentence: SentenceView, at: int, content: set[int], brought: list[int], source: set[int]) -> set[int]:
    """The noun with its determiner and adjectives, its light verb, and the preposition."""
    tokens = sentence.tokens
    said = {at, *brought, *(n for n in sentence.each(at, parts.QUALIFYING) if n == at - 1)}
    above = tokens[at].head
    joined = tokens[at].is_a(parts.PREDICATE_NOUN) or (tokens[at].is_a(parts.OBJECT) and is_light(sentence, above, at))
    if joined and above < at and not source & set(range(above, at)):
        said |= set(cue_tokens(sentence, above, content, []))
        said |= set(range(above, at))
    if brought:
        between = set(range(at, brought[0]))
        said |= between if len(between) < 5 and not between & source else set()
    return said - content
