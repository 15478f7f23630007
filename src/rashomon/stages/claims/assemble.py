"""From drafts to claims: the chain over each, its root, basis and stance, and what repeats what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.lexicon import word_set
from rashomon.model.claim import ACCUSATIONS, Attribution, Claim, Governor, ReadBy
from rashomon.model.identity import make_id
from rashomon.stages.claims.avowals import avowed, in_person, own_number
from rashomon.stages.claims.chain import Chains
from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.repeats import mark_repeats
from rashomon.stages.claims.same import joined, read_too
from rashomon.stages.claims.stance import combine, under
from rashomon.stages.claims.view import View
from rashomon.stages.claims.withdrawn import Withdrawn, find_withdrawn, over

_NOT_OWNED = frozenset({"denied", "undetermined", "unconfirmed"})
"""What nobody owns to: of "X rejects accusations that he ordered it" X avows nothing."""
_PRESUPPOSED = frozenset({"title", "apposition", "alias"})
"""What stands beside a name is not denied with what is said of its bearer: "rejected President X's bid"."""


def assemble(view: View, attributions: Sequence[Attribution], drafts: Sequence[Draft]) -> tuple[Claim, ...]:
    """The claims, in text order, each with its chain; drafts that say the same of the same words give one."""
    chains = Chains(view, attributions)
    withdrawn = find_withdrawn(view)
    claims: dict[tuple[object, ...], Claim] = {}
    speakers = {a.id: a.speaker for a in attributions}
    judges = frozenset(a.speaker for a in attributions if a.speaker and _is_judge(a))
    for one in sorted(drafts, key=lambda d: (d.quote.start, d.quote.end, d.property)):
        draft = _own(view, chains, one, speakers)
        if draft is None or (draft.property == "responsibility" and draft.value.referent in judges):
            continue
        key = (draft.property, draft.subject, draft.value, draft.quote.start, draft.quote.end)
        if key not in claims:
            claims[key] = _claim(view, chains, draft, withdrawn)
        else:
            claims[key] = read_too(claims[key], (_read_by(draft),))
    return mark_repeats(view, joined(tuple(claims.values())))


def _read_by(draft: Draft) -> ReadBy:
    return ReadBy(draft.by, draft.version, draft.reader)


def _is_judge(one: Attribution) -> bool:
    """A judge who tells of "her" in a ruling: he speaks of somebody else and avows nothing."""
    return one.kind == "court" or bool(set(one.name.lower().split()) & word_set("order_fits.judges"))


def _own(view: View, chains: Chains, draft: Draft, speakers: Mapping[str, str | None]) -> Draft | None:
    """An accusation laid to whoever speaks is that one's avowal; whoever says "I rang X" is the one who rang, "I used" a number its holder."""
    if draft.property not in (*ACCUSATIONS, "contact", "amount", "phone"):
        return draft
    source = chains.sourcing(draft, on_cue=draft.property in ACCUSATIONS)
    speaker = speakers.get(source.attribution) if source.attribution else None
    if draft.property == "phone":
        return own_number(view, draft, speaker)
    if draft.property not in ACCUSATIONS:
        return in_person(draft, speaker)
    return draft if source.stance in _NOT_OWNED and draft.value.referent else avowed(draft, speaker)


def _claim(view: View, chains: Chains, draft: Draft, withdrawn: Sequence[Withdrawn]) -> Claim:
    document, quote = view.document, draft.quote
    source = chains.sourcing(draft, on_cue=draft.property in ACCUSATIONS)
    taken = over(withdrawn, draft.at)
    given = (
        draft.stance if source.stance in ("denied", "unconfirmed") and draft.reader in _PRESUPPOSED else source.stance
    )
    return Claim(
        make_id("c", document.sha256, quote.start, quote.end, draft.property, draft.subject, draft.value),
        document.id,
        quote.start,
        quote.end,
        quote.quote,
        draft.subject,
        draft.property,
        draft.value,
        source.chain,
        source.root,
        source.basis,
        combine(taken.stance, given) if taken is not None and draft.reader not in _PRESUPPOSED else given,
        source.said_on,
        source.attribution,
        None,
        f"{draft.by}/{draft.reader}",
        governors=_governors(view, draft.at, taken),
        readers=(_read_by(draft),),
    )


def _governors(view: View, at: int, taken: Withdrawn | None) -> tuple[Governor, ...]:
    """Every word that governs a place in the text, in text order; the words that take it back too, wherever they stand."""
    sentence = view.sentence_at(at)
    if sentence is None:
        return ()
    beyond = () if taken is None else (taken.by,)
    found = {o.token: o for o in under(sentence, sentence.token_at(at))}
    tokens = sentence.tokens
    own = (Governor(tokens[n].start, tokens[n].end, tokens[n].text, found[n].cls) for n in sorted(found))
    return tuple(sorted((*own, *beyond), key=lambda g: g.start))
