"""What the report says, before it is HTML, Markdown or PDF.

An accusation of a named person is printed only once a person has accepted it; the others are counted. Denials stand
beside accusations. Every cell has a footnote: outlet, date, chain, quote.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from rashomon._version import __version__
from rashomon.model.claim import ACCUSATIONS, Claim
from rashomon.model.finding import Finding
from rashomon.model.link import Incident
from rashomon.present.chart import toll_chart
from rashomon.present.matrix import make_matrix
from rashomon.present.resolve import Resolved
from rashomon.present.words import KIND, PROPERTY, chain_words, day_words, incident_words, stance_words, value_words

GUARDED = ACCUSATIONS | {"conviction", "wanted"}
"""Properties that say something grave of a person."""


@dataclass(frozen=True, slots=True)
class Options:
    """Whether accusations nobody has accepted are printed (marked), whether the text is masked, whether hashes show."""

    unreviewed: bool = False
    masked: bool = True
    hashes: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a cell or list, and the number of its footnote."""

    text: str
    note: int | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: heads, and rows of cells of lines; the first cell of a row is its heading."""

    heads: tuple[str, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, paragraphs, a table, a list, a drawing: whatever of them there is."""

    title: str
    level: int
    paragraphs: tuple[str, ...] = ()
    grid: Grid | None = None
    lines: tuple[Line, ...] = ()
    drawing: str | None = None


@dataclass
class Report:
    """The whole: title, what stands on the first page, sections, footnotes."""

    title: str
    notice: str
    sections: list[Section] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def make_report(case: Resolved, options: Options) -> Report:
    """The report on a case, masked or not as the case that is given."""
    report = Report(f"Accounts of {_affair(case)}", _notice(options))
    report.sections.append(_summary(case))
    withheld = 0
    for incident in _order(case):
        withheld += _incident(case, incident, report, options)
    report.sections.append(_between(case))
    report.sections.append(_methods(case, options, withheld))
    return report


def _affair(case: Resolved) -> str:
    ordered = _order(case)
    return incident_words(case, ordered[0]) if ordered else "a case without incidents"


def _notice(options: Options) -> str:
    if options.masked:
        return (
            "Masked: telephone numbers, addresses, birth dates and identity numbers, and the names of people who hold "
            "no public role. One mask stands for one person throughout."
        )
    return "NOT MASKED: this report shows names, numbers and addresses as the sources have them."


def _order(case: Resolved) -> list[Incident]:
    told = [i for i in case.incidents.values() if case.claims_of_incident.get(i.id)]
    return sorted(told, key=lambda i: (-len(case.claims_of_incident[i.id]), i.id))


def _summary(case: Resolved) -> Section:
    rows = tuple(
        tuple((Line(text),) for text in (d.publisher or d.file, day_words(d.published), d.title or "", d.kind))
        for d in case.documents.values()
    )
    counts = Counter(KIND[f.kind].lower() for f in case.findings.values())
    found = ", ".join(f"{n} {kind}" for kind, n in sorted(counts.items()))
    words = f"{len(case.documents)} reports tell of {len(case.incidents)} incidents. Findings between them: {found or 'none'}."
    return Section("What was read", 1, (words,), Grid(("Outlet", "Published", "Title", "Kind"), rows))


def _incident(case: Resolved, incident: Incident, report: Report, options: Options) -> int:
    """The incident's sections; how many accusations were left out."""
    matrix = make_matrix(case, incident.id)
    rows, withheld = [], 0
    for head, cells, findings in matrix.rows:
        shown = {d: [c for c in claims if _printed(case, c, options)] for d, claims in cells.items()}
        withheld += sum(len(claims) for claims in cells.values()) - sum(map(len, shown.values()))
        if any(shown.values()):
            marks = sorted({KIND[f.kind] for f in findings})
            name = Line(head + (f" ({', '.join(marks)})" if marks else ""))
            rows.append(((name,), *(_cell(case, shown.get(c.id, []), report) for c in matrix.columns)))
    heads = ("", *(f"{c.publisher or c.file}, {day_words(c.published)}" for c in matrix.columns))
    origins = case.origins.get(incident.id)
    roots = (
        f"{origins.named} named roots, {origins.not_recorded} claims whose root is not recorded. " if origins else ""
    )
    paragraph = f"{roots}Where no link between two accounts was found, that does not make them independent."
    if withheld:
        paragraph += f" {withheld} accusations that nobody has reviewed are not printed."
    report.sections.append(
        Section(
            incident_words(case, incident),
            1,
            (paragraph,),
            Grid(heads, tuple(rows)),
            drawing=toll_chart(case, incident.id),
        )
    )
    lines = tuple(Line(f"{KIND[f.kind]}: {f.reason}") for f in _findings(case, incident.id, options))
    if lines:
        report.sections.append(Section("Where the accounts break or agree", 2, lines=lines))
    return withheld


