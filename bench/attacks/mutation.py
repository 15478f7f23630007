"""How many reports are lost to one bad sentence: none may be.

Sentences of the example affair, and of the training set where it is there, are spoilt: words dropped, doubled, swapped,
marks and brackets put in and taken out, odd characters, a full stop that is missing. Each stands in a report of its own
between two sound sentences, and is read as a build reads it. A report is *lost* where reading breaks as a whole or where
the sound sentences give other claims than without it; *noted* are passes that broke over a part and were noted.

    python bench/attacks/mutation.py                   5,000 sentences
    python bench/attacks/mutation.py --sample 200 --seed 7 --show
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from rashomon.model.account import Account
from rashomon.model.case_settings import Hints
from rashomon.model.document import Appearance, Original, Rejected
from rashomon.model.fault import Fault
from rashomon.present.example import example_folder
from rashomon.reading import Job, parser, read_bytes
from rashomon.settings import DEFAULT_MODEL

SHARED = Path(os.environ.get("RASHOMON_SHARED") or Path(__file__).resolve().parents[2].parent / "shared")
WHOLE = 5000
FIRST = "The Harbour Post reported that nine people were killed in Karmar on May 4, 2019."
LAST = "Police in Velmara said that they had arrested Omar Karsen, 34."
MARKS = [".", ",", ";", ":", "?", "!", "-", "—", "(", ")", "[", "]", '"', "“", "”", "‘", "’", "'s", "/", "…", "*", "&"]
ODD = ["\u202e", "\u0130", "ﬁ", "\x00", "👩‍👩‍👧", "\ufeff", "\u00a0", "\u200b", "\u2028", "999999999999999999999", "١٢", "½",
       "May 32", "24:61", "ẞ", "e\u0301", "ﷺ", "𝕂", "\t", "http://a.example/(", "@x", "#y", "no", "not", "and", "or", "who",
       "that", "to", "of", "by", "then", "killed", "charged with", "said", "according to"]  # fmt: skip
Change = Callable[[list[str], random.Random], list[str]]


def dropped(words: list[str], chance: random.Random) -> list[str]:
    """Without some of the words."""
    return [w for w in words if chance.random() > 0.2]


def doubled(words: list[str], chance: random.Random) -> list[str]:
    """With some words twice."""
    return [w for w in words for _ in range(2 if chance.random() < 0.15 else 1)]


def swapped(words: list[str], chance: random.Random) -> list[str]:
    """With two stretches of words in each other's place."""
    at = sorted(chance.randrange(len(words) + 1) for _ in range(3))
    return [*words[: at[0]], *words[at[1] : at[2]], *words[at[0] : at[1]], *words[at[2] :]]


def marked(words: list[str], chance: random.Random) -> list[str]:
    """With marks and brackets where none belong."""
    return [p for w in words for p in ((w, chance.choice(MARKS)) if chance.random() < 0.12 else (w,))]


def unmarked(words: list[str], chance: random.Random) -> list[str]:
    """Without any marks, or without the last one."""
    if chance.random() < 0.5:
        return [*words[:-1], words[-1].rstrip(".!?”\"'")] if words else words
    return [re.sub(r"[^\w\s]", "", w) for w in words]


def odd(words: list[str], chance: random.Random) -> list[str]:
    """With odd characters and loose words put in."""
    return [p for w in words for p in ((w, chance.choice(ODD)) if chance.random() < 0.08 else (w,))]


def cut(words: list[str], chance: random.Random) -> list[str]:
    """A beginning or an end alone."""
    at = chance.randrange(len(words) + 1)
    return words[:at] if chance.random() < 0.6 else words[at:]


def repeated(words: list[str], chance: random.Random) -> list[str]:
    """The same again and again, as one sentence."""
    return [w.rstrip(".") for w in words] * chance.choice((2, 3, 12))


def recased(words: list[str], chance: random.Random) -> list[str]:
    """In capitals, in small letters, as a headline."""
    return [chance.choice((str.upper, str.lower, str.title))(w) for w in words]


