"""Attributions without a verb of speech: "according to X", "X's claim that", "X is afraid that"."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.claims.attribution.cues import Cue, verb_cue
from rashomon.stages.claims.attribution.extent import cue_tokens
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.attribution.sources import find_speaker
from rashomon.stages.claims.attribution.worth import with_others, worth
from rashomon.stages.claims.view import SentenceView

_FIGURE = (
    parts.COMMON_NOUN
    | parts.PRONOUN
    | parts.ADJECTIVE
    | parts.ADVERB
    | parts.NUMBER
    | parts.DETERMINER
    | parts.PREPOSITION
)
_DASHES = frozenset({"–", "—", "-", "--", ":", "("})
_MATTER = frozenset({"information", "datum", "data", "figure", "number", "material", "detail", "message", "transcript"})
_PUBLISHES = frozenset({"publish", "release", "provide", "give", "issue", "print", "collect", "gather", "compile"})
_MADE = frozenset({"clear", "plain", "known", "explicit"})
_CITES = frozenset({"cite", "quote", "interview", "contact"})
_STATES = frozenset({"be", "become", "feel", "seem", "remain", "appear", "sound", "grow"})


def find_according(sentence: SentenceView, at: int) -> Found | None:
    """ "According to X, ..." and "..., according to X": X governs the whole sentence."""
    tokens = sentence.tokens
    to = at + 1
    if to + 1 >= len(tokens) or tokens[to].text.lower() != "to":
        return None
    if tokens[to + 1].is_a(parts.WHO):
        return _according_to_whom(sentence, at, to + 1)
    head = next((n for n in sentence.each(to, parts.IN_PHRASE | parts.CLAUSE_IN_PHRASE)), None)
    if head is None:
        return None
    source = _own_name(sentence, at, _without_comma(sentence, [n for n in sentence.subtree(head) if n > to]))
    source = _to_next_figure(sentence, source)
    source = _with_citing(sentence, _with_brackets(sentence, _to_comma(sentence, at, source)))
    source = with_others(sentence, source)
    first, last = at, source[-1]
    next_figure = _brings_figure(sentence, last)
    fragment = _figure_before(sentence, first)
    content = fragment or {n for n in _governed(sentence, at, last) if n < first or (n > last and not next_figure)}
    if first > 0 and tokens[first - 1].text == "(":
        content = {n for n in content if n < first}
    content = _within_semicolons(sentence, content, at)
    spans = spans_of(sentence, content)
    if not spans:
        return None
    return Found(
        sentence.sentence.index,
        at,
        _publisher(sentence, head),
        spans_of(sentence, source),
        spans_of(sentence, [at, to]),
        spans,
        worth(sentence, head),
    )


def _within_semicolons(sentence: SentenceView, content: set[int], at: int) -> set[int]:
    """Of "Nine died; three, according to the army, were rebels": what stands in the same part, where a clause goes on behind."""
    opened = max((n for n in range(at) if sentence.tokens[n].text == ";"), default=-1)
    behind = [n for n in content if n > at]
    return {n for n in content if n > opened} if opened >= 0 and sentence.has_verb(behind) else content


def _without_comma(sentence: SentenceView, source: list[int]) -> list[int]:
    """The source without the comma that ends it."""
    last = len(source)
    while last > 1 and sentence.tokens[source[last - 1]].text in (",", ";"):
        last -= 1
    return source[:last]


def _figure_before(sentence: SentenceView, at: int) -> set[int]:
    """The bare figure that "..., at least 12 according to X" gives: what stands before it is not X's; empty for a clause."""
    comma = at > 1 and sentence.tokens[at - 1].text == ","
    first = last = at - 2 if comma else at - 1
    while first > 0 and sentence.tokens[first].is_a(_FIGURE):
        first -= 1
    held = set(range(first + 1, last + 1))
    opened = first > 0 and sentence.tokens[first].text in (_DASHES if comma else _DASHES | {",", ";"})
    if sentence.tokens[first].is_a(parts.AND) and _is_according(sentence, range(first)):
        opened = True  # "in which 9 died according to X and 12 people according to Y"
    return held if opened and any(sentence.tokens[k].is_a(parts.NUMBER) for k in held) else set()


def _is_according(sentence: SentenceView, words: range) -> bool:
    return any(sentence.tokens[n].text.lower() == "according" for n in words)


