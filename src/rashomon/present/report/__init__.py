"""The report: what goes to an editor, a court or a reader, as HTML, Markdown or PDF."""

from rashomon.present.report.content import Options, make_report
from rashomon.present.report.write import write_report

__all__ = ["Options", "make_report", "write_report"]
