"""Reports: the list, one with its marks, and claims that a reader adds by selecting words."""

from __future__ import annotations

from typing import Any, get_args

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import UsageFault
from rashomon.model.claim import Claim, Property, Stance
from rashomon.model.document import Document
from rashomon.model.span import Quote
from rashomon.present.desk.marking import mark_text
from rashomon.present.desk.paging import turn
from rashomon.present.desk.places import parts_of, place_of
from rashomon.present.desk.render import back, live, page
from rashomon.present.desk.rosters import unread_rows
from rashomon.present.desk.signing import read_form, sign
from rashomon.present.lookup import cut_selector
from rashomon.present.resolve import Resolved
from rashomon.store.additions import Addition, Entered, make_addition, open_additions
from rashomon.text.fold import fold_words

PROPERTIES: tuple[str, ...] = get_args(Property)
STANCES: tuple[str, ...] = get_args(Stance)
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
        properties=PROPERTIES,
        stances=STANCES,
        address=found.url if found.url and found.url.startswith(("http://", "https://")) else None,
        additions=additions,
    )


def _entry(case: Resolved, correct: str | None) -> dict[str, Any]:
    """What the form for a new claim starts with: nothing, or the claim that is to be corrected."""
    claim: Claim | None = case.claims.get(correct or "")
    if claim is None:
        return {"words": "", "start": "", "property": "statement", "stance": "asserted", "said_by": "", "corrects": ""}
    said = claim.chain[-1].name if len(claim.chain) > 1 else ""
    return {"words": claim.quote, "start": claim.start, "property": claim.property, "stance": claim.stance,
            "said_by": said, "corrects": claim.id}  # fmt: skip


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
    addition = make_addition(cut_selector(case, found.id, quote), _entered(form), signed)
    await run_in_threadpool(open_additions(live(request).case).append, addition)
    return back(f"{place_of(case, found.id, quote.start)}#{addition.id}", name=signed.by)


def _entered(form: dict[str, str]) -> Entered:
    name, stance = form.get("property", ""), form.get("stance", "")
    if name not in PROPERTIES or stance not in STANCES:
        raise UsageFault("choose what the claim says, and how surely")
    return Entered(name, form.get("value", ""), form.get("about", ""), form.get("said_by", ""), stance,  # type: ignore[arg-type]
                   form.get("corrects") or None)  # fmt: skip


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
    """Every sentence that gave no claim though it has a figure, an accusation or a contact."""
    case = live(request).resolved
    return page(request, "unread.html", sheet=turn(request, unread_rows(case)), place_of=place_of)
