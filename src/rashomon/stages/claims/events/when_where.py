"""Which date and which place belong to which word of an incident, by syntax first and by nearness after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.lexicon import words
from rashomon.model.annotation import Mention, TimeRef
from rashomon.stages.claims.events.beside import of_clause_beside, of_its_scene
from rashomon.stages.claims.events.court_days import or_of_court
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.locating import locates, outermost
from rashomon.stages.claims.events.lost_days import find_lost, is_bare_weekday, of_what_followed, or_of_verb
from rashomon.stages.claims.events.no_dates import counts_from, no_date, opens_when
from rashomon.stages.claims.events.persons import is_person
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView
from rashomon.text.calendar import contains, month_end, overlaps

_VERBAL = ("VERB", "AUX")
_NEAR = 14
_IN_FRONT = 2
_WITH_YEAR = re.compile(r"\b(19|20)\d\d\b")


def times_of(sentence: SentenceView, triggers: Sequence[Trigger]) -> Iterator[tuple[TimeRef, Trigger]]:
    """The dated times of a sentence, each with the incident's word that it dates."""
    at = {t.at: t for t in triggers}
    found = []
    for time in sentence.times:
        if time.type not in ("DATE", "TIME") or not (time.earliest or time.latest):
            continue
        if counts_from(sentence, time) and (then := of_what_followed(sentence, time, at)) is not None:
            found.append((time, then))
        elif not no_date(sentence, time) or _since_missing(sentence, time, at) is not None:
            time = _closed(time) if opens_when(sentence, time) else time
            time = _first_day(time) if _since_missing(sentence, time, at) is not None else time
            owner = _of_clause(sentence, time, at) or _since_missing(sentence, time, at)
            owner = owner or owner_of(sentence, sentence.token_at(time.end - 1), at, sentence.token_at(time.start))
            owner = owner or _of_broken_clause(sentence, time, triggers)
            owner = or_of_verb(sentence, time, owner, at) if owner is not None else find_lost(sentence, time, at)
            owner = or_of_court(sentence, time, owner, at)
            owner = of_its_scene(sentence, owner, at) if owner is not None else None
            if owner is not None and owner.harm != "hospital" and owner.entry.word != "toll":
                found.append((time, owner))
    found = [x for x in found if not any(_is_later_death(y, x) for y in found)]
    yield from (x for x in found if not any(_explains(y[0], x[0]) for y in found if y[1] is x[1]))


def _since_missing(sentence: SentenceView, time: TimeRef, triggers: dict[int, Trigger]) -> Trigger | None:
    """ "missing since March 3", "in custody since 3 March": the day from which somebody was gone, or held, is the day it happened."""
    at = sentence.token_at(time.start)
    since = sentence.tokens[at - 1] if at > 1 and sentence.tokens[at - 1].text.lower() == "since" else None
    near = (triggers.get(n) for n in (at - 2, since.head)) if since is not None else ()
    return next((t for t in near if t is not None and (t.harm == "missing" or t.type == "arrest")), None)


def _of_broken_clause(sentence: SentenceView, time: TimeRef, triggers: Sequence[Trigger]) -> Trigger | None:
    """ "On 3 March a lorry ploughed into a crowd": a day in front that the parse hung on no verb is the first deed's."""
    first = sentence.token_at(time.start)
    if first > _IN_FRONT or any(sentence.frame(n) is not None for n in sentence.up(first)):
        return None
    return triggers[0] if triggers and triggers[0].at > first else None


def _first_day(time: TimeRef) -> TimeRef:
    """Of "since March 3" the third itself."""
    return (
        time
        if time.latest is not None or time.earliest is None
        else _closed(replace(time, timex=time.timex or time.earliest))
    )


def _is_later_death(first: tuple[TimeRef, Trigger], other: tuple[TimeRef, Trigger]) -> bool:
    """ "Two of the miners hurt on Monday died on Tuesday": the later day is that of their death, not of what hurt them."""
    (when, what), (then, death) = first, other
    dies = death.entry.word in ("die", "succumb") and what.entry.word not in ("die", "succumb") and what is not death
    hurt = what.type not in ("arrest", "hearing", "conviction", "meeting")
    return dies and hurt and bool(when.latest and then.earliest) and str(when.latest)[:10] < str(then.earliest)[:10]


def _closed(time: TimeRef) -> TimeRef:
    """ "since 1987, when ...": the year itself, not all that came after."""
    if time.latest is not None or not time.timex or not time.timex[:4].isdigit():
        return time
    year, month = int(time.timex[:4]), time.timex[5:7]
    last = f"{year}-12-31"
    if month.isdigit():
        last = time.timex[:10] if len(time.timex) >= len(last) else month_end(year, int(month)).isoformat()
    return replace(time, latest=last)


