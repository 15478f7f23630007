"""The cast of one document: which names are one person, body or place there."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.model.annotation import Alias, EntityType, MentionForm
from rashomon.stages.annotate.who.grouping import person_parts
from rashomon.stages.annotate.who.lexicon import given, table
from rashomon.stages.annotate.who.names import Key
from rashomon.text.fold import fold


@dataclass(slots=True)
class Standing:
    """One place where an actor is meant: line, first and past-last token, head token, form; of a pronoun, whether that is sure."""

    line: int
    first: int
    last: int
    head: int
    form: MentionForm
    type: EntityType
    sure: bool = False
    together: tuple[Actor, ...] = ()
    """Of "both men", "they" those who are meant together."""


@dataclass(slots=True, eq=False)
class Actor:
    """A referent while it is being put together."""

    type: EntityType
    named: bool
    key: Key
    standings: list[Standing] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    roles: dict[str, set[str]] = field(default_factory=dict)
    aliases: list[Alias] = field(default_factory=list)
    gender: str | None = None
    plural: bool = False
    age: str | None = None
    surname: str | None = None


def gender_of(key: Key, titles: list[str]) -> str | None:
    """From a title that tells ("Mrs"), else from the given name."""
    for title in titles:
        for word in fold(title).replace(".", "").split():
            told = table("titles.tsv").get(word) or table("roles.tsv").get(word) or table("people.tsv").get(word)
            if told:
                return told
    parts = person_parts(key)
    return (given().get(parts[0]) or None) if parts else None
