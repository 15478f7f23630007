"""Who was in contact with whom, by which channel, at whose request, in whose presence, about whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rashomon.lexicon.frames import entries, lemma_of
from rashomon.model import parts
from rashomon.model.claim import Party, Stance, Subject, Value
from rashomon.model.span import Quote
from rashomon.model.tree import asked_once
from rashomon.stages.claims.contacts.answers import answered
from rashomon.stages.claims.contacts.circumstances import attending, bystanders
from rashomon.stages.claims.contacts.dated import days_of, days_of_deed, each_days_of
from rashomon.stages.claims.contacts.found import Found
from rashomon.stages.claims.contacts.lines import weaker
from rashomon.stages.claims.contacts.party import is_public
from rashomon.stages.claims.contacts.recordings import Recording, read_told_on_tape, recordings
from rashomon.stages.claims.contacts.related import read_related
from rashomon.stages.claims.contacts.sides import each_of
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.first_person import speaker_of
from rashomon.stages.claims.occasions import TALKS, Occasions
from rashomon.stages.claims.stance.under import stance_of, under
from rashomon.stages.claims.stretches import stretch
from rashomon.stages.claims.view import SentenceView, View
from rashomon.stages.claims.wordlists import word_list

_ON_TAPE = frozenset({"conversation", "discuss", "talk", "speak", "tell", "ask", "chat"})
_WHATEVER_IS_DONE = frozenset({"contact.during", "contact.in-message", "contact.company"})
_HELPING = frozenset(
    {"may", "might", "could", "have", "has", "had", "will", "would", "did", "was", "were", "is", "are"}
)
_NOBODY = frozenset({"nobody", "none", "no-one"})
_OTHERS = frozenset(
    {"one", "other", "others", "another", "somebody", "someone", "them", "him", "her", "it", "he", "she"}
)
_UNREAD_BLOCKS = frozenset({"boilerplate", "byline", "dateline"})


def find_contacts(view: View, told: Told) -> tuple[Draft, ...]:
    """Every contact told in the document, in text order, with all its parties, its channel and its date."""
    occasions = Occasions(told, TALKS)
    taped = recordings(view)
    drafts: dict[tuple[object, ...], Draft] = {}
    for n, sentence in enumerate(view.sentences):
        if sentence.sentence.block in _UNREAD_BLOCKS or _is_played(sentence):
            continue
        told_here = _of_sentence(view, sentence, n in taped)
        told_at = [f.at for f in told_here]
        for found in told_here:
            for sides in each_of(view, sentence, found):
                draft = _draft(view, sentence, told, occasions, found, sides, taped.get(n), told_at)
                for one in () if draft is None else _on_each_day(view, sentence, found, draft):
                    drafts.setdefault((one.at, one.value.parties, one.value.earliest), one)
    return answered(drafts.values())


def pointed_out(view: View, sentence: SentenceView, told: Told, occasions: Occasions, found: Found) -> Iterator[Draft]:
    """The drafts of a contact that another reader found: what is asked of the rules' contacts is asked of it too."""
    if _is_played(sentence) or any(is_public(view, sentence, n) for n, _ in found.sides):
        return
    for sides in each_of(view, sentence, found):
        draft = _draft(view, sentence, told, occasions, found, sides, None, [found.at])
        if draft is not None:
            yield from _on_each_day(view, sentence, found, draft)


def words_read(view: View, sentence: SentenceView) -> frozenset[int]:
    """The words by which a rule finds a contact in a sentence, whatever becomes of it."""
    return frozenset(n for found in _of_sentence(view, sentence, False) for n in (found.at, *found.around))


def _is_played(sentence: SentenceView) -> bool:
    """Whether it happens in an advertisement, a show, a scene of a film, a chapter of a novel."""
    said = frozenset(sentence.lemmas)
    if not said.isdisjoint(word_list("contacts", "played.txt")):
        return True
    return bool(said & word_list("contacts", "parts.txt") and said & word_list("contacts", "works.txt"))


