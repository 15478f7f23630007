"""A parse is found again under its key, as far as it is whole, and belongs to the case's owner alone."""

from __future__ import annotations

import stat
from pathlib import Path

from rashomon.model.annotation import Sentence, Token
from rashomon.model.document import Appearance, Block, Original
from rashomon.stages.acquire import acquire
from rashomon.store.parses import FOLDER, Parses, forget_parses
from rashomon.store.reading_key import parse_key

DIGEST, KEY, OTHER = "a" * 64, "b" * 64, "c" * 64
SENTENCE = Sentence(0, 0, 5, "body", 0, (Token(0, 4, "Rain", "rain", "NOUN", "NN", "ROOT", 0, ""),))


def test_a_parse_is_found_under_its_key_and_no_other(tmp_path: Path) -> None:
    Parses(tmp_path).keep(DIGEST, KEY, (SENTENCE,))
    assert Parses(tmp_path).read(DIGEST, KEY) == (SENTENCE,)
    assert Parses(tmp_path).read(DIGEST, OTHER) is None
    assert Parses(tmp_path).read(OTHER, KEY) is None
    held = tmp_path / FOLDER / DIGEST
    assert [stat.S_IMODE(p.stat().st_mode) for p in (held.parent, held)] == [0o700, 0o600]


def test_one_that_was_altered_or_purged_is_none(tmp_path: Path) -> None:
    store = Parses(tmp_path)
    store.keep(DIGEST, KEY, (SENTENCE,))
    held = tmp_path / FOLDER / DIGEST
    held.write_bytes(held.read_bytes()[:-3])
    assert store.read(DIGEST, KEY) is None
    store.keep(DIGEST, KEY, (SENTENCE,))
    forget_parses(tmp_path, [DIGEST])
    assert store.read(DIGEST, KEY) is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("in the way")
    Parses(tmp_path).keep(DIGEST, KEY, (SENTENCE,))
    assert Parses(tmp_path).read(DIGEST, KEY) is None


def test_the_key_holds_text_paragraphs_and_parser_and_not_the_outlet() -> None:
    data = b"Rain fell on Karsova.\n\nNobody was out."
    plain, named = (
        acquire(data, Original("d" * 64, (Appearance("a.txt", publisher=who),))) for who in (None, "The Quay")
    )
    assert parse_key(plain, "m-1") == parse_key(named, "m-1") != parse_key(plain, "m-2")
    assert isinstance(plain.blocks[0], Block)
