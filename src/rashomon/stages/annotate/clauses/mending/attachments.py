"""Where the parser hangs a name or a speaker on the wrong word, and news prose leaves no doubt: the tree is set right.

"The leader of the opposition, X, said": X is the leader, not the opposition. "Guns killed nine people, a doctor and
two residents said": those who said it stand right before the verb. Every reader of the tree profits at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rashomon.model.annotation import Sentence, Token
from rashomon.stages.annotate.clauses.labels import is_tree
from rashomon.stages.annotate.clauses.mending.absolute import read_absolutes
from rashomon.stages.annotate.clauses.mending.aged import read_ages
from rashomon.stages.annotate.clauses.mending.at_the_hour import read_hours
from rashomon.stages.annotate.clauses.mending.bodies_in_of import read_bodies_in_of
from rashomon.stages.annotate.clauses.mending.called import name_bodies, read_telephoned
from rashomon.stages.annotate.clauses.mending.closing_speakers import read_closing_speakers
from rashomon.stages.annotate.clauses.mending.inversions import (
    absolutes,
    according_apart,
    bodies_beside,
    reduced_relatives,
    relatives_past_others,
    speakers_behind,
)
from rashomon.stages.annotate.clauses.mending.list_entries import read_entry
from rashomon.stages.annotate.clauses.mending.objects import names_as_objects, names_before_themselves, names_in_two
from rashomon.stages.annotate.clauses.mending.of_a_day import (
    read_crimes_behind_days,
    read_days,
    read_days_of_office,
    read_subjects_behind_days,
)
from rashomon.stages.annotate.clauses.mending.opened_fire import read_opened_fire
from rashomon.stages.annotate.clauses.mending.signs import may_mend, signs_of
from rashomon.stages.annotate.clauses.mending.titled import read_titles
from rashomon.stages.annotate.clauses.mending.told_clauses import read_told_clauses
from rashomon.stages.annotate.who.lexicon import is_persons, words

_OF = frozenset({"of", "for", "in", "at", "to", "on", "from", "with"})
_FEW = frozenset({"most", "some", "many", "several", "half", "all", "both", "none", "two", "three", "four", "five"})
_ACCUSING = frozenset({"accuse", "suspect", "convict", "acquit"})
_SUBJECTS = ("nsubj", "nsubjpass")
_LAST = 14
"""Words that may follow the verb of a closing "X said": "on Monday", "in a statement to a radio station"."""


def set_right(sentences: tuple[Sentence, ...], out: frozenset[int] = frozenset()) -> tuple[Sentence, ...]:
    """The same sentences, with names in apposition and closing speakers hung on their own word; not those in `out`."""
    mended = (s.tokens if n in out else _mended(s.tokens) for n, s in enumerate(sentences))
    return tuple(
        s if tokens is s.tokens else replace(s, tokens=tokens) for s, tokens in zip(sentences, mended, strict=True)
    )


def _mended(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """One sentence's tokens; the same tuple where nothing was wrong."""
    beside = (n for n, t in enumerate(tokens) if t.dep in ("appos", "oprd") or _stands_apart(tokens, n))
    moves = {n: m for n in beside if (m := _bearer(tokens, n)) is not None}
    changed = {n: t._replace(dep="appos", head=moves[n]) for n, t in enumerate(tokens) if n in moves}
    met = signs_of(tokens)
    for name, read in READERS:
        if may_mend(name, met):
            changed.update(read(tokens))
    verb = _closing_verb(tokens)
    if verb is not None:
        changed.update(_speaker_moved(tokens, verb))
    mended = tuple(changed.get(n, t) for n, t in enumerate(tokens)) if changed else tokens
    return mended if not changed or is_tree(mended) else tokens


