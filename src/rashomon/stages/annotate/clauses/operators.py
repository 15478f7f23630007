"""What governs each word of a sentence: the word above it, whether what stands higher up governs it too.

Each way in which a clause hangs on a word is one function here; classes and effects of words stand in the lexicon. A word
that nobody listed is "unknown": what it governs is not asserted.
"""

from __future__ import annotations

from rashomon.lexicon import word_set
from rashomon.lexicon.operators import class_of
from rashomon.model.clause import Governance, Operator
from rashomon.stages.annotate.clauses.beyond_doubt import is_undeniable, nobody_denies
from rashomon.stages.annotate.clauses.disclaimed import unsaid_class
from rashomon.stages.annotate.clauses.governed_nouns import govern_noun
from rashomon.stages.annotate.clauses.labels import Tree
from rashomon.stages.annotate.clauses.modifiers import Own, has_to, is_had, operator, under_word
from rashomon.stages.annotate.clauses.noun_clauses import content, of_noun
from rashomon.stages.annotate.clauses.perceived import opens_as_done
from rashomon.stages.annotate.clauses.states import STATES, as_subject, fiction_of, under_adjective, under_be
from rashomon.stages.annotate.who.lexicon import words

_FRESH_MARKS = frozenset(
    {
        "after",
        "when",
        "as",
        "while",
        "because",
        "since",
        "although",
        "though",
        "where",
        "before",
        "once",
        "until",
        "till",
    }
)
_CLAUSES = ("ccomp", "xcomp", "acl")
_COPULAS = frozenset({"prove", "turn", "remain", "stay", "become", "seem", "appear", "look", "sound", "feel"})
_TOLD_ON = frozenset({"notion", "rumour", "report", "say", "allege"})
_HEARSAY = frozenset({"understand", "say", "tell", "relate", "recount", "murmur", "mutter", "narrate"})
_NOUNS = ("NOUN", "PROPN", "PRON", "NUM")


_PLAIN = Governance((), None, False, "none")
"""What governs most words: nothing. One record stands for all of them."""


def asides(tree: Tree) -> frozenset[int]:
    """The tokens of "X, who was indicted in May, met ..." and "X, one of three men accused of it, left" that tell who X is."""
    found: set[int] = set()
    for n, token in enumerate(tree.tokens):
        if token.dep not in ("relcl", "acl", "appos") or tree.tokens[token.head].pos != "PROPN" or token.head > n:
            continue
        if tree.tokens[token.head].ent[2:] in ("DATE", "TIME") and token.lemma.lower() in words("speech.txt"):
            continue  # "a note, dated 3 May, in which he said"
        below = tree.subtree(n)
        if tree.tokens[below[0] - 1].text == "," and any(tree.tokens[k].pos == "VERB" for k in below):
            found.update(below)
    return frozenset(found)


def question(tree: Tree) -> Operator | None:
    """The question mark that ends a sentence, as an operator; None where it asks nothing."""
    last = [n for n in range(max(0, len(tree) - 2), len(tree)) if tree.tokens[n].text == "?"]
    return operator(last[0], "question") if last else None


_LASTING = frozenset({"take", "need", "require"})
_SPANS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})


def is_relative(tree: Tree, at: int) -> bool:
    """Within a clause that only describes; "LABEL: Did you kill" hangs on its label without being one."""
    within = [n for n in (at, *tree.up(at)) if tree.tokens[n].dep in ("relcl", "acl")]
    return any(not _is_inverted(tree, n) for n in within)


def _is_inverted(tree: Tree, at: int) -> bool:
    subject = tree.child(at, "nsubj", "nsubjpass")
    return subject is not None and any(n < subject for n in tree.kids(at, "aux", "auxpass"))


