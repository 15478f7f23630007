"""What deeds are done with, and by whom: weapons, whoever may fire, what is got for a deed; tests by name."""

from __future__ import annotations

from rashomon.lexicon import word_set, words
from rashomon.lexicon.nouns import is_body_noun, is_nation, is_person_noun
from rashomon.model import parts
from rashomon.stages.claims.accusations import lexicon
from rashomon.stages.claims.accusations.accused import crime_at
from rashomon.stages.claims.accusations.blameless import is_fighters
from rashomon.stages.claims.accusations.deeds import does_deed
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.rules.deed_fits import DEEDS, Test
from rashomon.stages.claims.view import SentenceView
from rashomon.text.places import lookup

_ACTS = frozenset({"raid", "attack", "bombing", "strike", "airstrike", "assault", "offensive", "incursion", "ambush"})
_HALLMARKS = frozenset({"hallmark", "handwriting", "signature", "fingerprint", "stamp", "handprint"})


def _lemma(sentence: SentenceView, at: int) -> str:
    return sentence.tokens[at].lemma.lower()


def _in_list(name: str) -> Test:
    return lambda sentence, at: _lemma(sentence, at) in words(name)


def _is_forbidden(sentence: SentenceView, at: int) -> bool:
    """Of "chemical weapons", "cluster munitions", "live rounds"."""
    frame = sentence.state(at)
    named = () if frame is None else frame.named
    return any(sentence.tokens[n].lemma.lower() in words("en-forbidden.txt") for n in named)


def _is_weapon(sentence: SentenceView, at: int) -> bool:
    """A weapon, but no tear gas."""
    frame = sentence.state(at)
    tear = frame is not None and any(sentence.tokens[n].text.lower() in ("tear", "laughing") for n in frame.named)
    return _lemma(sentence, at) in words("en-weapons.txt") and not tear


def _is_possible(sentence: SentenceView, at: int) -> bool:
    """Of "made the massacre possible", "allowed the massacre"."""
    return _lemma(sentence, at) == "possible" or crime_at(sentence, at) is not None


def _is_for_nothing_else(sentence: SentenceView, at: int) -> bool:
    """Of a verb of getting: it does not say what for, or it is a deed."""
    frame = sentence.frame(at)
    held = [] if frame is None else [*frame.undergoers.fillers]
    below = (sentence.state(n) for n in held)
    what = (
        []
        if frame is None
        else [*frame.oblique("for", "to"), *(k for s in below if s is not None for k in s.oblique("for", "to"))]
    )
    known = all(crime_at(sentence, n) is not None or DEEDS["did"](sentence, n) for n in what)
    return known and any(
        sentence.tokens[k].text.lower() in ("the", "his", "her", "their") for n in held for k in range(max(0, n - 3), n)
    )


def _is_bearing_arms(sentence: SentenceView, at: int) -> bool:
    """Police, an army, rebels, a body by name, a nation: whoever may fire; no "air", no "sniper", and no maker's name."""
    mention, token = sentence.mention_at(at), sentence.tokens[at]
    after = sentence.tokens[at + 1 : at + 2]
    if any(t.text == "-" for t in after):  # of "a Norse-led coalition raid" the coalition
        return False
    if is_nation(token):  # of "Norse army shells" the army, of "Norse soldiers' fire" the soldiers
        return not any(is_body_noun(t) or is_person_noun(t) for t in after)
    if _lemma(sentence, at) in words("en-firing.txt") or token.is_a(parts.ADJECTIVE):
        return False
    named = mention is not None and mention.head == at and mention.form == "name"
    if named and mention is not None:
        owner = token.is_a(parts.OWNER) or not token.is_a(parts.COMPOUNDING)
        state = mention.type == "place" and any(p.kind == "country" for p in lookup(mention.quote)[:1])
        short = token.text.replace(".", "").isupper()  # "Norland air strikes" may be those in Norland
        return mention.type == "organization" or (state and (owner or short)) or (mention.type == "person" and owner)
    kinds = lexicon.words("forces.txt") | lexicon.words("members.txt") | lexicon.words("fighters.txt")
    return is_body_noun(token) or _lemma(sentence, at) in kinds - {"agent"}


def _is_state_in_short(sentence: SentenceView, at: int) -> bool:
    """Of "US raids on the camp" the US, right before what it did; not of "the US embassy attack"."""
    after = sentence.tokens[at + 1 : at + 2]
    short = sentence.tokens[at].text.replace(".", "").isupper()
    return short and any(t.lemma.lower() in _ACTS | words("en-firing.txt") | {"-"} for t in after)


