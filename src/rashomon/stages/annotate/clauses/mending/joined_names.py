"""Names that stand in one list, and predicates before their subject: what the parser hangs on the verb belongs to a noun."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.lexicon.frames import lemma_of
from rashomon.lexicon.nouns import is_person_word
from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree

Changes = dict[int, Token]
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_DEALT = frozenset({"of", "with", "to", "for"})
_BE = frozenset({"is", "are", "was", "were"})


def name_joined_to_verb(tree: Tree) -> Changes:
    """Of "Police arrested Mira Holt, who had fled, and Paul Drake": Drake stands beside Holt, not beside the arrest."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        verb = token.head
        if token.dep != "conj" or token.pos != "PROPN" or tree.tokens[verb].pos not in ("VERB", "AUX") or n < verb:
            continue
        told = [k for k in tree.kids(verb, "dobj", "attr") if verb < k < n]
        bare = all(tree.tokens[k].dep not in (*_SUBJECTS, "aux", "auxpass", "dobj") for k in tree.children[n])
        gapped = n + 1 < len(tree) and tree.tokens[n + 1].text.lower() in _DEALT  # "and Drake with arson"
        if told and bare and not gapped and tree.tokens[told[-1]].pos == "PROPN":
            found[n] = token._replace(head=told[-1])
    return found


def name_joined_to_description(tree: Tree) -> Changes:
    """Of "Mira Holt, once a nurse, and Paul Drake were held": Drake stands beside Holt; she is no Drake."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        over = tree.tokens[token.head]
        if token.dep != "conj" or token.pos != "PROPN" or over.dep != "appos" or over.tag != "NN":
            continue
        first = tree.subtree(n)[0]
        apart = [t.text for t in tree.tokens[token.head + 1 : first]]
        if "," in apart and tree.tokens[over.head].pos == "PROPN" and over.head < token.head:
            found[n] = token._replace(head=over.head)
    return found


def listed_taken_for_apposition(tree: Tree) -> Changes:
    """Of "Mira Holt, Paul Drake, Ivo Sark and Nora Fell were held": Drake is the second of four, he is not Holt."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        over = tree.tokens[token.head]
        if token.dep != "appos" or token.pos != "PROPN" or over.pos != "PROPN" or tree.child(n, "conj") is None:
            continue
        between = [t.text for t in tree.tokens[token.head + 1 : tree.subtree(n)[0]]]
        if between == [","] and {token.ent[2:], over.ent[2:]} == {"PERSON"}:
            found[n] = token._replace(dep="conj")
    return found


def description_behind_its_name(tree: Tree) -> Changes:
    """Of "A court threw out the acquittal of Paul Drake, the trader accused of it": no court is the trader."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        over = tree.tokens[token.head]
        first = tree.subtree(n)[0] if token.dep == "appos" and token.tag == "NN" else 0
        if first < 2 or tree.tokens[first - 1].text != "," or not is_person_word(token.lemma.lower()):
            continue
        name = tree.tokens[first - 2]
        apart = token.head < first - 2 and over.pos == "NOUN" and not is_person_word(over.lemma.lower())
        if apart and name.pos == "PROPN" and name.ent[2:] == "PERSON":
            found[n] = token._replace(head=first - 2)
    return found


def people_joined_to_a_body(tree: Tree) -> Changes:
    """Of "Soldiers of the 4th Battalion and fighters of the Lake Front killed nine": both did, the battalion joins nobody."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        over = tree.tokens[token.head]
        if token.dep != "conj" or token.tag != "NNS" or over.dep != "pobj" or over.pos != "PROPN":
            continue
        people = tree.tokens[over.head].head
        of = tree.tokens[over.head].text.lower() in ("of", "from") and tree.tokens[people].tag == "NNS"
        both = is_person_word(token.lemma.lower()) and is_person_word(tree.tokens[people].lemma.lower())
        if of and both and people < over.head:
            found[n] = token._replace(head=people)
    return found


