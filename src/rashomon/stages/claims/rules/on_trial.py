"""Whom a "he" means in what the law did: the one person near whom the law can have done it to, or nobody.

Those who judge, prosecute, guard and defend are not he; nor is whoever does it in the clause itself. Where more than one
person is left, named or described, the pronoun stays open: never a guess among relatives.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon import word_set, words
from rashomon.lexicon.frames import entries, lemma_of
from rashomon.model import parts
from rashomon.model.annotation import Mention
from rashomon.model.clause import Frame
from rashomon.model.span import Quote
from rashomon.stages.claims.accusations.lexicon import words as listed
from rashomon.stages.claims.accusations.pronouns import is_other_gender
from rashomon.stages.claims.actors import Actor
from rashomon.stages.claims.view import SentenceView, View

_ONE = frozenset({"he", "she", "him", "her", "his"})
_BACK = 2
_FOUND = frozenset({"guilty", "innocent"})
_PROCEEDINGS = frozenset({"trial", "arrest", "detention", "acquittal", "conviction", "prosecution", "extradition"})
_DOCK = frozenset({"dock", "trial"})
_DYING = frozenset({"die", "perish"})


def on_trial(view: View, sentence: SentenceView, at: int, verb: int) -> Actor | None:
    """The one whom a pronoun at a token means, of whom the word at `verb` tells; None where that is open."""
    word = sentence.tokens[at].text.lower()
    if word not in _ONE:
        return None
    ahead = _ahead(view, sentence, at)
    if ahead is not None:
        return _the_one(view, [ahead], sentence.quote(at, at), at)
    for there in _near(view, sentence):
        people = [m for m in _people(view, there, word) if there is not sentence or m.end <= sentence.tokens[at].start]
        people = [m for m in people if there is not sentence or m.head not in _doers(sentence, verb)]
        left = [m for m in people if _is_before_the_law(there, m) or not _is_of_the_law(view, there, m)]
        if any(m.form != "pronoun" for m in left):
            return _the_one(view, _foremost(there, left), sentence.quote(at, at), at)
    return None


def _ahead(view: View, sentence: SentenceView, at: int) -> Mention | None:
    """Of "After his arrest in May, X said" the X: the subject of the verb on which the phrase in front hangs, whom the text's own reading of the pronoun means."""
    front = next((n for n in sentence.up(at) if sentence.tokens[n].is_a(parts.PREPOSITION)), None)
    verb = None if front is None else sentence.frame(sentence.tokens[front].head)
    opens = front is not None and (front == 0 or sentence.tokens[front - 1].is_a(parts.MARK | parts.AND))
    if verb is None or not opens or verb.at < at:
        return None
    own = [m for n in verb.subjects.fillers if n > at and (m := sentence.mention_at(n)) is not None]
    named = [m for m in own if m.form == "name" and m.type == "person"]
    word = sentence.tokens[at].text.lower()
    meant = sentence.mention_at(at)
    alone = len(own) == 1 and named == own and not _is_other(view, named[0], word)
    alone = alone and meant is not None and meant.referent == named[0].referent
    return named[0] if alone and not _is_of_the_law(view, sentence, named[0]) else None


def described(view: View, sentence: SentenceView, at: int, verb: int) -> Actor | None:
    """Of "X was in the dock. The owner was acquitted" X: whom "the owner" means, where the law has just one person before it.

    None for anybody whom the text has described before, for relatives, and for those who judge, guard or defend.
    """
    mention = sentence.mention_at(at)
    if (
        mention is None
        or mention.form != "nominal"
        or not _is_definite(sentence, mention)
        or _is_crowd(sentence, mention)
    ):
        return None
    known = view.referents.get(mention.referent or "")
    told = view.mentions_of.get(mention.referent or "", ())
    before = any(m.start < mention.start for m in told)
    if before or (known is not None and known.named) or _is_of_the_law(view, sentence, mention):
        return None
    for there in _near(view, sentence):
        people = [m for m in there.mentions if m.type == "person" and m.start != mention.start]
        people = [m for m in people if there is not sentence or m.end <= mention.start]
        tried = [m for m in people if _is_before_the_law(there, m) or _is_laid_to(there, m)]
        if tried:
            found = _the_one(view, tried, sentence.quote(at, at), at)
            return (
                None if found is None or _is_called_otherwise(view, found, sentence.tokens[at].lemma.lower()) else found
            )
        if any(m.form == "name" and not _is_of_the_law(view, there, m) for m in people):
            return None
    return None


def tried_by_name(there: SentenceView) -> list[Mention]:
    """Those before the law in a sentence whom it names, in text order."""
    named = (m for m in there.mentions if m.type == "person" and m.form == "name")
    return [m for m in named if _is_before_the_law(there, m)]


def _is_definite(sentence: SentenceView, mention: Mention) -> bool:
    """ "The owner", "the head of the firm": not "his brother", "the judge's son", "a clerk"."""
    state = sentence.state(mention.head)
    own = state is not None and state.possessor is None and not state.named
    kin = sentence.tokens[mention.head].lemma.lower() in words("en-kin.txt") | {"victim", "widow", "man", "woman"}
    return own and not kin and sentence.text[mention.start : mention.start + 4].lower() == "the "


