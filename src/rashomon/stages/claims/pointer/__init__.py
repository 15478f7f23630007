"""The second reader: a small learned pointer beside the rules, of accusations, of custody and of convictions.

The rules read wordings that somebody wrote down; the next affair has others. The pointer weighs who stands in which place of
which frame, and what stands beside, with weights learned from labelled passages. It claims only where the weights are sure;
where they are half sure of an accusation the sentence goes to a person. What is denied, who is nobody in particular, which
incident is meant are asked of its claims as of the rules'. Where a rule has read somebody in a sentence, the rule holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rashomon.model.claim import ACCUSATIONS, ChainLink
from rashomon.model.tree import asked_once
from rashomon.stages.claims.accusations import accuse, sentences_read
from rashomon.stages.claims.accusations.accused import Accused, speaker_link
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.occasions import DEEDS, Occasions
from rashomon.stages.claims.pointer.blameless import denies, is_blameless
from rashomon.stages.claims.pointer.features import Place, places
from rashomon.stages.claims.pointer.hearing import heard_grades, heard_places, together
from rashomon.stages.claims.pointer.law import CUSTODY, VERDICT, is_of_verdicts, lawful, may_befall
from rashomon.stages.claims.pointer.telling import is_set_apart, telling
from rashomon.stages.claims.pointer.weighing import Scales, grade, likelihood
from rashomon.stages.claims.rules.fates import About
from rashomon.stages.claims.rules.outcomes import about_of
from rashomon.stages.claims.rules.places import senses, standing
from rashomon.stages.claims.rules.records import Fate
from rashomon.stages.claims.view import SentenceView, View

POINTER, VERSION = "pointer", "1"
SURE, HALF_SURE = 0.91, 0.25
UNTOLD = 0.95
"""From sure on it accuses where words tell of what, from UNTOLD on where they do not: below, innocents of development cases were accused
(docs/reading.md). From half sure on the sentence is listed as unread."""


class Head(NamedTuple):
    """One thing that is weighed: by which table, and from which likelihood on it is claimed (`sure`) or kept in mind (`half`).

    `beside` are the properties of rules that settle it: of somebody of whom a rule has read one in a sentence nothing is added.
    A verdict settles what is told by words of verdicts too: it is the court's word, and no accusation in the paper's own.
    """

    table: str
    sure: float
    half: float
    beside: frozenset[str]
    fate: Fate | None


_VERDICTS = frozenset({"conviction", "acquittal", "quashed"})
GUILT = Head("guilt.tsv", SURE, HALF_SURE, ACCUSATIONS, None)
HELD = Head("custody.tsv", 0.7, 0.7, frozenset({"detained", "released", "wanted"}), CUSTODY)
CONVICTED = Head("verdicts.tsv", 0.7, 0.7, _VERDICTS, VERDICT)
_HEADS = (GUILT, HELD, CONVICTED)

_OF_VALUE = ACCUSATIONS | {"detained"}
"""Whose value says of whom it is; of the others the subject does, and the value is a crime."""

FAINT = 0.05
"""A sentence of which the tables find nothing likelier is not heard by the encoder: of labelled accusations one in 150 stands in such a one."""

Heard = tuple[tuple[Place, float], ...]


def find_pointed(view: View, told: Told) -> Iterator[Draft]:
    """Who is accused of what, held or convicted, as far as the weights are sure of it, sentence by sentence."""
    occasions, about = Occasions(told, DEEDS), about_of(view, told)
    for sentence in sentences_read(view):
        yield from _accused(view, sentence, occasions)
        yield from _lawful(view, sentence, about)


def find_pointed_law(view: View, told: Told) -> Iterator[Draft]:
    """Who is held or convicted, as far as the weights are sure of it."""
    about = about_of(view, told)
    for sentence in sentences_read(view):
        yield from _lawful(view, sentence, about)


def _lawful(view: View, sentence: SentenceView, about: About) -> Iterator[Draft]:
    for head, fate in ((head, head.fate) for head in _HEADS if head.fate is not None):
        found: dict[object, Draft] = {}
        for place, _ in _loudest(tuple(_sure(sentence, head))):
            for draft in lawful(view, sentence, about, place, fate):
                found.setdefault(draft.subject.referent or draft.value.referent or draft.value.text, draft)
        yield from found.values()


def _accused(view: View, sentence: SentenceView, occasions: Occasions) -> Iterator[Draft]:
    """Whom a sentence accuses, each by the loudest place that tells of what: of "X and Y were found guilty" the list is told of once."""
    told: set[str] = set()
    tried: set[int] = set()
    blameless = {place.who for place, _ in _sure(sentence, GUILT) if is_blameless(sentence, place)}
    for place, sure in sorted(_sure(sentence, GUILT), key=lambda one: (_of_verdict(sentence, one[0]), -one[1])):
        at, who = place.frame.at, place.who
        words = telling(sentence, place)
        if who in blameless | tried or denies(place) or not is_set_apart(sentence, who):
            continue
        if words is None and sure < UNTOLD:
            continue
        tried.add(who)  # where that word turns out to be wished or doubted, no other is asked
        links = _speakers(view, sentence, place)
        held = (at, who, *(words or ())[:1])
        told_as = grade(place.features, heard_grades(sentence, place))
        accused = Accused(told_as, at, who, held, "alleged" if links else None, None, links)
        drafts = [d for d in accuse(view, sentence, occasions, accused, "pointer") if _name(d) not in told]
        told |= {_name(d) for d in drafts}
        yield from drafts


def _of_verdict(sentence: SentenceView, place: Place) -> bool:
    """Whether a place is told of by a word of verdicts: what else the sentence accuses somebody of is asked first."""
    return is_of_verdicts(sentence, sentence.tokens[place.frame.at].start)


def _name(draft: Draft) -> str:
    return draft.value.referent or draft.value.text or ""


def _sure(sentence: SentenceView, head: Head) -> Iterator[tuple[Place, float]]:
    return ((place, sure) for place, sure in _heard(sentence)[_HEADS.index(head)] if sure >= head.sure)


def pointed(sentence: SentenceView) -> Heard:
    """Of everybody in a sentence the place that speaks loudest for an accusation, with how likely one is; from half sure on."""
    return _loudest(_heard(sentence)[_HEADS.index(GUILT)])


def told_by(sentence: SentenceView, prop: str | None = None) -> Iterator[tuple[str, Place, float]]:
    """What is heard of a property, or of all, in a sentence, each with the table that weighs it."""
    for head, heard in zip(_HEADS, _heard(sentence), strict=True):
        if prop is None or prop in (head.beside if head.fate is not None else ACCUSATIONS):
            yield from ((head.table, place, sure) for place, sure in _loudest(heard))


def _loudest(heard: Heard) -> Heard:
    """Of each who is heard the first place, which is the loudest."""
    found: dict[int, tuple[Place, float]] = {}
    for place, sure in heard:
        found.setdefault(place.who, (place, sure))
    return tuple(found.values())


@asked_once
def _heard(sentence: SentenceView) -> tuple[Heard, ...]:
    """For each thing that is weighed every place from half sure on: whoever stands in several, in the loudest first."""
    found: list[list[tuple[Place, float]]] = [[] for _ in _HEADS]
    for place, sums in _weighed(sentence):
        for head, kept, total in zip(_HEADS if may_befall(place) else _HEADS[:1], found, sums, strict=False):
            if (sure := likelihood(total)) >= head.half:
                kept.append((place, sure))
    return tuple(tuple(sorted(kept, key=lambda one: (one[0].who, -one[1]))) for kept in found)


def _weighed(sentence: SentenceView) -> list[tuple[Place, Sequence[int]]]:
    """Each place with what the tables and the encoder give for each head; only the tables where these find nothing worth a hearing."""
    scales = Scales(*(head.table for head in _HEADS))
    summed = [(place, scales.weigh(place.told, place.where)) for place in places(sentence)]
    if all(likelihood(total) < FAINT for _, sums in summed for total in sums):
        return list(summed)
    heard = heard_places(sentence, [place for place, _ in summed])
    return [
        (
            place,
            [
                together(head.table, total, None if one is None else one[n])
                for n, (head, total) in enumerate(zip(_HEADS, sums, strict=True))
            ],
        )
        for (place, sums), one in zip(summed, heard, strict=True)
    ]


def _speakers(view: View, sentence: SentenceView, place: Place) -> tuple[ChainLink, ...]:
    """Who accuses, where the lexicon knows which place of the frame is the speaker's: the union of "the union pins it on X"."""
    said = (
        n
        for frame, entry in senses(sentence, place.frame.at)
        if "speaker" in entry.roles and "accused" in entry.roles
        for n in standing(sentence, frame, entry, "speaker")
        if n != place.who
    )
    return tuple(
        speaker_link(sentence, n, r.id if (r := view.referent_at(sentence, n)) is not None else None)
        for n in list(said)[:1]
    )


def beside_rules(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without what the pointer says of whoever a rule speaks of to the same end in the same sentence."""
    read = {key for d in drafts if d.by != POINTER for key in _whom(view, d)}
    return [d for d in drafts if d.by != POINTER or read.isdisjoint(_whom(view, d))]


def _whom(view: View, draft: Draft) -> set[tuple[int, str, str]]:
    """Of whom it is said, by referent and by words, in which sentence, and what is weighed of them there."""
    sentence = view.sentence_at(draft.at)
    index = -1 if sentence is None else sentence.sentence.index
    told = draft.value if draft.property in _OF_VALUE else draft.subject
    whom = (told.referent, draft.value.text if draft.property in _OF_VALUE or told.referent is None else None)
    kinds = {head.table for head in _HEADS if draft.property in head.beside}
    if (
        draft.by == POINTER
        and draft.property in ACCUSATIONS
        and sentence is not None
        and is_of_verdicts(sentence, draft.at)
    ):
        kinds.add(CONVICTED.table)
    return {(index, kind, one) for kind in kinds for one in whom if one}
