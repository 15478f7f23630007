"""Money: rewards on a wanted person's head, ransoms, payments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.model.annotation import Bound, Referent
from rashomon.model.claim import Subject, Value
from rashomon.model.span import Quote
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.persons.lexicon import currencies
from rashomon.stages.claims.stance import local_stance
from rashomon.stages.claims.view import SentenceView, View

_SCALE = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "m": 1e6, "bn": 1e9, "k": 1e3}
_NUMBER = r"(?P<n{0}>\d[\d,]*(?:\.\d+)?)\s?(?P<s{0}>thousand|million|billion|m|bn|k)?"
_MONEY = re.compile(
    rf"(?P<sign>US\$|[$€£₺₽₴₹¥₪₦])\s?{_NUMBER.format(1)}\b|\b{_NUMBER.format(2)}\s(?:\w+\s)?(?P<word>[A-Za-z]{{2,9}})\b",
    re.IGNORECASE,
)
_BOUNDS: tuple[tuple[str, Bound], ...] = (
    ("up to", "at_most"), ("upto", "at_most"), ("as much as", "at_most"), ("more than", "more_than"),
    ("over", "more_than"), ("at least", "at_least"), ("about", "about"), ("around", "about"), ("nearly", "about"),
    ("almost", "about"), ("some", "about"), ("roughly", "about"), ("under", "fewer_than"), ("less than", "fewer_than"),
)  # fmt: skip
_REWARD = re.compile(r"\b(?:rewards?|bount(?:y|ies)|information (?:that|which|leading)|capture)\b", re.IGNORECASE)
_WANTED = re.compile(
    r"\b(?:most[- ]wanted|wanted (?:by|for|list|in|on|men|man|woman)|red (?:list|notice)|bounty)|arrest warrants? (?:for|against|on)\b",
    re.IGNORECASE,
)
_PAID = frozenset(
    {"pay", "demand", "receive", "transfer", "send", "give", "ransom", "bribe", "donate", "deposit", "wire", "collect",
     "extort", "steal", "cost", "launder", "seize"}
)  # fmt: skip


def find_money(view: View, told: Told) -> Iterator[Draft]:
    """Wanted notices with their reward, and sums that a verb of paying or demanding moves."""
    for sentence in view.sentences:
        words = view.text[sentence.sentence.start : sentence.sentence.end]
        notice = _WANTED.search(words)
        sums = list(_sums(words)) if any(c.isdigit() for c in words) else []
        reward = _REWARD.search(words) if sums else None
        if notice or reward:
            yield from _wanted(view, sentence, notice or reward, sums if reward else [])
        elif sums:
            yield from _payments(view, sentence, sums)


def _sums(words: str) -> Iterator[tuple[int, int, Value]]:
    for found in _MONEY.finditer(words):
        code = currencies().get((found["sign"] or found["word"] or "").lower())
        number, scale = (found["n1"], found["s1"]) if found["sign"] else (found["n2"], found["s2"])
        if code is None:
            continue
        amount = float(number.replace(",", "")) * _SCALE.get((scale or "").lower(), 1)
        before = words[: found.start()].rstrip().casefold()
        bound: Bound = next((b for phrase, b in _BOUNDS if before.endswith(phrase)), "exact")
        start = found.start() - (len(before) and next((len(p) + 1 for p, _ in _BOUNDS if before.endswith(p)), 0))
        yield (
            start,
            found.end(),
            Value(number=int(amount) if amount.is_integer() else amount, bound=bound, currency=code),
        )


def _wanted(
    view: View, sentence: SentenceView, notice: re.Match[str] | None, sums: list[tuple[int, int, Value]]
) -> Iterator[Draft]:
    """On whom the notice is: the one named person of the sentence, or of the one before it."""
    who = _meant(view, sentence)
    if who is None or notice is None:
        return
    base = sentence.sentence.start
    at = sentence.token_at(base + notice.start())
    stance = local_stance(sentence, at) or "asserted"
    spans = [(s, e) for s, e, _ in sums] or [(notice.start(), notice.end())]
    start, end = min(notice.start(), spans[0][0]), max(notice.end(), spans[0][1])
    value = sums[0][2] if sums else Value(text=notice.group())
    quote = Quote.cut(view.text, base + start, base + end)
    yield Draft("wanted", quote, base + notice.start(), Subject(referent=who.id), value, "wanted", stance)


def _meant(view: View, sentence: SentenceView) -> Referent | None:
    for near in (
        sentence,
        view.sentences[sentence.sentence.index - 1] if sentence.sentence.index else sentence,
    ):
        found = {m.referent for m in near.mentions if m.type == "person" and m.referent}
        people = [r for r in (view.referents[i] for i in found if i in view.referents) if r.named]
        if len(people) == 1:
            return people[0]
        if people:
            return None
    return None


def _payments(view: View, sentence: SentenceView, sums: list[tuple[int, int, Value]]) -> Iterator[Draft]:
    base = sentence.sentence.start
    for start, end, value in sums:
        first = sentence.token_at(base + start)
        verb = next((n for n in (first, *sentence.up(first)) if sentence.tokens[n].lemma in _PAID), None)
        if verb is None or (stance := local_stance(sentence, verb)) is None:
            continue
        low, high = min(verb, first), max(verb, sentence.token_at(base + end - 1))
        occurrence = told_at(view, sentence)
        yield Draft("amount", sentence.quote(low, high), sentence.tokens[verb].start,
                    Subject(referent=occurrence), value, "amount", stance)  # fmt: skip


def told_at(view: View, sentence: SentenceView) -> str | None:
    """The one named person or body that is the subject of a sentence about money, or None."""
    at = sentence.child(sentence.root(), "nsubj", "nsubjpass")
    who = view.referent_at(sentence, at) if at is not None else None
    return who.id if who and who.named else None
