"""Direct speech: every quotation goes to the cue beside it, and carries on from the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.model import parts
from rashomon.model.claim import Stance
from rashomon.model.span import Span
from rashomon.stages.claims.attribution.carrying import answers, carried_on, goes_on_from, tells_before, who_speaks
from rashomon.stages.claims.attribution.colons import label_before
from rashomon.stages.claims.attribution.cues import Cue, speech_forms, verbs
from rashomon.stages.claims.attribution.extent import cue_tokens
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.attribution.marks import ALL, CLOSING, OPENING
from rashomon.stages.claims.attribution.quotations import Quotation, Quotations
from rashomon.stages.claims.attribution.sources import find_speaker
from rashomon.stages.claims.view import SentenceView, View

_NEAR = 14
_NOUN_WORDS = parts.NOMINAL | parts.BETWEEN_NOUNS | parts.PRONOUN


def quote_all(view: View, found: Sequence[Found], quotations: Quotations) -> list[Found]:
    """The attributions with whole quotations as content, and new ones for quotations that had none."""
    speeches = Quotations(q for q in quotations if q.speech)
    by_cue: dict[tuple[int, int], Found] = {}
    held: dict[int, tuple[int, int]] = {}
    for one in (_within_marks(f, quotations) for f in found):
        widened = _widen(_without_own_words(view, one, speeches), speeches)
        by_cue[one.sentence, one.at] = widened
        if widened.direct:
            for speech in _within(widened, speeches):
                held.setdefault(speech.start, (one.sentence, one.at))
    carrier: Found | None = None
    last: Found | None = None
    before: Quotation | None = None
    for speech in speeches:
        holder = by_cue.get(held[speech.start]) if speech.start in held else None
        if holder is None:
            holder = _beside(view, speech, by_cue) or label_before(view, speech)
            holder = holder or carried_on(view, speech, before, carrier)
            holder = (
                holder
                or goes_on_from(view, speech, by_cue)
                or answers(view, speech, last)
                or tells_before(view, speech)
            )
            if holder is not None:
                holder = _with(holder, speech)
                by_cue[holder.sentence, holder.at] = holder
        carrier, before, last = holder, speech, holder or last
    return list(by_cue.values())


def _within_marks(found: Found, quotations: Quotations) -> Found:
    """Of "the clerk said they “believe that he left” before he hung up": what is said within marks ends with them."""
    held = next((q for c in found.cue for q in quotations.touching(c.start, c.end)), None)
    if held is None or held.open or not held.start < found.cue[0].start < held.end:
        return found
    inside = [Span(s.start, min(s.end, held.end)) for s in found.content if held.start < s.start < held.end]
    return replace(found, content=tuple(inside)) if inside else found


def _without_own_words(view: View, found: Found, speeches: Quotations) -> Found:
    """A denial without the quotation behind its colon: “rejects the charge: "Nine were there"” denies the charge alone."""
    if found.stance != "denied":
        return found
    own = [speech for speech in _within(found, speeches) if _colon_before(view, speech) is not None]
    left = tuple(s for s in found.content if not any(q.start <= s.start and s.end <= q.end for q in own))
    return replace(found, content=left) if left else replace(found, stance="asserted") if own else found


def _within(found: Found, speeches: Quotations) -> list[Quotation]:
    """The quotations that a content runs into."""
    return [speech for span in found.content for speech in speeches.touching(span.start, span.end)]


def _widen(found: Found, speeches: Quotations) -> Found:
    """A content that runs into a quotation takes the whole of it."""
    for speech in _within(found, speeches):
        if any(speech.span.touches(s) for s in (*found.cue, *found.source)):
            continue
        inside = any(s.start <= speech.start and speech.end <= s.end for s in found.content)
        if inside and not found.quoting:
            continue
        found = found if inside else _with(found, speech)
        found = replace(found, direct=found.quoting)
    return found


def _with(found: Found, speech: Quotation) -> Found:
    """The attribution with a quotation added to its content; touching ranges become one."""
    merged: list[Span] = []
    for span in sorted((*found.content, speech.span)):
        if merged and span.start <= merged[-1].end + 1:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return replace(found, content=tuple(merged), direct=True)


def _beside(view: View, speech: Quotation, by_cue: dict[tuple[int, int], Found]) -> Found | None:
    """The attribution of the cue that stands right after or right before a quotation."""
    for sentence, at in (_cue_after(view, speech), _cue_before(view, speech)):
        if sentence is None:
            continue
        known = by_cue.get((sentence.sentence.index, at))
        if known is not None and not known.direct and _is_closed(view, speech) and known.start >= speech.end:
            continue
        if known is not None and known.stance == "denied" and (colon := _colon_before(view, speech)) is not None:
            held = replace(known, at=colon, cue=(Span(sentence.tokens[colon].start, sentence.tokens[colon].end),))
            return replace(held, content=(speech.span,), stance="asserted", direct=True)
        return known or _new(sentence, at, speech)
    return who_speaks(view, speech, by_cue)


def _colon_before(view: View, speech: Quotation) -> int | None:
    """The token of the colon right before a quotation: "denies having met him: “I was at home”" denies in its own words."""
    at = speech.start - 1
    while at > 0 and view.text[at] in " \t":
        at -= 1
    sentence = view.sentence_at(at)
    return sentence.token_at(at) if sentence is not None and view.text[at] == ":" else None


def _is_closed(view: View, speech: Quotation) -> bool:
    """True for a quotation that ends as a sentence: what follows starts afresh."""
    return view.text[speech.start : speech.end].rstrip(ALL + " ")[-1:] in (".", "!", "?")


def _lemma(sentence: SentenceView, at: int) -> str | None:
    token = sentence.tokens[at]
    lemma = token.lemma.lower()
    if token.is_a(parts.MAIN_VERB) and lemma in verbs() and verbs()[lemma].frames & {"q", "c"}:
        return lemma
    if token.is_a(parts.NOUN) and token.text[0].isupper() and at < 2:
        return speech_forms().get(token.text.lower())
    if token.is_a(parts.PLURAL_NOUN) and at and sentence.tokens[at - 1].text in CLOSING:
        return speech_forms().get(token.text.lower())
    return None


def _ends_sentence(view: View, speech: Quotation) -> bool:
    """ "..., to warn him that “they are here”. The mayor denies it": a full stop behind the mark, words before it."""
    sentence = view.sentence_at(speech.start)
    return sentence is not None and sentence.sentence.start < speech.start


def _cue_after(view: View, speech: Quotation) -> tuple[SentenceView | None, int]:
    at = speech.end
    while at < len(view.text) and view.text[at] in " \t,.":
        at += 1
    if "." in view.text[speech.end : at] and _ends_sentence(view, speech):
        return None, 0
    sentence = view.sentence_at(at)
    if sentence is None or sentence.sentence.paragraph != speech.paragraph:
        return None, 0
    first = sentence.token_at(at)
    for n in range(first, min(first + _NEAR, len(sentence))):
        token = sentence.tokens[n]
        if token.text in OPENING | {":", ";"} or (token.text == "." and n > first):
            break
        if _lemma(sentence, n) and (n == first or not _clause_between(sentence, first, n)):
            return sentence, n
        if n == first and token.is_a(parts.PLURAL_NOUN) and _name_follows(sentence, n):
            return sentence, n
    return None, 0


def _name_follows(sentence: SentenceView, at: int) -> bool:
    """True for a verb right behind a quotation that the tagger took for a noun: "estimates on the contrary Ana Dell"."""
    after = sentence.tokens[at + 1 : at + 5]
    return sentence.tokens[at].text.lower() in speech_forms() and any(t.is_a(parts.NAME) for t in after)


def _clause_between(sentence: SentenceView, first: int, verb: int) -> bool:
    """True where another finite verb stands between, outside a relative clause of the speaker's."""
    speaker = sentence.doing_subject(verb)
    if speaker is None or speaker < first:
        return any(t.is_a(parts.MAIN_VERB) for t in sentence.tokens[first:verb])
    return sentence.subtree(speaker)[0] > first + 2


