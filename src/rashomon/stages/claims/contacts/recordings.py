"""Recordings of conversations: which sentence speaks of one, and of what day it is.

A report on recordings gives each its day once ("In one, dated ...") and then tells what is said in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import parts
from rashomon.model.annotation import TimeRef
from rashomon.stages.claims.contacts.circumstances import date_of
from rashomon.stages.claims.contacts.found import Found
from rashomon.stages.claims.parties import doers
from rashomon.stages.claims.view import SentenceView, View
from rashomon.stages.claims.wordlists import word_list

_REACH = 6
_TOPIC = 15
_HEARD = frozenset({"interlocutor", "contact", "counterpart", "caller", "handler"})
_PHONE = frozenset({"phone", "telephone"})


@dataclass(frozen=True, slots=True)
class Recording:
    """A recorded conversation that a sentence opens, with its day where one is given."""

    date: TimeRef | None
    sentence: int


def recordings(view: View) -> dict[int, Recording]:
    """For each sentence that tells of a recorded conversation, by its index: the recording."""
    found: dict[int, Recording] = {}
    current: Recording | None = None
    spoken_of = -_TOPIC - 1
    for n, sentence in enumerate(view.sentences):
        lemmas = frozenset(sentence.lemmas)
        taped = "surveillance" not in lemmas and (
            bool(lemmas & word_list("contacts", "recordings.txt"))
            or (bool(lemmas & _PHONE) and bool(lemmas & {"conversation", "record"}))
        )
        opened = _opened(sentence) if n - spoken_of <= _TOPIC or taped else None
        if taped or opened is not None:
            spoken_of = n
        if opened is not None:
            current = Recording(opened, n)
        if current is not None and n - current.sentence <= _REACH and n - spoken_of <= _TOPIC:
            found[n] = current
        elif taped or n - spoken_of <= _TOPIC:
            found[n] = Recording(None, n)
    return found


def _opened(sentence: SentenceView) -> TimeRef | None:
    """The date of the recording that the sentence opens, or None.

    "In one, dated ...", "during another conversation on ...", "a recording from ...".
    """
    for at, token in enumerate(sentence.tokens):
        word = token.lemma.lower()
        if word in {"recording", "tape", "intercept", "wiretap", "transcript", "conversation", "call"} or (
            word == "one" and token.is_a(parts.IN_PHRASE) and at < 4
        ):
            date = date_of(sentence, at) or (_dated(sentence, at) if word == "one" else None)
            if date is not None:
                return date
    return None


def _dated(sentence: SentenceView, at: int) -> TimeRef | None:
    """Of "In one, dated DATE,": the date, which the parser hangs elsewhere."""
    for n in range(at + 1, min(at + 4, len(sentence))):
        if sentence.tokens[n].lemma.lower() in {"date", "dated", "from"}:
            start = sentence.tokens[n].end
            return next((t for t in sentence.times if 0 <= t.start - start <= 2), None)
    return None


def read_told_on_tape(sentence: SentenceView, at: int) -> Iterator[Found]:
    """ "X tells an unidentified interlocutor" in a recording."""
    frame = sentence.frame(at)
    held = () if frame is None else (*frame.undergoers.fillers, *frame.recipients.fillers)
    for other in [n for n in held if sentence.tokens[n].lemma.lower() in _HEARD][:1]:
        for who in doers(sentence, at):
            yield Found("call", at, ((who, "from"), (other, "with")), (at,))
