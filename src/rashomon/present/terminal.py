"""The case in the terminal: overview, matrix, person, document, finding, hits. Gives renderables, prints nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.model.claim import ACCUSATIONS
from rashomon.model.finding import Finding, Pair
from rashomon.model.link import Entity
from rashomon.present.lookup import Found
from rashomon.present.matrix import make_matrix
from rashomon.present.proposed import proposal_lines, waiting_line
from rashomon.present.resolve import Resolved
from rashomon.present.terminal_claim import claim_lines
from rashomon.present.terminal_matrix import matrix_tables
from rashomon.present.words import (
    KIND,
    ORDER,
    SEVERITY,
    STYLE,
    day_words,
    incident_words,
    read_words,
)  # fmt: skip
from rashomon.store.view import Hit

SHOWN = 20
"""Rows of a list in the overview, unless all are asked for."""


def plain(words: str, style: str = "") -> Text:
    """Words as they stand: a bracket in a file's name is no markup."""
    return Text(words, style=style)


def width() -> int:
    """How wide the terminal is."""
    return Console().width


def overview(case: Resolved, *, every: bool = False) -> RenderableType:
    """What is in the case, the most important first: incidents, people, findings, reports, and what was not read."""
    return Group(*_incidents(case, every), *_people(case, every), *_findings(case, every), *_documents(case, every),
                 *_unread(case), *_stale(case))  # fmt: skip


def _list_table(title: str, *columns: str) -> Table:
    """A list: ids are never broken, figures stand on the right."""
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for name in columns:
        table.add_column(name, no_wrap=name == "id", overflow="fold", justify="right" if name in FIGURES else "left")
    return table


FIGURES = ("claims", "reports", "named roots")


def _rest(shown: int, held: int, what: str) -> Iterator[Text]:
    if shown < held:
        yield Text(f" {held - shown} more {what}; --all shows them", style="dim")


def _incidents(case: Resolved, every: bool) -> Iterator[RenderableType]:
    reports = {i: len({c.document for c in case.claims_of_incident.get(i, ())}) for i in case.incidents}
    told = [i for i in case.incidents.values() if every or reports[i.id]]
    told.sort(key=lambda i: (-reports[i.id], -len(case.claims_of_incident.get(i.id, ())), i.title, i.id))
    table = _list_table("Incidents", "id", "incident", "reports", "claims", "named roots")
    for item in told if every else told[:SHOWN]:
        origins = case.origins.get(item.id)
        table.add_row(item.id[:8], Text(incident_words(case, item)), str(reports[item.id]),
                      str(len(case.claims_of_incident.get(item.id, ()))), str(origins.named if origins else 0))  # fmt: skip
    yield table if told else Text("No incident was found.")
    yield from _rest(table.row_count, len(told), "incidents")


def _documents(case: Resolved, every: bool) -> Iterator[RenderableType]:
    table = _list_table("Reports", "id", "file", "outlet", "published", "claims")
    for account in case.accounts if every else case.accounts[:SHOWN]:
        d, count = account.document, read_words(account)
        table.add_row(d.id[:8], Text(d.file), Text(d.publisher or "not recorded"), day_words(d.published), count)
    yield table
    yield from _rest(table.row_count, len(case.accounts), "reports")


def named_people(case: Resolved) -> list[Entity]:
    """The people who are named, those first of whom most is said in most reports."""
    people = [e for e in case.entities.values() if e.type == "person" and case.referents[e.referents[0]].named]
    reports = {e.id: len({case.referents[r].document for r in e.referents}) for e in people}
    return sorted(people, key=lambda e: (-len(case.claims_of_entity.get(e.id, ())), -reports[e.id], e.name, e.id))


def _people(case: Resolved, every: bool) -> Iterator[RenderableType]:
    people = named_people(case)
    table = _list_table("People", "id", "name", "also written", "reports", "claims")
    for person in people if every else people[:SHOWN]:
        names = sorted({n for r in person.referents for n in _written(case, r)} - {person.name})
        reports = {case.referents[r].document for r in person.referents}
        table.add_row(person.id[:8], Text(person.name), Text(", ".join(names)), str(len(reports)),
                      str(len(case.claims_of_entity.get(person.id, ()))))  # fmt: skip
    if people:
        yield table
    yield from _rest(table.row_count, len(people), "people")


def _written(case: Resolved, referent: str) -> set[str]:
    record = case.referents[referent]
    forms = {case.mentions[m][1] for m in record.mentions if m in case.mentions}
    return {m.quote for m in forms if m.form == "name"} | {a.name for a in record.aliases} | {record.name}


