"""Who speaks: the name, the kind and the referent of an attribution's source, and when it was said."""

from __future__ import annotations

from rashomon.lexicon import word_set
from rashomon.lexicon.nouns import is_person_noun
from rashomon.model import parts
from rashomon.model.annotation import Referent
from rashomon.model.claim import LinkKind, Period
from rashomon.stages.claims.attribution.cues import kinds
from rashomon.stages.claims.attribution.found import Found
from rashomon.stages.claims.view import SentenceView, View

_HEARS = frozenset({"hear"})
_STATE = frozenset({"district", "county", "state", "u.s.", "us", "prosecuting", "city"})
_MOST = 3
_THEMSELVES = frozenset({"himself", "herself", "itself", "themselves", "name"})
_ASIDE = parts.OF_A_NOUN | parts.JOINED | parts.APPOSITION | parts.JOINING | parts.PUNCTUATING


def describe(view: View, found: Found) -> tuple[str, LinkKind, str | None]:
    """The source's name as the text has it, its kind, and its referent's id; of several who are joined the first one's kind and id."""
    name, kind, referent = _first(view, found)
    name = name.removesuffix("'s").removesuffix("’s")
    others = _others(view, found) if name else []
    return f"{', '.join([name, *others[:-1]])} and {others[-1]}" if others else name, kind, referent


def _others(view: View, found: Found) -> list[str]:
    """Of "hospital officials and the union said": the union, and whoever else is joined to the first."""
    sentence = view.sentences[found.sentence]
    at = found.speaker
    named: list[str] = []
    while at is not None and len(named) < _MOST:
        joined = (n for n in sentence.each(at, parts.JOINED) if n > at and sentence.tokens[n].is_a(parts.NOUN))
        at = next((n for n in joined if any(s.start <= sentence.tokens[n].start < s.end for s in found.source)), None)
        referent = view.referent_at(sentence, at) if at is not None else None
        if at is not None:
            named.append(referent.name if referent is not None and referent.named else _name(sentence, at, found))
    return named


def _first(view: View, found: Found) -> tuple[str, LinkKind, str | None]:
    sentence = view.sentences[found.sentence]
    if found.speaker is None:
        return "", "anonymous", None
    if (
        sentence.tokens[found.at].lemma.lower() in _HEARS
        and kinds().get(sentence.tokens[found.speaker].lemma.lower()) == "court"
    ):
        return "", "court", None  # "the court heard that": whoever said it there is not named
    head = _antecedent(sentence, found.speaker)
    at = _named_part(sentence, head, found)
    words = _name(sentence, at, found)
    referent = view.referent_at(sentence, at)
    if referent is not None and _is_cut_short(sentence, at, referent):
        kind = _kind_of(sentence, head, at, "")
        return words, "organization" if kind == "person" else kind, None
    if referent is None:
        kind = _kind_of(sentence, head, at, "")
        state = kind == "person" and sentence.tokens[at].ent.endswith("GPE")
        return words, "official" if state else kind, None
    pronoun = sentence.tokens[at].is_a(parts.PRONOUN)
    name = referent.name if pronoun or referent.named else words
    someone = referent.named and referent.type == "person"
    title = " ".join(referent.titles if someone else (*referent.titles, referent.name))
    kind = _kind_of(sentence, head, at, title, _beside_name(sentence, at) if someone else None)
    if kind == "person" and referent.type == "organization":
        kind = "organization"
    if kind in ("person", "anonymous") and referent.type == "document":
        kind = "document"
    if kind in ("person", "anonymous") and referent.type == "place":
        kind = "official"
    if kind == "anonymous" and referent.named:
        kind = "person"
    return name, kind, referent.id


def _is_cut_short(sentence: SentenceView, at: int, referent: Referent) -> bool:
    """True where the name known is only the last word of a longer one: "Norway" in "Quake Watch Norway"."""
    mention = sentence.mention_at(at)
    if mention is None or mention.start == 0:
        return False
    first = sentence.token_at(mention.start)
    before = sentence.tokens[first - 1] if first else None
    paper = before is not None and kinds().get(before.lemma.lower()) == "outlet"  # "The Daily Star"
    if referent.type not in ("place", "organization") and not paper:
        return False
    return (
        before is not None
        and before.is_a(parts.NAME)
        and before.is_a(parts.COMPOUNDING | parts.NOUN_MODIFIER)
        and before.head >= first
    )


