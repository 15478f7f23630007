"""Spoils files of every kind and reads them as a build would: how many are read, set aside with a reason, or break their reader.

    python bench/fuzz.py                  300 spoilt copies of each file of tests/stages/acquire/made
    python bench/fuzz.py --times 20       fewer
    python bench/fuzz.py --seed 3 FILE    one file, other chances

Bytes are changed, put in, taken out, doubled and cut; of what is zipped every second time within one of its parts, so that
the spoilt part is reached. A copy that breaks its reader is kept under build/fuzz. The exit code is 1 where one did.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from rashomon.errors import SetAside
from rashomon.model.case_settings import Hints
from rashomon.model.document import Appearance, Original
from rashomon.reading import open_box
from rashomon.runners.cage import DIED, ENDLESS, NO_ROOM, TOO_MUCH
from rashomon.runners.confined import Confined
from rashomon.stages.acquire import acquire

ROOT = Path(__file__).resolve().parent.parent
MADE = ROOT / "tests" / "stages" / "acquire" / "made"
KEPT = ROOT / "build" / "fuzz"
TOLD = {DIED: "died", ENDLESS: "endless", NO_ROOM: "no room", TOO_MUCH: "too much"}
BROKE = "this program broke"
FAULTS = ("died", "endless", "broke")
ODD = (b"<", b">", b"&a;", b"\x00", b"\xff\xfe", b"%PDF", b"endobj", b"stream", b"PK\x03\x04", b"{\\", b"}", b"\r\n\r\n", b"9" * 30, b"-1")  # fmt: skip
_apart = Confined(seconds=30)


def spoilt(body: bytes, chance: random.Random) -> bytes:
    """Bytes with some changed, put in, taken out, doubled, or the end cut off."""
    held = bytearray(body)
    for _ in range(chance.choice((1, 3, 20, 100))):
        at, size = chance.randrange(len(held) + 1), chance.choice((0, 1, 1, 4, 40))
        piece = held[chance.randrange(len(held) + 1) :][:200] if chance.random() < 0.2 else chance.choice(ODD)
        held[at : at + size] = bytes([chance.randrange(256)]) if chance.random() < 0.5 else piece
    return bytes(held[: chance.randrange(len(held) + 1)] if chance.random() < 0.1 else held)


def spoilt_within(data: bytes, chance: random.Random) -> bytes:
    """The same of one part of a zipped file; of the whole where it is none."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (BadZipFile, OSError):
        return spoilt(data, chance)
    name = chance.choice([n for n in parts if parts[n]])
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for other, body in parts.items():
            archive.writestr(other, spoilt(body, chance) if other == name else body)
    return held.getvalue()


def outcome(name: str, data: bytes) -> str:
    """What reading gave: read, set aside, or how it broke."""
    try:
        box = open_box(name, data)
        within = [(inner.name, inner.data) for inner in box.files] if box else []
        for file, body in [*within, *([(name, data)] if box is None or box.own else [])]:
            acquire(body, Original(sha256(body).hexdigest(), (Appearance(file),)), Hints(), _apart)
    except SetAside as fault:
        return TOLD.get(str(fault), "broke" if str(fault).startswith(BROKE) else "set aside")
    except Exception as fault:  # noqa: BLE001 - that is what is looked for
        print(f"   {name}: {type(fault).__name__}: {fault}")
        return "broke"
    return "read"


def copies(data: bytes, times: int, chance: random.Random) -> Iterator[bytes]:
    """Spoilt copies of a file."""
    for turn in range(times):
        yield spoilt_within(data, chance) if turn % 2 else spoilt(data, chance)


def run(path: Path, times: int, seed: int) -> Counter[str]:
    """The outcomes for one file; copies that broke their reader are kept."""
    found: Counter[str] = Counter()
    for n, data in enumerate(copies(path.read_bytes(), times, random.Random(f"{seed} {path.name}"))):
        told = outcome(path.name, data)
        found[told] += 1
        if told in FAULTS:
            KEPT.mkdir(parents=True, exist_ok=True)
            (KEPT / f"{told}-{n}-{path.name}").write_bytes(data)
    return found


def main() -> int:
    """Run over the files, tell the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--times", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    paths = asked.files or sorted(p for p in MADE.iterdir() if p.suffix != ".md")
    every, start = Counter[str](), time.monotonic()
    for path in paths:
        found = run(path, asked.times, asked.seed)
        every += found
        print(f"{path.name:32}", ", ".join(f"{n} {told}" for told, n in sorted(found.items())), flush=True)
    print(f"all {every.total():,}:", ", ".join(f"{n:,} {told}" for told, n in sorted(every.items())), f"in {time.monotonic() - start:.0f} s")  # fmt: skip
    return int(any(every[told] for told in FAULTS))


if __name__ == "__main__":
    sys.exit(main())
