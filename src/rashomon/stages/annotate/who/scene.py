"""From names to actors: their standings, titles, ages and aliases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from rashomon.model import parts
from rashomon.model.annotation import Alias
from rashomon.model.document import Document
from rashomon.model.span import Quote
from rashomon.stages.annotate.who.apposed import role_follows
from rashomon.stages.annotate.who.cast import Actor, Standing, gender_of
from rashomon.stages.annotate.who.chunks import Chunk
from rashomon.stages.annotate.who.defined import Defined
from rashomon.stages.annotate.who.families import means_several
from rashomon.stages.annotate.who.grouping import group_names
from rashomon.stages.annotate.who.lexicon import bodies, person_nouns, signs, table, titles
from rashomon.stages.annotate.who.names import Found, Key
from rashomon.stages.annotate.who.namesakes import bearer_of, relatives
from rashomon.stages.annotate.who.page import Line

_ELDER = "'s"
"""Sets the key of somebody whom the text knows by the surname alone apart from that of the relative who bears it too."""
_MARKS = frozenset("\"'“”‘’«»„")


def introduce(
    document: Document,
    lines: tuple[Line, ...],
    chunks: list[Chunk],
    found: list[Found],
    same: list[tuple[Key, Key]],
    defined: list[Defined],
) -> tuple[list[Actor], list[Standing]]:
    """The named actors in order of appearance, and the standings of names that several people share."""
    before = {(c.line, c.last): c.titles for c in chunks}
    groups = group_names(found, same, frozenset(f.key for f in found if _is_brought_in(f, lines[f.line], before)))
    actors: dict[Key, Actor] = {}
    unsure: list[Standing] = []
    bearers: dict[str, list[Actor]] = defaultdict(list)
    elders = relatives(found, lines)
    shared = {lines[line].words[first : first + 1] for line, first in elders}
    for f in found:
        standing = Standing(f.line, f.first, f.last, f.last - 1, "name", f.type)
        if len(f.key) == 1 and means_several(lines[f.line], f.last, f.type):
            unsure.append(standing)
            continue
        root = groups[f.key]
        if (f.line, f.first) in elders:
            actor = actors.setdefault((*f.key, _ELDER), Actor(f.type, True, f.key))
        elif f.key in shared:
            unsure.append(standing)
            continue
        elif root is None:
            bearer = bearer_of(bearers[f.key[-1]], lines, f)
            if bearer is None:
                unsure.append(standing)
                continue
            actor = bearer
        else:
            actor = actors.get(root) or actors.setdefault(root, Actor(f.type, True, root))
            if spouse := _spouse(actor, lines[f.line], f):
                actor = actors.get(spouse) or actors.setdefault(spouse, Actor(f.type, True, f.key))
            if len(f.key) > 1 and not any(a is actor for a in bearers[f.key[-1]]):
                bearers[f.key[-1]].append(actor)
        actor.standings.append(standing)
        _note_titles(actor, lines[f.line], f, before.get((f.line, f.last), (0, 0)))
        if f.first == 0 and f.line and actor.type == "person":
            _note_split_title(actor, lines[f.line - 1], lines[f.line])
    for key, actor in actors.items():
        if actor.type == "person":
            actor.gender = gender_of(() if _ELDER in key else actor.key, actor.titles)
    _note_aliases(document, lines, actors, groups, defined)
    return list(actors.values()), unsure


def _is_brought_in(f: Found, line: Line, before: Mapping[tuple[int, int], tuple[int, int]]) -> bool:
    """Whether a standing of a name says who that is: a title before it, "X, a captain of police" behind it."""
    first, last = before.get((f.line, f.last), (0, 0))
    told = line.words[f.last : f.last + 1] == (",",) and role_follows(line, f.last + 1)
    return first < last or told or (f.first > 0 and _title_noun(line, f.first - 1))


def _spouse(actor: Actor, line: Line, f: Found) -> Key | None:
    """A key of her own for the Mrs X of a text in which X is a man, or the other way round."""
    told = table("titles.tsv").get(line.words[f.first - 1].rstrip(".")) if f.first else None
    if len(f.key) > 1 or told not in ("m", "f") or actor.type != "person" or len(actor.key) == 1:
        return None
    titled = gender_of((), actor.titles)
    known = titled or (gender_of(actor.key, []) if told == "f" else None)
    return (*f.key, told) if known not in (None, told) else None


def _note_titles(actor: Actor, line: Line, f: Found, title: tuple[int, int]) -> None:
    """Titles in the name's run, then lower-case nouns before it ("agent X"), and the age after it."""
    t = line.tokens
    first, last = title if title[0] < title[1] <= f.first else (f.first, f.first)
    while first > 0 and t[first - 1].is_a(parts.NOUN) and _title_noun(line, first - 1) and not line.heading:
        first -= 1
    if first > 1 and line.words[first - 1] == "of" and first < f.first and line.words[first - 2] in titles():
        first -= 2
    if first < last or first < f.first:
        end = f.first
        if all(
            line.words[k].rstrip(".") in titles() or t[k].is_a(parts.NOUN | parts.PREPOSITION | parts.MARK)
            for k in range(first, end)
        ):
            words = " ".join(t[k].text for k in range(first, end) if not t[k].is_a(parts.MARK) or t[k].text == "-")
            if words and actor.type == "person" and words not in actor.titles:
                actor.titles.append(words)
            for k in range(first, end):
                _add_role(actor, line, k, range(max(0, first - 3), end))
    if f.last + 1 < len(t) and t[f.last].text in (",", "(") and line.words[f.last + 1].isdigit():
        actor.age = actor.age or line.words[f.last + 1]


