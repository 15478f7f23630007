"""Roles beside a name: titles before it ("Interior Minister X"), appositions behind or before it ("X, a translator")."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model import parts
from rashomon.model.annotation import Mention, Referent
from rashomon.model.claim import Stance
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.persons.lexicon import words
from rashomon.stages.claims.persons.phrase import role_phrase
from rashomon.stages.claims.persons.roles import belongs, draft_role, is_body, is_role, period_in
from rashomon.stages.claims.persons.set_before import counted_before, is_where, past_honorifics, role_before
from rashomon.stages.claims.stance import stance_of
from rashomon.stages.claims.view import SentenceView, View

_BESIDE = parts.BEFORE_NOUN | parts.APPOSITION


def find_titles(view: View, told: Told) -> Iterator[Draft]:
    """A role for each title or apposition of a named person, and the body that a name is "of"."""
    for sentence in view.sentences:
        for mention in sentence.mentions:
            who = view.referents.get(mention.referent or "")
            if who and who.type == "person" and mention.form == "name":
                yield from _beside(sentence, mention, who)


def _beside(sentence: SentenceView, mention: Mention, who: Referent) -> Iterator[Draft]:
    first, last = sentence.token_at(mention.start), sentence.token_at(mention.end - 1)
    for at, whole, reader in _ties(sentence, mention, first):
        stance = _stance(sentence, at)
        if stance is not None:
            period = period_in(sentence, at, *whole)
            yield from draft_role(sentence, who, at, whole, stance, period, reader=reader)
    body = _of_body(sentence, last)
    if body is not None:
        quote = sentence.quote(first, sentence.token_at(body.end - 1))
        yield belongs(who, body, quote, mention.start, (None, None), reader="of", stance="asserted")


def _ties(sentence: SentenceView, mention: Mention, first: int) -> Iterator[tuple[int, tuple[int, int], str]]:
    """Each role noun beside the name, with the stretch that ties the two, and how."""
    title = _title(sentence, first)
    if title is not None:
        yield title, (title, sentence.token_at(mention.end - 1)), "title"
    shared = _shared_title(sentence, mention)
    if shared is not None:
        yield shared, (shared, mention.head), "title"
    apposed = [] if is_where(sentence, mention) else list(_appositions(sentence, mention, first))
    before = role_before(sentence, mention, first)
    for at in apposed if before is None or before in apposed else [*apposed, before]:
        low, high = role_phrase(sentence, at)
        yield at, (min(low, first), max(high, mention.head)), "apposition"


def _stance(sentence: SentenceView, at: int) -> Stance | None:
    """What the role's own words give it ("alleged leader"); what the clause says of its bearer does not touch it."""
    return stance_of(sentence.sentence.governance[at].own)


def _title(sentence: SentenceView, first: int) -> int | None:
    """The token of a role noun that stands right before a name as its title."""
    first = past_honorifics(sentence, first)
    at = first - 1
    if [t.text.casefold() for t in sentence.tokens[max(0, first - 2) : first]] == ["in", "charge"]:
        return first - 3 if first > 2 and is_role(sentence, first - 3) else None
    if at < 0 or not is_role(sentence, at) or sentence.tokens[at].text.casefold() in words("no_titles.txt"):
        return None
    token = sentence.tokens[at]
    tied = token.head >= first or token.is_a(_BESIDE) or any(n >= first for n in sentence.children[at])
    return at if tied and not token.is_a(parts.TOP | parts.DOING_SUBJECT | parts.OBJECT) else None


def _shared_title(sentence: SentenceView, mention: Mention) -> int | None:
    """The plural role before joined names, for each of them: "Ministers X and Y", "the lawyers of the families, X and Y"."""
    head = mention.head
    # In a list cut into pieces the first name of a piece hangs on nothing but itself.
    while sentence.tokens[head].is_a(parts.JOINED) and sentence.tokens[head].head != head:
        if is_role(sentence, sentence.tokens[head].head, plural=True):
            break  # "two officers, X and Y", taken for a list
        head = sentence.tokens[head].head
    named = sentence.mention_at(head)
    if named is None or named.type != "person" or not _is_joined(sentence, head):
        return None
    over = sentence.tokens[head].head
    if sentence.tokens[head].is_a(parts.APPOSITION) and over < head and is_role(sentence, over, plural=True):
        return over
    at = sentence.token_at(named.start) - 1
    return at if at >= 0 and is_role(sentence, at, plural=True) else counted_before(sentence, at + 1)


