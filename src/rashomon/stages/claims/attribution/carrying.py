"""Quotations without a cue of their own: whose words go on in the same sentence, the same paragraph, the next one."""

from __future__ import annotations

from rashomon.stages.claims.attribution.found import Found
from rashomon.stages.claims.attribution.quotations import Quotation
from rashomon.stages.claims.view import View


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