def by_gravity(findings: Iterable[Finding]) -> list[Finding]:
    """Findings, the gravest kind first, then those that most reports take part in."""
    return sorted(findings, key=lambda f: (SEVERITY[f.kind], -len(f.documents), -len(f.claims), f.id))


def _findings(case: Resolved, every: bool) -> Iterator[RenderableType]:
    ordered = by_gravity(case.findings.values())
    counts = Counter(KIND[f.kind].lower() for f in ordered)
    yield Text(f"\nFindings: {', '.join(f'{n} {k}' for k, n in counts.items()) or 'none'}", style="bold")
    shown = ordered if every else ordered[:SHOWN]
    yield finding_lines(shown)
    yield from _rest(len(shown), len(ordered), "findings")


def finding_lines(findings: Iterable[Finding]) -> Table:
    """Findings under one another: id, kind, sentence."""
    lines = Table.grid(padding=(0, 1))
    lines.add_column(no_wrap=True, style="dim")
    lines.add_column(no_wrap=True)
    lines.add_column(overflow="fold")
    for finding in findings:
        lines.add_row(f" {finding.id[:8]}", Text(KIND[finding.kind], STYLE[finding.kind]), Text(finding.reason))
    return lines


def _unread(case: Resolved) -> Iterator[RenderableType]:
    if case.rejected:
        yield Text("Could not be read:", style="bold yellow")
        yield from (Text(f"  {r.file}: {r.reason}") for r in case.rejected)
    for file, f in ((a.document.file, fault) for a in case.accounts for fault in a.faults):
        yield Text(f"This program broke over a part of {file}, at {f.start}: {f.what}; reader {f.reader}.", "yellow")
    unread = sum(len(a.reading.unread) - len(a.faults) for a in case.accounts)
    if unread:
        what = f"{unread} sentence{'s' if unread > 1 else ''} with a figure, an accusation or a contact"
        yield Text(f"Not read, or not wholly: {what} (show CASE REPORT).", "yellow")


def _stale(case: Resolved, claim: str | None = None) -> Iterator[Text]:
    """Decisions that were made on what is read otherwise now; those on one claim where one is named."""
    found = [a for a in case.stale if claim is None or a.a == claim]
    if found:
        yield Text("Stale decisions, not applied; decide again:", style="bold yellow")
    for one in found:
        words = " / ".join(s.exact for s in one.decision.target.selectors)
        signed = one.decision.signed
        yield Text(f"  {one.decision.id[:8]} {one.decision.verdict} “{words}” by {signed.by}, {signed.at[:10]}: "
                   f"{'; '.join(one.changed)}", style="yellow")  # fmt: skip


def thing(case: Resolved, found: Found, width: int = 100) -> RenderableType:
    """The page of one thing: matrix, person, document, finding or claim."""
    if found.kind == "incident":
        return incident_page(case, found.id, width)
    if found.kind == "occurrence":
        ident = case.incident(found.id)
        generic = Text("Events in general: no single incident is made of them.")
        return incident_page(case, ident, width) if ident else generic
    if found.kind == "referent":
        return entity_page(case, str(case.entity(found.id)))
    if found.kind == "proposal":
        return Group(*(Text(line) for line in proposal_lines(case, case.proposals[found.id])))
    pages = {"entity": entity_page, "document": document_page, "finding": finding_page, "claim": claim_page}
    return pages[found.kind](case, found.id)


def incident_page(case: Resolved, ident: str, width: int = 100) -> RenderableType:
    """The account matrix: one column a report, one row a fact; what differs stands below with its sentence."""
    incident, matrix = case.incidents[ident], make_matrix(case, ident)
    title = Text.assemble((incident_words(case, incident), "bold"), (f"  {incident.type}  {incident.id}", "dim"))
    origins = case.origins.get(ident)
    roots = f"{origins.named} named; {origins.not_recorded} claims name none" if origins else "none recorded"
    tail = Text(f"Roots: {roots}. That no link was found between two accounts does not make them independent.")
    findings = by_gravity(f for f in case.findings.values() if f.incident == ident)
    return Group(title, *matrix_tables(case, matrix, width), tail, finding_lines(findings))


