"""Write src/rashomon/data/masking/english.txt: the words of English that are nobody's name.

    python tools/make_english.py

The words are the lemmas and irregular forms of WordNet 3, as the parser's own tables have them; those that are also a given
name or a surname stay out, but for the verbs and adjectives that `ordinary_words.txt` holds.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from spacy.lookups import Lookups

from rashomon.present.masking.lists import given_names, surnames
from rashomon.settings import DEFAULT_MODEL

OUT = Path(__file__).resolve().parent.parent / "src" / "rashomon" / "data" / "masking" / "english.txt"
HEAD = """# Words of English that are nobody's name: a capital on one of them makes no name. Made by tools/make_english.py; do not edit.
# Source: lemmas and irregular forms of WordNet 3 (WordNet licence, by way of en_core_web_sm), without the names in data/who.
"""


def main() -> None:
    """Write the list."""
    package = Path(str(import_module(DEFAULT_MODEL).__file__)).parent
    lookups = Lookups().from_disk(next(package.glob("*/lemmatizer/lookups")))
    tables = [lookups.get_table(name) for name in ("lemma_index", "lemma_exc")]
    words = {w for table in tables for group in table.values() for w in group}
    plain = {w for w in words if w.isascii() and w.isalpha() and len(w) > 2}
    OUT.write_text(HEAD + "\n".join(sorted(plain - given_names() - surnames())) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
