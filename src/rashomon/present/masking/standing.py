"""Who holds a public role by the reports, and who is shielded whatever the role: minors always, victims and witnesses
unless the role is an office of a state."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.model.annotation import Mention
from rashomon.model.link import Entity
from rashomon.present.masking.lists import minors, public_fields, public_roles
from rashomon.present.masking.tokens import name_words
from rashomon.present.resolve import Resolved

_OWNED = re.compile(r"[\w-]+['’]s?(?=\s)")
_CUT = re.compile(r"\b(?:to|for|in|at|from|with|who|on|by|and|of)\b|[,;(]")
_AGE_AFTER = re.compile(r"^,? ?\(?(?:aged? )?(\d{1,2})\b(?! (?:years|months|days) (?:in|later|ago|of))(?![,.]?\d)")
_AGE_BEFORE = re.compile(r"\b(\d{1,2})[- ]?(?:year|month|week|day)[- ]?old(?: \w+){0,3} ?$")
_AGE_SAID = re.compile(r"^[,\s]+(?:who )?(?:is|was|who was) (\d{1,2})(?: years old)?[.,;]")
_AGED_AFTER = re.compile(r"^, (?:an? )?(\d{1,2})-(?:year|month|week|day)-old\b")
_BESIDE = re.compile(r"^,? an? ((?:[\w-]+ ){0,4}[\w-]+)")
ADULT = 18
WINDOW = 60
_TRAILING = frozenset({"elect", "designate", "emeritus", "general"})
HARM = frozenset({"victim", "killed", "injured", "missing", "kidnapped"})


def holds_public_role(case: Resolved, entity: Entity) -> bool:
    """True where a report gives the person a public role, and the person is not to be shielded all the same."""
    held = {firm for role in _roles(case, entity) if (firm := role_standing(role))}
    if not held or is_minor(case, entity):
        return False
    return "firm" in held or not is_shielded(case, entity)


def is_shielded(case: Resolved, entity: Entity) -> bool:
    """True for minors, victims and witnesses."""
    return is_minor(case, entity) or _is_victim(case, entity) or _is_witness(case, entity)


def role_standing(role: str) -> str | None:
    """Whether a role is held in public ("firm", "loose") or not: by its own noun, not by whose driver one is.

    A post that can be small ("leader", "field" in the list) counts where its words name what is public: a party, an army.
    """
    plain = _OWNED.sub(" ", f"{role} ")
    own, *rest = [part for part in _CUT.split(plain) if part.strip()] or [""]
    words = name_words(own)
    while len(words) > 1 and words[-1] in _TRAILING:
        words = words[:-1]
    around = {*words[:-1], *name_words(" ".join(rest[:1]))}
    found = {_weight(firm, around, bare=len(words) == 1 and not rest) for firm in _matched(words)}
    found |= {firm for firm in _matched(name_words(plain), several=True) if firm != "field"}
    return "firm" if "firm" in found else "loose" if "loose" in found else None


def _weight(firm: str, around: set[str], *, bare: bool) -> str | None:
    if firm != "field":
        return firm
    return "loose" if bare or around & public_fields() else None


def _matched(words: tuple[str, ...], *, several: bool = False) -> Iterator[str]:
    """How firmly the roles are held that the words end with; with `several`, that they begin with and an "of" is in."""
    text = f" {' '.join(words)} "
    for role, firm in public_roles().items():
        if text.startswith(f" {role} ") and " of" in role if several else text.endswith(f" {role} "):
            yield firm


def _roles(case: Resolved, entity: Entity) -> Iterator[str]:
    for claim in case.claims_of_entity.get(entity.id, []):
        own = case.entity(claim.subject.referent) == entity.id
        if own and claim.property == "role" and claim.stance in ("asserted", "alleged") and claim.value.text:
            yield claim.value.text


def _is_victim(case: Resolved, entity: Entity) -> bool:
    claims = case.claims_of_entity.get(entity.id, [])
    return any(
        c.property in HARM
        and c.stance != "denied"
        and entity.id in (case.entity(c.value.referent), case.entity(c.subject.referent))
        for c in claims
    )


def _is_witness(case: Resolved, entity: Entity) -> bool:
    return any(
        link.kind == "witness" and case.entity(link.referent) == entity.id
        for claim in case.said_by_entity.get(entity.id, [])
        for link in claim.chain
    )


def name_mentions(case: Resolved, entity: Entity) -> Iterator[tuple[str, Mention]]:
    """Every mention of an entity by a name, with its document's id."""
    for referent in entity.referents:
        for ident in case.referents[referent].mentions:
            found = case.mentions.get(ident)
            if found and found[1].form == "name":
                yield found


def is_minor(case: Resolved, entity: Entity) -> bool:
    """True where an age under 18, or a word for a child or pupil, stands beside one of the names."""
    return any(_young(case.documents[d].text, m) for d, m in name_mentions(case, entity))


def _young(text: str, mention: Mention) -> bool:
    before, after = text[max(0, mention.start - WINDOW) : mention.start], text[mention.end : mention.end + WINDOW]
    ages = (_AGE_AFTER.search(after), _AGE_BEFORE.search(before), _AGE_SAID.search(after), _AGED_AFTER.search(after))
    if any(m and int(m.group(1)) < ADULT for m in ages):
        return True
    last = name_words(before)[-1:] if before[-1:] == " " and before.rstrip()[-1:].isalpha() else ()
    beside = _BESIDE.match(after)
    return bool(minors().intersection((*last, *(name_words(beside.group(1)) if beside else ()))))
