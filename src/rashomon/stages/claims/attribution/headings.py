"""Texts that are somebody's words as a whole: "Address given by the chairwoman, Mara Dell", an interview's answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rashomon.model import parts
from rashomon.model.span import Span
from rashomon.stages.claims.attribution.cues import table
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.attribution.marks import OPENING
from rashomon.stages.claims.view import SentenceView, View

_FIRST_PERSON = frozenset({"i", "we", "my", "our", "us", "me"})
_OPENS_WITHIN = 3
_ASKED = re.compile(r"(?:\*\*|__|\*).+\?(?:\*\*|__|\*)|[^a-zà-ž]+\?")
"""A question set in bold or in capitals, on a line of its own."""
_NOTE = re.compile(r"\W{0,2}(?:editor|editors|publisher|author|note)\b|\[", re.IGNORECASE)
_QUOTED = re.compile(r"^[\"“„«]|[\"”»]$")
_PROMPT, _AT_LEAST = 160, 3
"""How long what an asker says is at most, in characters, and how many questions make an interview."""


def find_headed(view: View) -> list[Found]:
    """The speech under a heading that says whose it is, or the answers of an interview; else nothing."""
    speech = _speech(view)
    return [speech] if speech is not None else _answers(view)


def _speech(view: View) -> Found | None:
    sentences = view.sentences
    if len(sentences) < 2 or any(t.is_a(parts.VERB) and not t.is_a(parts.PARTICIPLE) for t in sentences[0].tokens):
        return None
    head = sentences[0]
    opening = _opening(head)
    speaker = _name_within(head, opening) if opening is not None else None
    rest = [s for s in sentences[1:] if s.sentence.paragraph > head.sentence.paragraph]
    if opening is None or speaker is None or not rest or not _is_spoken(rest):
        return None
    return _found(head, opening, speaker, (Span(rest[0].sentence.start, rest[-1].sentence.end),))


def _opening(head: SentenceView) -> int | None:
    """The last word of "Address given by", "Remarks by", "Statement of", where a heading opens so."""
    words = [t.text.lower() for t in head.tokens]
    noun = next((n for n, word in enumerate(words[:3]) if word in words_of("speech")), None)
    if noun is None:
        return None
    by = noun + 2 if noun + 1 < len(words) and words[noun + 1] in words_of("made") else noun + 1
    return by if by < len(words) - 1 and words[by] in words_of("by") else None


@cache
def words_of(group: str) -> frozenset[str]:
    """The words of a group of `speeches.tsv`: nouns of speech, of who asks, of notes."""
    return frozenset(next(words for name, words in table("speeches") if name == group).split())


def _name_within(sentence: SentenceView, after: int) -> int | None:
    """The first person named behind a token."""
    for mention in sorted(sentence.mentions, key=lambda m: m.start):
        at = sentence.token_at(mention.end - 1)
        if at > after and mention.type == "person" and mention.form == "name":
            return at
    return None


def _is_spoken(rest: Sequence[SentenceView]) -> bool:
    """True for a text in the first person, or one that stands between quotation marks as a whole."""
    if rest[0].tokens[0].text in OPENING:
        return True
    return any(t.text.lower() in _FIRST_PERSON for s in rest[:_OPENS_WITHIN] for t in s.tokens)


def _answers(view: View) -> list[Found]:
    """What stands below questions, given to the one whom the lines above the first of them name."""
    asked = [n for n, paragraph in enumerate(view.paragraphs) if paragraph and _is_question(view, paragraph)]
    if len(asked) < 2:
        asked = _asked_plainly(view)
    if len(asked) < 2:
        return []
    spans = tuple(
        Span(p[0].sentence.start, p[-1].sentence.end)
        for n, p in enumerate(view.paragraphs)
        if p and n > asked[0] and n not in asked and p[0].sentence.block == "body"
    )
    if not spans:
        return []
    for paragraph in view.paragraphs[: asked[0]]:
        for sentence in paragraph:
            cue = next((n for n, t in enumerate(sentence.tokens) if t.text.lower() in words_of("asks")), None)
            speaker = _name_within(sentence, cue) if cue is not None else None
            if cue is not None and speaker is not None:
                return [_found(sentence, cue, speaker, spans)]
    first = view.paragraphs[asked[0]][0]
    return [
        Found(
            first.sentence.index, len(first) - 1, None, (), spans_of(first, range(len(first))), spans, "asserted", True
        )
    ]


def _asked_plainly(view: View) -> list[int]:
    """The paragraphs of an interview that are the asker's, where nothing but their words shows it, and notes behind it.

    They take turns: a short paragraph behind an answer, with no "I" in it and an answer after it, is the asker's as well.
    """
    texts = [view.text[p[0].sentence.start : p[-1].sentence.end].strip() if p else "" for p in view.paragraphs]
    questions = [
        n for n, text in enumerate(texts) if text.endswith("?") and len(text) < _PROMPT and not _QUOTED.search(text)
    ]
    if len(questions) < _AT_LEAST or not _is_announced(view, questions[0]):
        return []
    asked: list[int] = [questions[0]]
    for n in range(questions[0] + 1, len(texts)):
        if _NOTE.match(texts[n]):
            return [*asked, *range(n, len(texts))]
        if not texts[n] or n - 1 in asked:
            continue
        if n in questions or (
            n + 1 < len(texts) and _is_prompt(view.paragraphs[n], texts[n]) and not texts[n + 1].endswith("?")
        ):
            asked.append(n)
    return asked


def _is_prompt(paragraph: Sequence[SentenceView], text: str) -> bool:
    return len(text) < _PROMPT and not any(t.text.lower() in _FIRST_PERSON for s in paragraph for t in s.tokens)


def _is_announced(view: View, first: int) -> bool:
    """Whether the lines above the first question say that somebody was asked."""
    return any(t.text.lower() in words_of("asks") for p in view.paragraphs[:first] for s in p for t in s.tokens)


def _is_question(view: View, paragraph: Sequence[SentenceView]) -> bool:
    text = view.text[paragraph[0].sentence.start : paragraph[-1].sentence.end].strip()
    return len(text) < 300 and _ASKED.fullmatch(text) is not None and any(c.isalpha() for c in text)


def _found(sentence: SentenceView, cue: int, speaker: int, content: tuple[Span, ...]) -> Found:
    mention = sentence.mention_at(speaker)
    first = sentence.token_at(mention.start) if mention is not None else speaker
    return Found(
        sentence.sentence.index, cue, speaker, spans_of(sentence, range(first, speaker + 1)),
        spans_of(sentence, [cue]), content, "asserted", direct=True,
    )  # fmt: skip
