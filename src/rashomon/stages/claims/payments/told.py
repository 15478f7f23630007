"""How surely a sum is said to move, and what takes it back: orders, offers, comparisons, parts, rates."""

from __future__ import annotations

from rashomon.model.claim import Stance
from rashomon.stages.claims.payments.found import Moved
from rashomon.stages.claims.stance import local_stance
from rashomon.stages.claims.stance.under import under
from rashomon.stages.claims.view import SentenceView

_TIMES = frozenset({"month", "year", "week", "hour", "annum"})
_EARNING = frozenset({"earn", "draw", "make", "charge", "cost", "be", "gain", "net"})
_SENTENCING = frozenset({"order", "sentence", "condemn", "oblige", "require"})
_TELLING = frozenset({"tell", "instruct", "ask", "direct"})
_OFFERING = frozenset({"authorize", "authorise", "approve", "announce", "offer", "propose", "promise", "set", "post"})
_COMPARING = frozenset({"times", "than", "worth", "compared"})
_COMING_ABOUT = frozenset({"go", "happen", "take", "arrive", "reach", "occur", "exist", "materialise", "clear"})
_AGREEING = frozenset(
    {"agree", "promise", "undertake", "pledge", "vow", "offer", "commit", "be", "contract", "arrange"}
)
_FRACTIONS = frozenset({"half", "third", "quarter", "part", "some", "most", "rest", "share"})
_COMING = frozenset({"would", "will", "'ll", "’ll", "'d", "’d"})


def stance_of_sum(sentence: SentenceView, moved: Moved) -> Stance | None:
    """What the words over it leave of it; what a court orders somebody to pay stands as its order."""
    if moved.at is None or (moved.noun is None and moved.verb_class in ("money-is", None)):
        return None
    stance = local_stance(sentence, moved.at)
    if moved.verb is None and any(
        moved.at < f.at and f.lemma in _COMING_ABOUT and local_stance(sentence, f.at) == "denied"
        for f in sentence.verbs
    ):
        return "denied"
    if stance is None and _is_reward_offered(sentence, moved):
        return "asserted"
    if stance is None and moved.noun_class in ("money-reward", "money-ransom", "money-bribe"):
        return (
            "denied" if moved.verb is not None and any(o.cls == "negate" for o in under(sentence, moved.verb)) else None
        )
    if stance is None and (
        is_announced(sentence, moved)
        or (moved.verb is not None and (is_ordered(sentence, moved.verb) or is_asked_for(sentence, moved.verb)))
    ):
        return "asserted"
    return stance


def is_against_payment(sentence: SentenceView, moved: Moved) -> bool:
    """Of "freed against payment of S" that it was paid."""
    before = "" if not moved.noun else sentence.tokens[moved.noun - 1].text.lower()
    return (
        moved.noun is not None
        and sentence.tokens[moved.noun].lemma == "payment"
        and before in ("against", "upon", "on")
    )


def _is_reward_offered(sentence: SentenceView, moved: Moved) -> bool:
    """Of "authorized a reward of S", "approved a bounty of S" what is said of whoever brings him in."""
    if moved.noun is None or moved.noun_class != "money-reward":
        return False
    held = under(sentence, moved.noun)
    return bool(held) and all(sentence.tokens[o.token].lemma.lower() in _OFFERING for o in held)


def is_announced(sentence: SentenceView, moved: Moved) -> bool:
    """Of "the company said that it would pay S to X" an offer: a sum that somebody says is to come, and nothing else takes back."""
    if (
        moved.verb is None
        or moved.noun is not None
        or moved.verb_class not in ("money-pay", "money-give", "money-take")
    ):
        return False
    held = under(sentence, moved.verb)
    if _is_agreed(sentence, moved.verb):
        return True
    coming = any(o.cls == "future" and sentence.tokens[o.token].text.lower() in _COMING for o in held)
    return coming and any(o.cls == "say" for o in held) and all(o.cls in ("future", "say") for o in held)


def _is_agreed(sentence: SentenceView, verb: int) -> bool:
    """Of "agreed to pay S", "was to receive S" what was agreed, and nothing takes back."""
    for over in sentence.verbs:
        if verb in over.infinitives and over.lemma in _AGREEING and over.at < verb:
            plain = over.lemma != "be" or sentence.tokens[over.at].text.lower() in ("was", "were")
            return plain and local_stance(sentence, over.at) == "asserted"
    return False


def is_ordered(sentence: SentenceView, verb: int) -> bool:
    """Whether a court orders it: "ordered X to pay"; "must pay a fine" is what one says of a sentence passed."""
    if any(verb in f.infinitives and f.lemma in _SENTENCING for f in sentence.verbs):
        return True
    held = [sentence.tokens[o.token].lemma.lower() for o in under(sentence, verb)]
    return bool(held) and all(word in ("must", "shall") for word in held)


def is_asked_for(sentence: SentenceView, verb: int) -> bool:
    """Of "was told to bring S", "instructed them to leave S" a demand: that it was asked for is told, not that it was paid."""
    held = [o for o in under(sentence, verb) if o.cls == "intend"]
    telling = [f for f in sentence.verbs if verb in f.infinitives and f.lemma in _TELLING]
    said = any(local_stance(sentence, f.at) == "asserted" for f in telling)
    return said and len(held) == 1 and held[0].token == telling[0].at


def is_part_of(sentence: SentenceView, moved: Moved) -> bool:
    """Of "half of the S went to X", "of the S 20,000 went to X" the S, of which X got a part."""
    before = [t.lemma.lower() for t in sentence.tokens[max(0, moved.first - 3) : moved.first]]
    if moved.verb_class not in ("money-move", "money-come") or "of" not in before:
        return False
    frame = None if moved.verb is None else sentence.frame(moved.verb)
    of = () if frame is None else frame.oblique("of")
    return not _FRACTIONS.isdisjoint(before) or any(moved.first <= n <= moved.last for n in of)


def is_rate(sentence: SentenceView, moved: Moved) -> bool:
    """Of "earned S a month", "a salary of S a year": what one gets in a time, and of whom is not said; "was paid S a month" by somebody."""
    after = [t.text.lower() for t in sentence.tokens[moved.last + 1 : moved.last + 3]]
    given = moved.noun is None and moved.verb is not None and sentence.tokens[moved.verb].lemma.lower() not in _EARNING
    wages = moved.noun_class in (None, "money-payment") and not given
    return wages and len(after) == 2 and after[0] in ("a", "per", "an", "each") and after[1] in _TIMES


def is_compared(sentence: SentenceView, first: int) -> bool:
    """Of "three times the 5,000 euros that she earned", "more than she paid": a measure."""
    before = sentence.tokens[max(0, first - 3) : first]
    if [t.lemma for t in before[-2:]] == ["be", "worth"]:
        return False
    return any(t.text.lower() in _COMPARING and t.text.lower() != "than" for t in before)