def _is_under_arms(sentence: SentenceView, at: int) -> bool:
    """An army, police, rebels, and who rules them: in "the embassy bombing" no embassy did it."""
    kinds = lexicon.words("forces.txt") | lexicon.words("fighters.txt") | words("en-under-arms.txt")
    return _lemma(sentence, at) in kinds


def _does_deed(sentence: SentenceView, at: int) -> bool:
    """The doer of a deed to a place or with a weapon, not to fighters; whom it kills is asked of elsewhere."""
    done = (v for v in sentence.verbs if at in v.doers.fillers and does_deed(sentence, v.at))
    aimed = ((*v.undergoers.fillers, *v.oblique("on", "at", "against")) for v in done)
    return any(not any(is_human(sentence, n) or is_fighters(sentence, n) for n in hit) for hit in aimed)


def _is_aim(sentence: SentenceView, at: int) -> bool:
    """What an attack was made on: somebody or something, no day."""
    return not any(t.start <= sentence.tokens[at].start < t.end for t in sentence.times)


def _is_unfighting(sentence: SentenceView, at: int) -> bool:
    """People who are no fighters: of "killed 15 rebels" nobody is accused."""
    return is_human(sentence, at) and _lemma(sentence, at) not in lexicon.words("fighters.txt")


def _is_name_or_theirs(sentence: SentenceView, at: int) -> bool:
    """A name, or people of a body by name: "the separatists of the Ember Front"."""
    state = sentence.state(at)
    named = (at, *(state.oblique("of") if state is not None else ()))
    return any(sentence.tokens[n].is_a(parts.NAME) for n in named)


def _is_in_charge(sentence: SentenceView, at: int) -> bool:
    """An authority, a body, or somebody by name whose office stands right before the name."""
    mention = sentence.mention_at(at)
    first = at if mention is None else sentence.token_at(mention.start)
    office = range(max(0, first - 1), at + 1) if sentence.tokens[at].is_a(parts.NAME) else (at,)
    body = mention is not None and mention.type == "organization"
    return (
        body
        or is_body_noun(sentence.tokens[at])
        or any(_lemma(sentence, n) in words("en-in-charge.txt") for n in office)
    )


def _is_warned(sentence: SentenceView, at: int) -> bool:
    """Whether the sentence tells that somebody was warned, or knew, of a deed."""
    known = (v for v in sentence.verbs if v.lemma in ("warn", "alert", "know", "tip", "inform", "hear"))
    return any(crime_at(sentence, n) is not None for v in known for n in sentence.subtree(v.at) if n > v.at)


def _is_harm_told(sentence: SentenceView, at: int) -> bool:
    """Whether the sentence tells of a death or a deed."""
    nouns = (n for n, t in enumerate(sentence.tokens) if n != at and t.is_a(parts.COMMON_NOUN))
    harmed = any(crime_at(sentence, n) is not None or _lemma(sentence, n) in lexicon.words("harms.txt") for n in nouns)
    return harmed or DEEDS["violent"](sentence, at)


def _is_suspects_list(sentence: SentenceView, at: int) -> bool:
    """Of "the list of suspects", "the suspect list"; not of those who were cleared."""
    state = sentence.state(at)
    below = {sentence.lemmas[n] for n in sentence.subtree(at)}
    return below.isdisjoint(("clear", "cleared", "acquit", "exonerate")) and (
        _lemma(sentence, at) == "list"
        and state is not None
        and any(_lemma(sentence, n) == "suspect" for n in (*state.named, *state.oblique("of")))
    )


def _is_scene(sentence: SentenceView, at: int) -> bool:
    """Of "the scene of the murder", "the murder scene"; the scene alone, where a deed is told of."""
    if _lemma(sentence, at) not in ("scene", "site", "spot"):
        return False
    state = sentence.state(at)
    said = () if state is None else (*state.named, *state.oblique("of"))
    return DEEDS["near-deed"](sentence, at) if not said else any(_is_scene_of(sentence, n) for n in said)


def _is_scene_of(sentence: SentenceView, at: int) -> bool:
    return crime_at(sentence, at) is not None or _lemma(sentence, at) == "crime"


def _is_getaway(sentence: SentenceView, at: int) -> bool:
    """Of "the getaway car", "the car that carried the killers"."""
    state = sentence.state(at)
    named = state is not None and any(_lemma(sentence, n) in ("getaway", "escape") for n in (at, *state.named))
    carried = (
        n
        for v in sentence.verbs
        if at in v.doers.fillers and v.lemma in word_set("means_fits.carrying")
        for n in v.undergoers.fillers
    )
    return named or any(_lemma(sentence, n) in lexicon.words("fighters.txt") | words("en-hired.txt") for n in carried)


