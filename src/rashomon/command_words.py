"""The words of the commands: examples for --help, shared options, what a build says. Nothing here prints."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import TYPE_CHECKING, Any

import click

from rashomon.errors import UsageFault

if TYPE_CHECKING:
    from rich.console import RenderableType

    from rashomon.pipeline import Built
    from rashomon.present.resolve import Resolved

CASE = click.argument("case", type=click.Path(path_type=Path))
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, for scripts.")
MOST_REMARKS = 20
WORDS = {"read": "Reading", "ask": "Asking", "link": "Linking", "weigh": "Comparing", "write": "Writing"}
"""The stages as they are told while they run."""
EXAMPLES = {
    "explain": (
        "rashomon explain affair c3a91c04              (a claim: its sentence, clause, rule, speaker, stance)",
        'rashomon explain affair "Haldun Evrenos"      (a name: where it was found, and why these are one)',
        'rashomon explain affair "phoned the clerk"    (words of a sentence: which rules they wake, and what those lack)',
        "rashomon explain affair f3a91c04 --json",
    ),
    "calls": (
        "rashomon calls affair                              (the files, and whose each number is said to be)",
        "rashomon calls affair --number '+90 532 111 02 03' --between 2021-05-01 2021-05-31",
        "rashomon calls affair --number +905321110203 --number +905422210304 --both --csv > rows.csv",
    ),
    "map-columns": ("rashomon map-columns hts.csv", "rashomon map-columns calls.xlsx -o -"),
    "rules": ("rashomon rules", "rashomon rules --on affair", "rashomon rules --json"),
    "build": (
        "rashomon build affair reports/",
        "rashomon build affair late-report.html",
        "rashomon build affair --model qwen3:8b --unread   (a model on this machine reads what the rules did not; docs/model.md)",
        "rashomon build affair            (what is there is built again, as affair/case.toml now says: days written",
        "                                 day-first, telephone region, known names; docs/reference/case-toml.md)",
    ),
    "show": (
        "rashomon show affair",
        'rashomon show affair "Attack in Karsova"   (the account matrix of an incident)',
        'rashomon show affair "Haldun Evrenos"      (what is said of a person, and by whom)',
        "rashomon show affair f3a91c04              (a finding with its quotes; an id's start will do)",
    ),
    "seal": (
        "rashomon seal affair                       (writes affair.sealed; asks for a passphrase)",
        "rashomon seal affair -o /media/stick/a.sealed --remove",
    ),
    "unseal": (
        "rashomon unseal affair.sealed affair",
        "rashomon unseal affair.sealed affair --passphrase-file -   (from standard input)",
    ),
    "search": (
        "rashomon search affair sengul              (finds Şengül too)",
        "rashomon search affair '\"border garrison\"'  (a phrase)",
        "rashomon search affair 'kidnap*'",
    ),
    "decide": (
        'rashomon decide affair same e81c e02f --why "same passport in both"',
        'rashomon decide affair different r19a r77b --by "A. Reader" --why "two brothers"',
        'rashomon decide affair reject c40d --why "the quote is about another attack"',
        'rashomon decide affair grade "Harbour Post" B --why "..."',
        'rashomon decide affair withdraw k55e --why "..."',
        "rashomon decide affair list",
    ),
    "propose": (
        "rashomon propose affair found.jsonl",
        "rashomon export affair --format json | jq '.proposals[] | {id, outcome, code, quote}'",
        'rashomon decide affair accept p3f0a1c2 --why "the report says so"',
    ),
    "remove": ("rashomon remove affair late-report.html",),
    "verify": (
        "rashomon verify affair",
        "rashomon verify affair --head 5d0c...e1   (the head that an earlier verify printed)",
    ),
    "repair": ("rashomon repair affair",),
    "purge": (
        "rashomon purge affair leaked-memo.html",
        'rashomon purge affair d41f09c2be77a001 --yes --by "A. Reader"',
    ),
    "export": (
        "rashomon export affair --format json -o affair.json",
        "rashomon export affair --format json | jq '.findings[].reason'",
        "rashomon export affair --format csv -o tables/       (a file a table; -o tables.zip: all in one)",
        "rashomon export affair --format xlsx -o affair.xlsx --public 'Haldun Evrenos'",
        "rashomon export affair --format bundle -o affair.zip --unmasked --strip --for court",
    ),
    "report": (
        "rashomon report affair -o affair.html",
        'rashomon report affair -o affair.pdf --public "Haldun Evrenos" --mask "Rauf Candan"',
        "rashomon report affair -o affair.md --include-unreviewed",
    ),
    "schema": ("rashomon schema > export.schema.json",),
    "whom": (
        "rashomon whom affair                          (whom it is asked about, and what stands answered)",
        'rashomon whom affair --show "Haldun Evrenos" --hide "Rauf Candan"',
    ),
    "desk": (
        "rashomon desk affair",
        "rashomon desk affair --port 8765 --no-browser",
    ),
    "compare-names": ("rashomon compare-names pairs.jsonl",),
    "demo": (
        "rashomon demo",
        "rashomon demo /tmp/my-demo",
    ),
}
"""The end of each command's --help, as it is typed."""


class Examples(click.Command):
    """A command whose --help ends with its examples."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples as they stand, under their own heading."""
        with formatter.section("Examples"):
            for line in EXAMPLES[str(self.name)]:
                formatter.write(f"  {line}\n")


