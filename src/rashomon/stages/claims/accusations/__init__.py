"""Who is accused, in the contract's grades: did it, organised it, suspected, charged, blamed, claims it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from rashomon.lexicon import word_set
from rashomon.model.claim import ChainLink, Subject, Value
from rashomon.model.span import Quote
from rashomon.model.tree import asked_once
from rashomon.stages.claims.accusations import blame, deeds, labels, lexicon
from rashomon.stages.claims.accusations.accused import Accused, Rule, speaker_link
from rashomon.stages.claims.accusations.anybody import is_anybody
from rashomon.stages.claims.accusations.behind_place import behind_place
from rashomon.stages.claims.accusations.blameless import is_blameless
from rashomon.stages.claims.accusations.certainty import certainty
from rashomon.stages.claims.accusations.clients import client_at
from rashomon.stages.claims.accusations.figurative import is_figurative
from rashomon.stages.claims.accusations.groups import body_told_before, group_meant
from rashomon.stages.claims.accusations.identified import identified
from rashomon.stages.claims.accusations.members import whole_phrase, with_companions, with_their_body
from rashomon.stages.claims.accusations.namesakes import may_be_another
from rashomon.stages.claims.accusations.other_acts import is_of_other_act
from rashomon.stages.claims.accusations.pronouns import is_plain
from rashomon.stages.claims.accusations.selves import speaking_selves
from rashomon.stages.claims.accusations.siblings import each_sibling
from rashomon.stages.claims.actors import REFLEXIVE, Actor, actor, named_anyhow, state_at
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.occasions import DEEDS, Occasions
from rashomon.stages.claims.rules.gapped import sharing
from rashomon.stages.claims.rules.known_groups import is_of_law
from rashomon.stages.claims.rules.match import match
from rashomon.stages.claims.rules.meant_together import meant_together
from rashomon.stages.claims.rules.named_later import NAMING
from rashomon.stages.claims.rules.people import antecedent, listed_with, members_of
from rashomon.stages.claims.stretches import stretch
from rashomon.stages.claims.view import SentenceView, View
from rashomon.stages.claims.whole import breaks

_ECHO = 5
_UNREAD_BLOCKS = frozenset({"boilerplate", "byline", "dateline"})
_OWN_DEEDS = frozenset(
    {"accusation-deed", "accusation-open-fire", "accusation-gunfire", "accusation-hostage", "accusation.fire",
     "accusation.ram", "accusation.fire-at", "accusation.hurl", "accusation.hand-over", "accusation.get-bomb", "accusation.use-weapon", "accusation.volley",
     "accusation.turn-gun", "accusation.take-life", "accusation.do-away", "accusation.throw-among", "accusation.herd", "accusation.make-vanish"}
)  # fmt: skip
"""Rules whose own words tell the deed: it is the only one of the text only where it opens that one."""
_RULES: tuple[tuple[Rule, str], ...] = (
    (deeds.read_open_fire, "open set"),
    (deeds.read_hostage, "take hold"),
    (labels.read_person_of_interest, "interest"),
    (blame.read_holding, "hold deem consider"),
    (deeds.read_own_death, "blow"),
    (blame.read_avowal, "say claim announce declare acknowledge"),
)


@cache
def _rules() -> dict[str, tuple[tuple[Rule, str], ...]]:
    """By the lemma that calls it: each rule with the name it signs its drafts by."""
    table: list[tuple[Rule, frozenset[str]]] = [(rule, frozenset(lemmas.split())) for rule, lemmas in _RULES]
    table.append((deeds.read_deed, frozenset(lexicon.deeds())))
    table.append((deeds.read_crime_noun, lexicon.words("crimes.txt")))
    table.append((labels.read_label, frozenset(lexicon.labels())))
    found: dict[str, tuple[tuple[Rule, str], ...]] = {}
    for rule, lemmas in table:
        name = "accusation-" + rule.__name__.removeprefix("read_").replace("_", "-")
        for lemma in lemmas:
            found[lemma] = (*found.get(lemma, ()), (rule, name))
    return found


def find_accusations(view: View, told: Told) -> tuple[Draft, ...]:
    """Who is accused of what, in text order; nobody where the sentence leaves open who did it or in what grade."""
    occasions = Occasions(told, DEEDS)
    found: dict[tuple[object, ...], Draft] = {}
    for sentence in sentences_read(view):
        for draft in _of_sentence(view, sentence, occasions):
            who = draft.value.referent or draft.value.text
            found.setdefault((draft.property, draft.at, who, draft.subject.occurrence), draft)
    return tuple(found.values())


def sentences_read(view: View) -> Iterator[SentenceView]:
    """The sentences that may accuse somebody: not those of a page's furniture, of games and films, or run together."""
    return filter(_is_read, view.sentences)


