"""The second reader of contacts: of any two who stand below a frame how likely it is that they were in contact there, and by what.

As with accusations the rules read wordings that somebody wrote down, and the pointer weighs who stands in which places with weights
learned from labelled passages. What it finds goes the way of the rules' contacts: whether one is the press or nobody, what is
denied, planned or asked for, on which day and about whom, is asked by the same functions. Where a rule has read a contact of the
same two in a sentence, the rule holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.claim import ContactKind, PartyRole
from rashomon.model.tree import asked_once
from rashomon.stages.claims.accusations import sentences_read
from rashomon.stages.claims.contacts import pointed_out
from rashomon.stages.claims.contacts.circumstances import channel
from rashomon.stages.claims.contacts.found import Found
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.occasions import TALKS, Occasions
from rashomon.stages.claims.pointer.pairs import Pair, pairs
from rashomon.stages.claims.pointer.weighing import contact, kind_of_contact
from rashomon.stages.claims.view import SentenceView, View

RULE = "pointer.contact"
SURE = 0.7
SIDES: frozenset[PartyRole] = frozenset({"from", "to", "with"})
"""Who is in contact; the other parties are present, or spoken of."""
_AIMED = frozenset({"call", "message", "visit"})


def find_pointed_contacts(view: View, told: Told) -> Iterator[Draft]:
    """Who was in contact with whom, as far as the weights are sure of it, in text order."""
    occasions = Occasions(told, TALKS)
    for sentence in sentences_read(view):
        for pair in sure_pairs(sentence):
            yield from pointed_out(view, sentence, told, occasions, found_of(sentence, pair, kind_of_contact(pair.features)))


@asked_once
def sure_pairs(sentence: SentenceView) -> tuple[Pair, ...]:
    """Of any two of a sentence the frame that speaks loudest for a contact between them, from SURE on."""
    best: dict[frozenset[int], tuple[float, Pair]] = {}
    for pair in pairs(sentence):
        sure, two = contact(pair.features), frozenset((pair.first.who, pair.second.who))
        if sure >= SURE and (two not in best or sure > best[two][0]):
            best[two] = (sure, pair)
    return tuple(pair for _, pair in best.values())


def found_of(sentence: SentenceView, pair: Pair, plain: ContactKind) -> Found:
    """A pair as the rules' contacts are told: by which channel, who is the first and in which role the other."""
    at = pair.frame.at
    kind = channel(sentence, at, plain)
    aimed = kind in _AIMED and pair.first.way.split(">")[-1] != pair.second.way.split(">")[-1]
    role: PartyRole = "to" if aimed and not pair.second.way.endswith("with") else "with"
    return Found(kind, at, ((pair.first.who, "from"), (pair.second.who, role)), pair.told_by, RULE)
