"""Attributions whose verb stands before its speaker at a sentence's end: ", informed today the prosecutor's office"."""

from __future__ import annotations

from rashomon.lexicon.nouns import is_person_noun
from rashomon.model import parts
from rashomon.stages.claims.attribution.cues import Cue, kinds
from rashomon.stages.claims.attribution.extent import cue_tokens
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.attribution.marks import CLOSING
from rashomon.stages.claims.view import SentenceView

_SPEAK = ("official", "organization", "court", "news_agency", "outlet")
_NAMES = ("PERSON", "ORG", "GPE")
_CLOSERS = CLOSING | {",", "’"}
_TELL = frozenset({"claim", "state", "allege", "write", "add", "argue", "explain"})
"""Verbs that have nobody for an object: a person behind them speaks."""
_SAY = frozenset({"say", "testify", "insist"})
"""Verbs that have no thing for an object either."""
_PHRASE = parts.NOMINAL | parts.BETWEEN_NOUNS | parts.PRONOUN | parts.MARK


def find_trailing(sentence: SentenceView, at: int, cue: Cue) -> Found | None:
    """The attribution of a final verb with its speaker behind it, which the parse takes for an object; else None."""
    tokens = sentence.tokens
    opened = at > 2 and tokens[at - 1].text in _CLOSERS
    if (
        not opened
        or sentence.tokens[at].lemma.lower() in ("tell", "call")  # whoever stands behind it was told or rung
        or not cue.frames & {"f", "q"}
        or not tokens[at].is_a(parts.PAST | parts.PRESENT_OF_ONE | parts.PARTICIPLE)
    ):
        return None
    if sentence.first(at, parts.SUBJECT | parts.BY_PHRASE | parts.CLAUSE | parts.OPEN_CLAUSE) is not None:
        return None
    first = _speaker_start(sentence, at)
    last = len(tokens) - 2 if tokens[-1].text in (".", "!", "?") else len(tokens) - 1
    source = range(first, last + 1)
    if not source or any(not tokens[n].is_a(_PHRASE) for n in source) or _is_when_or_where(sentence, first):
        return None
    head = next((n for n in source if tokens[n].is_a(parts.NOUN) and not _goes_on(sentence, n, last)), None)
    if head is None or not (_speaks(sentence, head) or _can_only_speak(sentence, at, head)):
        return None
    content = spans_of(sentence, range(at))
    if not content or not any(t.is_a(parts.VERB | parts.NUMBER) for t in tokens[: at - 1]):
        return None
    return Found(
        sentence.sentence.index,
        at,
        head,
        spans_of(sentence, source),
        spans_of(sentence, cue_tokens(sentence, at, set(source), [])),
        content,
        "asserted" if cue.stance == "possible" else cue.stance,
        quoting="q" in cue.frames,
    )


def _can_only_speak(sentence: SentenceView, at: int, head: int) -> bool:
    """True for whoever stands behind ", testified" or ", wrote": no object of the verb."""
    lemma = sentence.tokens[at].lemma.lower()
    return lemma in _SAY or (lemma in _TELL and is_person_noun(sentence.tokens[head]))


def _speaker_start(sentence: SentenceView, at: int) -> int:
    """Where the speaker begins: behind the day and the adverbs that stand beside the verb."""
    n = at + 1
    while n < len(sentence) and (
        sentence.tokens[n].is_a(parts.ADVERB | parts.ADVERBIAL_NOUN)
        or (sentence.tokens[n].ent.endswith(("DATE", "TIME")) and not sentence.tokens[n].is_a(parts.DETERMINER))
    ):
        n += 1
    return n


def _is_when_or_where(sentence: SentenceView, first: int) -> bool:
    """True for ", said on Saturday": a phrase beside the verb speaks to nobody."""
    token = sentence.tokens[first]
    return token.is_a(parts.PREPOSITION) or token.ent.endswith(("DATE", "TIME"))


def _goes_on(sentence: SentenceView, n: int, last: int) -> bool:
    """True for a noun that only describes the next: "prosecutor" in "the prosecutor's office"."""
    return n < last and sentence.tokens[n + 1].is_a(parts.NOUN | parts.PARTICLE)


def _speaks(sentence: SentenceView, head: int) -> bool:
    """True for an office, a body or a name: those who are told or warned are mostly others."""
    token = sentence.tokens[head]
    if kinds().get(token.lemma.lower()) in _SPEAK:
        return True
    mention = sentence.mention_at(head)
    named = mention is not None and mention.form == "name" and mention.type in ("person", "organization")
    return named or token.ent.endswith(_NAMES)
