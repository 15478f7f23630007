"""Which attributions inside another's content bring a voice of their own: those that report a whole proposition.

"Dell said that Fenn denied it had rained" has two voices; "Dell said she wanted rain" and "... that Fenn praised the
rain" have one: what Dell says of a wish or a praise is Dell's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.model import parts
from rashomon.model.claim import Attribution
from rashomon.stages.claims.attribution.asides import opens_aside
from rashomon.stages.claims.attribution.found import Found
from rashomon.stages.claims.attribution.nesting import parents
from rashomon.stages.claims.attribution.vouching import vouches
from rashomon.stages.claims.view import SentenceView, View

_SUBJECTS = parts.ANY_SUBJECT


def keep_voices(view: View, found: Sequence[Found]) -> list[Found]:
    """The attributions without those inside another that bring no voice."""
    return [f for f, above in zip(found, parents(found), strict=True) if above is None or _has_voice(view, f)]


def _has_voice(view: View, found: Found) -> bool:
    source = [view.text[s.start : s.end].lower() for s in found.source]
    if source in (["i"], ["we"], ["us"], ["me"]):
        return False
    sentence = view.sentences[found.sentence]
    if not source and sentence.tokens[found.at].is_a(parts.COMMON_NOUN):
        return False
    hedged = not source and found.stance != "asserted" and sentence.tokens[found.at].is_a(parts.RELATIVE_CLAUSE)
    figure = sentence.tokens[found.at].text.lower() == "according"  # "at least 12 according to X, Y reported"
    figure = figure or (
        bool(found.cue) and opens_aside(view.text[found.cue[0].start : found.cue[0].end].split()[0].lower())
    )
    return found.direct or hedged or figure or _is_proposition(sentence, found)


def _is_proposition(sentence: SentenceView, found: Found) -> bool:
    """True where the content's highest word is a verb (or predicate) with a subject of its own."""
    inside = set(sentence.inside(*found.content))
    if inside and sentence.tokens[min(inside)].text.lower() == "that" and sentence.tokens[min(inside)].is_a(parts.LINK):
        return sentence.has_verb(inside)
    tops = [n for n in inside if sentence.tokens[n].head == n or sentence.tokens[n].head not in inside]
    return any(
        sentence.first(n, _SUBJECTS) in inside for n in tops if sentence.tokens[n].is_a(parts.VERB | parts.ADJECTIVE)
    )


def without_echoes(view: View, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Without the attributions by which a speaker is said to say what that speaker says: "Dell said she added ..."."""
    by_id = {a.id: a for a in attributions}
    echoes = {a.id for a in attributions if _is_echo(view, a, by_id)}
    kept = []
    for one in attributions:
        parent = one.parent
        while parent in echoes:
            parent = by_id[parent].parent if parent else None
        if one.id not in echoes:
            kept.append(one if parent == one.parent else replace(one, parent=parent))
    return kept


def _is_echo(view: View, one: Attribution, by_id: dict[str, Attribution]) -> bool:
    above = by_id.get(one.parent or "")
    same = above is not None and one.speaker is not None and one.speaker == above.speaker
    return above is not None and same and one.stance == "asserted" and vouches(view, above) and not _aside(view, one)


def _aside(view: View, one: Attribution) -> bool:
    """True for a word of saying within a relative clause: "blamed the guards who, he said, had slept"."""
    sentence = view.sentence_at(one.cue[0].start) if one.cue else None
    if sentence is None:
        return False
    at = sentence.token_at(one.cue[-1].start)
    return any(sentence.tokens[n].is_a(parts.RELATIVE_CLAUSE) for n in sentence.up(at)) and sentence.tokens[at].is_a(
        parts.ASIDE
    )
