""" "At 22:40 Captain X called Y": X called, where the parse has the captain for what comes behind "at"."""

from __future__ import annotations

import re

from rashomon.model.annotation import Token

_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BEFORE_VERB = frozenset({"AUX", "ADV", "PART"})
_REACH = 6


def read_hours(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """The tokens of such a sentence as they ought to be; empty where there is none."""
    for n in range(1, len(tokens) - 2):
        hour, who = tokens[n], tokens[n].head
        at = n - 1
        counted = hour.dep == "nummod" and n < who <= n + _REACH and _CLOCK.fullmatch(hour.text)
        if not counted or tokens[at].dep != "prep":
            continue
        if tokens[who].dep == "compound" and not any(t.head == at and t.dep == "pobj" for t in tokens):
            return {n: hour._replace(dep="pobj", head=at)}
        if tokens[who].dep != "pobj" or tokens[who].head != at:
            continue
        verb = _verb_behind(tokens, who)
        if tokens[who].pos == "PROPN" and verb is not None and _is_over(tokens, verb, at):
            return _turned(tokens, n, verb)
    return {}


def _verb_behind(tokens: tuple[Token, ...], who: int) -> int | None:
    """The finite verb right behind, auxiliaries and adverbs aside."""
    at = who + 1
    while at < len(tokens) and tokens[at].pos in _BEFORE_VERB:
        at += 1
    if at >= len(tokens) or tokens[at].pos != "VERB":
        return None
    helped = any(t.head == at and t.pos == "AUX" for t in tokens[who + 1 : at])
    return at if tokens[at].tag in _FINITE or helped else None


def _is_over(tokens: tuple[Token, ...], verb: int, at: int) -> bool:
    """Whether the phrase of the hour hangs on the verb, through a date or at once, and the verb lacks a subject."""
    above, steps = at, 0
    while above != verb and tokens[above].head != above and steps < _REACH:
        above, steps = tokens[above].head, steps + 1
    own = [t for t in tokens if t.dep in ("nsubj", "nsubjpass") and t.head == verb]
    return above == verb and all(t.ent[2:] in ("DATE", "TIME") for t in own)


def _turned(tokens: tuple[Token, ...], hour: int, verb: int) -> dict[int, Token]:
    who = tokens[hour].head
    passive = any(t.head == verb and t.dep == "auxpass" for t in tokens)
    changed = {
        hour: tokens[hour]._replace(dep="pobj", head=hour - 1),
        who: tokens[who]._replace(dep="nsubjpass" if passive else "nsubj", head=verb),
    }
    for n, token in enumerate(tokens[:hour]):
        if token.dep in ("nsubj", "nsubjpass") and token.head == verb:
            lead = next((k for k in range(n - 1, -1, -1) if tokens[k].dep == "prep" and tokens[k].head == verb), None)
            changed[n] = token._replace(dep="npadvmod") if lead is None else token._replace(dep="pobj", head=lead)
    return changed
