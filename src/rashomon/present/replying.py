"""Sentences near an accusation that may be a reply to it: offered to a reader as they stand, never taken for one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rashomon.model.account import Account
from rashomon.model.annotation import Sentence
from rashomon.model.claim import Claim
from rashomon.present.resolve import Resolved
from rashomon.text.fold import fold_words

NONE_FOUND = "The program found no reply in these reports; that does not mean that none was given."
OFFERED = "perhaps a reply; read it"
MOST = 6
"""Candidates that are offered beside one accusation."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may reply: its report, where it stands, its words."""

    document: str
    start: int
    end: int
    quote: str


@cache
def reply_words() -> dict[str, frozenset[str]]:
    """The words of each class."""
    found: dict[str, set[str]] = defaultdict(set)
    text = (files("rashomon") / "data" / "report" / "reply_words.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kind, _, word = line.partition("\t")
            found[kind].add(fold_words(word))
    return {kind: frozenset(words) for kind, words in found.items()}


@lru_cache(maxsize=65536)
def has_word(text: str, kind: str) -> bool:
    """Whether a word of a class stands in a text."""
    folded = fold_words(text)
    words = reply_words()[kind]
    return not words.isdisjoint(folded.split()) or any(f" {w} " in f" {folded} " for w in words if " " in w)


def is_expert(claim: Claim) -> bool:
    """Whether the innermost speaker is an expert, whose negative finding is nobody's reply."""
    return bool(claim.chain) and has_word(claim.chain[-1].name, "expert")


def may_reply(text: str, *, own: bool) -> bool:
    """Whether a sentence denies, pleads, rejects, or comes from a lawyer or family; `own`: the accusation's own one."""
    spoken_for = has_word(text, "counsel") or has_word(text, "family")
    if has_word(text, "expert") and not spoken_for:
        return False
    return has_word(text, "deny") or (not own and spoken_for and has_word(text, "say"))


def candidates(case: Resolved, claim: Claim) -> list[Candidate]:
    """The sentences of an accusation's paragraph, and of those before and after it, that may reply to it.

    And those of the same report that deny something and name the accused, however far away.
    """
    account = case.account_of[claim.document]
    found = []
    for sentence, own in (*_near(account, claim), *_of_accused(case, account, claim)):
        quote = account.document.text[sentence.start : sentence.end]
        if may_reply(quote, own=own):
            found.append(Candidate(claim.document, sentence.start, sentence.end, quote))
    return list(dict.fromkeys(found))[:MOST]


def _of_accused(case: Resolved, account: Account, claim: Claim) -> Iterator[tuple[Sentence, bool]]:
    ids = {case.entity(r) for r in (claim.subject.referent, claim.value.referent)} - {None}
    places = [m.start for m in account.annotations.mentions if m.form == "name" and case.entity(m.referent) in ids]
    for sentence in account.annotations.sentences:
        if sentence.block != "boilerplate" and any(sentence.start <= at < sentence.end for at in places):
            yield sentence, True


def offered(case: Resolved, claims: Iterable[Claim], known: Iterable[Claim]) -> list[Candidate]:
    """The candidates beside some accusations, each once, without those that are replies already."""
    near = {(c.document, c.start): c for claim in claims for c in candidates(case, claim)}
    told = list(known)
    return [c for c in near.values() if not any(_within(t, c) for t in told)]


def _within(claim: Claim, candidate: Candidate) -> bool:
    return claim.document == candidate.document and claim.start < candidate.end and candidate.start < claim.end


def _near(account: Account, claim: Claim) -> Iterator[tuple[Sentence, bool]]:
    sentences = [s for s in account.annotations.sentences if s.block != "boilerplate"]
    order = {p: n for n, p in enumerate(dict.fromkeys(s.paragraph for s in sentences))}
    here = {order[s.paragraph] for s in sentences if s.start < claim.end and claim.start < s.end}
    for sentence in sentences:
        if any(abs(order[sentence.paragraph] - n) <= 1 for n in here):
            yield sentence, sentence.start < claim.end and claim.start < sentence.end
