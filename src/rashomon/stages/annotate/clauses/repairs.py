"""Where the parser hangs a subject or a verb on the wrong word and the order of words leaves no doubt: each repair by name.

A repair gives the tokens it changes. `REPAIRS` is the list; the example in each docstring shows the order of words, cut short: whether the parser errs
there depends on the rest of the sentence. Tests hold them by whole sentences. `data/annotate/repair_signs.tsv` has for each what must stand in a sentence
for it to be tried: whoever widens a repair widens its signs.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from rashomon.lexicon.nouns import is_person_word
from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import Tree, is_tree, with_parts
from rashomon.stages.annotate.clauses.mending.agents import AGENTS, subject_taken_for_apposition
from rashomon.stages.annotate.clauses.mending.asked import participle_asked_for
from rashomon.stages.annotate.clauses.mending.bare_passives import bare_passive_before_count
from rashomon.stages.annotate.clauses.mending.before_courts import COURTS
from rashomon.stages.annotate.clauses.mending.believed import believed_behind_name
from rashomon.stages.annotate.clauses.mending.brought import (
    addressee_taken_for_subject,
    apposition_past_subject,
    clause_brought_by_that,
    group_taken_for_is,
    plural_taken_for_verb,
    read_taken_for_noun,
    second_that,
    subject_behind_aside,
    told_past_aside,
)
from rashomon.stages.annotate.clauses.mending.charged import CHARGED
from rashomon.stages.annotate.clauses.mending.clefts import CLEFTS
from rashomon.stages.annotate.clauses.mending.denied_row import DENIED_ROW
from rashomon.stages.annotate.clauses.mending.doubled import DOUBLED
from rashomon.stages.annotate.clauses.mending.finite import (
    and_that,
    counts_run_together,
    deed_noun_behind_its_doer,
    died_taken_for_participle,
    gerund_taken_for_verb,
    partitive_aside,
    past_taken_for_participle,
    said_in_between,
    said_of_relative,
    saying_joined_to_what_is_said,
    some_of_whom,
    subject_taken_for_compound,
    two_objects_of_preposition,
)
from rashomon.stages.annotate.clauses.mending.foreign_order import (
    object_before_participle,
    object_behind_phrases,
    participle_at_the_end,
)
from rashomon.stages.annotate.clauses.mending.joined_names import NAMES
from rashomon.stages.annotate.clauses.mending.lemmas import corps_of_the_dead, lemma_with_an_e, lemma_without_its_e
from rashomon.stages.annotate.clauses.mending.misread import (
    alias_taken_for_subject,
    jail_taken_for_verb,
    joined_without_and,
    name_before_what_is_given,
    name_behind_its_day,
    never_on_its_verb,
    not_the_other,
    owned_taken_for_verb,
    subject_before_aside,
    subject_in_fronted_list,
    tail_of_compound,
    that_taken_for_object,
    what_is_called_for,
)
from rashomon.stages.annotate.clauses.mending.named_behind import NAMED_BEHIND
from rashomon.stages.annotate.clauses.mending.sayers import sayers_taken_into_list
from rashomon.stages.annotate.clauses.mending.signs import needs_of, signs_of
from rashomon.stages.annotate.clauses.mending.told_in_lists import (
    by_whose_count,
    list_in_relative,
    shot_taken_for_noun,
)
from rashomon.stages.annotate.clauses.mending.two_objects import TWO_OBJECTS
from rashomon.stages.annotate.clauses.mending.who_told import WHO_TOLD

Changes = dict[int, Token]
Repair = Callable[[Tree], Changes]
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_APART = frozenset({"who", "which", "that"})
_HUNG = frozenset({"xcomp", "pcomp", "advcl", "acl"})


def subject_of_helper(tree: Tree) -> Changes:
    """Of "Ardo Salvin did order the raid": the subject is the verb's, not the helping verb's."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        over = tree.tokens[token.head]
        helps = token.dep in ("nsubj", "nsubjpass") and over.dep in ("aux", "auxpass") and over.head != token.head
        if helps and tree.child(over.head, *_SUBJECTS) is None:
            found[n] = token._replace(head=over.head)
    return found


