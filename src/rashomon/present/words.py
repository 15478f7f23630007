"""The users' words for what the case holds: values, chains, stances, properties."""

from __future__ import annotations

from collections import Counter

from rashomon.model.account import Account
from rashomon.model.claim import ChainLink, Claim, Party, Value, is_worked_out
from rashomon.model.link import Incident, IncidentDate
from rashomon.present.resolve import Resolved
from rashomon.text.calendar import format_interval

PROPERTY = {
    "killed": "killed", "injured": "injured", "missing": "missing", "detained": "detained", "kidnapped": "kidnapped",
    "date": "date", "place": "place", "perpetrator": "named as having done it", "organizer": "named as organiser",
    "suspect": "named as suspect", "charge": "charged", "blame": "blamed", "responsibility": "claimed it",
    "victim": "victim", "target": "target", "weapon": "weapon", "alias": "also called", "role": "role",
    "affiliation": "belongs to", "birth_date": "born on", "birth_place": "born in", "phone": "telephone",
    "contact": "contact", "whereabouts": "whereabouts", "conviction": "convicted", "wanted": "wanted",
    "acquittal": "acquitted", "quashed": "verdict quashed", "sanctioned": "sanctioned", "released": "released",
    "tie": "tie", "amount": "amount", "death": "died", "found": "found", "dated": "dated", "statement": "statement",
}  # fmt: skip
"""A property as a row's heading; an accusation's heading says that it is somebody's word."""

ORDER = {name: n for n, name in enumerate(PROPERTY)}
BOUND = {
    "at_least": "at least ", "more_than": "more than ", "about": "about ", "at_most": "up to ",
    "fewer_than": "fewer than ", "exact": "", None: "",
}  # fmt: skip
STANCE = {
    "asserted": "",
    "alleged": "alleged",
    "possible": "possible",
    "denied": "denied",
    "unconfirmed": "unconfirmed",
    "undetermined": "the program could not tell how surely",
}
TIE = {
    "works_for": "works for", "directs": "directs", "protects": "protects", "pays": "pays", "supplies": "supplies",
    "handles": "handles", "recruits": "recruits", "hosts": "hosts", "member": "member of",
}  # fmt: skip
KIND = {
    "agreement": "agree", "conflict": "CONFLICT", "update": "update", "scope": "scope", "rounding": "rounding",
    "inconsistency": "INCONSISTENT", "sum": "sum", "dependence": "dependence", "drift": "drift", "clash": "CLASH",
    "gap": "gap",
}  # fmt: skip
STYLE = {
    "conflict": "bold red", "inconsistency": "bold red", "clash": "bold red", "update": "cyan", "scope": "cyan",
    "rounding": "dim", "drift": "yellow", "sum": "cyan", "dependence": "magenta", "gap": "yellow",
    "agreement": "green",
}  # fmt: skip
"""How a kind of finding looks in a terminal, the gravest first."""
SEVERITY = {kind: n for n, kind in enumerate(STYLE)}
DISPUTED = " (disputed)"
CONTACT_ROLE = {
    "from": "from", "to": "to", "with": "with", "present": "in the presence of", "asked_by": "at the request of",
    "about": "about", "payer": "paid by", "payee": "paid to", "on_behalf_of": "on behalf of",
}  # fmt: skip


def value_words(case: Resolved, claim: Claim) -> str:
    """What a claim says, as a table cell has it."""
    value = claim.value
    if claim.property == "contact":
        return contact_words(case, value)
    if claim.property == "tie":
        return f"{TIE.get(value.kind or '', 'tied to')} {case.entity_name(value.referent) or value.text or claim.quote}"
    if claim.property == "amount" or (value.number is not None and value.currency):
        return amount_words(case, claim)
    if value.number is not None:
        return count_words(value) + (" (worked out)" if is_worked_out(claim) else "")
    if value.earliest or value.latest:
        when = format_interval((value.earliest, value.latest))
        return f"{value.text} ({when})" if value.text and claim.property not in ("date", "dated") else when
    return value.text or case.entity_name(value.referent) or claim.quote


def amount_words(case: Resolved, claim: Claim) -> str:
    """A sum with its kind and parties."""
    value = claim.value
    currency = f" {value.currency}" if value.currency else ""
    number = f"{BOUND[value.bound]}{value.number:,}{currency}" if value.number is not None else ""
    words = [number or value.text or claim.quote]
    words += [f"({value.kind})"] if value.kind and value.kind != "other" else []
    return " ".join((*words, *(f"{CONTACT_ROLE[p.role]} {party_words(case, p)}" for p in value.parties)))


