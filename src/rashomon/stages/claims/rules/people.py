"""Who stands at a token, one by one: those a list or a group of known size names; nobody where that is not plain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rashomon.lexicon.nouns import is_person_noun
from rashomon.model import parts
from rashomon.model.annotation import Mention
from rashomon.model.span import Quote
from rashomon.stages.claims.accusations.anybody import is_anybody
from rashomon.stages.claims.accusations.pronouns import is_plain
from rashomon.stages.claims.accusations.siblings import each_sibling
from rashomon.stages.claims.actors import REFLEXIVE, Actor, actor
from rashomon.stages.claims.first_person import FIRST_PERSON, first_person
from rashomon.stages.claims.rules.known_groups import is_known_group, is_of_law, is_subject
from rashomon.stages.claims.rules.lists import people_named, runs_of, spreads
from rashomon.stages.claims.rules.meant_together import meant_together, names_together
from rashomon.stages.claims.rules.named_beside import beside_list, known_size, listed_behind
from rashomon.stages.claims.rules.named_later import named_later
from rashomon.stages.claims.rules.on_trial import described, on_trial, tried_by_name
from rashomon.stages.claims.view import SentenceView, View

_AMONG = re.compile(r"^,?\s*(?:including|among them|among whom|namely)\b\s*|^:\s*", re.IGNORECASE)
_ONE_OF = frozenset({"one", "another", "second", "third", "fourth", "fifth"})
_HEADING = frozenset({"those", "following", "convicts", "defendants"})
_LISTING = re.compile(r"(?:\b(?:are|were|include|included|including|namely)\b|:)\s+(?:[\w’'-]+\s+){0,2}$")
_OPENING = re.compile(r"^[\s•*–—·-]*(?:\d{1,2}[.)]\s*)?")
_BACK, _LONGEST_LINE = 3, 30
_OF_THEM = frozenset({"those", "detainee", "arrested", "accused", "convicted", "suspect", "defendant"})
_RELATIVE = frozenset({"whom", "who", "that", "which", "whose"})


def people_at(view: View, sentence: SentenceView, tokens: tuple[int, ...], at: int) -> list[Actor]:
    """The persons at the tokens of one place, each once; `at` is the word that tells of them."""
    found: dict[str, Actor] = {}
    for n in (antecedent(sentence, n, at) for n in tokens):
        for one in _at(view, sentence, n, at):
            found.setdefault(one.referent or one.words.quote, one)
    return list(found.values())


def members_of(view: View, sentence: SentenceView, n: int) -> list[Actor] | None:
    """Those whom a group names or counts, one by one; nobody where that is not plain; None where there is no group."""
    if together := meant_together(view, sentence, n):
        return together
    size = known_size(sentence, n)
    named = [replace(p, token=n) for p in _named(view, _meant(view, sentence, n, size))]
    return named if named or size == 0 else None


def listed_with(view: View, sentence: SentenceView, n: int, at: int) -> Iterator[Actor]:
    """The rest of the list in which somebody at a token stands; `at` is the word that tells of them."""
    yield from _named(view, _joined(sentence, n, at))


def group_at(view: View, sentence: SentenceView, n: int) -> list[Mention]:
    """The names that a group at a token stands for ("they", "the two men", "their"); empty where it is none, or not plain."""
    if together := names_together(view, sentence, n):
        return together
    size = known_size(sentence, n)
    meant = [] if size is None else _list_before(view, sentence, n, size)
    known = [m for m in meant if m.referent in view.referents]
    return known if len(known) > 1 and len(known) == len(meant) else []


def antecedent(sentence: SentenceView, n: int, at: int) -> int:
    """The noun that a relative word stands for, else the token itself: of "X, whom a court acquitted", X."""
    over, own = sentence.tokens[at].head, sentence.tokens[n]
    if (
        own.is_a(parts.APPOSITION)
        and own.is_a(parts.COMMON_NOUN)
        and over == n
        and sentence.tokens[at].is_a(parts.NOUN_CLAUSE)
    ):
        beside = sentence.mention_at(own.head)  # of "for X, the reservist arrested on Sunday", X
        return own.head if beside is not None and beside.form == "name" and own.head < n else n
    if sentence.tokens[n].text.lower() == "whose":  # of "X, whose conviction rested on it", X
        told = next((k for k in sentence.up(n) if sentence.tokens[k].is_a(parts.RELATIVE_CLAUSE)), n)
        return sentence.tokens[told].head if told != n and sentence.tokens[told].head < n else n
    return over if sentence.tokens[n].text.lower() in _RELATIVE and over < n else n


def _at(view: View, sentence: SentenceView, n: int, at: int) -> Iterator[Actor]:
    token = sentence.tokens[n]
    members = members_of(view, sentence, n)
    if members is not None:
        yield from members
        return
    counted_in = _among_whom(sentence, n)
    if counted_in:
        yield from people_at(view, sentence, counted_in, at)
        return
    who = None if token.text.lower() in REFLEXIVE else _beside(view, sentence, n) or actor(view, sentence, n)
    who = who or first_person(view, sentence, n)
    if who is not None and view.sentence_at(who.words.start) is not sentence:
        yield replace(who, token=n)  # "I", whose name stands behind a quotation of several sentences
        return
    if who is None or (who.token == n and is_anybody(sentence, n, at)):
        yield from _tried(view, sentence, n, at)
        yield from _one_of_them(sentence, n)
        return
    spoken = token.text.lower() in FIRST_PERSON
    if not (spoken or is_plain(view, sentence, n)) or _is_anyone(sentence, who):
        yield from _tried(view, sentence, n, at)
        return
    if token.is_a(parts.PRONOUN) and not (spoken or _is_near(view, sentence, who)):
        yield from _tried(view, sentence, n, at)
        return
    who = described(view, sentence, n, at) or _by_name(view, sentence, who)
    yield from each_sibling(view, sentence, who)
    yield from listed_with(view, sentence, who.token, at)


def _among_whom(sentence: SentenceView, n: int) -> tuple[int, ...]:
    """Of "Among those arrested are X and a guard", "among the arrested" the X and the guard: the subjects of the "be"."""
    verb = next((f for f in sentence.verbs if f.lemma == "be" and n in f.oblique("among")), None)
    return () if verb is None or sentence.tokens[n].lemma.lower() not in _OF_THEM else verb.subjects.fillers


def _meant(view: View, sentence: SentenceView, n: int, size: int | None) -> list[Mention]:
    near = _those(view, sentence, n) or _among(sentence, n) or beside_list(sentence, n)
    near = near or listed_behind(sentence, n) or _list_before(view, sentence, n, size)
    return near or named_later(view, sentence, n)


def _one_of_them(sentence: SentenceView, n: int) -> Iterator[Actor]:
    """Of "one was acquitted", "a third was set free", "one accused" somebody without a name."""
    if sentence.tokens[n].text.lower() in _ONE_OF:
        first = n - 1 if n and sentence.tokens[n - 1].is_a(parts.DETERMINER) else n
        yield Actor(n, sentence.quote(first, n), None, "person", False)


def _tried(view: View, sentence: SentenceView, n: int, at: int) -> Iterator[Actor]:
    """Whom a pronoun that nothing else settles means in what the law did."""
    found = on_trial(view, sentence, n, at)
    if found is not None:
        yield found


def _beside(view: View, sentence: SentenceView, n: int) -> Actor | None:
    """Of "a third, X", "three were held: X, Y and Z" the X; the rest of a list comes by itself."""
    state = None if is_person_noun(sentence.tokens[n]) else sentence.state(n)
    if state is None or sentence.mention_at(n) is not None:
        return None
    named = [m for k in state.named if k > n and (m := sentence.mention_at(k)) is not None and m.head == k]
    return next(_named(view, [m for m in named if m.form == "name" and m.type == "person"]), None)


def _is_near(view: View, sentence: SentenceView, who: Actor) -> bool:
    """Whether somebody whom a pronoun means is named in its paragraph, and spoken of since in each of its sentences."""
    start = sentence.tokens[who.token].start
    before = [m for m in view.mentions_of.get(who.referent or "", ()) if m.start < start]
    named = [view.sentences[m.sentence].sentence for m in before if m.form != "pronoun"]
    if not named or named[-1].paragraph != sentence.sentence.paragraph:
        return False
    return sentence.sentence.index - before[-1].sentence <= 1


def _is_anyone(sentence: SentenceView, who: Actor) -> bool:
    """Of "could not arrest bombers": people of a kind, and nobody in particular."""
    token = sentence.tokens[who.token]
    if token.lemma.lower() == "person" and who.words.quote.lower().startswith(("a ", "any ")):
        return True
    bare = who.words.quote == token.text or sentence.tokens[sentence.token_at(who.words.start)].is_a(parts.ADJECTIVE)
    return not who.name and token.is_a(parts.COMMON_NOUN) and bare and token.lemma.lower() != token.text.lower()


def _by_name(view: View, sentence: SentenceView, who: Actor) -> Actor:
    """Of "the sniper, named as X", X; of a name with a title that the text elsewhere lacks, its bearer."""
    if who.name:
        mention = sentence.mention_at(who.token)
        kept = mention is not None and mention.type == "person" and who.words.quote.endswith(mention.quote)
        return replace(who, referent=mention.referent) if mention and kept and who.referent is None else who
    for frame in sentence.sentence.frames:
        if frame.lemma in ("name", "identify") and who.token in frame.undergoers.fillers:
            named = (sentence.mention_at(n) for n in frame.oblique("as"))
            return next(_named(view, [m for m in named if m is not None and m.form == "name"]), who)
    return who


def _named(view: View, mentions: list[Mention]) -> Iterator[Actor]:
    for m in mentions:
        if m.referent is not None and m.referent in view.referents:
            yield Actor(m.head, Quote(m.start, m.end, m.quote), m.referent, "person", True)


def _those(view: View, sentence: SentenceView, n: int) -> list[Mention]:
    """Of "those who got life are X and Y", "Those convicted:" the names behind, in the sentence or line by line."""
    if sentence.tokens[n].text.lower() not in _HEADING and not _ends_in_colon(sentence):
        return []
    start = sentence.tokens[n].start
    for run in runs_of(sentence):
        before = sentence.text[max(start, run[0].start - 24) : run[0].start]
        if run[0].start > start and _LISTING.search(before):
            return run
    return _lines(view, sentence) if _ends_in_colon(sentence) else []


def _ends_in_colon(sentence: SentenceView) -> bool:
    return sentence.text[sentence.sentence.start : sentence.sentence.end].rstrip().endswith(":")


def _lines(view: View, sentence: SentenceView) -> list[Mention]:
    """The names that open the lines under a heading, up to the first line that none opens."""
    found: list[Mention] = []
    for there in view.sentences[sentence.sentence.index + 1 :]:
        opening = _OPENING.match(there.text[there.sentence.start : there.sentence.end])
        start = there.sentence.start + (opening.end() if opening else 0)
        first = next((m for m in people_named(there) if m.start - start in range(3)), None)
        if first is None or len(there) > _LONGEST_LINE:
            break
        found.append(first)
    return found


def _joined(sentence: SentenceView, n: int, at: int) -> list[Mention]:
    """The rest of the list in which somebody stands, wherever the parse hangs them."""
    start = sentence.tokens[n].start
    run = next((r for r in runs_of(sentence) if any(m.start <= start < m.end for m in r)), [])
    if spreads(sentence, run) and not {m.head for m in run}.isdisjoint(sentence.up(at)):
        return []  # of "X, who was tried, and Y, who fled" X alone was tried
    rest = [m for m in run if not m.start <= start < m.end]
    return [m for m in rest if not _has_clause(sentence, m, at)]


def _has_clause(sentence: SentenceView, mention: Mention, at: int) -> bool:
    """Whether a listed one begins a clause of his own: "arrested X, and Y said"."""
    after = next((k for k, t in enumerate(sentence.tokens) if t.start >= mention.end), None)
    told = None if after is None else sentence.tokens[after]
    return told is not None and after != at and told.is_a(parts.VERB) and mention.start > sentence.tokens[at].start


def _among(sentence: SentenceView, n: int) -> list[Mention]:
    """Those whom a group's own words name: "six men, among them X and Y", "six men had been held, among them X"."""
    over = sentence.tokens[n].head
    behind = over > n and sentence.tokens[over].is_a(parts.VERB)
    found = _named_from(sentence, sentence.tokens[n].end)
    return found or (_named_from(sentence, sentence.tokens[over].end) if behind else [])


