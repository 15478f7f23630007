"""Notes that leave out who speaks: "The governor was back on Monday. Told reporters that a tug had rammed the pier."."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.model.span import Span
from rashomon.stages.claims.attribution.cues import speech_forms
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.attribution.spoken_of import subject_of
from rashomon.stages.claims.view import SentenceView, View

_FINITE = parts.PAST | parts.PRESENT_OF_ONE | parts.PARTICIPLE


def find_elided(view: View) -> list[Found]:
    """Sentences that open with a verb of saying and have no subject: the words of whom the sentence before speaks of."""
    found = []
    for before, sentence in zip(view.sentences, view.sentences[1:], strict=False):
        near = before.sentence.paragraph == sentence.sentence.paragraph
        if near and _opens_with_saying(sentence) and (speaker := subject_of(view, before)) is not None:
            found.append(_found(before, sentence, speaker))
    return found


def _opens_with_saying(sentence: SentenceView) -> bool:
    first = sentence.tokens[0]
    if first.text.lower() not in speech_forms() or not first.is_a(_FINITE) or sentence.tokens[-1].text == "?":
        return False
    subject = sentence.subject(0)
    return len(sentence) > 3 and subject is None and first.head == 0


def _found(before: SentenceView, sentence: SentenceView, speaker: int) -> Found:
    """The speaker stands in the sentence before; the cue is the verb that opens this one."""
    content = _content_start(sentence)
    span = Span(sentence.tokens[content].start, sentence.tokens[-1].end)
    said = (Span(sentence.tokens[0].start, sentence.tokens[0].end),)
    source = spans_of(before, before.subtree(speaker))
    return Found(before.sentence.index, speaker, speaker, source, said, (span,), "asserted", direct=True)


def _content_start(sentence: SentenceView) -> int:
    """The word behind "that", or the first behind the verb and whom it told."""
    that = next((n for n, t in enumerate(sentence.tokens[1:6], start=1) if t.text.lower() == "that"), None)
    if that is not None and sentence.first(0, parts.OBJECT | parts.RECIPIENT) is not None:
        return that + 1
    return 1
