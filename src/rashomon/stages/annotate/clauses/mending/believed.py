"""Of whom something is believed, in an aside behind the name: the parser makes the name believe it."""

from __future__ import annotations

from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree

Changes = dict[int, Token]
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_BELIEVED = frozenset(
    {"believe", "think", "say", "suppose", "allege", "report", "rumour", "rumor", "suspect", "presume"}
)


def believed_behind_name(tree: Tree) -> Changes:
    """Of "Mira Holt, once thought to have paid for it, was cleared": she was thought so, she thought nothing."""
    for n, token in enumerate(tree.tokens):
        if token.lemma not in _BELIEVED or token.tag not in ("VBD", "VBN"):
            continue
        subject, told = tree.child(n, "nsubj"), tree.child(n, "xcomp")
        if subject is None or told is None or told < n:
            continue
        main = _main_behind(tree, n, told)
        apart = (subject < n and tree.tokens[tree.subtree(subject)[-1]].text == ",") or tree.tokens[n - 1].text == ","
        sure = tree.tokens[told].lemma == "be" or any(t.text.lower() == "have" for t in tree.tokens[n:told])
        if main is None or not (apart or "," in [t.text for t in tree.tokens[subject:n]]) or not sure:
            continue
        dep = "nsubjpass" if tree.child(main, "auxpass") is not None else "nsubj"
        top = (
            tree.tokens[main]
            if tree.tokens[n].head == main
            else tree.tokens[main]._replace(dep=token.dep, head=main if token.head == n else token.head)
        )
        ends = {k: tree.tokens[k]._replace(head=main) for k in tree.children[n] if k > main}
        held = tree.tokens[subject]._replace(dep=dep, head=main)
        return {subject: held, n: token._replace(tag="VBN", dep="acl", head=subject), main: top, **ends}
    return {}


def _main_behind(tree: Tree, believed: int, told: int) -> int | None:
    """The finite verb behind the comma that closes the aside, without a subject of its own."""
    closed = [k for k in range(told, len(tree.tokens)) if tree.tokens[k].text == ","]
    for k in closed[:1]:
        for m in range(k + 1, len(tree.tokens)):
            token = tree.tokens[m]
            if token.pos in ("VERB", "AUX") and (token.head == believed or tree.tokens[believed].head == m):
                own = [s for s in tree.kids(m, *_SUBJECTS) if s > believed]
                return m if not own else None
    return None
