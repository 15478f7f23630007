"""Quotations without a cue of their own: whose words go on in the same sentence, the same paragraph, the next one."""

from __future__ import annotations

from rashomon.lexicon.nouns import is_person_noun
from rashomon.model import parts
from rashomon.model.span import Span
from rashomon.stages.claims.attribution.cues import shows_speaking
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.attribution.quotations import Quotation
from rashomon.stages.claims.view import SentenceView, View


def who_speaks(view: View, speech: Quotation, by_cue: dict[tuple[int, int], Found]) -> Found | None:
    """Of "X said they did not know “for sure” how many came, “but we believe two”": who speaks in the sentence already."""
    sentence = view.sentence_at(speech.start)
    before = view.text[: speech.start].rstrip()[-1:]
    if sentence is None or before not in (",", ":", "–", "—"):
        return None
    held = (f for f in by_cue.values() if f.sentence == sentence.sentence.index and f.quoting and f.speaker is not None)
    return min(
        (f for f in held if f.start < speech.start and f.cue[0].end <= speech.start), key=_first_cue, default=None
    )


def goes_on_from(view: View, speech: Quotation, by_cue: dict[tuple[int, int], Found]) -> Found | None:
    """Of "Her lawyer told us that she was innocent. “She paid for guards.”": who is reported in the sentence right before."""
    sentence = view.sentence_at(speech.start)
    if sentence is None or sentence.sentence.start < speech.start or sentence.sentence.index == 0:
        return None
    before = view.sentences[sentence.sentence.index - 1].sentence
    if before.paragraph != speech.paragraph or before.block != "body":
        return None
    told = [f for f in by_cue.values() if f.sentence == before.index and f.quoting and not f.direct and f.source]
    last = max(told, key=_content_end, default=None)
    whole = last is not None and view.text[_content_end(last) : before.end].strip(" .\n") == ""
    alone = len({f.source for f in told}) == 1
    return last if whole and alone and last is not None and last.stance == "asserted" else None


def answers(view: View, speech: Quotation, last: Found | None) -> Found | None:
    """Of "Was the minister a suspect? “No. He is not.”": whoever was quoted last answers a question of the paper's own."""
    sentence = view.sentence_at(speech.start)
    if last is None or sentence is None or sentence.sentence.index == 0:
        return None
    before = view.sentences[sentence.sentence.index - 1]
    opens = sentence.sentence.start == speech.start and before.sentence.paragraph == speech.paragraph
    return last if opens and before.tokens[-1].text == "?" and before.sentence.block == "body" else None


def tells_before(view: View, speech: Quotation) -> Found | None:
    """Of "Dell shrugs. “It was petrol.”" and "Dell blames the guards: “They slept.”": who is shown speaking right before.

    The verb has to show it: one of speech or thought, or what a speaker does beside speaking. Behind a colon any verb will do.
    """
    end = len(view.text[: speech.start].rstrip())
    sentence = view.sentence_at(end - 1) if end else None
    if sentence is None or sentence.sentence.paragraph != speech.paragraph or sentence.sentence.block != "body":
        return None
    mark = sentence.token_at(end - 1)
    colon = sentence.tokens[mark].text == ":"
    at = _told_by(sentence, mark)
    if at is None or not (colon or sentence.tokens[mark].text == ".") or sentence.is_negated(at):
        return None
    subject, verb = sentence.doing_subject(at), sentence.tokens[at]
    if subject is None or not (colon or shows_speaking(verb)) or not _is_someone(view, sentence, subject):
        return None
    source = spans_of(sentence, [n for n in sentence.subtree(subject) if n < at])
    cue = (Span(verb.start, verb.end),)
    return Found(
        sentence.sentence.index, mark, subject, source, cue, (speech.span,), "asserted", direct=True, quoting=True
    )


def _told_by(sentence: SentenceView, end: int) -> int | None:
    """The main verb of what stands before a mark, whatever the parse hung it on ("laughs" may be taken for a noun)."""
    tokens = sentence.tokens[:end]
    verbs = [n for n, t in enumerate(tokens) if t.is_a(parts.VERB) or sentence.doing_subject(n) is not None]
    return next((n for n in verbs if not any(k in verbs for k in sentence.up(n))), None)


def _is_someone(view: View, sentence: SentenceView, at: int) -> bool:
    """True for a person, named, described or "he"."""
    token, mention = sentence.tokens[at], sentence.mention_at(at)
    if token.text.lower() in ("he", "she"):
        return True
    return is_person_noun(token) or (mention is not None and mention.head == at and mention.type == "person")


def _content_end(found: Found) -> int:
    return max(s.end for s in found.content)


def _first_cue(found: Found) -> int:
    return found.cue[0].start


def _is_whole_paragraph(view: View, speech: Quotation) -> bool:
    """True for a paragraph of nothing but one quotation: below another one it is the same speaker's, as print has it."""
    sentences = view.paragraphs[speech.paragraph]
    return bool(sentences) and (sentences[0].sentence.start, sentences[-1].sentence.end) == (speech.start, speech.end)


def carried_on(view: View, speech: Quotation, before: Quotation | None, carrier: Found | None) -> Found | None:
    """The attribution that a quotation without a cue of its own carries on."""
    if carrier is None or before is None:
        return None
    if before.open and speech.paragraph - before.paragraph <= 1:
        return carrier
    if speech.paragraph == before.paragraph + 1 and _is_whole_paragraph(view, speech):
        return carrier
    if speech.paragraph != before.paragraph:
        return None
    end = max(s.end for s in (*carrier.cue, *carrier.source, *carrier.content))
    around = view.sentences[carrier.sentence].sentence
    if around.start < end <= around.end:
        end = max(end, around.end)
    between = view.text[end : speech.start] if end <= speech.start else ""
    return carrier if len(between) <= 4 or not any(c.isalnum() for c in between) else None
