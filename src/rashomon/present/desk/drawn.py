"""What a drawing of the desk may show: it is soon a picture somewhere else, so it follows the same rule as the report."""

from __future__ import annotations

from dataclasses import replace

from rashomon.present.desk.happenings import Happening, happenings
from rashomon.present.desk.once import once_a_build
from rashomon.present.desk.ties import Drawing
from rashomon.present.report.reviewed import Reviewed
from rashomon.present.report.sheet import Options
from rashomon.present.resolve import Resolved


@once_a_build
def reviewed_of(case: Resolved) -> Reviewed:
    """What of a build may be shown outside of it."""
    return Reviewed(case, Options())


@once_a_build
def undrawn(case: Resolved) -> frozenset[str]:
    """The statements on the timeline that nobody has accepted of a named person."""
    reviewed = reviewed_of(case)
    return frozenset(h.id for h in happenings(case) if h.lane == "said" and not reviewed.printed(case.claims[h.id]))


def drawn_happening(case: Resolved, happening: Happening) -> Happening:
    """A happening as a drawing has it: without a title that accuses somebody of what nobody has accepted."""
    reviewed = reviewed_of(case)
    if happening.lane == "said":
        return happening
    if happening.lane == "happened":
        return replace(happening, title=reviewed.incident(case.incidents[happening.id]))
    document = case.documents[happening.id]
    plain = reviewed.clean_name(happening.title) and reviewed.title(document) == (document.title or "")
    return happening if plain else replace(happening, title=f"{reviewed.paper(document.id)}: (title not drawn)")


def drawn_lineage(case: Resolved, drawing: Drawing) -> Drawing:
    """Who cites whom, the names of papers that accuse left out."""
    reviewed = reviewed_of(case)
    nodes = tuple(
        n if reviewed.clean_name(str(n["name"])) else {**n, "name": "(name not drawn)"} for n in drawing.nodes
    )
    return replace(drawing, nodes=nodes)
