"""What speakers say that fits no other property: each sentence of what somebody is reported to say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model import parts
from rashomon.model.claim import Attribution, Subject, Value
from rashomon.model.clause import Operator
from rashomon.model.span import Quote
from rashomon.stages.claims.attribution.cues import verbs
from rashomon.stages.claims.attribution.marks import ALL
from rashomon.stages.claims.attribution.vouching import vouches
from rashomon.stages.claims.denials import is_denial
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.stance import under
from rashomon.stages.claims.statement_stances import left_by, statement_stance, weighed_clause
from rashomon.stages.claims.supposed import find_supposed, find_unproven
from rashomon.stages.claims.view import SentenceView, View

_MARKS = ALL + " \t\n`,;:-–—"
_WORDS = 3
_SPOKEN = 2
_WHOLE = 4
"""Words of direct speech that say something though the parser found no verb among them: "The victims deserve justice"."""
_DEEDS = ("denie", "deny", "admit", "confess", "acknowledg")
_THAT = re.compile(
    r"that (?!(?:is|was|were|has|had|would|will|could|can|may|might|must|should|does|did)\b)", re.IGNORECASE
)
"""The "that" that brings a clause, not the one that points at something."""
_JOINS = frozenset({"and", "but", "or"})


def find_statements(
    view: View, told: Told, attributions: Sequence[Attribution], denied: Sequence[int] = ()
) -> tuple[Draft, ...]:
    """A statement for each sentence of an attribution's content that says something of somebody.

    `denied`: where somebody is said not to have done it: such a statement is a denial, any other negative one is not.
    """
    made = [(a, _statements(view, told, a)) for a in attributions if vouches(view, a)]
    telling = {c.start for a, drafts in made if drafts and not _is_order(view, a) for c in a.cue}
    drafts = [d for a, found in made for d, low in found if not telling & set(range(low, d.at + 1)) - _starts(a)]
    drafts = _innermost(drafts)
    covered = [q for a in attributions for q in a.content]
    own = [_draft(view, told, None, *found) for found in find_supposed(view, covered)]
    bare = ((s, _clean(view, q.start, q.end), n) for s, q, n in find_unproven(view) if _says_of(s, n))
    own += [_draft(view, told, None, *found) for found in bare]
    found = (*drafts, *_own_hedges(view, told), *own)
    return tuple(_kept_denial(view, d, denied) for d in found)


def _is_order(view: View, one: Attribution) -> bool:
    """True for "ordered that he be brought": who says so tells of an order."""
    sentence = view.sentence_at(one.cue[-1].start) if one.cue else None
    word = sentence.tokens[sentence.token_at(one.cue[-1].start)].lemma.lower() if sentence else ""
    return word in verbs() and verbs()[word].group == "ask"


def _kept_denial(view: View, draft: Draft, denied: Sequence[int]) -> Draft:
    """The draft, asserted where it only says that something is not so: "they had no weapons" is no denial.

    Who "claims that there was no lapse" denies it.
    """
    told = view.sentence_at(draft.at) if draft.attribution is not None else None
    if told is not None and draft.stance in ("asserted", "denied") and is_denial(told, told.token_at(draft.at), draft):
        return replace(draft, stance="denied")
    sentence = view.sentence_at(draft.at) if draft.stance in ("denied", "unconfirmed") else None
    if sentence is None or any(draft.quote.start <= at < draft.quote.end for at in denied):
        return draft
    at = sentence.token_at(draft.at)
    if weighed_clause(sentence, at) is not None:
        return draft
    held = sentence.sentence.governance[at]
    left = left_by(o for o in under(sentence, at) if not _makes_negative(sentence, o) or o not in held.own)
    return draft if left == "alleged" else replace(draft, stance=left)


def _makes_negative(sentence: SentenceView, one: Operator) -> bool:
    """Of "was not", "failed to", "could not have": the words that make a statement a negative one."""
    return one.cls in ("negate", "prevent", "no-object") or (
        one.cls == "modal" and sentence.tokens[one.token].text.lower() == "could"
    )


def _innermost(drafts: Sequence[Draft]) -> list[Draft]:
    """Of drafts with the same words, the one of the speaker whose words they are: "X quoted Y as saying"."""
    held: dict[tuple[int, int], Draft] = {}
    for draft in drafts:
        other = held.get(key := (draft.quote.start, draft.quote.end))
        if other is None or _reach(draft) < _reach(other):
            held[key] = draft
    return list(held.values())


def _reach(draft: Draft) -> int:
    return sum(q.end - q.start for q in draft.attribution.content) if draft.attribution is not None else 0


def _starts(attribution: Attribution) -> set[int]:
    return {c.start for c in attribution.cue}


def _statements(view: View, told: Told, attribution: Attribution) -> list[tuple[Draft, int]]:
    """The statements of one attribution, each with where its predicate's own words begin."""
    found = []
    loose = attribution.direct or _is_raised(view, attribution)
    for sentence, quote in _pieces(view, attribution):
        at = _predicate(sentence, quote, loose or _tells_own_deed(attribution))
        if at is not None:
            words = (at, *sentence.each(at, parts.ANY_HELPING | parts.NEGATION | parts.ADVERBIAL))
            low = min(sentence.tokens[n].start for n in words)
            found.append((_draft(view, told, attribution, sentence, quote, at), low))
    return found


