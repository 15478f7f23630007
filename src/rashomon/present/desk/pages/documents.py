"""Reports: the list, one with its marks, and claims that a reader adds by selecting words."""

from __future__ import annotations

from typing import Any, cast, get_args

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import UsageFault
from rashomon.model.account import Account
from rashomon.model.addition import Addition
from rashomon.model.claim import COUNTS, Claim, Property, Stance
from rashomon.model.document import Document
from rashomon.model.link import Selector
from rashomon.model.span import Quote
from rashomon.present.desk.marking import mark_text
from rashomon.present.desk.paging import turn
from rashomon.present.desk.places import parts_of, place_of
from rashomon.present.desk.render import back, live, page
from rashomon.present.desk.rosters import unread_rows
from rashomon.present.desk.signing import read_form, sign
from rashomon.present.lookup import Found, cut_selector, select
from rashomon.present.resolve import Resolved
from rashomon.present.words import incident_words
from rashomon.stages.claims.entered import entered_id, read_value
from rashomon.store.additions import Entered, make_addition, open_additions
from rashomon.text.fold import fold_words

PROPERTIES: tuple[str, ...] = get_args(Property)
STANCES: tuple[str, ...] = tuple(s for s in get_args(Stance) if s != "undetermined")
"""How surely a person can say that a claim stands: what the program could not tell, a person tells."""
WANTED = {
    "number": "write the figure in digits, with its bound if the report gives one: 12, at least 12, about 300",
    "day": "write the day as 2015-10-10, a month as 2015-10, a period as 2015-10-10/2015-10-12",
}
"""What to write where a value cannot be read."""
LONGEST_QUOTE = 2000
"""Characters of an added claim's words."""


def documents(request: Request) -> Response:
    """The list of reports."""
    case = live(request).resolved
    wanted = {k: request.query_params.get(k, "") for k in ("q", "outlet", "read", "by")}
    words = fold_words(wanted["q"])
    found = [a for a in case.accounts if _fits(a.document, wanted, words)]
    if wanted["by"] == "date":
        found.sort(key=lambda a: a.document.published or "~")
    outlets = sorted({d.publisher for d in case.documents.values() if d.publisher})
    return page(request, "documents.html", sheet=turn(request, found), wanted=wanted, outlets=outlets)


def _fits(document: Document, wanted: dict[str, str], words: str) -> bool:
    if wanted["outlet"] and document.publisher != wanted["outlet"]:
        return False
    if wanted["read"] == "no" and document.claims_read:
        return False
    return not words or words in fold_words(f"{document.title or ''} {document.file} {document.publisher or ''}")


def document(request: Request) -> Response:
    """One report with its marks, its claims in the margin."""
    case = live(request).resolved
    account = case.account_of.get(request.path_params["ident"])
    if account is None:
        raise UsageFault("there is no such report in this case; it may have been withdrawn")
    found = account.document
    parts = parts_of(found)
    asked = request.query_params.get("part", "1")
    number = min(len(parts), max(1, int(asked))) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1
    additions = additions_of(request, found)
    return page(
        request,
        "document.html",
        document=found,
        account=account,
        paragraphs=mark_text(case, account, parts[number - 1], additions),
        part=number,
        parts=len(parts),
        entry=_entry(case, request.query_params.get("correct")),
        subjects=_subjects(case, account),
        built={a.id: entered_id(a) for a in additions if entered_id(a) in case.claims},
        properties=PROPERTIES,
        stances=STANCES,
        address=found.url if found.url and found.url.startswith(("http://", "https://")) else None,
        additions=additions,
    )


def _entry(case: Resolved, correct: str | None) -> dict[str, Any]:
    """What the form for a new claim starts with: nothing, or the claim that is to be corrected."""
    claim: Claim | None = case.claims.get(correct or "")
    if claim is None:
        return {"words": "", "start": "", "property": "statement", "stance": "asserted", "said_by": "", "corrects": "",
                "subject": ""}  # fmt: skip
    said = claim.chain[-1].name if len(claim.chain) > 1 else ""
    return {"words": claim.quote, "start": claim.start, "property": claim.property, "stance": claim.stance,
            "said_by": said, "corrects": claim.id,
            "subject": claim.subject.occurrence or claim.subject.referent or ""}  # fmt: skip