def govern_at(tree: Tree, own: Own, n: int) -> Governance:
    """What governs one token, given what each word has of its own."""
    token = tree.tokens[n]
    if token.head == n:
        return Governance(own[n], None, False, "none")
    dep, h = token.dep, token.head
    if dep in ("conj", "dep") and token.pos not in _NOUNS:
        return _joined(tree, own, n, h)
    if dep in ("xcomp", "ccomp"):
        return _complement(tree, own, n, h)
    if dep == "pcomp":
        return _gerund(tree, own, n, h)
    if dep in ("acl", "relcl"):
        return of_noun(tree, own, n, h)
    if dep == "advcl":
        return _adverbial(tree, own, n, h)
    if dep in STATES and token.pos not in _NOUNS:
        weighs = class_of(token.lemma.lower(), "A") is not None and tree.child(n, *_CLAUSES) is not None
        return Governance(own[n], None, True, "modal" if weighs else "all")
    if dep in ("csubj", "csubjpass") and (judged := as_subject(tree, own, n, h)) is not None:
        return judged
    if dep in ("auxpass", "aux", "csubj"):
        return Governance(own[n], None, tree.tokens[h].dep != "ROOT" or dep == "csubj", "all")
    if token.pos in _NOUNS or dep == "prep":
        return govern_noun(tree, own, n, h)
    return Governance(own[n], None, False, "none") if own[n] else _PLAIN


def _joined(tree: Tree, own: Own, n: int, h: int) -> Governance:
    """A verb joined to another shares its modals and negation unless it has a subject or auxiliary of its own.

    "did not help and shot": after "did" a second negated verb would be bare, so a finite one is not negated with it.
    """
    if tree.child(n, "nsubj", "nsubjpass", "expl") is not None:
        return Governance(own[n], None, _is_said_too(tree, n, h), "none")
    if tree.child(n, "aux", "auxpass") is not None or any(
        tree.tokens[k].text.lower() == "but" for k in tree.kids(h, "cc")
    ):
        return Governance(own[n], None, True, "none")
    if any(tree.tokens[k].text.lower() in ("or", "nor") for k in tree.kids(h, "cc")):
        return Governance(own[n], None, True, "all")
    helped = any(tree.tokens[k].tag == "MD" or tree.tokens[k].lemma == "do" for k in tree.kids(h, "aux"))
    finite = tree.tokens[n].tag in ("VBD", "VBZ", "VBP")
    return Governance(own[n], None, True, "none" if helped and finite else "all")


def _is_said_too(tree: Tree, n: int, h: int) -> bool:
    """Of "X said that A fled and that B shot": a second "that" stands under the same word as the first."""
    that = any(tree.tokens[k].text.lower() == "that" for k in tree.kids(n, "mark"))
    return that and tree.tokens[h].dep in ("ccomp", "acl")


def _complement(tree: Tree, own: Own, n: int, h: int) -> Governance:
    """As in "planned to kill", "failed to stop", "is believed to have killed", "said he killed"."""
    if any(t.text in (";", ":") for t in tree.tokens[min(n, h) : max(n, h)]):
        return Governance(own[n], None, False, "none")
    word = tree.tokens[h].lemma.lower()
    infinitive = has_to(tree, n)
    if is_had(tree, h):
        return Governance(own[n], operator(h, "condition"), False, "none")
    if (shown := fiction_of(tree, h)) is not None:
        return Governance(own[n], operator(shown, "fiction"), False, "none")
    if tree.tokens[h].pos == "ADJ":
        return under_adjective(tree, own, n, h, infinitive)
    if tree.tokens[h].pos in ("NOUN", "PROPN"):
        return content(tree, own, n, h)
    if word == "be" or (word in _COPULAS and tree.child(h, "acomp", "attr", "oprd") is not None):
        return under_be(tree, own, n, h, infinitive)
    passive = tree.child(h, "auxpass", "nsubjpass") is not None
    if word == "rule" and any(tree.tokens[k].text.lower() == "out" for k in tree.children[h]):
        return under_word(own, n, h, "exclude")
    if (passive and is_undeniable(tree, own, h, word)) or nobody_denies(tree, h, word):
        return Governance(own[n], operator(h, "certain"), True, "none")
    if (unsaid := unsaid_class(tree, own, n, h)) is not None:
        return under_word(own, n, h, unsaid, climbs=False)
    return under_word(own, n, h, _verb_class(tree, n, h, word, infinitive, passive))