def finite_joined_to_infinitive(tree: Tree) -> Changes:
    """Of "The captain refused to wait and fired on the crowd": "fired" stands beside "refused", not beside "wait"."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        over = tree.tokens[token.head]
        if token.dep != "conj" or token.tag not in _FINITE or over.dep not in _HUNG or over.tag not in ("VB", "VBG"):
            continue
        if over.tag == "VBG" and over.dep in ("advcl", "acl"):
            continue
        finite = next((k for k in tree.up(token.head) if tree.tokens[k].tag in _FINITE or _is_helped(tree, k)), None)
        if finite is not None and finite < n and tree.child(n, *_SUBJECTS) is None:
            found[n] = token._replace(head=finite)
    return found


def _is_helped(tree: Tree, at: int) -> bool:
    return tree.tokens[at].pos == "VERB" and any(
        tree.tokens[k].tag in (*_FINITE, "MD") for k in tree.kids(at, "aux", "auxpass")
    )


def name_behind_its_description(tree: Tree) -> Changes:
    """Of "It was set alight by the herdsman Tseg Mulat, the court found": the name is the herdsman's, the court found it."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        if token.pos != "PROPN" or token.dep not in _SUBJECTS:
            continue
        first = tree.subtree(n)[0] if tree.child(n, "compound") is None else min(tree.kids(n, "compound"))
        noun = first - 1
        if noun < 0 or tree.tokens[noun].tag != "NN" or tree.tokens[noun].dep not in ("pobj", "dobj"):
            continue
        beside = tree.child(n, "appos")
        if beside is None or beside < n or not is_person_word(tree.tokens[noun].lemma.lower()):
            continue
        found[n] = token._replace(dep="appos", head=noun)
        found[beside] = tree.tokens[beside]._replace(dep=token.dep, head=token.head)
    return found


def name_behind_who_is_cited(tree: Tree) -> Changes:
    """Of "According to the governor, Pavel Dorn, fighters carried it out": Dorn is the governor, the fighters did."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens[:-4]):
        cited = (
            tree.child(n + 1, "pobj") if token.lemma.lower() == "accord" and tree.tokens[n + 1].text == "to" else None
        )
        if cited is None or tree.tokens[cited].tag != "NN" or tree.tokens[cited + 1].text != ",":
            continue
        name = cited + 1
        while name + 1 < len(tree) and tree.tokens[name + 1].pos == "PROPN":
            name += 1
        if name == cited + 1 or name + 1 >= len(tree) or tree.tokens[name + 1].text != ",":
            continue
        stands = tree.tokens[name]
        if stands.dep == "appos" or not is_person_word(tree.tokens[cited].lemma.lower()):
            continue
        instead = _given_up(tree, name)
        if instead is not None:
            found |= instead | {name: stands._replace(dep="appos", head=cited)}
    return found


def _given_up(tree: Tree, name: int) -> Changes | None:
    """The subject in a name's place: what the parser took for its apposition, where no comma closes that; None where the name is the subject."""
    token, beside = tree.tokens[name], tree.child(name, "appos")
    if token.dep not in _SUBJECTS or any(k != name for k in tree.kids(token.head, *_SUBJECTS)):
        return {}
    last = tree.subtree(beside)[-1] if beside is not None else len(tree)
    if beside is None or (last + 1 < len(tree) and tree.tokens[last + 1].text == ","):
        return None
    return {beside: tree.tokens[beside]._replace(dep=token.dep, head=token.head)}


def clause_taken_for_participle(tree: Tree) -> Changes:
    """Of "Corporal Sam Houd aimed at the boy and then shot him": what a finite verb joins is a clause; so is "The three faced a judge"."""
    root = tree.root() if len(tree) else 0
    if not len(tree) or tree.tokens[root].pos not in ("PROPN", "NOUN", "NUM"):
        return {}
    for n in tree.kids(root, "acl"):
        joined = any(tree.tokens[k].tag in _FINITE for k in tree.kids(n, "conj"))
        joined = joined or (tree.tokens[root].pos == "NUM" and tree.child(n, "dobj") is not None)
        if tree.tokens[n].tag in ("VBN", "VBD") and joined and tree.child(n, "agent", *_SUBJECTS) is None:
            changed = {
                n: tree.tokens[n]._replace(dep="ROOT", head=n, tag="VBD"),
                root: tree.tokens[root]._replace(dep="nsubj", head=n),
            }
            return changed | {
                k: tree.tokens[k]._replace(head=n)
                for k in tree.children[root]
                if tree.tokens[k].dep == "punct" and k > n
            }
    return {}