def _to_next_figure(sentence: SentenceView, source: list[int]) -> list[int]:
    """Of "9 according to the ruling and 12 according to Y": the ruling, without the next figure."""
    joined = next((n for n in source if sentence.tokens[n].is_a(parts.AND)), None)
    if joined is None or not _is_according(sentence, range(source[-1] + 1, min(source[-1] + 2, len(sentence)))):
        return source
    figure = any(sentence.tokens[n].is_a(parts.NUMBER) for n in source if n > joined)
    return [n for n in source if n < joined] if figure and joined > source[0] else source


def _brings_figure(sentence: SentenceView, last: int) -> bool:
    """Of "9 died according to X and 12 people according to Y": what stands behind X is the next figure, not X's."""
    tokens = sentence.tokens
    if last + 1 >= len(tokens) or not tokens[last + 1].is_a(parts.AND):
        return False
    again = next((n for n in range(last + 2, len(tokens)) if tokens[n].text.lower() == "according"), last)
    between = range(last + 2, again)
    return any(tokens[n].is_a(parts.NUMBER) for n in between) and not sentence.has_verb(between)


def _publisher(sentence: SentenceView, head: int) -> int:
    """Of "information published by X", "data obtained by X": X, where what it is is no source of its own."""
    if sentence.tokens[head].lemma.lower() not in _MATTER:
        return head
    for made in sentence.each(head, parts.NOUN_CLAUSE):
        agent = sentence.first(made, parts.BY_PHRASE)
        by = sentence.noun_after(agent) if agent is not None else None
        if by is not None and sentence.tokens[made].lemma.lower() in _PUBLISHES:
            return by
    return head


def _according_to_whom(sentence: SentenceView, at: int, whom: int) -> Found | None:
    """ "the middleman X, according to whom ...": X governs what follows."""
    last = at - 2 if at > 1 and sentence.tokens[at - 1].text == "," else at - 1
    if last < 0 or not sentence.tokens[last].is_a(parts.NOUN):
        return None
    mention = sentence.mention_at(last)
    first = sentence.token_at(mention.start) if mention is not None else last
    while first and sentence.tokens[first - 1].is_a(parts.NAME):
        first -= 1
    content = spans_of(sentence, range(whom + 1, len(sentence)))
    if not content:
        return None
    return Found(
        sentence.sentence.index,
        at,
        last,
        spans_of(sentence, range(first, last + 1)),
        spans_of(sentence, range(at, whom + 1)),
        content,
        "asserted",
    )


def _to_comma(sentence: SentenceView, at: int, source: list[int]) -> list[int]:
    """The source of an opening phrase with the rest of a name that the parse gave to the next clause."""
    last = source[-1]
    while at == 0 and last + 1 < len(sentence) and sentence.tokens[last + 1].is_a(parts.NAME):
        last += 1
    if at == 0 and last + 1 < len(sentence) and sentence.tokens[last + 1].text == "and":
        comma = next((n for n in range(last, len(sentence)) if sentence.tokens[n].text == ","), last + 1)
        plain = all(
            t.is_a(parts.NOUN | parts.ADJECTIVE | parts.DETERMINER | parts.PREPOSITION | parts.AND)
            for t in sentence.tokens[last + 1 : comma]
        )
        last = comma - 1 if plain else last
    whole = sentence.tokens[min(last + 1, len(sentence) - 1)].text == ","
    return [*source, *range(source[-1] + 1, last + 1)] if whole else source


def _with_brackets(sentence: SentenceView, source: list[int]) -> list[int]:
    """The source with what stands in brackets after it: "ENA [the power company]"."""
    last = source[-1]
    if last + 1 < len(sentence) and sentence.tokens[last + 1].text in ("(", "["):
        for n in range(last + 2, min(last + 14, len(sentence))):
            if sentence.tokens[n].text in (")", "]"):
                return [*source, *range(last + 1, n + 1)]
    return source


def _with_citing(sentence: SentenceView, source: list[int]) -> list[int]:
    """The source with who quotes it: "According to the lawyer X, cited by Radio Y, ...", which the parse may hang on the verb."""
    tokens, cites = sentence.tokens, source[-1] + 2
    if cites >= len(tokens) or tokens[cites - 1].text != "," or tokens[cites].lemma.lower() not in _CITES:
        return source
    below = sentence.subtree(cites)
    by = sentence.first(cites, parts.BY_PHRASE) is not None and below[0] == cites
    return [*source, *range(source[-1] + 1, below[-1] + 1)] if by else source


