"""Who tells it, where the parser takes another for the subject: "Two officers who have seen the file told the paper that ...",
"Moments after the verdict, the father of the boy said", "was brought before a judge on Saturday, who ruled that"."""

from __future__ import annotations

from rashomon.lexicon.frames import lemma_of
from rashomon.lexicon.nouns import is_person_word
from rashomon.model.annotation import Token
from rashomon.stages.annotate.clauses.labels import ROOT, Tree
from rashomon.stages.annotate.clauses.mending.said_between import SAID_BETWEEN
from rashomon.stages.annotate.clauses.mending.told_while import TOLD_WHILE
from rashomon.stages.annotate.who.lexicon import words

_FINITE = ("VBD", "VBZ", "VBP")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_WHILES = frozenset({"moment", "second", "minute", "hour", "day", "week", "month", "year", "night"})
_NOUNS = ("NOUN", "PROPN")
_SHOWS = frozenset(
    {
        "dispute",
        "contest",
        "doubt",
        "show",
        "state",
        "claim",
        "report",
        "say",
        "allege",
        "reveal",
        "indicate",
        "suggest",
        "charge",
        "note",
        "record",
    }
)
_NAMES = frozenset({"name", "blame", "charge", "accuse", "list", "finger", "fault", "quote", "cite"})
_PLACES = ("pobj", "dobj", "nsubj", "nsubjpass", "appos")

Changes = dict[int, Token]


def teller_behind_relative(tree: Tree) -> Changes:
    """Of "Two officers who have seen the file told the paper that he lied": they told it, and the file is what they have seen."""
    for n, token in enumerate(tree.tokens):
        over = token.head
        seen = tree.tokens[over].head
        noun = tree.tokens[seen].head
        if token.dep != "nsubj" or tree.tokens[over].dep != "ccomp" or tree.tokens[over].tag not in _FINITE:
            continue
        if tree.tokens[seen].dep != "relcl" or tree.tokens[noun].dep != ROOT or tree.tokens[noun].pos not in _NOUNS:
            continue
        beside = tree.subtree(n)[0] == seen + 1 and over == tree.subtree(n)[-1] + 1
        if beside and tree.child(seen, "dobj") is None and tree.child(seen, *_SUBJECTS) is not None:
            return {
                n: token._replace(dep="dobj", head=seen),
                over: tree.tokens[over]._replace(dep=ROOT, head=over),
                noun: tree.tokens[noun]._replace(dep="nsubj", head=over),
            }
    return {}


def while_taken_for_subject(tree: Tree) -> Changes:
    """Of "Moments after the verdict, the father of the boy, himself a judge, said": the father said it, not the moments."""
    for n, token in enumerate(tree.tokens):
        if token.dep not in ("nsubj", "nsubjpass") or token.lemma.lower() not in _WHILES or token.head < n:
            continue
        after = next((k for k in tree.kids(n, "prep") if tree.tokens[k].text.lower() in ("after", "before")), None)
        event = tree.child(after, "pobj") if after is not None else None
        who = next((k for k in tree.kids(event, "appos") if k < token.head), None) if event is not None else None
        if who is not None and event is not None and tree.tokens[event + 1].text == "," and event < who:
            moved = {n: token._replace(dep="npadvmod"), who: tree.tokens[who]._replace(dep=token.dep, head=token.head)}
            rest = (k for k in tree.children[event] if k > who and tree.tokens[k].dep in ("appos", "punct", "relcl"))
            return moved | {k: tree.tokens[k]._replace(head=who) for k in rest}
    return {}


def who_behind_a_day(tree: Tree) -> Changes:
    """Of "was brought before a judge on Saturday, who ruled that he be held": the judge ruled, not Saturday."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        day = tree.tokens[token.head]
        who = tree.child(n, "nsubj", "nsubjpass")
        if token.dep != "relcl" or who is None or tree.tokens[who].text.lower() != "who" or day.dep != "pobj":
            continue
        if day.ent[2:] not in ("DATE", "TIME") or day.lemma.lower() in words("speech.txt"):
            continue
        verb = tree.tokens[day.head].head
        before = (k for k in range(day.head - 1, -1, -1) if _may_be_who(tree, k) and verb in tree.up(k))
        meant = next(before, None)
        if meant is not None:
            found[n] = token._replace(head=meant)
    return found


def _may_be_who(tree: Tree, at: int) -> bool:
    token = tree.tokens[at]
    named = token.pos == "PROPN" and token.ent[2:] == "PERSON"
    return token.dep in _PLACES and (named or (token.pos == "NOUN" and is_person_word(token.lemma.lower())))


def that_of_full_clause(tree: Tree) -> Changes:
    """Of "It emerges from the file that Ardo Salvin shot the clerk": whom he shot is the clerk, so "that" opens what emerges."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        clause = token.head
        noun = tree.tokens[clause].head
        if token.text.lower() != "that" or token.tag != "WDT" or tree.tokens[clause].dep != "relcl" or clause < n:
            continue
        full = token.dep == "pobj" or (token.dep == "dobj" and any(k > clause for k in tree.kids(clause, "dobj")))
        subject = tree.child(clause, "nsubj", "nsubjpass")
        verb = next((k for k in tree.up(noun) if tree.tokens[k].pos == "VERB"), None)
        if not full or subject is None or subject < n or verb is None or verb > n:
            continue
        it = tree.child(verb, "nsubj", "expl", "nsubjpass")
        had = (
            tree.child(verb, "dobj") if tree.tokens[verb].lemma in ("have", "get") else None
        )  # "has it from a clerk that"
        if "it" in {tree.words[k] for k in (it, had) if k is not None}:
            found[n] = token._replace(dep="mark", tag="IN")
            found[clause] = tree.tokens[clause]._replace(dep="ccomp", head=verb)
    return found