def _findings(case: Resolved, incident: str | None, options: Options) -> Iterator[Finding]:
    """Findings whose claims may all be printed: a finding's sentence names who is accused."""
    for finding in case.findings.values():
        claims = [case.claims[c] for c in finding.claims if c in case.claims]
        if finding.incident == incident and all(_printed(case, c, options) for c in claims):
            yield finding


def _printed(case: Resolved, claim: Claim, options: Options) -> bool:
    """Whether a claim may stand in the report."""
    review = case.reviews.get(claim.id)
    if review == "reject":
        return False
    if claim.property not in GUARDED or review == "accept" or options.unreviewed:
        return True
    ident = case.entity(claim.value.referent if claim.property in ACCUSATIONS else claim.subject.referent)
    entity = case.entities.get(ident or "")
    return not (entity and entity.type == "person" and case.referents[entity.referents[0]].named)


def _cell(case: Resolved, claims: list[Claim], report: Report) -> tuple[Line, ...]:
    lines = []
    for claim in claims:
        how = stance_words(claim)
        mark = " [not reviewed]" if claim.property in GUARDED and claim.id not in case.reviews else ""
        report.notes.append(_note(case, claim))
        lines.append(Line(value_words(case, claim) + (f" ({how})" if how else "") + mark, len(report.notes)))
    return tuple(lines)


def _note(case: Resolved, claim: Claim) -> str:
    document = case.documents[claim.document]
    said = f", said on {claim.said_on.earliest}" if claim.said_on and claim.said_on.earliest else ""
    where = f"{document.publisher or document.file}, {day_words(document.published)}"
    return f"{where}: {PROPERTY[claim.property]}. {chain_words(case, claim.chain)}{said}. “{claim.quote}”"


def _between(case: Resolved) -> Section:
    lines = [Line(f.reason) for f in case.findings.values() if f.kind == "dependence"]
    words = () if lines else ("No link between the accounts was found. That does not make them independent.",)
    return Section("Who depends on whom", 1, words, lines=tuple(lines))


def _methods(case: Resolved, options: Options, withheld: int) -> Section:
    unread = sum(len(a.reading.unread) for a in case.accounts)
    foreign = [d.file for d in case.documents.values() if not d.claims_read]
    reviewed = Counter(case.reviews.values())
    paragraphs = [
        f"Read by Rashomon {__version__} on one machine, without a network. Claims are read from English texts by rules "
        "over a parsed sentence; each is tied to the words in its footnote. A rule can misread: a claim is a reading of "
        "a source, and its word is not a fact.",
        f"{unread} sentences with a figure, an accusation or a contact gave no claim.",
        f"A person accepted {reviewed['accept']} claims and rejected {reviewed['reject']}. "
        + (
            "Accusations of named persons that nobody has reviewed are printed and marked."
            if options.unreviewed
            else f"{withheld} accusations of named persons that nobody has reviewed are counted here and not printed."
        ),
        "Figures are compared with what they count, whom they include and the day they stand for. No figure is chosen.",
    ]
    if foreign:
        paragraphs.append(f"Not read for claims, since they are not in English: {', '.join(foreign)}.")
    if case.rejected:
        listed = "; ".join(f"{r.file} ({r.reason})" for r in case.rejected)
        paragraphs.append(f"Could not be read: {listed}.")
    lines = [Line(f"{d.file}: sha256 {d.sha256}") for d in case.documents.values()] if options.hashes else []
    return Section("How this was found", 1, tuple(paragraphs), lines=tuple(lines))
