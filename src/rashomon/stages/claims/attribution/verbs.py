"""Attributions by a verb whose source and content the parse gives: "X said that ...", "X urged Y to ..."."""

from __future__ import annotations

from rashomon.model.claim import Stance
from rashomon.model.span import Span
from rashomon.stages.claims.attribution.cues import Cue, kinds, nouns, verb_cue
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.view import SentenceView

_SUBJECT = ("nsubj", "nsubjpass", "csubj", "expl")
_SHARED = ("conj", "xcomp", "advcl", "pcomp")
_FIRST_PERSON = frozenset({"i", "we", "you", "let"})
_HINDERING = frozenset({"prevent", "stop", "keep", "bar", "ban", "block", "deter", "discourage", "refrain"})
_ASPECTUAL = frozenset({"go", "continue", "begin", "start", "proceed", "appear", "seem", "come"})
_AFTER_OBJECT = ("prep", "xcomp", "oprd", "ccomp", "dative", "acomp", "advcl")


def find_by_verb(sentence: SentenceView, at: int, cue: Cue, quoted: bool) -> Found | None:
    """The attribution whose cue is the verb `at`; None where it has no content, or is no report.

    `quoted` is True for a verb inside a quotation, where the speaker's own "I think" brings no second voice.
    """
    speaker, source = find_speaker(sentence, at)
    if _is_own_voice(sentence, at, speaker, quoted, cue) or _is_purpose(sentence, at):
        return None
    content, brought = _content(sentence, at, cue, set(source))
    if not content:
        return None
    said = cue_tokens(sentence, at, content, brought)
    content -= set(said) | set(source)
    spans = spans_of(sentence, content)
    if not spans:
        return None
    return Found(
        sentence.sentence.index,
        at,
        speaker,
        spans_of(sentence, set(source) - set(said)),
        spans_of(sentence, said),
        spans,
        stance_of(sentence, at, cue),
        quoting="q" in cue.frames,
    )


def find_speaker(sentence: SentenceView, at: int) -> tuple[int | None, list[int]]:
    """The head token of a verb's source and all the source's tokens; (None, []) where it is not said."""
    tokens = sentence.tokens
    agent = sentence.child(at, "agent")
    if agent is not None and (by := sentence.child(agent, "pobj")) is not None:
        return by, sentence.subtree(by)
    subject = _subject(sentence, at)
    if subject is not None:
        if tokens[subject].dep == "nsubjpass" or is_passive(sentence, at) or tokens[subject].dep == "expl":
            return None, []
        source = _source_tokens(sentence, subject, at)
        return subject if subject in source else source[-1], source
    token = tokens[at]
    if token.head == at or is_passive(sentence, at):
        return None, []
    if token.dep in _SHARED:
        above = _governing_verb(sentence, at)
        quoted = _quoted(sentence, at, above)
        if quoted is not None:
            return quoted, _source_tokens(sentence, quoted, at)
        return _shared_speaker(sentence, above)
    if token.dep in ("acl", "relcl") and token.tag == "VBG":
        above = _clause_verb(sentence, at) if at and sentence.tokens[at - 1].text == "," else None
        if above is not None:
            return find_speaker(sentence, above)
        return token.head, _source_tokens(sentence, token.head, at)
    return None, []


def _shared_speaker(sentence: SentenceView, above: int | None) -> tuple[int | None, list[int]]:
    """The subject of the governing verb: it speaks also where it only undergoes what that verb says."""
    if above is None:
        return None, []
    undergoer = sentence.child(above, "nsubjpass")
    if undergoer is not None and sentence.child(above, "agent") is None:
        return undergoer, _source_tokens(sentence, undergoer, above)
    return find_speaker(sentence, above)


def _quoted(sentence: SentenceView, at: int, above: int | None) -> int | None:
    """Who speaks in "quoted X as saying" and "X was quoted as saying"."""
    preposition = sentence.tokens[sentence.tokens[at].head]
    if above is None or preposition.text.lower() != "as":
        return None
    if sentence.tokens[above].lemma.lower() not in ("quote", "cite", "report", "describe"):
        return None
    return sentence.child(above, "nsubjpass") or sentence.child(above, "dobj")


