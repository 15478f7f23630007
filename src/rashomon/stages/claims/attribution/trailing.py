"""Attributions whose verb stands before its speaker at a sentence's end: ", informed today the prosecutor's office"."""

from __future__ import annotations

from rashomon.lexicon.nouns import is_person_noun
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
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "PART", "NUM", "CCONJ", "PUNCT", "PRON"})


def find_trailing(sentence: SentenceView, at: int, cue: Cue) -> Found | None:
    """The attribution of a final verb with its speaker behind it, which the parse takes for an object; else None."""
    tokens = sentence.tokens
    opened = at > 2 and tokens[at - 1].text in _CLOSERS
    if not opened or not cue.frames & {"f", "q"} or tokens[at].tag not in ("VBD", "VBN", "VBZ"):
        return None
    if sentence.child(at, "nsubj", "nsubjpass", "agent", "ccomp", "xcomp") is not None:
        return None
    first = _speaker_start(sentence, at)
    last = len(tokens) - 2 if tokens[-1].text in (".", "!", "?") else len(tokens) - 1
    source = range(first, last + 1)
    if not source or any(tokens[n].pos not in _PHRASE for n in source):
        return None
    head = next((n for n in source if tokens[n].pos in ("NOUN", "PROPN") and not _goes_on(sentence, n, last)), None)
    if head is None or not (_speaks(sentence, head) or _can_only_speak(sentence, at, head)):
        return None
    content = spans_of(sentence, range(at))
    if not content or not any(t.pos in ("VERB", "AUX", "NUM") for t in tokens[: at - 1]):
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
        sentence.tokens[n].pos == "ADV"
        or sentence.tokens[n].dep == "npadvmod"
        or (sentence.tokens[n].ent.endswith(("DATE", "TIME")) and sentence.tokens[n].pos != "DET")
    ):
        n += 1
    return n


def _goes_on(sentence: SentenceView, n: int, last: int) -> bool:
    """True for a noun that only describes the next: "prosecutor" in "the prosecutor's office"."""
    return n < last and sentence.tokens[n + 1].pos in ("NOUN", "PROPN", "PART")


def _speaks(sentence: SentenceView, head: int) -> bool:
    """True for an office, a body or a name: those who are told or warned are mostly others."""
    token = sentence.tokens[head]
    if kinds().get(token.lemma.lower()) in _SPEAK:
        return True
    mention = sentence.mention_at(head)
    named = mention is not None and mention.form == "name" and mention.type in ("person", "organization")
    return named or token.ent.endswith(_NAMES)
