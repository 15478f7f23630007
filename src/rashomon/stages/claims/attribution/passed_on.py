"""Who has it from whom: "a woman has it from her husband, a driver, that ...", "He had this from a cousin", "She got it, she writes, from Tem Orlav"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.model import parts
from rashomon.model.claim import Attribution, ChainLink
from rashomon.model.span import Span
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.attribution.hearsay import TOLD_BY
from rashomon.stages.claims.attribution.speakers import describe
from rashomon.stages.claims.attribution.unlisted import can_speak
from rashomon.stages.claims.view import SentenceView, View

_HAS = frozenset({"have", "get", "hear", "learn"})
_THING = frozenset({"it", "this", "that", "all"})
_THROUGH = frozenset({"from", "through", "via"})
_PHRASE = parts.NOMINAL | parts.DETERMINER | parts.PRONOUN | parts.BETWEEN_NOUNS | parts.NUMBER | parts.PREPOSITION
_STOPS = frozenset({".", ":", ";", "and", "but", "who", "which", "whom"})
_MOUTH = frozenset({"mouth", "lip", "hand"})
_AGAIN = frozenset({"he", "she", "they", "i"})
_MOST = 4
_TOKENS_SAID = 4
"""Words of what may be said in between: ", she writes,"."""


@dataclass(frozen=True, slots=True)
class Passed:
    """One such clause: the verb, its "from", the giver's noun and words, and where what is passed on begins; None where it stands elsewhere."""

    verb: int
    link: int
    giver: int
    words: tuple[int, ...]
    told: int | None


def passed_on(sentence: SentenceView) -> Iterator[Passed]:
    """Every such clause of a sentence."""
    if _HAS.isdisjoint(sentence.said) or _THROUGH.isdisjoint(sentence.said):
        return
    for verb, token in enumerate(sentence.tokens[:-3]):
        if sentence.lemmas[verb] not in _HAS or sentence.words[verb + 1] not in _THING or not token.is_a(parts.VERB):
            continue
        link = _link_behind(sentence, verb + 2)
        words = _phrase(sentence, link + 1) if link is not None else ()
        giver = next((n for n in words if _is_head(sentence, n, words)), None)
        if giver is not None and sentence.lemmas[giver] in _MOUTH and (owner := sentence.owner(giver)) is not None:
            giver, words = owner, tuple(n for n in sentence.subtree(owner) if n <= owner)
        if link is not None and giver is not None and can_speak(sentence, giver):
            yield Passed(verb, link, giver, words, _told(sentence, words[-1] + 1))


def find_passed_on(sentence: SentenceView) -> Iterator[Found]:
    """The giver's word, and around it that of whoever has it: only where what is passed on stands in the sentence."""
    for one in passed_on(sentence):
        if one.told is None:
            continue
        end = next((n for n in range(one.told, len(sentence)) if sentence.words[n] in (";", ".")), len(sentence))
        said = spans_of(sentence, range(one.told, end))
        cue = spans_of(sentence, range(one.verb, one.verb + 2))
        who = sentence.doing_subject(one.verb)
        if who is not None and who < one.verb:
            source = spans_of(sentence, [n for n in sentence.subtree(who) if n < one.verb])
            around = (*spans_of(sentence, one.words), *said)
            yield Found(sentence.sentence.index, one.verb, who, source, cue, around, "asserted")
        given = spans_of(sentence, one.words)
        yield Found(
            sentence.sentence.index, one.link, one.giver, given, spans_of(sentence, [one.link]), said, "asserted"
        )


def around_passed(found: Sequence[Found], passed: Sequence[Found]) -> list[Found]:
    """The attributions of a sentence, those that hold "has it from X" made to hold what X said too."""
    return [replace(f, content=tuple(_widened(span, passed) for span in f.content)) for f in found]


def _widened(span: Span, passed: Sequence[Found]) -> Span:
    inside = [p for p in passed if any(span.start <= c.start < span.end <= p.content[0].start for c in p.cue)]
    return Span(span.start, inside[-1].content[-1].end) if inside else span


def had_later(view: View, one: Attribution) -> list[ChainLink]:
    """From whom the speaker has it, as the sentence behind tells: "He has this from a cousin, and the cousin has it from the radio."."""
    last = view.sentence_at(one.content[-1].end - 1) if one.content else None
    number = last.sentence.index + 1 if last is not None else 0
    if last is None or one.parent is not None or number >= len(view.sentences):
        return []
    after = view.sentences[number]
    if after.sentence.paragraph != last.sentence.paragraph:
        return []
    found: list[ChainLink] = []
    for passed in passed_on(after):
        who = after.doing_subject(passed.verb)
        if passed.told is not None or who is None or not (found or _is_speaker(view, after, who, one)):
            break
        found.append(_described(view, after, passed.giver, passed.words, passed.verb))
    return found