def _verb_class(tree: Tree, n: int, h: int, word: str, infinitive: bool, passive: bool) -> str:
    """The class of a verb over a clause, as the form of the clause goes."""
    cls = class_of(word, "V")
    if cls is None and tree.tokens[h].tag in ("VBN", "VBD"):
        cls = class_of(tree.tokens[h].text.lower(), "A")
    if cls == "fear" and _is_over(tree, n):
        return "believe"
    if infinitive and word in _LASTING and _has_lasted(tree, h):
        return "manage"
    if infinitive or (tree.tokens[n].tag == "VB" and tree.child(n, "nsubj", "nsubjpass", "mark") is None):
        return _over_infinitive(cls, word, passive)
    if tree.tokens[n].tag in ("VBG", "VBN", "JJ") and tree.child(n, "nsubj", "nsubjpass", "mark", "aux") is None:
        return "report" if passive and cls in ("say", "report") else cls or "manage"
    if cls == "intend":
        bare = tree.tokens[n].tag == "VB" or any(tree.tokens[k].text.lower() == "be" for k in tree.kids(n, "auxpass"))
        demanded = bare and tree.child(n, "aux") is None
        return "intend" if demanded or word in ("want", "need") else "say"
    if word == "have" and any(tree.tokens[k].text.lower() == "it" for k in tree.kids(h, "dobj")):
        return "rumour"
    if word in ("go", "run") and any(
        class_of(tree.tokens[k].lemma.lower(), "N") in _TOLD_ON for k in tree.kids(h, "nsubj")
    ):
        return "rumour"  # "the story goes that"
    if cls == "manage":
        caused = tree.tokens[n].tag == "VB" and tree.child(n, "aux", "mark") is None
        return "manage" if caused else "say"
    if cls is None or cls == "prevent":
        return "unknown" if tree.child(n, "mark") is not None and not _is_beside(tree, n, h) else "manage"
    return "report" if passive and (word == "report" or _is_hearsay(tree, h, word)) else cls


def _is_hearsay(tree: Tree, h: int, word: str) -> bool:
    """Of "it is said that", "about whom it is told that": nobody says it; not of "it is said in the ruling that", "it was said by X"."""
    told = any(tree.tokens[k].text.lower() == "it" for k in tree.kids(h, "nsubj", "nsubjpass", "expl"))
    now = any(tree.tokens[k].text.lower() in ("is", "'s", "’s", "being", "been") for k in tree.kids(h, "auxpass"))
    said = {tree.tokens[k].text.lower() for k in tree.kids(h, "prep", "agent")}
    return word in _HEARSAY and told and now and not said & {"in", "by", "from"}


def _has_lasted(tree: Tree, verb: int) -> bool:
    """Of "took 90 minutes to convict him", "needed two days to reach him": it was done, and that is how long it took."""
    how_long = tree.child(verb, "dobj")
    return (
        how_long is not None
        and tree.tokens[how_long].lemma.lower() in _SPANS
        and tree.tokens[verb].tag in ("VBD", "VBN")
        and tree.child(verb, "auxpass") is None
        and not any(tree.tokens[k].tag == "MD" for k in tree.kids(verb, "aux"))
    )


def _is_over(tree: Tree, n: int) -> bool:
    """Of "are feared to have died", "fear that they were drowned": what is feared is told as past, and not to come."""
    helping = {tree.tokens[k].text.lower() for k in tree.kids(n, "aux", "auxpass")}
    past = tree.tokens[n].tag == "VBD" or bool(helping & {"was", "were", "had"})
    return ("have" in helping or past) and not helping & {"will", "would", "may", "might", "could"}


def _over_infinitive(cls: str | None, word: str, passive: bool) -> str:
    """ "is said to have", "is known to have", "told X to", "decided to", "managed to"."""
    if passive and cls in ("say", "report"):
        return "report"
    if passive and cls in ("evidence", "know"):
        return "know"
    if cls in ("say", "ask", "judge") or word == "mean":
        return "intend"
    return cls or "unknown"


