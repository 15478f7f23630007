"""Whether what leaves a case keeps to what those who gave its reports agreed to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from rashomon.errors import UsageFault
from rashomon.model.case_settings import Consent, Use
from rashomon.model.document import Document
from rashomon.present.resolve import Resolved
from rashomon.store.case_file import read_case_settings

_USES: tuple[Use, ...] = get_args(Use)


def check_consent(case: Path, opened: Resolved, use: Use) -> None:
    """Raise UsageFault, naming the reports, where one was given for less than this use; reports without a word are free."""
    consent = dict(read_case_settings(case).consent)
    wrong = list(_uncovered(opened, consent, use)) if consent else []
    if wrong:
        raise UsageFault(
            f"not given for this use ({use}): {'; '.join(wrong)}. Take them out (rashomon remove), make it for a narrower use "
            "(--for court, --for internal), or change [consent] in case.toml where they agreed to more"
        )


def check_whole(case: Path, opened: Resolved) -> None:
    """Raise UsageFault where the originals themselves must not go out: a report is sealed, or somebody in the case is protected."""
    settings = read_case_settings(case)
    sealed = [d.file for d in opened.documents.values() if not d.goes_by().isdisjoint(settings.sealed)]
    if sealed:
        raise UsageFault(
            f"sealed in case.toml, and in no bundle: {', '.join(sorted(sealed))}; take them out (rashomon remove)"
        )
    if settings.protected:
        raise UsageFault(f"the originals name who is protected in case.toml: {', '.join(settings.protected)}")


def _uncovered(opened: Resolved, consent: dict[str, Consent], use: Use) -> Iterator[str]:
    for document in sorted(opened.documents.values(), key=lambda d: d.file):
        agreed = agreed_use(document, consent)
        if agreed == "withdrawn" or (agreed and _USES.index(agreed) > _USES.index(use)):
            yield f"{document.file} ({agreed})"


def agreed_use(document: Document, consent: dict[str, Consent]) -> Consent | None:
    """The narrowest of what is agreed of a report, by any name that it goes by; None where nothing is said."""
    words = {consent[name] for name in document.goes_by() & consent.keys()}
    return next((word for word in reversed(get_args(Consent)) if word in words), None)
