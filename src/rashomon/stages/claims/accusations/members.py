"""What the members of an armed body are said to have done is said of the body: "Kestrel Front fighters stormed"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rashomon.lexicon import word_set
from rashomon.model import parts
from rashomon.model.annotation import Mention, Token
from rashomon.stages.claims.accusations.accused import Accused
from rashomon.stages.claims.accusations.lexicon import words
from rashomon.stages.claims.actors import Actor
from rashomon.stages.claims.manned import is_manned, whose
from rashomon.stages.claims.view import SentenceView

_LONG = 9
_SAID_OF_IT = parts.PREDICATE_ADJECTIVE | parts.PREDICATE_NOUN | parts.OBJECT | parts.NEGATION
_RANKS = frozenset({"soldier", "trooper", "officer", "guard"})
_UNITS = frozenset({"battalion", "brigade", "regiment", "unit", "squad", "company", "platoon", "corps", "division"})
_EMPTY = frozenset({"state", "republic", "kingdom", "member", "person", "people"})


def with_their_body(sentence: SentenceView, accused: Accused) -> Iterator[Accused]:
    """The same deed by the organisation that the doer's own words name, where they are its members or what it flies and drives."""
    if accused.property in ("perpetrator", "blame"):
        found = [*bodies_beside(sentence, accused.who), *_crews(sentence, accused.who)]
        yield from (replace(accused, who=head) for head in dict.fromkeys(found))


def _crews(sentence: SentenceView, at: int) -> list[int]:
    """The bodies named whose planes or tanks they are: of "warplanes of the Ember Front" the Front; "its fighters" are its own."""
    if is_manned(sentence, at):
        named = ((n, sentence.mention_at(n)) for n in whose(sentence, at))
        return [n for n, m in named if m is not None and m.type == "organization" and m.head == n]
    owner = sentence.owner(at)
    if owner is None or not are_members(sentence.tokens[at]) or sentence.tokens[at].lemma.lower() in _RANKS:
        return []
    mention = sentence.mention_at(owner)
    theirs = mention is not None and mention.form == "pronoun" and mention.type == "organization"
    return [owner] if theirs and mention is not None and mention.referent is not None else []


def with_companions(sentence: SentenceView, accused: Accused) -> Iterator[Accused]:
    """The same deed by those who came along: "soldiers accompanied by fighters of the Lake Front", "soldiers alongside militiamen"."""
    yield from (replace(accused, who=n, words=(*accused.words, n)) for n in _as_did(sentence, accused))
    if accused.property not in ("perpetrator", "blame") or accused.text is not None:
        return
    along = [v for v in sentence.verbs if v.passive and not v.outright and accused.who in v.undergoers.fillers]
    found = [n for v in along if v.lemma in word_set("members.coming_along") for n in v.doers.fillers]
    frame = sentence.frame(accused.at)
    found += [] if frame is None else frame.oblique("alongside")
    armed = words("members.txt") | words("fighters.txt") | words("forces.txt")
    yield from (replace(accused, who=n) for n in dict.fromkeys(found) if sentence.tokens[n].lemma.lower() in armed)


def _as_did(sentence: SentenceView, accused: Accused) -> tuple[int, ...]:
    """Of "X pleaded guilty, as did Y", "X was charged with it, as were Y and Z" those behind: who stands as the accused does, for what he did."""
    at, frame = accused.at, sentence.frame(accused.at)
    if frame is None or accused.who not in frame.subjects.fillers:
        return ()
    for n in sentence.each(at, parts.ADVERBIAL_CLAUSE):
        opening = (
            n > at and sentence.tokens[n - 1].text.lower() == "as" and sentence.tokens[n].lemma in ("do", "be", "have")
        )
        behind = [k for k in sentence.each(n, parts.SUBJECT) if k > n]
        if opening and behind and sentence.first(n, _SAID_OF_IT) is None:
            return tuple(sentence.conjuncts(behind[0]))
    return ()


def are_members(token: Token) -> bool:
    """Whether a noun is for people who act for a body: fighters, soldiers of a unit."""
    return token.lemma.lower() in words("members.txt") | _RANKS


def bodies_beside(sentence: SentenceView, at: int) -> list[int]:
    """The organisations named beside people as whose people they are, by their heads, each once."""
    token = sentence.tokens[at]
    if not are_members(token):
        return []
    mentions = (sentence.mention_at(n) for n in _beside(sentence, at))
    named = [m for m in mentions if m is not None and m.form == "name" and m.type == "organization"]
    return list(dict.fromkeys(m.head for m in named if _is_theirs(token, m)))


def _is_theirs(token: Token, body: Mention) -> bool:
    """Whether a body is said to do what such people do: of soldiers only the very unit that is named, not the army."""
    return token.lemma.lower() not in _RANKS or not _UNITS.isdisjoint(w.lower() for w in body.quote.split())


def _beside(sentence: SentenceView, at: int) -> Iterator[int]:
    yield from sentence.kids(at, "compound", "nmod", "amod")
    whose = next((n for n in sentence.kids(at, "poss") if sentence.tokens[n].tag == "WP$"), None)
    if whose is not None:
        yield from (n for n in sentence.up(at) if sentence.tokens[n].pos in ("NOUN", "PROPN"))
    for preposition in [k for n in sentence.kids(at, "prep") for k in sentence.conjuncts(n)]:
        below = sentence.child(preposition, "pobj")
        if below is not None and sentence.tokens[preposition].lemma.lower() in {"of", "from"}:
            yield below
            yield from sentence.kids(below, "compound", "nmod")
    yield from _right_behind(sentence, at)


def _right_behind(sentence: SentenceView, at: int) -> Iterator[int]:
    """Of "the work of terrorists from X" X, whatever the parser hangs the "from" on."""
    preposition = at + 1
    if preposition < len(sentence) and sentence.tokens[preposition].text.lower() in ("of", "from"):
        below = sentence.noun_after(preposition)
        if below is not None:
            yield below


def whole_phrase(sentence: SentenceView, who: Actor) -> str:
    """The words for somebody; of "a member", which says nothing alone, with the body: "a member of the Iron Wolves"."""
    of = next((n for n in sentence.kids(who.token, "prep") if sentence.tokens[n].lemma == "of"), None)
    if who.name or sentence.tokens[who.token].lemma.lower() not in _EMPTY or of is None:
        return who.words.quote
    below = sentence.child(of, "pobj")
    if (
        sentence.tokens[who.token].lemma != "member"
        and below is not None
        and sentence.tokens[below].lemma != "interest"
    ):
        return who.words.quote
    if of != who.token + 1 or below is None or sentence.child(below, "conj", "relcl", "acl") is not None:
        return who.words.quote
    end = max(sentence.subtree(below))
    return sentence.text[who.words.start : sentence.tokens[end].end] if end - of <= _LONG else who.words.quote
