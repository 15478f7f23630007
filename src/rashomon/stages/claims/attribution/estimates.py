"""Figures that somebody gives without a word of saying: "the ministry put the toll at 31"."""

from __future__ import annotations

from rashomon.lexicon import word_set
from rashomon.model import parts
from rashomon.stages.claims.attribution.found import Found, put_together
from rashomon.stages.claims.attribution.sources import find_speaker
from rashomon.stages.claims.view import SentenceView


def find_count(sentence: SentenceView, at: int) -> Found | None:
    """ "X counted 14 bodies", "X, which had admitted nine deaths": the figure is X's."""
    tokens = sentence.tokens
    thing = sentence.object_of(at) or sentence.first(at, parts.PREDICATE_OF_OBJECT)
    if thing is None or thing < at or not tokens[at].is_a(parts.MAIN_VERB):
        return None
    below = sentence.subtree(thing)
    words = {w for n in below[:6] for w in (tokens[n].lemma.lower(), tokens[n].text.lower())}
    head, source = find_speaker(sentence, at)
    if (
        head is None
        or not words & word_set("estimates.victims")
        or not any(tokens[n].is_a(parts.NUMBER) for n in below)
    ):
        return None
    if tokens[head].text.lower() in ("i", "we", "you"):
        return None
    return put_together(sentence, at, head, (source, [at], below))


def find_published(sentence: SentenceView, at: int) -> Found | None:
    """ "the figure of 43, which the government has published, ...": the figure is the government's."""
    tokens = sentence.tokens
    figure = tokens[at].head
    while tokens[figure].is_a(parts.PHRASE | parts.IN_PHRASE | parts.COUNTING) and tokens[figure].head != figure:
        figure = tokens[figure].head
    if not tokens[at].is_a(parts.RELATIVE_CLAUSE) or tokens[figure].lemma.lower() not in word_set("estimates.counted"):
        return None
    head, source = find_speaker(sentence, at)
    own = [n for n in sentence.subtree(figure) if n < (source[0] if source else at)]
    if head is None or tokens[head].is_a(parts.RELATIVE) or not any(tokens[n].is_a(parts.NUMBER) for n in own):
        return None
    return put_together(sentence, at, head, (source, [at], [n for n in own if not tokens[n].is_a(parts.WHICH)]))


def find_estimate(sentence: SentenceView, at: int) -> Found | None:
    """ "X put the number of dead at nine", "X revised the toll to 31": X gives the figure."""
    tokens = sentence.tokens
    if tokens[at].lemma not in word_set("estimates.gives") or not tokens[at].is_a(parts.MAIN_VERB):
        return None
    thing = sentence.object_of(at)
    if thing is None or tokens[thing].lemma not in word_set("estimates.counted"):
        return None
    given = next((n for n in sentence.phrases(at) if tokens[n].lemma in ("at", "to") and n > thing), None)
    head, source = find_speaker(sentence, at)
    if given is None or head is None:
        return None
    content = [*sentence.subtree(thing), *sentence.subtree(given)]
    return put_together(sentence, at, head, (source, [at], content))