def _stands_apart(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the parser took a name between commas for a time or a measure."""
    after = tokens[at + 1].text if at + 1 < len(tokens) else "."
    return tokens[at].dep == "npadvmod" and tokens[at].pos == "PROPN" and after in (",", ".", ")", "–", "—")


def _accused_of(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """ "accuse X, whose ..., of having done it": the deed hangs on the verb, however far away."""
    for verb, token in enumerate(tokens):
        if token.lemma not in _ACCUSING or token.pos != "VERB":
            continue
        if any(t.head == verb and t.text.lower() == "of" for t in tokens):
            continue
        for n in range(verb + 2, len(tokens)):
            deed = any(t.head == n and t.dep == "pcomp" for t in tokens[n + 1 : n + 5])
            apart = tokens[n - 1].text == "," or _is_under_agent(tokens, n, verb)
            if tokens[n].text == "of" and apart and tokens[n].dep == "prep" and deed:
                return {n: tokens[n]._replace(head=verb)}
    return {}


def _is_under_agent(tokens: tuple[Token, ...], at: int, verb: int) -> bool:
    """ "accused by the prosecution of having paid": not the prosecution of paying."""
    noun = tokens[at].head
    return (
        tokens[noun].dep == "pobj"
        and tokens[tokens[noun].head].dep == "agent"
        and tokens[tokens[noun].head].head == verb
    )


def _bearer(tokens: tuple[Token, ...], at: int) -> int | None:
    """The person noun that a name behind a comma is in apposition to, where the parser chose a noun below it."""
    comma = at - 1
    while comma > 0 and (tokens[comma].pos == "PROPN" or tokens[comma].text == "."):
        comma -= 1
    label = tokens[at].ent[2:]
    name = label == "PERSON" or (tokens[at].pos == "PROPN" and label in ("", "ORG") and at - comma > 1)
    short = tokens[at].dep == "npadvmod" and at - comma < 2
    if comma < 2 or tokens[comma].text != "," or not name or short:
        return None
    top, above = None, comma - 1
    for _ in range(12):
        if _is_person(tokens[above]):
            top = above
        over = tokens[above].head
        if (
            tokens[above].dep == "pobj"
            and tokens[over].lemma in _OF
            and tokens[tokens[over].head].pos in ("NOUN", "PROPN")
        ):
            above = tokens[over].head
        elif tokens[above].dep == "pobj" and tokens[over].lemma in _OF and _is_object(tokens, over - 1):
            above = over - 1  # of "detained a porter at the market, X," the parser hangs "at" on the verb
        elif tokens[above].dep in ("compound", "amod", "conj") and over > above and over < comma:
            above = over
        else:
            break
    near = tokens[at].dep != "npadvmod" and top == comma - 1
    return top if top is not None and top != tokens[at].head and not near else None


def _is_object(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a noun is what the verb befalls."""
    return at > 0 and tokens[at].pos == "NOUN" and tokens[at].dep in ("dobj", "nsubjpass")


def _is_person(token: Token) -> bool:
    word = token.lemma.casefold()
    return token.pos in ("NOUN", "PROPN") and token.tag != "NNS" and is_persons(word)


def _closing_verb(tokens: tuple[Token, ...]) -> int | None:
    """The verb of a closing "..., X said", with what it reports before it; None where the sentence has none."""
    for n in range(max(5, len(tokens) - _LAST), len(tokens)):
        token = tokens[n]
        if token.pos == "VERB" and token.tag in ("VBD", "VBZ", "VBP", "VBN") and token.lemma in words("speech.txt"):
            under = [t for k, t in enumerate(tokens) if t.head == n and k > n and t.dep in ("ccomp", "xcomp", "dobj")]
            ends = not any(t.dep != "dobj" or t.pos not in ("NOUN", "PROPN", "PRON") for t in under)
            return n if ends and (token.dep in ("ROOT", "relcl") or _is_run_on(tokens, n)) else None
    return None


def _is_run_on(tokens: tuple[Token, ...], verb: int) -> bool:
    """A closing verb that the parser joined to what is told, though no "and" joins it: "was shot, the minister, X, said"."""
    told = tokens[verb].head
    joined = any(t.head == told and t.dep == "cc" for t in tokens[told:verb])
    return tokens[verb].dep == "conj" and tokens[told].head == told and not joined and tokens[verb - 1].text == ","


def _told(tokens: tuple[Token, ...], verb: int) -> int | None:
    """The verb of what is reported, left of the verb of saying."""
    if tokens[verb].dep == "ROOT":
        return max((k for k, t in enumerate(tokens[:verb]) if t.head == verb and t.dep == "ccomp"), default=None)
    root = next(n for n, t in enumerate(tokens) if t.head == n)
    return root if root < verb and tokens[root].pos in ("VERB", "AUX") else None


def _speaker_moved(tokens: tuple[Token, ...], verb: int) -> dict[int, Token]:
    """The noun phrase right before the verb made its subject, where the parser took a word of what is reported."""
    old = next((n for n, t in enumerate(tokens) if t.head == verb and t.dep in _SUBJECTS), None)
    told, phrase = _told(tokens, verb), _phrase_before(tokens, verb)
    if told is None or phrase is None or phrase[0] <= told:
        return {}
    if (old is None and tokens[verb].dep == "relcl") or (old is not None and not _taken(tokens, old, told, phrase[0])):
        return {}
    first, last = phrase
    head = next((n for n in range(first, last + 1) if not first <= tokens[n].head <= last), None)
    if head is None or tokens[head].pos not in ("NOUN", "PROPN", "PRON", "NUM"):
        return {}
    changed = {head: tokens[head]._replace(dep="nsubj", head=verb)}
    name = next((n for n in range(verb - 1, last + 1, -1) if tokens[n].pos == "PROPN"), None)
    if name is not None and not first <= tokens[name].head < verb:
        changed[name] = tokens[name]._replace(dep="appos", head=head)
        changed[last + 1] = tokens[last + 1]._replace(head=head)
    if old is not None:
        over = max((n for n in range(told, old) if tokens[n].pos == "VERB"), default=told)
        changed[old] = tokens[old]._replace(dep="dobj", head=over)
    if tokens[verb].dep != "ROOT":
        changed[verb] = tokens[verb]._replace(dep="parataxis", head=told)
    return changed


def _taken(tokens: tuple[Token, ...], old: int, told: int, first: int) -> bool:
    """Whether the verb's subject, left of the phrase before the verb, belongs to what is reported."""
    if not told < old < first:
        return False
    start = old
    while start > told + 1 and tokens[start - 1].head == old and tokens[start - 1].pos != "VERB":
        start -= 1
    between = [t.text.casefold() for t in tokens[told:first]]
    quantified = any(
        a in _FEW and b == "of" and c in ("them", "whom", "which")
        for a, b, c in zip(between, between[1:], between[2:], strict=False)
    )
    return quantified or not any(t.text in (",", ";", "”", '"') for t in tokens[told + 1 : old])


def _phrase_before(tokens: tuple[Token, ...], verb: int) -> tuple[int, int] | None:
    """First and last token of the noun phrase that stands between the last comma and the verb."""
    last = verb - 1
    while last > 0 and tokens[last].pos in ("AUX", "ADV"):
        last -= 1
    if tokens[last].text == ",":
        name = _comma_before(tokens, last)
        if name is None or not (tokens[last - 1].ent.endswith("PERSON") or _is_named_office(tokens, name, last)):
            return None
        last = name - 1
    comma = _comma_before(tokens, last + 1)
    if comma is None or comma + 1 > last:
        return None
    if any(t.pos in ("VERB", "AUX", "SCONJ") and t.tag != "VBN" for t in tokens[comma + 1 : last + 1]):
        return None
    return comma + 1, last


def _is_named_office(tokens: tuple[Token, ...], comma: int, last: int) -> bool:
    """Of "the prosecutor of Velm, Judge Advocate Odo Brand,": a name behind the words of an office, whatever it was taken for."""
    start = _comma_before(tokens, comma)
    named = last - comma > 2 and all(t.pos == "PROPN" for t in tokens[comma + 1 : last])
    inside = tokens[start + 1 : comma] if start is not None else ()
    return named and bool(inside) and inside[0].pos == "DET" and any(map(_is_person, inside))


def _comma_before(tokens: tuple[Token, ...], at: int) -> int | None:
    return next((n for n in range(at - 1, 0, -1) if tokens[n].text in (",", "–", "—")), None)


READERS: tuple[tuple[str, Callable[[tuple[Token, ...]], dict[int, Token]]], ...] = (
    ("opened-fire", read_opened_fire),
    ("name-bodies", name_bodies),
    ("telephoned", read_telephoned),
    ("accused-of", _accused_of),
    ("entries", read_entry),
    ("bodies-beside", bodies_beside),
    ("speakers-behind", speakers_behind),
    ("according-apart", according_apart),
    ("titles", read_titles),
    ("names-as-objects", names_as_objects),
    ("names-before-themselves", names_before_themselves),
    ("names-in-two", names_in_two),
    ("told-clauses", read_told_clauses),
    ("closing-speakers", read_closing_speakers),
    ("reduced-relatives", reduced_relatives),
    ("relatives-past-others", relatives_past_others),
    ("absolutes", absolutes),
    ("finite-absolutes", read_absolutes),
    ("ages", read_ages),
    ("bodies-in-of", read_bodies_in_of),
    ("days", read_days),
    ("crimes-behind-days", read_crimes_behind_days),
    ("hours", read_hours),
    ("days-of-office", read_days_of_office),
    ("subjects-behind-days", read_subjects_behind_days),
)
"""What sets a tree right, in order, each by the name under which `data/annotate/repair_signs.tsv` has its signs."""
