"""Whom the next sentence names: of "Two nurses were charged. They are X and Y", "A man was held. He was named as X" those."""

from __future__ import annotations

from rashomon.lexicon import word_set
from rashomon.model import parts
from rashomon.model.annotation import Mention
from rashomon.stages.claims.rules.lists import runs_of
from rashomon.stages.claims.view import SentenceView, View

_THEY = frozenset({"they", "he", "she", "both", "these", "them", "him", "her"})
NAMING = frozenset({"be", "identify", "name"})
_CALLED = frozenset({"know", "call", "nickname"})
_NEAR = 3


def named_later(view: View, sentence: SentenceView, at: int) -> list[Mention]:
    """The persons named so, where they are as many as the group counts; one for "a man", "a woman"; else nobody."""
    wanted = counted(sentence, at) or (1 if _is_one(sentence, at) else 0)
    index = sentence.sentence.index + 1
    if not wanted or _has_rival(sentence, at, wanted):
        return []
    for back, after in enumerate(view.sentences[index : index + _NEAR]):
        found = _meant_by_pronoun(after, sentence.tokens[at].lemma.lower()) if back == 0 else None
        found = _said_to_be_all(after, wanted) if found is None else found
        if found is not None:
            return found if len(found) == wanted else []
        if wanted == 1 or _has_rival(after, -1, wanted):
            return []
    return []


def _meant_by_pronoun(after: SentenceView, noun: str) -> list[Mention] | None:
    """Of "They are X and Y", "the police named them as X and Y" those; None where the sentence says nothing so."""
    for frame in after.verbs:
        subject = next(iter((*frame.undergoers.fillers, *frame.subjects.fillers)), None)
        if subject is not None and frame.lemma in NAMING and _takes_up(after, subject, noun):
            return _names_behind(after, after.tokens[frame.at].end)
    return None


def _takes_up(after: SentenceView, at: int, noun: str) -> bool:
    """ "They", "him"; "the men" where men were just told of; "the suspect". No "dead man" is meant by it."""
    if after.tokens[at].text.lower() in _THEY:
        return True
    own = {after.tokens[n].text.lower() for n in after.children[at] if n < at}
    plain = "the" in own and own <= word_set("described.plain")
    return plain and after.tokens[at].lemma.lower() in {noun, "suspect"} & word_set("described.doers")


def _said_to_be_all(after: SentenceView, wanted: int) -> list[Mention] | None:
    """Of "X, Y and Z were the three named in the filing" those; None where the sentence says nothing so."""
    for state in after.nouns:
        many = counted(after, state.at) == wanted and wanted > 1
        if many and after.first(state.at, parts.DETERMINING) is not None and len(state.subjects.fillers) > 1:
            run = next((r for r in runs_of(after) if r[0].head in state.subjects.fillers), [])
            return run if run and run[-1].head < state.at else None
    return None


def counted(sentence: SentenceView, n: int) -> int | None:
    """How many a group is, whether or not it was spoken of before: "two nurses"."""
    return next((int(q.number) for q in sentence.quantities if n in (q.head, q.token) and q.number is not None), None)


def _is_one(sentence: SentenceView, at: int) -> bool:
    before = [t.text.lower() for t in sentence.tokens[max(0, at - 3) : at]]
    return sentence.tokens[at].text.lower() == sentence.tokens[at].lemma.lower() and bool(
        {"a", "an", "one"} & set(before)
    )


def _has_rival(sentence: SentenceView, at: int, wanted: int) -> bool:
    """Whether "he" or "they" may be others: somebody else in the same sentence, one for one, several for several."""
    others = [m for m in sentence.mentions if m.type == "person" and m.form != "pronoun" and m.head != at]
    if wanted == 1:
        return bool(others)
    counted = {q.head: q.number for q in sentence.quantities}
    return any(m.form == "nominal" and counted.get(m.head) == wanted for m in others)


def _names_behind(sentence: SentenceView, start: int) -> list[Mention]:
    """The names of persons behind a verb, each once; none where a verb stands between them."""
    named = [m for m in sentence.mentions if m.form == "name" and m.type == "person" and m.start >= start]
    named.sort(key=lambda m: m.start)
    verbs = [f.at for f in sentence.verbs if sentence.tokens[f.at].is_a(parts.VERB) and f.lemma not in NAMING | _CALLED]
    end = min(
        (sentence.tokens[v].start for v in verbs if sentence.tokens[v].start > start and not _is_name(sentence, v)),
        default=None,
    )
    return [m for m in named if end is None or m.start < end]


def _is_name(sentence: SentenceView, at: int) -> bool:
    mention = sentence.mention_at(at)
    return mention is not None and mention.form == "name"
