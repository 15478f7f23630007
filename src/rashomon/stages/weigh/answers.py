"""A statement that says no, against what it answers: an accusation, a call, a payment, another's account of the same thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from rashomon.model.claim import ACCUSATIONS
from rashomon.stages.weigh.answer_scores import NEAR, WORDS, Said, nearness, score, score_own
from rashomon.stages.weigh.contradictions import clauses_saying_no, is_untrue, says_no, stems_of
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.denials import is_of_event, may_be_one_time
from rashomon.stages.weigh.layout import Laid, Layout, incidents_told
from rashomon.stages.weigh.reasons import say_tellers
from rashomon.stages.weigh.roots import root_key
from rashomon.stages.weigh.topics import is_of_a_topic, people_of, read_topics, topics_of, words_of
from rashomon.stages.weigh.turns import takes_back

_ANSWERABLE = ACCUSATIONS | {"contact", "amount", "tie", "statement"}
_SAID = ("asserted", "alleged", "possible", "undetermined")
_STATED = (*_SAID, "denied")
_MOST_TOLD = 3
_ANY = "*"
_NOBODY_KNOWN = frozenset(f"name {word}" for word in ("he", "she", "they", "it", "we", "i", "who"))
_IN_ROWS = frozenset({"contact", "meeting", "payment", "movement", "other"})
_OPEN = re.compile(r"\b(?:if|whether|unless)\b", re.I)
_SHOULD = re.compile(r"\b(?:should|must|would|will|ought|shall)\b(?! have)", re.I)
_EVER = re.compile(r"\b(?:ever|at no (?:point|moment)|never|nobody|no one|not once|not a single|at no time)\b", re.I)
"""A denial of every time, by one of those who would have been there."""


def find_answers(layout: Layout, known: Sequence[Contrast]) -> list[Contrast]:
    """One conflict for each statement that denies what another voice says of the same people and the same thing.

    Denials that are part of a `known` contrast are told there.
    """
    whom, told = people_of(layout), incidents_told(layout)
    known_laids: dict[str, list[Laid]] = defaultdict(list)
    for contrast in known:
        for laid in contrast.laids:
            known_laids[laid.document.id].append(laid)
    denied = (_denial(layout, c, whom, told[c.document.id]) for c in layout.claims)
    noes = [no for no in denied if no]
    if not noes:
        return []
    known_no = {no.laid.claim.id for no in noes if _is_told(no.laid, known_laids[no.laid.document.id])}
    said = _index(_said(layout, c, whom, told[c.document.id]) for c in layout.claims if _may_be_answered(c))
    found = [
        (no, yes)
        for no in _once(noes)
        for yes in _all_answered(layout, no, _beside(no, said), told=no.laid.claim.id in known_no)
        if no.laid.claim.id not in known_no or not any(_is_told(one, known_laids[no.laid.document.id]) for one in yes)
    ]
    return [_contrast(no.laid, yes) for no, yes in found]


def _all_answered(layout: Layout, no: Said, claims: Sequence[Said], *, told: bool) -> Iterator[tuple[Laid, ...]]:
    """What a denial answers of others, of its own speaker, and what its own report tells right before it; `told`: the last alone."""
    best = () if told else _answered(layout, no, claims, own=False)
    yield from (yes for yes in (best, () if told else _answered(layout, no, claims, own=True)) if yes)
    if not any(laid.document.id == no.laid.document.id for laid in best):
        near = [one for one in claims if nearness(one.laid, no.laid) == NEAR]
        yield from (yes for yes in (_answered(layout, no, near, own=False),) if yes)


def _once(noes: Sequence[Said]) -> list[Said]:
    """Each denial once, as a statement where it was read as one, which has more words."""
    statements: dict[str, list[Laid]] = defaultdict(list)
    for no in noes:
        if no.laid.claim.property == "statement":
            statements[no.laid.document.id].append(no.laid)
    of_claims = (no for no in noes if no.laid.claim.property != "statement")
    alone = [no for no in of_claims if not _is_told(no.laid, statements[no.laid.document.id])]
    return [*(no for no in noes if no.laid.claim.property == "statement"), *alone]


def _index(claims: Iterable[Said]) -> dict[str, list[Said]]:
    """Claims by report, topic, and person with topic: in a large case not every two can be laid side by side."""
    found: dict[str, list[Said]] = defaultdict(list)
    for one in claims:
        about = (f"{person} {topic}" for person in one.people for topic in (*one.topics, _ANY))
        for key in (one.laid.document.id, *one.topics, *about):
            found[key].append(one)
    return found


def _beside(no: Said, said: dict[str, list[Said]]) -> list[Said]:
    """The claims that share a report with a denial, or one of its people and topics; with one of a whole event, a topic."""
    about = (f"{person} {topic}" for person in no.people for topic in (no.topics - {"hand"} or {_ANY}))
    keys = (no.laid.document.id, *about, *(no.topics if no.of_event else ()))
    return list({one.laid.claim.id: one for key in keys for one in said.get(key, ())}.values())


def _is_told(laid: Laid, told: Sequence[Laid]) -> bool:
    return any(_overlap(laid, t) for t in told)


def _overlap(a: Laid, b: Laid) -> bool:
    return a.document.id == b.document.id and a.claim.start < b.claim.end and b.claim.start < a.claim.end


def _may_be_answered(laid: Laid) -> bool:
    claim = laid.claim
    return (
        claim.property in _ANSWERABLE
        and claim.stance in _SAID
        and not (
            claim.property == "statement"
            and (says_no(laid) or takes_back(words_of(laid)) or _SHOULD.search(_main(laid)))
        )
    )


def _main(laid: Laid) -> str:
    """The words of a statement up to what it reports itself."""
    return re.split(r"\bthat\b", words_of(laid), maxsplit=1)[0]


def _said(layout: Layout, laid: Laid, whom: Callable[[Laid], frozenset[str]], told: set[str]) -> Said:
    people = whom(laid)
    return Said(laid, people, topics_of(laid), _content(layout, words_of(laid), people), _deed(layout, laid), told)


def _deed(layout: Layout, laid: Laid) -> str | None:
    """The incident of a claim, where that is one of which there are not several of a kind: a denied meeting is no other meeting."""
    incident = layout.incidents.get(laid.incident or "")
    return incident.id if incident is not None and incident.type not in _IN_ROWS else None


def _denial(layout: Layout, laid: Laid, whom: Callable[[Laid], frozenset[str]], told: set[str]) -> Said | None:
    """What a speaker says no to, by the clauses that say it: a statement, or a claim denied; None where that answers nobody."""
    claim = laid.claim
    if claim.property not in _ANSWERABLE or claim.stance not in _STATED or len(laid.voice) < 2 or not says_no(laid):
        return None
    if (claim.property != "statement" and claim.stance != "denied") or _is_asked(laid):
        return None
    text = (claim.value.text or claim.quote) if claim.property == "statement" else claim.quote
    clauses = clauses_saying_no(text) or [text]
    said = " ; ".join(clause for clause in clauses if not answers_nobody(clause))
    if not said:
        return None
    people = whom(laid) or frozenset(e for key in laid.voice[1:] if (e := key.removeprefix("entity ")) in layout.named)
    return Said(
        laid,
        people,
        read_topics(said),
        _content(layout, said, people),
        _deed(layout, laid),
        told,
        _pointed_at(said),
        is_of_event(said),
        _EVER.search(said) is not None,
    )


def _is_asked(laid: Laid) -> bool:
    """Whether the words before it in its sentence leave open whether it is so: "if he knew that it was false"."""
    start = laid.sentence.start if laid.sentence else laid.claim.start
    return _OPEN.search(laid.document.text[start : laid.claim.start]) is not None


def _pointed_at(said: str) -> str | None:
    """The stem of what a denial points at, "" where it is anything that was said; None where it points at nothing."""
    if is_untrue(said):
        return ""
    found = next((match for pattern in _patterns("pointing") if (match := pattern.search(said.lower()))), None)
    if found and found.groupdict().get("words"):
        return WORDS
    return next(iter(stems_of(found.groupdict().get("noun") or "")), "") if found else None


def answers_nobody(clause: str) -> bool:
    """Whether a clause that says no is no answer to anybody: somebody does not know, has no plans, is presumed innocent."""
    return any(pattern.search(clause.lower()) for pattern in _patterns("no_answers"))


def _content(layout: Layout, text: str, people: frozenset[str]) -> frozenset[str]:
    known = (layout.entities[person].name for person in people if person in layout.entities)
    names = {stem for name in known for stem in stems_of(name)}
    return frozenset(stem for stem in stems_of(text) if stem not in names and not is_of_a_topic(stem))


def _answered(layout: Layout, no: Said, claims: Sequence[Said], *, own: bool) -> tuple[Laid, ...]:
    """What a denial answers: the claims that it shares most with, all of one property; `own` are those of its speaker."""
    scored = sorted(_scored(layout, no, claims, own=own), key=lambda row: (-row[0], row[1].claim.id))
    if not scored:
        return ()
    best, first = scored[0]
    # Of a call that is told and of what is told of it, the call is what the other denies.
    within = [c for _, c in scored if c.claim.property != "statement" and _overlap(c, first)]
    if first.claim.property == "statement" and within:
        return tuple(within[:1])
    kept = (laid for score, laid in scored if score >= best - 1 and laid.claim.property == first.claim.property)
    return tuple({laid.claim.id: laid for laid in kept}.values())[:_MOST_TOLD]


def _scored(layout: Layout, no: Said, claims: Sequence[Said], *, own: bool) -> Iterator[tuple[int, Laid]]:
    root = root_key(layout, no.laid)
    if own and root is None:
        return
    for yes in claims:
        unsure = yes.laid.voice[-1] in _NOBODY_KNOWN or not may_be_one_time(yes.laid, no.laid)
        if _overlap(yes.laid, no.laid) or unsure:
            continue
        mine = yes.laid.voice[-1] == no.laid.voice[-1] or (root is not None and root == root_key(layout, yes.laid))
        if own and yes.laid.document.id == no.laid.document.id:
            continue  # Within one report a speaker's second word is no denial of his first, unless it says so.
        if mine == own and (found := score_own(no, yes) if own else score(no, yes)):
            yield found, yes.laid


def _contrast(no: Laid, yes: Sequence[Laid]) -> Contrast:
    told, answer = f"“{yes[0].claim.quote}”, says {say_tellers(yes)}", f"“{no.claim.quote}”"
    verb = "denied by" if no.claim.stance == "denied" else "says"
    return Contrast("conflict", tuple(yes), (no,), says=f"{told}, but {answer}, {verb} {say_tellers([no])}")


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    text = (files("rashomon.data") / "weigh" / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(re.compile(line) for line in text.splitlines() if line and not line.startswith("#"))
