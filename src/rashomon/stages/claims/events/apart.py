"""Whether words of one sentence, or a word and what was told before it, speak of two incidents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.model import parts
from rashomon.model.annotation import Mention, TimeRef
from rashomon.stages.claims.events.deed_phrase import aside_of, held_for, is_new, own_words, words_before
from rashomon.stages.claims.events.earlier import is_since_then
from rashomon.stages.claims.events.figure import Figure
from rashomon.stages.claims.events.lexicon import entries, is_a
from rashomon.stages.claims.events.targets import targets_of
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView
from rashomon.text.calendar import Interval, days_between, overlaps
from rashomon.text.fold import fold
from rashomon.text.places import contains

Times = Sequence[tuple[TimeRef, Trigger]]
Places = Sequence[tuple[Mention, Trigger]]


def told_apart(
    sentence: SentenceView, a: Sequence[Trigger], b: Sequence[Trigger], times: Times, places: Places,
    figures: Sequence[Figure],
) -> bool:  # fmt: skip
    """Whether two groups of words in one sentence tell of two incidents."""
    ats, bts = {t.at for t in a}, {t.at for t in b}
    if _speaks_of_more(a) != _speaks_of_more(b) and a[0].noun and b[0].noun:
        return True
    if is_another(sentence, a[0]) != is_another(sentence, b[0]):
        return True
    if a[0].noun and b[0].noun and any(_measured_from(sentence, t) for t in (a[0], b[0])):
        return True
    if any(_is_avenged(sentence, t) for t in (a[0], b[0])) or _two_of_them(sentence, a[0], b[0]):
        return True
    if _came_before(sentence, a[0]) != _came_before(sentence, b[0]) or _on_record(sentence, a, b):
        return True
    days = [[(x.earliest, x.latest) for x, t in times if t.at in s] for s in (ats, bts)]
    if days[0] and days[1] and not any(overlaps(x, y) for x in days[0] for y in days[1]):
        return True
    where = [[m for m, t in places if t.at in s] for s in (ats, bts)]
    if where[0] and where[1] and not any(may_be_one_place(x.quote, y.quote) for x in where[0] for y in where[1]):
        return True
    counted = [any(f.trigger.at in s and f.sort == "stated" for f in figures) for s in (ats, bts)]
    if two_victims(a, b, figures):
        return True
    if _each_for_itself(sentence, a[0], b[0]):
        return True
    joined = any(sentence.tokens[t.at].dep == "conj" and t.noun for t in b)
    return joined and (all(counted) or _each_its_town(a, b, where))


def _say_otherwise(sentence: SentenceView, a: Trigger, b: Trigger) -> bool:
    """Whether two nouns go by words of their own: "the bus bombing", "the attack on the convoy near Brod"."""
    own = [_words_of(sentence, t.at) for t in (a, b)]
    return a.noun and b.noun and all(own) and own[0].isdisjoint(own[1])


def _words_of(sentence: SentenceView, at: int) -> set[str]:
    """The names and nouns, lower case, that say which deed a noun means."""
    tokens = (sentence.tokens[n] for n in (*own_words(sentence, at), *words_before(sentence, at)))
    return {t.lemma.lower() for t in tokens if t.is_a(parts.NAME | parts.COMMON_NOUN)}


def _each_for_itself(sentence: SentenceView, a: Trigger, b: Trigger) -> bool:
    """ "for the attack on the church, and for the killing of Ada Brenn": one preposition twice, and each its own words."""
    if not (a.noun and b.noun) or a.entry.word == b.entry.word:
        return False
    before = [_phrase_opener(sentence, t.at) for t in (a, b)]
    if None in before or before[0] != before[1]:
        return False
    return _say_otherwise(sentence, a, b)


def _phrase_opener(sentence: SentenceView, at: int) -> str | None:
    """The preposition behind which a noun stands, in text."""
    first = next(
        (n for n in range(at - 1, max(-1, at - _PHRASE), -1) if sentence.tokens[n].is_a(parts.PREPOSITION)), None
    )
    return sentence.tokens[first].text.lower() if first is not None else None


_PHRASE = 5


def _each_its_town(a: Sequence[Trigger], b: Sequence[Trigger], where: Sequence[Sequence[Mention]]) -> bool:
    """ "the bombing in Karsova and the shooting in Tolm": two words, each with a name of its own for where."""
    here, there = ({fold(m.quote) for m in side if m.form == "name"} for side in where)
    return bool(here and there) and not here & there and {t.entry.word for t in a}.isdisjoint(t.entry.word for t in b)


def _on_record(sentence: SentenceView, a: Sequence[Trigger], b: Sequence[Trigger]) -> bool:
    """Whether one of two groups is what somebody named beside the other is held for, and told of for the first time."""
    for one, other in ((a, b), (b, a)):
        law = held_for(sentence, one[0].at) if one[0].noun else None
        # "the killing" takes up what it stands behind
        bare = other[0].noun and not own_words(sentence, other[0].at) and not any(words_before(sentence, other[0].at))
        if law is not None and not bare and (is_new(sentence, one[0].at) or _say_otherwise(sentence, one[0], other[0])):
            clause = aside_of(sentence, law)
            if clause is not None and clause not in sentence.up(other[0].at) and clause != other[0].at:
                return True
    return False


def _came_before(sentence: SentenceView, trigger: Trigger) -> int | None:
    """The clause, opened by "hours after" or "a week before", in which a word stands: what it tells was another time."""
    for n in (trigger.at, *sentence.up(trigger.at)):
        mark = sentence.opener(n)
        if mark and is_a(sentence.tokens[mark].text.lower(), "after_word") and _is_measured(sentence, mark):
            return n
    return None


def _is_measured(sentence: SentenceView, mark: int) -> bool:
    return is_a(sentence.tokens[mark - 1].lemma.lower(), "span")


def _speaks_of_more(triggers: Sequence[Trigger]) -> bool:
    """A plural of incidents; explosions may all be of one siege."""
    return any(t.several and not is_a(t.entry.word, "burst") for t in triggers)


def two_victims(a: Sequence[Trigger], b: Sequence[Trigger], figures: Sequence[Figure]) -> bool:
    """ "murdering Hugo Olland, and the murder of Ivo Sarn": two words of killing, each with one person of its own."""
    own = [[f for f in figures if f.trigger in s and f.harm == "killed" and f.sort == "single"] for s in (a, b)]
    if not all(own) or not any(f.trigger.noun for side in own for f in side):
        return False
    return {f.victim for f in own[0]}.isdisjoint(f.victim for f in own[1])


def _is_avenged(sentence: SentenceView, trigger: Trigger) -> bool:
    """ "bombed the port in revenge for an ambush": the ambush came first and was elsewhere."""
    token = sentence.tokens[trigger.at]
    if not trigger.noun or token.dep != "pobj":
        return False
    return is_a(sentence.tokens[sentence.tokens[token.head].head].lemma.lower(), "revenge")


def _two_of_them(sentence: SentenceView, a: Trigger, b: Trigger) -> bool:
    """ "an ambush on a bus and a suicide attack in the south": each with an article of its own."""
    if (
        not (a.noun and b.noun)
        or sentence.tokens[b.at].dep != "conj"
        or sentence.tokens[b.at].head not in sentence.subtree(a.at)
    ):
        return False
    return all(any(sentence.tokens[n].text.lower() in ("a", "an") for n in sentence.kids(t.at, "det")) for t in (a, b))


def _measured_from(sentence: SentenceView, trigger: Trigger) -> bool:
    """ "came six months after a bombing": the one from which the time is counted."""
    token = sentence.tokens[trigger.at]
    if token.dep != "pobj" or not token.head or not is_a(sentence.tokens[token.head].text.lower(), "after_word"):
        return False
    return is_a(sentence.tokens[token.head - 1].lemma.lower(), "span")


def is_another(sentence: SentenceView, trigger: Trigger) -> bool:
    """ "another attack", "a similar shooting", "last week's bombing": an incident beside the one at hand."""
    if is_other_one(sentence, trigger.at) or is_since_then(sentence, trigger.at):
        return True
    return _on_another(trigger) or _comes_before(sentence, trigger) or is_compared(sentence, trigger)


def is_compared(sentence: SentenceView, trigger: Trigger) -> bool:
    """ "compared it to the bombing of a school", "much like the raid at Orvel", "echoed the shelling of": what it is measured by.

    What stands before the comparison is the one at hand.
    """
    if not trigger.noun:
        return False
    at = trigger.at
    while sentence.tokens[at].dep == "conj" and sentence.tokens[at].head < at:
        at = sentence.tokens[at].head
    token = sentence.tokens[at]
    over = sentence.tokens[token.head]
    if token.dep == "dobj":
        return is_a(over.lemma.lower(), "compared")
    if token.dep != "pobj" or over.text.lower() not in ("to", "with", "of", "like", "unlike"):
        return False
    return is_a(over.lemma.lower(), "compared") or is_a(sentence.tokens[over.head].lemma.lower(), "compared")


def is_other_one(sentence: SentenceView, at: int) -> bool:
    """ "another attack", "a separate incident"."""
    return any(_is_other(sentence, n) for n in sentence.children[at])


def _is_other(sentence: SentenceView, at: int) -> bool:
    return is_a(sentence.tokens[at].text.lower(), "other_one") and sentence.tokens[at].dep in ("amod", "det")


def _on_another(trigger: Trigger) -> bool:
    """ "raided two other villages", "another bridge was blown up": what was attacked is another thing, not another victim."""
    if trigger.noun:
        return False
    heads = [n for name, n in targets_of(trigger) if name == "target"]
    tokens = trigger.sentence.tokens
    return any(
        _is_other(trigger.sentence, k) and tokens[k].text.lower() != "last"
        for n in heads
        for k in trigger.sentence.children[n]
    )


def _comes_before(sentence: SentenceView, trigger: Trigger) -> bool:
    """ "This happened hours after the guards were murdered", "the attacks took place a day after the raid": what came first."""
    token = sentence.tokens[trigger.at]
    if trigger.noun:
        measured, over = _measured_from(sentence, trigger), sentence.tokens[token.head].head
    else:
        mark = next((n for n in sentence.kids(trigger.at, "mark", "prep") if n < trigger.at), 0)
        after = mark > 0 and is_a(sentence.tokens[mark].text.lower(), "after_word")
        measured, over = after and is_a(sentence.tokens[mark - 1].lemma.lower(), "span"), token.head
    if not measured or not is_a(sentence.tokens[over].lemma.lower(), "light_verb"):
        return False
    return any(
        sentence.tokens[n].text.lower() in ("this", "that", "it")
        or (sentence.tokens[n].lemma.lower(), "N") in entries()
        for n in sentence.kids(over, "nsubj", "nsubjpass")
    )


def may_be_one_place(a: str, b: str) -> bool:
    """Whether two place names may stand for one place: one in the other, or one not known to be elsewhere."""
    x, y = fold(a), fold(b)
    if x in y or y in x:
        return True
    return contains(a, b) is not False or contains(b, a) is not False


def part_by_days(group: Sequence[Trigger], times: Times) -> list[list[Trigger]]:
    """ "21 died in one town on 3 May, 11 in another on 9 May": words with a day each that exclude one another are parted.

    A word without a day goes with the one before it, or with the first.
    """
    ordered = sorted(group, key=lambda t: t.at)
    parts: list[list[Trigger]] = [[]]
    days: list[Interval] = []
    for trigger in ordered:
        own = [
            (x.earliest, x.latest) for x, t in times if t.at == trigger.at and days_between(x.earliest, x.latest) == 0
        ]
        if own and days and not any(overlaps(a, b) for a in own for b in days):
            parts.append([])
            days = []
        days = days or own
        parts[-1].append(trigger)
    return parts


def tells_of_several(sentence: SentenceView, group: Sequence[Trigger], times: Times, places: Places) -> bool:
    """A plural of incidents; "a string of attacks on Sunday" on villages of one region is told as one.

    So are two explosions, but for those of a month or of two towns.
    """
    own = {t.at for t in group}
    days = [days_between(x.earliest, x.latest) for x, t in times if t.at in own]
    one_day = (
        any(d in (0, 1) for d in days)
        or _LASTED.search(sentence.text, sentence.sentence.start, sentence.sentence.end) is not None
    )
    towns = {m.quote for m, t in places if t.at in own and m.form == "name"}
    within = any(t.noun and not t.several and t.entry.frame != "refer" for t in group)  # the explosions of one siege
    burst = ((one_day or not days) and len(towns) < 2) or within
    return any(t.several and not (is_a(t.entry.word, "burst") and burst) and not (t.generic and one_day) for t in group)


_LASTED = re.compile(
    r"\b(lasted|lasting|went on for|over|within|in the space of)\b.{0,20}\b(hours?|minutes)\b", re.IGNORECASE
)
