"""Entries of a list of persons: "2. X, aged 31, mechanic, charged with ..., detained since ..." has no verb of its own,
and what is said behind each comma is said of the one whom the entry names, whatever noun the parser hung it on."""

from __future__ import annotations

from rashomon.model.annotation import Token
from rashomon.stages.annotate.who.lexicon import person_nouns

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_HANGING = ("acl", "appos", "amod", "advcl", "conj", "oprd", "npadvmod", "dep")


def read_entry(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """The tokens of an entry as they ought to be; empty where the sentence is none."""
    changed = _entry_of_called(tokens)
    tokens = tuple(changed.get(n, t) for n, t in enumerate(tokens)) if changed else tokens
    root = next((n for n, t in enumerate(tokens) if t.head == n), 0)
    if not tokens or tokens[root].pos != "PROPN" or tokens[root].ent[2:] not in ("PERSON", "ORG", ""):
        return {}
    if any(t.tag in _FINITE for t in _before_clauses(tokens)) or not _opens(tokens, root):
        return {}
    for n in range(root + 2, len(tokens)):
        token = tokens[n]
        if tokens[n - 1].text != "," or token.dep not in _HANGING:
            continue
        if token.tag == "VBN" and token.head != root and tokens[token.head].ent[2:] != "PERSON":
            changed[n] = token._replace(dep="acl", head=root)
        elif token.pos in ("NOUN", "ADJ") and token.tag != "NNS" and token.lemma.casefold() in person_nouns():
            changed[n] = token._replace(dep="appos", head=root, pos="NOUN", tag="NN")
    return changed


def _entry_of_called(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """ "X, called Y, born in ..., charged with ...": nobody calls, where no other verb is finite and a comma stands before."""
    verb = next((n for n, t in enumerate(tokens) if t.head == n), 0)
    name = next((n for n, t in enumerate(tokens[:verb]) if t.head == verb and t.dep == "nsubj"), None)
    if name is None or tokens[verb].text.lower() not in ("called", "nicknamed", "known", "named"):
        return {}
    other = any(t.tag in _FINITE for n, t in enumerate(tokens) if n != verb and not _is_relative(tokens, n))
    if tokens[verb - 1].text != "," or name != verb - 2 or tokens[name].pos != "PROPN" or other:
        return {}
    changed = {n: t._replace(head=name) for n, t in enumerate(tokens) if t.head == verb and t.pos == "PUNCT"}
    changed[name] = tokens[name]._replace(dep="ROOT", head=name)
    changed[verb] = tokens[verb]._replace(dep="acl", head=name, tag="VBN")
    changed.update({n: t._replace(dep="oprd") for n, t in enumerate(tokens) if t.head == verb and t.dep == "dobj"})
    return changed


def _is_relative(tokens: tuple[Token, ...], at: int) -> bool:
    return any(tokens[k].dep in ("relcl", "ccomp", "advcl", "pcomp") for k in _path(tokens, at))


def _before_clauses(tokens: tuple[Token, ...]) -> list[Token]:
    """The words outside relative and other subordinate clauses."""
    return [
        t
        for n, t in enumerate(tokens)
        if not any(tokens[k].dep in ("relcl", "ccomp", "advcl", "pcomp") for k in _path(tokens, n))
    ]


def _path(tokens: tuple[Token, ...], at: int) -> list[int]:
    found = [at]
    while tokens[at].head != at and len(found) < 40:
        at = tokens[at].head
        found.append(at)
    return found


def _opens(tokens: tuple[Token, ...], root: int) -> bool:
    """Whether the name stands first, after nothing but a number, a bullet or a title, and a comma behind it."""
    first = next((n for n, t in enumerate(tokens) if t.pos in ("PROPN", "NOUN")), 0)
    lead = tokens[:first]
    named = all(t.pos == "PROPN" or t.text in ("-", "’", "'", ".") for t in tokens[first : root + 1])
    behind = tokens[root + 1].text if root + 1 < len(tokens) else ""
    return (
        named and behind in (",", "(") and all(t.pos in ("X", "NUM", "PUNCT", "SYM") or t.dep == "meta" for t in lead)
    )
