"""Attributions by a clause inserted into or after what it reports: "The blast, X said, killed four"."""

from __future__ import annotations

from rashomon.lexicon import word_set
from rashomon.lexicon.frames import entries
from rashomon.model import parts
from rashomon.stages.claims.attribution.cues import Cue, verb_cue
from rashomon.stages.claims.attribution.extent import cue_tokens
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.attribution.marks import CLOSING
from rashomon.stages.claims.attribution.sources import find_speaker, is_passive
from rashomon.stages.claims.attribution.verbs import stance_of
from rashomon.stages.claims.view import SentenceView

_COMMAS = frozenset({",", "--", "–", "—", "-", "―"})
_CLOSERS = CLOSING | {"’", "'"}
_RELATIVE = frozenset({"who", "which"})
"""Words that an inserted clause may follow without a comma: "who prosecutors say ordered it"."""
_APART = parts.JOINED | parts.APPOSITION | parts.ASIDE | parts.ADVERBIAL_NOUN | parts.LOOSE
_AGAINST = frozenset({"while", "whereas", "but", "although", "though"})
_ENDS = frozenset({".", "!", "?", ";", ")"})


def find_inserted(sentence: SentenceView, at: int, cue: Cue) -> Found | None:
    """The attribution whose cue is the verb `at` of a final or inserted clause; None where it is none."""
    if "f" not in cue.frames or not sentence.tokens[at].is_a(parts.FINITE | parts.PARTICIPLE):
        return None
    speaker, source = _speaker(sentence, at, cue)
    closing = _closing_speaker(sentence, at)
    if closing and speaker not in closing:
        speaker, source = closing[-1], closing
    if speaker is None or _is_charged(sentence, at, speaker):
        return None
    source = _after_as(sentence, source)
    said = cue_tokens(sentence, at, set(), [])
    first, last = _group(sentence, at, {*source, *said})
    opening = first == 0 and sentence.tokens[0].text.lower() == "as"
    if not opening and (first == 0 or not _opens(sentence, first, at)):
        return None
    told = _is_told_within(sentence, first, at)
    rest = set(sentence.subtree(sentence.tokens[at].head)) if told else _rest(sentence, last)
    if rest is None or (not opening and not rest and _is_clause_head(sentence, first)):
        return None
    content = (
        (_scope(sentence, at, first) if rest else set(range(first))) if not _opens_clause(sentence, first) else set()
    )
    content |= rest - _own_adjuncts(sentence, at, last)
    spans = spans_of(sentence, content - {*source, *said})
    if not spans:
        return None
    return Found(
        sentence.sentence.index,
        at,
        speaker,
        spans_of(sentence, source),
        spans_of(sentence, said),
        spans,
        stance_of(sentence, at, cue),
        quoting="q" in cue.frames,
    )


def _speaker(sentence: SentenceView, at: int, cue: Cue) -> tuple[int | None, list[int]]:
    """The inserted clause's own subject, and its noun phrase; (None, []) where the verb is no such clause's."""
    token = sentence.tokens[at]
    if token.is_a(parts.NOUN_CLAUSE) and token.head == at - 1 and cue.group == "say":
        source = [n for n in sentence.subtree(token.head) if n < at]
        comma = source[0] > 0 and sentence.tokens[source[0] - 1].text in _COMMAS
        return (token.head, source) if comma and sentence.tokens[token.head].is_a(_APART) else (None, [])
    if is_passive(sentence, at):
        return None, []
    speaker, source = find_speaker(sentence, at)
    if speaker is None or sentence.tokens[speaker].head != at or sentence.tokens[speaker].is_a(parts.RELATIVE):
        return None, []
    own = any(n > at for n in sentence.each(at, parts.CLAUSE | parts.OPEN_CLAUSE)) and not _is_set_in(sentence, at)
    if own or _has_object(sentence, at, cue, speaker):
        return None, []
    return speaker, source


def _is_set_in(sentence: SentenceView, at: int) -> bool:
    """Of "Dell had heard from a guard, he said, that ...": the clause behind belongs to what stands before."""
    after = [t.text.lower() for t in sentence.tokens[at + 1 : at + 3]]
    return sentence.tokens[at].is_a(parts.ASIDE) and after == [",", "that"]


def _is_charged(sentence: SentenceView, at: int, speaker: int) -> bool:
    """True for "one of the people charged, X,": the law's verb behind nobody's name, no words of theirs."""
    if sentence.tokens[speaker].is_a(parts.NAME | parts.PRONOUN):
        return False
    return any(e.cls == "charge" for e in entries().get((sentence.tokens[at].lemma.lower(), "V"), ()))


