"""What a person sets for one case (`CASE/case.toml`): how its reports are read, and who may be named outside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from rashomon.model.annotation import EntityType

Trust = Literal["figures", "check", "refuse"]
Use = Literal["publish", "court", "internal"]
"""What is made of a report outside the case, the widest first: who may use it so may use it in every later way."""
Consent = Literal["publish", "court", "internal", "withdrawn"]
"""The widest use that whoever gave a report agreed to; withdrawn: none any more."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What changes reading, and nothing else: it is part of the key under which a reading is kept.

    `day_first` says that 3/4/2021 is the third of April, `region` (ISO 3166) whose national telephone numbers are
    meant, `languages` (ISO 639) in which claims are read. The names are known to be a person's, a body's, a place's.
    """

    day_first: bool = False
    region: str | None = None
    languages: tuple[str, ...] = ("en",)
    names: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @property
    def known(self) -> dict[str, EntityType]:
        """Each name with its type; a name that stands in two lists is a person before a body before a place."""
        lists: tuple[tuple[tuple[str, ...], EntityType], ...] = (
            (self.places, "place"), (self.bodies, "organization"), (self.names, "person"),
        )  # fmt: skip
        return {name: kind for names, kind in lists for name in names}


@dataclass(frozen=True, slots=True)
class CaseSettings:
    """All that a case's settings say. `public` are names offered as shown, `protected` names that are always masked.

    `trust` says of other readers, by name, what becomes of what they propose. `sealed` are reports, by file name, id or
    sha256, whose text no other program is ever sent. `consent` says for which use reports were given, by the same names.
    """

    hints: Hints = field(default_factory=Hints)
    public: tuple[str, ...] = ()
    protected: tuple[str, ...] = ()
    trust: tuple[tuple[str, Trust], ...] = ()
    sealed: tuple[str, ...] = ()
    consent: tuple[tuple[str, Consent], ...] = ()
