"""Which body "it" means, where one alone can be meant: "The authorities also blame it", "the Front denied it had fired"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model import parts
from rashomon.stages.annotate.who.cast import Actor, Standing
from rashomon.stages.annotate.who.lexicon import signs, words
from rashomon.stages.annotate.who.page import Line

_STANDS = parts.SUBJECT | parts.OBJECT


def bodies_meant(lines: tuple[Line, ...], actors: list[Actor]) -> list[tuple[Standing, Actor | None]]:
    """The "it" of a document whose body is plain, each with that body; what is left open is not given.

    One that only people and bodies can be is looked for: who says, denies, claims, or is blamed. It is the one body of the
    sentence before, or whom that one accuses where this one denies; two that fit leave it open.
    """
    acting: dict[int, list[tuple[Standing, Actor]]] = {}
    for actor in actors:
        if actor.type in ("organization", "person", "document", "place"):
            for standing in actor.standings:
                acting.setdefault(standing.line, []).append((standing, actor))
    return [found for number, line in enumerate(lines) for found in _of_line(lines, acting, number, line)]


Acting = dict[int, list[tuple[Standing, Actor]]]


def _of_line(
    lines: tuple[Line, ...], acting: Acting, number: int, line: Line
) -> Iterator[tuple[Standing, Actor | None]]:
    for n, word in enumerate(line.words):
        if word != "it" or n in line.quoted or not number or not _acts(line, n):
            continue
        before = lines[number - 1]
        if before.sentence.paragraph != line.sentence.paragraph or before.heading:
            continue
        ahead = (
            s.first < n and a.type == "organization" and not _acts_on(line, s, n) for s, a in acting.get(number, ())
        )
        body = None if any(ahead) else _body_of(before, acting.get(number - 1, ()), _denies(line, n))
        if body is not None:
            yield Standing(number, n, n + 1, n, "pronoun", "organization"), body


def _acts(line: Line, n: int) -> bool:
    """Whether only somebody can stand here: the subject of a verb of speech, the object of one of blame."""
    token = line.tokens[n]
    verb = line.tokens[token.head]
    if token.is_a(parts.DOING_SUBJECT):
        return verb.lemma in words("speech.txt") or verb.lemma in signs("denying")
    return token.is_a(parts.OBJECT) and verb.lemma in signs("blaming")


def _acts_on(line: Line, standing: Standing, n: int) -> bool:
    """Whether somebody is the subject of the verb whose object a pronoun is, and so another."""
    token = line.tokens[standing.head]
    return token.is_a(parts.SUBJECT) and token.head == line.tokens[n].head


def _denies(line: Line, n: int) -> bool:
    return line.tokens[n].is_a(parts.DOING_SUBJECT) and line.tokens[line.tokens[n].head].lemma in signs("denying")


def _body_of(before: Line, acting: list[tuple[Standing, Actor]] | tuple[()], denies: bool) -> Actor | None:
    """The one body of a sentence; of an accuser and an accused the accused where it is denied, nobody otherwise."""
    bodies = {id(a): (s, a) for s, a in acting if a.type == "organization"}
    rivals = any(a.type in ("document", "place") and before.tokens[s.head].is_a(parts.SUBJECT) for s, a in acting)
    if len(bodies) == 1:
        standing, body = next(iter(bodies.values()))
        return None if rivals or not before.tokens[standing.head].is_a(_STANDS) else body
    accused = [a for s, a in bodies.values() if _is_blamed(before, s)]
    return accused[0] if denies and len(accused) == 1 and len(bodies) == 2 else None


def _is_blamed(line: Line, standing: Standing) -> bool:
    token = line.tokens[standing.head]
    return token.is_a(parts.OBJECT) and line.tokens[token.head].lemma in signs("blaming")
