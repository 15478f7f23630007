"""Those who are described, not named: "the corporal", "two suicide bombers", "the ministry", "the secret note".

A description beside a name ("X, a contract agent") tells that person's role; "the agent" later is resolved by it where
exactly one fits. What fits nobody gets a referent of its own, which is not named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import parts
from rashomon.model.annotation import EntityType, Token
from rashomon.stages.annotate.who.lexicon import bodies, is_persons, person_nouns, signs, words
from rashomon.stages.annotate.who.page import Line

_LEFT = (
    parts.BEFORE_NOUN
    | parts.OWNER
    | parts.ADVERBIAL
    | parts.ADVERBIAL_NOUN
    | parts.DETERMINING
    | parts.PREDETERMINING
    | parts.COUNTING
    | parts.BOUNDING
    | parts.OWNERSHIP
    | parts.PUNCTUATING
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_POSSESSIVE = frozenset({"his", "her", "their", "its", "my", "our", "your", "whose"})
_GROUPS = frozenset(
    {"people", "police", "authority", "troop", "family", "couple", "crowd", "gang", "duo", "trio", "pair"}
)
_BODIES = frozenset({"authority", "official", "prosecutor", "investigator", "detective", "troop", "police"})


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


def find_descriptions(
    number: int, line: Line, taken: list[bool], short: frozenset[str] = frozenset()
) -> Iterator[Described]:
    """The noun phrases of one line whose head is a noun for persons, bodies or papers.

    `short` are the words by which the text may take up its bodies again, "the Observatory", "the Volunteers".
    """
    for n, token in enumerate(line.tokens):
        if line.words[n] == "old" and (aged := _aged(number, line, n)):
            yield aged
        if taken[n] or not token.part & parts.NOUN or n in line.masked:
            continue
        lemma = _lemma(line, n)
        kind = _type(lemma, line, n)
        if kind is None and line.words[n] in short and _takes_up(line, n):
            lemma = line.words[n]
            yield Described(number, n - 1, n + 1, n, lemma, "organization", False, True, False, frozenset(), False)
            continue
        if (
            kind is None
            or token.is_a(parts.COMPOUNDING)
            or (token.is_a(parts.QUALIFYING | parts.NOUN_MODIFIER) and n + 1 < len(taken))
        ):
            continue
        if token.is_a(parts.NAME) and not _proper(line, n, lemma):
            continue
        if _bare(line, n, lemma, kind) or (lemma == "source" and _of_thing(line, n)):
            continue
        if n + 1 < len(taken) and ((taken[n + 1] and _adjacent_title(line, n)) or line.tokens[n + 1].text == "-"):
            continue
        described = _phrase(number, line, n, lemma, kind)
        if "no" not in line.words[described.first : n]:
            yield described


def _proper(line: Line, n: int, lemma: str) -> bool:
    """Whether a capitalised noun describes: "the Prime Minister", "the Governor-General", "the Panel"."""
    if line.heading or n == 0:
        return False
    opens = n - 2 if n > 2 and "-" in lemma and line.words[n - 1] == "-" else n
    if lemma in person_nouns():
        return line.tokens[opens - 1].is_a(parts.NAME | parts.ADJECTIVE | parts.DETERMINER)
    return lemma in bodies() and line.words[opens - 1] == "the"


def _takes_up(line: Line, n: int) -> bool:
    """ "the Observatory said": a capital in running text, with nothing of a name on either side."""
    after = line.capital[n + 1 : n + 2] == (True,)
    return not line.heading and n > 0 and line.capital[n] and line.words[n - 1] == "the" and not after


def _of_thing(line: Line, n: int) -> bool:
    """ "the source of the smoke" is nobody."""
    return n + 1 < len(line.words) and line.words[n + 1] == "of"


def _aged(number: int, line: Line, n: int) -> Described | None:
    """ "the 24-year-old" as a noun of its own: its age is its only modifier."""
    t, w = line.tokens, line.words
    if n < 4 or w[n - 3 : n] != ("-", "year", "-") or (n + 1 < len(t) and t[n + 1].is_a(parts.NOUN | parts.ADJECTIVE)):
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
        mine = any(x.is_a(parts.POSSESSIVE) for x in t[max(0, n - 2) : n])
        return mine or not any(
            x.head == n and x.is_a(parts.OWNER | parts.QUALIFYING | parts.COMPOUNDING) for x in t[max(0, n - 3) : n]
        )
    if (
        t[n].is_a(parts.PLURAL)
        or lemma in _GROUPS
        or (kind == "organization" and lemma in ("parliament", "intelligence", "police"))
    ):
        return False
    if t[n].is_a(parts.APPOSITION | parts.PREDICATE_NOUN):
        return False
    return not any(
        x.head == n and x.is_a(parts.OWNER | parts.DETERMINING | parts.QUALIFYING | parts.COMPOUNDING | parts.COUNTING)
        for x in t[:n]
    ) and not t[n].is_a(parts.SUBJECT)


def _lemma(line: Line, n: int) -> str:
    token = line.tokens[n]
    if n > 1 and token.is_a(parts.NOUN) and line.tokens[n - 1].text == "-":
        whole = f"{line.words[n - 2]}-{line.words[n]}"
        if whole in person_nouns():
            return whole
    if line.words[n] == "law" and n > 3 and line.words[n - 3 : n] == ("-", "in", "-"):
        return f"{line.words[n - 4]}-in-law"
    lemma = token.lemma.lower() if token.text.isascii() else line.words[n]
    return "force" if lemma == "forces" else lemma


def _type(lemma: str, line: Line, n: int) -> EntityType | None:
    token = line.tokens[n]
    if lemma in _BODIES and (token.is_a(parts.PLURAL) or lemma == "police"):
        return "organization"
    if lemma in person_nouns():
        return "person"
    if lemma in bodies():
        return "organization"
    if is_persons(lemma) and _is_named(line, n):
        return "person"
    if lemma in signs("facilities") and token.is_a(parts.SINGULAR_NOUN):
        return "place"
    return "document" if lemma in words("papers.txt") else None


def _is_named(line: Line, n: int) -> bool:
    """Whether a name stands in apposition to a noun: any word for a person describes somebody then, "a porter named X"."""
    return any(t.head == n and t.is_a(parts.APPOSITION) and t.is_a(parts.NAME) for t in line.tokens[n + 1 :])


def _adjacent_title(line: Line, n: int) -> bool:
    """ "agent X": the noun is the name's title, no description of its own."""
    t = line.tokens
    bare = not any(x.head == n and x.is_a(parts.OWNER | parts.DETERMINING) for x in t[:n])
    return (
        bare
        or t[n].is_a(parts.NAME | parts.APPOSITION | parts.COMPOUNDING | parts.NOUN_MODIFIER)
        or t[n + 1].is_a(parts.APPOSITION)
    )


