"""A document as the name reader looks at it: folded tokens, what is a heading, what is masked or quoted."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.lexicon.nameless import nameless
from rashomon.model import parts
from rashomon.model.annotation import Phone, Sentence, TimeRef, Token
from rashomon.stages.annotate.who.lexicon import signs, titles
from rashomon.text.encoder import Array
from rashomon.text.fold import fold
from rashomon.text.heard import Heard

NAME_LABELS = frozenset({"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_FUNCTION = (
    parts.HELPER
    | parts.BETWEEN_NOUNS
    | parts.PRONOUN
    | parts.NUMBER
    | parts.DETERMINER
    | parts.SUBORDINATOR
    | parts.MARK
    | parts.SYMBOL
)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: its folded words, which of them are capitalised, masked (numbers, dates) or inside a quotation."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    capital: tuple[bool, ...]
    masked: frozenset[int]
    quoted: frozenset[int]
    heading: bool
    heard: Heard
    """The document as the encoder hears it."""

    @property
    def passage(self) -> int:
        """With which sentence the passage begins of which this one is a part."""
        return self.heard.passage(self.sentence.index)

    def mean(self, first: int, last: int) -> Array | None:
        """What the words from a token to another are to the encoder; None where it can't hear them."""
        return self.heard.mean(self.sentence.index, first, last)


def lines_of(
    sentences: tuple[Sentence, ...], times: tuple[TimeRef, ...], phones: tuple[Phone, ...]
) -> tuple[Line, ...]:
    """The document's sentences made ready for the readers of names."""
    masks: dict[int, list[tuple[int, int]]] = {}
    for time in times:
        masks.setdefault(time.sentence, []).append((time.start, time.end))
    for phone in phones:
        masks.setdefault(phone.sentence, []).append((phone.start, phone.end))
    folded: dict[str, str] = {}
    heard = Heard([nameless(s.tokens) for s in sentences])
    lines, paragraph, open_quote = [], -1, False
    # In a text without capitals the parser was given them: what it takes for a name is written as one.
    lower = not any(t.text[0].isupper() for s in sentences for t in s.tokens)
    for s in sentences:
        if s.paragraph != paragraph:
            paragraph, open_quote = s.paragraph, False
        quoted, open_quote = _quoted(s.tokens, open_quote)
        words = tuple(folded.get(t.text) or folded.setdefault(t.text, fold(t.text)) for t in s.tokens)
        capital = tuple(t.text[0].isupper() or (lower and t.is_a(parts.NAME)) for t in s.tokens)
        masked = _masked(s.tokens, masks.get(s.index, ())) - _titled(s.tokens, words)
        heading = _title_case(s.tokens, capital) or (s.block in ("headline", "subhead") and s.tokens[-1].text != ".")
        lines.append(Line(s, s.tokens, words, capital, masked, quoted, heading, heard))
    return tuple(lines)


def _masked(tokens: tuple[Token, ...], spans: list[tuple[int, int]] | tuple[()]) -> frozenset[int]:
    return frozenset(n for start, end in spans for n, t in enumerate(tokens) if start <= t.start < end)


def _titled(tokens: tuple[Token, ...], words: tuple[str, ...]) -> frozenset[int]:
    """Words that look like days or months and are names: "Mr Jan said", "Gen. Sunday X", "the Daily Courier"."""
    found, papers, called = [], signs("papers"), titles()
    for n in range(1, len(tokens)):
        before = tokens[n - 1].text
        if not before[0].isupper():
            continue
        if words[n] in papers:
            found.append(n - 1)
        if not tokens[n].text[0].isupper() or words[n - 1].rstrip(".") not in called:
            continue
        after = tokens[n + 1 : n + 2]
        short = words[n - 1] in ("mr", "mrs", "ms", "dr", "miss") or before.endswith(".")
        if short or (
            after and after[0].is_a(parts.NAME) and after[0].text[0].isalpha() and tokens[n].ent[2:] == "PERSON"
        ):
            found.append(n)
    return frozenset(found)


def _quoted(tokens: tuple[Token, ...], inside: bool) -> tuple[frozenset[int], bool]:
    """The tokens inside double quotes, and whether the quotation is still open at the end.

    A straight mark opens where white space stands before it and none behind: each sentence of a long quotation may
    have one of its own.
    """
    found = []
    for n, token in enumerate(tokens):
        char = token.text[0]
        if char == "“" or (char == '"' and (not inside or _opens(tokens, n))):
            inside = True
        elif char == "”" or char == '"':
            inside = False
        elif inside:
            found.append(n)
    return frozenset(found), inside


def _opens(tokens: tuple[Token, ...], n: int) -> bool:
    apart = n == 0 or tokens[n - 1].end < tokens[n].start
    return apart and n + 1 < len(tokens) and tokens[n].end == tokens[n + 1].start


def _title_case(tokens: tuple[Token, ...], capital: tuple[bool, ...]) -> bool:
    """Whether a sentence is written like a headline: nearly all its content words are capitalised.

    One that ends with a full stop and has nothing but names for them is a list of names.
    """
    raised = [t for t, c in zip(tokens[1:], capital[1:], strict=True) if c]
    if tokens[-1].text == "." and all(t.is_a(parts.NAME) for t in raised):
        return False
    content = [c for t, c in zip(tokens, capital, strict=True) if not t.part & _FUNCTION and len(t.text) > 3]
    share = 1.0 if tokens[-1].text == "." else 0.8
    return len(content) >= 4 and sum(content) >= share * len(content)
