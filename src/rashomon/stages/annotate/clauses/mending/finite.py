"""Verbs that say something by themselves, where the parser took a past form for a participle, or what is said by
others for a helping verb."""

from __future__ import annotations

from rashomon.lexicon.frames import lemma_of
from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree
from rashomon.stages.annotate.who.lexicon import words

Changes = dict[int, Token]
_HELPED = ("aux", "auxpass")
_SAYING = frozenset({"say", "believe", "claim", "think", "allege", "suspect"})
_DYING = frozenset({"perish", "die", "drown", "succumb", "fall"})
_HARMED = frozenset({"kill", "wound", "injure", "hurt", "maim", "detain", "arrest"})
_OBJECTS = ("dobj", "ccomp", "xcomp")
_NO_OBJECT = frozenset({"centre", "center", "focus", "fall", "rest", "insist", "testify", "confess", "vanish", "flee"})


def past_taken_for_participle(tree: Tree) -> Changes:
    """Of "Ardo Salvin boasted of having killed six": he boasted; a verb with a subject, and with what it is about."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        if token.tag != "VBN" or token.dep not in ("ROOT", "ccomp", "advcl") or tree.child(n, *_HELPED) is not None:
            continue
        subject = tree.child(n, "nsubj")
        about = tree.child(n, *_OBJECTS) is not None or any(tree.child(k, "pcomp") for k in tree.kids(n, "prep"))
        if subject is not None and subject < n and (about or token.lemma in _NO_OBJECT):
            found[n] = token._replace(tag="VBD")
    return found


def said_of_relative(tree: Tree) -> Changes:
    """Of "Ardo Salvin, who witnesses say shot the mayor": they say it, and he shot, where "say" was taken for a helper."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        over = tree.tokens[token.head]
        says = token.dep == "aux" and token.tag in ("VBP", "VBD", "VBZ") and token.lemma in _SAYING
        if not says or over.dep != "relcl" or token.head < n:
            continue
        before = [k for k in tree.children[token.head] if k < n and tree.tokens[k].dep == "nsubj"]
        speaker = before[-1] if before else n
        who = next(
            (
                k
                for k in range(speaker)
                if tree.tokens[k].tag in ("WP", "WDT") and tree.tokens[k].head in (speaker, token.head)
            ),
            None,
        )
        if speaker == n or who is None:
            continue
        found[n] = token._replace(dep="parataxis", pos="VERB")
        found[speaker] = tree.tokens[speaker]._replace(head=n)
        found[who] = tree.tokens[who]._replace(dep="nsubj", head=token.head)
        if over.tag in ("VB", "VBN", "NN"):
            found[token.head] = over._replace(tag="VBD", pos="VERB", lemma=lemma_of(over.text, over.lemma, "V"))
    return found


def gerund_taken_for_verb(tree: Tree) -> Changes:
    """Of "killed in shelling by the guards": the shelling is a noun, and theirs."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        joined = token.dep == "conj" and n > 1 and tree.tokens[n - 1].dep == "cc" and tree.tokens[n - 2].pos == "NOUN"
        if token.tag != "VBG" or not (token.dep == "pcomp" or joined):
            continue
        alone = tree.child(n, "dobj", "nsubj", *_HELPED) is None
        by = next((k for k in tree.kids(n, "prep", "agent") if tree.tokens[k].text.lower() == "by"), None)
        if alone and by is not None and tree.child(by, "pobj") is not None:
            noun = token._replace(tag="NN", pos="NOUN", lemma=token.text.lower())
            found[n] = noun._replace(head=n - 2) if joined else noun._replace(dep="pobj")
    return found


def said_in_between(tree: Tree) -> Changes:
    """Of "the man the police say shot the mayor": he shot, they say it."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens[:-1]):
        did = tree.tokens[n + 1]
        says = token.dep == "relcl" and token.lemma in _SAYING and tree.child(n, "nsubj") is not None
        if says and did.head == token.head and did.dep == "acl" and did.tag in ("VB", "VBN", "VBD"):
            found[n] = token._replace(dep="parataxis", head=n + 1)
            found[n + 1] = did._replace(dep="relcl", tag="VBD", pos="VERB", lemma=lemma_of(did.text, did.lemma, "V"))
    return found