def _phrase(number: int, line: Line, n: int, lemma: str, kind: EntityType) -> Described:
    t, first = line.tokens, n
    while first > 0 and _inside(t, first - 1, n):
        first -= 1
    while first < n and (t[first].is_a(parts.MARK | parts.ADVERBIAL | parts.PUNCTUATING) or t[first].text in "\"“‘'"):
        first += 1
    determiners = {line.words[k] for k in range(first, n) if t[k].is_a(parts.PRONOUN | parts.DETERMINER)}
    owned = bool(determiners & _POSSESSIVE) or any(t[k].is_a(parts.OWNING_MARK) for k in range(first, n))
    plural = (
        t[n].is_a(parts.PLURAL)
        or lemma in _GROUPS
        or any(
            t[k].is_a(parts.NUMBER) and line.words[k] not in ("one", "1")
            for k in range(first, n)
            if t[k].head == n and t[k].is_a(parts.COUNTING)
        )
    )
    modifiers = frozenset(
        line.words[k] for k in range(first, n)
        if t[k].is_a(parts.NOUN | parts.MAIN_VERB | parts.ADJECTIVE | parts.NUMBER) and k not in line.masked
    )  # fmt: skip
    definite = bool(determiners & _DEFINITE) or (t[n].is_a(parts.NAME) and first == n)
    return Described(number, first, n + 1, n, lemma, kind, plural, definite, owned, modifiers, line.heading)


def _inside(t: tuple[Token, ...], k: int, n: int) -> bool:
    """Whether token `k` stands left of the head `n` in its noun phrase."""
    return t[k].is_a(parts.OWNING_MARK) or (
        k < t[k].head <= n
        and t[k].is_a(_LEFT)
        and not t[k].is_a(parts.HELPER | parts.PREPOSITION | parts.SUBORDINATOR)
        and not (t[k].is_a(parts.MAIN_VERB) and not t[k].is_a(parts.QUALIFYING))
    )


def restricted(line: Line, found: Described) -> bool:
    """ "the director of the centre", "the man who …": told apart by what follows, so no other's description."""
    t = line.tokens
    for k in range(found.head + 1, min(found.head + 4, len(t))):
        if (
            t[k].head == found.head
            and t[found.head + 1].text != ","
            and (
                t[k].is_a(parts.RELATIVE_CLAUSE)
                or (t[k].is_a(parts.PHRASE) and t[k].text in ("of", "in", "at", "from", "for"))
            )
        ):
            return found.type != "document" or t[k].text == "of"
    return False


def gender_told(found: Described) -> str | None:
    """ "m" or "f" where the words of a description tell, else None."""
    told = person_nouns().get(found.lemma)
    if told:
        return told
    if found.modifiers & {"female", "pregnant"}:
        return "f"
    return "m" if "male" in found.modifiers else None
