"""The "by" of a passive that the parser hangs on a word before it: "beaten senseless in his cell by two guards"."""

from __future__ import annotations

from rashomon.lexicon import word_set
from rashomon.lexicon.nouns import is_body_noun, is_person_noun, is_person_word, listed
from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree

Changes = dict[int, Token]
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_PASSIVE = ("auxpass", "nsubjpass")
_TAKING = frozenset({"take", "hold", "keep", "seize"})


def agent_behind_phrase(tree: Tree) -> Changes:
    """Of "was claimed in a letter by the Ember Front": the Front claimed it, whatever the letter is."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        if token.tag != "VBN" or tree.child(n, *_PASSIVE) is None or tree.child(n, "agent") is not None:
            continue
        by = next((k for k in tree.subtree(n) if k > n and _is_by_of_another(tree, n, k)), None)
        if by is not None:
            found[by] = tree.tokens[by]._replace(dep="agent", head=n)
    return found


def _is_by_of_another(tree: Tree, verb: int, by: int) -> bool:
    """Whether a "by" with somebody behind it hangs on a noun, or on what the passive made of somebody, that has no maker."""
    token, below = tree.tokens[by], tree.child(by, "pobj")
    if token.text.lower() != "by" or below is None or not _is_somebody(tree.tokens[below]):
        return False
    over = tree.tokens[token.head]
    if over.dep == "oprd" and over.head == verb and over.text.lower() in word_set("hits.outcomes"):
        return True
    held = over.dep == "pobj" and tree.tokens[tree.tokens[over.head].head].head in (verb, tree.tokens[verb].head)
    above = tree.tokens[over.head].head
    if over.dep != "pobj" or over.pos not in ("NOUN", "PROPN") or not (above == verb or held):
        return False
    made = over.lemma.lower() in word_set("agents.authored")
    return tree.tokens[verb].lemma in word_set("agents.avowing") or not made


def _is_somebody(token: Token) -> bool:
    return token.pos == "PROPN" or is_person_noun(token) or is_body_noun(token)


def second_doer_excluded(tree: Tree) -> Changes:
    """Of "It was the guards, and not the miners, who fired", "by soldiers, not rebels": the second stands beside nobody, the first fired."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        if token.dep not in ("appos", "conj") or token.pos not in ("NOUN", "PROPN") or not _is_ruled_out(tree, n):
            continue
        found[n] = token._replace(dep="dep")
        for k in tree.kids(n, "relcl"):
            found[k] = tree.tokens[k]._replace(head=token.head)
    return found


def _is_ruled_out(tree: Tree, at: int) -> bool:
    """Whether "not" opens the phrase of a noun, behind a comma or an "and"."""
    first = tree.subtree(at)[0]
    opens = first if tree.tokens[first].text.lower() == "not" else first - 1
    if opens < 1 or tree.tokens[opens].text.lower() != "not":
        return False
    before = tree.tokens[opens - 1].text.lower()
    return before in (",", "–", "—", "-", "and", "but") and tree.tokens[at].head < opens


def down_to_the_last(tree: Tree) -> Changes:
    """Of "planned down to the last detail": to plan, not to plan down."""
    return {
        n: token._replace(dep="advmod", pos="ADV")
        for n, token in enumerate(tree.tokens[:-1])
        if token.dep == "prt" and token.text.lower() == "down" and _to_the_last(tree, n)
    }


def _to_the_last(tree: Tree, at: int) -> bool:
    after = [t.text.lower() for t in tree.tokens[at + 1 : at + 4]]
    return after[:1] == ["to"] and "last" in after


def claims_taken_for_noun(tree: Tree) -> Changes:
    """Of a headline's "Ember Front Claims Beheading of 18": the Front claims it."""
    for n, token in enumerate(tree.tokens[1:-1], 1):
        after, before = tree.tokens[n + 1], tree.tokens[n - 1]
        deed = after.tag in ("VBG", "NN", "NNP") and after.head in (n, n + 1) and token.head in (n, n + 1)
        if token.text != "Claims" or token.tag not in ("NNS", "NNPS", "NNP") or not deed or before.text[:1].islower():
            continue
        top = token.head == n or tree.tokens[n + 1].head == n + 1
        if not top or before.pos not in ("PROPN", "NOUN"):
            continue
        found = {k: tree.tokens[k]._replace(head=n - 1, dep="compound") for k in tree.children[n] if k < n - 1}
        found[n] = token._replace(lemma="claim", pos="VERB", tag="VBZ", dep="ROOT", head=n)
        found[n - 1] = before._replace(dep="nsubj", head=n)
        found[n + 1] = after._replace(dep="dobj", head=n, pos="NOUN", tag="NN", lemma=after.text.lower())
        return found
    return {}


