"""Who says it at the end, where the parser takes them for more of a list: "killed by soldiers, residents and an official said"."""

from __future__ import annotations

from rashomon.lexicon.nouns import is_person_word
from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree
from rashomon.stages.annotate.who.lexicon import bodies, words

_FINITE = ("VBD", "VBZ", "VBP")
_LOOSE = ("conj", "parataxis", "dep", "appos", "ccomp", "advcl")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_SOURCES = frozenset(
    {
        "source", "resident", "witness", "observatory", "monitor", "agency", "media", "correspondent", "activist", "staff",
        "official", "authority", "police", "medic", "crew", "rescuer", "relative", "family", "union", "ministry", "military",
    }
)  # fmt: skip

Changes = dict[int, Token]


def sayers_taken_into_list(tree: Tree) -> Changes:
    """Of "Nine died in a raid by soldiers, residents and an official said": the soldiers raided, the two others say so."""
    for at, token in enumerate(tree.tokens):
        if token.tag not in _FINITE or token.lemma.lower() not in words("speech.txt") or at < 4:
            continue
        if (token.dep not in _LOOSE and token.head != at) or tree.child(
            at, *_SUBJECTS, "ccomp", "cc", "mark", "xcomp"
        ) is not None:
            continue
        first = _sayers(tree, at)
        if first is not None and token.head < at:
            head = next(n for n in range(first, at) if tree.tokens[n].head < first)
            return {head: tree.tokens[head]._replace(dep="nsubj", head=at), at: token._replace(dep="parataxis")}
    return {}


def _sayers(tree: Tree, at: int) -> int | None:
    """Where the noun phrases right before a verb begin, if a comma parts them from the list that they were taken into."""
    last = at - 1
    head = last
    if not _speaks(tree.tokens[last]) or tree.tokens[last].dep not in ("conj", "appos"):
        return None
    while tree.tokens[head].dep == "conj" and "and" in (
        t.text.lower() for t in tree.tokens[tree.tokens[head].head : head]
    ):
        over = tree.tokens[head].head
        if "," in (t.text for t in tree.tokens[over:head]):
            break
        head = over
    first = tree.subtree(head)[0]
    listed = tree.tokens[head].dep in ("conj", "appos") and tree.tokens[head].head < first
    return first if listed and first > 1 and tree.tokens[first - 1].text == "," and _speaks(tree.tokens[head]) else None


def _speaks(token: Token) -> bool:
    word = token.lemma.lower()
    return is_person_word(word) or word in bodies() or word in _SOURCES or token.ent[2:] in ("PERSON", "ORG")
