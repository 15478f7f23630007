"""Where a sentence itself speaks of somebody else than who is named, or may: what keeps a "he" open whatever the weights say."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.lexicon import words as listed
from rashomon.model import parts
from rashomon.stages.annotate.who.cast import Actor
from rashomon.stages.annotate.who.lexicon import bodies, person_nouns, signs
from rashomon.stages.annotate.who.page import Line
from rashomon.stages.annotate.who.places import verb_of, verbs_over
from rashomon.stages.annotate.who.speech import Seen, Standings
from rashomon.stages.annotate.who.subjects import subject_of

GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}


def may_be_others(line: Line, here: list[Seen], n: int) -> bool:
    """Whether the sentence itself speaks of somebody else, or may: no likelihood settles that."""
    if line.tokens[n].is_a(parts.OWNER):
        return held_against(line, n)
    before = [s for s in here if s.head < n]
    if asked_of(line, n) or _under_who(line, before, n):
        return True
    return bool(before) and other_speaker(line, before, n) and not speaks_for(line, n)


def _under_who(line: Line, before: list[Seen], n: int) -> bool:
    """ "X fired at a boy, who was running before he fell": in what is told of the boy, X is seldom meant."""
    over = (v for v in verbs_over(line, verb_of(line, n)) if line.tokens[v].is_a(parts.RELATIVE_CLAUSE))
    told_of = {line.tokens[v].head for v in over}
    return any(s.head in told_of and s.actor.gender in (None, GENDERS[line.words[n]]) for s in before)


def speaks_for(line: Line, n: int) -> bool:
    """ "The lawyer of X said that he …", "X's sister said he …": who speaks for X speaks of X, and so does a woman of a man."""
    t = line.tokens
    speaker = subject_of(line, t[t[n].head].head)
    if speaker is None:
        return False
    gender = person_nouns().get(t[speaker].lemma)
    return t[speaker].lemma in signs("tells_of_others") or (bool(gender) and gender != GENDERS[line.words[n]])


def held_against(line: Line, n: int) -> bool:
    """ "X branded his office a nest of spies": whose it is, X speaks against him."""
    return line.tokens[verb_of(line, n)].lemma in signs("against")


def asked_of(line: Line, n: int) -> bool:
    """ "X said it was not known whether he …": whoever that is about, X would know."""
    t = line.tokens
    verb = t[n].head
    over = t[verb].head
    asked = any(t[k].head == verb and line.words[k] in ("whether", "if") for k in range(n))
    return asked and any(t[k].head == over and t[k].is_a(parts.SUBJECT) and line.words[k] == "it" for k in range(over))


def other_speaker(line: Line, here: list[Seen], n: int) -> bool:
    """ "The brother of X said he …": the one who speaks is somebody else, and one person."""
    t = line.tokens
    verb = t[n].head
    if not t[n].is_a(parts.SUBJECT) or not t[verb].is_a(parts.CLAUSE):
        return False
    speaker = subject_of(line, t[verb].head)
    if speaker is None or any(s.head == speaker for s in here):
        return False
    return t[speaker].is_a(parts.SINGULAR_NOUN) and t[speaker].lemma not in bodies()


def has_kin(line: Line, gender: str) -> bool:
    """Of "questioned X and his cousin" the cousin: "he" in the next sentence is as well that one as X."""
    t, kin = line.tokens, listed("en-kin.txt")
    owned = (n for n, token in enumerate(t) if token.is_a(parts.SINGULAR_NOUN) and token.lemma in kin)
    fits = (n for n in owned if person_nouns().get(t[n].lemma) in (None, "", gender))
    return any(t[k].is_a(parts.OWNER) for n in fits for k in range(n) if t[k].head == n)


def is_own_word(line: Line, here: list[Seen], n: int, actor: Actor) -> bool:
    """ "His lawyer said he ...": who speaks for others is hardly meant himself, were it only because nobody else is named."""
    t = line.tokens
    if not t[n].is_a(parts.SUBJECT) or not t[t[n].head].is_a(parts.CLAUSE) or not speaks_for(line, n):
        return False
    speaker = subject_of(line, t[t[n].head].head)
    return any(s.head == speaker and s.actor is actor for s in here)


def is_whom_it_befell(lines: Sequence[Line], seen: Standings, number: int, n: int, actor: Actor) -> bool:
    """ "X killed his daughter and his son, Tom. He shot two others": not Tom, though nobody else should be read there."""
    line = lines[number]
    does = line.tokens[n].is_a(parts.DOING_SUBJECT) and line.tokens[verb_of(line, n)].lemma in signs("deeds_done")
    if not does or not number or lines[number - 1].sentence.paragraph != line.sentence.paragraph:
        return False
    return any(s.actor is actor and _befell(lines[number - 1], s.head) for s in seen.get(number - 1, ()))


def _befell(line: Line, n: int) -> bool:
    """Whether somebody is among those whom a verb kills: its object, joined to it, or named beside it."""
    t = line.tokens
    while t[n].is_a(parts.JOINED | parts.APPOSITION) and t[n].head != n:
        n = t[n].head
    return t[n].is_a(parts.OBJECT) and t[t[n].head].lemma in signs("deeds_suffered")
