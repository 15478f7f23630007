"""Rules laid on the frames of a sentence: what each finds there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rashomon.lexicon import words as words_of
from rashomon.lexicon.frames import Entry
from rashomon.model import parts
from rashomon.model.claim import ChainLink, Property
from rashomon.model.clause import Frame
from rashomon.stages.claims.accusations import lexicon
from rashomon.stages.claims.accusations.accused import Accused, kinds_at, speaker_link
from rashomon.stages.claims.rules import (
    abetting,
    accusations,
    before_the_law,
    blaming,
    commanding,
    harming,
    helping,
    ordering,
    pointing,
    suspecting,
)
from rashomon.stages.claims.rules.all_fits import TESTS
from rashomon.stages.claims.rules.deed_fits import stands_behind
from rashomon.stages.claims.rules.doing import owners
from rashomon.stages.claims.rules.places import senses, standing
from rashomon.stages.claims.rules.records import Need, Rule
from rashomon.stages.claims.view import SentenceView, View

_KINDS = (accusations, helping, commanding, harming, before_the_law, pointing, ordering, abetting, blaming, suspecting)


@cache
def _by_class() -> dict[str, tuple[Rule, ...]]:
    found: dict[str, tuple[Rule, ...]] = {}
    for rule in (r for kind in _KINDS for r in kind.RULES):
        for cls in rule.wakes:
            found[cls] = (*found.get(cls, ()), rule)
    return found


def match(view: View, sentence: SentenceView, at: int) -> Iterator[tuple[Rule, Accused]]:
    """What the rules find at a token: each rule that fires, with whom it accuses."""
    for frame, entry in senses(sentence, at):
        for rule in _by_class().get(entry.cls, ()):
            owned = owners(sentence, at) if entry.roles.get(rule.who) == "doer" else ()
            words = meets(sentence, frame, entry, rule) if owned or _is_said(sentence, frame, rule) else None
            if words is None or any(fitting(sentence, frame, entry, bar) for bar in rule.bars):
                continue
            links = _links(view, sentence, frame, entry, rule)
            words = _but_speaker(sentence, frame, entry, rule, words)
            for who in standing(sentence, frame, entry, rule.who) or owned:
                if _may_be_told(sentence, rule, who, words):
                    grade = _grade(sentence, rule, words)
                    yield rule, Accused(grade, at, who, (at, who, *words), rule.stance, None, links, rule.ahead)


def _but_speaker(
    sentence: SentenceView, frame: Frame, entry: Entry, rule: Rule, words: tuple[int, ...]
) -> tuple[int, ...]:
    """The words that meet a rule's needs without whoever says so, who is quoted apart: "Molen accused X of it"."""
    if rule.speaker in (None, rule.who):
        return words
    spoken = standing(sentence, frame, entry, rule.speaker or "")
    return tuple(n for n in words if n not in spoken)


def _may_be_told(sentence: SentenceView, rule: Rule, who: int, words: tuple[int, ...]) -> bool:
    """Whether a rule is about somebody: whoever is all that it needs of him; where it needs nothing, whoever is none of its words."""
    asked = [TESTS[need.test](sentence, who) for need in rule.needs if need.place == rule.who]
    return all(asked) if asked else who not in words


def _is_said(sentence: SentenceView, frame: Frame, rule: Rule) -> bool:
    """Whether a frame says something: with a helping verb, or as a participle of somebody who is told of and not hurt there."""
    if frame.outright or rule.reduced or not frame.passive:
        return frame.outright or rule.reduced or (rule.speaker is not None and _is_said_beside(sentence, frame))
    hurt = {n for f in sentence.verbs if f.at < frame.at and kinds_at(sentence, f.at) for n in f.undergoers.fillers}
    return bool(frame.doers.fillers) or bool(set(frame.undergoers.fillers) - hurt)


def _is_said_beside(sentence: SentenceView, frame: Frame) -> bool:
    """Of "Orsic, blaming the rebels, left", "with the union blaming the army": somebody says it all the same."""
    token = sentence.tokens[frame.at]
    beside = token.is_a(parts.NOUN_CLAUSE | parts.ADVERBIAL_CLAUSE) or sentence.doing_subject(frame.at) is not None
    return not frame.passive and token.is_a(parts.GERUND) and beside and bool(frame.doers.fillers)


def _grade(sentence: SentenceView, rule: Rule, words: tuple[int, ...]) -> Property:
    if rule.gives != "label":
        return rule.gives
    if any(_is_suspected(sentence, n) for word in words for n in (word, *_members(sentence, word))):
        return "suspect"
    if any(stands_behind(sentence, n) for n in words):
        return "organizer"
    kinds = lexicon.labels()
    lemmas = (sentence.tokens[n].lemma.lower() for word in words for n in (word, *_members(sentence, word)))
    before_court = any(sentence.tokens[n].text.lower() == "accused" for n in words)
    return "charge" if before_court else next((kinds[w].property for w in lemmas if w in kinds), "perpetrator")


def _is_suspected(sentence: SentenceView, at: int) -> bool:
    """Of "one of the suspected attackers"."""
    frame = sentence.state(at)
    return frame is not None and any(sentence.tokens[n].text.lower() in ("suspected", "presumed") for n in frame.named)


def _members(sentence: SentenceView, at: int) -> tuple[int, ...]:
    """Of "one of the gunmen" the gunmen."""
    frame = sentence.state(at)
    return frame.oblique("of") if frame is not None else ()


def meets(sentence: SentenceView, frame: Frame, entry: Entry, rule: Rule) -> tuple[int, ...] | None:
    """The tokens that meet a rule's needs; None where one is not met."""
    found: list[int] = []
    for need in rule.needs:
        held = fitting(sentence, frame, entry, need)
        if not held:
            return None
        found.extend(held)
    either = [n for need in rule.any_of for n in fitting(sentence, frame, entry, need)]
    return None if rule.any_of and not either else (*found, *dict.fromkeys(either))


def fitting(sentence: SentenceView, frame: Frame, entry: Entry, need: Need) -> list[int]:
    """The first token in a need's place that passes its test, or nothing."""
    test = TESTS[need.test]
    first = next((n for n in standing(sentence, frame, entry, need.place) if test(sentence, n)), None)
    return [] if first is None else [first]


def _links(view: View, sentence: SentenceView, frame: Frame, entry: Entry, rule: Rule) -> tuple[ChainLink, ...]:
    if rule.speaker is None:
        return ()
    able = (
        n
        for n in standing(sentence, frame, entry, rule.speaker)
        if sentence.tokens[n].lemma.lower() not in words_of("en-mute.txt")
    )
    spoken = list(able)[:1]
    return tuple(
        speaker_link(sentence, n, r.id if (r := view.referent_at(sentence, n)) is not None else None) for n in spoken
    )
