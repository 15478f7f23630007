"""What a speaker says without a clause: words between quotation marks, what is denied, a figure that somebody speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.lexicon.nouns import is_person_noun
from rashomon.model import parts
from rashomon.model.claim import Attribution, Subject, Value
from rashomon.model.span import Quote, Span
from rashomon.stages.claims.attribution.agreement import head_of
from rashomon.stages.claims.attribution.cues import verb_cue
from rashomon.stages.claims.attribution.marks import ALL
from rashomon.stages.claims.attribution.quotations import find_quotations
from rashomon.stages.claims.attribution.vouching import is_nobody, vouches
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.stance import under
from rashomon.stages.claims.statement_stances import left_by
from rashomon.stages.claims.view import SentenceView, View

_EDGES = ALL + " \t\n`,;:.!-–—"
_WORDS = 2
_NEGATIVE = frozenset({"negate", "no-object", "prevent"})
"""What makes a statement a negative one: "no sign of a fight" is asserted."""


def find_worded(
    view: View, told: Told, attributions: Sequence[Attribution], drafts: Sequence[Draft]
) -> tuple[Draft, ...]:
    """A statement for what somebody says that nothing else was read from and that makes no clause.

    Of "called it “an attack on all”", "denied the payment" and "spoke of 23 bodies" the thing itself is what is said.
    """
    taken = [(d.quote.start, d.quote.end) for d in drafts]
    found: dict[tuple[int, int], Draft] = {}
    for one in attributions:
        for sentence, whole, core in _pieces(view, one):
            if _is_taken(taken, core):
                continue
            words = _clean(view, core) if _is_taken(taken, whole) else whole
            place = (words.start, words.end)
            if place not in found or _size(one) < _size(found[place].attribution):
                found[place] = _draft(view, told, one, sentence, words, core)
    return tuple(found.values())


def _pieces(view: View, one: Attribution) -> Iterator[tuple[SentenceView, Quote, Span]]:
    """The stretches of a content that say something without a clause, each with the words that do."""
    if not one.source or not one.cue or is_nobody(one) or _shows(view, one):
        return
    speaks = vouches(view, one) and _is_someone(view, one)
    for content in one.content:
        sentence = view.sentence_at(content.start)
        if sentence is None:
            continue
        words = _clean(view, Span(content.start, min(content.end, sentence.sentence.end)))
        if _is_asked(words) or (len(words.quote.split()) < _WORDS and not _stands_before(one, words)):
            continue
        marked = find_quotations(view).touching(words.start, words.end)
        inside = (q for q in marked if q.start >= content.start and q.end <= content.end)
        said = next((q for q in inside if len(view.text[q.start : q.end].split()) >= _WORDS), None)
        if said is not None:
            yield sentence, words, said.span
        elif speaks and (_is_account(one, words) or _counts(sentence, words)):
            last = max(q.end for q in (*one.cue, *one.source))
            whole = Quote.cut(view.text, words.start, last) if _stands_before(one, words) else words
            yield sentence, whole, Span(words.start, words.end)


def _is_account(one: Attribution, words: Quote) -> bool:
    """True for what is denied or alleged in more than a bare noun: "the existence of this payment", not "the criticism"."""
    return one.stance in ("denied", "alleged") and (_stands_before(one, words) or len(words.quote.split()) > _WORDS)


def _is_asked(words: Quote) -> bool:
    """True for a question; "We stay, understand?" says that they stay."""
    last = words.quote.rstrip(ALL + " ")
    return last.endswith("?") and len(last.rpartition(",")[2].split()) > 1


def _is_taken(taken: Sequence[tuple[int, int]], words: Span | Quote) -> bool:
    return any(start < words.end and words.start < end for start, end in taken)


def _stands_before(one: Attribution, words: Quote) -> bool:
    """True for "a death which the group denies"."""
    return one.stance == "denied" and words.end <= one.cue[0].start


def _shows(view: View, one: Attribution) -> bool:
    """True for "videos showed", "the case revealed": what is seen, not said."""
    sentence = view.sentence_at(one.cue[-1].start)
    cue = verb_cue(sentence.tokens[sentence.token_at(one.cue[-1].start)]) if sentence is not None else None
    return cue is not None and cue.group == "show"


def _is_someone(view: View, one: Attribution) -> bool:
    """True for a person, a body or a paper as source: nobody else has words."""
    referent, head = view.referents.get(one.speaker or ""), head_of(view, one)
    if referent is not None:
        return referent.type in ("person", "organization", "document")
    return head is not None and (
        one.kind not in ("person", "anonymous") or is_person_noun(head.sentence.tokens[head.at])
    )


def _counts(sentence: SentenceView, words: Quote) -> bool:
    """True for "23 bodies", "10,000": a number and what is counted, no clause and no time."""
    inside = sentence.inside(words)
    number = any(sentence.tokens[n].is_a(parts.NUMBER) for n in inside)
    timed = any(time.start < words.end and words.start < time.end for time in sentence.times)
    return number and not timed and not sentence.has_verb(inside)


def _clean(view: View, part: Span) -> Quote:
    """The words without "that" before them and without marks at the ends, unless a mark's pair lies within."""
    text, start, end = view.text, part.start, part.end
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if text[start:end].lower().startswith("that "):
        start += 5
    if end < part.end and text[end] in ALL and sum(c in ALL for c in text[start:end]) % 2:
        end += 1
    return Quote.cut(text, start, end)


def _size(one: Attribution | None) -> int:
    return sum(q.end - q.start for q in one.content) if one is not None else 0


def _draft(view: View, told: Told, one: Attribution, sentence: SentenceView, words: Quote, core: Span) -> Draft:
    occurrence = told.occurrence_at(words.start, words.end)
    inside = sentence.inside(core)
    held = set(inside)
    at = next((n for n in inside if sentence.tokens[n].head not in held or sentence.tokens[n].head == n), inside[0])
    about = view.referent_at(sentence, at)
    subject = Subject(occurrence.id if occurrence else None, about.id if about else None)
    stance = left_by(o for o in under(sentence, at) if o.cls not in _NEGATIVE)
    return Draft(
        "statement", words, sentence.tokens[at].start, subject, Value(text=words.quote), "worded", stance, (), one
    )
