"""Whose voice goes on: "he added", "it claimed", "the witness also said" are those who spoke just before.

Only where the one before fits in number and gender and nobody else stands between; else the pronoun stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from rashomon.lexicon.nouns import is_person_noun
from rashomon.model import parts
from rashomon.model.claim import Attribution, LinkKind
from rashomon.model.span import Quote
from rashomon.stages.claims.attribution.agreement import POSSESSIVE, SINGULAR, fits, head_of, pronoun_of, voice_words
from rashomon.stages.claims.attribution.cues import verb_cue
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.attribution.speakers import describe
from rashomon.stages.claims.attribution.spoken_of import paper_before
from rashomon.stages.claims.view import SentenceView, View

_PLAIN = frozenset({"said", "says", "added", "adds", "continued", "continues", "adding", "saying"})
_GOES_ON = frozenset({"also", "added", "adding", "adds", "further", "continued"})
_SUBJECTS = parts.SUBJECT
_RELATIVE = frozenset({"who", "which", "that", "whom", "it", "they"})
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr"})
_PARAGRAPHS = 2
_TESTIMONY = 3
_KNOWN: tuple[LinkKind, ...] = ("official", "witness")


@dataclass(frozen=True, slots=True)
class _Before:
    """What came before an attribution: who spoke last in the report's own voice, where, and every named speaker."""

    speaker: Attribution | None
    where: Attribution | None
    named: Collection[Attribution]


