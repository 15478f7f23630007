"""What a rule of custody or of verdicts gives of one person: the claim with its words, its penalty, its occasion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rashomon.model.claim import Stance, Subject, Value
from rashomon.model.clause import Frame
from rashomon.model.span import Quote
from rashomon.stages.claims.actors import Actor
from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.occasions import Occasions
from rashomon.stages.claims.rules.crimes import crime_words
from rashomon.stages.claims.rules.penalties import Term
from rashomon.stages.claims.rules.records import Fate
from rashomon.stages.claims.stretches import stretch
from rashomon.stages.claims.view import SentenceView, View

LONGEST = 240
_OF_ANYBODY = frozenset({"acquittal", "wanted", "released"})
"""What is told of somebody without a name too, in his own words."""


class About(NamedTuple):
    """What the document's incidents are: its arrests, its acts of violence, the sentences that count who is held."""

    arrests: Occasions
    violent: Occasions
    counted: frozenset[int]

    def over(self, sentence: SentenceView) -> str | None:
        """The one act of violence that a sentence tells of, or None."""
        found = self.violent.within(sentence.sentence.start, sentence.sentence.end)
        return found[0] if len(found) == 1 else None


def draft_of(
    view: View, sentence: SentenceView, frame: Frame, rule: Fate, who: Actor, term: Term | None,
    crime: Quote | None, stance: Stance, held: tuple[int, ...], about: About,
) -> Iterator[Draft]:  # fmt: skip
    """The claim that a rule gives of one person; none of a nameless convict, or of a crowd that is told of as a figure."""
    told = sentence.tokens[frame.at]
    subject, value = Subject(referent=who.referent), Value(kind=rule.kind)
    quote = _quote(sentence, frame.at, who, held)
    if rule.gives in ("detained", "charge"):
        occasion = (
            about.arrests.here(sentence, frame.at) if rule.gives == "detained" else about.violent.of(sentence, frame.at)
        )
        if rule.gives == "detained" and _is_counted(sentence, who):
            return
        subject = Subject(occurrence=occasion)
        outcome = "dropped" if rule.id == "verdict.dropped" else None
        value = Value(referent=who.referent, text=who.words.quote, outcome=outcome)
    elif who.referent is None:
        if rule.gives not in _OF_ANYBODY:
            return
        value = Value(text=who.words.quote, kind=rule.kind, penalty=None if term is None else term.penalty)
    elif rule.gives == "conviction":
        penalty = None if term is None else term.penalty
        text = crime.quote if crime else penalty.text if penalty else _said(sentence, frame, held)
        away = True if _is_away(sentence) else None
        value = Value(text=text, penalty=penalty, in_absentia=away, final=True if rule.id == "verdict.upheld" else None)
    elif rule.gives == "acquittal":
        value = Value(text=crime.quote if crime else _said(sentence, frame, held))
    elif rule.gives == "death":
        value = _death(sentence, frame)
    else:
        value = Value(text=_said(sentence, frame, held), kind=rule.kind)
    yield Draft(rule.gives, quote, told.start, subject, value, rule.id, stance)  # type: ignore[arg-type]


def _death(sentence: SentenceView, frame: Frame) -> Value:
    """The day and the cause of a death, as its clause has them."""
    below = sentence.subtree(frame.at)
    start, end = sentence.tokens[below[0]].start, sentence.tokens[below[-1]].end
    day = next((t for t in sentence.times if start <= t.start and t.end <= end and t.earliest), None)
    cause = frame.oblique("of", "from")
    text = crime_words(sentence, cause[0]).quote if cause else sentence.tokens[frame.at].text
    return Value(text=text, earliest=day.earliest if day else None, latest=day.latest if day else None)


def _said(sentence: SentenceView, frame: Frame, held: tuple[int, ...]) -> str:
    first, last = stretch(sentence, (frame.at, *held), limit=8)
    if last + 1 < len(sentence) and sentence.tokens[last + 1].text.lower() == "of" and last != frame.at:
        last = min(last + 4, sentence.subtree(last)[-1])
    return sentence.quote(first, last).quote


def _is_counted(sentence: SentenceView, who: Actor) -> bool:
    """Of "two dockers": a figure, which is told of as one."""
    return any(q.head == who.token and q.number != 1 for q in sentence.quantities) and not who.name


def _is_away(sentence: SentenceView) -> bool:
    text = sentence.text[sentence.sentence.start : sentence.sentence.end].lower()
    return "absentia" in text or "in his absence" in text or "in her absence" in text


def _quote(sentence: SentenceView, at: int, who: Actor, held: tuple[int, ...]) -> Quote:
    """The shortest stretch with the word that tells it and whom it tells of, be it in a line below."""
    first, last = stretch(sentence, dict.fromkeys((at, who.token, *held)), must=2)
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    if who.token in (first, last) and who.words.start <= end and start <= who.words.end:
        start, end = min(start, who.words.start), max(end, who.words.end)
    if who.words.start >= sentence.sentence.start:
        first, last = min(start, who.words.start), max(end, who.words.end)
        start, end = (first, last) if last - first <= LONGEST else (start, end)
    if who.words.start >= sentence.sentence.end and who.words.end > end:
        start, end = who.words.start, who.words.end  # a line far below its heading
    return Quote(start, end, sentence.text[start:end])
