"""When a pronoun may accuse: only where it is plain whom it stands for.

"Detective X asked Y why he fired" or "a guard, a manager and a witness stood outside ... He opened fire" read wrongly
would accuse the detective or the guard; such pronouns stay open.
"""

from __future__ import annotations

from bisect import bisect_left

from rashomon.lexicon import word_set
from rashomon.model.annotation import Mention, Referent
from rashomon.stages.claims.accusations.deeds import does_deed
from rashomon.stages.claims.accusations.lexicon import words
from rashomon.stages.claims.accusations.namesakes import is_open_surname
from rashomon.stages.claims.view import SentenceView, View

_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_SAYING = frozenset({"say", "tell", "add", "recall", "explain"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})


def is_plain(view: View, sentence: SentenceView, at: int) -> bool:
    """True for any word but a pronoun; for a pronoun, whether its antecedent is the one that it can be."""
    token = sentence.tokens[at]
    if token.pos != "PRON" or token.tag in {"WP", "WDT"}:
        return True
    referent = view.referent_at(sentence, at)
    if referent is None or _is_asked_about(sentence, at):
        return False
    if token.text.lower() == "it":
        return True  # a body is given to an "it" only where no other can be meant
    if token.text.lower() in _GENDERS and referent.type != "person":
        return False
    if is_other_gender(view, referent, token.text.lower()) or _just_spoke(view, sentence, referent, token.start):
        return False
    antecedent = _antecedent(view, referent, token.start)
    if antecedent is None or _is_place(view, antecedent):
        return False
    mention = sentence.mention_at(at)
    if mention is not None and mention.sure:
        return True
    if _is_parted(sentence, antecedent, at):
        return False
    if is_open_surname(view, antecedent, _GENDERS.get(token.text.lower())):
        return False
    if _is_told_of(view, sentence, antecedent, at):
        return False
    there = view.sentences[antecedent.sentence]
    if _in_list(there, antecedent.head):
        return token.text.lower() in {"they", "them"}
    barred = _barred(sentence, at)
    others = [m for m in _others_since(view, antecedent, sentence, token.start) if m.start not in barred]
    if is_bystander(view, referent) and (others or antecedent.form != "name" or not _is_subject(view, antecedent)):
        return False
    if there.tokens[antecedent.head].dep in _SUBJECT:
        if _has_rival(view, there, antecedent, others, token.text.lower()):
            return False
        return not any(m.start > antecedent.start and _is_subject(view, m) for m in others)
    return not others


def _has_rival(view: View, there: SentenceView, antecedent: Mention, others: list[Mention], pronoun: str) -> bool:
    """Of "X visited Y in jail. He is charged" Y, where what X did there is nothing that one is charged with."""
    verb = there.tokens[antecedent.head].head
    if there.tokens[verb].lemma.lower() in word_set("pronouns.criminal") or does_deed(there, verb):
        return False
    named = (m for m in others if m.form == "name" and m.start > antecedent.start and m.referent)
    found = [view.referents[m.referent] for m in named if m.referent in view.referents]
    return any(r.gender in {None, _GENDERS.get(pronoun)} for r in found)


def _is_place(view: View, mention: Mention) -> bool:
    """Whether the parser has a place where a person was read: "on Norlund's east side. He fired"."""
    token = view.sentences[mention.sentence].tokens[mention.head]
    return token.ent[2:] in {"GPE", "LOC", "FAC"} and token.dep in {"poss", "pobj"}


def is_bystander(view: View, referent: Referent) -> bool:
    """Whether somebody is told of as one who speaks of crimes or suffers them: an official, a witness, a victim."""
    said = [*referent.titles, *(m.quote for m in view.mentions_of[referent.id] if m.form == "nominal")]
    return any(word in words("bystanders.txt") for phrase in said for word in phrase.lower().split())


def is_other_gender(view: View, referent: Referent, pronoun: str) -> bool:
    """Whether the text says "she" of somebody whom a "he" here would mean, or the other way round."""
    if pronoun not in _GENDERS:
        return False
    said = {_GENDERS.get(m.quote.lower()) for m in view.mentions_of[referent.id] if m.form == "pronoun"}
    return len({*said, referent.gender, _GENDERS[pronoun]} - {None}) > 1