def _subject(sentence: SentenceView, at: int) -> int | None:
    """The subject nearest before the verb: "A witness, Mara Dell, said" may be parsed with two."""
    subjects = list(sentence.kids(at, *_SUBJECT))
    before = [n for n in subjects if n < at]
    return before[-1] if before else next(iter(subjects), None)


def _clause_verb(sentence: SentenceView, at: int) -> int | None:
    """The verb of the clause that a participle after a comma goes with, whatever noun the parse hangs it on."""
    for n in sentence.up(at):
        if sentence.tokens[n].pos in ("VERB", "AUX"):
            return n if sentence.child(n, "nsubj") is not None else None
    return None


def _governing_verb(sentence: SentenceView, at: int) -> int | None:
    head = sentence.tokens[at].head
    if sentence.tokens[head].dep == "prep" or sentence.tokens[head].pos == "ADP":
        held = sentence.tokens[head].text.lower() == "from"
        head = sentence.tokens[head].head
        if held and sentence.tokens[head].lemma.lower() in _HINDERING:
            return None
    return head if sentence.tokens[head].pos in ("VERB", "AUX") and head != at else None


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
    return [*_role_before(sentence, run[0]), *run]


def _opening_name(sentence: SentenceView, first: int, verb: int) -> list[int]:
    """The name that opens the sentence, where the parse took the end of its relative clause for the subject."""
    tokens = sentence.tokens
    if first < 3 or tokens[first - 1].tag not in ("WRB", "WDT", "WP") or tokens[verb - 1].text != ",":
        return []
    comma = next((n for n in range(first) if tokens[n].text == ","), 0)
    name = list(range(comma))
    return name if name and all(tokens[n].pos in ("PROPN", "DET", "NOUN", "ADJ") for n in name) else []


def _role_before(sentence: SentenceView, first: int) -> list[int]:
    """The role that opens a sentence before the name: "A witness in the case, Mara Dell"."""
    if first < 2 or sentence.tokens[first - 1].text != "," or sentence.tokens[first].pos != "PROPN":
        return []
    before = sentence.tokens[:first]
    opens = before[0].pos in ("DET", "NOUN", "ADJ", "PROPN")
    if not opens or any(t.pos in ("VERB", "AUX", "PUNCT", "SCONJ") for t in before[:-1]):
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


def is_passive(sentence: SentenceView, at: int) -> bool:
    """True for "was said", and for a bare participle after a noun ("accused of ...")."""
    token = sentence.tokens[at]
    if sentence.child(at, "auxpass", "nsubjpass") is not None:
        return True
    if token.tag == "VBN" and any(sentence.tokens[n].text in ("'s", "’s") for n in sentence.kids(at, "aux")):
        subject = sentence.child(at, "nsubj")
        return subject is not None and sentence.tokens[subject].text.lower() == "it"
    return token.tag == "VBN" and token.dep in ("acl", "amod") and sentence.child(at, "aux") is None


def _is_own_voice(sentence: SentenceView, at: int, speaker: int | None, quoted: bool, cue: Cue) -> bool:
    """True for imperatives, "you know", and "I think" within a quotation."""
    token = sentence.tokens[at]
    if speaker is None:
        return not is_passive(sentence, at)
    who = sentence.tokens[speaker].text.lower()
    if who == "you" or (cue.group == "court" and kinds().get(who) != "court"):
        return True
    if cue.group == "ask" and _stays_unnamed(sentence, at):
        return True
    if sentence.tokens[speaker].pos == "PRON" and who in ("it", "there", "this", "that", "what"):
        return token.dep not in ("relcl",) and cue.group != "show" and who in ("there", "what")
    return quoted and (who in _FIRST_PERSON or cue.group != "say")


def _is_purpose(sentence: SentenceView, at: int) -> bool:
    """True for an infinitive that only says what for: "met to discuss"; not for "went on to say"."""
    if not _has_to(sentence, at) or sentence.tokens[at].tag != "VB":
        return False
    token = sentence.tokens[at]
    above = sentence.tokens[token.head]
    return not (token.dep in ("xcomp", "advcl") and above.lemma.lower() in _ASPECTUAL)


def _stays_unnamed(sentence: SentenceView, at: int) -> bool:
    """True for "who asked not to be named"."""
    wish = sentence.child(at, "xcomp", "ccomp")
    return wish is not None and sentence.tokens[wish].lemma.lower() in ("name", "identify", "quote")


