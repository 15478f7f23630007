"""Whose words a verb of speech brings: its subject, or that of the clause it goes with."""

from __future__ import annotations

from rashomon.lexicon import word_set
from rashomon.model import parts
from rashomon.model.tree import asked_once
from rashomon.stages.claims.attribution.cues import adjectives, kinds, nouns, verb_cue
from rashomon.stages.claims.attribution.hearsay import TOLD_BY
from rashomon.stages.claims.attribution.marks import CLOSING
from rashomon.stages.claims.view import SentenceView

_SUBJECT = parts.ANY_SUBJECT
_SHARED = parts.CLAUSE_IN_PHRASE | parts.JOINED | parts.OPEN_CLAUSE | parts.ADVERBIAL_CLAUSE
_CONFESSES = frozenset({"confess", "admit"})
_HINDERING = frozenset({"prevent", "stop", "keep", "bar", "ban", "block", "deter", "discourage", "refrain"})


def find_speaker(sentence: SentenceView, at: int) -> tuple[int | None, list[int]]:
    """The head token of a verb's source and all the source's tokens; (None, []) where it is not said."""
    tokens = sentence.tokens
    agent = sentence.first(at, parts.BY_PHRASE) if sentence.doing_subject(at) is None else None
    if agent is not None and (by := sentence.noun_after(agent)) is not None:
        return by, sentence.subtree(by)
    subject = _subject(sentence, at)
    if subject is not None:
        if _is_made_known(sentence, at):
            return find_speaker(sentence, tokens[at].head)
        if tokens[subject].text.lower() == "it" and (paper := _said_in(sentence, at)) is not None:
            return paper, sentence.subtree(paper)
        undergoes = tokens[subject].is_a(parts.UNDERGOING_SUBJECT) or is_passive(sentence, at)
        thinks = tokens[at].text.lower() in adjectives() and tokens[subject].text.lower() != "it"
        thinks = thinks and sentence.open_clause(at) is None  # "is known to have shot him" is nobody's own thought
        if (undergoes and not thinks) or tokens[subject].is_a(parts.EXPLETIVE):
            return None, []
        source = _source_tokens(sentence, subject, at)
        mark = max((n for n in source if tokens[n].text == ";" and n < at), default=-1)
        behind = next((n for n in source if n > mark >= 0 and tokens[n].is_a(parts.NOUN)), None)
        if behind is not None:
            return behind, [n for n in source if n > mark]  # "blamed the fans; their leader told me that ..."
        return subject if subject in source else source[-1], source
    token = tokens[at]
    if token.head != at and tokens[token.head].lemma.lower() == "let":
        return find_speaker(sentence, token.head)  # "let slip that"
    if token.head == at or is_passive(sentence, at):
        return None, []
    if (
        token.is_a(parts.ADVERBIAL_CLAUSE)
        and token.is_a(parts.PAST | parts.PARTICIPLE)
        and sentence.first(at, parts.ANY_HELPING | parts.CLAUSE_OPENER) is None
    ):
        return None, []
    if (paper := _paper_before(sentence, at)) is not None:
        return paper, _source_tokens(sentence, paper, at)
    confessed = _confessor(sentence, at) if token.is_a(parts.JOINED) and token.lemma.lower() in _CONFESSES else None
    if confessed is not None:
        return confessed, [n for n in sentence.subtree(confessed) if n <= confessed]
    if (teller := _teller_above(sentence, at)) is not None:
        return find_speaker(sentence, teller)
    if token.is_a(_SHARED):
        above = _said_before(sentence, at) or _governing_verb(sentence, at)
        quoted = _quoted(sentence, at, above)
        if quoted is not None:
            return quoted, _source_tokens(sentence, quoted, at)
        return _shared_speaker(sentence, above)
    if token.is_a(parts.OF_A_NOUN) and token.is_a(parts.GERUND):
        above = _clause_verb(sentence, at) if at and sentence.tokens[at - 1].text == "," else None
        if above is not None:
            speaker, source = find_speaker(sentence, above)
            return speaker, (_source_tokens(sentence, token.head, at) if at in source else source)
        if token.lemma.lower() == "add" and (teller := _clause_verb(sentence, at)) is not None:
            return find_speaker(sentence, teller)
        return token.head, _source_tokens(sentence, token.head, at)
    return None, []


def _teller_above(sentence: SentenceView, at: int) -> int | None:
    """Of "said nine were hurt, adding that they had fired": whoever said the one adds the other, not the nine hurt."""
    token = sentence.tokens[at]
    above = token.head
    if token.lemma.lower() not in ("add", "note", "stress", "emphasize", "emphasise") or not token.is_a(parts.GERUND):
        return None
    if above == at or verb_cue(sentence.tokens[above]) is not None or not sentence.tokens[above].is_a(parts.CLAUSE):
        return None
    over = sentence.tokens[above].head
    told = verb_cue(sentence.tokens[over])
    return over if told is not None and told.group == "say" and sentence.doing_subject(over) is not None else None


