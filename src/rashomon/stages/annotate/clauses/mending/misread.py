"""Words whose kind or place the parser misreads in a way that the order of words shows: a conjunction taken for an object, a
name swallowed by the day before it, "calls" and "jail" taken for verbs, an alias taken for the subject."""

from __future__ import annotations

from rashomon.lexicon.operators import class_of
from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree

Changes = dict[int, Token]
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_GIVING = frozenset({"give", "hand", "pay", "offer", "lend", "owe", "grant", "promise"})
_SENDING = frozenset({"send", "return", "take", "commit", "remand", "bring"})


def that_taken_for_object(tree: Tree) -> Changes:
    """Of "She told the court that he had called her": "that" opens the clause, her he called."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        over = tree.tokens[token.head]
        if token.tag != "WDT" or token.text.lower() != "that" or token.dep != "dobj" or over.dep != "ccomp":
            continue
        if any(k > token.head for k in tree.kids(token.head, "dobj")):
            found[n] = token._replace(dep="mark", tag="IN", pos="SCONJ")
    return found


def name_behind_its_day(tree: Tree) -> Changes:
    """Of "On 4 May 2019 Mira Holt phoned Paul Drake": Holt phoned, on that day."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        verb = tree.tokens[token.head]
        name = tree.child(n, "pobj") if token.dep == "prep" and token.text.lower() in ("on", "in") else None
        if (
            name is None
            or verb.tag not in _FINITE
            or token.head < name
            or tree.child(token.head, *_SUBJECTS) is not None
        ):
            continue
        days = [k for k in range(n + 1, name) if tree.tokens[k].ent[2:] == "DATE"]
        proper = tree.tokens[name].pos == "PROPN" and tree.tokens[name].ent[2:] != "DATE"
        if days and proper and days == list(range(n + 1, n + 1 + len(days))):
            found.update(_parted(tree, n, name, days))
    return found


def _parted(tree: Tree, prep: int, name: int, days: list[int]) -> Changes:
    """The name hung on the verb, its day on the preposition, and whatever hung across on its own."""
    top = next((k for k in days if tree.tokens[k].head not in days), days[0])
    found = {name: tree.tokens[name]._replace(dep="nsubj", head=tree.tokens[prep].head)}
    found[top] = tree.tokens[top]._replace(dep="pobj", head=prep)
    for k in days:
        if k != top and tree.tokens[k].head not in days:
            found[k] = tree.tokens[k]._replace(head=top)
    for k in range(days[-1] + 1, name):
        if tree.tokens[k].head in days:
            found[k] = tree.tokens[k]._replace(head=name)
    return found


def owned_taken_for_verb(tree: Tree) -> Changes:
    """Of "Her calls to Paul Drake were taped", "killed by army airstrikes": what is somebody's, or stands behind a preposition, is a noun."""
    return {
        n: token._replace(pos="NOUN", tag="NNS" if token.tag == "VBZ" else "NN")
        for n, token in enumerate(tree.tokens)
        if token.tag in ("VBZ", "VBP", "VB")
        and (tree.child(n, "poss") is not None or (token.tag == "VBZ" and token.dep == "pobj"))
        and tree.child(n, *_SUBJECTS) is None
    }


def jail_taken_for_verb(tree: Tree) -> Changes:
    """Of "sent him to jail pending trial": to a jail."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        to = n - 1
        if token.text.lower() != "jail" or token.tag != "VB" or to < 0 or tree.tokens[to].text.lower() != "to":
            continue
        if tree.tokens[token.head].lemma in _SENDING and tree.tokens[to].head == n:
            found[to] = tree.tokens[to]._replace(dep="prep", pos="ADP", tag="IN", head=token.head)
            found[n] = token._replace(dep="pobj", pos="NOUN", tag="NN", head=to)
    return found


def alias_taken_for_subject(tree: Tree) -> Changes:
    """Of "Viktor Harl, alias the Chief, was sentenced": Harl was."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        name = tree.child(n, "nsubj") if token.text.lower() == "alias" and token.dep in _SUBJECTS else None
        if name is not None and name < n and tree.tokens[name].pos == "PROPN":
            found[name] = tree.tokens[name]._replace(dep=token.dep, head=token.head)
            found[n] = token._replace(dep="appos", head=name, pos="NOUN", tag="NN")
    return found


