"""Replies: who is accused, or speaks for the accused, says that it is not so: "denied any wrongdoing", "her client is innocent".

A reply stands beside the accusation that it answers, as the same value denied, with its speaker; and as a statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from rashomon.lexicon import words
from rashomon.model import parts
from rashomon.model.claim import ACCUSATIONS, Attribution, Subject, Value
from rashomon.model.span import Quote
from rashomon.stages.claims.attribution.cues import table
from rashomon.stages.claims.attribution.pointed import denies_what_is_said
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.pleas import find_pleas
from rashomon.stages.claims.pointed_denials import find_pointed_denials
from rashomon.stages.claims.rules.law_fits import is_presumed
from rashomon.stages.claims.view import SentenceView, View

_JUST_SAID = 160
"""Characters back within which something was said that "laughed it off" may answer."""


def find_replies(
    view: View,
    told: Told,
    attributions: Sequence[Attribution],
    accusations: Sequence[Draft],
    statements: Sequence[Draft],
) -> tuple[Draft, ...]:
    """Statements by which somebody denies as a whole, and the accusations of the document that such replies deny."""
    denials = [
        d for a in attributions if (d := _denial(view, told, a)) is not None and not _mocks_nothing(a, attributions)
    ]
    cues = [c for a in attributions for c in a.cue]
    pointed = find_pointed_denials(view)
    denials += [d for d in pointed if not any(c.start <= d.at < c.end for c in cues)]
    of_guilt = (d for d in denials if not _words("account") & set(d.quote.quote.lower().split()))
    pleas = find_pleas(view)
    replies = [*of_guilt, *(s for s in statements if _says_innocent(view, s) or _denies_it_all(view, s)), *pleas]
    return (*denials, *pleas, *(d for reply in replies for d in _answered(reply, accusations)))


def with_clients(view: View, statements: Sequence[Draft]) -> tuple[Draft, ...]:
    """The statements, those of a lawyer about "her client" given whom the lawyer speaks for."""
    return tuple(_of_client(view, s) for s in statements)


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(next(words for name, words in table("replies") if name == group).split())


def _denial(view: View, told: Told, one: Attribution) -> Draft | None:
    """ "X denied any role in the raid", "called the report absurd": a statement of X's about X, or about X's client."""
    if one.direct or not one.content or not one.cue or not one.source:
        return None
    sentence = view.sentence_at(one.content[0].start)
    if _finds(one):
        return None  # a court that rejects a claim replies to nothing: it decides
    whole = sentence is not None and (one.stance == "denied" or _mocks(sentence, one))
    if sentence is None or not (whole or _calls_false(sentence, one)):
        return None
    first, last = (sentence.token_at(n) for n in (one.content[0].start, one.content[0].end - 1))
    head = next((n for n in range(first, last + 1) if not first <= sentence.tokens[n].head <= last), first)
    named = (
        n for n in range(first, last + 1) if sentence.tokens[n].text.lower() in _words("denied") | _words("account")
    )
    thing = head if whole else next(named, first)
    spelled = any(sentence.first(n, parts.OF_A_NOUN | parts.CLAUSE) is not None for n in {head, thing})
    if spelled or not (_is_deniable(sentence, thing) or (thing == first and _points_back(sentence, first))):
        return None
    start = min(one.cue[0].start, one.content[0].start)
    quote = Quote.cut(view.text, start, max(one.cue[-1].end, one.content[0].end))
    occurrence = told.occurrence_at(one.content[0].start, one.content[0].end)
    subject = Subject(occurrence.id if occurrence else None, _client_of(view, one) or one.speaker)
    return Draft(
        "statement", quote, sentence.tokens[head].start, subject, Value(text=quote.quote), "reply", "denied", (), one
    )


def _is_deniable(sentence: SentenceView, at: int) -> bool:
    token = sentence.tokens[at]
    return token.is_a(parts.COMMON_NOUN) and token.text.lower() in _words("denied") | _words("account")


def _points_back(sentence: SentenceView, at: int) -> bool:
    """ "Rejected that", "denied everything"; not "would neither confirm nor deny it"."""
    token = sentence.tokens[at]
    before = {t.lemma.lower() for t in sentence.tokens[max(0, at - 5) : at]}
    alone = all(t.is_a(parts.MARK | parts.PREPOSITION | parts.ADVERB) for t in sentence.tokens[at + 1 : at + 2])
    return alone and token.text.lower() in _words("pointing") and "confirm" not in before


def _mocks(sentence: SentenceView, one: Attribution) -> bool:
    """ "laughed it off", "scoffed at the allegation": no word of speech denies it, the gesture does."""
    cue = [n for n in sentence.inside(*one.cue) if sentence.lemmas[n] in _words("mocking")]
    return bool(cue) and not any(sentence.is_negated(n) for n in cue)


def _mocks_nothing(one: Attribution, attributions: Sequence[Attribution]) -> bool:
    """True for "laughed at it" where nobody has said anything just before."""
    mocks = bool(_words("mocking") & {word for c in one.cue for word in _stems(c.quote)})
    said = (a.content[-1].end for a in attributions if a is not one and a.content and a.source)
    return mocks and not any(0 <= one.cue[0].start - end < _JUST_SAID for end in said)


def _stems(cue: str) -> Iterator[str]:
    for word in cue.lower().split():
        yield from (
            word,
            word.removesuffix("s"),
            word.removesuffix("ed"),
            word.removesuffix("d"),
            word.removesuffix("ing"),
        )


def _calls_false(sentence: SentenceView, one: Attribution) -> bool:
    """Whether somebody calls a thing a lie: "called the accusation absurd", "described it as a fairy tale"."""
    if _words("calling").isdisjoint(sentence.lemmas):
        return False
    cue = {sentence.lemmas[n] for n in sentence.inside(*one.cue)}
    said = {word.strip("“”\"'.,") for q in one.content for word in q.quote.lower().split()}
    return bool(cue & _words("calling")) and bool(said & _words("false"))


def _says_innocent(view: View, draft: Draft) -> bool:
    """True for "is innocent", "was not guilty" of somebody known, said by somebody; not for "presumed innocent"."""
    sentence = view.sentence_at(draft.at)
    if sentence is None or draft.attribution is None or draft.subject.referent is None or draft.stance != "asserted":
        return False
    if _finds(draft.attribution):
        return False  # a jury replies to nothing: it acquits
    at = sentence.token_at(draft.at)
    if is_presumed(sentence, at):
        return False
    said = {
        sentence.tokens[n].lemma.lower()
        for n in sentence.each(at, parts.PREDICATE_ADJECTIVE | parts.PREDICATE_OF_OBJECT)
    }
    negated = any(o.cls == "negate" for o in sentence.sentence.governance[at].own)
    return (bool(said & _words("innocent")) and not negated) or ("guilty" in said and negated)


def _denies_it_all(view: View, draft: Draft) -> bool:
    """True for "My client denies every word of it", "We reject the accusation" of whom the speaker speaks for."""
    sentence = view.sentence_at(draft.at) if draft.stance == "denied" and draft.subject.referent is not None else None
    at = sentence.token_at(draft.at) if sentence is not None else 0
    return sentence is not None and sentence.object_of(at) is not None and denies_what_is_said(sentence, at)


def _finds(one: Attribution) -> bool:
    return any(word in words("en-finders.txt") for q in one.source for word in q.quote.lower().split())


def _answered(reply: Draft, accusations: Sequence[Draft]) -> Iterator[Draft]:
    """What the document accuses the one of whom a reply speaks of, denied in the reply's words.

    Nothing where it accuses of several things, so that which of them is answered stays open, or tells that he avowed it.
    """
    mine = [one for one in accusations if one.property in ACCUSATIONS and one.value.referent == reply.subject.referent]
    mine = [one for one in mine if one.quote.end < reply.at or reply.quote.end < one.at]
    mine = [one for one in mine if reply.subject.occurrence in (None, one.subject.occurrence)]
    standing = [one for one in mine if one.stance not in ("denied", "unconfirmed")]
    avowed = any(one.property == "responsibility" for one in standing)
    if standing and not avowed and len({one.subject for one in standing}) == 1:
        told = standing[0]
        links, said = reply.links, reply.attribution
        yield Draft(told.property, reply.quote, reply.at, told.subject, told.value, "reply", "denied", links, said)


def _of_client(view: View, draft: Draft) -> Draft:
    sentence = view.sentence_at(draft.at)
    if sentence is None or draft.attribution is None or draft.subject.referent is not None:
        return draft
    subject = sentence.subject(sentence.token_at(draft.at))
    if subject is None or sentence.tokens[subject].lemma.lower() not in _words("client"):
        return draft
    client = _client_of(view, draft.attribution)
    return draft if client is None else replace(draft, subject=replace(draft.subject, referent=client))


def _client_of(view: View, one: Attribution) -> str | None:
    """Whom the words for a lawyer say that the lawyer speaks for: "his lawyer", "the lawyer for X", "who represents X"."""
    sentence = view.sentence_at(one.source[0].start) if one.source else None
    if sentence is None:
        return None
    inside = sentence.inside(*one.source)
    for n in (
        *_represented(sentence, inside),
        *(n for n in inside if sentence.tokens[n].is_a(parts.IN_PHRASE | parts.OWNER)),
    ):
        referent = view.referent_at(sentence, n)
        if referent is not None and referent.type == "person" and referent.id != one.speaker:
            return referent.id
    return None


def _represented(sentence: SentenceView, inside: Sequence[int]) -> Iterator[int]:
    for n in inside:
        if sentence.tokens[n].lemma.lower() in _words("represents"):
            yield from sentence.each(n, parts.OBJECT)
