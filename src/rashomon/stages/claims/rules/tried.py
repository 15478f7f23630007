"""What the typed rules find at the words of a sentence, and what they lack there: for whoever asks why nothing was read."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon.frames import Entry
from rashomon.model.clause import Frame
from rashomon.model.ledger import Filled, Sense, Tried
from rashomon.stages.claims.rules.ledger import entries as ledger_entries
from rashomon.stages.claims.rules.ledger import typed_rules
from rashomon.stages.claims.rules.match import fitting
from rashomon.stages.claims.rules.places import senses, standing
from rashomon.stages.claims.rules.records import Fate, Need, Rule
from rashomon.stages.claims.rules.relate import by_sense, relate
from rashomon.stages.claims.rules.relations import Relation
from rashomon.stages.claims.view import SentenceView


def tried(sentence: SentenceView, at: int) -> tuple[Sense, ...]:
    """The senses of the word at a token, each with its roles and the rules that wake at it, in the order of the lexicon."""
    return tuple(
        Sense(_row(entry), tuple(_roles(sentence, frame, entry)), tuple(_rules(sentence, frame, entry)))
        for frame, entry in senses(sentence, at)
    )


def _row(entry: Entry) -> str:
    lemma, kind, particle, cls, named = entry
    roles = " ".join(f"{role}={place}" for role, place in named.items())
    return f"lexicon/en.tsv: {lemma} {kind} {particle or '-'} {cls} {roles or '-'}"


def _roles(sentence: SentenceView, frame: Frame, entry: Entry) -> Iterator[Filled]:
    for role, place in entry.roles.items():
        yield Filled(f"{role} ({place})", _words(sentence, standing(sentence, frame, entry, role)))


def _words(sentence: SentenceView, tokens: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(sentence.tokens[n].text for n in tokens)


def _rules(sentence: SentenceView, frame: Frame, entry: Entry) -> Iterator[Tried]:
    files = {r.id: r.file for r in ledger_entries()}
    for rule in typed_rules().values():
        if entry.cls in rule.wakes:
            lacks = _of_sides if isinstance(rule, Relation) else _of_needs
            yield Tried(rule.id, files[rule.id], lacks(sentence, frame, entry, rule))


def _of_needs(sentence: SentenceView, frame: Frame, entry: Entry, rule: Rule | Relation) -> str | None:
    """The first thing that a rule of one side lacks at a frame."""
    if not isinstance(rule, Rule):
        return None
    if not standing(sentence, frame, entry, rule.who):
        return f"nobody certain stands in {_place(entry, rule.who)}"
    for need in rule.needs:
        if not fitting(sentence, frame, entry, need):
            return f"lacks {_need(sentence, frame, entry, need)}"
    if rule.any_of and not any(fitting(sentence, frame, entry, need) for need in rule.any_of):
        return "lacks each of " + ", ".join(_need(sentence, frame, entry, need) for need in rule.any_of)
    barred = (
        next((b for b in rule.bars if fitting(sentence, frame, entry, b)), None) if isinstance(rule, Fate) else None
    )
    return None if barred is None else f"is barred by {_need(sentence, frame, entry, barred)}"


def _need(sentence: SentenceView, frame: Frame, entry: Entry, need: Need) -> str:
    found = ", ".join(_words(sentence, standing(sentence, frame, entry, need.place)))
    return f"“{need.test}” in {_place(entry, need.place)}, where stands {found or 'nothing'}"


def _place(entry: Entry, role: str) -> str:
    return f"{role} ({entry.roles[role]})" if role in entry.roles else role


def _of_sides(sentence: SentenceView, frame: Frame, entry: Entry, rule: Rule | Relation) -> str | None:
    """What a rule of two sides lacks at a frame; where only its whole can say, that it finds nothing."""
    if not isinstance(rule, Relation) or any(relate(sentence, frame.at, by_sense((rule,)))):
        return None
    empty = [
        _place(entry, place) for _, place in rule.sides
        if not place.endswith("?") and rule.over is None and not standing(sentence, frame, entry, place)
    ]  # fmt: skip
    return f"nobody certain stands in {', '.join(empty)}" if empty else "does not find its two sides there"
