"""The words of a parsed text, read out of the parser's own table at once rather than asked one by one."""

from __future__ import annotations

from typing import Any, NamedTuple

_IOB = ("", "I", "O", "B")


class Word(NamedTuple):
    """A word as the parser's own text holds it; `head` is an index into that text."""

    i: int
    start: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ent: str
    is_space: bool


class Names(dict[int, str]):
    """What the parser's numbers stand for, each looked up in its store once."""

    def __init__(self, strings: Any) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, number: int) -> str:
        name: str = self._strings[number]
        self[number] = name
        return name


def read_words(doc: Any, names: Names) -> list[Word]:
    """A parsed text's words, read out of it at once."""
    from spacy import attrs

    columns = (attrs.ORTH, attrs.LEMMA, attrs.POS, attrs.TAG, attrs.DEP, attrs.ENT_IOB, attrs.ENT_TYPE, attrs.IDX, attrs.IS_SPACE)  # fmt: skip
    heads = doc.to_array(attrs.HEAD).astype("int64").tolist()
    rows = enumerate(zip(doc.to_array(columns).tolist(), heads, strict=True))
    new = tuple.__new__  # an eighth of the time of a call
    return [
        new(Word, (n, start, names[word], names[lemma], names[pos], names[tag], names[dep], n + head,
                   f"{_IOB[iob]}-{names[ent]}" if ent else "", bool(space)))
        for n, ((word, lemma, pos, tag, dep, iob, ent, start, space), head) in rows
    ]  # fmt: skip


def starts_of(doc: Any) -> list[tuple[int, int]]:
    """Where a parsed text's words stand in it: start and end of each."""
    from spacy import attrs

    return [(start, start + length) for start, length in doc.to_array((attrs.IDX, attrs.LENGTH)).tolist()]


def sentences_of(doc: Any) -> list[tuple[int, int]]:
    """The first word of each sentence of a parsed text, and the one past its last."""
    from spacy import attrs

    firsts = [n for n, mark in enumerate(doc.to_array(attrs.SENT_START).tolist()) if mark == 1 or n == 0]
    return list(zip(firsts, [*firsts[1:], len(doc)], strict=True))