def masking_options(function: Any) -> Any:
    """The options of everything that is shared: who is masked, who is not."""
    for option in (
        click.option("--public", multiple=True, metavar="NAME", help="Leave this name as it is; may be repeated."),
        click.option("--mask", multiple=True, metavar="NAME", help="Mask this name too; may be repeated."),
        click.option("--unmasked", is_flag=True, help="Mask nothing."),
        click.option("--hashes", is_flag=True, help="Keep the originals' hashes, which identify a leaked copy."),
    ):
        function = option(function)
    return function


def use_option(function: Any) -> Any:
    """The option that says what is made of the case outside it: `case.toml` may hold for which use reports were given."""
    words = "What it is for; reports that were given for less are refused ([consent] in case.toml). Default: publish."
    return click.option("--for", "use", type=click.Choice(["publish", "court", "internal"]), help=words)(function)


def broken_words(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> str:
    """A fault of this program itself, in a sentence that can be reported."""
    last = extract_tb(trace)[-1] if trace else None
    where = f" at {Path(last.filename).name}:{last.lineno}" if last else ""
    said = f": {fault}" if str(fault) else ""
    return (
        f"rashomon: this program broke ({kind.__name__}{where}{said}); please report that. What stood before stands. "
        "RASHOMON_TRACE=1 shows more."
    )


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it is not one."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def intake_lines(built: Built) -> list[str]:
    """What the intake did, where it is worth a word: the files added are only counted."""
    intake = built.intake
    lines = [f"{counted(len(intake.added), 'file')} taken in"] if intake.added else []
    lines += [f"changed, the old version is withdrawn: {name}" for name in intake.changed]
    lines += [f"gone from its folder, kept in the case: {name}" for name in intake.gone]
    lines += [f"was removed from this case by a person, kept out: {name}" for name in intake.kept_out]
    return [*lines, *intake.notes]


def trouble_lines(built: Built) -> list[str]:
    """What could not be read and why, where this program broke over a part of a report, and what that cost."""
    unread = [f"could not be read: {bad.file}: {bad.reason}" for bad in built.rejected]
    lines = [
        f"this program broke over a part of {file}, at {f.start}: {f.what}; reader {f.reader} gave nothing "
        f"{'of the whole report' if f.whole else 'there'}"
        for file, f in built.faults
    ]
    return [*unread, *lines, *(["please report that; the places are listed under what was not read"] if lines else [])]


def remark_lines(case: Resolved) -> list[str]:
    """What was mended in reports, and what of them was not read."""
    return [f"{d.file}: {remark}" for d in case.documents.values() for remark in d.remarks]


def _first_remarks(built: Built, case: Resolved) -> list[str]:
    """As many as a screen holds, and how many more there are."""
    found = remark_lines(case)
    more = f"and {counted(len(found) - MOST_REMARKS, 'more remark')}: rashomon show {built.case} REPORT"
    return found if len(found) <= MOST_REMARKS else [*found[:MOST_REMARKS], more]


def built_lines(built: Built, case: Resolved) -> Iterator[RenderableType]:
    """What a build did, for a reader."""
    from rashomon.present import terminal
    from rashomon.present.words import reading_lines

    yield from map(terminal.plain, intake_lines(built))
    yield terminal.plain(f"{counted(built.documents, 'report')} in the case, {built.read} read now.")
    yield from map(terminal.plain, reading_lines(case))
    if built.documents:
        yield terminal.summary(case)
    for line in [*trouble_lines(built), *_first_remarks(built, case)]:
        yield terminal.plain(line, style="yellow")
    for reason in built.fallen:
        yield terminal.plain(f"fell: {reason}")
    if built.documents:
        yield terminal.plain(f"See it: rashomon show {built.case}")
    else:
        yield terminal.plain(f"Nothing to show: name what to read: rashomon build {built.case} FILE...")


def demo_pages(built: Built, case: Resolved) -> Iterator[RenderableType]:
    """What the demo shows: the case, its most told incident, and how to look further."""
    from rashomon.present import terminal

    told = f"The example case is at {built.case}: {built.documents} reports of an affair that never happened.\n"
    yield terminal.plain(told)
    yield terminal.overview(case)
    ident = sorted(case.incidents, key=lambda i: -len(case.claims_of_incident.get(i, ())))
    if ident:
        yield terminal.incident_page(case, ident[0], terminal.width())
    further = f"\nLook further: rashomon show {built.case} WHAT, where WHAT is an id or a name above; rashomon --help"
    yield terminal.plain(further)


def built_rows(built: Built, case: Resolved) -> dict[str, Any]:
    """What a build did, for scripts."""
    return {
        "case": str(built.case),
        "documents": built.documents,
        "read": built.read,
        "incidents": len(case.incidents),
        "claims": len(case.claims),
        "findings": len(case.findings),
        "rejected": [{"file": r.file, "reason": r.reason} for r in built.rejected],
        "fallen": list(built.fallen),
        "faults": [
            {"file": file, "start": f.start, "end": f.end, "reader": f.reader, "what": f.what, "whole": f.whole}
            for file, f in built.faults
        ],
        "remarks": remark_lines(case),
        "notes": intake_lines(built),
    }


def read_pair(file: Path, number: int, line: str) -> tuple[str, str, str | None]:
    """The names of one line of `compare-names`, and their type; raises UsageFault where it is none."""
    try:
        row = json.loads(line)
        return str(row["a"]), str(row["b"]), row.get("type")
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise UsageFault(f'{file}: line {number} is not an object with "a" and "b"') from fault
