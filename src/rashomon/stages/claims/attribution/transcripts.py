"""Turns of talk in transcripts: "Q." and "A.", "[14:02] TARN: ...", each the words of who is named at its head."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.annotation import Mention
from rashomon.model.claim import Attribution
from rashomon.model.span import Span
from rashomon.stages.claims.attribution.found import Found
from rashomon.stages.claims.view import SentenceView, View
from rashomon.text.fold import fold

_TURN = re.compile(
    r"[ \t]*(?:[\[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?[\])]?[ \t]*[-–—]?[ \t]*)?"
    r"(?P<who>Q|A|QUESTION|ANSWER|Question|Answer|[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,3})"
    r"(?P<mark>[ \t]*[:.])[ \t]+(?=\S)"
)
_ASKS = frozenset({"q", "question"})
_ANSWERS = frozenset({"a", "answer"})
_WITNESS = frozenset({"witness", "the witness"})
"""The label of whoever is heard, in capitals, where others ask by name."""
_SWORN = re.compile(
    r"(?:witness|testimony of|examination of|deposition of|statement of|interview (?:of|with)|evidence of)\s*:?\s+"
    r"(?=[^\W\d_])",
    re.IGNORECASE,
)
_HEAD = 4000


def find_turns(view: View) -> list[Found]:
    """The turns of a transcript: paragraphs with a speaker's label that comes back, or with Q and A by turns."""
    turns = [(sentences, turn) for sentences in view.paragraphs if (turn := _turn(view, sentences)) is not None]
    labels = Counter(turn["who"] for _, turn in turns)
    asked = {label.lower() for label in labels} & _ASKS
    answered = {label.lower() for label in labels} & _ANSWERS
    by_turns = bool(asked and answered)
    timed = [turn for _, turn in turns if _is_timed(turn)]
    log = len(timed) > 2 and len({turn["who"] for turn in timed}) < len(timed)
    called = {label for label in labels if label.isupper()} if _is_played(view, turns) else set()
    return [
        _found(sentences, turn)
        for sentences, turn in turns
        if turn["who"] in called or (by_turns and turn["who"].lower() in _ASKS | _ANSWERS) or (log and _is_timed(turn))
    ]


def _is_played(view: View, turns: Sequence[tuple[Sequence[SentenceView], re.Match[str]]]) -> bool:
    """True for "POST: How many?", "BELC: Seven.": labels in capitals of two or more, one of whom asks, over most paragraphs."""
    called = [(s, turn) for s, turn in turns if turn["who"].isupper() and turn["mark"].strip() == ":"]
    asks = any(view.text[: s[-1].sentence.end].rstrip().endswith("?") for s, _ in called)
    after = [p for p in view.paragraphs if p and called and p[0].sentence.start >= called[0][0][0].sentence.start]
    return asks and len({turn["who"] for _, turn in called}) > 1 and len(called) * 2 > len(after)


def _is_timed(turn: re.Match[str]) -> bool:
    """True for a label with the hour before it and a colon behind it."""
    return turn.start("who") > turn.start() + 3 and turn["mark"].strip() == ":"


def _turn(view: View, sentences: Sequence[SentenceView]) -> re.Match[str] | None:
    if not sentences:
        return None
    turn = _TURN.match(view.text, sentences[0].sentence.start, sentences[-1].sentence.end)
    if turn is None or (turn["mark"].strip() == "." and turn["who"].lower() not in _ASKS | _ANSWERS):
        return None
    return turn


def _found(sentences: Sequence[SentenceView], turn: re.Match[str]) -> Found:
    first = sentences[0]
    speaker = first.token_at(turn.end("who") - 1)
    at = first.token_at(turn.end("mark") - 1)
    source = (Span(turn.start("who"), turn.end("who")),)
    content = (Span(turn.end(), sentences[-1].sentence.end),)
    cue = (Span(turn.end("mark") - 1, turn.end("mark")),)
    return Found(first.sentence.index, at, speaker, source, cue, content, "asserted", direct=True)


def name_turns(view: View, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, whoever answers as "A." given the name of the witness that the paper's head tells."""
    return [_named(view, one) if _is_heard(one) else _surnamed(view, one) for one in attributions]


def _is_heard(one: Attribution) -> bool:
    """Whoever asks or answers as Q or A, or has turns as "THE WITNESS"; no "The witness continued:"."""
    label = _label(one)
    return label in _ASKS | _ANSWERS or (label in _WITNESS and one.source[0].quote.isupper())


def _surnamed(view: View, one: Attribution) -> Attribution:
    """Of "ORSIC: ...": the one person of that surname whom the text names."""
    label = one.source[0].quote if len(one.source) == 1 and one.direct else ""
    if not label.isupper() or " " in label or not one.cue or one.cue[0].quote not in (":", "."):
        return one
    known = {r.id: r for r in view.referents.values() if r.type == "person" and r.named}
    found = [r for r in known.values() if " " in r.name and fold(r.name.split()[-1]) == fold(label)]
    return replace(one, name=found[0].name, kind="person", speaker=found[0].id) if len(found) == 1 else one


def _is_turn(view: View, sworn: re.Match[str], mention: Mention) -> bool:
    """Of "THE WITNESS: X told me that": no heading, but what a witness says of X."""
    rest = view.text[mention.end :].split("\n", 1)[0].strip()
    return ":" in sworn.group() and bool(rest) and rest[0] not in ",.;(–-—"


def _label(one: Attribution) -> str:
    return one.source[0].quote.lower().rstrip(".") if len(one.source) == 1 and one.direct else ""


def _named(view: View, one: Attribution) -> Attribution:
    if _label(one) in _ASKS:
        return replace(one, name="the questioner", kind="anonymous", speaker=None)
    for sworn in _SWORN.finditer(view.text, 0, min(len(view.text), _HEAD)):
        sentence = view.sentence_at(sworn.end())
        for mention in sentence.mentions if sentence is not None else ():
            referent = view.referents.get(mention.referent or "")
            if (
                mention.start <= sworn.end() + 12
                and mention.end > sworn.end()
                and referent
                and referent.type == "person"
                and not _is_turn(view, sworn, mention)
            ):
                return replace(one, name=referent.name, kind="witness", speaker=referent.id)
    return replace(one, name="the witness", kind="witness", speaker=None)
