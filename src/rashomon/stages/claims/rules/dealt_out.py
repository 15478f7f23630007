"""Penalties that a sentence deals out one by one, with no verb of their own: "jailed X for 25 years and his cousin Y for 15"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.model import parts
from rashomon.model.annotation import Mention
from rashomon.model.claim import Penalty, PenaltyKind
from rashomon.model.span import Quote
from rashomon.stages.claims.actors import Actor
from rashomon.stages.claims.rules.lists import people_named, runs_of
from rashomon.stages.claims.rules.penalties import Term, find_penalties
from rashomon.stages.claims.view import SentenceView, View
from rashomon.text.places import lookup

_ASIDE = r"^(?:\s*\([^)]*\))?(?:,\s*(?:who|whom|whose|an?|the|his|her|their|known|also|then|now|only|aged|\d{1,3})\b[^,;:()]{0,70}(?=,))?"
_TO = re.compile(
    _ASIDE
    + r",?\s*(?:(?:was|were|has been)\s+)?(?:sentenced|jailed|given|handed|got|received|gets)?\s*(?:to|for|a|an)?\s*(?:a|an)?\s*$"
)
_NEXT = re.compile(
    r"(?:[,;]|\b(?:and|while|but)|^)\s*(?:(?:and|while|but)\s+)?(?:the\s+)?"
    r"(?:(?!(?:for|of|in|on|against|by|with|over|to|from|[\w-]+ing)\b)[\w’'-]+\s+){0,4}$"
)
_BARE = re.compile(
    _ASIDE + r"(?:,?\s+(?:to|for)|(?P<comma>,)?|,?\s+(?P<k>an? (?:suspended )?(?:sentence|term) of))"
    r"\s+(?P<n>\d{1,2}|[a-z]+(?:-[a-z]+)?)(?P<end>\s*(?:[,.;)]|$)|\s+(?:and|while|but|for|over|in)\b)"
)
_FIRST_IN_LIST = re.compile(
    r"(?:[:,;)]|\band)\s*(?:and\s+)?(?:the\s+)?(?:(?!(?:for|of|in|on|by|with|to|from)\b)[\w’'-]+\s+){0,4}$"
)
_BRACKETED = re.compile(r"^(?:,\s*[^;:()]{1,60},?)?\s*\((?P<n>[^()]{1,40})\)")
_ALONE = re.compile(r"^(?:,\s*)?(?P<n>life|death)(?=\s*(?:[;,.)]|$))")
_TYPES = frozenset({"person", "place", "organization"})


def behind_name(sentence: SentenceView, who: Actor, term: Term | None) -> Term | None:
    """Of "sentenced X to life, and Y to 20 years" the 20 years for Y, whom the parse joins to X."""
    if term is None or not term.end <= who.words.start < sentence.sentence.end:
        return None
    return term_behind(sentence, who.words.end, term)


def bracketed(sentence: SentenceView, who: Actor, term: Term | None) -> Term | None:
    """Of "jailed were X (12 years) and Y (nine)" each his own: a bare figure counts only where the first stands in brackets too."""
    if term is None or not sentence.sentence.start <= who.words.start < sentence.sentence.end:
        return None
    return _bracketed(sentence, who.words.end, term) if sentence.text[term.start - 1] == "(" else None


def dealt_out(
    view: View, sentence: SentenceView, term: Term, told: set[str | None]
) -> Iterator[tuple[Actor, Term | None]]:
    """Those behind the first penalty who get the next one, by name or described."""
    last = term
    for run in _candidates(sentence):
        following = term_behind(sentence, run[-1].end, last) if run[-1].start >= last.end else None
        own = [] if following is None else _whose(sentence, run, last, told)
        if following is not None and own:
            yield from ((actor_of(view, m), following) for m in own)
            last = following


def _candidates(sentence: SentenceView) -> list[list[Mention]]:
    """Lists of names, names alone, and people described without a name, in text order."""
    lists = [part for run in runs_of(sentence) for part in _split(sentence, run)]
    listed = {m.start for run in lists for m in run}
    names = [m for m in sentence.mentions if m.form == "name" and m.start not in listed and _may_be_surname(m)]
    described = [
        m for m in sentence.mentions if m.form == "nominal" and m.type == "person" and _stands_alone(sentence, m)
    ]
    return sorted((*lists, *([m] for m in (*names, *described))), key=lambda r: r[0].start)


def _split(sentence: SentenceView, run: list[Mention]) -> Iterator[list[Mention]]:
    """Of "X, three; and Y, 18 months" X and Y by themselves: a penalty between two names ends a list."""
    first = 0
    for k in range(1, len(run)):
        gap = sentence.text[run[k - 1].end : run[k].start]
        bare = _BARE.match(gap)
        number = bare is not None and any(True for _ in years_of(0, bare["n"], "prison"))
        if number or any(True for _ in find_penalties(gap, 0, len(gap))):
            yield run[first:k]
            first = k
    yield run[first:]


def _may_be_surname(m: Mention) -> bool:
    """A person's name; a single one that the parser takes for a town or a body: no town is given years."""
    if m.type == "person":
        return True
    lone = m.type in _TYPES and " " not in m.quote and m.quote.istitle()
    return lone and not any(p.kind == "country" for p in lookup(m.quote))


