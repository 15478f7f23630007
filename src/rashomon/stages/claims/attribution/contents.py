"""What a verb of speech brings: the clause, infinitive, object or phrase that is its content."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.claims.attribution.cues import Cue, kinds, nouns, verb_cue
from rashomon.stages.claims.attribution.denied_things import denied_before
from rashomon.stages.claims.attribution.marks import OPENING
from rashomon.stages.claims.attribution.nominal import is_light
from rashomon.stages.claims.attribution.sources import is_passive
from rashomon.stages.claims.attribution.spelled import spelled_clause
from rashomon.stages.claims.view import SentenceView

_OURS = (("mine",), ("ours",), ("hers",), ("theirs",), ("yours",))
_ABOUT = frozenset({"on", "about", "regarding", "concerning"})
_LAST = 7
"""Words from a closing verb of saying on: "said Thursday."."""
_AFTER_OBJECT = (
    parts.RECIPIENT
    | parts.PHRASE
    | parts.PREDICATE_ADJECTIVE
    | parts.PREDICATE_OF_OBJECT
    | parts.CLAUSE
    | parts.OPEN_CLAUSE
    | parts.ADVERBIAL_CLAUSE
)


def find_content(sentence: SentenceView, at: int, cue: Cue) -> tuple[set[int], list[int]]:
    """What is said, as tokens, and the words that bring it ("of", "for") beside the verb."""
    content, brought = _own_content(sentence, at, cue)
    return (content, brought) if content or cue.stance != "denied" else (denied_before(sentence, at), brought)


def _own_content(sentence: SentenceView, at: int, cue: Cue) -> tuple[set[int], list[int]]:
    frames = cue.frames
    clause = _clause(sentence, at, cue)
    clause = None if clause is not None and _behind_colon(sentence, at, clause) else clause
    if clause is not None and not (clause < at and _is_raised(sentence, at)):
        return _clause_content(sentence, at, clause, cue), []
    if "c" in frames and (spelled := spelled_clause(sentence, at)):
        return spelled, []
    if is_passive(sentence, at):
        return _passive_content(sentence, at, cue)
    infinitive = sentence.open_clause(at)
    if infinitive is not None and ("i" in frames or "oi" in frames) and sentence.has_to(infinitive):
        return _infinitive_content(sentence, at, infinitive, cue)
    if infinitive is not None and infinitive > at and _is_gerund(sentence, infinitive) and frames & {"c", "o"}:
        return set(sentence.subtree(infinitive)), []
    thing = sentence.object_of(at)
    if is_light(sentence, at, thing):
        return set(), []
    beside = sentence.phrases(thing) if thing is not None else ()
    for n in (*sentence.each(at, parts.RECIPIENT | parts.PHRASE | parts.BY_PHRASE), *beside):
        if sentence.tokens[n].text.lower() in cue.prepositions and n > at and not _is_aside(sentence, at):
            if _is_day(sentence, n) or sentence.words[n + 1 : n + 2] in _OURS:
                continue  # "called on Friday for", "told a cousin of mine"
            if n - at > 1 and thing is not None and at < thing < n and _stays_whole(sentence, n, cue):
                return set(sentence.subtree(thing)) | set(sentence.subtree(n)), []
            return set(sentence.subtree(n)) - {n}, [n]
    if thing is not None and any(
        f"r:{sentence.tokens[n].text.lower()}" in frames
        for n in sentence.each(at, parts.VERB_PARTICLE | parts.ADVERBIAL)
    ):
        return _object_content(sentence, at, thing), []
    if sentence.tokens[at].lemma.lower() == "call" and not _is_naming(sentence, at):
        return set(), []
    if thing is not None and "on" in frames and thing > at and _is_words(sentence, thing):
        return _object_content(sentence, at, thing) - _topic(sentence, thing), []
    if thing is not None and "ov" in frames and _is_doing(sentence, thing):
        return _object_content(sentence, at, thing), []
    if thing is not None and "o" in frames and thing > at and not _is_aside(sentence, at):
        return _object_content(sentence, at, thing), []
    return set(), []


def _is_day(sentence: SentenceView, preposition: int) -> bool:
    """True for "on Friday", "in March": when, not what."""
    noun = sentence.noun_after(preposition)
    at = sentence.tokens[noun].start if noun is not None else -1
    return any(time.start <= at < time.end for time in sentence.times)


def _behind_colon(sentence: SentenceView, at: int, clause: int) -> bool:
    """ "denies having known him: “I was at home”": the verb has its own content before the colon."""
    own = next((n for n in sentence.each(at, parts.OPEN_CLAUSE) if at < n < clause and _is_gerund(sentence, n)), None)
    return own is not None and any(t.text == ":" for t in sentence.tokens[own:clause])


def _is_raised(sentence: SentenceView, at: int) -> bool:
    """True for "the cook is alleged to have stood guard": what it says is the infinitive."""
    infinitive = sentence.open_clause(at)
    return sentence.undergoing_subject(at) is not None and infinitive is not None and sentence.has_to(infinitive)


def _is_gerund(sentence: SentenceView, verb: int) -> bool:
    """True for "denied knowing", "denied having known"."""
    if sentence.tokens[verb].is_a(parts.GERUND):
        return True
    return any(sentence.tokens[n].text.lower() == "having" for n in sentence.helpers(verb))


def _stays_whole(sentence: SentenceView, preposition: int, cue: Cue) -> bool:
    """True for "described [him as a liar]", "praised [her for it]": the object is part of what is said of it."""
    return cue.group == "judge" or sentence.tokens[preposition].text.lower() in ("as", "to", "with")


def _is_aside(sentence: SentenceView, at: int) -> bool:
    """True for "the plan that rejects ...", "taxpayers reporting gains": a thing described, nobody's words."""
    token = sentence.tokens[at]
    thing = sentence.object_of(at)
    if token.is_a(parts.NOUN_CLAUSE) and token.is_a(parts.GERUND) and not _is_words(sentence, token.head):
        return not _is_beside_subject(sentence, at)
    if sentence.first(at, parts.RECIPIENT) is not None:
        return True
    if thing is not None and sentence.tokens[thing].lemma.lower() in ("life", "victim"):
        return True
    subject = sentence.doing_subject(at)
    return subject is not None and sentence.tokens[subject].text.lower() in ("that", "which")


