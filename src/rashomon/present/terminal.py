"""The case in the terminal: overview, matrix, person, document, finding, hits. Gives renderables, prints nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.model.claim import ACCUSATIONS, Claim
from rashomon.model.document import Document
from rashomon.model.finding import Finding
from rashomon.present.lookup import Found
from rashomon.present.matrix import Matrix, make_matrix
from rashomon.present.resolve import Resolved
from rashomon.present.words import (
    KIND,
    ORDER,
    PROPERTY,
    chain_words,
    day_words,
    incident_words,
    stance_words,
    value_words,
)
from rashomon.store.view import Hit

STYLE = {
    "conflict": "bold red", "inconsistency": "bold red", "clash": "bold red", "update": "cyan", "scope": "cyan",
    "rounding": "dim", "agreement": "green", "dependence": "magenta", "sum": "cyan", "drift": "yellow", "gap": "yellow",
}  # fmt: skip
COLUMNS = 5
"""Reports side by side in one table: more cannot be read on a screen."""
RANK = {kind: n for n, kind in enumerate(STYLE)}


def overview(case: Resolved, *, every: bool = False) -> RenderableType:
    """What is in the case: documents, incidents, people, findings, and what could not be read."""
    incidents = sorted(case.incidents.values(), key=lambda i: -len(case.claims_of_incident.get(i.id, ())))
    shown = incidents if every else incidents[:20]
    table = Table("id", "incident", "claims", "reports", "roots", title="Incidents", title_justify="left")
    for item in shown:
        claims = case.claims_of_incident.get(item.id, [])
        table.add_row(item.id[:8], incident_words(case, item), str(len(claims)),
                      str(len({c.document for c in claims})), _roots(case, item.id))  # fmt: skip
    parts: list[RenderableType] = [
        _documents(case, every),
        table,
        _people(case, every),
        *_findings(case, every),
    ]
    if len(shown) < len(incidents):
        parts.append(Text(f"{len(incidents) - len(shown)} more incidents; --all shows them", style="dim"))
    return Group(*parts, *_unread(case))


def _roots(case: Resolved, incident: str) -> str:
    origins = case.origins.get(incident)
    return f"{origins.named} named, {origins.not_recorded} claims not recorded" if origins else ""


def _documents(case: Resolved, every: bool) -> Table:
    table = Table("id", "file", "outlet", "published", "claims", title="Reports", title_justify="left")
    accounts = case.accounts if every else case.accounts[:20]
    for account in accounts:
        d = account.document
        count = str(len(account.reading.claims)) if d.claims_read else f"not read for claims ({d.language or '?'})"
        table.add_row(d.id[:8], d.file, d.publisher or "not recorded", day_words(d.published), count)
    if len(accounts) < len(case.accounts):
        table.add_row("", f"… {len(case.accounts) - len(accounts)} more", "", "", "")
    return table


def _people(case: Resolved, every: bool) -> Table:
    people = [e for e in case.entities.values() if e.type == "person" and case.referents[e.referents[0]].named]
    people.sort(key=lambda e: (-len(case.claims_of_entity.get(e.id, ())), e.name))
    table = Table("id", "name", "also written", "claims", "reports", title="People", title_justify="left")
    for person in people if every else people[:20]:
        names = {n for r in person.referents for n in _written(case, r)} - {person.name}
        reports = {case.referents[r].document for r in person.referents}
        claims = case.claims_of_entity.get(person.id, ())
        table.add_row(person.id[:8], person.name, ", ".join(sorted(names)), str(len(claims)), str(len(reports)))
    return table


def _written(case: Resolved, referent: str) -> set[str]:
    record = case.referents[referent]
    forms = {case.mentions[m][1] for m in record.mentions if m in case.mentions}
    return {m.quote for m in forms if m.form == "name"} | {a.name for a in record.aliases} | {record.name}


def _findings(case: Resolved, every: bool) -> Iterator[RenderableType]:
    ordered = sorted(case.findings.values(), key=lambda f: (RANK[f.kind], f.id))
    counts = Counter(KIND[f.kind].lower() for f in ordered)
    yield Text(f"Findings: {', '.join(f'{n} {k}' for k, n in counts.items()) or 'none'}", style="bold")
    for finding in ordered if every else ordered[:25]:
        yield finding_line(finding)
    if not every and len(ordered) > 25:
        yield Text(f"  {len(ordered) - 25} more findings; --all shows them", style="dim")


def finding_line(finding: Finding) -> Text:
    """A finding in a line: id, kind, its sentence."""
    return Text.assemble(
        (f"  {finding.id[:8]} ", "dim"), (f"{KIND[finding.kind]:13}", STYLE[finding.kind]), finding.reason
    )


def _unread(case: Resolved) -> Iterator[RenderableType]:
    if case.rejected:
        yield Text("Could not be read:", style="bold yellow")
        yield from (Text(f"  {r.file}: {r.reason}") for r in case.rejected)
    unread = sum(len(a.reading.unread) for a in case.accounts)
    if unread:
        yield Text(f"{unread} sentences with a figure, an accusation or a contact gave no claim (show CASE REPORT).",
                   style="yellow")  # fmt: skip


def thing(case: Resolved, found: Found) -> RenderableType:
    """The page of one thing: matrix, person, document, finding or claim."""
    pages: dict[str, Callable[[Resolved, str], RenderableType]] = {
        "incident": incident_page,
        "entity": entity_page,
        "document": document_page,
        "finding": finding_page,
        "claim": claim_page,
    }
    if found.kind == "referent":
        return entity_page(case, str(case.entity(found.id)))
    if found.kind == "occurrence":
        ident = case.incident(found.id)
        return incident_page(case, ident) if ident else Text("events in general: no single incident is made of them")
    return pages[found.kind](case, found.id)


def incident_page(case: Resolved, ident: str) -> RenderableType:
    """The account matrix: one column a report, one row a fact; what differs stands below with its sentence."""
    incident, matrix = case.incidents[ident], make_matrix(case, ident)
    title = Text(f"{incident_words(case, incident)} ({incident.type})  {incident.id[:8]}", style="bold")
    tables = [
        _matrix_table(case, matrix, matrix.columns[n : n + COLUMNS]) for n in range(0, len(matrix.columns), COLUMNS)
    ]
    lines = [finding_line(f) for f in case.findings.values() if f.incident == ident]
    roots = Text(f"Roots: {_roots(case, ident)}. No link found between two accounts does not make them independent.")
    return Group(title, *tables, roots, *lines)


def _matrix_table(case: Resolved, matrix: Matrix, columns: tuple[Document, ...]) -> Table:
    table = Table("", show_lines=True)
    shown = {c.id for c in columns}
    for column in columns:
        shared = [case.documents[c].publisher or case.documents[c].file for c in matrix.copies.get(column.id, ())]
        words = f"{column.publisher or column.file}\n{day_words(column.published)}"
        table.add_column(words + (f"\ndepends: {', '.join(shared)}" if shared else ""))
    for head, cells, findings in matrix.rows:
        if shown.intersection(cells):
            marks = sorted({KIND[f.kind] for f in findings})
            name = Text(head + ("\n" + ", ".join(marks) if marks else ""), style=_row_style(findings))
            table.add_row(name, *(_cell(case, cells.get(c.id, [])) for c in columns))
    return table


def _row_style(findings: list[Finding]) -> str:
    return STYLE[min((f.kind for f in findings), key=RANK.__getitem__)] if findings else ""


def _cell(case: Resolved, claims: list[Claim]) -> RenderableType:
    lines = []
    for claim in claims:
        how = stance_words(claim)
        lines.append(Text(value_words(case, claim) + (f" [{how}]" if how else "")))
        if len(claim.chain) > 1:
            lines.append(Text(f"  ← {chain_words(case, claim.chain[1:])}", style="italic"))
        if claim.quote != value_words(case, claim):
            lines.append(Text(f"  “{claim.quote}”", style="dim"))
    return Group(*lines)


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
        parts.append(
            Text(
                "What is said of somebody is not what was proved: each line is on the word it names.",
                "yellow",
            )
        )
    parts += [claim_lines(case, c) for c in claims if c.repeats is None]
    matches = [m for m in case.linked.matches if m.kind == "entity" and ident in (case.entity(m.a), case.entity(m.b))]
    parts += [Text(f"  {m.verdict}: {m.reason}", style="dim") for m in matches]
    return Group(*parts, *(finding_line(f) for f in case.findings.values() if f.entity == ident))


def claim_lines(case: Resolved, claim: Claim) -> RenderableType:
    """A claim in three lines: what, on whose word, in which words."""
    who = case.entity_name(claim.subject.referent) or case.entity_name(claim.value.referent)
    incident = case.incidents.get(case.incident(claim.subject.occurrence) or "")
    head = f"{PROPERTY[claim.property]}: {value_words(case, claim)}"
    about = " · ".join(x for x in (who, incident and incident_words(case, incident)) if x)
    how = stance_words(claim)
    return Padding(
        Group(
            Text.assemble(
                (f"{claim.id[:8]} ", "dim"),
                (head, "bold"),
                f" [{how}]" if how else "",
                (f"  {about}", "cyan"),
            ),
            Text(f"         {chain_words(case, claim.chain)}", style="italic"),
            Text(f"         “{claim.quote}”", style="dim"),
        ),
        (0, 0, 0, 2),
    )


def document_page(case: Resolved, ident: str) -> RenderableType:
    """A report: what is known of it, its claims in text order, and the sentences that gave none."""
    account = next(a for a in case.accounts if a.document.id == ident)
    d = account.document
    parts: list[RenderableType] = [
        Text(f"{d.title or d.file}  {d.id}", style="bold"),
        Text(f"{d.file} · {d.kind} · {d.publisher or 'outlet not recorded'} · {d.author or 'author not recorded'} · "
             f"{day_words(d.published)} · {d.language or 'language not known'}"),
        *(claim_lines(case, c) for c in account.reading.claims),
    ]  # fmt: skip
    if not d.claims_read:
        parts.append(Text("Claims are read in English only; names, dates and numbers were found.", style="yellow"))
    if account.reading.unread:
        parts.append(Text("Gave no claim:", style="bold yellow"))
        parts += [Text(f"  {u.why}: “{u.quote}”", style="yellow") for u in account.reading.unread]
    return Group(*parts)


def finding_page(case: Resolved, ident: str) -> RenderableType:
    """A finding: its sentence, and each claim behind it in its own words."""
    finding = case.findings[ident]
    return Group(
        finding_line(finding),
        *(claim_lines(case, case.claims[c]) for c in finding.claims if c in case.claims),
    )


def claim_page(case: Resolved, ident: str) -> RenderableType:
    """A claim in its paragraph."""
    claim = case.claims[ident]
    text = case.documents[claim.document].text
    start = text.rfind("\n", 0, claim.start) + 1
    end = text.find("\n", claim.end)
    around = Text(text[start : end if end >= 0 else len(text)])
    around.stylize("bold reverse", claim.start - start, claim.end - start)
    return Group(claim_lines(case, claim), Padding(around, (1, 4)))


def hits_page(case: Resolved, hits: list[Hit]) -> RenderableType:
    """Where searched words stand."""
    table = Table("kind", "id", "report", "words")
    for hit in hits:
        shown = (case.entity(hit.id) or hit.id) if hit.kind == "name" else hit.id
        table.add_row(hit.kind, shown[:8], case.documents[hit.document].file, _hit_words(case, hit))
    return table


def _hit_words(case: Resolved, hit: Hit) -> str:
    if hit.kind == "text":
        return case.documents[hit.id].title or ""
    return case.claims[hit.id].quote if hit.kind == "claim" else case.referents[hit.id].name


def summary(case: Resolved) -> RenderableType:
    """A few lines after a build: how much was found, and the findings that matter most."""
    people = [e for e in case.entities.values() if e.type == "person" and case.referents[e.referents[0]].named]
    line = f"{len(case.incidents)} incidents, {len(people)} named people, {len(case.claims)} claims."
    grave = [f for f in case.findings.values() if RANK[f.kind] <= RANK["update"]]
    grave.sort(key=lambda f: (RANK[f.kind], f.id))
    return Group(Text(line), *(finding_line(f) for f in grave[:10]))
