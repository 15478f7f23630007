"""In what a thing is told or done between two: by a channel, inside a call or a letter, together, at somebody's home."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.lexicon import words
from rashomon.lexicon.frames import entries, lemma_of
from rashomon.model.clause import Frame
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.rules import calling
from rashomon.stages.claims.view import SentenceView
from rashomon.stages.claims.wordlists import rows, word_list

_BY = ("by", "on", "over", "via", "through", "in")
_HIM = frozenset({"him", "her", "them", "me", "us"})
_SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson"})


def _channel(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """Of "told X by phone", "reached X on WhatsApp" the phone."""
    known = {row[0] for row in rows("contacts", "channels.tsv")}
    below = (*(n for o in verb.obliques for n in o.heads), *verb.undergoers.fillers, *verb.clauses)
    lower = [s for n in below if (s := sentence.state(n)) is not None]  # "gave him the signal by text"
    held = (
        *verb.oblique(*_BY),
        *verb.gerund("in"),
        *(n for s in lower for n in s.oblique("by", "via")),
    )  # "for help by radio"
    return tuple(n for n in held if {sentence.tokens[n].lemma.lower(), sentence.tokens[n].text.lower()} & known)


def _inside(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """Of "in a call X tells Y", "at a meeting X gave Y", "the letter shows that X asked Y" the call, the meeting, the letter; of the clause over it too."""
    over = sentence.frame(sentence.tokens[verb.at].head)
    held = [*verb.oblique("in", "during", "on", "by")]
    held.extend(n for n in verb.oblique("at", "over") if _is_of(sentence, n, "contact-meeting", "contact-meal"))
    if over is not None:
        held.extend(over.oblique("in", "during", "on"))
        held.extend(over.subjects.fillers if verb.at in over.clauses and not over.passive else ())
    return tuple(
        n
        for n in held
        if sentence.tokens[n].lemma.lower() in words("en-tellings.txt") or _is_of(sentence, n, "contact-meal")
    )


def _agent(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """Of "was warned by X" the X; of "was warned by telephone" nobody."""
    known = {row[0] for row in rows("contacts", "channels.tsv")}
    return tuple(n for n in verb.doers.fillers if sentence.tokens[n].lemma.lower() not in known)


def _chat(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """Of "agreed in a Telegram group" the group, of people who write to each other there."""
    said = {row[0] for row in rows("contacts", "channels.tsv")} | {"chat", "messaging"}
    lower = (
        s for n in verb.oblique("on", "to") if (s := sentence.state(n)) is not None
    )  # "agreed on the day in a group"
    near = (*verb.oblique("in", "on", "over", "via"), *(n for s in lower for n in s.oblique("in", "on")))
    held = (n for n in near if sentence.tokens[n].lemma.lower() in word_list("contacts", "chats.txt"))
    return tuple(n for n in held if said & {sentence.tokens[k].lemma.lower() for k in sentence.subtree(n)})


def _sent_to(sentence: SentenceView, noun: Frame) -> tuple[int, ...]:
    """Of "two letters sent to X", "a letter written to X" the X."""
    sent = (f for f in sentence.verbs if f.at > noun.at and noun.at in f.undergoers.fillers and not f.doers.fillers)
    return tuple(dict.fromkeys(n for f in sent for n in (*f.oblique("to"), *f.recipients.fillers)))


def _from_line(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """Of "was dialled from X's phone", "was sent from X to Y" the line, or who stands there; a place is neither."""
    held = verb.oblique("from")
    return tuple(n for n in held if _is_line(sentence, n) or _is_post(sentence, n) or _is_somebody(sentence, n))


def _of_line(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """Of "X's phone connected with Y's" the phone."""
    return tuple(n for n in (*verb.doers.fillers, *verb.undergoers.fillers) if _is_line(sentence, n))


def _is_line(sentence: SentenceView, n: int) -> bool:
    return sentence.tokens[n].lemma.lower() in word_list("contacts", "lines.txt")


def _is_post(sentence: SentenceView, n: int) -> bool:
    return sentence.tokens[n].lemma.lower() in word_list("contacts", "posts.txt")


def _is_somebody(sentence: SentenceView, n: int) -> bool:
    mention = sentence.mention_at(n)
    return mention is not None and mention.type == "person"


def _is_called(sentence: SentenceView, n: int) -> bool:
    mention = sentence.mention_at(n)
    return mention is not None and mention.type == "person" and mention.form == "name"


def _heard(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """Of "X is heard telling Y", "can be heard asking Y" the X."""
    over = sentence.frame(sentence.tokens[verb.at].head)
    if over is None or over.at >= verb.at:
        return ()
    hears = any(e.cls == "hears" for e in entries().get((lemma_of("", over.lemma, "V"), "V"), ()))
    return over.undergoers.fillers if hears else ()


def _meal(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """Of "joined X for dinner", "at the table of X" the dinner, the table."""
    things = (
        f for n in verb.undergoers.fillers if (f := sentence.state(n)) is not None
    )  # "settled the details over tea"
    held = (*verb.oblique("for", "at", "over"), *(n for f in things for n in f.oblique("over")))
    return tuple(n for n in held if _is_of(sentence, n, "contact-meal", "contact-meeting", "contact-talks"))


def _at_meeting(sentence: SentenceView, frame: Frame) -> tuple[int, ...]:
    """Of "were present at the talks" the talks."""
    held = frame.oblique("at", "in", "during")
    return tuple(n for n in held if _is_of(sentence, n, "contact-meal", "contact-meeting", "contact-talks"))


def _is_of(sentence: SentenceView, n: int, *classes: str) -> bool:
    return any(e.cls in classes for e in entries().get((sentence.tokens[n].lemma.lower(), "N"), ()))


def _spot(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """Of "handed over in a car park", "collected in front of the bank" the place, and only a place that one can stand at."""
    if verb.lemma not in words("en-hands.txt"):
        return ()
    below = set(sentence.subtree(verb.at))
    frames = (verb, *(f for f in sentence.nouns if f.at in below and f.at > verb.at))
    held = [n for f in frames for n in f.oblique("in", "at", "outside", "near", "behind", "inside")]
    fronts = (s for n in held if sentence.tokens[n].lemma == "front" and (s := sentence.state(n)) is not None)
    held.extend(n for s in fronts for n in s.oblique("of"))
    return tuple(n for n in held if sentence.tokens[n].lemma.lower() in words("en-spots.txt"))


def _by_hand(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """The verb itself, where it says that a thing went from hand to hand; of "handed X over to Y" nothing."""
    person = any(is_human(sentence, n) for n in verb.undergoers.fillers) and verb.oblique("to")
    return (verb.at,) if verb.lemma in ("hand", "slip") and not person else ()


def _to_over(sentence: SentenceView, noun: Frame) -> tuple[int, ...]:
    """Of "records showed four calls from X to Y", where the parser hangs Y on the showing, the Y."""
    verb = _above(sentence, noun) if noun.oblique("from") else None
    return verb.oblique("to") if verb is not None and noun.at in verb.undergoers.fillers else ()


def _hands(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """Who hands it over: the doer, or of "received from X" the X; only people."""
    taking = verb.lemma in ("receive", "collect", "take", "get", "accept")
    return _people(sentence, verb.oblique("from") if taking else verb.doers.fillers)


def _into_hands(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """Into whose hands: of "handed to X", "handed X a bag", "X received" the X."""
    taking = verb.lemma in ("receive", "collect", "take", "get", "accept")
    things = (f for n in verb.undergoers.fillers if (f := sentence.state(n)) is not None)  # "handed over a car to X"
    given = (
        *verb.recipients.fillers,
        *verb.undergoers.fillers,
        *verb.oblique("to"),
        *(n for f in things for n in f.oblique("to")),
    )
    return _people(sentence, verb.doers.fillers if taking else given)


def _people(sentence: SentenceView, held: tuple[int, ...]) -> tuple[int, ...]:
    known = _HIM | {"he", "she", "they", "i", "we"}
    return tuple(n for n in dict.fromkeys(held) if is_human(sentence, n) or sentence.tokens[n].text.lower() in known)


def _person(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """Of "came to X" the X, if it is somebody by name or "him"."""
    held = () if verb.particle else verb.oblique("to")  # not "came around to X"
    return tuple(n for n in held if _is_called(sentence, n) or sentence.tokens[n].text.lower() in _HIM)


def _counsel(sentence: SentenceView, noun: Frame) -> tuple[int, ...]:
    """Of "the lawyer denied any contact with X" the lawyer, who speaks of somebody else's."""
    verb = _above(sentence, noun)
    held = () if verb is None else verb.doers.fillers
    return tuple(n for n in held if sentence.tokens[n].lemma.lower() in words("en-counsel.txt") | _SPEAKING)


