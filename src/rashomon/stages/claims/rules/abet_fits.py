"""What may stand where somebody helps a deed or hides what it left: bands, bodies, bombs, keys; tests by name."""

from __future__ import annotations

from rashomon.lexicon import word_set, words
from rashomon.model import parts
from rashomon.stages.claims.accusations import lexicon
from rashomon.stages.claims.accusations.accused import crime_at
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.rules.deed_fits import DEEDS, Test
from rashomon.stages.claims.rules.means_fits import MEANS
from rashomon.stages.claims.rules.order_fits import in_list, is_band, lemma, one_of, opens, pair
from rashomon.stages.claims.view import SentenceView

_HIDING = frozenset({"conceal", "destroy-evidence", "dispose", "cover-up", "rewrite"})


def hides(sentence: SentenceView, at: int) -> bool:
    """A verb of hiding, with a trace or a body: "burned" of "had the bodies burned", "bury" of "helped bury the body"."""
    frame = sentence.frame(at)
    if frame is None or not opens(sentence, at, _HIDING) or _is_burial(sentence, at):
        return False
    above = next((f for n in sentence.up(at) if n != at and (f := sentence.frame(n)) is not None), None)
    around = [*frame.doers.fillers, *frame.undergoers.fillers, *frame.subjects.fillers, *frame.oblique("of", "with")]
    if not frame.undergoers.fillers and above is not None:
        around += above.undergoers.fillers
    return any(_is_trace(sentence, n) for n in around)


def _is_burial(sentence: SentenceView, at: int) -> bool:
    """Of "buried the bodies of the victims" the burying, where nothing says that it was to hide them."""
    hidden = words("en-wilds.txt") | word_set("order_fits.hidden")
    secret = any(t.lemma.lower() in hidden for t in sentence.tokens)
    return lemma(sentence, at) in ("bury", "cremate") and not secret and not DEEDS["law-told"](sentence, at)


def _is_trace(sentence: SentenceView, at: int) -> bool:
    return lemma(sentence, at) in words("en-traces.txt") | words("en-body.txt") | words("en-evidence.txt") | word_set(
        "order_fits.papers"
    )


def _is_laden(sentence: SentenceView, at: int) -> bool:
    """A bomb, or what holds one: "the truck with the dynamite", "the bag of grenades"."""
    state = sentence.state(at)
    below = () if state is None else sentence.subtree(at)
    return any(lemma(sentence, n) in words("en-bombs.txt") for n in (at, *below))


def _is_where_told(sentence: SentenceView, at: int) -> bool:
    """A clause that tells where, when or how: "told the killers where the judge lived"."""
    opening = next(
        (
            n
            for n in (at, *sentence.subtree(at)[:2])
            if sentence.tokens[n].text.lower() in word_set("order_fits.wheres")
        ),
        None,
    )
    return opening is not None and any(
        is_human(sentence, n) or lemma(sentence, n) in words("en-vehicles.txt") | {"convoy", "train", "transport"}
        for n in range(opening + 1, min(opening + 5, len(sentence)))
    )


def _is_cover_up(sentence: SentenceView, at: int) -> bool:
    return lemma(sentence, at) in ("coverup", "cover-up") or pair(sentence, at) == "cover up"


def _is_inwards(sentence: SentenceView, at: int) -> bool:
    """Of "let the killers in", "let them into the house"."""
    return sentence.tokens[at].text.lower() in ("in", "inside", "through") or lemma(sentence, at) in (
        "enter", "pass", "through"
    ) or any(sentence.tokens[n].text.lower() in ("into", "through", "inside") for n in range(max(0, at - 3), at))  # fmt: skip


def _is_meanwhile(sentence: SentenceView, at: int) -> bool:
    """Of "held him down while his brother stabbed him": a deed told in a clause of the same time."""
    when = {t.text.lower() for t in sentence.tokens[at:]}
    return bool(when & {"while", "as", "so"}) and DEEDS["violent"](sentence, at)


def _is_ransom_told(sentence: SentenceView, at: int) -> bool:
    return any(t.lemma.lower() in word_set("order_fits.ransom") for t in sentence.tokens)


def _is_deed_weapon(sentence: SentenceView, at: int) -> bool:
    """Of "the murder weapon", "the gun used in the killing"; a weapon, where the sentence tells of a deed."""
    state = sentence.state(at)
    named = state is not None and any(crime_at(sentence, n) is not None for n in state.named)
    armed = lemma(sentence, at) in lexicon.devices("fire") | words("en-weapons.txt") | {"weapon", "knife", "axe"}
    return armed and (named or MEANS["harm-told"](sentence, at))


def _is_false_paper(sentence: SentenceView, at: int) -> bool:
    """Of "a false report", "a fake certificate"."""
    state = sentence.state(at)
    wrong = state is not None and any(lemma(sentence, n) in word_set("order_fits.false") for n in state.named)
    return wrong and lemma(sentence, at) in word_set("order_fits.papers") | {"statement", "account", "version"}


def _is_dead_told(sentence: SentenceView, at: int) -> bool:
    """Whether a sentence speaks of somebody dead or of a deed."""
    dead = any(t.lemma.lower() in ("dead", "body", "corpse", "victim", "deceased") for t in sentence.tokens)
    return dead or MEANS["harm-told"](sentence, at)


def _is_used_by_band(sentence: SentenceView, at: int) -> bool:
    """Of "the flat used by the bombers", "the car the killers drove"."""
    users = (
        n
        for v in sentence.verbs
        if v.passive and at in v.undergoers.fillers and v.lemma == "use"
        for n in v.doers.fillers
    )
    return any(is_band(sentence, n) for n in users)


def _is_band_near(sentence: SentenceView, at: int) -> bool:
    """Whether the sentence tells of gunmen, killers, or of a bomb."""
    return any(is_band(sentence, n) for n, t in enumerate(sentence.tokens) if t.is_a(parts.COMMON_NOUN))


ABETTING: dict[str, Test] = {
    "hides": hides,
    "laden": _is_laden,
    "where-told": _is_where_told,
    "cover-up": _is_cover_up,
    "plain-burial": _is_burial,
    "taker": one_of("takers"),
    "rescuer": one_of("rescuers"),
    "disguise": in_list("en-disguises.txt"),
    "helper": lambda sentence, at: (
        lemma(sentence, at) in words("en-lookouts.txt") or pair(sentence, at) == "go between"
    ),
    "used-by-band": _is_used_by_band,
    "away": lambda sentence, at: sentence.tokens[at].text.lower() in ("home", "away", "back", "there", "across"),
    "other-way": lambda sentence, at: lemma(sentence, at) == "way" and pair(sentence, at) == "other way",
    "band-told": _is_band_near,
    "wilds": in_list("en-wilds.txt"),
    "track": in_list("en-tracks.txt"),
    "inwards": _is_inwards,
    "meanwhile": _is_meanwhile,
    "ransom-told": _is_ransom_told,
    "deed-weapon": _is_deed_weapon,
    "false-paper": _is_false_paper,
    "dead-told": _is_dead_told,
    "paper": lambda sentence, at: lemma(sentence, at) in words("en-evidence.txt") | word_set("order_fits.papers"),
    "brakes-told": lambda sentence, at: any(t.lemma.lower() in ("brake", "brakes") for t in sentence.tokens),
    "of-law-or-care": lambda sentence, at: lemma(sentence, at) in words("en-law.txt") | word_set("order_fits.caring"),
    "gate": one_of("gates"),
    "key": one_of("keys"),
    "witness": one_of("witnesses"),
    "brakes": one_of("brakes"),
    "engine": one_of("engines"),
    "in-league": one_of("league"),
}
