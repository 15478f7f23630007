"""What the properties of a paper's file say of it: proposals, which count where its own first lines bear them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.stages.acquire.draft import Header, Line
from rashomon.stages.acquire.heading import is_name, says_same
from rashomon.text.fold import fold_words

_HEAD = 15


def borne_out(said: Header, lines: Sequence[Line]) -> tuple[Header, Header]:
    """What the text bears out, and what is left to a person: programs fill in titles and authors of their own.

    The day on which a file was made is never the day of publication.
    """
    head = [line.text for line in lines[:_HEAD] if line.kind != "boilerplate"]
    title = said.title if any(says_same(text, said.title) for text in head) else None
    author = said.author if said.author and is_name(said.author) and any(_names(t, said.author) for t in head) else None
    proposed = replace(said, title=None if title else said.title, author=None if author else said.author)
    return Header(title=title, author=author), proposed


def _names(text: str, author: str) -> bool:
    return f" {fold_words(author)} " in f" {fold_words(text)} "
