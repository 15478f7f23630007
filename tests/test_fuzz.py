"""Reports that were cut, shuffled, joined and spoilt: no stage breaks, and everything that is said still stands."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rashomon.errors import SetAside
from rashomon.model.account import Account
from rashomon.model.case_settings import Hints
from rashomon.model.document import Appearance, Original
from rashomon.present.example import example_folder
from rashomon.settings import DEFAULT_MODEL
from rashomon.stages.acquire import acquire
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser
from rashomon.stages.claims import read_claims
from rashomon.stages.link import link
from rashomon.stages.weigh import weigh

ODD = ["\u202e", "\u0130", "ﬁ", "\x00", "👩‍👩‍👧", "\ufeff", "“", '"', "(", "—", "\u00a0", "'", "\u2028", "1,2,3", "999999999999999999999",
       "+", "%", "killed killed", "May 31 and 32", "24:61", "\ud800", "ẞ", "İ"]  # fmt: skip


def shuffled(text: str, chance: random.Random) -> str:
    sentences = re.split(r"(?<=[.!?])\s+", text)
    chance.shuffle(sentences)
    return " ".join(sentences)


def thinned(text: str, chance: random.Random) -> str:
    return " ".join(s for s in re.split(r"(?<=[.!?])\s+", text) for _ in range(chance.choice((0, 1, 1, 2))))


def stripped(text: str, chance: random.Random) -> str:
    return re.sub(chance.choice((r"[^\w\s]", r"[.,]", r"\d", r"[“”\"]")), "", text)


def joined(text: str, chance: random.Random) -> str:
    return text.replace("\n", chance.choice(("", " ", "\n\n", "\r")))


def spoilt(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 30)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(ODD) + text[at + chance.choice((0, 0, 1, 7)) :]
    return text


def recased(text: str, chance: random.Random) -> str:
    return chance.choice((str.upper, str.lower, str.title))(text)


def cut(text: str, chance: random.Random) -> str:
    start, end = sorted((chance.randrange(len(text) + 1), chance.randrange(len(text) + 1)))
    return text[start:end]


def words_shuffled(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


CHANGES: tuple[Callable[[str, random.Random], str], ...] = (
    shuffled, thinned, stripped, joined, spoilt, recased, cut, words_shuffled,
)  # fmt: skip


def mutate(text: str, chance: random.Random) -> str:
    """A text after one to three changes."""
    for change in chance.sample(CHANGES, chance.randint(1, 3)):
        text = change(text, chance)
    return text


@cache
def parser() -> Parser:
    return Parser(DEFAULT_MODEL)


@cache
def reports() -> tuple[str, ...]:
    with example_folder() as folder:
        return tuple(p.read_text(encoding="utf-8") for p in sorted(folder.iterdir()) if p.suffix in (".txt", ".html"))


def read(text: str, name: str) -> Account | None:
    """A text through the three document stages; None where it is set aside with a reason."""
    data = text.encode("utf-8", "surrogatepass")
    seen = Appearance(name, published="2021-05-20", publisher="The Fuzz")
    try:
        document = acquire(data, Original(sha256(data).hexdigest(), (seen,)))
    except SetAside as fault:
        assert str(fault)
        return None
    annotations = annotate(document, parser().parse(document), Hints(region="TR"))
    return Account(document, annotations, read_claims(document, annotations))


def spans(account: Account) -> Iterator[tuple[int, int, str]]:
    """Every range with the words that are said to stand there."""
    a, r = account.annotations, account.reading
    for item in (*a.mentions, *a.times, *a.quantities, *a.phones, *r.claims, *r.unread):
        yield item.start, item.end, item.quote
    quotes = [q for x in r.attributions for q in (*x.source, *x.cue, *x.content)]
    quotes += [q for o in r.occurrences for q in o.mentions]
    quotes += [link.cue for c in r.claims for link in c.chain if link.cue]
    quotes += [alias.evidence for x in a.referents for alias in x.aliases]
    for quote in quotes:
        yield quote.start, quote.end, quote.quote


def check(account: Account) -> None:
    """Raise AssertionError unless the words stand where they are said to and every pointer leads somewhere."""
    text, a, r = account.document.text, account.annotations, account.reading
    assert all(text[start:end] == quote and quote for start, end, quote in spans(account))
    for records in (a.mentions, a.referents, r.claims, r.attributions, r.occurrences):
        assert len({x.id for x in records}) == len(records)
    referents, occurrences = {x.id for x in a.referents}, {o.id for o in r.occurrences}
    claims, attributions = {c.id for c in r.claims}, {x.id for x in r.attributions}
    for claim in r.claims:
        parties = [p.referent for p in claim.value.parties]
        pointed = {claim.subject.referent, claim.value.referent, *parties, *(x.referent for x in claim.chain)}
        assert pointed - {None} <= referents
        assert claim.subject.occurrence in {None, *occurrences}
        assert claim.repeats in {None, *claims} - {claim.id}
        assert claim.attribution in {None, *attributions}
        assert claim.chain
        assert claim.root is None or 0 <= claim.root < len(claim.chain)
    assert {x.parent for x in r.attributions} <= {None, *attributions}
    assert {x.speaker for x in r.attributions} <= {None, *referents}
    assert {m.referent for m in a.mentions} <= {None, *referents}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**9))
def test_a_spoilt_report_breaks_nothing(seed: int) -> None:
    chance = random.Random(seed)
    text = chance.choice(reports())
    account = read(mutate(text, chance), "spoilt.html" if text.lstrip().startswith("<") else "spoilt.txt")
    if account:
        check(account)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**9))
def test_spoilt_reports_are_linked_and_weighed(seed: int) -> None:
    chance = random.Random(seed)
    texts = {mutate(text, chance) for text in reports() for _ in range(2) if not text.lstrip().startswith("<")}
    found = {a.document.id: a for a in (read(text, f"{n}.txt") for n, text in enumerate(sorted(texts, key=repr))) if a}
    accounts = [found[ident] for ident in sorted(found)]
    linked, _ = link(accounts, ())
    weighed = weigh(accounts, linked)
    claims = {c.id for a in accounts for c in a.reading.claims}
    assert {c for f in weighed.findings for c in f.claims} <= claims
    assert len({f.id for f in weighed.findings}) == len(weighed.findings)
    assert all(f.reason for f in weighed.findings)
    referents = [r for e in linked.entities for r in e.referents]
    assert len(referents) == len(set(referents))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
@example("IF")
def test_any_text_at_all_breaks_nothing(text: str) -> None:
    for name in ("any.txt", "any.html"):
        account = read(text, name)
        if account:
            check(account)
