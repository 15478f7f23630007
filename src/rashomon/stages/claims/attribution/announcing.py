"""What a colon brings behind a word of saying within its sentence: "told the family on Friday: he was in custody"."""

from __future__ import annotations

from rashomon.lexicon import word_set
from rashomon.model import parts
from rashomon.stages.claims.attribution.cues import kinds, verb_cue
from rashomon.stages.claims.attribution.extent import cue_tokens
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.attribution.marks import OPENING
from rashomon.stages.claims.attribution.sources import find_speaker
from rashomon.stages.claims.view import SentenceView

_REACH = 14
_SPEAKING = ("official", "court", "document", "record", "witness", "organization")
_ADDRESSED = frozenset({"tell", "inform", "warn", "assure", "answer", "remind"})


def find_before_colon(sentence: SentenceView) -> Found | None:
    """The attribution of the verb of saying before a colon, to the sentence's end; None where it has said its piece before."""
    tokens = sentence.tokens
    colon = next((n for n, t in enumerate(tokens) if t.text == ":"), None)
    if colon is None or colon < 2 or colon + 3 >= len(tokens) or tokens[colon + 1].text in OPENING:
        return None
    before, after = range(colon - 1, max(-1, colon - _REACH), -1), range(colon + 1, len(tokens))
    at = next((n for n in before if _says(sentence, n, colon)), None) if sentence.has_verb(after) else None
    if at is None and sentence.has_verb(after):
        at = next((n for n in before if _is_plain(sentence, n)), None)
    if at is None and tokens[colon - 1].lemma.lower() in word_set("estimates.counted"):
        at = _gives(sentence, before) if any(tokens[n].is_a(parts.NUMBER) for n in after) else None
    if at is None or tokens[-1].text == "?":
        return None
    speaker, source = find_speaker(sentence, at)
    if speaker is None or speaker > colon or tokens[speaker].text.lower() in ("i", "we", "it", "this", "that", "which"):
        return None
    said = [n for n in cue_tokens(sentence, at, set(after), []) if n < colon]
    return Found(
        sentence.sentence.index, at, speaker, spans_of(sentence, set(source) - set(said) - set(range(colon, len(tokens)))),
        spans_of(sentence, said), spans_of(sentence, after), "asserted", quoting=True,
    )  # fmt: skip


def _is_plain(sentence: SentenceView, at: int) -> bool:
    """Of "The indictment is clear: ...", "The prosecutor was blunt: ...": what follows is theirs."""
    said = sentence.first(at, parts.PREDICATE_ADJECTIVE)
    subject = sentence.doing_subject(at)
    if said is None or subject is None or sentence.tokens[at].lemma != "be" or sentence.is_negated(at):
        return False
    speaks = kinds().get(sentence.tokens[subject].lemma.lower()) in _SPEAKING or sentence.tokens[subject].is_a(
        parts.NAME
    )
    return speaks and sentence.tokens[said].lemma.lower() in word_set("announcing.plain")


def _gives(sentence: SentenceView, before: range) -> int | None:
    """The verb of "gave what he called a first count: 19 dead": whoever gives the count gives its figures."""
    verbs = (n for n in before if sentence.tokens[n].is_a(parts.MAIN_VERB))
    return next((n for n in verbs if sentence.tokens[n].lemma.lower() in word_set("estimates.publishes")), None)


def _says(sentence: SentenceView, at: int, colon: int) -> bool:
    """A verb of saying that has nothing of its own before the colon but whom it told, or "the same thing"."""
    cue = verb_cue(sentence.tokens[at])
    if (
        cue is None
        or cue.group != "say"
        or cue.stance != "asserted"
        or "c" not in cue.frames
        or sentence.is_negated(at)
    ):
        return False
    own = [n for n in sentence.each(at, parts.OBJECT | parts.CLAUSE | parts.OPEN_CLAUSE) if at < n < colon]
    return all(
        sentence.tokens[n].lemma.lower() in word_set("announcing.points")
        or (sentence.tokens[at].lemma.lower() in _ADDRESSED and sentence.tokens[n].is_a(parts.OBJECT))
        for n in own
    )