def joined_without_and(tree: Tree) -> Changes:
    """Of "Mira Holt read the note, put it into a drawer, and left": "put" stands beside "read"."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        over = tree.tokens[token.head]
        behind = token.pos == "VERB" and token.head < n and over.tag in _FINITE and tree.tokens[n - 1].text == ","
        if behind and (token.dep == "dep" or _joins_finite(tree, n)):
            found[n] = token._replace(dep="conj", tag="VBD" if token.tag in ("VB", "VBN") else token.tag)
    return found


def _joins_finite(tree: Tree, n: int) -> bool:
    """A participle without a helping verb to which a finite verb is joined: it is none."""
    bare = (
        tree.tokens[n].dep == "advcl"
        and tree.tokens[n].tag == "VBN"
        and tree.child(n, "aux", "auxpass", "mark") is None
    )
    return bare and any(tree.tokens[k].tag == "VBD" for k in tree.kids(n, "conj"))


def name_before_what_is_given(tree: Tree) -> Changes:
    """Of "The judge gave Mira Holt life": a name before a bare noun that is given is whoever gets it."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        if token.dep != "dobj" or token.pos != "NOUN" or tree.tokens[token.head].lemma not in _GIVING:
            continue
        names = list(tree.kids(n, "compound"))
        if not names:
            continue
        before = [k for k in tree.children[n] if k < n]
        proper = all(tree.tokens[k].tag == "NNP" for k in names) and names == before
        person = tree.tokens[names[-1]].ent[2:] != "ORG" or token.text.lower() == "life"
        if proper and tree.subtree(names[0])[0] == token.head + 1 and person:
            found[names[-1]] = tree.tokens[names[-1]]._replace(dep="dative", head=token.head)
            found.update({k: tree.tokens[k]._replace(head=names[-1]) for k in names[:-1]})
    return found


def subject_before_aside(tree: Tree) -> Changes:
    """Of "Mira Holt, the witness said, left the table": Holt left, the witness said so."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        if token.dep not in ("parataxis", "ccomp") or token.head < n:
            continue
        own = list(tree.kids(n, "nsubj"))
        if len(own) != 2 or own[1] > n:
            continue
        free = tree.child(token.head, *_SUBJECTS) is None and tree.tokens[token.head].tag in _FINITE
        if free and any(t.text == "," for t in tree.tokens[own[0] + 1 : own[1]]):
            found[own[0]] = tree.tokens[own[0]]._replace(head=token.head)
    return found


def tail_of_compound(tree: Tree) -> Changes:
    """Of "the secretary-general of the league": it is the secretary-general's league, not the general's."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        if n < 2 or token.dep != "amod" or tree.tokens[n - 1].tag != "HYPH" or token.head != n - 2:
            continue
        found.update({k: tree.tokens[k]._replace(head=token.head) for k in tree.children[n] if k > n})
    return found


def never_on_its_verb(tree: Tree) -> Changes:
    """Of "Never in his life has Bodo Harn been convicted": never convicted."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens[:2]):
        over = tree.tokens[token.head]
        if token.dep == "neg" and over.dep == "prep" and tree.tokens[over.head].pos == "VERB" and token.head > n:
            found[n] = token._replace(head=over.head)
    return found


def not_the_other(tree: Tree) -> Changes:
    """Of "Ruben Keel, not his cousin Arvid Keel, was arrested": the cousin stands beside nobody."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        first = tree.subtree(n)[0] if token.dep in ("appos", "conj") else 0
        if (
            first > 1
            and tree.tokens[token.head].dep in _SUBJECTS
            and tree.tokens[first - 1].text.lower() == "not"
            and tree.tokens[first - 2].text in (",", "–", "—")
        ):
            found[n] = token._replace(dep="dep")
    return found


def subject_in_fronted_list(tree: Tree) -> Changes:
    """Of "On orders from Viktor Harl, Otto Brill and the guards shot the clerks": Brill and the guards shot, on Harl's orders."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        first = tree.subtree(n)[0] if token.dep == "conj" and tree.tokens[token.head].dep == "pobj" else 0
        if first == 0 or tree.tokens[first - 1].text != ",":
            continue
        verb = _verb_without_subject(tree, n)
        if verb is not None:
            passive = tree.child(verb, "auxpass") is not None
            found[n] = token._replace(dep="nsubjpass" if passive else "nsubj", head=verb)
    return found


def _verb_without_subject(tree: Tree, at: int) -> int | None:
    """The verb right behind a list that hangs on it by a phrase which opens the sentence; None where it has a subject."""
    opening = next((k for k in tree.up(at) if k == 0 and tree.tokens[k].dep == "prep"), None)
    verb = tree.tokens[0].head
    if opening is None or tree.child(verb, *_SUBJECTS) is not None or tree.tokens[verb].pos != "VERB":
        return None
    behind = tree.subtree(at)[-1] + 1
    starts = min((verb, *tree.kids(verb, "aux", "auxpass")))
    return verb if behind == starts and tree.tokens[starts].tag in _FINITE else None


def what_is_called_for(tree: Tree) -> Changes:
    """Of "Prosecutors issued warrants for the arrest of X": the "for" behind a word of wish or order is of that word, not of the verb before it."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        if token.dep != "prep" or token.lemma != "for" or n == 0:
            continue
        noun = tree.tokens[n - 1]
        asks = noun.pos == "NOUN" and noun.dep in ("dobj", "nsubjpass", "pobj")
        if (
            asks
            and class_of(noun.lemma.lower(), "N") == "intend"
            and token.head != n - 1
            and token.head in tree.up(n - 1)
        ):
            found[n] = token._replace(head=n - 1)
    return found
