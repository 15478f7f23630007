"""What somebody is charged with or convicted of, and headlines that leave out "was", where the parser hangs them on others."""

from __future__ import annotations

from rashomon.lexicon import words
from rashomon.lexicon.nouns import is_crime_word, is_person_word
from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree

Changes = dict[int, Token]
_OWN_DOING = frozenset({"confess", "plead", "surrender", "testify", "flee", "escape", "die", "vanish", "appear"})
_TAKING = frozenset(
    {"arrest", "rearrest", "detain", "convict", "jail", "imprison", "remand", "indict", "acquit", "extradite"}
)
_TOLD_WITH = ("dobj", "ccomp", "xcomp", "aux", "auxpass", "prt", "dative", "agent", "oprd")
_BRINGS = {"charge": "with", "convict": "of", "acquit": "of", "accuse": "of", "suspect": "of", "clear": "of"}
_LEFT_OUT = {
    "hold": {"over"}, "clear": {"of"}, "charge": {"with", "over"}, "accuse": {"of"}, "sentence": {"to"}, "acquit": {"of"},
    "question": {"over"}, "jail": {"for", "over"}, "arrest": {"over", "in", "after"}, "detain": {"over", "in", "after"},
}  # fmt: skip


def crime_past_a_list(tree: Tree) -> Changes:
    """Of "charged the mayor, Ardo Salvin, and two of his aides with the murder": with it he and they were charged."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        link, whom = _BRINGS.get(token.lemma), tree.child(n, "dobj", "nsubjpass")
        if link is None or whom is None or any(tree.tokens[k].text.lower() == link for k in tree.kids(n, "prep")):
            continue
        below = set(tree.subtree(n))
        for k in range(max(n, whom) + 1, len(tree)):
            crime = tree.child(k, "pobj") if tree.tokens[k].text.lower() == link and k in below else None
            over = tree.tokens[tree.tokens[k].head]
            of_person = over.pos in ("PROPN", "NUM") or is_person_word(over.lemma.lower())
            named = crime is not None and is_crime_word(tree.tokens[crime].lemma.lower())
            if named and of_person and tree.tokens[k].dep == "prep":
                found[k] = tree.tokens[k]._replace(head=n)
                found.update(_joined(tree, n, whom))
                break
    return found


def _joined(tree: Tree, verb: int, whom: int) -> Changes:
    """Those whom the parser joined to the verb, joined to the one whom it is about."""
    named = [k for n in tree.kids(whom, "appos") for k in tree.kids(n, "conj")]
    beside = (
        k for k in (*tree.kids(verb, "conj"), *named) if k > whom and tree.tokens[k].pos in ("NUM", "NOUN", "PROPN")
    )
    return {k: tree.tokens[k]._replace(head=whom) for k in beside}


def headline_without_was(tree: Tree) -> Changes:
    """Of "Man held over murder", "Ardo Salvin cleared of arson": he was, where nothing ends the line and nobody is its object."""
    verb = next((n for n, t in enumerate(tree.tokens) if t.head == n), 0)
    token, subject = tree.tokens[verb], tree.child(verb, "nsubj")
    if subject is None or subject > verb or tree.tokens[-1].text in (".", "!", "?", "”", '"'):
        return {}
    if (
        token.tag not in ("VBD", "VBN")
        or tree.child(verb, "dobj", "ccomp", "aux", "auxpass", "prt", "dative") is not None
    ):
        return {}
    link = {tree.tokens[k].text.lower() for k in tree.kids(verb, "prep")}
    if not (link & _LEFT_OUT.get(token.lemma, set()) or _finds_guilty(tree, verb)) or not _is_somebody(tree, subject):
        return {}
    return {subject: tree.tokens[subject]._replace(dep="nsubjpass"), verb: token._replace(tag="VBN")}


def taken_without_object(tree: Tree) -> Changes:
    """Of "the widow was acquitted, Ardo Salvin convicted, and a third freed", "only Salvin, extradited in May, was there": nobody convicts without a convict."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens[:-1]):
        subject = tree.child(n, "nsubj")
        if token.tag not in ("VBD", "VBN") or token.lemma not in _TAKING or subject is None or subject > n:
            continue
        bare = tree.child(n, *_TOLD_WITH) is None and not any(k > n and _is_named(tree, k) for k in tree.children[n])
        if bare and tree.tokens[n + 1].pos in ("PUNCT", "ADP", "CCONJ") and _is_somebody(tree, subject):
            found |= {subject: tree.tokens[subject]._replace(dep="nsubjpass"), n: token._replace(tag="VBN")}
    return found


def _is_named(tree: Tree, at: int) -> bool:
    """Whether a word behind such a verb may be whom it takes, wherever the parser hangs it."""
    token = tree.tokens[at]
    return token.pos in ("NOUN", "PROPN", "PRON") and token.dep not in ("npadvmod", "conj")


def _finds_guilty(tree: Tree, verb: int) -> bool:
    said = tree.child(verb, "oprd", "acomp")
    return tree.tokens[verb].lemma == "find" and said is not None and tree.tokens[said].text.lower() == "guilty"


def _is_somebody(tree: Tree, subject: int) -> bool:
    token = tree.tokens[subject]
    law = words("en-law.txt") | words("en-finders.txt")
    known = is_person_word(token.lemma.lower()) or token.ent[2:] == "PERSON"
    return known and not any(tree.tokens[k].lemma.lower() in law for k in tree.subtree(subject))


def past_behind_asides(tree: Tree) -> Changes:
    """Of "Ardo Salvin, a guard known as Zek, confessed to it and is in prison": he confessed, and is no name described."""
    for n, token in enumerate(tree.tokens):
        if token.head != n or token.pos != "PROPN" or tree.child(n, "appos") is None:
            continue
        told = [
            k
            for k in tree.kids(n, "acl")
            if k > n and tree.tokens[k - 1].text == "," and tree.tokens[k].tag in ("VBN", "VBD")
        ]
        joined = bool(told) and any(_is_finite(tree, k) for k in tree.kids(told[-1], "conj"))
        if not told or tree.child(told[-1], "agent") is not None:
            return {}
        if joined or tree.tokens[told[-1]].lemma in _OWN_DOING:
            verb = tree.tokens[told[-1]]._replace(dep="ROOT", head=told[-1], tag="VBD")
            return {told[-1]: verb, n: token._replace(dep="nsubj", head=told[-1])}
    return {}


def _is_finite(tree: Tree, at: int) -> bool:
    helped = any(tree.tokens[k].tag in ("VBD", "VBZ", "VBP", "MD") for k in tree.kids(at, "aux", "auxpass"))
    return helped or tree.tokens[at].tag in ("VBZ", "VBP")


CHARGED = (
    ("past-behind-asides", past_behind_asides),
    ("crime-past-a-list", crime_past_a_list),
    ("headline-without-was", headline_without_was),
    ("taken-without-object", taken_without_object),
)
