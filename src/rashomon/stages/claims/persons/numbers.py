"""Telephone numbers with their holder and period."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.annotation import Phone, Referent
from rashomon.model.claim import Subject, Value
from rashomon.model.span import Quote
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.parties import doers
from rashomon.stages.claims.view import SentenceView, View

REACH = 8
"""Sentences back from a number in which its holder is looked for."""
_USES = frozenset({"use", "own", "hold", "register", "belong", "carry", "have", "answer", "reach", "assign"})
_NOUNS = frozenset({"number", "phone", "line", "mobile", "telephone", "cellphone", "handset", "sim"})


def find_numbers(view: View, told: Told) -> Iterator[Draft]:
    """Each number of the document, on whom the sentence says had it; without a holder where it does not say."""
    for phone in view.annotations.phones:
        holder, start = _holder(view, phone)
        value = Value(text=phone.e164, earliest=phone.earliest, latest=phone.latest)
        subject = Subject(referent=holder.id if holder else None)
        quote = Quote.cut(view.text, min(start, phone.start), phone.end)
        yield Draft("phone", quote, min(start, phone.start), subject, value, "phone")


def _holder(view: View, phone: Phone) -> tuple[Referent | None, int]:
    """Who is said to have had the number, and the offset where the words that say so begin.

    A list of numbers is often cut into several sentences: those before it in its paragraph speak for it too.
    """
    for index in range(phone.sentence, max(-1, phone.sentence - REACH), -1):
        sentence = view.sentences[index]
        if sentence.sentence.paragraph != view.sentences[phone.sentence].sentence.paragraph:
            break
        who, at = _in_sentence(view, sentence, phone)
        if who is not None and at is not None:
            return who, sentence.tokens[at].start
    return None, phone.start


def _in_sentence(view: View, sentence: SentenceView, phone: Phone) -> tuple[Referent | None, int | None]:
    """The holder that one sentence names, and the leftmost token of the words that say so."""
    for verb in _verbs(sentence, phone):
        for at in doers(sentence, verb):
            who = view.referent_at(sentence, at)
            if who and who.type in ("person", "organization"):
                return who, min(at, verb, *_subject(sentence, verb))
    return _possessor(view, sentence, phone)


def _verbs(sentence: SentenceView, phone: Phone) -> Iterator[int]:
    near = sentence.token_at(phone.start)
    verbs = [n for n, t in enumerate(sentence.tokens) if t.lemma in _USES and t.pos == "VERB"]
    yield from sorted(verbs, key=lambda n: abs(n - near))


def _subject(sentence: SentenceView, verb: int) -> list[int]:
    found = sentence.child(verb, "nsubjpass", "nsubj")
    return [sentence.subtree(found)[0]] if found is not None else [verb]


def _possessor(view: View, sentence: SentenceView, phone: Phone) -> tuple[Referent | None, int | None]:
    """ "X's number", "his phone", "the number of X", where one person is meant."""
    for n, token in enumerate(sentence.tokens):
        if token.lemma.casefold() not in _NOUNS or token.start > phone.start:
            continue
        owners = list(sentence.kids(n, "poss"))
        owners += [m for k in sentence.kids(n, "prep") if sentence.tokens[k].lemma in ("of", "for")
                   for m in sentence.kids(k, "pobj")]  # fmt: skip
        found = [(view.referent_at(sentence, o), o) for o in owners]
        people = [(r, o) for r, o in found if r and r.type in ("person", "organization")]
        if len(people) == 1:
            return people[0][0], min(n, sentence.subtree(people[0][1])[0])
    return None, None
