"""What a body is called: "a gang called X", "a group calling itself the Sons of Y" names an organization, whatever
the model's label for X, and X stands beside the noun that says so."""

from __future__ import annotations

from rashomon.model.annotation import Token
from rashomon.stages.annotate.who.lexicon import bodies, is_persons

_NAMING = frozenset({"call", "name", "dub", "style", "label", "nickname", "surname", "know"})
_FORMS = ("VBN", "VBG", "VBZ", "VBD", "VBP")
_SKIPPED = frozenset({"itself", "themselves", "as", "the", "“", '"', "‘", "'", "``"})
_WITHIN = frozenset({"of", "the", "and", "for", "in", "de", "del", "la", "las", "los", "el", "al", "'s", "’s"})
_ARMED = frozenset({"armed", "militant", "rebel", "criminal", "terrorist", "terror", "extremist", "jihadist", "insurgent",
                    "separatist", "guerrilla", "paramilitary", "islamist", "vigilante", "nationalist"})  # fmt: skip
_BANDS = frozenset({"gang", "cartel", "militia", "faction", "group", "syndicate"})
_ONLY_ARMED = frozenset({"group", "organisation", "organization", "movement", "party", "network", "outfit"})
_LONGEST = 8


def name_bodies(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """The tokens of names that bodies are called by, as they ought to be; empty where there are none."""
    changed: dict[int, Token] = {}
    for at, token in enumerate(tokens):
        if token.pos == "NOUN" and token.lemma.casefold() in bodies():
            first = _name_after(tokens, at)
            if first is not None:
                changed.update(_as_organization(tokens, at, first))
        elif token.pos == "NOUN" and token.tag != "NNS" and is_persons(token.lemma.casefold()):
            changed.update(_as_person(tokens, at))
    return changed


def _as_person(tokens: tuple[Token, ...], noun: int) -> dict[int, Token]:
    """ "the gang leader known as X", "a man named X": X stands beside the noun; not where the noun is who called X."""
    if tokens[noun].dep == "nsubj" and tokens[tokens[noun].head].lemma in _NAMING:
        return {}
    first = _name_after(tokens, noun)
    if first is None or tokens[first].ent[2:] not in ("PERSON", "") or tokens[first].pos != "PROPN":
        return {}
    end = first + 1
    while end < len(tokens) and (tokens[end].pos == "PROPN" or tokens[end].text == "-"):
        end += 1
    head = next((n for n in range(first, end) if not first <= tokens[n].head < end), None)
    if head is None or tokens[head].dep not in ("oprd", "pobj", "dobj", "attr"):
        return {}
    return {head: tokens[head]._replace(dep="appos", head=noun)}


def _name_after(tokens: tuple[Token, ...], at: int) -> int | None:
    """Where the name begins that a body at a token is given."""
    if _is_band(tokens, at) and _capital(tokens, at + 1) and tokens[at + 1].ent[2:] not in ("DATE", "TIME", "NORP"):
        return at + 1
    verb = at + 1
    while verb < min(at + 3, len(tokens)) and tokens[verb].lemma.casefold() in (
        "which",
        "that",
        "be",
        "is",
        "also",
        "who",
    ):
        verb += 1
    if verb >= len(tokens) or tokens[verb].lemma not in _NAMING or tokens[verb].tag not in _FORMS:
        return None
    after = tokens[verb + 1].text.casefold() if verb + 1 < len(tokens) else ""
    if tokens[verb].lemma == "know" and after != "as":
        return None
    if tokens[verb].tag != "VBN" and after not in ("itself", "themselves"):
        return None
    name = verb + 1
    while name < len(tokens) and tokens[name].text.casefold() in _SKIPPED:
        name += 1
    appointed = tokens[verb].lemma == "name" and any(t.text == "as" for t in tokens[name : name + 6])
    return name if _capital(tokens, name) and not appointed else None


def _is_band(tokens: tuple[Token, ...], at: int) -> bool:
    """ "the criminal group X", "the gang X": not "the group Monday", "the company X"."""
    word = tokens[at].lemma.casefold()
    if word not in _BANDS | _ONLY_ARMED:
        return False
    return word not in _ONLY_ARMED or (at > 0 and tokens[at - 1].lemma.casefold() in _ARMED)


def _capital(tokens: tuple[Token, ...], at: int) -> bool:
    return at < len(tokens) and tokens[at].text[0].isupper() and tokens[at].pos in ("PROPN", "NOUN", "ADJ", "NUM", "X")


def _as_organization(tokens: tuple[Token, ...], body: int, first: int) -> dict[int, Token]:
    end = first + 1
    while end < len(tokens) and end - first < _LONGEST:
        step = next((n for n in range(end, min(end + 3, len(tokens))) if tokens[n].text.casefold() not in _WITHIN), end)
        if not _capital(tokens, step):
            break
        end = step + 1
    head = next((n for n in range(first, end) if not first <= tokens[n].head < end), None)
    if head is None:
        return {}
    changed = {n: tokens[n]._replace(ent="B-ORG" if n == first else "I-ORG") for n in range(first, end)}
    if tokens[head].dep in ("oprd", "pobj", "dobj", "attr", "appos"):
        changed[head] = changed[head]._replace(dep="appos", head=body)
    return changed


def read_telephoned(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """Of "X called Y at six" the Y, a person by label or by a "who" behind, as an object: who is called nothing is telephoned."""
    changed: dict[int, Token] = {}
    for n, token in enumerate(tokens):
        over = tokens[token.head]
        if token.dep != "oprd" or token.pos != "PROPN" or over.lemma != "call":
            continue
        kids = [t for k, t in enumerate(tokens) if t.head == token.head and k != n]
        if token.ent[2:] != "PERSON" and not any(t.text.lower() == "who" and tokens[t.head].head == n for t in tokens):
            continue
        alone = not any(t.dep in ("dobj", "oprd", "auxpass", "ccomp", "acomp") for t in kids)
        if alone and token.head < n and (over.tag != "VBN" or any(t.dep in ("aux", "nsubj") for t in kids)):
            changed[n] = token._replace(dep="dobj")
    return changed
