"""Headlines that leave out "was" and the comma: "A child killed 7 injured" accuses no child."""

from __future__ import annotations

from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree

_HARMED = frozenset({"killed", "wounded", "injured", "hurt", "shot", "burned", "burnt", "arrested", "detained"})
_STATES = _HARMED | {"dead", "missing"}

Changes = dict[int, Token]


def bare_passive_before_count(tree: Tree) -> Changes:
    """Of "A child killed 7 injured": the child was killed, and seven others were injured."""
    tokens = tree.tokens
    if tokens[-1].text in ".!?":
        return {}
    for n, token in enumerate(tokens[:-2]):
        number, state = tokens[n + 1], tokens[n + 2]
        subject = tree.child(n, "nsubj")
        if token.text.lower() not in _HARMED or token.dep != "ROOT" or subject is None or subject > n:
            continue
        bare = state.text.lower() in _STATES and not (n + 3 < len(tokens) and tokens[n + 3].tag in ("CD", "DT", "NNS"))
        if number.tag == "CD" and bare and tree.child(n, "aux", "auxpass") is None:
            return {
                subject: tokens[subject]._replace(dep="nsubjpass"),
                n: token._replace(tag="VBN"),
                n + 1: number._replace(dep="nsubjpass", head=n + 2),
                n + 2: state._replace(dep="conj", head=n),
            }
    return {}
