"""Whom a proposal names: subject, accused, parties, speaker are somebody of that document, not far from its words."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.stages.claims.gate.figures import value_kind
from rashomon.stages.claims.gate.objections import Objection, objection
from rashomon.stages.claims.gate.people import Meant
from rashomon.stages.claims.gate.sought import Sought


def named(sought: Sought) -> Iterator[str]:
    """The words of a proposal that name somebody, the speaker apart."""
    one = sought.proposal
    if one.subject is not None:
        yield one.subject
    if value_kind(sought) == "somebody" and one.value:
        yield one.value
    yield from (p.words for p in one.parties)


def meant(sought: Sought, words: str) -> Meant:
    """Who is meant by words beside the quote."""
    return sought.room.people.meant(words, sought.carrying)


def check_names(sought: Sought) -> Iterator[Objection]:
    """Each is somebody of the document; near these words, or else a person looks."""
    if sought.quote is None:
        return
    for words in dict.fromkeys(named(sought)):
        found = meant(sought, words)
        if found.referent is None:
            yield objection("invented_name" if found.stands is None else "somebody", words)
        elif not _is_near(sought, found):
            yield objection("far", words)


def _is_near(sought: Sought, found: Meant) -> bool:
    around = sought.around
    return found.referent is not None and sought.room.people.is_near(found.referent, around)
