"""The incident's word that a day or place belongs to where it hangs on a verb of another clause: "they left a shop when"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.model import parts
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.setting_words import is_setting
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView

_STEPS = 4
_WITHIN = frozenset({"in", "during", "amid"})
_AT_SCENE = _WITHIN | {"on", "at", "against"}


def of_clause_beside(sentence: SentenceView, verb: int, triggers: dict[int, Trigger], first: int) -> Trigger | None:
    """The incident's word in the clause that a verb's own is joined to in time, as its outcome or as its name; or None.

    "They were leaving a shop when they were shot", "were shot as they left a shop", "the roof came down, killing nine",
    "killed in a sweep launched in the hills", "what happened there was a massacre". Never across a court's verb, nor one of
    saying but where it is put in behind the phrase that begins at `first`: "On 3 March, he told the judges, soldiers shot".
    """
    word = sentence.tokens[verb].lemma.lower()
    if is_a(word, "speech_verb") or is_a(word, "tell_verb"):
        beside: Iterable[int] = _put_in(sentence, verb, first)
    else:
        beside = () if is_a(word, "court_word") else _joined(sentence, verb)
    return next((triggers[n] for n in beside if n in triggers and _may_be(triggers[n])), None)


def _put_in(sentence: SentenceView, verb: int, first: int) -> tuple[int, ...]:
    """What is told by a verb of saying between commas behind a phrase: the verbs below it, and the one above."""
    words = [t.text for t in sentence.tokens]
    if "," not in words[first:verb] or "," not in words[verb : verb + _STEPS + 2]:
        return ()
    below = (n for n in sentence.children[verb] if n > verb and sentence.frame(n) is not None)
    return (*below, sentence.tokens[verb].head)


def _may_be(trigger: Trigger) -> bool:
    return trigger.harm != "hospital" and trigger.type not in ("hearing", "conviction", "election")


def _joined(sentence: SentenceView, verb: int) -> Iterator[int]:
    """The words that a verb's clause is joined to, those below it first."""
    for n in sentence.children[verb]:
        if n > verb and (_is_outcome(sentence, n) or at_once(sentence, n)):
            yield n
            yield from _said_of(sentence, n)
    yield from _where(sentence, verb)
    above = sentence.tokens[verb].head
    if at_once(sentence, verb) or _is_after_mishap(sentence, verb):
        yield above
        yield from (n for n in sentence.children[above] if n > above and sentence.frame(n) is not None)
    elif above > verb and _opens_with(sentence, verb, "what"):
        yield from (n for n in sentence.children[above] if n > above)
    elif _is_participle(sentence, verb) and sentence.tokens[sentence.tokens[above].head].text.lower() in _WITHIN:
        yield sentence.tokens[sentence.tokens[above].head].head


def _where(sentence: SentenceView, verb: int) -> Iterator[int]:
    """ "were taken to a quarry, where five were shot": what happened at the end of the way."""
    frame = sentence.frame(verb)
    for n in frame.oblique("to", "into", "at", "in") if frame is not None else ():
        for clause in sentence.each(n, parts.RELATIVE_CLAUSE):
            if _opens_with(sentence, clause, "where"):
                yield clause
                yield from _said_of(sentence, clause)


def _said_of(sentence: SentenceView, at: int) -> Iterator[int]:
    """ "leaving nine dead": what the participle says of them."""
    for n in sentence.children[at]:
        if n > at:
            yield n
            yield from sentence.children[n]


def _is_outcome(sentence: SentenceView, at: int) -> bool:
    """ ", killing nine"; not "after killing nine", "without killing"."""
    return (
        _is_participle(sentence, at)
        and sentence.tokens[at].text.lower().endswith("ing")
        and all(n > at for n in sentence.children[at])
    )


def _is_participle(sentence: SentenceView, at: int) -> bool:
    frame = sentence.frame(at)
    return frame is not None and not frame.outright


def at_once(sentence: SentenceView, at: int) -> bool:
    """Whether a clause opens with a word for the same moment: "when", "as", "while"."""
    return sentence.frame(at) is not None and any(
        n < at and is_a(sentence.tokens[n].text.lower(), "at_once") for n in sentence.children[at]
    )


def _is_after_mishap(sentence: SentenceView, at: int) -> bool:
    """ "Nine died after the ferry burned on 5 May": what befell a thing is what they died of."""
    frame, mark = sentence.frame(at), sentence.opener(at)
    if frame is None or mark is None or sentence.tokens[mark].text.lower() != "after":
        return False
    things = (*frame.subjects.fillers, *frame.undergoers.fillers)
    return mark > 0 and not _is_span(sentence, mark - 1) and any(is_setting(sentence.lemmas[n]) for n in things)


def _is_span(sentence: SentenceView, at: int) -> bool:
    return is_a(sentence.tokens[at].lemma.lower(), "span")


def _opens_with(sentence: SentenceView, at: int, word: str) -> bool:
    return any(sentence.tokens[n].text.lower() == word for n in sentence.children[at] if n < at)


def of_its_scene(sentence: SentenceView, owner: Trigger, triggers: dict[int, Trigger]) -> Trigger:
    """ "fired on a demonstration in the town", "killed in protests there": the deed's, where the gathering is only its scene."""
    over = sentence.tokens[owner.token.head].text.lower()
    if not owner.noun or not is_a(owner.entry.word, "unrest") or over not in _AT_SCENE:
        return owner
    for n in list(sentence.up(owner.at))[:_STEPS]:
        found = triggers.get(n)
        if found is not None and not is_a(found.entry.word, "unrest") and _may_be(found) and found.type != "arrest":
            return found
    return owner
