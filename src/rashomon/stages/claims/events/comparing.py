"""How well a telling fits what a report told of an incident: what the two show, feature by feature, and what each feature adds.

The features' weights and their words stand in data/events/tellings.tsv. What is added up decides whether a telling joins an
incident, and the same features say why it did.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rashomon.model.tree import asked_once
from rashomon.stages.claims.events.alone import is_alone, is_spoken_of, of_murder
from rashomon.stages.claims.events.apart import may_be_one_place
from rashomon.stages.claims.events.continuity import of_continuity
from rashomon.stages.claims.events.days import days_of, is_echo, is_narrow, of_days
from rashomon.stages.claims.events.deed_phrase import is_new
from rashomon.stages.claims.events.described import befell_others, of_record, spoken_there, told_of_others
from rashomon.stages.claims.events.kin import may_live, of_harm
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.own_story import own_story
from rashomon.stages.claims.events.setting import in_another
from rashomon.stages.claims.events.tellings import Telling
from rashomon.stages.claims.events.victims_told import of_victims
from rashomon.stages.claims.events.wording import Group, fronted, is_definite_noun, of_wording
from rashomon.stages.claims.view import View
from rashomon.stages.claims.weights import Features, weights
from rashomon.text.fold import fold
from rashomon.text.places import contains, lookup

Table = Mapping[str, tuple[float, str]]
_DEEDS = ("violence", "loose", "disaster")
_LESS, _FRONT = 0.5, 50


def show_features(
    view: View,
    group: Group,
    telling: Telling,
    others: Sequence[Group] = (),
    *,
    first: bool,
    recent: bool,
    another: bool,
) -> dict[str, float]:
    """What a telling and the tellings of an incident show together, by the names of the table; only what is so.

    `others` are the report's other incidents so far. `first` says that the incident is what the report is about, `recent` that it was told last, `another` that the telling's
    words speak of another incident than those told.
    """
    words = of_wording(group, telling, another=another)
    shown = {
        **_of_order(group, telling, first=first, recent=recent),
        **words,
        **(of_continuity(view, group, telling, recent=recent, alone=len(others) <= 1) if of_harm(telling) else {}),
        "that_one": words.get("that_one", 0.0) * (1.0 if recent else -1.0),
        **of_days(view, group, telling, recent=recent),
        **_of_places(group, telling),
        "same_year": float(_of_same_year(telling)),
        "new_scene": float(_is_new_scene(group, telling)),
        **_of_figures(group, telling),
        **of_victims(view, group, telling),
        **_of_others(view, group, telling),
        "of_record": of_record(telling),
        **_of_words(group, telling, others),
        "other_setting": float(not another and in_another(group, telling)),
        "new_name": float(not another and _goes_by_new_name(telling)),
        "introduced": float(not another and _is_introduced(telling)),
        "own_story": 0.0 if another else own_story(group, telling),
        "alive": float(may_live(group, telling)),
        "alone": is_alone(view, group, telling),
        "murder": of_murder(group, telling),
        "obituary": float(_obituary(telling)),
        "arrested_before": float(telling.family == "arrest" and _arrested_before(group, telling)),
        "one_vote": float(telling.family == "election" and _one_vote(group, telling)),
    }
    return {name: value for name, value in shown.items() if value}


def _of_words(group: Group, telling: Telling, others: Sequence[Group]) -> dict[str, float]:
    """Whether the words that say which deed is meant are a group's own, or only another's."""
    found = spoken_there(group, telling, others)
    return {"own_words": float(found > 0), "others_words": float(found < 0)}


@asked_once
def _goes_by_new_name(telling: Telling) -> bool:
    """Whether every noun of a deed names what was not spoken of before it."""
    return bool(telling.nouns) and all(is_new(telling.sentence, t.at) for t in telling.nouns)


def _of_others(view: View, group: Group, telling: Telling) -> dict[str, float]:
    """Whether the deed befell others, by its noun or by its verbs; not where the group's sentences speak of who it befell."""
    by_noun = 0.0 if is_spoken_of(view, group, telling) else befell_others(group, telling)
    return {"other_victims": by_noun, "told_of_others": float(not by_noun and told_of_others(group, telling))}


@asked_once
def _is_introduced(telling: Telling) -> bool:
    """ "a blast at its refinery", "an attack on the post": by an article and by what was not spoken of before."""
    sentence = telling.sentence
    return any(
        sentence.tokens[n].text.lower() in ("a", "an") and is_new(sentence, t.at)
        for t in telling.nouns
        for n in sentence.children[t.at]
    )


def explain(features: Features, table: Table) -> str:
    """What speaks for one incident and what against, the weightiest first, in words."""
    ranked = sorted(features, key=lambda name: (-abs(table[name][0] * features[name]), name))
    added = [(table[n][0] * features[n], table[n][1]) for n in ranked]
    words, against = (
        "; ".join(why for sum_, why in added if sum_ > 0),
        "; ".join(why for sum_, why in added if sum_ < 0),
    )
    return f"{words}; against it: {against}" if against else words


