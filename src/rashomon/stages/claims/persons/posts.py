"""Roles and belonging told by a verb: "X is the head of", "served as", "was appointed", "joined", "works for"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.annotation import Referent
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.parties import subjects
from rashomon.stages.claims.persons.lexicon import table
from rashomon.stages.claims.persons.roles import belongs, draft_role, is_role, role_phrase
from rashomon.stages.claims.stance import local_stance
from rashomon.stages.claims.view import SentenceView, View


def find_posts(view: View, told: Told) -> Iterator[Draft]:
    """A role or a belonging for each verb that gives a known person one."""
    for sentence in view.sentences:
        for at, token in enumerate(sentence.tokens):
            if token.pos not in ("VERB", "AUX"):
                continue
            if token.lemma in table("posts.tsv"):
                yield from _posts(view, sentence, at)
            if token.lemma in table("joins.tsv"):
                yield from _joins(view, sentence, at)


def _holders(view: View, sentence: SentenceView, verb: int) -> list[Referent]:
    found = [view.referent_at(sentence, n) for n in subjects(sentence, verb)]
    return [r for r in found if r and r.type == "person" and r.named]


def _posts(view: View, sentence: SentenceView, verb: int) -> Iterator[Draft]:
    ways = table("posts.tsv")[sentence.tokens[verb].lemma]
    complements = list(sentence.kids(verb, "attr", "oprd", "dobj")) if "attr" in ways else []
    for n in sentence.kids(verb, "prep"):
        if sentence.tokens[n].lemma in ways:
            complements += sentence.kids(n, "pobj")
    if sentence.tokens[verb].lemma == "be":
        complements = list(sentence.kids(verb, "attr"))
    for at in complements:
        if is_role(sentence, at) and local_stance(sentence, verb) is not None:
            for who in _holders(view, sentence, verb):
                yield from draft_role(view, sentence, who, at, (verb, _tail(sentence, verb, at)), reader="post")


def _tail(sentence: SentenceView, verb: int, at: int) -> int:
    """The last token of the post with the time that the verb gives it ("from 2009 to 2014")."""
    last = role_phrase(sentence, at)[1]
    dated = [sentence.token_at(t.end - 1) for t in sentence.times if sentence.token_at(t.start) > at]
    near = [n for n in dated if n - last < 6 and verb in sentence.up(n)]
    return max([last, *near])


def _joins(view: View, sentence: SentenceView, verb: int) -> Iterator[Draft]:
    stance = local_stance(sentence, verb)
    if stance is None:
        return
    for at in _bodies_of(sentence, verb):
        mention = sentence.mention_at(at)
        if not (mention and mention.form == "name" and mention.type == "organization" and mention.referent):
            continue
        times = [t for t in sentence.times if verb in sentence.up(sentence.token_at(t.start)) and t.type == "DATE"]
        period = (times[0].earliest, times[0].latest) if len(times) == 1 else (None, None)
        for who in _holders(view, sentence, verb):
            quote = sentence.quote(min(verb, at), max(verb, at))
            yield belongs(who, mention, quote, sentence.tokens[verb].start, period, reader="joins", stance=stance)


def _bodies_of(sentence: SentenceView, verb: int) -> list[int]:
    ways = table("joins.tsv")[sentence.tokens[verb].lemma]
    found = list(sentence.kids(verb, "dobj")) if "-" in ways else []
    for n in sentence.kids(verb, "prep"):
        if sentence.tokens[n].lemma in ways:
            found += sentence.kids(n, "pobj")
    return found
