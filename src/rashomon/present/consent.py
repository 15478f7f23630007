"""Whether what leaves a case keeps to what those who gave its reports agreed to."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import get_args

from rashomon.errors import UsageFault
from rashomon.model.case_settings import Consent, Use
from rashomon.model.document import Document, Original
from rashomon.present.resolve import Resolved
from rashomon.store.case_file import read_case_settings

_USES: tuple[Use, ...] = get_args(Use)


def check_consent(case: Path, opened: Resolved, use: Use) -> None:
    """Raise UsageFault, naming the reports, where one was given for less than this use; reports without a word are free."""
    consent = dict(read_case_settings(case).consent)
    _refuse([(d.file, agreed_use(d, consent)) for d in opened.documents.values()], use)


def check_whole(case: Path, shipped: Iterable[Original], use: Use) -> None:
    """Raise UsageFault where originals must not go out as they are: one is sealed, was given for less, or somebody in the case is protected.

    Asked of what is shipped, and not of what could be read: a letter that no reader opens names people too.
    """
    settings, originals = read_case_settings(case), list(shipped)
    consent = dict(settings.consent)
    sealed = sorted(o.appearances[0].file for o in originals if not o.goes_by().isdisjoint(settings.sealed))
    if sealed:
        raise UsageFault(f"sealed in case.toml, and in no bundle: {', '.join(sealed)}; take them out (rashomon remove)")
    _refuse([(o.appearances[0].file, agreed_use(o, consent)) for o in originals], use)
    if settings.protected:
        raise UsageFault(f"the originals name who is protected in case.toml: {', '.join(settings.protected)}")


def _refuse(given: Iterable[tuple[str, Consent | None]], use: Use) -> None:
    wrong = [f"{file} ({word})" for file, word in sorted(given) if word and not _covers(word, use)]
    if wrong:
        raise UsageFault(
            f"not given for this use ({use}): {'; '.join(wrong)}. Take them out (rashomon remove), make it for a narrower use "
            "(--for court, --for internal), or change [consent] in case.toml where they agreed to more"
        )


def _covers(agreed: Consent, use: Use) -> bool:
    return agreed != "withdrawn" and _USES.index(agreed) <= _USES.index(use)


def agreed_use(given: Document | Original, consent: dict[str, Consent]) -> Consent | None:
    """The narrowest of what is agreed of a report, by any name that it goes by; None where nothing is said."""
    words = {consent[name] for name in given.goes_by() & consent.keys()}
    return next((word for word in reversed(get_args(Consent)) if word in words), None)
