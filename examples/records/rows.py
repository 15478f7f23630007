"""Writes 20,000 rows of telephone records of the affair that never happened: python examples/records/rows.py FOLDER

They are made by a seeded chance, the same on every machine, and are kept out of the repository. Three rows stand against what was told:
the call of 10 May is of 9 May, that of 11 May goes the other way, and that of 8 May has no row. The numbers are of ranges that
are given out to nobody.
"""

from __future__ import annotations

import csv
import random
import sys
from datetime import datetime, timedelta
from pathlib import Path

BARLAS, KUTLU = "+61 491 570 158", "+61 491 570 159"
ROWS = 20_000
HEAD = ("A Number", "B Number", "Call Date", "Call Time", "Duration (sec)", "Call Type", "IMEI", "Cell")
TOLD = (
    (BARLAS, KUTLU, datetime(2021, 5, 3, 21, 4, 11), 65),  # as its transcript says
    (KUTLU, BARLAS, datetime(2021, 5, 9, 20, 41, 2), 190),  # the witness says 10 May
    (KUTLU, BARLAS, datetime(2021, 5, 11, 8, 15, 40), 12),  # the witness says that Barlas called him
)  # fmt: skip


def rows(chance: random.Random) -> list[tuple[str, ...]]:
    """All rows in the order of their times."""
    others = [f"+61 491 57{n:01} {chance.randrange(1000):03}" for n in range(1, 10) for _ in range(30)]
    start, made = datetime(2021, 4, 1), []
    for _ in range(ROWS - len(TOLD)):
        at = start + timedelta(seconds=chance.randrange(61 * 86400))
        one, other = chance.choice((BARLAS, KUTLU, *others[:200])), chance.choice(others)
        pair = (one, other) if chance.random() < 0.6 else (other, one)
        made.append((*pair, at, int(chance.expovariate(1 / 70))))
    return [_row(*one, chance) for one in sorted([*made, *TOLD], key=lambda one: one[2])]


def _row(one: str, other: str, at: datetime, seconds: int, chance: random.Random) -> tuple[str, ...]:
    kind = "SMS" if seconds == 0 else "Voice"
    device = f"35209900{sum(map(ord, one)) % 1000:03}4710"
    return (
        one,
        other,
        f"{at:%d.%m.%Y}",
        f"{at:%H:%M:%S}",
        str(seconds),
        kind,
        device,
        f"Karsova harbour {chance.randrange(9)}",
    )


def main(folder: Path) -> None:
    """Write karsova-calls.csv into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "karsova-calls.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEAD)
        writer.writerows(rows(random.Random(4)))


if __name__ == "__main__":
    given = sys.argv[1:2] or ["build/records"]
    if given[0].startswith("-"):
        sys.exit(__doc__)
    main(Path(given[0]))
