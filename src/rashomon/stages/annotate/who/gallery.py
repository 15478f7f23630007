"""Who a description can mean: those named so far by title, role or head noun, and those described before."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator

from rashomon.stages.annotate.who.cast import Actor, Standing
from rashomon.stages.annotate.who.descriptions import Described, gender_told, restricted
from rashomon.stages.annotate.who.lexicon import outlets, signs, table
from rashomon.stages.annotate.who.names import Key
from rashomon.stages.annotate.who.page import Line

_REFERENCE = 40
"""A definite description looks back no further than this many sentences for an earlier one."""
_TAKEN_UP = 3
"""A word for its kind takes up a body that was named no more than this many sentences ago."""
_MEMORY = 30
"""As many descriptions by one noun are kept in mind, so that long documents cost no more a word than short ones."""


class Gallery:
    """The actors met so far, by the nouns that may mean them."""

    def __init__(self, named: list[Actor]) -> None:
        self.actors = list(named)
        self._described: dict[str, deque[tuple[Actor, Described]]] = defaultdict(lambda: deque(maxlen=_MEMORY))
        self._by_noun: dict[str, list[Actor]] = defaultdict(list)
        for actor in named:
            if actor.type != "person":
                for head in name_heads(actor.key):
                    self._by_noun[head].append(actor)
            for role in actor.roles:
                self._by_noun[_like(role)].append(actor)
            if actor.age:
                self._by_noun[actor.age].append(actor)

    def learn(self, actor: Actor, found: Described, line: Line) -> None:
        """A description beside a name tells a role with its words, and maybe an age."""
        actor.roles.setdefault(found.lemma, set()).update(found.modifiers)
        self._by_noun[_like(found.lemma)].append(actor)
        for n in range(found.first, found.head):
            if line.words[n] == "old" and line.words[n - 4].isdigit():
                actor.age = actor.age or line.words[n - 4]
                self._by_noun[actor.age].append(actor)

    def place(self, found: Described, line: Line, own: Actor | None) -> Actor:
        """The actor a description means: the one it stands beside, an earlier one, or a new unnamed one."""
        actor = own or self._known(found, line)
        if actor is None:
            actor = Actor(found.type, False, (found.lemma,), plural=found.plural, gender=gender_told(found))
            self.actors.append(actor)
        self._described[found.lemma].append((actor, found))
        actor.standings.append(_standing(actor, found, line))
        return actor

    def _known(self, found: Described, line: Line) -> Actor | None:
        if restricted(line, found):
            return None
        if found.plural and found.type != "document":
            return self._same_group(found)
        if not found.definite or found.owned:
            return self._bare_body(found)
        if found.type == "person":
            return self._by_role(found) or self._earlier(found)
        if found.type in ("organization", "place"):
            return self._by_head(found) or self._earlier(found) or self._taken_up(found)
        return self._earlier(found)

    def _before(self, found: Described) -> Iterator[tuple[Actor, Described]]:
        """Those described by the same noun before, the last first."""
        return reversed(self._described[found.lemma])

    def _same_group(self, found: Described) -> Actor | None:
        """The group described by the same words before, or by more words where this description is definite."""
        if (found.type == "person" and not found.definite) or found.owned:
            return None
        for actor, other in self._before(found):
            if not other.plural or actor.named or other.owned:
                continue
            if other.modifiers == found.modifiers or (found.definite and found.modifiers <= other.modifiers):
                return actor
        return None

    def _bare_body(self, found: Described) -> Actor | None:
        """ "police", "parliament" without an article are the same body throughout."""
        if found.type != "organization" or found.owned or found.first != found.head - len(found.modifiers):
            return None
        for actor, other in self._before(found):
            if other.modifiers == found.modifiers and not actor.named and not other.definite:
                return actor
        return None

    def _by_role(self, found: Described) -> Actor | None:
        """The one named person whose title or role is this noun (or its like), if the other words fit too."""
        like = _like(found.lemma)
        if like == "kin":
            return None
        known = [*self._by_noun[like], *(a for m in found.modifiers if m.isdigit() for a in self._by_noun[m])]
        fits = _distinct(a for a in known if a.type == "person" and _role_fits(a, found, like) and _seen(a, found))
        if len(fits) != 1:
            return None
        rivals = any(a is not fits[0] and (found.heading or not o.heading) for a, o in self._before(found))
        return None if rivals else fits[0]

    def _by_head(self, found: Described) -> Actor | None:
        """The one named body whose last word or role is this noun; of several, the one named last, if near."""
        fits = _distinct(
            a for a in self._by_noun[found.lemma]
            if a.type == found.type and _seen(a, found)
            and found.modifiers <= set(a.key) | a.roles.get(found.lemma, set())
        )  # fmt: skip
        if len(fits) <= 1:
            return fits[0] if fits else None
        near = [a for a in fits if any(found.line - 2 <= s.line <= found.line for s in a.standings)]
        return near[0] if len(near) == 1 else None

    def _taken_up(self, found: Described) -> Actor | None:
        """ "The group", "the company" by itself: the one body named in the last sentences that such a word can mean."""
        again = next((kind for kind in _AGAIN if found.lemma in signs(kind)), None)
        if again is None or found.modifiers or found.heading:
            return None
        fits = [a for a in self.actors if a.named and a.type == "organization" and _AGAIN[again](a)]
        near = [a for a in fits if any(_stands_before(s, found) for s in a.standings)]
        return near[0] if len(near) == 1 else None

    def _earlier(self, found: Described) -> Actor | None:
        """The last one described by the same noun, if no word speaks against it."""
        fits: list[Actor] = []
        for actor, other in self._before(found):
            if other.plural and not found.plural and found.type == "person" and not fits:
                return None
            named = actor.named and found.type == "person"
            if other.plural != found.plural or other.owned or named or found.line - other.line > _REFERENCE:
                continue
            fitting = found.modifiers <= other.modifiers
            fitting = fitting or (other.modifiers <= found.modifiers and found.type == "document")
            if fitting and not any(a is actor for a in fits):
                fits.append(actor)
        return fits[0] if fits and (len(fits) == 1 or found.type == "document") else None


def _may_be_a_group(actor: Actor) -> bool:
    """Whether "the group" may mean a body: no office, firm, paper or school by its name."""
    return not any(word in signs("not_groups") for word in actor.key) and not _is_outlet(actor)


def _is_a_firm(actor: Actor) -> bool:
    return "company" in actor.roles or any(word in signs("firms") for word in actor.key)


def _is_outlet(actor: Actor) -> bool:
    return len(actor.key) == 1 and actor.key[0] in outlets()


def _stands_before(standing: Standing, found: Described) -> bool:
    """In the sentences before, or before it in its own."""
    back = found.line - standing.line
    return 0 < back <= _TAKEN_UP or (back == 0 and standing.first < found.first)


_AGAIN = {"groups_again": _may_be_a_group, "firms_again": _is_a_firm}


def _standing(actor: Actor, found: Described, line: Line) -> Standing:
    """Where the description stands; the capitalised noun of a body's name is a short form of the name."""
    own = actor.named and actor.type == "organization" and line.capital[found.head] and not line.heading
    if own and found.lemma in actor.key and not found.modifiers and not found.owned:
        return Standing(found.line, found.head, found.last, found.head, "name", actor.type)
    return Standing(found.line, found.first, found.last, found.head, "nominal", actor.type)


def name_heads(key: Key) -> tuple[str, ...]:
    """The nouns that a name may be taken up by: its last word, and the one before "of"."""
    at = next((n for n, w in enumerate(key) if w in ("of", "for") and n), 0)
    return (key[-1], key[at - 1]) if at else (key[-1],)


def _like(lemma: str) -> str:
    """The group of roles that reports use for one another, or the noun itself."""
    return table("roles.tsv", 2).get(lemma) or lemma


def _seen(actor: Actor, found: Described) -> bool:
    return bool(actor.standings) and actor.standings[0].line <= found.line


def _role_fits(actor: Actor, found: Described, like: str) -> bool:
    for role, around in actor.roles.items():
        if role == found.lemma and found.modifiers <= around | {role}:
            return True
        if like != found.lemma and _like(role) == like and found.modifiers <= around:
            return True
    return bool(actor.age) and actor.age in found.modifiers


def _distinct(actors: Iterator[Actor]) -> list[Actor]:
    return list({id(a): a for a in actors}.values())
