"""What a word's own modifiers, auxiliaries and subject make of what it tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rashomon.lexicon import word_set
from rashomon.lexicon import words as listed
from rashomon.lexicon.operators import SPEECH, class_of, effect_of
from rashomon.model.clause import Governance, Operator
from rashomon.stages.annotate.clauses.labels import Tree

Own = Mapping[int, tuple[Operator, ...]]
"""The operators that each word has of its own."""
_VERBAL = ("VERB", "AUX")
_SCANT = frozenset({"little", "scant", "few", "insufficient"})
_NO = frozenset({"no", "neither", "none", "nobody", "nothing", "nor"})
_WEIGHING = frozenset({"seem", "allege", "believe", "rumour", "suggest", "fear"})
_LATER = frozenset({"later", "eventually", "subsequently", "ultimately", "soon", "go"})
_FUTURE = frozenset({"will", "'ll", "’ll", "wo", "shall", "can", "ca"})
_UNREAL = frozenset({"would", "'d", "’d", "should", "ought", "must"})
_MODIFYING = frozenset(
    {
        "neg",
        "advmod",
        "npadvmod",
        "amod",
        "nmod",
        "compound",
        "mark",
        "det",
        "preconj",
        "cc",
        "nsubj",
        "nsubjpass",
        "dobj",
        "parataxis",
    }
)
_HEDGES = frozenset({"may", "might", "could"})


def operator(token: int, cls: str, *, negated: bool = False) -> Operator:
    """An operator of a class at a token, with its effect."""
    return Operator(token, cls, effect_of(cls, negated))


def own_operators(tree: Tree, at: int) -> tuple[Operator, ...]:
    """What a word's own modifiers, auxiliaries and subject do to it, in text order."""
    token = tree.tokens[at]
    below = tree.children[at]
    found = [o for n in below if tree.tokens[n].dep in _MODIFYING for o in _modifier(tree, at, n)]
    if below and (token.dep in ("conj", "ROOT") or token.pos in _VERBAL):
        found.extend(_modals(tree, at))
    if token.pos in _VERBAL and at and (cls := class_of(tree.tokens[at - 1].text.lower(), "R")):
        found.append(operator(at - 1, cls))
    if token.dep == "xcomp":
        found.extend(_yet_to(tree, at))
    if (
        token.pos == "VERB"
        and at > 1
        and tree.tokens[at - 2].text.lower() in ("little", "nothing")
        and has_to(tree, at)
    ):
        found.append(operator(at - 2, "negate"))  # "there is little to suggest that"
    if below and token.lemma.lower() == "be" and tree.child(at, "expl") is not None:
        found.extend(o for n in tree.kids(at, "attr", "nsubj") for o in own_operators(tree, n))
    if token.dep == "pobj" and class_of(tree.tokens[token.head].lemma.lower(), "P") == "prevent":
        found.append(operator(token.head, "negate"))
    if below and token.lemma.lower() in word_set("modifiers.laid"):
        found.extend(_of_nothing(tree, at))
    if token.pos in ("NOUN", "PROPN", "PRON") and token.lemma.lower() in _NO:
        found.append(operator(at, "negate"))
    return tuple(sorted(set(found))) if found else ()


def _yet_to(tree: Tree, at: int) -> Iterator[Operator]:
    """Of "has yet to be proved", "remains to be shown": it has not been."""
    token = tree.tokens[at]
    over = tree.tokens[token.head]
    if over.lemma.lower() not in ("have", "be", "remain"):
        return
    if over.lemma.lower() == "remain":
        yield operator(token.head, "negate")
    yield from (operator(n, "negate") for n in tree.kids(token.head, "advmod") if tree.tokens[n].text.lower() == "yet")


def is_negated(operators: tuple[Operator, ...]) -> bool:
    """Whether a word's own operators negate it; twice is no negation."""
    return len({o.token for o in operators if o.cls == "negate"}) % 2 == 1


def _modifier(tree: Tree, at: int, n: int) -> Iterator[Operator]:
    child, word = tree.tokens[n], tree.tokens[n].text.lower()
    if child.dep == "neg":
        if not _only(tree, n) and not is_bound(tree, n) and not _sets_apart(tree, at, n):
            yield operator(n, "negate")
    elif child.dep in ("advmod", "npadvmod"):
        cls = class_of(word, "R") or (class_of(word, "M") if word == "whether" else None)
        if word == "longer" and n and tree.tokens[n - 1].text.lower() in ("no", "not"):
            cls = "negate"
        if cls:
            yield operator(n, cls)
    elif child.dep in ("amod", "nmod", "compound"):
        if cls := class_of(word, "D"):
            yield operator(n, cls)
    elif child.dep == "mark":
        if cls := class_of(word, "M"):
            yield operator(n, cls)
        elif word in ("if", "though") and n and tree.tokens[n - 1].text.lower() == "as":
            yield operator(n, "condition")
    elif child.dep in ("det", "preconj", "cc"):
        if word == "any" and tree.tokens[at].pos == "NOUN" and child.dep == "det":
            yield operator(n, "general")
        elif word in ("no", "neither") and not is_bound(tree, n) and (child.dep != "cc" or n < at):
            yield operator(n, "negate")
    elif child.dep in ("nsubj", "nsubjpass"):
        yield from _subject(tree, n)
    elif child.dep == "parataxis":
        yield from _it_seems(tree, n)
    elif child.dep == "dobj" and tree.tokens[at].pos == "VERB":
        yield from _no_object(tree, n)
        yield from _whatever(tree, n)


