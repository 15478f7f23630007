"""Who reads a document for claims: records of one shape, each of which gives drafts; `read_claims` asks them in order.

A reader is given the document's view and the incidents it tells of, and sees neither other documents nor what another
reader gave. The rules are one reader, in passes by kind of claim, so that a fault in one costs no other. What people enter
by hand is another: it stands beside the documents, and `entered` lays it on what these gave.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from rashomon.model.claim import IncidentType
from rashomon.stages.claims.accusations import find_accusations
from rashomon.stages.claims.acts import acts_in
from rashomon.stages.claims.contacts import find_contacts
from rashomon.stages.claims.contacts.headed import find_headed
from rashomon.stages.claims.draft import RULES, VERSION, Draft, Told
from rashomon.stages.claims.finds import find_finds
from rashomon.stages.claims.payments import find_money
from rashomon.stages.claims.persons import READERS as PERSON_READERS
from rashomon.stages.claims.pointer import POINTER, beside_rules, find_pointed, find_pointed_law
from rashomon.stages.claims.pointer import VERSION as POINTED
from rashomon.stages.claims.pointer.contacts import find_pointed_contacts
from rashomon.stages.claims.rules.outcomes import find_outcomes
from rashomon.stages.claims.ties import find_ties
from rashomon.stages.claims.view import View

Read = Callable[[View, Told], Iterable[Draft]]


@dataclass(frozen=True, slots=True)
class Reader:
    """One that reads: its name and version stand under each claim, beside the rule that the draft names.

    `part` says which pass of it this is, for faults. `languages` are ISO 639 codes; none are all that the case has read.
    """

    name: str
    version: str
    part: str
    read: Read
    languages: tuple[str, ...] = ()

    def reads(self, language: str | None) -> bool:
        """Whether it can read a document's language."""
        return not self.languages or (language or "").split("-")[0] in self.languages

    def drafts(self, view: View, told: Told) -> Iterator[Draft]:
        """What it reads in a document, under its own name."""
        for draft in self.read(view, told):
            own = draft.by == self.name and draft.version == self.version
            yield draft if own else replace(draft, by=self.name, version=self.version)


def _rules(part: str, read: Read) -> Reader:
    return Reader(RULES, VERSION, part, read)


def acts_told(view: View) -> dict[int, IncidentType]:
    """The words by which the law's acts and contacts are told, whatever incidents there are: as the rules read them, and of custody and verdicts as the pointer does."""
    told = (*find_outcomes(view, _NOTHING), *find_contacts(view, _NOTHING))
    return acts_in(beside_rules(view, (*told, *find_pointed_law(view, _NOTHING))))


_NOTHING = Told((), ())

READERS: tuple[Reader, ...] = (
    _rules("accusations", find_accusations),
    _rules("outcomes", find_outcomes),
    _rules("contacts", find_contacts),
    _rules("heads of transcripts", find_headed),
    *(_rules(read.__name__.removeprefix("find_"), read) for read in PERSON_READERS),
    _rules("finds", find_finds),
    _rules("payments", find_money),
    _rules("ties", find_ties),
    Reader(POINTER, POINTED, "pointer", find_pointed, ("en",)),
    Reader(POINTER, POINTED, "pointed contacts", find_pointed_contacts, ("en",)),
)
