"""What a telling says of its deed beside what was told before: by which words it means it, and whom it befell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from rashomon.model import parts
from rashomon.model.annotation import Mention
from rashomon.model.tree import asked_once
from rashomon.stages.claims.events.deed_phrase import behind, by_the_way, held_for, is_new, own_words, words_before
from rashomon.stages.claims.events.lexicon import entries, is_a
from rashomon.stages.claims.events.targets import targets_of
from rashomon.stages.claims.events.tellings import Telling
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView
from rashomon.text.fold import fold
from rashomon.text.places import lookup

_HARM = frozenset({"killed", "injured", "shot", "kidnapped", "missing"})
_DEADLY = frozenset({"killed", "shot"})
_PERHAPS = 0.5


@asked_once
def described_by(telling: Telling) -> frozenset[str]:
    """The names and nouns by which a telling says which deed it means: "the ferry attack", "the shooting at the junction"; folded."""
    sentence = telling.sentence
    found = {n for t in telling.nouns for n in (*own_words(sentence, t.at), *words_before(sentence, t.at))}
    if not telling.nouns:
        found |= {k for t in telling.triggers for n in _undergone(sentence, t) for k in words_before(sentence, n)}
    named = [sentence.tokens[n] for n in found if sentence.tokens[n].is_a(parts.NAME | parts.COMMON_NOUN)]
    named = [t for t in named if (t.lemma.lower(), "N") not in entries() and not is_a(t.lemma, "span")]
    more = [t for t in named if not any(m.start <= t.start < m.end for m in _towns(telling))]
    return frozenset(fold(t.lemma) for t in more or named)


def _towns(telling: Telling) -> Iterator[Mention]:
    """The towns of a telling: of them its places say what there is to say."""
    tokens = telling.sentence.tokens
    for mention, _ in telling.places:
        first = telling.sentence.token_at(mention.start)
        if lookup(mention.quote) or (
            mention.form == "name" and first and tokens[first - 1].text.lower() in ("in", "near")
        ):
            yield mention


def _undergone(sentence: SentenceView, trigger: Trigger) -> tuple[int, ...]:
    frame = sentence.frame(trigger.at)
    return frame.undergoers.fillers if frame is not None else ()


@asked_once
def _words_of(sentence: SentenceView) -> frozenset[str]:
    return frozenset(fold(t.lemma) for t in sentence.tokens if t.is_a(parts.NAME | parts.COMMON_NOUN))


def spoken_there(group: Sequence[Telling], telling: Telling, others: Sequence[Sequence[Telling]]) -> float:
    """1 where a group's sentences have a word by which a telling says which deed it means; -1 where only another deed's have one.

    What a report says of something else, "the officers", "the union", tells no deed from another.
    """
    own = described_by(telling)
    if not own:
        return 0.0
    if any(own & _words_of(t.sentence) for t in group if t.sentence is not telling.sentence):
        return 1.0
    return -1.0 if _is_said_of_any(telling, own, others) else 0.0


def _is_said_of_any(telling: Telling, own: frozenset[str], groups: Sequence[Sequence[Telling]]) -> bool:
    """Whether any telling in another sentence has one of the words; asked once for all the groups that a telling is held against."""
    key = (_is_said_of_any, len(groups), sum(map(len, groups)))
    if key not in telling.answers:
        told = (t for group in groups for t in group if t.sentence is not telling.sentence)
        telling.answers[key] = any(own & _words_of(t.sentence) for t in told)
    return bool(telling.answers[key])


class Victims(NamedTuple):
    """Those whom a deed befell: by name, by noun where it says more than "people", and how many at most (None: unknown)."""

    named: frozenset[str]
    nouns: frozenset[str]
    most: float | None


NOBODY = Victims(frozenset(), frozenset(), None)


@asked_once
def victims_in(telling: Telling, of_deed: bool) -> Victims:
    """Whom a telling tells to have come to harm; `of_deed`: only whom a noun of its deed names, or what somebody is held for."""
    sentence = telling.sentence
    told = [t for t in telling.triggers if not of_deed or (_names_deed(t) and t.entry.frame != "refer")]
    own = [f for f in telling.figures if f.harm in _HARM and f.trigger in told]
    heads = {f.victim for f in own} | {n for t in told for name, n in targets_of(t) if name == "victim"}
    heads |= {n for t in told if t.entry.frame == "of" for n in behind(sentence, t.at, "of")}
    if not heads:
        return NOBODY
    people = (sentence.mention_at(n) for n in heads)
    nouns = {sentence.tokens[n].lemma.lower() for n in heads if sentence.tokens[n].is_a(parts.COMMON_NOUN)}
    numbers = [1.0 if f.sort == "single" else f.value.number for f in own]
    several = any(sentence.tokens[n].is_a(parts.PLURAL_NOUN) for n in heads)
    unknown = None in numbers or (several and not numbers)
    return Victims(
        frozenset(m.referent for m in people if m is not None and m.referent and m.type == "person"),
        frozenset(w for w in nouns if not is_a(w, "anyone")),
        None if unknown else max([n for n in numbers if n] or [1.0]),
    )


def _names_deed(trigger: Trigger) -> bool:
    return trigger.noun or held_for(trigger.sentence, trigger.at) is not None


def befell_others(group: Sequence[Telling], telling: Telling) -> float:
    """How plainly a deed named by a noun befell others than a group's: 1 where it was one by name, and another one there."""
    new, old = victims_in(telling, True), [v for t in group if (v := victims_in(t, False)) != NOBODY]
    if new == NOBODY or not old or any(new.named & v.named or new.nouns & v.nouns for v in old):
        return 0.0
    if any(v.most is None for v in old):
        return 0.0
    most = max(v.most or 0.0 for v in old)
    if new.most is not None and new.most > most and (new.named or new.nouns):
        return 1.0  # a bare "that makes seven dead" counts on
    if not all(v.named or v.nouns for v in old) or not (new.named or new.nouns):
        return 0.0
    one_of_many = new.most == 1.0 and most > max(1, len({n for v in old for n in v.named | v.nouns}))
    return _PERHAPS if one_of_many and all(is_a(t.entry.word, "loose") for t in telling.triggers) else 1.0


def told_of_others(group: Sequence[Telling], telling: Telling) -> bool:
    """Whether other people are told to have died than in a group: "killed the traders", after villagers."""
    new, old = _dead(telling), [v for t in group for v in _dead(t)]
    if not new or not old or any(v != NOBODY and not (v.named or v.nouns) for v in (*new, *old)):
        return False
    return not any(v.named & w.named or v.nouns & w.nouns for v in new for w in old)


@asked_once
def _dead(telling: Telling) -> tuple[Victims, ...]:
    """The dead that a telling tells of afresh, each figure by itself."""
    own = [f for f in telling.figures if f.harm in _DEADLY and f.sort != "toll" and not f.other]
    return tuple(victims_in(replace(telling, figures=(f,), triggers=(f.trigger,)), False) for f in own)


@asked_once
def of_record(telling: Telling) -> float:
    """How plainly a deed is what somebody is held for by the way: "X, who is wanted for the killing of Y", "was also charged with"."""
    sentence = telling.sentence
    nouns = [t.at for t in telling.triggers if t.noun]
    told = [by_the_way(sentence, held_for(sentence, n)) if is_new(sentence, n) else 0.0 for n in nouns]
    return min(told, default=0.0)