def _tells_own_deed(attribution: Attribution) -> bool:
    """True for "denied having been there", "admitted taking the money": what the speaker did, without a subject."""
    cue = attribution.cue[0].quote.lower() if attribution.cue else ""
    deed = attribution.content[0].quote.split()[0].lower() if attribution.content else ""
    return deed.endswith("ing") and any(word in cue for word in _DEEDS)


_APPEARS = frozenset({"appear", "seem"})


def _own_hedges(view: View, told: Told) -> list[Draft]:
    """What the report itself says only "appears": a statement in its own voice."""
    drafts = []
    for sentence in view.sentences:
        if _APPEARS.isdisjoint(sentence.said):
            continue
        for n, token in enumerate(sentence.tokens):
            if not token.is_a(parts.MAIN_VERB) or sentence.lemmas[n] not in _APPEARS:
                continue
            clause = sentence.clause(n)
            subject = sentence.first(n, parts.DOING_SUBJECT | parts.EXPLETIVE)
            if clause is None or subject is None or sentence.tokens[subject].text.lower() != "it":
                continue
            phrase = sentence.phrase(clause)
            quote = _clean(view, phrase.start, phrase.end)
            whole = Quote.cut(view.text, sentence.tokens[subject].start, quote.end)
            drafts.append(_draft(view, told, None, sentence, whole, clause))
    return drafts


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
            asked = attribution.direct and view.text[quote.end : quote.end + 1] == "?"
            raised = _is_raised(view, attribution)
            enough = len(quote.quote.split()) >= (_SPOKEN if attribution.direct else _WORDS) and not asked
            closes = bool(attribution.cue) and attribution.content[0].start < attribution.cue[0].start
            that = view.text[max(0, quote.start - 5) : quote.start].lower() == "that "
            if enough and (attribution.direct or raised or that or closes or not _asks(quote)):
                yield from _parts(sentence, quote)
            number = sentence.sentence.index + 1
            sentence = view.sentences[number] if number < len(view.sentences) else None


def _parts(sentence: SentenceView, quote: Quote) -> Iterator[tuple[SentenceView, Quote]]:
    """A stretch, parted at semicolons, and before each "and that ..." whose clause is said less or more surely."""
    start = quote.start
    for n, token in enumerate(sentence.tokens):
        if token.text == ";" and start < token.start < quote.end and n + 1 < len(sentence):
            yield sentence, Quote.cut(sentence.text, start, sentence.tokens[n - 1].end)
            start = sentence.tokens[n + 1].start
            continue
        if not (quote.start < token.start < quote.end and token.is_a(parts.JOINED) and token.is_a(parts.VERB)):
            continue
        first = sentence.subtree(n)[0]
        opens = sentence.tokens[first].text.lower() == "that" and sentence.tokens[first - 1].text.lower() in _JOINS
        if opens and _says_of(sentence, n) and statement_stance(sentence, n) != statement_stance(sentence, token.head):
            yield sentence, Quote.cut(sentence.text, start, sentence.tokens[first - 2].end)
            start = sentence.tokens[first + 1].start
    yield sentence, Quote.cut(sentence.text, start, quote.end)


