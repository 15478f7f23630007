"""Sentences with their parse: with `parsed_words`, the only file that knows the NLP library's own objects.

spaCy (MIT) with `en_core_web_sm`; a larger installed pipeline may be named in the settings.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import Any

from rashomon.errors import Stop
from rashomon.model.annotation import Sentence, Token
from rashomon.model.claim import Unread
from rashomon.model.document import Block, Document
from rashomon.model.span import Quote
from rashomon.stages.annotate.clauses.made import make_tokens
from rashomon.stages.annotate.digit_groups import has_digit_groups, join_groups
from rashomon.stages.annotate.parsed_words import Names, Word, read_words, sentences_of, starts_of
from rashomon.stages.annotate.stand_ins import has_stand_ins, stand_ins
from rashomon.stages.annotate.truecase import casing_of, is_all_lower, is_title_case, raise_names, truecase
from rashomon.stages.annotate.turn_labels import label_ends

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

_MARKS = str.maketrans("«»„‹›「」『』", '"' * 9)
"""Quotation marks that the parser's training knows nothing of: it is shown those it knows, a token keeps its own."""

PIECE = 20_000
"""A paragraph longer than this many characters is parsed in pieces: the parser's memory grows with its input."""
LONGEST = 300
"""A sentence of more tokens is a list or a broken page: it is read in pieces, as readers look at all pairs of words."""

Piece = tuple[Any, tuple[int, Block, int]]
_HEADINGS = ("headline", "subhead")


BUDGET = 500_000
"""Words of one report that are parsed, the same everywhere: some 1,200 pages. What follows is listed as not read."""
_SHOWN = 200
_TOGETHER = "rashomon_together"


@cache
def model_version(model: str) -> str | None:
    """An installed pipeline with its version and that of the library, told without loading either; None where it has none."""
    try:
        return f"{model}-{version(model)}, spacy-{version('spacy')}"
    except PackageNotFoundError:
        return None


