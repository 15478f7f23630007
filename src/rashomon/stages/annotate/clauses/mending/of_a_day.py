""" "the attack on X of 9 April": the day is the attack's, and X, which cannot be of a day, is no person.

"X, who is today ambassador": a day is no part of what somebody is."""

from __future__ import annotations

from rashomon.model.annotation import Token

_ON = frozenset({"on", "at", "in", "near", "against"})
_VERDICTS = frozenset({"convict", "acquit", "accuse", "suspect", "clear", "absolve", "exonerate", "guilty"})
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_SPANS = _WEEKDAYS | {"day", "week", "month", "year", "today", "yesterday", "morning", "afternoon", "evening", "night", "decade", "spring", "summer",
                      "autumn", "winter"}  # fmt: skip
_EVENTS = frozenset({"attack", "assault", "raid", "strike", "bombing", "ambush", "massacre", "shelling", "killing", "killings",
                     "attacks", "strikes", "raids", "meeting", "explosion", "blast", "fire", "siege", "battle"})  # fmt: skip


def read_days(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """The tokens of such phrases as they ought to be; empty where there are none."""
    changed: dict[int, Token] = {}
    for n, token in enumerate(tokens):
        if token.text != "of" or token.dep != "prep" or n == 0:
            continue
        day = next((t for t in tokens[n + 1 : n + 6] if t.head == n and t.dep == "pobj"), None)
        name, over = token.head, tokens[token.head].head
        if day is None or day.ent[2:] != "DATE" or tokens[name].pos != "PROPN" or tokens[name].dep != "pobj":
            continue
        noun = tokens[over].head
        if tokens[over].text.lower() in _ON and tokens[noun].text.lower() in _EVENTS:
            changed[n] = token._replace(head=noun)
            if tokens[name].ent[2:] == "PERSON" and name == over + 1:
                changed[name] = tokens[name]._replace(ent="B-GPE")
    return changed


def read_subjects_behind_days(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """ "On Monday Norland told its neighbours that": who stands between a weekday and a verb without a subject is that subject."""
    changed: dict[int, Token] = {}
    for n, token in enumerate(tokens[1:-1], start=1):
        day, verb = tokens[n - 1], tokens[n + 1]
        named = token.pos == "PROPN" and token.dep == "pobj" and token.head == n - 2
        if not named or day.head != n or day.text.lower() not in _WEEKDAYS or verb.tag not in ("VBD", "VBZ"):
            continue
        told = verb.head if verb.pos == "AUX" and verb.head > n else n + 1
        if not any(t.head == told and t.dep in ("nsubj", "nsubjpass", "expl") for t in tokens):
            passive = any(t.head == told and t.dep == "auxpass" for t in tokens)
            changed[n] = token._replace(dep="nsubjpass" if passive else "nsubj", head=told)
            changed[n - 1] = day._replace(dep="pobj", head=n - 2)
    return changed


def read_days_of_office(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """The day in "is today ambassador", "was then head of" hung on the verb; empty where there is none."""
    for n, token in enumerate(tokens[1:-1], start=1):
        if token.text.lower() not in ("today", "now", "then", "nowadays") or token.dep not in (
            "compound",
            "amod",
            "nmod",
        ):
            continue
        noun = tokens[token.head]
        if tokens[n - 1].lemma == "be" and noun.dep == "attr" and noun.head == n - 1:
            return {n: token._replace(dep="npadvmod" if token.tag == "NN" else "advmod", head=n - 1)}
    return {}


def read_crimes_behind_days(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """The "of" in "convicted last week of murder", "found guilty on Monday of arson": of the verdict, and of no week."""
    changed: dict[int, Token] = {}
    for n, token in enumerate(tokens):
        if token.text != "of" or token.dep != "prep" or tokens[token.head].lemma.lower() not in _SPANS:
            continue
        over = _verdict_over(tokens, token.head)
        behind = next((t for t in tokens[n + 1 : n + 6] if t.head == n), None)
        if over is not None and over < n and behind is not None and behind.ent[2:] not in ("DATE", "TIME"):
            changed[n] = token._replace(head=over)
    return changed


def _verdict_over(tokens: tuple[Token, ...], day: int) -> int | None:
    """The word of a verdict, or of an accusation, on which a day hangs by itself or by "on", "in"; of "found guilty" the guilty."""
    over, before = tokens[day].head, tokens[day - 1].text.lower()
    if before in ("the", "a", "an"):
        return None  # "on the day of his wedding"
    if tokens[over].text.lower() in ("on", "in", "last", "this") and tokens[day].dep == "pobj":
        over = tokens[over].head
    guilty = next((n for n, t in enumerate(tokens[:day]) if t.head == over and t.lemma.lower() == "guilty"), None)
    if guilty is not None:
        return guilty
    return over if tokens[over].lemma.lower() in _VERDICTS else None