def counts_run_together(tree: Tree) -> Changes:
    """Of "Three civilians killed 12 others injured in a blast": they were killed, others were hurt; a comma is missing."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        if token.lemma not in _HARMED:
            continue
        subject, others = tree.child(n, "nsubj"), tree.child(n, "dobj")
        if subject is None or others is None or tree.tokens[others].lemma != "other":
            continue
        hurt = next((k for k in tree.kids(others, "acl") if tree.tokens[k].lemma in _HARMED and k == others + 1), None)
        if hurt is not None and tree.tokens[hurt].tag == "VBN":
            found[n] = token._replace(tag="VBN")
            found[subject] = tree.tokens[subject]._replace(dep="nsubjpass")
            found[others] = tree.tokens[others]._replace(dep="nsubjpass", head=hurt)
            found[hurt] = tree.tokens[hurt]._replace(dep="conj", head=n)
    return found


def died_taken_for_participle(tree: Tree) -> Changes:
    """Of "In the fire nine persons perished and 30 are hurt": two clauses, for nobody is perished by another."""
    for n, token in enumerate(tree.tokens):
        dead = tree.tokens[token.head]
        if token.lemma not in _DYING or token.dep not in ("acl", "relcl") or not token.head < n < dead.head:
            continue
        others = next((k for k in tree.kids(token.head, "conj") if n < k < dead.head and _is_count(tree, k)), None)
        if others is None or dead.dep not in ("nsubj", "nsubjpass") or tree.child(n, "nsubj", "dobj") is not None:
            continue
        over = tree.tokens[dead.head]
        found = {k: tree.tokens[k]._replace(head=n) for k in tree.children[dead.head] if k < token.head}
        found |= {k: tree.tokens[k]._replace(head=n) for k in tree.kids(token.head, "cc")}
        found[token.head] = dead._replace(dep="nsubj", head=n)
        found[others] = tree.tokens[others]._replace(dep=dead.dep, head=dead.head)
        found[n] = token._replace(tag="VBD", dep=over.dep, head=n if over.head == dead.head else over.head)
        return found | {dead.head: over._replace(dep="conj", head=n)}
    return {}


def _is_count(tree: Tree, at: int) -> bool:
    return tree.tokens[at].tag == "CD" or tree.child(at, "nummod") is not None


def subject_taken_for_compound(tree: Tree) -> Changes:
    """Of "Little evidence links Ardo Salvin to it": the noun before a finite verb is its subject, its adjectives its own."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        if token.tag not in ("VBZ", "VBP", "VBD") or token.pos != "VERB" or tree.child(n, "nsubj", "nsubjpass", "expl"):
            continue
        noun = n - 1
        if (
            n == 0
            or tree.tokens[noun].head != n
            or tree.tokens[noun].dep != "compound"
            or tree.child(n, "dobj", "ccomp") is None
        ):
            continue
        found[noun] = tree.tokens[noun]._replace(dep="nsubj")
        for k in tree.children[n]:
            if k < noun and tree.tokens[k].dep in ("amod", "det", "compound", "nummod", "poss"):
                found[k] = tree.tokens[k]._replace(head=noun)
    return found


