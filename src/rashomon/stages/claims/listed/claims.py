"""Figures as claims, where the sentence is plain: no negation, no doubt, no condition, one day, one who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from rashomon.lexicon.languages import Sign
from rashomon.model.annotation import Annotations, TimeRef
from rashomon.model.claim import COUNTS, Basis, Claim, IncidentType, Occurrence, Property, ReadBy, Subject, Value
from rashomon.model.document import Document
from rashomon.model.identity import make_id
from rashomon.model.span import Quote
from rashomon.stages.claims.chain import head_links
from rashomon.stages.claims.draft import RULES, VERSION
from rashomon.stages.claims.listed.figure import Figure
from rashomon.stages.claims.listed.lines import Line
from rashomon.stages.claims.listed.voices import Voice, voice_of
from rashomon.text.calendar import parse_day

_YEARS = range(1900, 2100)
_RULE = "listed.figures"
_SPEAKING = ("say", "reported", "deny")
"""Words by which a day is that of a saying; "according to" the report four died in May is of the dead."""
_TOLD = COUNTS | {"found"}
_DOUBTS = ("negation", "doubt", "deny")

_MONTH = 31

Days = tuple[str, str]
Told = Sequence[tuple[Line, Sequence[Figure]]]


@dataclass(frozen=True, slots=True)
class _Plain:
    line: Line
    figure: Figure
    voice: Voice


def claims_of(document: Document, annotations: Annotations, told: Told) -> tuple[list[Occurrence], list[Claim]]:
    """The incidents of a document, at most one and its arrests, and the plain figures of each."""
    day = _day(annotations, told)
    plain = [p for line, figures in told if figures for p in _plain(document, annotations, line, figures, day)]
    occurrences, claims = list[Occurrence](), list[Claim]()
    for arrests in (False, True):
        own = [p for p in plain if (_property(p.figure) == "detained") == arrests]
        if own:
            one = _occurrence(document, told, own, arrests=arrests)
            occurrences.append(one)
            claims += [_claim(document, p, one) for p in own]
            claims += [_dated(document, t, one) for t in _when(annotations, own, day)]
    return occurrences, sorted(claims, key=lambda c: (c.start, c.end, c.property))


def _property(figure: Figure) -> str:
    return figure.deed.value if figure.deed else ""


def _times(annotations: Annotations, line: Line) -> list[TimeRef]:
    return [t for t in annotations.times if line.start <= t.start < line.end]


def _is_day(time: TimeRef) -> bool:
    return time.earliest is not None and time.earliest[:10] == (time.latest or "")[:10]


def _day(annotations: Annotations, told: Told) -> Days | None:
    """The first day or, where no day is told, month that a sentence of the incident gives, and not as that of a saying."""
    own = [line for line, figures in told if (figures or any(line.of("event"))) and not any(line.of(*_SPEAKING))]
    times = [t for line in own for t in _times(annotations, line) if t.earliest and t.latest]
    days = [t for t in times if _is_day(t)]
    return _span(days[0]) if days else _span(times[0]) if times and _is_short(times[0]) else None


def _span(time: TimeRef) -> tuple[str, str]:
    return (time.earliest or "")[:10], (time.latest or "")[:10]


def _is_short(time: TimeRef) -> bool:
    """Whether a time is a month or less: a year says of no figure that it is of this incident."""
    first, last = (parse_day(day) for day in _span(time))
    return first is not None and last is not None and (last - first).days <= _MONTH


def _plain(
    document: Document, annotations: Annotations, line: Line, figures: Sequence[Figure], day: Days | None
) -> Iterator[_Plain]:
    """The figures of a sentence that nothing makes doubtful."""
    if _is_doubtful(line, figures) or not _is_of(document, _times(annotations, line), line, day):
        return
    voice = voice_of(line, annotations.mentions)
    for one in figures if voice is not None else ():
        if (
            one.sure
            and _property(one) in _TOLD
            and voice is not None
            and (voice.links or not line.is_quoted(one.first))
        ):
            yield _Plain(line, one, voice)


def _is_doubtful(line: Line, figures: Sequence[Figure]) -> bool:
    held = [(f.deed.first, f.deed.end) for f in figures if f.deed]
    held += [(b.first, b.end) for b in line.of("bound", "over", "condition")]
    counted = [(f.first, f.end) for f in figures]
    loose = (s for s in line.of(*_DOUBTS) if not any(a <= s.first and s.end <= b for a, b in held))
    loose = (s for s in loose if s.kind == "doubt" or not any(a <= s.first and s.end <= b for a, b in counted))
    plain = [(s.first, s.end) for s in line.of("plain")]
    loose = (s for s in loose if not any(a <= s.first < b for a, b in plain))
    loose = (s for s in loose if not (s.kind == "negation" and _is_elsewhere(line, s, figures)))
    return any(loose) or any(w.form in "?؟" for w in line.words)


def _is_elsewhere(line: Line, sign: Sign, figures: Sequence[Figure]) -> bool:
    """Whether what a word negates is another fate, told in a clause of its own: "41 injured; no dead"."""
    first, end = line.clause(sign.first)
    own = any(first <= s.first < end for s in line.of("deed", "count"))
    return own and not any(first <= f.first < end for f in figures)


def _is_of(document: Document, times: Sequence[TimeRef], line: Line, day: Days | None) -> bool:
    """Whether a sentence is of the report's own incident: no other day, no other year stands in it."""
    others = [t for t in times if t.earliest and not any(line.of(*_SPEAKING)) and _span(t) != day]
    known = parse_day(day[0]) if day else parse_day((document.published or "")[:10])
    years = [n.value for n in line.numbers if n.digits and n.value in _YEARS]
    return not others and all(known is None or abs(year - known.year) < 1 for year in years)


