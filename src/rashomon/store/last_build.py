"""What the last build of a case read and found, for the next one; what cannot be read there is left out."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from rashomon.errors import CaseDamaged, UsageFault
from rashomon.model.account import Account
from rashomon.model.document import Rejected
from rashomon.store.journal import read_journal
from rashomon.store.view import CaseView
from rashomon.store.writer import FILE, tables_hash


class LastBuild:
    """The last build, where it is what was written and can be read; else all is made again from the originals."""

    def __init__(self, case: Path) -> None:
        self._view: CaseView | None = None
        self._keys: dict[str, str] = {}
        with suppress(CaseDamaged, UsageFault):
            view = CaseView(case)
            keys = view.keys()
            if tables_hash(case) in read_journal(case).of(FILE):
                self._view, self._keys = view, keys

    def accounts(self, wanted: set[str]) -> dict[str, Account]:
        """What was read under these reading keys."""
        found = {}
        for key, document in self._keys.items():
            if key in wanted and self._view:
                with suppress(CaseDamaged):
                    account = self._view.account(document)
                    found.update({key: account} if account else {})
        return found

    def hung(self, wanted: set[str]) -> list[Rejected]:
        """Those under these reading keys whose reading did not end."""
        with suppress(CaseDamaged):
            return [r for r in self._view.rejected() if r.key in wanted] if self._view else []
        return []

    def close(self) -> None:
        """Let go of the file."""
        if self._view:
            self._view.close()


def last_findings(case: Path) -> dict[str, str]:
    """The reasons of the last build's findings by id; none where it cannot be read, as it is made again."""
    with suppress(CaseDamaged):
        return {f.id: f.reason for f in CaseView(case).weighed().findings}
    return {}
