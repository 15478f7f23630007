"""Make src/rashomon/data/who/given.tsv and surnames.txt, once: given names with their gender, and common surnames.

    python tools/make_given_names.py PATH/WITH/faker PATH/TO/names

Sources: the person providers of Faker (https://github.com/joke2k/faker, MIT) for every language written in Latin,
Cyrillic, Greek, Georgian or Armenian letters, and the US census name lists of 1990 (public domain) as packed by
`names` 0.3. Kurdish and romanised Arabic and Persian given names are in given_more.tsv, written for this project.
"""

from __future__ import annotations

import importlib
import sys
from collections import defaultdict
from pathlib import Path

from rashomon.text.fold import fold_words

OUT = Path(__file__).parents[1] / "src/rashomon/data/who"
SKIP = (
    "ar_", "fa_", "he_", "zh_", "ja_", "ko_", "th_", "bn_", "gu_", "ta_", "or_", "si_", "mr_", "ne_", "hi_", "en_TH",
)  # fmt: skip
HEAD = (
    "# {what}, folded. Made by tools/make_given_names.py; do not edit.\n"
    "# Sources: Faker (MIT); US census 1990 (public domain).\n"
)


def faker_names(root: Path, part: str) -> set[str]:
    """Folded single words of one list ("first_names_male" ...) over all languages that fold well."""
    found: set[str] = set()
    for folder in sorted((root / "faker/providers/person").iterdir()):
        if not folder.is_dir() or folder.name.startswith((*SKIP, "__")):
            continue
        provider = importlib.import_module(f"faker.providers.person.{folder.name}").Provider
        names = getattr(provider, part, ())
        for name in names if isinstance(names, (tuple, list, dict)) else ():
            key = fold_words(name)
            if key.isalpha() and len(key) > 1:
                found.add(key)
    return found


def census(folder: Path, file: str, least: float) -> set[str]:
    """Names that at least `least` percent of people bear."""
    rows = (line.split() for line in (folder / file).read_text().splitlines())
    return {r[0].lower() for r in rows if len(r) > 1 and float(r[1]) >= least}


def leaning(folder: Path) -> dict[str, str]:
    """Names that the census gives one gender at least eight times as often as the other."""
    share: dict[str, dict[str, float]] = defaultdict(dict)
    for letter, file in (("m", "dist.male.first"), ("f", "dist.female.first")):
        for line in (folder / file).read_text().splitlines():
            name, percent = line.split()[:2]
            share[name.lower()][letter] = float(percent)
    told = {}
    for name, parts in share.items():
        for letter, other in (("m", "f"), ("f", "m")):
            if parts.get(letter, 0) >= 8 * parts.get(other, 0):
                told[name] = letter
    return told


def main(faker_root: str, names_root: str) -> None:
    """Write both files."""
    sys.path.insert(0, faker_root)
    root, folder = Path(faker_root), Path(names_root)
    genders: dict[str, set[str]] = defaultdict(set)
    for letter, part, file in (
        ("m", "first_names_male", "dist.male.first"),
        ("f", "first_names_female", "dist.female.first"),
    ):
        for name in faker_names(root, part) | census(folder, file, 0.004):
            genders[name].add(letter)
    for name in faker_names(root, "first_names"):
        genders.setdefault(name, set())
    lean = leaning(folder)
    told = {n: min(g) if len(g) == 1 else lean.get(n, "") for n, g in genders.items()}
    lines = "".join(f"{n}\t{g}\n" for n, g in sorted(told.items()))
    (OUT / "given.tsv").write_text(
        HEAD.format(what="Given names and the gender that bears them") + lines, encoding="utf-8"
    )
    last = faker_names(root, "last_names") | census(folder, "dist.all.last", 0.006)
    (OUT / "surnames.txt").write_text(
        HEAD.format(what="Surnames") + "".join(f"{n}\n" for n in sorted(last)), encoding="utf-8"
    )
    print(len(genders), "given names,", len(last), "surnames")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
