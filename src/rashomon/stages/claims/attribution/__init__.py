"""Who says what: reported speech and thought, direct and indirect, each with source, cue and content.

The notion of attribution and the extent of its parts follow PolNeAR (Newell et al. 2018) and
PARC (Pareti 2012).
"""

from __future__ import annotations

from dataclasses import replace

from rashomon.lexicon import word_set
from rashomon.model import parts
from rashomon.model.claim import Attribution
from rashomon.model.identity import make_id
from rashomon.model.span import Quote, Span
from rashomon.stages.claims.attribution.announcing import find_before_colon
from rashomon.stages.claims.attribution.asides import find_aside, opens_aside
from rashomon.stages.claims.attribution.colons import find_by_colon, find_signatures
from rashomon.stages.claims.attribution.continuing import carry_speakers
from rashomon.stages.claims.attribution.cues import adjectives, nouns, verb_cue
from rashomon.stages.claims.attribution.direct import quote_all
from rashomon.stages.claims.attribution.echoed import with_headlines
from rashomon.stages.claims.attribution.elided import find_elided
from rashomon.stages.claims.attribution.estimates import find_count, find_estimate, find_published
from rashomon.stages.claims.attribution.found import Found, with_marks
from rashomon.stages.claims.attribution.frames import find_by_frame
from rashomon.stages.claims.attribution.headings import find_headed
from rashomon.stages.claims.attribution.hearsay import LEARNS, TOLD, TOLD_BY, find_hearsay
from rashomon.stages.claims.attribution.inserted import find_inserted, find_quoted_as
from rashomon.stages.claims.attribution.misread import NEVER_NOUNS, find_misread
from rashomon.stages.claims.attribution.nesting import cut_frames, parents
from rashomon.stages.claims.attribution.nominal import find_by_noun
from rashomon.stages.claims.attribution.passed_on import around_passed, find_passed_on
from rashomon.stages.claims.attribution.phrases import find_according, find_by_adjective
from rashomon.stages.claims.attribution.pointed import without_denials
from rashomon.stages.claims.attribution.quotations import Quotations, find_quotations
from rashomon.stages.claims.attribution.speakers import describe, said_on
from rashomon.stages.claims.attribution.stated_in import find_stated_in
from rashomon.stages.claims.attribution.taken_back import FINDS, GOES_BACK, REPEATS, RETRACTS, find_taken_back
from rashomon.stages.claims.attribution.trailing import find_trailing
from rashomon.stages.claims.attribution.transcripts import find_turns, name_turns
from rashomon.stages.claims.attribution.unlisted import find_unlisted
from rashomon.stages.claims.attribution.verbs import find_by_verb
from rashomon.stages.claims.attribution.voices import keep_voices, without_echoes
from rashomon.stages.claims.view import SentenceView, View

_TAKING_BACK = RETRACTS | REPEATS | FINDS | GOES_BACK


def find_attributions(view: View) -> tuple[Attribution, ...]:
    """Every piece of reported speech or thought in the document, in text order, with the one that holds it."""
    quotations = find_quotations(view)
    found = [f for sentence in view.sentences for f in _in_sentence(sentence, quotations)]
    found = [
        *quote_all(view, found, quotations),
        *find_by_frame(view),
        *find_turns(view),
        *find_by_colon(view),
        *find_headed(view),
        *find_elided(view),
        *find_signatures(view, quotations),
    ]
    found = sorted(cut_frames(view.text, list({(f.sentence, f.at): f for f in found}.values())), key=_place)
    found = without_denials(view, keep_voices(view, found))
    ids = [make_id("a", view.document.sha256, f.sentence, f.at) for f in found]
    above = parents(found)
    told = [_attribution(view, f, ids[n], None if (k := above[n]) is None else ids[k]) for n, f in enumerate(found)]
    return tuple(with_headlines(view, carry_speakers(view, name_turns(view, without_echoes(view, told)))))


def _place(found: Found) -> tuple[int, int, int]:
    return found.start, found.sentence, found.at