def _is_joined(sentence: SentenceView, head: int) -> bool:
    return sentence.first(head, parts.JOINED) is not None


def _appositions(sentence: SentenceView, mention: Mention, first: int) -> Iterator[int]:
    """Role nouns set beside the name with commas, in either order."""
    for n in _behind(sentence, mention):
        if is_role(sentence, n) and not _named(sentence, n):
            yield from (m for m in [n, *_listed(sentence, n)] if is_role(sentence, m) and not _of_another(sentence, m))
        elif is_role(sentence, n, plural=True) and _of_both(sentence, n):
            yield n
    head = sentence.tokens[mention.head]
    if head.is_a(parts.APPOSITION) and head.head < first and is_role(sentence, head.head):
        yield head.head


def _behind(sentence: SentenceView, mention: Mention) -> Iterator[int]:
    """Appositions behind a name; of joined names the last one's own, or those of both."""
    head = mention.head
    for over in (head, sentence.tokens[head].head if sentence.tokens[head].is_a(parts.JOINED) else head):
        for n in sentence.each(over, parts.APPOSITION):
            if n > head and (over == head or n > over) and (_of_both(sentence, n) or _nearest(sentence, mention, n)):
                yield n
        if not sentence.tokens[head].is_a(parts.JOINED):
            break
    for joined in sentence.each(head, parts.JOINED):
        yield from (n for n in sentence.each(joined, parts.APPOSITION) if _of_both(sentence, n))


def _nearest(sentence: SentenceView, mention: Mention, n: int) -> bool:
    """Whether no other person's name stands between a name and the apposition."""
    at = sentence.tokens[n].start
    return not any(
        m.type == "person" and m.form == "name" and mention.end < m.start < at and m.head != n
        for m in sentence.mentions
    )  # fmt: skip


def _of_both(sentence: SentenceView, n: int) -> bool:
    """True for "both teachers", "all members of the board"."""
    return any(sentence.tokens[k].text.casefold() in ("both", "all") for k in sentence.children[n] if k < n)


def _of_another(sentence: SentenceView, at: int) -> bool:
    """True for a role that is itself the title of somebody named behind it: "X, Special Agent Y of the bureau"."""
    name = at + 3 if [t.text.casefold() for t in sentence.tokens[at + 1 : at + 3]] == ["in", "charge"] else at + 1
    after = sentence.mention_at(name) if name < len(sentence) else None
    if after is not None and after.type == "person" and after.form == "name":
        return True
    return any(
        _named(sentence, n)
        for n in sentence.each(at, parts.APPOSITION | parts.COMPOUNDING | parts.NOUN_MODIFIER)
        if n > at
    )


def _listed(sentence: SentenceView, at: int) -> list[int]:
    """Further roles joined to one ("a lawyer and former minister"), but no further persons."""
    return [n for n in sentence.conjuncts(at)[1:] if not _named(sentence, n)]


def _named(sentence: SentenceView, at: int) -> bool:
    """True where a token stands inside a person's name."""
    token = sentence.tokens[at]
    return token.ent.endswith("PERSON") and not (token.is_a(parts.COMMON_NOUN) and token.text.islower())


def _of_body(sentence: SentenceView, last: int) -> Mention | None:
    """The body that a name is "of" or "from": "X of the Red Cross"."""
    size = len(sentence)
    if last + 2 >= size or sentence.tokens[last + 1].text not in ("of", "from"):
        return None
    at = last + 3 if sentence.tokens[last + 2].text.casefold() == "the" and last + 3 < size else last + 2
    mention = sentence.mention_at(at)
    return mention if mention and is_body(mention) and mention.start == sentence.tokens[at].start else None
