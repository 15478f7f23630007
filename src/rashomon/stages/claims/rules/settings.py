"""In what a thing is told or done between two: by a channel, inside a call or a letter, together, at somebody's home."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rashomon.lexicon import words
from rashomon.model import parts
from rashomon.model.clause import Frame
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.view import SentenceView
from rashomon.stages.claims.wordlists import rows, word_list

_BY = ("by", "on", "over", "via", "through", "in")
_NEAR = 9
_QUOTES = frozenset({'"', "“", "'", "‘", "``"})


def _channel(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """Of "told X by phone", "reached X on WhatsApp" the phone."""
    known = {row[0] for row in rows("contacts", "channels.tsv")}
    return tuple(n for n in verb.oblique(*_BY) if sentence.tokens[n].lemma.lower() in known)


def _inside(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """Of "in a call X tells Y", "in a letter X asked Y" the call, the letter; of the clause over it too."""
    over = sentence.frame(sentence.tokens[verb.at].head)
    held = (*verb.oblique("in", "during", "on"), *(over.oblique("in", "during", "on") if over is not None else ()))
    return tuple(n for n in held if sentence.tokens[n].lemma.lower() in words("en-tellings.txt"))


def _together(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    return tuple(n for n in sentence.children[verb.at] if sentence.tokens[n].text.lower() == "together")


def _home(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """Of "came to X's flat" the flat, and only where it is somebody's."""
    held = (*verb.oblique("to", "at", "in"), *verb.undergoers.fillers)
    owned = ((n, sentence.state(n)) for n in held if sentence.tokens[n].lemma.lower() in words("en-homes.txt"))
    return tuple(n for n, state in owned if state is not None and state.possessor is not None)


def _host(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """Of "came to X's flat" X."""
    states = (sentence.state(n) for n in _home(sentence, verb))
    return tuple(s.possessor for s in states if s is not None and s.possessor is not None)


def _aim(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """Of "came to see X" whom he came to see."""
    seen = (f for f in sentence.verbs if f.lemma == "see" and sentence.tokens[f.at].head == verb.at and f.at > verb.at)
    return tuple(n for f in seen if sentence.tokens[f.at - 1].text.lower() == "to" for n in f.undergoers.fillers)


def _naming(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """What somebody is called: of "called X a liar" the liar, of "called X to the stage" the stage, a quotation."""
    said = (s.at for s in sentence.nouns if s.at > verb.at and set(s.subjects.fillers) & set(verb.undergoers.fillers))
    held = [*(n for n in said if not _is_beside(sentence, n)), *_as_or_to(sentence, verb), *verb.kept]
    held.extend(_behind_it(sentence, verb))
    held.extend(n for n in range(max(0, verb.at - 4), verb.at) if sentence.tokens[n].text.lower() == "what")
    for n in verb.undergoers.fillers:
        after = [t.text for t in sentence.tokens[n + 1 : n + 3]]
        held.extend([n] if after and after[0] in _QUOTES and not after[-1].endswith("ing") else [])
        line = sentence.tokens[n].lemma.lower() in word_list("contacts", "lines.txt")
        held.extend([n] if not line and not is_human(sentence, n) and sentence.mention_at(n) is None else [])
    return tuple(held)


def _above(sentence: SentenceView, noun: Frame) -> Frame | None:
    """The frame of the verb over a noun: of "was released on bail" the release."""
    return next((f for n in sentence.up(noun.at) if n != noun.at and (f := sentence.frame(n)) is not None), None)


def _doer_above(sentence: SentenceView, noun: Frame) -> tuple[int, ...]:
    verb = _above(sentence, noun)
    return () if verb is None else verb.doers.fillers


def _undergoer_above(sentence: SentenceView, noun: Frame) -> tuple[int, ...]:
    verb = _above(sentence, noun)
    return () if verb is None else verb.undergoers.fillers


def _behind_it(sentence: SentenceView, verb: Frame) -> Iterator[int]:
    """Of "whom the ministry called the ringleaders" what stands right behind, where whom it calls so stands before."""
    after = sentence.tokens[verb.at + 1] if verb.at + 1 < len(sentence) else None
    before = any(n < verb.at for n in verb.undergoers.fillers) and not verb.passive
    if before and after is not None and after.is_a(parts.BEFORE_NOUN | parts.DETERMINING | parts.NOMINAL):
        yield verb.at + 1


def _appeal(sentence: SentenceView, noun: Frame) -> tuple[int, ...]:
    """Of "a call from X to stay at home", "a call for a boycott", "a letter that says" what is called for."""
    end = next(
        (n for n in range(noun.at + 1, len(sentence)) if sentence.tokens[n].text in (",", ";", "(", ".")), len(sentence)
    )
    held = range(noun.at + 1, min(end, noun.at + _NEAR))
    return tuple(n for n in held if sentence.tokens[n].text.lower() == "for" or _is_to_do(sentence, n))


def _call_for(sentence: SentenceView, noun: Frame) -> tuple[int, ...]:
    """Of "added her voice to calls for an inquiry" the inquiry: no call to anybody."""
    asked = noun.oblique("for") if noun.lemma == "call" else ()
    return tuple(n for n in asked if not is_human(sentence, n))


def _is_to_do(sentence: SentenceView, n: int) -> bool:
    token, after = sentence.tokens[n], sentence.tokens[n + 1] if n + 1 < len(sentence) else None
    urging = token.is_a(parts.GERUND) and token.is_a(parts.MAIN_VERB)
    return urging or (token.text.lower() == "to" and after is not None and after.is_a(parts.VERB))


def _as_or_to(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """Of "called X as a witness", "called X to the stage", not of "called X, as the log shows"."""
    held = (o for o in verb.obliques if o.by in ("as", "to") and sentence.tokens[o.token - 1].text != ",")
    return tuple(n for o in held for n in o.heads)


def _is_beside(sentence: SentenceView, at: int) -> bool:
    """Whether a noun stands in apposition, behind a comma: "called X, the minister"."""
    first = sentence.subtree(at)[0]
    return first > 0 and sentence.tokens[first - 1].text in (",", "(", "–", "—")


PLACES: dict[str, Callable[[SentenceView, Frame], tuple[int, ...]]] = {
    "channel": _channel,
    "inside": _inside,
    "together": _together,
    "home": _home,
    "host": _host,
    "aim": _aim,
    "naming": _naming,
    "appeal": _appeal,
    "call-for": _call_for,
    "doer-above": _doer_above,
    "undergoer-above": _undergoer_above,
}