def _note_split_title(actor: Actor, before: Line, line: Line) -> None:
    """A title whose full stop was taken for the end of a sentence: "... Pvt." and "Omar ..."."""
    t = before.tokens
    same = before.sentence.paragraph == line.sentence.paragraph
    short = len(t) > 1 and before.capital[-2] and len(t[-2].text) < 5
    if same and short and t[-1].text == "." and before.words[-2] in titles() and t[-1].start == t[-2].end:
        actor.titles.append(f"{t[-2].text}.")


def _title_noun(line: Line, n: int) -> bool:
    token = line.tokens[n]
    lemma = token.lemma.lower() if token.text.isascii() else line.words[n]
    if line.words[n].rstrip(".") in titles() and line.capital[n]:
        return True
    if lemma in signs("groups") or (lemma in bodies() and line.capital[n]):
        return False
    return (lemma in person_nouns() or lemma in bodies()) and token.is_a(parts.SINGULAR)


def _add_role(actor: Actor, line: Line, n: int, around: range) -> None:
    lemma = line.words[n].rstrip(".")
    if lemma in titles() or lemma in bodies():
        actor.roles.setdefault(lemma, set()).update(
            line.words[k] for k in around if line.tokens[k].is_a(parts.NOUN | parts.ADJECTIVE)
        )


def _note_aliases(
    document: Document,
    lines: tuple[Line, ...],
    actors: dict[Key, Actor],
    groups: dict[Key, Key | None],
    defined: list[Defined],
) -> None:
    for definition in defined:
        w = lines[definition.line].words
        owner = w[slice(*definition.owner)]
        root = groups.get(owner) if owner else groups.get(w[slice(*definition.others[0])])
        actor = actors.get(root) if root else None
        if actor is None or (actor.type == "person" and not definition.personal):
            continue
        quote = Quote.cut(document.text, definition.start, definition.end)
        for first, last in definition.others if owner else definition.others[1:]:
            t = lines[definition.line].tokens
            # "The Plumber", between marks, has its article.
            article = first > 1 and w[first - 1] == "the" and t[first - 2].text in _MARKS
            name = document.text[t[first - article].start : t[last - 1].end]
            if all(a.name != name for a in actor.aliases):
                actor.aliases.append(Alias(name, quote))
