"""The tree of faults.

RashomonError
├── SetAside       this document is set aside, with its reason; the run goes on
└── Stop           the run stops; nothing of the case was changed
    ├── UsageFault     the words of the call are off, or name something that is not there
    ├── CaseLocked     another build holds the case
    ├── CaseNewer      a newer version of this program wrote the case
    └── CaseDamaged    an original or the decision log is not what it was
"""

from __future__ import annotations


class RashomonError(Exception):
    """The root of all faults that a user can be told in a sentence."""


class SetAside(RashomonError):
    """One document cannot be read; its message is the reason, for the user."""


class Stop(RashomonError):
    """The run stops; its message says why, for the user."""


class UsageFault(Stop):
    """The call's words are off, or name something that is not there."""


class CaseLocked(Stop):
    """Another process writes to the case."""


class CaseDamaged(Stop):
    """What is precious is not what it was: an original's hash, a line of the decision log."""


class CaseNewer(Stop):
    """The case was written by a newer version, in a form that this one does not know."""
