"""Texts made to be slow or to break a reader, each of a size at which work that grows with the square would show."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

import pytest

from rashomon.model.account import Account
from rashomon.model.annotation import Token
from rashomon.model.document import Appearance, Original
from rashomon.settings import DEFAULT_MODEL
from rashomon.stages.acquire import acquire
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.clauses.labels import is_tree
from rashomon.stages.annotate.parse import Parser
from rashomon.stages.claims import read_claims
from rashomon.stages.link import link
from rashomon.stages.weigh import weigh

NAMES = [f"{a} {b}{c}" for a in ("Selin", "Omar", "Pavel", "Mira") for b in ("Kar", "Vol", "Tes") for c in ("sen", "mar", "ova", "tin")]  # fmt: skip
TEXTS = {
    "a list of names longer than a sentence may be": ", ".join(NAMES * 8) + ".",
    "names, each on its line": "\n".join(NAMES * 8),
    "paragraphs of one line": "\n\n".join(f"Police said {n % 9 + 2} people were killed in Karmar." for n in range(300)),
    "no full stop": " ".join(["police said the attack killed two men and a woman who"] * 150),
    "one word": "abcdefghij" * 20_000,
    "digits alone": " ".join(str(n * 7919) for n in range(2000)),
    "quotation marks that never close": '"He said \'yes" ' * 300,
    "brackets that never close": "(he said " * 300,
    "days": ". ".join(f"On May {n % 28 + 1}, {1990 + n % 30} he met Omar Karsen" for n in range(200)) + ".",
    "telephone numbers": "\n".join(f"+90 532 {n:03} 11 22" for n in range(300)),
}


@cache
def parser() -> Parser:
    return Parser(DEFAULT_MODEL)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_text_that_would_be_slow_is_read_to_its_end(text: str) -> None:
    data = f"The news of the day\n\n{text}\n".encode()
    document = acquire(data, Original(sha256(data).hexdigest(), (Appearance("a.txt"),)))
    annotations = annotate(document, parser().parse(document))
    account = Account(document, annotations, read_claims(document, annotations))
    linked, _ = link([account])
    weigh([account], linked)
    assert document.text.endswith(text[-20:].strip())
    for claim in account.reading.claims:
        assert document.text[claim.start : claim.end] == claim.quote


def test_heads_that_hang_on_each_other_are_no_tree() -> None:
    def token(head: int) -> Token:
        return Token(0, 1, "a", "a", "NOUN", "NN", "conj", head, "")

    assert is_tree((token(1), token(1), token(0)))
    assert not is_tree((token(1), token(0), token(2)))