def _is_beside_subject(sentence: SentenceView, at: int) -> bool:
    """True for "Dell, blaming the guards for it, left": a clause of its own about whoever does the rest."""
    above = sentence.tokens[sentence.tokens[at].head]
    charged = any(sentence.tokens[n].text.lower() in ("for", "of", "on") for n in sentence.phrases(at))
    return (
        charged
        and sentence.tokens[at - 1].text == ","
        and above.is_a(parts.DOING_SUBJECT)
        and sentence.tokens[at].head < at
    )


def _is_naming(sentence: SentenceView, at: int) -> bool:
    """True for "called him a liar", not for "called the garage"."""
    if sentence.first(at, parts.PREDICATE_OF_OBJECT | parts.CLAUSE | parts.ADVERBIAL_CLAUSE) is not None:
        return True
    thing = sentence.object_of(at)
    below = sentence.subtree(thing) if thing is not None else []
    return any(sentence.tokens[n].text in OPENING or sentence.tokens[n].is_a(parts.APPOSITION) for n in below)


def _is_words(sentence: SentenceView, thing: int) -> bool:
    """True for an object that is something said or written: "issued a warning", "published a letter"."""
    lemma = sentence.tokens[thing].lemma.lower()
    return lemma in nouns() or kinds().get(lemma) in ("document", "record")


def _topic(sentence: SentenceView, thing: int) -> set[int]:
    """Of "a statement on the arrest of X" what it is about: that he was arrested is the writer's word."""
    about = (n for n in sentence.phrases(thing) if sentence.tokens[n].text.lower() in _ABOUT)
    return {k for n in about for k in sentence.subtree(n)}


def _is_doing(sentence: SentenceView, thing: int) -> bool:
    """True for an object with a participle: "shows a man running"; a headline's may be read as a noun."""
    if sentence.tokens[thing].text.endswith("ing") and sentence.first(thing, parts.COMPOUNDING) is not None:
        return True
    return any(sentence.tokens[n].is_a(parts.GERUND) for n in sentence.each(thing, parts.NOUN_CLAUSE))


def _clause(sentence: SentenceView, at: int, cue: Cue) -> int | None:
    if "ct" in cue.frames:
        return next(
            (n for n in sentence.each(at, parts.CLAUSE) if n > at + 1 and _opens_with_that(sentence, n, at)), None
        )
    if not cue.frames & {"c", "o"}:
        return None
    clauses = [n for n in sentence.each(at, parts.CLAUSE) if (_is_parted(sentence, n, at) if n < at else True)]
    clauses = [n for n in clauses if "c" in cue.frames or n > at]
    brought = next((n for n in clauses if n > at and _is_brought(sentence, n, at)), None)
    if brought is not None:
        return brought
    return next((n for n in clauses if n < at or not _is_final(sentence, n)), None)


def _opens_with_that(sentence: SentenceView, clause: int, at: int) -> bool:
    """True for a clause that "that" opens: "holds that ..."."""
    return any(sentence.tokens[n].text.lower() == "that" for n in sentence.subtree(clause)[:1] if n > at)


def _is_brought(sentence: SentenceView, clause: int, at: int) -> bool:
    """True for "that ..." right behind the verb and whom it told: whatever stands before is no part of what is said."""
    mark = sentence.opener(clause)
    if mark is None or mark < at or sentence.tokens[mark].text.lower() != "that":
        return False
    return all(t.text not in (",", ";", ":") for t in sentence.tokens[at:mark])