def past_taken_for_bare(tree: Tree) -> Changes:
    """Of "Ardo Salvin, who the police say shot the clerk": a past form with a subject and nothing that helps it is no bare verb."""
    found: Changes = {}
    for n, token in enumerate(tree.tokens):
        if token.tag != "VB" or tree.child(n, "aux", "auxpass") is not None or tree.child(n, "nsubj") is None:
            continue
        base = lemma_of(token.text, token.lemma, "V")
        if base != token.text.lower():
            found[n] = token._replace(tag="VBD", lemma=base)
    return found


def shows_taken_for_noun(tree: Tree) -> Changes:
    """Of "Documents obtained by the Quay show that Ardo Salvin paid them", "The defence disputes that he did": they show and dispute it."""
    for n, token in enumerate(tree.tokens[:-1]):
        if token.dep != ROOT or token.tag not in ("NN", "NNS") or token.lemma.lower() not in _SHOWS:
            continue
        said = next((k for k in tree.kids(n, "ccomp", "acl", "relcl") if k > n), None)
        mark = tree.child(said, "mark") if said is not None else None
        subject = next((k for k in tree.kids(n, "nsubj", "compound") if k < n), None)
        if said is None or mark != n + 1 or tree.tokens[n + 1].text.lower() != "that" or subject is None:
            continue
        own = {k: tree.tokens[k]._replace(head=subject) for k in tree.kids(n, "det", "amod", "poss") if k < subject}
        return own | {
            n: token._replace(tag="VBP" if token.tag == "NN" else "VBZ", pos="VERB"),
            said: tree.tokens[said]._replace(dep="ccomp"),
            subject: tree.tokens[subject]._replace(dep="nsubj"),
        }
    return {}


def show_taken_into_name(tree: Tree) -> Changes:
    """Of "Documents obtained by the Wave show that Ardo Salvin paid them": what the parser took for "the Wave show"."""
    for n, token in enumerate(tree.tokens[:-3]):
        if token.dep != "pobj" or token.tag not in ("NN", "NNP") or token.text.lower() not in _SHOWS:
            continue
        by, that = token.head, tree.tokens[n + 1]
        root = tree.root()
        said = that.head
        if that.text.lower() != "that" or tree.tokens[n - 1].head != n or tree.tokens[n - 1].pos != "PROPN":
            continue
        papers = tree.tokens[root]
        if (
            papers.pos not in _NOUNS
            or papers.tag not in ("NNS", "NNPS")
            or root > by
            or tree.child(said, *_SUBJECTS) is None
        ):
            continue
        own = {k: tree.tokens[k]._replace(head=n - 1) for k in tree.children[n] if k < n - 1}
        return own | {
            n - 1: tree.tokens[n - 1]._replace(dep="pobj", head=by),
            n: token._replace(dep=ROOT, head=n, tag="VBP", pos="VERB", lemma=token.text.lower()),
            n + 1: that._replace(dep="mark"),
            root: papers._replace(dep="nsubj", head=n),
            said: tree.tokens[said]._replace(dep="ccomp", head=n),
        }
    return {}


def names_taken_for_noun(tree: Tree) -> Changes:
    """Of "The document, which runs to 90 pages, names Ardo Salvin as the man": the verb behind the comma was taken for a noun."""
    for n, token in enumerate(tree.tokens[1:-1], start=1):
        name, root = token.head, tree.tokens[token.head].head
        if (
            token.dep != "compound"
            or token.tag != "NNS"
            or token.lemma.lower() not in _NAMES
            or tree.tokens[n - 1].text != ","
        ):
            continue
        noun = tree.tokens[root]
        aside = next((k for k in tree.kids(root, "relcl", "acl") if k < n), None)
        if tree.tokens[name].dep != "appos" or noun.dep != ROOT or noun.pos not in _NOUNS or aside is None or name < n:
            continue
        moved = {
            n: token._replace(dep=ROOT, head=n, tag="VBZ", pos="VERB"),
            name: tree.tokens[name]._replace(dep="dobj", head=n),
            root: noun._replace(dep="nsubj", head=n),
        }
        behind = (k for k in tree.kids(name, "prep") if tree.tokens[k].text.lower() in ("as", "for"))
        return moved | {k: tree.tokens[k]._replace(head=n) for k in behind}
    return {}


WHO_TOLD = (
    *SAID_BETWEEN,
    ("past-taken-for-bare", past_taken_for_bare),
    ("shows-taken-for-noun", shows_taken_for_noun),
    ("show-taken-into-name", show_taken_into_name),
    ("names-taken-for-noun", names_taken_for_noun),
    ("teller-behind-relative", teller_behind_relative),
    ("while-taken-for-subject", while_taken_for_subject),
    ("who-behind-a-day", who_behind_a_day),
    ("that-of-full-clause", that_of_full_clause),
    *TOLD_WHILE,
)
