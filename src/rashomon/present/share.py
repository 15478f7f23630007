"""What leaves the case: exports and the report, masked unless the user says otherwise."""

from __future__ import annotations

from pathlib import Path

from rashomon.present.exports import FORMATS
from rashomon.present.masking import Masker, Wishes, make_plan, mask_case
from rashomon.present.resolve import Resolved, open_build
from rashomon.store.replies import open_replies


def shared_bytes(opened: Resolved, kind: str, wishes: Wishes) -> bytes:
    """A whole case in one of FORMATS; json is the working copy and never masked. Raises UsageFault for unknown names."""
    return FORMATS[kind].write(opened if kind == "json" else shared_case(opened, wishes))


def shared_case(opened: Resolved, wishes: Wishes) -> Resolved:
    """The case as it is shared: masked, and without what accuses a named person unless a person accepted it.

    The case itself where nothing is to be masked: that is a working copy. Raises UsageFault for unknown names.
    """
    from rashomon.present.withholding import withhold

    plan = make_plan(opened, wishes)
    return withhold(mask_case(opened, plan)) if plan else opened


def shared_tables(opened: Resolved, wishes: Wishes) -> dict[str, bytes]:
    """The tables of a case as CSV, by file name. Raises UsageFault for unknown names."""
    from rashomon.present.exports.tables import csv_files

    return csv_files(shared_case(opened, wishes))


def report_bytes(case: Path, kind: str, wishes: Wishes, *, unreviewed: bool) -> bytes:
    """The report on the case in a folder, as html, md or pdf, with the log of who was asked for comment."""
    from rashomon.present.report import Options, make_report, write_report
    from rashomon.present.report.requests import lay_requests

    opened = open_build(case)
    plan = make_plan(opened, wishes)
    shown = mask_case(opened, plan)
    asked = tuple(lay_requests(opened, shown, open_replies(case).read(), Masker(plan) if plan else None))
    options = Options(unreviewed=unreviewed, masked=not wishes.unmasked, hashes=wishes.hashes)
    return write_report(make_report(shown, options, asked), kind)
