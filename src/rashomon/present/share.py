"""What leaves the case: exports and the report, masked unless the user says otherwise."""

from __future__ import annotations

from pathlib import Path

from rashomon.present.exports import FORMATS
from rashomon.present.masked import share_case
from rashomon.present.masking import Wishes
from rashomon.present.resolve import Resolved, open_build
from rashomon.store.replies import open_replies


def shared_bytes(case: Path, opened: Resolved, kind: str, wishes: Wishes) -> bytes:
    """The case in a folder, of which `opened` is the last build, in one of FORMATS; json is the working copy and never masked.

    Raises UsageFault for unknown names.
    """
    return FORMATS[kind].write(opened if kind == "json" else shared_case(case, opened, wishes))


def shared_case(case: Path, opened: Resolved, wishes: Wishes) -> Resolved:
    """The case as it is shared: masked, and without what accuses a named person unless a person accepted it.

    The case itself where nothing is to be masked: that is a working copy. Raises UsageFault for unknown names.
    """
    from rashomon.present.withholding import withhold

    shared = share_case(case, opened, wishes)
    return withhold(shared.case) if shared.plan else opened


def shared_tables(case: Path, opened: Resolved, wishes: Wishes) -> dict[str, bytes]:
    """The tables of a case as CSV, by file name. Raises UsageFault for unknown names."""
    from rashomon.present.exports.tables import csv_files

    return csv_files(shared_case(case, opened, wishes))


def report_bytes(case: Path, kind: str, wishes: Wishes, *, unreviewed: bool) -> bytes:
    """The report on the case in a folder, as html, md or pdf, with the log of who was asked for comment."""
    from rashomon.present.report import Options, make_report, write_report
    from rashomon.present.report.requests import lay_requests

    opened = open_build(case)
    shared = share_case(case, opened, wishes)
    asked = tuple(lay_requests(opened, shared.case, open_replies(case).read(), shared.masker))
    options = Options(unreviewed=unreviewed, masked=not wishes.unmasked, hashes=wishes.hashes)
    return write_report(make_report(shared.case, options, asked), kind)
