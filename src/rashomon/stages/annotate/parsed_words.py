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

    columns = (attrs.LEMMA, attrs.POS, attrs.TAG, attrs.DEP, attrs.ENT_IOB, attrs.ENT_TYPE, attrs.IDX)
    text, found = doc.text, []
    heads = doc.to_array(attrs.HEAD).astype("int64").tolist()
    spaces, lengths = doc.to_array(attrs.IS_SPACE).tolist(), doc.to_array(attrs.LENGTH).tolist()
    for n, (lemma, pos, tag, dep, iob, ent, start) in enumerate(doc.to_array(columns).tolist()):
        label = f"{_IOB[iob]}-{names[ent]}" if ent else ""
        word = text[start : start + lengths[n]]
        found.append(
            Word(
                n,
                start,
                word,
                names[lemma],
                names[pos],
                names[tag],
                names[dep],
                n + heads[n],
                label,
                bool(spaces[n]),
            )
        )
    return found
