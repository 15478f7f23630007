"""A clause of participles behind the sentence: "43 died, the attackers not being counted".

It has a subject of its own and no finite verb, and the parser may take it for the sentence: what it denies is then denied of
the dead as well.
"""

from __future__ import annotations

from rashomon.model.annotation import Token

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SUBJECTS = ("nsubj", "nsubjpass")


def read_absolutes(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """The two verbs as they ought to stand, what is finite above the participle; empty where there is no such clause."""
    for verb, token in enumerate(tokens):
        if token.dep in ("ROOT", "conj") and _is_participle(tokens, verb) and not _is_finite(tokens, verb):
            main = _clause_before(tokens, verb)
            if main is not None:
                return _turned(tokens, verb, main)
    return {}


def _clause_before(tokens: tuple[Token, ...], verb: int) -> int | None:
    """The finite verb that the parser hung on a participle which has a subject of its own behind the comma."""
    held = [n for n in range(verb) if tokens[n].head == verb]
    main = next((n for n in held if tokens[n].dep == "ccomp" and _is_finite(tokens, n)), None)
    subject = next((n for n in held if tokens[n].dep in _SUBJECTS and main is not None and n > main), None)
    apart = subject is not None and any(t.text == "," for t in tokens[main:subject])
    return main if apart else None


def _turned(tokens: tuple[Token, ...], verb: int, main: int) -> dict[int, Token]:
    over = main if tokens[verb].dep == "ROOT" else tokens[verb].head
    changed = {
        main: tokens[main]._replace(dep=tokens[verb].dep, head=over),
        verb: tokens[verb]._replace(dep="advcl", head=main),
    }
    closing = {n: t._replace(head=main) for n, t in enumerate(tokens) if n > verb and t.head == verb and t.text in ".!"}
    return changed | closing


def _is_finite(tokens: tuple[Token, ...], verb: int) -> bool:
    """Whether a verb or one of its helping verbs has a tense; a past form that the parser took for a noun counts."""
    own = [tokens[verb], *(t for t in tokens if t.head == verb and t.dep in ("aux", "auxpass"))]
    return any(t.tag in _FINITE for t in own) or (
        tokens[verb].tag == "NNS" and any(t.head == verb and t.dep in _SUBJECTS for t in tokens)
    )


def _is_participle(tokens: tuple[Token, ...], verb: int) -> bool:
    """ "being counted", "having been told", "fleeing"."""
    helping = [t.text.lower() for t in tokens if t.head == verb and t.dep in ("aux", "auxpass")]
    return tokens[verb].tag == "VBG" or bool({"being", "having"} & set(helping))
