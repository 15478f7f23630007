"""What a speaker's stance bears on: the point of what is said, not what it takes as given, nor what its words settle already."""

from __future__ import annotations

from dataclasses import replace

from rashomon.model import parts
from rashomon.model.claim import ACCUSATIONS, Attribution
from rashomon.stages.claims.attribution.taken_back import GOES_BACK, RETRACTS
from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.stance import stance_of, under
from rashomon.stages.claims.view import SentenceView, View

_TOLD = frozenset({"killed", "injured", "missing", "kidnapped", "victim", "target", "weapon", "date", "place", "death"})
_PLAIN = frozenset({"say", "report", "evidence", "know"})
"""Classes of words that say how sure a speaker is only with what stands beside them: "they say", "withdrew his statement"."""
_DEAD = frozenset({"dead", "die", "kill", "murder", "perish", "drown"})


def with_given(view: View, draft: Draft) -> Draft:
    """The draft, asserted where a denial takes it as given: "it was not X who shot two", "did not kill the six found dead"."""
    sentence = view.sentence_at(draft.at) if draft.stance == "denied" and draft.property in _TOLD else None
    if sentence is None:
        return draft
    at = sentence.token_at(draft.at)
    held = under(sentence, at)
    cleft = next((n for n, one in enumerate(held) if one.cls == "cleft"), None)
    if cleft is not None:
        return replace(draft, stance=stance_of(held[:cleft]) or draft.stance)
    negated = [one for one in held if one.effect == "denied"]
    given = all(one.cls == "negate" for one in negated) and _finds_dead(sentence, at)
    return replace(draft, stance="asserted") if given else draft


def is_set_around(one: Attribution, at: int) -> bool:
    """True for "According to X, ..." and a final ", X said": what the sentence tells besides is no word of X's."""
    if not one.cue or not one.content:
        return False
    return one.cue[0].quote.lower().startswith("according") or one.content[0].start <= at < one.cue[0].start


def is_read(view: View, one: Attribution, draft: Draft) -> bool:
    """True where the draft's own stance holds what an attribution's word makes of it: "is certain that"."""
    sentence = view.sentence_at(draft.at)
    if sentence is None:
        return False
    above = under(sentence, sentence.token_at(draft.at))
    held = [sentence.tokens[o.token].start for o in above if o.cls not in _PLAIN or o.effect != "pass"]
    back = (
        sentence.tokens[sentence.token_at(one.cue[0].start)].lemma.lower() in RETRACTS | GOES_BACK if one.cue else False
    )
    if one.stance == "denied" and back and all(o.effect != "denied" for o in above):
        return False  # "went back on her claim that": that it was only claimed is the least of it
    return any(c.start <= start < c.end for c in one.cue for start in held)


def is_point(view: View, one: Attribution, draft: Draft) -> bool:
    """True where a draft belongs to what is said itself, not to a clause or phrase about something in it."""
    sentence = view.sentence_at(draft.at)
    if sentence is None:
        return True
    n = sentence.token_at(draft.at)
    told = any(c.quote.lower().endswith(" as") for c in one.cue)  # "wrongly described as a member"
    if (
        sentence.tokens[n].is_a(parts.COMMON_NOUN)
        and not told
        and draft.property not in ACCUSATIONS
        and _is_given(sentence, n, one)
    ):
        return False
    for here in (n, *sentence.up(n)):
        token = sentence.tokens[here]
        if not any(s.start <= token.start < s.end for s in one.content):
            return True
        if token.is_a(parts.OF_A_NOUN) or (token.is_a(parts.ADVERBIAL_CLAUSE) and sentence.opener(here) is not None):
            above = sentence.tokens[token.head]
            return not any(s.start <= above.start < s.end for s in one.content)
    return True


def _finds_dead(sentence: SentenceView, at: int) -> bool:
    """True for a verb whose object is told of as dead by its own words: "the six villagers found dead"."""
    return any(
        sentence.tokens[k].lemma.lower() in _DEAD
        or any(sentence.tokens[j].lemma.lower() in _DEAD for j in sentence.children[k])
        for n in sentence.each(at, parts.UNDERGOING_SUBJECT | parts.OBJECT)
        for k in sentence.each(n, parts.OF_A_NOUN)
    )


def _is_given(sentence: SentenceView, at: int, one: Attribution) -> bool:
    """True for a noun that nothing said governs: "denied any role in the disappearance", "accused of ordering the murder"."""
    held = sentence.sentence.governance
    n = at
    while n < len(held) and held[n].climbs and sentence.tokens[n].head != n:
        n = sentence.tokens[n].head
    token = sentence.tokens[n]
    if token.is_a(parts.SUBJECT):
        return False  # what the sentence is about is what is denied of it: "denied that the raid took place on Friday"
    return any(s.start <= token.start < s.end for s in one.content) and n < len(held) and held[n].over is None