@asked_once
def _of_sentence(view: View, sentence: SentenceView, taped: bool) -> tuple[Found, ...]:
    return tuple(_read(view, sentence, taped))


def _read(view: View, sentence: SentenceView, taped: bool) -> Iterator[Found]:
    known = frozenset(sentence.known)
    for at in range(len(sentence)) if taped else sentence.known:
        if at in known:
            yield from read_related(view, sentence, at)
        if taped and sentence.lemmas[at] in {"tell", "ask"}:
            yield from read_told_on_tape(sentence, at)


def _on_each_day(view: View, sentence: SentenceView, found: Found, draft: Draft) -> Iterator[Draft]:
    """Of "met on 26 February and on 5 March" two meetings."""
    days = each_days_of(view, sentence, found.at, found.around)
    if len(days) < 2:
        yield draft
        return
    for one in days:
        yield replace(draft, value=replace(draft.value, earliest=one and one[0], latest=one and one[1]))


def _draft(
    view: View, sentence: SentenceView, told: Told, occasions: Occasions, found: Found, sides: list[Party],
    tape: Recording | None, told_at: list[int],
) -> Draft | None:  # fmt: skip
    """The draft of a contact; None where one side is nobody or the clause tells of no event."""
    stance = None if _is_only_possible(sentence, found.at) else _stance(sentence, found.at)
    stance = _of_its_verb(sentence, found, _took_place(sentence, found.at, stance))
    stance = weaker(sentence, stance, tuple(n for n, _ in found.sides))
    stance = "denied" if stance == "asserted" and _is_with_nobody(sentence, found) else stance
    sides = [_other_than(view, sentence, p, sides) for p in sides]
    if (
        stance is None
        or (found.rule == "contact.not-seen" and stance != "denied")
        or not _has_both(found, sides)
        or _is_our_report(sentence, sides)
        or _is_likened(sentence, found)
        or all(_is_anybody(view, p) for p in sides)
    ):
        return None
    kind, days = found.kind, days_of(view, sentence, found.at, found.around)
    if tape is not None:
        kind = "call" if sentence.tokens[found.at].lemma in _ON_TAPE and kind == "talks" else kind
        days = days or ((tape.date.earliest, tape.date.latest) if tape.date else None)
    days = days or days_of_deed(sentence, found.around, told)
    others = [*bystanders(view, sentence, found.around)]
    others.extend(attending(view, sentence, found.at, told_at))
    parties = tuple(dict.fromkeys((*sides, *others)))
    first, last = stretch(sentence, (found.at, *(n for n, _ in found.sides)))
    quote: Quote = sentence.quote(first, last)
    main = next((p.referent for p in sides if p.referent), None)
    return Draft(
        "contact", quote, sentence.tokens[found.at].start,
        Subject(occurrence=occasions.here(sentence, found.at), referent=main),
        Value(
            kind=kind, parties=parties,
            earliest=days[0] if days else None, latest=days[1] if days else None,
        ),
        found.rule, stance,
    )  # fmt: skip


def _stance(sentence: SentenceView, at: int) -> Stance | None:
    """What the words over it leave of it; "often met" and "any contact" tell of a contact all the same."""
    heard = word_list("contacts", "heard.txt")
    held = [o for o in under(sentence, at) if sentence.tokens[o.token].lemma.lower() not in heard]
    often = word_list("contacts", "repeated.txt")
    told = [o for o in held if o.cls != "general" or sentence.tokens[o.token].lemma.lower() not in often]
    without = stance_of(o for o in told if o.cls != "general")
    return "denied" if without == "denied" else stance_of(told)


def _of_its_verb(sentence: SentenceView, found: Found, stance: Stance | None) -> Stance | None:
    """Of "nothing shows that X was in touch with Y" what is left of "was", where nothing is said of the noun itself."""
    if stance != "asserted" or found.rule in _WHATEVER_IS_DONE:
        return stance
    told = (_stance(sentence, n) for n in found.around if n != found.at and sentence.frame(n) is not None)
    return next((s for s in told if s != "asserted"), stance)


