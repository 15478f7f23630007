"""How surely a clause says what it says: denial, hedge, condition, question, plan.

The word is judged by its own modifiers, then by each word that governs it, up the parse, until a word that makes
a fresh statement (a relative clause, "after ...", a verb of saying, whose stance is the attribution's). Word
classes after Karttunen's implicative verbs and FactBank (Saurí & Pustejovsky 2009) stand in `data/claims/stance.tsv`.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

from rashomon.model.annotation import Token
from rashomon.model.claim import Stance
from rashomon.stages.claims.view import SentenceView

Effect = Literal["asserted", "alleged", "possible", "denied", "unconfirmed", "none"]

_RANK: dict[Effect, int] = {
    "asserted": 0,
    "alleged": 1,
    "unconfirmed": 2,
    "possible": 3,
    "denied": 4,
    "none": 5,
}
_VERBAL = ("VERB", "AUX")
_BARE_CLAUSE = ("conj", "dep")
_FRESH_MARKS = frozenset(
    ["after", "when", "as", "while", "because", "since", "although", "though", "where", "before", "once"]
)
_NO = frozenset({"no", "neither", "none", "nobody", "nothing"})
_LATER = frozenset({"later", "eventually", "subsequently", "ultimately", "soon", "go"})


@cache
def word_classes() -> dict[str, dict[str, Effect]]:
    """Class -> word -> what it does to the event below it."""
    found: dict[str, dict[str, Effect]] = {}
    table = files("rashomon.data").joinpath("claims/stance.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            name, effect, word = line.split("\t")
            found.setdefault(name, {})[word] = effect  # type: ignore[assignment]
    return found


def local_stance(sentence: SentenceView, at: int) -> Stance | None:
    """The stance the clause's own words give to what its token `at` tells; None when it tells of no event."""
    effects = [_own(sentence, at)]
    here = at
    if sentence.tokens[at].pos in ("NOUN", "PROPN", "ADJ", "NUM") and not _predicate(sentence, at):
        effects.append(_governed_noun(sentence, at))
        return _weakest(effects)
    if _asked(sentence, at):
        return None
    for above in sentence.up(at):
        effect, climb = _step(sentence, here, above)
        effects.append(effect)
        if not climb:
            break
        here = above
    return _weakest(effects)


def combine(outer: Stance, inner: Stance) -> Stance:
    """What is left of a stance under another's: the weaker of the two; a denial stays one."""
    return max(outer, inner, key=lambda s: _RANK[s])


def _weakest(effects: list[Effect]) -> Stance | None:
    worst = max(effects, key=lambda e: _RANK[e])
    return None if worst == "none" else worst


def _class(name: str, word: str) -> Effect:
    return word_classes()[name].get(word, "asserted")


def _word(token: Token) -> str:
    return token.lemma.lower()


def _own(sentence: SentenceView, at: int) -> Effect:
    """What a word's own modifiers, auxiliaries and subject make of it."""
    effects: list[Effect] = ["asserted"]
    token = sentence.tokens[at]
    kids = sentence.children[at]
    for n in kids:
        effects.append(_modifier(sentence, at, n))
    if token.dep in ("conj", "ROOT") or token.pos in _VERBAL:
        effects.append(_modals(sentence, at))
    if _word(token) == "be" and sentence.child(at, "expl") is not None:
        effects.extend(_own(sentence, n) for n in sentence.kids(at, "attr", "nsubj"))
    if token.dep == "pobj" and _class("absent", _word(sentence.tokens[token.head])) == "denied":
        effects.append("denied")
    if token.pos in ("NOUN", "PROPN") and any(t in _NO for t in (_word(token), token.text.lower())):
        effects.append("denied")
    return max(effects, key=lambda e: _RANK[e])