def _is_made_known(sentence: SentenceView, at: int) -> bool:
    """True for "let it be known that", "let us know that", "gave me to understand that": whoever let or gave it says it."""
    over = sentence.tokens[at].head
    made = over != at and sentence.tokens[over].lemma.lower() in ("make", "let", "give")
    known = sentence.tokens[at].lemma.lower() in ("know", "understand")
    return made and known and sentence.subject(over) is not None


def _said_before(sentence: SentenceView, at: int) -> int | None:
    """Of "All were armed, he said, and added that": who "said" it adds, not who was armed."""
    if at < 4 or sentence.tokens[at - 1].text.lower() not in ("and", "but"):
        return None
    verb = at - 3 if sentence.tokens[at - 2].text == "," else at - 2
    speaks = verb_cue(sentence.tokens[verb]) is not None and sentence.doing_subject(verb) is not None
    return verb if speaks and sentence.tokens[at].head != verb else None


def _paper_before(sentence: SentenceView, at: int) -> int | None:
    """Of "got a note saying that": what is written or sent says it, whoever got it."""
    before = sentence.tokens[at - 1] if at else None
    if before is None or not sentence.tokens[at].is_a(parts.GERUND) or not before.is_a(parts.COMMON_NOUN):
        return None
    lemma = before.lemma.lower()
    return at - 1 if kinds().get(lemma) in ("document", "record") or lemma in nouns() else None


def _confessor(sentence: SentenceView, at: int) -> int | None:
    """Of "voiced concern over a sailor who was held and has confessed": the sailor, not who is concerned."""
    for n in range(at - 1, sentence.tokens[at].head, -1):
        if sentence.tokens[n].text == ",":
            return None
        subject = sentence.subject(n) if sentence.tokens[n].is_a(parts.RELATIVE_CLAUSE) else None
        if subject is not None and sentence.tokens[subject].text.lower() == "who":
            return sentence.tokens[n].head
    return None


def _said_in(sentence: SentenceView, at: int) -> int | None:
    """The paper of "it is said in the statement of the police"."""
    for n in sentence.phrases(at):
        paper = sentence.noun_after(n)
        if paper is None or sentence.tokens[n].text.lower() != "in" or not is_passive(sentence, at):
            continue
        if kinds().get(sentence.tokens[paper].lemma.lower()) in ("document", "record"):
            return paper
    return None


def _shared_speaker(sentence: SentenceView, above: int | None) -> tuple[int | None, list[int]]:
    """The subject of the governing verb: it speaks also where it only undergoes what that verb says."""
    if above is None:
        return None, []
    undergoer = sentence.undergoing_subject(above)
    if undergoer is None and sentence.first(above, parts.BY_PHRASE) is not None and not is_passive(sentence, above):
        undergoer = sentence.doing_subject(above)
    if undergoer is not None:
        return undergoer, _source_tokens(sentence, undergoer, above)
    return find_speaker(sentence, above)


def _quoted(sentence: SentenceView, at: int, above: int | None) -> int | None:
    """Who speaks in "quoted X as saying" and "X was quoted as saying"."""
    preposition = sentence.tokens[sentence.tokens[at].head]
    if above is None or preposition.text.lower() != "as":
        return None
    if sentence.tokens[above].lemma.lower() not in ("quote", "cite", "report", "describe"):
        return None
    return sentence.undergoing_subject(above) or sentence.object_of(above)


def _subject(sentence: SentenceView, at: int) -> int | None:
    """The subject nearest before the verb: "A witness, Mara Dell, said" may be parsed with two."""
    subjects = list(sentence.each(at, _SUBJECT))
    before = [n for n in subjects if n < at]
    behind = next((n for n in subjects if n > at and _follows(sentence, n, at)), None)
    return behind if behind is not None else before[-1] if before else next(iter(subjects), None)


def _follows(sentence: SentenceView, subject: int, verb: int) -> bool:
    """True for "..., stated the prosecutor": nothing but the speaker behind the verb, whatever stands before its comma."""
    if sentence.tokens[verb].lemma.lower() in TOLD_BY:
        return False
    return sentence.subtree(subject)[0] == verb + 1 and verb > 1 and sentence.tokens[verb - 1].text in CLOSING | {","}


def _clause_verb(sentence: SentenceView, at: int) -> int | None:
    """The verb of the clause that a participle after a comma goes with, whatever noun the parse hangs it on."""
    for n in sentence.up(at):
        if sentence.tokens[n].is_a(parts.VERB):
            return n if sentence.doing_subject(n) is not None else None
    return None


