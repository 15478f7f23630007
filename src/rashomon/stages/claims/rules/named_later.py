"""Whom the next sentence names: of "Two nurses were charged. They are X and Y", "A man was held. He was named as X" those."""

from __future__ import annotations

from rashomon.model.annotation import Mention
from rashomon.stages.claims.view import SentenceView, View

_THEY = frozenset({"they", "he", "she", "both", "these"})
_NAMING = frozenset({"be", "identify", "name"})


def named_later(view: View, sentence: SentenceView, at: int) -> list[Mention]:
    """The persons named so, where they are as many as the group counts; one for "a man", "a woman"; else nobody."""
    wanted = counted(sentence, at) or (1 if _is_one(sentence, at) else 0)
    index = sentence.sentence.index + 1
    after = view.sentences[index] if index < len(view.sentences) else None
    if not wanted or after is None or _has_rival(sentence, at, wanted):
        return []
    for frame in after.verbs:
        subject = next(iter((*frame.undergoers.fillers, *frame.subjects.fillers)), None)
        if subject is not None and frame.lemma in _NAMING and after.tokens[subject].text.lower() in _THEY:
            found = _names_behind(after, after.tokens[frame.at].end)
            return found if len(found) == wanted else []
    return []


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
    verbs = [f.at for f in sentence.verbs if sentence.frame(f.at) is not None and f.lemma not in _NAMING]
    end = min(
        (sentence.tokens[v].start for v in verbs if sentence.tokens[v].start > start and not _is_name(sentence, v)),
        default=None,
    )
    return [m for m in named if end is None or m.start < end]


def _is_name(sentence: SentenceView, at: int) -> bool:
    mention = sentence.mention_at(at)
    return mention is not None and mention.form == "name"