def _antecedent(sentence: SentenceView, at: int) -> int:
    """The noun that a relative pronoun stands for."""
    token = sentence.tokens[at]
    if token.is_a(parts.RELATIVE) and token.head != at:
        for above in sentence.up(at):
            if sentence.tokens[above].is_a(parts.RELATIVE_CLAUSE):
                return sentence.tokens[above].head
    return at


def _named_part(sentence: SentenceView, at: int, found: Found) -> int:
    """The name beside a description: "the mayor, Mara Dell" and "A witness in the case, Mara Dell" speak as her."""
    if (one := _one_of_them(sentence, at)) is not None:
        return one
    if sentence.tokens[at].is_a(parts.NAME | parts.PRONOUN):
        return at
    at = _role_of(sentence, at, found)
    if (called := _known_as(sentence, at)) is not None:
        return called
    if (name := _name_behind(sentence, at)) is not None:
        return name
    inside = sentence.inside(*found.source)
    for n in inside:
        token = sentence.tokens[n]
        last = n + 1 not in inside or not sentence.tokens[n + 1].is_a(parts.NAME)
        mention = sentence.mention_at(n) if token.is_a(parts.NAME) else None
        known = mention is not None and mention.form == "name" and mention.type == "person"
        closes = all(sentence.tokens[k].is_a(parts.MARK) for k in inside if k > n)
        named = known or token.ent.endswith("PERSON") or closes
        if token.is_a(parts.NAME) and last and named and _after_comma(sentence, n, inside[0]):
            return n
    return at


def _known_as(sentence: SentenceView, at: int) -> int | None:
    """Of "their steward, known as Brisk", "a man who introduced himself as Brisk", "a group calling itself the Reed": the name."""
    for made in sentence.each(at, parts.NOUN_CLAUSE | parts.RELATIVE_CLAUSE):
        if made < at or sentence.tokens[made].lemma.lower() not in word_set("speakers.naming"):
            continue
        himself = any(sentence.tokens[n].text.lower() in _THEMSELVES for n in sentence.subtree(made) if n > made)
        if not himself and sentence.tokens[made].lemma.lower() != "know":
            continue
        first = sentence.children[made]
        beside = (n for n in first if n > made)
        names = (k for n in beside for k in (n, *sentence.nouns_after(n)))
        return next((k for k in names if sentence.tokens[k].is_a(parts.NAME)), None)
    return None


def _one_of_them(sentence: SentenceView, at: int) -> int | None:
    """Of "one of them, a baker": the baker."""
    beside = sentence.first(at, parts.APPOSITION)
    one = sentence.tokens[at].text.lower() == "one" and beside is not None and beside > at
    return (
        beside
        if one and any(sentence.tokens[n].is_a(parts.PRONOUN) for n in sentence.subtree(at) if n < (beside or 0))
        else None
    )


def _name_behind(sentence: SentenceView, at: int) -> int | None:
    """The name right behind a role, which the annotations may not know for one: "police spokesman Jalaluddin"."""
    name = sentence.first(at, parts.APPOSITION)
    role = sentence.tokens[at].lemma.lower() in kinds() or is_person_noun(sentence.tokens[at])
    if name is None or name <= at or not role:
        return None
    return name if all(sentence.tokens[n].text[0].isupper() for n in range(at + 1, name + 1)) else None


def _role_of(sentence: SentenceView, at: int, found: Found) -> int:
    """The role that opens a source, where the parse took a later noun in it for the head: "A commander in the region"."""
    if sentence.tokens[at].lemma.lower() in kinds() or not found.source:
        return at
    first = sentence.token_at(found.source[0].start)
    for n in range(first, at):
        token = sentence.tokens[n]
        if (
            token.is_a(parts.COMMON_NOUN)
            and token.lemma.lower() in kinds()
            and sentence.tokens[n + 1].is_a(parts.PREPOSITION)
        ):
            return n
        if not token.is_a(parts.NOMINAL):
            return at
    return at


def _after_comma(sentence: SentenceView, at: int, first: int) -> bool:
    """True where a run of proper nouns, with "the baker" or a rank before it, follows a comma behind the first word of a source."""
    for kind in (parts.NAME, parts.COMMON_NOUN | parts.ADJECTIVE | parts.DETERMINER):
        while at and sentence.tokens[at].is_a(kind):
            at -= 1
    return at >= first and sentence.tokens[at].text == ","


