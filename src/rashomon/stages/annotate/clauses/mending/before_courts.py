"""Sentences of courts and custody whose order the parser misreads: who is told last, "the accused", a list of verdicts."""

from __future__ import annotations

from rashomon.lexicon import words
from rashomon.lexicon.nouns import is_person_word
from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree

Changes = dict[int, Token]
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_WHERE = frozenset({"in", "under", "on", "behind", "among", "before"})
_ARTICLES = frozenset({"the", "an", "this", "that", "his", "her", "their", "another", "each", "one", "both"})
_OF_MANY = frozenset({"are", "were", "have"})
_TAKEN = frozenset(
    {"arrest", "detain", "convict", "jail", "gaol", "imprison", "remand", "indict", "acquit", "extradite", "apprehend"}
)
_WANTED_BY = {
    "want": ("in", "for", "over", "by", "on"),
    "accuse": ("of",),
    "sentence": ("to", "in", "for"),
    "suspect": ("of", "in"),
}
_GIVEN = frozenset({"year", "month", "life", "term", "sentence"})
_CALLING = frozenset({"surname", "name", "call", "nickname", "know", "identify", "dub"})
_STATES = ("attr", "npadvmod", "dobj")


def subject_behind_be(tree: Tree) -> Changes:
    """Of "Under arrest are Ardo Salvin and his driver": they are it; a phrase of place stands first, and nobody else is."""
    for n, token in enumerate(tree.tokens):
        if token.lemma != "be" or token.pos != "AUX" or tree.child(n, *_SUBJECTS, "auxpass") is not None:
            continue
        phrases = list(tree.kids(n, "prep"))
        placed = any(k < n + 2 and tree.tokens[k].text.lower() in _WHERE for k in phrases)
        behind = [
            k for k in tree.kids(n, *_STATES) if k > n and (tree.tokens[k].dep == "attr" or _is_somebody(tree, k))
        ]
        if placed and len(behind) == 1 and phrases[0] < n:
            return {behind[0]: tree.tokens[behind[0]]._replace(dep="nsubj", pos=_noun(tree.tokens[behind[0]]))}
    return {}


def _is_somebody(tree: Tree, at: int) -> bool:
    token = tree.tokens[at]
    named = (at, *tree.kids(at, "appos"))
    return is_person_word(token.lemma.lower()) or any(tree.tokens[k].ent[2:] == "PERSON" for k in named)


def _noun(token: Token) -> str:
    return "NOUN" if token.pos == "VERB" else token.pos


def accused_taken_for_verb(tree: Tree) -> Changes:
    """Of "The second accused, Ardo Salvin, denied it": a noun with an article, and no verb."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        if token.text.lower() != "accused" or token.pos not in ("VERB", "ADJ") or _has_own(tree, n):
            continue
        shown = any(tree.tokens[k].text.lower() in _ARTICLES for k in tree.kids(n, "det", "poss", "nummod"))
        if shown and token.dep in (*_SUBJECTS, "dobj", "pobj", "appos", "attr", "conj", "dative"):
            found[n] = token._replace(pos="NOUN", tag="NN", lemma="accused")
    return found


def _has_own(tree: Tree, at: int) -> bool:
    return tree.child(at, "aux", "auxpass", "nsubjpass", "ccomp", "agent") is not None


def apposition_past_its_verb(tree: Tree) -> Changes:
    """Of "The court gave Ardo Salvin life; his driver, nine years": the driver stands beside no court, past its verb and a semicolon."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        over = token.head
        if token.dep != "appos" or over > n or tree.tokens[over].dep not in (*_SUBJECTS, "dobj"):
            continue
        verb, given = tree.tokens[over].head, tree.tokens[over].lemma in _GIVEN
        if (over < verb < n or given) and any(t.text == ";" for t in tree.tokens[max(over, verb) : n]):
            found[n] = token._replace(dep="dep", head=verb)
    return found