def _modifier(sentence: SentenceView, at: int, n: int) -> Effect:
    """The effect of one child of a word."""
    child, word = sentence.tokens[n], sentence.tokens[n].text.lower()
    if child.dep == "neg":
        return "asserted" if _only(sentence, n) else "denied"
    if child.dep in ("advmod", "npadvmod"):
        return max(_class("adverb", word), _class("generic", word), key=lambda e: _RANK[e])
    if child.dep in ("amod", "nmod", "compound"):
        return _class("adjective", word)
    if child.dep == "mark" or (child.dep == "advmod" and word == "whether"):
        return _class("condition", word)
    if child.dep == "det":
        if word == "any" and sentence.tokens[at].pos == "NOUN":
            return "none"
        return "denied" if word in _NO else "asserted"
    if child.dep in ("nsubj", "nsubjpass"):
        negative = word in ("nobody", "none", "nothing") or any(
            sentence.tokens[k].text.lower() in ("no", "neither") for k in sentence.kids(n, "det")
        )
        return "denied" if negative or word == "no" else "asserted"
    return "asserted"


def _only(sentence: SentenceView, n: int) -> bool:
    """As in "not only", "not just": no negation."""
    after = sentence.tokens[n + 1].text.lower() if n + 1 < len(sentence) else ""
    return after in ("only", "just", "merely")


def _modals(sentence: SentenceView, at: int) -> Effect:
    """What auxiliaries say: "may have", "would", "will"."""
    tokens = sentence.tokens
    auxes = [n for n in sentence.children[at] if tokens[n].dep in ("aux", "auxpass")]
    words = {tokens[n].text.lower() for n in auxes}
    if any(_class("hedge_modal", w) == "possible" for w in words):
        return "possible"
    perfect = "have" in words
    if "must" in words and perfect:
        return "possible"
    if words & {"will", "'ll", "’ll", "wo", "shall", "can", "ca"} and not _perceived(sentence, at):
        return "none"
    if words & {"would", "'d", "’d", "should", "ought", "must"} and "had" not in words and _unreal(sentence, at, words):
        return "none"
    return "asserted"


def _perceived(sentence: SentenceView, at: int) -> bool:
    """As in "can be seen", "will be remembered": what is perceived is there."""
    return _word(sentence.tokens[at]) in ("see", "hear", "remember", "recall", "say", "note")


def _unreal(sentence: SentenceView, at: int, words: set[str]) -> bool:
    """False for the "would" of hindsight: "would later kill", "would go on to kill"."""
    if not words & {"would", "'d", "’d"}:
        return True
    near = {_word(sentence.tokens[n]) for n in sentence.kids(at, "advmod")} | {_word(sentence.tokens[at])}
    return not near & _LATER


def _predicate(sentence: SentenceView, at: int) -> bool:
    """True for an adjective or noun that is what a clause says: "33 were dead", "left 33 dead"."""
    return sentence.tokens[at].dep in ("acomp", "oprd", "ccomp", "ROOT", "relcl")


def _asked(sentence: SentenceView, at: int) -> bool:
    """True in the main clause of a question."""
    if sentence.tokens[-1].text != "?" and not (len(sentence) > 1 and sentence.tokens[-2].text == "?"):
        return False
    above = [at, *sentence.up(at)]
    return not any(sentence.tokens[n].dep in ("relcl", "acl") for n in above[:-1])


def _governed_noun(sentence: SentenceView, at: int) -> Effect:
    """What the word over an event noun makes of it: "prevented an attack", "may launch an attack"."""
    token = sentence.tokens[at]
    if token.dep == "conj":
        return max(_governed_noun(sentence, token.head), _shared(sentence, at), key=lambda e: _RANK[e])
    if token.head == at:
        return "none" if sentence.tokens[-1].text == "?" and not _definite(sentence, at) else "asserted"
    above = sentence.tokens[token.head]
    if token.dep == "dobj" and _word(above) == "rule":
        return "asserted" if sentence.child(token.head, "neg") is not None else "denied"
    if token.dep in ("dobj", "nsubjpass", "attr", "oprd"):
        return _object(sentence, at, token.head)
    if token.dep == "nsubj":
        return "asserted" if _definite(sentence, at) else _verb_over(sentence, token.head)
    if token.dep == "pobj":
        return _after_preposition(sentence, at, token.head)
    if token.dep == "compound" and above.pos == "NOUN":
        return _noun_over(above)
    return "asserted"


def _shared(sentence: SentenceView, at: int) -> Effect:
    """What stands before the first of joined nouns holds for the rest: "no deaths or injuries"."""
    return _own(sentence, sentence.tokens[at].head)


