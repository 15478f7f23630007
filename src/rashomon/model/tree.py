"""A sentence's tokens as a tree: what hangs on what. Words are asked for by the part they play."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import wraps
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, TypeVarTuple

from rashomon.model import parts

if TYPE_CHECKING:
    from rashomon.model.annotation import Token


class Answering(Protocol):
    """Something that never changes and keeps what was asked about it: a sentence, a document's view."""

    @property
    def answers(self) -> dict[tuple[object, ...], Any]:
        """What was asked already, by the question and what it was about."""


Asked = TypeVar("Asked", bound=Answering)
Answer = TypeVar("Answer", bound=Hashable)
About = TypeVarTuple("About")


def asked_once(ask: Callable[[Asked, *About], Answer]) -> Callable[[Asked, *About], Answer]:
    """A question about a sentence or a document, its answers kept with what was asked about.

    Only for answers that nobody can change: numbers, tuples, frozen sets.
    """

    @wraps(ask)
    def answer(asked: Asked, *about: *About) -> Answer:
        answers, key = asked.answers, (ask, *about)
        found = answers.get(key, _UNKNOWN)
        if found is _UNKNOWN:
            found = answers[key] = ask(asked, *about)
        return found  # type: ignore[no-any-return]

    return answer


_UNKNOWN = object()
"""What stands for an answer that is not known yet: None may be one."""