def done_by_the_law(tree: Tree) -> Changes:
    """Of "Mira Holt, the reservist arrested Sunday in the killing of two", "Man jailed over a fire": it was done to her, who arrests nobody."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        if token.tag not in ("VBD", "VBN") or not (token.lemma in _TAKEN or _is_wanted(tree, n)):
            continue
        if token.dep == "acl" and token.tag == "VBD":
            found[n] = token._replace(tag="VBN")
        subjects = [k for k in tree.kids(n, "nsubj") if k < n]
        if not subjects or not _is_no_officer(tree, subjects[-1]):
            continue
        if tree.child(n, "dobj", "dative", "ccomp", "aux", "auxpass", "prt", "oprd", "cc") is not None:
            continue
        name = _name_before(tree, subjects[-1])
        if name is not None:
            found.update(_reduced(tree, n, subjects, name))
        elif token.dep == "ccomp" and tree.tokens[token.head].lemma == "be" and len(subjects) == 1:
            found[subjects[0]] = tree.tokens[subjects[0]]._replace(dep="attr", head=token.head)
            found[n] = token._replace(dep="acl", head=subjects[0], tag="VBN")  # "X is the man wanted in the case"
        elif token.dep != "relcl" and len(subjects) == 1:
            found[subjects[0]] = tree.tokens[subjects[0]]._replace(dep="nsubjpass")
            found[n] = token._replace(tag="VBN")
    return found


def _is_wanted(tree: Tree, at: int) -> bool:
    """Of "a man wanted over the murder", "accused of it": a verb that needs an object, and has none."""
    by = _WANTED_BY.get(tree.tokens[at].lemma, ())
    own = tree.child(at, "dobj", "xcomp", "ccomp", "dative") is not None
    return not own and at + 1 < len(tree.tokens) and tree.tokens[at + 1].text.lower() in by


def _name_before(tree: Tree, subject: int) -> int | None:
    """The name right before the comma behind which a noun with its article stands."""
    first = tree.subtree(subject)[0]
    beside = first > 1 and tree.tokens[first - 1].text == "," and tree.tokens[first].pos == "DET"
    return first - 2 if beside and tree.tokens[first - 2].pos == "PROPN" else None


def _reduced(tree: Tree, n: int, subjects: list[int], name: int) -> Changes:
    """The noun beside its name, the verb below it, and the clause above left to the verb that comes behind."""
    token, near = tree.tokens[n], subjects[-1]
    found = {
        near: tree.tokens[near]._replace(dep="appos", head=name),
        n: token._replace(dep="acl", head=near, tag="VBN"),
    }
    main = [
        k for k in tree.kids(n, "dep", "conj", "parataxis") if k > n and tree.tokens[k].tag in ("VBD", "VBZ", "VBP")
    ]
    if token.head != n and len(subjects) == 1:
        return found
    if not main or tree.child(main[0], *_SUBJECTS) is not None:
        return {}
    found[main[0]] = tree.tokens[main[0]]._replace(dep=token.dep, head=main[0] if token.head == n else token.head)
    found.update({k: tree.tokens[k]._replace(head=main[0]) for k in subjects[:-1]})
    return found


def _is_no_officer(tree: Tree, subject: int) -> bool:
    token = tree.tokens[subject]
    held = words("en-law.txt") | words("en-finders.txt")
    known = is_person_word(token.lemma.lower()) or token.ent[2:] == "PERSON"
    return known and not any(tree.tokens[k].lemma.lower() in held for k in tree.subtree(subject))


def list_under_plural(tree: Tree) -> Changes:
    """Of "A cousin of the bride, a clerk and the cook are held": "are" says that they are three, and no cousin is a clerk."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        if token.dep != "appos" or tree.child(n, "conj") is None or token.tag != "NN" or token.head > n:
            continue
        over = tree.tokens[token.head]
        if over.dep not in ("nsubj", "nsubjpass") or over.tag not in ("NN", "NNS") or tree.child(token.head, "conj"):
            continue
        verbs = (over.head, *tree.kids(over.head, "aux", "auxpass"))
        many = any(tree.tokens[k].text.lower() in _OF_MANY for k in verbs)
        if many and (over.tag == "NN" or _goes_on(tree, n)):
            found[n] = token._replace(dep="conj")
    return found


