"""Speakers behind their verb and names beside their body, as translations and wires have them: "..., announced on Sunday
the minister", "as the agency X wrote". The parser takes the speaker for an object, and the body for a second subject."""

from __future__ import annotations

from rashomon.model.annotation import Token
from rashomon.stages.annotate.who.lexicon import bodies, person_nouns, words

_FINITE = ("VBD", "VBZ", "VBP")
_SPEAKING = frozenset(
    {"source", "witness", "statement", "same", "office", "spokesperson", "communique", "communiqué", "survivor",
     "station", "radio"}
)  # fmt: skip
_WHERE = frozenset({"at", "in", "on", "during", "after", "before", "from", "outside", "through", "by"})
_CLOSING = (".", "!", ")", "”", '"')


def speakers_behind(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """The tokens of a closing "..., announced X" as they ought to be; empty where the sentence has none."""
    for verb in range(3, len(tokens) - 1):
        if not _may_close(tokens, verb):
            continue
        speaker = next((n for n in _children(tokens, verb) if n > verb and tokens[n].dep == "dobj"), None)
        if speaker is not None and _speaks(tokens, speaker) and _ends_with(tokens, speaker):
            return _turned(tokens, verb, speaker)
    return {}


def _may_close(tokens: tuple[Token, ...], verb: int) -> bool:
    """A verb of saying right behind a comma, auxiliaries aside, with a whole clause before it and no subject there."""
    token = tokens[verb]
    if (
        token.pos != "VERB"
        or token.lemma not in words("speech.txt")
        or token.dep not in ("conj", "advcl", "ROOT", "ccomp")
    ):
        return False
    first = verb
    while first > 0 and tokens[first - 1].pos == "AUX" and tokens[first - 1].lemma == "have":
        first -= 1
    if tokens[first - 1].text != "," or (
        token.tag not in _FINITE
        and not (token.tag == "VBN" and first < verb)
        and (token.dep != "advcl" or token.tag == "VBG")
    ):
        return False
    own = [
        n
        for n in _children(tokens, verb)
        if tokens[n].dep in ("nsubj", "nsubjpass", "cc", "mark", "ccomp", "xcomp") and n > first
    ]
    told = any(t.tag in (*_FINITE, "MD") for t in tokens[:first])
    if any(
        tokens[n].dep == "nsubj" and _is_named_apart(tokens, n, first) for n in _children(tokens, verb) if n < first
    ):
        return False
    return told and not own and (token.dep == "ROOT" or token.head < first)


def _is_named_apart(tokens: tuple[Token, ...], subject: int, first: int) -> bool:
    """True for "her counsel, Mara Dell, announced the same": the comma before the verb closes a name beside its own subject."""
    named = any(t.head == subject and t.dep == "appos" and t.pos == "PROPN" for t in tokens[subject + 1 : first])
    return named and tokens[subject].pos == "NOUN"


def _speaks(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a noun phrase is somebody who may speak: a person's noun, a body, a name."""
    token = tokens[at]
    lemma = token.lemma.casefold()
    if token.ent[2:] in ("PERSON", "ORG") or lemma in _SPEAKING:
        return True
    return token.pos == "NOUN" and (lemma in person_nouns() or lemma in bodies() or lemma in words("papers.txt"))


def _ends_with(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the sentence ends with a noun phrase and where it was said: no other clause of the same verb follows."""
    below = _below(tokens, at)
    for n in _children(tokens, tokens[at].head):
        if n > at and tokens[n].dep in ("prep", "npadvmod") and tokens[n].text.lower() in _WHERE:
            below |= _below(tokens, n)
    return all(n in below or tokens[n].text in _CLOSING or tokens[n].pos == "PUNCT" for n in range(at, len(tokens)))


def _turned(tokens: tuple[Token, ...], verb: int, speaker: int) -> dict[int, Token]:
    changed = {speaker: tokens[speaker]._replace(dep="nsubj")}
    if tokens[verb].dep != "ROOT":
        changed[verb] = tokens[verb]._replace(dep="parataxis")
    return changed


def bodies_beside(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """ "as the agency X wrote": the body made part of its name, where both were taken for subjects."""
    changed = {}
    for n, token in enumerate(tokens[:-1]):
        name = tokens[n + 1]
        if token.dep == name.dep == "nsubj" and token.head == name.head and token.pos == "NOUN" and name.pos == "PROPN":
            end = n + 1
        elif token.dep == "nsubj" and token.pos == "NOUN" and name.pos == "PROPN" and name.dep == "compound":
            end = name.head
            if tokens[end].dep != "nsubj" or tokens[end].head != token.head or end > n + 5:
                continue
        else:
            continue
        if (
            token.lemma.casefold() in bodies()
            or token.lemma.casefold() in person_nouns()
            or token.lemma.casefold() in words("papers.txt")
        ):
            changed[n] = token._replace(dep="compound", head=end)
    return changed


def according_apart(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """ "According to an officer quoted by Radio X, the merchant Y phoned": the radio is no subject of what follows."""
    if len(tokens) < 6 or tokens[0].text.lower() != "according" or tokens[1].text.lower() != "to":
        return {}
    comma = next((n for n, t in enumerate(tokens) if t.text == ","), len(tokens))
    if any(t.text in ("[", "(") for t in tokens[:comma]):
        return {}
    old = next((n for n in range(2, comma) if tokens[n].dep in ("nsubj", "nsubjpass") and tokens[n].head > comma), None)
    if old is None:
        return {}
    new = next((n for n in _children(tokens, old) if n > comma and tokens[n].dep in ("appos", "conj")), None)
    first = min(_below(tokens, old))
    over = next((n for n in range(first - 1, 1, -1) if tokens[n].pos in ("NOUN", "PROPN", "ADP")), 1)
    if new is None or new > tokens[old].head:
        return {}
    dep = "pobj" if tokens[over].pos == "ADP" else "appos"
    return {
        old: tokens[old]._replace(dep=dep, head=over),
        new: tokens[new]._replace(dep=tokens[old].dep, head=tokens[old].head),
    }


def reduced_relatives(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """ "A note dated 2 May, of which X has a copy, says that ...": the note says; it dates nothing."""
    verb = next((n for n, t in enumerate(tokens) if t.head == n), 0)
    kids = _children(tokens, verb)
    if tokens[verb].tag not in _FINITE or any(tokens[n].dep in ("nsubj", "nsubjpass", "expl") for n in kids):
        return {}
    told = next((n for n in kids if n < verb and tokens[n].dep == "ccomp" and tokens[n].tag in ("VBD", "VBN")), None)
    that = any(n > verb and tokens[n].dep in ("ccomp", "dobj") for n in kids)
    if told is None or not that or tokens[verb - 1].text != "," or tokens[told - 1].text == ",":
        return {}
    own = _children(tokens, told)
    subject = next((n for n in own if n < told and tokens[n].dep == "nsubj"), None)
    if subject is None or any(tokens[n].dep in ("aux", "auxpass", "dobj", "neg") for n in own):
        return {}
    return {
        subject: tokens[subject]._replace(head=verb),
        told: tokens[told]._replace(dep="acl", head=subject, tag="VBN"),
    }


def _children(tokens: tuple[Token, ...], at: int) -> list[int]:
    return [n for n, t in enumerate(tokens) if t.head == at and n != at]


def _below(tokens: tuple[Token, ...], at: int) -> set[int]:
    found, stack = set(), [at]
    while stack:
        n = stack.pop()
        found.add(n)
        stack.extend(_children(tokens, n))
    return found


def relatives_past_others(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """The clauses of "it was the guards, not the strikers, who fired", hung on the guards: who is set aside does nothing."""
    found = {}
    for n, token in enumerate(tokens):
        other = tokens[token.head]
        if token.dep != "relcl" or other.dep not in ("appos", "conj") or other.head >= token.head:
            continue
        between = [t.text.lower() for t in tokens[other.head + 1 : token.head]]
        if between[:2] == [",", "not"] or between[:1] == ["not"]:
            found[n] = token._replace(head=other.head)
    return found


def absolutes(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """The participles of "with the union pointing at the police", hung on the union: it points, not whatever stands before."""
    found = {}
    for n, token in enumerate(tokens):
        if token.tag != "VBG" or token.dep != "advcl":
            continue
        link = next((k for k in range(n) if tokens[k].text.lower() == "with" and tokens[k].head == token.head), None)
        who = next((k for k in range(link + 1, n) if tokens[k].head == link), None) if link is not None else None
        if who is not None and all(t.text != "," and t.pos not in ("VERB", "AUX") for t in tokens[who:n]):
            found[n] = token._replace(dep="acl", head=who)
    return found