class Parser:
    """A loaded pipeline; `Parser(model)` raises Stop when the model is not installed."""

    def __init__(self, model: str) -> None:
        import spacy

        try:
            self._nlp = spacy.load(model)
        except OSError as fault:
            raise Stop(f"the spaCy pipeline {model!r} is not installed") from fault
        self.version = f"{model}-{self._nlp.meta['version']}"
        self._names = Names(self._nlp.vocab.strings)
        _keep_whole(self._nlp)
        _keep_names(self._nlp)
        _keep_together(self._nlp)
        self._foreign = _split_suffixes(self._nlp)

    def parse(self, document: Document) -> tuple[Sentence, ...]:
        """The sentences of every block that is not boilerplate, in order, with offsets into the document's text.

        They end with the sentence that spends the budget: `left_unread` tells where.
        """
        return self.parse_all((document,))[0]

    def parse_all(self, documents: Sequence[Document]) -> tuple[tuple[Sentence, ...], ...]:
        """The sentences of each document: their paragraphs go through the parser together, as one batch is less work."""
        pieces = [(text, (at, *about)) for at, one in enumerate(documents) for text, about in self._prepared(one)]
        found: tuple[list[Sentence], ...] = tuple([] for _ in documents)
        left = [BUDGET for _ in documents]
        batch = 64 if all(len(text) < PIECE // 4 for text, _ in pieces) else 2
        for doc, (at, start, block, number) in self._nlp.pipe(pieces, as_tuples=True, batch_size=batch):
            if left[at] <= 0:
                continue
            text = documents[at].text
            words = read_words(doc, self._names)
            short = (part for first, end in sentences_of(doc) for part in _short(words[first:end]))
            for tokens in (_own_marks(text, make_tokens(part, start, doc.user_data.get("own"))) for part in short):
                place = len(found[at])
                found[at].append(Sentence(place, tokens[0].start, tokens[-1].end, block.kind, number, tokens))
                left[at] -= len(tokens)
            if max(left) <= 0:
                break
        return tuple(tuple(sentences) for sentences in found)

    def _prepared(self, document: Document) -> list[Piece]:
        """The pieces of a document as the parser is given them, each with where it starts, its block and paragraph."""
        ends = label_ends(document)
        pieces: list[Piece] = [
            p for number, block in enumerate(document.blocks) for p in _pieces(document, block, number, ends)
        ]
        if not document.claims_read:
            return [(self._foreign(text), about) for text, about in pieces]
        return self._as_read(document, [(text.translate(_MARKS), about) for text, about in pieces])

    def _as_read(self, document: Document, pieces: list[Piece]) -> list[Piece]:
        """The pieces with a weekday for each day in figures, and headlines in capitals written as sentences."""
        if is_all_lower(document.text):
            return [(self._swapped(text, None, lower=True), about) for text, about in pieces]
        days, headings = has_stand_ins(document.text) or has_digit_groups(document.text), _headings(document)
        casing = cache(lambda: casing_of(document.text, headings))
        read = []
        for text, about in pieces:
            heading = about[1].kind in _HEADINGS
            read.append((self._swapped(text, casing if heading else None) if heading or days else text, about))
        return read

    def _swapped(self, text: str, casing: Callable[[], Mapping[str, str]] | None, *, lower: bool = False) -> Any:
        """The text's words with those that are to be read in their place, and with their own beside them.

        A figure in groups of digits is one word.
        """
        from spacy.tokens import Doc

        made = self._nlp.make_doc(text)
        joined = join_groups(text, starts_of(made))
        words = [text[start:end] for start, end in joined]
        swapped = stand_ins(words)
        if lower:
            swapped = {**raise_names(words), **swapped}
        if casing is not None and is_title_case(words):
            swapped = {**truecase(words, casing()), **swapped}
        if not swapped and len(words) == len(made):
            return made
        read = [swapped.get(n, "".join(word.split()) or word) for n, word in enumerate(words)]
        doc = Doc(made.vocab, words=read, spaces=[text[end : end + 1] == " " for _, end in joined])
        doc.user_data["own"] = [(start, word) for (start, _), word in zip(joined, words, strict=True)]
        return doc


def _headings(document: Document) -> list[tuple[int, int]]:
    return [(b.start, b.end) for b in document.blocks if b.kind in _HEADINGS]


@cache
def _abbreviations() -> frozenset[str]:
    text = files("rashomon").joinpath("data/annotate/abbreviations.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and line[0] != "#")


def _keep_whole(nlp: Any) -> None:
    """Ranks keep their full stop: cut off, the parser ends a sentence between "Brig.-Gen." and its bearer."""
    from spacy.symbols import NORM, ORTH

    for word in _abbreviations():
        for shown in {word.title(), word.capitalize(), word.upper(), word if "." in word else word.upper()}:
            nlp.tokenizer.add_special_case(f"{shown}.", [{ORTH: f"{shown}.", NORM: f"{word}."}])


def _keep_names(nlp: Any) -> None:
    """ "Lukas Arent", "Milo Cant": a word with a capital and no apostrophe is a name, not "are not" or "can not" written short."""
    short = nlp.tokenizer.rules
    nlp.tokenizer.rules = {
        word: own for word, own in short.items() if not (word.istitle() and word.isalpha() and len(own) > 1)
    }


def _keep_together(nlp: Any) -> None:
    """No sentence starts between two words in capitals, nor at a small letter, where nothing is set between the words.

    The parser ends one within "Ibrahim Adan Dheq were charged", and loses the three who are named before.
    """
    from spacy.language import Language

    if not Language.has_factory(_TOGETHER):
        Language.component(_TOGETHER, func=_together)
    nlp.add_pipe(_TOGETHER, before="parser")


def _together(doc: Any) -> Any:
    words = [token.text for token in doc]
    for n in range(1, len(words)):
        before, word = words[n - 1], words[n]
        if before[-1].isalpha() and word[0].isalpha() and (before[0].isupper() or word[0].islower()):
            doc[n].is_sent_start = False
    return doc


def _split_suffixes(nlp: Any) -> Any:
    """A tokenizer for other languages: case endings behind an apostrophe (Turkish "Ankara'da") are no part of a name."""
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex

    own = nlp.tokenizer
    infixes = compile_infix_regex([*nlp.Defaults.infixes, "['’]"])
    return Tokenizer(
        nlp.vocab, prefix_search=own.prefix_search, suffix_search=own.suffix_search, infix_finditer=infixes.finditer,
        token_match=own.token_match, url_match=own.url_match,
    )  # fmt: skip


def _pieces(
    document: Document, block: Block, number: int, ends: Mapping[int, int]
) -> Iterator[tuple[str, tuple[int, Block, int]]]:
    if block.kind == "boilerplate":
        return
    start = ends.get(block.start, block.start)
    if start > block.start:
        yield document.text[block.start : start], (block.start, block, number)
    while start < block.end:
        end = min(block.end, start + PIECE)
        if end < block.end:
            end = document.text.rfind(" ", start + 1, end) + 1 or end
        yield document.text[start:end], (start, block, number)
        start = end


def _short(sentence: Sequence[Word]) -> Iterator[list[Word]]:
    """A sentence's words without white space, in pieces of at most LONGEST, each ended behind a comma if it can be."""
    words = [t for t in sentence if not t.is_space]
    start = 0
    while start < len(words):
        end = min(start + LONGEST, len(words))
        if end < len(words):
            commas = (n + 1 for n in range(end - 1, start + LONGEST // 2, -1) if words[n].text in (",", ";"))
            end = next(commas, end)
        yield words[start:end]
        start = end


def _own_marks(text: str, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens, each quotation mark the text's own."""
    if not any(t.text == '"' and text[t.start] != '"' for t in tokens):
        return tokens
    return tuple(t._replace(text=text[t.start : t.end]) if '"' in t.text else t for t in tokens)


def left_unread(document: Document, sentences: Sequence[Sentence]) -> Iterator[Unread]:
    """The first words of what lies beyond the budget of a report, and why; nothing where all of it was parsed."""
    if sum(len(s.tokens) for s in sentences) < BUDGET:
        return
    end = sentences[-1].end
    rest = (Quote.cut(document.text, max(b.start, end), b.end) for b in document.blocks if b.kind != "boilerplate")
    first = next((q for q in rest if any(map(str.isalnum, q.quote))), None)
    if first is not None:
        shown = Quote.cut(document.text, first.start, min(first.end, first.start + _SHOWN))
        why = f"not read from here to the end: the first {BUDGET:,} words of a report are read; split it"
        yield Unread(document.id, shown.start, shown.end, shown.quote, why)
