"""What each word over a clause makes of what the clause tells: "failed to", "accused of", "it appeared that"."""

from __future__ import annotations

from rashomon.stages.claims.stance.own import own_effect
from rashomon.stages.claims.stance.words import RANK, Effect, effect_of, lemma_of, noun_effect, word_classes
from rashomon.stages.claims.view import SentenceView

_NO = frozenset({"no", "neither", "none", "nobody", "nothing"})
_PICTURES = frozenset({"picture", "photo", "photograph", "image", "video", "footage", "recording", "clip"})
_BARE_CLAUSE = ("conj", "dep")
_FRESH_MARKS = frozenset(
    ["after", "when", "as", "while", "because", "since", "although", "though", "where", "before", "once"]
)


def step_up(sentence: SentenceView, here: int, above: int) -> tuple[Effect, bool]:
    """What the next word up does to the event below it, and whether to climb on from there."""
    token, over = sentence.tokens[here], sentence.tokens[above]
    dep = token.dep
    if dep in _BARE_CLAUSE:
        return _joined(sentence, here, above)
    if dep in ("xcomp", "ccomp"):
        return _complement(sentence, here, above)
    if dep == "pcomp":
        return _gerund(sentence, above)
    if dep == "prep" and lemma_of(over) in _PICTURES:
        return "asserted", True
    if dep in ("acl", "relcl"):
        return _of_noun(sentence, here, above)
    if dep == "advcl":
        return _adverbial(sentence, here)
    if dep in ("acomp", "attr", "oprd"):
        return own_effect(sentence, above), True
    if dep in ("auxpass", "aux", "csubj"):
        return own_effect(sentence, above), over.dep != "ROOT"
    return "asserted", False


def _joined(sentence: SentenceView, here: int, above: int) -> tuple[Effect, bool]:
    """A verb joined to another shares its modals and negation unless it has its own subject or auxiliary."""
    if sentence.child(here, "nsubj", "nsubjpass", "aux", "auxpass", "expl") is not None:
        return "asserted", sentence.child(here, "nsubj", "nsubjpass", "expl") is None
    if any(sentence.tokens[n].text.lower() == "but" for n in sentence.kids(above, "cc")):
        return "asserted", True
    return own_effect(sentence, above), True


def _complement(sentence: SentenceView, here: int, above: int) -> tuple[Effect, bool]:
    """As in "planned to kill", "failed to stop", "is believed to have killed", "said he killed"."""
    if any(t.text in (";", ":") for t in sentence.tokens[min(here, above) : max(here, above)]):
        return "asserted", False
    word = lemma_of(sentence.tokens[above])
    passive = sentence.child(above, "auxpass", "nsubjpass") is not None
    if word == "deny" and not passive:
        return ("asserted" if sentence.child(above, "neg") is not None else "denied"), False
    infinitive = sentence.tokens[here].dep == "xcomp" or has_to(sentence, here)
    if word in ("appear", "seem") or (word == "look" and sentence.tokens[above].pos == "VERB"):
        return max(own_effect(sentence, above), "possible", key=lambda e: RANK[e]), True
    if infinitive and effect_of("prevent", word) == "denied":
        return "denied", True
    if (
        infinitive
        and (effect_of("plan", word) == "none" or effect_of("plan_adjective", word) == "none")
        and word != "suppose"
    ):
        return "none", False
    if passive and effect_of("belief", word) == "possible":
        return "possible", True
    if passive and effect_of("allege", word) == "alleged":
        return "alleged", True
    for name in ("probable", "unclear"):
        if effect_of(name, word) != "asserted" and sentence.tokens[above].pos == "ADJ":
            return effect_of(name, word), word != "confident"  # whoever is not confident denies nothing
    if word == "be":
        return max((_be_adjective(sentence, above), own_effect(sentence, above)), key=lambda e: RANK[e]), True
    if word in ("wish", "hope", "fear", "pray") or (not infinitive and word in ("imagine", "suppose")):
        return "none", False
    if effect_of("manage", word) == "asserted" and infinitive and word in word_classes()["manage"]:
        return own_effect(sentence, above), True
    return ("asserted", False) if not infinitive else (own_effect(sentence, above), True)


