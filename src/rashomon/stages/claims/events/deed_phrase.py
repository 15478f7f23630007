"""The phrase of a deed in its sentence: what it names, whether that is new, and whose deed it is held to be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from rashomon.lexicon import words
from rashomon.model import parts
from rashomon.model.tree import asked_once
from rashomon.stages.claims.rules.places import senses, standing
from rashomon.stages.claims.view import SentenceView

_OF_IT = ("of", "on", "against", "at", "in", "outside", "inside", "near")
_BESIDES = 1.5
_KEPT = 8
_WORD = re.compile(r"[^\W_]+")
_PLACES = ("deed", "crime", "over")


@asked_once
def is_new(sentence: SentenceView, at: int) -> bool:
    """Whether a noun's phrase names what no word before it did: "the killing of Ada Brenn", "the attack on the Vatra", "on the pay office".

    Names decide; where there are none, what was hit, with the nouns that say which ("pay" of "the pay office").
    """
    below = own_words(sentence, at)
    which = [sentence.tokens[n] for n in _which(sentence, at) if sentence.tokens[n].is_a(parts.COMMON_NOUN)]
    told = [t for t in which if not any(x.start <= t.start < x.end for x in sentence.times)]
    named = [n for n in below if sentence.tokens[n].is_a(parts.NAME)]
    named = [n for n in named if not _is_within(sentence, n)] if told else named
    named += [n for n in words_before(sentence, at) if _is_of_place(sentence, n)]
    if named:
        return not any(_spoken_before(sentence, min(at, n), sentence.tokens[n].text) for n in named)
    return bool(told) and not all(_spoken_before(sentence, at, t.text, t.lemma, f"{t.lemma}s") for t in told)


def _is_of_place(sentence: SentenceView, at: int) -> bool:
    """ "the Orvel convoy attack": called after where it was."""
    mention = sentence.mention_at(at)
    return sentence.tokens[at].is_a(parts.NAME) and mention is not None and mention.type == "place"


def _is_within(sentence: SentenceView, at: int) -> bool:
    """ "the office in Orvel": a town, of which more may be told than of the office."""
    return any(sentence.tokens[n].text.lower() in ("in", "near") for n in (at - 1, at - 2) if n >= 0)


def _which(sentence: SentenceView, at: int) -> Iterator[int]:
    """The nouns behind a noun's "of", "on", "at", each with those that stand in it: "office" and "pay", and not whose it is."""
    for head in behind(sentence, at, *_OF_IT):
        yield head
        yield from (n for n in sentence.children[head] if n < head and sentence.tokens[n].is_a(parts.COMMON_NOUN)
                    and not sentence.tokens[n].is_a(parts.OWNER))  # fmt: skip


def _spoken_before(sentence: SentenceView, at: int, *forms: str) -> bool:
    """Whether a word stands, in one of some forms, before a token of its report."""
    first, start = _first_spoken(sentence.text), sentence.tokens[at].start
    return any(all(first.get(piece, start) < start for piece in _WORD.findall(word.lower())) for word in forms)


def is_first(sentence: SentenceView, at: int) -> bool:
    """Whether a token's word stands there for the first time in its report, in the singular or the plural."""
    token = sentence.tokens[at]
    return not _spoken_before(sentence, at, token.text, token.lemma, f"{token.lemma}s")


@lru_cache(maxsize=_KEPT)
def _first_spoken(text: str) -> Mapping[str, int]:
    """Where each word of a text, lower case, stands for the first time."""
    first: dict[str, int] = {}
    for found in _WORD.finditer(text):
        first.setdefault(found[0].lower(), found.start())
    return first


@asked_once
def own_words(sentence: SentenceView, at: int) -> tuple[int, ...]:
    """The words behind a noun's "of", "on", "at", but for its day."""
    below = dict.fromkeys(n for head in behind(sentence, at, *_OF_IT) for n in _phrase(sentence, head))
    return tuple(n for n in below if not any(t.start <= sentence.tokens[n].start < t.end for t in sentence.times))


def behind(sentence: SentenceView, at: int, *by: str) -> list[int]:
    """The nouns in a noun's phrases with one of these prepositions; what stands right behind it, too, where the parse hangs it higher."""
    own = [n for n in sentence.phrases(at) if n > at]
    if at + 1 < len(sentence) and sentence.tokens[at + 1].is_a(parts.PHRASE) and at + 1 not in own:
        own.insert(0, at + 1)
    phrases = (n for n in own if sentence.tokens[n].text.lower() in by)
    return [k for n in phrases for head in sentence.nouns_after(n) for k in sentence.conjuncts(head)]


def _phrase(sentence: SentenceView, head: int) -> Iterator[int]:
    """A noun with what stands under it, but for clauses about it."""
    yield head
    for n in sentence.children[head]:
        if not sentence.tokens[n].is_a(parts.RELATIVE_CLAUSE | parts.NOUN_CLAUSE):
            yield from _phrase(sentence, n)


def words_before(sentence: SentenceView, at: int) -> Iterator[int]:
    """The names and nouns right before a noun, as a part of it or as its owner, but for its day."""
    held = (n for n in sentence.children[at] if n < at and sentence.tokens[n].is_a(parts.NAME | parts.COMMON_NOUN))
    yield from (n for n in held if not any(t.start <= sentence.tokens[n].start < t.end for t in sentence.times))


@asked_once
def held_for(sentence: SentenceView, at: int) -> int | None:
    """The word of blame or of the law in whose place for a deed a word stands: "wanted" of "wanted for the killing of Y"."""
    for over in sentence.up(at):
        if at in deeds_of(sentence, over):
            return over
    return None


@asked_once
def deeds_of(sentence: SentenceView, at: int) -> frozenset[int]:
    """The deeds of a word of blame or of the law, each with those joined to it."""
    found = (n for frame, entry in senses(sentence, at) for place in _PLACES if place in entry.roles
             for n in standing(sentence, frame, entry, place))  # fmt: skip
    return frozenset(k for n in found for k in sentence.conjuncts(n))


def by_the_way(sentence: SentenceView, law: int | None) -> float:
    """How plainly a word of blame or of the law tells of another deed than the one at hand: in an aside on somebody, or with "also"."""
    if law is None:
        return 0.0
    if any(sentence.tokens[k].text.lower() in words("en-besides.txt") for k in sentence.children[law]):
        return _BESIDES
    return float(aside_of(sentence, law) is not None)


def aside_of(sentence: SentenceView, at: int) -> int | None:
    """The head of the clause or apposition about somebody or something named in which a word stands, or None."""
    inside = parts.RELATIVE_CLAUSE | parts.NOUN_CLAUSE | parts.APPOSITION
    return next((n for n in (at, *sentence.up(at)) if sentence.tokens[n].is_a(inside)), None)