def had_before(view: View, one: Attribution) -> list[ChainLink]:
    """Who has it from the speaker, as the sentence before tells: "She had it from Hask. Hask told her that ..."."""
    here = view.sentence_at(one.cue[0].start) if one.cue else None
    if here is None or here.sentence.index == 0 or one.speaker is None:
        return []
    before = view.sentences[here.sentence.index - 1]
    if before.sentence.paragraph != here.sentence.paragraph:
        return []
    for passed in passed_on(before):
        who = before.doing_subject(passed.verb)
        giver = view.referent_at(before, passed.giver)
        if passed.told is None and who is not None and giver is not None and giver.id == one.speaker:
            return [
                _described(view, before, who, tuple(n for n in before.subtree(who) if n < passed.verb), passed.verb)
            ]
    return []


def told_in_turn(view: View, one: Attribution) -> list[ChainLink]:
    """Who told the speaker, of "A typist told a cousin of mine, who told me, that ...": the typist, the nearest first."""
    sentence = view.sentence_at(one.source[0].start) if one.source else None
    who = sentence.token_at(one.source[0].start) if sentence is not None else 0
    found: list[ChainLink] = []
    while sentence is not None and sentence.words[who] == "who" and len(found) < _MOST:
        teller = _teller_of(sentence, who)
        if teller is None:
            break
        if sentence.words[teller] != "who":
            words = tuple(n for n in sentence.subtree(teller) if n < sentence.tokens[teller].head)
            return [*found, _described(view, sentence, teller, words, sentence.tokens[teller].head)]
        who = teller
    return found


def _teller_of(sentence: SentenceView, who: int) -> int | None:
    """Who told it to the noun that a "who" stands for."""
    clause = next((n for n in sentence.up(who) if sentence.tokens[n].is_a(parts.RELATIVE_CLAUSE)), None)
    noun = sentence.tokens[clause].head if clause is not None else None
    if clause is None or noun is None or sentence.lemmas[clause] not in TOLD_BY:
        return None
    verb = sentence.tokens[noun].head
    told = sentence.tokens[noun].is_a(parts.OBJECT | parts.RECIPIENT) and sentence.lemmas[verb] in TOLD_BY
    return sentence.doing_subject(verb) if told else None


def _is_speaker(view: View, sentence: SentenceView, who: int, one: Attribution) -> bool:
    referent = view.referent_at(sentence, who)
    if referent is not None and one.speaker is not None:
        return referent.id == one.speaker
    return sentence.words[who] in _AGAIN


def _described(view: View, sentence: SentenceView, at: int, words: tuple[int, ...], verb: int) -> ChainLink:
    cue = spans_of(sentence, [verb])
    source = spans_of(sentence, words)
    name, kind, referent = describe(view, Found(sentence.sentence.index, verb, at, source, cue, (), "asserted"))
    return ChainLink(name, kind, referent, sentence.quote(verb, verb))


def _link_behind(sentence: SentenceView, at: int) -> int | None:
    """The "from" right behind, or behind ", she writes,"."""
    if sentence.words[at] in _THROUGH:
        return at
    if sentence.words[at] != ",":
        return None
    close = next(
        (n for n in range(at + 1, min(at + 2 + _TOKENS_SAID, len(sentence) - 1)) if sentence.words[n] == ","), None
    )
    return close + 1 if close is not None and sentence.words[close + 1] in _THROUGH else None


def _phrase(sentence: SentenceView, first: int) -> tuple[int, ...]:
    """The giver's noun phrase, a description between commas with it: "her husband, a driver,"."""
    last = first - 1
    while last + 1 < len(sentence) and _goes_on(sentence, last + 1):
        last += 1
    while last >= first and not sentence.tokens[last].is_a(parts.NOUN | parts.PRONOUN):
        last -= 1
    return tuple(range(first, last + 1))


def _goes_on(sentence: SentenceView, at: int) -> bool:
    word, token = sentence.words[at], sentence.tokens[at]
    if word in _STOPS or word == "that" or token.is_a(parts.VERB):
        return False
    aside = (
        word == ","
        and at + 1 < len(sentence)
        and sentence.tokens[at + 1].is_a(parts.DETERMINER)
        and sentence.words[at + 1] != "that"
    )
    return aside or token.is_a(_PHRASE)


def _is_head(sentence: SentenceView, at: int, words: tuple[int, ...]) -> bool:
    return (
        sentence.tokens[at].is_a(parts.NOUN | parts.PRONOUN) and not words[0] <= sentence.tokens[at].head <= words[-1]
    )


def _told(sentence: SentenceView, at: int) -> int | None:
    """Where what is passed on begins: behind "that" or a colon."""
    if at < len(sentence) - 2 and sentence.words[at] == ",":
        at += 1
    return at + 1 if at < len(sentence) - 2 and sentence.words[at] in ("that", ":") else None
