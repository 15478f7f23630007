"""What the law did with whom: the rules of custody and of verdicts laid on the frames of each sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from rashomon.lexicon import word_set, words
from rashomon.lexicon.frames import Entry
from rashomon.model import parts
from rashomon.model.claim import Stance, Value
from rashomon.model.clause import Frame
from rashomon.model.span import Quote
from rashomon.model.tree import asked_once
from rashomon.stages.claims.actors import Actor
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.occasions import VIOLENT, Occasions
from rashomon.stages.claims.rules import custody, verdicts
from rashomon.stages.claims.rules.arrested import count_of, counted_sentences
from rashomon.stages.claims.rules.crime_told import crime_of
from rashomon.stages.claims.rules.crimes import crime_words
from rashomon.stages.claims.rules.dealt_out import actor_of, listed_under, surnames_at
from rashomon.stages.claims.rules.fates import LONGEST, About, draft_of
from rashomon.stages.claims.rules.fits import TESTS
from rashomon.stages.claims.rules.gapped import others_with
from rashomon.stages.claims.rules.law_fits import is_own_not
from rashomon.stages.claims.rules.match import fitting, meets
from rashomon.stages.claims.rules.penalties import Term
from rashomon.stages.claims.rules.people import people_at
from rashomon.stages.claims.rules.places import senses, standing
from rashomon.stages.claims.rules.records import Fate
from rashomon.stages.claims.rules.terms import crime_behind, shares, term_of
from rashomon.stages.claims.stance import stance_of, under
from rashomon.stages.claims.view import SentenceView, View

_UNREAD_BLOCKS = frozenset({"boilerplate", "byline", "dateline"})
_STATES = frozenset({"guilty", "innocent"})
_TOLD_OF = frozenset({"asserted", "alleged", "denied", "unconfirmed", "undetermined"})
_NOT_DONE = frozenset({"prevent", "modal", "possible"})
_OF_ONE = frozenset({"released", "death", "quashed"})
_SEVERAL = 2
"""So many to whom a sentence deals out years one by one: nobody does so but a court."""
_OF_CRIMES = frozenset({"conviction", "acquittal"})
_BODIES_TOO = frozenset({"sanctioned"})


@cache
def _by_class() -> dict[str, tuple[Fate, ...]]:
    found: dict[str, tuple[Fate, ...]] = {}
    for rule in (*custody.RULES, *verdicts.RULES):
        for cls in rule.wakes:
            found[cls] = (*found.get(cls, ()), rule)
    return found


def find_outcomes(view: View, told: Told) -> tuple[Draft, ...]:
    """Who is held, sought, released, convicted, acquitted ... in text order; nobody where the sentence leaves it open."""
    about = about_of(view, told)
    found: dict[tuple[object, ...], Draft] = {}
    for sentence in view.sentences:
        if sentence.sentence.block not in _UNREAD_BLOCKS:
            for draft in _of_sentence(view, sentence, about):
                who = draft.subject.referent or draft.value.referent or draft.value.text
                key = (draft.property, who, draft.value.number, sentence.sentence.index)
                found[key] = _joined(found[key], draft) if key in found else draft
    return tuple(replace(d, quote=Quote.cut(view.text, d.quote.start, d.quote.end)) for d in found.values())


def _joined(one: Draft, two: Draft) -> Draft:
    """Of "convicted of murder and jailed for life" one conviction, with its crime and its penalty."""
    if one.property != "conviction" or one.stance != two.stance:
        return one
    value = one.value
    if value.penalty is None and two.value.penalty is not None:
        start, end = min(one.quote.start, two.quote.start), max(one.quote.end, two.quote.end)
        quote = one.quote if end - start > LONGEST else Quote(start, end, "")
        crime = two.value.text if value.text is None or _is_bare(value) else value.text
        return replace(one, value=replace(value, penalty=two.value.penalty, text=crime), quote=quote)
    if value.penalty is not None and value.text == value.penalty.text and two.value.penalty is None and two.value.text:
        return replace(one, value=replace(value, text=two.value.text))
    return one


def _is_bare(value: Value) -> bool:
    return value.text is not None and value.text.lower().split()[0] in ("convicted", "guilty", "found")


class _Outcome(NamedTuple):
    """What a rule finds, whatever incidents the document tells: of whom, for what, with which penalty each."""

    frame: Frame
    rule: Fate
    stance: Stance
    tokens: tuple[int, ...]
    held: tuple[int, ...]
    shares: tuple[tuple[Actor, Quote | None, Term | None], ...]


def _of_sentence(view: View, sentence: SentenceView, about: About) -> Iterator[Draft]:
    for one in _outcomes(view, sentence):
        frame, rule = one.frame, one.rule
        let_out = rule.id == "released.plain" and TESTS["near-law"](sentence, frame.at)
        if (
            ((rule.gives == "detained" and rule.id != "custody.detainee") or let_out)
            and sentence.sentence.index not in about.counted
            and one.stance != "denied"
        ):
            yield from count_of(sentence, frame.at, one.tokens, rule, one.stance, about.over(sentence))
        yield from _drafts(view, sentence, one, about)


def _drafts(view: View, sentence: SentenceView, one: _Outcome, about: About) -> Iterator[Draft]:
    for who, deed, own in one.shares:
        for draft in draft_of(view, sentence, one.frame, one.rule, who, own, deed, one.stance, one.held, about):
            yield _whole(draft, deed, own)


def lay_on(
    view: View, sentence: SentenceView, frame: Frame, entry: Entry, rule: Fate, who: int, about: About
) -> Iterator[Draft]:
    """The drafts of what another reader found at a token, after what is asked of every outcome: who is meant, what stands over it."""
    if not any(fitting(sentence, frame, entry, bar) for bar in rule.bars):
        one = _told(view, sentence, frame, entry, rule, (), (who,))
        for draft in () if one is None else _drafts(view, sentence, one, about):
            yield replace(draft, quote=Quote.cut(view.text, draft.quote.start, draft.quote.end))


def about_of(view: View, told: Told) -> About:
    """What the outcomes of a document may be about."""
    return About(Occasions(told, frozenset({"arrest"})), Occasions(told, VIOLENT), counted_sentences(view, told))


@asked_once
def _outcomes(view: View, sentence: SentenceView) -> tuple[_Outcome, ...]:
    found = (
        _outcome(view, sentence, frame, entry, rule)
        for at in sentence.known
        for frame, entry in senses(sentence, at)
        for rule in _by_class().get(entry.cls, ())
    )
    return tuple(one for one in found if one is not None)


def _outcome(view: View, sentence: SentenceView, frame: Frame, entry: Entry, rule: Fate) -> _Outcome | None:
    held = meets(sentence, frame, entry, rule)
    if held is None or any(fitting(sentence, frame, entry, bar) for bar in rule.bars):
        return None
    return _told(view, sentence, frame, entry, rule, held, _whom(sentence, frame, entry, rule, held))


def _told(
    view: View, sentence: SentenceView, frame: Frame, entry: Entry, rule: Fate, held: tuple[int, ...],
    tokens: tuple[int, ...],
) -> _Outcome | None:  # fmt: skip
    """What is told of those at some tokens, if it is told of and not only what may come."""
    stance = "asserted" if _opens(sentence, frame) else _stance(sentence, _governed(sentence, frame, entry), rule)
    term = term_of(sentence, frame.at, entry.cls) if rule.penalty != "no" else None
    listed = [] if stance is None or tokens else listed_under(view, sentence, frame.at)
    term = term or next((own for _, own in listed if own is not None), None)
    if stance is None or (rule.penalty in ("must", "strong") and term is None):
        return None
    people = [p for p in people_at(view, sentence, tokens, frame.at) if _may_be(view, sentence, rule, p)]
    if rule.penalty == "strong":
        people += surnames_at(sentence, tokens)
    crime = crime_of(sentence, frame, entry, people)
    dealt = listed or list(shares(view, sentence, frame.at, people, term))
    plain = term is not None and rule.penalty == "strong" and not term.strong and len(dealt) < _SEVERAL
    if plain and not (_is_in_court(view, sentence, crime) or _is_for_doing(sentence, frame)):
        dealt = []
    others = list(_of_their_own(view, sentence, frame, crime)) if rule.gives in _OF_CRIMES and dealt else []
    each: list[tuple[Actor, Quote | None, Term | None]] = [
        (who, crime if listed or own is None or own is term else _own_crime(sentence, crime, own), own)
        for who, own in dealt
        if not any(other.token == who.token for other, _ in others)
    ]
    each += [(who, deed, None) for who, deed in others]
    return _Outcome(frame, rule, stance, tokens, (*held, *_particle(sentence, frame, entry)), tuple(each))


def _of_their_own(
    view: View, sentence: SentenceView, frame: Frame, crime: Quote | None
) -> Iterator[tuple[Actor, Quote]]:
    """Of "convicted X of murder and Y of theft" Y, with his own crime."""
    if crime is None:
        return
    inside = range(sentence.token_at(crime.start), sentence.token_at(crime.end - 1) + 1)
    for one, own in others_with(sentence, frame.at, inside):
        yield actor_of(view, one), crime_words(sentence, own)


def _own_crime(sentence: SentenceView, crime: Quote | None, own: Term) -> Quote | None:
    """Of "X 28 years for murder and Y 16 for theft" each his own; one behind the last penalty is everybody's."""
    if own.start >= sentence.sentence.end:
        return crime
    return crime_behind(sentence, own) or (crime if crime is not None and crime.start > own.end else None)


