"""From groups of tellings to occurrences and the drafts of what is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model.annotation import Mention, TimeRef
from rashomon.model.claim import IncidentType, Joined, Occurrence, Stance, Subject, Value
from rashomon.model.identity import make_id
from rashomon.model.span import Quote
from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.events.alone import died_later, is_late
from rashomon.stages.claims.events.as_of import dates_toll, is_as_of
from rashomon.stages.claims.events.complete import complete_figures
from rashomon.stages.claims.events.figure import Figure
from rashomon.stages.claims.events.involved import involved_in
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.several import is_over_several
from rashomon.stages.claims.events.tellings import Telling
from rashomon.stages.claims.events.told import stance_of
from rashomon.stages.claims.events.toll_speakers import speakers_of
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.events.wording import Group
from rashomon.stages.claims.view import SentenceView, View
from rashomon.text.calendar import Interval, overlaps

_READER = "events"
_REACH = 12


def make_occurrence(view: View, group: Group) -> Occurrence:
    """The incident that a group of tellings speaks of; its first mention is the one it is named by."""
    triggers = [t for telling in group for t in telling.triggers]
    named = next((t for telling in group for t in telling.nouns), triggers[0])
    ordered = [named, *(t for t in triggers if t is not named)]
    mentions = tuple(t.sentence.quote(t.at, t.at) for t in ordered)
    several = any(telling.several for telling in group)
    ident = make_id("o", view.document.sha256, mentions[0].start, mentions[0].end)
    return Occurrence(ident, view.document.id, _type(group), mentions, several, tuple(_joined(group)))


def told_apart(groups: Sequence[Group], occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    """The occurrences, each with those from which much held it apart when it was told first."""
    home = {id(t): o.id for group, o in zip(groups, occurrences, strict=True) for told in group for t in told.triggers}
    held = [{home[id(t)] for told in group for t in told.apart if id(t) in home} for group in groups]
    return [replace(o, apart=tuple(sorted(found - {o.id}))) for o, found in zip(occurrences, held, strict=True)]


def _joined(group: Group) -> Iterator[Joined]:
    """Why each later telling is of this incident."""
    for telling in group:
        if telling.joined is not None and telling.triggers:
            score, reason = telling.joined
            at = telling.triggers[0].at
            yield Joined(telling.sentence.quote(at, at), round(score, 2), reason)


def _type(group: Group) -> IncidentType:
    """The type most told: a noun's counts before a verb's, an attack that kills is an attack."""
    told = [t for telling in group for t in telling.triggers]
    own = [t.type for telling in group for t in telling.nouns]
    own = own or [t.type for t in told if not is_a(t.entry.word, "loose")] or [t.type for t in told]
    if "attack" in own and "killing" in own:
        return "attack"
    return max(dict.fromkeys(own), key=own.count)


def make_drafts(view: View, group: Group, occurrence: Occurrence) -> Iterator[Draft]:
    """The counts, dates, places and those involved, in no order."""
    total = occurrence.generic
    subject = Subject(None if total else occurrence.id, None, total)
    for name, figure in complete_figures(view, [f for telling in group for f in telling.figures]):
        sentence = figure.trigger.sentence
        stance = stance_of(figure.trigger)
        if stance is not None and not _unhurt(figure, stance):
            quote = sentence.quote(figure.first, figure.last)
            value = _of_named(view, figure, _dated(figure))
            reader = f"{_READER}.sums" if figure.derived else f"{_READER}.counts"
            whose = Subject(None, None, True) if is_over_several(figure) else subject
            links = speakers_of(view, figure)
            at = figure.trigger.token if figure.told_at is None else sentence.tokens[figure.told_at]
            yield Draft(name, quote, at.start, whose, value, reader, stance, links)
    if total:
        return
    days = [(x.earliest, x.latest) for telling in group for x, t in telling.times if not is_late(t)]
    named = any(_is_named(m) for telling in group for m, _ in telling.places)
    elsewhere = any(not _of_late_death(telling, trigger) for telling in group for _, trigger in telling.places)
    for telling in group:
        yield from _when(telling, subject, days)
        yield from _where(telling, subject, named=named, elsewhere=elsewhere)
        yield from involved_in(view, telling, subject)


def _unhurt(figure: Figure, stance: Stance) -> bool:
    """ "His wife, who was not hurt", "one person was not injured", "he may have been shot": nobody's figure."""
    sentence, at = figure.trigger.sentence, figure.trigger.at
    if figure.sort == "single":
        return stance in ("possible", "denied")
    if stance != "denied" or sentence.tokens[at].tag == "VB":
        return False
    return sentence.child(at, "neg") is not None or sentence.tokens[at].dep == "relcl"


