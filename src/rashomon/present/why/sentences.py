"""Why a sentence gave what it gave, or nothing: its words, the rules that they wake, and what each rule lacks there."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.annotation import Sentence
from rashomon.model.ledger import Filled, Sense, SentenceTold, Tried, WordTold
from rashomon.model.span import Quote
from rashomon.present.resolve import Resolved
from rashomon.present.why.claims import EFFECT, weighed_lines
from rashomon.present.why.section import Section
from rashomon.present.words import PROPERTY, value_words


def sentences_with(case: Resolved, words: str) -> list[tuple[str, Quote]]:
    """The sentences of all reports in which some words stand, each with its document's id, in the order of reports."""
    sought = " ".join(words.split()).casefold()
    return [
        (account.document.id, Quote(s.start, s.end, _text(account.document.text, s)))
        for account in case.accounts
        for s in account.annotations.sentences
        if sought and sought in _text(account.document.text, s).casefold()
    ]


def _text(text: str, sentence: Sentence) -> str:
    return " ".join(text[sentence.start : sentence.end].split())


def why_sentence(case: Resolved, document: str, words: Quote, told: SentenceTold | None) -> tuple[Section, ...]:
    """The sections of a sentence: what it gave, its words with the rules they wake, its words that may govern others."""
    claims = [c for c in case.claims.values() if c.document == document and words.holds(Quote(c.start, c.end, c.quote))]
    gave = tuple(f"{PROPERTY[c.property]}: {value_words(case, c)}; claim {c.id}" for c in claims)
    unread = [u.why for u in case.account_of[document].reading.unread if words.touches(Quote(u.start, u.end, u.quote))]
    listed = tuple(f"on the list of what was not read: {why}" for why in unread)
    file = case.documents[document].file
    sections = [
        Section("sentence", words.quote, (f"{file}, characters {words.start} to {words.end}",)),
        Section("claims", "What it gave", (*(gave or ("no claim",)), *listed)),
    ]
    if told is None:
        return (*sections, Section("words", "Its words", ("it stands outside what rules read",)))
    return (
        *sections,
        Section("words", "Its words", tuple(line for word in told.words for line in _word(word))),
        Section("governors", "Words that may govern others", tuple(
            f"“{g.word.quote}”, class {g.cls} ({g.row}): {EFFECT[g.effect]}" for g in told.governing
        ) or ("none",)),
        Section("weighed", "Whom the learned pointer weighs", tuple(
            line for one in told.weighed for line in weighed_lines(one)
        ) or ("nobody",)),
    )  # fmt: skip


def _word(word: WordTold) -> Iterator[str]:
    places = "; ".join(_filled(p) for p in word.frame.places)
    known = "" if word.senses else "; no row of the lexicon of frames"
    yield f"“{word.frame.word.quote}” ({word.frame.kind}){': ' if places else ''}{places}{known}"
    for sense in word.senses:
        yield f"  {sense.row}"
        yield from (f"    {_filled(role)}" for role in sense.roles)
        yield from _rules(sense)


def _rules(sense: Sense) -> Iterator[str]:
    """The rules that a sense wakes, those that lack the same thing in one line; first those that lack nothing."""
    by_lack: dict[str | None, list[Tried]] = {}
    for rule in sorted(sense.tried, key=lambda r: r.missing is not None):
        by_lack.setdefault(rule.missing, []).append(rule)
    for lack, rules in by_lack.items():
        names = ", ".join(f"{r.rule} ({r.file})" if lack is None or len(rules) == 1 else r.rule for r in rules)
        yield f"    wakes {names}: {lack or 'has what it needs'}"
    if not sense.tried:
        yield "    wakes no typed rule"


def _filled(place: Filled) -> str:
    words = ", ".join(place.words) or "nobody certain"
    return f"{place.place}: {words}" + (f"; open among {', '.join(place.open)}: {place.why}" if place.open else "")