def _cue_before(view: View, speech: Quotation) -> tuple[SentenceView | None, int]:
    at = speech.start - 1
    while at >= 0 and view.text[at] in " \t\n":
        at -= 1
    sentence = view.sentence_at(at) if at >= 0 else None
    if sentence is None:
        return None, 0
    last = sentence.token_at(at)
    if sentence.tokens[last].text not in (",", ":", "that") and not _lemma(sentence, last):
        return None, 0
    for n in range(last, max(-1, last - _NEAR), -1):
        if sentence.tokens[n].text in CLOSING | {";", "."}:
            break
        if _lemma(sentence, n) and not _is_done_before(sentence, n):
            return sentence, n
    return None, 0


def _is_done_before(sentence: SentenceView, at: int) -> bool:
    """ "denies having known him: ...": the words are those of the denial."""
    return any(sentence.tokens[n].text.lower() == "having" for n in sentence.helpers(at))


def _new(sentence: SentenceView, at: int, speech: Quotation) -> Found | None:
    speaker, source = find_speaker(sentence, at)
    if speaker is None or any(speech.start <= sentence.tokens[n].start < speech.end for n in source):
        above = _who_does(sentence, at)
        speaker, source = above if above[0] is not None else _nearest_name(sentence, at, speech)
    said = [n for n in cue_tokens(sentence, at, set(), []) if not _inside(sentence, n, speech)]
    lemma = _lemma(sentence, at)
    if speaker is None or lemma is None:
        return None
    return Found(
        sentence.sentence.index,
        at,
        speaker,
        spans_of(sentence, set(source) - set(said)),
        spans_of(sentence, said),
        (speech.span,),
        _in_own_words(verbs()[lemma]),
        direct=True,
        quoting=True,
    )


