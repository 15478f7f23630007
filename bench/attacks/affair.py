"""One affair at size: 400 reports of one bombing, 100 of them reprints of one agency text. It is one incident.

The reports are made: each tells the bombing in one of several wordings, with a figure as its day had it, and with
sentences of its own between, so that no two share wording by the making of them. Counted are the incidents that the
reports' bombings were made of (one is right), the entities of the one accused, and how many reprints one finding holds.

    python bench/attacks/affair.py                 400 reports
    python bench/attacks/affair.py --sample 80     fewer, a quarter of them reprints
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from rashomon.pipeline import build
from rashomon.present.resolve import Resolved, open_build
from rashomon.settings import Settings

WHOLE = 400
DAY = date(2021, 3, 14)
LEADS = (
    "A bomb killed {n} people at the grain market in Karsova on {day}.",
    "{N} people were killed when a bomb exploded in Karsova on {day}.",
    "An explosion at a market in Karsova killed {n} people on {day}, officials said.",
    "At least {n} people died in a bombing in Karsova on {day}.",
    "The bombing in Karsova on {day} killed {n} people.",
    "On {day}, a bomb tore through the grain market of Karsova and killed {n} people.",
    "The death toll of the bombing in Karsova on {day} stands at {n}.",
)
HURT = (
    "Another {m} were injured in the blast.",
    "The explosion wounded {m} people, the health ministry said.",
    "Hospitals treated {m} people who were injured.",
    "The bomb injured {m} others.",
    "Doctors said {m} were wounded.",
)
BLAMED = (
    "Police suspect {who} of planting the bomb.",
    "Prosecutors charged {who} with the bombing.",
    "{who} was arrested on suspicion of carrying out the attack.",
    "The governor blamed {who} for the attack.",
    "Investigators named {who} as a suspect.",
)
WHO = ("Ilker Dorvan", "Ilker Dorvan", "Ilker Dorvan", "Ilkir Dorvan", "Dorvan")
DEAD = ("Among the dead was the teacher Mirela Saltan.", "Mirela Saltan, a teacher, was killed in the bombing.",
        "The teacher Mirela Saltan died in the blast.", "A school mourned its teacher Mirela Saltan.")  # fmt: skip
THINGS = ("bakery", "harbour", "school", "tannery", "orchard", "library", "bridge", "kiln", "ferry", "mill", "well", "garden",
          "station", "quarry", "theatre", "canal", "clinic", "barracks", "stable", "foundry")  # fmt: skip
KINDS = ("old", "small", "red", "crowded", "narrow", "empty", "wooden", "western", "grey", "noisy", "former", "flooded")
DOINGS = ("stayed closed", "was being painted", "has had no roof since winter", "opened late", "smelled of smoke",
          "stood without light", "is for sale", "drew a long queue", "had lost its sign", "was quiet")  # fmt: skip
AGENCY = (
    "A bomb hidden in a cart of barley went off shortly before noon on March 14 between the stalls of the grain market in "
    "Karsova, killing seventeen people and leaving a hole as deep as a man in the paving, rescue workers told the agency. "
    "Porters carried the wounded to the river because the only ambulance of the district had broken down the week before. "
    "Police suspect Ilker Dorvan, who rented a shed beside the weighing house under another name until the end of winter."
)
OPENINGS = (
    "From our wires.",
    "This came in from the agency.",
    "By agency staff.",
    "Agency report.",
    "Received by wire.",
)


def _aside(chance: random.Random) -> str:
    one, other = chance.sample(THINGS, 2)
    return f"The {chance.choice(KINDS)} {one} by the {chance.choice(KINDS)} {other} {chance.choice(DOINGS)}."


def _number(n: int) -> str:
    words = ("nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen")
    return words[n - 9] if 9 <= n <= 17 else str(n)


def _own(chance: random.Random, after: int) -> str:
    killed = 11 if after == 0 else 15 if after < 3 else 17
    day = chance.choice((f"March {DAY.day}", f"{DAY.day} March 2021", f"March {DAY.day}, 2021"))
    n = chance.choice((str(killed), _number(killed)))
    lead = chance.choice(LEADS).format(n=n, N=n.capitalize(), day=day)
    told = [chance.choice(HURT).format(m=chance.choice((40, 42, 46)))]
    told += [chance.choice(BLAMED).format(who=chance.choice(WHO))] if chance.random() < 0.7 else []
    told += [chance.choice(DEAD)] if chance.random() < 0.5 else []
    chance.shuffle(told)
    return "\n\n".join([lead, *(f"{_aside(chance)} {sentence}" for sentence in told), _aside(chance)])


def _reprint(chance: random.Random) -> str:
    cut = chance.choice((AGENCY, AGENCY, AGENCY.rsplit(". ", 1)[0] + "."))
    return f"{chance.choice(OPENINGS)} {_aside(chance)}\n\n{cut}\n\n{_aside(chance)}"


def reports(count: int, seed: int) -> Iterator[tuple[str, str, str, str]]:
    """File name, outlet, day and text of so many reports, every fourth a reprint; the same seed gives the same."""
    chance = random.Random(seed)
    for n in range(count):
        after = 0 if n < count // 10 else chance.randrange(1, 8)
        again = n % 4 == 3
        text = _reprint(chance) if again else _own(chance, after)
        name = f"{'reprint' if again else 'own'}-{n:03}.txt"
        yield name, f"The {chance.choice(THINGS)} paper {n}", (DAY + timedelta(after)).isoformat(), text


def write(folder: Path, count: int, seed: int) -> None:
    """The reports as a folder with its `sources.csv`."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "sources.csv").open("w", encoding="utf-8", newline="") as listed:
        rows = csv.writer(listed)
        rows.writerow(("file", "publisher", "published", "language"))
        for name, outlet, day, text in reports(count, seed):
            (folder / name).write_text(text + "\n", encoding="utf-8")
            rows.writerow((name, outlet, day, "en"))