def counted_aside(tree: Tree) -> Changes:
    """Of "The attack on nine nurses, two of them women, was claimed by the Front": the attack was claimed, not the women."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        number = tree.child(n, "nsubj") if token.dep in ("nsubj", "nsubjpass") else None
        of = None if number is None or tree.tokens[number].pos != "NUM" else tree.child(number, "prep")
        whom = None if of is None else tree.child(of, "pobj")
        if whom is None or tree.tokens[whom].text.lower() not in ("them", "whom", "which"):
            continue
        first = next((k for k in tree.kids(token.head, "nsubj", "nsubjpass") if k < n), None)
        if first is not None:
            found[n] = token._replace(dep="appos", head=first)
    return found


def relative_of_what_is_said(tree: Tree) -> Changes:
    """Of "the attack, which the Lake Front says it carried out": the Front says it, of the attack."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        if token.dep != "relcl":
            continue
        which = next((k for k in tree.kids(n, "nsubj") if tree.tokens[k].tag in ("WDT", "WP")), None)
        own = next((k for k in tree.kids(n, "nsubj") if k != which), None)
        says = next((k for k in tree.kids(n, "parataxis") if k < n), None)
        if which is None or own is None or says is None or not which < says < own:
            continue
        before = which - 1 - (tree.tokens[which - 1].text == ",")
        if before < 0 or tree.tokens[before].pos not in ("NOUN", "PROPN") or tree.child(says, "nsubj") is None:
            continue
        found[which] = tree.tokens[which]._replace(dep="dobj")
        found[says] = tree.tokens[says]._replace(dep="relcl", head=before)
        found[n] = token._replace(dep="ccomp", head=says)
    return found


def participle_before_its_subject(tree: Tree) -> Changes:
    """Of "Charged are Mira Holt and Paul Drake": they are charged."""
    at = next((n for n, t in enumerate(tree.tokens[:2]) if t.text.lower().endswith("ed")), None)
    if at is None:
        return {}
    verb = tree.tokens[at]
    below = tree.child(at, "auxpass") if verb.head == at else verb.head
    be = at if below is None else below
    told = tree.child(be, "attr")
    opened = verb.head == at or verb.dep in ("nsubj", "csubj", "advcl", "acomp")
    if told is None or told < be or tree.tokens[be].text.lower() not in _BE or not opened:
        return {}
    return {
        at: verb._replace(dep="ROOT", head=at, tag="VBN", pos="VERB", lemma=lemma_of(verb.text, verb.lemma, "V")),
        be: tree.tokens[be]._replace(dep="auxpass", head=at, pos="AUX"),
        told: tree.tokens[told]._replace(dep="nsubjpass", head=at),
    }


def subject_behind_among(tree: Tree) -> Changes:
    """Of "Among the accused are Mira Holt and Paul Drake": they are among them."""
    root = tree.root() if tree.tokens else 0
    if not tree.tokens or tree.tokens[0].text.lower() != "among" or tree.tokens[root].text.lower() not in _BE:
        return {}
    told = tree.child(root, "attr")
    if told is None or tree.tokens[0].head != root or tree.child(root, *_SUBJECTS) is not None:
        return {}
    return {told: tree.tokens[told]._replace(dep="nsubj")}


def verb_behind_whom(tree: Tree) -> Changes:
    """Of "Those whom the indictment names as suspects fled": the indictment names them."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        whom = next((k for k in tree.kids(n, "dobj") if tree.tokens[k].text.lower() == "whom"), None)
        if token.tag != "NNS" or whom is None or whom == 0 or tree.child(n, "compound") != n - 1:
            continue
        if tree.tokens[n - 1].tag != "NN" or tree.tokens[whom - 1].pos in ("ADP", "PUNCT"):
            continue
        found[n] = token._replace(dep="relcl", head=whom - 1, pos="VERB", tag="VBZ")
        found[n - 1] = tree.tokens[n - 1]._replace(dep="nsubj")
        if tree.tokens[whom - 1].head in (whom, n):
            behind = whom > 1 and tree.tokens[whom - 2].pos == "ADP"
            place = ("pobj", whom - 2) if behind else (token.dep, token.head)
            found[whom - 1] = tree.tokens[whom - 1]._replace(dep=place[0], head=place[1])
    return found


NAMES: tuple[tuple[str, Callable[[Tree], Changes]], ...] = (
    ("verb-behind-whom", verb_behind_whom),
    ("name-joined-to-verb", name_joined_to_verb),
    ("listed-taken-for-apposition", listed_taken_for_apposition),
    ("name-joined-to-description", name_joined_to_description),
    ("counted-aside", counted_aside),
    ("relative-of-what-is-said", relative_of_what_is_said),
    ("description-behind-its-name", description_behind_its_name),
    ("people-joined-to-a-body", people_joined_to_a_body),
    ("participle-before-its-subject", participle_before_its_subject),
    ("subject-behind-among", subject_behind_among),
)