def _definite(sentence: SentenceView, at: int) -> bool:
    words = ("the", "this", "that", "these", "those")
    return any(
        sentence.tokens[n].dep == "poss"
        or (sentence.tokens[n].dep == "det" and sentence.tokens[n].text.lower() in words)
        for n in sentence.children[at]
    )


def _object(sentence: SentenceView, at: int, verb: int) -> Effect:
    word = _word(sentence.tokens[verb])
    if _class("prevent", word) == "denied" or word == "deny":
        undone = local_stance(sentence, verb) == "denied"
        return "asserted" if undone else "denied"
    if _class("plan", word) == "none" and word not in (
        "order",
        "call",
        "ask",
        "try",
        "set",
        "plot",
        "allow",
        "need",
    ):
        return "none"
    return "asserted" if _definite(sentence, at) else _verb_over(sentence, verb)


def _verb_over(sentence: SentenceView, verb: int) -> Effect:
    """The stance of the clause in which an indefinite event noun takes part."""
    stance = local_stance(sentence, verb) if sentence.tokens[verb].pos in _VERBAL else "asserted"
    return stance or "none"


def _after_preposition(sentence: SentenceView, at: int, preposition: int) -> Effect:
    """As in "fears of an attack", "accused of an attack", "without an attack", "involved in the attack"."""
    prep = sentence.tokens[preposition]
    over = sentence.tokens[prep.head]
    if _class("absent", _word(prep)) == "denied":
        return "denied"
    if over.pos == "NOUN" and prep.text.lower() in ("of", "for", "about", "against"):
        return _noun_over(over)
    if (
        over.pos == "VERB"
        and prep.text.lower() in ("for", "of", "about")
        and _word(over) in ("plan", "prepare", "warn")
    ):
        return "none"
    return "asserted"


def _noun_over(over: Token) -> Effect:
    word = _word(over)
    classes = word_classes()
    for name in ("noun",):
        if word in classes[name]:
            return classes[name][word]
    return "asserted"


def _step(sentence: SentenceView, here: int, above: int) -> tuple[Effect, bool]:
    """What the next word up does to the event below it, and whether to climb on from there."""
    token, over = sentence.tokens[here], sentence.tokens[above]
    dep = token.dep
    if dep in _BARE_CLAUSE:
        return _joined(sentence, here, above)
    if dep in ("xcomp", "ccomp"):
        return _complement(sentence, here, above)
    if dep == "pcomp":
        return _gerund(sentence, above)
    if dep in ("acl", "relcl"):
        return _of_noun(sentence, here, above)
    if dep == "advcl":
        return _adverbial(sentence, here)
    if dep in ("acomp", "attr", "oprd"):
        return _own(sentence, above), True
    if dep in ("auxpass", "aux", "csubj"):
        return _own(sentence, above), over.dep != "ROOT"
    return "asserted", False


def _joined(sentence: SentenceView, here: int, above: int) -> tuple[Effect, bool]:
    """A verb joined to another shares its modals and negation unless it has its own subject or auxiliary."""
    if sentence.child(here, "nsubj", "nsubjpass", "aux", "auxpass", "expl") is not None:
        return "asserted", sentence.child(here, "nsubj", "nsubjpass", "expl") is None
    if any(sentence.tokens[n].text.lower() == "but" for n in sentence.kids(above, "cc")):
        return "asserted", True
    return _own(sentence, above), True


