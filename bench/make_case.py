"""A case of many short reports about things that never happened, to see how the desk holds up.

    python bench/make_case.py FOLDER                 10,000 reports written to FOLDER/reports, built into FOLDER/case
    python bench/make_case.py FOLDER --reports 500   fewer
    python bench/make_case.py FOLDER --only-write    no build

Names and places are made of syllables; one seed gives the same reports on any machine.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from rashomon.pipeline import build
from rashomon.settings import read_settings

SYLLABLES = ("ka", "ren", "vo", "lin", "mar", "tes", "du", "bel", "sor", "ha", "nim", "zel", "pa", "rit", "gor", "wen")
GIVEN = ("Selin", "Omar", "Leyla", "Hasan", "Ines", "Pavel", "Rana", "Tomas", "Yusuf", "Mira", "Anton", "Derya")
OUTLETS = tuple(f"{a} {b}" for a in ("Harbour", "Northern", "Lake", "Valley", "Capital") for b in
                ("Post", "Courier", "Herald", "Gazette", "Times", "Star", "Mirror", "Observer"))  # fmt: skip
ACTS = (("bombing", "A bomb exploded"), ("shooting", "Gunmen opened fire"), ("attack", "Attackers struck"))
SPOTS = ("the bus station", "the fish market", "a police post", "a school", "the town hall", "a tea house")
FIRST = date(2015, 1, 3)


@dataclass(frozen=True)
class Affair:
    """What one invented incident is: kind, place, day, toll, the accused, the officials who speak of it."""

    act: tuple[str, str]
    town: str
    spot: str
    day: date
    killed: int
    injured: int
    accused: str
    governor: str
    lawyer: str


def make_word(chance: random.Random, syllables: int) -> str:
    """A name of syllables, with a capital."""
    return "".join(chance.choice(SYLLABLES) for _ in range(syllables)).capitalize()


def make_affair(chance: random.Random, number: int) -> Affair:
    """One incident, on a day of its own."""
    people = [f"{chance.choice(GIVEN)} {make_word(chance, 3)}" for _ in range(3)]
    return Affair(chance.choice(ACTS), make_word(chance, 3), chance.choice(SPOTS), FIRST + timedelta(days=number * 4),
                  chance.randint(2, 60), chance.randint(5, 150), *people)  # fmt: skip


def tell(chance: random.Random, affair: Affair, published: date) -> tuple[str, str]:
    """A report's title and text: an account that may differ in its figures and in whom it cites."""
    killed = affair.killed + chance.choice((0, 0, 0, 1, -1, 3))
    bound = chance.choice(("", "", "at least ", "about "))
    word, opening = affair.act
    day = f"{affair.day:%B} {affair.day.day}, {affair.day.year}"
    lines = [
        f"{opening} at {affair.spot} in {affair.town} on {day}, killing {bound}{killed} people "
        f"and wounding {affair.injured}, {chance.choice(('police', 'the governor', 'a hospital official'))} said.",
        chance.choice((
            f"Prosecutors charged {affair.accused} with the {word}.",
            f"Governor {affair.governor} said {affair.accused} carried out the {word}.",
            f"Police suspect {affair.accused} of planning the {word}.",
            f"{affair.lawyer}, a lawyer, said {affair.accused} denied any part in the {word}.",
        )),
        chance.choice((
            f"{affair.accused} called {affair.lawyer} two days before the {word}, an indictment says.",
            f"{affair.accused} met {affair.governor} in {affair.town} in {affair.day:%B %Y}.",
            f'"There was no warning," said {affair.governor}, who visited the wounded.',
            f"The telephone number +61 491 570 {chance.randint(100, 999)} was used by {affair.accused} in 2014.",
        )),
    ]  # fmt: skip
    title = f"{killed} killed in {affair.town} {word}"
    return title, f"{title}\n\n{published:%B} {published.day}, {published.year}\n\n" + "\n\n".join(lines) + "\n"


def write_reports(folder: Path, count: int, seed: int = 7) -> None:
    """The reports as text files with a sources.csv."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    affairs = [make_affair(chance, n) for n in range(max(1, count // 12))]
    with (folder / "sources.csv").open("w", encoding="utf-8", newline="") as handle:
        table = csv.writer(handle)
        table.writerow(["file", "title", "publisher", "published"])
        for number in range(count):
            affair = affairs[number % len(affairs)]
            published = affair.day + timedelta(days=chance.randint(0, 9))
            title, text = tell(chance, affair, published)
            name = f"report-{number:05}.txt"
            (folder / name).write_text(text, encoding="utf-8")
            table.writerow([name, title, chance.choice(OUTLETS), published.isoformat()])


def main() -> int:
    """Write and build."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--only-write", action="store_true")
    given = parser.parse_args()
    write_reports(given.folder / "reports", given.reports)
    if not given.only_write:
        built = build(given.folder / "case", [given.folder / "reports"], read_settings(),
                      lambda stage, done, total: print(f"\r{stage} {done}/{total}   ", end="", file=sys.stderr))  # fmt: skip
        print(f"\n{built.documents} reports in {given.folder / 'case'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