def _of_clause(sentence: SentenceView, time: TimeRef, triggers: dict[int, Trigger]) -> Trigger | None:
    """The word of the clause that a "when" opens right behind the time."""
    if not opens_when(sentence, time):
        return None
    after = sentence.token_at(time.end - 1) + 1
    return next((triggers[n] for n in range(after, len(sentence)) if n in triggers), None)


def _explains(full: TimeRef, other: TimeRef) -> bool:
    """ "A year ago today, on 12 May 2021": the date with its year tells which day the words beside it mean.

    So does the month in "August of this year".
    """
    if full is not other and 0 <= other.start - full.end <= len(" of ") and full.earliest and other.earliest:
        return contains((other.earliest, other.latest), (full.earliest, full.latest))
    if (
        full is not other
        and is_bare_weekday(other, full)
        and not overlaps((full.earliest, full.latest), (other.earliest, other.latest))
    ):
        return True
    years = [bool(_WITH_YEAR.search(t.quote)) for t in (full, other)]
    days = [(t.earliest, t.latest) for t in (full, other)]
    return years == [True, False] and "ago" in other.quote and not overlaps(*days)


def _where_it_happened(sentence: SentenceView, mention: Mention, triggers: dict[int, Trigger]) -> Trigger | None:
    """ "Las Palmas, where soldiers killed nine", "the blast that hit Orvel": the place's own clause."""
    if mention.type != "place":
        return None
    head = outermost(sentence, sentence.token_at(mention.start), sentence.token_at(mention.end - 1))
    for verb in sentence.kids(head, "relcl"):
        marked = any(sentence.tokens[n].text.lower() == "where" for n in sentence.kids(verb, "advmod", "mark"))
        found = next((triggers[n] for n in sentence.subtree(verb) if n in triggers), None)
        if marked and found is not None:
            return found
    if sentence.tokens[head].dep in ("poss", "compound"):
        above = sentence.tokens[head].head
        head = above if is_a(sentence.tokens[above].lemma.lower(), "place_head") else head
    head = _whole(sentence, head)
    over = sentence.tokens[head].head
    if sentence.tokens[head].dep == "dobj" and over in triggers and not triggers[over].noun:
        return triggers[over] if is_a(sentence.tokens[over].lemma.lower(), "befall") else None
    if sentence.tokens[head].dep == "dobj" and is_a(sentence.tokens[over].lemma.lower(), "befall"):
        return _of_light_verb(sentence, over, triggers)
    return None


def _whole(sentence: SentenceView, at: int) -> int:
    """ "the northern suburb of X", "a market in X": the noun that a verb's object is."""
    over = sentence.tokens[sentence.tokens[at].head]
    if over.text.lower() not in ("of", "in", "near", "outside"):
        return at
    whole = sentence.tokens[over.head].lemma.lower()
    return over.head if any(is_a(whole, kind) for kind in ("place_head", "facility", "site")) else at


def places_of(sentence: SentenceView, triggers: Sequence[Trigger]) -> Iterator[tuple[Mention, Trigger]]:
    """The places of a sentence, each with the incident's word that it locates."""
    at = {t.at: t for t in triggers}
    for mention in sentence.mentions:
        known = _where_it_happened(sentence, mention, at)
        if known is not None:
            yield mention, known
        elif mention.form != "pronoun" and locates(sentence, mention):
            owner = owner_of(sentence, mention.head, at, sentence.token_at(mention.start))
            if owner is not None and owner.harm != "hospital" and not _is_served_there(sentence, mention, owner):
                yield mention, of_its_scene(sentence, owner, at)


def owner_of(sentence: SentenceView, at: int, triggers: dict[int, Trigger], first: int) -> Trigger | None:
    """The incident's word that a phrase belongs to; `at` is its head, `first` its first word; None where it is nobody's."""
    tokens = sentence.tokens
    noun = _noun_before(sentence, first, triggers)
    below = at
    for steps, above in enumerate(sentence.up(outermost(sentence, first, at))):
        # "before dawn in Y" tells the hour; "after the funeral in Y" another event.
        if steps and is_a(tokens[above].text.lower(), "after_word") and not is_a(tokens[below].lemma.lower(), "hour"):
            return noun
        below = above
        if above in triggers:
            return _nearer(triggers[above], noun)
        if tokens[above].pos in _VERBAL:
            return (
                noun or _of_light_verb(sentence, above, triggers) or of_clause_beside(sentence, above, triggers, first)
            )
        if tokens[above].pos in ("NOUN", "PROPN") and is_person(sentence, above):
            return _whose(sentence, above, triggers)
    return noun


