"""Titles and posts around a name that the parser hangs crosswise: "the minister of Health, the doctor X",
"X, investigating judge"."""

from __future__ import annotations

from rashomon.model.annotation import Token
from rashomon.stages.annotate.who.lexicon import person_nouns

_ACTING = frozenset({"investigating", "presiding", "examining", "acting", "sitting", "leading", "commanding", "managing",
                     "attending", "serving", "governing"})  # fmt: skip
_ENDS = frozenset({",", ".", ";", ")", ":"})


def read_titles(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """The tokens of such phrases as they ought to be; empty where there are none."""
    changed: dict[int, Token] = {}
    for n, token in enumerate(tokens):
        if token.dep == "appos" and token.pos == "PROPN":
            changed.update(_second_title(tokens, n))
        elif token.tag == "VBG" and token.text.lower() in _ACTING:
            changed.update(_post_behind(tokens, n))
    return changed


def _second_title(tokens: tuple[Token, ...], name: int) -> dict[int, Token]:
    """ "the minister of Health, the doctor X": X is the minister, and doctor stands with the name."""
    title = tokens[name].head
    post = tokens[title].head
    first = name
    while first > 0 and tokens[first - 1].head == name and tokens[first - 1].dep == "compound":
        first -= 1
    if first - 1 != title or tokens[title].dep != "appos" or not (_is_post(tokens[title]) and _is_post(tokens[post])):
        return {}
    return {
        name: tokens[name]._replace(head=post),
        title: tokens[title]._replace(dep="compound", head=name),
    }


def _post_behind(tokens: tuple[Token, ...], at: int) -> dict[int, Token]:
    """ "X, investigating judge, ...": an apposition, no clause."""
    noun = at + 1
    if at < 2 or noun >= len(tokens) or tokens[at - 1].text != "," or tokens[at - 2].pos != "PROPN":
        return {}
    if not _is_post(tokens[noun]) or (noun + 1 < len(tokens) and tokens[noun + 1].text not in _ENDS):
        return {}
    return {
        at: tokens[at]._replace(pos="ADJ", tag="JJ", dep="amod", head=noun),
        noun: tokens[noun]._replace(dep="appos", head=at - 2),
    }


def _is_post(token: Token) -> bool:
    return token.pos == "NOUN" and token.tag == "NN" and token.lemma.casefold() in person_nouns()
