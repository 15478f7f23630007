"""The roles beside names, then everybody who is only described."""

from __future__ import annotations

from collections import defaultdict

from rashomon.model import parts
from rashomon.stages.annotate.who.cast import Actor
from rashomon.stages.annotate.who.descriptions import Described, find_descriptions, gender_told
from rashomon.stages.annotate.who.gallery import Gallery, name_heads
from rashomon.stages.annotate.who.lexicon import person_nouns, signs, table, words
from rashomon.stages.annotate.who.names import Found
from rashomon.stages.annotate.who.page import Line

_UNSURE = frozenset({"not", "n't", "never", "would", "could", "may", "might", "if", "whether", "unless", "n’t"})

SaidOf = dict[tuple[int, int], Actor]
"""A pronoun's line and token -> who is described as what the pronoun's person is ("He was the commander")."""


def describe(lines: tuple[Line, ...], named: list[Actor], found: list[Found]) -> tuple[list[Actor], SaidOf]:
    """All actors, the named ones with their roles and descriptions, then the unnamed ones; and who is said of a pronoun."""
    owner_at: dict[tuple[int, int], Actor] = {
        (s.line, n): a for a in named for s in a.standings for n in range(s.first, s.last)
    }
    by_line: dict[int, list[Found]] = defaultdict(list)
    for f in found:
        by_line[f.line].append(f)
    gallery, said_of = Gallery(named), SaidOf()
    short = frozenset(h for a in named if a.type == "organization" and len(a.key) > 1 for h in name_heads(a.key))
    for number, line in enumerate(lines):
        taken = [False] * len(line.tokens)
        for f in by_line[number]:
            taken[f.first : f.last] = [True] * (f.last - f.first)
        for d in find_descriptions(number, line, taken, short):
            own = _beside(d, line, number, owner_at)
            if own is not None:
                gallery.learn(own, d, line)
                if own.gender is None and own.type == "person":
                    own.gender = person_nouns().get(d.lemma) or None
            actor = gallery.place(d, line, own)
            pronoun = _pronoun_of(d, line) if own is None and len(actor.standings) == 1 else None
            if pronoun is not None:
                said_of[number, pronoun] = actor
    return gallery.actors, said_of


def _beside(d: Described, line: Line, number: int, owner_at: dict[tuple[int, int], Actor]) -> Actor | None:
    """The named actor that a description is said of: in apposition, or as predicate."""
    t = line.tokens
    head = t[d.head]
    if d.plural or _other_gender(d, line, number, owner_at):
        return None
    if head.is_a(parts.APPOSITION):
        actor = owner_at.get((number, head.head))
        if actor is not None and actor.type == d.type:
            return actor
    if head.is_a(parts.PREDICATE_NOUN) and not d.modifiers & {"other", "another"} and not _negated(line, head.head):
        for n, token in enumerate(t):
            if token.head == head.head and token.is_a(parts.DOING_SUBJECT):
                actor = owner_at.get((number, n))
                return actor if actor is not None and actor.type == d.type else None
    if head.is_a(parts.IN_PHRASE) and line.words[head.head] == "as":
        actor = _said_to_be(line, number, t[head.head].head, owner_at)
        return actor if actor is not None and actor.type == d.type else None
    if d.first > 1 and t[d.first - 1].text == "," and line.words[d.first] in ("a", "an") and d.last < len(t):
        actor = owner_at.get((number, d.first - 2))
        listed = any(x.text in ("and", "or") for x in t[d.last : d.last + 4]) or d.lemma in table("people.tsv")
        if actor is not None and actor.type == d.type == "person" and not head.is_a(parts.SUBJECT) and not listed:
            return actor
    if d.first == 0 and d.type == "person" and (actor := _leading(d, line, number, owner_at)):
        return actor
    for n, token in enumerate(t[d.last : d.last + 14], d.last):
        if token.part & parts.COMMON_NOUN and token.lemma in person_nouns() and (number, n + 1) not in owner_at:
            return None
        if token.head == d.head and token.is_a(parts.APPOSITION):
            actor = owner_at.get((number, n))
            if actor is not None and actor.type == d.type:
                return actor
    return None


def _other_gender(d: Described, line: Line, number: int, owner_at: dict[tuple[int, int], Actor]) -> bool:
    """ "the journalist Nora X, the man who says ...": a man is not Nora."""
    told = gender_told(d)
    head = line.tokens[d.head]
    owner = owner_at.get((number, head.head)) if head.is_a(parts.APPOSITION) else None
    return owner is not None and told is not None and owner.gender not in (None, told)


def _leading(d: Described, line: Line, number: int, owner_at: dict[tuple[int, int], Actor]) -> Actor | None:
    """ "A witness in the case, X said ...": the description opens the sentence and the name follows its comma."""
    t = line.tokens
    for n in range(d.last, min(d.last + 14, len(t) - 1)):
        if t[n].is_a(parts.VERB | parts.AND) or t[n].text in (";", ":"):
            return None
        actor = owner_at.get((number, n))
        if actor is not None and t[n - 1].text == ",":
            end = next(k for k in range(n, len(t) + 1) if owner_at.get((number, k)) is not actor)
            said = end < len(t) and t[end].lemma in words("speech.txt")
            own = not t[d.head].is_a(parts.SUBJECT) or t[d.head].head == end
            return actor if said and own and actor.type == "person" else None
    return None


def _said_to_be(line: Line, number: int, verb: int, owner_at: dict[tuple[int, int], Actor]) -> Actor | None:
    """Who is "regarded as", "identified as", "serves as" something: the subject, or what a relative clause is of."""
    t = line.tokens
    if t[verb].lemma not in signs("said_to_be") or _negated(line, verb):
        return None
    passive = t[verb].is_a(parts.PARTICIPLE) or t[verb].lemma in ("serve", "work", "act")
    if not passive:
        return None
    for n, token in enumerate(t):
        if token.head == verb and token.is_a(parts.SUBJECT):
            return owner_at.get((number, t[verb].head if token.is_a(parts.RELATIVE) else n))
    return owner_at.get((number, t[verb].head)) if t[verb].is_a(parts.OF_A_NOUN) else None


def _negated(line: Line, verb: int) -> bool:
    return any(t.head == verb and w in _UNSURE for t, w in zip(line.tokens, line.words, strict=True))


def _pronoun_of(d: Described, line: Line) -> int | None:
    """The he or she that a description is said of: "He was the chief", "wanted him to serve as the chief"."""
    t = line.tokens
    head = t[d.head]
    if d.type != "person" or d.plural or d.modifiers & {"other", "another"}:
        return None
    verb = head.head
    if head.is_a(parts.IN_PHRASE) and line.words[verb] == "as":
        verb = t[verb].head
        if t[verb].lemma not in ("serve", "work", "act") and not t[verb].is_a(parts.PARTICIPLE):
            return None
    elif not head.is_a(parts.PREDICATE_NOUN):
        return None
    if _negated(line, verb):
        return None
    own = [n for n, x in enumerate(t) if x.head == verb and x.is_a(parts.SUBJECT)]
    if not own and t[verb].is_a(parts.CLAUSE_IN_PHRASE):
        ruler = t[t[verb].head].head
        own = [n for n, x in enumerate(t) if x.head == ruler and x.is_a(parts.OBJECT)]
    return own[0] if own and line.words[own[0]] in ("he", "she", "him", "her") else None
