"""Who is nobody in particular: people in general, and whoever may come to do a thing. Nobody is accused by that."""

from __future__ import annotations

from functools import cache

from rashomon.lexicon import word_set
from rashomon.lexicon import words as listed
from rashomon.model import parts
from rashomon.model.annotation import Token
from rashomon.stages.claims.accusations.lexicon import words
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.rules.lists import is_further_alias
from rashomon.stages.claims.view import SentenceView
from rashomon.stages.claims.wordlists import rows

_ANY = frozenset({"a", "an", "any", "every", "anyone", "someone", "those"})
_NARROWING = frozenset({"det", "nummod", "amod", "compound", "poss", "nmod", "prep"})
_FIXING = frozenset({"det", "nummod", "poss", "amod"})
_PEOPLE = frozenset({"people", "person", "man", "woman", "kid", "individual", "suspect", "criminal", "child"})
_PREFIXES = frozenset({"ex", "co", "would"})
_CROWD = 100
_JOINS = frozenset({"and", "or", ",", "&", "-"})
_RULED = frozenset({"state", "government", "county", "governorate", "municipality"})
"""Places that are told of as those who rule them."""
_OTHER = frozenset({"other", "one", "some", "all", "each", "both", "many"})


def _measures_things(sentence: SentenceView, who: int) -> bool:
    """Of "dozens of air strikes killed 16": no dozens of people did it."""
    state = sentence.state(who)
    if state is None or sentence.tokens[who].text.lower() not in listed("en-measures.txt"):
        return False
    return any(not is_human(sentence, n) and sentence.mention_at(n) is None for n in state.oblique("of"))


def is_anybody(sentence: SentenceView, who: int, at: int) -> bool:
    """True for "people accused of", "officers killing men" (as such), "a child who injures another", "the other"."""
    token = sentence.tokens[who]
    if token.is_a(parts.NAME) and is_further_alias(sentence, token.start):
        return True
    if token.pos in {"PRON", "ADJ", "DET", "NUM"} and token.lemma.lower() in _OTHER and not _is_whole(sentence, who):
        return True
    if _names_no_doer(token.lemma.lower()) or _is_everybody(sentence, who):
        return True
    if (token.dep != "poss" and _owns(sentence, who)) or _measures_things(sentence, who):
        return True
    if token.tag == "NNS" and any(sentence.tokens[n].tag == "WP$" for n in sentence.kids(who, "poss")):
        return True  # of "a gang whose members shot" the gang is told of by its name, or nobody
    if token.text.lower() in _PREFIXES or _is_model(sentence, who) or _is_mangled(sentence, who):
        return True
    if any(sentence.tokens[n].text.lower() == "no" for k in _first_too(sentence, who) for n in sentence.kids(k, "det")):
        return True
    if (
        _names_place(sentence, who)
        or _is_kind(sentence, who)
        or token.text[0] in "@#"
        or _stands_before_colon(sentence, who)
    ):
        return True
    if token.pos not in {"NOUN", "PRON"}:
        return False
    bare = not any(sentence.tokens[n].dep in _NARROWING for n in sentence.children[who])
    if token.tag == "NNS" and bare and token.lemma.lower() in _PEOPLE:
        return True
    if _is_case_in_point(sentence, who):
        return True
    verb = sentence.tokens[at]
    if (
        verb.dep == "acl"
        and verb.head == who
        and (token.lemma.lower() in words("bystanders.txt") or _is_crowd(sentence, who))
    ):
        return True
    if verb.dep == "acl" and verb.head == who and sentence.sentence.block != "headline":
        return not any(sentence.tokens[n].dep in _FIXING for n in sentence.children[who])
    return verb.dep in {"relcl", "conj"} and verb.tag in {"VBZ", "VBP"} and _is_indefinite(sentence, who)


def _is_crowd(sentence: SentenceView, who: int) -> bool:
    """Of "about 1,000 people connected with smuggling": a figure of many, none of whom is told of."""
    return any(q.head == who and q.number is not None and q.number >= _CROWD for q in sentence.quantities)


def _is_whole(sentence: SentenceView, who: int) -> bool:
    """Of "all of the officers": those officers, whole."""
    return any(sentence.tokens[n].lemma == "of" for n in sentence.kids(who, "prep"))


def _names_place(sentence: SentenceView, who: int) -> bool:
    """Of "the Karsova and Ilmen neighborhoods" the Karsova and the Ilmen, wherever the parser hangs what follows."""
    after = who + 1
    while after < len(sentence) and _goes_on(sentence.tokens[after]):
        after += 1
    joined = sentence.tokens[who].pos == "PROPN" and after < len(sentence)
    if not joined or sentence.tokens[after].lemma.lower() not in _place_words():
        return False
    return after + 1 == len(sentence) or sentence.tokens[after + 1].pos not in {"NOUN", "PROPN"}