def _complement(sentence: SentenceView, here: int, above: int) -> tuple[Effect, bool]:
    """As in "planned to kill", "failed to stop", "is believed to have killed", "said he killed"."""
    word = _word(sentence.tokens[above])
    passive = sentence.child(above, "auxpass", "nsubjpass") is not None
    if word == "deny" and not passive:
        return "denied", False
    infinitive = sentence.tokens[here].dep == "xcomp" or _has_to(sentence, here)
    if word in ("appear", "seem") or (word == "look" and sentence.tokens[above].pos == "VERB"):
        return max(_own(sentence, above), "possible", key=lambda e: _RANK[e]), True
    if infinitive and _class("prevent", word) == "denied":
        return "denied", True
    if (
        infinitive
        and (_class("plan", word) == "none" or _class("plan_adjective", word) == "none")
        and word != "suppose"
    ):
        return "none", False
    if passive and _class("belief", word) == "possible":
        return "possible", True
    if passive and _class("allege", word) == "alleged":
        return "alleged", True
    for name in ("probable", "unclear"):
        if _class(name, word) != "asserted" and sentence.tokens[above].pos == "ADJ":
            return _class(name, word), True
    if word == "be":
        return max((_be_adjective(sentence, above), _own(sentence, above)), key=lambda e: _RANK[e]), True
    if word in ("wish", "hope", "fear", "pray") or (not infinitive and word in ("imagine", "suppose")):
        return "none", False
    if _class("manage", word) == "asserted" and infinitive and word in word_classes()["manage"]:
        return _own(sentence, above), True
    return ("asserted", False) if not infinitive else (_own(sentence, above), True)


def _be_adjective(sentence: SentenceView, verb: int) -> Effect:
    """As in "it is possible that", "it was unclear": the adjective beside the verb."""
    for n in sentence.kids(verb, "acomp", "attr"):
        word = _word(sentence.tokens[n])
        for name in ("probable", "unclear", "noun"):
            if _class(name, word) != "asserted":
                return _class(name, word)
    return "asserted"


def _has_to(sentence: SentenceView, verb: int) -> bool:
    return any(sentence.tokens[n].tag == "TO" for n in sentence.kids(verb, "aux"))


def _gerund(sentence: SentenceView, preposition: int) -> tuple[Effect, bool]:
    """As in "accused of killing", "prevented from killing", "without killing", "plans for killing"."""
    prep = sentence.tokens[preposition]
    over = sentence.tokens[prep.head]
    word, link = _word(over), prep.text.lower()
    if link == "without" or (link == "of" and word == "instead") or (link == "than" and word == "rather"):
        return "denied", False
    if link == "from" and _class("prevent", word) == "denied":
        return "denied", False
    if over.pos == "NOUN":
        return _noun_over(over), False
    if word in ("accuse", "suspect", "charge", "indict"):
        return "possible" if word == "suspect" else "alleged", False
    if link in ("of", "on", "about", "for", "against") and (
        _class("plan", word) == "none" or _class("plan_adjective", word) == "none"
    ):
        return "none", False
    if word == "deny":
        return "denied", False
    return "asserted", link in ("in", "by") and over.pos == "VERB"


def _of_noun(sentence: SentenceView, here: int, above: int) -> tuple[Effect, bool]:
    """As in "a plan to kill", "allegations that he killed", "nobody was found killed", "the first to die"."""
    over = sentence.tokens[above]
    word = _word(over)
    own = [sentence.tokens[n].text.lower() for n in sentence.kids(above, "det")]
    if sentence.tokens[here].dep == "relcl":
        return ("denied" if "no" in own or word in _NO else "asserted"), False
    if _has_to(sentence, here):
        return ("asserted" if word in word_classes()["first"] else "none"), False
    effect = _noun_over(over)
    if "no" in own:
        effect = "unconfirmed" if word in ("evidence", "proof", "indication", "sign", "confirmation") else "denied"
    return effect, False


def _adverbial(sentence: SentenceView, here: int) -> tuple[Effect, bool]:
    """As in "killing 30" goes with its verb; "to kill" is a purpose; "after killing" is told as a fact."""
    marks = {sentence.tokens[n].text.lower() for n in sentence.kids(here, "mark", "advmod")}
    if marks & {"if", "unless", "lest", "whether"}:
        return "none", False
    if _has_to(sentence, here):
        if sentence.child(sentence.tokens[here].head, "prt") is not None:
            return "asserted", True
        before = sentence.tokens[here - 2].text.lower() if here > 1 else ""
        return ("asserted", False) if before == "only" else ("none", False)
    if marks & _FRESH_MARKS or sentence.child(here, "nsubj", "nsubjpass") is not None:
        return "asserted", False
    return _own_modal(sentence, sentence.tokens[here].head), True


def _own_modal(sentence: SentenceView, at: int) -> Effect:
    """A verb's hedges without its negation: "did not stop, killing two" kills two."""
    effect = _own(sentence, at)
    return "asserted" if effect == "denied" else effect