def subject_beside_subject(tree: Tree) -> Changes:
    """Of "A cousin of the bride, a clerk and the cook are held", where the parser has two subjects: one list."""
    for n, token in enumerate(tree.tokens):
        subjects = [k for k in tree.kids(n, *_SUBJECTS[:2]) if k < n]
        if len(subjects) != 2 or tree.tokens[subjects[0]].tag != "NN" or tree.child(subjects[1], "conj") is None:
            continue
        comma = tree.tokens[tree.subtree(subjects[1])[0] - 1].text == ","
        verbs = (n, *tree.kids(n, "aux", "auxpass"))
        if comma and any(tree.tokens[k].text.lower() in _OF_MANY for k in verbs) and token.pos in ("VERB", "AUX"):
            return {subjects[1]: tree.tokens[subjects[1]]._replace(dep="conj", head=subjects[0])}
    return {}


def _goes_on(tree: Tree, first: int) -> bool:
    """Of "the two sons, a baker, and Mira Holt" whether the comma before "and" makes the sons the first of a list."""
    joint = tree.child(first, "cc")
    return joint is not None and joint > 0 and tree.tokens[joint - 1].text == ","


def name_behind_the_accused(tree: Tree) -> Changes:
    """Of "Remanding the accused, Mira Holt, until June": Holt is the accused, no second whom one remands, and no subject of what follows."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens[:-1]):
        first = tree.subtree(n)[0] if token.dep in ("dobj", "nsubj") and token.pos == "PROPN" else 0
        if first < 2 or tree.tokens[first - 1].text != "," or tree.tokens[n + 1].text not in ",.;":
            continue
        whom = first - 2
        noun = is_person_word(tree.tokens[whom].lemma.lower()) and tree.child(whom, "det", "poss") is not None
        beside = tree.tokens[whom].dep == "dobj" and (tree.tokens[whom].head == token.head or token.dep == "nsubj")
        own = token.dep == "dobj" or len(list(tree.kids(token.head, "nsubj", "nsubjpass"))) > 1
        if noun and beside and own:
            found[n] = token._replace(dep="appos", head=whom)
    return found


def participle_taken_for_subject(tree: Tree) -> Changes:
    """Of "Convicted of a part in the murder of the owner, Mira Holt, 41, got eight years": she got them, whom the parser takes for the owner."""
    first = tree.tokens[0]
    if first.tag != "VBN" or first.dep not in _SUBJECTS:
        return {}
    verb = first.head
    for n in range(verb - 1, 1, -1):
        token = tree.tokens[n]
        if token.dep == "appos" and token.ent[2:] == "PERSON" and tree.tokens[tree.subtree(n)[0] - 1].text == ",":
            between = [t for t in tree.tokens[n + 1 : verb] if t.pos not in ("PUNCT", "NUM", "AUX", "ADV")]
            passive = tree.child(verb, "auxpass") is not None
            moved = token._replace(dep="nsubjpass" if passive else "nsubj", head=verb)
            return {} if between else {n: moved, 0: first._replace(dep="advcl")}
    return {}


def that_of_another(tree: Tree) -> Changes:
    """Of "upheld the sentence of the mayor and quashed that of his driver": "that" is a noun, the sentence of another."""
    return {
        n: token._replace(pos="NOUN", tag="NN")
        for n, token in enumerate(tree.tokens)
        if token.text.lower() in ("that", "those") and token.dep in ("dobj", "nsubjpass") and token.pos in ("PRON", "DET")
        and any(k == n + 1 and tree.tokens[k].text == "of" for k in tree.kids(n, "prep"))
    }  # fmt: skip


def stand_taken_for_noun(tree: Tree) -> Changes:
    """Of "Ardo Salvin and Mira Holt stand accused of it": they stand, and are accused."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens[1:-1], 1):
        after = tree.tokens[n + 1]
        stands = token.text.lower() in ("stand", "stands") and token.pos == "NOUN" and tree.tokens[n - 1].pos != "DET"
        if stands and after.head == n and after.text.lower() in ("accused", "charged", "indicted", "convicted"):
            found[n] = token._replace(pos="VERB", tag="VBP" if token.text.lower() == "stand" else "VBZ", lemma="stand")
            found[n + 1] = after._replace(dep="xcomp", pos="VERB", tag="VBN")
            found.update(_standing(tree, n))
    return found


