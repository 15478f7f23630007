"""Who did it, hung too low: "was planned in a flat by X", "was claimed in a letter by the Front"; and of whom it is believed."""

from __future__ import annotations

from rashomon.lexicon.nouns import is_body_noun, is_deed_noun, is_person_word
from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree

Changes = dict[int, Token]
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_BELIEVED = frozenset(
    {"believe", "think", "say", "suppose", "allege", "report", "rumour", "rumor", "suspect", "presume"}
)
_OWN_BY = frozenset(
    {"raid", "strike", "book", "film", "novel", "article", "report", "study", "statement", "letter", "visit", "operation",
     "post", "speech", "testimony", "attempt", "call", "request", "order", "offensive", "painting", "song", "poem"}
)  # fmt: skip


def agent_behind_a_place(tree: Tree) -> Changes:
    """Of "The raid was planned in a flat in Odan by Mira Holt": she planned it, no flat is by her."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        over = tree.tokens[token.head]
        if token.text.lower() != "by" or token.dep not in ("prep", "agent") or over.pos not in ("NOUN", "PROPN", "NUM"):
            continue
        doer = tree.child(n, "pobj")
        verb = _passive_over(tree, token.head)
        if doer is None or verb is None or not verb < token.head < n or not _is_somebody(tree.tokens[doer]):
            continue
        if not _has_own_by(over) and tree.child(verb, "agent") is None:
            found[n] = token._replace(dep="agent", head=verb)
    return found


def _passive_over(tree: Tree, at: int) -> int | None:
    """The passive verb on whose phrase a noun stands, through phrases of place and time alone."""
    while tree.tokens[at].dep in ("pobj", "npadvmod", "compound"):
        above = tree.tokens[at].head
        at = tree.tokens[above].head if tree.tokens[above].dep == "prep" else above
        token = tree.tokens[at]
        if token.pos == "VERB":
            return at if token.tag == "VBN" and tree.child(at, "auxpass", "nsubjpass") is not None else None
        if token.pos not in ("NOUN", "PROPN", "NUM") or _has_own_by(token):
            return None
    return None


def _has_own_by(token: Token) -> bool:
    """Of "an attack by", "a book by" the attack, the book."""
    return token.lemma.lower() in _OWN_BY or is_deed_noun(token)


def _is_somebody(token: Token) -> bool:
    return token.ent[2:] in ("PERSON", "ORG") or is_person_word(token.lemma.lower()) or is_body_noun(token)


def believed_behind_name(tree: Tree) -> Changes:
    """Of "Mira Holt, once thought to have paid for it, was cleared": she was thought so, she thought nothing."""
    for n, token in enumerate(tree.tokens):
        subject, told = tree.child(n, "nsubj"), tree.child(n, "xcomp")
        if (
            token.lemma not in _BELIEVED
            or token.tag not in ("VBD", "VBN")
            or subject is None
            or told is None
            or told < n
        ):
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


AGENTS = (
    ("agent-behind-a-place", agent_behind_a_place),
    ("believed-behind-name", believed_behind_name),
)
