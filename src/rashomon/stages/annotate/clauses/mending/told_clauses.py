"""Clauses that "that" brings behind a word of saying, and what follows "According to X,", where the parser hangs a part elsewhere:
"told the inquest that the warden strangled him", "withdrew his statement that forty had died"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon.operators import SPEECH, class_of
from rashomon.model.annotation import Token
from rashomon.stages.annotate.who.lexicon import person_nouns, words

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_NOMINAL = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "ADP")
_TELLS = SPEECH | {"evidence", "know", "believe", "certain", "perceive"}
_WEIGHED = frozenset(
    {"evidence", "know", "say", "report", "admit", "allege", "rumour", "notion", "believe", "deny", "doubt"}
)
_ONLY_SAID = frozenset({"allege", "rumour", "notion", "believe", "doubt", "deny", "evidence"})
"""Nouns of what is said, not of a text that somebody wrote."""
_NEAR = 12

Changes = dict[int, Token]


def read_told_clauses(tokens: tuple[Token, ...]) -> Changes:
    """The tokens of such clauses as they ought to hang; empty where the parse is whole."""
    found: Changes = {}
    for at, token in enumerate(tokens):
        if token.text.lower() != "that" or not 0 < at < len(tokens) - 2 or "IN" != token.tag != "WDT":
            continue
        if token.tag == "WDT" and token.dep == "dobj" and _has_object(tokens, at):
            found[at] = token._replace(dep="mark", tag="IN")
            if tokens[tokens[token.head].head].pos != "VERB":
                found[token.head] = tokens[token.head]._replace(dep="acl")
        if token.tag == "WDT" and token.dep != "mark":
            continue
        if token.dep == "mark":
            found.update(_of_a_noun(tokens, at) or _past_a_noun(tokens, at))
        elif (verb := _telling(tokens, at)) is not None:
            found.update(_of_a_verb(tokens, at, verb))
    found.update(_without_that(tokens))
    found.update(_after_according(tokens))
    found.update(_says_last(tokens))
    found.update(_inverted(tokens))
    found.update(_said_within(tokens))
    return found


def _has_object(tokens: tuple[Token, ...], at: int) -> bool:
    """Of "the rumour that Sork bombed the pier": what he bombed is the pier, so "that" opens what is rumoured."""
    clause = tokens[at].head
    noun = tokens[at - 1]
    cls = class_of(noun.lemma.lower(), "N") if noun.pos == "NOUN" else None
    if cls in _ONLY_SAID and any(t.head == clause and t.dep == "prep" for t in tokens[clause:]):
        return True  # "the allegation that he wrote to her"
    return cls in _WEIGHED and any(t.head == clause and t.dep == "dobj" for t in tokens[clause:])


def _telling(tokens: tuple[Token, ...], at: int) -> int | None:
    """The verb of saying before "that", only whom it told and when between; None where another verb or a comma is."""
    for n in range(at - 1, max(-1, at - _NEAR), -1):
        token = tokens[n]
        if token.pos == "VERB":
            tells = token.lemma.lower() in words("speech.txt") or class_of(token.lemma.lower(), "V") in _TELLS
            return n if tells and n in (tokens[at].head, *_up(tokens, at)) else None
        if token.pos in ("AUX", "PUNCT", "SCONJ"):
            return None
    return None


def _of_a_verb(tokens: tuple[Token, ...], that: int, verb: int) -> Changes:
    """The clause put under the verb of saying, with its mark and its subject."""
    told = _told(tokens, that, verb)
    before = any(t.head == verb and t.dep == "ccomp" and n < verb for n, t in enumerate(tokens))
    if told is None or before or told in _up(tokens, verb):
        return {}
    helping = [n for n, t in enumerate(tokens) if t.head == told and t.dep in ("aux", "auxpass", "neg")]
    start = min([told, *(n for n in helping if n > that)])
    found = {that: tokens[that]._replace(dep="mark", head=told)}
    if tokens[told].dep != "ccomp" or tokens[told].head != verb:
        found[told] = tokens[told]._replace(dep="ccomp", head=verb, pos="VERB")
    if not any(t.head == told and t.dep in _SUBJECTS and n < told for n, t in enumerate(tokens)):
        subject = _subject(tokens, that, start)
        if subject is None:
            return {}
        passive = any(tokens[n].dep == "auxpass" for n in helping)
        found[subject] = tokens[subject]._replace(dep="nsubjpass" if passive else "nsubj", head=told)
    behind = tokens[told].head
    if behind > told and tokens[behind].pos in ("NOUN", "PROPN"):
        found[behind] = tokens[behind]._replace(dep="dobj", head=told)
    return found


def _told(tokens: tuple[Token, ...], that: int, verb: int) -> int | None:
    """The verb of what is told: the clause that hangs on the verb of saying, or the first finite verb behind a bare noun phrase."""
    own = next((n for n, t in enumerate(tokens) if n > that and t.head == verb and t.dep == "ccomp"), None)
    if own is not None and tokens[own].lemma.lower() not in words("speech.txt"):
        return own
    for n in range(that + 1, len(tokens)):
        token = tokens[n]
        if token.tag in _FINITE and n > that + 1:
            return token.head if token.pos == "AUX" and token.head > n else n
        if token.pos not in _NOMINAL:
            return None
    return None


def _subject(tokens: tuple[Token, ...], that: int, start: int) -> int | None:
    """The head of the noun phrase that opens the clause."""
    inside = range(that + 1, start)
    heads = (n for n in inside if tokens[n].head not in inside and tokens[n].pos in ("NOUN", "PROPN", "PRON", "NUM"))
    return next(heads, None)


def _of_a_noun(tokens: tuple[Token, ...], that: int) -> Changes:
    """Of "withdrew his statement that ...": the clause is what the noun right before it says."""
    clause, noun = tokens[that].head, that - 1
    over = tokens[clause].head
    weighed = tokens[noun].pos == "NOUN" and class_of(tokens[noun].lemma.lower(), "N") in _WEIGHED
    if not weighed or tokens[clause].dep not in ("advcl", "ccomp") or over >= noun or tokens[noun].head != over:
        return {}
    if tokens[over].pos != "VERB" or tokens[over].lemma.lower() in ("tell", "inform"):
        return {}
    return {clause: tokens[clause]._replace(dep="acl", head=noun)}


def _past_a_noun(tokens: tuple[Token, ...], that: int) -> Changes:
    """Of "wrote in a letter that ...", "told the envoy on Friday that ...": the clause is the verb's, not the noun's."""
    clause = tokens[that].head
    noun = tokens[clause].head
    if tokens[clause].dep not in ("acl", "relcl", "ccomp") or noun >= that or tokens[noun].pos == "VERB":
        return {}
    told = _telling(tokens, that)
    if told is None or any(t.head == told and t.dep == "ccomp" for t in tokens[:clause]):
        return {}
    beside = next(n for n in (noun, *_up(tokens, noun)) if tokens[n].head == told)
    whom = tokens[beside].dep in ("dobj", "dative") and tokens[told].lemma.lower() in (
        "tell",
        "inform",
        "assure",
        "warn",
    )
    if not whom and tokens[beside].dep not in ("prep", "npadvmod"):
        return {}
    return {clause: tokens[clause]._replace(dep="ccomp", head=told)}


def _without_that(tokens: tuple[Token, ...]) -> Changes:
    """Of "said after the vote he would leave": a clause right behind the verb, which the parser took for an adverbial one."""
    for n, token in enumerate(tokens[1:], start=1):
        verb = token.head
        over = tokens[verb]
        if token.dep != "advcl" or verb >= n or token.tag not in ("VBD", "VBZ", "VBP", "VB") or over.tag == "VBG":
            continue
        if over.pos != "VERB" or over.lemma.lower() not in words("speech.txt"):
            continue
        own = {t.dep for t in tokens if t.head == n}
        full = any(t.head == verb and t.dep in ("dobj", "xcomp", "ccomp") for t in tokens)
        first = min(k for k in range(len(tokens)) if k == n or n in _up(tokens, k))
        opens = first == verb + 1 and tokens[first].pos != "SCONJ" and tokens[first].tag != "WRB"
        if opens and not full and "mark" not in own and own & set(_SUBJECTS):
            return {n: token._replace(dep="ccomp")}
    return {}


def _after_according(tokens: tuple[Token, ...]) -> Changes:
    """Of "According to the charge sheet, Harl Vint, who ..., sold it": who stands behind the comma does it."""
    if len(tokens) < 6 or tokens[0].text.lower() != "according" or tokens[1].text.lower() != "to":
        return {}
    root = next(n for n, t in enumerate(tokens) if t.head == n)
    if tokens[root].pos not in ("VERB", "AUX") or any(t.head == root and t.dep in _SUBJECTS for t in tokens):
        return {}
    comma = next((n for n, t in enumerate(tokens) if t.text == ","), root)
    for n in range(comma + 1, root):
        if tokens[n].dep in ("appos", "conj") and tokens[n].head < comma and tokens[n].pos in ("NOUN", "PROPN"):
            passive = any(t.head == root and t.dep == "auxpass" for t in tokens)
            moved = {n: tokens[n]._replace(dep="nsubjpass" if passive else "nsubj", head=root)}
            marks = (k for k in range(n, root) if tokens[k].dep == "punct" and tokens[k].head < comma)
            return moved | {k: tokens[k]._replace(head=root) for k in marks}
    return {}


def _said_within(tokens: tuple[Token, ...]) -> Changes:
    """Of "X, who prosecutors say ordered it": he ordered it, and the prosecutors' word is set into that."""
    for n, token in enumerate(tokens):
        if token.dep != "relcl" or token.lemma.lower() not in words("speech.txt"):
            continue
        own = [k for k in range(n) if tokens[k].head == n and tokens[k].dep in _SUBJECTS]
        if len(own) != 2 or tokens[own[0]].text.lower() not in ("who", "which") or n + 1 >= len(tokens):
            continue
        done = next(
            (k for k in range(n + 1, min(n + 4, len(tokens))) if tokens[k].head == n and _is_finite(tokens[k])), None
        )
        if done is not None:
            return {
                done: tokens[done]._replace(dep="relcl", head=token.head, tag="VBD", pos="VERB"),
                own[0]: tokens[own[0]]._replace(head=done),
                n: token._replace(dep="parataxis", head=done),
            }
    return {}


