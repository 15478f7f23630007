"""He and she, where it is safe to say who: one candidate of fitting gender, or the subject that the sentence keeps."""

from __future__ import annotations

from dataclasses import replace

from rashomon.model import parts
from rashomon.stages.annotate.who.cast import Actor, Standing
from rashomon.stages.annotate.who.choice import choose
from rashomon.stages.annotate.who.lexicon import words
from rashomon.stages.annotate.who.others import (
    GENDERS,
    asked_of,
    has_kin,
    held_against,
    is_own_word,
    is_whom_it_befell,
    may_be_others,
    other_speaker,
)
from rashomon.stages.annotate.who.page import Line
from rashomon.stages.annotate.who.places import verb_of
from rashomon.stages.annotate.who.speech import (
    Seen,
    closes_quotation,
    distinct,
    hangs_on,
    is_press,
    other_than_speaker,
    who_was_speaking,
)
from rashomon.stages.annotate.who.subjects import barred_from, subject_of

_EARLY, _FRONTED = 3, 6


def resolve(
    lines: tuple[Line, ...], actors: list[Actor], unsure: list[Standing], said_of: dict[tuple[int, int], Actor]
) -> list[tuple[Standing, Actor | None]]:
    """Every third-person singular pronoun of the document with the actor it means, or None.

    What the rules here say is weighed with all that stands around it (`choice`): what they leave open may be plain by that.
    A name or pronoun that is left open stands in the way like anybody else; a pronoun that means it stays open too.
    Who is described as what a pronoun's person is (`said_of`) becomes that person.
    """
    nobody = [Actor(s.type, True, (), [s]) for s in unsure]
    seen = _standings(lines, [*actors, *nobody])
    results: list[tuple[Standing, Actor | None]] = []
    for number, line in enumerate(lines):
        for n in _in_turn(line):
            word = line.words[n]
            told = _meant(lines, seen, number, n, GENDERS[word])
            told = told if told is not None and told.key else None
            kin = number > 0 and has_kin(lines[number - 1], GENDERS[word])
            if told is None and (kin or may_be_others(line, seen.get(number, []), n)):
                actor, sure = None, False
            else:
                actor, sure = choose(lines, seen, number, n, GENDERS[word], told)
                if told is None and actor is not None and is_own_word(line, seen.get(number, []), n, actor):
                    actor, sure = None, False
            if actor is not None and is_whom_it_befell(lines, seen, number, n, actor):
                actor, sure = None, False
            results.append((Standing(number, n, n + 1, n, "pronoun", "person", sure), actor))
            if actor is None:
                somebody = Actor("person", True, (), gender=GENDERS[word])
                seen.setdefault(number, []).append(_seen(line, number, n, n + 1, somebody))
            else:
                actor.gender = actor.gender or GENDERS[word]
                seen.setdefault(number, []).append(_seen(line, number, n, n + 1, actor))
                _unite(seen, actor, said_of.get((number, n)))
    return results


def _in_turn(line: Line) -> list[int]:
    """The pronouns of a sentence, those of quotations last: who speaks is known before what is said."""
    found = [
        n for n, w in enumerate(line.words) if w in GENDERS and line.tokens[n].is_a(parts.PRONOUN | parts.DETERMINER)
    ]
    return sorted(found, key=lambda n: (n in line.quoted, n))


def _unite(seen: dict[int, list[Seen]], actor: Actor, described: Actor | None) -> None:
    """All that was said of a described actor is said of the one the pronoun means."""
    if described is None or described is actor or not actor.named or described.gender not in (None, actor.gender):
        return
    for number in {s.line for s in described.standings}:
        seen[number] = [replace(s, actor=actor) if s.actor is described else s for s in seen[number]]
    actor.standings += described.standings
    for role, around in described.roles.items():
        actor.roles.setdefault(role, set()).update(around)
    described.standings = []


