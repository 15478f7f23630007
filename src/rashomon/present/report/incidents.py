"""An incident in the report: its matrix, what speakers say of it, accusations with their denials, findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rashomon.model.claim import ACCUSATIONS, Claim
from rashomon.model.document import Document
from rashomon.model.finding import Finding
from rashomon.model.link import Incident
from rashomon.present.accusing import GUARDED
from rashomon.present.chart import toll_chart
from rashomon.present.matrix import Matrix, make_matrix
from rashomon.present.replying import NONE_FOUND, is_expert
from rashomon.present.report.entries import Scribe, count_words, shorten
from rashomon.present.report.sheet import Cell, Grid, Line, Section
from rashomon.present.words import KIND, PROPERTY, STANCE, value_words

FINDINGS = ("conflict", "clash", "inconsistency", "drift", "update", "scope", "sum", "gap", "rounding", "agreement")
NOT_LINKED = "Where no link between two accounts was found, that does not make them independent."


def incident_sections(scribe: Scribe, incident: Incident) -> Iterator[Section]:
    """Everything the report has on one incident."""
    case, matrix = scribe.case, make_matrix(scribe.case, incident.id)
    title = scribe.reviewed.incident(incident)
    grid = _matrix(scribe, matrix, title)
    drawing = toll_chart(case, incident.id)
    yield Section(title, 1, tuple(_preface(scribe, incident, matrix)), drawing, grid if grid.rows else None)
    claims = sorted(case.claims_of_incident[incident.id], key=lambda c: (_day(case.documents[c.document]), c.start))
    claims = [c for c in claims if c.repeats is None]
    guarded = [c for c in claims if c.property in GUARDED]
    said = [c for c in claims if c.property == "statement"]
    found = [f for f in case.findings.values() if f.incident == incident.id and f.kind in FINDINGS]
    printed = scribe.reviewed.printed
    yield _table(ACCUSED, _accusations(scribe, claims, title), sum(not printed(c) for c in guarded))
    yield _table(SAID, _statements(scribe, claims, title), sum(not printed(c) for c in said))
    yield listed(COMPARED, 2, finding_lines(scribe, incident.id), sum(not scribe.reviewed.finding(f) for f in found))


ACCUSED, SAID, COMPARED = "Accusations and replies", "What speakers say", "Where the accounts break or agree"


def _table(title: str, grid: Grid, withheld: int) -> Section:
    return Section(title, 2, absent(bool(grid.rows), withheld), grid=grid if grid.rows else None)


def listed(title: str, level: int, lines: Iterable[Line], withheld: int) -> Section:
    """A section of lines; one without any says whether something was withheld or nothing was found."""
    found = tuple(lines)
    return Section(title, level, absent(bool(found), withheld), lines=found)


def absent(there: bool, withheld: int) -> tuple[str, ...]:
    """What an empty section says: withheld and found none are told apart; a part that was withheld is counted too."""
    if withheld:
        return (
            f"Withheld{' besides' if there else ''}, since nobody has accepted what is in it: {count_words(withheld, 'line')}.",
        )
    return () if there else ("The program found none.",)


def _day(document: Document) -> tuple[str, str]:
    return document.published or "~", document.file


def _preface(scribe: Scribe, incident: Incident, matrix: Matrix) -> Iterator[str]:
    origins = scribe.case.origins.get(incident.id)
    if origins:
        roots = f"Behind the claims below: {count_words(origins.named, 'separately named source')}"
        bare = (
            f"; no source is recorded for {count_words(origins.not_recorded, 'claim')}" if origins.not_recorded else ""
        )
        yield f"{roots}{bare}. {NOT_LINKED}"
    hidden = sum(c.id in scribe.reviewed.withheld for c in scribe.case.claims_of_incident[incident.id])
    if hidden:
        yield (
            f"Not printed here, since nobody has accepted them: {count_words(hidden, 'claim')} that accuse"
            f"{'s' if hidden == 1 else ''} named persons."
        )
    if incident.place is None and len(incident.places) > 1:
        yield "The reports do not agree on the place, and no place is given by most of their sources: none is in the title."
    if matrix.folded:
        yield "Reports that share their wording stand in one column; what only the later one says is marked with its name."


def _matrix(scribe: Scribe, matrix: Matrix, title: str) -> Grid:
    """One column an account, copies folded into the report they share their wording with; one row a fact."""
    columns = [d for d in matrix.columns if d.id not in matrix.folded]
    rows: list[tuple[Cell, ...]] = []
    for head, claims, findings in matrix.rows:
        some = next(c for group in claims.values() for c in group)
        if some.property == "statement" or some.property in GUARDED:
            continue
        cells = tuple(_cell(scribe, matrix, column.id, claims) for column in columns)
        if any(cells):
            kinds = sorted({KIND[f.kind].lower() for f in findings if scribe.reviewed.finding(f)})
            rows.append(((Line(head + (f" ({', '.join(kinds)})" if kinds else "")),), *cells))
    heads = ("Fact", *(_heading(scribe, matrix, d) for d in columns))
    return Grid(f"What each report says: {title}", heads, tuple(rows))


def _heading(scribe: Scribe, matrix: Matrix, document: Document) -> str:
    copies = [scribe.source(c) for c, head in sorted(matrix.folded.items()) if head == document.id]
    return scribe.source(document.id) + (f"; with it {'; '.join(copies)}" if copies else "")


def _cell(scribe: Scribe, matrix: Matrix, column: str, claims: dict[str, list[Claim]]) -> Cell:
    """What one account says; what only a folded copy says carries that report's name."""
    own = scribe.lines(claims.get(column, ()))
    known = {line.text: line for line in own}
    for copy in sorted(c for c, head in matrix.folded.items() if head == column):
        for line in scribe.lines(claims.get(copy, ())):
            if line.text in known:
                known[line.text] = Line(line.text, known[line.text].notes + line.notes)
            else:
                known[f"{copy}{line.text}"] = Line(f"{line.text} ({scribe.reviewed.paper(copy)})", line.notes)
    return tuple(known.values())