def _whose(sentence: SentenceView, person: int, triggers: dict[int, Trigger]) -> Trigger | None:
    """A date or place hung on somebody is the incident's only where he is its victim: not "the chief in Erbil"."""
    token = sentence.tokens[person]
    if token.dep in ("dobj", "nsubjpass", "nsubj"):
        return triggers.get(token.head)
    over = sentence.tokens[token.head]
    if token.dep == "pobj" and (over.text.lower() == "of" or over.dep == "agent"):
        return triggers.get(over.head)
    if token.dep == "pobj" and over.text.lower() in ("on", "at", "into"):
        verbs = (over.head, sentence.tokens[over.head].head)
        return next((triggers[n] for n in verbs if n in triggers and not triggers[n].noun), None)
    return None


def _nearer(found: Trigger, noun: Trigger | None) -> Trigger:
    """A noun right before wins over a verb of another kind further up: "arrested over the blast on Monday"."""
    if noun is not None and noun.type != found.type and noun.noun and noun.at > found.at:
        return noun
    return found


def _noun_before(sentence: SentenceView, first: int, triggers: dict[int, Trigger]) -> Trigger | None:
    """The incident's noun that stands before, with no verb in between."""
    for n in range(first - 1, max(-1, first - _NEAR), -1):
        if n in triggers and triggers[n].noun:
            return None if _in_front(sentence, n, first) else triggers[n]
        token = sentence.tokens[n]
        if token.pos in _VERBAL and token.text.isalpha():
            return None
        if token.text in (";", ":", '"', "“", "”") or token.pos == "SCONJ":
            return None
    return None


def _in_front(sentence: SentenceView, noun: int, first: int) -> bool:
    """ "Only hours before his arrest, the court in X reduced": a phrase of time ahead of the clause that a place stands in."""
    above = list(sentence.up(noun))
    over = next((n for n in above if sentence.frame(n) is not None), None)
    commas = any(t.text == "," for t in sentence.tokens[noun + 1 : first])
    measured = any(is_a(sentence.tokens[n].text.lower(), "after_word") for n in above)
    return over is not None and over > first and commas and measured


def _of_light_verb(sentence: SentenceView, verb: int, triggers: dict[int, Trigger]) -> Trigger | None:
    """ "The shooting happened on Sunday", "was the target of an attack": the verb's own subject or object."""
    if is_a(sentence.tokens[verb].lemma.lower(), "speech_verb"):
        return None
    light = is_a(sentence.tokens[verb].lemma.lower(), "light_verb") and not _takes_up(sentence, verb)
    for n in sentence.kids(verb, "nsubj", "nsubjpass", "dobj", "attr"):
        if n in triggers and (light or sentence.tokens[n].dep == "nsubjpass"):
            return triggers[n]
    if light and sentence.tokens[verb].dep in ("relcl", "acl") and sentence.tokens[verb].head in triggers:
        return triggers[sentence.tokens[verb].head]
    joined = next((triggers[n] for n in sentence.kids(verb, "conj") if n in triggers), None)
    state = next((triggers[n] for n in sentence.kids(verb, "oprd", "acomp", "advcl") if light and n in triggers
                  and (sentence.tokens[n].dep != "advcl" or triggers[n].harm == "missing")), None)  # fmt: skip
    return joined or state or _cleft(sentence, verb, triggers)


def _takes_up(sentence: SentenceView, verb: int) -> bool:
    """ "took up most of the session", "took an hour": only what "took place" or "took lives" happened there."""
    if sentence.tokens[verb].lemma.lower() != "take":
        return False
    taken = {sentence.tokens[n].lemma.lower() for n in sentence.kids(verb, "dobj")}
    return not any(is_a(word, "taken") for word in taken)


def _cleft(sentence: SentenceView, verb: int, triggers: dict[int, Trigger]) -> Trigger | None:
    """ "On 3 May it was the Palm hotel where 19 people were killed": what the clause behind "it was" tells."""
    it = any(sentence.tokens[n].text.lower() == "it" for n in sentence.kids(verb, "nsubj"))
    if not it or sentence.tokens[verb].lemma.lower() != "be":
        return None
    return next((triggers[n] for n in sentence.subtree(verb) if n in triggers and n > verb), None)


def _is_served_there(sentence: SentenceView, mention: Mention, owner: Trigger) -> bool:
    """Of "sentenced to nine years in a prison": where the years are served, not where the court sat."""
    return owner.entry.type == "conviction" and sentence.tokens[mention.head].lemma.lower() in words("en-custody.txt")