def _content(sentence: SentenceView, at: int, cue: Cue, source: set[int]) -> tuple[set[int], list[int]]:
    """What is said, as tokens, and the words that bring it ("of", "for") beside the verb."""
    frames = cue.frames
    clause = _clause(sentence, at, cue)
    if clause is not None:
        return _clause_content(sentence, at, clause, cue), []
    if "c" in frames and (misplaced := _misplaced_clause(sentence, at, cue)) is not None:
        return set(sentence.subtree(misplaced)), []
    if is_passive(sentence, at):
        return _passive_content(sentence, at, cue)
    infinitive = sentence.child(at, "xcomp")
    if infinitive is not None and ("i" in frames or "oi" in frames) and _has_to(sentence, infinitive):
        return _infinitive_content(sentence, at, infinitive, cue), []
    if infinitive is not None and infinitive > at and sentence.tokens[infinitive].tag == "VBG" and frames & {"c", "o"}:
        return set(_below(sentence, infinitive)), []
    thing = sentence.child(at, "dobj")
    beside = sentence.kids(thing, "prep") if thing is not None else ()
    for n in (*sentence.kids(at, "prep", "dative", "agent"), *beside):
        if sentence.tokens[n].text.lower() in cue.prepositions and n > at and not _is_aside(sentence, at):
            return set(_below(sentence, n)) - {n}, list(range(at + 1, n + 1)) if n - at <= 8 else [n]
    if sentence.tokens[at].lemma.lower() == "call" and not _is_naming(sentence, at):
        return set(), []
    if thing is not None and "on" in frames and thing > at and _is_words(sentence, thing):
        return _object_content(sentence, at, thing), []
    if thing is not None and "ov" in frames and _is_doing(sentence, thing):
        return _object_content(sentence, at, thing), []
    if thing is not None and "o" in frames and thing > at and not _is_aside(sentence, at):
        return _object_content(sentence, at, thing), []
    return set(), []


def _is_aside(sentence: SentenceView, at: int) -> bool:
    """True for "the plan that rejects ...", "taxpayers reporting gains": a thing described, nobody's words."""
    token = sentence.tokens[at]
    thing = sentence.child(at, "dobj")
    if token.dep == "acl" and token.tag == "VBG":
        return True
    if thing is not None and sentence.tokens[thing].lemma.lower() in ("life", "victim"):
        return True
    subject = sentence.child(at, "nsubj")
    return subject is not None and sentence.tokens[subject].text.lower() in ("that", "which")


def _is_naming(sentence: SentenceView, at: int) -> bool:
    """True for "called him a liar", not for "called the garage"."""
    if sentence.child(at, "oprd", "advcl", "ccomp") is not None:
        return True
    thing = sentence.child(at, "dobj")
    below = sentence.subtree(thing) if thing is not None else []
    return any(sentence.tokens[n].text in ('"', "“", "''") or sentence.tokens[n].dep == "appos" for n in below)


def _is_words(sentence: SentenceView, thing: int) -> bool:
    """True for an object that is something said or written: "issued a warning", "published a letter"."""
    lemma = sentence.tokens[thing].lemma.lower()
    return lemma in nouns() or kinds().get(lemma) in ("document", "record")


def _is_doing(sentence: SentenceView, thing: int) -> bool:
    """True for an object with a participle: "shows a man running"; a headline's may be read as a noun."""
    if sentence.tokens[thing].text.endswith("ing") and sentence.child(thing, "compound") is not None:
        return True
    return any(sentence.tokens[n].tag == "VBG" for n in sentence.kids(thing, "acl"))


def _clause(sentence: SentenceView, at: int, cue: Cue) -> int | None:
    if not cue.frames & {"c", "o"}:
        return None
    clauses = [n for n in sentence.kids(at, "ccomp") if "c" in cue.frames or n > at]
    return next((n for n in clauses if n < at or not _is_final(sentence, n)), None)


def _is_final(sentence: SentenceView, at: int) -> bool:
    """True for ", the agency reported": another speaker's closing clause, which the parse takes for what is said."""
    cue = verb_cue(sentence.tokens[at])
    if cue is None or "f" not in cue.frames or sentence.child(at, "ccomp", "xcomp", "dobj") is not None:
        return False
    first = sentence.subtree(at)[0]
    comma = "," in (sentence.tokens[first].text, sentence.tokens[max(0, first - 1)].text)
    return comma and sentence.child(at, "nsubj") is not None


