"""Which negative statements deny: what a speaker says not to have done, "had no hand in it", "there was no such call".

Any other ("they had no weapons") only says how things are.
"""

from __future__ import annotations

from itertools import pairwise

from rashomon.lexicon import word_set, words
from rashomon.lexicon.frames import entries
from rashomon.lexicon.nouns import is_person_noun
from rashomon.lexicon.operators import class_of
from rashomon.model import parts
from rashomon.stages.claims.attribution.pointed import denies_what_is_said
from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.view import SentenceView
from rashomon.stages.claims.wordlists import word_list

_OWN = frozenset({"i", "we"})
_GOES_ON = frozenset({"he", "she", "it"})
"""Whom these mean in reported speech is the speaker, where nobody else was found."""
_OURS = frozenset({"my", "our"})
_NOTHING = frozenset({"nobody", "nothing", "none", "no", "neither", "never", "nor"})
_TAKES = frozenset({"have", "play", "take", "bear", "be"})
_MINDS = frozenset(
    {"know", "perceive", "believe", "imagine", "wish", "fear", "ask", "certain", "doubt", "seem", "judge"}
)
_PUT_UP = frozenset({"order", "hire"})
_ACCUSED = frozenset({"suspect", "accuse", "charge", "indict", "implicate", "involve", "incriminate"})


def is_denial(sentence: SentenceView, at: int, draft: Draft) -> bool:
    """True for a statement, with its verb at a token, by which its speaker denies something."""
    if denies_what_is_said(sentence, at) and _is_own(sentence, at, draft):
        return True
    if not _is_negative(sentence, at):
        return False
    lemma = sentence.tokens[at].lemma.lower()
    if _has_no_part(sentence, at) or _no_such(sentence, at) or _is_no_culprit(sentence, at):
        return True
    if _befell_nobody(sentence, at, draft):
        return True
    passive = sentence.first(at, parts.PASSIVE_HELPING) is not None
    if passive and lemma in _ACCUSED:
        return True
    return _is_own(sentence, at, draft) and _is_past(sentence, at) and (passive or _is_deed(lemma))


def _is_negative(sentence: SentenceView, at: int) -> bool:
    held = sentence.sentence.governance[at].own
    if any(o.cls in ("negate", "no-object") for o in held):
        return True
    below = [k for n in sentence.phrases(at) for k in sentence.nouns_after(n)]
    beside = (*sentence.each(at, parts.OBJECT | parts.SUBJECT | parts.ADVERBIAL | parts.PREDICATE_NOUN), *below)
    near = [sentence.tokens[k].text.lower() for n in beside for k in (n, *sentence.children[n])]
    return bool(_NOTHING & set(near))


def _has_no_part(sentence: SentenceView, at: int) -> bool:
    """ "had no hand in it", "has nothing to do with it", "there is no link"."""
    if sentence.tokens[at].lemma.lower() not in _TAKES:
        return False
    beside = list(sentence.each(at, parts.OBJECT | parts.PREDICATE_NOUN))
    does = any(sentence.tokens[n].text.lower() == "nothing" and _to_do(sentence, n) for n in beside)
    return does or any(sentence.tokens[n].lemma.lower() in word_set("denials.parts") for n in beside)


def _is_no_culprit(sentence: SentenceView, at: int) -> bool:
    """ "He is no murderer"."""
    beside = sentence.each(at, parts.PREDICATE_NOUN)
    return any(word_list("accusations", "labels.tsv") & {sentence.tokens[n].lemma.lower()} for n in beside)


def _befell_nobody(sentence: SentenceView, at: int, draft: Draft) -> bool:
    """ "Nobody hired me", "nobody had paid him", of the speaker: not put up to it."""
    subject, thing = sentence.doing_subject(at), sentence.object_of(at)
    if subject is None or thing is None or sentence.tokens[subject].text.lower() not in _NOTHING:
        return False
    own = sentence.tokens[thing].text.lower() in (*_OWN, "me", "us", "him", "her", "them")
    put_up = any(e.cls in _PUT_UP for e in entries().get((sentence.tokens[at].lemma.lower(), "V"), ()))
    return own and draft.attribution is not None and put_up


def _to_do(sentence: SentenceView, at: int) -> bool:
    after = [t.text.lower() for t in sentence.tokens[at + 1 : at + 4]]
    return after[:3] == ["to", "do", "with"]


def _no_such(sentence: SentenceView, at: int) -> bool:
    """ "there had been no such call"."""
    subject = sentence.subject(at)
    below = [sentence.tokens[n].text.lower() for n in sentence.subtree(subject)] if subject is not None else []
    if below[:2] == ["no", "such"] and sentence.tokens[at].lemma.lower() in ("exist", "take", "happen", "occur", "be"):
        return True  # "no such letter ever existed"
    told = sentence.first(at, parts.EXPLETIVE) is not None
    near = [t.text.lower() for t in sentence.tokens[at : at + 4]]
    return told and any(a == "no" and b == "such" for a, b in pairwise(near))


def _is_own(sentence: SentenceView, at: int, draft: Draft) -> bool:
    """Whether it is said of the speaker, or of whom the speaker speaks for."""
    subject = sentence.subject(at)
    if subject is None or draft.attribution is None:
        return False
    below = [sentence.tokens[n] for n in sentence.subtree(subject)]
    ours = draft.attribution.direct and any(t.text.lower() in _OURS for t in below) and any(map(is_person_noun, below))
    if sentence.tokens[subject].text.lower() in _OWN or ours or sentence.tokens[subject].lemma.lower() == "client":
        return True
    who, about = draft.attribution.speaker, draft.subject.referent
    if about is not None and words("en-counsel.txt") & set(
        draft.attribution.source[0].quote.lower().split() if draft.attribution.source else ()
    ):
        return True  # "she never met him," her lawyer said
    goes_on = about is None and not draft.attribution.direct and sentence.tokens[subject].text.lower() in _GOES_ON
    return goes_on or (who is not None and who == about)


def _is_past(sentence: SentenceView, at: int) -> bool:
    helping = {sentence.tokens[n].text.lower() for n in sentence.each(at, parts.ANY_HELPING)}
    return sentence.tokens[at].is_a(parts.PAST) or bool(
        helping & {"did", "had", "have", "has", "was", "were", "'ve", "’ve"}
    )


def _is_deed(lemma: str) -> bool:
    return lemma not in word_set("denials.states") and class_of(lemma, "V") not in _MINDS
