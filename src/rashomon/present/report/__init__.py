"""The report: what goes to an editor, a court or a reader, as HTML, Markdown or PDF."""

from rashomon.present.report.content import make_report
from rashomon.present.report.sheet import Asked, Options
from rashomon.present.report.write import write_report

__all__ = ["Asked", "Options", "make_report", "write_report"]
