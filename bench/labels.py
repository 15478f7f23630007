"""How many lines know the parser's labels outside the one room that may: the count may only fall.

    python bench/labels.py            the count by room, and whether it holds
    python bench/labels.py --lines    every line that is counted
    python bench/labels.py --keep     write a count that fell to labels.json; one that rose is refused

A line of `src/rashomon` counts, outside `stages/annotate/clauses`, when it holds at least one of
  - an attribute `.dep`, `.tag` or `.pos`, or a keyword argument of that name (`token._replace(dep=...)`);
  - a string of nothing but labels of the English parser: its dependencies ("nsubj", "dobj pobj"), its Penn tags ("VBD") or its
    parts of speech ("PROPN"). Labels that are words of other rooms too (AMBIGUOUS: "case", "agent", ...) count in strings
    of several labels and beside another use on their line, not alone.
`stages/acquire` is left out: it reads pages before any parse, and `.tag` there is that of an HTML element. Heads (`.head`,
`.kids()`) are no labels: a label given to `.kids()` counts as a string. Counted in the syntax tree: comments and docstrings
never count. A count that has fallen by more than SLACK has to be kept, so that it can't creep back.
"""

from __future__ import annotations

import argparse
import ast
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "rashomon"
COUNT = ROOT / "bench" / "labels.json"
LEFT_OUT = ("stages/annotate/clauses", "stages/acquire")
SLACK = 25
FIELDS = ("dep", "tag", "pos")
DEPENDENCIES = [
    "ROOT",
    "acl",
    "acomp",
    "advcl",
    "advmod",
    "agent",
    "amod",
    "appos",
    "attr",
    "aux",
    "auxpass",
    "case",
    "cc",
    "ccomp",
    "compound",
    "conj",
    "csubj",
    "csubjpass",
    "dative",
    "dep",
    "det",
    "dobj",
    "expl",
    "intj",
    "mark",
    "meta",
    "neg",
    "nmod",
    "npadvmod",
    "nsubj",
    "nsubjpass",
    "nummod",
    "oprd",
    "parataxis",
    "pcomp",
    "pobj",
    "poss",
    "preconj",
    "predet",
    "prep",
    "prt",
    "punct",
    "quantmod",
    "relcl",
    "xcomp",
]
TAGS = [
    "-LRB-",
    "-RRB-",
    "ADD",
    "AFX",
    "CC",
    "CD",
    "DT",
    "EX",
    "FW",
    "HYPH",
    "IN",
    "JJ",
    "JJR",
    "JJS",
    "LS",
    "MD",
    "NFP",
    "NN",
    "NNP",
    "NNPS",
    "NNS",
    "PDT",
    "POS",
    "PRP",
    "PRP$",
    "RB",
    "RBR",
    "RBS",
    "RP",
    "SYM",
    "TO",
    "UH",
    "VB",
    "VBD",
    "VBG",
    "VBN",
    "VBP",
    "VBZ",
    "WDT",
    "WP",
    "WP$",
    "WRB",
    "XX",
    "_SP",
]
PARTS = [
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SPACE",
    "VERB",
    "X",
]
LABELS = frozenset([*DEPENDENCIES, *TAGS, *PARTS])
AMBIGUOUS = frozenset(
    ["agent", "case", "compound", "dep", "mark", "meta", "ADD", "CC", "IN", "PART", "POS", "SPACE", "TO", "X", "XX"]
)


def counted(path: Path) -> set[int]:
    """The lines of a file that know a label."""
    sure: set[int] = set()
    perhaps: defaultdict[int, set[str]] = defaultdict(set)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr in FIELDS:
            sure.add(node.end_lineno or node.lineno)
        elif isinstance(node, ast.keyword) and node.arg in FIELDS:
            sure.add(node.value.lineno)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            words = node.value.split()
            if words and LABELS.issuperset(words):
                perhaps[node.lineno].update(words)
                sure |= {node.lineno} if not AMBIGUOUS.issuperset(words) else set()
    return sure | {line for line, labels in perhaps.items() if len(labels) > 1}


def found(source: Path) -> Iterator[tuple[str, int]]:
    """File and line of everything that is counted below a package."""
    for path in sorted(source.rglob("*.py")):
        name = path.relative_to(source).as_posix()
        if not name.startswith(tuple(f"{room}/" for room in LEFT_OUT)):
            yield from ((name, line) for line in sorted(counted(path)))


def room(name: str) -> str:
    """The room a file stands in, three folders deep at most."""
    return "/".join(name.split("/")[:-1][:3]) or "."


def verdict(count: int, kept: int) -> str | None:
    """What is wrong with a count, if anything is."""
    if count > kept:
        return (
            f"{count} lines know parser labels outside stages/annotate/clauses; {kept} did, and the count may only fall"
        )
    if count < kept - SLACK:
        return f"{count} lines know parser labels, {kept} did: keep that with python bench/labels.py --keep"
    return None


def main(argv: Sequence[str] | None = None, source: Path = SOURCE, place: Path = COUNT) -> int:
    """Count, print, keep where asked; 1 where the count rose or was not kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", action="store_true")
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args(argv)
    lines, kept = list(found(source)), json.loads(place.read_text(encoding="utf-8"))["lines"]
    for name, line in lines if options.lines else ():
        print(f"{name}:{line}")
    for where, count in sorted(Counter(room(name) for name, _ in lines).items()):
        print(f"{count:6} {where}")
    print(f"{len(lines):6} lines in {len({name for name, _ in lines})} files; {kept} are kept as the most")
    if options.keep and len(lines) < kept:
        place.write_text(json.dumps({"lines": len(lines)}) + "\n", encoding="utf-8")
        kept = len(lines)
    if wrong := verdict(len(lines), kept):
        print(wrong)
    return 1 if verdict(len(lines), kept) else 0


if __name__ == "__main__":
    sys.exit(main())
