"""Second names that a text gives, and births."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.model import parts
from rashomon.model.annotation import Mention, Referent, TimeRef
from rashomon.model.claim import Property, Stance, Subject, Value
from rashomon.stages.claims.accusations.pronouns import is_plain
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.parties import subjects
from rashomon.stages.claims.stance import local_stance
from rashomon.stages.claims.view import SentenceView, View
from rashomon.text.fold import fold_words

_SETTLEMENTS = frozenset(
    {"village", "town", "city", "hamlet", "district", "province", "region", "municipality", "port"}
)
_QUOTED = re.compile(r"\s(?:\"[^\"]+\"|'[^']+'|“[^”]+”|‘[^’]+’|\([^)]+\))(?=\s)")
"""A nickname inside a name is a second name, no part of the first."""
_BORNE = re.compile(
    r"\b(?:under|by) (?:the|a) (?:false |assumed |fake |invented )?name (?:of )?|\b(?:passports?|papers|documents?|identity card|licen[cs]e|visa) "
    r"(?:made out to |(?:in|under) the name (?:of )?)"
)
_REACH = 8
"""Tokens after "(born" in which its date is looked for where the parser hangs it elsewhere."""


def find_aliases(view: View, told: Told) -> Iterator[Draft]:
    """Every alias that the text itself defines."""
    for referent in view.annotations.referents:
        for alias in (a for a in referent.aliases if not _holds(referent.name, a.name)):
            value = Value(text=alias.name, referent=referent.id)
            yield Draft("alias", alias.evidence, alias.evidence.start, Subject(referent=referent.id), value, "alias")
    for sentence in view.sentences:
        yield from _borne(view, sentence)


def _borne(view: View, sentence: SentenceView) -> Iterator[Draft]:
    """ "He had lived there under the name of X", "crossed with a passport in the name of X": whoever does it bears it too."""
    for found in _BORNE.finditer(sentence.text, sentence.sentence.start, sentence.sentence.end):
        borne = next((m for m in sentence.mentions if m.start == found.end() and m.form == "name"), None)
        at = sentence.token_at(found.end() - 1)
        verb = next((f for n in sentence.up(at) if (f := sentence.frame(n)) is not None), None)
        whose = [] if verb is None else [*verb.doers.fillers, *verb.subjects.fillers]
        who = next(
            (r for n in whose if is_plain(view, sentence, n) and (r := _person(view, sentence, n)) is not None), None
        )
        stance = None if verb is None else local_stance(sentence, verb.at)
        if who is None or verb is None or stance is None or borne is None or borne.referent == who.id:
            continue
        quote = sentence.quote(*sorted((verb.at, sentence.token_at(borne.end - 1))))
        yield Draft(
            "alias",
            quote,
            borne.start,
            Subject(referent=who.id),
            Value(text=borne.quote, referent=who.id),
            "alias",
            stance,
        )


def _holds(name: str, alias: str) -> bool:
    """Whether a second name is only a part of the first: "Tyron Price, aka Price"."""
    bare = _QUOTED.sub(" ", name)
    return set(fold_words(alias).split()) <= set(fold_words(bare).split())


def find_births(view: View, told: Told) -> Iterator[Draft]:
    """When and where a person was born, and whose native a person is."""
    for sentence in view.sentences:
        for at, token in enumerate(sentence.tokens):
            word = token.text.casefold()
            if word == "born" or (word == "b." and at and sentence.tokens[at - 1].text == "("):
                who, stance = _born(view, sentence, at), local_stance(sentence, at)
                if who and stance:
                    yield from _births(sentence, at, who, stance)
            elif word in ("native", "natives"):
                yield from _native(view, sentence, at)


def _person(view: View, sentence: SentenceView, at: int) -> Referent | None:
    who = view.referent_at(sentence, at)
    return who if who and who.type == "person" and who.named else None


def _born(view: View, sentence: SentenceView, at: int) -> Referent | None:
    """The one named person that "born" is said of: the name right before it, or the subject."""
    beside = _right_before(view, sentence, at)
    if beside is not None:
        return beside
    token = sentence.tokens[at]
    heads = [token.head] if token.is_a(parts.NOUN_CLAUSE | parts.QUALIFYING) else subjects(sentence, at)
    people = [r for r in (_person(view, sentence, n) for n in heads or _set_before(sentence, at)) if r]
    return people[0] if len(people) == 1 else None


def _set_before(sentence: SentenceView, at: int) -> list[int]:
    """The subject behind a phrase that opens its sentence: "Born in X on the 4th, Y studied"."""
    opens = not any(
        t.is_a(parts.MAIN_VERB | parts.HELPER | parts.COMMON_NOUN | parts.NAME) for t in sentence.tokens[:at]
    )
    if not opens or not sentence.tokens[at].is_a(parts.ADVERBIAL_CLAUSE):
        return []
    main = sentence.tokens[at].head
    return [n for n in sentence.each(main, parts.DOING_SUBJECT | parts.UNDERGOING_SUBJECT) if at < n < main]


def _right_before(view: View, sentence: SentenceView, at: int) -> Referent | None:
    """The name before "(born" or ", born"."""
    if at < 2 or sentence.tokens[at - 1].text not in ("(", ","):
        return None
    before = [m for m in sentence.mentions if m.form == "name" and m.end <= sentence.tokens[at - 1].start]
    last = max(before, key=lambda m: m.end, default=None)
    if last is None or last.type != "person" or last.end < sentence.tokens[at - 2].end:
        return None
    return _person(view, sentence, last.head)


def _births(sentence: SentenceView, at: int, who: Referent, stance: Stance) -> Iterator[Draft]:
    below = set(sentence.subtree(at))
    bracketed = at > 0 and sentence.tokens[at - 1].text == "("
    for time in sentence.times:
        first = sentence.token_at(time.start)
        near = bracketed and at < first <= at + _REACH
        if time.type == "DATE" and time.earliest and first > at and (first in below or near):
            yield _birth(sentence, at, who, "birth_date", time, stance)
            break
    for mention in sentence.mentions:
        tied = mention.head in below and _says_where(sentence, mention.head)
        if mention.type == "place" and mention.form == "name" and tied and mention.head > at:
            yield _birth(sentence, at, who, "birth_place", mention, stance)
            break


def _says_where(sentence: SentenceView, place: int) -> bool:
    """Of "in X", "near X", "in the village of X"."""
    over = sentence.tokens[place].head
    if sentence.tokens[over].lemma == "of" and sentence.tokens[sentence.tokens[over].head].lemma in _SETTLEMENTS:
        over = sentence.tokens[sentence.tokens[over].head].head
    return sentence.tokens[over].lemma in ("in", "at", "near")


def _native(view: View, sentence: SentenceView, at: int) -> Iterator[Draft]:
    """ "X, a native of Y", "X is a native of Y", "natives of Y"."""
    of = sentence.first(at, parts.PHRASE)
    place = sentence.first(of, parts.IN_PHRASE) if of is not None and sentence.tokens[of].lemma == "of" else None
    mention = sentence.mention_at(place) if place is not None else None
    if mention is None or mention.type != "place" or mention.form != "name":
        return
    token = sentence.tokens[at]
    heads = (
        [token.head]
        if token.is_a(parts.APPOSITION)
        else subjects(sentence, token.head)
        if token.is_a(parts.PREDICATE_NOUN)
        else []
    )
    stance = local_stance(sentence, token.head) if token.is_a(parts.PREDICATE_NOUN) else "asserted"
    for who in (_person(view, sentence, n) for n in heads):
        if who and stance:
            yield _birth(sentence, at, who, "birth_place", mention, stance)


def _birth(
    sentence: SentenceView, at: int, who: Referent, kind: Property, what: TimeRef | Mention, stance: Stance
) -> Draft:
    first, last = sorted((at, sentence.token_at(what.end - 1)))
    if isinstance(what, TimeRef):
        value = Value(earliest=what.earliest, latest=what.latest, text=what.quote)
    else:
        value = Value(referent=what.referent, text=what.quote)
    quote = sentence.quote(first, last)
    return Draft(kind, quote, sentence.tokens[at].start, Subject(referent=who.id), value, "birth", stance)