def carry_speakers(view: View, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, a pronoun or bare description as source given whom it goes on for, where that is safe."""
    done: dict[str, Attribution] = {}
    origins: dict[str, Attribution] = {}
    speaker = where = None
    for one in attributions:
        before = _Before(speaker, where, origins.values())
        meant = _meant(view, one, done.get(one.parent or ""), origins.get(one.parent or ""), before)
        done[one.id] = one if meant is None else replace(one, name=meant.name, kind=meant.kind, speaker=meant.speaker)
        origins[one.id] = meant or one
        if one.parent is None and one.source and (meant is not None or pronoun_of(one) is None or one.speaker):
            speaker, where = origins[one.id], one
    return _known_kinds(tuple(done.values()))


def _meant(
    view: View, one: Attribution, holder: Attribution | None, above: Attribution | None, before: _Before
) -> Attribution | None:
    """The earlier speaker whom the source of an attribution means, or None.

    `holder` is the attribution that holds it; `above` the one whose source tells who its speaker is.
    """
    pronoun = pronoun_of(one)
    if pronoun is None:
        return _described(view, one, before) if not _is_named(view, one) else None
    quoted = holder is not None and holder.direct
    own = quoted and one.speaker is not None and one.speaker == (holder.speaker if holder else None)
    if _is_named(view, one) and not own:
        return before.speaker if above is None and _keeps_on(view, one, before, pronoun) else None
    if pronoun in POSSESSIVE:
        return _owner(view, one, pronoun)
    if holder is not None and quoted and pronoun in SINGULAR:
        return _other_person(view, one, holder, pronoun)
    if holder is not None and one.source == holder.source:
        return above
    if (subject := _subject_above(view, one, pronoun)) is not None:
        return subject
    if above is not None:
        return above if fits(view, above, pronoun) and (_thinks(view, one) or _alone(view, above, one)) else None
    if before.speaker is not None and _gap(view, before.where, one) <= 1:
        return before.speaker if fits(view, before.speaker, pronoun) else _paper(view, one, before, pronoun)
    if pronoun in SINGULAR and (subject := _subject_before(view, one, pronoun)) is not None:
        return subject
    if pronoun == "it" and (paper := paper_before(view, one, before.named)) is not None:
        return paper
    return before.speaker if _goes_on(one) and _is_near(view, one, before, pronoun) else None


def _paper(view: View, one: Attribution, before: _Before, pronoun: str) -> Attribution | None:
    """The report that somebody spoke of: "Dell says the study shows a rise. It also found ..."."""
    last = next(reversed(tuple(before.named)), None) if pronoun == "it" else None
    if last is None or last.kind not in ("document", "record") or _gap(view, last, one) > 1:
        return paper_before(view, one, before.named) if pronoun == "it" else None
    return last if fits(view, last, pronoun) else None


def _is_named(view: View, one: Attribution) -> bool:
    referent = view.referents.get(one.speaker or "")
    return referent is not None and referent.named


def _other_person(view: View, one: Attribution, above: Attribution, pronoun: str) -> Attribution | None:
    """Of whom somebody quoted says "he told me": the last one named in the sentence before the quotation."""
    number = _sentence(view, min(s.start for s in above.content)) - 1
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


def _keeps_on(view: View, one: Attribution, before: _Before, pronoun: str) -> bool:
    """True for "He also said", "she added" right after somebody of that gender spoke, whoever else was named since."""
    last = before.speaker
    if last is None or last.speaker is None or last.speaker == one.speaker or not one.cue:
        return False
    said = set(one.cue[0].quote.lower().split())
    closes = bool(_PLAIN & said) and one.content[0].start < one.source[0].start
    goes_on = closes or bool(_GOES_ON & said)
    return goes_on and _gap(view, before.where, one) <= 1 and fits(view, last, pronoun)


def _is_near(view: View, one: Attribution, before: _Before, pronoun: str) -> bool:
    """True for a known speaker of that gender in the same or one of the two paragraphs before."""
    if before.speaker is None or before.where is None or view.referents.get(before.speaker.speaker or "") is None:
        return False
    apart = _paragraph(view, one) - _paragraph(view, before.where)
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
    number = _sentence(view, _start(one)) - 1
    if number < 0 or view.sentences[number].sentence.block != "body":
        return None
    before = view.sentences[number]
    subject = before.first(before.root(), _SUBJECTS)
    return _as_speaker(view, one, number, subject, pronoun) if subject is not None else None


def _subject_above(view: View, one: Attribution, pronoun: str) -> Attribution | None:
    """Of "The league names five men who, it says, did it": the body or the several of whom the sentence speaks."""
    sentence = view.sentence_at(one.source[0].start)
    if sentence is None or pronoun in SINGULAR:
        return None
    at = sentence.token_at(one.source[0].start)
    over = [(above, sentence.first(above, _SUBJECTS)) for above in sentence.up(at)]
    for above, subject in (*over, *_several_before(sentence, at)):
        if subject is None or subject >= at or sentence.tokens[subject].text.lower() in _RELATIVE:
            continue
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


def _as_speaker(view: View, one: Attribution, number: int, at: int, pronoun: str) -> Attribution | None:
    """A named person as who speaks, where the pronoun fits."""
    referent = view.referent_at(view.sentences[number], at)
    if referent is None or referent.type != "person" or not referent.named:
        return None
    gender = SINGULAR.get(pronoun)
    if gender is None or referent.gender not in (gender, None):
        return None
    return replace(one, name=referent.name, kind="person", speaker=referent.id)


def _described(view: View, one: Attribution, before: _Before) -> Attribution | None:
    """The named speaker whom "the minister", "the witness" describes: the only one so described before."""
    head = head_of(view, one)
    words = one.source[0].quote.lower().split() if one.source else []
    if len(words) == 2 and words[0].rstrip(".") in _COURTESY:
        return _surname(words[1], before)
    if head is None or head.many or words[0] not in ("the", "that"):
        return None
    if head.sentence.tokens[head.at].is_a(parts.NAME) or len(one.source[0].quote.split()) > 2:
        return None
    if head.word in voice_words("papers") and not _has_own(view, head.word, before):
        return next((a for a in reversed(tuple(before.named)) if _is_paper(view, a)), None)
    alike = [a for a in before.named if a.speaker and (h := head_of(view, a)) and h.word == head.word]
    if len({a.speaker for a in alike}) == 1:
        return alike[-1]
    return _testifying(view, one, before) if head.word == "witness" and not alike else None


def _is_paper(view: View, one: Attribution) -> bool:
    """True for a named newspaper, agency or channel: what "the paper", "that report" goes on for."""
    named = one.name[:1].isupper() or _is_named(view, one)
    return named and one.kind in ("outlet", "news_agency")


def _has_own(view: View, word: str, before: _Before) -> bool:
    """True where a paper of that word with a name of its own spoke before: "a city police report"."""
    alike = (a for a in before.named if (h := head_of(view, a)) and h.word == word)
    return any(a.kind not in ("outlet", "news_agency") and len(a.name.split()) > 2 for a in alike)


def _surname(word: str, before: _Before) -> Attribution | None:
    """The only one before whose name ends with the surname of "Mr Tarn"."""
    alike = [a for a in before.named if a.speaker and a.name.lower().split()[-1:] == [word]]
    return alike[-1] if len({a.speaker for a in alike}) == 1 else None


def _testifying(view: View, one: Attribution, before: _Before) -> Attribution | None:
    """Whoever spoke last, for "the witness": not who asks or judges."""
    last = before.speaker
    if last is None or last.speaker is None or _gap(view, before.where, one) > _TESTIMONY:
        return None
    head = head_of(view, last)
    other = head is None or head.many or head.word in voice_words("others") or last.kind in ("official", "court")
    return None if other or (not fits(view, last, "he") and not fits(view, last, "she")) else last


def _known_kinds(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, a known official or witness being one also where the text says only the name, or "he"."""
    counts: dict[str, Counter[LinkKind]] = {}
    for one in attributions:
        if one.speaker is not None and one.kind in _KNOWN:
            counts.setdefault(one.speaker, Counter())[one.kind] += 1
    known = {speaker: kinds.most_common(1)[0][0] for speaker, kinds in counts.items()}
    return [replace(a, kind=known[a.speaker]) if a.kind == "person" and a.speaker in known else a for a in attributions]


def _start(one: Attribution) -> int:
    return min(s.start for s in (*one.source, *one.cue, *one.content))


def _end(one: Attribution) -> int:
    return max(s.end for s in (*one.source, *one.cue, *one.content))


def _sentence(view: View, offset: int) -> int:
    sentence = view.sentence_at(offset)
    return sentence.sentence.index if sentence is not None else 0


def _gap(view: View, before: Attribution | None, one: Attribution) -> int:
    """How many sentences lie from the end of one attribution to the start of another."""
    return _sentence(view, _start(one)) - _sentence(view, _end(before) - 1) if before is not None else 99


def _paragraph(view: View, one: Attribution) -> int:
    sentence = view.sentence_at((*one.cue, *one.content)[0].start)
    return sentence.sentence.paragraph if sentence else 0