def _governing_verb(sentence: SentenceView, at: int) -> int | None:
    head = sentence.tokens[at].head
    while sentence.has_to(at) and _is_ready(sentence, head):
        head = sentence.tokens[head].head  # "was quick to add", "is at pains to stress", "went so far as to claim"
    if sentence.tokens[head].is_a(parts.PHRASE) or sentence.tokens[head].is_a(parts.PREPOSITION):
        held = sentence.tokens[head].text.lower() == "from"
        head = sentence.tokens[head].head
        if held and sentence.tokens[head].lemma.lower() in _HINDERING:
            return None
    return head if sentence.tokens[head].is_a(parts.VERB) and head != at else None


def _is_ready(sentence: SentenceView, at: int) -> bool:
    token = sentence.tokens[at]
    ready = token.is_a(parts.PREDICATE_ADJECTIVE) or token.lemma.lower() in ("pain", "far", "as")
    return ready and not token.is_a(parts.MAIN_VERB) and token.head != at


def _source_tokens(sentence: SentenceView, head: int, verb: int) -> list[int]:
    """The source's noun phrase, cut before the verb that it is the source of."""
    below = sentence.subtree(head)
    inside = set(sentence.subtree(verb)) if verb in below else set()
    kept = [n for n in below if n not in inside]
    if head < verb:
        kept = [n for n in kept if n < verb]
    run = _unbroken(kept, head)
    opening = _opening_name(sentence, run[0], verb)
    if opening:
        return opening
    return [*_role_before(sentence, run[0], verb), *run]


def _opening_name(sentence: SentenceView, first: int, verb: int) -> list[int]:
    """The name that opens the sentence, where the parse took the end of its relative clause for the subject."""
    tokens = sentence.tokens
    if first < 3 or not tokens[first - 1].is_a(parts.RELATIVE | parts.WHERE) or tokens[verb - 1].text != ",":
        return []
    comma = next((n for n in range(first) if tokens[n].text == ","), 0)
    name = list(range(comma))
    return name if name and all(tokens[n].is_a(parts.NOUN | parts.ADJECTIVE | parts.DETERMINER) for n in name) else []


def _role_before(sentence: SentenceView, first: int, verb: int) -> list[int]:
    """The role that opens a sentence before the name: "A witness in the case, Mara Dell".

    Not so in "The court, Dell said, was not convinced": what has a verb of its own is no role of hers.
    """
    if first < 2 or sentence.tokens[first - 1].text != "," or not sentence.tokens[first].is_a(parts.NAME):
        return []
    before = sentence.tokens[:first]
    opens = before[0].is_a(parts.NOUN | parts.ADJECTIVE | parts.DETERMINER)
    opens = opens and not any(t.is_a(_SUBJECT) and first < t.head != verb for t in before)
    if not opens or any(t.is_a(parts.VERB | parts.SUBORDINATOR | parts.MARK) for t in before[:-1]):
        return []
    return list(range(first)) if any(t.lemma.lower() in kinds() for t in before) else []


def _unbroken(kept: list[int], head: int) -> list[int]:
    """The run of tokens around the head."""
    there, first, last = set(kept) | {head}, head, head
    while first - 1 in there:
        first -= 1
    while last + 1 in there:
        last += 1
    return list(range(first, last + 1))


@asked_once
def is_passive(sentence: SentenceView, at: int) -> bool:
    """True for "was said", and for a bare participle after a noun ("accused of ...")."""
    token = sentence.tokens[at]
    if sentence.first(at, parts.UNDERGOING_SUBJECT | parts.PASSIVE_HELPING) is not None or _shares_passive(
        sentence, at
    ):
        return True
    if token.is_a(parts.PARTICIPLE) and any(sentence.tokens[n].text in ("'s", "’s") for n in sentence.helpers(at)):
        subject = sentence.doing_subject(at)
        return subject is not None and sentence.tokens[subject].text.lower() == "it"
    if _is_accused(sentence, at):
        return True
    return (
        token.is_a(parts.PARTICIPLE)
        and token.is_a(parts.NOUN_CLAUSE | parts.QUALIFYING)
        and sentence.first(at, parts.HELPING) is None
    )


def _is_accused(sentence: SentenceView, at: int) -> bool:
    """Of "stands accused of it", and of a headline's "Trader accused of murder flees": it is done to them, for nobody is its object."""
    token, after = sentence.tokens[at], sentence.tokens[min(at + 1, len(sentence) - 1)].text.lower()
    if token.lemma.lower() not in word_set("sources.accusing") or not token.is_a(parts.PARTICIPLE | parts.PAST):
        return False
    return (
        after in ("of", "with", "over")
        and sentence.object_of(at) is None
        and sentence.first(at, parts.ANY_HELPING) is None
    )


def _shares_passive(sentence: SentenceView, at: int) -> bool:
    """Of "was caught in May and accused of it": the second verb is passive too; not of "presided over by X, found that"."""
    frame = sentence.frame(at)
    shared = frame is not None and frame.passive and frame.outright and not sentence.tokens[at].is_a(parts.PAST)
    return shared and sentence.frame(sentence.tokens[at].head) is not None
