"""Those who are described, not named: "the corporal", "two suicide bombers", "the ministry", "the secret note".

A description beside a name ("X, a contract agent") tells that person's role; "the agent" later is resolved by it where
exactly one fits. What fits nobody gets a referent of its own, which is not named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model.annotation import EntityType
from rashomon.stages.annotate.who.cast import Actor, Standing
from rashomon.stages.annotate.who.lexicon import bodies, person_nouns, signs, table, words
from rashomon.stages.annotate.who.page import Line

_LEFT = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "case", "nmod", "advmod", "quantmod", "predet", "punct", "npadvmod"}
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_POSSESSIVE = frozenset({"his", "her", "their", "its", "my", "our", "your", "whose"})
_GROUPS = frozenset(
    {"people", "police", "authority", "troop", "family", "couple", "crowd", "gang", "duo", "trio", "pair"}
)
_BODIES = frozenset({"authority", "official", "prosecutor", "investigator", "detective", "troop", "police"})
_REFERENCE = 40
"""A definite description looks back no further than this many sentences for an earlier one."""


@dataclass(frozen=True, slots=True)
class Described:
    """A noun phrase about somebody: its tokens, head, what it counts as, and how it points."""

    line: int
    first: int
    last: int
    head: int
    lemma: str
    type: EntityType
    plural: bool
    definite: bool
    owned: bool
    modifiers: frozenset[str]
    heading: bool


def find_descriptions(number: int, line: Line, taken: list[bool]) -> Iterator[Described]:
    """The noun phrases of one line whose head is a noun for persons, bodies or papers."""
    for n, token in enumerate(line.tokens):
        if line.words[n] == "old" and (aged := _aged(number, line, n)):
            yield aged
        if taken[n] or token.pos not in ("NOUN", "PROPN") or n in line.masked:
            continue
        lemma = _lemma(line, n)
        kind = _type(lemma, token.tag)
        if kind is None or token.dep == "compound" or (token.dep in ("amod", "nmod") and n + 1 < len(taken)):
            continue
        if token.pos == "PROPN" and (
            line.heading
            or lemma not in person_nouns()
            or n == 0
            or line.tokens[n - 1].pos not in ("DET", "ADJ", "PROPN")
        ):
            continue
        if _bare(line, n, lemma, kind):
            continue
        if n + 1 < len(taken) and ((taken[n + 1] and _adjacent_title(line, n)) or line.tokens[n + 1].text == "-"):
            continue
        yield _phrase(number, line, n, lemma, kind)


def _aged(number: int, line: Line, n: int) -> Described | None:
    """ "the 24-year-old" as a noun of its own: its age is its only modifier."""
    t, w = line.tokens, line.words
    if n < 4 or w[n - 3 : n] != ("-", "year", "-") or (n + 1 < len(t) and t[n + 1].pos in ("NOUN", "PROPN", "ADJ")):
        return None
    first = n - 5 if n > 4 and w[n - 5] in ("the", "a", "an") else n - 4
    age = frozenset({w[n - 4]})
    return Described(number, first, n + 1, n, "year-old", "person", False, w[first] == "the", False, age, line.heading)


def _bare(line: Line, n: int, lemma: str, kind: EntityType) -> bool:
    """A singular without article is no description of anybody ("taken hostage", "in contact"), but in apposition."""
    t = line.tokens
    if lemma in ("head", "chair", "second", "contact", "lead") and not any(
        x.head == n and x.text in ("of", "in", "at") for x in t[n + 1 : n + 3]
    ):
        return not any(x.head == n and x.dep in ("compound", "poss", "amod") for x in t[max(0, n - 3) : n])
    if (
        t[n].tag in ("NNS", "NNPS")
        or lemma in _GROUPS
        or (kind == "organization" and lemma in ("parliament", "intelligence", "police"))
    ):
        return False
    if t[n].dep in ("appos", "attr"):
        return False
    return not any(x.head == n and x.dep in ("det", "poss", "nummod", "amod", "compound") for x in t[:n]) and t[
        n
    ].dep not in ("nsubj", "nsubjpass")


def _lemma(line: Line, n: int) -> str:
    token = line.tokens[n]
    if line.words[n] == "law" and n > 3 and line.words[n - 3 : n] == ("-", "in", "-"):
        return f"{line.words[n - 4]}-in-law"
    lemma = token.lemma.lower() if token.text.isascii() else line.words[n]
    return "force" if lemma == "forces" else lemma


def _type(lemma: str, tag: str) -> EntityType | None:
    if lemma in _BODIES and (tag in ("NNS", "NNPS") or lemma == "police"):
        return "organization"
    if lemma in person_nouns():
        return "person"
    if lemma in bodies():
        return "organization"
    if lemma in signs("facilities") and tag == "NN":
        return "place"
    return "document" if lemma in words("papers.txt") else None


def _adjacent_title(line: Line, n: int) -> bool:
    """ "agent X": the noun is the name's title, no description of its own."""
    t = line.tokens
    bare = not any(x.head == n and x.dep in ("det", "poss") for x in t[:n])
    return bare or t[n].pos == "PROPN" or t[n].dep in ("compound", "nmod", "appos") or t[n + 1].dep == "appos"