def _is_parted(sentence: SentenceView, antecedent: Mention, at: int) -> bool:
    """Of "X told reporters she believed he had fired": a "she" between a name and "he" leaves open who he is."""
    other = {"he": "she", "she": "he"}.get(sentence.tokens[at].text.lower())
    return any(t.text.lower() == other and t.start > antecedent.start for t in sentence.tokens[:at])


def _is_told_of(view: View, sentence: SentenceView, antecedent: Mention, at: int) -> bool:
    """Of "X, the prosecutor, said the note held a confession that he killed": he is rarely the speaker.

    A speaker's "he" is the speaker only right in what he says, and never an official's, a witness's.
    """
    if antecedent.sentence != sentence.sentence.index or sentence.tokens[antecedent.head].dep != "nsubj":
        return False
    says = sentence.tokens[antecedent.head].head
    if sentence.tokens[says].lemma not in _SAYING:
        return False
    referent = view.referents.get(antecedent.referent or "")
    if referent is not None and is_bystander(view, referent):
        return True
    if sentence.child(antecedent.head, "poss") is not None:
        return True  # "X's father said he": X or his father
    below = at
    for above in sentence.up(at):
        if above == says:
            return False
        token = sentence.tokens[above]
        if token.dep in {"acl", "relcl"} or (token.pos == "NOUN" and sentence.tokens[below].dep == "acl"):
            return True
        below = above
    return False


def _just_spoke(view: View, sentence: SentenceView, referent: Referent, start: int) -> bool:
    """Whether the last name of it is that of a speaker: after "until he moved in, said X", "he" is whom X spoke of."""
    antecedent = _antecedent(view, referent, start)
    if antecedent is None or antecedent.sentence == sentence.sentence.index:
        return False
    there = view.sentences[antecedent.sentence]
    head = there.tokens[antecedent.head]
    if head.dep != "nsubj" or there.tokens[head.head].lemma not in _SAYING:
        return False
    return any(t.text.lower() in _GENDERS for n, t in enumerate(there.tokens) if n != antecedent.head)


def _is_asked_about(sentence: SentenceView, at: int) -> bool:
    """Of "X asked Y why he ..." either may be meant."""
    return any(
        sentence.tokens[n].lemma in {"ask", "question"} and sentence.child(n, "dobj") is not None
        for n in sentence.up(at)
    )


def _antecedent(view: View, referent: Referent, start: int) -> Mention | None:
    """The last mention of the referent before an offset that is more than a pronoun."""
    mentions = view.mentions_of[referent.id]
    before = mentions[: bisect_left(mentions, start, key=lambda m: m.start)]
    return next((m for m in reversed(before) if m.form != "pronoun"), None)


def _in_list(sentence: SentenceView, head: int) -> bool:
    return sentence.tokens[head].dep == "conj" or sentence.child(head, "conj") is not None


def _others_since(view: View, antecedent: Mention, sentence: SentenceView, start: int) -> list[Mention]:
    """Everybody else named or described from the antecedent's sentence on, before an offset."""
    return [
        mention
        for n in range(antecedent.sentence, sentence.sentence.index + 1)
        for mention in view.sentences[n].mentions
        if mention.type == "person" and mention.form != "pronoun" and mention.start < start
        if mention.referent != antecedent.referent
    ]


def _barred(sentence: SentenceView, at: int) -> frozenset[int]:
    """Where the subjects of the clause that a pronoun is an object of begin: "the widow blames him" is not of the widow."""
    verb = sentence.frame(sentence.tokens[at].head)
    if verb is None or at in verb.subjects.fillers:
        return frozenset()
    return frozenset(m.start for m in sentence.mentions if m.head in verb.subjects.fillers)


def _is_subject(view: View, mention: Mention) -> bool:
    return view.sentences[mention.sentence].tokens[mention.head].dep in _SUBJECT