def _standings(lines: tuple[Line, ...], actors: list[Actor]) -> dict[int, list[Seen]]:
    found: dict[int, list[Seen]] = {}
    for actor in actors:
        if actor.type != "person" or actor.plural:
            continue
        for s in actor.standings:
            found.setdefault(s.line, []).append(seen_at(lines[s.line], s, actor))
    return found


def seen_at(line: Line, s: Standing, actor: Actor) -> Seen:
    """A standing as it is looked at for those whom later words may mean."""
    return _seen(line, s.line, s.head, s.last, actor)


def _seen(line: Line, number: int, head: int, last: int, actor: Actor) -> Seen:
    token = line.tokens[head]
    verb = line.tokens[token.head]
    subject = token.is_a(parts.SUBJECT)
    main = (
        subject
        and verb.is_a(parts.TOP | parts.JOINED | parts.CLAUSE)
        and (verb.is_a(parts.TOP) or line.tokens[verb.head].is_a(parts.TOP))
    )
    return Seen(actor, number, head, last, subject, main, head in line.quoted)


def _meant(lines: tuple[Line, ...], seen: dict[int, list[Seen]], number: int, n: int, gender: str) -> Actor | None:
    """Whom the pronoun at token `n` means: looked for in its sentence, then in the ones before."""
    line, everyone = lines[number], seen.get(number, [])
    quoted = n in line.quoted
    barred = barred_from(line, everyone, n)
    here = [s for s in everyone if s.head < n and s.quoted == quoted and s.actor.gender in (None, gender)]
    here = [s for s in here if s.actor is not barred and (s.actor.named or not quoted) and not is_press(line, s)]
    if here:
        return _of_sentence(line, here, n)
    if quoted:
        return other_than_speaker(lines, seen, number, n, gender)
    after = _of_after(line, everyone, n, gender)
    if after is not None:
        return after
    later = [s.actor for s in everyone if s.head > n and s.actor.named]
    out = later if barred is None else [*later, barred]
    if closes_quotation(line, n) and (speaker := who_was_speaking(lines, seen, number, gender)) is not None:
        return speaker if not any(speaker is a for a in out) else None
    return _of_before(lines, seen, number, gender, out, _opens(line, n)) or _of_opening(lines, seen, number, n, gender)


def _of_sentence(line: Line, here: list[Seen], n: int) -> Actor | None:
    """The one candidate; of several, the subject of the pronoun's own clause or of the verb of saying over it."""
    actors = distinct([s for s in here if not _according(line, s)])
    t = line.tokens
    if len(actors) == 1:
        return None if other_speaker(line, here, n) or asked_of(line, n) else actors[0]
    if t[n].is_a(parts.OWNER):
        return None if held_against(line, n) else _nearest(line, here, subject_of(line, verb_of(line, n)))
    verb = t[n].head
    if t[n].is_a(parts.SUBJECT) and t[verb].is_a(parts.CLAUSE) and t[t[verb].head].lemma in words("speech.txt"):
        return _nearest(line, here, subject_of(line, t[verb].head))
    return _teller(line, here, n) if t[n].is_a(parts.OBJECT | parts.RECIPIENT | parts.IN_PHRASE) else None


def _teller(line: Line, here: list[Seen], n: int) -> Actor | None:
    """ "X, the husband of the principal, told us that Y phoned him": X, where all others stand in phrases beside names."""
    t = line.tokens
    verb = n
    while not t[verb].is_a(parts.VERB) and t[verb].head != verb:
        verb = t[verb].head
    over = t[verb].head
    if not t[verb].is_a(parts.CLAUSE) or t[over].lemma not in words("speech.txt"):
        return None
    subject = subject_of(line, over)
    own = next((s for s in here if s.head == subject), None)
    doer = subject_of(line, verb)
    if own is None or doer is None:
        return None
    others = [s for s in here if s.actor is not own.actor and not hangs_on(line, s.head, (own.head, doer))]
    return None if others else own.actor


