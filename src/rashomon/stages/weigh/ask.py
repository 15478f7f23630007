"""The questions of a case: for each property of one incident or entity, all contrasts between its answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.claim import ACCUSATIONS, COUNTS, is_age
from rashomon.stages.weigh.ages import compare_ages
from rashomon.stages.weigh.agreement import find_agreements
from rashomon.stages.weigh.answers import find_answers
from rashomon.stages.weigh.arrests import held_for
from rashomon.stages.weigh.compare_dates import compare_dates
from rashomon.stages.weigh.compare_places import compare_places
from rashomon.stages.weigh.contradictions import find_contradictions
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.custody import compare_custody
from rashomon.stages.weigh.dating import Clock
from rashomon.stages.weigh.denials import find_denials, parties_of
from rashomon.stages.weigh.doubts import describing
from rashomon.stages.weigh.headcounts import find_headcounts
from rashomon.stages.weigh.hours import compare_hours
from rashomon.stages.weigh.involvement import find_involvement
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.living import find_living
from rashomon.stages.weigh.means import find_means
from rashomon.stages.weigh.money import compare_amounts
from rashomon.stages.weigh.none_at_all import find_none_at_all
from rashomon.stages.weigh.numbered import find_numbers
from rashomon.stages.weigh.pairs import compare_figures
from rashomon.stages.weigh.question import Question
from rashomon.stages.weigh.ranks import compare_ranks
from rashomon.stages.weigh.rivals import find_rivals
from rashomon.stages.weigh.roots import Roots
from rashomon.stages.weigh.verdicts import find_verdicts
from rashomon.stages.weigh.whom import find_whom

_COUNTED = COUNTS | {"found"}
_HELD = frozenset({"birth_date", "birth_place", "dated", "wanted", "death"})
_WHO = ("perpetrator", "organizer", "responsibility", "suspect", "charge", "blame")
"""Who did it is one question, whatever the grade; it goes by the gravest word."""


def ask_questions(layout: Layout, roots: Roots, folded: dict[str, str], clock: Clock) -> list[Question]:
    """Every question that the reports answer in more than one way, or alike on the word of different roots."""
    described = describing(layout)
    counts = [
        replace(question, incident=about)
        for (about, prop), laids in _asked(layout, _COUNTED).items()
        for question in _figures(_without(laids, described), prop, clock.at(layout.incidents[about]))
    ]
    loose = [*_days_and_places(layout), *find_denials(layout), *find_rivals(layout, roots)]
    loose += [*compare_amounts(layout), *compare_custody(layout), *compare_ranks(layout)]
    loose += [*find_involvement(layout), *find_contradictions(layout)]
    loose += [
        *find_none_at_all(layout, clock),
        *find_headcounts(layout),
        *find_living(layout),
        *find_means(layout),
        *find_whom(layout, roots),
    ]
    loose += find_answers(layout, [c for c in loose if c.kind == "conflict"])
    loose += find_agreements(layout, roots, folded)
    questions = _gather(layout, counts, loose)
    questions += find_numbers(layout, clock)
    return [*questions, *(_question("conviction", found) for found in find_verdicts(layout).values())]


def _without(laids: Sequence[Laid], left_out: set[str]) -> list[Laid]:
    return [laid for laid in laids if laid.claim.id not in left_out]


def _asked(layout: Layout, props: frozenset[str]) -> dict[tuple[str, str], list[Laid]]:
    """The claims of each property, by the incident or entity that they are about."""
    found: dict[tuple[str, str], list[Laid]] = defaultdict(list)
    custody = held_for(layout) if "detained" in props else {}
    for laid in layout.claims:
        about = laid.incident if laid.claim.property not in _HELD else laid.entity
        about = custody.get(laid.claim.id, about)
        if about and laid.claim.property in props and not laid.claim.subject.total:
            found[(about, laid.claim.property)].append(laid)
    return found


def _figures(laids: Sequence[Laid], prop: str, clock: Clock) -> list[Question]:
    counts = compare_figures(laids, clock)
    if prop == "found":
        counts = [replace(c, contrasts=kept) for c in counts if (kept := tuple(filter(_has_grown, c.contrasts)))]
    return [Question(prop, c.contrasts, c.told, c.thing, clock) for c in counts]


def _has_grown(contrast: Contrast) -> bool:
    """Of what is found a smaller number on a later day is another find, and stands for nothing."""
    numbers = [laids[0].claim.value.number or 0 for laids in (contrast.first, contrast.second)]
    return contrast.kind != "update" or numbers[0] < numbers[1]


def _days_and_places(layout: Layout) -> list[Contrast]:
    found: list[Contrast] = []
    for (_, prop), laids in _asked(layout, _HELD | {"date", "place"}).items():
        incident = layout.incidents[laids[0].incident or ""] if prop in ("date", "place") else None
        if prop == "birth_date":
            found += compare_ages(laids)
            laids = [laid for laid in laids if not is_age(laid.claim)]
        if prop == "wanted":
            found += [c for counts in compare_figures(laids, Clock()) for c in counts.contrasts]
        elif prop in ("place", "birth_place"):
            found += compare_places(layout, laids, incident)
        else:
            found += compare_dates(laids, incident)
            found += compare_hours(laids, incident) if incident is not None else []
    return found


def _gather(layout: Layout, counts: Sequence[Question], loose: Sequence[Contrast]) -> list[Question]:
    """The loose contrasts put to their questions: those on a figure to the thing that it counts, where one is asked."""
    thing_of = {laid.claim.id: n for n, question in enumerate(counts) for laid in question.told}
    joined: dict[int, list[Contrast]] = defaultdict(list)
    others: dict[tuple[object, ...], list[Contrast]] = defaultdict(list)
    for contrast in loose:
        at = next((thing_of[c.claim.id] for c in contrast.laids if c.claim.id in thing_of), None)
        if at is None:
            others[_key(layout, contrast)].append(contrast)
        else:
            joined[at].append(contrast)
    asked = [_with(question, joined[n]) for n, question in enumerate(counts)]
    return [*asked, *(_question(str(key[0]), found) for key, found in others.items())]


def _key(layout: Layout, contrast: Contrast) -> tuple[object, ...]:
    """Which question a contrast belongs to: its property with its incident, else with its entity, else alone."""
    laid = next((c for c in contrast.laids if c.claim.property != "statement"), contrast.first[0])
    prop = laid.claim.property
    if prop in ACCUSATIONS:
        return _gravest(contrast), laid.incident, laid.incident or laid.entity or laid.about
    if prop in ("detained", "released") and (person := laid.about or laid.entity):
        return "detained", person
    if prop in _COUNTED:
        return prop, laid.incident, laid.claim.value.number
    if prop == "statement":
        return prop, laid.claim.id
    if prop == "contact":
        return prop, laid.incident, *sorted(parties_of(layout, laid))
    return prop, laid.incident, None if laid.incident else laid.entity


def _gravest(contrast: Contrast) -> str:
    props = {laid.claim.property for laid in contrast.laids}
    return "charge" if props == {"charge"} else "perpetrator"


def _question(prop: str, contrasts: Sequence[Contrast]) -> Question:
    told = _unique(contrasts)
    props = {laid.claim.property for laid in told}
    if props <= ACCUSATIONS:
        prop = next(p for p in _WHO if p in props)
    return Question(prop, tuple(contrasts), told)


def _with(question: Question, contrasts: Sequence[Contrast]) -> Question:
    more = (*question.contrasts, *contrasts)
    told = {laid.claim.id: laid for laid in (*question.told, *_unique(contrasts))}
    return replace(question, contrasts=more, told=tuple(told.values()))


def _unique(contrasts: Sequence[Contrast]) -> tuple[Laid, ...]:
    return tuple({laid.claim.id: laid for contrast in contrasts for laid in contrast.laids}.values())
