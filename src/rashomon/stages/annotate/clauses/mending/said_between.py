"""Saying set between a name and what it did, where the parse mixes the two: "X, said by witnesses to have done it, fled",
"the man prosecutors say did it", "Y, quoting a guard, said X did it", "The men, Y said in a letter, were shot"."""

from __future__ import annotations

from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import ROOT, Tree
from rashomon.stages.annotate.who.lexicon import words

_FINITE = ("VBD", "VBZ", "VBP")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_SAID_OF = frozenset({"say", "believe", "allege", "think", "report", "suspect", "claim", "know", "rumour"})

Changes = dict[int, Token]


def said_by_between(tree: Tree) -> Changes:
    """Of "Ardo Salvin, said by witnesses to have shot the clerk, fled": witnesses say it, and Ardo Salvin fled."""
    for n, token in enumerate(tree.tokens[1:-4], start=1):
        by = tree.tokens[n + 1]
        if (
            token.tag not in ("VBD", "VBN")
            or token.lemma not in _SAID_OF
            or by.text.lower() != "by"
            or tree.tokens[n - 1].text != ","
        ):
            continue
        told = by.head
        who = tree.child(told, "nsubj")
        fled = next((k for k in tree.kids(n, "ccomp") if k > told), None)
        name = tree.child(n, "nsubj")
        infinitive = any(tree.tokens[k].tag == "TO" for k in tree.kids(told, "aux"))
        if by.dep != "mark" or who is None or name is None or fled is None or token.dep != ROOT or not infinitive:
            continue
        return {
            n: token._replace(dep="acl", head=name, tag="VBN"),
            n + 1: by._replace(dep="agent", head=n),
            who: tree.tokens[who]._replace(dep="pobj", head=n + 1),
            told: tree.tokens[told]._replace(
                dep="xcomp", head=n, tag="VBN" if tree.child(told, "aux") is not None else "VB"
            ),
            fled: tree.tokens[fled]._replace(dep=ROOT, head=fled),
            name: tree.tokens[name]._replace(head=fled),
        }
    return {}


def man_they_say_did(tree: Tree) -> Changes:
    """Of "Ardo Salvin, the man prosecutors say ordered the raid, fled": he ordered it, and they say so."""
    for n, token in enumerate(tree.tokens[:-2]):
        did = tree.tokens[n + 1]
        man = token.head
        if (
            token.dep != "relcl"
            or token.lemma not in _SAID_OF
            or token.tag not in ("VBP", "VBD", "VBZ")
            or tree.child(n, "nsubj") is None
        ):
            continue
        own = (
            tree.child(n + 1, "nsubj") == man
            and did.tag in ("VBD", "VBZ")
            and did.dep in ("ccomp", "advcl", "parataxis")
        )
        over = did.head
        if not own or tree.child(n, "ccomp", "dobj") is not None or over == n + 1:
            continue
        name = next((k for k in tree.kids(over, "nsubj", "nsubjpass") if k < man), None)
        if name is None or tree.tokens[tree.subtree(man)[0] - 1].text != ",":
            continue
        return {
            man: tree.tokens[man]._replace(dep="appos", head=name),
            n + 1: did._replace(dep="relcl", head=man),
            n: token._replace(dep="parataxis", head=n + 1),
        }
    return {}


def two_subjects(tree: Tree) -> Changes:
    """Of "Ana Dell, quoting a guard, said Ardo Salvin ordered it": Dell said, Salvin ordered, where both were hung on the ordering."""
    for n, token in enumerate(tree.tokens):
        did = token.head
        if token.dep != "parataxis" or token.tag not in _FINITE or token.lemma not in words("speech.txt") or did < n:
            continue
        subjects = list(tree.kids(did, "nsubj"))
        if len(subjects) != 2 or not subjects[0] < n < subjects[1] or tree.child(n, *_SUBJECTS) is not None:
            continue
        if tree.tokens[n - 1].text != "," or tree.subtree(subjects[1])[0] != n + 1:
            continue
        up = n if tree.tokens[did].dep == ROOT else tree.tokens[did].head
        return {
            n: token._replace(dep=tree.tokens[did].dep, head=up),
            did: tree.tokens[did]._replace(dep="ccomp", head=n),
            subjects[0]: tree.tokens[subjects[0]]._replace(head=n),
        }
    return {}


