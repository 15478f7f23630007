"""Which words of a sentence are the role: from its first modifier to the end of what narrows it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.model import parts
from rashomon.stages.claims.persons.lexicon import words
from rashomon.stages.claims.view import SentenceView

_BEFORE = parts.DETERMINING | parts.BEFORE_NOUN | parts.OWNER | parts.COUNTING | parts.ADVERBIAL
_AFTER = parts.PHRASE | parts.OF_A_NOUN | parts.COMPOUNDING | parts.NOUN_MODIFIER
_SET_APART = frozenset({",", "(", "[", "--", "–", "—", ";", ":", '"', "“"})
_WH = parts.RELATIVE | parts.WHOSE | parts.WHERE
_AGE = re.compile(r"\d+-year(?:-old)?|\d+|year|old|-")
_LIMIT = 24


def role_phrase(sentence: SentenceView, at: int) -> tuple[int, int]:
    """First and last token of the role noun's phrase, with a clause on the work done, without what is set apart."""
    return _first(sentence, at), _last(sentence, at)


def _first(sentence: SentenceView, at: int) -> int:
    kids = [n for n in sentence.children[at] if n < at and sentence.tokens[n].is_a(_BEFORE)]
    first = min((sentence.subtree(n)[0] for n in kids), default=at)
    shut = max((n for n in range(first, at) if sentence.tokens[n].text in (")", "]")), default=-1)
    if any(sentence.tokens[n].text in ("(", "[") for n in range(first, shut)):
        return first
    for n in range(first, at):
        token = sentence.tokens[n]
        if (
            token.text in _SET_APART
            or token.text == "]"
            or token.is_a(_WH)
            or (token.is_a(parts.AND) and _parts(sentence, n))
        ):
            first = n + 1
    return first


def _parts(sentence: SentenceView, n: int) -> bool:
    """Whether an "and" stands between a person's name and a role: "Gentile and District Attorney Wolf"."""
    mention = sentence.mention_at(n - 1) if n else None
    return mention is not None and mention.type == "person"


def _last(sentence: SentenceView, at: int) -> int:
    last = at
    for n in sentence.children[at]:
        token = sentence.tokens[n]
        if n > at and token.is_a(_AFTER) and sentence.tokens[n - 1].text not in _SET_APART and _is_work(sentence, n):
            last = max(last, sentence.subtree(n)[-1])
    last = min([last, at + _LIMIT, *(n - 1 for n in _ends(sentence, at, last))])
    while last > at and (
        sentence.tokens[last].is_a(parts.MARK | parts.PREPOSITION) or sentence.tokens[last].is_a(parts.OWNING_MARK)
    ):
        last -= 1
    return last


def _is_work(sentence: SentenceView, n: int) -> bool:
    """True for a phrase, and for a clause that says what the work is: "who works on", "based in", no other deed."""
    return not sentence.tokens[n].is_a(parts.RELATIVE_CLAUSE | parts.NOUN_CLAUSE) or sentence.tokens[n].lemma in words(
        "work.txt"
    )


def _ends(sentence: SentenceView, at: int, last: int) -> Iterator[int]:
    """Tokens before which the phrase ends: brackets, and relative words of clauses that are not about the work."""
    for n in range(at + 1, last + 1):
        token = sentence.tokens[n]
        if token.text in ("(", "[", ";", '"', "“") or (token.text == "," and _closes(sentence, n + 1, last)):
            yield n
        elif token.text.casefold() == "charge" and _names(sentence, n + 1):
            yield n + 1
        elif token.is_a(_WH):
            clause = next(
                (k for k in (token.head, *sentence.up(n)) if sentence.tokens[k].is_a(parts.RELATIVE_CLAUSE)), n
            )
            if sentence.tokens[clause].head != at or sentence.tokens[clause].lemma not in words("work.txt"):
                yield n


def _closes(sentence: SentenceView, n: int, last: int) -> bool:
    """Whether what follows a comma is no part of the phrase: the person's name, or the next thing said of the person."""
    return _names(sentence, n) or (n <= last and sentence.tokens[n].text.casefold() in ("a", "an"))


def _names(sentence: SentenceView, n: int) -> bool:
    """Whether a person's name begins at a token: "chief of staff of the minister, X"."""
    mention = sentence.mention_at(n) if n < len(sentence) else None
    return mention is not None and mention.type == "person" and mention.form == "name"


def kept_words(sentence: SentenceView, first: int, at: int) -> int:
    """Where the role's own words begin: past articles, owners without a name, ages, what befell the person."""
    while first < at:
        token = sentence.tokens[first]
        word = token.text.casefold()
        if word not in words("not_of_role.txt") and not _AGE.fullmatch(word) and not token.is_a(parts.MARK):
            break
        first += 1
    return first
