"""What "call" is besides a call to somebody: what he is called, what is called for, on whom one calls to do something."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model import parts
from rashomon.model.clause import Frame
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.view import SentenceView
from rashomon.stages.claims.wordlists import word_list

_NEAR = 9
_TELLING = frozenset({"tell", "warn", "threaten", "say", "ask", "offer", "inform"})
_OTHER_SENSES = frozenset({"out", "off", "in", "for", "on", "upon"})
_QUOTES = frozenset({'"', "“", "'", "‘", "``"})


def naming(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """What somebody is called: of "called X a liar" the liar, of "called X to the stage" the stage, a quotation."""
    said = (s.at for s in sentence.nouns if s.at > verb.at and set(s.subjects.fillers) & set(verb.undergoers.fillers))
    held = [*(n for n in said if not _is_beside(sentence, n)), *_as_or_to(sentence, verb), *verb.kept]
    held.extend(_by_everybody(sentence, verb))
    held.extend(_behind_it(sentence, verb))
    held.extend([verb.at] if verb.particle in _OTHER_SENSES else [])
    held.extend(n for n in range(max(0, verb.at - 4), verb.at) if sentence.tokens[n].text.lower() == "what")
    for n in verb.undergoers.fillers:
        after = [t.text for t in sentence.tokens[n + 1 : n + 3]]
        held.extend([n] if after and after[0] in _QUOTES and not after[-1].endswith("ing") else [])
        line = sentence.tokens[n].lemma.lower() in word_list("contacts", "lines.txt")
        held.extend([n] if not line and not is_human(sentence, n) and sentence.mention_at(n) is None else [])
    return tuple(held)


def _by_everybody(sentence: SentenceView, verb: Frame) -> Iterator[int]:
    """Of "the one they call X" the X: a name, where "they" are people at large."""
    token = sentence.tokens[verb.at]
    now = token.is_a(parts.PRESENT_OF_MANY | parts.PRESENT_OF_ONE)
    if now and any(
        sentence.tokens[n].text.lower() in ("they", "everybody", "everyone", "people") for n in verb.doers.fillers
    ):
        yield verb.at


def _behind_it(sentence: SentenceView, verb: Frame) -> Iterator[int]:
    """Of "whom the ministry called the ringleaders" what stands right behind, where whom it calls so stands before."""
    after = sentence.tokens[verb.at + 1] if verb.at + 1 < len(sentence) else None
    before = any(n < verb.at for n in verb.undergoers.fillers) and not verb.passive
    if (
        before
        and after is not None
        and after.is_a(parts.BEFORE_NOUN | parts.DETERMINING | parts.NOMINAL | parts.PARTICIPLE | parts.ADJECTIVE)
    ):
        yield verb.at + 1


def appeal(sentence: SentenceView, noun: Frame) -> tuple[int, ...]:
    """Of "a call from X to stay at home", "a call for a boycott", "a letter that says" what is called for."""
    end = next((n for n in range(noun.at + 1, len(sentence)) if _ends_appeal(sentence, n)), len(sentence))
    held = range(noun.at + 1, min(end, noun.at + _NEAR))
    return tuple(n for n in held if sentence.tokens[n].text.lower() == "for" or _is_to_do(sentence, n))


def _ends_appeal(sentence: SentenceView, n: int) -> bool:
    """Whether what a call is for can't go on: at a mark, or where it is told what the caller said."""
    token = sentence.tokens[n]
    return token.text in (",", ";", "(", ".") or (token.is_a(parts.GERUND) and token.lemma.lower() in _TELLING)


def call_for(sentence: SentenceView, noun: Frame) -> tuple[int, ...]:
    """Of "added her voice to calls for an inquiry" the inquiry: no call to anybody."""
    asked = noun.oblique("for") if noun.lemma == "call" else ()
    return tuple(n for n in asked if not is_human(sentence, n))


def _is_to_do(sentence: SentenceView, n: int) -> bool:
    token, after = sentence.tokens[n], sentence.tokens[n + 1 : n + 4]
    urging = token.is_a(parts.GERUND) and token.is_a(parts.MAIN_VERB)
    verb = next((t for t in after if not t.is_a(parts.MARK | parts.ADVERB)), None)  # to "really call out"
    listed = bool(after) and after[0].text == ":"  # "calls on the ministry to: pay"
    return urging or (token.text.lower() == "to" and (listed or (verb is not None and verb.is_a(parts.VERB))))


def _as_or_to(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """Of "called X as a witness", "called X to the stage", not of "called X, as the log shows"."""
    held = (o for o in verb.obliques if o.by in ("as", "to") and sentence.tokens[o.token - 1].text != ",")
    return tuple(n for o in held for n in o.heads)


def _is_beside(sentence: SentenceView, at: int) -> bool:
    """Whether a noun stands in apposition, behind a comma: "called X, the minister"."""
    first = sentence.subtree(at)[0]
    return first > 0 and sentence.tokens[first - 1].text in (",", "(", "–", "—")
