"""Who is accused, in the contract's grades: did it, organised it, suspected, charged, blamed, claims it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from rashomon.model.claim import Stance, Subject, Value
from rashomon.model.span import Quote
from rashomon.stages.claims.accusations import blame, deeds, labels, law, lexicon, organizers, verdicts
from rashomon.stages.claims.accusations.accused import Accused, Rule
from rashomon.stages.claims.accusations.anybody import is_anybody
from rashomon.stages.claims.accusations.figurative import is_figurative
from rashomon.stages.claims.accusations.members import with_their_body
from rashomon.stages.claims.accusations.namesakes import may_be_another
from rashomon.stages.claims.accusations.pronouns import is_plain
from rashomon.stages.claims.actors import REFLEXIVE, Actor, actor, stretch
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.occasions import VIOLENT, Occasions
from rashomon.stages.claims.stance import local_stance
from rashomon.stages.claims.view import SentenceView, View
from rashomon.stages.claims.whole import breaks

_ALLEGED = frozenset({"alleged", "suspected", "accused", "presumed", "purported"})
_IF = frozenset({"if", "unless", "whether"})
_WRONGLY = frozenset({"wrongly", "wrongfully", "falsely", "mistakenly", "erroneously", "unfairly", "unjustly"})
_NOT = frozenset({"not", "n't", "n’t", "never"})
_PRETEXTS = frozenset(
    {"pretext", "lie", "excuse", "myth", "rumor", "rumour", "fantasy", "falsehood", "theory", "notion"}
)
_FALSE = frozenset({"false", "untrue", "wrong", "baseless", "unfounded", "incorrect"})
_REPORTING = frozenset({"report", "say", "claim", "believe", "state", "identify", "name"})
_ECHO = 5
_UNREAD_BLOCKS = frozenset({"boilerplate", "byline", "dateline"})
_RULES: tuple[tuple[Rule, str], ...] = (
    (deeds.read_open_fire, "open set"),
    (deeds.read_gunfire, "shoot fire"),
    (deeds.read_hostage, "take hold"),
    (deeds.read_participation, "participate"),
    (labels.read_person_of_interest, "interest"),
    (organizers.read_given_order, "order"),
    (law.read_charge, "charge indict arraign prosecute"),
    (law.read_plea, "plead"),
    (law.read_facing, "face stand await"),
    (law.read_on_trial, "trial"),
    (law.read_cleared, "acquit clear exonerate"),
    (law.read_dropped, "charge"),
    (blame.read_holding, "hold deem consider"),
    (law.read_suspicion, "suspect implicate link tie connect"),
    (law.read_search, "want seek hunt look search arrest detain hold question apprehend capture"),
    (law.read_accusing, "accuse"),
    (labels.read_the_accused, "accuse accused"),
    (law.read_warrant, "warrant"),
    (verdicts.read_conviction, "convict"),
    (verdicts.read_guilty, "find"),
    (verdicts.read_sentence, "sentence condemn"),
    (organizers.read_behind, "behind"),
    (organizers.read_hired, "hire pay recruit instruct"),
    (blame.read_blame, "blame"),
    (blame.read_responsible, "responsible"),
    (deeds.read_own_death, "blow"),
    (blame.read_claim, "claim take accept assume"),
    (blame.read_confession, "admit confess"),
    (blame.read_avowal, "say claim announce declare acknowledge"),
)


@cache
def _rules() -> dict[str, tuple[tuple[Rule, str], ...]]:
    """By the lemma that calls it: each rule with the name it signs its drafts by."""
    table: list[tuple[Rule, frozenset[str]]] = [(rule, frozenset(lemmas.split())) for rule, lemmas in _RULES]
    table.append((deeds.read_deed, frozenset(lexicon.deeds())))
    table.append((deeds.read_crime_noun, lexicon.words("crimes.txt")))
    table.append((labels.read_label, frozenset(lexicon.labels())))
    table.append((organizers.read_organizing, lexicon.words("organize.txt")))
    found: dict[str, tuple[tuple[Rule, str], ...]] = {}
    for rule, lemmas in table:
        name = "accusation-" + rule.__name__.removeprefix("read_").replace("_", "-")
        for lemma in lemmas:
            found[lemma] = (*found.get(lemma, ()), (rule, name))
    return found


def find_accusations(view: View, told: Told) -> tuple[Draft, ...]:
    """Who is accused of what, in text order; nobody where the sentence leaves open who did it or in what grade."""
    occasions = Occasions(told, VIOLENT)
    found: dict[tuple[object, ...], Draft] = {}
    for sentence in view.sentences:
        if sentence.sentence.block in _UNREAD_BLOCKS or _is_unreal(sentence) or _runs_together(sentence):
            continue
        for draft in _of_sentence(view, sentence, occasions):
            found.setdefault((draft.property, draft.at, draft.value.referent or draft.value.text), draft)
    return tuple(found.values())


def _is_unreal(sentence: SentenceView) -> bool:
    return any(t.lemma in lexicon.words("unreal.txt") for t in sentence.tokens)


def _runs_together(sentence: SentenceView) -> bool:
    """True where words running stand twice: a headline and its repetition, which the parser reads as one clause."""
    words = [t.text for t in sentence.tokens if t.pos not in {"PUNCT", "SPACE"}]
    seen: dict[tuple[str, ...], int] = {}
    starts = range(len(words) - _ECHO + 1)
    return any(n - seen.setdefault(tuple(words[n : n + _ECHO]), n) >= _ECHO for n in starts)


def _of_sentence(view: View, sentence: SentenceView, occasions: Occasions) -> Iterator[Draft]:
    rules = _rules()
    for at, token in enumerate(sentence.tokens):
        for rule, name in rules.get(token.lemma.lower(), ()):
            reads = blame.read_chant if rule is labels.read_label and blame.is_chanted(sentence, at) else rule
            for accused in reads(view, sentence, at):
                for one in (accused, *with_their_body(view, sentence, accused)):
                    draft = _draft(view, sentence, occasions, one, name)
                    if draft is not None:
                        yield draft


def _draft(view: View, sentence: SentenceView, occasions: Occasions, accused: Accused, reader: str) -> Draft | None:
    """The draft of an accusation; None where nobody certain stands there or the clause tells of no event."""
    if is_anybody(sentence, accused.who, accused.at) or sentence.tokens[accused.who].text.lower() in REFLEXIVE:
        return None
    who = actor(view, sentence, accused.who)
    stance = accused.stance or _stance(sentence, accused.at)
    if stance == "possible" and accused.property == "charge" and _is_to_come(sentence, accused.at):
        return None
    if stance == "possible" and accused.property == "conviction":
        return None
    if stance == "denied" and sentence.tokens[accused.at].lemma in {"identify", "name"}:
        return None  # whom nobody identified is not said not to have done it
    if stance == "asserted" and accused.property == "perpetrator" and _is_only_alleged(sentence, accused):
        stance = "alleged"
    if stance == "asserted" and _is_neither(sentence, accused.who):
        stance = "denied"
    if who is None or stance is None or not is_plain(view, sentence, accused.who):
        return None
    if may_be_another(view, sentence, who.token):
        who = replace(who, referent=None)
    if accused.text is not None and who.referent is None:
        return None
    if accused.property == "suspect" and stance == "denied" and _is_nobody_s(sentence, accused.at):
        return None
    if _runs_over(sentence, accused) or is_figurative(sentence, accused):
        return None
    first, last = stretch(sentence, dict.fromkeys((accused.at, accused.who, *accused.words)), must=2)
    start = min(sentence.tokens[first].start, who.words.start) if first == who.token else sentence.tokens[first].start
    if who.words.start < start < who.words.end:
        start = who.words.start
    end = max(sentence.tokens[last].end, who.words.end) if last == who.token else sentence.tokens[last].end
    quote = Quote(start, end, sentence.text[start:end])
    subject, value = _about(sentence, occasions, accused, who)
    return Draft(
        accused.property, quote, sentence.tokens[accused.at].start, subject, value, reader, stance, accused.links
    )


def _runs_over(sentence: SentenceView, accused: Accused) -> bool:
    """Whether a headline ends between the words: "Bandit shot at bar A guard shot a man"."""
    words = (accused.at, accused.who, *accused.words)
    return any(min(words) < n <= max(words) for n in breaks(sentence))


def _is_to_come(sentence: SentenceView, at: int) -> bool:
    """Of "could be charged": nobody is yet."""
    words = {sentence.tokens[n].text.lower() for n in sentence.kids(at, "aux", "auxpass")}
    return bool(words & {"may", "might", "could"}) and "have" not in words


def _is_only_alleged(sentence: SentenceView, accused: Accused) -> bool:
    """Of "shot by the alleged terrorist", "a suspected gunman opened fire", "X was the alleged shooter"."""
    words = (accused.who, *(n for n in accused.words if sentence.tokens[n].lemma.lower() in lexicon.labels()))
    return any(sentence.tokens[n].text.lower() in _ALLEGED for k in words for n in sentence.kids(k, "amod"))


def _stance(sentence: SentenceView, at: int) -> Stance | None:
    """The clause's own stance; "wrongly accused", "no longer a suspect" are denials, "but not killing him" is none."""
    stance = local_stance(sentence, at)
    if sentence.tokens[at].tag == "VBG" and sentence.child(at, "neg") is not None:
        return None
    if any(sentence.tokens[n].text.lower() in _IF for above in sentence.up(at) for n in sentence.kids(above, "mark")):
        return None
    if any(_is_unseen(sentence, above) or _is_untrue(sentence, above) for above in (at, *sentence.up(at))):
        return None
    if _is_wished(sentence, at):
        return None
    if any(_rules_out(sentence, above) for above in sentence.up(at)):
        return "denied"
    said = {sentence.tokens[n].text.lower() for n in sentence.children[at]}
    if stance == "asserted" and sentence.sentence.block == "headline" and _is_doubted(sentence, at):
        return "alleged"
    if stance is not None and (
        said & _WRONGLY or _is_too_much(sentence, at) or ("longer" in said and stance == "asserted")
    ):
        return "denied"
    return stance


