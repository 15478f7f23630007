"""A name right behind a verb is its object where the parser took it for an adverb: "where Perek met Khator in room 7",
"the court sentenced yesterday Khator"; before "himself" it is the subject."""

from __future__ import annotations

from rashomon.model.annotation import Token
from rashomon.stages.annotate.who.lexicon import words

_ADVERBIAL = frozenset({"advmod", "npadvmod", "acomp"})
_FULL = frozenset({"dobj", "ccomp", "xcomp", "oprd", "attr", "agent", "auxpass", "nsubjpass", "acomp"})


def names_as_objects(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """The tokens of such names, hung as objects; empty where there are none."""
    changed: dict[int, Token] = {}
    for n in range(1, len(tokens)):
        token, verb = tokens[n], tokens[n].head
        if token.dep not in _ADVERBIAL or token.ent[2:] != "PERSON" or not token.text[0].isupper():
            continue
        between = [t for t in tokens[verb + 1 : n] if t.ent[2:] != "PERSON"] if verb < n else []
        if tokens[verb].pos != "VERB" or not 0 < n - verb <= 3 + len(between):
            continue
        if between and not (_is_a_day(between) and _has_subject(tokens, verb)):
            continue
        if not any(t.head == verb and t.dep in _FULL and k != n for k, t in enumerate(tokens)):
            changed[n] = token._replace(dep="dobj", pos="PROPN", tag="NNP", lemma=token.text)
    return changed


def _is_a_day(between: list[Token]) -> bool:
    """ "sentenced yesterday X": one word of time."""
    return len(between) == 1 and between[0].text.lower() in ("yesterday", "today", "finally", "again", "then")


def _has_subject(tokens: tuple[Token, ...], verb: int) -> bool:
    """Whether somebody stands before the verb who does it: "arrived yesterday X" tells of what X did."""
    does = any(t.head == verb and t.dep == "nsubj" for t in tokens[:verb])
    return does and tokens[verb].lemma not in words("speech.txt")


def names_before_themselves(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """ "Perek himself was charged": Perek is the subject, where the parser took him for an adjective of it."""
    changed: dict[int, Token] = {}
    for n in range(1, len(tokens)):
        token, name = tokens[n], tokens[n - 1]
        if token.text not in ("himself", "herself") or token.dep not in ("nsubj", "nsubjpass"):
            continue
        if name.head == n and name.dep in ("amod", "compound", "nmod", "poss") and name.text[0].isupper():
            changed[n - 1] = name._replace(dep=token.dep, head=token.head, pos="PROPN", tag="NNP", lemma=name.text)
            changed[n] = token._replace(dep="appos", head=n - 1)
    return changed


def names_in_two(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """ "accused Ardan Sel Dheq of it": one name, where the parser made two objects of one verb of its words."""
    changed: dict[int, Token] = {}
    for n, token in enumerate(tokens):
        if token.dep != "dobj" or not token.text[0].isupper() or tokens[token.head].pos != "VERB":
            continue
        before = [k for k in range(n) if tokens[k].head == token.head and tokens[k].dep == "dobj"]
        if not before:
            continue
        if all(t.pos in ("PROPN", "NOUN") and t.text[0].isupper() for t in tokens[before[0] : n]):
            changed[before[0]] = tokens[before[0]]._replace(dep="compound", head=n)
            changed[n] = token._replace(pos="PROPN", tag="NNP")
    return changed
