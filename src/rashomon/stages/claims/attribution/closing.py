"""Attributions that close a sentence without a comma before them, as wires and clumsy copies have them: "Nine died the agency said Friday"."""

from __future__ import annotations

from rashomon.stages.claims.attribution.cues import Cue, kinds
from rashomon.stages.claims.attribution.extent import cue_tokens
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.view import SentenceView

_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON"})
_LAST = 6
"""Words that may follow the verb: "on Monday", "without apportioning blame"."""
_GOES_ON = frozenset({"that", "whether", "if", ":", "how", "why"})
_PRONOUNS = frozenset({"he", "she", "they", "it"})


def find_closing(sentence: SentenceView, at: int, cue: Cue) -> Found | None:
    """The attribution of a finite verb of saying near the end with whoever speaks right before it; None where there is none."""
    tokens = sentence.tokens
    behind = [t.text.lower() for t in tokens[at + 1 :]]
    if "f" not in cue.frames or tokens[at].tag not in ("VBD", "VBZ") or len(behind) > _LAST or set(behind) & _GOES_ON:
        return None
    first = _phrase_start(sentence, at)
    told = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens[: max(0, first - 1)])
    if first < 4 or not told or not _speaks(sentence, first, at):
        return None
    content = spans_of(sentence, range(first))
    return Found(
        sentence.sentence.index,
        at,
        at - 1,
        spans_of(sentence, range(first, at)),
        spans_of(sentence, cue_tokens(sentence, at, set(range(first)), [])),
        content,
        cue.stance,
        quoting="q" in cue.frames,
    )


def _phrase_start(sentence: SentenceView, at: int) -> int:
    """Where the noun phrase right before the verb begins: a name alone, or from its article on."""
    tokens = sentence.tokens
    n = at - 1
    if tokens[n].text.lower() in _PRONOUNS:
        return n
    while n > 0 and tokens[n - 1].pos in _PHRASE and tokens[n].pos != "DET" and not _is_apart(sentence, n):
        n -= 1
    return n


def _is_apart(sentence: SentenceView, n: int) -> bool:
    """True where a name ends and another begins: "since 2011 AFP", a day before a name."""
    before = sentence.tokens[n - 1]
    return before.ent[2:] in ("DATE", "TIME", "CARDINAL") or (
        before.ent[2:] != sentence.tokens[n].ent[2:] and before.ent[2:] != ""
    )


def _speaks(sentence: SentenceView, first: int, at: int) -> bool:
    """True for a pronoun, an office, a body or a name that no preposition or relative brings."""
    head, before = sentence.tokens[at - 1], sentence.tokens[first - 1]
    if before.pos in ("ADP", "SCONJ", "CCONJ", "VERB", "AUX", "PART") or before.text in ",;:":
        return False
    if head.text.lower() in _PRONOUNS or head.lemma.lower() in kinds() or head.text.lower() in kinds():
        return True
    mention = sentence.mention_at(at - 1)
    named = mention is not None and mention.form == "name" and mention.type in ("person", "organization")
    return named or head.ent[2:] in ("PERSON", "ORG")