def _took_place(sentence: SentenceView, at: int, stance: Stance | None) -> Stance | None:
    """Of "the meeting never took place" what the words over the verb leave of it; else what is left of the noun."""
    for verb in sentence.verbs:
        lemma = lemma_of(sentence.tokens[verb.at].text, verb.lemma, "V")
        if at in verb.subjects.fillers and any(e.cls == "happens" for e in entries().get((lemma, "V"), ())):
            told = _stance(sentence, verb.at)
            return told if told == "denied" or stance in ("asserted", None) else stance
    return stance


def _is_only_possible(sentence: SentenceView, at: int) -> bool:
    """Of "so that he could visit": nobody has yet."""
    words = {sentence.tokens[n].text.lower() for n in sentence.children[at]}
    if sentence.tokens[at].is_a(parts.JOINED) and not words & _HELPING:
        words = {sentence.tokens[n].text.lower() for n in sentence.children[sentence.tokens[at].head]}
    return bool(words & {"may", "might", "could"}) and "have" not in words


def _other_than(view: View, sentence: SentenceView, one: Party, sides: list[Party]) -> Party:
    """ "X told us that the prefect had phoned him": him is not who phoned, but X, or somebody left open."""
    if one.text.lower() not in {"him", "her", "he", "she"} or not any(
        p is not one and p.referent and p.referent == one.referent for p in sides
    ):
        return one
    at = next((n for n, t in enumerate(sentence.tokens) if t.text == one.text), None)
    speaker = speaker_of(view, sentence, at) if at is not None else None
    meant = speaker.referent if speaker is not None and speaker.referent != one.referent else None
    return Party(one.text, one.role, meant)


def _has_both(found: Found, sides: list[Party]) -> bool:
    """At least two sides of which one is more than a pronoun; one where the noun says they did it to each other.

    Two sides that are one and the same are a pronoun read wrongly.
    """
    if len(sides) < min(2, len(found.sides)) or not sides:
        return False
    if found.alone:
        return True
    if len({role for _, role in found.sides}) > len({p.role for p in sides}):
        return False
    who = [p.referent for p in sides if p.referent is not None]
    if len(who) != len(set(who)):
        return False
    return any(p.referent is not None or len(p.text) > 4 for p in sides)


def _is_with_nobody(sentence: SentenceView, found: Found) -> bool:
    """Of "spoke to nobody, and certainly not to X" the denial, which stands with the sides and not with the verb."""
    for n, role in found.sides:
        before = [t.text.lower() for t in sentence.tokens[max(0, sentence.subtree(n)[0] - 2) : sentence.subtree(n)[0]]]
        if role != "from" and (sentence.tokens[n].text.lower() in _NOBODY or "not" in before):
            return True
    return False


def _is_anybody(view: View, one: Party) -> bool:
    """Of "one of them spoke to the others", "men met them": somebody whom nobody could name."""
    if one.referent is not None and view.referents[one.referent].named:
        return False
    said = one.text.lower().split()
    return said[-1] in _OTHERS or (len(said) == 1 and one.text.islower() and one.text.endswith(("s", "men")))


def _is_likened(sentence: SentenceView, found: Found) -> bool:
    """Of "met him as an employer meets an employee" what employers do."""
    first = min(sentence.subtree(n)[0] for n, _ in found.sides)
    indefinite = sentence.tokens[first].text.lower() in ("a", "an")
    return first > 0 and indefinite and sentence.tokens[first - 1].text.lower() in ("as", "like")


def _is_our_report(sentence: SentenceView, sides: list[Party]) -> bool:
    """Whether "we" are those who write: first person outside any quotation."""
    first = any(p.referent is None and p.text.lower() in {"we", "us"} for p in sides)
    return first and not any(t.text in {'"', "“", "”"} for t in sentence.tokens)
