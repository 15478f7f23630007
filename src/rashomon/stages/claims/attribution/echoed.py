"""Whose words a headline quotes without saying so: of whoever says the same in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.claim import Attribution
from rashomon.model.span import Quote
from rashomon.stages.claims.attribution.quotations import Quotation, find_quotations
from rashomon.stages.claims.view import View
from rashomon.text.fold import fold_words


def with_headlines(view: View, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, those whose direct words a headline quotes with the headline's words beside their own."""
    found = list(attributions)
    for speech in find_quotations(view):
        if not _is_open(view, speech, attributions):
            continue
        words = fold_words(view.text[speech.start : speech.end])
        again = next((n for n, a in enumerate(found) if a.direct and _says(a, words)), None)
        if again is not None:
            quoted = Quote.cut(view.text, speech.start, speech.end)
            found[again] = replace(found[again], content=(quoted, *found[again].content))
    return found


def _is_open(view: View, speech: Quotation, attributions: Sequence[Attribution]) -> bool:
    """True for a quotation in a headline that nobody is said to say there."""
    sentence = view.sentence_at(speech.start)
    if not speech.speech or sentence is None or sentence.sentence.block != "headline":
        return False
    return not any(q.start < speech.end and speech.start < q.end for a in attributions for q in a.content)


def _says(one: Attribution, words: str) -> bool:
    return any(words in fold_words(q.quote) for q in one.content)
