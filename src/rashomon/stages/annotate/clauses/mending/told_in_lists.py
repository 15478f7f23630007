"""Clauses of counts and lists that the parser takes apart: "in which 13 people, eleven gendarmes and two drivers, were killed"."""

from __future__ import annotations

from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree

Changes = dict[int, Token]
_RECKONED = frozenset({"count", "estimate", "tally", "reckoning", "account"})
_LED_AWAY = frozenset(
    {"line", "round", "lead", "take", "march", "drag", "bind", "blindfold", "tie", "put", "stand", "pull", "haul"}
)
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_LONGEST = 6


def list_in_relative(tree: Tree) -> Changes:
    """Of "the ambush in which 13 people, ten guards and three cooks, were killed": the people are the subject of what befell them."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        which = next((k for p in tree.kids(n, "prep") if p < n for k in tree.kids(p, "pobj")), None)
        if token.dep != "relcl" or token.tag != "NNS" or which is None or tree.tokens[which].text.lower() != "which":
            continue
        last = tree.subtree(n)[-1]
        verb = next((k for k in range(last + 1, len(tree)) if tree.tokens[k].tag in ("VBN", "VBD")
                     and tree.tokens[k].pos == "VERB"), None)  # fmt: skip
        if verb is None or tree.child(verb, *_SUBJECTS) is not None or verb - last > _LONGEST:
            continue
        passive = tree.child(verb, "auxpass") is not None
        found[n] = token._replace(dep="nsubjpass" if passive else "nsubj", head=verb)
        found[verb] = tree.tokens[verb]._replace(dep="relcl", head=token.head)
        found |= {p: tree.tokens[p]._replace(head=verb) for p in tree.kids(n, "prep") if p < n}
    return found


def by_whose_count(tree: Tree) -> Changes:
    """Of "By the union's count 81 people died": the count is the union's, the people are nobody's."""
    found: Changes = {}
    for by, token in enumerate(tree.tokens[:-3]):
        if token.text.lower() != "by" or token.dep != "prep":
            continue
        ends = range(by + 1, min(by + _LONGEST, len(tree) - 1))
        count = next((n for n in ends if tree.tokens[n].text.lower() in _RECKONED), None)
        if count is None or tree.tokens[count + 1].tag != "CD" or tree.tokens[count].head <= count:
            continue
        noun = tree.tokens[count].head
        found[count] = tree.tokens[count]._replace(dep="pobj", head=by, pos="NOUN", tag="NN")
        found |= {k: tree.tokens[k]._replace(head=count) for k in tree.children[noun] if by < k < count}
    return found


def shot_taken_for_noun(tree: Tree) -> Changes:
    """Of "Nine were lined up against a wall and shot": that is what befell them, no shot."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        over = tree.tokens[token.head]
        bare = token.tag == "NN" and tree.child(n, "det", "amod", "nummod", "compound") is None
        if (
            token.text.lower() == "shot"
            and token.dep == "conj"
            and bare
            and over.tag == "VBN"
            and over.lemma in _LED_AWAY
        ):
            found[n] = token._replace(tag="VBN", pos="VERB", lemma="shoot")
    return found