def _closing_speaker(sentence: SentenceView, at: int) -> list[int]:
    """The role and name right before a final verb: "..., the district head, Mallam Habu Dan, told the paper"."""
    tokens = sentence.tokens
    last = at - 1
    while last > 0 and tokens[last].is_a(parts.HELPER):
        last -= 1
    last -= tokens[last].text == ","
    first = last
    while first > 0 and (tokens[first].is_a(parts.NAME) or tokens[first].text in ("-", ".")):
        first -= 1
    if first == last or tokens[first].text != ",":
        return []
    role = first - 1
    while role > 0 and (
        tokens[role].is_a(parts.NOUN | parts.ADJECTIVE | parts.PREPOSITION)
        or (tokens[role].is_a(parts.DETERMINER) and tokens[role - 1].is_a(parts.PREPOSITION))
    ):
        role -= 1
    opens = tokens[role].is_a(parts.DETERMINER) and role > 2 and tokens[role - 1].text == ","
    return list(range(role, last + 1)) if opens and first - role > 1 else []


def _after_as(sentence: SentenceView, source: list[int]) -> list[int]:
    """The whole name in an opening "As the agency X wrote", of which the parse may take a part for the subject."""
    before = range(1, min(source))
    opens = sentence.tokens[0].text.lower() == "as"
    if (
        opens
        and before
        and all(sentence.tokens[n].is_a(parts.NOUN | parts.ADJECTIVE | parts.DETERMINER) for n in before)
    ):
        return [*before, *source]
    return source


def _has_object(sentence: SentenceView, at: int, cue: Cue, speaker: int) -> bool:
    """True where the verb has its own object, which is not whom it was told, nor when ("reported the same day")."""
    objects = [n for n in sentence.each(at, parts.OBJECT) if n > at and n != speaker]
    return "a" not in cue.frames and any(
        sentence.tokens[n].lemma.lower() not in word_set("inserted.times") for n in objects
    )


def _group(sentence: SentenceView, at: int, words: set[int]) -> tuple[int, int]:
    """First and last token of the inserted clause: source, verb, addressee and adjuncts to the right."""
    first, last = min(words), max(words)
    if first > 0 and sentence.tokens[first - 1].text.lower() == "as":
        first -= 1
    for n in sentence.each(
        at,
        parts.DOING_SUBJECT
        | parts.OBJECT
        | parts.RECIPIENT
        | parts.PHRASE
        | parts.ADVERBIAL_CLAUSE
        | parts.ADVERBIAL
        | parts.ADVERBIAL_NOUN,
    ):
        whom = sentence.tokens[n].is_a(parts.OBJECT) and sentence.tokens[at].lemma.lower() == "tell" and n <= last + 4
        if n > at and (n <= last + 2 or whom or sentence.tokens[n].lemma.lower() in word_set("inserted.times")):
            below = sentence.subtree(n)
            if below[0] <= last + 1:
                last = max(last, below[-1])
    while last > at and sentence.tokens[last].text in _COMMAS:
        last -= 1  # the parse gives the comma behind "said Dell," to Dell
    return first, last


def _opens(sentence: SentenceView, first: int, at: int) -> bool:
    before = sentence.tokens[first - 1].text
    return before in _COMMAS or before in _CLOSERS or _is_told_within(sentence, first, at)


def _opens_clause(sentence: SentenceView, first: int) -> bool:
    """Of "he was freed, since, as the judge said, no gun was found": the judge said only why."""
    return (
        first > 1
        and sentence.tokens[first - 1].text == ","
        and sentence.tokens[first - 2].text.lower() in ("since", "because", "for")
    )


def _is_told_within(sentence: SentenceView, first: int, at: int) -> bool:
    """Of "who prosecutors say ordered it": the relative pronoun is the subject of what they say, not of their saying."""
    before = sentence.tokens[first - 1]
    if first > 0 and sentence.tokens[at].is_a(parts.ASIDE) and sentence.tokens[at].head == at + 1:
        return sentence.tokens[at + 1].is_a(parts.RELATIVE_CLAUSE)  # "the man prosecutors say ordered it"
    return first > 0 and before.text.lower() in _RELATIVE and before.head > at


def _is_clause_head(sentence: SentenceView, first: int) -> bool:
    """True where the words before are only an opening phrase: "On Monday, X said ..."."""
    before = sentence.tokens[: first - 1]
    if not before or not before[0].is_a(
        parts.MAIN_VERB | parts.ADVERB | parts.PREPOSITION | parts.AND | parts.SUBORDINATOR
    ):
        return False
    return not any(t.is_a(parts.VERB) or t.is_a(parts.SUBJECT) for t in before)


