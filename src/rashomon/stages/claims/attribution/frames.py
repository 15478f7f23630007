"""Sentences that only announce what is said next: "Ana Dell gave this account. ...", "The witness went on: ..."."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model import parts
from rashomon.model.span import Span
from rashomon.stages.claims.attribution.cues import verbs
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.attribution.marks import OPENING
from rashomon.stages.claims.attribution.sources import find_speaker
from rashomon.stages.claims.view import SentenceView, View

_GIVES = frozenset({"give", "tell", "offer", "provide", "present", "make", "issue", "publish", "release"})
_TOLD = frozenset({"account", "story", "version", "statement", "description", "explanation", "testimony", "evidence"})
_ESTABLISHES = frozenset({"establish", "find", "relate", "recount", "know"})
_ON = frozenset({"continue", "testify", "recount", "relate", "depose", "state", "conclude"})
_MOST = 12


def find_by_frame(view: View) -> list[Found]:
    """The attributions of such sentences: what follows them in the paragraph, or the next paragraph, is theirs."""
    found = []
    for number, sentence in enumerate(view.sentences):
        if sentence.sentence.block != "body" or len(sentence) > 40:
            continue
        one = _announced(view, sentence, number) or _colon(view, sentence, number)
        if one is not None:
            found.append(one)
    return found


def _announced(view: View, sentence: SentenceView, number: int) -> Found | None:
    """ "X gave this account.", "What X establishes is this.", "This is what X told us."."""
    at = _frame_verb(sentence)
    if at is None:
        return None
    speaker, source = find_speaker(sentence, at)
    content = _following(view, number + 1, sentence.sentence.paragraph)
    if speaker is None or content is None or sentence.tokens[speaker].text.lower() in ("i", "we", "it", "this", "that"):
        return None
    return Found(
        number, at, speaker, spans_of(sentence, source), spans_of(sentence, [at]), (content,), "asserted", direct=True
    )


def _frame_verb(sentence: SentenceView) -> int | None:
    """The verb of saying whose words come next; None for other sentences."""
    root = sentence.root()
    tokens = sentence.tokens
    last = tokens[-2].text.lower() if len(tokens) > 2 else ""
    if tokens[-1].text not in (".", ":"):
        return None
    thing = sentence.object_of(root)
    if thing is not None and thing >= len(tokens) - 3 and tokens[root].lemma.lower() in _GIVES:
        return root if tokens[thing].lemma.lower() in _TOLD and _points_on(sentence, thing) else None
    if tokens[root].lemma.lower() != "be":
        return None
    opening, third = tokens[0].text.lower(), tokens[min(2, len(tokens) - 1)].text.lower()
    if (opening == "what" and last in ("this", "following")) or (opening in ("this", "here") and third == "what"):
        return next((n for n in range(1, len(tokens)) if n != root and _says(sentence, n)), None)
    return None


def _points_on(sentence: SentenceView, thing: int) -> bool:
    """True for "this account", "the following account"."""
    return any(sentence.tokens[n].text.lower() in ("this", "following") for n in sentence.children[thing])


def _says(sentence: SentenceView, n: int) -> bool:
    token = sentence.tokens[n]
    lemma = token.lemma.lower()
    known = verbs().get(lemma)
    return token.is_a(parts.MAIN_VERB) and (
        lemma in _ESTABLISHES or (known is not None and known.group in ("say", "show"))
    )


def _colon(view: View, sentence: SentenceView, number: int) -> Found | None:
    """ "The witness continued: The men came. They shot him.": the sentences behind the first are the witness's too."""
    colon = next((n for n, t in enumerate(sentence.tokens[:16]) if t.text == ":"), None)
    if colon is None or colon < 2 or colon + 1 >= len(sentence):
        return None
    after = sentence.tokens[colon + 1]
    if after.text in OPENING or not after.text[0].isupper():
        return None
    at = next((n for n in range(colon - 1, 0, -1) if sentence.tokens[n].lemma.lower() in _ON), None)
    content = _following(view, number + 1, sentence.sentence.paragraph)
    if at is None or content is None or not sentence.tokens[at].is_a(parts.MAIN_VERB):
        return None
    speaker, source = find_speaker(sentence, at)
    if speaker is None:
        return None
    whole = Span(after.start, content.end)
    return Found(
        number,
        at,
        speaker,
        spans_of(sentence, source),
        spans_of(sentence, range(at, colon + 1)),
        (whole,),
        "asserted",
        direct=True,
    )


def _following(view: View, number: int, paragraph: int) -> Span | None:
    """The sentences that follow in the paragraph; where none do, the next paragraph; None where a quotation opens."""
    here = _in_paragraph(view, number, paragraph) or _in_paragraph(view, number, paragraph + 1)
    if not here or here[0].tokens[0].text in OPENING or here[0].sentence.block != "body":
        return None
    return Span(here[0].sentence.start, here[-1].sentence.end)


def _in_paragraph(view: View, number: int, paragraph: int) -> Sequence[SentenceView]:
    below = view.sentences[number : number + _MOST]
    return [s for s in below if s.sentence.paragraph == paragraph]