def _standing(tree: Tree, verb: int) -> Changes:
    """The names before "stand", which the parser took for its parts, as its subjects."""
    names = [k for k in tree.kids(verb, "nmod", "compound") if k < verb and tree.tokens[k].pos == "PROPN"]
    if tree.child(verb, *_SUBJECTS) is not None or not names:
        return {}
    found = {k: tree.tokens[k]._replace(dep="conj", head=names[0]) for k in names[1:]}
    return {**found, names[0]: tree.tokens[names[0]]._replace(dep="nsubj")}


def phrase_past_a_name(tree: Tree) -> Changes:
    """Of "detained a guard surnamed Orl on suspicion of arson": on suspicion he was detained, not surnamed."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        over = tree.tokens[token.head]
        if token.dep != "prep" or token.text.lower() not in ("on", "over", "after") or over.lemma not in _CALLING:
            continue
        noun = over.head
        if over.dep == "acl" and tree.tokens[noun].dep in ("dobj", "nsubjpass") and tree.tokens[n - 1].pos == "PROPN":
            found[n] = token._replace(head=tree.tokens[noun].head)
    return found


def charge_past_the_court(tree: Tree) -> Changes:
    """Of "appeared before magistrates on a charge of arson": he appeared on a charge, and no magistrates are."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        court = tree.tokens[token.head]
        if token.dep != "prep" or token.text.lower() not in ("on", "over", "for") or court.dep != "pobj":
            continue
        verb = tree.tokens[court.head].head
        if court.lemma.lower() in words("en-finders.txt") and tree.tokens[verb].pos == "VERB" and verb < court.head:
            found[n] = token._replace(head=verb)
    return found


def offence_taken_for_verb(tree: Tree) -> Changes:
    """Of "Having pleaded to manslaughter": a crime that one pleads to, and nothing that one does."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        to = tree.child(n, "aux") if token.dep == "xcomp" and token.pos == "VERB" else None
        if to != n - 1 or tree.tokens[token.head].lemma != "plead" or tree.child(n, "dobj", "prep") is not None:
            continue
        found[n] = token._replace(pos="NOUN", tag="NN", dep="pobj", head=n - 1)
        found[n - 1] = tree.tokens[n - 1]._replace(pos="ADP", tag="IN", dep="prep", head=token.head)
    return found


COURTS = (
    ("offence-taken-for-verb", offence_taken_for_verb),
    ("charge-past-the-court", charge_past_the_court),
    ("stand-taken-for-noun", stand_taken_for_noun),
    ("phrase-past-a-name", phrase_past_a_name),
    ("participle-taken-for-subject", participle_taken_for_subject),
    ("that-of-another", that_of_another),
    ("done-by-the-law", done_by_the_law),
    ("list-under-plural", list_under_plural),
    ("subject-beside-subject", subject_beside_subject),
    ("subject-behind-be", subject_behind_be),
    ("accused-taken-for-verb", accused_taken_for_verb),
    ("name-behind-the-accused", name_behind_the_accused),
    ("apposition-past-its-verb", apposition_past_its_verb),
)