def _subject(tree: Tree, n: int) -> Iterator[Operator]:
    """ "Nobody", "no court", "not a single witness", "none of them" as a subject negate their verb."""
    if tree.tokens[n].text.lower() in ("nobody", "none", "nothing", "neither", "no"):
        yield operator(n, "negate")
    elif n and tree.tokens[n].text.lower() in ("anyone", "anybody") and class_of(tree.tokens[n - 1].text.lower(), "R"):
        yield operator(n - 1, "negate")  # "hardly anyone"
    elif tree.tokens[n].text.lower() == "one" and n and tree.tokens[n - 1].text.lower() == "no":
        yield operator(n - 1, "negate")
    elif (first := _not_one(tree, n)) is not None or (first := _few_think(tree, n)) is not None:
        yield operator(first, "negate")
    if class_of(tree.tokens[n].lemma.lower(), "N") == "fool" and any(
        tree.tokens[k].text.lower() == "only" for k in tree.subtree(n)
    ):
        yield operator(n, "negate")
    for k in tree.children[n]:
        word = tree.tokens[k].text.lower()
        if word == "any" and k and class_of(tree.tokens[k - 1].text.lower(), "R") == "negate":
            yield operator(k - 1, "negate")  # "hardly any evidence links X to it"
        elif (
            word in _SCANT
            and (k == 0 or tree.tokens[k - 1].text.lower() != "a")
            and class_of(tree.tokens[n].lemma.lower(), "N") in ("evidence", "doubt")
        ):
            yield operator(k, "negate")
        if (word in ("no", "neither") and tree.tokens[n].text.lower() != "one" and not is_bound(tree, k)) or (
            k < n
            and tree.tokens[k].dep == "neg"
            and word in ("not", "n't")
            and not is_bound(tree, k)
            and not _only(tree, k)
        ):
            yield operator(k, "negate")


def _it_seems(tree: Tree, n: int) -> Iterator[Operator]:
    """Of "Dell, it seems, shot him", "Dell, it is said, shot him": what is set in between commas weighs the whole."""
    it = any(tree.tokens[k].text.lower() == "it" for k in tree.kids(n, "nsubj", "nsubjpass"))
    passive = tree.child(n, "auxpass", "nsubjpass") is not None
    cls = class_of(tree.tokens[n].lemma.lower(), "V")
    if it and tree.child(n, "ccomp", "agent") is None and (cls in _WEIGHING or (passive and cls in ("say", "report"))):
        yield operator(n, "report" if cls in ("say", "report") else cls or "unknown")


def _not_one(tree: Tree, n: int) -> int | None:
    """Of "Not one guard", "Not a single guard": none did."""
    first = tree.subtree(n)[0]
    words = [t.text.lower() for t in tree.tokens[first : first + 3]]
    return first if words[:2] == ["not", "one"] or words == ["not", "a", "single"] else None


def _few_think(tree: Tree, n: int) -> int | None:
    """Of "Few believe that", "few in the town doubt that": as good as nobody does; "few survived" tells of some."""
    few = tree.tokens[n].text.lower() == "few" and (n == 0 or tree.tokens[n - 1].text.lower() != "a")
    thinks = class_of(tree.tokens[tree.tokens[n].head].lemma.lower(), "V") in (
        "believe",
        "doubt",
        "deny",
        "say",
        "know",
    )
    return n if few and thinks else None


def _no_object(tree: Tree, n: int) -> Iterator[Operator]:
    """Of "took no part", "shot nobody": it was not done; a verb joined to this one is another matter."""
    none = [k for k in tree.children[n] if tree.tokens[k].text.lower() == "no" and not is_bound(tree, k)]
    if none or tree.tokens[n].text.lower() in ("nobody", "nothing", "none"):
        yield operator(none[0] if none else n, "no-object")


def _of_nothing(tree: Tree, at: int) -> Iterator[Operator]:
    """Of "has been charged with nothing", "accuse him of nothing": nothing is laid on him."""
    held = (k for n in tree.kids(at, "prep") for k in tree.kids(n, "pobj"))
    yield from (operator(k, "negate") for k in held if tree.tokens[k].text.lower() == "nothing")