def _named_from(sentence: SentenceView, end: int) -> list[Mention]:
    found = _AMONG.match(sentence.text[end : sentence.sentence.end])
    if found is None:
        return []
    start = end + found.end()
    for run in (*runs_of(sentence), *([m] for m in people_named(sentence))):
        if start <= run[0].start < start + 40:
            return run
    return []


def _list_before(view: View, sentence: SentenceView, n: int, size: int | None) -> list[Mention]:
    """The list of so many names that stands nearest before; for "they" the subjects of the sentence before."""
    index, start = sentence.sentence.index, sentence.tokens[n].start
    if size is None and is_known_group(sentence, n):
        return _told_before(view, index)
    for back in range(0 if size is None else _BACK + 1 if size else 2):
        there = view.sentences[index - back] if index >= back else None
        runs = [] if there is None else [r for r in runs_of(there) if r[-1].end <= start]
        fitting = [
            r for r in runs if (len(r) == size if size else there is not None and (not back or is_subject(there, r)))
        ]
        if len(fitting) == 1 and (size or len(runs) == 1):
            return fitting[0]
        if fitting or (there is not None and size and _counts_others(there, size, start)):
            return []
    return _one_by_one(view, index, size) if size else []


def _one_by_one(view: View, index: int, size: int) -> list[Mention]:
    """Of "X was acquitted. Y and Z were found guilty. The three" those: as many as the sentences before have before the law."""
    found: dict[str, Mention] = {}
    for there in reversed(view.sentences[max(0, index - _BACK) : index]):
        for m in tried_by_name(there):
            found.setdefault(m.referent or m.quote, m)
        if len(found) >= size:
            return sorted(found.values(), key=lambda m: m.start) if len(found) == size else []
    return []


def _told_before(view: View, index: int) -> list[Mention]:
    """The only list of names in the nearest of the sentences before that has one, if it tells of guilt or custody."""
    for there in reversed(view.sentences[max(0, index - _BACK + 1) : index]):
        if runs := runs_of(there):
            return runs[0] if len(runs) == 1 and is_of_law(there) else []
    return []


def _counts_others(sentence: SentenceView, size: int, before: int) -> bool:
    """Whether a group of the same size that nobody names stands nearer: "two gunmen"."""
    near = (q for q in sentence.quantities if q.number == size and q.end < before)
    return any(is_person_noun(sentence.tokens[q.head]) for q in near)
