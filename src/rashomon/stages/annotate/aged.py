"""Ages that stand for people: "a 22-year-old and two 19-year-olds were killed".

The parser takes "22-year-old" for an adjective of whatever noun comes next. Where no noun of its own follows, it is one.
"""

from __future__ import annotations

from rashomon.model.annotation import Token

_ENDS = ("CCONJ", "PUNCT", "VERB", "AUX", "ADP", "PRON", "SCONJ")
_OLD = ("old", "olds")


def read_ages(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """The tokens of such ages, as they ought to be; empty where there are none."""
    changed: dict[int, Token] = {}
    for at, token in enumerate(tokens):
        if token.text.lower() in _OLD and _follows_years(tokens, at) and _ends_phrase(tokens, at):
            plural = token.text.lower() == "olds"
            changed[at] = changed.get(at, token)._replace(pos="NOUN", tag="NNS" if plural else "NN", lemma="old")
            if token.dep == "amod" and token.head > at:
                changed.update(_joined(tokens, changed[at], at))
            changed.update(_numbered(tokens, at))
    return changed


def _follows_years(tokens: tuple[Token, ...], at: int) -> bool:
    """ "22-year-", "six-month-": the words of an age right before."""
    words = [t.text.lower() for t in tokens[max(0, at - 3) : at]]
    return len(words) == 3 and words[0] == words[2] == "-" and words[1] in ("year", "month", "week", "day")


def _ends_phrase(tokens: tuple[Token, ...], at: int) -> bool:
    return at + 1 >= len(tokens) or tokens[at + 1].pos in _ENDS


def _joined(tokens: tuple[Token, ...], own: Token, at: int) -> dict[int, Token]:
    """The age takes the place of the noun that the parser hung it on, which is joined to it by "and"."""
    noun = own.head if tokens[own.head].pos not in ("VERB", "AUX") else _subject(tokens, at, own.head)
    joints = [n for n in range(at + 1, noun) if tokens[n].text.lower() in ("and", "or", ",")]
    if not joints or tokens[noun].head == noun or tokens[noun].pos in ("VERB", "AUX"):
        return {}
    changed = {at: own._replace(dep=tokens[noun].dep, head=tokens[noun].head)}
    changed[noun] = tokens[noun]._replace(dep="conj", head=at)
    if tokens[noun].text.lower() in _OLD:
        changed[noun] = changed[noun]._replace(pos="NOUN", lemma="old")
    changed.update({n: tokens[n]._replace(head=at) for n in joints})
    return changed


def _subject(tokens: tuple[Token, ...], at: int, verb: int) -> int:
    """The subject that the verb has between the age and itself; the verb, where there is none."""
    subjects = (n for n in range(at + 1, verb) if tokens[n].head == verb and tokens[n].dep in ("nsubj", "nsubjpass"))
    return next(subjects, verb)


def _numbered(tokens: tuple[Token, ...], at: int) -> dict[int, Token]:
    """ "Two 19-year-olds": the number counts them, though the parser may hang it elsewhere."""
    first = at - 5
    if first < 0 or tokens[first].pos != "NUM" or tokens[at - 4].pos != "NUM":
        return {}
    return {first: tokens[first]._replace(dep="nummod", head=at)}