def gerund_taken_for_aside(tree: Tree) -> Changes:
    """Of "Shelling from positions in the hills hit a ward": the shelling hit it, where the verb has no other subject."""
    token = tree.tokens[0] if len(tree) else None
    if (
        token is None
        or token.tag != "VBG"
        or token.dep not in ("advcl", "csubj")
        or token.lemma.lower() not in listed("deeds.tsv")
    ):
        return {}
    if tree.child(0, "dobj", "ccomp", "xcomp") is not None:
        return {}
    verb, last = token.head, tree.subtree(0)[-1]
    bare = tree.child(verb, "nsubj", "nsubjpass", "expl") is None and last == verb - 1
    if not bare or tree.tokens[verb].tag not in ("VBD", "VBZ", "VBP") or tree.tokens[last].text == ",":
        return {}
    return {0: token._replace(pos="NOUN", tag="NN", dep="nsubj", lemma=token.text.lower())}


def finite_behind_participle(tree: Tree) -> Changes:
    """Of "Gunmen riding pillion shot dead prosecutor Lena Osk": they shot her, riding pillion."""
    root = tree.root() if len(tree) else 0
    subject = tree.child(root, "nsubj") if len(tree) else None
    if subject is None or tree.tokens[root].tag != "VBG" or tree.child(root, "aux") is not None or subject > root:
        return {}
    for n in tree.subtree(root):
        token = tree.tokens[n]
        if n <= root or token.tag not in ("VBN", "VBD") or token.dep != "acl" or n + 1 >= len(tree):
            continue
        held = next(
            (k for k in tree.children[root] if k > n and tree.tokens[k].dep in ("npadvmod", "dobj", "attr")), None
        )
        if held is None or tree.subtree(held)[0] != n + 1:
            continue
        behind = {k: tree.tokens[k]._replace(head=n) for k in tree.children[root] if k > n}
        return behind | {
            n: token._replace(dep="ROOT", head=n, tag="VBD"),
            root: tree.tokens[root]._replace(dep="acl", head=subject),
            subject: tree.tokens[subject]._replace(head=n),
            held: tree.tokens[held]._replace(dep="dobj", head=n),
        }
    return {}


def passive_taken_for_adjective(tree: Tree) -> Changes:
    """Of "The depot was petrol-bombed by two guards": it was bombed, by them."""
    for n, token in enumerate(tree.tokens):
        be = token.head
        if token.dep != "acomp" or token.tag != "VBN" or tree.tokens[be].lemma != "be" or be > n:
            continue
        by = next((k for k in tree.kids(n, "agent", "prep") if tree.tokens[k].text.lower() == "by"), None)
        if by is None or tree.child(be, "nsubj") is None:
            continue
        moved = {k: tree.tokens[k]._replace(head=n) for k in tree.children[be] if k != n}
        for k in tree.kids(be, "nsubj"):
            moved[k] = moved[k]._replace(dep="nsubjpass")
        top = n if tree.tokens[be].head == be else tree.tokens[be].head
        return moved | {
            by: tree.tokens[by]._replace(dep="agent"),
            be: tree.tokens[be]._replace(dep="auxpass", head=n, pos="AUX"),
            n: token._replace(dep=tree.tokens[be].dep, head=top),
        }
    return {}


def lemma_with_an_e(tree: Tree) -> Changes:
    """Of "They waterboarded him": no verb "waterboarde", where the lists have one without the last letter."""
    known = listed("deeds.tsv")
    return {
        n: token._replace(lemma=token.lemma[:-1])
        for n, token in enumerate(tree.tokens)
        if token.pos == "VERB" and token.lemma.endswith("e") and token.lemma[:-1] in known and token.lemma not in known
    }


