"""A role set before a name by its place alone, where the parse loses the tie: "the chairman of the council, Hon. X, said"."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.model.annotation import Mention
from rashomon.stages.claims.persons.lexicon import words
from rashomon.stages.claims.persons.phrase import role_phrase
from rashomon.stages.claims.persons.roles import is_role
from rashomon.stages.claims.view import SentenceView

_OPENING = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my"})
_REACH = 12
_WORKS_AT = frozenset({"at", "in", "from", "of", "on"})
_LOCATING = frozenset({"in", "at", "near", "outside", "around"})


def role_before(sentence: SentenceView, mention: Mention, first: int) -> int | None:
    """The role noun whose phrase ends at the comma before a name that a comma, a verb or the end closes."""
    comma = _past_titles(sentence, first) - 1
    if comma < 1 or sentence.tokens[comma].text != "," or not _is_closed(sentence, mention):
        return None
    for at in range(comma - 1, max(-1, comma - 1 - _REACH), -1):
        if sentence.tokens[at].text in (",", ";", ":") or sentence.tokens[at].is_a(parts.MAIN_VERB):
            return None
        if not is_role(sentence, at) or _is_under_role(sentence, at):
            continue
        low, high = role_phrase(sentence, at)
        if _past_place(sentence, high) == comma - 1 and sentence.tokens[low].text.casefold() in _OPENING:
            return None if _is_anothers(sentence, low) or _is_clauses_own(sentence, mention, at) else at
    return None


def counted_before(sentence: SentenceView, first: int) -> int | None:
    """The counted role before the comma before joined names: "two officers, Major X and Lieutenant Y"."""
    comma = _past_titles(sentence, first) - 1
    if comma < 1 or sentence.tokens[comma].text != "," or not is_role(sentence, comma - 1, plural=True):
        return None
    return comma - 1 if any(q.head == comma - 1 for q in sentence.quantities) else None


def _past_titles(sentence: SentenceView, first: int) -> int:
    """The token where a name begins with its titles: "Hon.", "Major"."""
    first = past_honorifics(sentence, first)
    while first > 0 and sentence.tokens[first - 1].is_a(parts.COMPOUNDING) and is_role(sentence, first - 1):
        first -= 1
    return first


def _past_place(sentence: SentenceView, last: int) -> int:
    """The last token of a role with the place behind it, which the parse may hang on the verb: "a porter at the market"."""
    after = last + 1
    if after + 1 >= len(sentence) or sentence.words[after] not in _WORKS_AT:
        return last
    below = sentence.subtree(after)
    return below[-1] if below == list(range(after, below[-1] + 1)) and sentence.first(after, parts.IN_PHRASE) else last


def _is_under_role(sentence: SentenceView, at: int) -> bool:
    """True for the minister in "the chief of staff of the minister"."""
    token = sentence.tokens[at]
    return token.is_a(parts.IN_PHRASE) and any(is_role(sentence, n) for n in list(sentence.up(at))[1:4])


def past_honorifics(sentence: SentenceView, first: int) -> int:
    """The token where a name begins with the Mr, Hon. or Dr before it."""
    while first > 0 and sentence.tokens[first - 1].text.casefold().rstrip(".") in words("honorifics.txt"):
        first -= 1
    return first


def _is_closed(sentence: SentenceView, mention: Mention) -> bool:
    """Whether the name ends its own stretch, and does not go on as a list does."""
    after = sentence.token_at(mention.end - 1) + 1
    if after >= len(sentence):
        return True
    if sentence.tokens[after].text == ",":
        return after + 1 >= len(sentence) or sentence.tokens[after + 1].text.casefold() not in ("and", "or")
    return sentence.tokens[after].text in (".", ")", "(", ";") or sentence.tokens[after].is_a(
        parts.MAIN_VERB | parts.HELPER
    )


def _is_anothers(sentence: SentenceView, low: int) -> bool:
    """True where the role is said of a person named right before it: "Y, the chairman of the council, X said"."""
    if low < 2 or sentence.tokens[low - 1].text != ",":
        return False
    named = sentence.mention_at(low - 2)
    return named is not None and named.type == "person" and named.form == "name" and not is_where(sentence, named)


def _is_clauses_own(sentence: SentenceView, mention: Mention, at: int) -> bool:
    """True where the name is the subject of its own clause: "Through his lawyer, X denied", "The driver, X said, was"."""
    token, after = sentence.tokens[at], sentence.token_at(mention.end - 1) + 1
    if not sentence.tokens[mention.head].is_a(parts.DOING_SUBJECT | parts.UNDERGOING_SUBJECT) or token.is_a(
        parts.APPOSITION
    ):
        return False
    return token.is_a(parts.IN_PHRASE) or after >= len(sentence) or sentence.tokens[after].text != ","


def is_where(sentence: SentenceView, mention: Mention) -> bool:
    """True for a name that stands where places stand, whatever it was taken for: "in X"."""
    token = sentence.tokens[mention.head]
    return token.is_a(parts.IN_PHRASE) and sentence.tokens[token.head].text.casefold() in _LOCATING
