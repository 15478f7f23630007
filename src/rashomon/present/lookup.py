"""From what a person typed to what is meant: an id, the start of one, or a name of something in the case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rashomon.errors import UsageFault
from rashomon.model.link import Selector
from rashomon.model.span import Quote
from rashomon.present.resolve import Resolved
from rashomon.text.fold import fold_words

Kind = Literal["incident", "entity", "document", "finding", "claim", "referent", "occurrence", "proposal"]
CONTEXT = 32
"""Characters kept before and after a selected quote, as in W3C Web Annotation examples."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a word stands for: its kind and its whole id."""

    kind: Kind
    id: str


def look_up(case: Resolved, what: str) -> Found:
    """The one thing that is meant; raises UsageFault when there is none, or several, which it then lists."""
    exact = [f for f in _everything(case) if f.id == what]
    found = exact or [f for f in _everything(case) if len(what) > 4 and f.id.startswith(what)]
    found = found or list(dict.fromkeys(_named(case, what)))
    if not found:
        raise UsageFault(f"nothing in this case is called {what!r}; `rashomon show CASE` lists what there is")
    if len(found) > 1:
        lines = "\n".join(f"  {f.id}  {f.kind}  {label(case, f)}" for f in found[:12])
        raise UsageFault(f"{what!r} can mean {len(found)} things; name one by its id:\n{lines}")
    return found[0]


def names_something(case: Resolved, what: str) -> bool:
    """Whether something in the case has this id or name."""
    return any(f.id == what for f in _everything(case)) or any(True for _ in _named(case, what))


def label(case: Resolved, found: Found) -> str:
    """A short name for something in the case."""
    if found.kind == "entity":
        return f"{case.entities[found.id].name} ({case.entities[found.id].type})"
    if found.kind == "incident":
        return case.incidents[found.id].title
    if found.kind == "document":
        return case.documents[found.id].file
    if found.kind == "finding":
        return case.findings[found.id].reason
    if found.kind == "proposal":
        return f"{case.proposals[found.id].proposal.property}: {case.proposals[found.id].proposal.quote}"
    if found.kind == "referent":
        return case.referents[found.id].name
    return case.claims[found.id].quote if found.kind == "claim" else case.occurrences[found.id].mentions[0].quote


def _everything(case: Resolved) -> Iterator[Found]:
    yield from (Found("incident", i) for i in case.incidents)
    yield from (Found("entity", i) for i in case.entities)
    yield from (Found("document", i) for i in case.documents)
    yield from (Found("finding", i) for i in case.findings)
    yield from (Found("claim", i) for i in case.claims)
    yield from (Found("proposal", i) for i in case.proposals)
    yield from (Found("referent", i) for i in case.referents)
    yield from (Found("occurrence", i) for i in case.occurrences)


def _named(case: Resolved, what: str) -> Iterator[Found]:
    """Files by name; entities by any name, else by a part of one; incidents by a part of their title."""
    wanted = fold_words(what)
    if not wanted:
        return
    files = [Found("document", d.id) for d in case.documents.values() if what in (d.file, d.sha256)]
    names = list(_names(case))
    whole = [Found("entity", i) for name, i in names if name == wanted]
    part = [Found("entity", i) for name, i in names if f" {wanted} " in f" {name} "]
    titles = [Found("incident", i.id) for i in case.incidents.values() if wanted in fold_words(i.title)]
    yield from files or whole or [*part, *titles]


def _names(case: Resolved) -> Iterator[tuple[str, str]]:
    for entity in case.entities.values():
        for ident in entity.referents:
            referent = case.referents[ident]
            if referent.named:
                yield fold_words(referent.name), entity.id
                yield from ((fold_words(a.name), entity.id) for a in referent.aliases)


def select(case: Resolved, found: Found) -> Selector:
    """A Web Annotation selector for the words by which a person knows it: a claim's quote, a first mention."""
    if found.kind == "claim":
        claim = case.claims[found.id]
        return cut_selector(case, claim.document, Quote(claim.start, claim.end, claim.quote))
    if found.kind == "proposal":
        return cut_selector(case, case.document_of(case.proposals[found.id]), case.proposals[found.id].words)
    if found.kind in ("incident", "occurrence"):
        ident = case.incidents[found.id].occurrences[0] if found.kind == "incident" else found.id
        return cut_selector(case, case.occurrences[ident].document, case.occurrences[ident].mentions[0])
    if found.kind in ("entity", "referent"):
        ident = case.entities[found.id].referents[0] if found.kind == "entity" else found.id
        document, mention = case.mentions[case.referents[ident].mentions[0]]
        return cut_selector(case, document, Quote(mention.start, mention.end, mention.quote))
    raise UsageFault(f"a decision cannot be about a {found.kind}")


def cut_selector(case: Resolved, document: str, quote: Quote) -> Selector:
    """The selector of some words in a document: quote, what stands before and after, position."""
    origin = case.documents[document]
    before = origin.text[max(0, quote.start - CONTEXT) : quote.start]
    after = origin.text[quote.end : quote.end + CONTEXT]
    return Selector(origin.sha256, quote.quote, before, after, quote.start, quote.end)