def subject_before_inserted(tree: Tree) -> Changes:
    """Of "The men, Ana Dell said in a letter, were shot by soldiers": the men were shot, and she said so in between."""
    for n, token in enumerate(tree.tokens):
        if token.tag not in _FINITE or token.lemma not in words("speech.txt"):
            continue
        subjects = [k for k in tree.kids(n, "nsubj") if k < n]
        told = next((k for k in tree.kids(n, "ccomp") if k > n), None)
        if len(subjects) != 2 or told is None or tree.child(told, "mark", *_SUBJECTS) is not None:
            continue
        first, opens = subjects[0], tree.subtree(told)[0]
        if tree.tokens[tree.subtree(first)[-1] + 1].text != "," or tree.tokens[opens - 1].text != ",":
            continue
        passive = tree.child(told, "auxpass") is not None
        up = told if token.dep == ROOT else token.head
        return {
            first: tree.tokens[first]._replace(dep="nsubjpass" if passive else "nsubj", head=told),
            told: tree.tokens[told]._replace(dep=token.dep, head=up),
            n: token._replace(dep="parataxis", head=told),
        }
    return {}


def name_taken_for_clause(tree: Tree) -> Changes:
    """Of "Ana Dell, quoting a guard, said he ordered it": a name behind which a comma and a verb of saying stand is its subject."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        says = tree.tokens[token.head]
        if token.dep != "ccomp" or token.pos != "PROPN" or token.head < n or says.lemma not in words("speech.txt"):
            continue
        free = says.tag in _FINITE and tree.child(token.head, *_SUBJECTS) is None
        if free and tree.tokens[token.head - 1].text == "," and tree.child(n, "aux", "auxpass", *_SUBJECTS) is None:
            found[n] = token._replace(dep="nsubj")
    return found


def teller_behind_aside(tree: Tree) -> Changes:
    """Of "Ana Dell, sister of the murdered, told the paper that he lied": a sentence without a verb of its own, and what "that" brings."""
    root = tree.root() if len(tree) else 0
    if not len(tree) or tree.tokens[root].pos not in ("PROPN", "NOUN") or tree.child(root, *_SUBJECTS) is not None:
        return {}
    for n in range(root + 3, len(tree)):
        token = tree.tokens[n]
        if token.dep != "acl" or token.tag not in ("VBN", "VBD") or tree.tokens[n - 1].text != ",":
            continue
        said = tree.child(n, "ccomp")
        mark = tree.child(said, "mark") if said is not None else None
        if (
            mark is None
            or tree.tokens[mark].text.lower() != "that"
            or tree.child(n, "agent", "aux", "auxpass") is not None
        ):
            continue
        moved = {
            n: token._replace(dep=ROOT, head=n, tag="VBD", pos="VERB"),
            root: tree.tokens[root]._replace(dep="nsubj", head=n),
        }
        return moved | {k: tree.tokens[k]._replace(head=n) for k in tree.kids(root, "cc", "conj") if k > n}
    return {}


def object_taken_for_subject(tree: Tree) -> Changes:
    """Of "does not know that man and never paid him": the "and" behind the man joins the two verbs, and he is known, not paying."""
    for n, token in enumerate(tree.tokens[:-1]):
        paid = token.head
        knows = tree.tokens[paid].head
        joins = tree.tokens[n + 1]
        if token.dep != "nsubj" or tree.tokens[paid].dep != "ccomp" or not knows < n < paid:
            continue
        if joins.dep != "cc" or joins.head != knows or tree.child(knows, "dobj") is not None:
            continue
        moved = {n: token._replace(dep="dobj", head=knows), paid: tree.tokens[paid]._replace(dep="conj", head=knows)}
        mark = tree.child(paid, "mark")
        return moved if mark is None else moved | {mark: tree.tokens[mark]._replace(dep="det", head=n, tag="DT")}
    return {}


SAID_BETWEEN = (
    ("teller-behind-aside", teller_behind_aside),
    ("object-taken-for-subject", object_taken_for_subject),
    ("name-taken-for-clause", name_taken_for_clause),
    ("said-by-between", said_by_between),
    ("man-they-say-did", man_they_say_did),
    ("two-subjects", two_subjects),
    ("subject-before-inserted", subject_before_inserted),
)
