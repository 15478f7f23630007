"""On whose word a claim stands: the chain of speakers over a place in the text, its root, basis and stance."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from rashomon.model.claim import Attribution, Basis, ChainLink, LinkKind, Period, Stance
from rashomon.model.document import Document, DocumentKind
from rashomon.stages.claims.attribution.citing import cited, had_from
from rashomon.stages.claims.attribution.cues import kinds
from rashomon.stages.claims.attribution.learned import brings_no_voice
from rashomon.stages.claims.attribution.passed_on import had_before, had_later, told_in_turn
from rashomon.stages.claims.attribution.quotations import find_quotations
from rashomon.stages.claims.attribution.vouching import at_hearing, blames, is_nobody, is_shown, vouches
from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.given import is_point, is_read, is_set_around, with_given
from rashomon.stages.claims.relays import relays
from rashomon.stages.claims.stance import combine
from rashomon.stages.claims.stance.unverified import is_left_unverified, is_unverified
from rashomon.stages.claims.view import SentenceView, View
from rashomon.text.fold import fold, fold_words

Answer = TypeVar("Answer")
_PAPERS: dict[DocumentKind, LinkKind] = {
    "note": "document", "indictment": "document", "statement": "document",
    "hearing": "record", "transcript": "record", "record": "record",
}  # fmt: skip
_DATELINE = re.compile(r"^[ \t]*[^\W\d_][^()\n]{1,60}\(([^\W\d_][\w.& ]{1,30})\)[ \t]*[-–—:]", re.MULTILINE)
_PRONOUNS = frozenset({"he", "she", "it", "they"})
"""Whom these mean is told by the attribution that a rule's own link stands for."""
_NOBODY = frozenset({"nothing", "nobody", "none", "no one", "neither"})
_UNNAMED = "unnamed"
_LAID = frozenset({"suspect", "charge", "blame"})
_GRADED = frozenset({"suspect", "charge", "blame", "responsibility"})
_DONE = frozenset({"perpetrator", "organizer", "blame"})
_BODIES = frozenset({"police", "army", "military", "government", "ministry", "gendarmerie", "parliament", "court"})


@dataclass(frozen=True, slots=True)
class Sourcing:
    """What the chain over one draft comes to."""

    chain: tuple[ChainLink, ...]
    root: int | None
    basis: Basis
    stance: Stance
    said_on: Period | None
    attribution: str | None


