"""The actors as the model's records: mentions in text order, referents in order of their first mention."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.model.annotation import Mention, Referent
from rashomon.model.document import Document
from rashomon.model.identity import make_id
from rashomon.stages.annotate.who.cast import Actor, Standing
from rashomon.stages.annotate.who.page import Line

Resolved = list[tuple[Standing, Actor | None]]


def write(
    document: Document, lines: tuple[Line, ...], actors: list[Actor], unsure: list[Standing], pronouns: Resolved
) -> tuple[tuple[Mention, ...], tuple[Referent, ...]]:
    """The records. A referent's id is made of where it is first named or described."""
    for standing, actor in pronouns:
        if actor is not None:
            actor.standings.append(standing)
    loose = [*unsure, *(s for s, a in pronouns if a is None)]
    ids = {id(actor): _ident(document, lines, actor) for actor in actors if actor.standings}
    mentions: list[Mention] = [_mention(document, lines, s, None, ids) for s in loose]
    referents: list[tuple[int, Referent]] = []
    for actor in actors:
        if not actor.standings:
            continue
        ident, start = ids[id(actor)], _span(lines, _first(actor))[0]
        own = sorted(
            (_mention(document, lines, s, ident, ids) for s in actor.standings), key=lambda m: (m.start, m.end)
        )
        mentions += own
        referents.append((start, _referent(document, lines, actor, ident, own)))
    mentions.sort(key=lambda m: (m.start, m.end))
    return tuple(mentions), tuple(r for _, r in sorted(referents, key=lambda p: (p[0], p[1].id)))


def _first(actor: Actor) -> Standing:
    return min(actor.standings, key=lambda s: (s.line, s.first))


def _ident(document: Document, lines: tuple[Line, ...], actor: Actor) -> str:
    return make_id("r", document.sha256, *_span(lines, _first(actor)))


def _span(lines: tuple[Line, ...], s: Standing) -> tuple[int, int]:
    tokens = lines[s.line].tokens
    return tokens[s.first].start, tokens[s.last - 1].end


def _mention(
    document: Document, lines: tuple[Line, ...], s: Standing, referent: str | None, ids: Mapping[int, str]
) -> Mention:
    start, end = _span(lines, s)
    return Mention(
        make_id("m", document.sha256, start, end, s.form), start, end, document.text[start:end], s.form, s.type,
        referent, lines[s.line].sentence.index, s.head, s.sure, tuple(ids[id(a)] for a in s.together if id(a) in ids),
    )  # fmt: skip


def _referent(document: Document, lines: tuple[Line, ...], actor: Actor, ident: str, own: list[Mention]) -> Referent:
    return Referent(
        ident, document.id, actor.type, _name(document, lines, actor), tuple(m.id for m in own),
        tuple(actor.aliases), tuple(actor.titles), actor.gender, actor.named,
    )  # fmt: skip


def _name(document: Document, lines: tuple[Line, ...], actor: Actor) -> str:
    """The fullest form, not in capitals and with its own accents where the text has them so."""
    kinds = [s for s in actor.standings if s.form == "name"] or actor.standings
    full = [s for s in kinds if lines[s.line].words[s.first : s.last] == actor.key] or kinds
    texts = [document.text[slice(*_span(lines, s))] for s in full]
    best = min(texts, key=lambda text: (text.isupper(), text.isascii(), texts.index(text)))
    return f"{best} {actor.surname}" if actor.surname else best
