"""Whom a description is said to be: of "identified X as the man who fired", X, on the word of who identified him."""

from __future__ import annotations

from dataclasses import replace

from rashomon.lexicon import word_set
from rashomon.lexicon.nouns import is_person_noun
from rashomon.stages.claims.accusations.accused import Accused, speaker_link
from rashomon.stages.claims.actors import actor
from rashomon.stages.claims.parties import doers, done_to, is_passive, subjects
from rashomon.stages.claims.view import SentenceView, View

_HEADS = frozenset({"those", "people", "attackers"})
_NOBODY = frozenset({"it", "this", "that", "there", "who", "which", "he", "she", "they"})
_SPEAKERS = frozenset({"i", "we", "you"})


def identified(view: View, sentence: SentenceView, accused: Accused) -> Accused:
    """The accusation of whoever the sentence says the described one is; as given where it names nobody."""
    token = sentence.tokens[accused.who]
    if (one := _one_of(sentence, accused.who)) is not None:
        return replace(accused, who=one, words=tuple(dict.fromkeys((*accused.words, one))))
    if (named := _named_so(sentence, accused)) is not None:
        return replace(accused, who=named, words=tuple(dict.fromkeys((*accused.words, named))))
    if token.dep == "attr" and is_person_noun(token) and accused.text is None:
        return _of_subject(sentence, accused)
    if token.lemma.lower() not in word_set("identified.descriptions") or accused.links or accused.text is not None:
        return accused
    if token.dep == "attr":
        return _of_subject(sentence, accused)
    naming = _naming(sentence, accused.who)
    if naming is None:
        return accused
    meant = done_to(sentence, naming)
    if len(meant) != 1 or accused.who in meant:
        return accused
    by = [] if is_passive(sentence, naming) and sentence.child(naming, "agent") is None else doers(sentence, naming)
    speaker = None if len(by) != 1 or sentence.tokens[by[0]].text.lower() in _SPEAKERS else by[0]
    said = None if speaker is None else actor(view, sentence, speaker)
    links = () if speaker is None or said is None else (speaker_link(sentence, speaker, said.referent),)
    return replace(accused, who=meant[0], words=tuple(dict.fromkeys((*accused.words, meant[0]))), links=links)


def _one_of(sentence: SentenceView, who: int) -> int | None:
    """Of "X, one of three men accused of it", and of "X is one of the men charged": X."""
    preposition = sentence.tokens[who].head
    one = sentence.tokens[preposition].head
    if sentence.tokens[who].dep != "pobj" or sentence.tokens[preposition].lemma != "of":
        return None
    frame = sentence.state(one) if sentence.tokens[one].lemma.lower() == "one" else None
    of = frame.subjects.fillers if frame is not None else ()
    return of[0] if len(of) == 1 and sentence.tokens[of[0]].pos == "PROPN" else None


def _named_so(sentence: SentenceView, accused: Accused) -> int | None:
    """Of "the man who did it is X", "identified the man who did it as X", "those who did it include X": X."""
    token = sentence.tokens[accused.who]
    known = token.lemma.lower() in word_set("identified.descriptions") | _HEADS
    the = is_person_noun(token) and sentence.text[sentence.phrase(accused.who).start :].lower().startswith("the ")
    if not (known or the) or accused.text is not None:
        return None
    said = [s.at for s in sentence.sentence.frames if s.kind == "N" and accused.who in s.subjects.fillers]
    naming = [
        f for f in sentence.verbs if f.lemma in word_set("identified.naming") and accused.who in f.undergoers.fillers
    ]
    said += [n for f in naming for n in (*f.oblique("as"), *_hung_on(sentence, accused.at))]
    said += [
        n
        for f in sentence.verbs
        if f.lemma == "include" and accused.who in f.subjects.fillers
        for n in f.undergoers.fillers
    ]
    said += [
        n for f in sentence.verbs if f.lemma == "be" and accused.who in f.oblique("among") for n in f.subjects.fillers
    ]
    return next((n for n in said if sentence.tokens[n].pos == "PROPN" and n not in accused.words), None)


def _hung_on(sentence: SentenceView, at: int) -> tuple[int, ...]:
    """The name behind "as" that the parser hangs on the deed: "the man who planted the bomb as X"."""
    frame = sentence.frame(at)
    return () if frame is None else frame.oblique("as")


def _of_subject(sentence: SentenceView, accused: Accused) -> Accused:
    """Of "X was the fifth suspect arrested", X."""
    verb = sentence.tokens[accused.who].head
    of = subjects(sentence, verb) if sentence.tokens[verb].lemma == "be" and sentence.child(verb, "neg") is None else []
    if len(of) != 1 or sentence.tokens[of[0]].pos != "PROPN" or sentence.tokens[of[0]].text.lower() in _NOBODY:
        return accused
    return replace(accused, who=of[0], words=tuple(dict.fromkeys((*accused.words, of[0]))))


def _naming(sentence: SentenceView, at: int) -> int | None:
    """The verb of "identified X as AT"."""
    preposition = sentence.tokens[at].head
    if sentence.tokens[at].dep != "pobj" or sentence.tokens[preposition].lemma != "as":
        return None
    verb = next((n for n in sentence.up(preposition) if sentence.tokens[n].pos == "VERB"), None)
    return verb if verb is not None and sentence.tokens[verb].lemma in word_set("identified.naming") else None
