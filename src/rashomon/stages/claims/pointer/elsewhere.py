"""What the rest of a report tells of somebody, as features: in which places of which kinds of frame, by what words.

A pathologist told of once, who later "holds the knife", has wounded nobody; whom other sentences show led away may have. As with
the sentence's own features these are kinds of words, never names.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model import parts
from rashomon.model.tree import asked_once
from rashomon.stages.claims.accusations.accused import kinds_at
from rashomon.stages.claims.attribution.cues import kinds as kinds_of_speakers
from rashomon.stages.claims.pointer.classes import known_classes_of
from rashomon.stages.claims.view import SentenceView, View

_MUCH = 3
"""How many other sentences speak of somebody of whom a report tells much."""


def told_elsewhere(sentence: SentenceView, at: int) -> tuple[str, ...]:
    """What the other sentences of its report tell of whoever stands at a token."""
    mention, report = sentence.mention_at(at), sentence.report
    if mention is None or mention.referent is None or report is None:
        return ("rest:nobody",)
    of, here = _by_sentence(report, mention.referent), sentence.sentence.index
    others = [found for index, found in of if index != here]
    how_much = "none" if not others else "much" if len(others) >= _MUCH else "some"
    before = any(index < here for index, _ in of)
    told = {f for found in others for f in found}
    return (f"rest:{how_much}", f"rest:before{int(before)}", *sorted(told))


@asked_once
def _by_sentence(report: View, referent: str) -> tuple[tuple[int, frozenset[str]], ...]:
    """Of each sentence that speaks of somebody what it tells of them."""
    heads: dict[int, set[int]] = {}
    for mention in report.mentions_of.get(referent, ()):
        heads.setdefault(mention.sentence, set()).add(mention.head)
    return tuple(
        (index, frozenset(f for at in sorted(tokens) for f in _told_at(report.sentences[index], at)))
        for index, tokens in heads.items()
    )


def _told_at(sentence: SentenceView, at: int) -> Iterator[str]:
    """What one sentence tells of whoever stands at a token: by what noun, in which places of frames."""
    words = [n for n in (at, *sentence.appositions(at)) if not sentence.tokens[n].is_a(parts.NAME)]
    beside = [n for n in sentence.children[at] if sentence.tokens[n].is_a(parts.BEFORE_NOUN | parts.ADJECTIVE)]
    for n in (*words, *beside):
        lemma = sentence.lemmas[n]
        yield from (f"rest:called={c}" for c in known_classes_of(lemma))
        if lemma in kinds_of_speakers():
            yield f"rest:speaks={kinds_of_speakers()[lemma]}"
    for frame in (*sentence.verbs, *sentence.nouns):
        for role, held in (("subject", frame.subjects), ("undergoer", frame.undergoers)):
            if at in held.fillers:
                voiced = f"rest:{role}{'p' if frame.passive else 'a'}"
                yield from (f"{voiced}={c}" for c in known_classes_of(frame.lemma.lower()))
                if kinds_at(sentence, frame.at):
                    yield f"{voiced}=deed"
