"""Figures over several incidents at once: "in separate shootings across the city", "weekend death toll"."""

from __future__ import annotations

import re

from rashomon.stages.claims.events.figure import Figure
from rashomon.stages.claims.view import SentenceView

_NOUNS = r"(?:shootings|incidents|homicides|killings|stabbings|murders|slayings|crimes|crime scenes|gun attacks)"
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}|a dozen|dozens of)"
_SEVERAL = re.compile(
    rf"\b(?:separate|unrelated|isolated|various|multiple|{_NUMBER}(?: different| other| separate)?) (?:\w+ )?{_NOUNS}\b"
    rf"|\b(?:{_NOUNS}|(?:gun )?violence|gunfire) (?:over ?night )?(?:across|throughout|around|all over|citywide)\b"
    rf"|\b(?:series|string|spate|rash|wave) of (?:\w+ )?{_NOUNS}\b"
    rf"|\b(?:weekend|overnight|citywide|holiday|\w+day(?: night)?)(?:['’]s)? (?:\w+ )?{_NOUNS}\b"
    r"|\bweekend(?:['’]s)? (?:\w+ ){0,2}(?:violence|death toll|toll)\b|\bweekend of (?:\w+ )?violence\b",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"\b(?:one of|among|latest|first|another|after|since|to|connected|linked|related)\b[^,.;]{0,30}$", re.IGNORECASE
)
_SHORT = ("headline", "subhead", "caption")
_LOOSE = ("oprd", "xcomp", "acomp", "ccomp", "conj", "acl", "advcl", "amod", "pcomp")


def is_over_several(figure: Figure) -> bool:
    """Whether the clause of a figure speaks of several incidents, so that the figure is a total over them."""
    sentence = figure.trigger.sentence
    if figure.sort not in ("stated", "toll") or figure.value.number is None:
        return False
    if _adds_up(figure):
        return True
    start = sentence.tokens[0].start
    words = sentence.text[start : sentence.tokens[-1].end].replace("\n", " ")
    for found in _SEVERAL.finditer(words):
        if _ONE.search(words, 0, found.start()):
            continue
        first, last = (sentence.token_at(start + n) for n in (found.start(), found.end() - 1))
        if sentence.sentence.block in _SHORT or _right_behind(words[: found.start()], figure, start):
            return True
        if _hangs_on(sentence, range(first, last + 1), figure):
            return True
    return False


def _adds_up(figure: Figure) -> bool:
    """ "With the five who died on the Alba, 76 have now been killed": those told of first, and others."""
    sentence = figure.trigger.sentence
    opened = [t.text.lower() for t in sentence.tokens[:2]] == ["with", "the"]
    before = [q for q in sentence.quantities if q.token < min(figure.first, 8) and q.number and q.head <= figure.first]
    return opened and any((q.number or 0) < (figure.value.number or 0) for q in before)


def _right_behind(before: str, figure: Figure, start: int) -> bool:
    """ "Twenty were stabbed, two fatally, in separate incidents": nothing else between."""
    end = figure.trigger.sentence.tokens[figure.last].end - start
    return re.fullmatch(r"[\s,—–-]*(?:\w+ ){0,2}(?:in|during|by)(?: a)? ", before[end:]) is not None


def _hangs_on(sentence: SentenceView, words: range, figure: Figure) -> bool:
    """Whether words stand in the clause of a figure's verb: below it or below the verb it is joined to, or its subject."""
    verb = figure.trigger.at
    over = {verb, figure.victim}
    climbs = (*_LOOSE, "pobj", "dobj", "prep") if figure.trigger.noun else _LOOSE
    while sentence.tokens[verb].dep in climbs and sentence.tokens[verb].head != verb:
        verb = sentence.tokens[verb].head
        over.add(verb)
    if sentence.tokens[verb].dep == "relcl" and sentence.tokens[verb].head in words:
        return True
    for n in words:
        for above in sentence.up(n):
            if above in over:
                return True
            if sentence.tokens[above].dep in ("relcl", "ccomp", "advcl"):
                break
    return False