def read_weights(*, of_deeds: bool = True) -> Table:
    """The weight of each feature and what it is in words, in the order of the table: of deeds, or of what stands beside them."""
    return weights("events", "tellings.tsv", 1 if of_deeds else 2)


def _of_order(group: Group, telling: Telling, *, first: bool, recent: bool) -> dict[str, float]:
    """Where the incident stands in the report: first, last, in this paragraph."""
    near = group[-1].sentence.sentence.paragraph == telling.sentence.sentence.paragraph
    return {
        "opening": float(first),
        "follows": float(first or recent) * (1.0 if telling.family in _DEEDS else _LESS),
        "same_paragraph": float(recent and near),
        "next_sentences": float(recent and not near),
    }


@asked_once
def _of_same_year(telling: Telling) -> bool:
    """ "in the same year": said of another deed, for one and the same needs no year; not of a deed taken up by a noun."""
    years = any({"same", "year"} <= set(x.quote.lower().split()) for x, _ in telling.times)
    return years and not any(is_definite_noun(telling, t.at) for t in telling.nouns)


@asked_once
def _obituary(telling: Telling) -> bool:
    """ "the minister, who died last year": the death of somebody told in passing, on a day of its own and by no deed."""
    if telling.family != "loose" or not telling.times or not telling.figures or telling.places:
        return False
    passing = all(t.token.dep == "relcl" and is_a(t.entry.word, "late_word") for t in telling.triggers)
    return passing and all(f.sort == "single" for f in telling.figures) and not any(map(is_narrow, days_of([telling])))


def _arrested_before(group: Group, telling: Telling) -> bool:
    """ "a gang leader who was arrested last week", beside other arrests: told in passing, of somebody, with a day of its own."""
    passing = any(t.token.dep == "relcl" for t in telling.triggers)
    return passing and bool(telling.times) and not any(t.times for t in group)


def _one_vote(group: Group, telling: Telling) -> bool:
    """A second date for one election: the same day of another year, or the same kind of election."""
    old = [x for t in group for x in days_of([t])]
    new = days_of([telling])
    return any((a[0] or "")[5:] == (b[0] or "-")[5:] and is_narrow(a) and is_narrow(b) for a in old for b in new)


def _of_places(group: Group, telling: Telling) -> dict[str, float]:
    """Whether the places that both sides give are one, or exclude each other."""
    old = {m.quote for t in group for m, _ in t.places}
    new = {m.quote for m, _ in telling.places}
    if not old or not new:
        return {}
    if {fold(a) for a in old} & {fold(b) for b in new}:
        return {"one_place": 1.0}
    ahead = {m.quote for t in group for m in fronted(t)}
    if ahead and any(fronted(telling)) and not any(contains(a, b) or contains(b, a) for a in ahead for b in new):
        return {"two_fronted": 1.0}
    known = [{p for p in side if lookup(p)} for side in (old, new)]
    sides = known if all(known) else [old, new]
    if not any(may_be_one_place(a, b) for a in sides[0] for b in sides[1]) or _some_way_off(telling, new, old):
        return {"elsewhere": 1.0}
    if is_echo(telling) and any(m.form == "name" for m, _ in telling.places):
        return {
            "elsewhere_same_day": 1.0
        }  # "The same day, a mine killed six near Orvel": said of another, for the same one needs no day.
    taken_up = any(is_definite_noun(telling, t.at) for t in telling.nouns)
    return {} if taken_up or telling.family == "loose" else {"two_places": 1.0}


def _is_new_scene(group: Group, telling: Telling) -> bool:
    """ "In Gorva, in 2009, guards shot 44": a sentence that opens with a day and a place of its own, which the other does not have."""
    ahead = list(fronted(telling))
    before = [x for x, _ in telling.times if ahead and x.end - telling.sentence.sentence.start <= _FRONT]
    there = {fold(m.quote) for t in group for m, _ in t.places}
    return bool(before) and not any(fold(m.quote) in there for m in ahead)


def _some_way_off(telling: Telling, new: set[str], old: set[str]) -> bool:
    """ "in Trebin, a town 13 miles from Ostvar": two towns, in so many words."""
    sentence = telling.sentence
    found = _WAY.search(sentence.text, sentence.sentence.start, sentence.sentence.end)
    if found is None:
        return False
    before, after = sentence.text[sentence.sentence.start : found.start()], sentence.text[found.end() :]
    return any(a in before for a in new) and any(after.startswith(b) for b in old)


_WAY = re.compile(r"\b(miles?|kilomet(?:er|re)s?|km)\b [^.;]{0,20}?\b(from|of) (the )?")


def _of_figures(group: Group, telling: Telling) -> dict[str, float]:
    """Whether the dead and the wounded that both sides count are as many."""
    found = {"one_figure": 0.0, "other_figure": 0.0}
    for harm in ("killed", "injured"):
        old = {f.value.number for t in group for f in t.figures if f.harm == harm and f.sort == "stated"}
        new = {f.value.number for f in telling.figures if f.harm == harm and f.sort == "stated"} - {None}
        if old and new and max(n or 0 for n in new) > 1:
            found["one_figure" if old & new else "other_figure"] += 1.0
    return found
