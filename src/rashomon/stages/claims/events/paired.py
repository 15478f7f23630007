"""Several deeds in one plural, each with where it was: "the bombings of the market and a bus", "at the mill on 3 May and on the ferry later"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from rashomon.model import parts
from rashomon.model.annotation import Mention, TimeRef
from rashomon.stages.claims.events.apart import Places, Times
from rashomon.stages.claims.events.deed_phrase import words_before
from rashomon.stages.claims.events.figure import Figure
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.setting_words import AT, is_setting
from rashomon.stages.claims.events.targets import is_settlement
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView
from rashomon.text.calendar import Interval, days_between

Stretch = tuple[int, int]
Deed = tuple[Trigger, Times, Places]
_WITHIN = parts.DETERMINER | parts.NUMBER | parts.ADJECTIVE | parts.NOUN | parts.PARTICLE | parts.MARK
_REACH, _FEWEST = 30, 2


def deeds_in(before: Sequence[SentenceView], trigger: Trigger, times: Times, figures: Sequence[Figure]) -> list[Deed]:
    """The deeds of a plural noun, each with its own day and places; none where the plural, or a sentence `before`, tells them as one.

    The first goes by the noun itself, the others by what they were done in.
    """
    sentence = trigger.sentence
    if not _is_plural(sentence, trigger) or any(f.trigger.at == trigger.at for f in figures):
        return []
    found = list(_stretches(sentence, trigger.at)) or list(_compounds(sentence, trigger.at))
    if len(found) < _FEWEST or _on_one_day(sentence, trigger, found, times) or _are_towns(sentence, found):
        return []
    if _told_as_one(before, {sentence.tokens[head].lemma.lower() for head, _ in found}):
        return []
    inside = {n for _, where in found for n in range(*where)}
    of_all = [x for x in times if x[1].at == trigger.at and sentence.token_at(x[0].start) not in inside]
    named = (trigger, *(replace(trigger, at=head) for head, _ in found[1:]))
    return [
        (one, _times_in(sentence, one, where) or [(x, one) for x, _ in of_all], _places_in(sentence, one, where))
        for one, (_, where) in zip(named, found, strict=True)
    ]


def _is_plural(sentence: SentenceView, trigger: Trigger) -> bool:
    token, word = trigger.token, trigger.entry.word
    return (
        trigger.noun
        and trigger.entry.frame != "refer"
        and token.is_a(parts.PLURAL)
        and not is_a(word, "plural_form")
        and not is_a(word, "loose")
    )


def _are_towns(sentence: SentenceView, found: Sequence[tuple[int, Stretch]]) -> bool:
    """ "raids in Dovra and Tolm": towns behind one preposition, without days of their own, are where one operation was."""
    apart = [sentence.words[where[0]] in (*AT, ",") for _, where in found[1:]] + [
        bool(_days(sentence, where)) for _, where in found
    ]
    return not any(apart) and not any(is_setting(sentence.tokens[head].lemma.lower()) for head, _ in found)


def _on_one_day(sentence: SentenceView, trigger: Trigger, found: Sequence[tuple[int, Stretch]], times: Times) -> bool:
    """ "The attacks on a bank and a church on Monday": one deed, unless each has a day of its own; so are those of a headline."""
    own = [{(t.earliest, t.latest) for t in _days(sentence, where)} for _, where in found]
    if sum(map(bool, own)) == len(found) and len(set.union(*own)) > 1:
        return False
    counted = any(q.head == trigger.at for q in sentence.quantities)
    undated = any(t.quote.lower().endswith("day") and not (t.earliest or t.latest) for t in sentence.times)
    narrow = undated or any(days_between(x.earliest, x.latest) in (0, 1) for x, t in times if t.at == trigger.at)
    parted = sum(map(bool, own)) == 1 and bool(own[0])
    return sentence.sentence.block in ("headline", "subhead") or (narrow and not counted and not parted)


def _told_as_one(before: Sequence[SentenceView], heads: Set[str]) -> bool:
    """ "Gunmen stormed the bank and the school on Monday", told before: one day for both."""
    return any(heads <= {*s.lemmas} and len(_narrow(s)) == 1 for s in before)


def _narrow(sentence: SentenceView) -> set[Interval | str]:
    """The days that a sentence gives, by their words where they have no date."""
    days = (t for t in sentence.times if t.type == "DATE")
    told = ((t.earliest, t.latest) if t.earliest or t.latest else t.quote for t in days)
    return {d for d in told if isinstance(d, str) or days_between(*d) in (0, 1)}


def _stretches(sentence: SentenceView, at: int) -> Iterator[tuple[int, Stretch]]:
    """Each deed's head and tokens behind the noun: "at the mill on 3 May", "and on the ferry"."""
    opened, first, head = at + 1, at + 1, None
    if opened < len(sentence) and sentence.tokens[opened].text == ",":
        opened += 1
    if opened >= len(sentence) or sentence.tokens[opened].text.lower() not in AT:
        return
    found: list[tuple[int, Stretch]] = []
    head, end = head_behind(sentence, opened + 1)
    while head is not None:
        stop = _next_joint(sentence, end)
        found.append((head, (first, stop)))
        first = stop + 1
        joined = first < len(sentence) and sentence.words[stop] in ("and", ",")
        firm = joined and (sentence.words[stop] == "and" or sentence.words[first] in ("and", *AT))
        first += joined and sentence.words[first] == "and"
        behind = first + (first < len(sentence) and sentence.words[first] in AT)
        head, end = head_behind(sentence, behind) if joined else (None, end)
        if not firm and sentence.words[end + 1 : end + 2] not in (("and",), (",",)):
            break  # "..., the ministry said"
    yield from found if len(found) >= _FEWEST else ()