def _misplaced_clause(sentence: SentenceView, at: int, cue: Cue) -> int | None:
    """The "that" clause of "wrote in a letter that ...", which the parse hangs on the noun before it."""
    told = ("dobj", "dative") if "a" in cue.frames else ()
    for beside in sentence.kids(at, "prep", "npadvmod", *told):
        for clause in sentence.subtree(beside) if beside > at else ():
            if sentence.tokens[clause].dep not in ("acl", "relcl", "ccomp"):
                continue
            first = sentence.tokens[sentence.subtree(clause)[0]]
            if first.text.lower() == "that" and (first.tag == "IN" or first.dep == "mark"):
                return clause
    return None


def _clause_content(sentence: SentenceView, at: int, clause: int, cue: Cue) -> set[int]:
    content = set(sentence.subtree(clause))
    if clause > at and "c" not in cue.frames:
        thing = sentence.child(at, "dobj")
        content |= set(_below(sentence, thing)) if thing is not None else set()
    return content


def _passive_content(sentence: SentenceView, at: int, cue: Cue) -> tuple[set[int], list[int]]:
    """ "is believed to have fled", "was accused of theft", "is held": with the subject that it is said of."""
    subject = sentence.child(at, "nsubjpass")
    about = set(_below(sentence, subject)) if subject is not None else set()
    infinitive = sentence.child(at, "xcomp")
    if infinitive is not None and _has_to(sentence, infinitive) and cue.frames & {"c", "x"}:
        return about | set(_below(sentence, infinitive)), []
    for n in sentence.kids(at, "prep"):
        if sentence.tokens[n].text.lower() in cue.prepositions:
            return about | (set(_below(sentence, n)) - {n}), [n]
    if sentence.child(at, "agent") is not None and "o" in cue.frames:
        return about, []
    return set(), []


def _has_to(sentence: SentenceView, verb: int) -> bool:
    return any(sentence.tokens[n].tag == "TO" for n in sentence.kids(verb, "aux"))


def _infinitive_content(sentence: SentenceView, at: int, infinitive: int, cue: Cue) -> set[int]:
    content = set(_below(sentence, infinitive))
    thing = sentence.child(at, "dobj")
    if thing is not None and at < thing < infinitive and "a" not in cue.frames:
        content |= set(_below(sentence, thing))
    return content


def _object_content(sentence: SentenceView, at: int, thing: int) -> set[int]:
    """The object with what is said of it: "called [him a liar]", "criticized [her for the delay]"."""
    content = set(_below(sentence, thing))
    for n in sentence.kids(at, *_AFTER_OBJECT):
        if n > thing and not (sentence.tokens[n].dep == "advcl" and sentence.child(n, "mark") is not None):
            content |= set(_below(sentence, n))
    return content


def _below(sentence: SentenceView, at: int) -> list[int]:
    return sentence.subtree(at)


def cue_tokens(sentence: SentenceView, at: int, content: set[int], brought: list[int]) -> list[int]:
    """The cue's words: the verb, what stands with it (auxiliaries, adverbs, "not", particle), and when."""
    found = {at, *(n for n in brought if n not in content)}
    kids = set(sentence.children[at])
    first = at
    while first - 1 in kids and sentence.tokens[first - 1].dep in ("aux", "auxpass", "neg", "advmod"):
        first -= 1
    found.update(range(first, at))
    last = at
    while last + 1 in kids and last + 1 not in content and sentence.tokens[last + 1].dep in _WITH_CUE:
        last += 1
    found.update(range(at, last + 1))
    return sorted(found)


_WITH_CUE = ("prt", "npadvmod", "advmod", "neg")


def stance_of(sentence: SentenceView, at: int, cue: Cue) -> Stance:
    """The stance that the cue gives, turned by its own negation: "did not confirm", "does not believe"."""
    if sentence.child(at, "neg") is None:
        return cue.stance
    if cue.group == "think":
        return "denied"
    return "asserted" if cue.stance == "denied" and cue.group == "judge" else "unconfirmed"


def span_before(sentence: SentenceView, at: int) -> Span:
    """From the sentence's start to a token."""
    return Span(sentence.sentence.start, sentence.tokens[at].start)
