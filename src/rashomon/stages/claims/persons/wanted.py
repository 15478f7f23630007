"""Wanted notices, with the reward where one is set: always on a named person whom the words themselves point at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.model import parts
from rashomon.model.annotation import Referent
from rashomon.model.claim import Subject, Value
from rashomon.model.span import Quote
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.parties import done_to, is_passive, subjects
from rashomon.stages.claims.persons.currencies import home_in
from rashomon.stages.claims.persons.lexicon import words
from rashomon.stages.claims.persons.sums import Sum, find_sums
from rashomon.stages.claims.rules.people import people_at
from rashomon.stages.claims.stance import local_stance
from rashomon.stages.claims.view import SentenceView, View

_SIGNS = re.compile(
    r"\b(?:wanted|reward|rewards|bounty|bounties|red notices?|capture|red list|offer\w*)\b", re.IGNORECASE
)
_LISTS = re.compile(r"\b(?:most[- ]wanted|red (?:list|notices?)|wanted (?:list|notices?))\b", re.IGNORECASE)
_DECLARING = frozenset({"declare", "list", "name"})
_LONGEST = 14
_BREAKS = frozenset({",", ";", "(", "--", "—", "after", "as"})
_SECOND_NAMES = frozenset({"aka", "a.k.a", "a.k.a.", "alias"})
_TAIL = frozenset({"by", "for", "in", "on", "over"})


def find_wanted(view: View, told: Told) -> Iterator[Draft]:
    """One claim for each notice on each person; a reward for unnamed killers is on nobody."""
    for sentence in view.sentences:
        text = view.text[sentence.sentence.start : sentence.sentence.end]
        if _SIGNS.search(text):
            found = [*_by_verb(view, sentence), *_by_capture(view, sentence, text), *_by_list(view, sentence, text)]
            seen: set[str | None] = set()
            for draft in found:
                if draft.subject.referent not in seen:
                    seen.add(draft.subject.referent)
                    yield draft


def _person(view: View, sentence: SentenceView, at: int) -> Referent | None:
    who = view.referent_at(sentence, at)
    return who if who and who.type == "person" and who.named else None


def _draft(
    view: View, sentence: SentenceView, who: Referent, at: int, span: tuple[int, int], value: Value
) -> Iterator[Draft]:
    stance = local_stance(sentence, at)
    if stance is not None:
        quote = Quote.cut(view.text, *span)
        yield Draft("wanted", quote, sentence.tokens[at].start, Subject(referent=who.id), value, "wanted", stance)


def _by_verb(view: View, sentence: SentenceView) -> Iterator[Draft]:
    """ "X is wanted by the police for murder", "X, wanted in Spain", "whom the police declared wanted"."""
    for at, token in enumerate(sentence.tokens):
        if token.text.casefold() != "wanted" or not _is_sought(sentence, at):
            continue
        heads = tuple(_sought(sentence, at))
        last = _notice_end(sentence, at)
        sums = list(find_sums(view.text[token.start : sentence.sentence.end], home_in(view)))
        reward = sums[0] if len(sums) == 1 and _pays(sentence, at) else None
        end = token.start + reward.end if reward else sentence.tokens[last].end
        value = reward.value if reward else Value(text=sentence.quote(at, last).quote)
        for one in people_at(view, sentence, heads, at):
            who = view.referents.get(one.referent or "")
            if who is not None and who.type == "person" and who.named:
                yield from _draft(view, sentence, who, at, (token.start, end), value)


def _is_sought(sentence: SentenceView, at: int) -> bool:
    """ "wanted" of somebody sought, not "wanted to", "wanted a job"."""
    token = sentence.tokens[at]
    if sentence.first(at, parts.OPEN_CLAUSE | parts.OBJECT | parts.CLAUSE) is not None or not token.is_a(
        parts.PARTICIPLE | parts.ADJECTIVE | parts.PAST
    ):
        return False
    beside = is_passive(sentence, at) or token.is_a(
        parts.NOUN_CLAUSE | parts.PREDICATE_OF_OBJECT | parts.PREDICATE_ADJECTIVE | parts.QUALIFYING
    )
    return beside or _is_set_apart(sentence, at) or sentence.tokens[token.head].lemma in _DECLARING


def _is_set_apart(sentence: SentenceView, at: int) -> bool:
    """As in "X, wanted in Spain for fraud, ...", however the parser hangs it."""
    after = sentence.tokens[at + 1].text.casefold() if at + 1 < len(sentence) else ""
    return at > 1 and sentence.tokens[at - 1].text in (",", "(") and after in _TAIL


def _sought(sentence: SentenceView, at: int) -> list[int]:
    """Who is sought: before the comma, whom the police declare wanted, or the subject."""
    token = sentence.tokens[at]
    if _is_set_apart(sentence, at):
        return [at - 2]
    if token.is_a(parts.NOUN_CLAUSE | parts.QUALIFYING):
        return [token.head]
    if not token.is_a(parts.PREDICATE_OF_OBJECT | parts.PREDICATE_ADJECTIVE | parts.CLAUSE | parts.OPEN_CLAUSE):
        return done_to(sentence, at)
    if sentence.tokens[token.head].lemma == "be":
        return subjects(sentence, token.head)
    clause = sentence.tokens[token.head]
    relative = any(sentence.tokens[n].text.casefold() == "whom" for n in sentence.children[token.head])
    return [clause.head] if clause.is_a(parts.RELATIVE_CLAUSE) and relative else done_to(sentence, token.head)


def _notice_end(sentence: SentenceView, at: int) -> int:
    """The last token of "wanted by ... for ...": by whom and for what, a few words of it."""
    ends = [sentence.subtree(n)[-1] for n in sentence.children[at]
            if n > at and (sentence.tokens[n].is_a(parts.BY_PHRASE) or sentence.tokens[n].text.casefold() in _TAIL)]  # fmt: skip
    last = min(max(ends, default=at), at + _LONGEST)
    last = next((n - 1 for n in range(at + 1, last) if sentence.tokens[n].text in _BREAKS), last)
    while last > at and sentence.tokens[last].is_a(parts.PREPOSITION | parts.DETERMINER | parts.MARK | parts.AND):
        last -= 1
    return last


def _pays(sentence: SentenceView, at: int) -> bool:
    return any(t.lemma.casefold() in words("rewards.txt") for t in sentence.tokens[at:])


def _by_capture(view: View, sentence: SentenceView, text: str) -> Iterator[Draft]:
    """ "a reward for information leading to X's capture", "a bounty on X"."""
    sums = list(find_sums(text, home_in(view)))
    base = sentence.sentence.start
    for at, token in enumerate(sentence.tokens):
        lemma = token.lemma.casefold()
        notice = _is_notice(sentence, at)
        if lemma not in words("captures.txt") and not notice:
            continue
        if not notice and not _is_offered(sentence, sums):
            continue
        for n in _whose(sentence, at, notice=notice):
            who = _person(view, sentence, n) or _told_before(view, sentence, n)
            if who is None:
                continue
            near = sums[0] if len(sums) == 1 else None
            start = min(token.start, base + near.start) if near else _notice_start(sentence, at)
            end = max(token.end, base + near.end) if near else max(token.end, sentence.tokens[n].end)
            value = near.value if near else Value(text=sentence.quote(_first(sentence, at), at).quote)
            yield from _draft(view, sentence, who, at, (start, end), value)


def _is_notice(sentence: SentenceView, at: int) -> bool:
    """True for "bounty", "reward" with somebody's name, "red notice" by the noun."""
    token = sentence.tokens[at]
    if not token.is_a(parts.COMMON_NOUN | parts.NAME):
        return False
    before = sentence.tokens[at - 1].text.casefold() if at else ""
    lemma = token.lemma.casefold()
    return lemma in ("bounty", "reward") or (lemma == "notice" and before in ("red", "wanted"))


