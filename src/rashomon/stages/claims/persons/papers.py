"""When a cited paper is dated: a note, an indictment, a cable with claims of its own."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.annotation import Mention, TimeRef
from rashomon.model.claim import Subject, Value
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.stance import local_stance
from rashomon.stages.claims.view import SentenceView, View

_DATING = frozenset(
    {"date", "write", "issue", "dispatch", "send", "draft", "sign", "file", "compile", "prepare", "circulate"}
)


def find_papers(view: View, told: Told) -> Iterator[Draft]:
    """A date for each paper that a verb of writing or sending gives one."""
    for sentence in view.sentences:
        papers = [m for m in sentence.mentions if m.type == "document" and m.referent]
        if papers and sentence.times:
            yield from (d for p in papers for d in _dated(sentence, p))


def _dated(sentence: SentenceView, paper: Mention) -> Iterator[Draft]:
    for verb, token in enumerate(sentence.tokens):
        if token.lemma not in _DATING or token.pos not in ("VERB", "ADJ") or not _ties(sentence, paper, verb):
            continue
        time = _time(sentence, verb)
        stance = local_stance(sentence, verb)
        if time is None or stance is None:
            continue
        first, last = sorted((verb, sentence.token_at(time.end - 1)))
        value = Value(earliest=time.earliest, latest=time.latest, text=time.quote)
        yield Draft("dated", sentence.quote(first, last), token.start, Subject(referent=paper.referent), value,
                    "dated", stance)  # fmt: skip
        return


def _ties(sentence: SentenceView, paper: Mention, verb: int) -> bool:
    """True where the paper is what the verb writes or sends: passive subject, object, or the noun it qualifies."""
    token = sentence.tokens[verb]
    if token.dep in ("acl", "relcl", "amod") and token.head == paper.head:
        return True
    above = [verb, *sentence.up(verb)][:4]
    return any(
        sentence.tokens[paper.head].head == n and sentence.tokens[paper.head].dep in ("nsubjpass", "dobj", "nsubj")
        for n in above
    )


def _time(sentence: SentenceView, verb: int) -> TimeRef | None:
    hung = [t for t in sentence.times if t.type == "DATE" and (t.earliest or t.latest)
            and verb in sentence.up(sentence.token_at(t.start))]  # fmt: skip
    return hung[0] if hung else None
