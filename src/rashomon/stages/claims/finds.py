"""What was found of the dead: bodies, remains and graves, with how many and whose, whatever may have killed them."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model import parts
from rashomon.model.annotation import Quantity
from rashomon.model.claim import Subject, Value
from rashomon.model.clause import Frame
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.persons import quantity_of
from rashomon.stages.claims.events.roll import owners_listed
from rashomon.stages.claims.stance import local_stance
from rashomon.stages.claims.view import SentenceView, View

_UNREAD_BLOCKS = frozenset({"boilerplate", "byline", "dateline"})
_WITHIN = ("with", "of", "containing")
_HOLDS = frozenset({"hold", "contain"})
_ONE = frozenset({"a", "an", "another"})


def find_finds(view: View, told: Told) -> Iterator[Draft]:
    """Every find of bodies or graves in the document that has a figure or a name, in text order."""
    for sentence in view.sentences:
        if sentence.sentence.block in _UNREAD_BLOCKS:
            continue
        for frame in sentence.verbs:
            for thing in _found(sentence, frame):
                yield from _drafts(view, told, sentence, frame, thing)
            yield from _identified(view, told, sentence, frame)


def _found(sentence: SentenceView, frame: Frame) -> Iterator[int]:
    """The bodies or graves that a verb says were found, or that came to light; those that lie in a grave found."""
    things: tuple[int, ...] = ()
    if is_a(frame.lemma, "finder"):
        things = frame.undergoers.fillers or (() if frame.outright else frame.undergoers.open)
    elif is_a(frame.lemma, "surfaces"):
        things = (*frame.doers.fillers, *frame.undergoers.fillers) or frame.subjects.open
    for n in things:
        if is_a(sentence.tokens[n].lemma.lower(), "remains"):
            yield n
            yield from _in_grave(sentence, n)


def _identified(view: View, told: Told, sentence: SentenceView, frame: Frame) -> Iterator[Draft]:
    """ "The bodies are those of A and of B", "bones were identified as those of A": whose they are."""
    if frame.lemma not in ("be", "identify"):
        return
    things = [n for n in (*frame.subjects.fillers, *frame.doers.fillers, *frame.undergoers.fillers)
              if is_a(sentence.tokens[n].lemma.lower(), "remains")]  # fmt: skip
    stance = local_stance(sentence, frame.at)
    start = next((n for n in range(frame.at, len(sentence)) if sentence.tokens[n].text.lower() == "those"), None)
    if not things or stance is None or start is None or sentence.tokens[start + 1 : start + 2][0].text.lower() != "of":
        return
    of = told.occurrence_at(sentence.tokens[0].start, sentence.tokens[-1].end)
    for n in owners_listed(sentence, start + 2):
        referent = view.referent_at(sentence, n)
        if referent is not None and referent.named:
            value = Value(number=1, bound="exact", of=sentence.tokens[things[0]].lemma, referent=referent.id)
            quote = sentence.quote(start, n)
            yield Draft(
                "found", quote, sentence.tokens[frame.at].start, Subject(of.id if of else None), value, "found", stance
            )


def _in_grave(sentence: SentenceView, grave: int) -> Iterator[int]:
    """ "A mass grave with nine bodies", "holding the remains of 27 people"."""
    state = sentence.state(grave)
    below = list(state.oblique(*_WITHIN)) if state is not None else []
    below += [n for f in sentence.verbs if f.lemma in _HOLDS and grave in f.doers.fillers for n in f.undergoers.fillers]
    yield from (n for n in below if is_a(sentence.tokens[n].lemma.lower(), "remains"))


def _drafts(view: View, told: Told, sentence: SentenceView, frame: Frame, thing: int) -> Iterator[Draft]:
    stance = local_stance(sentence, frame.at)
    last, value = _counted(view, sentence, thing)
    if stance is None or value is None:
        return
    quote = sentence.quote(min(thing, frame.at, _first(sentence, thing)), max(last, frame.at))
    tokens = sentence.tokens
    of = told.occurrence_at(tokens[0].start, tokens[-1].end)
    yield Draft("found", quote, tokens[frame.at].start, Subject(of.id if of else None), value, "found", stance)


def _counted(view: View, sentence: SentenceView, thing: int) -> tuple[int, Value | None]:
    """How many they are or whose, with the last word that says so: "five bodies", "the bodies of five men", "Roe's body"."""
    word = sentence.tokens[thing].text
    state = sentence.state(thing)
    owners = (*state.oblique("of"), *((state.possessor,) if state.possessor is not None else ())) if state else ()
    for n in (thing, *owners):
        quantity = quantity_of(sentence, n)
        if quantity is not None and quantity.number is not None:
            return max(thing, n), _value(quantity, word)
    for n in owners:
        referent = view.referent_at(sentence, n)
        if referent is not None and referent.named and referent.type == "person":
            return max(thing, n), Value(number=1, bound="exact", of=word, referent=referent.id)
    one = (
        not sentence.tokens[thing].is_a(parts.PLURAL_NOUN)
        and sentence.tokens[_first(sentence, thing)].text.lower() in _ONE
    )
    return thing, Value(number=1, bound="exact", of=word) if one else None


def _value(quantity: Quantity, word: str) -> Value:
    return Value(number=quantity.number, bound=quantity.bound, of=quantity.of or word, part=quantity.part)


def _first(sentence: SentenceView, thing: int) -> int:
    """The first word of the noun's own phrase."""
    return min((n for n in sentence.children[thing] if n < thing), default=thing)
