"""Words that tell of speech or thought, with what they make of it, read once from `data/attribution`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.model import parts
from rashomon.model.annotation import Token
from rashomon.model.claim import LinkKind, Stance


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of speech or thought: its class, the stance it gives, and the frames in which it does."""

    group: str
    stance: Stance
    frames: frozenset[str]

    @property
    def prepositions(self) -> frozenset[str]:
        """The prepositions that bring what is said: "of" in "accused of"."""
        return frozenset(f[2:] for f in self.frames if f.startswith("p:"))


def table(name: str) -> list[list[str]]:
    """The rows of a word list, without its head."""
    text = files("rashomon.data").joinpath(f"attribution/{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def verbs() -> dict[str, Cue]:
    """Verbs of speech and thought by lemma."""
    return {w: Cue(group, stance, frozenset(f.split())) for w, group, stance, f in table("verbs")}  # type: ignore[arg-type]


@cache
def nouns() -> dict[str, Cue]:
    """Nouns of speech and thought by lemma; their frames are c, i, and bare prepositions."""
    return {w: Cue(group, stance, frozenset(f.split())) for w, group, stance, f in table("nouns")}  # type: ignore[arg-type]


@cache
def adjectives() -> dict[str, Cue]:
    """Adjectives of thought by lemma."""
    return {w: Cue(group, stance, frozenset(f.split())) for w, group, stance, f in table("adjectives")}  # type: ignore[arg-type]


@cache
def speech_forms() -> dict[str, str]:
    """Inflected forms of the verbs that bring quotations, for words that the tagger took for names."""
    irregular = {
        "said": "say",
        "told": "tell",
        "wrote": "write",
        "swore": "swear",
        "began": "begin",
        "sang": "sing",
    }
    found = dict(irregular)
    for lemma, cue in verbs().items():
        if "q" in cue.frames:
            found.update(dict.fromkeys(_inflect(lemma), lemma))
    return found


def _inflect(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied"
    if lemma.endswith("e"):
        return lemma, lemma + "s", lemma + "d"
    return lemma, lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s"), lemma + "ed"


def verb_cue(token: Token) -> Cue | None:
    """The cue that a token is as a verb, or None."""
    if token.is_a(parts.MAIN_VERB):
        return verbs().get(token.lemma.lower())
    return None


@cache
def kinds() -> dict[str, LinkKind]:
    """Words in a source's name or description -> what kind of link it is; the head noun speaks first."""
    return {word: kind for kind, words in table("kinds") for word in words.split()}  # type: ignore[misc]


@cache
def _gestures() -> frozenset[str]:
    return frozenset(word for row in table("gestures") for word in row[0].split())


def shows_speaking(token: Token) -> bool:
    """True for a verb behind which a quotation is its subject's: of speech or thought, or "shrugs", "laughs"; not "went"."""
    lemma = token.lemma.lower()
    cue = verbs().get(lemma) if token.is_a(parts.MAIN_VERB) else None
    by_itself = cue is not None and any(not frame.startswith("p:") for frame in cue.frames)
    return lemma in _gestures() or (cue is not None and by_itself and cue.group != "show")
