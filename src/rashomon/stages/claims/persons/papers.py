"""When a cited paper is dated: a note, an indictment, a cable with claims of its own."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon import word_set
from rashomon.model import parts
from rashomon.model.annotation import Mention, TimeRef
from rashomon.model.claim import Stance, Subject, Value
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.parties import is_passive
from rashomon.stages.claims.stance import local_stance
from rashomon.stages.claims.view import SentenceView, View


def find_papers(view: View, told: Told) -> Iterator[Draft]:
    """A date for each paper that a verb of writing or sending gives one."""
    for sentence in view.sentences:
        papers = [m for m in sentence.mentions if m.type == "document" and m.referent]
        if papers and sentence.times:
            yield from (d for p in papers for d in _dated(sentence, p))


def _dated(sentence: SentenceView, paper: Mention) -> Iterator[Draft]:
    for verb, token in enumerate(sentence.tokens):
        if (
            token.lemma not in word_set("papers.dating")
            or not token.is_a(parts.MAIN_VERB | parts.ADJECTIVE)
            or not _ties(sentence, paper, verb)
        ):
            continue
        time = _time(sentence, verb)
        stance = "asserted" if token.is_a(parts.NOUN_CLAUSE | parts.QUALIFYING) else local_stance(sentence, verb)
        if time is not None and stance not in (None, "denied"):
            yield _draft(sentence, paper, time, verb, stance)
            return
    time = _beside(sentence, paper)
    if time is not None:
        yield _draft(sentence, paper, time, paper.head, "asserted")


def _draft(sentence: SentenceView, paper: Mention, time: TimeRef, at: int, stance: Stance) -> Draft:
    first, last = min(at, sentence.token_at(time.start)), max(at, sentence.token_at(time.end - 1))
    value = Value(earliest=time.earliest, latest=time.latest, text=time.quote)
    place = sentence.tokens[at].start
    return Draft("dated", sentence.quote(first, last), place, Subject(referent=paper.referent), value, "dated", stance)


def _ties(sentence: SentenceView, paper: Mention, verb: int) -> bool:
    """True where the paper is what the verb writes or sends: passive subject, object, or the noun it qualifies."""
    token = sentence.tokens[verb]
    if token.is_a(parts.NOUN_CLAUSE | parts.RELATIVE_CLAUSE | parts.QUALIFYING) and token.head == paper.head:
        return True
    head = sentence.tokens[paper.head]
    if head.is_a(parts.OBJECT) and head.head == verb:
        return True
    above = [
        verb,
        *(
            n
            for n in sentence.up(verb)
            if sentence.tokens[n].lemma in word_set("papers.dating") or _passes_on(sentence, n)
        ),
    ]
    if any(head.is_a(parts.UNDERGOING_SUBJECT | parts.DOING_SUBJECT) and head.head == n for n in above) and is_passive(
        sentence, verb
    ):
        return True
    return is_passive(sentence, verb) and _is_it(sentence, verb, paper)


def _passes_on(sentence: SentenceView, n: int) -> bool:
    """Whether what is said of a paper goes on below a word: "is believed to have been written"."""
    return sentence.tokens[n].lemma in (
        "believe",
        "think",
        "say",
        "be",
        "appear",
        "seem",
        "estimate",
        "presume",
        "report",
    )


def _is_it(sentence: SentenceView, verb: int, paper: Mention) -> bool:
    """True for "the letter bears no date, but it is thought to have been written in": an "it" that is the paper."""
    for n in (verb, *sentence.up(verb)):
        subject = sentence.first(n, parts.UNDERGOING_SUBJECT | parts.DOING_SUBJECT)
        if subject is not None:
            mention = sentence.mention_at(subject)
            own = mention is not None and mention.referent == paper.referent
            return own or (sentence.tokens[subject].text.casefold() == "it" and _subject_of_first(sentence, paper, n))
    return False


def _subject_of_first(sentence: SentenceView, paper: Mention, clause: int) -> bool:
    """Whether the paper is the subject of the clause that this one is joined to."""
    head = sentence.tokens[paper.head]
    return head.is_a(parts.DOING_SUBJECT | parts.UNDERGOING_SUBJECT) and sentence.tokens[clause].head == head.head


def _time(sentence: SentenceView, verb: int) -> TimeRef | None:
    """The one date that hangs on the verb itself."""
    hung = [t for t in sentence.times if _is_day(t) and _hangs(sentence, t, verb)]
    return hung[0] if hung else None


def _is_day(time: TimeRef) -> bool:
    return time.type == "DATE" and bool(time.earliest or time.latest)


def _hangs(sentence: SentenceView, time: TimeRef, verb: int) -> bool:
    inside = range(sentence.token_at(time.start), sentence.token_at(time.end - 1) + 1)
    for n in sentence.up(inside[0]):
        if n == verb:
            return True
        if n not in inside and sentence.tokens[n].is_a(parts.COMMON_NOUN | parts.NAME):
            return False
        if sentence.tokens[n].is_a(parts.MAIN_VERB | parts.HELPER) or sentence.tokens[n].is_a(
            parts.RELATIVE_CLAUSE | parts.NOUN_CLAUSE | parts.ADVERBIAL_CLAUSE
        ):
            return False
    return False


def _beside(sentence: SentenceView, paper: Mention) -> TimeRef | None:
    """The date right behind the paper ("a note of 3 May 2016"), or right before it ("the July 4 cable")."""
    for time in sentence.times:
        if not _is_day(time):
            continue
        first, last = sentence.token_at(time.start), sentence.token_at(time.end - 1)
        over = sentence.tokens[sentence.tokens[first].head]
        comma = first == paper.head + 3 and sentence.tokens[paper.head + 1].text == ","
        of = sentence.tokens[first - 1].text.casefold() in ("of", "from", "dated")
        behind = of and (comma or first == paper.head + 2)
        if behind or (last == paper.head - 1 and (sentence.tokens[last].head == paper.head or over.head == paper.head)):
            return time
    return None
