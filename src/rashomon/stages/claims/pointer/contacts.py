"""The second reader of contacts: of any two who stand below a frame how likely it is that they were in contact there, and by what.

As with accusations the rules read wordings that somebody wrote down, and the pointer weighs who stands in which places with weights
learned from labelled passages. What it finds goes the way of the rules' contacts: whether one is the press or nobody, what is
denied, planned or asked for, on which day and about whom, is asked by the same functions. Where a rule has read a contact of the
same two in a sentence, the rule holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model.claim import ContactKind, PartyRole
from rashomon.model.tree import asked_once
from rashomon.stages.claims.accusations import sentences_read
from rashomon.stages.claims.contacts import pointed_out, words_read
from rashomon.stages.claims.contacts.circumstances import channel
from rashomon.stages.claims.contacts.found import Found
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.occasions import TALKS, Occasions
from rashomon.stages.claims.pointer.pairs import Pair, pairs
from rashomon.stages.claims.pointer.weighing import contact, kind_of_contact
from rashomon.stages.claims.view import SentenceView, View

RULE = "pointer.contact"
SURE = 0.8
HALF_SURE = 0.4
SIDES: frozenset[PartyRole] = frozenset({"from", "to", "with"})
"""Who is in contact; the other parties are present, or spoken of."""
_AIMED = frozenset({"call", "message", "visit"})


def find_pointed_contacts(view: View, told: Told) -> Iterator[Draft]:
    """Who was in contact with whom, as far as the weights are sure of it, in text order."""
    occasions = Occasions(told, TALKS)
    for sentence in sentences_read(view):
        for pair, sure in weighed_pairs(sentence):
            if sure >= SURE and not is_read(view, sentence, pair):
                found = found_of(sentence, pair, kind_of_contact(pair.features))
                yield from pointed_out(view, sentence, told, occasions, found)


def is_read(view: View, sentence: SentenceView, pair: Pair) -> bool:
    """Whether a rule finds a contact by the same words: who is in contact by them, the rule says."""
    return not words_read(view, sentence).isdisjoint(pair.told_by)


@asked_once
def weighed_pairs(sentence: SentenceView) -> tuple[tuple[Pair, float], ...]:
    """The contacts of a sentence with how likely each is, from HALF_SURE on, in the order of the frames."""
    likely = ((pair, contact(pair.features)) for pair in pairs(sentence))
    return tuple(loudest([(pair, sure) for pair, sure in likely if sure >= HALF_SURE]))


def loudest(weighed: Sequence[tuple[Pair, float]]) -> list[tuple[Pair, float]]:
    """Of each two the frame that speaks loudest for a contact of theirs, of each frame the two for whom it does and who stand as they do."""
    ways: dict[int, tuple[float, str]] = {}
    twos: dict[frozenset[int], float] = {}
    for pair, sure in weighed:
        ways[pair.frame.at] = max(ways.get(pair.frame.at, (0.0, "")), (sure, pair.ways))
        twos[pair.two] = max(twos.get(pair.two, 0.0), sure)
    return [(pair, sure) for pair, sure in weighed if sure == twos[pair.two] and pair.ways == ways[pair.frame.at][1]]


def found_of(sentence: SentenceView, pair: Pair, plain: ContactKind) -> Found:
    """A pair as the rules' contacts are told: by which channel, who is the first and in which role the other."""
    at = pair.frame.at
    kind = channel(sentence, at, plain)
    aimed = kind in _AIMED and pair.first.way.split(">")[-1] != pair.second.way.split(">")[-1]
    role: PartyRole = "to" if aimed and not pair.second.way.endswith("with") else "with"
    return Found(kind, at, ((pair.first.who, "from"), (pair.second.who, role)), pair.told_by, RULE)