def _whole(draft: Draft, crime: Quote | None, term: Term | None) -> Draft:
    """The draft with its crime and penalty in its quote, where they stand near."""
    pieces = [(one.start, one.end) for one in (crime, term) if one is not None]
    start = min([draft.quote.start, *(s for s, _ in pieces)])
    end = max([draft.quote.end, *(e for _, e in pieces)])
    return draft if end - start > LONGEST else replace(draft, quote=Quote(start, end, ""))


def _whom(sentence: SentenceView, frame: Frame, entry: Entry, rule: Fate, held: tuple[int, ...]) -> tuple[int, ...]:
    """Who stands in the rule's place; of "Convicted of arson, X left" X, of a heading "Those convicted:" those."""
    found = tuple(n for n in standing(sentence, frame, entry, rule.who) if n not in held)
    if found or "undergoer" not in entry.roles.get(rule.who, ""):
        return found
    if _opens(sentence, frame):
        above = sentence.frame(sentence.tokens[frame.at].head)
        return () if above is None or above.at == frame.at else above.subjects.fillers
    return tuple(n for n in frame.subjects.fillers if sentence.tokens[n].text.lower() == "those")


def _opens(sentence: SentenceView, frame: Frame) -> bool:
    """Whether a participle opens the sentence: what it tells is so, whatever the sentence says then."""
    return frame.at == 0 and frame.kind == "V" and not frame.outright and sentence.tokens[0].text.endswith("ed")