def surnames_at(sentence: SentenceView, tokens: tuple[int, ...]) -> list[Actor]:
    """Of "Banul and Chifu got life" those whose single names the parser takes for towns or bodies."""
    found = ((n, sentence.mention_at(n)) for n in tokens)
    return [
        Actor(n, Quote(m.start, m.end, m.quote), None, "person", True)
        for n, m in found
        if m is not None and m.form == "name" and m.head == n and m.type != "person" and _may_be_surname(m)
        and sentence.first(n, parts.DETERMINING) is None
    ]  # fmt: skip


def _stands_alone(sentence: SentenceView, m: Mention) -> bool:
    """No "his cousin" before or behind a name, which says who that is."""
    near = [n for n in people_named(sentence) if n.start > m.end - 1 or n.end <= m.start]
    behind = any(sentence.text[m.end : n.start].strip() in ("", ",") for n in near if n.start >= m.end)
    return not behind and not any(sentence.text[n.end : m.start].strip() == "," for n in near if n.end <= m.start)


def _whose(sentence: SentenceView, run: list[Mention], last: Term, told: set[str | None]) -> list[Mention]:
    """Those at the end of a list who are a new item: of "for killing X, and Y 16 years" Y alone."""
    for k, first in enumerate(run):
        own = run[k:]
        gap = sentence.text[last.end : first.start]
        new = first.start >= last.end and _NEXT.search(gap) and not _is_told_apart(sentence, last.end, first.start)
        if new and all(m.referent not in told for m in own):
            return own
    return []


def _is_told_apart(sentence: SentenceView, start: int, end: int) -> bool:
    """Whether a verb stands in the last piece between two offsets: "and charged X" deals out nothing."""
    piece = max(start, *(sentence.text.rfind(mark, start, end) for mark in (",", ";")))
    between = [t for t in sentence.tokens if piece <= t.start < end]
    return any(t.is_a(parts.MAIN_VERB) and t.is_a(parts.PAST | parts.PRESENT_OF_ONE) for t in between)


def actor_of(view: View, m: Mention) -> Actor:
    """Somebody as a mention has him, whatever the parser takes a single name for."""
    known = m.referent if m.referent in view.referents and m.type == "person" else None
    return Actor(m.head, Quote(m.start, m.end, m.quote), known, "person", m.form == "name")


