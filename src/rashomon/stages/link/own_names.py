"""The name that an incident goes by: "the Orvel attack", "the storming of the Orvel tower", "killed at the Orvel mill".

Two reports that give one deed no day and no town in common often call it by the same name. Countries, towns and peoples,
those who are accused and the words that the report uses in lower case too are no name of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from importlib.resources import files

from rashomon.model.account import Account
from rashomon.model.claim import ACCUSATIONS, Claim, Occurrence
from rashomon.text.fold import fold
from rashomon.text.places import lookup

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_BEFORE = re.compile(r"((?:[^\W\d_][\w'’-]* ){1,3})$")
_AFTER = re.compile(r" (?:on|at|of|in|inside|outside|near|against) ((?:[^\W\d_][\w'’-]* ?){1,6})")
_SHORT = 3
_GIVES = frozenset({"place", "target"})
_PLAIN = (("who", "demonyms.txt"), ("who", "creeds.txt"), ("times", "months.tsv"), ("times", "weekdays.tsv"),
          ("places", "sites.txt"))  # fmt: skip


class Written:
    """How one document writes: the words of people's names in it, and those it writes in lower case; read once."""

    def __init__(self, account: Account) -> None:
        self.account = account

    @cached_property
    def people(self) -> frozenset[str]:
        """The folded words of the names of people."""
        people = (r for r in self.account.annotations.referents if r.named and r.type == "person")
        return frozenset(w for r in people for w in fold(r.name).split())

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word as it is written."""
        return frozenset(_WORD.findall(self.account.document.text))


def own_names(written: Written, occurrence: Occurrence, claims: Sequence[Claim]) -> frozenset[str]:
    """The folded words of names beside the words of an occurrence and in its places and targets."""
    text = written.account.document.text
    said = [c.value.text or c.quote for c in claims if c.property in _GIVES]
    found = [*said, *(near for m in occurrence.mentions for near in _beside(text, m.start, m.end))]
    accused = {w for c in claims if c.property in ACCUSATIONS for w in fold(c.value.text or c.quote).split()}
    return _own(written, found) - accused


def named_words(account: Account) -> frozenset[str]:
    """The folded words of all names of places and bodies in a document that no gazetteer has as a town or country."""
    return _own(Written(account), [r.name for r in account.annotations.referents if r.named and r.type != "person"])


def _own(written: Written, found: Iterable[str]) -> frozenset[str]:
    words = {w for stretch in found for w in _names(stretch)} - written.people - _plain()
    return frozenset(w for w in words if w not in written.words and not lookup(w))


def _beside(text: str, start: int, end: int) -> Iterator[str]:
    """The words right before and behind a word, within its line."""
    before = _BEFORE.search(text, max(0, start - 60, text.rfind("\n", 0, start) + 1), start)
    if before:
        yield before[1]
    after = _AFTER.match(text, end, min(len(text), end + 70))
    if after:
        yield after[1]


def _names(words: str) -> Iterator[str]:
    """Words that are written like names, folded."""
    for found in _WORD.finditer(words):
        word = found[0].removesuffix("'s").removesuffix("’s")
        if word[:1].isupper() and len(word) > _SHORT:
            yield fold(word)


@cache
def _plain() -> frozenset[str]:
    """Peoples, creeds, months, days and kinds of buildings: many incidents have them by their side."""
    rows = [row for place in _PLAIN for row in _lines(*place)]
    return frozenset(word for row in rows for word in fold(row).replace("\t", " ").split())


def _lines(room: str, name: str) -> list[str]:
    text = (files("rashomon") / "data" / room / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