class Chains:
    """The attributions of one document, ready to be asked which of them stand over an offset."""

    def __init__(self, view: View, attributions: Sequence[Attribution]) -> None:
        self._view = view
        self._head = head_links(view.document)
        self._quotations = find_quotations(view)
        self._answers: dict[tuple[object, str], object] = {}
        self._by_sentence: dict[int, list[Attribution]] = {}
        for one in attributions:
            for span in (*one.content, *one.cue):
                for number in self._sentences(span.start, span.end):
                    held = self._by_sentence.setdefault(number, [])
                    if one not in held:
                        held.append(one)

    def _sentences(self, start: int, end: int) -> range:
        view = self._view
        first, last = view.sentence_at(start), view.sentence_at(end - 1)
        if first is None:
            return range(0)
        return range(first.sentence.index, (last or first).sentence.index + 1)

    def _once(self, ask: Callable[[View, Attribution], Answer], one: Attribution) -> Answer:
        """What is asked of an attribution, the same for all that stands below it."""
        key = (ask, one.id)
        if key not in self._answers:
            self._answers[key] = ask(self._view, one)
        return cast("Answer", self._answers[key])

    def over(self, at: int, on_cue: bool = False) -> list[Attribution]:
        """The attributions whose content holds an offset, outermost first.

        With `on_cue` also the one whose cue it stands in: whoever accuses stands behind "accused", and behind what else
        the words lay on the accused.
        """
        sentence = self._view.sentence_at(at)
        held = self._by_sentence.get(sentence.sentence.index, []) if sentence else []
        found = [a for a in held if any(s.start <= at < s.end for s in a.content) and self._once(vouches, a)]
        if sentence is not None and sentence.sentence.governance[sentence.token_at(at)].aside:
            found = [a for a in found if a.direct or not is_set_around(a, at) or self._is_aside(sentence, a)]
        if on_cue:
            held = [a for a in held if a not in found and not is_nobody(a)]
            found += [a for a in held if any(s.start <= at < s.end for s in a.cue)]
            inside = (a for a in held if a not in found and any(s.start <= at < s.end for s in a.content))
            found += [a for a in inside if self._once(blames, a)]
        return sorted(found, key=lambda a: -sum(s.end - s.start for s in a.content))

    @staticmethod
    def _is_aside(sentence: SentenceView, one: Attribution) -> bool:
        """True for "X, who according to the police shot him": set around nothing but the aside that it stands in."""
        return bool(one.cue) and sentence.sentence.governance[sentence.token_at(one.cue[0].start)].aside

    def sourcing(self, draft: Draft, on_cue: bool) -> Sourcing:
        """The chain of a draft, with root, basis, stance and when it was said."""
        over = self.over(draft.at, on_cue)
        if draft.attribution is not None:
            over = [a for a in over if a.id != draft.attribution.id and _size(a) >= _size(draft.attribution)]
            over.append(draft.attribution)
        over = [a for a in over if not _is_of_himself(a, draft)]
        links = list(self._head)
        for one in over:
            links.extend(self._links(one, links))
            links.extend(_new([link], links) if (link := self._once(had_from, one)) is not None else ())
            links.extend(_new([*self._once(told_in_turn, one), *self._once(had_later, one)], links))
            links.extend(_new(cited(self._view, one, draft.at), links))
        spoken = [fold(s.quote) for a in over if a.name for s in a.source]
        said = [k for k in draft.links if k.name.lower() not in _NOBODY]
        said = [k for k in said if not any(s.startswith(fold(k.name) + " ") for s in spoken)]
        links.extend(_new([k for k in said if not over or k.name.lower() not in _PRONOUNS], links))
        innermost = over[-1] if over else None
        stance = self._stance(draft, over)
        if stance == "asserted" and not over and not draft.links:
            stance = self._between_marks(draft.at)
        if stance in ("asserted", "alleged") and (
            (not over and is_unverified(self._view, draft.at)) or is_left_unverified(self._view, draft.at)
        ):
            stance = "unconfirmed"
        return Sourcing(
            tuple(links),
            self._root(links),
            self._basis(links, over),
            stance,
            innermost.said_on if innermost else None,
            innermost.id if innermost else None,
        )

    def _between_marks(self, at: int) -> Stance:
        """What stands between quotation marks is somebody's word, though the text does not say whose; a word or two is alleged."""
        held = next((q for q in self._quotations.touching(at, at + 1) if q.start < at < q.end), None)
        return "asserted" if held is None else "undetermined" if held.speech else "alleged"

    def _links(self, one: Attribution, before: Sequence[ChainLink]) -> list[ChainLink]:
        """The links that an attribution adds: who was told, when that is a medium, and who speaks."""
        if (not one.name and (len(before) > len(self._head) or self._once(is_shown, one))) or _is_own_voice(one):
            return []
        if len(before) > len(self._head) and brings_no_voice(self._view, one):
            return []
        cue = one.cue[0] if one.cue else None
        speaker = ChainLink(one.name or _UNNAMED, one.kind if one.name else "anonymous", one.speaker, cue)
        return _new([*self._once(relays, one), *self._once(had_before, one), speaker], before)

    def _root(self, links: Sequence[ChainLink]) -> int | None:
        for n in range(len(links) - 1, -1, -1):
            if links[n].kind != "outlet" and self._identified(links[n]):
                return n
            if n and links[n].kind == "outlet":
                return n
        return None

    def _identified(self, link: ChainLink) -> bool:
        """True for a named person or body and a certain paper; "officials", "a witness" are nobody in particular."""
        if link.kind == "anonymous" or link.name == _UNNAMED:
            return False
        referent = self._view.referents.get(link.referent) if link.referent else None
        if link.kind in ("document", "record"):
            return referent is not None or not link.name.lower().endswith("s")
        if referent is not None and referent.named:
            return True
        if link.kind in ("news_agency", "outlet"):
            return link.name[:1].isupper()
        return _is_named(link.name.split())

    def _basis(self, links: Sequence[ChainLink], over: Sequence[Attribution]) -> Basis:
        kind = self._view.document.kind
        held = {link.kind for link in links}
        names = " ".join(fold(link.name) for link in links[1:])
        if ("record" in held or kind in ("record", "transcript")) and not (kind == "hearing" and over):
            return "record"
        if kind == "hearing" or any(self._once(at_hearing, a) for a in over):
            return "testimony"
        if kind == "indictment" or "indictment" in names:
            return "indictment"
        if "document" in held:
            return "document"
        if held & {"official", "court"}:
            return "official"
        if len(links) == len(self._head):
            return "own" if len(links) == 1 else "second_hand"
        return "anonymous" if links[-1].kind == "anonymous" else "second_hand"

    def _stance(self, draft: Draft, over: Sequence[Attribution]) -> Stance:
        """The innermost speaker's stance over the clause's own; what anybody above denies is no support.

        What a speaker denies or alleges is the content's own predicate, not what it takes as given: "denied any part
        in the attack that killed four". A grade that says how sure the accuser is ("suspect X") is not weakened by
        the same word again.
        """
        if draft.property in _GRADED and over and any(c.start <= draft.at < c.end for c in over[-1].cue):
            over = over[:-1]
        draft = with_given(self._view, draft)
        if not over:
            return draft.stance
        over = [a for a in over if a.stance == "asserted" or not is_read(self._view, a, draft)]
        bearing = [a for a in over if a.stance == "asserted" or is_point(self._view, a, draft)]
        if any(a.stance == "denied" for a in bearing):
            return "denied"
        if draft.links or not bearing or bearing[-1] is not over[-1]:
            return draft.stance
        return combine(over[-1].stance, draft.stance)