class Tree:
    """Tokens with their children. Tokens are spoken of by their index in the sentence."""

    __slots__ = ("_lemmas", "_said", "_words", "answers", "children", "tokens")

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._begin(tokens)
        self.children: list[list[int]] = [[] for _ in tokens]
        for n, token in enumerate(tokens):
            if token.head != n:
                self.children[token.head].append(n)

    def _begin(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.answers: dict[tuple[object, ...], Any] = {}
        self._words: tuple[str, ...] | None = None
        self._lemmas: tuple[str, ...] | None = None
        self._said: frozenset[str] | None = None

    def __len__(self) -> int:
        return len(self.tokens)

    @property
    def words(self) -> tuple[str, ...]:
        """Each word in small letters."""
        if self._words is None:
            self._words = tuple([t.text.lower() for t in self.tokens])
        return self._words

    @property
    def lemmas(self) -> tuple[str, ...]:
        """The lemma of each word in small letters."""
        if self._lemmas is None:
            self._lemmas = tuple([t.lemma.lower() for t in self.tokens])
        return self._lemmas

    @property
    def said(self) -> frozenset[str]:
        """All words and lemmas in small letters: where none of a list is among them, no word need be looked at."""
        if self._said is None:
            self._said = frozenset((*self.words, *self.lemmas))
        return self._said

    def root(self) -> int:
        """The index of the sentence's root token (0 where the parse has none)."""
        return next((n for n, t in enumerate(self.tokens) if t.head == n), 0)

    def subtree(self, at: int) -> list[int]:
        """The token and all below it, in text order."""
        if not self.children[at]:
            return [at]
        found, stack = [], [at]
        while stack:
            n = stack.pop()
            found.append(n)
            stack.extend(self.children[n])
        return sorted(found)

    def first(self, at: int, what: int) -> int | None:
        """The first word under a token that is one of these (model/parts.py), or None."""
        for n in self.children[at]:
            if self.tokens[n].part & what:
                return n
        return None

    def each(self, at: int, what: int) -> Iterator[int]:
        """All words under a token that are one of these, in text order."""
        below = self.children[at]
        return iter([n for n in below if self.tokens[n].part & what] if below else ())

    def subject(self, at: int) -> int | None:
        """The subject of a verb, of whatever voice: "they" of "they shot" and of "they were shot"."""
        return self.first(at, parts.SUBJECT)

    def doing_subject(self, at: int) -> int | None:
        """The subject of an active verb."""
        return self.first(at, parts.DOING_SUBJECT)

    def undergoing_subject(self, at: int) -> int | None:
        """The subject of a passive verb."""
        return self.first(at, parts.UNDERGOING_SUBJECT)

    def object_of(self, at: int) -> int | None:
        """The object of a verb."""
        return self.first(at, parts.OBJECT)

    def phrases(self, at: int) -> Iterator[int]:
        """The prepositions whose phrases hang on a word."""
        return self.each(at, parts.PHRASE)

    def noun_after(self, at: int) -> int | None:
        """The noun of a preposition's phrase."""
        return self.first(at, parts.IN_PHRASE)

    def nouns_after(self, at: int) -> Iterator[int]:
        """The nouns of a preposition's phrase: the parser may hang two on it."""
        return self.each(at, parts.IN_PHRASE)

    def by_whom(self, at: int) -> int | None:
        """Y of a passive "by Y"."""
        by = self.first(at, parts.BY_PHRASE)
        return None if by is None else self.noun_after(by)

    def clause(self, at: int) -> int | None:
        """The verb of the clause that a word governs: "left" of "said he left"."""
        return self.first(at, parts.CLAUSE)

    def open_clause(self, at: int) -> int | None:
        """The verb, without a subject of its own, that a word governs: "shoot" of "ordered to shoot"."""
        return self.first(at, parts.OPEN_CLAUSE)

    def opener(self, at: int) -> int | None:
        """The word that opens a clause: "that", "if", "after"."""
        return self.first(at, parts.CLAUSE_OPENER)

    def helpers(self, at: int) -> Iterator[int]:
        """The helping verbs of a verb, and "to": not those that make it passive."""
        return self.each(at, parts.HELPING)

    def has_to(self, at: int) -> bool:
        """Whether a verb is an infinitive with "to"."""
        return any(self.tokens[n].part & parts.TO for n in self.helpers(at)) if self.children[at] else False

    def is_negated(self, at: int) -> bool:
        """Whether "not" or "never" hangs on a word."""
        return self.first(at, parts.NEGATION) is not None

    def appositions(self, at: int) -> Iterator[int]:
        """What a noun is said to be beside it: "clerk" of "A, a clerk"."""
        return self.each(at, parts.APPOSITION)

    def owner(self, at: int) -> int | None:
        """X of "X's car"."""
        return self.first(at, parts.OWNER)

    def has_verb(self, tokens: Iterable[int]) -> bool:
        """Whether one of some words is a verb."""
        return any(self.tokens[n].part & parts.VERB for n in tokens)

    def conjuncts(self, at: int) -> list[int]:
        """The token and those joined to it by "and", "or", commas."""
        found, stack = [], [at]
        while stack:
            n = stack.pop()
            found.append(n)
            if self.children[n]:
                stack.extend(reversed(list(self.each(n, parts.JOINED))))
        return found

    def up(self, at: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        while self.tokens[at].head != at:
            at = self.tokens[at].head
            yield at


class LabelledTree(Tree):
    """A tree that may be asked by the parser's own labels too."""

    __slots__ = ("_by_label",)

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._begin(tokens)
        self.children = [[] for _ in tokens]
        self._by_label: dict[tuple[int, str], list[int]] = {}
        for n, token in enumerate(tokens):  # one pass for both: several trees are made of every sentence
            head = token.head
            if head != n:
                self.children[head].append(n)
                self._by_label.setdefault((head, token.dep), []).append(n)

    def child(self, at: int, *deps: str) -> int | None:
        """The first child of a token with one of these labels."""
        below = self.children[at]
        if below and len(deps) == 1:
            labelled = self._by_label.get((at, deps[0]))
            return labelled[0] if labelled else None
        return next(self.kids(at, *deps), None) if below else None

    def kids(self, at: int, *deps: str) -> Iterator[int]:
        """All children of a token with one of these labels."""
        below = self.children[at]
        if below and len(deps) == 1:
            return iter(self._by_label.get((at, deps[0]), ()))
        return iter([n for n in below if self.tokens[n].dep in deps] if below else ())