def _scope(sentence: SentenceView, at: int, first: int) -> set[int]:
    """What stands before: all of the sentence, or of the clause that the words are inserted into."""
    token = sentence.tokens[at]
    if token.is_a(parts.ASIDE) and sentence.tokens[token.head].is_a(
        parts.CLAUSE | parts.ADVERBIAL_CLAUSE | parts.RELATIVE_CLAUSE
    ):
        clause = [n for n in sentence.subtree(token.head) if n < first]
        if clause:
            return set(range(clause[0], first))
    return set(range(first))


def _own_adjuncts(sentence: SentenceView, at: int, last: int) -> set[int]:
    """What belongs to the cue itself behind it: ", adding that ...", ", speaking to reporters"."""
    found: set[int] = set()
    for n in sentence.each(at, parts.PHRASE | parts.JOINED | parts.ADVERBIAL_CLAUSE):
        if n > last and not _is_clause_told(sentence, n, last):
            found.update(sentence.subtree(n))
    return found


def _is_clause_told(sentence: SentenceView, n: int, last: int) -> bool:
    """True for "Later, X told police, a man came in": no conjunction joins the clause with its own subject to the cue."""
    subject = sentence.subject(n)
    if subject is None or subject > n or not sentence.tokens[n].is_a(parts.JOINED):
        return False
    return not any(sentence.tokens[k].is_a(parts.AND) for k in range(last + 1, subject))


def _rest(sentence: SentenceView, last: int) -> set[int] | None:
    """What follows: nothing, or the rest of what it is set into; None where the verb has content there."""
    after = range(last + 1, len(sentence))
    if _is_anothers(sentence, last):
        return set()
    words = [n for n in after if sentence.tokens[n].text not in _ENDS and sentence.tokens[n].text not in _CLOSERS]
    if not words:
        return set()
    if sentence.tokens[last + 1].text not in _COMMAS:
        return None
    return set(after)


def _is_anothers(sentence: SentenceView, last: int) -> bool:
    """Of "..., residents said, while the army said that ...": what stands behind is the army's, not theirs."""
    tokens, opener = sentence.tokens, last + 2
    behind = opener + 2 < len(tokens) and tokens[opener - 1].text in _COMMAS
    if not behind or tokens[opener].text.lower() not in _AGAINST:
        return False
    verb = tokens[opener].head
    if verb < opener:  # "but" may hang on what was said before
        verb = next((n for n in range(opener + 1, len(tokens)) if sentence.frame(n) is not None), opener)
        known = verb_cue(tokens[verb])
        verb = (
            verb if known is not None and known.group == "say" else opener
        )  # what others believe may be its word, too
    return verb > opener and verb_cue(tokens[verb]) is not None and sentence.doing_subject(verb) is not None


def find_quoted_as(sentence: SentenceView, at: int) -> Found | None:
    """Of "..., the radio quoted a witness as saying.": `at` the saying gives the witness, the quoting verb the radio."""
    tokens = sentence.tokens
    said = at if tokens[at].is_a(parts.GERUND) else next((n for n in _as_saying(sentence, at)), None)
    quoted = tokens[tokens[said].head].head if said is not None else None
    if said is None or quoted is None or tokens[quoted].lemma.lower() not in ("quote", "cite"):
        return None
    thing, rest = sentence.object_of(quoted), _rest(sentence, sentence.subtree(said)[-1])
    speaker, source = find_speaker(sentence, quoted)
    if (
        thing is None
        or rest != set()
        or speaker is None
        or sentence.first(said, parts.OBJECT | parts.CLAUSE) is not None
    ):
        return None
    who, words = (thing, sentence.subtree(thing)) if at == said else (speaker, source)
    before = set(range(min(source)))
    content = before if at == said else before | set(sentence.subtree(thing)) | {said - 1, said}
    spans = spans_of(sentence, content)
    if not before or not spans:
        return None
    return Found(
        sentence.sentence.index,
        at,
        who,
        spans_of(sentence, words),
        spans_of(sentence, [at]),
        spans,
        "asserted",
        quoting=True,
    )


def _as_saying(sentence: SentenceView, quoted: int) -> list[int]:
    return [
        n
        for p in sentence.phrases(quoted)
        if sentence.tokens[p].text == "as"
        for n in sentence.each(p, parts.CLAUSE_IN_PHRASE)
    ]
