"""Two names that may be one and may be two: what tells, and where nothing does, the question that goes to a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rapidfuzz.distance import OSA

from rashomon.model.account import Account
from rashomon.stages.link.affairs import Around, shared_companions
from rashomon.stages.link.bearers import Bearer, share_alias
from rashomon.stages.link.known_bodies import read_lines
from rashomon.text.english import is_closed
from rashomon.text.fold import fold_words
from rashomon.text.names import NameMatch
from rashomon.text.names.distance import HABIT
from rashomon.text.names.parts import person_name
from rashomon.text.names.persons import SAME_FROM, align
from rashomon.text.names.words import generic, is_first_name, titles

Roles = Mapping[str, frozenset[str]]
"""Referent -> the telling words of the offices, trades and bodies that its report gives it."""
Verdict = Literal["same", "different", "disputed"]
_TELLING = frozenset({"role", "affiliation"})
_ALIKE = 0.6
_FULL, _LETTERS, _SHARE = 2, 2, 3
_SAID_BY_ALL = frozenset({"man", "woman", "suspect", "victim", "mr", "mrs", "ms", "miss", "former"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands around the names: the other names of each document, and what each referent is said to be."""

    around: Around
    roles: Roles
    titles: Roles

    def near(self, a: Bearer, b: Bearer) -> int:
        """How many telling names their documents share."""
        return shared_companions(a.documents, b.documents, self.around)

    def called(self, bearer: Bearer) -> frozenset[str]:
        """The words of all that a bearer is said to be, titles too."""
        return frozenset().union(self.said_of(bearer), *(self.titles.get(r.id, frozenset()) for r in bearer.referents))

    def said_of(self, bearer: Bearer) -> frozenset[str]:
        """The words of the offices, trades and bodies that a bearer is said to have: of these two may exclude each other."""
        return frozenset().union(*(self.roles.get(r.id, frozenset()) for r in bearer.referents))


def read_evidence(accounts: Sequence[Account], around: Around) -> Evidence:
    """What the reports say of every named referent, beside what stands around it."""
    titles = {
        r.id: frozenset(w for t in r.titles for w in _telling(t))
        for account in accounts
        for r in account.annotations.referents
        if r.named and r.titles
    }
    return Evidence(around, _read_roles(accounts), titles)