def _is_called_otherwise(view: View, one: Actor, noun: str) -> bool:
    """Whether the text calls somebody an engineer, and so not "the captain"; "the accused" is anybody's name there."""
    known = view.referents[one.referent or ""]
    said = {word for title in known.titles for word in title.lower().split()}
    said |= {m.quote.lower().split()[-1] for m in view.mentions_of[known.id] if m.form == "nominal"}
    return bool(said) and noun not in said | words("en-suspects.txt") | {"accused", "defendant", "convict"}


def _is_laid_to(there: SentenceView, mention: Mention) -> bool:
    """Of "the murder had been ordered by X" the X."""
    return any(
        mention.head in verb.doers.fillers and any(e.cls == "order" for e in entries().get((verb.lemma, "V"), ()))
        for verb in there.verbs
    )


def _near(view: View, sentence: SentenceView) -> Iterator[SentenceView]:
    index = sentence.sentence.index
    yield from reversed(view.sentences[max(0, index - _BACK) : index + 1])


def _the_one(view: View, left: list[Mention], words_: Quote, at: int) -> Actor | None:
    """Whoever is left of the people of a sentence, if all of them are one, and named."""
    who = {m.referent for m in left}
    only = next(iter(who), None)
    if len(who) != 1 or only is None or not view.referents[only].named:
        return None
    return Actor(at, words_, only, "person", False)


def _foremost(there: SentenceView, left: list[Mention]) -> list[Mention]:
    """Of "police arrested X after his calls with his brother, who died" X: whom the law took, where nobody else does or suffers."""
    taken = {n for f in there.verbs if _is_law(there, f) for n in f.undergoers.fillers}
    first = [m for m in left if m.head in taken or _is_before_the_law(there, m)]
    who = {m.referent for m in first}
    rest = [m for m in left if m.referent not in who]
    active = {n for f in there.verbs if f.lemma not in _DYING for n in (*f.doers.fillers, *f.undergoers.fillers)}
    return first if len(who) == 1 and None not in who and not any(m.head in active for m in rest) else left


def _is_before_the_law(there: SentenceView, mention: Mention) -> bool:
    """Of "the sentence of X", "X was in the dock", "the trial of X" the X: whatever office he held, it is he who is tried."""
    for state in there.nouns:
        whose = mention.head in (*state.oblique("of", "against", "for"), state.possessor)
        if (
            whose
            and there.tokens[state.at].lemma.lower()
            in words("en-verdicts.txt") | words("en-charges.txt") | _PROCEEDINGS
        ):
            return True
        if mention.head in state.subjects.fillers and there.tokens[state.at].lemma.lower() in _FOUND:
            return True
    for verb in there.verbs:
        if mention.head in verb.undergoers.fillers and _is_law(there, verb):
            return True
        docked = any(there.tokens[n].lemma.lower() in _DOCK for n in verb.oblique("in", "on"))
        if docked and mention.head in (*verb.doers.fillers, *verb.subjects.fillers):
            return True
    return False


def _is_law(there: SentenceView, verb: Frame) -> bool:
    lemma = lemma_of(there.tokens[verb.at].text, verb.lemma, "V")
    return any(e.cls in word_set("on_trial.of_law") for e in entries().get((lemma, "V"), ()))


def _people(view: View, there: SentenceView, pronoun: str) -> list[Mention]:
    """Everybody of whom a sentence speaks as one person, whose gender may be the pronoun's."""
    return [
        m for m in there.mentions if m.type == "person" and not _is_crowd(there, m) and not _is_other(view, m, pronoun)
    ]


def _is_other(view: View, mention: Mention, pronoun: str) -> bool:
    referent = view.referents.get(mention.referent or "")
    return referent is not None and is_other_gender(view, referent, pronoun)


def _is_crowd(there: SentenceView, mention: Mention) -> bool:
    """Several people: "the lawyers", "they"; none of them is he."""
    token = there.tokens[mention.head]
    many = mention.form == "nominal" and token.lemma.lower() != token.text.lower()
    return many or token.text.lower() in ("they", "them", "their", "we", "us", "our", "who", "i", "you")


def _doers(sentence: SentenceView, verb: int) -> tuple[int, ...]:
    frame = sentence.frame(verb)
    return () if frame is None else (*frame.doers.fillers, *frame.subjects.fillers)


def _is_of_the_law(view: View, there: SentenceView, mention: Mention) -> bool:
    """Whether somebody judges, prosecutes, guards, defends or reports, by title, description, or the noun beside the name."""
    known = words("en-law.txt") | words("en-finders.txt") | listed("officials.txt") | listed("bystanders.txt")
    referent = view.referents.get(mention.referent or "")
    titles = () if referent is None else referent.titles
    said = [t for title in titles for t in title.lower().split()]
    state = there.state(mention.head)
    near = () if state is None else (*state.named, *state.subjects.fillers)
    said += [there.tokens[n].lemma.lower() for n in (mention.head, *near, *_beside(there, mention))]
    return not known.isdisjoint(said)


def _beside(there: SentenceView, mention: Mention) -> Iterator[int]:
    """The nouns that say what a name is: of "the judge, X", "X, a lawyer", "prosecutor X"."""
    for frame in there.nouns:
        if mention.head in (*frame.named, *frame.subjects.fillers):
            yield frame.at
