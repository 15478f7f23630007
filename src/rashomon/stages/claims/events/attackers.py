"""The attacker's own death: "killed four people before turning the gun on himself" tells of five dead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files

from rashomon.stages.claims.events.figure import Figure
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.persons import is_person
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView, View

_SELF = r"(?:him|her)self"
_GUN = r"(?:\w+ ){0,2}(?:gun|weapon|rifle|shotgun|pistol|handgun|knife|firearm)"
_OWN_DEATH = re.compile(
    rf"\b(?:kill(?:ed|ing|s)(?: \w+)?,? (?:and )?{_SELF}|(?:fatally|then) sh(?:ot|oots|ooting) {_SELF}"
    rf"|sh(?:ot|oots|ooting)(?: and killed)? {_SELF} (?:dead|to death|fatally)"
    rf"|(?:took|taking|takes) (?:his|her) own life|committ?(?:ed|ing|s) suicide|dies? by suicide"
    rf"|turn(?:ed|ing|s) (?:the|his|her|a) {_GUN} (?:up)?on {_SELF}"
    rf"|dead (?:from|of) [\w -]{{0,20}}self-inflicted|died (?:from|of) [\w -]{{0,30}}self-inflicted)",
    re.IGNORECASE,
)
_AND_HIMSELF = re.compile(rf"(?:\b(?:and|then|before)|,) (?:{_SELF}|self)\b", re.IGNORECASE)
_SOMEBODY_ELSE = re.compile(r"\b(?:boy|girl|child|toddler|one|another|who once)\b[^.;]{0,20}$", re.IGNORECASE)
_SHOT_HIMSELF = re.compile(rf"\bsh(?:ot|oots|ooting) {_SELF}\b", re.IGNORECASE)
_ENDED = re.compile(
    r"\bbefore (?:being|(?:he|she|officers|deputies|police) (?:was|were|fatally)) ?"
    r"(?:fatally shot|shot (?:dead|and killed|to death)|killed|shot (?:him|her) (?:dead|to death))\b",
    re.IGNORECASE,
)
_LAWMEN = r"(?:police|officers?|deputies|deputy|troopers?|agents?|SWAT team|snipers?|guards?|marshals?)"
_SHOT_BY_LAW = re.compile(
    rf"\b{_LAWMEN}\b[^.;]{{0,60}}\b(?:fatally shot|shot and killed|shot dead|killed|gunned down)"
    r" (?:him|her|the (?:gunman|shooter|suspect|attacker|assailant|killer))\b"
    rf"|\b{_LAWMEN} shot (?:him|her|the (?:gunman|shooter|suspect|attacker|assailant)) (?:dead|to death)\b",
    re.IGNORECASE,
)
_SUICIDE = re.compile(r"\bmurder[ /-]+suicides?\b|\bown life\b|\bsuicide\b|\bself-inflicted\b", re.IGNORECASE)
_NOT_DONE = re.compile(r"\b(?:accidentally|tried to|attempted to|wanted to|threatened to|failed)\b", re.IGNORECASE)


def with_attacker(view: View, told: Sequence[Figure], dead: Sequence[Figure]) -> Iterator[Figure]:
    """Each figure of those an attacker killed, with the attacker who died too: as a sum of the tool's own making.

    `told` are all figures of one incident, `dead` those of the killed that stand. Only figures that leave the attacker
    out by their grammar count: "killed four", "four were shot by a man who".
    """
    own = [f for f in dead if f.value.number and f.value.bound == "exact" and f.value.part is None
           and not _is_own_death(f)]  # fmt: skip
    made = [d for f in own for d in _in_one_sentence(view, f)]
    yield from made
    numbers = {f.value.number for f in (*own, *made)}
    if not own or made or any(f.value.includes for f in own) or not (_attacker_died(told) or _died(view)):
        return
    last = next((f for f in reversed(own) if _leaves_out(f) or _counts_apart(f)), None)
    if last is not None and last.value.number == max(n for n in numbers if n):
        yield _sum(last, last.first, last.last)


def _in_one_sentence(view: View, figure: Figure) -> Iterator[Figure]:
    """ "Killed four and then himself": the figure, and behind it how the attacker died."""
    sentence = figure.trigger.sentence
    words, start = _words(sentence), sentence.tokens[0].start
    at = max(sentence.tokens[figure.last].start, figure.trigger.token.start) - start
    own = next((m for m in _OWN_DEATH.finditer(words) if m.end() > at), None)
    if own is None and _leaves_out(figure):
        own = next((m for m in _AND_HIMSELF.finditer(words) if m.start() >= at), None)
    if own is None and _tells_of_suicide(view.text):
        own = next((m for m in _SHOT_HIMSELF.finditer(words) if m.end() > at), None)
    if own is None and _leaves_out(figure):
        own = next((m for m in _ENDED.finditer(words) if m.start() > at), None)
    if own is None or _NOT_DONE.search(words, max(0, own.start() - 30), own.start()):
        return
    if _leaves_out(figure) or _told_next(words[at : own.start()]):
        yield _sum(figure, figure.first, max(figure.last, sentence.token_at(start + own.end() - 1)))


@lru_cache(maxsize=2)
def _tells_of_suicide(text: str) -> bool:
    """Whether a report does: asked for each of its figures."""
    return _SUICIDE.search(text) is not None


def _told_next(between: str) -> bool:
    """ "Four shot dead, then the gunman": a clause of the attacker's own, after the one with the figure."""
    words = between.lower().split()
    return "then" in words and is_a(words[-1] if words else "", "attacker") and not {"after", "when"} & set(words)


