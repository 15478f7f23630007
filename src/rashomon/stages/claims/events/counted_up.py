"""Whether a figure is counted up over many incidents: "so far this year", "318 were killed in 2015", "each year"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rashomon.model.annotation import Mention, TimeRef
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.events.apart import Places, Times
from rashomon.stages.claims.events.figure import Figure
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView
from rashomon.text.calendar import days_between
from rashomon.text.places import lookup

_YEAR = 360
_MONTHS = 60
_COUNTED_UP = re.compile(
    r"\b(so far this (year|month)|this year so far|(each|every|per) (year|month|day)"
    r"|(during|over) the (period|years|decades) (following|since|of|after|between|from)"
    r"|(more|fewer) \w+ .{0,60}\bthan (in|during) (the (year|month|previous|same)|(19|20)\d\d)"
    r"|in recent (years|months)|over the (past|last) (\w+ )?(years|months|decade)|on average|year to date"
    r"|since (the (start|beginning) of|january|(19|20)\d\d(?!, wh)|\w+day|the \w+ (began|started|broke))"
    r"|(two|three|four|five|six|seven|\d+) (events|incidents|cases|attacks|strikes|raids|acts|killings|shootings|bombings)"
    r"\b.{0,40}\b(together|altogether|combined|in all)\b)",
    re.IGNORECASE,
)


def is_over_time(sentence: SentenceView, group: Sequence[Trigger]) -> bool:
    """ "so far this year", "each year": a figure counted up over many incidents; a noun with an article is one of them."""
    found = _COUNTED_UP.search(sentence.text, sentence.sentence.start, sentence.sentence.end)
    since = found is not None and found[0].lower().startswith("since")
    if found is None or (
        since and (any(t.harm == "missing" for t in group) or all(t.entry.frame == "bare" for t in group))
    ):
        return False  # "since Tuesday the ministry says 64": that is since when it says so
    if found[0].endswith(("together", "combined", "all")):
        return True
    return not any(t.noun and sentence.child(t.at, "det") is not None for t in group)


def is_of_a_year(group: Sequence[Trigger], times: Times, figures: Sequence[Figure], places: Places) -> bool:
    """ "318 people were killed in 2015": a year's figure, where no word names one incident."""
    own = {t.at for t in group}
    wide = [days_between(x.earliest, x.latest) or 0 for x, t in times if t.at in own]
    if _between_days(group[0].sentence) and any(f.sort == "stated" and f.trigger.at in own for f in figures):
        return True
    if any(_told_of_one(t) or _at_one_spot(t) for t in group) or any(
        t.at in own and _is_one_spot(t.sentence, m) for m, t in places
    ):
        return False
    if any(f.trigger.at in own and _done_to_some(f, places) for f in figures):
        return False
    stated = any(f.sort == "stated" and f.trigger.at in own for f in figures)
    return stated and bool(wide) and min(wide) > _YEAR and not any(_names_one(t) for t in group)


def _done_to_some(figure: Figure, places: Places) -> bool:
    """ "In Orvel in 1998 gendarmes shot 22 miners": somebody did it in a town, to people of one kind; not "police shot 40 people"."""
    sentence, verb = figure.trigger.sentence, figure.trigger.at
    frame, victim = sentence.frame(verb), sentence.tokens[figure.victim].lemma.lower()
    kind = not any(is_a(victim, anyone) for anyone in ("anybody", "anyone")) and figure.value.number is not None
    if frame is None or not kind or not any(is_human(sentence, n) for n in frame.doers.fillers):
        return False
    return any(t.at == verb and _is_town(m) for m, t in places)


def _is_town(place: Mention) -> bool:
    known = lookup(place.quote)
    return place.form == "name" and not (known and known[0].kind in ("country", "world", "region"))


def _is_one_spot(sentence: SentenceView, place: Mention) -> bool:
    """ "sixteen children burned at Orvel in 2009", "died in a fire at an orphanage": at one spot, once; not "in the country"."""
    first = sentence.token_at(place.start)
    if place.sentence != sentence.sentence.index or not first:
        return False
    first -= sentence.tokens[first - 1].text.lower() == "the"
    before = sentence.tokens[first - 1].text.lower() if first else ""
    return before == "at" or (before == "on" and is_a(sentence.tokens[place.head].lemma.lower(), "on_spot"))


def _at_one_spot(trigger: Trigger) -> bool:
    """ "three dockers were shot dead at a gate in 2019": at one spot by the verb's own words, be it no place of the map."""
    frame = trigger.sentence.frame(trigger.at)
    return frame is not None and bool(frame.oblique("at", "outside", "aboard"))


def _names_one(trigger: Trigger) -> bool:
    """ "the raid", "Orvel's bombing"; not "singled out for murder"."""
    if not trigger.noun or trigger.entry.frame == "refer":
        return False
    return any(
        trigger.sentence.tokens[n].dep in ("det", "poss", "compound") for n in trigger.sentence.children[trigger.at]
    )


def _between_days(sentence: SentenceView) -> bool:
    """ "Between Jan. 1 and Dec. 1", "from May to December 15": counted over months, not told of one deed."""
    days = [t for t in sentence.times if t.type == "DATE" and t.earliest and t.latest]
    for first, last in pairwise(days):
        words = {sentence.text[first.end : last.start].strip().lower(), _word_before(sentence, first)}
        apart = days_between(first.earliest, last.latest)
        if (
            words in ({"and", "between"}, {"to", "from"}, {"until", "from"})
            and apart is not None
            and abs(apart) > _MONTHS
        ):
            return True
    return False


def _word_before(sentence: SentenceView, time: TimeRef) -> str:
    at = sentence.token_at(time.start)
    return sentence.tokens[at - 1].text.lower() if at else ""


def _told_of_one(trigger: Trigger) -> bool:
    """ "Las Palmas, where 43 people were killed in 1987", "the bomb which killed 17 in 2009": told of one thing or place."""
    token = trigger.token
    return token.dep == "relcl" and not is_a(trigger.sentence.tokens[token.head].lemma.lower(), "span")