def _whatever(tree: Tree, n: int) -> Iterator[Operator]:
    """Of "whatever crimes he has committed": none is told of."""
    if any(tree.tokens[k].text.lower() in ("whatever", "whichever") for k in (n, *tree.children[n])):
        yield operator(n, "condition")


def is_bound(tree: Tree, n: int) -> bool:
    """As in "no fewer than 78": a figure's bound, no negation."""
    after = [t.text.lower() for t in tree.tokens[n + 1 : n + 3]]
    return len(after) == 2 and after[0] in ("fewer", "less", "more") and after[1] == "than"


def _sets_apart(tree: Tree, at: int, n: int) -> bool:
    """Of "A, not B, was behind it": the clause is not negated."""
    before, after = tree.tokens[n - 1].text if n else "", tree.tokens[min(n + 1, len(tree) - 1)]
    return before in (",", "(", "–", "—") and after.pos in ("DET", "PROPN", "NOUN", "PRON")


def _only(tree: Tree, n: int) -> bool:
    """As in "not only", "not just": no negation."""
    after = tree.tokens[n + 1].text.lower() if n + 1 < len(tree) else ""
    return after in ("only", "just", "merely", "simply")


def _modals(tree: Tree, at: int) -> Iterator[Operator]:
    """What auxiliaries say: "may have", "would", "will"."""
    helping = [n for n in tree.children[at] if tree.tokens[n].dep in ("aux", "auxpass")]
    words = {tree.tokens[n].text.lower(): n for n in helping}
    perfect = "have" in words
    for word, n in words.items():
        if (
            word == "could"
            and class_of(tree.tokens[at].lemma.lower(), "V") == "evidence"
            and tree.child(at, "neg") is not None
        ):
            continue  # "could not prove that"
        if (
            word in _HEDGES
            or (word in ("must", "can") and perfect)
            or (word == "would" and perfect and _is_said_of(tree, at))
        ):
            yield operator(n, "modal")
        elif (word in _FUTURE and not _perceived(tree, at)) or (
            word in _UNREAL and "had" not in words and _unreal(tree, at, word)
        ):
            yield operator(n, "future")


def _is_said_of(tree: Tree, at: int) -> bool:
    """Of "X, who would have led it, fled", with no "if" about: the hearsay of papers that are put into English."""
    conditional = any(t.text.lower() in ("if", "had", "otherwise", "without") for t in tree.tokens)
    return tree.tokens[at].dep == "relcl" and not conditional


def _perceived(tree: Tree, at: int) -> bool:
    """As in "can be seen", "can reveal", "will be remembered": what is perceived, or told so, is there."""
    return tree.tokens[at].lemma.lower() in listed("en-can-tell.txt")


def _unreal(tree: Tree, at: int, word: str) -> bool:
    """False for the "would" of hindsight: "would later kill", "would go on to kill"."""
    if word not in ("would", "'d", "’d"):
        return True
    near = {tree.tokens[n].lemma.lower() for n in tree.kids(at, "advmod")} | {tree.tokens[at].lemma.lower()}
    return not near & _LATER


def has_to(tree: Tree, verb: int) -> bool:
    """True for an infinitive with its "to"."""
    return any(tree.tokens[n].tag == "TO" for n in tree.kids(verb, "aux"))


def under_word(own: Own, n: int, host: int, cls: str, at: int | None = None, *, climbs: bool = True) -> Governance:
    """Governed by a word of a class at `at`, whose negation is that of `host`; its hedges hold for what it governs.

    What somebody "wrongly reported" is not so.
    """
    if cls in SPEECH | {"evidence", "know"} and any(o.cls == "wrongly" for o in own[host]):
        cls = "false"
    over = operator(host if at is None else at, cls, negated=is_negated(own[host]))
    keeps = "none" if cls in SPEECH else "modal"
    return Governance(own[n], over, climbs, keeps)  # type: ignore[arg-type]


def verb_class(tree: Tree, verb: int) -> str | None:
    """The class of a verb with its particle, else of the verb alone: "was put off", "was made up"."""
    word = tree.tokens[verb].lemma.lower()
    particle = tree.child(verb, "prt")
    joined = class_of(f"{word} {tree.tokens[particle].text.lower()}", "V") if particle is not None else None
    return joined or class_of(word, "V")


def is_had(tree: Tree, h: int) -> bool:
    """Of "Had the boat sunk in May, they would have been saved": a condition."""
    behind = tree.child(h, "ccomp", "nsubj", "dobj")
    return tree.tokens[h].text.lower() == "had" and tree.tokens[h].dep == "advcl" and behind is not None and behind > h
