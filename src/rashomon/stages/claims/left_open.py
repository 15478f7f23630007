"""What a text leaves open: "whether he paid is not known", "nobody can say whether", "that he met her, the judges did not hold proved"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.lexicon import word_set
from rashomon.lexicon.operators import class_of
from rashomon.model import parts
from rashomon.model.claim import ChainLink, Subject, Value
from rashomon.model.span import Quote
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.attribution.speakers import describe
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.view import SentenceView, View

_KNOWING = frozenset(
    {"know", "evidence", "say", "report", "admit", "ask", "certain", "believe", "judge", "true", "notion"}
)
_NEGATING = frozenset(
    {"not", "n't", "n’t", "never", "no", "nobody", "none", "neither", "nor", "hardly", "yet", "without"}
)
_NOBODY = frozenset(
    {"we", "i", "nobody", "no", "none", "it", "one", "this", "that", "there", "what", "who", "he", "she", "they", "you"}
)
_LONG = 3


def find_left_open(view: View, told: Told) -> tuple[Draft, ...]:
    """An unconfirmed statement for every clause that the words around it leave open."""
    found = []
    for sentence, inside, rest in _clauses(view):
        first, last = inside[0], inside[-1]
        while last > first and not sentence.tokens[last].text[0].isalnum():
            last -= 1
        quote = Quote.cut(view.text, sentence.tokens[first].start, sentence.tokens[last].end)
        at = next((n for n in inside if sentence.tokens[n].is_a(parts.VERB)), first)
        subject = sentence.subject(at)
        about = view.referent_at(sentence, subject) if subject is not None else None
        occurrence = told.occurrence_at(quote.start, quote.end)
        of = Subject(occurrence.id if occurrence else None, about.id if about else None)
        links = _links(view, sentence, rest)
        found.append(
            Draft(
                "statement",
                quote,
                sentence.tokens[at].start,
                of,
                Value(text=quote.quote),
                "left-open",
                "unconfirmed",
                links,
            )
        )
    return tuple(found)


def opened_first(view: View) -> Iterator[tuple[int, int, int, int]]:
    """Start and end of each clause left open that opens its sentence, and of the word that leaves it so."""
    for sentence, inside, rest in _clauses(view):
        if inside[0] < rest[0]:
            by = next(n for n in rest if _leaves_open(sentence, [*rest]) and sentence.tokens[n].text[0].isalnum())
            token = sentence.tokens[by]
            yield sentence.tokens[inside[0]].start, sentence.tokens[inside[-1]].end, token.start, token.end


def _clauses(view: View) -> Iterator[tuple[SentenceView, Sequence[int], Sequence[int]]]:
    """Each clause left open, as tokens, with the words that leave it open."""
    for sentence in view.sentences:
        if sentence.sentence.block != "body" or sentence.tokens[-1].text == "?":
            continue
        for n, (word, token) in enumerate(zip(sentence.words, sentence.tokens, strict=True)):
            if word == "whether" or (word == "that" and n == 0 and token.is_a(parts.CLAUSE_OPENER)):
                found = _preposed(sentence, n) if _opens(sentence, n) else _behind(sentence, n)
                if found is not None and len(found[0]) >= _LONG:
                    yield sentence, *found
                break


def _opens(sentence: SentenceView, n: int) -> bool:
    return n == 0 or (n == 1 and sentence.tokens[0].text.lower() in ("and", "but"))


def _preposed(sentence: SentenceView, n: int) -> tuple[range, range] | None:
    """ "Whether he paid, the police could not say": up to the comma, or the verb, before the words that leave it open."""
    size = len(sentence)
    clause = sentence.tokens[n].head
    whole = sentence.subtree(clause)
    ends = [k for k in range(n + _LONG, size - 1) if sentence.tokens[k].text == ","]
    stops = [k for k in ends if _leaves_open(sentence, range(k + 1, size)) and not _tells_aside(sentence, k)]
    if whole and whole[-1] < size - 2 and _leaves_open(sentence, range(whole[-1] + 1, size)):
        stops.insert(0, whole[-1] + 1)
    if not stops:
        return None
    stop = stops[0]
    last = stop - 1 if sentence.tokens[stop - 1].text != "," else stop - 2
    as_told = next((k for k in ends if k < stop and sentence.tokens[k + 1].text.lower() == "as"), None)
    return range(n + 1, (as_told if as_told is not None else last + 1)), range(stop, size)


def _tells_aside(sentence: SentenceView, comma: int) -> bool:
    """Of ", as police had claimed, the judges ...": the first comma opens an aside."""
    return sentence.tokens[comma + 1].text.lower() in ("as", "who", "which", "in", "of", "and", "or")


def _behind(sentence: SentenceView, n: int) -> tuple[range, range] | None:
    """ "Nobody knows whether he paid": to the end of the clause."""
    if not _leaves_open(sentence, range(n)):
        return None
    stop = next(
        (k for k in range(n + 1, len(sentence)) if sentence.tokens[k].text in (";", ":", "”", '"', ".")), len(sentence)
    )
    return range(n + 1, stop), range(n)


def _leaves_open(sentence: SentenceView, rest: Sequence[int]) -> bool:
    tokens = [sentence.tokens[k] for k in rest]
    if any(class_of(t.lemma.lower(), "A") == "unclear" for t in tokens):
        return True
    words = {t.text.lower() for t in tokens} | {t.lemma.lower() for t in tokens}
    if "open" in words and words & {"leave", "remain", "stay", "be"}:
        return True
    known = words & word_set("left_open.open") or any(
        class_of(t.lemma.lower(), kind) in _KNOWING for t in tokens for kind in ("V", "A")
    )
    return bool(known) and (bool(words & _NEGATING) or "question" in words)


def _links(view: View, sentence: SentenceView, rest: Sequence[int]) -> tuple[ChainLink, ...]:
    """Who cannot say, as a link: "the police could not say"."""
    verb = next(
        (k for k in rest if sentence.tokens[k].is_a(parts.MAIN_VERB) and sentence.doing_subject(k) in rest), None
    )
    subject = sentence.doing_subject(verb) if verb is not None else None
    if subject is None or verb is None or sentence.tokens[subject].text.lower() in _NOBODY:
        return ()
    cls = class_of(sentence.tokens[verb].lemma.lower(), "V")
    if cls not in _KNOWING and sentence.tokens[verb].lemma.lower() not in word_set("left_open.open"):
        return ()
    source = [k for k in sentence.subtree(subject) if k in rest]
    if any(sentence.tokens[k].text.lower() in ("no", "not") for k in source):
        return ()
    cue = sentence.quote(verb, verb)
    found = Found(sentence.sentence.index, verb, subject, spans_of(sentence, source), (), (), "asserted")
    name, kind, who = describe(view, found)
    return (ChainLink(name, kind, who, cue),) if name else ()
