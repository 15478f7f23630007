"""From names to actors: their standings, titles, roles and ages; then those who are only described."""

from __future__ import annotations

from collections import defaultdict

from rashomon.model.annotation import Alias
from rashomon.model.document import Document
from rashomon.model.span import Quote
from rashomon.stages.annotate.who.cast import Actor, Standing, gender_of
from rashomon.stages.annotate.who.chunks import Chunk
from rashomon.stages.annotate.who.descriptions import Described, find_descriptions
from rashomon.stages.annotate.who.gallery import Gallery
from rashomon.stages.annotate.who.grouping import group_names
from rashomon.stages.annotate.who.lexicon import bodies, person_nouns, signs, table, titles, words
from rashomon.stages.annotate.who.names import Found, Key
from rashomon.stages.annotate.who.page import Line
from rashomon.stages.annotate.who.second_names import Defined


def introduce(
    document: Document,
    lines: tuple[Line, ...],
    chunks: list[Chunk],
    found: list[Found],
    same: list[tuple[Key, Key]],
    defined: list[Defined],
) -> tuple[list[Actor], list[Standing]]:
    """The named actors in order of appearance, and the standings of names that several people share."""
    groups = group_names(found, same)
    before = {(c.line, c.last): c.titles for c in chunks}
    actors: dict[Key, Actor] = {}
    unsure: list[Standing] = []
    bearers: dict[str, list[Actor]] = defaultdict(list)
    for f in found:
        standing = Standing(f.line, f.first, f.last, f.last - 1, "name", f.type)
        root = groups[f.key]
        if root is None:
            met = bearers[f.key[-1]]
            if len(met) != 1:
                unsure.append(standing)
                continue
            actor = met[0]
        else:
            actor = actors.get(root) or actors.setdefault(root, Actor(f.type, True, root))
            if len(f.key) > 1 and not any(a is actor for a in bearers[f.key[-1]]):
                bearers[f.key[-1]].append(actor)
        actor.standings.append(standing)
        _note_titles(actor, lines[f.line], f, before.get((f.line, f.last), (0, 0)))
        if f.first == 0 and f.line and actor.type == "person":
            _note_split_title(actor, lines[f.line - 1], lines[f.line])
    for actor in actors.values():
        if actor.type == "person":
            actor.gender = gender_of(actor.key, actor.titles)
    _note_aliases(document, lines, actors, groups, defined)
    return list(actors.values()), unsure


def _note_titles(actor: Actor, line: Line, f: Found, title: tuple[int, int]) -> None:
    """Titles in the name's run, then lower-case nouns before it ("agent X"), and the age after it."""
    t = line.tokens
    first, last = title if title[0] < title[1] <= f.first else (f.first, f.first)
    while first > 0 and t[first - 1].pos in ("NOUN", "PROPN") and _title_noun(line, first - 1) and not line.heading:
        first -= 1
    if first > 1 and line.words[first - 1] == "of" and first < f.first and line.words[first - 2] in titles():
        first -= 2
    if first < last or first < f.first:
        end = f.first
        if all(
            line.words[k].rstrip(".") in titles() or t[k].pos in ("NOUN", "PROPN", "PUNCT", "ADP")
            for k in range(first, end)
        ):
            words = " ".join(t[k].text for k in range(first, end) if t[k].pos != "PUNCT" or t[k].text == "-")
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
    if same and len(t) > 1 and t[-1].text == "." and before.words[-2] in titles() and t[-1].start == t[-2].end:
        actor.titles.append(f"{t[-2].text}.")


def _title_noun(line: Line, n: int) -> bool:
    token = line.tokens[n]
    lemma = token.lemma.lower() if token.text.isascii() else line.words[n]
    if line.words[n].rstrip(".") in titles() and line.capital[n]:
        return True
    return (lemma in person_nouns() or lemma in bodies()) and token.tag in ("NN", "NNP")


