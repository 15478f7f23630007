"""Who and what an incident befell, and with what it was done: victims, targets, weapons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.model.annotation import Mention, Referent
from rashomon.model.claim import Property, Subject, Value
from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.events.lexicon import entries, is_a, weapon_nouns
from rashomon.stages.claims.events.persons import is_person
from rashomon.stages.claims.events.roll import listed_with, named_behind, roll_of
from rashomon.stages.claims.events.targets import targets_of
from rashomon.stages.claims.events.tellings import Telling
from rashomon.stages.claims.events.told import stance_of
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.events.victims import find_victims
from rashomon.stages.claims.view import SentenceView, View

_READER = "events.involved"
_LEAD, _BELOW = 4, 12
_HARMS = ("killed", "injured", "shot", "kidnapped", "missing")
_AT = ("on", "against", "of", "at", "outside", "near")
_CUT = ("relcl", "acl", "appos", "prep", "punct", "cc", "conj", "det", "poss", "case", "nummod", "advcl", "quantmod")


def involved_in(view: View, telling: Telling, subject: Subject) -> Iterator[Draft]:
    """The victims, targets and weapons of one telling, and who is held."""
    for trigger in telling.triggers:
        for at in _held(view, trigger):
            draft = _draft(view, telling.sentence, trigger, "detained", at, subject)
            if draft is not None:
                yield draft
    if telling.family not in ("violence", "abduction", "loose"):
        return
    seen: set[tuple[str, int]] = set()
    for trigger in telling.triggers:
        for name, at in (*_victims(trigger), *targets_of(trigger), *_weapons(trigger)):
            if (name, at) not in seen:
                seen.add((name, at))
                draft = _draft(view, telling.sentence, trigger, name, at, subject)
                if draft is not None:
                    yield draft


def _draft(
    view: View, sentence: SentenceView, trigger: Trigger, name: Property, at: int, subject: Subject
) -> Draft | None:
    stance = stance_of(trigger)
    first, last = _phrase(sentence, at)
    if first == trigger.at < last:
        first += 1
    referent = view.referent_at(sentence, at)
    if name == "victim" and sentence.sentence.index < _LEAD and (referent is None or not referent.named):
        referent = _named_later(view, sentence, at) or referent
    token = sentence.tokens[at]
    if stance is None or (token.pos in ("PRON", "NUM") and referent is None):
        return None
    text = sentence.quote(first, last).quote if token.pos != "PRON" else referent.name if referent else None
    value = Value(referent=referent.id if referent else None, text=text)
    quote = sentence.quote(min(first, trigger.at), max(last, trigger.at))
    return Draft(name, quote, trigger.token.start, subject, value, _READER, stance)


def _named_later(view: View, sentence: SentenceView, at: int) -> Referent | None:
    """Of "a corporal was killed" in the first lines the one "Corporal Molk" of whom that is told below."""
    token = sentence.tokens[at]
    new = any(sentence.tokens[n].text.lower() in ("a", "an") for n in sentence.kids(at, "det"))
    word = token.lemma.lower()
    if not new or token.pos != "NOUN" or is_a(word, "anybody"):
        return None
    index = sentence.sentence.index
    found = {
        r.id: r
        for later in view.sentences[index + 1 : index + _BELOW]
        for mention in later.mentions
        if mention.form == "name" and mention.type == "person" and _is_called(later, mention, word)
        and (r := view.referents.get(mention.referent or "")) is not None
    }  # fmt: skip
    return next(iter(found.values())) if len(found) == 1 else None


def _is_called(sentence: SentenceView, mention: Mention, word: str) -> bool:
    """Whether a word stands right before a name, of one who comes to harm in the clause."""
    first = sentence.token_at(mention.start)
    name = sentence.tokens[mention.head]
    if not first or (
        sentence.tokens[first - 1].lemma.lower() != word and sentence.tokens[first - 1].text.lower() != word
    ):
        return False
    verb = entries().get((sentence.tokens[name.head].lemma.lower(), "V"))
    return name.dep in ("nsubjpass", "dobj") and verb is not None and verb.harm != "none"


def _phrase(sentence: SentenceView, at: int) -> tuple[int, int]:
    """A noun with the words before it that are its own; a name as far as the mention goes."""
    mention = sentence.mention_at(at)
    if mention is not None and mention.form == "name" and mention.head == at:
        return sentence.token_at(mention.start), sentence.token_at(mention.end - 1)
    first = at
    for n in sorted(sentence.children[at], reverse=True):
        if n < first and sentence.tokens[n].dep not in _CUT and sentence.subtree(n)[-1] == first - 1:
            first = sentence.subtree(n)[0]
    return first, at


def _victims(trigger: Trigger) -> Iterator[tuple[Property, int]]:
    yield from (("victim", n) for n in roll_of(trigger.sentence, trigger.at))
    if trigger.harm not in _HARMS:
        return
    for head in find_victims(trigger):
        named = named_behind(trigger.sentence, head) or listed_with(trigger.sentence, head, trigger.at)
        yield from (("victim", n) for n in named)
        for n in trigger.sentence.conjuncts(head):
            token = trigger.sentence.tokens[n]
            known = token.pos in ("NOUN", "PROPN", "PRON") and not is_a(token.lemma.lower(), "no_victim")
            if n != trigger.at and known and is_person(trigger.sentence, n):
                yield "victim", n


def _held(view: View, trigger: Trigger) -> Iterator[int]:
    """Those named of whom a word of custody is said: "Governor X was arrested", "police detained X and Y"."""
    if trigger.harm != "detained":
        return
    for n in _with_names(trigger.sentence, find_victims(trigger)):
        referent = view.referent_at(trigger.sentence, n)
        if n != trigger.at and referent is not None and referent.named and referent.type == "person":
            yield n


def _with_names(sentence: SentenceView, heads: Iterable[int]) -> list[int]:
    """The nouns, what is joined to them and what stands in apposition: "the banker X and his wife Y"."""
    found = list(heads)
    for n in found:
        found += [k for k in sentence.kids(n, "conj", "appos") if k not in found]
    return found


def _weapons(trigger: Trigger) -> Iterator[tuple[Property, int]]:
    """Weapons named in the trigger's own clause."""
    sentence = trigger.sentence
    if trigger.type not in ("attack", "killing"):
        return
    for n in sentence.subtree(trigger.at):
        token = sentence.tokens[n]
        modifies = token.dep == "nmod" or (
            token.dep == "compound" and sentence.tokens[token.head].pos == "NOUN" and token.head != trigger.at
        )
        named = token.pos in ("NOUN", "PROPN") and token.lemma.lower() in weapon_nouns() and not _is_site(sentence, n)
        if named and not modifies and n != trigger.at and _wielded(sentence, n, trigger.at):
            yield "weapon", n
    over = sentence.tokens[trigger.at].head
    laid = sentence.tokens[trigger.at].dep in ("acl", "relcl") and is_a(trigger.entry.word, "handle")
    if laid and sentence.tokens[over].lemma.lower() in weapon_nouns():
        yield "weapon", over


def _is_site(sentence: SentenceView, at: int) -> bool:
    """ "at the Lonfield mine": where it happened."""
    token = sentence.tokens[at]
    return token.dep == "pobj" and sentence.tokens[token.head].text.lower() in ("at", "near", "outside", "inside")


def _wielded(sentence: SentenceView, at: int, above: int) -> bool:
    """Whether a weapon was used, as against found, hidden, owned or named in a charge."""
    if sentence.tokens[at].dep == "conj" and sentence.tokens[above].pos == "NOUN":
        return False
    for n in sentence.up(at):
        if n == above:
            return True
        token = sentence.tokens[n]
        if token.pos == "VERB" and not is_a(token.lemma.lower(), "wield"):
            return False
        if is_a(token.lemma.lower(), "owned") or (token.pos == "NOUN" and is_a(token.lemma.lower(), "charge_word")):
            return False
    return True