def _accusations(scribe: Scribe, claims: list[Claim], title: str) -> Grid:
    """Who is accused of it, each beside what denies it."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.property in GUARDED and scribe.reviewed.printed(claim):
            name = scribe.case.entities.get(scribe.reviewed.accused(claim) or "")
            found[name.name if name else value_words(scribe.case, claim)].append(claim)
    rows = []
    for who, group in found.items():
        against = scribe.lines((c for c in group if c.stance != "denied"), lambda c: graded(scribe, c))
        replies = _answers(scribe, group)
        answers = scribe.lines(replies, lambda c: graded(scribe, c))
        if against:
            stand = [c for c in group if c.stance != "denied"]
            answers += scribe.offers(stand, replies)
            rows.append(((Line(who),), against, answers or (Line(NONE_FOUND),)))
    return Grid(f"Accusations and replies: {title}", ("Of whom", "What is said", "Denial or reply"), tuple(rows))


def _answers(scribe: Scribe, group: list[Claim]) -> list[Claim]:
    """Denials of the accusations in a group, and what the accused themselves deny."""
    who = {scribe.reviewed.accused(c) for c in group} - {None}
    own = [c for e in who for c in scribe.case.said_by_entity.get(str(e), ()) if c.stance == "denied"]
    own += [c for e in who for c in scribe.pleas(str(e))]
    denied = [c for c in group if c.stance == "denied" and not is_expert(c)]
    return list({c.id: c for c in [*denied, *own] if c.repeats is None}.values())


def graded(scribe: Scribe, claim: Claim) -> str:
    """An accusation or a denial with its grade and who says it: "charged, by the prosecutor"."""
    how = "denies: " if claim.stance == "denied" else ""
    words = PROPERTY[claim.property] if claim.property in ACCUSATIONS else shorten(value_words(scribe.case, claim))
    stance = f", {STANCE[claim.stance]}" if claim.stance not in ("asserted", "denied") else ""
    return f"{how}{words}{stance}, says {scribe.speaker(claim)}{scribe.reviewed.mark(claim)}"


def _statements(scribe: Scribe, claims: list[Claim], title: str) -> Grid:
    """Statements by speaker, in the order of publication."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.property == "statement":
            found[scribe.speaker(claim)].append(claim)
    rows = [((Line(who),), lines) for who, group in found.items() if (lines := scribe.lines(group))]
    return Grid(f"What speakers say: {title}", ("Speaker", "Says"), tuple(rows))


def finding_lines(scribe: Scribe, incident: str | None) -> Iterator[Line]:
    """Findings about an incident, or about none, what matters most first; what depends on what has its own section."""
    findings = [f for f in scribe.case.findings.values() if f.incident == incident and f.kind in FINDINGS]
    for finding in sorted(findings, key=lambda f: FINDINGS.index(f.kind)):
        if scribe.reviewed.finding(finding):
            calls = tuple(scribe.call(c) for c in scribe.case.claims_of_finding(finding)[:6])
            yield Line(f"{KIND[finding.kind].capitalize()}: {finding.reason}", calls)
        if len(finding.pairs) > 1:
            yield from _pair_lines(scribe, finding)


def _pair_lines(scribe: Scribe, finding: Finding) -> Iterator[Line]:
    """How those accounts stand that differ: each pair that may be printed, also where the whole question may not."""
    for pair in finding.pairs:
        claims = [scribe.case.claims[c] for c in (*pair.a, *pair.b) if c in scribe.case.claims]
        if scribe.reviewed.sentence(pair.reason, claims):
            yield Line(f"– {KIND[pair.kind].capitalize()}: {pair.reason}", tuple(scribe.call(c) for c in claims[:6]))