def _of_named(view: View, figure: Figure, value: Value) -> Value:
    """ "Dina Farr is still missing": who one missing is, where a name says so."""
    if figure.harm != "missing" or figure.sort != "single" or value.referent is not None:
        return value
    referent = view.referent_at(figure.trigger.sentence, figure.victim)
    named = referent is not None and referent.named and referent.type == "person"
    return replace(value, referent=referent.id) if named and referent is not None else value


def _dated(figure: Figure) -> Value:
    """The figure with the day for which it is given: "as of Monday", "by 9 May"."""
    sentence = figure.trigger.sentence
    for time in _right_behind(figure) or sentence.times:
        at = sentence.token_at(time.start)
        given = is_as_of(sentence, at) or (figure.sort == "toll" and dates_toll(sentence, at))
        if time.latest and time.type in ("DATE", "TIME") and given:
            return replace(figure.value, as_of=time.latest[:10])
    return figure.value


def _right_behind(figure: Figure) -> list[TimeRef]:
    """The day right behind a toll, of several that a sentence gives: "at 24 on Monday and at 29 on Friday"."""
    sentence, after = figure.trigger.sentence, figure.last + 2
    if figure.sort != "toll" or after >= len(sentence) or sentence.tokens[after - 1].text.lower() not in ("on", "in"):
        return []
    return [t for t in sentence.times if t.start <= sentence.tokens[after].start < t.end and t.type == "DATE"]


def _of_late_death(telling: Telling, trigger: Trigger) -> bool:
    return is_late(trigger) and died_later(telling.sentence, trigger.at)


def _when(telling: Telling, subject: Subject, days: Sequence[Interval]) -> Iterator[Draft]:
    """The dates of one telling; the day somebody died of it is not its day, where another is known."""
    for time, trigger in telling.times:
        if is_late(trigger) and days and not any(overlaps(d, (time.earliest, time.latest)) for d in days):
            continue
        if _of_late_death(telling, trigger):
            continue
        stance = stance_of(trigger)
        if stance is not None:
            quote = _carrying(telling.sentence, trigger, time)
            value = Value(earliest=time.earliest, latest=time.latest, text=time.quote)
            yield Draft("date", quote, trigger.token.start, subject, value, f"{_READER}.when", stance)


def _is_named(mention: Mention) -> bool:
    """A name, or a phrase with one in it: "the Orvel fish market"."""
    return mention.form == "name" or any(word[:1].isupper() for word in mention.quote.split()[1:])


def _is_any(mention: Mention) -> bool:
    """ "a checkpoint", "their home": which one the words do not say."""
    return mention.quote.split()[0].lower() in ("a", "an", "his", "her", "their", "its", "one", "another")


def _where(telling: Telling, subject: Subject, *, named: bool, elsewhere: bool) -> Iterator[Draft]:
    """The places of one telling; one only described ("a checkpoint") where the report names none.

    Where somebody died of his wounds is not where he got them, if the report has another place for that.
    """
    for mention, trigger in telling.places:
        if elsewhere and _of_late_death(telling, trigger):
            continue
        if named and _is_any(mention) and not _is_named(mention):
            continue
        stance = stance_of(trigger)
        if stance is not None:
            quote = _carrying(telling.sentence, trigger, mention)
            value = Value(referent=mention.referent, text=mention.quote)
            yield Draft("place", quote, trigger.token.start, subject, value, f"{_READER}.where", stance)


def _carrying(sentence: SentenceView, trigger: Trigger, item: TimeRef | Mention) -> Quote:
    """The date or place with the incident's word, where they stand near; else the date or place alone."""
    first, last = sentence.token_at(item.start), sentence.token_at(item.end - 1)
    if item.sentence != sentence.sentence.index:
        return Quote(item.start, item.end, item.quote)
    if max(last, trigger.at) - min(first, trigger.at) > _REACH:
        return Quote(item.start, item.end, item.quote)
    return sentence.quote(min(first, trigger.at), max(last, trigger.at))