def governor_words(claim: Claim) -> str:
    """The words that govern a claim, each with its class; '' where there are none."""
    known = (
        (g.quote, "the program does not know what it does" if g.cls == "unknown" else g.cls) for g in claim.governors
    )
    return ", ".join(f"“{quote}” ({what})" for quote, what in known)


def count_words(value: Value) -> str:
    """A figure with its bound, what it counts, part of what, and whom it includes or leaves out."""
    words = f"{BOUND[value.bound]}{value.number:,}"
    words += f" {value.of}" if value.of else ""
    words += f", {value.part}" if value.part else ""
    words += f", including {', '.join(value.includes)}" if value.includes else ""
    words += f", without {', '.join(value.excludes)}" if value.excludes else ""
    return words + (f" (as of {value.as_of})" if value.as_of else "")


def contact_words(case: Resolved, value: Value) -> str:
    """A contact: kind, who with whom, and who was present or had asked, told apart."""
    words: list[str] = [value.kind or "contact"]
    words += [f"{CONTACT_ROLE[p.role]} {party_words(case, p)}" for p in value.parties]
    if value.earliest or value.latest:
        words.append(f"on {format_interval((value.earliest, value.latest))}")
    return " ".join(words)


def party_words(case: Resolved, party: Party) -> str:
    """A party as the case names it, else as the text has it."""
    return case.entity_name(party.referent) or party.text


def chain_words(case: Resolved, chain: tuple[ChainLink, ...]) -> str:
    """A chain in one line, outermost first: outlet ← whom it cites ← whom they cite."""
    return " ← ".join(case.entity_name(link.referent) or link.name for link in chain)


def stance_words(claim: Claim) -> str:
    """The stance where it is not plain assertion, and how the innermost speaker is said to know."""
    return ", ".join(w for w in (STANCE[claim.stance], basis_words(claim)) if w)


def basis_words(claim: Claim) -> str:
    """How the claim is said to be known; '' for the report's own voice."""
    return "" if claim.basis == "own" else claim.basis.replace("_", "-")


def date_words(date: IncidentDate | None) -> str:
    """An incident's date, with a word where accounts exclude each other."""
    if date is None:
        return "no date given"
    return format_interval((date.earliest, date.latest)) + (DISPUTED if date.disputed else "")


PLACE_NOT_AGREED = "place not agreed"


def is_disputed(incident: Incident) -> bool:
    """Whether several places are given for an incident, and none by most roots."""
    return incident.place is None and len(incident.places) > 1


def incident_words(case: Resolved, incident: Incident) -> str:
    """An incident in a line: title, place, date."""
    entity = case.entities.get(incident.place or "")
    where = f", {entity.name}" if entity and entity.name not in incident.title else ""
    where = f" ({PLACE_NOT_AGREED})" if is_disputed(incident) else where
    when = date_words(incident.date)
    if when.removesuffix(DISPUTED) in incident.title:
        return f"{incident.title}{where}{DISPUTED if when.endswith(DISPUTED) else ''}"
    return f"{incident.title}{where}, {when}"


def read_words(account: Account) -> str:
    """How many claims a report gave, and whether it was read only in part, or not: "3 in part (tr)", "not read (fr)"."""
    document, n = account.document, len(account.reading.claims)
    if document.claims_read:
        return str(n)
    language = f"({document.language or '?'})"
    return f"{n} in part {language}" if is_read_in_part(account) else f"not read {language}"


def is_read_in_part(account: Account) -> bool:
    """Whether a report's language is read by lists of words alone, and they found something in it."""
    return not account.document.claims_read and bool(account.reading.claims or account.reading.unread)


def reading_lines(case: Resolved) -> list[str]:
    """How many reports were read, in part, or not, with the languages; nothing where all were read."""
    foreign = [a for a in case.accounts if not a.document.claims_read]
    how = Counter(
        ("in part" if is_read_in_part(a) else "not read") + f" ({a.document.language or '?'})" for a in foreign
    )
    read = len(case.accounts) - len(foreign)
    return (
        [f"Reports: {', '.join([f'{read} read', *(f'{n} {words}' for words, n in sorted(how.items()))])}."]
        if how
        else []
    )


def day_words(published: str | None) -> str:
    """When a report was published, to the day."""
    return published[:10] if published else "not dated"
