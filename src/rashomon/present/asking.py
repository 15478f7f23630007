"""Whom to show, as it is asked on the terminal and in the desk: the questions of a case, and the answers as they are kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rashomon.errors import UsageFault
from rashomon.model.link import Signed
from rashomon.present.lookup import Found, select
from rashomon.present.masked import share_case
from rashomon.present.masking import Wishes
from rashomon.present.masking.relations import Relation, find_relations
from rashomon.present.masking.tokens import name_words
from rashomon.present.masking.whom import Candidate, candidates
from rashomon.present.resolve import Resolved, open_build
from rashomon.store.showings import make_showing, open_showings

REASON = "asked whom to show"


@dataclass(frozen=True, slots=True)
class Answer:
    """That an entity's name stays in what is shared, or goes."""

    entity: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Questions:
    """Whom it is asked about, and the phrases of the masked case that identify somebody by relation."""

    candidates: list[Candidate]
    relations: list[Relation]


def open_questions(folder: Path, wishes: Wishes) -> Questions:
    """The questions of the case in a folder. Raises UsageFault for wishes for names nobody bears."""
    return questions(folder, open_build(folder), wishes)


def questions(folder: Path, opened: Resolved, wishes: Wishes) -> Questions:
    """The questions of a case that is open."""
    shared = share_case(folder, opened, wishes)
    related = list(find_relations(shared.case, shared.plan)) if shared.plan else []
    return Questions(candidates(opened, open_showings(folder).read()), related)


def answer_named(folder: Path, show: Iterable[str], hide: Iterable[str]) -> list[Answer]:
    """Answers about people by name. Raises UsageFault where the case has nobody of that name, or several."""
    opened = open_build(folder)
    return [Answer(_named(opened, name), shown) for names, shown in ((show, True), (hide, False)) for name in names]


def _named(case: Resolved, name: str) -> str:
    wanted = name_words(name)
    people = [e for e in case.entities.values() if e.type == "person"]
    found = [e for e in people if name_words(e.name) == wanted]
    found = found or [e for e in people if any(name_words(case.referents[r].name) == wanted for r in e.referents)]
    if len(found) != 1:
        raise UsageFault(f"{'several people are' if found else 'nobody in this case is'} called {name!r}")
    return found[0].id


def write_answers(folder: Path, answers: Iterable[Answer], by: str, at: str, opened: Resolved | None = None) -> None:
    """Write answers down: each points at the person's first words in the reports, and holds for every later build."""
    case = opened or open_build(folder)
    log = open_showings(folder)
    for answer in answers:
        if answer.entity not in case.entities:
            raise UsageFault("there is nobody of that id in this case; a build may have joined two names into one")
        who = select(case, Found("entity", answer.entity))
        log.append(make_showing(who, case.entities[answer.entity].name, answer.shown, Signed(by, at, REASON)))