def _words(sentence: SentenceView) -> str:
    return sentence.text[sentence.tokens[0].start : sentence.tokens[-1].end].replace("\n", " ")


def _sum(figure: Figure, first: int, last: int) -> Figure:
    value = replace(figure.value, number=(figure.value.number or 0) + 1, of="people", includes=("the attacker",))
    return replace(figure, value=value, first=first, last=last, sort="stated", other=False, derived=True)


def _counts_apart(figure: Figure) -> bool:
    """ "Three children", "49 victims": the noun itself leaves the attacker out."""
    token = figure.trigger.sentence.tokens[figure.victim]
    return figure.sort != "single" and (token.lemma.lower(), "apart") in _nouns()


def _leaves_out(figure: Figure) -> bool:
    """Whether the clause has a person do it to those counted: nobody is his own victim there."""
    trigger = figure.trigger
    sentence, at = trigger.sentence, trigger.at
    if trigger.entry.frame != "obj" or trigger.noun:
        return False
    passive = sentence.child(at, "auxpass", "nsubjpass") is not None
    if passive or sentence.child(at, "dobj") is None:
        return any(_may_attack(sentence, n) for by in sentence.kids(at, "agent") for n in sentence.kids(by, "pobj"))
    return _done_by_person(sentence, at)


def _done_by_person(sentence: SentenceView, at: int) -> bool:
    """The doer of an active verb is somebody, not an incident ("a shooting that killed nine")."""
    for n in (at, *sentence.up(at)):
        doer = sentence.child(n, "nsubj")
        if doer is not None:
            if sentence.tokens[doer].text.lower() in ("who", "he", "she"):
                return True
            if sentence.tokens[doer].text.lower() in ("that", "which") and sentence.tokens[n].dep == "relcl":
                return _may_attack(sentence, sentence.tokens[n].head)
            return _may_attack(sentence, doer)
        if sentence.tokens[n].dep == "acl":
            return _may_attack(sentence, sentence.tokens[n].head)
    return False


def _may_attack(sentence: SentenceView, at: int) -> bool:
    """One person who is no officer of the law."""
    token = sentence.tokens[at]
    return is_person(sentence, at) and token.tag in ("NN", "NNP") and (token.lemma.lower(), "lawman") not in _nouns()


@cache
def _nouns() -> frozenset[tuple[str, str]]:
    text = files("rashomon.data").joinpath("events/attackers.tsv").read_text(encoding="utf-8")
    rows = (row.split("\t") for row in text.splitlines() if row and not row.startswith("#"))
    return frozenset((noun, kind) for kind, noun in rows)


@lru_cache(maxsize=1)
def _died(view: View) -> bool:
    """Whether the report tells that the one attacker it speaks of died by his own hand or was shot by the police.

    Asked for each of its incidents: looked for once.
    """
    suicide = _SUICIDE.search(view.text) is not None
    for sentence in view.sentences:
        words = _words(sentence)
        own = _OWN_DEATH.search(words) or (suicide and _SHOT_HIMSELF.search(words)) or _SHOT_BY_LAW.search(words)
        before = words[max(0, own.start() - 40) : own.start()] if own else ""
        if own and not _NOT_DONE.search(before) and not _SOMEBODY_ELSE.search(before):
            return True
    return False


def _attacker_died(figures: Sequence[Figure]) -> bool:
    """ "The gunman was shot dead by police": a death of somebody called by what he did."""
    return any(f.harm == "killed" and f.sort == "single" and _is_attacker(f.trigger, f.victim) for f in figures)


def _is_own_death(figure: Figure) -> bool:
    """ "The gunman was shot dead", "took his own life": the attacker himself, not whom he killed."""
    lemma = figure.trigger.sentence.tokens[figure.victim].lemma.lower()
    return _is_attacker(figure.trigger, figure.victim) or (figure.sort == "single" and lemma == "life")


def _is_attacker(trigger: Trigger, at: int) -> bool:
    token = trigger.sentence.tokens[at]
    return token.pos == "NOUN" and is_a(token.lemma.lower(), "attacker")
