"""Whether a word of shooting or wounding tells of a death: "shot dead", "rounded up and shot five herders"."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.view import SentenceView

_BESIDE = parts.PREDICATE_OF_OBJECT | parts.PREDICATE_ADJECTIVE | parts.OPEN_CLAUSE | parts.ADVERBIAL_CLAUSE


def is_fatal(sentence: SentenceView, at: int) -> bool:
    """ "fatally shot", "shot dead", "shot to death", "shot and killed"."""
    tokens = sentence.tokens
    for n in sentence.children[at]:
        word = tokens[n].text.lower()
        if (is_a(word, "fatal") and not _is_of_a_part(sentence, n)) or (
            word == "dead" and n > at and tokens[n].is_a(_BESIDE)
        ):
            return True
        if word == "to" and any(tokens[k].lemma.lower() == "death" for k in sentence.children[n]):
            return True
    if sentence.tokens[at].lemma == "shoot" and _is_execution(sentence, at):
        return True
    after = [t.text.lower() for t in tokens[at + 1 : at + 3]]
    before = tokens[at - 1].text.lower() if at else ""
    return after[:1] == ["dead"] or after == ["to", "death"] or is_a(before, "fatal") or after == ["and", "killed"]


def _is_of_a_part(sentence: SentenceView, n: int) -> bool:
    """Of "6 shot, 1 fatally" the last word: it tells of the one alone, whatever the parse hangs it on."""
    return n > 1 and sentence.tokens[n - 1].is_a(parts.NUMBER) and sentence.tokens[n - 2].text in (",", "-", "–")


def _is_execution(sentence: SentenceView, at: int) -> bool:
    """ "rounded up and shot five herders", "shot nine prisoners": people in somebody's power are shot dead."""
    token, frame = sentence.tokens[at], sentence.frame(at)
    led = sentence.frame(token.head) if token.is_a(parts.JOINED) else None
    bound = led is not None and is_a(f"{led.lemma} {led.particle}" if led.particle else led.lemma, "led_away")
    whom = (*frame.undergoers.fillers, *frame.undergoers.open) if frame is not None else ()
    return bound or any(is_a(sentence.tokens[n].lemma.lower(), "captive") for n in whom)
