"""The dead and the wounded by name: "the dead are A, 34, a teacher, B and her son C", "A and B were among those killed"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model import parts
from rashomon.model.annotation import Mention
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.persons import quantity_of
from rashomon.stages.claims.view import SentenceView

_SAYS_WHO = frozenset({"are", "were", "is", "was", ":", "include", "includes", "included", "including"})
_NAMING = frozenset({"identified", "named", "listed", "identify", "name"})
_PASSED = frozenset({"been", "have", "has", "both", "also", "officially", "as", "by", ",", *_SAYS_WHO, *_NAMING})
_OPENS = frozenset({"-", "–", "—", ":", ",", "("})
_OWNS = frozenset({"'s", "’s", "'", "’"})
_FAR = 12
_PLAIN = parts.NOUN | parts.ADJECTIVE | parts.DETERMINER | parts.NUMBER | parts.ADVERB


def roll_of(sentence: SentenceView, at: int) -> list[int]:
    """The head tokens of those whom a word for the dead or hurt introduces by name; empty where it introduces nobody."""
    for frame in sentence.verbs:
        if frame.lemma == "be" and {at, sentence.tokens[at].head} & {*frame.oblique("among", "amongst")}:
            told = (*frame.subjects.fillers, *frame.doers.fillers)
            return list(_listed(sentence, min(told))) if told else []
    first = next((m for m in _people(sentence) if m.form == "name" and sentence.token_at(m.start) > at), None)
    if first is None:
        return []
    begin = sentence.token_at(first.start)
    return list(_listed(sentence, begin)) if _introduces(sentence, at, begin) else []


def named_behind(sentence: SentenceView, head: int) -> list[int]:
    """The names behind a count of people that are as many as it says: "three men: A, B and C", "two people – A and B – died"."""
    quantity = quantity_of(sentence, head)
    after = max(head, quantity.head if quantity else head) + 1
    if quantity is None or not quantity.number or after >= len(sentence) or sentence.tokens[after].text not in _OPENS:
        return []
    found = list(_listed(sentence, after + 1))
    return found if len(found) == quantity.number > 1 else []


def listed_with(sentence: SentenceView, head: int, at: int) -> list[int]:
    """All who stand in one list with somebody named, with their ages between, before the verb at a token or behind "killed were"."""
    mention = sentence.mention_at(head)
    if mention is None or mention.type != "person" or mention.form != "name":
        return []
    begin = sentence.token_at(mention.start)
    found = list(_listed(sentence, begin, at))
    if not any(t.text.lower() in ("and", "&") for t in sentence.tokens[begin : max(found, default=begin)]):
        return []
    before = begin < at and found and found[-1] < at <= found[-1] + _FAR
    behind = at < begin and any(t.text.lower() in _SAYS_WHO for t in sentence.tokens[at + 1 : begin])
    return found if before or behind else []


def owners_listed(sentence: SentenceView, begin: int) -> Iterator[int]:
    """The names of a list behind "those of": "of union boss A, 44, and of B"."""
    last = begin
    for mention in (m for m in _people(sentence) if m.form == "name" and sentence.token_at(m.start) >= begin):
        first = sentence.token_at(mention.start)
        if not _joins(sentence, last, first, opening=last == begin) or acts_apart(sentence, mention.head, None):
            return
        yield mention.head
        last = sentence.token_at(mention.end - 1) + 1


def opens_roll(sentence: SentenceView, at: int) -> bool:
    """Whether "the victims" or "the deceased" are told of by name here."""
    return is_a(sentence.tokens[at].lemma.lower(), "on_roll") and bool(roll_of(sentence, at))


def _people(sentence: SentenceView) -> list[Mention]:
    return sorted((m for m in sentence.mentions if m.type == "person"), key=lambda m: (m.start, -m.end))


def _introduces(sentence: SentenceView, at: int, begin: int) -> bool:
    """Whether only words of naming stand between the word for the dead and the first name."""
    gap = sentence.tokens[at + 1 : begin]
    words = [t.text.lower() for t in gap]
    before = {t.text.lower() for t in sentence.tokens[max(0, at - 4) : at]}
    named = bool(_NAMING & {*words, *before})
    told = bool(_SAYS_WHO & {*words}) or (named and "as" in words)
    if not told or len(gap) > _FAR or ("by" in words and "as" not in words) or ("as" in words and not named):
        return False
    return all(w in _PASSED or t.is_a(_PLAIN) for w, t in zip(words, gap, strict=True))


def _listed(sentence: SentenceView, begin: int, verb: int | None = None) -> Iterator[int]:
    """Those of a list that begins at a token: names, and kin without one ("their grandmother"); `verb` is told of all of them."""
    last, people = begin, [m for m in _people(sentence) if sentence.token_at(m.end - 1) >= begin]
    for n, mention in enumerate(people):
        first = sentence.token_at(mention.start)
        if not _joins(sentence, last, first, opening=last == begin) or acts_apart(sentence, mention.head, verb):
            return
        if _is_listed(sentence, mention, first, people[n + 1 : n + 2]):
            yield mention.head
            last = sentence.token_at(mention.end - 1) + 1


def _joins(sentence: SentenceView, last: int, first: int, *, opening: bool) -> bool:
    """Whether what stands between two of a list can be their ages, trades and homes, and no clause of its own."""
    gap = sentence.tokens[last:first]
    joint = opening or any(t.text.lower() in (",", ";", "and", "&") for t in gap)
    clause = any(t.is_a(parts.VERB) and not t.is_a(parts.PARTICIPLE) for t in gap)
    return joint and len(gap) <= _FAR and not clause


def _is_listed(sentence: SentenceView, mention: Mention, first: int, following: list[Mention]) -> bool:
    """A name that nothing owns or leads away from; or somebody's kin, where no name follows that says who."""
    after = sentence.token_at(mention.end - 1) + 1
    if after < len(sentence) and sentence.tokens[after].text in _OWNS:
        return False
    opens = first
    while opens and sentence.tokens[opens - 1].is_a(parts.NOUN | parts.ADJECTIVE | parts.DETERMINER):
        opens -= 1
    if opens and sentence.tokens[opens - 1].is_a(parts.PREPOSITION) and sentence.tokens[opens - 1].text.lower() != "as":
        return False
    if mention.form == "name":
        return True
    named = bool(following) and following[0].form == "name" and sentence.token_at(following[0].start) <= after + 1
    kin = mention.form == "nominal" and sentence.tokens[first].is_a(parts.POSSESSIVE)
    return kin and not named and not sentence.tokens[mention.head].is_a(parts.PLURAL)


def acts_apart(sentence: SentenceView, head: int, verb: int | None) -> bool:
    """ "..., a relative, Ivo Tell, said": who does something of his own is not on the list.

    Not so of "a boy accused of shooting his parents and three cousins told": the parser joins the cousins to the boy.
    """
    own = (
        f for f in sentence.verbs if f.outright and not f.passive and f.lemma != "be" and f.at > head and f.at != verb
    )
    acting = ({*f.subjects.fillers, *f.doers.fillers} for f in own)
    return any(head in those and not any(n < (verb or 0) < head for n in those) for those in acting)
