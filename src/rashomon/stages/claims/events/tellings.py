"""What one sentence tells of one incident: its words, dates, places and figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any, Literal

from rashomon.model.annotation import Mention, TimeRef
from rashomon.stages.claims.events.apart import Places, Times, part_by_days, tells_of_several, told_apart, two_victims
from rashomon.stages.claims.events.counted_up import is_of_a_year, is_over_time
from rashomon.stages.claims.events.deed_phrase import aside_of, held_for
from rashomon.stages.claims.events.divided import find_total
from rashomon.stages.claims.events.earlier import is_recalled, is_since_then
from rashomon.stages.claims.events.figure import Figure
from rashomon.stages.claims.events.figures import find_figures
from rashomon.stages.claims.events.gapped import find_rows, share_whole
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.lost_days import came_after, is_long_after
from rashomon.stages.claims.events.paired import Deed, deeds_in
from rashomon.stages.claims.events.scene import borrowed_times
from rashomon.stages.claims.events.targets import targets_of
from rashomon.stages.claims.events.towns import town_meant
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.events.when_where import places_of, times_of
from rashomon.stages.claims.view import SentenceView

Family = Literal[
    "absence", "violence", "abduction", "arrest", "court", "meeting", "election", "disaster", "unrest", "loose"
]
_FAMILY: dict[str, Family] = {
    "attack": "violence", "killing": "violence", "abduction": "abduction", "arrest": "arrest", "hearing": "court",
    "conviction": "court", "meeting": "meeting", "election": "election", "disaster": "disaster", "other": "violence",
}  # fmt: skip
_HARMFUL = frozenset({"violence", "disaster", "abduction", "unrest"})


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """One incident in one sentence. `several` where the words speak of more than one incident at once.

    Each is itself alone, so that what is asked of it again and again is kept by it. `joined` says how well it fitted the tellings before it, and why, where it was joined to some;
    `apart` are the first words of the incidents from which much held it apart when it opened one of its own.
    """

    sentence: SentenceView
    family: Family
    triggers: tuple[Trigger, ...]
    times: tuple[tuple[TimeRef, Trigger], ...]
    places: tuple[tuple[Mention, Trigger], ...]
    figures: tuple[Figure, ...]
    several: bool
    joined: tuple[float, str] | None = None
    apart: tuple[Trigger, ...] = ()
    nouns: tuple[Trigger, ...] = field(init=False)
    answers: dict[tuple[object, ...], Any] = field(init=False, default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        named = (t for t in self.triggers if t.noun and t.entry.frame != "refer" and not is_a(t.entry.word, "loose"))
        object.__setattr__(self, "nouns", tuple(named))

    @property
    def late(self) -> bool:
        """Whether its days are of deaths and finds that may follow an incident by weeks."""
        return bool(self.times) and all(is_a(t.entry.word, "late_word") for _, t in self.times)

    @property
    def recalled(self) -> bool:
        """Whether its figures are of what had happened some time before."""
        return any(f.sort == "stated" and is_recalled(f.trigger) for f in self.figures)


def tell(sentences: Sequence[SentenceView], at: int, triggers: Sequence[Trigger]) -> list[Telling]:
    """The tellings of the sentence at an index, in text order of their first words."""
    if not triggers:
        return []
    sentence = sentences[at]
    times = list(times_of(sentence, triggers)) or list(borrowed_times(sentences, at, triggers))
    places = list(places_of(sentence, triggers)) or list(town_meant(sentences, at, triggers))
    figures = find_figures(triggers)
    rows = list(find_rows(sentence, figures))
    apart = {place.start for _, place in rows}
    figures = [f for f in figures if all(f.victim != row.victim for row, _ in rows)]
    figures = [share_whole(f) for f in figures] if rows else figures
    places = [x for x in places if x[0].start not in apart]
    made = [Telling(sentence, "loose", (f.trigger,), (), ((place, f.trigger),), (f,), False) for f, place in rows]
    total = find_total(figures, times)
    if total is not None:
        made.append(Telling(sentence, "violence", (total.trigger,), (), (), (total,), True))
        triggers = [t for t in triggers if t.at != total.trigger.at]
    deeds_of = {t.at: found for t in triggers if (found := deeds_in(sentences[:at], t, times, figures))}
    own_of_deeds = [x for found in deeds_of.values() for deed in found for x, _ in (*deed[1], *deed[2])]
    times = [x for x in times if x[1].at in deeds_of or x[0] not in own_of_deeds]
    places = [x for x in places if x[1].at in deeds_of or x[0] not in own_of_deeds]
    for family, group in _groups(sentence, triggers, times, places, figures):
        if deeds := next((deeds_of[t.at] for t in group if t.at in deeds_of), None):
            made.extend(_of_each(sentence, family, group, deeds, figures))
            continue
        own = {t.at for t in group}
        made.append(
            Telling(
                sentence,
                family,
                tuple(group),
                tuple(x for x in times if x[1].at in own),
                tuple(x for x in places if x[1].at in own),
                tuple(f for f in figures if f.trigger.at in own),
                tells_of_several(sentence, group, times, places)
                or (bool(figures) and is_over_time(sentence, group))
                or is_of_a_year(group, times, figures, places),
            )
        )
    return sorted(made, key=lambda m: m.triggers[0].at)


def _of_each(
    sentence: SentenceView, family: Family, group: Sequence[Trigger], deeds: Sequence[Deed], figures: Sequence[Figure]
) -> Iterator[Telling]:
    """Each of several deeds by itself; what is counted is counted over all of them."""
    for trigger, times, places in deeds:
        yield Telling(sentence, family, (trigger,), tuple(times), tuple(places), (), False)
    rest = tuple(t for t in group if t.at != deeds[0][0].at)
    counted = tuple(f for f in figures if f.trigger in rest)
    if counted:
        yield Telling(sentence, family, rest, (), (), counted, True)


def family_of(trigger: Trigger) -> Family:
    """The kind of incident that a word tells of; loose where it tells only of harm ("died", "injured")."""
    if trigger.harm == "missing":
        return "absence"
    if is_a(trigger.entry.word, "unrest"):
        return "unrest"
    if is_a(trigger.entry.word, "loose") or trigger.entry.frame == "refer" or trigger.harm == "hospital":
        return "loose"
    return _FAMILY[trigger.type]


def _groups(
    sentence: SentenceView, triggers: Sequence[Trigger], times: Times, places: Places, figures: Sequence[Figure]
) -> Iterator[tuple[Family, list[Trigger]]]:
    """Triggers of one incident: anchors of one family that nothing keeps apart, each with its words of harm."""
    anchors = [t for t in _anchors(triggers) if not _missing_in(sentence, t, triggers)]
    loose = [t for t in triggers if t not in anchors]
    if not anchors:
        for part in part_by_days(loose, times):
            yield "loose", part
        return
    own: dict[int, list[Trigger]] = {a.at: [a] for a in anchors}
    for t in loose:
        owner = _anchor_of(sentence, t, [a for a in anchors if family_of(a) in _HARMFUL], triggers)
        if owner is None or two_victims([t], [owner], figures):
            own.setdefault(-1, []).append(t)
        else:
            own[owner.at].append(t)
    if -1 in own:
        yield "loose", own.pop(-1)
    groups: list[tuple[Family, list[Trigger]]] = []
    for a in anchors:
        mine = own[a.at]
        over = {n: rank for rank, n in enumerate(sentence.up(a.at))}
        for family, group in sorted(groups, key=lambda g: min(over.get(t.at, 99) for t in g[1])):
            if family == family_of(a) and not told_apart(sentence, group, mine, times, places, figures):
                group.extend(mine)
                break
        else:
            groups.append((family_of(a), list(mine)))
    for family, group in groups:
        for part in part_by_days(group, times):
            yield _kind_of(family, part), part


def _kind_of(family: Family, part: Sequence[Trigger]) -> Family:
    """The family of the words of one incident: unrest that has its dead is violence."""
    if all(family_of(t) == "loose" for t in part):
        return "loose"
    return "violence" if family == "unrest" and any(t.harm in ("killed", "injured") for t in part) else family


def _missing_in(sentence: SentenceView, trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """ "40 are missing after the flood": missing through an incident that the same clause names."""
    if family_of(trigger) != "absence":
        return False
    if any(family_of(t) == "disaster" for t in triggers):
        return True
    verb = sentence.tokens[trigger.at].head if trigger.entry.pos == "A" else trigger.at
    named = {t.at for t in triggers if t.noun and family_of(t) in ("violence", "disaster")}
    return any(named.intersection(sentence.subtree(n)) for n in sentence.kids(verb, "prep"))


def _anchors(triggers: Sequence[Trigger]) -> list[Trigger]:
    """The words that make an incident: nouns and attacking verbs; verbs of harm only where there is nothing else."""
    firm = [t for t in triggers if family_of(t) != "loose"]
    nouns = [t for t in firm if t.noun or t.harm == "none"]
    kinds = {family_of(t) for t in nouns}
    return [t for t in firm if t in nouns or not (kinds & _HARMFUL) or family_of(t) != "violence"]


def _anchor_of(
    sentence: SentenceView, trigger: Trigger, anchors: Sequence[Trigger], triggers: Sequence[Trigger]
) -> Trigger | None:
    """The incident in which a harm was done: above it in the parse, below it, subject of its verb, or nearest."""
    if not anchors:
        return None
    anchors = [a for a in anchors if not _is_of_their_past(sentence, a, trigger, triggers)]
    if not anchors:
        return None
    at = {a.at: a for a in anchors}
    recalled = is_recalled(trigger)
    if _is_beside(sentence, trigger, anchors) or any(came_after(sentence, trigger, a.at) for a in anchors if a.noun):
        return None
    if all(is_long_after(sentence, trigger, a) for a in anchors):
        return None
    for above in () if recalled else sentence.up(trigger.at):
        if above in at:
            return at[above]
        for n in sentence.kids(above, "nsubj", "nsubjpass"):
            if n in at:
                return at[n]
    below = [at[n] for n in sentence.subtree(trigger.at) if n in at and not _told_apart(sentence, n, trigger.at)]
    if recalled and not (below and is_since_then(sentence, trigger.at)):
        return None
    near = min(below or anchors, key=lambda a: abs(a.at - trigger.at))
    return near if below or not (_introduced(sentence, near) or _is_held_for(sentence, near, trigger)) else None


_BESIDE = frozenset({";", "while", "whereas", "and"})


def _is_beside(sentence: SentenceView, trigger: Trigger, anchors: Sequence[Trigger]) -> bool:
    """ "A blast kills three; police kill forty": whoever does it is named in a clause of its own, beside that of the other deed."""
    frame = sentence.frame(trigger.at)
    if frame is None or frame.doers.step != "plain" or not frame.undergoers.fillers:
        return False
    doers = frame.doers.fillers
    if not doers or not all(a.at < doers[0] < trigger.at and a.noun for a in anchors):
        return False
    before = sentence.subtree(doers[0])[0] - 1
    whose = {n for f in sentence.verbs if f.at < before for n in f.doers.fillers}
    return sentence.tokens[before].text.lower() in _BESIDE and any(a.at in whose for a in anchors)


def _is_of_their_past(sentence: SentenceView, anchor: Trigger, trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """ "Odeh, who had led the inquiry into the convoy attack, was shot": of whom it is told by the way; not "who was hurt in the attack, died"."""
    told = next((n for n in (trigger.at, *sentence.up(trigger.at)) if sentence.frame(n) is not None), trigger.at)
    frame, clause = sentence.frame(told), aside_of(sentence, anchor.at) if anchor.noun else None
    if frame is None or clause is None:
        return False
    inside = sentence.subtree(clause)
    victims = {*frame.undergoers.fillers, *frame.subjects.fillers}
    whose = sentence.tokens[clause].head
    named = list(takewhile(lambda n: n != told, (whose, *sentence.up(whose))))
    if trigger.at in inside or victims.isdisjoint(named):
        return False
    return not any(t.harm in _HURTS for t in triggers if t.at in inside and not t.noun)


_HURTS = frozenset({"killed", "injured", "shot", "kidnapped", "missing", "hospital"})


def _told_apart(sentence: SentenceView, at: int, above: int) -> bool:
    """Whether a verb of saying stands between a word and one over it: "..., while police reported an attack"."""
    for n in sentence.up(at):
        if n == above:
            return False
        if is_a(sentence.tokens[n].lemma.lower(), "speech_verb") and sentence.tokens[n].pos == "VERB":
            return True
    return False


def _is_held_for(sentence: SentenceView, anchor: Trigger, trigger: Trigger) -> bool:
    """ "Among the dead is X, who was sought over the attack on Y": what an aside on somebody says that he is held for."""
    law = held_for(sentence, anchor.at)
    clause = aside_of(sentence, law) if law is not None else None
    return clause is not None and clause not in (trigger.at, *sentence.up(trigger.at))


def _introduced(sentence: SentenceView, anchor: Trigger) -> bool:
    """ "an attack on the bank": told of for the first time, with its own target."""
    new = any(sentence.tokens[n].text.lower() in ("a", "an") for n in sentence.kids(anchor.at, "det"))
    return new and any(name == "target" for name, _ in targets_of(anchor))
