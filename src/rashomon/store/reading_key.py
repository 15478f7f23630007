"""The key under which a reading is kept: what it depends on, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from rashomon.model.calls import Options
from rashomon.model.case_settings import Hints
from rashomon.model.document import Document, Original
from rashomon.model.proposal import Proposal


def reading_key(
    original: Original, model: str, hints: Hints, proposals: Sequence[Proposal] = (), eyes: str = ""
) -> str:
    """What a reading depends on: the original, how it came in, the code and data of this version, the case's hints.

    And what other readers proposed for it: that goes through the gate where the document's parse is at hand. And, where it
    may hold pictures, the program that reads words off them.
    """
    given = [p.id for p in proposals]
    parts = msgspec.json.encode((original, model, hints, given) if given else (original, model, hints))
    return sha256(code_digest().encode() + parts + eyes.encode()).hexdigest()


READERS = (
    "/stages/acquire",
    "/stages/annotate",
    "/stages/claims",
    "/lexicon",
    "/model",
    "/text",
    "/data",
    "/reading.py",
)
"""The code and the data files that a reading is made by."""
WINDOWS = ("/data/desk", "/data/example", "/data/masking", "/data/report")
"""Data of the windows, which no reading depends on."""


PARSERS = (
    "/stages/annotate/parse.py",
    "/stages/annotate/parsed_words.py",
    "/stages/annotate/stand_ins.py",
    "/stages/annotate/trees.py",
    "/stages/annotate/truecase.py",
    "/stages/annotate/turn_labels.py",
    "/stages/annotate/who/lexicon.py",
    "/text/english.py",
    "/text/fold.py",
    "/data/annotate/abbreviations.txt",
    "/data/who/",
    "/data/words/",
)
"""The code and the data that a parse is made by, before anything is mended in it."""


def parse_key(document: Document, model: str) -> str:
    """What a parse depends on: the text and its paragraphs, the parser's version, how this version hands text to it."""
    parts = msgspec.json.encode((document.text, document.blocks, document.claims_read, model))
    return sha256(_parser_digest().encode() + parts).hexdigest()


@cache
def _parser_digest() -> str:
    return _digest_of(lambda name: name.startswith(PARSERS))


CALLS = (
    "/stages/acquire/calls/",
    "/stages/acquire/decode.py",
    "/stages/acquire/media.py",
    "/model/calls.py",
    "/text/fold.py",
    "/text/telephone.py",
    "/data/calls/",
    "/data/acquire/months.tsv",
)
"""The code and the data that rows of telephone records are read by."""


def calls_key(options: Options) -> str:
    """What the rows of a file of telephone records depend on beside its bytes."""
    return sha256(_calls_digest().encode() + msgspec.json.encode(options)).hexdigest()


@cache
def _calls_digest() -> str:
    return _digest_of(lambda name: name.startswith(CALLS))


@cache
def code_digest() -> str:
    """A hash over this version's readers and their data files: a reader that changed reads again."""
    return _digest_of(lambda name: name.startswith(READERS) and not name.startswith(WINDOWS))


def _digest_of(wanted: Callable[[str], bool]) -> str:
    digest = sha256()
    for name, body in sorted(_contents(files("rashomon"), "")):
        if wanted(name):
            digest.update(name.encode() + b"\0" + sha256(body).digest())
    return digest.hexdigest()


def _contents(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir() and item.name != "__pycache__":
            yield from _contents(item, f"{path}/{item.name}")
        elif item.name.endswith((".py", ".tsv", ".txt", ".csv", ".json", ".gz")):
            yield f"{path}/{item.name}", item.read_bytes()