def _goes_on(token: Token) -> bool:
    """Whether a name or a list of names may go on with a token."""
    return token.pos == "PROPN" or token.text in _JOINS or token.text[0].isupper() or token.ent.endswith("PERSON")


@cache
def _place_words() -> frozenset[str]:
    return frozenset(w for row in rows("who", "signs.tsv") if row[0] == "place_after" for w in row[1].split()) - _RULED


def _first_too(sentence: SentenceView, who: int) -> tuple[int, ...]:
    """Of "no person or group" the group, and the person whose "no" it shares."""
    token = sentence.tokens[who]
    if token.dep != "conj" or sentence.child(who, "det") is not None:
        return (who,)
    joined = any(sentence.tokens[n].text.lower() in {"or", "nor"} for n in sentence.kids(token.head, "cc"))
    return (who, token.head) if joined else (who,)


def _owns(sentence: SentenceView, who: int) -> bool:
    """Of "by X, her friend and the kids’ father" the kids, whatever the parser makes of the stroke behind them."""
    if who + 1 >= len(sentence) or sentence.tokens[who].pos == "PRON":
        return False
    after = sentence.tokens[who + 1]
    return after.tag == "POS" or (after.text in {"'", "’"} and after.start == sentence.tokens[who].end)


def _names_no_doer(lemma: str) -> bool:
    """Of "victims", "witnesses", and of what is shot or happens, whatever name the parser makes of it."""
    return lemma in word_set("anybody.no_doers") or lemma in words("crimes.txt")


def _is_everybody(sentence: SentenceView, who: int) -> bool:
    """Of "not all men commit murder"."""
    told = any(sentence.tokens[n].text.lower() in {"all", "every"} for n in sentence.kids(who, "det"))
    return told and sentence.tokens[who].lemma.lower() in _PEOPLE


def _is_mangled(sentence: SentenceView, who: int) -> bool:
    """Of a headline's "Police arrest murder suspect who ..." read as one name, and of "how many shooters"."""
    inside = [sentence.tokens[n].text.lower() for n in sentence.subtree(who) if n < who]
    return not word_set("anybody.law").isdisjoint(inside)


def _is_model(sentence: SentenceView, who: int) -> bool:
    """Of "looking for a grey Castor Vega", "a grey Castor opened fire": a name with "a" is a thing's."""
    kids = [sentence.tokens[n] for n in sentence.children[who]]
    mention = sentence.mention_at(who)
    if sentence.tokens[who].pos != "PROPN" or mention is None or mention.form != "name":
        return False
    if not any(t.dep == "det" and t.text.lower() in {"a", "an"} for t in kids):
        return False
    if any(t.text.lower() == "certain" for t in kids):
        return False
    return mention.type == "person" or any(t.dep == "amod" and t.pos == "ADJ" for t in kids)


def _is_case_in_point(sentence: SentenceView, who: int) -> bool:
    """Of "it would be hard to prosecute a suspect who": whoever it may be."""
    verb = sentence.tokens[sentence.tokens[who].head]
    indefinite = any(sentence.tokens[n].text.lower() in _ANY for n in sentence.kids(who, "det"))
    return (
        indefinite and verb.tag == "VB" and verb.lemma in {"prosecute", "try", "retry", "convict", "charge", "punish"}
    )


def _is_kind(sentence: SentenceView, who: int) -> bool:
    """Of "in a Castor Vega-type", "a sedan-style car": a thing like another, whatever name the parser makes of it."""
    token = sentence.tokens[who]
    kinds = ("type", "style", "like")
    hyphened = who > 0 and token.lemma.lower() in kinds and sentence.tokens[who - 1].text == "-"
    return hyphened or token.text.lower().endswith(tuple("-" + k for k in kinds))


def _stands_before_colon(sentence: SentenceView, who: int) -> bool:
    """Of "Sheriff: shooting kills one" the sheriff, who only says so."""
    return who + 1 < len(sentence) and sentence.tokens[who + 1].text == ":"


def _is_indefinite(sentence: SentenceView, who: int) -> bool:
    if sentence.tokens[who].text.lower() in _ANY:
        return True
    return any(sentence.tokens[n].text.lower() in _ANY for n in sentence.kids(who, "det")) and any(
        sentence.tokens[n].dep == "relcl" for n in sentence.children[who]
    )