def _governed(sentence: SentenceView, at: int, last: int) -> list[int]:
    """The whole sentence; where the phrase stands inside a reported or relative clause, that clause."""
    rest = sentence.tokens[last + 1 :]
    if not any(t.text[0].isalnum() for t in rest):
        return list(range(len(sentence)))
    for n in sentence.up(at):
        token = sentence.tokens[n]
        if token.is_a(parts.CLAUSE | parts.RELATIVE_CLAUSE):
            clause = sentence.subtree(n)
            if clause[0] < at and (
                token.is_a(parts.RELATIVE_CLAUSE) or verb_cue(sentence.tokens[token.head]) is not None
            ):
                return clause
    return list(range(len(sentence)))


def _own_name(sentence: SentenceView, at: int, source: list[int]) -> list[int]:
    """The source up to the comma, where an opening "According to X, Y did ..." was parsed with Y inside X."""
    root = sentence.root()
    if root == at and not any(t.text[0].isalnum() for t in sentence.tokens[source[-1] + 1 :]):
        return _to_clause(sentence, source)
    if at > 1 or root < source[-1] or sentence.first(root, parts.SUBJECT | parts.EXPLETIVE) is not None:
        return source
    depth = 0
    for n in source:
        text = sentence.tokens[n].text
        depth += (text in ("(", "[")) - (text in (")", "]"))
        if text == "," and depth == 0:
            return [k for k in source if k < n]
    return source


def _to_clause(sentence: SentenceView, source: list[int]) -> list[int]:
    """The source up to the comma behind which a clause begins, where the parse hung all of it on the source."""
    tokens = sentence.tokens
    for n in source[1:-2]:
        rest = range(n + 1, source[-1] + 1)
        opens = tokens[n + 1].is_a(parts.DETERMINER | parts.NAME | parts.PRONOUN | parts.PLURAL_NOUN) and not tokens[
            n + 1
        ].is_a(parts.RELATIVE)
        if tokens[n].text == "," and opens and sentence.has_verb(rest):
            return [k for k in source if k < n]
    return source


def find_by_adjective(sentence: SentenceView, at: int, cue: Cue) -> Found | None:
    """ "X is afraid that ...", "X was critical of ..."."""
    verb = sentence.tokens[at].head
    made = sentence.tokens[verb].lemma.lower() == "make" and sentence.tokens[at].lemma.lower() in _MADE
    if not made and (
        not sentence.tokens[at].is_a(parts.PREDICATE_ADJECTIVE) or sentence.tokens[verb].lemma.lower() not in _STATES
    ):
        return None
    content, brought = _adjective_content(sentence, at, verb, cue)
    speaker, source = find_speaker(sentence, verb)
    if not content or speaker is None or sentence.tokens[speaker].text.lower() in ("it", "you", "that", "this"):
        return None
    said = set(range(verb, at + 1)) if made else set()
    said |= set(cue_tokens(sentence, verb, content, [at, *brought]))
    return Found(
        sentence.sentence.index,
        at,
        speaker,
        spans_of(sentence, set(source) - content),
        spans_of(sentence, said - content),
        spans_of(sentence, content),
        cue.stance,
    )


def _adjective_content(sentence: SentenceView, at: int, verb: int, cue: Cue) -> tuple[set[int], list[int]]:
    clause = sentence.clause(at)
    if clause is None:
        loose = (
            *sentence.each(at, parts.CLAUSE_SUBJECT | parts.ADVERBIAL_CLAUSE),
            *sentence.each(verb, parts.CLAUSE | parts.ADVERBIAL_CLAUSE),
        )
        clause = next((n for n in loose if n > at and _is_that(sentence, n)), None)
    if clause is not None and "c" in cue.frames:
        return set(sentence.subtree(clause)), []
    infinitive = sentence.open_clause(at)
    if infinitive is not None and "i" in cue.frames:
        return set(sentence.subtree(infinitive)), []
    for n in (*sentence.phrases(at), *sentence.phrases(verb)):
        if n > at and sentence.tokens[n].text.lower() in cue.prepositions:
            return set(sentence.subtree(n)) - {n}, [n]
    return set(), []


def _is_that(sentence: SentenceView, clause: int) -> bool:
    """True for a clause that "that" opens, whatever the parse takes it for."""
    mark = sentence.opener(clause)
    return mark is not None and sentence.tokens[mark].text.lower() == "that"