def _asks(quote: Quote) -> bool:
    """True for what is only asked or left open: "did not say why ...", "asked whether ..."."""
    return quote.quote.split()[0].lower() in ("whether", "how", "why", "who", "whom", "what", "when", "where", "which")


def _is_raised(view: View, attribution: Attribution) -> bool:
    """True for "He was alleged to be ...": cue between subject and infinitive, and no speaker."""
    if attribution.direct or len(attribution.content) != 2:
        return False
    first, last = attribution.content[0], attribution.content[1]
    between = view.text[first.end : last.start].strip()
    gerund = last.quote.split()[0].endswith("ing") and attribution.stance != "asserted"
    return bool(attribution.cue) and between == attribution.cue[0].quote and (last.quote.startswith("to ") or gerund)


def _clean(view: View, start: int, end: int) -> Quote:
    """The words without quotation marks at the ends and without the "that" that brings them."""
    text = view.text
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and (text[end - 1] in _MARKS or text[end - 1] in ".!?"):
        end -= 1
    if _THAT.match(text, start, end) is not None:
        start += 5
    return Quote.cut(text, start, end)


def _predicate(sentence: SentenceView, quote: Quote, direct: bool) -> int | None:
    """The highest verb (or verbless predicate) in a stretch, or None where it says nothing of anybody."""
    inside = sentence.inside(quote)
    held = set(inside)
    tops = [n for n in inside if sentence.tokens[n].head == n or sentence.tokens[n].head not in held]
    for n in tops:
        if sentence.tokens[n].is_a(parts.VERB) and (direct or _says_of(sentence, n)):
            return n
    for n in tops:
        for doing in sentence.each(n, parts.NOUN_CLAUSE) if sentence.tokens[n].is_a(parts.NOUN) else ():
            if sentence.tokens[doing].is_a(parts.GERUND) and doing in held:
                return doing
        if sentence.tokens[n].text.endswith("ing") and sentence.first(n, parts.COMPOUNDING) is not None:
            return n
        if (
            sentence.tokens[n].is_a(parts.ADJECTIVE)
            and sentence.first(n, parts.DOING_SUBJECT | parts.ADVERBIAL | parts.COUNTING) is not None
        ):
            return n
    if not direct and len(inside) > _WHOLE and (told := _finite(sentence, inside)) is not None:
        return told
    between = sentence.text[max(0, quote.start - 1) : quote.start] in ALL and len(quote.quote.split()) >= _WHOLE
    return tops[0] if tops and direct and (between or sentence.sentence.block == "headline") else None


def _finite(sentence: SentenceView, inside: Sequence[int]) -> int | None:
    """The first verb of a stretch that makes a statement, where the parser hung its subject elsewhere."""
    told = next((f.at for f in sentence.verbs if f.at in inside and f.outright), None)
    of_noun = told is not None and any(k in inside and sentence.frame(k) is None for k in sentence.up(told))
    return None if told is None or of_noun or sentence.subtree(told)[-1] <= told else told


def _says_of(sentence: SentenceView, verb: int) -> bool:
    """True for a verb with a subject of its own, or one shared with a verb beside it."""
    if sentence.first(verb, parts.ANY_SUBJECT | parts.PREDICATE_NOUN) is not None:
        return True
    return sentence.tokens[verb].is_a(parts.JOINED) and _says_of(sentence, sentence.tokens[verb].head)


def _draft(
    view: View, told: Told, attribution: Attribution | None, sentence: SentenceView, quote: Quote, at: int
) -> Draft:
    occurrence = told.occurrence_at(quote.start, quote.end)
    subject = sentence.subject(at)
    about = view.referent_at(sentence, subject) if subject is not None else None
    return Draft(
        "statement",
        quote,
        sentence.tokens[at].start,
        Subject(occurrence.id if occurrence else None, about.id if about else None),
        Value(text=quote.quote),
        "statements",
        statement_stance(sentence, at),
        (),
        attribution,
    )
