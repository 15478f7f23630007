"""Gaps: a contact with a party unnamed, a cited paper without a date, an incident that no report dates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from rashomon.lexicon import word_set
from rashomon.model.claim import ACCUSATIONS, COUNTS, Party
from rashomon.model.finding import Finding
from rashomon.model.link import Incident
from rashomon.stages.weigh.counted import singular
from rashomon.stages.weigh.days import days_between
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import make_finding, say_tellers
from rashomon.text.fold import fold_words

_ACCUSED = ACCUSATIONS | {"conviction", "acquittal", "wanted", "tie", "sanctioned"}
_HIDDEN = re.compile(
    r"\b(?:[Uu]nidentified|[Uu]nnamed|[Uu]nknown|[Aa]nother|superior|accomplices?|handlers?)\b|\s[A-Z]"
    r"|\b(?:[Aa]n?|[Oo]ne|[Tt]wo|three|four|five|six|seven|eight|nine|ten|several|some|\d+)\b.*\b(?:attackers?|gunm[ae]n|killers?|hitm[ae]n"
    r"|militants?|kidnappers?|abductors?|mercenar(?:y|ies))\b"
)
"""Words that make one side worth asking after: it is hidden, or is of a body that has a name ("some members of the Front")."""
_NUMBER = re.compile(r"\b(?:number|phone|telephone|mobile|handset|line|sim card|subscriber)s?\b", re.I)
"""A side that is only a number is asked after, whomever else the other side is told to have called."""
_COUNTED_TIMES = re.compile(
    r"\b(?:\d+|[a-z]+(?:teen|ty|een)|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|dozens of) times\b",
    re.I,
)
"""A contact that somebody counted rests on a log."""
_SOMEBODY = re.compile(r"(?:an?|one|another|some|two|three|unnamed|unidentified|unknown)\b", re.I)
"""A third side that somebody left unnamed: "with a functionary of the ministry"."""
_TOLD = ("asserted", "alleged", "possible", "undetermined")
_SIDES = frozenset({"from", "to", "with"})
_BY_WIRE = frozenset({"call", "message"})
"""Contacts of which a log may be had: whoever called whom is worth asking, whatever is said of them."""
_LEAST_CITED = 2
_PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them", "it", "who", "i", "we", "us", "me", "you"})
_LEAST_TOLD = 3
_VIOLENT = frozenset({"attack", "killing", "abduction"})
_COUNTED = COUNTS - {"detained"}
"""What makes an undated incident worth asking after: somebody was killed, hurt, taken, or is missing."""


def find_gaps(layout: Layout) -> list[Finding]:
    """What the reports leave open and a reader would ask next."""
    return [*_unnamed_parties(layout), *_undated_papers(layout), *_undated_incidents(layout)]


def _unnamed_parties(layout: Layout) -> list[Finding]:
    """One finding for each contact, told of one incident or of none, in which no report names one side."""
    contacts: dict[str, list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        # A row of telephone records names numbers; whose they are is asked of the reports.
        if laid.claim.property == "contact" and laid.claim.stance in _TOLD and laid.document.calls is None:
            contacts[laid.incident or laid.claim.id].append(laid)
    contacts = _of_one_report(layout, contacts)
    accused = _accused(layout)
    full = [laid for laids in contacts.values() for laid in laids if len(_named(layout, [laid])) > 1]
    found = []
    for laids in contacts.values():
        named, unnamed = _named(layout, laids), _unnamed(layout, laids)
        grave = bool(_entities(layout, laids) & accused) or any(_HIDDEN.search(text) for text in unnamed)
        grave = grave or any(c.claim.value.kind in _BY_WIRE for c in laids)
        grave = grave or any(_COUNTED_TIMES.search(c.words) for c in laids)
        open_ = bool(unnamed) or all(len(_sides([c])) == 1 for c in laids)
        third = _left_unnamed(layout, laids)
        hidden = any(_NUMBER.search(text) for text in unnamed)
        told = len(named) > 1 or (not hidden and any(_may_be_it(layout, laids[0], other) for other in full))
        if open_ and grave and (third or not told):
            texts = third or unnamed
            found.append(make_finding("gap", layout, laids, _say_unnamed(laids, named, texts), prop="contact"))
    return found


def _left_unnamed(layout: Layout, laids: Sequence[Laid]) -> list[str]:
    """Third sides that are only described, where a report names the two others."""
    full = [laid for laid in laids if len(_named(layout, [laid])) > 1]
    return [text for laid in full for text in _unnamed(layout, [laid]) if _SOMEBODY.match(text)]


def _say_unnamed(laids: Sequence[Laid], named: set[str], unnamed: Sequence[str]) -> str:
    """ "no report names one side", "names either side", or says who it was with."""
    if not unnamed:
        return f"no report says whose the other side of this contact was ({say_tellers(laids)})"
    which = "one side" if named else "either side"
    return (
        f"no report names {which} of this contact: {', '.join(f'“{text}”' for text in unnamed)} ({say_tellers(laids)})"
    )


def _entities(layout: Layout, laids: Sequence[Laid]) -> set[str]:
    return {layout.entity_of[p.referent] for p in _sides(laids) if p.referent in layout.entity_of}


def _accused(layout: Layout) -> set[str]:
    """Those of whom something grave is said: whom they met is asked after; whom a witness or a doctor met is not."""
    accused = (laid for laid in layout.claims if laid.claim.property in _ACCUSED)
    return {entity for laid in accused for entity in (laid.about, laid.entity) if entity}


def _of_one_report(layout: Layout, contacts: dict[str, list[Laid]]) -> dict[str, list[Laid]]:
    """What one report tells of one unnamed side is one contact, as long as nobody can tell more."""
    joined: dict[str, list[Laid]] = defaultdict(list)
    for ident, laids in contacts.items():
        reports, unnamed = {c.document.id for c in laids}, _unnamed(layout, laids)
        joined[" ".join((*reports, *unnamed)) if len(reports) == 1 and unnamed else ident] += laids
    return joined


def _sides(laids: Sequence[Laid]) -> list[Party]:
    return [p for c in laids for p in c.claim.value.parties if p.role in _SIDES]


def _named(layout: Layout, laids: Sequence[Laid]) -> set[str]:
    """The sides that somebody names; a pronoun speaks of somebody who was named before."""
    sides = [p for p in _sides(laids) if p.text.lower() in _PRONOUNS or _is_named(layout, p)]
    return {layout.entity_of.get(p.referent or "") or p.text.casefold() for p in sides}


def _unnamed(layout: Layout, laids: Sequence[Laid]) -> list[str]:
    texts = (p.text for p in _sides(laids) if p.text.lower() not in _PRONOUNS and not _is_named(layout, p))
    return list(dict.fromkeys(texts))


def _is_named(layout: Layout, party: Party) -> bool:
    """Whether a side has a name: in this report or, as an entity, in another; or its words are one ("Vask")."""
    if party.referent in layout.named_referents or layout.entity_of.get(party.referent or "") in layout.named:
        return True
    return party.referent is None and all(word[:1].isupper() for word in party.text.split()[-1:]) and party.text != ""


def _may_be_it(layout: Layout, laid: Laid, other: Laid) -> bool:
    """Whether another report's contact, with both sides named, may be this one."""
    x, y = (days_between(c.claim.value.earliest, c.claim.value.latest) for c in (laid, other))
    alike = laid.claim.value.kind == other.claim.value.kind and laid.document.id != other.document.id
    if not alike or not _named(layout, [laid]) & _named(layout, [other]):
        return False
    return x is None or (y is not None and x.meets(y))


