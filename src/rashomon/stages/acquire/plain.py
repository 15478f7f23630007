"""The reader of plain text."""

from __future__ import annotations

import re

from rashomon.stages.acquire.decode import decode
from rashomon.stages.acquire.draft import Draft
from rashomon.stages.acquire.garbled import mend
from rashomon.stages.acquire.rows import hold_tabs, mark_rows
from rashomon.stages.acquire.tidy import split_lines, tidy

_CUT = re.compile(r"\xad[ \t]*\r?\n[ \t]*")
"""A word that a soft hyphen let a line end cut."""


def read_plain(data: bytes) -> Draft:
    """The lines of a text file. Raises `SetAside` for an empty or a binary one."""
    text, remark = mend(decode(data))
    return Draft(mark_rows(split_lines(tidy(hold_tabs(_CUT.sub("", text))))), remarks=(remark,) if remark else ())