def entity_page(case: Resolved, ident: str) -> RenderableType:
    """A person or body: names and who uses them, then every claim, accusations marked as somebody's word."""
    entity = case.entities[ident]
    used: dict[str, set[str]] = defaultdict(set)
    for referent in entity.referents:
        for name in _written(case, referent):
            used[name].add(case.documents[case.referents[referent].document].file)
    parts: list[RenderableType] = [Text(f"{entity.name} ({entity.type})  {entity.id}", style="bold")]
    parts += [Text(f"  {name}: {', '.join(sorted(files))}", style="dim") for name, files in sorted(used.items())]
    claims = sorted(case.claims_of_entity.get(ident, []), key=lambda c: (ORDER[c.property], c.document, c.start))
    if any(c.property in ACCUSATIONS for c in claims):
        warning = "What is said of somebody is not what was proved: each line is on the word it names."
        parts.append(Text(warning, "yellow"))
    parts += [claim_lines(case, c) for c in claims if c.repeats is None]
    matches = [m for m in case.linked.matches if m.kind == "entity" and ident in (case.entity(m.a), case.entity(m.b))]
    parts += [Text(f"  {m.verdict}: {m.reason}", style="dim") for m in matches]
    return Group(*parts, finding_lines(by_gravity(f for f in case.findings.values() if f.entity == ident)))


def document_page(case: Resolved, ident: str) -> RenderableType:
    """A report: what is known of it, its claims in text order, and the sentences that were not read, or not wholly."""
    account = next(a for a in case.accounts if a.document.id == ident)
    d = account.document
    parts: list[RenderableType] = [
        Text(f"{d.title or d.file}  {d.id}", style="bold"),
        Text(f"{d.file} · {d.kind} · {d.publisher or 'outlet not recorded'} · {d.author or 'author not recorded'} · "
             f"{day_words(d.published)} · {d.language or 'language not known'}"),
        *(claim_lines(case, c) for c in account.reading.claims),
    ]  # fmt: skip
    foreign = () if d.claims_read else ("Claims are read in English only; names, dates and figures were found.",)
    parts += [Text(note, style="yellow") for note in (*d.remarks, *foreign)]
    if account.reading.unread:
        parts.append(Text("Not read, or not wholly:", style="bold yellow"))
        parts += [Text(f"  {u.why}: “{u.quote}”", style="yellow") for u in account.reading.unread]
    return Group(*parts)


def finding_page(case: Resolved, ident: str) -> RenderableType:
    """A finding: its sentence, how those accounts stand that differ, and each claim behind it in its own words."""
    finding = case.findings[ident]
    return Group(
        finding_lines([finding]),
        *(Padding(_pair_line(pair), (0, 4)) for pair in finding.pairs if len(finding.pairs) > 1),
        *(claim_lines(case, case.claims[c]) for c in finding.claims if c in case.claims),
    )


def _pair_line(pair: Pair) -> Text:
    return Text.assemble((f"{KIND[pair.kind]} ", STYLE[pair.kind]), pair.reason)


def claim_page(case: Resolved, ident: str) -> RenderableType:
    """A claim in its paragraph."""
    claim = case.claims[ident]
    text = case.documents[claim.document].text
    start = text.rfind("\n", 0, claim.start) + 1
    end = text.find("\n", claim.end)
    around = Text(text[start : end if end >= 0 else len(text)])
    around.stylize("bold reverse", claim.start - start, claim.end - start)
    return Group(claim_lines(case, claim), Padding(around, (1, 4)), *_stale(case, claim.id))


def hits_page(case: Resolved, hits: list[Hit]) -> RenderableType:
    """Where searched words stand."""
    table = _list_table("", "id", "kind", "report", "words")
    for hit in hits:
        shown = (case.entity(hit.id) or hit.id) if hit.kind == "name" else hit.id
        table.add_row(shown[:8], hit.kind, Text(case.documents[hit.document].file), Text(_hit_words(case, hit)))
    return table


def _hit_words(case: Resolved, hit: Hit) -> str:
    if hit.kind == "text":
        return case.documents[hit.id].title or ""
    return case.claims[hit.id].quote if hit.kind == "claim" else case.referents[hit.id].name


def summary(case: Resolved) -> RenderableType:
    """A few lines after a build: how much was found, and the findings that matter most."""
    line = f"{len(case.incidents)} incidents, {len(named_people(case))} named people, {len(case.claims)} claims."
    grave = [f for f in by_gravity(case.findings.values()) if SEVERITY[f.kind] <= SEVERITY["update"]]
    waits = [Text(words, "yellow")] if (words := waiting_line(case)) else []
    return Group(Text(line), finding_lines(grave[:10]), *waits)
