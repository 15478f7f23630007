"""Tokens that were read in place of the text's own: a weekday for a day in figures, "noon" for an hour, full words for short ones."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model.annotation import Token
from rashomon.stages.annotate.stand_ins import ALIAS, DAY, EARLY, HOUR, short_words


def put_back(tokens: tuple[Token, ...], own: Sequence[tuple[int, str]]) -> tuple[Token, ...]:
    """The tokens as the text has them, given the place and word of each; a day hangs on its preposition."""
    made = []
    for n, (token, (start, text)) in enumerate(zip(tokens, own, strict=True)):
        if token.text == text:
            made.append(token._replace(start=start, end=start + len(text)))
            continue
        if token.text in (ALIAS, short_words().get(text)) or token.text.lower() == text.lower():
            made.append(token._replace(start=start, end=start + len(text), text=text))
            continue
        if text.isalpha() and token.text == DAY:
            made.append(token._replace(start=start, end=start + len(text), text=text, lemma=text, ent="I-DATE"))
            continue
        day = token.text == DAY
        figure = not day and token.text != HOUR
        if token.text == EARLY:
            token = token._replace(dep="nummod", ent="B-DATE")
        token = token._replace(start=start, end=start + len(text), text=text, lemma=text, pos="NUM", tag="CD")
        if figure:
            made.append(token)
            continue
        before = tokens[n - 1] if n else None
        if token.dep in ("compound", "nmod", "amod") and before is not None and before.pos in ("ADP", "SCONJ"):
            token = token._replace(dep="pobj", head=n - 1)
        made.append(token._replace(ent="B-DATE" if day else token.ent or "B-TIME"))
    for n, (_, text) in enumerate(own):
        if made[n].text == text and tokens[n].text in (DAY, HOUR):
            _free_subject(made, n)
    return tuple(made)


def _free_subject(tokens: list[Token], day: int) -> None:
    """The name between a day and its verb is the verb's subject, not a second object of "on"."""
    last = day + 1
    while last + 1 < len(tokens) and tokens[last].pos == tokens[last + 1].pos == "PROPN":
        last += 1
    if last + 1 >= len(tokens) or tokens[last].pos != "PROPN" or tokens[last].dep != "pobj":
        return
    verb = tokens[last + 1]
    if verb.tag in ("VBD", "VBZ") and not any(t.head == last + 1 and t.dep in ("nsubj", "nsubjpass") for t in tokens):
        tokens[last] = tokens[last]._replace(dep="nsubj", head=last + 1)
