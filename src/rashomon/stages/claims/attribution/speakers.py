"""Who speaks: the name, the kind and the referent of an attribution's source, and when it was said."""

from __future__ import annotations

from rashomon.model.claim import LinkKind, Period
from rashomon.stages.claims.attribution.cues import kinds
from rashomon.stages.claims.attribution.found import Found
from rashomon.stages.claims.view import SentenceView, View

_STATE = frozenset({"district", "county", "state", "u.s.", "us", "prosecuting", "city"})
_ASIDE = ("relcl", "appos", "acl", "punct", "cc", "conj")


def describe(view: View, found: Found) -> tuple[str, LinkKind, str | None]:
    """The source's name as the text has it, its kind, and its referent's id."""
    if found.speaker is None:
        return "", "anonymous", None
    sentence = view.sentences[found.sentence]
    head = _antecedent(sentence, found.speaker)
    at = _named_part(sentence, head, found)
    referent = view.referent_at(sentence, at)
    words = _name(sentence, at, frozenset(s.start for s in found.cue))
    if referent is None:
        return words, _kind_of(sentence, head, at, ""), None
    pronoun = sentence.tokens[at].pos == "PRON"
    name = referent.name if pronoun or referent.named else words
    title = " ".join((*referent.titles, referent.name))
    kind = _kind_of(sentence, head, at, title)
    if kind == "person" and referent.type == "organization":
        kind = "organization"
    if kind in ("person", "anonymous") and referent.type == "document":
        kind = "document"
    return name, kind, referent.id


def _antecedent(sentence: SentenceView, at: int) -> int:
    """The noun that a relative pronoun stands for."""
    token = sentence.tokens[at]
    if token.tag in ("WP", "WDT") and token.head != at:
        for above in sentence.up(at):
            if sentence.tokens[above].dep == "relcl":
                return sentence.tokens[above].head
    return at


def _named_part(sentence: SentenceView, at: int, found: Found) -> int:
    """The name beside a description: "the mayor, Mara Dell" and "A witness in the case, Mara Dell" speak as her."""
    if sentence.tokens[at].pos in ("PROPN", "PRON"):
        return at
    inside = [n for n, t in enumerate(sentence.tokens) if any(s.start <= t.start < s.end for s in found.source)]
    for n in inside:
        token = sentence.tokens[n]
        last = n + 1 not in inside or sentence.tokens[n + 1].pos != "PROPN"
        named = token.ent.endswith("PERSON") or n == inside[-1]
        if token.pos == "PROPN" and last and named and _after_comma(sentence, n):
            return n
    return at


def _after_comma(sentence: SentenceView, at: int) -> bool:
    """True where a run of proper nouns follows a comma."""
    while at and sentence.tokens[at].pos == "PROPN":
        at -= 1
    return sentence.tokens[at].text == ","


def _name(sentence: SentenceView, at: int, held: frozenset[int]) -> str:
    """The words of a noun phrase without what is said about it, and without a cue (starting at `held`) in it."""
    kept = {at}
    stack = [at]
    while stack:
        n = stack.pop()
        for k in sentence.children[n]:
            if sentence.tokens[k].dep not in _ASIDE and sentence.tokens[k].pos != "VERB":
                kept.add(k)
                stack.append(k)
    first = last = at
    while first and (first - 1 in kept or (sentence.tokens[first - 1].text == "-" and first - 2 in kept)):
        first -= 1
    while last + 1 in kept:
        last += 1
    while first < at and sentence.tokens[first].start in held:
        first += 1
    return sentence.quote(first, last).quote


def _kind_of(sentence: SentenceView, description: int, at: int, known: str) -> LinkKind:
    roles = kinds()
    own = [sentence.tokens[n] for n in sentence.subtree(at)]
    head = sentence.tokens[at]
    if head.lemma.lower() == "attorney" and _STATE & {t.text.lower() for t in own}:
        return "official"
    heads = [w.lower() for n in (description, at) for t in (sentence.tokens[n],) for w in (t.lemma, t.text)]
    around = [w for t in own for w in (t.lemma.lower(), t.text.lower())]
    for words in (heads, [w.lower() for w in known.split()][::-1], around if head.pos == "PROPN" else []):
        for word in words:
            if word in roles:
                return roles[word]
    return "person"


def said_on(view: View, found: Found) -> Period | None:
    """When it was said: a time among the cue's own adjuncts."""
    sentence = view.sentences[found.sentence]
    for time in sentence.times:
        if not (time.earliest or time.latest) or time.type not in ("DATE", "TIME"):
            continue
        at = sentence.token_at(time.start)
        path = [at, *sentence.up(at)]
        inside = any(s.start <= time.start < s.end for s in (*found.content, *found.source))
        if found.at in path and not inside and _near(sentence, path, found.at):
            return Period(time.earliest, time.latest)
    return None


def _near(sentence: SentenceView, path: list[int], cue: int) -> bool:
    """True when only prepositions and the time's own words stand between the time and the cue."""
    between = path[: path.index(cue)]
    return all(sentence.tokens[n].pos not in ("VERB", "AUX") for n in between)