def _phrase(number: int, line: Line, n: int, lemma: str, kind: EntityType) -> Described:
    t, first = line.tokens, n
    while first > 0 and _inside(t, first - 1, n):
        first -= 1
    while first < n and (t[first].pos == "PUNCT" or t[first].dep in ("advmod", "punct") or t[first].text in "\"“‘'"):
        first += 1
    determiners = {line.words[k] for k in range(first, n) if t[k].pos in ("DET", "PRON")}
    owned = bool(determiners & _POSSESSIVE) or any(t[k].tag == "POS" for k in range(first, n))
    plural = (
        t[n].tag in ("NNS", "NNPS")
        or lemma in _GROUPS
        or any(
            t[k].pos == "NUM" and line.words[k] not in ("one", "1")
            for k in range(first, n)
            if t[k].head == n and t[k].dep == "nummod"
        )
    )
    modifiers = frozenset(
        line.words[k] for k in range(first, n)
        if t[k].pos in ("ADJ", "NOUN", "PROPN", "NUM", "VERB") and k not in line.masked
    )  # fmt: skip
    definite = bool(determiners & _DEFINITE) or (t[n].pos == "PROPN" and first == n)
    return Described(number, first, n + 1, n, lemma, kind, plural, definite, owned, modifiers, line.heading)


def _inside(t: tuple, k: int, n: int) -> bool:  # type: ignore[type-arg]
    """Whether token `k` stands left of the head `n` in its noun phrase."""
    return t[k].tag == "POS" or (
        k < t[k].head <= n
        and t[k].dep in _LEFT
        and t[k].pos not in ("ADP", "AUX", "SCONJ")
        and not (t[k].pos == "VERB" and t[k].dep != "amod")
    )


