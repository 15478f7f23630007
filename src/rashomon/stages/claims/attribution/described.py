"""Which earlier speaker a bare description means: "the minister", "the witness", "Mr Tarn", "that report"."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.model.claim import Attribution
from rashomon.stages.claims.attribution.agreement import fits, head_of, voice_words
from rashomon.stages.claims.attribution.told_before import Before, gap_of
from rashomon.stages.claims.view import View

_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr"})
_TESTIMONY = 3
_CLOSE = 2


def described(view: View, one: Attribution, before: Before) -> Attribution | None:
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
    alike = [a for a in before.named if a.speaker and (h := head_of(view, a)) and h.word == head.word and not h.many]
    if len({a.speaker for a in alike}) == 1:
        return alike[-1]
    if not alike and head.word in voice_words("bodies"):
        return _body(view, one, before)
    return _testifying(view, one, before) if head.word == "witness" and not alike else None


def _body(view: View, one: Attribution, before: Before) -> Attribution | None:
    """Of "Reed Watch said nine died. The group said ...": the named body that spoke last, where it did so close by."""
    last = before.speaker
    if last is None or not is_known_name(view, last) or gap_of(view, before.where, one) > _CLOSE:
        return None
    return last if last.kind == "organization" and fits(view, last, "it") else None


def is_known_name(view: View, one: Attribution) -> bool:
    """True where the text knows the speaker by name."""
    referent = view.referents.get(one.speaker or "")
    return referent is not None and referent.named


def _is_paper(view: View, one: Attribution) -> bool:
    """True for a named newspaper, agency or channel: what "the paper", "that report" goes on for."""
    named = one.name[:1].isupper() or is_known_name(view, one)
    return named and one.kind in ("outlet", "news_agency")


def _has_own(view: View, word: str, before: Before) -> bool:
    """True where a paper of that word with a name of its own spoke before: "a city police report"."""
    alike = (a for a in before.named if (h := head_of(view, a)) and h.word == word)
    return any(a.kind not in ("outlet", "news_agency") and len(a.name.split()) > 2 for a in alike)


def _surname(word: str, before: Before) -> Attribution | None:
    """The only one before whose name ends with the surname of "Mr Tarn"."""
    alike = [a for a in before.named if a.speaker and a.name.lower().split()[-1:] == [word]]
    return alike[-1] if len({a.speaker for a in alike}) == 1 else None


def _testifying(view: View, one: Attribution, before: Before) -> Attribution | None:
    """Whoever spoke last, for "the witness": not who asks or judges."""
    last = before.speaker
    if last is None or last.speaker is None or gap_of(view, before.where, one) > _TESTIMONY:
        return None
    head = head_of(view, last)
    other = head is None or head.many or head.word in voice_words("others") or last.kind in ("official", "court")
    return None if other or (not fits(view, last, "he") and not fits(view, last, "she")) else last