def _read_roles(accounts: Sequence[Account]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for account in accounts:
        for claim in account.reading.claims:
            if claim.property in _TELLING and claim.subject.referent and claim.value.text:
                found.setdefault(claim.subject.referent, set()).update(_telling(claim.value.text))
    return {ident: frozenset(words) for ident, words in found.items() if words}


def _telling(text: str) -> list[str]:
    return [w for w in fold_words(text).split() if not is_closed(w) and w not in _SAID_BY_ALL and len(w) > 1]


def _exclude(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two offices or trades exclude each other: not where one is but a rank or a form of address."""
    ranks = titles()[0]
    return bool(a - ranks and b - ranks) and not a & b


def judge(a: Bearer, b: Bearer, match: NameMatch, evidence: Evidence) -> tuple[Verdict, str, bool]:
    """The verdict on two names that are close, with its reason, and whether a question holds the two apart."""
    if a.type == "person" and len(a.words) > 1 and len(b.words) > 1:
        return _judge_people(a, b, match, evidence)
    if match.same:
        return "same", match.reason, False
    part = set(a.words) < set(b.words) or set(b.words) < set(a.words)
    odd = set(a.words) ^ set(b.words)
    open_ = a.type == "organization" and part and not odd & generic() and evidence.near(a, b) > 1
    return ("disputed" if open_ else "different"), match.reason, False


def _judge_people(a: Bearer, b: Bearer, match: NameMatch, evidence: Evidence) -> tuple[Verdict, str, bool]:
    one, two = evidence.said_of(a), evidence.said_of(b)
    share = bool(evidence.called(a) & evidence.called(b))
    if match.same and _surname_initial(a.name, b.name):
        return "disputed", f"{match.reason} But of one surname there is only a letter.", True
    if match.same:
        if _two_walks(a, b, evidence) and not (share or share_alias(a, b)):
            why = f"{match.reason} But one is called {_say(evidence.called(a))}, the other {_say(evidence.called(b))}."
            return "disputed", why, True
        slip = _slip(a.name, b.name)
        if slip is None or share or share_alias(a, b):
            return "same", match.reason, False
        if _exclude(one, two) and not a.documents & b.documents:
            why = f"{match.reason} But one is called {_say(one)}, the other {_say(two)}."
            return "disputed", why, True
        if slip == 0 and all(is_first_name(n.words[0]) for n in (a, b)):
            why = f"{match.reason} Nothing tells a slip from a brother: both first names are borne."
            return "disputed", why, True
        return "same", match.reason, False
    asked = _is_question(a, b, match, evidence, share)
    return ("disputed" if asked else "different"), match.reason, False


def _two_walks(a: Bearer, b: Bearer, evidence: Evidence) -> bool:
    """Whether two names of as many parts, that no one spelling joins, are borne in two walks of life: by a lieutenant and a mayor."""
    if len(a.words) != len(b.words):
        return False
    one, two = (frozenset().union(*(_walks().get(w, ()) for w in evidence.called(x))) for x in (a, b))
    return bool(one and two) and one.isdisjoint(two)


@cache
def _walks() -> dict[str, frozenset[int]]:
    """Word -> the rows of the table of walks of life in which it stands."""
    rows = [row.split("\t")[1].split() for row in read_lines("link", "walks.tsv")]
    return {w: frozenset(n for n, row in enumerate(rows) if w in row) for row in rows for w in row}


def _surname_initial(a: str, b: str) -> bool:
    """ "Joren K." against "Joren Kasp": thousands may be meant."""
    one, two = person_name(a).words, person_name(b).words
    return (len(one[-1]) == 1) != (len(two[-1]) == 1)


def _say(words: Sequence[str] | frozenset[str]) -> str:
    return "“" + " ".join(sorted(words)[:4]) + "”"


def _slip(a: str, b: str) -> int | None:
    """Where one name holds a slip that no habit of spelling explains: the place of the word, 0 the first."""
    one, two = person_name(a), person_name(b)
    pairs = [p for p in align(one, two) if not p.initial]
    places = [p.a for p in pairs if p.distance > HABIT or _other_sex(one.words[p.a], two.words[p.b])]
    return places[0] if places else None


def _other_sex(a: str, b: str) -> bool:
    """ "Karol" and "Karola": a name and the one made of it for the other sex."""
    short, long = sorted((a, b), key=len)
    return long in (short + "a", short + "e") and is_first_name(short) and is_first_name(long)


def _is_question(a: Bearer, b: Bearer, match: NameMatch, evidence: Evidence, one_role: bool) -> bool:
    """Whether two names that spelling alone does not join could be one person's, as far as their reports tell."""
    if match.score >= SAME_FROM:
        return True
    near = evidence.near(a, b)
    if not (near or one_role):
        return False
    one, two = person_name(a.name), person_name(b.name)
    pairs = align(one, two)
    if any(p.initial for p in pairs):
        return len(pairs) == min(len(one.words), len(two.words)) > 1
    ends = {(0, 0), (len(one.words) - 1, len(two.words) - 1)}
    whole = ends <= {(p.a, p.b) for p in pairs}
    return whole or (match.score >= _ALIKE and len(pairs) == min(len(one.words), len(two.words)))


def misspelt(a: Bearer, b: Bearer, evidence: Evidence) -> str | None:
    """Why two names too differently spelled for one could yet be one: the same office, and few letters apart."""
    one, two = person_name(a.name).words, person_name(b.name).words
    if len(one) > _FULL < len(two) and {(0, 0), (len(one) - 1, len(two) - 1)} <= _answering(a, b):
        return f"“{a.name}” and “{b.name}” begin and end alike and differ between."
    if len(one) != len(two) or len(one) < _FULL or not evidence.called(a) & evidence.called(b):
        return None
    apart = [OSA.distance(x, y) for x, y in zip(one, two, strict=True)]
    near = all(d <= _LETTERS and d * _SHARE <= len(x) for d, x in zip(apart, one, strict=True))
    if not near or not evidence.near(a, b):
        return None
    shared = _say(evidence.called(a) & evidence.called(b))
    return f"“{a.name}” and “{b.name}” differ in {sum(apart)} letters, and both are called {shared}."


def _answering(a: Bearer, b: Bearer) -> set[tuple[int, int]]:
    """The places of the parts of two names that answer each other."""
    return {(p.a, p.b) for p in align(person_name(a.name), person_name(b.name)) if not p.initial}