def _undated_papers(layout: Layout) -> list[Finding]:
    cited: dict[str, list[Laid]] = defaultdict(list)
    dated = {
        c.entity
        for c in layout.claims
        if c.claim.property == "dated" and (c.claim.value.earliest or c.claim.value.latest)
    }
    for laid in layout.claims:
        for key in laid.voice[1:]:
            entity = key.removeprefix("entity ")
            if entity in layout.entities and _is_one_paper(layout, entity) and entity not in dated:
                cited[entity].append(laid)
    return [
        make_finding(
            "gap", layout, laids,
            f"no report says of what date “{layout.entities[entity].name}” is, on which {len(laids)} claims rest"
            f" ({say_tellers(laids[:1])})",
            prop="dated", place=entity,
        )
        for entity, laids in cited.items()
        if len(laids) >= _LEAST_CITED
    ]  # fmt: skip


def _is_one_paper(layout: Layout, entity: str) -> bool:
    """Whether an entity is one certain paper: not "various indictments"."""
    words = fold_words(layout.entities[entity].name).split()
    if layout.entities[entity].type != "document" or not words or singular(words[-1]) != words[-1]:
        return False
    return entity in layout.named or not word_set("gaps.routine") & set(words)


def _undated_incidents(layout: Layout) -> list[Finding]:
    undated: dict[str, list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        if laid.incident and laid.claim.stance == "asserted" and layout.incidents[laid.incident].date is None:
            undated[laid.incident].append(laid)
    timed, dated = _timed_sentences(layout), _dated_incidents(layout)
    return [
        make_finding(
            "gap", layout, laids, f"no report says when this happened: {layout.incidents[i].title}", prop="date"
        )
        for i, laids in undated.items()
        if len(laids) >= _LEAST_TOLD
        and _is_an_incident(layout.incidents[i], laids)
        and any(c.claim.property in _COUNTED for c in laids)
        and not any(c.sentence and (c.document.id, c.sentence.index) in timed for c in laids)
        and not any(_may_be_one(layout.incidents[i], other) for c in laids for other in dated[c.document.id])
    ]


def _is_an_incident(incident: Incident, laids: Sequence[Laid]) -> bool:
    """Whether it is known where, or from several reports: what is told once, without place and day, is a piece of another."""
    return incident.type != "other" and (bool(incident.places) or len({c.document.id for c in laids}) > 1)


def _timed_sentences(layout: Layout) -> set[tuple[str, int]]:
    """Sentences that give a day or a date, if only "on 3 March": their incident is dated, though not to a year."""
    days = ("DATE", "TIME")
    return {(a.document.id, t.sentence) for a in layout.accounts for t in a.annotations.times if t.type in days}


def _dated_incidents(layout: Layout) -> dict[str, list[Incident]]:
    """By report, the dated incidents that it tells of."""
    told: dict[str, set[str]] = defaultdict(set)
    for laid in layout.claims:
        if laid.incident and layout.incidents[laid.incident].date is not None:
            told[laid.document.id].add(laid.incident)
    found = {document: [layout.incidents[i] for i in sorted(ids)] for document, ids in told.items()}
    return defaultdict(list, found)


def _may_be_one(incident: Incident, other: Incident) -> bool:
    """Whether what a report leaves undated may be what it dates elsewhere: alike, and no place tells them apart."""
    alike = incident.type == other.type or {incident.type, other.type} <= _VIOLENT
    return alike and (not incident.places or not other.places or bool(set(incident.places) & set(other.places)))
