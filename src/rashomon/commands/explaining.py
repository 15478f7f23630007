"""The commands that show why: `explain` of one thing in a case, `rules` of all that read by rule."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from rashomon.command_words import CASE, JSON, Examples
from rashomon.settings import read_settings

if TYPE_CHECKING:
    from rashomon.model.ledger import RuleEntry
    from rashomon.present.resolve import Resolved
    from rashomon.present.why import Section

_SHOWN = 3
"""Sentences that are explained at once."""


@click.command("explain", cls=Examples)
@CASE
@click.argument("ident", metavar="ID")
@click.argument("other", metavar="[OTHER]", required=False)
@JSON
def explain_command(case: Path, ident: str, other: str | None, as_json: bool) -> int:
    """Show why a claim, a finding, an incident or an identity stands: by which words, rule and reasons.

    ID may be the start of one, a name, or words of a sentence: then each rule that they wake is shown, and what it lacks there.
    Of a claim or sentence its report is read again, from its kept parse. With OTHER, both of them incidents: why the two are kept
    apart, by what each pair of their tellings shows, what that weighs, and what excludes that they are one.
    """
    from rashomon.explaining import read_anew, rule_entries
    from rashomon.present.lookup import look_up
    from rashomon.present.resolve import open_build
    from rashomon.present.why import why, why_lines, why_rows

    opened = open_build(case)
    if other is not None:
        _tell_two(case, opened, (ident, other), as_json=as_json)
        return 0
    if " " in ident.strip() and (told := _sentences(case, opened, ident)):
        rows = {"kind": "sentence", "id": None, "why": [s._asdict() for s in told]}
        _tell(rows if as_json else None, why_lines(told))
        return 0
    found = look_up(opened, ident)
    anew = None
    if found.kind == "claim":
        claim = opened.claims[found.id]
        anew = read_anew(case, claim, opened.documents[claim.document].sha256, read_settings())
    sections = why(opened, found, anew, rule_entries())
    _tell(why_rows(opened, found, sections) if as_json else None, why_lines(sections))
    return 0


def _tell_two(case: Path, opened: Resolved, idents: tuple[str, str], *, as_json: bool) -> None:
    """Why two incidents are kept apart; raises UsageFault where two are not meant."""
    from rashomon.errors import UsageFault
    from rashomon.explaining import weigh_two
    from rashomon.present.why import incident_meant, why_lines
    from rashomon.present.why.apart import why_two

    one, two = (incident_meant(opened, ident) for ident in idents)
    if one.id == two.id:
        raise UsageFault(
            f"both are the incident {one.id}; `rashomon explain CASE {one.id}` says why its tellings are one"
        )
    pairs = weigh_two(case, one.occurrences, two.occurrences)
    sections = why_two(opened, one, two, pairs)
    told = [{"about": s.about, "heading": s.heading, "lines": list(s.lines)} for s in sections]
    rows = {"kind": "incidents", "id": [one.id, two.id], "why": told, "pairs": [msgspec.to_builtins(p) for p in pairs]}
    _tell(rows if as_json else None, why_lines(sections))


def _sentences(case: Path, opened: Resolved, words: str) -> list[Section]:
    """What the sentences with some words in them gave and lack; nothing where the words are a name of the case, or stand nowhere."""
    from rashomon.explaining import read_sentence
    from rashomon.present.lookup import names_something
    from rashomon.present.why.sentences import sentences_with, why_sentence

    if names_something(opened, words):
        return []
    held = sentences_with(opened, words)
    told: list[Section] = []
    for document, quote in held[:_SHOWN]:
        anew = read_sentence(case, opened.documents[document].sha256, quote.start, read_settings())
        told += why_sentence(opened, document, quote, anew)
    if len(held) > _SHOWN:
        click.echo(f"the words stand in {len(held)} sentences; the first {_SHOWN} are shown", err=True)
    return told


@click.command("rules", cls=Examples)
@click.option(
    "--on", "case", type=click.Path(path_type=Path), metavar="CASE", help="Count what each gave in CASE, and name it."
)
@JSON
def rules_command(case: Path | None, as_json: bool) -> int:
    """List the typed rules: what wakes each, what it gives and why, with the sentences it must and must not fire in."""
    from rashomon.explaining import rule_entries

    fired = _fired(case) if case else {}
    rules = rule_entries()
    rows = [_row(r, fired.get(r.id, ()) if case else None) for r in rules]
    others = {rule: len(ids) for rule, ids in fired.items() if rule not in {r.id for r in rules}}
    lines = [line for r in rules for line in _lines(r, fired.get(r.id, ()) if case else None)]
    lines += [f"{rule}: {count} claims (no typed rule)" for rule, count in sorted(others.items())]
    _tell({"rules": rows, "others": others} if as_json else None, lines)
    return 0


def _fired(case: Path) -> dict[str, list[str]]:
    """The claims of a case by the rules that gave them."""
    from rashomon.present.resolve import open_build

    found: dict[str, list[str]] = {}
    for claim in open_build(case).claims.values():
        for read in claim.readers:
            found.setdefault(read.rule, []).append(claim.id)
    return found


def _row(rule: RuleEntry, claims: tuple[str, ...] | list[str] | None) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(rule) | ({} if claims is None else {"claims": list(claims)})


def _lines(rule: RuleEntry, claims: tuple[str, ...] | list[str] | None) -> Iterator[str]:
    fired = "" if claims is None else f", {len(claims)} claims"
    yield f"{rule.id} ({rule.gives}; {rule.file}{fired})"
    yield f"  {rule.why}; woken by {', '.join(rule.wakes)}" + (f"; needs {', '.join(rule.needs)}" if rule.needs else "")
    if rule.any_of:
        yield f"  and one of {', '.join(rule.any_of)}"
    yield from (f"  yes: {text}" for text in rule.yes)
    yield from (f"  no: {text}" for text in rule.no)
    if claims:
        yield f"  {', '.join(claims[:8])}{' ...' if len(claims) > 8 else ''}"


def _tell(rows: object, lines: list[str]) -> None:
    click.echo("\n".join(lines) if rows is None else json.dumps(rows, ensure_ascii=False, indent=1))


COMMANDS = (explain_command, rules_command)