def _is_finite(token: Token) -> bool:
    return token.dep in ("xcomp", "ccomp") and token.tag in ("VBD", "VBN", "VBZ")


def _inverted(tokens: tuple[Token, ...]) -> Changes:
    """Of "Never in his life has Orm been convicted of it": "has" helps the verb, and "never" denies it."""
    if not tokens or tokens[0].text.lower() not in ("never", "nowhere", "neither", "nor"):
        return {}
    for n, token in enumerate(tokens):
        verb = next(
            (k for k, t in enumerate(tokens) if t.head == n and k > n and t.dep == "ccomp" and t.tag == "VBN"), None
        )
        if token.lemma != "have" or verb is None or n > _NEAR:
            continue
        up = verb if token.head == n else token.head
        return {
            verb: tokens[verb]._replace(head=up, dep=token.dep),
            n: token._replace(head=verb, dep="aux", pos="AUX"),
            0: tokens[0]._replace(head=verb, dep="neg"),
        }
    return {}


def _says_last(tokens: tuple[Token, ...]) -> Changes:
    """Of "Soldiers killed reporter, chief prosecutor states": a headline's last word is a verb, who stands before it says so."""
    last = len(tokens) - 1
    comma = next((n for n in range(last - 1, 2, -1) if tokens[n].text == ","), None)
    root = next((n for n, t in enumerate(tokens) if t.head == n), 0)
    if comma is None or not 0 < last - comma - 1 <= _NEAR or tokens[last].tag != "NNS" or root >= comma:
        return {}
    who = tokens[last - 1]
    speaks = who.pos in ("NOUN", "PROPN") and who.lemma.casefold() in person_nouns()
    says = tokens[last].lemma.lower() in words("speech.txt")
    if not speaks or not says or tokens[root].pos not in ("VERB", "AUX"):
        return {}
    beside = {n: tokens[n]._replace(head=last - 1) for n in range(comma + 1, last - 1) if tokens[n].head == last}
    return beside | {
        last: tokens[last]._replace(dep="parataxis", head=root, pos="VERB", tag="VBZ"),
        last - 1: who._replace(dep="nsubj", head=last),
    }


def _up(tokens: tuple[Token, ...], at: int) -> tuple[int, ...]:
    return tuple(_climb(tokens, at))


def _climb(tokens: tuple[Token, ...], at: int) -> Iterator[int]:
    while tokens[at].head != at:
        at = tokens[at].head
        yield at