def _add_role(actor: Actor, line: Line, n: int, around: range) -> None:
    lemma = line.words[n].rstrip(".")
    if lemma in titles() or lemma in bodies():
        actor.roles.setdefault(lemma, set()).update(
            line.words[k] for k in around if line.tokens[k].pos in ("ADJ", "NOUN", "PROPN")
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
        if actor is None:
            continue
        quote = Quote.cut(document.text, definition.start, definition.end)
        for first, last in definition.others if owner else definition.others[1:]:
            t = lines[definition.line].tokens
            name = document.text[t[first].start : t[last - 1].end]
            if all(a.name != name for a in actor.aliases):
                actor.aliases.append(Alias(name, quote))


def describe(lines: tuple[Line, ...], named: list[Actor], found: list[Found]) -> list[Actor]:
    """All actors: the named ones with their roles and descriptions, then the unnamed ones."""
    owner_at: dict[tuple[int, int], Actor] = {
        (s.line, n): a for a in named for s in a.standings for n in range(s.first, s.last)
    }
    by_line: dict[int, list[Found]] = defaultdict(list)
    for f in found:
        by_line[f.line].append(f)
    gallery = Gallery(named)
    for number, line in enumerate(lines):
        taken = [False] * len(line.tokens)
        for f in by_line[number]:
            taken[f.first : f.last] = [True] * (f.last - f.first)
        for d in find_descriptions(number, line, taken):
            own = _beside(d, line, number, owner_at)
            if own is not None:
                gallery.learn(own, d, line)
                if own.gender is None and own.type == "person":
                    own.gender = person_nouns().get(d.lemma) or None
            gallery.place(d, line, own)
    return gallery.actors


def _beside(d: Described, line: Line, number: int, owner_at: dict[tuple[int, int], Actor]) -> Actor | None:
    """The named actor that a description is said of: in apposition, or as predicate."""
    t = line.tokens
    head = t[d.head]
    if d.plural:
        return None
    if head.dep == "appos":
        actor = owner_at.get((number, head.head))
        if actor is not None and actor.type == d.type:
            return actor
    if head.dep == "attr" and not d.modifiers & {"other", "another"} and not _negated(line, head.head):
        for n, token in enumerate(t):
            if token.dep == "nsubj" and token.head == head.head:
                actor = owner_at.get((number, n))
                return actor if actor is not None and actor.type == d.type else None
    if head.dep == "pobj" and line.words[head.head] == "as":
        actor = _said_to_be(line, number, t[head.head].head, owner_at)
        return actor if actor is not None and actor.type == d.type else None
    if d.first > 1 and t[d.first - 1].text == "," and line.words[d.first] in ("a", "an") and d.last < len(t):
        actor = owner_at.get((number, d.first - 2))
        listed = any(x.text in ("and", "or") for x in t[d.last : d.last + 4]) or d.lemma in table("people.tsv")
        if (
            actor is not None
            and actor.type == d.type == "person"
            and head.dep not in ("nsubj", "nsubjpass")
            and not listed
        ):
            return actor
    if d.first == 0 and d.type == "person" and (actor := _leading(d, line, number, owner_at)):
        return actor
    for n, token in enumerate(t[d.last : d.last + 14], d.last):
        if token.pos == "NOUN" and token.lemma in person_nouns():
            return None
        if token.dep == "appos" and token.head == d.head:
            actor = owner_at.get((number, n))
            if actor is not None and actor.type == d.type:
                return actor
    return None


def _leading(d: Described, line: Line, number: int, owner_at: dict[tuple[int, int], Actor]) -> Actor | None:
    """ "A witness in the case, X said ...": the description opens the sentence and the name follows its comma."""
    t = line.tokens
    for n in range(d.last, min(d.last + 14, len(t) - 1)):
        if t[n].pos in ("VERB", "AUX", "CCONJ") or t[n].text in (";", ":"):
            return None
        actor = owner_at.get((number, n))
        if actor is not None and t[n - 1].text == ",":
            end = next(k for k in range(n, len(t) + 1) if owner_at.get((number, k)) is not actor)
            said = end < len(t) and t[end].lemma in words("speech.txt")
            own = t[d.head].dep not in ("nsubj", "nsubjpass") or t[d.head].head == end
            return actor if said and own and actor.type == "person" else None
    return None


def _said_to_be(line: Line, number: int, verb: int, owner_at: dict[tuple[int, int], Actor]) -> Actor | None:
    """Who is "regarded as", "identified as", "serves as" something: the subject, or what a relative clause is of."""
    t = line.tokens
    if t[verb].lemma not in signs("said_to_be") or _negated(line, verb):
        return None
    passive = t[verb].tag == "VBN" or t[verb].lemma in ("serve", "work", "act")
    if not passive:
        return None
    for n, token in enumerate(t):
        if token.head == verb and token.dep in ("nsubj", "nsubjpass"):
            return owner_at.get((number, t[verb].head if token.tag in ("WP", "WDT") else n))
    return owner_at.get((number, t[verb].head)) if t[verb].dep in ("acl", "relcl") else None


def _negated(line: Line, verb: int) -> bool:
    return any(
        t.dep in ("neg", "aux")
        and t.head == verb
        and t.text.lower() in ("not", "n't", "never", "would", "could", "may", "might")
        for t in line.tokens
    )
