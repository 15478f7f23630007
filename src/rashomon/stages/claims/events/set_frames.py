"""Verbs that tell of harm with what fills one of their places: "needed treatment", "taken into custody", "kidnappers hold"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from rashomon.model import parts
from rashomon.model.claim import IncidentType
from rashomon.model.clause import Frame as Clause
from rashomon.stages.claims.events.lexicon import Frame, Harm
from rashomon.stages.claims.events.persons import is_person, quantity_of
from rashomon.stages.claims.view import SentenceView

Told = tuple[IncidentType, Harm, Frame]


class _Row(NamedTuple):
    place: str
    nouns: frozenset[str]
    told: Told


def read_set_frame(sentence: SentenceView, at: int) -> Told | None:
    """What a verb tells of with the nouns in its places; None where the table knows nothing or nobody is counted."""
    rows = _rows().get(sentence.tokens[at].lemma.lower(), ())
    clause = sentence.frame(at) if rows else None
    if clause is None:
        return None
    found = next((row for row in rows if _fits(sentence, clause, row)), None)
    if found is None or found.told[1] == "none":
        return found.told if found is not None else None
    whom = clause.doers if found.told[2] == "subj" else clause.undergoers
    counted = any(is_person(sentence, n) and quantity_of(sentence, n) is not None for n in (*whom.fillers, *whom.open))
    return found.told if counted else None


def _fits(sentence: SentenceView, clause: Clause, row: _Row) -> bool:
    if row.place == "particle":
        return clause.particle in row.nouns
    if row.nouns == {"-"}:
        return row.told[1] != "killed" or not _is_at_it(sentence, clause)
    return any(_is(sentence, n, row.nouns) for n in _filled(clause, row.place))


def _is_at_it(sentence: SentenceView, clause: Clause) -> bool:
    """ "Nine people were hanging out": what its subject is busy with befalls nobody."""
    busy = not clause.passive and sentence.tokens[clause.at].text.lower().endswith("ing")
    return busy and not {*clause.subjects.fillers}.isdisjoint((*clause.undergoers.fillers, *clause.undergoers.open))


def _filled(clause: Clause, place: str) -> tuple[int, ...]:
    if place == "doers":
        return (*clause.doers.fillers, *clause.oblique("by"))
    return clause.undergoers.fillers if place == "undergoers" else clause.oblique(place)


def _is(sentence: SentenceView, at: int, nouns: frozenset[str]) -> bool:
    """Whether a word is one of some nouns, or a name with such a title before it: "Chief magistrate Franz Andor"."""
    token = sentence.tokens[at]
    titles = (sentence.tokens[n] for n in sentence.children[at] if n < at) if token.is_a(parts.NAME) else ()
    return token.lemma.lower() in nouns or any(t.lemma.lower() in nouns and t.is_a(parts.COMMON_NOUN) for t in titles)


@cache
def _rows() -> dict[str, tuple[_Row, ...]]:
    table: dict[str, list[_Row]] = {}
    for verb, row in _read():
        table.setdefault(verb, []).append(row)
    return {verb: tuple(rows) for verb, rows in table.items()}


def _read() -> Iterator[tuple[str, _Row]]:
    text = files("rashomon.data").joinpath("events/set_frames.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            verbs, place, nouns, kind, harm, whom = line.split("\t")
            told = (kind, "none" if harm == "-" else harm, "none" if whom == "-" else whom)
            row = _Row(place, frozenset(nouns.split(",")), told)  # type: ignore[arg-type]
            yield from ((verb, row) for verb in verbs.split(","))
