"""Which claims go back to one root: the same person, body or paper, or one copied text."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.text.fold import fold_words

_BARE = frozenset({"the", "a", "an", "of", "department", "dept", "office", "s"})


def root_key(layout: Layout, laid: Laid) -> str | None:
    """The key of a claim's root where it is somebody who can be known again in another report; else None."""
    if laid.root is None or laid.claim.root is None:
        return None
    link = laid.claim.chain[laid.claim.root]
    if link.kind == "anonymous" or (
        laid.claim.root == 0 and (link.kind == "outlet" or laid.document.kind == "article")
    ):
        return None
    kind, _, rest = laid.root.partition(" ")
    if kind == "entity":
        return laid.root if rest in layout.named else None
    return laid.root if kind == "outlet" or any(c.isupper() for c in link.name) else None


def root_name(layout: Layout, laids: Iterable[Laid]) -> str:
    """The name of the root that these claims share, as the case or the first of them has it."""
    first = next(iter(laids))
    entity = layout.entities.get((first.root or "").removeprefix("entity "))
    return entity.name if entity else first.claim.chain[first.claim.root or 0].name


def root_words(layout: Layout, laid: Laid) -> frozenset[str]:
    """The words of a root's name that tell it apart: all but articles and "department", "office"."""
    return frozenset(fold_words(root_name(layout, [laid])).split()) - _BARE


class Roots:
    """Sets of keys that stand for one root. Joined once, before anything is asked."""

    def __init__(self, joined: Iterable[tuple[str, str]]) -> None:
        self._up: dict[str, str] = {}
        for a, b in sorted(joined):
            low, high = sorted((self.of(a), self.of(b)))
            if low != high:
                self._up[high] = low

    def of(self, key: str) -> str:
        """The key that stands for all that are one with this one."""
        while key in self._up:
            key = self._up[key]
        return key


def affiliated(layout: Layout) -> list[tuple[str, str]]:
    """Persons and the bodies that reports say they belong to: their word is that body's word."""
    return [
        (f"entity {laid.entity}", f"entity {laid.about}")
        for laid in layout.claims
        if laid.claim.property in ("affiliation", "role") and laid.entity and laid.about
    ]
