"""Sentences that the parser ended too early, made one again: after a title's full stop ("the chairman, Hon." and
"Ishak Gwan, has said.") and after the comma that closes a quotation ("“It's done,”" and "Mr Perk recalled.")."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.resources import files

from rashomon.model.annotation import Sentence, Token
from rashomon.stages.annotate.who.lexicon import words

_CLOSING = frozenset({"”", '"', "’", "'", "''"})
_ENDING = frozenset({"st", "ste", "mt", "sr", "dep", "lic", "ing"})
"""Abbreviations of the list that end sentences too: "on Main St."."""


@cache
def _titles() -> frozenset[str]:
    text = files("rashomon").joinpath("data/annotate/abbreviations.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and line[0] != "#") - _ENDING


def join_sentences(sentences: tuple[Sentence, ...], apart: frozenset[int] = frozenset()) -> tuple[Sentence, ...]:
    """The same sentences with broken ones joined and numbered anew; the same tuple where none was broken.

    Those whose numbers stand in `apart` stay as they are.
    """
    joined: list[Sentence] = []
    for n, sentence in enumerate(sentences):
        before = joined[-1] if joined else None
        tokens = _joined(before, sentence) if before is not None and not {n - 1, n} & apart else None
        if before is not None and tokens is not None:
            joined[-1] = replace(before, end=sentence.end, tokens=tokens)
        else:
            joined.append(sentence)
    if len(joined) == len(sentences):
        return sentences
    return tuple(replace(s, index=n) for n, s in enumerate(joined))


def _joined(before: Sentence, after: Sentence) -> tuple[Token, ...] | None:
    """The tokens of both as one tree, or None where the first is a sentence of its own."""
    if before.paragraph != after.paragraph or before.block != after.block or not after.tokens[0].text[0].isupper():
        return None
    title = _title_at_end(before.tokens)
    begun = before.tokens if title is None else _whole_title(before.tokens, title)
    shift, first, second = len(begun), _root(begun), _root(after.tokens)
    moved = [t._replace(head=t.head + shift) for t in after.tokens]
    told = after.tokens[second].pos in ("VERB", "AUX")
    if title is not None:
        tree = [*begun, *moved]
        if told:
            name = _name_end(after.tokens) + shift
            for n in {first, *(k for k in range(title) if begun[k].head == title)}:
                office = n == title - 1 and tree[n].pos in ("NOUN", "PROPN")
                tree[n] = tree[n]._replace(head=title, dep="compound") if office else _under(tree[n], shift + second)
            tree[title] = tree[title]._replace(head=name, dep="compound")
        else:
            tree[shift + second] = tree[shift + second]._replace(head=title, dep="appos")
        return tuple(tree)
    if _ends_quotation(before.tokens) and after.tokens[second].lemma in words("speech.txt"):
        hung = before.tokens[first]._replace(head=shift + second, dep="ccomp")
        return (*before.tokens[:first], hung, *before.tokens[first + 1 :], *moved)
    return None


def _under(token: Token, verb: int) -> Token:
    """What the first part says, hung on the verb of the second."""
    return token._replace(head=verb, dep="ccomp" if token.pos in ("VERB", "AUX") else token.dep)


def _whole_title(tokens: tuple[Token, ...], title: int) -> tuple[Token, ...]:
    """The tokens of a sentence that ends with a title, its full stop part of it."""
    last = tokens[title]
    if title < len(tokens) - 1:
        last = last._replace(end=tokens[-1].end, text=f"{last.text}.")
    kept = (*tokens[:title], last._replace(pos="PROPN", tag="NNP"))
    return tuple(t._replace(head=min(t.head, title)) for t in kept)


def _root(tokens: tuple[Token, ...]) -> int:
    return next((n for n, t in enumerate(tokens) if t.head == n), 0)


def _name_end(tokens: tuple[Token, ...]) -> int:
    """The last word of the name that opens a sentence."""
    end = 0
    while end + 1 < len(tokens) and tokens[end + 1].pos == "PROPN" and tokens[end + 1].text[0].isupper():
        end += 1
    return end


def _title_at_end(tokens: tuple[Token, ...]) -> int | None:
    """Where a sentence ends with a title's abbreviation: "Hon.", "Brig.-Gen.", "Gen" and "."."""
    last = len(tokens) - 1
    if tokens[last].text == "." and last > 0 and tokens[last - 1].end == tokens[last].start:
        last -= 1
    elif not tokens[last].text.endswith("."):
        return None
    word = tokens[last].text
    return last if word[0].isupper() and word.casefold().rstrip(".") in _titles() else None


def _ends_quotation(tokens: tuple[Token, ...]) -> bool:
    """Whether a sentence ends with a comma and a closing mark, which no whole sentence does."""
    last = len(tokens) - 1
    while last > 1 and tokens[last].text in _CLOSING:
        last -= 1
    return last < len(tokens) - 1 and tokens[last].text == ","