def head_links(document: Document) -> list[ChainLink]:
    """Who brings the whole document: its outlet or, without one, the paper itself, and an agency in its dateline.

    A note or a record that an outlet publishes stands behind the outlet; a statement is its publisher's own voice.
    """
    paper = _PAPERS.get(document.kind)
    name = document.publisher or document.title or document.file
    links = [ChainLink(name, paper if paper and not document.publisher else "outlet")]
    if paper and document.publisher and document.kind != "statement":
        links.append(ChainLink(document.title or document.file, paper))
    agency = _dateline_agency(document)
    if agency and not _initials_of(agency, name):
        links.append(ChainLink(agency, "news_agency"))
    return links


def _dateline_agency(document: Document) -> str | None:
    """The agency in brackets of "ANKARA (Agency) -" near the head of the text."""
    found = _DATELINE.search(document.text[:1500])
    if not found:
        return None
    place = document.text[found.start() : found.start(1) - 1].split()
    known = any(kinds().get(fold(word)) == "news_agency" for word in found.group(1).split())
    return found.group(1) if known and place and place[0].isupper() else None


def _is_own_voice(one: Attribution) -> bool:
    """True for the report's own "we" and "I": whoever brings the document speaks."""
    return one.parent is None and not one.direct and one.name.lower() in ("i", "we", "us", "our correspondent")


def _is_of_himself(one: Attribution, draft: Draft) -> bool:
    """True for "X: He was sentenced to life", "X pleaded guilty", "X approved the killing": a heading, a plea or X's
    own part in it, X's word for nothing."""
    about = draft.value.referent or draft.subject.referent
    own = draft.property in _DONE and draft.stance != "denied" and about is not None and one.speaker == about
    if own and any(c.start <= draft.at < c.end for c in one.cue):
        return True
    if one.stance == "denied" and draft.property in _LAID and about is not None and one.speaker == about:
        return True  # "he is accused of the theft, which he denies"
    if draft.property not in ("charge", "conviction") or about is None or one.speaker != about:
        return False
    return bool(one.cue) and fold(one.cue[0].quote) in (":", "pleaded", "pleads", "pled")


def _initials_of(acronym: str, name: str) -> bool:
    """True where one name is the other, or short for it: DHA and Delta Haber Ajansı, or Delta News Agency."""
    a, b = fold_words(acronym), fold_words(name)
    return a == b or b.startswith(a + " ") or ("agency" in b and a[:1] == b[:1])


def _new(links: Sequence[ChainLink], before: Sequence[ChainLink]) -> list[ChainLink]:
    found: list[ChainLink] = []
    for link in links:
        if not any(_same(link, earlier) for earlier in (*before, *found)):
            found.append(link)
    return found


def _size(one: Attribution) -> int:
    return sum(s.end - s.start for s in one.content)


def _same(a: ChainLink, b: ChainLink) -> bool:
    if a.name == _UNNAMED and b.name == _UNNAMED:
        return True
    return (a.referent is not None and a.referent == b.referent) or fold_words(a.name) == fold_words(b.name)


def _is_named(words: Sequence[str]) -> bool:
    """True where a name holds a proper noun of its own, and is no plural: "Velmar police", not "Turkish officials"."""
    own = [w for w in words if w[:1].isupper() and w.lower() not in ("the", "a", "an", "one") and not _is_role(w)]
    if not own:
        return False
    last = words[-1]
    if _is_role(last):
        return last.lower() in _BODIES or (last.lower() in kinds() and last[:1].isupper())
    return last[:1].isupper()


def _is_role(word: str) -> bool:
    """True for "police", "officials": a word that says what, not who."""
    low = word.lower()
    return low in kinds() or low.removesuffix("s") in kinds() or low.removesuffix("ies") + "y" in kinds()
