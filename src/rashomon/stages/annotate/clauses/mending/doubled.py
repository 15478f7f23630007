"""What stands beside its like: two subjects that are joined or one noun, a person and a term both objects, "of X and of Y"."""

from __future__ import annotations

from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree

Changes = dict[int, Token]
_SUBJECTS = ("nsubj", "nsubjpass")
_COMMON = frozenset({"NN", "NNP"})


def subjects_joined(tree: Tree) -> Changes:
    """Of "Mira Holt and ten more had been convicted": both are, and the second stands beside the first."""
    found: Changes = {}
    for first, second in _pairs(tree):
        joint = tree.subtree(second)[0] - 1
        own = tree.tokens[joint].head == first and tree.tokens[joint].text.lower() == "and"
        if own and not any(t.text == "," or t.pos == "VERB" for t in tree.tokens[first + 1 : joint]):
            found[second] = tree.tokens[second]._replace(dep="conj", head=first)
    return found


def subject_in_two(tree: Tree) -> Changes:
    """Of "The drug lord known as Red Petar was sentenced": it is one lord, no drug and no lord."""
    found: Changes = {}
    for first, second in _pairs(tree):
        one, two = tree.tokens[first], tree.tokens[second]
        if second != first + 1 or one.tag not in _COMMON or two.tag not in _COMMON or tree.subtree(second)[0] != second:
            continue
        if one.pos == "NOUN" and two.text.islower() and tree.subtree(first)[-1] == first:
            found[first] = one._replace(dep="compound", head=second)
            found.update({k: tree.tokens[k]._replace(head=second) for k in tree.children[first]})
    return found


def person_before_term(tree: Tree) -> Changes:
    """Of "The court sentenced Mira Holt and Paul Drake to life imprisonment": it sentenced them, to a term."""
    found: Changes = {}
    for verb, token in enumerate(tree.tokens):
        whom, what = tree.child(verb, "dative"), tree.child(verb, "dobj")
        if token.pos != "VERB" or whom is None or what is None or not verb < whom < what:
            continue
        to = tree.subtree(what)[0]  # on the term, or on a word of it
        noun = tree.tokens[what].pos == "NOUN" and tree.tokens[whom].pos in ("NOUN", "PROPN", "PRON")
        if to < whom or tree.tokens[to].text.lower() != "to" or tree.tokens[to].dep not in ("aux", "prep") or not noun:
            continue
        found[whom] = tree.tokens[whom]._replace(dep="dobj")
        found[to] = tree.tokens[to]._replace(dep="prep", pos="ADP", tag="IN", head=verb)
        found[what] = tree.tokens[what]._replace(dep="pobj", head=to)
    return found


def of_past_a_day(tree: Tree) -> Changes:
    """Of "The union welcomed the arrest yesterday of Mira Holt": it is her arrest, whatever day stands between."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        if token.dep != "prep" or token.text.lower() != "of" or tree.tokens[n - 1].ent[2:] != "DATE" or n < 3:
            continue
        noun = _before_day(tree, n - 1)
        hung = token.head == n - 1 or (token.head == tree.tokens[noun].head and tree.tokens[token.head].pos == "VERB")
        if tree.tokens[noun].pos == "NOUN" and not tree.tokens[noun].ent and hung:
            found[n] = token._replace(head=noun)
    return found


def _before_day(tree: Tree, last: int) -> int:
    """The word before a day, or before its "on"; the day itself where an article makes it one of something."""
    first = last
    while first > 1 and tree.tokens[first - 1].ent[2:] == "DATE":
        first -= 1
    if tree.tokens[first].tag == "DT" or tree.tokens[first - 1].tag == "DT":
        return last
    return max(0, first - 2 if tree.tokens[first - 1].text.lower() == "on" else first - 1)


def of_joined_to_of(tree: Tree) -> Changes:
    """Of "the arrest of Mira Holt and of Paul Drake": it is the arrest of both."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        over = tree.tokens[token.head]
        if (
            token.dep == "conj"
            and over.dep == "prep"
            and token.text.lower() == over.text.lower()
            and token.pos == "ADP"
        ):
            found[n] = token._replace(dep="prep", head=over.head)
    return found


def _pairs(tree: Tree) -> list[tuple[int, int]]:
    """Two subjects of one verb, both before it and neither a word that opens a relative clause."""
    found: dict[tuple[int, str], list[int]] = {}
    for n, token in enumerate(tree.tokens):
        if token.dep in _SUBJECTS and n < token.head and token.tag not in ("WP", "WDT"):
            found.setdefault((token.head, token.dep), []).append(n)
    return [(both[0], both[1]) for both in found.values() if len(both) == 2]


DOUBLED = (
    ("subjects-joined", subjects_joined),
    ("subject-in-two", subject_in_two),
    ("person-before-term", person_before_term),
    ("of-past-a-day", of_past_a_day),
    ("of-joined-to-of", of_joined_to_of),
)