CHANGES: tuple[Change, ...] = (dropped, doubled, swapped, marked, unmarked, odd, cut, repeated, recased)
WEIGHTS = (3, 2, 3, 3, 4, 3, 3, 1, 1)


def mutate(sentence: str, chance: random.Random) -> str:
    """A sentence after one to three changes."""
    words = sentence.split()
    for change in chance.choices(CHANGES, WEIGHTS, k=chance.randint(1, 3)):
        words = change(words, chance) or words
    return " ".join(words)


@cache
def sentences() -> tuple[str, ...]:
    """Sound sentences, in a fixed order: of the example affair, and of the training set where it is there."""
    with example_folder() as folder:
        texts = [p.read_text(encoding="utf-8") for p in sorted(folder.iterdir()) if p.suffix == ".txt"]
    own = [s for text in texts for s in re.split(r"(?<=[.!?])\s+", text) if len(s.split()) > 4]
    train = SHARED / "train" / "sentences.jsonl"
    lines = train.open(encoding="utf-8") if train.is_file() else ()
    return (*own, *(str(json.loads(line).get("text", "")) for line in lines))


def spoilt(count: int, seed: int) -> Iterator[str]:
    """So many spoilt sentences; the same seed gives the same ones."""
    chance = random.Random(seed)
    for _ in range(count):
        yield mutate(chance.choice(sentences()), chance)


def read(text: str) -> Account | None:
    """A report as a build reads it; None where it is set aside with a reason."""
    data = text.encode("utf-8", "surrogatepass")
    seen = Appearance("mutated.txt", published="2019-05-06", publisher="The Harbour Post", language="en")
    parser(DEFAULT_MODEL)
    found = read_bytes(data, Job("", Original(sha256(data).hexdigest(), (seen,)), DEFAULT_MODEL, Hints()))
    return None if isinstance(found, Rejected) else found


@cache
def sound() -> frozenset[tuple[str, str]]:
    """What the two sound sentences claim when nothing stands between them."""
    account = read(f"{FIRST}\n\n{LAST}\n")
    return frozenset((c.property, c.quote) for c in account.reading.claims) if account else frozenset()


def try_one(sentence: str) -> tuple[str | None, tuple[Fault, ...]]:
    """Why a report with this sentence is lost, or None; and what was noted."""
    try:
        account = read(f"{FIRST}\n\n{sentence}\n\n{LAST}\n")
    except Exception as fault:  # noqa: BLE001 - that is what is counted
        return type(fault).__name__, ()
    if account is None:
        return "set aside", ()
    if any(f.whole for f in account.faults):
        return "a whole pass", account.faults
    found = {(c.property, c.quote) for c in account.reading.claims}
    return ("other claims gone" if account.faults and not sound() <= found else None), account.faults


def run(options: argparse.Namespace) -> dict[str, object]:
    """Reports read, lost and by what; passes that broke and were noted, by reader."""
    count = getattr(options, "sample", None) or WHOLE
    lost: Counter[str] = Counter()
    noted: Counter[str] = Counter()
    for sentence in spoilt(count, getattr(options, "seed", 0) or 0):
        why, faults = try_one(sentence)
        lost.update([why] if why else [])
        noted.update(f"{f.reader}: {f.what}" for f in faults)
        if getattr(options, "show", False) and (why or faults):
            print(json.dumps({"sentence": sentence, "lost": why, "faults": [f"{f.reader}: {f.what}" for f in faults]}))
    return {"reports": count, "lost": lost.total(), "lost by": dict(lost), "passes noted": noted.total(),
            "noted by": dict(noted.most_common())}  # fmt: skip


if __name__ == "__main__":
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--sample", type=int)
    words.add_argument("--seed", type=int, default=0)
    words.add_argument("--show", action="store_true", help="each sentence over which something broke")
    print(json.dumps(run(words.parse_args()), ensure_ascii=False, indent=1))