def _is_neither(sentence: SentenceView, who: int) -> bool:
    """Of "neither X nor Y shot": both did not."""
    joined = [who, *(n for n in sentence.up(who) if sentence.tokens[who].dep == "conj")][:2]
    said = {sentence.tokens[k].text.lower() for n in joined for k in sentence.kids(n, "cc", "preconj", "det")}
    return bool(said & {"neither", "nor"})


def _rules_out(sentence: SentenceView, at: int) -> bool:
    """Of "police ruled out that X fired", "X was falsely reported to have fired"."""
    said = {sentence.tokens[n].text.lower() for n in sentence.children[at]}
    return (sentence.tokens[at].lemma == "rule" and "out" in said) or (
        sentence.tokens[at].lemma in _REPORTING and bool(said & _WRONGLY)
    )


def _is_wished(sentence: SentenceView, at: int) -> bool:
    """Of "demanded that X be charged", "had X shot him, he would", "hopes X is convicted"."""
    if any(sentence.tokens[n].lemma in {"hope", "wish", "pray"} for n in sentence.up(at)):
        return True
    helping = [sentence.tokens[n] for n in sentence.kids(at, "aux", "auxpass")]
    if any(t.text.lower() == "be" and t.dep == "auxpass" for t in helping):
        return not any(t.dep == "aux" for t in helping)
    subject = sentence.child(at, "nsubj")
    return subject is not None and any(t.text == "Had" and t.start < sentence.tokens[subject].start for t in helping)


