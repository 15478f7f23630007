"""Attributions by a verb whose source and content the parse gives: "X said that ...", "X urged Y to ..."."""

from __future__ import annotations

from rashomon.lexicon.operators import class_of
from rashomon.model import parts
from rashomon.model.claim import Stance
from rashomon.stages.claims.attribution.contents import find_content
from rashomon.stages.claims.attribution.cues import Cue, kinds
from rashomon.stages.claims.attribution.extent import ASPECTUAL, cue_tokens
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.attribution.sources import find_speaker, is_passive
from rashomon.stages.claims.view import SentenceView

_FIRST_PERSON = frozenset({"i", "we", "you", "let"})

_ANYBODY = frozenset({"they", "people", "some", "many", "others", "everybody", "everyone", "locals"})
_NOT_YET = frozenset({"intend", "prevent", "possible", "doubt", "fear", "unclear"})
_FACTIVE = frozenset({"know", "realize", "realise", "remember", "understand", "recall", "hide", "conceal"})


def find_by_verb(sentence: SentenceView, at: int, cue: Cue, quoted: bool) -> Found | None:
    """The attribution whose cue is the verb `at`; None where it has no content, or is no report.

    `quoted` is True for a verb inside a quotation, where the speaker's own "I think" brings no second voice.
    """
    speaker, source = find_speaker(sentence, at)
    if speaker is not None and _proves_so(sentence, at, speaker):
        return None
    if _is_own_voice(sentence, at, speaker, quoted, cue) or _is_purpose(sentence, at):
        return None
    content, brought = find_content(sentence, at, cue)
    if not content:
        return None
    said = cue_tokens(sentence, at, content, brought)
    content -= set(said) | set(source)
    spans = spans_of(sentence, content)
    if not spans:
        return None
    return Found(
        sentence.sentence.index,
        at,
        speaker,
        spans_of(sentence, set(source) - set(said)),
        spans_of(sentence, said),
        spans,
        _for_speaker(sentence, speaker, at, stance_of(sentence, at, cue)),
        quoting="q" in cue.frames,
    )


def _proves_so(sentence: SentenceView, at: int, speaker: int) -> bool:
    """Of "it proved untrue that", "it was found wrong that": how the thing stands, nobody's word."""
    beside = sentence.first(at, parts.PREDICATE_ADJECTIVE | parts.PREDICATE_OF_OBJECT)
    return sentence.tokens[speaker].text.lower() == "it" and beside is not None


def _for_speaker(sentence: SentenceView, speaker: int | None, at: int, stance: Stance) -> Stance:
    """Whom an official "indicated" something or "some say" it, otherwise than the word alone would tell."""
    if speaker is None:
        return stance
    token, lemma = sentence.tokens[speaker], sentence.tokens[at].lemma.lower()
    if lemma == "indicate" and stance == "possible":
        speaks = kinds().get(token.lemma.lower()) in ("official", "court", "organization", "witness", "person")
        return "asserted" if speaks or token.is_a(parts.NAME) else stance
    hearsay = (
        token.text.lower() in _ANYBODY and sentence.tokens[at].is_a(parts.PRESENT_OF_MANY) and lemma in ("say", "tell")
    )
    return "alleged" if hearsay and stance == "asserted" else stance


def _is_own_voice(sentence: SentenceView, at: int, speaker: int | None, quoted: bool, cue: Cue) -> bool:
    """True for imperatives, "you know", and "I think" within a quotation."""
    token = sentence.tokens[at]
    if speaker is None:
        return not is_passive(sentence, at) or token.lemma.lower() == "know"
    who = sentence.tokens[speaker].text.lower()
    if who == "you" or (cue.group == "court" and kinds().get(who) != "court"):
        return True
    if (cue.group == "ask" and _stays_unnamed(sentence, at)) or _stays_silent(sentence, at):
        return True
    if sentence.tokens[speaker].is_a(parts.PRONOUN) and who in ("it", "there", "this", "that", "what"):
        return not token.is_a(parts.RELATIVE_CLAUSE) and cue.group != "show" and who in ("there", "what")
    return quoted and (who in _FIRST_PERSON or cue.group != "say")


def _is_purpose(sentence: SentenceView, at: int) -> bool:
    """True for an infinitive that only says what for: "met to discuss"; not for "went on to say"."""
    if not sentence.has_to(at) or not sentence.tokens[at].is_a(parts.INFINITIVE):
        return False
    token = sentence.tokens[at]
    above = sentence.tokens[token.head]
    said = sentence.clause(at)
    that = sentence.opener(said) if said is not None else None
    if that is not None and sentence.tokens[that].text.lower() == "that" and _is_ready(sentence, at):
        return False
    return not (token.is_a(parts.OPEN_CLAUSE | parts.ADVERBIAL_CLAUSE) and above.lemma.lower() in ASPECTUAL)


def _is_ready(sentence: SentenceView, at: int) -> bool:
    """True for "was quick to add that", "went so far as to claim that", "phoned to say that"; not for "was able to say"."""
    token = sentence.tokens[at]
    above = sentence.tokens[token.head]
    if above.is_a(parts.PREDICATE_ADJECTIVE):
        return class_of(above.lemma.lower(), "A") not in _NOT_YET
    far = at > 1 and sentence.tokens[at - 2].text.lower() == "as"
    return far or above.lemma.lower() == "pain" or token.is_a(parts.ADVERBIAL_CLAUSE)


def _stays_silent(sentence: SentenceView, at: int) -> bool:
    """True for "declined to comment"."""
    wish = sentence.open_clause(at)
    return wish is not None and sentence.tokens[wish].lemma.lower() in ("comment", "answer", "respond", "elaborate")


def _stays_unnamed(sentence: SentenceView, at: int) -> bool:
    """True for "who asked not to be named"."""
    wish = sentence.first(at, parts.CLAUSE | parts.OPEN_CLAUSE)
    return wish is not None and sentence.tokens[wish].lemma.lower() in ("name", "identify", "quote")


def _is_left_open(sentence: SentenceView, at: int) -> bool:
    """True for "did not know whether", "who", "how many"; "did not know why he fled" leaves the flight."""
    below = next(sentence.each(at, parts.CLAUSE | parts.OPEN_CLAUSE | parts.ADVERBIAL_CLAUSE), None)
    if below is None:
        return True
    opened = {sentence.tokens[n].text.lower() for n in sentence.subtree(below) if at < n <= at + 2}
    return bool(opened & {"whether", "if", "who", "whom", "what", "which", "how"})


def stance_of(sentence: SentenceView, at: int, cue: Cue) -> Stance:
    """The stance that the cue gives, turned by its own negation: "did not confirm", "does not believe"."""
    if any(class_of(sentence.tokens[n].text.lower(), "R") == "wrongly" for n in sentence.children[at]):
        return "denied"  # "was wrongly described as"
    if not sentence.is_negated(at):
        return cue.stance
    if sentence.tokens[at].lemma.lower() in _FACTIVE:
        return "unconfirmed" if _is_left_open(sentence, at) else "asserted"
    if cue.group == "think":
        return "denied"
    return "asserted" if cue.stance == "denied" and cue.group == "judge" else "unconfirmed"
