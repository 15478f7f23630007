"""What a verb of a deed is aimed at: its particle wherever it stands, what is counted by another word, throats, acts of force."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon import word_set, words
from rashomon.model import parts
from rashomon.model.claim import Property
from rashomon.stages.claims.accusations import lexicon
from rashomon.stages.claims.accusations.accused import Accused, crime_at
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.manned import is_manned
from rashomon.stages.claims.parties import doers
from rashomon.stages.claims.rules.places import behind
from rashomon.stages.claims.view import SentenceView

_NEAR, _LONG = 8, 8
_PRONOUNS = parts.PRONOUN | parts.POSSESSIVE | parts.PERSONAL


def has_particle(sentence: SentenceView, at: int, particle: str) -> bool:
    """Whether a verb has the particle that makes it a deed: "down", "to death", a "dead" or "alive" close behind it."""
    if particle.startswith("to-"):
        return _to(sentence, at, particle.removeprefix("to-"))
    if particle in word_set("hits.outcomes"):
        after = range(at + 1, min(len(sentence), at + 1 + _NEAR))
        return any(sentence.tokens[n].text.lower() == particle for n in after)
    below = (sentence.tokens[n] for n in sentence.children[at])
    return any(t.is_a(parts.VERB_PARTICLE | parts.ADVERBIAL) and t.text.lower() == particle for t in below)


def _to(sentence: SentenceView, at: int, end: str) -> bool:
    """Of "hacked to death", "put to the sword": the "to" and its noun behind a verb, wherever the parser hangs it."""
    for n in range(at + 1, len(sentence) - 1):
        token = sentence.tokens[n]
        if token.is_a(parts.MAIN_VERB) or token.text in (";", ":"):
            return False
        if token.text.lower() == "to" and end in {t.text.lower() for t in sentence.tokens[n + 1 : n + 3]}:
            return True
    return False


def run_down(sentence: SentenceView, at: int, particle: str) -> tuple[int, ...]:
    """Of "ran down the activist", "rode over the prisoners" whom: the particle that the parser takes for a preposition."""
    frame = sentence.frame(at)
    below = () if frame is None or frame.passive else frame.oblique(particle)
    return tuple(n for n in below if is_human(sentence, n) and n > at)


def counted(sentence: SentenceView, at: int) -> tuple[int, ...]:
    """What a word counts or measures out, behind it: of "dozens of rockets" the rockets; a word that counts nothing itself."""
    token = sentence.tokens[at]
    counting = token.text.lower() in words("en-measures.txt") or token.lemma.lower() in word_set("hits.holders")
    if not counting and not token.is_a(parts.NUMBER):
        return (at,)
    of = (n for n in sentence.phrases(at) if sentence.tokens[n].text.lower() == "of")
    return tuple(n for k in of for n in sentence.nouns_after(k)) or (at,)


def is_crew(sentence: SentenceView, at: int) -> bool:
    """People told of as a body that can bleed: "massacred a patrol", "the rival clan"."""
    return sentence.tokens[at].lemma.lower() in word_set("hits.crews")


def throat_at(sentence: SentenceView, verb: int, at: int, kind: str) -> bool:
    """Whose throat, skull or limb it is: somebody else's, by a noun or by a pronoun behind one whom the clause has told of; not one's own."""
    if sentence.tokens[at].lemma.lower() not in word_set(f"hits.{kind}"):
        return False
    if any(sentence.tokens[n].lemma.lower() in word_set("hits.healers") for n in doers(sentence, verb)):
        return False
    owner = sentence.owner(at)
    state = sentence.state(at)
    if owner is None:
        return state is not None and any(is_human(sentence, n) for n in state.oblique("of"))
    if not sentence.tokens[owner].is_a(_PRONOUNS):
        return is_human(sentence, owner)
    if any(sentence.tokens[n].text.lower() == "own" for n in sentence.children[at]):
        return False
    if _are_others(sentence, verb, sentence.tokens[owner].text.lower()):
        return True
    before = (f for f in sentence.verbs if f.at < verb and set(f.doers.fillers) & set(doers(sentence, verb)))
    return any(is_human(sentence, n) for f in before for n in f.undergoers.fillers)


def _are_others(sentence: SentenceView, verb: int, owner: str) -> bool:
    """Of "the band cut their throats", "two men cut his throat" others than who did it: one and many."""
    found = [sentence.tokens[n] for n in doers(sentence, verb)]
    many = len(found) > 1 or any(t.is_a(parts.PLURAL) or t.text.lower() in ("they", "we") for t in found)
    return bool(found) and (owner in ("his", "her") if many else owner == "their")


def act_at(sentence: SentenceView, verb: int, at: int) -> int | None:
    """The air strike, raid or operation that somebody carries out by force; None of a strike of workers, of a search by police."""
    for n in sentence.conjuncts(at):
        crime = crime_at(sentence, n)
        if crime is not None:
            return crime
        lemma = sentence.tokens[n].lemma.lower()
        if lemma in word_set("hits.strikes") and not _is_peaceful(sentence, verb):
            return n
        if lemma in word_set("hits.operations") and (_kills(sentence, verb, n) or _is_flown(sentence, n)):
            return n
    return None


def _kills(sentence: SentenceView, verb: int, at: int) -> bool:
    """Whether the dead are told of in the clause of an operation, or somebody is "killed in an operation carried out by" them."""
    below = set(sentence.subtree(verb))
    over = next((n for n in sentence.up(verb) if sentence.frame(n) is not None), verb) if at < verb else verb
    near = below if over == verb or sentence.frame(over) is None else below | {over}
    return any(sentence.tokens[n].lemma.lower() in lexicon.words("arms.txt") for n in near if n != at)


def _is_peaceful(sentence: SentenceView, verb: int) -> bool:
    """Whether those who strike lay down their work, or are officers of the law on a search."""
    kinds = word_set("hits.peaceful") | words("en-court.txt")
    return any(sentence.tokens[n].lemma.lower() in kinds for n in doers(sentence, verb))


def _is_flown(sentence: SentenceView, at: int) -> bool:
    """Of "bombing raids", "air operations", "a raid on the camp": told by what it is made with or on."""
    state = sentence.state(at)
    named = () if state is None else state.named
    return any(sentence.tokens[n].lemma.lower() in words("en-firing.txt") | word_set("hits.sweeping") for n in named)


def means_deed(sentence: SentenceView, verb: int, at: int) -> bool:
    """Of "said it was carried out by three bombers" the "it", where a deed is told of before it."""
    if sentence.tokens[at].text.lower() not in word_set("hits.it") or sentence.tokens[verb].lemma == "do":
        return False
    told = any(crime_at(sentence, n) is not None for n in range(at) if sentence.tokens[n].is_a(parts.COMMON_NOUN))
    before = sentence.before
    return told or (
        before is not None
        and any(crime_at(before, n) is not None for n, t in enumerate(before.tokens) if t.is_a(parts.COMMON_NOUN))
    )


def is_sprayed(sentence: SentenceView, at: int) -> tuple[int, ...]:
    """Of "sprayed the bus with bullets", "targeted the camp with rockets" what it is done with."""
    frame = sentence.frame(at)
    held = () if frame is None else behind(sentence, frame, "with")
    kinds = lexicon.devices("fire") | words("en-weapons.txt")
    return tuple(k for n in held for k in counted(sentence, n) if sentence.tokens[k].lemma.lower() in kinds)


def by_hyphen(sentence: SentenceView, at: int) -> Iterator[Accused]:
    """Of "an Ember Front-orchestrated car bombing" the Front, who had it done; of "a Front-perpetrated massacre" who did it."""
    first = max(0, at - _LONG)
    for n in range(first, at - 1):
        made = sentence.tokens[n + 1].text.lower()
        if sentence.tokens[n].text != "-" or at not in sentence.up(n + 1) or n == 0:
            continue
        grade: Property = "organizer" if made in word_set("hits.had_done") else "perpetrator"
        if made in word_set("hits.had_done") | word_set("hits.did"):
            mention = sentence.mention_at(n - 1)
            yield Accused(grade, at, n - 1 if mention is None else mention.head, (at, n - 1))


def is_assaulted(sentence: SentenceView, at: int, target: int) -> bool:
    """Of "attacked the village", "torched seventeen homes": by people in arms, or with no "for" that would make it words."""
    if any(is_of_arms(sentence, n, target) for n in doers(sentence, at)):
        return True
    frame = sentence.frame(at)
    over = frame is not None and (frame.oblique("for", "over", "as") or frame.gerund("for"))
    lemma = sentence.tokens[target].lemma.lower()
    if sentence.tokens[at].lemma.lower() in word_set("hits.bodily_force"):
        return lemma in word_set("accused.raided") | word_set("hits.targets") and not (
            over or _is_peaceful(sentence, at)
        )
    many = any(sentence.tokens[n].lemma.lower() in word_set("hits.attackers") for n in doers(sentence, at))
    return many and lemma in word_set("accused.raided") and not over


def _can_be_hit(sentence: SentenceView, at: int) -> bool:
    """People, a place, a body, a car: of "attacked the plan" nothing."""
    known = word_set("accused.raided") | words("en-vehicles.txt") | words("en-craft.txt")
    mention = sentence.mention_at(at)
    named = mention is not None and mention.head == at and mention.type in ("place", "organization", "person")
    return named or is_human(sentence, at) or sentence.tokens[at].lemma.lower() in known


def is_of_arms(sentence: SentenceView, at: int, target: int) -> bool:
    """Militants, soldiers, a mob; a body by a name that ends in such a word ("the Ember Liberation Army"): and they hit what can be hit."""
    armed = lexicon.words("fighters.txt") | lexicon.words("forces.txt") | words("en-under-arms.txt")
    mention = sentence.mention_at(at)
    last = sentence.tokens[at].lemma.lower()
    if not _can_be_hit(sentence, target):
        return False
    if last in armed or is_manned(sentence, at):
        return True
    return mention is not None and mention.form == "name" and last in word_set("hits.armed_names")