def _may_be(view: View, sentence: SentenceView, rule: Fate, who: Actor) -> bool:
    """Whether it may be told of somebody: bodies are put under sanctions, groups convicted, no crowd dies in one's place."""
    if who.type == "organization":
        return rule.gives in _BODIES_TOO
    if rule.named and not (who.name or (who.referent is not None and view.referents[who.referent].named)):
        return False
    if rule.gives == "conviction" and _is_many(sentence, who) and _each_named_behind(sentence, who):
        return False
    return rule.gives not in _OF_ONE or who.name or not _is_many(sentence, who)


def _each_named_behind(sentence: SentenceView, who: Actor) -> bool:
    """Of "his two men were convicted: X got 25 years, Y 20" the two, of whom it is told one by one."""
    colon = sentence.text.find(":", sentence.tokens[who.token].end, sentence.sentence.end)
    return colon >= 0 and any(m.type == "person" and m.form == "name" and m.start > colon for m in sentence.mentions)


def _is_many(sentence: SentenceView, who: Actor) -> bool:
    token = sentence.tokens[who.token]
    counted = any(q.head == who.token and q.number != 1 for q in sentence.quantities)
    return not token.is_a(parts.PRONOUN) and (counted or token.lemma.lower() != token.text.lower())


def _governed(sentence: SentenceView, frame: Frame, entry: Entry) -> int:
    """The word whose operators count: of "found guilty" the verb."""
    return sentence.tokens[frame.at].head if entry.cls in _STATES else frame.at


def _stance(sentence: SentenceView, at: int, rule: Fate) -> Stance | None:
    """The clause's own; None where nothing is told of, or only what may come."""
    held = [o for o in under(sentence, at) if rule.gives != "acquittal" or not is_own_not(sentence, o.token)]
    stance = stance_of(o for o in held if not (rule.ahead and o.cls == "future"))
    if stance == "denied" and any(o.cls in _NOT_DONE for o in under(sentence, at)):
        return None  # of "failed to arrest", "cannot arrest": no word on whether he is held
    if stance not in _TOLD_OF and not (stance == "possible" and rule.gives == "detained"):
        return None
    return "denied" if rule.id == "verdict.dropped" and stance == "asserted" else stance


def _is_in_court(view: View, sentence: SentenceView, crime: Quote | None) -> bool:
    """Whether a crime stands by, or the sentence or the one before tells of a court: "X was found guilty. Y got 12 years"."""
    if crime is not None and any(
        TESTS["deed"](sentence, n) for n in range(len(sentence)) if crime.start <= sentence.tokens[n].start < crime.end
    ):
        return True
    near = view.sentences[max(0, sentence.sentence.index - 1) : sentence.sentence.index + 1]
    told = (
        words("en-finders.txt")
        | words("en-verdicts.txt")
        | {"convict", "guilty", "jail", "acquit", "plead", "trial", "absentia"}
    )
    return any(t.lemma.lower() in told for s in near for t in s.tokens)


def _is_for_doing(sentence: SentenceView, frame: Frame) -> bool:
    """Of "was given six years for having sold the gun", "got two years for lying": a term for what somebody has done."""
    done = frame.gerund("for")
    return (
        bool(done)
        and (frame.passive or frame.lemma in ("get", "receive"))
        and not any(sentence.tokens[n].lemma.lower() in word_set("outcomes.owed") for n in done)
    )


def _particle(sentence: SentenceView, frame: Frame, entry: Entry) -> list[int]:
    near = range(frame.at + 1, min(len(sentence), frame.at + 5))
    return [n for n in near if entry.particle and sentence.tokens[n].text.lower() == entry.particle][:1]
