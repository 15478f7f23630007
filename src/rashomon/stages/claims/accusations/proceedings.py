"""What courts and their reports say of somebody: under investigation, sent for trial, sought, what is imputed to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rashomon.model.claim import Property
from rashomon.stages.claims.accusations.accused import Accused, below_preposition, crime_at, names_offence
from rashomon.stages.claims.parties import is_passive, subjects
from rashomon.stages.claims.view import SentenceView, View

_TRIAL = frozenset({"trial", "court", "assize", "assizes", "tribunal", "chamber"})
_INQUIRY = frozenset({"investigation", "inquiry", "examination"})
_PENALTY = frozenset({"year", "month", "life", "imprisonment", "penalty", "sentence", "prison", "death"})
_HOLDING = frozenset({"arrest", "detain", "hold", "seize", "capture", "charge", "remand"})
_GRADES: dict[str, Property] = {"suspect": "suspect", "accuse": "suspect", "charge": "charge"}


def read_sent(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "X was committed for trial", "was sent before the court for the murder": a charge; "placed under investigation": suspected."""
    if not is_passive(sentence, at) or sentence.tokens[at].pos != "VERB" or not names_offence(sentence, at):
        return
    under = below_preposition(sentence, at, "under")
    to = [k for n in sentence.kids(at, "prep") for k in sentence.kids(n, "pobj")
          if sentence.tokens[n].text.lower() in {"for", "to", "before"}]  # fmt: skip
    grade: Property | None = None
    if under is not None and sentence.tokens[under].lemma.lower() in _INQUIRY:
        grade, words = "suspect", (at, under)
    elif any(sentence.tokens[n].lemma.lower() in _TRIAL for n in to):
        grade, words = "charge", (at, next(n for n in to if sentence.tokens[n].lemma.lower() in _TRIAL))
    for who in subjects(sentence, at) if grade else ():
        yield Accused(grade or "suspect", at, who, (who, *words))


def read_aside(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "X was remanded in custody, accused of having driven the attackers", "X stands charged with"; "X, nephew of the
    merchant, who is suspected of", where X is arrested."""
    token = sentence.tokens[at]
    of = below_preposition(sentence, at, "of", "with")
    if token.tag != "VBN" or of is None:
        return
    if token.dep == "relcl":
        who = _kin_told_of(sentence, at)
        yield from (Accused(_GRADES[token.lemma.lower()], at, n, (at, n, of)) for n in who)
    elif _stands_aside(sentence, at) and (names_offence(sentence, at) or sentence.tokens[of].pos == "VERB"):
        yield from (Accused(_GRADES[token.lemma.lower()], at, n, (at, n, of)) for n in subjects(sentence, token.head))


def _stands_aside(sentence: SentenceView, at: int) -> bool:
    """Whether a participle goes with the subject of a verb of standing or of being held."""
    token = sentence.tokens[at]
    over = sentence.tokens[token.head].lemma
    bare = token.dep in {"advcl", "acomp", "oprd"} and sentence.child(at, "dobj", "nsubj") is None
    return bare and (over == "stand" or over in _HOLDING)


def _kin_told_of(sentence: SentenceView, at: int) -> list[int]:
    """The arrested one whose kinsman without a name stands right before the "who"."""
    kinsman = sentence.tokens[at].head
    noun = sentence.tokens[sentence.tokens[kinsman].head].head
    name = sentence.tokens[noun].head
    held = sentence.tokens[sentence.root()].lemma in _HOLDING and is_passive(sentence, sentence.root())
    chained = sentence.tokens[kinsman].dep == "pobj" and sentence.tokens[noun].dep == "appos"
    apart = sentence.tokens[kinsman].pos == "NOUN" and sentence.tokens[name].pos == "PROPN"
    comma = any(t.text == "," for t in sentence.tokens[kinsman + 1 : at])
    return [name] if held and chained and apart and comma else []


def read_sought(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "X is the object of an arrest warrant", "the target of a warrant"."""
    if sentence.tokens[at].dep != "attr":
        return
    warrant = below_preposition(sentence, at, "of")
    if warrant is not None and sentence.tokens[warrant].lemma.lower() == "warrant":
        for who in subjects(sentence, sentence.tokens[at].head):
            yield Accused("suspect", at, who, (who, at, warrant))


def read_demanded(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "The prosecutor has requested twenty years of prison against X for the attack": a charge."""
    found = sentence.child(at, "dobj")
    if found is None or sentence.tokens[at].pos != "VERB" or not names_offence(sentence, at):
        return
    named = {sentence.tokens[n].lemma.lower() for n in sentence.subtree(found)}
    against = below_preposition(sentence, at, "against") or below_preposition(sentence, found, "against")
    if named & _PENALTY and against is not None:
        yield from (Accused("charge", at, who, (at, found, who)) for who in sentence.conjuncts(against))


def read_imputed(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "The prosecution imputes the attack to X", "the murder is attributed to X": done by X, on others' word."""
    if sentence.tokens[at].pos != "VERB":
        return
    what = sentence.child(at, "nsubjpass") if is_passive(sentence, at) else sentence.child(at, "dobj")
    if what is None and sentence.tokens[at].dep in {"acl", "relcl"}:
        what = sentence.tokens[at].head
    to = below_preposition(sentence, at, "to")
    if what is not None and to is not None and crime_at(sentence, what) is not None:
        yield from (
            Accused("perpetrator", at, who, (what, at, who), stance="alleged") for who in sentence.conjuncts(to)
        )


def with_named_members(view: View, sentence: SentenceView, accused: Accused) -> Iterator[Accused]:
    """The same of those whom "four men, among them X", "six suspects, including one Y" name."""
    if sentence.tokens[accused.who].tag not in {"NNS", "NNPS", "CD"} or accused.property == "blame":
        return
    start = _listed_from(sentence, accused.who)
    if start is None:
        return
    mention = next((m for m in sentence.mentions if m.form == "name" and m.type == "person"
                    and start <= sentence.token_at(m.start) <= start + 3), None)  # fmt: skip
    if mention is not None:
        named = (n for n in sentence.conjuncts(mention.head) if sentence.tokens[n].pos == "PROPN")
        yield from (replace(accused, who=n) for n in named)


def _listed_from(sentence: SentenceView, who: int) -> int | None:
    """Where the names begin that a group's own words introduce."""
    words = [t.text.lower() for t in sentence.tokens]
    if words[who + 1 : who + 4] in ([",", "among", "them"], [",", "among", "whom"]):
        return who + 4
    including = next((n for n in sentence.kids(who, "prep") if words[n] == "including"), None)
    return including + 1 if including is not None else None
