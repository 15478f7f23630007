"""Pleas: who says before a court that it was not so: "pleaded not guilty", "entered a plea of not guilty", "maintained her innocence"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon import word_set, words
from rashomon.model import parts
from rashomon.model.claim import ChainLink, Subject, Value
from rashomon.model.clause import Frame
from rashomon.model.span import Quote
from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.stance import stance_of, under
from rashomon.stages.claims.view import SentenceView, View

_NOT_GUILTY = ("not", "guilty")
_FAR = 4
"""Words from the verb to "not guilty": "pleaded firmly not guilty", "entered a plea of not guilty"."""


def find_pleas(view: View) -> tuple[Draft, ...]:
    """A denial, on the pleader's own word, for each plea of somebody known."""
    return tuple(d for sentence in view.sentences for d in _in_sentence(view, sentence))


def _in_sentence(view: View, sentence: SentenceView) -> Iterator[Draft]:
    if not {"guilty", "innocent", "innocence"} & set(sentence.words):
        return
    for frame in sentence.verbs:
        last = _plea_end(sentence, frame.at)
        who = next(iter(frame.doers.fillers), None)
        referent = view.referent_at(sentence, who) if last is not None and who is not None else None
        others = who is not None and (
            sentence.lemmas[who] in words("en-finders.txt") or _is_for_another(sentence, frame)
        )
        if (
            last is None
            or referent is None
            or referent.type != "person"
            or others
            or _is_only_thought(sentence, frame.at)
        ):
            continue
        quote = Quote.cut(view.text, sentence.tokens[frame.at].start, sentence.tokens[last].end)
        yield Draft(
            "statement", quote, quote.start, Subject(None, referent.id), Value(text=quote.quote), "reply", "denied",
            (ChainLink(referent.name, "person", referent.id, quote),),
        )  # fmt: skip


def _plea_end(sentence: SentenceView, at: int) -> int | None:
    """The last word of a plea whose verb stands at a token; None where it is none."""
    lemma = sentence.lemmas[at]
    if lemma in word_set("pleas.pleading"):
        for n in range(at + 1, min(at + 2 + _FAR, len(sentence) - 1)):
            if tuple(sentence.words[n : n + 2]) == _NOT_GUILTY:
                return n + 1
        return at + 1 if lemma == "plead" and sentence.words[at + 1 : at + 2] == ("innocent",) else None
    thing = sentence.object_of(at) if lemma in word_set("pleas.keeping_to") else None
    own = (
        thing is not None
        and (owner := sentence.owner(thing)) is not None
        and sentence.tokens[owner].is_a(parts.PRONOUN)
    )
    return thing if thing is not None and own and sentence.lemmas[thing] == "innocence" else None


def _is_for_another(sentence: SentenceView, frame: Frame) -> bool:
    """Of "the judge entered a plea of not guilty for him": it is not the judge's."""
    behind = (sentence.tokens[n] for one in frame.obliques if one.by == "for" for n in one.heads)
    return any(t.is_a(parts.PRONOUN | parts.NAME) for t in behind)


def _is_only_thought(sentence: SentenceView, at: int) -> bool:
    """True for "may plead not guilty", "did not maintain her innocence": a "not" of the plea itself aside."""
    guilty = next((n for n in range(at, len(sentence)) if sentence.words[n] == "guilty"), len(sentence))
    held = (o for o in under(sentence, at) if not (o.cls == "negate" and at < o.token < guilty))
    return stance_of(held) not in (None, "asserted")