def _in_own_words(cue: Cue) -> Stance:
    """The stance of what is quoted beside a word: “I was at home,” he denied, says that he was at home."""
    own = cue.stance == "denied" or (cue.group == "say" and cue.stance == "possible")
    return "asserted" if own else cue.stance


def _who_does(sentence: SentenceView, at: int) -> tuple[int | None, list[int]]:
    """ "X phoned Y in order to warn him: ...": whose purpose an infinitive is."""
    if not any(sentence.tokens[n].text.lower() == "to" for n in sentence.helpers(at)):
        return None, []
    above = next((n for n in sentence.up(at) if sentence.tokens[n].is_a(parts.MAIN_VERB)), None)
    return find_speaker(sentence, above) if above is not None else (None, [])


def _inside(sentence: SentenceView, n: int, speech: Quotation) -> bool:
    return speech.start <= sentence.tokens[n].start < speech.end


def _nearest_name(sentence: SentenceView, at: int, speech: Quotation) -> tuple[int | None, list[int]]:
    """The noun phrase beside the verb, where the parse has no subject: after it, else before it."""
    after = [n for n in range(at + 1, len(sentence)) if not _inside(sentence, n, speech)]
    before = [n for n in range(at - 1, -1, -1) if not _inside(sentence, n, speech)]
    for side in (_past_aside(sentence, after), before):
        run: list[int] = []
        if side and sentence.tokens[side[0]].is_a(parts.PREPOSITION):
            continue
        for n in side:
            word = sentence.tokens[n].is_a(_NOUN_WORDS) or sentence.tokens[n].text == "-"
            if not word or (run and abs(n - run[-1]) > 1):
                break
            run.append(n)
        run.sort()
        own = next((k for k, n in enumerate(run) if k and sentence.tokens[n].is_a(parts.PREPOSITION)), len(run))
        heads = [n for n in run[:own] if sentence.tokens[n].is_a(parts.NOUN | parts.PRONOUN)]
        if heads:
            name = _name_after(sentence, run[-1] + 1) if side is not before else []
            return (name or heads)[-1], [*run, *(range(run[-1] + 1, name[-1] + 1) if name else ())]
    return None, []


def _name_after(sentence: SentenceView, comma: int) -> list[int]:
    """The name behind a role and a comma: "the director of the clinic, Ofelia Barrow"."""
    if comma >= len(sentence) or sentence.tokens[comma].text != ",":
        return []
    last = comma
    while last + 1 < len(sentence) and sentence.tokens[last + 1].is_a(parts.NAME):
        last += 1
    ends = last + 1 >= len(sentence) or sentence.tokens[last + 1].text in (",", ".", ";")
    return list(range(comma + 1, last + 1)) if ends else []


def _past_aside(sentence: SentenceView, after: list[int]) -> list[int]:
    """What follows the verb behind "to REUTERS", "on Monday", "on the contrary", where a noun phrase comes then."""
    tokens = sentence.tokens
    if not after or tokens[after[0]].text.lower() not in ("to", "on", "in", "for"):
        return after
    for k, n in enumerate(after[1:6], start=1):
        opens = tokens[n].is_a(parts.DETERMINER) or tokens[n].text.lower() in ("its", "their")
        if k > 1 and tokens[n].is_a(parts.NAME) and not tokens[n - 1].is_a(parts.NAME):
            return after[k:]
        if k > 1 and opens and not tokens[n - 1].is_a(parts.PREPOSITION):
            return after[k:]
    return after
