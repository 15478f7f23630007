"""Who speaks at a sentence's end, by office and name: "said his widow, the singer Mara Dell.", "has affirmed his counsel, Tem Orlav."."""

from __future__ import annotations

from rashomon.lexicon.nouns import is_person_word
from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import ROOT, Tree
from rashomon.stages.annotate.who.lexicon import words

_CLOSING = frozenset({",", '"', "”", "''", "’", "'"})
_PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "PRON", "PART")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")

Changes = dict[int, Token]


def name_behind_speaker(tree: Tree) -> Changes:
    """Of '"...," said his widow, the singer Mara Dell.': the widow says it, and Dell is the widow."""
    end = len(tree) - 1 if len(tree) and tree.tokens[-1].pos == "PUNCT" else len(tree)
    comma = next((n for n in range(end - 2, 3, -1) if tree.words[n] == ","), None)
    if comma is None or tree.tokens[end - 1].pos != "PROPN":
        return {}
    verb = next((n for n in range(comma - 1, 1, -1) if tree.tokens[n].pos == "VERB"), None)
    if (
        verb is None
        or not _closes(tree, verb)
        or not all(_in_phrase(tree, n) for n in (*range(verb + 1, comma), *range(comma + 1, end)))
    ):
        return {}
    who = comma - 1
    if who == verb or tree.tokens[who].tag != "NN" or not is_person_word(tree.tokens[who].lemma.lower()):
        return {}
    before = [k for k in tree.kids(verb, *_SUBJECTS) if k < verb]
    return {} if before else _hung(tree, verb, who, end - 1)


def _closes(tree: Tree, verb: int) -> bool:
    """True for a verb of saying right behind what was said, a helping "has" between."""
    first = verb - 1 if tree.tokens[verb - 1].pos == "AUX" else verb
    return tree.tokens[verb].lemma.lower() in words("speech.txt") and tree.words[first - 1] in _CLOSING


def _in_phrase(tree: Tree, at: int) -> bool:
    return tree.tokens[at].pos in _PHRASE


def _hung(tree: Tree, verb: int, who: int, name: int) -> Changes:
    found = {
        who: tree.tokens[who]._replace(dep="nsubj", head=verb),
        name: tree.tokens[name]._replace(dep="appos", head=who),
    }
    for n in range(who + 2, name):
        if not who + 1 < tree.tokens[n].head <= name:
            found[n] = tree.tokens[n]._replace(dep="det" if tree.tokens[n].pos == "DET" else "compound", head=name)
    if who + 1 < tree.root() <= name:
        below = (k for k in tree.children[tree.root()] if k < verb or tree.tokens[k].dep == "punct")
        found |= {k: tree.tokens[k]._replace(head=verb) for k in below}
        found[verb] = tree.tokens[verb]._replace(dep=ROOT, head=verb)
    return found | {who + 1: tree.tokens[who + 1]._replace(head=who)}


NAMED_BEHIND = (("name-behind-speaker", name_behind_speaker),)
