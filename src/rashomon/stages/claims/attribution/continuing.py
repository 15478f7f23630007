"""Whose voice goes on: "he added", "it claimed", "the witness also said" are those who spoke just before.

Only where the one before fits in number and gender and nobody else stands between; else the pronoun stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rashomon.lexicon.nouns import is_person_noun
from rashomon.model import parts
from rashomon.model.claim import Attribution, LinkKind
from rashomon.model.span import Quote
from rashomon.stages.claims.attribution.agreement import (
    POSSESSIVE,
    SINGULAR,
    fits,
    head_of,
    is_dead,
    pronoun_of,
    voice_words,
)
from rashomon.stages.claims.attribution.cues import verb_cue
from rashomon.stages.claims.attribution.described import described, is_known_name
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.attribution.several import of_several, papers_before, several_before
from rashomon.stages.claims.attribution.speakers import describe
from rashomon.stages.claims.attribution.spoken_of import paper_before
from rashomon.stages.claims.attribution.told_before import Before, gap_of, paragraph_of, sentence_of, start_of
from rashomon.stages.claims.view import SentenceView, View

_PLAIN = frozenset({"said", "says", "added", "adds", "continued", "continues", "adding", "saying"})
_GOES_ON = frozenset({"also", "added", "adding", "adds", "further", "continued"})
_SUBJECTS = parts.SUBJECT
_RELATIVE = frozenset({"who", "which", "that", "whom", "it", "they"})
_PARAGRAPHS = 2
_BACK = 5
"""Sentences back through which "he ... he ... he said" may go to whom the first speaks of."""
_KNOWN: tuple[LinkKind, ...] = ("official", "witness")


def carry_speakers(view: View, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, a pronoun or bare description as source given whom it goes on for, where that is safe."""
    done: dict[str, Attribution] = {}
    origins: dict[str, Attribution] = {}
    speaker = where = None
    for one in attributions:
        before = Before(speaker, where, origins.values())
        meant = _meant(view, one, done.get(one.parent or ""), origins.get(one.parent or ""), before)
        done[one.id] = one if meant is None else replace(one, name=meant.name, kind=meant.kind, speaker=meant.speaker)
        origins[one.id] = meant or one
        if one.parent is None and one.source and (meant is not None or pronoun_of(one) is None or one.speaker):
            speaker, where = origins[one.id], one
    return _known_kinds(tuple(done.values()))


def _meant(
    view: View, one: Attribution, holder: Attribution | None, above: Attribution | None, before: Before
) -> Attribution | None:
    """The earlier speaker whom the source of an attribution means, or None.

    `holder` is the attribution that holds it; `above` the one whose source tells who its speaker is.
    """
    pronoun = pronoun_of(one)
    if pronoun is None and (several := of_several(view, one)) is not None:
        return several
    if pronoun is None:
        return described(view, one, before) if not is_known_name(view, one) else None
    quoted = holder is not None and holder.direct
    own = quoted and one.speaker is not None and one.speaker == (holder.speaker if holder else None)
    if is_known_name(view, one) and not own:
        return before.speaker if above is None and _keeps_on(view, one, before, pronoun) else None
    if pronoun in POSSESSIVE:
        return _owner(view, one, pronoun)
    if holder is not None and quoted and pronoun in SINGULAR:
        return _other_person(view, one, holder, pronoun)
    if holder is not None and one.source == holder.source:
        return above
    if (papers := papers_before(view, one, pronoun)) is not None:
        return papers
    if (subject := _subject_above(view, one, pronoun)) is not None:
        return subject
    if above is not None:
        return above if fits(view, above, pronoun) and (_thinks(view, one) or _alone(view, above, one)) else None
    if before.speaker is not None and gap_of(view, before.where, one) <= 1:
        if pronoun in SINGULAR and _is_told_beside(view, before):
            subject = _subject_before(view, one, pronoun)
            if subject is not None:
                return subject
        goes_on = fits(view, before.speaker, pronoun) or _is_alone(view, before, one, pronoun)
        return before.speaker if goes_on else _paper(view, one, before, pronoun) or several_before(view, one, pronoun)
    if (several := several_before(view, one, pronoun)) is not None:
        return several
    if pronoun in SINGULAR and (subject := _subject_before(view, one, pronoun)) is not None:
        return subject
    if pronoun == "it" and (paper := paper_before(view, one, before.named)) is not None:
        return paper
    return before.speaker if _goes_on(one) and _is_near(view, one, before, pronoun) else None


def _is_told_beside(view: View, before: Before) -> bool:
    """True for "Dell has been gone since May, when a judge issued a warrant": nobody by name, spoken of beside the rest."""
    last = before.where
    sentence = view.sentence_at(last.cue[0].start) if last is not None and last.cue else None
    if sentence is None or before.speaker is None or is_known_name(view, before.speaker):
        return False
    at = sentence.token_at(before.where.cue[0].start) if before.where is not None else 0
    return any(sentence.tokens[n].is_a(parts.ADVERBIAL_CLAUSE | parts.RELATIVE_CLAUSE) for n in (at, *sentence.up(at)))