@asked_once
def _is_read(sentence: SentenceView) -> bool:
    unread = sentence.sentence.block in _UNREAD_BLOCKS
    return not unread and not _is_unreal(sentence) and not _runs_together(sentence)


def accuse(view: View, sentence: SentenceView, occasions: Occasions, accused: Accused, reader: str) -> Iterator[Draft]:
    """The drafts of what another reader found, after what is asked of every accusation: who is meant, whether nobody, what is denied."""
    for one in _doers(sentence, identified(view, sentence, accused)):
        yield from _drafts(view, sentence, occasions, one, reader)


def _is_unreal(sentence: SentenceView) -> bool:
    return not lexicon.words("unreal.txt").isdisjoint([t.lemma for t in sentence.tokens])


def _runs_together(sentence: SentenceView) -> bool:
    """True where words running stand twice: a headline and its repetition, which the parser reads as one clause."""
    words = [t.text for t in sentence.tokens if t.pos not in {"PUNCT", "SPACE"}]
    if len(words) - len(set(words)) < _ECHO:
        return False
    seen: dict[tuple[str, ...], int] = {}
    starts = range(len(words) - _ECHO + 1)
    return any(n - seen.setdefault(tuple(words[n : n + _ECHO]), n) >= _ECHO for n in starts)


def _of_sentence(view: View, sentence: SentenceView, occasions: Occasions) -> Iterator[Draft]:
    rules, known = _rules(), frozenset(sentence.known)
    for at, lemma in enumerate(sentence.lemmas):
        found: list[Draft] = []
        for rule, name in rules.get(lemma, ()):
            reads = blame.read_chant if rule is labels.read_label and blame.is_chanted(sentence, at) else rule
            for accused in reads(view, sentence, at):
                meant = identified(view, sentence, accused)
                for one in _doers(sentence, meant):
                    found.extend(_drafts(view, sentence, occasions, one, name))
        yield from found
        if not found and at in known:  # one word accuses in one grade
            yield from _by_rules(view, sentence, occasions, at)


def _by_rules(view: View, sentence: SentenceView, occasions: Occasions, at: int) -> Iterator[Draft]:
    """What the typed rules over frames find at a token."""
    for rule, accused in match(view, sentence, at):
        meant = identified(view, sentence, accused)
        for one in (*_doers(sentence, meant), *sharing(sentence, accused)):
            yield from _drafts(view, sentence, occasions, one, rule.id)


def _doers(sentence: SentenceView, accused: Accused) -> Iterator[Accused]:
    """Whoever is accused, whoever came along, and the bodies whose people they are."""
    for one in (accused, *with_companions(sentence, accused)):
        yield from (one, *with_their_body(sentence, one))