def count_all(case: Resolved) -> dict[str, object]:
    """What became of the affair."""
    bombings = [
        i for i in case.incidents.values() if i.type in ("attack", "killing") and case.claims_of_incident.get(i.id)
    ]
    held = [{c.document for c in case.claims_of_incident[i.id]} for i in bombings]
    people = [e for e in case.entities.values() if e.type == "person" and "Dorvan" in e.name]
    accused = {e.id for e in people if " " in e.name}
    bare = {e.id for e in people} - accused
    asked = {ident for ident in bare if any(m.verdict == "disputed" for m in case.matches_of_entity.get(ident, ()))}
    files = {ident: document.file for ident, document in case.documents.items()}
    shared = [{files[d] for d in f.documents} for f in case.findings.values() if f.tie == "wording"]
    reprints = [sum(name.startswith("reprint") for name in names) for names in shared]
    return {
        "reports": len(files),
        "incidents": len(bombings),
        "reports in the largest incident": max(map(len, held), default=0),
        "entities of the accused": len(accused),
        "of his bare surname alone": len(bare),
        "of these asked about": len(asked),
        "reprints": sum(name.startswith("reprint") for name in files.values()),
        "reprints in one finding": max(reprints, default=0),
        "findings of shared wording": len(shared),
        "own reports said to share wording": sum(not n.startswith("reprint") for names in shared for n in names),
        "findings": dict(Counter(f.kind for f in case.findings.values())),
    }


def run(options: argparse.Namespace) -> dict[str, object]:
    """Counts of the affair, built in `options.work`."""
    work = Path(options.work)
    write(work / "reports", getattr(options, "sample", None) or WHOLE, getattr(options, "seed", 0) or 0)
    build(work / "case", [work / "reports"], Settings())
    return count_all(open_build(work / "case"))


if __name__ == "__main__":
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--sample", type=int)
    words.add_argument("--seed", type=int, default=0)
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(run(words.parse_args(namespace=argparse.Namespace(work=folder))), indent=1))
