"""He and she, where it is safe to say who: one candidate of fitting gender, or the subject that the sentence keeps."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.stages.annotate.who.cast import Actor, Standing
from rashomon.stages.annotate.who.page import Line

GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A person's standing as a candidate: token, whether it is a subject, of the main clause."""

    actor: Actor
    line: int
    head: int
    last: int
    subject: bool
    main: bool
    quoted: bool


def resolve(lines: tuple[Line, ...], actors: list[Actor]) -> list[tuple[Standing, Actor | None]]:
    """Every third-person singular pronoun of the document with the actor it means, or None."""
    seen = _standings(lines, actors)
    results: list[tuple[Standing, Actor | None]] = []
    for number, line in enumerate(lines):
        for n, word in enumerate(line.words):
            if word not in GENDERS or line.tokens[n].pos not in ("PRON", "DET"):
                continue
            actor = _meant(lines, seen, number, n, GENDERS[word])
            results.append((Standing(number, n, n + 1, n, "pronoun", "person"), actor))
            if actor is not None:
                actor.gender = actor.gender or GENDERS[word]
                seen.setdefault(number, []).append(_seen(line, number, n, n + 1, actor))
    return results


def _standings(lines: tuple[Line, ...], actors: list[Actor]) -> dict[int, list[Seen]]:
    found: dict[int, list[Seen]] = {}
    for actor in actors:
        if actor.type != "person" or actor.plural:
            continue
        for s in actor.standings:
            found.setdefault(s.line, []).append(_seen(lines[s.line], s.line, s.head, s.last, actor))
    return found


def _seen(line: Line, number: int, head: int, last: int, actor: Actor) -> Seen:
    token = line.tokens[head]
    verb = line.tokens[token.head]
    subject = token.dep in _SUBJECTS
    main = subject and verb.dep in ("ROOT", "conj", "ccomp") and (verb.dep == "ROOT" or line.tokens[verb.head].dep == "ROOT")
    return Seen(actor, number, head, last, subject, main, head in line.quoted)


def _meant(lines: tuple[Line, ...], seen: dict[int, list[Seen]], number: int, n: int, gender: str) -> Actor | None:
    """Whom the pronoun at token `n` means: looked for in its sentence, then in the one or two before."""
    line = lines[number]
    quoted = n in line.quoted
    here = [s for s in seen.get(number, ()) if s.head < n and s.quoted == quoted and s.actor.gender in (None, gender)]
    here = [s for s in here if not _bars(line, s, n)]
    if here:
        return _of_sentence(line, here, n)
    if quoted:
        return None
    return _of_after(line, seen.get(number, []), n, gender) or _of_before(lines, seen, number, gender)


def _bars(line: Line, candidate: Seen, n: int) -> bool:
    """A subject is not the object of its own verb ("X hit him")."""
    token = line.tokens[n]
    return (
        token.dep in ("dobj", "dative")
        and candidate.subject
        and line.tokens[candidate.head].head == token.head
        and not line.words[n].endswith("self")
    )


def _of_sentence(line: Line, here: list[Seen], n: int) -> Actor | None:
    actors = _distinct(here)
    if len(actors) == 1:
        return actors[0]
    subjects = _distinct([s for s in here if s.main])
    token = line.tokens[n]
    if len(subjects) == 1 and (token.dep in (*_SUBJECTS, "poss")):
        others = [s for s in here if s.actor is not subjects[0] and s.subject]
        return subjects[0] if not others else None
    return None


def _of_after(line: Line, here: list[Seen], n: int, gender: str) -> Actor | None:
    """"During his stay X met Y": a possessive in an opening phrase belongs to the main subject that follows."""
    if line.tokens[n].dep != "poss" or n > 6 or line.heading:
        return None
    after = [s for s in here if s.head > n and s.main and not s.quoted and s.actor.gender in (None, gender) and s.actor.named]
    opening = line.tokens[0].pos in ("ADP", "SCONJ") or line.tokens[0].dep == "prep"
    return after[0].actor if len(after) == 1 and opening else None


def _of_before(lines: tuple[Line, ...], seen: dict[int, list[Seen]], number: int, gender: str) -> Actor | None:
    """The one candidate of the sentence before, or its subject; one more sentence back within the paragraph."""
    line = lines[number].sentence
    for back in (1, 2, 3):
        at = number - back
        if at < 0:
            return None
        if lines[at].heading != lines[number].heading or lines[at].sentence.block != line.block:
            continue
        if line.paragraph - lines[at].sentence.paragraph > 2:
            return None
        before = [s for s in seen.get(at, ()) if s.actor.gender in (None, gender) and not s.quoted]
        if before:
            actors = _distinct(before)
            if len(actors) == 1:
                return actors[0]
            subjects = _distinct([s for s in before if s.main])
            return subjects[0] if len(subjects) == 1 else None
    return None


def _distinct(candidates: list[Seen]) -> list[Actor]:
    found: list[Actor] = []
    for c in candidates:
        if not any(c.actor is f for f in found):
            found.append(c.actor)
    return found
