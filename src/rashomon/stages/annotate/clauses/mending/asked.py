"""Questions that put the verb first and end with a participle, which the parser hangs on the subject: "Was the warder stabbed in May?"."""

from __future__ import annotations

from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree

Changes = dict[int, Token]


def participle_asked_for(tree: Tree) -> Changes:
    """Of "Was the warder stabbed in May?": whether he was stabbed is asked."""
    if len(tree) < 4 or all(t.text != "?" for t in tree.tokens[-2:]):
        return {}
    for n, token in enumerate(tree.tokens):
        subject, be = token.head, tree.tokens[token.head].head
        if token.tag != "VBN" or token.dep != "acl" or not be < subject < n or tree.tokens[be].lemma != "be":
            continue
        if tree.tokens[subject].dep not in ("nsubj", "attr") or tree.child(n, "agent") is not None:
            continue
        whole = {k: tree.tokens[k]._replace(head=n) for k in tree.children[be] if k not in (subject, n)}
        over = tree.tokens[be]
        return whole | {
            n: token._replace(dep=over.dep, head=n if over.head == be else over.head),
            subject: tree.tokens[subject]._replace(dep="nsubjpass", head=n),
            be: over._replace(dep="auxpass", head=n, pos="AUX"),
        }
    return {}