def _first(sentence: SentenceView, at: int) -> int:
    """A notice with the word before it that makes it one: "red notice"."""
    return at - 1 if at and sentence.tokens[at - 1].is_a(parts.COMPOUNDING | parts.QUALIFYING) else at


def _notice_start(sentence: SentenceView, at: int) -> int:
    return sentence.tokens[_first(sentence, at)].start


def _is_offered(sentence: SentenceView, sums: list[Sum]) -> bool:
    """Whether the sentence sets a price on a capture: a sum, and a word of rewards or information."""
    return bool(sums) and any(t.lemma.casefold() in words("rewards.txt") for t in sentence.tokens)


def _whose(sentence: SentenceView, at: int, *, notice: bool) -> list[int]:
    """On whom: "X's capture", "the capture of X", "a bounty on X", "a red notice was issued for X"."""
    prepositions = ("on", "for", "against") if notice else ("of",)
    found = list(sentence.each(at, parts.OWNER)) if not notice else []
    over = [at]
    if notice and sentence.tokens[at].is_a(parts.UNDERGOING_SUBJECT | parts.OBJECT):
        over.append(sentence.tokens[at].head)
    for head in over:
        for k in sentence.each(head, parts.PHRASE | parts.RECIPIENT):
            if sentence.tokens[k].text.casefold() in prepositions:
                found += [m for n in sentence.each(k, parts.IN_PHRASE) for m in sentence.conjuncts(n)]
    if not found and sentence.tokens[at].is_a(parts.MAIN_VERB):
        found = list(sentence.each(at, parts.OBJECT))
    if any(t.text.casefold() in _SECOND_NAMES for t in sentence.tokens[at:]):
        found = found[:1]
    return [n for n in found if sentence.tokens[n].lemma.casefold() not in words("captures.txt")]


def _told_before(view: View, sentence: SentenceView, n: int) -> Referent | None:
    """Of "his capture", where the pronoun was left open: the one person of the sentence before."""
    if not sentence.tokens[n].is_a(parts.POSSESSIVE) or not sentence.sentence.index:
        return None
    before = view.sentences[sentence.sentence.index - 1]
    if before.sentence.paragraph != sentence.sentence.paragraph and not _LISTS.search(
        before.text[before.sentence.start : before.sentence.end]
    ):
        return None
    people = {m.referent for m in before.mentions if m.type == "person" and m.referent}
    found = [r for r in (view.referents.get(i or "") for i in people) if r and r.named]
    return found[0] if len(found) == 1 else None


def _by_list(view: View, sentence: SentenceView, text: str) -> Iterator[Draft]:
    """ "X is among the most wanted", "X was placed on the red list": the subject of the clause with the list."""
    notice = _LISTS.search(text)
    if notice is None:
        return
    base = sentence.sentence.start
    at = sentence.token_at(base + notice.start())
    end = base + notice.end()
    verb = next((n for n in sentence.up(at) if sentence.tokens[n].is_a(parts.MAIN_VERB | parts.HELPER)
                 and not base + notice.start() <= sentence.tokens[n].start < end), None)  # fmt: skip
    if verb is None:
        return
    heads = done_to(sentence, verb) if is_passive(sentence, verb) else subjects(sentence, verb)
    for n in heads:
        who = _person(view, sentence, n)
        if who is not None:
            yield from _draft(view, sentence, who, verb, (base + notice.start(), end), Value(text=notice.group()))