def _drafts(view: View, sentence: SentenceView, occasions: Occasions, accused: Accused, reader: str) -> Iterator[Draft]:
    """The drafts of an accusation; none where nobody certain stands there or the clause tells of no event."""
    stance = certainty(sentence, accused)
    if stance is None or _runs_over(sentence, accused) or is_figurative(sentence, accused):
        return
    if accused.stance != "alleged" and is_blameless(view, sentence, accused):
        return  # whoever is accused by somebody is so, fight or no fight
    at = sentence.tokens[_told_at(sentence, accused)].start
    for who in _whom(view, sentence, accused):
        quote = _quote(sentence, accused, who)
        naming, by = _named_behind(view, sentence, who)
        for subject, value in _about(sentence, occasions, accused, who, reader):
            if naming is None:
                yield Draft(accused.property, quote, at, subject, value, reader, stance, accused.links)
            else:
                links = by or accused.links
                yield Draft(accused.property, naming, naming.start, subject, value, reader, stance, links)


def _named_behind(view: View, sentence: SentenceView, who: Actor) -> tuple[Quote | None, tuple[ChainLink, ...]]:
    """Where a later sentence names whoever is accused, and who names him there: of "Two men shot him. Police named them as X" "named them as X", the police."""
    there = view.sentence_at(who.words.start) if who.words.start >= sentence.sentence.end else None
    if there is None:
        return None, ()
    name = there.token_at(who.words.start)
    naming = next((n for n in there.up(name) if (f := there.frame(n)) is not None and f.lemma in NAMING), name)
    said = (
        f.at for f in there.nouns if there.token_at(who.words.end - 1) in f.subjects.fillers and f.at > naming > name
    )
    first, last = min(name, naming), max(there.token_at(who.words.end - 1), naming, *said)
    frame = there.frame(naming)
    active = frame is not None and frame.lemma != "be" and not frame.passive
    by = frame.doers.fillers[:1] if frame is not None and active else ()
    links = (speaker_link(there, n, r.id if (r := view.referent_at(there, n)) is not None else None) for n in by)
    return there.quote(first, last), tuple(links)


def _told_at(sentence: SentenceView, accused: Accused) -> int:
    """The word whose attribution governs: of "pleaded guilty" the second, for the pleader accuses nobody."""
    if sentence.tokens[accused.at].lemma != "plead":
        return accused.at
    return next((n for n in accused.words if sentence.tokens[n].lemma.lower() in {"guilty", "innocent"}), accused.at)


def _whom(view: View, sentence: SentenceView, accused: Accused) -> list[Actor]:
    """Who is accused, where it is somebody in particular and plain who."""
    meant = behind_place(sentence, antecedent(sentence, accused.who, accused.at), accused.at)
    if meant is None:
        return []
    accused = replace(accused, who=meant)
    if accused.property != "blame" and _sits_in_judgement(sentence, accused.who):
        return []
    if members := members_of(view, sentence, accused.who):
        later = members[0].words.start >= sentence.sentence.end
        whole = _is_all(sentence, accused.who, len(members)) and not later
        if _are_the_hurt(view, sentence, accused, members):
            return []
        named_too = [] if whole else [actor(view, sentence, accused.who)]
        told = bool(meant_together(view, sentence, accused.who)) or _is_told(view, sentence, members, accused.who)
        return [*(g for g in named_too if g), *members] if told else []
    if selves := speaking_selves(view, sentence, accused):
        return selves
    if (client := client_at(view, sentence, accused.who, accused.at)) is not None:
        return [client]
    if group := group_meant(view, sentence, accused):
        return group
    if is_anybody(sentence, accused.who, accused.at) or sentence.tokens[accused.who].text.lower() in REFLEXIVE:
        return []
    who = actor(view, sentence, accused.who) or state_at(view, sentence, accused.who)
    who = who or (named_anyhow(sentence, accused.who) if accused.links else None)
    if who is None or not is_plain(view, sentence, accused.who):
        return []
    beside = list(listed_with(view, sentence, who.token, accused.at))
    if may_be_another(view, sentence, who.token):
        who = replace(who, referent=None)
    named = [one for one in each_sibling(view, sentence, who) if accused.text is None or one.referent is not None]
    theirs = accused.property in ("perpetrator", "blame")
    return [*named, *beside, *(body_told_before(view, sentence, accused.who) if theirs else ())]