def _is_alone(view: View, before: Before, one: Attribution, pronoun: str) -> bool:
    """True for "Kest denied it. “...,” he said.": nobody else is told of in the paragraph, whatever a list of names makes of Kest."""
    last = before.speaker
    if (
        last is None
        or before.where is None
        or pronoun not in SINGULAR
        or paragraph_of(view, before.where) != paragraph_of(view, one)
    ):
        return False
    referent = view.referents.get(last.speaker or "")
    if (
        referent is None
        or referent.type != "person"
        or not referent.named
        or referent.titles[:1] in (("Mr",), ("Mrs",), ("Ms",))
    ):
        return False
    own = paragraph_of(view, one)
    inside = (m for s in view.sentences if s.sentence.paragraph == own for m in s.mentions)
    return not any(m.type == "person" and m.form == "name" and m.referent != referent.id for m in inside)


def _paper(view: View, one: Attribution, before: Before, pronoun: str) -> Attribution | None:
    """The report that somebody spoke of: "Dell says the study shows a rise. It also found ..."."""
    last = next(reversed(tuple(before.named)), None) if pronoun == "it" else None
    if last is None or last.kind not in ("document", "record") or gap_of(view, last, one) > 1:
        return paper_before(view, one, before.named) if pronoun == "it" else None
    return last if fits(view, last, pronoun) else None


def _other_person(view: View, one: Attribution, above: Attribution, pronoun: str) -> Attribution | None:
    """Of whom somebody quoted says "he told me": the last one named in the sentence before the quotation."""
    number = sentence_of(view, min(s.start for s in above.content)) - 1
    if number < 0 or view.sentences[number].sentence.block != "body":
        return None
    sentence = view.sentences[number]
    for mention in reversed(sentence.mentions):
        owns = sentence.tokens[mention.head].is_a(parts.OWNER)
        if mention.type != "person" or mention.form != "name" or owns or mention.referent == above.speaker:
            continue
        return _as_speaker(view, one, number, mention.head, pronoun)
    return None


def _goes_on(one: Attribution) -> bool:
    """True for "he said", "she added", in a quotation or with a plain word."""
    said = one.cue[0].quote.lower().rstrip(":").split()[-1:] if one.cue else []
    return one.direct or (said[0] in _PLAIN if said else False)


def _keeps_on(view: View, one: Attribution, before: Before, pronoun: str) -> bool:
    """True for "He also said", "she added" right after somebody of that gender spoke, whoever else was named since."""
    last = before.speaker
    if last is None or last.speaker is None or last.speaker == one.speaker or not one.cue:
        return False
    said = set(one.cue[0].quote.lower().split())
    closes = bool(_PLAIN & said) and one.content[0].start < one.source[0].start
    goes_on = closes or bool(_GOES_ON & said)
    near = goes_on and gap_of(view, before.where, one) <= 1 and fits(view, last, pronoun)
    return near and not _is_told_beside(view, before)


def _is_near(view: View, one: Attribution, before: Before, pronoun: str) -> bool:
    """True for a known speaker of that gender in the same or one of the two paragraphs before."""
    if before.speaker is None or before.where is None or view.referents.get(before.speaker.speaker or "") is None:
        return False
    apart = paragraph_of(view, one) - paragraph_of(view, before.where)
    return apart <= _PARAGRAPHS and fits(view, before.speaker, pronoun)


def _thinks(view: View, one: Attribution) -> bool:
    """True for "told envoys that they believe": who tells it believes it."""
    sentence = view.sentence_at(one.cue[-1].start) if one.cue else None
    cue = verb_cue(sentence.tokens[sentence.token_at(one.cue[-1].start)]) if sentence is not None else None
    return cue is not None and cue.group == "think"


def _alone(view: View, above: Attribution, one: Attribution) -> bool:
    """True where nobody else is named between a speaker and a pronoun in what that speaker says."""
    head = head_of(view, above)
    if head is None or head.word in voice_words("kin"):
        return False
    first = max((s.end for s in (*above.source, *above.cue) if s.end <= one.source[0].start), default=0)
    sentence = view.sentence_at(one.source[0].start)
    named = sentence.mentions if sentence is not None else []
    return not any(
        first <= m.start < one.source[0].start and m.form != "pronoun" and m.referent != above.speaker
        for m in named if m.type in ("person", "organization")
    )  # fmt: skip


