"""The case as it may be shared: by the wishes of the moment over what people answered, masked once a build and kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from rashomon._version import __version__
from rashomon.present.masking import Masker, Plan, Wishes, make_plan, mask_whole
from rashomon.present.masking.whom import chosen
from rashomon.present.resolve import Resolved
from rashomon.store.kept import Kept, keep, read_kept
from rashomon.store.showings import open_showings
from rashomon.store.view import stamp


@dataclass(frozen=True, slots=True)
class Shared:
    """A case to be shared: masked, or as it is where the user wants nothing masked; and how further words are masked."""

    case: Resolved
    plan: Plan | None
    masker: Masker | None


def share_case(folder: Path, opened: Resolved, wishes: Wishes) -> Shared:
    """The case in a folder, of which `opened` is the last build, as it may be shared. Raises UsageFault for unknown names."""
    showings = open_showings(folder).read()
    public, protected = chosen(opened, showings)
    plan = make_plan(opened, wishes, public=public, protected=protected)
    if plan is None:
        return Shared(opened, None, None)
    set_in_case = (opened.case_settings.public, opened.case_settings.protected)
    key = _key(stamp(folder), wishes, sorted(public), sorted(protected), *map(sorted, set_in_case))
    kept = read_kept(folder, key)
    if kept is None:
        case, numbers = mask_whole(opened, plan)
        said = (tuple(case.accounts), case.linked, case.weighed, case.attached, case.rejected)
        keep(folder, key, Kept(*said, numbers))
        return Shared(case, plan, Masker(plan, numbers=numbers))
    case = Resolved(list(kept.accounts), kept.linked, kept.weighed, kept.attached, kept.rejected)
    return Shared(case, plan, Masker(plan, numbers=kept.numbers))


def _key(*parts: object) -> str:
    return sha256(_digest().encode() + msgspec.json.encode(parts)).hexdigest()


_SOURCES = ("present/masking", "data/masking", "data/who", "data/names", "text")


@cache
def _digest() -> str:
    """A hash over this version's masking: a copy that an older one made is not used."""
    digest = sha256(__version__.encode())
    for source in _SOURCES:
        for name, body in sorted(_contents(files("rashomon").joinpath(source), "")):
            digest.update(name.encode() + b"\0" + sha256(body).digest())
    return digest.hexdigest()


def _contents(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found = []
    for item in folder.iterdir():
        if item.is_dir() and item.name != "__pycache__":
            found += _contents(item, f"{path}/{item.name}")
        elif item.name.endswith((".py", ".txt", ".tsv")):
            found.append((f"{path}/{item.name}", item.read_bytes()))
    return found