def _is_beside(tree: Tree, n: int, h: int) -> bool:
    """Whether two clauses stand side by side, the parser having hung one on the other: a comma or dash, and no "that"."""
    between = tree.tokens[min(n, h) : max(n, h)]
    that = any(tree.tokens[k].text.lower() == "that" for k in tree.kids(n, "mark"))
    return not that and any(t.text in (",", "–", "—", "-") for t in between)


def _gerund(tree: Tree, own: Own, n: int, prep: int) -> Governance:
    """As in "accused of killing", "prevented from killing", "without killing", "plans for killing"."""
    link, h = tree.tokens[prep].text.lower(), tree.tokens[prep].head
    over = tree.tokens[h]
    word = over.lemma.lower()
    instead = link == "of" and (
        word == "instead" or any(tree.tokens[k].text.lower() == "instead" for k in tree.children[prep])
    )
    far = link == "from" and word == "far"
    short = link == "of" and (
        word == "short" or any(tree.tokens[k].text.lower() == "short" for k in tree.children[prep])
    )
    short = short or (
        link == "of" and any(tree.tokens[k].text.lower() == "short" for k in tree.kids(h, "advmod", "acomp"))
    )
    if link == "without" or instead or far or short or (link == "than" and word == "rather"):
        return Governance(own[n], operator(prep, "prevent"), False, "none")
    if over.pos in ("NOUN", "PROPN"):
        cls = class_of(word, "N")
        return Governance(own[n], operator(h, cls) if cls else None, link == "of" and cls == "picture", "none")
    cls = class_of(word, "V") or (class_of(word, "A") if over.pos == "ADJ" else None)
    if (link == "from" and cls == "prevent") or (link == "against" and word in word_set("operators.against")):
        return under_word(own, n, h, "prevent", climbs=False)
    if word in ("accuse", "suspect", "charge", "indict"):
        return under_word(own, n, h, "believe" if word == "suspect" else "allege", climbs=False)
    if link in ("of", "on", "about", "for", "against", "at") and cls in ("intend", "wish", "fear", "imagine"):
        return under_word(own, n, h, cls, climbs=False)
    if cls == "deny":
        return under_word(own, n, h, cls, climbs=False)
    return Governance(own[n], None, link in ("in", "by") and over.pos == "VERB", "all")


def _adverbial(tree: Tree, own: Own, n: int, h: int) -> Governance:
    """As in "killing 30" goes with its verb; "to kill" is a purpose; "after killing" is told as a fact."""
    marks = {tree.tokens[k].text.lower() for k in tree.kids(n, "mark", "advmod")}
    if _is_far_from(tree, n):
        return Governance(own[n], operator(n, "prevent"), False, "none")
    if opens_as_done(tree, n):
        return Governance(own[n], None, False, "none")
    if "as" in marks and (unsaid := unsaid_class(tree, own, n, h)) is not None:
        return under_word(own, n, h, unsaid, climbs=False)
    if marks & {"if", "unless", "lest", "whether"}:
        return Governance(own[n], None, False, "none")
    if has_to(tree, n):
        if tree.tokens[h].lemma.lower() in _LASTING and _has_lasted(tree, h):
            return under_word(own, n, h, "manage")
        before = tree.tokens[n - 2].text.lower() if n > 1 else ""
        if tree.child(h, "prt") is not None:
            return Governance(own[n], None, True, "all")
        return Governance(own[n], None if before == "only" else operator(h, "purpose"), False, "none")
    if marks & _FRESH_MARKS or tree.child(n, "nsubj", "nsubjpass") is not None:
        return Governance(own[n], None, False, "none")
    return Governance(own[n], None, True, "modal")


def _is_far_from(tree: Tree, n: int) -> bool:
    """Of "far from it being shown that": it was not."""
    for k in tree.kids(n, "advmod"):
        if tree.tokens[k].text.lower() == "far" and k + 1 < len(tree) and tree.tokens[k + 1].text.lower() == "from":
            return True
    return False
