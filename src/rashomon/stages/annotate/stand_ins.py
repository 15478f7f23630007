"""Days and hours in figures, which the parser takes for numbers of what follows: "On 28.03.2014 at 21:40 Perek called".

It is given a weekday and "noon" in their place, so that Perek is the one who called. And "alias" for the "@" between two
names of one man, behind which it ends a sentence; and words in full for short ones ("ppl"). Offsets and words stay those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from rashomon.model.annotation import Token

_DAY = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])([./])(?:0?[1-9]|1[0-2])\1(?:\d{4}|\d{2})|(?:0[1-9]|1[0-2])[./](?:19|20)\d\d"
)
_HOUR = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?")
_AT = frozenset({"at", "around", "about", "by", "until", "till", "from", "between", "and", "to"})
DAY, HOUR, ALIAS = "Monday", "noon", "alias"
_OTHERWISE = re.compile(r"@|[Aa]\.[Kk]\.[Aa]\.?")
_MAYBE = re.compile(r"\s@\s|\b[Aa]\.[Kk]\.[Aa]\b")


def has_stand_ins(text: str) -> bool:
    """Whether a day in figures, or a sign between two names of one, may stand in a text."""
    return any(sign.search(text) is not None for sign in (_DAY, _MAYBE, _short_sign()))


def stand_ins(words: Sequence[str]) -> dict[int, str]:
    """The words to be read in the place of days and hours in figures, by their index."""
    found = {n: DAY for n, word in enumerate(words) if _DAY.fullmatch(word)}
    for n, word in enumerate(words):
        before = words[n - 1].lower() if n else ""
        if n not in found and _HOUR.fullmatch(word) and ":" in word and before in _AT:
            found[n] = HOUR
        elif _OTHERWISE.fullmatch(word) and n and n + 1 < len(words):
            found[n] = ALIAS
        elif n not in found and _is_short(words, n):
            found[n] = _short_words()[word.lower()]
    return found


@cache
def _short_words() -> dict[str, str]:
    lines = files("rashomon").joinpath("data/annotate/short_words.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


@cache
def _short_sign() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _short_words()))})(?!\w)", re.IGNORECASE)


def _is_short(words: Sequence[str], at: int) -> bool:
    """Whether a word is a short one, in small letters: "&" between two names is a part of one."""
    after = words[at + 1] if at + 1 < len(words) else ""
    return words[at] in _short_words() and (words[at].isalpha() or after[:1].islower() or after[:1].isdigit())


def put_back(tokens: tuple[Token, ...], own: Sequence[tuple[int, str]]) -> tuple[Token, ...]:
    """The tokens as the text has them, given the place and word of each; a day hangs on its preposition."""
    made = []
    for n, (token, (start, text)) in enumerate(zip(tokens, own, strict=True)):
        if token.text == text:
            made.append(token._replace(start=start, end=start + len(text)))
            continue
        if token.text in (ALIAS, _short_words().get(text)) or token.text.lower() == text.lower():
            made.append(token._replace(start=start, end=start + len(text), text=text))
            continue
        day = token.text == DAY
        figure = not day and token.text != HOUR
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
