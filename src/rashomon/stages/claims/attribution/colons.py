"""Attributions by punctuation: "Police: two dead", "Two dead: police", "MARA: We left.", a quotation and "— Mara"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rashomon.model import parts
from rashomon.model.span import Span
from rashomon.stages.claims.attribution.cues import kinds, speech_forms
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.attribution.headings import words_of
from rashomon.stages.claims.attribution.marks import OPENING
from rashomon.stages.claims.attribution.quotations import Quotation
from rashomon.stages.claims.view import SentenceView, View
from rashomon.text.fold import fold_words

_LABEL = 6
_SMALL = 3
_PREDICATES = frozenset({"behind", "dead", "guilty", "responsible", "innocent", "alive"})
"""Words that say something of somebody in a headline without a verb."""
_DASHES = frozenset({"-", "--", "–", "—", "―"})


def find_by_colon(view: View) -> list[Found]:
    """The attributions of labels before a colon, at a paragraph's start, and after one, at a headline's end."""
    found = []
    labels = Counter(
        before.text
        for sentences in view.paragraphs
        for before, colon in zip(sentences[0].tokens[:2], sentences[0].tokens[1:3], strict=False)
        if colon.text == ":"
    )
    for sentences in view.paragraphs:
        for one in (
            _label(view, sentences, labels),
            _tail(view, sentences[0]) if sentences else None,
            *_announced(view, sentences),
        ):
            if one is not None:
                found.append(one)
    return found


def _label(view: View, sentences: Sequence[SentenceView], labels: Counter[str]) -> Found | None:
    """ "NAME: what is said", to the end of the paragraph."""
    if not sentences:
        return None
    first = sentences[0]
    colon = next((n for n, t in enumerate(first.tokens[: _LABEL + 1]) if t.text == ":"), None)
    words = range(1 if first.tokens[0].text in OPENING else 0, colon or 0)
    if not colon or not words:
        return None
    label = first.tokens[words[0]].text
    if first.sentence.block == "body" and _is_place(view, first, colon - 1):
        return None  # "DHAKA: ..." tells where a report was written
    if any(first.tokens[n].text.lower() in words_of("notes") for n in words):
        return None  # "Editor's note: ..." is the outlet's own
    spoken = len(words) == 1 and labels[label] > 1 and label.isupper()
    headline = first.sentence.block == "headline"
    answers = not headline and _is_asked(view, first) and all(first.tokens[n].text[0].isupper() for n in words)
    if (
        not spoken
        and not answers
        and not _names(first, words, headline)
        and not (headline and _is_speaking(view, first, colon))
    ):
        return None
    start, end = first.tokens[colon].end, sentences[-1].sentence.end
    asked = headline and view.text[start:end].rstrip().endswith("?")
    if asked or not view.text[start:end].strip():
        return None  # "Ana Dell: was she shot?" is about her
    while view.text[start].isspace():
        start += 1
    return _found(first, colon, list(words), (Span(start, end),))


def _is_asked(view: View, first: SentenceView) -> bool:
    """True for a paragraph below one that ends with a question: "Mara Dell: ..." answers it."""
    number = first.sentence.index - 1
    return number >= 0 and view.sentences[number].tokens[-1].text == "?"


def _is_place(view: View, sentence: SentenceView, at: int) -> bool:
    referent = view.referent_at(sentence, at)
    named = referent is not None and referent.named
    return referent.type == "place" if named and referent is not None else sentence.tokens[at].ent.endswith("GPE")


def label_before(view: View, speech: Quotation) -> Found | None:
    """ "Mara Dell: “...”", "From mayor Mara Dell:" and the quotation below: whom the words before the colon name."""
    at = speech.start - 1
    while at > 0 and view.text[at].isspace():
        at -= 1
    sentence = view.sentence_at(at) if at > 0 and view.text[at] == ":" else None
    if sentence is None:
        return None
    colon = sentence.token_at(at)
    first = 1 if sentence.tokens[0].text.lower() in ("from", "by") else 0
    words = range(first, colon)
    if not words or len(words) > _LABEL + first or sentence.has_verb(words):
        return None
    mention = sentence.mention_at(colon - 1)
    person = mention is not None and mention.form == "name" and mention.type in ("person", "organization")
    return _found(sentence, colon, list(words), (speech.span,)) if person or _names(sentence, words, False) else None


def _is_speaking(view: View, sentence: SentenceView, colon: int) -> bool:
    """True for a known person's name before a colon and a clause: "Dell: We were warned", not "Dell: a life"."""
    referent = view.referent_at(sentence, colon - 1)
    if referent is None or referent.type not in ("person", "organization"):
        return False
    return _has_clause(sentence, colon)


def _has_clause(sentence: SentenceView, colon: int) -> bool:
    return any(
        t.is_a(parts.VERB) and not t.is_a(parts.OF_A_NOUN | parts.ADVERBIAL_CLAUSE | parts.QUALIFYING)
        for t in sentence.tokens[colon + 1 :]
    )


