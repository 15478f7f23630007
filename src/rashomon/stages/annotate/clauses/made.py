"""Tokens made of a parser's words, with its labels: the way by which these come in."""

from __future__ import annotations

from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import CUT_OFF, ROOT
from rashomon.stages.annotate.clauses.mending.figured import put_back
from rashomon.stages.annotate.parsed_words import Word
from rashomon.stages.annotate.trees import whole_tree


def make_tokens(words: list[Word], offset: int, own: list[tuple[int, str]] | None) -> tuple[Token, ...]:
    """Tokens of the parser's own words; heads are indexes into what is returned, and one word has none above it."""
    place = {w.i: n for n, w in enumerate(words)}
    heads, root = whole_tree([place.get(w.head) for w in words], [w.dep == ROOT for w in words])
    new = tuple.__new__  # an eighth of the time of a call
    made = tuple([
        new(Token, (start + offset, start + offset + len(text), text, lemma, pos, tag,
                    ROOT if n == root else dep if head in place else CUT_OFF, heads[n], ent, 0))
        for n, (_, start, text, lemma, pos, tag, dep, head, ent, _) in enumerate(words)
    ])  # fmt: skip
    if own is None:
        return made
    return put_back(made, [(idx + offset, text) for idx, text in (own[w.i] for w in words)])
