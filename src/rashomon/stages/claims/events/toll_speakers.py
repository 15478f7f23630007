"""Who gives a toll by its verb: "police put the number at nine", "rescuers lowered the number from 31 to 28"."""

from __future__ import annotations

from rashomon.lexicon.nouns import is_body_noun
from rashomon.model import parts
from rashomon.model.claim import ChainLink
from rashomon.stages.claims.accusations.accused import speaker_link
from rashomon.stages.claims.events.figure import Figure
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.persons import is_person
from rashomon.stages.claims.view import SentenceView, View

_BACK = 4
_FAR = 16
"""Words back within which a toll may be named of which a figure is only said: "the army's figure, as of Friday, is 12 dead"."""


def speakers_of(view: View, figure: Figure) -> tuple[ChainLink, ...]:
    """The person or body whose act the figure is, as a link; empty where the toll rose of itself."""
    sentence = figure.trigger.sentence
    if figure.teller is not None:
        return _link(sentence, figure.teller)
    for whose in (_owner(sentence, figure), _listed_by(sentence, figure)):
        if whose is not None and (link := _link(sentence, whose)):
            return link
    keeper = _keeper(sentence, figure)
    if figure.sort != "toll" and keeper is None:
        return ()
    for at in (keeper,) if keeper is not None else sentence.up(figure.victim):
        clause = sentence.frame(at)
        if clause is None or not (keeper or is_a(sentence.tokens[at].lemma.lower(), "gives_toll")):
            continue
        doer = next(iter(clause.doers.fillers), None)
        return () if doer is None else _link(sentence, doer)
    return ()


def _link(sentence: SentenceView, doer: int) -> tuple[ChainLink, ...]:
    mention = sentence.mention_at(doer)
    body = (mention is not None and mention.type == "organization") or is_body_noun(sentence.tokens[doer])
    referent = mention.referent if mention is not None else None
    return (speaker_link(sentence, doer, referent),) if body or is_person(sentence, doer) else ()


def _owner(sentence: SentenceView, figure: Figure) -> int | None:
    """Whose toll it is: "the government's figure of 73 dead", "the army's count of the dead", "a toll given by the governor"."""
    for n in range(max(0, figure.first - _FAR), figure.last):
        near = n >= figure.first - _BACK and ";" not in sentence.words[n : figure.first]
        if not is_a(sentence.lemmas[n], "toll_noun") or not (near or _is_said_of(sentence, n, figure.first)):
            continue
        state = sentence.state(n)
        owner = state.possessor if state is not None else None
        if owner is None and (
            given := next((f for f in sentence.verbs if f.at > n and n in f.undergoers.fillers), None)
        ):
            owner = next(iter((*given.doers.fillers, *given.oblique("by"))), None) if given.passive else None
        if owner is not None and owner != figure.victim:
            return owner
    return None


def _is_said_of(sentence: SentenceView, noun: int, figure: int) -> bool:
    """Of "the government's figure, as of Wednesday, is 51 dead: 40 villagers and 11 guards": nothing but "is" stands between."""
    between = range(noun + 1, figure)
    verbs = [sentence.lemmas[k] for k in between if sentence.tokens[k].is_a(parts.VERB)]
    return verbs in (["be"], ["stand"]) and ";" not in sentence.words[noun + 1 : figure]


def _listed_by(sentence: SentenceView, figure: Figure) -> int | None:
    """By whom they are "reported missing", "listed as dead", "declared dead"."""
    over = next((f for n in sentence.up(figure.trigger.at) if (f := sentence.frame(n)) is not None), None)
    if over is None or not over.passive or not is_a(over.lemma, "lists_dead"):
        return None
    return next(iter((*over.doers.fillers, *over.oblique("by"))), None)


def _keeper(sentence: SentenceView, figure: Figure) -> int | None:
    """The verb of keeping count under which a figure stands: "registered 53 deaths", "the 63 whom they listed as missing"."""
    ours = {*sentence.conjuncts(figure.victim), *sentence.conjuncts(figure.trigger.at)}
    if sentence.tokens[figure.victim].is_a(
        parts.JOINED
    ):  # "has counted 38 injured and three men of whom there is no trace"
        ours.add(sentence.tokens[figure.victim].head)
    return next((f.at for f in sentence.verbs if is_a(f.lemma, "keeps_count") and not f.passive
                 and not ours.isdisjoint((*f.undergoers.fillers, *f.oblique("of", "to", "as"), f.at))), None)  # fmt: skip
