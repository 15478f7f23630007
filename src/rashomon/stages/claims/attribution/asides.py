"""Whose word a sentence is, told beside it: "as Judge X put it, ...", "as reported by X", "so X writes", "in X's telling", "per X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from rashomon.lexicon import word_set
from rashomon.model import parts
from rashomon.model.claim import Stance
from rashomon.stages.claims.attribution.cues import kinds, table, verb_cue
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.view import SentenceView

_REACH = 26
_PAUSES = frozenset({",", "–", "—", "-", "--", "(", ":", ";"})
_ENDS = frozenset({",", ".", ";", "–", "—", "--", ")", ":", "“", '"', "``", "«", "!", "?"})
_WHOM = frozenset({"it", "things", "us", "me", "him", "her", "them", "this", "so"})
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
_OURS = frozenset({"my", "our", "i", "we", "you", "your", "this", "that", "it", "which", "whose", "one"})
_CLAUSE_OPENERS = frozenset({"since", "because", "that", "although", "though", "while", "but", "and", "for", "whereas"})
_NAMING = parts.NOMINAL | parts.DETERMINER | parts.PRONOUN | parts.BETWEEN_NOUNS


def find_aside(sentence: SentenceView, at: int) -> Found | None:
    """The attribution of an aside that the token opens; None where it opens none."""
    word = sentence.tokens[at].text.lower()
    if not _begins(sentence, at):
        return None
    if word == "as" and at + 1 < len(sentence) and sentence.tokens[at + 1].text.lower() == "per":
        return _whole(sentence, at, at + 1, _phrase_end(sentence, at + 2), "asserted")
    if word == "for":
        return _for_whom(sentence, at)
    if word == "the":
        return _way_told(sentence, at)
    if word == "how":
        return _as_told(sentence, at) if at == 0 and sentence.words[-1] != "?" else None
    if word in ("as", "so"):
        return _as_told(sentence, at) or _as_told_by(sentence, at) or (_so(sentence, at) if word == "so" else None)
    if word in ("if", "to"):
        return _believed(sentence, at)
    if word == "or":
        return _or_so(sentence, at)
    if word == "per":
        return _whole(sentence, at, at, _phrase_end(sentence, at + 1), "asserted")
    return _in_words_of(sentence, at)


def opens_aside(word: str) -> bool:
    """Whether a word may open such an aside."""
    return word in ("as", "so", "how", "per", "if", "or", "for", "the") or word in _phrases()


@cache
def _phrases() -> dict[str, dict[str, Stance]]:
    found: dict[str, dict[str, Stance]] = {}
    for prep, nouns, stance in table("phrases"):
        found.setdefault(prep, {}).update(dict.fromkeys(nouns.split(), stance))  # type: ignore[arg-type]
    return found


def _begins(sentence: SentenceView, at: int) -> bool:
    """At the start of a sentence or clause, or behind a comma: "the mayor as well" opens nothing."""
    before = sentence.tokens[at - 1].text.lower() if at else ","
    return before in _PAUSES or before in ("that", "and", "but", "since", "because", "’", '"', "”", "''", "»")


def _as_told(sentence: SentenceView, at: int) -> Found | None:
    """ "as X, who printed it, has told us", "as X put it", "so X writes": the verb of saying with nothing else to say."""
    verb = _saying(sentence, at)
    if verb is None:
        return None
    last = verb
    while last + 1 < len(sentence) and sentence.tokens[last + 1].text.lower() in _WHOM:
        last += 1
    after = sentence.tokens[min(verb + 1, len(sentence) - 1)].text.lower()
    if sentence.tokens[verb].lemma.lower() in word_set("asides.telling") and after not in ("it", "this", "things"):
        return None
    said = last
    last = _past_addressee(sentence, verb, last)
    if last + 1 < len(sentence) and sentence.tokens[last + 1].text not in _ENDS:
        return None
    source = [n for n in range(at + 1, verb) if not sentence.tokens[n].is_a(parts.HELPER | parts.ADVERB)]
    return _found(sentence, at, (source, [*range(source[-1] + 1, said + 1)]), last) if source else None


def _saying(sentence: SentenceView, at: int) -> int | None:
    """The verb of saying behind the noun phrase that follows, a relative clause between commas aside."""
    aside = False
    for n in range(at + 2, min(len(sentence), at + _REACH)):
        token = sentence.tokens[n]
        if token.text.lower() in _RELATIVE:
            aside = True
        cue = verb_cue(token)
        if (
            token.is_a(parts.MAIN_VERB)
            and token.is_a(parts.FINITE | parts.PARTICIPLE)
            and not token.is_a(parts.OF_A_NOUN)
        ):
            if aside and token.is_a(parts.PAST) and token.lemma.lower() in word_set("asides.telling"):
                continue  # "as a clerk, who saw it, has told us"
            says = token.lemma.lower() in word_set("asides.telling") or (
                cue is not None and cue.group == "say" and bool(cue.frames & {"f", "q"})
            )
            return n if says and sentence.tokens[n - 1].text not in (";", ":") else None
        if not token.is_a(_NAMING | parts.HELPER | parts.ADVERB | parts.NUMBER) and token.text != "," and not aside:
            return None
    return None


def _past_addressee(sentence: SentenceView, verb: int, last: int) -> int:
    """Past whom it was told and when: "told the agency on Monday"."""
    if last > verb and sentence.tokens[last].text.lower() in ("it", "this"):
        return last
    end = last
    for n in range(last + 1, min(len(sentence), last + 9)):
        token = sentence.tokens[n]
        if token.text in _ENDS:
            return n - 1
        if not token.is_a(_NAMING | parts.NUMBER | parts.ADVERB) or token.text.lower() in _RELATIVE:
            return end
    return end


def _as_told_by(sentence: SentenceView, at: int) -> Found | None:
    """ "as reported by the agency X", "as claimed by the union"."""
    verb = at + 1
    cue = verb_cue(sentence.tokens[verb]) if verb + 2 < len(sentence) else None
    if cue is None or cue.group != "say" or sentence.tokens[verb + 1].text.lower() != "by":
        return None
    last = _phrase_end(sentence, verb + 2)
    source = list(range(verb + 2, last + 1))
    return _found(sentence, at, (source, [at, verb, verb + 1]), last) if source else None


def _for_whom(sentence: SentenceView, at: int) -> Found | None:
    """ "For the prosecution, Marran ordered it": whose view it is, as translations have it; not "for the families, it was a blow"."""
    last = _phrase_end(sentence, at + 1)
    after = sentence.tokens[last + 1].text if last + 1 < len(sentence) else "."
    heads = [n for n in range(at + 1, last + 1) if sentence.tokens[n].is_a(parts.NOUN)]
    own = next((n for n in heads if not at < sentence.tokens[n].head <= last), None)
    if at or after != "," or own is None or not sentence.tokens[at + 1].is_a(parts.DETERMINER):
        return None
    judges = kinds().get(sentence.tokens[own].lemma.lower()) in ("official", "court")
    return _whole(sentence, at, at, last, "asserted") if judges else None


def _way_told(sentence: SentenceView, at: int) -> Found | None:
    """ "The way the widow tells it, ..."."""
    words = [t.text.lower() for t in sentence.tokens[at : at + 2]]
    return _as_told(sentence, at + 1) if words == ["the", "way"] else None


def _so(sentence: SentenceView, at: int) -> Found | None:
    """ "“Come with the men,” so Pilk.": a name or office alone behind "so", as translations have it."""
    last = _phrase_end(sentence, at + 1)
    ends = at and all(t.text in _ENDS for t in sentence.tokens[last + 1 :])
    first = sentence.tokens[min(at + 1, len(sentence) - 1)]
    if not ends or last == at or not first.is_a(parts.NAME | parts.DETERMINER):
        return None
    return _whole(sentence, at, at, last, "asserted")


def _believed(sentence: SentenceView, at: int) -> Found | None:
    """ "If the widow is to be believed, ...", "to hear the widow tell it, ..."."""
    words = [t.text.lower() for t in sentence.tokens]
    first = at + 1 if words[at] == "if" else at + 2
    if words[at] == "to" and words[at + 1 : at + 2] != ["hear"]:
        return None
    last = _phrase_end(sentence, first)
    after = words[last + 1 : last + 5]
    heard = last + 2 if after[:2] == ["tell", "it"] else None
    stop = _right_end(words, last + 1) if words[at] == "if" else heard
    if stop is None or last < first:
        return None
    source = list(range(first, last + 1))
    return _found(sentence, at, (source, list(range(last + 1, stop + 1))), stop, "alleged")


_RIGHT = (
    ("is", "right"),
    ("are", "right"),
    ("is", "correct"),
    ("are", "correct"),
    ("has", "it", "right"),
    ("have", "it", "right"),
    ("got", "it", "right"),
)


def _right_end(words: Sequence[str], after: int) -> int | None:
    """The last word of "is to be believed", "has it right", "is correct"; None where none of them stands there."""
    if words[after : after + 1] in (["is"], ["are"]) and "believed" in words[after : after + 4]:
        return words.index("believed", after)
    known = next((p for p in _RIGHT if tuple(words[after : after + len(p)]) == p), None)
    return after + len(known) - 1 if known is not None else None


def _or_so(sentence: SentenceView, at: int) -> Found | None:
    """ "The sergeant shot him, or so the widow says."."""
    if at + 1 >= len(sentence) or sentence.tokens[at + 1].text.lower() != "so":
        return None
    told = _as_told(sentence, at + 1)
    return None if told is None else replace(told, content=spans_of(sentence, range(at)))


def _in_words_of(sentence: SentenceView, at: int) -> Found | None:
    """ "in the view of X, ...", "by X's account", "in X's telling"."""
    nouns = _phrases().get(sentence.tokens[at].text.lower(), {})
    noun = next((n for n in range(at + 1, min(len(sentence), at + 8)) if sentence.tokens[n].lemma.lower() in nouns
                 or sentence.tokens[n].text.lower() in nouns), None)  # fmt: skip
    if noun is None or not sentence.tokens[noun].is_a(parts.COMMON_NOUN):
        return None
    stance = nouns.get(sentence.tokens[noun].text.lower()) or nouns[sentence.tokens[noun].lemma.lower()]
    after = sentence.tokens[noun + 1].text.lower() if noun + 1 < len(sentence) else "."
    owner = sentence.owner(noun)
    if owner is not None and owner > at and sentence.tokens[owner].text.lower() not in _OURS:
        source = [
            n
            for n in range(at + 1, noun)
            if n in sentence.subtree(owner) and sentence.tokens[n].text not in ("'s", "’s", "’", "'")
        ]
        return (
            _placed(sentence, at, (source, [at, *range(max(source) + 1, noun + 1)]), noun, stance) if source else None
        )
    if after != "of" or sentence.tokens[at + 1].text.lower() not in ("the", "an", "a"):
        return None
    last = _phrase_end(sentence, noun + 2)
    source = list(range(noun + 2, last + 1))
    if not source or sentence.tokens[source[0]].text.lower() in _OURS:
        return None
    return _placed(sentence, at, (source, list(range(at, noun + 2))), last, stance)


def _placed(
    sentence: SentenceView, at: int, said: tuple[list[int], list[int]], last: int, stance: Stance
) -> Found | None:
    """Set apart by commas, or opening a sentence whose subject follows."""
    after = sentence.tokens[last + 1].text if last + 1 < len(sentence) else "."
    opens = at == 0 and last + 1 < len(sentence) and sentence.tokens[last + 1].is_a(_NAMING)
    return _found(sentence, at, said, last, stance) if after in _ENDS or opens else None


def _phrase_end(sentence: SentenceView, first: int) -> int:
    """The last token of the noun phrase that begins at a token."""
    last = first - 1
    while (
        last + 1 < len(sentence)
        and sentence.tokens[last + 1].is_a(_NAMING)
        and sentence.tokens[last + 1].text.lower() not in _RELATIVE
    ):
        last += 1
    while last >= first and sentence.tokens[last].is_a(parts.PREPOSITION):
        last -= 1
    return last


def _stretch(sentence: SentenceView, first: int, last: int) -> range:
    """What an aside may be told of: the sentence, up to a semicolon, and not what stands before "since, as X put it, ..."."""
    words = [t.text.lower() for t in sentence.tokens]
    opener = words[first - 2] if first > 1 and words[first - 1] == "," else words[first - 1] if first else ""
    marks = [n for n in range(first) if words[n] == ";"]
    start = first if opener in _CLAUSE_OPENERS else marks[-1] + 1 if marks else 0
    stop = next((n for n in range(last + 1, len(words)) if words[n] == ";"), len(words))
    return range(start, stop)


def _whole(sentence: SentenceView, at: int, cue: int, last: int, stance: Stance) -> Found | None:
    source = list(range(cue + 1, last + 1))
    after = sentence.tokens[last + 1].text if last + 1 < len(sentence) else "."
    return _found(sentence, at, (source, [cue]), last, stance) if source and after in _ENDS else None


def _found(
    sentence: SentenceView, at: int, said: tuple[list[int], list[int]], last: int, stance: Stance = "asserted"
) -> Found | None:
    """Everything before and behind the aside is what it is told of."""
    source, cue = said
    heads = [n for n in source if sentence.tokens[n].is_a(parts.NOUN | parts.PRONOUN)]
    if not heads or sentence.tokens[heads[0]].text.lower() in _OURS:
        return None
    own = next((n for n in heads if sentence.tokens[n].head not in source), heads[0])
    inside = {at, *source, *cue}
    content = [n for n in _stretch(sentence, min(inside), last) if not min(inside) <= n <= last]
    spans = spans_of(sentence, content)
    if not spans or not sentence.has_verb(content):
        return None
    return Found(
        sentence.sentence.index, cue[-1] if cue[-1] != at else at, own, spans_of(sentence, source),
        spans_of(sentence, cue), spans, stance, quoting=True,
    )  # fmt: skip
