"""How many private names leak from a masked case, and how many other words are masked with them.

300 names of 30 cultures, each once, in a case of its own, in one of 25 frames of two texts. A name leaks where one of its
words stands anywhere in the masked case (every string of the whole export, addresses decoded). Over-masked are words that
belong to no private name and yet are gone from the text, the title or the address. The set falls in two halves by a hash of
the name: `tuned` may be looked at while masking is worked on, `held` is only counted.

    python bench/attacks/masking.py                 the whole set
    python bench/attacks/masking.py --sample 25     every name of a smaller set
    python bench/attacks/masking.py --show          each leak and each over-masked word of the tuned half
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from unicodedata import combining, normalize
from urllib.parse import quote, unquote

from rashomon.pipeline import build
from rashomon.present.exports.json_format import export_json
from rashomon.present.masking import Wishes, make_plan, mask_case
from rashomon.present.resolve import Resolved, open_build
from rashomon.settings import Settings

HERE = Path(__file__).resolve().parent
SMALL = frozenset({"al", "el", "bint", "abu", "ben", "de", "la", "von"})
"""Words in a name that are no name."""
SHORTEST = 5
"""Letters from which on a name word is looked for inside other words too."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One name in one text, with what stands beside the text and which other strings in it are private."""

    frame: str
    culture: str
    given: str
    surname: str
    text: str
    about: dict[str, str]
    others: tuple[str, ...]

    @property
    def held(self) -> bool:
        """Whether it is of the half that nobody looks at."""
        return sha256(f"{self.given} {self.surname}".encode()).digest()[0] % 2 == 1

    @property
    def private(self) -> frozenset[str]:
        """The folded words of the name that stand in the text or beside it."""
        words = {plain(w) for w in re.split(r"[\s-]+", f"{self.given} {self.surname}")} - SMALL
        said = plain(" ".join([self.text, *self.about.values(), unquote(self.about.get("url", ""))]))
        return frozenset(w for w in words if w in said)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found of one trial: the words that leaked, those masked for nothing, and how many might have been."""

    trial: Trial
    leaked: tuple[str, ...]
    over: tuple[str, ...]
    words: int


def plain(text: str) -> str:
    """Lower case without marks: written here anew, so that masking is not measured by its own folding."""
    low = normalize("NFKD", text.lower().replace("ı", "i").replace("ł", "l").replace("đ", "d"))
    return "".join(c for c in low if not combining(c))


def ascii_slug(name: str) -> str:
    """A name as addresses of pages have it."""
    return re.sub(r"[^a-z]+", "-", plain(name)).strip("-")


def trials() -> Iterator[Trial]:
    """Every name in its frame, the cultures taking turns."""
    rows = [r.split("\t") for r in (HERE / "masking_names.tsv").read_text(encoding="utf-8").splitlines() if r[0] != "#"]
    place: Counter[str] = Counter()
    order = []
    for culture, given, surname in rows:
        order.append((place[culture], culture, given, surname))
        place[culture] += 1
    frames = tomllib.loads((HERE / "masking_frames.toml").read_text(encoding="utf-8"))["frame"]
    for number, (_, culture, given, surname) in enumerate(sorted(order)):
        yield _trial(frames[number % len(frames)], number // len(frames) % 2, culture, given, surname)


def _trial(frame: dict[str, Any], variant: int, culture: str, given: str, surname: str) -> Trial:
    full, slug = f"{given} {surname}", ascii_slug(f"{given} {surname}")
    bare = {"Given": re.sub(r"\W", "", given), "Sur": re.sub(r"\W", "", surname)}
    forms = {
        "given": given, "sur": surname, "full": full, "GIVEN": given.upper(), "SUR": surname.upper(), "g": given[0],
        "slug": slug, "dot": slug.replace("-", "."), "percent": quote(full.lower().replace(" ", "-")), **bare,
    }  # fmt: skip
    about = {k: frame[k].format(**forms) for k in ("url", "author", "kind", "title") if k in frame}
    text = frame["texts"][variant].format(**forms)
    return Trial(frame["name"], culture, given, surname, text, about, tuple(frame.get("others", ())))


def case_of(trial: Trial, folder: Path) -> Resolved:
    """The trial as a built case; one that stands in the folder already is taken as it is."""
    ident = sha256(repr(trial).encode()).hexdigest()[:16]
    case, source = folder / ident, folder / f"{ident}.in"
    if not (case / "case.db").is_file():
        source.mkdir(parents=True, exist_ok=True)
        (source / "report.txt").write_text(trial.text, encoding="utf-8")
        with (source / "sources.csv").open("w", encoding="utf-8", newline="") as handle:
            table = csv.writer(handle)
            heads = ("title", "author", "url", "kind")
            table.writerow(["file", "publisher", "published", *heads])
            table.writerow(["report.txt", "Harbour Post", "2019-06-01", *(trial.about.get(h, "") for h in heads)])
        build(case, [source], Settings(processes=1))
    return open_build(case)


def judge(trial: Trial, case: Resolved) -> Outcome:
    """What masking did to one trial."""
    masked = mask_case(case, make_plan(case, Wishes()))
    said = plain(unquote(unquote(export_json(masked).decode())))
    spoken = set(re.findall(r"\w+", said))
    leaked = sorted(w for w in trial.private if w in spoken or (len(w) >= SHORTEST and w in said.replace("_", "")))
    before, after = _open_words(trial, case), _open_words(trial, masked)
    over = before - after
    return Outcome(trial, tuple(leaked), tuple(over.elements()), before.total())


def _open_words(trial: Trial, case: Resolved) -> Counter[str]:
    """The words of texts, titles and addresses that are no part of the private name, and no mask."""
    found: Counter[str] = Counter()
    for document in case.documents.values():
        for text in (document.text, document.title or "", unquote(document.url or "")):
            bare = re.sub(r"\[[^\]\n]*\]", " ", text)
            for run in bare.split():
                joined = plain(re.sub(r"[\W_]", "", run))
                if not any(w in joined for w in trial.private) and not any(o in run for o in trial.others):
                    found.update(w for w in re.findall(r"[^\W\d_]{2,}", plain(run)) if w not in SMALL)
    return found


def count(outcomes: Sequence[Outcome]) -> dict[str, object]:
    """Names, leaks and over-masked words of some outcomes."""
    words, over = sum(o.words for o in outcomes), sum(len(o.over) for o in outcomes)
    leaks = sum(bool(o.leaked) for o in outcomes)
    return {
        "names": len(outcomes), "leaked": leaks, "leaked_share": round(leaks / max(1, len(outcomes)), 4),
        "words": words, "over_masked": over, "over_masked_share": round(over / max(1, words), 4),
    }  # fmt: skip


def run(options: argparse.Namespace) -> dict[str, object]:
    """The counts: in all, of both halves, and by frame. `sample` takes fewer names, `work` keeps the built cases.

    `show` prints what went wrong in the half that may be looked at.
    """
    sample, work = getattr(options, "sample", None), getattr(options, "work", None)
    chosen = list(trials())
    chosen = chosen[:: max(1, len(chosen) // sample)][:sample] if sample else chosen
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(work or scratch)
        outcomes = [judge(t, case_of(t, folder)) for t in chosen]
    if getattr(options, "show", False):
        for outcome in outcomes:
            if not outcome.trial.held and (outcome.leaked or outcome.over):
                t = outcome.trial
                print(f"{t.frame:20} {t.given} {t.surname} ({t.culture})  leaked {outcome.leaked}  over {outcome.over}")
    frames = dict.fromkeys(o.trial.frame for o in outcomes)
    return {
        "masking": count(outcomes),
        "tuned": count([o for o in outcomes if not o.trial.held]),
        "held": count([o for o in outcomes if o.trial.held]),
        "frames": {name: count([o for o in outcomes if o.trial.frame == name]) for name in frames},
    }


def main() -> int:
    """Print the counts; 1 where more than 2 in 100 names leak or more than 3 in 100 other words are masked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int)
    parser.add_argument("--work", type=Path)
    parser.add_argument("--show", action="store_true")
    found = run(parser.parse_args())
    frames = found.pop("frames")
    for name, row in (*found.items(), *frames.items()):  # type: ignore[attr-defined]
        print(f"{name:20} names {row['names']:4} leaked {row['leaked']:4} ({row['leaked_share']:.1%})   "
              f"words {row['words']:6} over-masked {row['over_masked']:4} ({row['over_masked_share']:.1%})")  # fmt: skip
    total: Any = found["masking"]
    return int(total["leaked_share"] > 0.02 or total["over_masked_share"] > 0.03)


if __name__ == "__main__":
    sys.exit(main())