def _is_unseen(sentence: SentenceView, at: int) -> bool:
    """Of "they did not see X fire"."""
    return sentence.tokens[at].lemma in {"see", "witness", "hear", "watch"} and sentence.child(at, "neg") is not None


def _is_untrue(sentence: SentenceView, at: int) -> bool:
    """Of "under the pretext that X fired"."""
    if any(n and sentence.tokens[n - 1].lemma in _PRETEXTS for n in sentence.kids(at, "mark")):
        return True
    said = [sentence.tokens[n].lemma for n in sentence.kids(sentence.tokens[at].head, "acomp", "attr")]
    return sentence.tokens[at].lemma == "lie" or (sentence.tokens[at].pos == "NOUN" and not _FALSE.isdisjoint(said))


def _is_too_much(sentence: SentenceView, at: int) -> bool:
    """Of "who are too quickly blamed"."""
    return any(
        sentence.tokens[k].text.lower() == "too" for n in sentence.kids(at, "advmod") for k in sentence.children[n]
    )


def _is_nobody_s(sentence: SentenceView, at: int) -> bool:
    """Of "X is not suspected of anything": where no suspicion was ever told, none is denied."""
    said = {
        sentence.tokens[n].text.lower() for above in (at, sentence.tokens[at].head) for n in sentence.children[above]
    }
    return bool(said & _NOT) and not said & {"longer", "deny", "denied"}


def _is_doubted(sentence: SentenceView, at: int) -> bool:
    """Whether a headline has an "allegedly" before a word: in capitals the parser takes it for a name."""
    return any(t.text.lower() in {"allegedly", "reportedly"} for t in sentence.tokens[:at])


def _about(sentence: SentenceView, occasions: Occasions, accused: Accused, who: Actor) -> tuple[Subject, Value]:
    """Subject and value: a conviction is said of the person, everything else of the incident."""
    if accused.text is not None:
        return Subject(referent=who.referent), Value(text=accused.text)
    value = Value(referent=who.referent, text=who.words.quote)
    return Subject(occurrence=occasions.of(sentence, accused.at)), value