def deed_noun_behind_its_doer(tree: Tree) -> Changes:
    """Of "killed in rebel shelling of the town", "Army shelling killed nine": the shelling is a noun, the rebels' own."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        if (
            token.tag != "VBG"
            or token.dep not in ("advcl", "acl", "nsubj", "dobj")
            or tree.child(n, "dobj", *_HELPED) is not None
        ):
            continue
        doer = tree.tokens[n - 1] if n else token
        bare = doer.tag in ("NN", "NNP") and tree.child(n - 1, "det", "poss") is None
        if not bare:
            continue
        over = tree.tokens[doer.head]
        behind = (
            doer.dep == "pobj"
            and over.text.lower() in ("in", "by", "during", "after", "amid")
            and (over.head == token.head or over.head in (k for k in range(n) if token.head in tree.up(k)))
        )
        before = token.dep == "nsubj" and doer.head == n and doer.dep == "nsubj"
        if behind or before:
            found[n - 1] = doer._replace(dep="compound", head=n)
            noun = token._replace(tag="NN", pos="NOUN", lemma=token.text.lower())
            found[n] = noun._replace(dep="pobj", head=doer.head) if behind else noun
    return found


def two_objects_of_preposition(tree: Tree) -> Changes:
    """Of "killed in rebel shelling": one preposition has one object, the word before it is a part of it."""
    found: Changes = {}
    for n in range(1, len(tree.tokens)):
        token, before = tree.tokens[n], tree.tokens[n - 1]
        if token.dep == "pobj" == before.dep and token.head == before.head and before.tag in ("NN", "NNP"):
            found[n - 1] = before._replace(dep="compound", head=n)
    return found


def partitive_aside(tree: Tree) -> Changes:
    """Of "71 are wounded, of which nine gravely, has she said": the nine say nothing."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        if token.dep != "nsubj" or token.head < n:
            continue
        of = next((k for k in tree.kids(n, "prep") if k < n and tree.tokens[k].text.lower() == "of"), None)
        which = tree.child(of, "pobj") if of is not None else None
        if of is None or which is None or tree.tokens[which].text.lower() not in ("which", "whom"):
            continue
        verb = next((k for k in range(of - 1, -1, -1) if tree.tokens[k].pos == "VERB"), None)
        if verb is not None:
            found[n] = token._replace(dep="appos", head=verb)
    return found


def some_of_whom(tree: Tree) -> Changes:
    """Of "Forty were hurt, some of whom will never work again": the first clause is the one that is told, the other hangs on it."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        told = token.head
        if token.dep != "ccomp" or told < n or tree.tokens[told].head != told:
            continue
        subject = next(iter(tree.kids(told, "nsubj", "nsubjpass")), None)
        of = tree.child(subject, "prep") if subject is not None and subject > n else None
        whom = tree.child(of, "pobj") if of is not None else None
        comma = subject is not None and tree.tokens[tree.subtree(subject)[0] - 1].text == ","
        if whom is None or not comma or tree.tokens[whom].text.lower() not in ("whom", "which"):
            continue
        head = next(iter(tree.kids(n, "nsubjpass", "nsubj")), n)
        found[n] = token._replace(dep="ROOT", head=n)
        found[told] = tree.tokens[told]._replace(dep="relcl", head=head)
        found |= {k: tree.tokens[k]._replace(head=n) for k in tree.kids(told, "punct")}
    return found


def and_that(tree: Tree) -> Changes:
    """Of "said that it was too early to speak and that a quarrel might be behind it": the second is said as the first."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        mark = tree.child(n, "mark") if token.dep == "ccomp" else None
        if not mark or tree.tokens[mark].text.lower() != "that" or tree.tokens[mark - 1].dep != "cc":
            continue
        first = tree.tokens[mark - 1].head
        begun = tree.child(first, "mark")
        if first != n and begun is not None and tree.tokens[begun].text.lower() == "that":
            found[n] = token._replace(dep="conj", head=first)
    return found


def saying_joined_to_what_is_said(tree: Tree) -> Changes:
    """Of "Shells have killed nine people mostly traders a war monitor said on Tuesday": saying stands over killing, not beside."""
    for n, token in enumerate(tree.tokens):
        if token.dep != "conj" or token.tag not in ("VBD", "VBZ", "VBP") or token.lemma not in words("speech.txt"):
            continue
        subjects = [k for k in tree.children[n] if tree.tokens[k].dep in ("nsubj", "nsubjpass")]
        first, told = tree.subtree(n)[0], token.head
        while tree.tokens[told].dep == "conj":
            told = tree.tokens[told].head
        if len(subjects) != 1 or tree.tokens[told].head != told or tree.child(n, *_OBJECTS) is not None:
            continue
        speaker = tree.subtree(subjects[0])
        beside = (speaker[0] == first and speaker[-1] == n - 1) or (first == n and speaker[0] == n + 1)
        if beside and told < first and tree.tokens[first - 1].text.lower() not in ("and", "but", "or", ";"):
            return {n: token._replace(dep="ROOT", head=n), told: tree.tokens[told]._replace(dep="ccomp", head=n)}
    return {}
