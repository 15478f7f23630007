""" "Gunmen on a motorcycle opened fire on a crowd": they opened fire, where the parse has them on "motorcycle opened fire"."""

from __future__ import annotations

from rashomon.model.annotation import Token

_INSIDE = frozenset({"amod", "compound", "nmod"})
_OF_THE_CLAUSE = frozenset({"prep", "advmod", "punct", "npadvmod", "advcl"})


def read_opened_fire(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """The tokens of such a sentence hung on the verb; empty where the parse has one."""
    for n in range(2, len(tokens) - 1):
        opened, fire = tokens[n], tokens[n + 1]
        if opened.text.lower() not in ("opened", "open") or opened.dep not in _INSIDE or opened.head != n + 1:
            continue
        on = fire.head
        if fire.text.lower() != "fire" or fire.dep != "pobj" or on >= n - 1 or tokens[n - 1].head not in (n, n + 1):
            continue
        who = tokens[on].head
        if tokens[on].dep == "prep" and tokens[who].pos in ("NOUN", "PROPN") and who < on:
            return _hung(tokens, n, on, who)
    return {}


def _hung(tokens: tuple[Token, ...], verb: int, on: int, who: int) -> dict[int, Token]:
    """The verb in its subject's place, and what belongs to it below it."""
    top = verb if tokens[who].head == who else tokens[who].head
    changed = {
        verb: tokens[verb]._replace(lemma="open", pos="VERB", tag="VBD", dep=tokens[who].dep, head=top),
        verb + 1: tokens[verb + 1]._replace(dep="dobj", head=verb),
        verb - 1: tokens[verb - 1]._replace(dep="pobj", head=on),
        who: tokens[who]._replace(dep="nsubj", head=verb),
    }
    for n, token in enumerate(tokens):
        if n in changed:
            continue
        if token.head in (verb, verb + 1):
            changed[n] = token._replace(head=verb - 1 if n < verb else verb)
        elif token.head == who and (n > verb or (n < who and token.dep in _OF_THE_CLAUSE)):
            changed[n] = token._replace(head=verb)
    return changed
