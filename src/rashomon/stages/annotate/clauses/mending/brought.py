"""Clauses that "that" brings behind a word of saying, found by the order of words where the parser hung them on what stands between:
"said in a written statement that her client was made to pay", "found at the time that wiring had caused it"."""

from __future__ import annotations

from rashomon.lexicon.operators import SPEECH, class_of
from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree
from rashomon.stages.annotate.who.lexicon import words

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_TELLS = SPEECH | {"evidence", "know", "certain"}
_ADDRESSED = frozenset(
    {"tell", "inform", "assure", "warn", "notify", "remind", "show", "persuade", "convince", "satisfy"}
)
_BETWEEN = frozenset({"ADV", "ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "CCONJ", "AUX"})
_WITHIN = frozenset({"ADV", "ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "CCONJ", "PUNCT", "SYM"})
_NEAR = 12

Changes = dict[int, Token]


def clause_brought_by_that(tree: Tree) -> Changes:
    """Of "She said in a written statement that her client was made to pay": made to pay is what she said."""
    for n, word in enumerate(tree.words):
        if word != "that" or not 0 < n < len(tree) - 2:
            continue
        verb = _telling(tree, n)
        told = _told(tree, n) if verb is not None else None
        if verb is None or told is None or told in (verb, *tree.up(verb)) or _hangs(tree, told, verb):
            continue
        return _hung(tree, n, verb, told)
    return {}


def second_that(tree: Tree) -> Changes:
    """Of "It said that it was shut and that it would pay": both are said, and the second stands beside the first."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        first = tree.child(token.head, "ccomp") if token.dep == "conj" and token.head != n else None
        if first is None or first > n or first < token.head or _mark(tree, n) is None or _mark(tree, first) is None:
            continue
        if _tells(tree.tokens[token.head]):
            found[n] = token._replace(head=first)
    return found


def told_past_aside(tree: Tree) -> Changes:
    """Of "They found, said Moll, that he was paid", "had said, according to X, that he ran": the first verb's, not the aside's."""
    for n, token in enumerate(tree.tokens):
        if token.dep not in ("ccomp", "conj") or (that := _mark(tree, n)) is None or that == 0 or that < token.head:
            continue
        over = token.head
        if (
            token.dep == "conj"
            and tree.child(over, "cc") is None
            and not any(k > over or ";" not in tree.words[k:over] for k in tree.kids(over, "ccomp"))
            and _tells(tree.tokens[over])
        ):
            return {n: token._replace(dep="ccomp")}
        inside = tree.tokens[over].dep == "parataxis" and tree.tokens[over].head < over
        first = tree.tokens[over].head if inside else tree.child(over, "ccomp")
        if token.dep != "ccomp" or first is None or first > over or tree.tokens[that - 1].text != ",":
            continue
        if (_tells(tree.tokens[first]) or _is_weighed(tree, first)) and tree.child(
            first, "ccomp", "dobj", "xcomp"
        ) is None:
            return {n: token._replace(head=first)}
    return {}


def subject_behind_aside(tree: Tree) -> Changes:
    """Of "For the raid, the charge sheet said, Rash and his cousin bought rifles": they bought, the sheet said so."""
    for n, token in enumerate(tree.tokens):
        says = token.head
        over = tree.tokens[says].head
        if (
            token.dep not in ("dep", "dobj", "appos")
            or token.pos not in ("NOUN", "PROPN", "PRON")
            or not says < n < over
        ):
            continue
        if tree.tokens[says].dep != "parataxis" or not _tells(tree.tokens[says]) or tree.tokens[says + 1].text != ",":
            continue
        if tree.child(says, *_SUBJECTS) is not None and tree.child(over, *_SUBJECTS) is None:
            passive = tree.child(over, "auxpass") is not None
            return {n: token._replace(dep="nsubjpass" if passive else "nsubj", head=over)}
    return {}


def apposition_past_subject(tree: Tree) -> Changes:
    """Of "Police arrested Harl, a clerk, the prosecutor, Rona Sabin, said" Sabin: the prosecutor's name, and not Harl's, whom it stands further from."""
    for n, token in enumerate(tree.tokens):
        if token.dep != "appos" or token.head > n:
            continue
        start = tree.subtree(n)[0]
        between = (k for k in range(token.head + 1, start - 1) if tree.tokens[k].dep == "nsubj")
        near = next((k for k in between if tree.tokens[k].head > n and tree.tokens[k].pos == "NOUN"), None)
        if near is not None and start == near + 2 and tree.tokens[start - 1].text == ",":
            return {n: token._replace(head=near)}
    return {}


def read_taken_for_noun(tree: Tree) -> Changes:
    """Of "The body was burned, the two-page statement read.": so the statement said."""
    return {
        n: token._replace(pos="VERB", tag="VBD")
        for n, token in enumerate(tree.tokens)
        if token.text.lower() == "read" and token.pos == "NOUN" and tree.child(n, "nsubj") is not None
    }


def group_taken_for_is(tree: Tree) -> Changes:
    """Of "IS said in a statement that", "IS has claimed": capitals in a text that has others are a name, and it said so."""
    if len(tree) < 3 or all(t.text.isupper() for t in tree.tokens[1:4] if t.text.isalpha()):
        return {}
    for n, token in enumerate(tree.tokens[:-1]):
        over = token.head
        finite = tree.tokens[n + 1].tag in _FINITE or tree.tokens[n + 1].tag == "VBN"
        if (
            token.text != "IS"
            or token.pos not in ("AUX", "VERB")
            or not finite
            or tree.child(over, *_SUBJECTS) is not None
        ):
            continue
        verb = over if over > n else n + 1
        named = token._replace(dep="nsubj", head=verb, pos="PROPN", tag="NNP", lemma="IS")
        bare = tree.tokens[verb].tag == "VBN" and not any(k != n for k in tree.kids(verb, "aux", "auxpass"))
        return {n: named} | ({verb: tree.tokens[verb]._replace(tag="VBD")} if bare else {})
    return {}


def addressee_taken_for_subject(tree: Tree) -> Changes:
    """Of "..., the driver, Sam Orl, told the agency SNA": it was told to the agency, who has a subject before it."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        over = token.head
        if token.dep != "nsubj" or n < over or tree.tokens[over].lemma.lower() not in _ADDRESSED:
            continue
        if any(k < over for k in tree.kids(over, "nsubj")):
            found[n] = token._replace(dep="dobj")
    return found


def plural_taken_for_verb(tree: Tree) -> Changes:
    """Of "told the court that photographs in the press pointed to him": they are what pointed."""
    for n, token in enumerate(tree.tokens[:-2]):
        before, after = tree.tokens[n - 1], tree.tokens[n + 1]
        if token.tag != "VBZ" or n == 0 or before.text.lower() != "that" or before.dep != "nsubj" or after.pos != "ADP":
            continue
        verb = next((k for k in range(n + 2, len(tree)) if tree.tokens[k].tag in ("VBD", "MD")), None)
        if verb is None or tree.child(verb, *_SUBJECTS) is not None or tree.tokens[verb].pos != "VERB":
            continue
        return {
            n: token._replace(dep="nsubj", head=verb, pos="NOUN", tag="NNS"),
            n - 1: before._replace(dep="mark", head=verb, tag="IN", pos="SCONJ"),
            verb: tree.tokens[verb]._replace(
                dep="ccomp", head=token.head if token.dep == "ccomp" else tree.tokens[verb].head
            ),
        }
    return {}


def _tells(token: Token) -> bool:
    lemma = token.lemma.lower()
    return token.pos == "VERB" and (lemma in words("speech.txt") or class_of(lemma, "V") in _TELLS)


def _is_weighed(tree: Tree, at: int) -> bool:
    """True for "it remained unproven", "it was possible": a clause may follow that this is said of."""
    it = any(tree.tokens[k].text.lower() == "it" for k in tree.kids(at, *_SUBJECTS))
    words_ = (tree.tokens[k].lemma.lower() for k in tree.kids(at, "acomp", "attr", "oprd"))
    return it and any(class_of(word, "A") is not None or class_of(word, "N") is not None for word in words_)


def _mark(tree: Tree, clause: int) -> int | None:
    return next((k for k in tree.kids(clause, "mark") if tree.tokens[k].text.lower() == "that"), None)


def _hangs(tree: Tree, told: int, verb: int) -> bool:
    """Whether the clause hangs where it ought to, or beside another that does."""
    n = told
    while tree.tokens[n].dep == "conj" and tree.tokens[n].head != n:
        n = tree.tokens[n].head
    return tree.tokens[n].dep in ("ccomp", "parataxis") and tree.tokens[n].head == verb


def _telling(tree: Tree, that: int) -> int | None:
    """The verb of saying before "that": only adverbs, phrases and, with "told", the one it told stand between."""
    for n in range(that - 1, max(-1, that - _NEAR), -1):
        token = tree.tokens[n]
        if token.pos == "VERB" and token.dep != "amod":
            return n if _tells(token) and _is_free(tree, n, that) else None
        if token.pos not in _BETWEEN and token.dep != "amod":
            return None
    return None


def _is_free(tree: Tree, verb: int, that: int) -> bool:
    """No object or clause of the verb's own before "that", unless it is whom it told; no noun that says what "that" brings."""
    own = [k for k in tree.children[verb] if verb < k < that]
    if any(
        tree.tokens[k].dep in ("ccomp", "xcomp", "dobj", "attr", "oprd") and not _is_whom(tree, verb, k) for k in own
    ):
        return False
    before = tree.tokens[that - 1]
    if before.pos != "NOUN" or class_of(before.lemma.lower(), "N") is None:
        return True
    return tree.tokens[verb].lemma.lower() == "say" and tree.tokens[before.head].pos == "ADP"


def _is_whom(tree: Tree, verb: int, at: int) -> bool:
    return tree.tokens[verb].lemma.lower() in _ADDRESSED and tree.tokens[at].dep in ("dobj", "dative")


def _told(tree: Tree, that: int) -> int | None:
    """The first finite verb behind "that" and a subject; None where "that" is what the clause lacks ("a car that he drove")."""
    for n in range(that + 1, len(tree)):
        token = tree.tokens[n]
        if token.tag in _FINITE and not _is_no_clause(tree, n):
            verb = token.head if token.pos == "AUX" and token.head > n and token.dep in ("aux", "auxpass") else n
            return verb if n > that + 1 and _is_whole(tree, that, verb) and _has_subject(tree, that, n) else None
        if token.tag in ("WP", "WDT", "WRB", "WP$") or token.text in (";", ":", "."):
            return None
        if token.pos not in _WITHIN and token.tag not in ("VBN", "VBG"):
            return None
    return None


def _is_no_clause(tree: Tree, n: int) -> bool:
    """Of "that three air strikes hit a market", "that men placed in a loft fired": the verb of the clause comes behind."""
    placed = tree.tokens[n].tag == "VBD" and n + 1 < len(tree) and tree.tokens[n + 1].pos == "ADP"
    if tree.tokens[n].pos == "AUX" or not (placed or tree.tokens[n].tag == "VBZ"):
        return False
    for token in tree.tokens[n + 1 : n + 8]:
        if token.tag in ("VBD", "MD", "VBP"):
            return True
        if token.pos not in ("ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "VERB") or token.tag in ("VBZ", "VB"):
            return False
    return False


def _has_subject(tree: Tree, that: int, finite: int) -> bool:
    return any(tree.tokens[k].pos in ("NOUN", "PROPN", "PRON", "NUM") for k in range(that + 1, finite))


def _is_whole(tree: Tree, that: int, verb: int) -> bool:
    token = tree.tokens[that]
    if token.dep not in ("dobj", "pobj") or token.head != verb:
        return True
    return any(k > verb for k in tree.kids(verb, "dobj"))


def _hung(tree: Tree, that: int, verb: int, told: int) -> Changes:
    found = {that: tree.tokens[that]._replace(dep="mark", head=told, tag="IN", pos="SCONJ")}
    found[told] = tree.tokens[told]._replace(dep="ccomp", head=verb)
    if not any(k < told for k in tree.kids(told, *_SUBJECTS)):
        inside = range(that + 1, told)
        heads = (
            n
            for n in inside
            if tree.tokens[n].head not in inside and tree.tokens[n].pos in ("NOUN", "PROPN", "PRON", "NUM")
        )
        subject = next(heads, None)
        if subject is None:
            return {}
        passive = tree.child(told, "auxpass") is not None
        found[subject] = tree.tokens[subject]._replace(dep="nsubjpass" if passive else "nsubj", head=told)
    return found