def _name(sentence: SentenceView, at: int, found: Found) -> str:
    """The words of a noun phrase without what is said about it, and without what is no part of the source."""
    held = frozenset(s.start for s in found.cue)
    inside = any(s.start <= sentence.tokens[at].start < s.end for s in found.source)
    kept = {at}
    stack = [at]
    while stack:
        n = stack.pop()
        for k in sentence.children[n]:
            token = sentence.tokens[k]
            outside = inside and not any(s.start <= token.start < s.end for s in found.source)
            told = token.is_a(parts.MAIN_VERB) and not (token.is_a(parts.QUALIFYING) and k < n)
            if not token.is_a(_ASIDE) and not told and not outside:
                kept.add(k)
                stack.append(k)
    first = last = at
    while first and (first - 1 in kept or (sentence.tokens[first - 1].text == "-" and first - 2 in kept)):
        first -= 1
    while last + 1 in kept or (last + 2 in kept and sentence.tokens[last + 1].text == "-"):
        last += 1
    first = _whole_word(sentence, first)
    while first < at and sentence.tokens[first].start in held:
        first += 1
    while last > at and sentence.tokens[last].is_a(parts.DETERMINER | parts.PREPOSITION | parts.AND | parts.MARK):
        last -= 1
    while last + 2 < len(sentence) and sentence.tokens[last + 1].text == "-" and _is_joined(sentence, last):
        last += 2
    return sentence.quote(first, last).quote


def _whole_word(sentence: SentenceView, first: int) -> int:
    """The first part of a word that hyphens join, and what stands right before it: "a former co-worker"."""
    tokens, start = sentence.tokens, first
    while start > 1 and tokens[start - 1].text == "-" and _is_joined(sentence, start - 2):
        start -= 2
    while (
        start
        and start != first
        and tokens[start - 1].head == start
        and tokens[start - 1].is_a(parts.DETERMINING | parts.QUALIFYING)
    ):
        start -= 1
    return start


def _is_joined(sentence: SentenceView, last: int) -> bool:
    """True where a hyphen goes on with a word: "brother-in-law"."""
    tokens = sentence.tokens
    return tokens[last].end == tokens[last + 1].start and tokens[last + 1].end == tokens[last + 2].start


def _beside_name(sentence: SentenceView, at: int) -> list[int]:
    """What stands beside a person's name, not the name itself ("Bill") nor what follows a preposition."""
    mention = sentence.mention_at(at)
    below = [
        n
        for k in sentence.children[at]
        if not sentence.tokens[k].is_a(parts.PHRASE | parts.OWNER)
        for n in sentence.subtree(k)
    ]
    inside = (mention.start, mention.end) if mention is not None else (0, 0)
    return [n for n in below if not inside[0] <= sentence.tokens[n].start < inside[1]]


def _kind_of(
    sentence: SentenceView, description: int, at: int, known: str, beside: list[int] | None = None
) -> LinkKind:
    roles = kinds()
    own = [sentence.tokens[n] for n in (_phrase(sentence, at) if beside is None else beside)]
    head = sentence.tokens[at]
    if head.lemma.lower() == "attorney" and _STATE & {t.text.lower() for t in own}:
        return "official"
    described = (description, at) if beside is None or description != at else ()
    heads = [w.lower() for n in described for t in (sentence.tokens[n],) for w in (t.lemma, t.text)]
    around = [w for t in own for w in (t.lemma.lower(), t.text.lower())]
    for words in (heads, [w.lower() for w in known.split()][::-1], around if head.is_a(parts.NAME) else []):
        for word in words:
            if word in roles:
                return roles[word]
    return "person"


def _phrase(sentence: SentenceView, at: int) -> list[int]:
    """The words of a noun phrase without the clauses about it: "the lawyer, cited by Radio Velmar" is no radio."""
    below = [sentence.subtree(n) for n in sentence.each(at, parts.NOUN_CLAUSE | parts.RELATIVE_CLAUSE) if n > at]
    apart = {n for clause in below for n in clause}
    return [n for n in sentence.subtree(at) if n not in apart]


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
    return all(not sentence.tokens[n].is_a(parts.VERB) for n in between)