def subject_of_what_is_said(tree: Tree) -> Changes:
    """Of "Ardo Salvin, who prosecutors say ordered the raid, denies it": the "who" ordered, prosecutors say."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        says = token.head
        if token.dep != "nsubj" or tree.tokens[says].dep != "relcl" or token.text.lower() not in _APART:
            continue
        told = tree.child(says, "xcomp", "ccomp")
        sayer = next((k for k in tree.kids(says, "nsubj") if n < k < says), None)
        if sayer is None or told is None or told < says or tree.child(told, *_SUBJECTS) is not None:
            continue
        found[n] = token._replace(head=told)
        bare = tree.tokens[told].tag == "VBN" and tree.child(told, "aux", "auxpass") is None
        verb = tree.tokens[told]._replace(dep="ccomp", tag="VBD" if bare else tree.tokens[told].tag)
        found[told] = verb
    return found


REPAIRS: tuple[tuple[str, Repair], ...] = (
    ("lemma-without-its-e", lemma_without_its_e),
    ("lemma-with-an-e", lemma_with_an_e),
    ("corps-of-the-dead", corps_of_the_dead),
    ("subject-of-helper", subject_of_helper),
    ("finite-joined-to-infinitive", finite_joined_to_infinitive),
    ("subject-taken-for-apposition", subject_taken_for_apposition),
    ("name-behind-its-description", name_behind_its_description),
    ("name-behind-who-is-cited", name_behind_who_is_cited),
    ("clause-taken-for-participle", clause_taken_for_participle),
    ("that-taken-for-object", that_taken_for_object),
    ("name-behind-its-day", name_behind_its_day),
    ("owned-taken-for-verb", owned_taken_for_verb),
    ("jail-taken-for-verb", jail_taken_for_verb),
    ("alias-taken-for-subject", alias_taken_for_subject),
    ("joined-without-and", joined_without_and),
    ("name-before-what-is-given", name_before_what_is_given),
    ("subject-before-aside", subject_before_aside),
    ("subject-in-fronted-list", subject_in_fronted_list),
    ("tail-of-compound", tail_of_compound),
    ("never-on-its-verb", never_on_its_verb),
    ("not-the-other", not_the_other),
    ("subject-of-what-is-said", subject_of_what_is_said),
    ("participle-asked-for", participle_asked_for),
    ("group-taken-for-is", group_taken_for_is),
    ("plural-taken-for-verb", plural_taken_for_verb),
    ("clause-brought-by-that", clause_brought_by_that),
    ("second-that", second_that),
    ("told-past-aside", told_past_aside),
    ("subject-behind-aside", subject_behind_aside),
    ("apposition-past-subject", apposition_past_subject),
    ("read-taken-for-noun", read_taken_for_noun),
    ("addressee-taken-for-subject", addressee_taken_for_subject),
    ("and-that", and_that),
    ("partitive-aside", partitive_aside),
    ("some-of-whom", some_of_whom),
    ("list-in-relative", list_in_relative),
    ("by-whose-count", by_whose_count),
    ("shot-taken-for-noun", shot_taken_for_noun),
    ("object-before-participle", object_before_participle),
    ("participle-at-the-end", participle_at_the_end),
    ("object-behind-phrases", object_behind_phrases),
    ("subject-taken-for-compound", subject_taken_for_compound),
    ("counts-run-together", counts_run_together),
    ("died-taken-for-participle", died_taken_for_participle),
    ("past-taken-for-participle", past_taken_for_participle),
    ("said-of-relative", said_of_relative),
    ("said-in-between", said_in_between),
    ("saying-joined-to-what-is-said", saying_joined_to_what_is_said),
    ("gerund-taken-for-verb", gerund_taken_for_verb),
    ("deed-noun-behind-its-doer", deed_noun_behind_its_doer),
    ("two-objects-of-preposition", two_objects_of_preposition),
    ("bare-passive-before-count", bare_passive_before_count),
    ("sayers-taken-into-list", sayers_taken_into_list),
    ("what-is-called-for", what_is_called_for),
    *WHO_TOLD,
    *COURTS,
    *CHARGED,
    *CLEFTS,
    *NAMES,
    *TWO_OBJECTS,
    *DOUBLED,
    ("believed-behind-name", believed_behind_name),
    *AGENTS,
    *DENIED_ROW,
    *NAMED_BEHIND,
)


def repaired(tokens: tuple[Token, ...]) -> Tree:
    """The sentence's tree with every repair made, in order."""
    tree = Tree(tokens)
    met = signs_of(tree.tokens)
    for needs, repair in _by_needs():
        changes = None if needs & ~met else repair(tree)
        if changes:
            mended = with_parts(tuple(changes.get(n, t) for n, t in enumerate(tree.tokens)))
            tree = Tree(mended) if is_tree(mended) else tree
            met = signs_of(tree.tokens)
    return tree


@cache
def _by_needs() -> tuple[tuple[int, Repair], ...]:
    """Each repair with the signs that it needs."""
    return tuple((needs_of(name), repair) for name, repair in REPAIRS)