def _subjects(case: Resolved, account: Account) -> list[tuple[str, str]]:
    """Of whom or what a claim of this report can be: its incidents, then those it names; local id and words."""
    told = [(o.id, incident_words(case, case.incidents[i])) for o in account.reading.occurrences
            if (i := case.incident(o.id))]  # fmt: skip
    named = [(r.id, case.entity_name(r.id) or r.name) for r in account.annotations.referents
             if r.named and r.type in ("person", "organization", "document")]  # fmt: skip
    return told + sorted(named, key=lambda row: fold_words(row[1]))


def additions_of(request: Request, found: Document) -> list[Addition]:
    """The standing additions to one report whose words still stand where they stood."""
    every = open_additions(live(request).case).read()
    return [
        a for a in every
        if not a.withdrawn and a.words.sha256 == found.sha256
        and found.text[a.words.start : a.words.end] == a.words.exact
    ]  # fmt: skip


async def add_claim(request: Request) -> Response:
    """Keep a claim that a reader found."""
    form = await read_form(request)
    case = live(request).resolved
    found = case.documents.get(request.path_params["ident"])
    if found is None:
        raise UsageFault("there is no such report in this case")
    signed = sign(request, form)
    quote = find_words(found.text, form.get("words", ""), form.get("start", ""))
    entered = _entered(case, found.id, form)
    addition = make_addition(cut_selector(case, found.id, quote), entered, signed)
    await run_in_threadpool(open_additions(live(request).case).append, addition)
    return back(f"{place_of(case, found.id, quote.start)}#{addition.id}", name=signed.by)


def _entered(case: Resolved, document: str, form: dict[str, str]) -> Entered:
    name, stance = form.get("property", ""), form.get("stance", "")
    if name not in PROPERTIES or stance not in STANCES:
        raise UsageFault("choose what the claim says, and how surely")
    prop, value = cast(Property, name), form.get("value", "")
    if read_value(prop, value, form.get("words", "")) is None:
        raise UsageFault(WANTED["number" if prop in COUNTS else "day"])
    about, subject = _about(case, document, form.get("subject", ""))
    return Entered(prop, value, about, form.get("said_by", ""), cast(Stance, stance), form.get("corrects") or None,
                   subject)  # fmt: skip


def _about(case: Resolved, document: str, ident: str) -> tuple[str, Selector | None]:
    """What was chosen of the report's incidents and names, in words and where it stands; nothing where it was left open."""
    account = case.account_of[document]
    words = dict(_subjects(case, account)).get(ident)
    if not ident or words is None:
        return "", None
    return words, select(case, Found("occurrence" if ident in case.occurrences else "referent", ident))


def find_words(text: str, words: str, start: str) -> Quote:
    """Where the selected words stand: at the place the page gives, else at their only one. Raises UsageFault."""
    words = words.replace("\r\n", "\n")
    if not words or len(words) > LONGEST_QUOTE:
        raise UsageFault(f"select the words that carry the claim, at most {LONGEST_QUOTE} characters")
    if start.isascii() and start.isdigit() and len(start) < 12:
        at = int(start)
        for near in (at, text.find(words, max(0, at - 4), at + len(words) + 4)):
            if near >= 0 and text[near : near + len(words)] == words:
                return Quote(near, near + len(words), words)
    count = text.count(words)
    if count != 1:
        reason = "do not stand in this report" if not count else f"stand in it {count} times; select more of them"
        raise UsageFault(f"the words {reason}")
    return Quote(text.index(words), text.index(words) + len(words), words)


async def withdraw_addition(request: Request) -> Response:
    """Take an added claim back."""
    form = await read_form(request)
    signed = sign(request, form)
    log = open_additions(live(request).case)
    await run_in_threadpool(log.withdraw, request.path_params["addition"], signed)
    return back(f"/documents/{request.path_params['ident']}", name=signed.by)


def unread(request: Request) -> Response:
    """Every sentence with a figure, an accusation or a contact that was not read, or not wholly."""
    case = live(request).resolved
    return page(request, "unread.html", sheet=turn(request, unread_rows(case)), place_of=place_of)
