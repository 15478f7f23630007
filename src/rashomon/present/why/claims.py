"""Why a claim was read: its sentence, the clause, the rule, what governs it, who says so, how surely, of which incident."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.lexicon.operators import effect_of
from rashomon.model.claim import Attribution, Claim, ReadBy
from rashomon.model.ledger import Filled, FrameTold, ReadAnew, RuleEntry, Weighed
from rashomon.present.resolve import Resolved
from rashomon.present.why.joined import match_lines, triggers
from rashomon.present.why.section import Section
from rashomon.present.words import PROPERTY, chain_words, incident_words, stance_words, value_words

EFFECT = {
    "pass": "lets it stand", "alleged": "leaves it alleged", "undetermined": "what it does is not known",
    "unconfirmed": "leaves it unconfirmed", "possible": "leaves it possible", "denied": "denies it",
    "none": "tells of no event",
}  # fmt: skip
_FILES = (
    ("accusation-", "stages/claims/accusations/"), ("events.", "stages/claims/events/"),
    ("calls.", "stages/claims/call_rows.py"), ("contact", "stages/claims/contacts/"), ("statements", "stages/claims/statements.py"),
)  # fmt: skip
"""Where the readers stand that are no typed rules; all others read what is told of people."""
_KEPT = "A case keeps no clause frames: rashomon explain CASE {} reads the report again and shows this one's."


def why_claim(
    case: Resolved, claim: Claim, anew: ReadAnew | None, rules: Sequence[RuleEntry], command: str | None = None
) -> tuple[Section, ...]:
    """The sections of a claim. Without `anew` its frame is left out; `command` then names the claim for who wants it."""
    return (
        Section("claim", f"{PROPERTY[claim.property]}: {value_words(case, claim)}", tuple(_sentence(case, claim))),
        Section("frame", "The clause", tuple(_frame(claim, anew, command))),
        Section("rule", "Read by", tuple(line for r in claim.readers for line in _rule(r, claim, rules, command))),
        Section("governors", "What governs it", tuple(_governors(claim, anew))),
        Section("attribution", "Who says so", tuple(_voices(case, claim))),
        Section("stance", "How surely", tuple(_stance(case, claim, anew))),
        Section("incident", "Of which incident", tuple(_incident(case, claim))),
        Section("repeats", "Said again", tuple(_repeats(case, claim))),
    )


def _sentence(case: Resolved, claim: Claim) -> Iterator[str]:
    document = case.documents[claim.document]
    sentences = case.account_of[claim.document].annotations.sentences
    near = [s for s in sentences if s.start < claim.end and claim.start < s.end]
    start, end = (min(s.start for s in near), max(s.end for s in near)) if near else (claim.start, claim.end)
    first, last = min(start, claim.start), max(end, claim.end)
    text = document.text
    yield " ".join(f"{text[first : claim.start]}⟦{claim.quote}⟧{text[claim.end : last]}".split())
    block = f", {near[0].block}" if near else ""
    yield f"{document.file}, characters {claim.start} to {claim.end}{block}; claim {claim.id}"


def _frame(claim: Claim, anew: ReadAnew | None, command: str | None) -> Iterator[str]:
    if claim.reader.startswith("person/"):
        yield "A person entered it: no clause was read for it."
    elif claim.reader == "rules/calls.row":
        yield "It is a row of telephone records, read by the columns of its table: no clause was read for it."
    elif anew is None:
        yield _KEPT.format(command) if command else "This version, reading the report again, does not read it so."
    else:
        yield f"made by the word “{anew.word.quote}”"
        if not anew.frames:
            yield "that word opens no frame"
        for frame in anew.frames:
            yield from _told(frame)
        for one in anew.weighed:
            yield from weighed_lines(one)


def weighed_lines(one: Weighed) -> Iterator[str]:
    """What the learned pointer makes of somebody in a place, and by what."""
    yield f"weighed: “{one.who}” as {one.place} of “{one.word.quote}”: {one.what} with a likelihood of {one.likely:.2f}"
    yield from (f"  {weight:+.2f} {feature}" for feature, weight in one.loudest)


def _told(frame: FrameTold) -> Iterator[str]:
    classes = f", in the lexicon: {', '.join(frame.classes)}" if frame.classes else ", not in the lexicon of frames"
    yield f"“{frame.word.quote}” ({frame.kind}{classes})"
    yield from (f"  {_place(p)}" for p in frame.places)


def _place(place: Filled) -> str:
    step = "" if place.step == "plain" else " (carried there)" if place.step == "carried" else f" (by {place.step})"
    words = f"{place.place}: {', '.join(place.words) or 'nobody certain'}{step}"
    return words + (f"; open among {', '.join(place.open)}: {place.why}" if place.open else "")


def _rule(read: ReadBy, claim: Claim, rules: Sequence[RuleEntry], command: str | None) -> Iterator[str]:
    if read.name == "person":
        yield f"{claim.reader.partition('/')[2] or 'a person'}, by hand"
        return
    found = next((r for r in rules if r.id == read.rule), None)
    version = f"{read.name} {read.version}"
    if found is None and command:
        yield f"{read.rule} ({version}); rashomon explain CASE {command} shows what it rests on"
        return
    if found is None and read.name == "pointer":
        yield f"pointer ({version}; stages/claims/pointer/): learned weights, of which “The clause” shows the loudest"
        return
    if found is None:
        file = next((file for start, file in _FILES if read.rule.startswith(start)), "stages/claims/persons/")
        yield f"{read.rule} ({version}; {file}), which is no typed rule: it has no reason of its own to show"
        return
    yield f"{found.id} ({version}; {found.file}): {found.why}"
    graded = "the grade that data/accusations/labels.tsv gives the word" if found.gives == "label" else found.gives
    yield f"  woken by a word of class {' or '.join(found.wakes)}; gives {graded}, about whoever is {found.who} there"
    if found.needs:
        yield f"  needs {', '.join(found.needs)}"
    if found.any_of:
        yield f"  and one of {', '.join(found.any_of)}"


def _governors(claim: Claim, anew: ReadAnew | None) -> Iterator[str]:
    known = {(g.word.start, g.cls): g.effect for g in anew.over} if anew else {}
    rows = {(g.word.start, g.cls): g.row for g in anew.over} if anew else {}
    for one in claim.governors:
        effect = known.get((one.start, one.cls)) or effect_of(one.cls, negated=False)
        row = rows.get((one.start, one.cls))
        yield f"“{one.quote}”, class {one.cls}{f' ({row})' if row else ''}: {EFFECT[effect]}"
    if not claim.governors:
        yield "no word of the sentence governs it"


def _over(case: Resolved, claim: Claim) -> list[Attribution]:
    """The attributions over a claim, outermost first."""
    known = {a.id: a for a in case.account_of[claim.document].reading.attributions}
    found: list[Attribution] = []
    ident = claim.attribution
    while ident in known and known[ident] not in found:
        found.insert(0, known[ident])
        ident = known[ident].parent
    return found


def _voices(case: Resolved, claim: Claim) -> Iterator[str]:
    yield f"chain: {chain_words(case, claim.chain)}"
    over = _over(case, claim)
    for one in over:
        cue = " … ".join(q.quote for q in one.cue) or "no cue word"
        content = " … ".join(q.quote for q in one.content)
        source = " … ".join(q.quote for q in one.source) or one.name or "nobody named"
        yield f"“{source}”, by “{cue}”{' (direct speech)' if one.direct else ''}: “{_cut(content)}”"
    for link in claim.chain[1:]:
        if not any(link.name == one.name or (link.referent and link.referent == one.speaker) for one in over):
            yield f"“{link.name}” stands in the chain by the words of the clause itself, or brings the paper"
    named = claim.chain[claim.root] if claim.root is not None else None
    yield f"root: {case.entity_name(named.referent) or named.name}" if named else "root: not recorded"
    yield f"basis: {claim.basis.replace('_', '-')}"


def _cut(words: str, length: int = 240) -> str:
    words = " ".join(words.split())
    return words if len(words) <= length else words[:length].rsplit(" ", 1)[0] + " …"


def _stance(case: Resolved, claim: Claim, anew: ReadAnew | None) -> Iterator[str]:
    yield f"{claim.stance}{f' ({words})' if (words := stance_words(claim)) and words != claim.stance else ''}"
    if claim.reader.startswith("person/"):
        return
    if anew is not None:
        yield f"its own clause leaves it {anew.local or 'untold: no event'}"
    for one in _over(case, claim):
        cue = " … ".join(q.quote for q in one.cue) or one.name
        yield f"“{cue}” leaves what it holds {one.stance}"
    if not claim.attribution:
        yield "no attribution stands over it"


def _incident(case: Resolved, claim: Claim) -> Iterator[str]:
    ident = claim.subject.occurrence
    if ident is None:
        yield "of a total over several" if claim.subject.total else "of none"
        return
    incident = case.incidents.get(case.incident(ident) or "")
    yield incident_words(case, incident) + f" ({incident.id})" if incident else "events in general"
    yield f"in this report told by {triggers(case, ident)}"
    yield from (f"  {j.telling.quote}: {j.reason}" for j in case.occurrences[ident].joined)
    if incident:
        yield from match_lines(case, "incident", {ident})


def _repeats(case: Resolved, claim: Claim) -> Iterator[str]:
    first = case.claims.get(claim.repeats or "")
    if first:
        yield f"it repeats {first.id}: “{first.quote}”"
    again = [c for c in case.claims.values() if c.repeats == claim.id and c.document == claim.document]
    yield from (f"repeated by {c.id}: “{c.quote}”" for c in again)
    if not first and not again:
        yield "nowhere else in its report"