def _is_parted(sentence: SentenceView, clause: int, at: int) -> bool:
    """True for a clause before the verb that a comma or mark parts from it, and no semicolon: not for "he left; she said"."""
    last = sentence.subtree(clause)[-1]
    between = {t.text for t in sentence.tokens[last : at + 1]}
    subject = sentence.doing_subject(at)
    if subject is not None and ":" in {t.text for t in sentence.tokens[last:subject]}:
        return False  # "the indictment is clear: X ordered it"
    parted = any(not mark[0].isalnum() for mark in between) or _closes(sentence, last, at)
    return ";" not in between and parted


def _closes(sentence: SentenceView, last: int, at: int) -> bool:
    """True for "... nine people the agency reported.": the speaker stands between the clause and the last words."""
    speaker, told = sentence.doing_subject(at), sentence.first(at, parts.OBJECT | parts.OPEN_CLAUSE)
    whole = speaker is not None and sentence.subtree(speaker)[0] == last + 1 and speaker < at
    return whole and told is None and len(sentence) - at <= _LAST


def _is_final(sentence: SentenceView, at: int) -> bool:
    """True for ", the agency reported": another speaker's closing clause, which the parse takes for what is said."""
    cue = verb_cue(sentence.tokens[at])
    if (
        cue is None
        or "f" not in cue.frames
        or sentence.first(at, parts.OBJECT | parts.CLAUSE | parts.OPEN_CLAUSE) is not None
    ):
        return False
    first = sentence.subtree(at)[0]
    comma = "," in (sentence.tokens[first].text, sentence.tokens[max(0, first - 1)].text)
    return comma and sentence.doing_subject(at) is not None


def _clause_content(sentence: SentenceView, at: int, clause: int, cue: Cue) -> set[int]:
    content = set(sentence.subtree(clause))
    if clause > at and "c" not in cue.frames:
        thing = sentence.object_of(at)
        content |= set(sentence.subtree(thing)) if thing is not None else set()
    return content


def _passive_content(sentence: SentenceView, at: int, cue: Cue) -> tuple[set[int], list[int]]:
    """ "is believed to have fled", "was accused of theft", "is held": with the subject that it is said of."""
    clause = sentence.first(at, parts.CLAUSE_SUBJECT | parts.UNDERGOING_CLAUSE_SUBJECT)
    if clause is not None and "c" in cue.frames and sentence.first(at, parts.BY_PHRASE) is not None:
        return set(sentence.subtree(clause)), []
    subject = sentence.undergoing_subject(at)
    about = _without_background(sentence, subject) if subject is not None else set()
    infinitive = sentence.open_clause(at)
    if infinitive is not None and sentence.has_to(infinitive) and cue.frames & {"c", "x"}:
        return about | set(sentence.subtree(infinitive)), []
    for n in sentence.phrases(at):
        if sentence.tokens[n].text.lower() in cue.prepositions:
            return about | (set(sentence.subtree(n)) - {n}), [n]
        quoted = sentence.tokens[at].lemma.lower() == "quote" and sentence.first(at, parts.BY_PHRASE) is not None
        if quoted and sentence.tokens[n].text.lower() == "as":
            return about | set(sentence.subtree(n)), []
    if sentence.first(at, parts.BY_PHRASE) is not None and "o" in cue.frames:
        return about, []
    return set(), []


def _without_background(sentence: SentenceView, subject: int) -> set[int]:
    """Of "the raid, in which nine died, was claimed by X": the raid; that nine died is the writer's word."""
    below = set(sentence.subtree(subject))
    for n in sentence.each(subject, parts.RELATIVE_CLAUSE):
        clause = sentence.subtree(n)
        if sentence.tokens[clause[0] - 1].text == ",":
            below -= set(clause)
    return below


def _infinitive_content(sentence: SentenceView, at: int, infinitive: int, cue: Cue) -> tuple[set[int], list[int]]:
    """The infinitive with whom it is asked of: "urged [her to leave]", "called on [her to leave]"."""
    content = set(sentence.subtree(infinitive))
    thing = sentence.object_of(at)
    if thing is not None and at < thing < infinitive and "a" not in cue.frames:
        content |= set(sentence.subtree(thing))
    for n in sentence.phrases(at):
        if at < n < infinitive and sentence.tokens[n].text.lower() in cue.prepositions:
            return (content | set(sentence.subtree(n))) - {n}, [n]
    return content, []


def _object_content(sentence: SentenceView, at: int, thing: int) -> set[int]:
    """The object with what is said of it: "called [him a liar]", "criticized [her for the delay]"."""
    content = set(sentence.subtree(thing))
    for n in sentence.each(at, _AFTER_OBJECT):
        if n > thing and not (sentence.tokens[n].is_a(parts.ADVERBIAL_CLAUSE) and _is_apart(sentence, n)):
            content |= set(sentence.subtree(n))
    return content


def _is_apart(sentence: SentenceView, clause: int) -> bool:
    """True for "... because she left", and for ", saying ...": the source's own next words, not what was judged."""
    if sentence.opener(clause) is not None:
        return True
    first = sentence.subtree(clause)[0]
    after_comma = first > 0 and sentence.tokens[first - 1].text == ","
    return after_comma and sentence.tokens[clause].is_a(parts.GERUND) and verb_cue(sentence.tokens[clause]) is not None
