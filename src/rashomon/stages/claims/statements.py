"""What speakers say that fits no other property: each sentence of what somebody is reported to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model.claim import Attribution, Stance, Subject, Value
from rashomon.model.span import Quote
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.stance import local_stance
from rashomon.stages.claims.view import SentenceView, View

_MARKS = " \t\n\"“”''``«»,;:-–—"
_WORDS = 3


def find_statements(view: View, told: Told, attributions: Sequence[Attribution]) -> tuple[Draft, ...]:
    """A statement for each sentence of an attribution's content that says something of somebody."""
    cues = {(c.start, a.id): a for a in attributions for c in a.cue}
    nested = {start for start, _ in cues}
    drafts = []
    for attribution in attributions:
        for sentence, quote in _pieces(view, attribution):
            at = _predicate(sentence, quote, attribution.direct or _is_raised(view, attribution))
            if at is not None and not _only_tells(sentence, at, nested, attribution):
                drafts.append(_draft(view, told, attribution, sentence, quote, at))
    return tuple(drafts)


def _pieces(view: View, attribution: Attribution) -> Iterator[tuple[SentenceView, Quote]]:
    """The stretches of a content, one for each sentence; a subject parted from its verb by the cue comes with it."""
    spans = [(q.start, q.end) for q in attribution.content]
    if _is_raised(view, attribution):
        spans = [(spans[0][0], spans[1][1])]
    for start, end in spans:
        sentence = view.sentence_at(start)
        while sentence is not None and sentence.sentence.start < end:
            first, last = max(start, sentence.sentence.start), min(end, sentence.sentence.end)
            quote = _clean(view, first, last)
            if len(quote.quote.split()) >= _WORDS:
                yield sentence, quote
            number = sentence.sentence.index + 1
            sentence = view.sentences[number] if number < len(view.sentences) else None


def _is_raised(view: View, attribution: Attribution) -> bool:
    """True for "He was alleged to be ...": cue between subject and infinitive, and no speaker."""
    if attribution.direct or len(attribution.content) != 2:
        return False
    first, last = attribution.content[0], attribution.content[1]
    between = view.text[first.end : last.start].strip()
    return bool(attribution.cue) and between == attribution.cue[0].quote and last.quote.startswith("to ")


def _clean(view: View, start: int, end: int) -> Quote:
    """The words without quotation marks at the ends and without the "that" that brings them."""
    text = view.text
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and (text[end - 1] in _MARKS or text[end - 1] in ".!?"):
        end -= 1
    if text[start:end].lower().startswith("that "):
        start += 5
    return Quote.cut(text, start, end)


def _predicate(sentence: SentenceView, quote: Quote, direct: bool) -> int | None:
    """The highest verb (or verbless predicate) in a stretch, or None where it says nothing of anybody."""
    inside = [n for n, t in enumerate(sentence.tokens) if quote.start <= t.start < quote.end]
    held = set(inside)
    tops = [n for n in inside if sentence.tokens[n].head == n or sentence.tokens[n].head not in held]
    for n in tops:
        if sentence.tokens[n].pos in ("VERB", "AUX") and (direct or _says_of(sentence, n)):
            return n
    for n in tops:
        if sentence.tokens[n].pos == "ADJ" and sentence.child(n, "nsubj", "nummod", "advmod") is not None:
            return n
    return None


def _says_of(sentence: SentenceView, verb: int) -> bool:
    """True for a verb with a subject of its own, or one shared with a verb beside it."""
    if sentence.child(verb, "nsubj", "nsubjpass", "expl", "csubj", "attr") is not None:
        return True
    return sentence.tokens[verb].dep == "conj" and _says_of(sentence, sentence.tokens[verb].head)


def _only_tells(sentence: SentenceView, at: int, nested: set[int], attribution: Attribution) -> bool:
    """True where the stretch is itself no more than another's word: the inner attribution has its own statement."""
    token = sentence.tokens[at]
    own = {c.start for c in attribution.cue}
    low = min([token.start, *(sentence.tokens[n].start for n in sentence.kids(at, "aux", "neg", "advmod"))])
    return any(low <= start <= token.start for start in nested - own)


def _draft(view: View, told: Told, attribution: Attribution, sentence: SentenceView, quote: Quote, at: int) -> Draft:
    occurrence = told.occurrence_at(quote.start, quote.end)
    subject = sentence.child(at, "nsubj", "nsubjpass")
    about = view.referent_at(sentence, subject) if subject is not None else None
    return Draft(
        "statement",
        quote,
        sentence.tokens[at].start,
        Subject(occurrence.id if occurrence else None, about.id if about else None),
        Value(text=quote.quote),
        "statements",
        _stance(sentence, at),
        (),
        attribution,
    )


def _stance(sentence: SentenceView, at: int) -> Stance:
    """What the words themselves take back; a question or plan is said as surely as anything."""
    return local_stance(sentence, at) or "asserted"
