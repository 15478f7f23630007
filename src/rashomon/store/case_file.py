"""`CASE/case.toml`: what a person sets for one case, and the lists of names that it points to."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from rashomon.errors import UsageFault
from rashomon.model.case_settings import CaseSettings, Consent, Hints, Trust
from rashomon.store.regular import read_regular

FILE = "case.toml"
_LISTS = ("names", "bodies", "places", "public", "protected", "sealed")
KEYS = ("day_first", "region", "languages", *_LISTS, "trust", "consent")


def read_case_settings(case: Path) -> CaseSettings:
    """What `case.toml` in a case's folder says; the defaults where there is none.

    Raises UsageFault, which names the file, the key and the reason, for whatever cannot be meant.
    """
    path = case / FILE
    rows = _load(path)
    for key in rows:
        if key not in KEYS:
            raise _fault(path, key, f"is not known; known are {', '.join(KEYS)}")
    lists = {key: _names(path, key, rows[key]) for key in _LISTS if key in rows}
    _check_apart(path, lists)
    hints = Hints(
        day_first=_flag(path, "day_first", rows.get("day_first", False)),
        region=_region(path, rows["region"]) if "region" in rows else None,
        languages=_languages(path, rows["languages"]) if "languages" in rows else Hints().languages,
        **{key: tuple(sorted(lists.get(key, ()))) for key in ("names", "bodies", "places")},
    )
    trust = _trust(path, rows.get("trust", {}))
    consent = _consent(path, rows.get("consent", {}))
    return CaseSettings(
        hints, lists.get("public", ()), lists.get("protected", ()), trust, lists.get("sealed", ()), consent
    )


def _fault(path: Path, key: str, reason: str) -> UsageFault:
    return UsageFault(f"{path}: {key} {reason}")


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(read_regular(path).decode("utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as fault:
        raise UsageFault(f"{path}: cannot be read: {fault.strerror}") from fault
    except UnicodeDecodeError as fault:
        raise UsageFault(f"{path}: is not UTF-8") from fault
    except tomllib.TOMLDecodeError as fault:
        raise UsageFault(f"{path}: is no TOML: {fault}") from fault


def _flag(path: Path, key: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise _fault(path, key, f"is {value!r}; true or false is meant")
    return value


def _region(path: Path, value: object) -> str:
    if not (isinstance(value, str) and re.fullmatch("[A-Za-z]{2}", value)):
        raise _fault(path, "region", f'is {value!r}; two letters as in "TR" or "GB" are meant')
    return value.upper()


def _languages(path: Path, value: object) -> tuple[str, ...]:
    if not (isinstance(value, list) and value):
        raise _fault(path, "languages", f'is {value!r}; a list as in ["en"] is meant')
    for code in value:
        if not (isinstance(code, str) and re.fullmatch("[A-Za-z]{2,3}", code)):
            raise _fault(path, "languages", f'holds {code!r}; two or three letters as in "en" are meant')
    return tuple(sorted({code.lower() for code in value}))


def _trust(path: Path, value: object) -> tuple[tuple[str, Trust], ...]:
    """What becomes of proposals, by reader; one word alone stands for every reader, under "*"."""
    if value in get_args(Trust):
        value = {"*": value}
    if not isinstance(value, dict):
        raise _fault(path, "trust", f"is {value!r}; a table [trust] or one of {', '.join(get_args(Trust))} is meant")
    for reader, word in value.items():
        if word not in get_args(Trust):
            raise _fault(path, f"trust.{reader}", f"is {word!r}; one of {', '.join(get_args(Trust))} is meant")
    return tuple(sorted(value.items()))


def _consent(path: Path, value: object) -> tuple[tuple[str, Consent], ...]:
    """For which use each report was given, by its name."""
    if not isinstance(value, dict):
        raise _fault(path, "consent", f"is {value!r}; a table [consent] with a line for each report is meant")
    for name, word in value.items():
        if word not in get_args(Consent):
            raise _fault(path, f"consent.{name}", f"is {word!r}; one of {', '.join(get_args(Consent))} is meant")
    return tuple(sorted(value.items()))


def _names(path: Path, key: str, value: object) -> tuple[str, ...]:
    """The names of a list, or of the file that is named in its place."""
    found = _listed(path, key, value) if isinstance(value, str) else value
    if not isinstance(found, list):
        raise _fault(path, key, f"is {value!r}; a list of names, or the name of a .txt or .csv file, is meant")
    for name in found:
        if not (isinstance(name, str) and any(map(str.isalnum, name))):
            raise _fault(path, key, f"holds {name!r}, which is no name")
    return tuple(dict.fromkeys(" ".join(name.split()) for name in found))


def _listed(path: Path, key: str, name: str) -> list[str]:
    """The names in a file beside `case.toml`."""
    file = path.parent / name
    if file.suffix.lower() not in (".txt", ".csv"):
        raise _fault(path, key, f"is {name!r}; a list of names, or the name of a .txt or .csv file, is meant")
    if not file.resolve().is_relative_to(path.parent.resolve()):
        raise _fault(path, key, f"names {name}, which lies outside the case's folder")
    try:
        text = read_regular(file).decode("utf-8-sig")
        return _column(text) if file.suffix.lower() == ".csv" else _lines(text)
    except OSError as fault:
        raise _fault(path, key, f"names {name}, which cannot be read: {fault.strerror}") from fault
    except UnicodeDecodeError as fault:
        raise _fault(path, key, f"names {name}, which is not UTF-8") from fault
    except csv.Error as fault:
        raise _fault(path, key, f"names {name}, which cannot be read as CSV: {fault}") from fault


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _column(text: str) -> list[str]:
    """The column with the head `name`; the first one, from the first line on, where no head says so."""
    rows = list(csv.reader(text.splitlines()))
    head = [cell.strip().casefold() for cell in rows[0]] if rows else []
    at = head.index("name") if "name" in head else 0
    cells = (row[at] for row in rows["name" in head :] if len(row) > at)
    return [cell for cell in cells if cell.strip()]


def _check_apart(path: Path, lists: Mapping[str, tuple[str, ...]]) -> None:
    """Nobody can be both shown and protected."""
    both = set(lists.get("public", ())) & set(lists.get("protected", ()))
    if both:
        raise _fault(path, "protected", f"holds {sorted(both)[0]!r}, who stands in public too")