def hostage_taken_for_object(tree: Tree) -> Changes:
    """Of "took nine villagers hostage": the villagers, who became hostages."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        over = tree.tokens[token.head]
        if (
            token.lemma.lower() not in ("hostage", "captive", "prisoner")
            or token.dep != "dobj"
            or over.lemma not in _TAKING
        ):
            continue
        whom = n - 1
        if whom <= token.head or tree.tokens[whom].dep not in ("compound", "nmod") or token.tag != "NN":
            continue
        for k in tree.children[n]:
            found[k] = tree.tokens[k]._replace(head=whom if k < whom else token.head)
        found[whom] = tree.tokens[whom]._replace(dep="dobj", head=token.head)
        found[n] = token._replace(dep="oprd")
    return found


def name_hung_on_many(tree: Tree) -> Changes:
    """Of "Three prisoners fled after killing a guard, Ivo Sarn": Sarn is the guard, not the three."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        if token.dep != "appos" or token.pos != "PROPN" or tree.tokens[token.head].tag != "NNS":
            continue
        comma = tree.subtree(n)[0] - 1
        noun = tree.tokens[comma - 1] if comma > 1 and tree.tokens[comma].text == "," else None
        if noun is None or noun.tag != "NN" or noun.dep not in ("dobj", "pobj") or not is_person_noun(noun):
            continue
        if token.head < comma - 1 and any(tree.tokens[k].pos == "VERB" for k in range(token.head, comma)):
            found[n] = token._replace(head=comma - 1)
    return found


def main_verb_in_relative(tree: Tree) -> Changes:
    """Of "Officers who had come to clear a road killed nine men": the officers killed them, no road did."""
    root = tree.root() if len(tree) else 0
    if not len(tree) or tree.tokens[root].tag not in ("NNS", "NNP", "NN") or not is_person_noun(tree.tokens[root]):
        return {}
    for n in (k for r in tree.kids(root, "relcl") for k in tree.subtree(r)):
        token, over = tree.tokens[n], tree.tokens[tree.tokens[n].head]
        held = tree.child(n, "dobj")
        plain = token.tag == "VBD" and token.dep == "acl" and over.dep in ("dobj", "pobj") and held is not None
        if not plain or held is None or held < n or tree.child(n, "nsubj", "aux", "auxpass", "agent") is not None:
            continue
        fronted = {
            k: tree.tokens[k]._replace(head=n)
            for k in tree.children[root]
            if tree.tokens[k].dep in ("advmod", "npadvmod", "punct", "prep") and (k < root or k > n)
        }
        return fronted | {n: token._replace(dep="ROOT", head=n), root: tree.tokens[root]._replace(dep="nsubj", head=n)}
    return {}


def object_taken_for_second_subject(tree: Tree) -> Changes:
    """Of "Guards who had been sent to watch a gate beat nine miners": they watched the gate, and beat the miners."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        verb = token.head
        first = tree.child(verb, "nsubj") if token.dep == "nsubj" and verb == n + 1 else None
        if first is None or first == n or tree.child(first, "relcl") is None:
            continue
        before = tree.subtree(n)[0] - 1
        inside = before in tree.subtree(first) or first in tree.up(before)
        bare = tree.tokens[before].pos == "VERB" and tree.child(before, "dobj") is None
        if inside and bare:
            found[n] = token._replace(dep="dobj", head=before)
    return found


def subject_taken_for_apposition(tree: Tree) -> Changes:
    """Of "After the raid on Odan, Colonel Ade Tunk ordered it": whom a comma and a finite verb enclose is its subject."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens[:-1]):
        if token.dep != "appos":
            continue
        many = token.tag == "NNS" and is_person_word(token.lemma.lower())
        verb = tree.subtree(n)[-1] + 1 if many else n + 1
        after = tree.tokens[min(verb, len(tree) - 1)]
        if not (many or token.pos == "PROPN") or after.tag not in _FINITE or after.pos != "VERB":
            continue
        first = tree.subtree(n)[0]
        comma = first > 0 and tree.tokens[first - 1].text == ","
        free = tree.child(verb, *_SUBJECTS) is None and after.dep in ("ccomp", "ROOT", "conj")
        if comma and free and token.head < first and after.head != n:
            found[n] = token._replace(dep="nsubj", head=verb)
    return found


AGENTS = (
    ("lemma-with-an-e", lemma_with_an_e),
    ("passive-taken-for-adjective", passive_taken_for_adjective),
    ("second-doer-excluded", second_doer_excluded),
    ("agent-behind-phrase", agent_behind_phrase),
    ("down-to-the-last", down_to_the_last),
    ("claims-taken-for-noun", claims_taken_for_noun),
    ("gerund-taken-for-aside", gerund_taken_for_aside),
    ("finite-behind-participle", finite_behind_participle),
    ("hostage-taken-for-object", hostage_taken_for_object),
    ("name-hung-on-many", name_hung_on_many),
    ("object-taken-for-second-subject", object_taken_for_second_subject),
    ("main-verb-in-relative", main_verb_in_relative),
)