def _in_sentence(sentence: SentenceView, quotations: Quotations) -> list[Found]:
    found = []
    gives, counts, publishes = map(word_set, ("estimates.gives", "estimates.counts", "estimates.publishes"))
    for at, token in enumerate(sentence.tokens):
        lemma, part = sentence.lemmas[at], token.part
        one = find_estimate(sentence, at) if lemma in gives else find_count(sentence, at) if lemma in counts else None
        if one is None and lemma in publishes and part & parts.RELATIVE_CLAUSE:
            one = find_published(sentence, at)
        if one is None and lemma in _TAKING_BACK:
            one = find_taken_back(sentence, at)
        if one is None and part & parts.MAIN_VERB:
            one = find_stated_in(sentence, at)
        if one is not None:
            pass
        elif part & parts.MAIN_VERB and (cue := verb_cue(token)) is not None:
            quoted = _is_within(sentence, at, quotations)
            one = find_quoted_as(sentence, at) if lemma in ("quote", "cite", "say") else None
            one = one or find_trailing(sentence, at, cue) or find_inserted(sentence, at, cue)
            one = one or (find_hearsay(sentence, at) if lemma in LEARNS or lemma in TOLD_BY else None)
            one = one or find_by_verb(sentence, at, cue, quoted) or find_unlisted(sentence, at)
            if (
                one is None and part & parts.PREDICATE_ADJECTIVE
            ):  # "is convinced that", which the parse takes for a verb
                known = adjectives().get(token.text.lower())
                one = None if known is None else find_by_adjective(sentence, at, known)
        elif sentence.words[at] == "according":
            one = find_according(sentence, at)
        elif part & parts.MAIN_VERB:
            one = find_unlisted(sentence, at)
        elif part & parts.COMMON_NOUN:
            one = _of_noun(sentence, at, lemma)
        elif part & parts.ADJECTIVE and (cue := adjectives().get(lemma)) is not None:
            one = find_by_adjective(sentence, at, cue)
        if one is not None:
            found.append(one)
    asides = (find_aside(sentence, n) for n, word in enumerate(sentence.words) if opens_aside(word))
    cued = {s for f in found for s in f.cue}
    found += [one for one in asides if one is not None and not cued & set(one.cue)]
    passed = list(find_passed_on(sentence))
    if passed:
        found = [*around_passed([f for f in found if f.at not in {one.at for one in passed}], passed), *passed]
    brought = find_before_colon(sentence)
    if brought is not None:
        same = next((f for f in found if f.at == brought.at), None)
        fresh = tuple(c for c in brought.content if same is None or not any(c.touches(held) for held in same.content))
        whole = brought if same is None else replace(same, content=(*same.content, *fresh))
        found = [*(f for f in found if f.at != brought.at), whole]
    return [f for f in found if not any(_is_part(f, other) for other in found)]


def _of_noun(sentence: SentenceView, at: int, lemma: str) -> Found | None:
    """What a noun gives: "word reached X that", what the parser took for a noun, "X's claim that"."""
    if lemma in TOLD and (one := find_hearsay(sentence, at)) is not None:
        return one
    if sentence.tokens[at].text.lower() in NEVER_NOUNS:
        return find_misread(sentence, at)
    cue = nouns().get(lemma)
    return None if cue is None else find_by_noun(sentence, at, cue)


def _is_within(sentence: SentenceView, at: int, quotations: Quotations) -> bool:
    """True for a verb between marks, with its subject: in "detectives “believe that he fled”" they do, whoever quotes it."""
    subject = sentence.doing_subject(at)
    outside = subject is not None and not quotations.holds(sentence.tokens[subject].start)
    return quotations.holds(sentence.tokens[at].start) and not outside


def _is_part(one: Found, other: Found) -> bool:
    """True for a cue within a longer one: "statement" in "withdrew his statement"."""
    return one is not other and one.cue != other.cue and all(any(c.holds(s) for c in other.cue) for s in one.cue)


def _attribution(view: View, found: Found, ident: str, parent: str | None) -> Attribution:
    name, kind, referent = describe(view, found)
    found = with_marks(view.text, found)
    return Attribution(
        ident,
        view.document.id,
        _quotes(view, found.source),
        _quotes(view, found.cue),
        _quotes(view, found.content),
        parent,
        name,
        kind,
        referent,
        found.stance,
        said_on(view, found),
        found.direct,
    )


def _quotes(view: View, spans: tuple[Span, ...]) -> tuple[Quote, ...]:
    return tuple(Quote.cut(view.text, s.start, s.end) for s in spans)