def _is_someone(view: View, sentence: SentenceView, at: int) -> bool:
    """True for the name of a person whom the text knows, or the parser, as the last word of a headline."""
    token = sentence.tokens[at]
    referent = view.referent_at(sentence, at)
    person = referent is not None and referent.type == "person"
    return token.is_a(parts.NAME) and (person or token.ent.endswith("PERSON"))


def _tail(view: View, sentence: SentenceView) -> Found | None:
    """ "what is said: NAME" as the whole of a headline."""
    if sentence.sentence.block not in ("headline", "subhead"):
        return None
    last = len(sentence) - 1
    marks = [n for n in range(last) if sentence.tokens[n].text in (":", *_DASHES) and last - n <= 4]
    if not marks or marks[-1] < 3:
        return None
    mark = marks[-1]
    source = range(mark + 1, last + 1)
    known = _is_someone(view, sentence, last) or _is_tagged(view, sentence, mark, last)
    if not known and not (
        any(sentence.tokens[n].text.lower() in kinds() for n in source) and _names(sentence, source, True)
    ):
        return None
    return _found(sentence, mark, list(source), spans_of(sentence, range(mark)))


def _is_tagged(view: View, sentence: SentenceView, mark: int, last: int) -> bool:
    """ "Army behind market raid – Venic": a name or a capital behind a clause in lower case, and not the outlet's own tag."""
    tokens = sentence.tokens
    tail = [t.text for t in tokens[mark + 1 : last + 1]]
    lower = any(t.text.islower() and len(t.text) > _SMALL for t in tokens[:mark])
    clause = _has_verb(sentence, range(1, mark)) or any(t.text in _PREDICATES for t in tokens[1:mark])
    own = fold_words(" ".join(tail)) == fold_words(view.document.publisher or "")
    return lower and clause and not own and all(word[:1].isupper() and word.isalpha() for word in tail)


def _names(sentence: SentenceView, tokens: range, headline: bool) -> bool:
    """True for the label of a speaker: a name, a body, "police"; not for a subject heading."""
    words = [sentence.tokens[n] for n in tokens]
    if words[0].is_a(parts.PREPOSITION) and words[0].text.lower() not in ("from", "by"):
        return False  # "For immediate release:"
    if any(t.is_a(parts.VERB | parts.NUMBER) or t.text in OPENING for t in words):
        return False
    head = next((t for t in reversed(words) if t.is_a(parts.NOUN)), words[-1])
    if head.text.lower() in kinds() and head.is_a(parts.NOUN):
        return True
    named = head.ent.endswith(("PERSON", "ORG")) and (headline or len(words) <= 4) and not head.text.isupper()
    return named and (not headline or _has_clause(sentence, tokens[-1] + 1))


def _announced(view: View, sentences: Sequence[SentenceView]) -> list[Found]:
    """ "X added:" with what is said in the paragraph below, without quotation marks."""
    if not sentences or sentences[-1].tokens[-1].text != ":":
        return []
    last = sentences[-1]
    number = last.sentence.index + 1
    if number >= len(view.sentences):
        return []
    below = [s for s in view.sentences[number : number + 12] if s.sentence.paragraph == last.sentence.paragraph + 1]
    at = len(last) - 2
    if not below or at < 1 or below[0].tokens[0].text in OPENING:
        return []
    speaker = last.doing_subject(at)
    if last.tokens[at].text.lower() not in speech_forms() or speaker is None:
        return []
    content = (Span(below[0].sentence.start, below[-1].sentence.end),)
    found = Found(
        last.sentence.index, at, speaker, spans_of(last, last.subtree(speaker)),
        spans_of(last, [at]), content, "asserted", direct=True,
    )  # fmt: skip
    return [found]


def find_signatures(view: View, quotations: Sequence[Quotation]) -> list[Found]:
    """A quotation with a dash and a name after it, in its own or the next paragraph."""
    found = []
    for speech in quotations:
        at = speech.end
        while at < len(view.text) and view.text[at] in " \n\t":
            at += 1
        sentence = view.sentence_at(at)
        if not speech.speech or sentence is None or view.text[at] not in "-–—―":
            continue
        dash = sentence.token_at(at)
        rest = [n for n in range(dash + 1, len(sentence)) if sentence.tokens[n].text not in _DASHES]
        if rest and len(rest) <= 14 and sentence.tokens[rest[0]].is_a(parts.NAME) and not _has_verb(sentence, rest):
            found.append(_found(sentence, dash, rest, (speech.span,)))
    return found


def _has_verb(sentence: SentenceView, tokens: Sequence[int]) -> bool:
    return sentence.has_verb(tokens)


def _found(sentence: SentenceView, mark: int, source: list[int], content: tuple[Span, ...]) -> Found:
    heads = [n for n in source if sentence.tokens[n].is_a(parts.NOUN)]
    comma = next((n for n in source if sentence.tokens[n].text in (",", "(")), source[-1] + 1)
    named = [n for n in heads if n < comma] or heads or source
    token = sentence.tokens[mark]
    return Found(
        sentence.sentence.index, mark, named[-1], spans_of(sentence, source),
        (Span(token.start, token.end),), content, "asserted", direct=True,
    )  # fmt: skip
