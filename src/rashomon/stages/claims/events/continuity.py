"""How a telling goes on from those before it: right behind them, of the same doers, in the same words, or long before them."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model import parts
from rashomon.model.tree import asked_once
from rashomon.stages.claims.events.days import days_of
from rashomon.stages.claims.events.deed_phrase import held_for, is_first
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.tellings import Telling
from rashomon.stages.claims.events.wording import Group
from rashomon.stages.claims.view import SentenceView, View
from rashomon.text.calendar import days_between, gap_days, overlaps, period

_LEAD, _NEAR = 3, 1
_LONG_AGO, _A_YEAR = 60, 366
_AHEAD = 2
_KINDS = ("kind_theft", "kind_torture", "kind_unrest", "kind_shelling", "kind_taking", "kind_fire", "kind_blast")


def of_continuity(view: View, group: Group, telling: Telling, *, recent: bool, alone: bool) -> dict[str, float]:
    """What a telling shows of going on from a group's; `alone`: no other deed has been told so far."""
    gap = telling.sentence.sentence.index - group[-1].sentence.sentence.index
    return {
        "after_headline": float(alone and _tells_headline_again(group, telling)),
        "right_after": float(recent and gap <= _NEAR and not telling.places),
        "they_go_on": float(recent and gap <= _NEAR and _by_pronoun(telling)),
        "of_them": float(recent and gap <= _NEAR + 1 and _of_them(telling)),
        "years_before": _years_before(view, group, telling),
        "other_kind": float(_of_other_kind(group, telling)),
        "fresh_victims": float(_befell_unspoken(telling)),
        "fresh_people": float(_by_unspoken(telling)),
        "in_which": float(_in_which(telling)),
        "opens_in": float(_opens_in(group, telling)),
        "before_word": float(_says_before(telling)),
        "held": float(any(t.noun and held_for(telling.sentence, t.at) is not None for t in telling.triggers)),
    }


@asked_once
def _befell_unspoken(telling: Telling) -> bool:
    """ "executed 14 herders", of whom nothing was told before."""
    return _unspoken(telling.sentence, [f.victim for f in telling.figures if f.sort != "toll" and not f.other])


@asked_once
def _by_unspoken(telling: Telling) -> bool:
    """ "police beat two nurses", where no word before spoke of police."""
    frames = (telling.sentence.frame(t.at) for t in telling.triggers)
    return _unspoken(telling.sentence, [n for f in frames if f is not None for n in f.doers.fillers])


def _unspoken(sentence: SentenceView, heads: Sequence[int]) -> bool:
    """Whether some heads are nouns or names, of which none stood in the text before."""
    told = [
        n
        for n in heads
        if sentence.tokens[n].is_a(parts.NAME | parts.COMMON_NOUN) and not is_a(sentence.lemmas[n], "anyone")
    ]
    return sentence.sentence.index >= _LEAD and bool(told) and all(is_first(sentence, n) for n in told)


@asked_once
def _in_which(telling: Telling) -> bool:
    """ "led an operation in which 27 people died", "the border town where he blew himself up"."""
    sentence = telling.sentence
    for t in telling.triggers:
        over = next((n for n in (t.at, *sentence.up(t.at)) if sentence.tokens[n].is_a(parts.RELATIVE_CLAUSE)), None)
        if over is not None and any(sentence.words[n] in ("which", "where", "when") for n in sentence.subtree(over)):
            return True
    return False


def _opens_in(group: Group, telling: Telling) -> bool:
    """ "In December 2008 he shot": a sentence that opens with a time of its own."""
    sentence = telling.sentence
    ahead = [x for x in sentence.times if sentence.token_at(x.start) <= _AHEAD and x.type == "DATE"]
    there = [*days_of(group), *(d for t in group for d in _days_told(t.sentence))]
    return bool(ahead) and not any(overlaps((x.earliest, x.latest), d) for x in ahead for d in there)


@asked_once
def _says_before(telling: Telling) -> bool:
    """ "was already sentenced", "has since killed", "in an earlier raid": in the clause of the telling."""
    sentence = telling.sentence
    near = {
        sentence.words[n]
        for t in telling.triggers
        for over in (t.at, sentence.tokens[t.at].head)
        for n in sentence.children[over]
    }
    return any(is_a(word, "elsewhen") for word in near)


def _tells_headline_again(group: Group, telling: Telling) -> bool:
    """What a headline tells, the first sentences below it tell again, with names and numbers that it had no room for."""
    first = group[-1].sentence.sentence
    return first.index == 0 and first.index < telling.sentence.sentence.index < _LEAD and first.block == "headline"


@asked_once
def _by_pronoun(telling: Telling) -> bool:
    """ "They shot nine people": whoever was spoken of goes on."""
    sentence = telling.sentence
    frames = (sentence.frame(t.at) for t in telling.triggers)
    return any(sentence.tokens[n].is_a(parts.PERSONAL) for f in frames if f is not None for n in f.doers.fillers)


@asked_once
def _of_them(telling: Telling) -> bool:
    """ "Four of them were found dead": of those told of right before."""
    words = telling.sentence.words
    return any(words[f.victim + 1 : f.victim + 3] == ("of", "them") for f in telling.figures)


def _years_before(view: View, group: Group, telling: Telling) -> float:
    """How plainly a sentence speaks of a time long before the report, that no sentence of the group speaks of: half for months, 1 for years."""
    published = view.document.published
    told = _days_told(telling.sentence)
    if not published or not told:
        return 0.0
    there = [*days_of(group), *(d for t in group for d in _days_told(t.sentence))]
    if any(overlaps(a, b) for a in told for b in there):
        return 0.0
    gaps = [gap_days(x, period(published)) or 0 for x in told]
    return 1.0 if min(gaps) > _A_YEAR else 0.5 if min(gaps) > _LONG_AGO else 0.0


@asked_once
def _days_told(sentence: SentenceView) -> tuple[tuple[str | None, str | None], ...]:
    """The days that a sentence gives, years too."""
    dated = ((t.earliest, t.latest) for t in sentence.times if t.type == "DATE" and t.earliest and t.latest)
    return tuple(d for d in dated if (long := days_between(*d)) is not None and long <= _A_YEAR)


def _of_other_kind(group: Group, telling: Telling) -> bool:
    """Robbery here, torture there."""
    new = _kinds(telling)
    old = {kind for t in group for kind in _kinds(t)} if new else set()
    return bool(old) and not new & old


@asked_once
def _kinds(telling: Telling) -> frozenset[str]:
    return frozenset(kind for kind in _KINDS for t in telling.triggers if is_a(t.entry.word, kind))