def term_behind(sentence: SentenceView, end: int, before: Term) -> Term | None:
    """The penalty right behind a name; of "and Y to 15" years like those before."""
    for one in find_penalties(sentence.text, end, sentence.sentence.end):
        if _TO.match(sentence.text[end : one.start]):
            return one
        break
    bare = _BARE.match(sentence.text[end : sentence.sentence.end])
    if bare is None or before.penalty.years is None or not _may_be_years(sentence, bare, before):
        return None
    kind: PenaltyKind = "suspended" if "suspended" in (bare["k"] or "") else before.penalty.kind
    return next(years_of(end + bare.start("n"), bare["n"], kind), None)


def _may_be_years(sentence: SentenceView, bare: re.Match[str], before: Term) -> bool:
    """Behind a comma a figure is an age ("X, 41, said"), unless the one before stood so too and it closes its item."""
    if bare["comma"] is None:
        return True
    closes = bare["end"].strip() in (".", ";", "", "and")
    return closes and (not bare["n"].isdigit() or sentence.text[before.start - 2 : before.start] == ", ")


def years_of(start: int, number: str, kind: PenaltyKind) -> Iterator[Term]:
    """A bare number as so many years."""
    years = number + " years"
    for unit in find_penalties(years, 0, len(years)):
        if unit.penalty.years is not None:
            yield Term(start, start + len(number), Penalty(number, kind, unit.penalty.years), True)


def listed_under(view: View, sentence: SentenceView, at: int) -> list[tuple[Actor, Term | None]]:
    """Of "Found guilty of arson: X (20 years), Y (18)" each with his own; empty where no such heading holds the word at a token."""
    colon = _heading_end(sentence, at)
    found: list[tuple[Actor, Term | None]] = []
    if colon is None:
        return found
    last: Term | None = None
    people = [m for run in _candidates(sentence) for m in run if m.start > colon and m.type == "person"]
    for m in people:
        if not _FIRST_IN_LIST.search(sentence.text[colon : m.start]):
            continue
        own = _bracketed(sentence, m.end, last) or _of_item(sentence, m.end, last)
        last = own or last
        found.append((actor_of(view, m), own))
    return found


def _heading_end(sentence: SentenceView, at: int) -> int | None:
    """Where the colon of a heading stands that a participle opens: no subject and no other finite verb before it."""
    colon = next((n for n, t in enumerate(sentence.tokens) if t.text == ":" and n > at), None)
    first = sentence.tokens[0]
    if colon is None or at > 3 or not first.is_a(parts.PARTICIPLE | parts.PAST):
        return None
    before = sentence.tokens[:colon]
    told = any(t.is_a(parts.DOING_SUBJECT | parts.UNDERGOING_SUBJECT | parts.HELPING) for t in before[1:])
    return None if told else sentence.tokens[colon].start


def _bracketed(sentence: SentenceView, end: int, last: Term | None) -> Term | None:
    """Of "X (20 years)", "Y (18)" the penalty; a bare figure is an age unless a penalty stood so before."""
    found = _BRACKETED.match(sentence.text[end : sentence.sentence.end])
    if found is None:
        return None
    start = end + found.start("n")
    whole = _first(sentence, start, end + found.end("n"))
    if whole is not None or last is None or last.penalty.years is None or sentence.text[last.start - 1] != "(":
        return whole
    return next(years_of(start, found["n"], last.penalty.kind), None)


def _first(sentence: SentenceView, start: int, end: int) -> Term | None:
    """The first penalty in a stretch, a bare "life" too where it stands for itself in a list."""
    alone = _ALONE.match(sentence.text[start:end])
    if alone is not None:
        kind: PenaltyKind = "life" if alone["n"] == "life" else "death"
        return Term(start + alone.start("n"), start + alone.end("n"), Penalty(alone["n"], kind), True)
    return next(find_penalties(sentence.text, start, end), None)


def _of_item(sentence: SentenceView, end: int, last: Term | None) -> Term | None:
    """Of "X, 20 years; Y, 18" the penalty."""
    if last is not None:
        return term_behind(sentence, end, last)
    one = _first(sentence, end, sentence.sentence.end)
    return one if one is not None and _TO.match(sentence.text[end : one.start]) else None