def _be_adjective(sentence: SentenceView, verb: int) -> Effect:
    """As in "it is possible that", "it was unclear": the adjective beside the verb."""
    for n in sentence.kids(verb, "acomp", "attr"):
        word = lemma_of(sentence.tokens[n])
        for name in ("probable", "unclear", "noun", "needed"):
            if effect_of(name, word) != "asserted":
                return effect_of(name, word)
    return "asserted"


def has_to(sentence: SentenceView, verb: int) -> bool:
    """True for an infinitive with its "to"."""
    return any(sentence.tokens[n].tag == "TO" for n in sentence.kids(verb, "aux"))


def _gerund(sentence: SentenceView, preposition: int) -> tuple[Effect, bool]:
    """As in "accused of killing", "prevented from killing", "without killing", "plans for killing"."""
    prep = sentence.tokens[preposition]
    over = sentence.tokens[prep.head]
    word, link = lemma_of(over), prep.text.lower()
    instead = prep.lemma.lower() == "of" and any(
        sentence.tokens[n].text.lower() == "instead" for n in sentence.kids(preposition, "advmod")
    )
    if link == "without" or instead or (link == "of" and word == "instead") or (link == "than" and word == "rather"):
        return "denied", False
    if link == "from" and effect_of("prevent", word) == "denied":
        return "denied", False
    if over.pos == "NOUN":
        return noun_effect(over), link == "of" and word in _PICTURES
    if word in ("accuse", "suspect", "charge", "indict"):
        return "possible" if word == "suspect" else "alleged", False
    if link in ("of", "on", "about", "for", "against") and (
        effect_of("plan", word) == "none" or effect_of("plan_adjective", word) == "none"
    ):
        return "none", False
    if word == "deny":
        return "denied", False
    return "asserted", link in ("in", "by") and over.pos == "VERB"


def _of_noun(sentence: SentenceView, here: int, above: int) -> tuple[Effect, bool]:
    """As in "a plan to kill", "allegations that he killed", "nobody was found killed", "the first to die"."""
    over = sentence.tokens[above]
    word = lemma_of(over)
    own = [sentence.tokens[n].text.lower() for n in sentence.kids(above, "det")]
    if sentence.tokens[here].dep == "relcl":
        denied = "no" in own or word in _NO or _is_no_case(sentence, above)
        return ("denied" if denied else "asserted"), False
    if has_to(sentence, here):
        return ("asserted" if word in word_classes()["first"] else "none"), False
    effect = noun_effect(over)
    if "no" in own:
        effect = "unconfirmed" if word in ("evidence", "proof", "indication", "sign", "confirmation") else "denied"
    return effect, False


def _is_no_case(sentence: SentenceView, noun: int) -> bool:
    """Of "this is not a case where he shot": he did not."""
    token = sentence.tokens[noun]
    if lemma_of(token) not in ("case", "situation", "instance") or token.dep != "attr":
        return False
    return sentence.child(token.head, "neg") is not None


def _adverbial(sentence: SentenceView, here: int) -> tuple[Effect, bool]:
    """As in "killing 30" goes with its verb; "to kill" is a purpose; "after killing" is told as a fact."""
    marks = {sentence.tokens[n].text.lower() for n in sentence.kids(here, "mark", "advmod")}
    if marks & {"if", "unless", "lest", "whether"}:
        return "none", False
    if has_to(sentence, here):
        if sentence.child(sentence.tokens[here].head, "prt") is not None:
            return "asserted", True
        before = sentence.tokens[here - 2].text.lower() if here > 1 else ""
        return ("asserted", False) if before == "only" else ("none", False)
    if marks & _FRESH_MARKS or sentence.child(here, "nsubj", "nsubjpass") is not None:
        return "asserted", False
    return _own_modal(sentence, sentence.tokens[here].head), True


def _own_modal(sentence: SentenceView, at: int) -> Effect:
    """A verb's hedges without its negation: "did not stop, killing two" kills two."""
    effect = own_effect(sentence, at)
    return "asserted" if effect == "denied" else effect
