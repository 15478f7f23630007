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
