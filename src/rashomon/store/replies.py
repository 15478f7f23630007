"""Who was asked for comment: when, by which way, with what answer, as the person who asked writes it down."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from rashomon.model.identity import make_id
from rashomon.model.link import Selector, Signed
from rashomon.store.lines import Lines

FILE = "replies.jsonl"


@dataclass(frozen=True, slots=True)
class Reply:
    """One request for comment. `who` is a mention of the person or body; `asked` an ISO day as typed.

    `answer` is None while none has come.
    """

    id: str
    who: Selector
    name: str
    asked: str
    way: str
    answer: str | None
    signed: Signed
    withdrawn: Signed | None = None


def make_reply(who: Selector, name: str, asked: str, way: str, answer: str | None, signed: Signed) -> Reply:
    """A reply with its id: a hash over the original's and what was written, by whom and when."""
    ident = make_id("q", who.sha256, who.start, who.end, asked, way, answer, signed)
    return Reply(ident, who, name, asked, way, answer, signed)


def open_replies(case: Path) -> Lines[Reply]:
    """The log of requests for comment of one case."""
    return Lines(case, FILE, Reply, lambda reply, signed: replace(reply, withdrawn=signed))
