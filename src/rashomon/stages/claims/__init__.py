"""Annotations -> claims: who says (attribution), what happened (events), how surely (stance), contacts, roles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rashomon.model.annotation import Annotations
from rashomon.model.claim import ACCUSATIONS, Attribution, Claim, Reading, Unread
from rashomon.model.document import APART, Document
from rashomon.model.fault import UNWATCHED, Watch
from rashomon.model.proposal import Outcome, Proposal
from rashomon.model.span import Span
from rashomon.model.translated import translated_in
from rashomon.stages.claims.assemble import assemble
from rashomon.stages.claims.attribution import find_attributions
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.entries import said_by_entry
from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.gate import gate
from rashomon.stages.claims.left_open import find_left_open
from rashomon.stages.claims.listed import read_listed
from rashomon.stages.claims.named_as import find_named_as
from rashomon.stages.claims.pointer import beside_rules
from rashomon.stages.claims.pointer.contacts import beside_read
from rashomon.stages.claims.readers import READERS, Reader, acts_told
from rashomon.stages.claims.replies import find_replies, with_clients
from rashomon.stages.claims.rows_and_entries import find_apart
from rashomon.stages.claims.statements import find_statements
from rashomon.stages.claims.turns import with_turns
from rashomon.stages.claims.unread import find_unread
from rashomon.stages.claims.view import View, without_sentences
from rashomon.stages.claims.worded import find_worded

Result = TypeVar("Result")
_NOBODY: tuple[Attribution, ...] = ()
_NO_DRAFTS: tuple[Draft, ...] = ()
_NOTHING_UNREAD: tuple[Unread, ...] = ()


def read_claims(
    document: Document,
    annotations: Annotations,
    watch: Watch = UNWATCHED,
    *,
    readers: tuple[Reader, ...] = READERS,
) -> Reading:
    """All claims of one document; where its language is not read for claims, the figures of victims that it tells.

    What a reader breaks over goes to `watch`: by default it is raised.
    """
    if not document.claims_read:
        # What a translation tells is told once: its original gives no claims beside it.
        translated = bool(translated_in(document))
        return Reading(document.id, (), (), (), ()) if translated else read_listed(document, annotations)
    read = _running(annotations)
    room = _room(document, read, View(document, read), watch)
    attributions, told, drafts = _drafted(room, readers)
    claims = said_by_entry(room.annotations, room.claims(attributions, drafts))
    unread = (*room.unread(claims, attributions), *find_apart(document, claims))
    return Reading(document.id, attributions, told.occurrences, claims, unread)


def lay_through(
    document: Document,
    annotations: Annotations,
    reading: Reading,
    proposals: tuple[Proposal, ...],
    watch: Watch = UNWATCHED,
) -> tuple[Outcome, ...]:
    """What becomes of each proposal for the document at the gate, beside what its readers gave."""
    if not proposals:
        return ()
    view = View(document, _running(annotations))
    parts = [p.passage or Span(0, len(document.text)) for p in proposals]

    def laid(out: frozenset[int]) -> tuple[Outcome, ...]:
        return gate(view, reading, [p for n, p in enumerate(proposals) if n not in out])

    return watch.over("gate", parts, laid, ())


def drafts_of(document: Document, annotations: Annotations) -> tuple[View, list[Draft]]:
    """The document's view and every draft of it, for whoever asks why a claim was read."""
    read = _running(annotations)
    view = View(document, read)
    return view, _drafted(_room(document, read, view, UNWATCHED), READERS)[2]


def _running(annotations: Annotations) -> Annotations:
    """The annotations without what stands apart from running text: rows of tables, quoted mail."""
    apart = frozenset(n for n, s in enumerate(annotations.sentences) if s.block in APART)
    return without_sentences(annotations, apart) if apart else annotations


def _drafted(room: _Room, readers: tuple[Reader, ...]) -> tuple[tuple[Attribution, ...], Told, list[Draft]]:
    """Who speaks where, what incidents are told, and the drafts of every reader that reads the document's language."""
    attributions = room.pass_of("attributions", find_attributions, _NOBODY)
    told = room.pass_of("events", lambda view: find_events(view, acts_told(view)), Told((), ()))
    asked = [reader for reader in readers if reader.reads(room.document.language)]
    drafts = [*told.drafts, *(d for reader in asked for d in room.drafts(reader.part, reader.drafts, told))]
    drafts = beside_read(room.view, beside_rules(room.view, drafts))
    drafts += room.drafts("statements", lambda view, told: _statements(view, told, attributions, drafts), told)
    return attributions, told, with_turns(room.view, attributions, drafts)


def _statements(
    view: View, told: Told, attributions: Sequence[Attribution], drafts: Sequence[Draft]
) -> tuple[Draft, ...]:
    """What is said that fits no other property, and what it replies to what the document accuses of."""
    accusations = [d for d in drafts if d.property in ACCUSATIONS]
    denied = [d.at for d in accusations if d.stance == "denied"]
    statements = with_clients(view, find_statements(view, told, attributions, denied))
    replies = find_replies(view, told, attributions, accusations, statements)
    denials = {d.quote for d in replies}
    named = (d for d in find_named_as(view, told, attributions) if d.quote not in denials)
    told_so = (*statements, *replies, *named, *find_left_open(view, told))
    return (*told_so, *find_worded(view, told, attributions, (*drafts, *told_so)))


@dataclass(frozen=True, slots=True)
class _Room:
    """One document and the watch over its readers."""

    document: Document
    annotations: Annotations
    view: View
    watch: Watch
    parts: tuple[Span, ...]

    def pass_of(self, reader: str, read: Callable[[View], Result], nothing: Result) -> Result:
        """One reader's pass over all sentences, without those that it breaks over."""
        return self.watch.over(reader, self.parts, lambda out: read(self._view(out)), nothing)

    def _view(self, out: frozenset[int]) -> View:
        return View(self.document, without_sentences(self.annotations, out)) if out else self.view

    def drafts(self, name: str, reader: Callable[[View, Told], Iterable[Draft]], told: Told) -> tuple[Draft, ...]:
        """What a reader of drafts finds."""
        return self.pass_of(name, lambda view: tuple(reader(view, told)), _NO_DRAFTS)

    def unread(self, claims: tuple[Claim, ...], attributions: Sequence[Attribution]) -> tuple[Unread, ...]:
        """The sentences a person should look at."""
        return self.pass_of("unread", lambda view: find_unread(view, claims, attributions), _NOTHING_UNREAD)

    def claims(self, attributions: Sequence[Attribution], drafts: Sequence[Draft]) -> tuple[Claim, ...]:
        """The drafts put together, without those that break it."""
        parts = [Span(d.quote.start, d.quote.end) for d in drafts]

        def put_together(out: frozenset[int]) -> tuple[Claim, ...]:
            return assemble(self.view, attributions, [d for n, d in enumerate(drafts) if n not in out])

        return self.watch.over("chains", parts, put_together, ())


def _room(document: Document, annotations: Annotations, view: View, watch: Watch) -> _Room:
    parts = tuple(Span(s.start, s.end) for s in annotations.sentences)
    return _Room(document, annotations, view, watch, parts)