def _sits_in_judgement(sentence: SentenceView, at: int) -> bool:
    """A court, a jury or its foreman by the bare noun: who tries a deed has not done it, whatever the parse makes of it."""
    return sentence.tokens[at].text.lower() in word_set("accusations.bench")


def _are_the_hurt(view: View, sentence: SentenceView, accused: Accused, members: list[Actor]) -> bool:
    """Of "stood over X and Y as they lay tied and fired, killing them": whom the same clause kills has not fired."""
    near = (f for f in sentence.verbs if accused.at in (f.at, sentence.tokens[f.at].head))
    below = (f for f in near if deeds.does_deed(sentence, f.at))
    hurt = (members_of(view, sentence, n) or [] for f in below for n in f.undergoers.fillers)
    return any({m.referent for m in one} & {m.referent for m in members} for one in hurt)


def _is_all(sentence: SentenceView, at: int, named: int) -> bool:
    """Whether a group counts no more than are named: "four men, among them X" are said of whole, too."""
    return all(q.number == named for q in sentence.quantities if at in (q.head, q.token))


def _is_told(view: View, sentence: SentenceView, members: list[Actor], at: int) -> bool:
    """Whether those whom a group means are named in the sentence itself, or in one that tells of guilt or custody."""
    there = view.sentence_at(members[0].words.start)
    later = there is not None and there.sentence.index > sentence.sentence.index
    both = sentence.before is there and sentence.tokens[at].text.lower() == "both"
    return there is None or there is sentence or later or both or is_of_law(there)


def _quote(sentence: SentenceView, accused: Accused, who: Actor) -> Quote:
    """The shortest stretch with the word that accuses and whoever is accused, and what else is near."""
    first, last = stretch(sentence, dict.fromkeys((accused.at, accused.who, *accused.words)), must=2)
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    inside = who.words.start >= sentence.sentence.start
    if inside and (first == who.token or who.words.start < start < who.words.end):
        start = min(start, who.words.start)
    if last == who.token and who.words.end <= sentence.sentence.end:
        end = max(end, who.words.end)
    return Quote(start, end, sentence.text[start:end])


def _runs_over(sentence: SentenceView, accused: Accused) -> bool:
    """Whether a headline ends between the words: "Bandit shot at bar A guard shot a man"."""
    words = (accused.at, accused.who, *accused.words)
    between = sentence.tokens[min(accused.at, accused.who) : max(accused.at, accused.who)]
    closed = [t.text for t in between if t.text in ("(", ")")][:1] == [")"]  # "TRT and agencies) Jets bombed it"
    return closed or any(min(words) < n <= max(words) for n in breaks(sentence))


def _about(
    sentence: SentenceView, occasions: Occasions, accused: Accused, who: Actor, reader: str
) -> Iterator[tuple[Subject, Value]]:
    """Subject and value: a conviction is said of the person, everything else of the incident, of each of several side by side."""
    if accused.text is not None:
        yield Subject(referent=who.referent), Value(text=accused.text)
        return
    value = Value(referent=who.referent, text=whole_phrase(sentence, who))
    for ident in _occurrences(sentence, occasions, accused, reader):
        yield Subject(occurrence=ident), value


def _occurrences(sentence: SentenceView, occasions: Occasions, accused: Accused, reader: str) -> Sequence[str | None]:
    """The incidents of an accusation; none of "killed X, who had once been accused of beating Y to death", or of tax fraud."""
    if is_of_other_act(sentence, accused):
        return (None,)
    done = (n for n in accused.words if n not in (accused.at, accused.who) and deeds.does_deed(sentence, n))
    if any(occasions.is_another(sentence, n) for n in done):
        return (None,)
    several = occasions.joined(sentence, accused.at)
    return several or (occasions.of(sentence, accused.at, deed=reader in _OWN_DEEDS),)