def head_behind(sentence: SentenceView, first: int) -> tuple[int | None, int]:
    """The head of the plain noun phrase that begins at a token, where it names where a deed may be done, and its last token."""
    last = first
    starts = (*(t.start for t in sentence.times), *(q.start for q in sentence.quantities))
    opens = {sentence.token_at(n) for n in starts} - {first}
    opens |= {
        n for n in range(first + 1, len(sentence)) if sentence.tokens[n].is_a(parts.DETERMINER)
    }  # "in a bus an explosion"
    while last < len(sentence) and last - first < _REACH and last not in opens and _is_within(sentence, last):
        last += 1
    last -= 1
    if last < first or not sentence.tokens[last].is_a(parts.NAME | parts.COMMON_NOUN):
        return None, first
    return (last if _is_where(sentence, last) else None), last


def _is_within(sentence: SentenceView, at: int) -> bool:
    token = sentence.tokens[at]
    joined = at > 0 and sentence.tokens[at - 1].end == token.start  # "a Tolm-bound bus"
    return (token.is_a(_WITHIN) or joined) and token.text not in (",", ";", ":", ".", "(", ")", "“", "”", '"')


def _is_where(sentence: SentenceView, at: int) -> bool:
    mention = sentence.mention_at(at)
    place = mention is not None and mention.type == "place" and mention.form != "pronoun"
    return is_setting(sentence.tokens[at].lemma.lower()) or place or is_settlement(sentence, at)


def _next_joint(sentence: SentenceView, end: int) -> int:
    """The token behind a deed's phrase: the "and" or comma, past its town and its day; else the first that is none of these."""
    n = end + 1
    while n < len(sentence):
        token = sentence.tokens[n]
        in_time = any(t.start <= token.start < t.end for t in sentence.times)
        phrase = token.text.lower() in ("in", "on", "near") and n + 1 < len(sentence)
        if token.text.lower() in ("and", ",") or not (in_time or phrase or _is_within(sentence, n)):
            return n
        n += 1
    return n


def _compounds(sentence: SentenceView, at: int) -> Iterator[tuple[int, Stretch]]:
    """ "the market and bus bombings": the words before the noun, joined by "and"."""
    joined = at > 2 and sentence.tokens[at - 2].text.lower() == "and"
    heads = (at - 3, at - 1) if joined else ()
    if all(is_setting(sentence.tokens[n].lemma.lower()) for n in heads) and at - 1 in [
        *words_before(sentence, at),
        at - 1,
    ]:
        yield from ((n, (n, n + 1)) for n in heads)


def _days(sentence: SentenceView, where: Stretch) -> list[TimeRef]:
    within = range(*where)
    return [t for t in sentence.times if sentence.token_at(t.start) in within and t.type == "DATE"]


def _times_in(sentence: SentenceView, trigger: Trigger, where: Stretch) -> Times:
    return tuple((t, trigger) for t in _days(sentence, where) if t.earliest or t.latest)


def _places_in(sentence: SentenceView, trigger: Trigger, where: Stretch) -> Places:
    within = range(*where)
    named = (m for m in sentence.mentions if m.type == "place" and m.form != "pronoun" and m.head in within)
    return tuple((m, trigger) for m in named if not _is_adjective(sentence, m))


def _is_adjective(sentence: SentenceView, mention: Mention) -> bool:
    """ "a Tolm-bound bus": where it was going, not where it was."""
    return (
        sentence.text[mention.end : mention.end + 1] == "-" or sentence.text[mention.start - 1 : mention.start] == "-"
    )
