"""The words that move a sum: the verb and the noun over it, or told of it elsewhere in its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.lexicon import words as lexicon_words
from rashomon.lexicon.frames import entries, lemma_of
from rashomon.model import parts
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.persons.lexicon import words
from rashomon.stages.claims.persons.sums import Sum
from rashomon.stages.claims.view import SentenceView

_SETTING = frozenset({"set", "put", "fix", "assess", "peg", "cap", "determine", "place", "agree"})
_BEHIND = 8
_TWO = 2


@dataclass(frozen=True, slots=True)
class Moved:
    """A sum with the words that move it: its tokens, the verb and the noun over it with their classes."""

    first: int
    last: int
    verb: int | None
    verb_class: str | None
    noun: int | None
    noun_class: str | None

    @property
    def at(self) -> int | None:
        """The word that makes the claim: the verb, else the noun."""
        return self.verb if self.verb is not None else self.noun


def moved_by(sentence: SentenceView, found: Sum) -> Moved:
    """The sum with the verb and the noun that move it, each None where there is none."""
    base = sentence.sentence.start
    first, last = sentence.token_at(base + found.start), sentence.token_at(base + found.end - 1)
    verb = verb_class = noun = noun_class = None
    for n in _above(sentence, first, last):
        cls = class_of(sentence, n)
        if cls == "money-in" or (cls is None and _is_joined_to(sentence, first, last, n)):
            continue  # "handed X an envelope containing S", "sent a wreath and S"
        if sentence.tokens[n].is_a(parts.VERB):
            verb, verb_class = (n, cls) if cls is not None else (None, None)
            break
        if cls is not None and noun is None:
            noun, noun_class = n, cls
        elif cls is None and noun is None and _is_other_thing(sentence, n) and not is_human(sentence, n):
            return Moved(first, last, None, None, None, None)
    if verb is None and noun is None:
        verb, verb_class = told_of_it(sentence, first, last)
    if verb is None and noun is None:
        noun = _one_of_several(sentence, first)
        noun_class = None if noun is None else class_of(sentence, noun)
    behind = _named_before(sentence, first) or _paid_as(sentence, last)
    if noun is None and behind is not None:
        noun, noun_class = behind, class_of(sentence, behind)
    if verb is None and noun is None:
        verb, verb_class = _done_for(sentence, first, last)
    if verb is None and noun is None:
        noun, noun_class = _set_at(sentence, first, last)
    if verb is not None and verb_class == "money-is" and noun is None:
        noun, noun_class = _said_of(sentence, first, last)
    if verb is not None and verb_class == "money-is" and noun is None:
        other, other_class = told_of_it(sentence, first, last)
        if other is not None:
            return Moved(first, last, other, other_class, None, None)
        if sentence.tokens[first - 1].text.lower() == "worth":
            return Moved(first, last, verb, "money-cost", None, None)
        noun, noun_class = _named_by(sentence, verb)
    return Moved(first, last, verb, verb_class, noun, noun_class)


def _is_joined_to(sentence: SentenceView, first: int, last: int, at: int) -> bool:
    """Of "a wreath and S" whether the sum is joined to the wreath."""
    return any(sentence.tokens[n].is_a(parts.JOINED) and sentence.tokens[n].head == at for n in range(first, last + 1))


def told_of_it(sentence: SentenceView, first: int, last: int) -> tuple[int | None, str | None]:
    """Of "the 4 million euros that were awarded to X", "$5,000 that his wife brought" the verb of which the sum is the object."""
    for verb in sentence.verbs:
        if verb.at > last and any(first <= n <= last for n in verb.undergoers.fillers):
            cls = class_of(sentence, verb.at)
            if cls is not None and cls not in ("money-is", "money-cost"):
                return verb.at, cls
    return None, None


def _one_of_several(sentence: SentenceView, first: int) -> int | None:
    """Of "two transfers, one of $18,000 and one of $22,000" the transfers."""
    if not is_one_of(sentence, first):
        return None
    return next((n for n in range(first - 2, -1, -1) if is_payment(sentence, n)), None)


def _is_other_thing(sentence: SentenceView, at: int) -> bool:
    """Of "a $9 million loss", "a house of $9 million": what is of that sum is no sum that moves."""
    token = sentence.tokens[at]
    return token.is_a(parts.NOUN) and token.lemma.casefold() not in words("cash.txt") and token.ent[2:] != "MONEY"


def _above(sentence: SentenceView, first: int, last: int) -> Iterator[int]:
    """The words over a sum, up to the first verb."""
    head = next((n for n in range(first, last + 1) if not first <= sentence.tokens[n].head <= last), last)
    for n in sentence.up(head):
        if not first <= n <= last:
            yield n


def class_of(sentence: SentenceView, at: int) -> str | None:
    """The class of money that the lexicon gives a word, with its particle before that without."""
    token = sentence.tokens[at]
    pos = "V" if token.is_a(parts.VERB) else "N"
    lemma = lemma_of(token.text, token.lemma.lower(), pos)
    if pos == "N" and token.text.lower() == "damage":
        return None  # "damage of S" is what a fire does, "damages of S" what a court awards
    found = [e for e in entries().get((lemma, pos), ()) if e.cls.startswith("money-")]
    after = {t.text.lower() for t in sentence.tokens[at + 1 : at + 4]}
    fits = (e for e in found if not e.particle or e.particle in after)
    return next((e.cls for e in sorted(fits, key=lambda e: not e.particle)), None)


def _named_before(sentence: SentenceView, first: int) -> int | None:
    """Of "the ransom, S in used notes, was left", "his fee: S" the ransom, the fee."""
    if first < _TWO or sentence.tokens[first - 1].text not in (",", "(", ":", "–", "—", "-"):
        return None
    return first - _TWO if is_payment(sentence, first - _TWO) else None


def _paid_as(sentence: SentenceView, last: int) -> int | None:
    """ "$5 million in ransom", "40,000 euros in the form of a forgiven debt": said right behind the sum."""
    if last + 1 >= len(sentence) or sentence.tokens[last + 1].text.lower() not in ("in", "as", "of"):
        return None
    for n in range(last + 2, min(last + _BEHIND, len(sentence))):
        if sentence.tokens[n].is_a(parts.VERB | parts.MARK) and not sentence.tokens[n].is_a(parts.PARTICIPLE):
            return None
        if (class_of(sentence, n) or "money-is") != "money-is" and sentence.tokens[n].is_a(parts.COMMON_NOUN):
            return n
    return None


def _done_for(sentence: SentenceView, first: int, last: int) -> tuple[int | None, str | None]:
    """Of "opened the gate for S" the opening, which somebody is paid for."""
    for verb in sentence.verbs:
        if verb.lemma in lexicon_words("en-paid-for.txt") and any(first <= n <= last for n in verb.oblique("for")):
            return verb.at, "money-done-for"
    return None, None


def _set_at(sentence: SentenceView, first: int, last: int) -> tuple[int | None, str | None]:
    """Of "set bail at S" the bail."""
    for verb in sentence.verbs:
        if verb.lemma in _SETTING and any(first <= n <= last for n in verb.oblique("at")):
            for n in (*verb.undergoers.fillers, *verb.subjects.fillers):
                cls = class_of(sentence, n)
                if cls is not None and cls != "money-is":
                    return n, cls
    return None, None


def _said_of(sentence: SentenceView, first: int, last: int) -> tuple[int | None, str | None]:
    """Of "the S were a loan from X" the loan."""
    for noun in sentence.nouns:
        cls = class_of(sentence, noun.at) if any(first <= n <= last for n in noun.subjects.fillers) else None
        if cls is not None and noun.at > last:
            return noun.at, cls
    return None, None


def _named_by(sentence: SentenceView, verb: int) -> tuple[int | None, str | None]:
    """Of "the bribe was $5,000" the bribe."""
    frame = sentence.frame(verb)
    for n in frame.subjects.fillers if frame is not None else ():
        cls = class_of(sentence, n)
        if cls is not None:
            return n, cls
    return None, None


def is_payment(sentence: SentenceView, n: int) -> bool:
    """Whether a noun calls a sum by what it is paid as: a transfer, a bribe, a fine."""
    return sentence.tokens[n].is_a(parts.COMMON_NOUN) and (class_of(sentence, n) or "money-is") != "money-is"


def is_one_of(sentence: SentenceView, first: int) -> bool:
    """Of "one of $18,000" the "one of"."""
    before = [t.text.lower() for t in sentence.tokens[max(0, first - 2) : first]]
    return (
        len(before) == 2 and before[1] == "of" and before[0] in ("one", "another", "first", "second", "other", "third")
    )