def _nearest(line: Line, here: list[Seen], subject: int | None) -> Actor | None:
    """The candidate at a subject's token, if nobody else stands between it and the pronoun."""
    own = next((s for s in here if s.head == subject), None)
    if own is None:
        return None
    others = [s for s in here if s.actor is not own.actor]
    t = line.tokens
    if any(
        s.head > own.head or s.subject or (t[s.head].is_a(parts.OWNER) and t[s.head].head == own.head) for s in others
    ):
        return None
    return own.actor


def _according(line: Line, s: Seen) -> bool:
    """ "According to X, he …": X speaks of another."""
    t = line.tokens
    return t[s.head].is_a(parts.IN_PHRASE) and line.words[t[t[s.head].head].head] == "according"


def _opens(line: Line, n: int) -> bool:
    """Whether the pronoun is the main subject at the sentence's opening."""
    t = line.tokens
    verb = t[n].head
    said_after = t[verb].is_a(parts.CLAUSE) and t[verb].head > verb and t[t[verb].head].is_a(parts.TOP)
    fronted = t[0].is_a(parts.PREPOSITION) and n <= _FRONTED and not any(x.is_a(parts.NAME | parts.VERB) for x in t[:n])
    return (n < 3 or fronted) and t[n].is_a(parts.SUBJECT) and (t[verb].is_a(parts.TOP) or said_after)


def _of_after(line: Line, here: list[Seen], n: int, gender: str) -> Actor | None:
    """ "During his stay X met Y": a possessive in an opening phrase belongs to the main subject that follows."""
    if not line.tokens[n].is_a(parts.OWNER) or n > 6 or line.heading:
        return None
    after = [
        s for s in here if s.head > n and s.main and not s.quoted and s.actor.gender in (None, gender) and s.actor.named
    ]
    opening = line.tokens[0].is_a(parts.PREPOSITION | parts.SUBORDINATOR | parts.PHRASE)
    return after[0].actor if len(after) == 1 and opening else None


def _of_opening(lines: tuple[Line, ...], seen: dict[int, list[Seen]], number: int, n: int, gender: str) -> Actor | None:
    """ "When he left the court, X waved": X, where the sentence before names nobody of that gender."""
    t, everyone = lines[number].tokens, seen.get(number, [])
    before = seen.get(number - 1, []) if number else []
    if n > _EARLY or not t[0].is_a(parts.SUBORDINATOR) or any(s.actor.gender in (None, gender) for s in before):
        return None
    after = [s for s in everyone if s.head > n and not s.quoted and s.actor.gender in (None, gender)]
    main = [s for s in after if s.main and s.actor.named]
    return main[0].actor if len(main) == 1 and after[0] is main[0] else None


def _of_before(
    lines: tuple[Line, ...], seen: dict[int, list[Seen]], number: int, gender: str, out: list[Actor], opens: bool
) -> Actor | None:
    """The one candidate of the sentence before, or its subject; up to three sentences back.

    `out` are not meant: who is named later in the pronoun's sentence ("he went home, X said"), its clause's subject.
    """
    line = lines[number].sentence
    for back in (1, 2, 3):
        at = number - back
        if at < 0:
            return None
        if lines[at].heading != lines[number].heading or lines[at].sentence.block != line.block:
            continue
        if line.paragraph - lines[at].sentence.paragraph > 2:
            return None
        everyone = [s for s in seen.get(at, ()) if s.actor.gender in (None, gender) and not s.quoted]
        before = [s for s in everyone if not any(s.actor is a for a in out)]
        if before and not opens and any(s.main and s.actor.named for s in everyone if s not in before):
            return None
        if before:
            actors = distinct(before)
            if len(actors) == 1:
                return actors[0]
            subjects = distinct([s for s in before if s.subject])
            sure = opens and len(subjects) == 1 and subjects[0].named and any(s.main for s in before)
            return subjects[0] if sure else None
    return None