def _is_could_have(sentence: SentenceView, at: int) -> bool:
    """Of "could have prevented", "should have stopped it"; not of "could not have"."""
    before = [t.text.lower() for t in sentence.tokens[max(0, at - 4) : at]]
    modal = any(a in ("could", "should", "might") and "have" in before[k:] for k, a in enumerate(before))
    return modal and not any(sentence.tokens[n].is_a(parts.NEGATION) for n in sentence.children[at])


def _is_ought(sentence: SentenceView, at: int) -> bool:
    """Of "should be put on trial", "must stand trial"."""
    below = [sentence.tokens[n] for n in sentence.children[at]]
    ought = any(t.is_a(parts.MODAL) and t.text.lower() in ("should", "must") for t in below)
    return ought and not any(t.is_a(parts.NEGATION) for t in below)


def _is_this_deed(sentence: SentenceView, at: int) -> bool:
    """Of "X did it", "X did this", where a deed is told of, and nothing more is said of what he did."""
    return (
        sentence.tokens[at].text.lower() in ("it", "this")
        and DEEDS["near-deed"](sentence, at)
        and (at + 1 >= len(sentence) or sentence.tokens[at + 1].is_a(parts.MARK))
    )


def _is_place(sentence: SentenceView, at: int) -> bool:
    mention = sentence.mention_at(at)
    return (mention is not None and mention.type == "place") or _lemma(sentence, at) in (
        "country",
        "city",
        "town",
        "village",
        "building",
    )


MEANS: dict[str, Test] = {
    "account": lambda sentence, at: _lemma(sentence, at) == "account",
    "hallmark": lambda sentence, at: _lemma(sentence, at) in _HALLMARKS,
    "calamity": lambda sentence, at: crime_at(sentence, at) is not None or _lemma(sentence, at) in lexicon.words("harms.txt"),
    "bearing-arms": _is_bearing_arms,
    "unfighting": _is_unfighting,
    "under-arms": _is_under_arms,
    "does-deed": _does_deed,
    "aim": _is_aim,
    "forbidden": _is_forbidden,
    "weapon": _is_weapon,
    "in-charge": _is_in_charge,
    "warned": _is_warned,
    "harm-told": _is_harm_told,
    "suspects-list": _is_suspects_list,
    "scene": _is_scene,
    "getaway": _is_getaway,
    "place": _is_place,
    "no-place": lambda sentence, at: (m := sentence.mention_at(at)) is None or m.type != "place" or _is_state_in_short(sentence, at),
    "act-owned": lambda sentence, at: _lemma(sentence, at) in word_set("means_fits.this_deed") and sentence.tokens[at - 1].text.lower() in ("this", "that", "the") and DEEDS["near-deed"](sentence, at),
    "slips": _in_list("en-slips.txt"),
    "tip": _in_list("en-tips.txt"),
    "prints": _in_list("en-prints.txt"),
    "could-have": _is_could_have,
    "plainly-not": lambda sentence, at: not any(sentence.tokens[n].is_a(parts.MODAL) for n in sentence.children[sentence.tokens[at].head]),
    "ought": _is_ought,
    "this-deed": _is_this_deed,
    "nothing-done": lambda sentence, at: (
        (sentence.tokens[at].text.lower() in ("nothing", "finger") and "wrong" not in [t.text.lower() for t in sentence.tokens[at : at + 2]])
        or (_lemma(sentence, at) in ("action", "step", "measure", "precaution") and sentence.tokens[at - 1].text.lower() == "no")
    ),
    "gunmen": lambda sentence, at: _lemma(sentence, at) in lexicon.words("fighters.txt") | words("en-hired.txt"),
    "links-verb": lambda sentence, at: _lemma(sentence, at) in ("link", "tie", "connect"),
    "heeding": lambda sentence, at: _lemma(sentence, at) in word_set("means_fits.heeding"),
    "links": lambda sentence, at: _lemma(sentence, at) in word_set("means_fits.links"),
    "money": lambda sentence, at: sentence.tokens[at].ent[2:] == "MONEY" or _lemma(sentence, at) in words("en-money.txt"),
    "blood": lambda sentence, at: _lemma(sentence, at) in ("blood", "death", "murder"),
    "hands": lambda sentence, at: _lemma(sentence, at) in ("hand", "hands", "conscience"),
    "suspect-itself": lambda sentence, at: _lemma(sentence, at) == "suspect",
    "possible": _is_possible,
    "for-nothing-else": _is_for_nothing_else,
    "name-or-theirs": _is_name_or_theirs,
}  # fmt: skip