def _was_to(sentence: SentenceView, noun: Frame) -> tuple[int, ...]:
    """Of "the first call he made was to X" the X."""
    verbs = (f for f in sentence.verbs if f.lemma in ("be", "go") and noun.at in f.subjects.fillers)
    return tuple(n for f in verbs for n in f.oblique("to"))


def _worded(sentence: SentenceView, noun: Frame) -> tuple[int, ...]:
    """Of "a radio exchange", "an exchange of letters" the radio, the letters; of "an exchange of fire" nothing."""
    said = {row[0] for row in rows("contacts", "channels.tsv")}
    held = (*noun.named, *noun.oblique("of"))
    words_ = ("contact-message", "contact-words", "contact-call")
    return tuple(n for n in held if sentence.tokens[n].lemma.lower() in said or _is_of(sentence, n, *words_))


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
    seen = (
        f
        for f in sentence.verbs
        if f.lemma in ("see", "meet", "visit") and sentence.tokens[f.at].head == verb.at and f.at > verb.at
    )
    return tuple(n for f in seen if sentence.tokens[f.at - 1].text.lower() == "to" for n in f.undergoers.fillers)


def _above(sentence: SentenceView, noun: Frame) -> Frame | None:
    """The frame of the verb over a noun: of "was released on bail" the release."""
    return next((f for n in sentence.up(noun.at) if n != noun.at and (f := sentence.frame(n)) is not None), None)


def _doer_above(sentence: SentenceView, noun: Frame) -> tuple[int, ...]:
    verb = _above(sentence, noun)
    return () if verb is None else verb.doers.fillers


def _undergoer_above(sentence: SentenceView, noun: Frame) -> tuple[int, ...]:
    verb = _above(sentence, noun)
    return () if verb is None else verb.undergoers.fillers


PLACES: dict[str, Callable[[SentenceView, Frame], tuple[int, ...]]] = {
    "channel": _channel,
    "from-line": _from_line,
    "of-line": _of_line,
    "heard": _heard,
    "meal": _meal,
    "at-meeting": _at_meeting,
    "person": _person,
    "spot": _spot,
    "by-hand": _by_hand,
    "to-over": _to_over,
    "hands": _hands,
    "into-hands": _into_hands,
    "counsel": _counsel,
    "worded": _worded,
    "was-to": _was_to,
    "inside": _inside,
    "agent": _agent,
    "chat": _chat,
    "sent-to": _sent_to,
    "together": _together,
    "home": _home,
    "host": _host,
    "aim": _aim,
    "naming": calling.naming,
    "appeal": calling.appeal,
    "call-for": calling.call_for,
    "doer-above": _doer_above,
    "undergoer-above": _undergoer_above,
}
