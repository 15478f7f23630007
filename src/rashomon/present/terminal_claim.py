"""One claim in the terminal."""

from __future__ import annotations

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rashomon.model.claim import Claim
from rashomon.present.resolve import Resolved
from rashomon.present.translated import original_words
from rashomon.present.words import PROPERTY, chain_words, governor_words, incident_words, stance_words, value_words


def claim_lines(case: Resolved, claim: Claim) -> RenderableType:
    """A claim in three lines: what, on whose word, in which words."""
    who = case.entity_name(claim.subject.referent) or case.entity_name(claim.value.referent)
    incident = case.incidents.get(case.incident(claim.subject.occurrence) or "")
    about = " · ".join(x for x in (who, incident and incident_words(case, incident)) if x)
    how = stance_words(claim)
    words = Text.assemble((f"{PROPERTY[claim.property]}: {value_words(case, claim)}", "bold"),
                          (f" [{how}]" if how else "", "yellow"), (f"  {about}", "cyan"))  # fmt: skip
    lines = Table.grid(padding=(0, 1))
    lines.add_column(no_wrap=True, style="dim")
    lines.add_column(overflow="fold")
    lines.add_row(f"  {claim.id[:8]}", words)
    lines.add_row("", Text(chain_words(case, claim.chain), "italic"))
    if (leaf := case.documents[claim.document].leaf_at(claim.start)) or claim.quote != claim.value.text:
        lines.add_row("", Text(f"“{claim.quote}”{f', {leaf}' if leaf else ''}", "dim"))
    if said := original_words(case, claim):
        lines.add_row("", Text(said, "dim"))
    if claim.governors:
        lines.add_row("", Text(f"governed by {governor_words(claim)}", "yellow"))
    return lines
