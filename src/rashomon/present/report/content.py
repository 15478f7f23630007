"""What the report says, before it is HTML, Markdown or PDF: what was read, incidents, people, findings, methods."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rashomon._version import __version__
from rashomon.model.link import Incident
from rashomon.present.report.ending import ending_sections
from rashomon.present.report.entries import Scribe, count_words
from rashomon.present.report.incidents import FINDINGS, finding_lines, incident_sections, listed
from rashomon.present.report.people import people_sections
from rashomon.present.report.reviewed import Reviewed
from rashomon.present.report.sheet import Asked, Grid, Line, Options, Report, Section
from rashomon.present.resolve import Resolved
from rashomon.present.words import KIND, day_words, is_read_in_part


def make_report(case: Resolved, options: Options, asked: Sequence[Asked] = ()) -> Report:
    """The report on a case, masked or not as the case that is given; `asked` are the requests for comment."""
    reviewed = Reviewed(case, options)
    order = _order(case)
    name = reviewed.incident(order[0]) if order else "a case without incidents"
    report = Report(f"Accounts of: {name}", _notice(options))
    scribe = Scribe(reviewed, report)
    report.sections.append(_read(scribe))
    for incident in order:
        report.sections.extend(incident_sections(scribe, incident))
    report.sections.extend(people_sections(scribe, asked))
    other = [f for f in case.findings.values() if f.incident is None and f.kind in FINDINGS]
    withheld = sum(not reviewed.finding(f) for f in other)
    report.sections.append(listed("Other findings", 1, finding_lines(scribe, None), withheld))
    report.sections.append(_dependence(scribe))
    report.sections.append(_methods(scribe))
    report.sections.extend(ending_sections(scribe))
    return report


def _notice(options: Options) -> str:
    if options.masked:
        return (
            "Masked: telephone numbers, addresses, birth dates and identity numbers, and the names of people who hold "
            "no public role. One mask stands for one person throughout."
        )
    return "NOT MASKED: this report shows names, numbers and addresses as the sources have them."


def _order(case: Resolved) -> list[Incident]:
    """Incidents that something is claimed of, the most told first."""
    told = [i for i in case.incidents.values() if case.claims_of_incident.get(i.id)]
    return sorted(told, key=lambda i: (-len(case.claims_of_incident[i.id]), i.id))


def _read(scribe: Scribe) -> Section:
    case = scribe.case
    documents = sorted(case.documents.values(), key=lambda d: (d.published or "~", d.file))
    rows = tuple(
        (
            (Line(scribe.reviewed.paper(d.id)),),
            (Line(day_words(d.published)),),
            (Line(scribe.reviewed.title(d)),),
            (Line(d.kind),),
        )
        for d in documents
    )
    counts = Counter(KIND[f.kind].lower() for f in case.findings.values())
    found = ", ".join(f"{n} {kind}" for kind, n in sorted(counts.items()))
    words = [
        f"{count_words(len(documents), 'report')} {'tells' if len(documents) == 1 else 'tell'} of {count_words(len(_order(case)), 'incident')}. "
        f"Findings between them: {found or 'none'}. Each line below leads to a footnote with the outlet, its date, "
        "who says it, and the words. A finding says where accounts differ, not who is right."
    ]
    if scribe.reviewed.withheld:
        words.append(
            f"{count_words(len(scribe.reviewed.withheld), 'claim')} of what named persons did, whom they met, paid or "
            "belonged to, not reviewed or rejected: counted, not printed. The last pages say what else was left out."
        )
    return Section(
        "What was read", 1, tuple(words), grid=Grid("Reports, by day of publication", ("Outlet", "Published", "Title", "Kind"), rows)
    )  # fmt: skip


def _dependence(scribe: Scribe) -> Section:
    every = [f for f in scribe.case.findings.values() if f.kind == "dependence"]
    findings = [f for f in every if scribe.reviewed.finding(f)]
    lines = tuple(Line(reason) for reason in dict.fromkeys(f.reason for f in findings))
    held = len(every) - len(findings)
    words = [f"Withheld{' besides' if lines else ''}: {count_words(held, 'link')} between accounts."] if held else []
    if not every:
        words.append("The program found no link between the accounts. That does not make them independent.")
    return Section("Who depends on whom", 1, tuple(words), lines=lines)


def _methods(scribe: Scribe) -> Section:
    paragraphs = tuple(_method_words(scribe))
    shown = scribe.reviewed.options.hashes
    lines = (
        [Line(f"{scribe.reviewed.file(d)}: sha256 {d.sha256}") for d in scribe.case.documents.values()] if shown else []
    )
    return Section("How this was found", 1, paragraphs, lines=tuple(lines))


def _method_words(scribe: Scribe) -> Iterator[str]:
    case, options = scribe.case, scribe.reviewed.options
    yield (
        f"Read by Rashomon {__version__} on one machine, without a network. Claims are read from English texts by rules "
        "over a parsed sentence; each is tied to the words in its footnote. A rule can misread: a claim is a reading of "
        "a source, and its word is not a fact."
    )
    counts = Counter(case.reviews.values())
    yield (
        f"A person accepted {count_words(counts['accept'], 'claim')} and rejected {counts['reject']}. A rejected claim is not "
        "printed. "
        + (
            "What nobody has reviewed of named persons is printed and marked."
            if options.unreviewed
            else f"{count_words(len(scribe.reviewed.withheld), 'claim')} of named persons: counted and not printed, nor "
            "statements, roles, titles, quotes and findings that hold them."
        )
    )
    yield "Figures are compared with what they count, whom they include and the day they stand for. No figure is chosen."
    foreign = [a for a in case.accounts if not a.document.claims_read]
    part = [scribe.source(a.document.id) for a in foreign if is_read_in_part(a)]
    not_read = [scribe.source(a.document.id) for a in foreign if not is_read_in_part(a)]
    if part:
        yield f"Read for figures alone, since they are not in English: {'; '.join(part)}."
    if not_read:
        yield f"Not read for claims, since they are not in English: {'; '.join(not_read)}."
    remarks = [f"{scribe.source(d.id)}: {remark}" for d in case.documents.values() for remark in d.remarks]
    if remarks:
        yield f"Mended before it was read, or not read, within reports: {'; '.join(remarks)}."
    if case.rejected:
        yield f"Could not be read: {'; '.join(f'{scribe.reviewed.other_file(r.file)} ({r.reason})' for r in case.rejected)}."