def _owner(view: View, one: Attribution, pronoun: str) -> Attribution | None:
    """Whose "his statement" it is: the subject's of the clause, where that is a person it may be said of."""
    sentence = view.sentence_at(one.source[0].start)
    if sentence is None:
        return None
    for above in sentence.up(sentence.token_at(one.source[0].start)):
        subject = sentence.first(above, _SUBJECTS)
        if subject is not None and sentence.tokens[subject].start < one.source[0].start:
            return _as_speaker(view, one, sentence.sentence.index, subject, pronoun)
    return None


def _subject_before(view: View, one: Attribution, pronoun: str) -> Attribution | None:
    """The person of whom the sentence before speaks: "Venn expects a storm. "We are ready," he said." """
    number = sentence_of(view, start_of(one)) - 1
    for near in range(number, max(-1, number - _BACK), -1):
        before = view.sentences[near]
        if before.sentence.block != "body" or (near < number and before.sentence.paragraph != paragraph_of(view, one)):
            return None
        subject = before.first(before.root(), _SUBJECTS)
        meant = _as_speaker(view, one, near, subject, pronoun) if subject is not None else None
        if meant is not None or subject is None or before.tokens[subject].text.lower() != pronoun:
            return meant
        if any(m.type == "person" and m.form == "name" for m in before.mentions):
            return None
    return None


def _subject_above(view: View, one: Attribution, pronoun: str) -> Attribution | None:
    """Of "The league names five men who, it says, did it": the body or the several of whom the sentence speaks."""
    sentence = view.sentence_at(one.source[0].start)
    if sentence is None or pronoun in SINGULAR:
        return None
    at = sentence.token_at(one.source[0].start)
    over = [(above, sentence.first(above, _SUBJECTS)) for above in sentence.up(at)]
    for above, subject in (*over, *_several_before(sentence, at), *_clause_before(sentence, at)):
        if subject is None or subject >= at or sentence.tokens[subject].text.lower() in _RELATIVE:
            continue
        if is_dead(sentence, subject):
            return None
        source = spans_of(sentence, [n for n in sentence.subtree(subject) if n < at])
        name, kind, who = describe(view, Found(sentence.sentence.index, above, subject, source, (), (), "asserted"))
        quotes = tuple(Quote.cut(view.text, s.start, s.end) for s in source)
        meant = replace(one, source=quotes, name=name, kind=kind, speaker=who)
        return meant if fits(view, meant, pronoun) else None
    return None


def _several_before(sentence: SentenceView, at: int) -> list[tuple[int, int]]:
    """Of "Lawyers had been assigned; they had trouble, they said": the lawyers, of whom "they" told something before."""
    words = [t.text.lower() for t in sentence.tokens[:at]]
    if sentence.tokens[at].text.lower() != "they" or "they" not in words:
        return []
    first = range(words.index("they"))
    return [(n, n) for n in first if is_person_noun(sentence.tokens[n]) and sentence.tokens[n].text[0].isupper()][:1]


def _clause_before(sentence: SentenceView, at: int) -> list[tuple[int, int]]:
    """Of "The police do not believe it; they accuse Dorn": the subject of the clause that a semicolon or "and" parts from this one."""
    mark = at - 1
    while mark > 0 and sentence.tokens[mark].is_a(parts.AND):
        mark -= 1
    if (
        mark < 2
        or sentence.tokens[mark].text not in (";", ",", ":")
        or (mark == at - 1 and sentence.tokens[mark].text == ",")
    ):
        return []
    verbs_before = (n for n in range(mark - 1, 0, -1) if sentence.frame(n) is not None and not _is_below(sentence, n))
    pairs = ((n, sentence.first(n, _SUBJECTS)) for n in verbs_before)
    return [(n, subject) for n, subject in pairs if subject is not None and subject < n][:1]


def _is_below(sentence: SentenceView, verb: int) -> bool:
    return sentence.tokens[verb].is_a(parts.RELATIVE_CLAUSE | parts.NOUN_CLAUSE | parts.ADVERBIAL_CLAUSE)


def _as_speaker(view: View, one: Attribution, number: int, at: int, pronoun: str) -> Attribution | None:
    """A named person as who speaks, where the pronoun fits."""
    referent = view.referent_at(view.sentences[number], at)
    if referent is None or referent.type != "person" or not referent.named:
        return None
    gender = SINGULAR.get(pronoun)
    if gender is None or referent.gender not in (gender, None):
        return None
    return replace(one, name=referent.name, kind="person", speaker=referent.id)


def _known_kinds(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, a known official or witness being one also where the text says only the name, or "he"."""
    counts: dict[str, Counter[LinkKind]] = {}
    for one in attributions:
        if one.speaker is not None and one.kind in _KNOWN:
            counts.setdefault(one.speaker, Counter())[one.kind] += 1
    known = {speaker: kinds.most_common(1)[0][0] for speaker, kinds in counts.items()}
    return [replace(a, kind=known[a.speaker]) if a.kind == "person" and a.speaker in known else a for a in attributions]
