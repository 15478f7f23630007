"""All typed rules of this room, found in its files: which there are, where each stands, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from rashomon.model.ledger import RuleEntry
from rashomon.stages.claims import rules
from rashomon.stages.claims.rules.records import Need, Rule
from rashomon.stages.claims.rules.relations import Relation


@cache
def typed_rules() -> dict[str, Rule | Relation]:
    """Every rule by its id, in the order of files and lines."""
    return {rule.id: rule for _, rule in _found()}


@cache
def entries() -> tuple[RuleEntry, ...]:
    """The same in words, each with its file."""
    return tuple(_entry(file, rule) for file, rule in _found())


def _found() -> Iterator[tuple[str, Rule | Relation]]:
    for info in sorted(iter_modules(rules.__path__), key=lambda m: m.name):
        module = import_module(f"{rules.__name__}.{info.name}")
        for rule in getattr(module, "RULES", ()):
            yield f"stages/claims/rules/{info.name}.py", rule


def _entry(file: str, rule: Rule | Relation) -> RuleEntry:
    if isinstance(rule, Relation):
        return _of_sides(file, rule)
    return RuleEntry(
        rule.id,
        file,
        str(rule.gives),
        rule.why,
        tuple(sorted(rule.wakes)),
        rule.who,
        tuple(_need(n) for n in rule.needs),
        tuple(_need(n) for n in rule.any_of),
        rule.yes,
        rule.no,
    )


def _of_sides(file: str, rule: Relation) -> RuleEntry:
    """What a rule of two sides says of itself: it gives the property before the dot of its id."""
    gives = rule.id.partition(".")[0]
    sides = ", ".join(f"{role} {place}" for role, place in rule.sides)
    wakes = tuple(sorted(rule.wakes))
    return RuleEntry(rule.id, file, gives, rule.why, wakes, sides, rule.needs, (), rule.yes, rule.no)


def _need(need: Need) -> str:
    return f"{need.place}: {need.test}"
