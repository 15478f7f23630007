"""Whom "they" and nouns like "the firm" or "both men" take up, where the weights are sure: what the rules left to nobody.

`tools/fit_references.py` fits the weights (`data/who/references.tsv`) on labelled reports, and says how often they are right on
reports held out. A noun that means somebody who is known becomes one with them; of several together each is a member.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.stages.annotate.who.anaphors import Anaphor, nouns_that_may, pronouns_that_may
from rashomon.stages.annotate.who.cast import Actor, Standing
from rashomon.stages.annotate.who.chances import chances
from rashomon.stages.annotate.who.hearing import heard, weighed
from rashomon.stages.annotate.who.meant import of_nobody, those_meant
from rashomon.stages.annotate.who.page import Line
from rashomon.stages.annotate.who.pronouns import seen_at
from rashomon.stages.annotate.who.speech import Standings

TABLE = "references.tsv"
HEARD = 0.5
"""How much of what the encoder hears of a "they" is added to what the table gives; of nouns it added nothing on reports held out."""
TAKEN = 0.9
"""From here on somebody is meant: on reports held out nine in ten are, of those who have a name (docs/reading.md)."""

Resolved = list[tuple[Standing, Actor | None]]


def standings_of(lines: Sequence[Line], actors: Sequence[Actor], resolved: Resolved = ()) -> Standings:  # type: ignore[assignment]
    """Where everybody stands, line by line: by names and nouns, and by the pronouns that are resolved."""
    found: Standings = {}
    pronouns = ((s, actor) for s, actor in resolved if actor is not None)
    for s, whom in (*((s, actor) for actor in actors for s in actor.standings), *pronouns):
        found.setdefault(s.line, []).append(seen_at(lines[s.line], s, whom))
    return found


def take_up_nouns(lines: Sequence[Line], actors: Sequence[Actor]) -> None:
    """Nouns that describe somebody known: their standings go over to that actor, or tell who the several are."""
    seen = standings_of(lines, actors)
    found = [(a, meant) for a in nouns_that_may(lines, actors) if (meant := _meant(lines, seen, a))]
    for a, meant in found:
        own = a.described
        if own is None or any(m is own for m in meant):
            continue
        if len(meant) > 1:
            for s in own.standings:
                s.together = meant
        elif meant[0].standings:
            meant[0].standings += own.standings
            own.standings = []


def take_up_pronouns(lines: Sequence[Line], actors: Sequence[Actor], resolved: Resolved) -> Resolved:
    """Each "they" of which the weights are sure, with whom it means."""
    seen = standings_of(lines, actors, resolved)
    found: Resolved = []
    for a in pronouns_that_may(lines, [s for s, _ in resolved]):
        meant = _meant(lines, seen, a)
        if meant:
            standing = Standing(a.line, a.first, a.last, a.head, "pronoun", meant[0].type, True)
            standing.together = meant if len(meant) > 1 else ()
            found.append((standing, meant[0] if len(meant) == 1 else None))
    return found


def _meant(lines: Sequence[Line], seen: Standings, a: Anaphor) -> tuple[Actor, ...]:
    """Whom a word means; nobody where the weights are not sure, or where that one has no name: who is only described is as open."""
    those = those_meant(lines, seen, a)
    told = chances(TABLE, [one.features for one in those], of_nobody(lines, a, len(those)))
    asked = bool(those) and a.described is None
    told_by_ear = heard(lines, a.line, (a.first, a.last), [one.standings for one in those]) if asked else None
    shares = weighed(told, told_by_ear, HEARD)
    best = max(range(len(those)), key=shares.__getitem__, default=None)
    sure = best is not None and shares[best] >= TAKEN and all(one.named for one in those[best].actors)
    return those[best].actors if best is not None and sure else ()
