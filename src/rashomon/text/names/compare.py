"""Compare two names by what they name: a person by parts, a body or place by its distinctive words."""

from __future__ import annotations

from functools import lru_cache

from rashomon.text.fold import fold_words
from rashomon.text.names.match import NameMatch
from rashomon.text.names.organizations import compare_organizations, looks_like_organization
from rashomon.text.names.persons import compare_persons
from rashomon.text.names.scripts import compare_scripts, differ_in_script


@lru_cache(maxsize=131072)
def compare_names(a: str, b: str, type: str | None = None) -> NameMatch:  # noqa: A002 - the contract's word
    """How surely two names are of one bearer: a score from 0 to 1, the verdict, and one sentence that says why.

    `type` is an entity type of the export; without one, names that hold a legal form or a word such as "ministry" are
    taken for bodies and all others for persons.
    """
    folded = fold_words(a), fold_words(b)
    if not all(folded):
        return NameMatch(0.0, False, "One of the names holds no letters.")
    if folded[0] == folded[1] and not (type == "person" and differ_in_script(a, b)):
        return NameMatch(1.0, True, f"“{a}” and “{b}” are spelled alike.")
    a, b = sorted((a, b))
    if type in ("person", None) and differ_in_script(a, b):
        return compare_scripts(a, b)
    if type == "person" or (type is None and not looks_like_organization(a) and not looks_like_organization(b)):
        return compare_persons(a, b)
    return compare_organizations(a, b)
