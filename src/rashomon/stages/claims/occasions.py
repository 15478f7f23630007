"""Which of a document's occurrences a claim is about: the one its own words lead to, or the only one there is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from rashomon.lexicon import words
from rashomon.model import parts
from rashomon.model.claim import IncidentType, Occurrence
from rashomon.stages.claims.called import Called
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.view import SentenceView
from rashomon.stages.claims.which_deed import choose, deed_tokens, is_laid_to_another, own_offence, where_told
from rashomon.text.calendar import Interval, days_between, overlaps
from rashomon.text.places import lookup

VIOLENT: frozenset[IncidentType] = frozenset({"attack", "killing", "abduction"})
DEEDS: frozenset[IncidentType] = VIOLENT | {"other", "disaster"}
"""What somebody may be accused of: a sinking, a riot too, where people came to harm in it."""
TALKS: frozenset[IncidentType] = frozenset({"contact", "meeting"})
_HARM = frozenset({"killed", "injured", "missing", "victim"})
_OTHER_DEEDS: frozenset[IncidentType] = frozenset({"other", "disaster"})
_SHORTLY = 2
_HALVES = 2
_DOERS: dict[str, IncidentType] = {"attacker": "attack", "kidnapper": "abduction", "abductor": "abduction"}
"""Nouns that say of what kind the deed was which somebody did."""


class Occasions:
    """The occurrences of some types, by where their words stand."""

    def __init__(self, told: Told, types: frozenset[IncidentType]) -> None:
        self.types = types
        kept = [o for o in told.occurrences if o.type in types]
        placed = sorted(((m.start, m.end, n) for n, o in enumerate(kept) for m in o.mentions))
        self._kept = kept
        self._starts = [start for start, _, _ in placed]
        self._placed = placed
        self._others = sorted(m.start for o in told.occurrences if o.type in _OTHER_DEEDS - types for m in o.mentions)
        self._only = _only_one(told, kept)
        own = [d for d in told.drafts if self._only and d.subject.occurrence == self._only]
        self._where = {d.value.referent for d in own if d.property == "place"}
        self._when: list[Interval] = [(d.value.earliest, d.value.latest) for d in own if d.property == "date"]
        self._main = _main_of(kept)
        self._called = Called(told, kept)
        self._firsts = {self._kept[n].id: start for start, _, n in reversed(placed)}
        self._title: list[str] | None = None

    def within(self, start: int, end: int) -> list[str]:
        """The occurrences with a word inside a range, in text order, each once."""
        return list(dict.fromkeys(self._kept[n].id for _, n in self._at(start, end)))

    def _at(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where the words inside a range start, with whose they are."""
        span = self._placed[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [(first, n) for first, last, n in span if last <= end]

    def of(self, sentence: SentenceView, at: int, *, deed: bool = False) -> str | None:
        """The occurrence that the accusation, or whatever is told, at a token is about; None where nothing decides.

        `deed` says that the token's own words tell a deed: it is another than those told, unless they open one of them.
        """
        return choose(self.weigh(sentence, at, deed=deed))

    def weigh(self, sentence: SentenceView, at: int, *, deed: bool = False) -> dict[str, dict[str, float]]:
        """What speaks for and against each occurrence, by its id."""
        held = deed_tokens(sentence, at)
        before = self._told_before(sentence) if _takes_up(sentence, at) else None
        placed = self._at(sentence.sentence.start, sentence.sentence.end)
        inside = [(sentence.token_at(start), n) for start, n in placed]
        inside = [(token, n) for token, n in inside if not is_laid_to_another(sentence, at, token)]
        spoken_of = {} if inside else self._by_discourse(sentence, at, deed=deed)
        offence = not inside and own_offence(sentence, at, held)
        found: dict[str, dict[str, float]] = {}
        for n, one in enumerate(self._kept):
            told = [token for token, k in inside if k == n]
            shown = where_told(sentence, at, held, told) | self._called.by_name(sentence, held or (at,), one.id)
            shown |= self._called.in_sentence(sentence, at, one.id)
            shown["told_before"] = float(one.id == before)
            shown["own_offence"] = float(offence)
            shown["own_deed"] = float(deed and not told)
            shown["only"] = float(bool(inside) and one.id == self._only)
            shown |= {name: float(one.id == ident) for name, ident in spoken_of.items()}
            found[one.id] = {name: value for name, value in shown.items() if value}
        return found

    def _by_discourse(self, sentence: SentenceView, at: int, *, deed: bool) -> dict[str, str | None]:
        """The occurrences that a sentence may speak of which tells of none: the only one, the main one, the one told last."""
        if self._is_elsewhere(sentence):
            return {}
        only, main = (one if self._is_opened(sentence, one) else None for one in (self._only, self._main))
        found = {"only": only, "by_doer": self._only_by_doer(sentence, at)}
        if deed:
            return found
        near = self.within(_paragraph_start(sentence), sentence.sentence.start)
        return found | {
            "main": main,
            "title": self._in_title(sentence),
            "told_last": self._last_before(sentence),
            "paragraph": near[0] if len(near) == 1 else None,
        }

    def _in_title(self, sentence: SentenceView) -> str | None:
        """The only deed that the first sentence of a report tells of, its headline for the most part."""
        if self._title is None:
            first = sentence
            while first.before is not None:
                first = first.before
            self._title = self.within(0, first.sentence.end)
        return self._title[0] if len(self._title) == 1 else None

    def _is_opened(self, sentence: SentenceView, ident: str | None) -> bool:
        """Whether a deed was told before a sentence, or is told early: a headline and a lead speak of what follows, an essay's middle of no deed at its end."""
        first = self._firsts.get(ident or "")
        return first is not None and (first < sentence.sentence.start or first * _HALVES < len(sentence.text))

    def _only_by_doer(self, sentence: SentenceView, at: int) -> str | None:
        """Of "named five men as attackers" the only attack, where an abduction is told of too."""
        kinds = {_DOERS[lemma] for n in sentence.subtree(at) if (lemma := sentence.tokens[n].lemma.lower()) in _DOERS}
        meant = [o for o in self._kept if o.type in kinds and not o.generic]
        return meant[0].id if len(meant) == 1 else None

    def joined(self, sentence: SentenceView, at: int) -> list[str]:
        """The occurrences below a token where several stand side by side: "responsible for the bombings of X and Y", one each."""
        below = sentence.phrase(at)
        placed = self._at(below.start, below.end)
        tokens = [sentence.token_at(start) for start, _ in placed]
        beside = [
            n
            for n, t in enumerate(tokens)
            if n and sentence.tokens[t].is_a(parts.JOINED) and sentence.tokens[t].head in tokens
        ]
        if len(placed) < _SHORTLY or len(beside) != len(placed) - 1:
            return []
        return list(dict.fromkeys(self._kept[n].id for _, n in placed))

    def _told_before(self, sentence: SentenceView) -> str | None:
        """What was told last, one sentence or two before: "The prince ordered it"."""
        at = bisect_left(self._starts, sentence.sentence.start)
        if at == 0:
            return None
        start, _, n = self._placed[at - 1]
        between = sentence.text[start : sentence.sentence.start]
        return self._kept[n].id if between.count(". ") + between.count("\n") <= _SHORTLY else None

    def _last_before(self, sentence: SentenceView) -> str | None:
        """The deed told last before a sentence."""
        at = bisect_left(self._starts, sentence.sentence.start)
        return self._kept[self._placed[at - 1][2]].id if at else None

    def is_another(self, sentence: SentenceView, at: int) -> bool:
        """Whether a deed of its own, told at a verb within a relative clause, stands beside the sentence's occurrence: "killed X, who had beaten Y"."""
        below = sentence.phrase(at)
        inside = next((n for n in sentence.up(at) if sentence.tokens[n].is_a(parts.RELATIVE_CLAUSE)), None)
        told = self.within(sentence.sentence.start, sentence.sentence.end)
        if inside is None or not told or self.within(below.start, below.end):
            return False
        clause = sentence.phrase(inside)
        return not self.within(clause.start, clause.end)

    def _is_elsewhere(self, sentence: SentenceView) -> bool:
        """Whether a sentence tells of a deed of another kind, or gives a day or a town that the only occurrence does not have."""
        start, end = sentence.sentence.start, sentence.sentence.end
        if bisect_left(self._others, start) != bisect_left(self._others, end):
            return True
        towns = {m.referent for m in sentence.mentions if m.type == "place" and m.form == "name" and is_town(m.quote)}
        days = [(t.earliest, t.latest) for t in sentence.times if t.type == "DATE" and t.earliest and t.latest]
        narrow = [d for d in days if days_between(*d) == 0]
        of_court = any(is_a(t.lemma.lower(), "court_word") for t in sentence.tokens)  # whose day it then is
        other_day = bool(self._when and narrow) and not any(overlaps(a, b) for a in self._when for b in narrow)
        other_day = other_day and not of_court
        return other_day or bool(self._where and towns and towns.isdisjoint(self._where))

    def here(self, sentence: SentenceView, at: int) -> str | None:
        """The occurrence told at the token itself, or None."""
        token = sentence.tokens[at]
        found = self.within(token.start, token.end)
        return found[0] if found else None


def _paragraph_start(sentence: SentenceView) -> int:
    first = sentence
    while first.before is not None and first.before.sentence.paragraph == sentence.sentence.paragraph:
        first = first.before
    return first.sentence.start


def _main_of(kept: Sequence[Occurrence]) -> str | None:
    """The deed that is told first, where none is told of more."""
    certain = sorted((o for o in kept if not o.generic), key=lambda o: min(m.start for m in o.mentions))
    return certain[0].id if certain and all(len(certain[0].mentions) >= len(o.mentions) for o in certain) else None


def _only_one(told: Told, kept: Sequence[Occurrence]) -> str | None:
    """The one occurrence of violence, where no mishap in which people came to harm is told of more; else the only one with harm in it."""
    hurt = {d.subject.occurrence for d in told.drafts if d.property in _HARM}
    certain = [o for o in kept if not o.generic]
    violent = [o for o in certain if o.type not in _OTHER_DEEDS]
    harmful = [o for o in certain if o.id in hurt]
    told_most = max((len(o.mentions) for o in harmful if o.type in _OTHER_DEEDS), default=0)
    if len(violent) == 1 and len(violent[0].mentions) > told_most:
        return violent[0].id
    if not _is_of_deeds(kept):
        return certain[0].id if len(certain) == 1 else None
    return harmful[0].id if len(harmful) == 1 and len(violent) <= 1 else None


def _is_of_deeds(kept: Sequence[Occurrence]) -> bool:
    return any(o.type in DEEDS for o in kept)


def _takes_up(sentence: SentenceView, at: int) -> bool:
    """ "ordered it", "was behind this": the deed is a pronoun for what was told."""
    frame = sentence.frame(at)
    held = (*frame.undergoers.fillers, *frame.oblique("for", "behind", "of")) if frame is not None else ()
    return any(sentence.tokens[n].text.lower() in words("en-takes-up.txt") for n in held)


def is_town(name: str) -> bool:
    """Whether a name is not known as a country's or a region's."""
    found = lookup(name)
    return not found or found[0].kind == "settlement"