def _occurrence(document: Document, told: Told, own: Sequence[_Plain], *, arrests: bool) -> Occurrence:
    events = [(line, s) for line, _ in told for s in line.of("event")]
    marks = [] if arrests else [_quote(line, s.first, s.end) for line, s in events[:1]]
    deeds = [_quote(p.line, p.figure.deed.first, p.figure.deed.end) for p in own if p.figure.deed]
    mentions = tuple(dict.fromkeys([*marks, *deeds]))
    kinds = [s.value for _, s in events]
    kind = "arrest" if arrests else max(kinds, key=kinds.count) if kinds else "other"
    ident = make_id("o", document.sha256, mentions[0].start, mentions[0].end)
    return Occurrence(ident, document.id, cast("IncidentType", kind), mentions)


def _quote(line: Line, first: int, end: int) -> Quote:
    return Quote(line.words[first].start, line.words[end - 1].end, line.shown(first, end))


def _when(annotations: Annotations, own: Sequence[_Plain], day: Days | None) -> list[TimeRef]:
    found = [t for p in own for t in _times(annotations, p.line) if t.earliest and _span(t) == day]
    return found[:1] if not any(any(p.line.of(*_SPEAKING)) for p in own[:1]) else []


def _claim(document: Document, plain: _Plain, occurrence: Occurrence) -> Claim:
    line, figure = plain.line, plain.figure
    assert figure.deed is not None
    quote = _quote(line, min(figure.first, figure.deed.first), max(figure.end, figure.deed.end))
    value = Value(number=figure.number, bound=figure.bound, of=_counted(line, figure), part=figure.part)
    return _made(document, quote, occurrence, cast("Property", figure.deed.value), value, plain.voice)


def _counted(line: Line, figure: Figure) -> str | None:
    """Whom a figure counts: people in general in English, as other reports have it, others in the text's own word."""
    noun = figure.noun
    if figure.part is not None:
        return None
    if figure.deed is not None and figure.deed.value == "found":
        return "body"
    if noun is None or noun.kind != "victim":
        return None
    return "people" if line.at(noun.first, "people") else line.shown(noun.first, noun.end)


def _dated(document: Document, time: TimeRef, occurrence: Occurrence) -> Claim:
    quote = Quote(time.start, time.end, time.quote)
    value = Value(earliest=time.earliest, latest=time.latest)
    return _made(document, quote, occurrence, "date", value, Voice())


def _made(
    document: Document, quote: Quote, occurrence: Occurrence, prop: Property, value: Value, voice: Voice
) -> Claim:
    head, subject = head_links(document), Subject(occurrence.id)
    chain = (*head, *voice.links)
    named = voice.links and voice.links[-1].referent
    return Claim(
        make_id("c", document.sha256, quote.start, quote.end, prop, subject, value), document.id,
        quote.start, quote.end, quote.quote, subject, prop, value, chain, len(head) if named else None,
        _basis(voice, len(head)), voice.stance, None, None, None, f"{RULES}/{_RULE}",
        readers=(ReadBy(RULES, VERSION, _RULE),),
    )  # fmt: skip


def _basis(voice: Voice, heads: int) -> Basis:
    if not voice.links:
        return "own" if heads == 1 else "second_hand"
    kind = voice.links[-1].kind
    return "official" if kind == "official" else "anonymous" if kind == "anonymous" else "second_hand"
