"""Times of a sentence that are none of when something happened, and what the words right behind a time make of it."""

from __future__ import annotations

import re

from rashomon.model.annotation import TimeRef
from rashomon.stages.claims.events.as_of import dates_toll, is_as_of
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.view import SentenceView

_DATELINE = 45
_AFTER_DATELINE = re.compile(
    r"\s*(\([A-Z][^()]{1,30}\)\s*)?(\.-|--|—|–|-)\s*(?=[A-Z\[“\"])|\s*\([A-Z]{2,}[^()]{0,25}\)"
)


def no_date(sentence: SentenceView, time: TimeRef) -> bool:
    """Whether a time is none of when something happened: a dateline, "since Monday", "as of Monday", how long after, a house."""
    if _in_dateline(sentence, time):
        return True
    first = sentence.token_at(time.start)
    since = first > 0 and sentence.tokens[first - 1].text.lower() == "since"
    return (
        (since and not opens_when(sentence, time))
        or is_as_of(sentence, first)
        or dates_toll(sentence, first)
        or _numbers_houses(sentence, time)
        or counts_from(sentence, time)
    )


def _in_dateline(sentence: SentenceView, time: TimeRef) -> bool:
    """ "ORVEL, Mar 15 (AGP).- Six people died": when it was written."""
    if time.start - sentence.sentence.start > _DATELINE:
        return False
    return bool(_AFTER_DATELINE.match(sentence.text, time.end, sentence.sentence.end))


def opens_when(sentence: SentenceView, time: TimeRef) -> bool:
    """ "since 1987, when soldiers killed", "on Monday when gunmen took him": the day of what the clause tells."""
    after = sentence.token_at(time.end - 1) + 1
    words = [t.text.lower() for t in sentence.tokens[after : after + 2]]
    return words == [",", "when"] or words[:1] == ["when"]


def counts_from(sentence: SentenceView, time: TimeRef) -> bool:
    """ "six months after a bombing": how long after, not when."""
    last = sentence.token_at(time.end - 1)
    after = sentence.tokens[last + 1].text.lower() if last + 1 < len(sentence) else ""
    return is_a(after, "after_word") and is_a(sentence.tokens[last].lemma.lower(), "span")


def _numbers_houses(sentence: SentenceView, time: TimeRef) -> bool:
    """ "the 2000 block of Mill Street" is no year."""
    after = sentence.token_at(time.end - 1) + 1
    return after < len(sentence) and sentence.tokens[after].text.lower() == "block"