class Gallery:
    """The actors met so far, and who a description can mean."""

    def __init__(self, named: list[Actor]) -> None:
        self.named = named
        self.described: list[tuple[Actor, Described]] = []
        self.last_seen: dict[int, int] = {}

    def place(self, found: Described, line: Line, own: Actor | None) -> Actor:
        """The actor a description means: the one it stands beside, an earlier one, or a new unnamed one."""
        actor = own or self._known(found, line)
        if actor is None:
            actor = Actor(found.type, False, (found.lemma,), plural=found.plural, gender=_gender(found))
        if not any(a is actor for a, _ in self.described) or own is None:
            self.described.append((actor, found))
        actor.standings.append(Standing(found.line, found.first, found.last, found.head, "nominal", actor.type))
        return actor

    def _known(self, found: Described, line: Line) -> Actor | None:
        if _restricted(line, found):
            return None
        if found.plural and found.type != "document":
            return self._same_group(found)
        if not found.definite or found.owned:
            return self._bare_body(found)
        if found.type == "person":
            return self._by_role(found) or self._earlier(found)
        if found.type in ("organization", "place"):
            return self._by_head(found) or self._earlier(found)
        return self._earlier(found)

    def _same_group(self, found: Described) -> Actor | None:
        """The group described by the same words before, or by more words where this description is definite."""
        if found.type == "person" and not found.definite:
            return None
        for actor, other in reversed(self.described):
            if other.lemma != found.lemma or not other.plural or actor.named or other.owned or found.owned:
                continue
            if other.modifiers == found.modifiers or (found.definite and found.modifiers <= other.modifiers):
                return actor
        return None

    def _bare_body(self, found: Described) -> Actor | None:
        """ "police", "parliament" without an article are the same body throughout."""
        if found.type != "organization" or found.owned or found.first != found.head - len(found.modifiers):
            return None
        return next(
            (
                a
                for a, o in self.described
                if o.lemma == found.lemma and o.modifiers == found.modifiers and not a.named and not o.definite
            ),
            None,
        )

    def _by_role(self, found: Described) -> Actor | None:
        """The one named person whose title or role is this noun (or its like), if the other words fit too."""
        like = table("roles.tsv", 2).get(found.lemma) or found.lemma
        if like == "kin":
            return None
        fits = [
            a
            for a in self.named
            if a.type == "person" and a.standings and self._role_fits(a, found, like) and self._seen(a, found)
        ]
        if len(fits) != 1:
            return None
        rivals = any(
            o.lemma == found.lemma and a is not fits[0] and (found.heading or not o.heading) for a, o in self.described
        )
        return None if rivals else fits[0]

    def _seen(self, actor: Actor, found: Described) -> bool:
        return actor.standings[0].line <= found.line

    def _role_fits(self, actor: Actor, found: Described, like: str) -> bool:
        for role, around in actor.roles.items():
            if role == found.lemma and found.modifiers <= around | {role}:
                return True
            if like != found.lemma and (table("roles.tsv", 2).get(role) or role) == like and found.modifiers <= around:
                return True
        return bool(actor.age) and actor.age in found.modifiers

    def _by_head(self, found: Described) -> Actor | None:
        """The one named body whose last word or role is this noun; of several, the one named last, if near."""
        fits = [
            a for a in self.named
            if a.type == found.type and (any(k == found.lemma for k in a.key[-1:]) or found.lemma in a.roles)
            and self._seen(a, found) and (found.modifiers <= set(a.key) | a.roles.get(found.lemma, set()))
        ]  # fmt: skip
        if len(fits) <= 1:
            return fits[0] if fits else None
        near = [a for a in fits if any(found.line - 2 <= s.line <= found.line for s in a.standings)]
        return near[0] if len(near) == 1 else None

    def _earlier(self, found: Described) -> Actor | None:
        """The last one described by the same noun, if no word speaks against it."""
        fits: list[Actor] = []
        for actor, other in reversed(self.described):
            if other.lemma == found.lemma and other.plural and not found.plural and found.type == "person" and not fits:
                return None
            if (
                other.lemma != found.lemma
                or other.plural != found.plural
                or other.owned
                or (actor.named and found.type == "person")
                or found.line - other.line > _REFERENCE
            ):
                continue
            fitting = found.modifiers <= other.modifiers
            fitting = fitting or (other.modifiers <= found.modifiers and found.type == "document")
            if fitting and not any(a is actor for a in fits):
                fits.append(actor)
        return fits[0] if fits and (len(fits) == 1 or found.type == "document") else None


def _restricted(line: Line, found: Described) -> bool:
    """ "the director of the centre", "the man who …": told apart by what follows, so no other's description."""
    t = line.tokens
    for k in range(found.head + 1, min(found.head + 4, len(t))):
        if (
            t[k].head == found.head
            and t[found.head + 1].text != ","
            and (t[k].dep == "relcl" or (t[k].dep == "prep" and t[k].text in ("of", "in", "at", "from", "for")))
        ):
            return found.type != "document" or t[k].text == "of"
    return False


def _gender(found: Described) -> str | None:
    told = person_nouns().get(found.lemma)
    if told:
        return told
    if found.modifiers & {"female", "pregnant"}:
        return "f"
    return "m" if "male" in found.modifiers else None
