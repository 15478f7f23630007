"""The second reader of contacts: of any two who stand below a frame how likely it is that they were in contact there, and by what.

As with accusations the rules read wordings that somebody wrote down, and the pointer weighs who stands in which places with weights
learned from labelled passages. What it finds goes the way of the rules' contacts: whether one is the press or nobody, what is
denied, planned or asked for, on which day and about whom, is asked by the same functions. Where a rule has read a contact of the
same two in a sentence, the rule holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.model.claim import ContactKind, PartyRole
from rashomon.model.tree import asked_once
from rashomon.stages.claims.accusations import sentences_read
from rashomon.stages.claims.contacts import pointed_out, words_read
from rashomon.stages.claims.contacts.circumstances import channel
from rashomon.stages.claims.contacts.found import Found
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.occasions import TALKS, Occasions
from rashomon.stages.claims.pointer.features import WHOEVER
from rashomon.stages.claims.pointer.hearing import heard_pairs, together
from rashomon.stages.claims.pointer.pairs import Pair, pairs
from rashomon.stages.claims.pointer.weighing import Scales, kind_of_contact, likelihood
from rashomon.stages.claims.view import SentenceView, View

RULE, TABLE = "pointer.contact", "contacts.tsv"
SURE = 0.8
"""From here on it claims: on passages held out 15 of 17 that it added to the rules were right."""
HALF_SURE = 0.4
"""From here on the sentence is listed as unread: of these six in ten tell of a contact that no rule read."""
FAINT = 0.02
"""Two of whom the tables find a contact less likely are not heard by the encoder."""
SIDES: frozenset[PartyRole] = frozenset({"from", "to", "with"})
"""Who is in contact; the other parties are present, or spoken of."""
_AIMED = frozenset({"call", "message", "visit"})


def find_pointed_contacts(view: View, told: Told) -> Iterator[Draft]:
    """Who was in contact with whom, as far as the weights are sure of it, in text order."""
    occasions = Occasions(told, TALKS)
    for sentence in sentences_read(view):
        for pair, sure in weighed_pairs(sentence):
            if sure >= SURE:
                yield from claimed(view, sentence, told, occasions, pair, kind_of_contact(pair.features))


def claimed(
    view: View, sentence: SentenceView, told: Told, occasions: Occasions, pair: Pair, plain: ContactKind
) -> Iterator[Draft]:
    """What a pair is claimed to be, were it sure: nothing where a rule reads these words, or one of the two is left open."""
    if not is_read(view, sentence, pair):
        for draft in pointed_out(view, sentence, told, occasions, found_of(sentence, pair, plain)):
            if not any(_is_open(sentence, n, draft) for n in pair.two):
                yield draft


def _is_open(sentence: SentenceView, at: int, draft: Draft) -> bool:
    """Whether a party is a pronoun and nobody knows for whom it stands."""
    token = sentence.tokens[at]
    return token.is_a(WHOEVER) and any(p.referent is None and p.text == token.text for p in draft.value.parties)


def is_read(view: View, sentence: SentenceView, pair: Pair) -> bool:
    """Whether a rule finds a contact by the same words: who is in contact by them, the rule says."""
    return not words_read(view, sentence).isdisjoint(pair.told_by)


@asked_once
def weighed_pairs(sentence: SentenceView) -> tuple[tuple[Pair, float], ...]:
    """The contacts of a sentence with how likely each is, from HALF_SURE on, in the order of the frames."""
    scales = Scales(TABLE)
    summed = [(pair, scales.weigh(pair.told, "")[0]) for pair in pairs(sentence)]
    told = [(pair, total) for pair, total in summed if likelihood(total) >= FAINT]
    heard = heard_pairs(sentence, [pair for pair, _ in told])
    weighed = (
        (pair, likelihood(together(TABLE, total, None if one is None else one[0])))
        for (pair, total), one in zip(told, heard, strict=True)
    )
    return tuple(loudest([(pair, sure) for pair, sure in weighed if sure >= HALF_SURE]))


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


def beside_read(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without the pointer's contacts of two of whom a rule reads one in the same sentence."""
    met: dict[int, list[list[frozenset[str]]]] = defaultdict(list)
    for d in drafts:
        if d.property == "contact" and d.reader != RULE:
            met[_index(view, d)].append(_parties(d))
    return [d for d in drafts if d.reader != RULE or not _are_met(_parties(d), met[_index(view, d)])]


def _index(view: View, draft: Draft) -> int:
    sentence = view.sentence_at(draft.at)
    return -1 if sentence is None else sentence.sentence.index


def _parties(draft: Draft) -> list[frozenset[str]]:
    """Of each who is in contact the referent and the words."""
    return [frozenset(filter(None, (p.referent, p.text))) for p in draft.value.parties if p.role in SIDES]


def _are_met(two: Sequence[frozenset[str]], met: Sequence[Sequence[frozenset[str]]]) -> bool:
    """Whether all parties of one contact are parties of another."""
    return any(all(any(not one.isdisjoint(p) for p in parties) for one in two) for parties in met)
