"""Who is meant by the words of a proposal: somebody of that document, by a name, a part of it, a description or a pronoun."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.annotation import Mention, Referent
from rashomon.model.span import Span
from rashomon.stages.claims.gate.quoting import Text
from rashomon.stages.claims.view import View
from rashomon.text.fold import fold_words

_LEADING = frozenset({"the", "a", "an"})
_REACH = 600
"""Characters around a claim within which a pronoun or a description is looked for first."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Who is meant: the referent, where one is known; `stands` is where the words stand, None where they do not."""

    referent: str | None
    stands: Span | None
    mention: Mention | None = None


class People:
    """Everybody that one document names or describes."""

    def __init__(self, view: View, text: Text) -> None:
        self._view, self._text = view, text

    def meant(self, words: str, near: Span) -> Meant:
        """Who the words mean beside a stretch: the nearest place where they stand, else whom they are a name of."""
        whole = Span(0, len(self._view.text))
        turned = words[:1].swapcase() + words[1:]
        found = self._text.near(words, near, whole) or self._text.near(turned, near, whole)
        if not found:
            named = self._named(words)
            return Meant(named.id if named else None, None)
        places = sorted(found, key=lambda s: max(0, near.start - s.end, s.start - near.end))
        told = [(s, m) for s in places if (m := self._mention(s)) is not None and m.referent]
        if told and (told[0][0] == places[0] or told[0][1].form == "name"):
            return Meant(told[0][1].referent, told[0][0], told[0][1])
        named = self._named(words)
        mention = self._mention(places[0])
        return Meant(named.id if named else None, places[0], mention)

    def names(self, referent: str) -> tuple[str, ...]:
        """Every name of a referent."""
        one = self._view.referents.get(referent)
        return (one.name, *(a.name for a in one.aliases)) if one else ()

    def is_near(self, referent: str, around: Span) -> bool:
        """Whether somebody is named, described or meant by a pronoun in or shortly before a stretch."""
        held = self._view.mentions_of.get(referent, ())
        return any(around.start - _REACH <= m.start < around.end for m in held)

    def _mention(self, span: Span) -> Mention | None:
        """The mention that words are, or that their last part is: "Mayor Ilse Tornow"."""
        held = (self._view.sentence_at(span.start), self._view.sentence_at(span.end - 1))
        near = [m for v in dict.fromkeys(v for v in held if v is not None) for m in v.mentions]
        touching = [m for m in near if m.start < span.end and span.start < m.end]
        return min(touching, key=lambda m: (abs(m.start - span.start) + abs(m.end - span.end), m.start), default=None)

    def _named(self, words: str) -> Referent | None:
        """The one whose name the words are or are a part of; None where nobody is, or several are."""
        wanted = set(fold_words(words).split()) - _LEADING
        if not wanted:
            return None
        found = [
            r for r in self._view.annotations.referents
            if r.named and any(wanted <= set(fold_words(n).split()) for n in (r.name, *(a.name for a in r.aliases)))
        ]  # fmt: skip
        return found[0] if len(found) == 1 else None


def same_words(a: str, b: str) -> bool:
    """Whether one name's words are all among the other's: "Tornow" and "Mayor Ilse Tornow"."""
    one, other = set(fold_words(a).split()) - _LEADING, set(fold_words(b).split()) - _LEADING
    return bool(one and other) and (one <= other or other <= one)
