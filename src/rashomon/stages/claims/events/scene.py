"""Days that a sentence has from the ones before it: those of a stay, or of the scene that was set for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.lexicon import word_set
from rashomon.model.annotation import TimeRef
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView
from rashomon.text.calendar import days_between

_BACK = 6
_OPENING = 6
_HARMFUL = frozenset({"attack", "killing", "disaster", "abduction"})


def borrowed_times(
    sentences: Sequence[SentenceView], at: int, triggers: Sequence[Trigger]
) -> Iterator[tuple[TimeRef, Trigger]]:
    """The days that earlier sentences give to what a sentence tells without a day of its own."""
    found = (
        next(_of_stay(sentences, at, triggers), None)
        or _of_there(sentences, at, triggers)
        or _of_scene(sentences, at, triggers)
    )
    if found is not None:
        yield found


def _of_stay(
    sentences: Sequence[SentenceView], at: int, triggers: Sequence[Trigger]
) -> Iterator[tuple[TimeRef, Trigger]]:
    """ "During his stay ... talks": the dates that an earlier sentence gives to the stay."""
    sentence = sentences[at]
    stay = next((n for n, t in enumerate(sentence.tokens) if _takes_up(sentence, n, t.lemma.lower())), None)
    if stay is None:
        return
    word = sentence.tokens[stay].lemma.lower()
    for earlier in reversed(sentences[max(0, at - _BACK) : at]):
        own = {n for n, t in enumerate(earlier.tokens) if t.lemma.lower() == word}
        for time in earlier.times:
            first = earlier.token_at(time.start)
            if time.type == "DATE" and time.earliest and own & set(earlier.up(first)):
                yield time, min(triggers, key=lambda t: abs(t.at - stay))
                return


def _of_there(
    sentences: Sequence[SentenceView], at: int, triggers: Sequence[Trigger]
) -> tuple[TimeRef, Trigger] | None:
    """ "From 3 to 5 May he was lodged in the capital. There he held talks": within the days of the stay."""
    first = sentences[at].tokens[0]
    met = next((t for t in triggers if t.type == "meeting"), None)
    if met is None or at == 0 or first.text.lower() != "there" or first.dep != "advmod" or sentences[at].times:
        return None
    before = sentences[at - 1]
    if before.sentence.paragraph != sentences[at].sentence.paragraph:
        return None
    for time in before.times:
        verb = next((n for n in before.up(before.token_at(time.start)) if before.tokens[n].pos == "VERB"), None)
        if (
            time.type == "DATE"
            and time.earliest
            and verb is not None
            and before.tokens[verb].lemma.lower() in word_set("scene.staying")
        ):
            return time, met
    return None


def _takes_up(sentence: SentenceView, at: int, word: str) -> bool:
    token = sentence.tokens[at]
    return (
        is_a(word, "stay")
        and token.pos == "NOUN"
        and token.dep == "pobj"
        and sentence.tokens[token.head].text.lower() in ("during", "throughout")
        and any(sentence.tokens[n].dep in ("poss", "det") for n in sentence.children[at])
    )


def _of_scene(
    sentences: Sequence[SentenceView], at: int, triggers: Sequence[Trigger]
) -> tuple[TimeRef, Trigger] | None:
    """ "On 12 April two men walked into the rally. The explosions killed 58": the scene's day is the attack's."""
    told = next((t for t in triggers if t.type in _HARMFUL), None)
    if told is None or at == 0 or sentences[at].times:
        return None
    before = sentences[at - 1]
    if before.sentence.paragraph != sentences[at].sentence.paragraph or not _follows(told):
        return None
    for time in before.times:
        first = before.token_at(time.start)
        narrow = time.type == "DATE" and days_between(time.earliest, time.latest) in (0, 1)
        verb = next((n for n in before.up(first) if before.tokens[n].pos == "VERB"), None)
        if (
            narrow
            and first < _OPENING
            and verb is not None
            and before.tokens[verb].lemma.lower() in word_set("scene.coming")
        ):
            return (time, told) if before.tokens[verb].tag == "VBD" else None
    return None


def _follows(told: Trigger) -> bool:
    """ "The explosions killed 58", "They opened fire", "Fourteen people were killed": not "An attack in May ..."."""
    sentence = told.sentence
    for n in (told.at, *sentence.kids(told.at, "nsubj", "nsubjpass")):
        if any(sentence.tokens[k].text.lower() in ("a", "an", "another") for k in sentence.kids(n, "det")):
            return False
    return True
