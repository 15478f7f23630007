"""Through whom a speaker's words came: the radio that somebody told, the newspaper that quotes him."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon import word_set
from rashomon.lexicon.nouns import is_person_noun
from rashomon.model import parts
from rashomon.model.claim import Attribution, ChainLink, LinkKind
from rashomon.stages.claims.attribution.cues import kinds, verb_cue
from rashomon.stages.claims.view import SentenceView, View
from rashomon.stages.claims.wordlists import word_list

_QUOTED = frozenset({"quote", "cite", "interview", "reach", "contact", "question"})
_A = frozenset({"a", "an", "another", "one"})
_FAR = 12
"""Sentences back in which "the agency" may have its name."""
_BESIDE = parts.PHRASE | parts.ADVERBIAL_CLAUSE
_CARRIED = frozenset({"by", "in", "on", "to", "through", "via"})
_WITH = frozenset({"with", "to", "for", "on", "in", "by", "from"})


def relays(view: View, one: Attribution) -> list[ChainLink]:
    """The links that stand between the report and an attribution's speaker, outermost first."""
    sentence = view.sentence_at(one.cue[0].start) if one.cue else None
    if sentence is None:
        return []
    told = _told(view, sentence, one) or _carrying(view, sentence, one)
    return [link for link in (_quoting(view, sentence, one), told) if link is not None]


def _carrying(view: View, sentence: SentenceView, one: Attribution) -> ChainLink | None:
    """The medium of "in a statement carried by the agency X, Y said", "in an interview with X", "speaking on X", "wrote in X"."""
    for cue in sentence.inside(*one.cue):
        for n in sentence.each(cue, _BESIDE):
            if sentence.tokens[n].is_a(parts.PHRASE) or sentence.tokens[n].lemma.lower() in word_set("relays.speaking"):
                for name in _channels(sentence, n):
                    kind = None if _is_part_of(sentence, name, one) else _medium(view, sentence, name)
                    if kind is not None:
                        return _link(view, sentence, name, kind, one)
    return None


def _is_part_of(sentence: SentenceView, at: int, one: Attribution) -> bool:
    """True for a word of what is said, or of who says it."""
    start = sentence.tokens[at].start
    return any(s.start <= start < s.end for s in (*one.source, *one.content))


def _channels(sentence: SentenceView, at: int) -> Iterator[int]:
    """The nouns that may name a medium in a phrase or clause beside a word of saying, through the words that were carried."""
    for n in sentence.nouns_after(at):
        yield n
        if sentence.tokens[n].lemma.lower() in word_set("relays.words"):
            for made in sentence.each(n, parts.NOUN_CLAUSE):
                carried = sentence.tokens[made].lemma.lower() in word_set("relays.carries")
                yield from _behind(sentence, made, _CARRIED) if carried else ()
            yield from _behind(sentence, n, _WITH)
    yield from _behind(sentence, at, _WITH)


def _behind(sentence: SentenceView, at: int, links: frozenset[str]) -> list[int]:
    held = (n for n in sentence.each(at, parts.PHRASE | parts.BY_PHRASE | parts.RECIPIENT))
    return [k for n in held if sentence.tokens[n].text.lower() in links for k in sentence.nouns_after(n)]


def _told(view: View, sentence: SentenceView, one: Attribution) -> ChainLink | None:
    """The news agency or outlet that somebody told."""
    said = range(sentence.token_at(one.cue[0].start), sentence.token_at(one.cue[-1].end - 1) + 1)
    for at in (*said, *(sentence.tokens[n].head for n in said if _goes_with(sentence, n))):
        for name in _addressees(sentence, at):
            speaks = any(s.start <= sentence.tokens[name].start < s.end for s in one.source)  # "according to X"
            kind = None if speaks else _medium(view, sentence, name)
            if kind is not None:
                return _link(view, sentence, name, kind, one)
            if not speaks and (known := _named_before(view, sentence, name, one)) is not None:
                return known
            if not speaks and (between := _go_between(sentence, name)) is not None:
                referent = view.referent_at(sentence, name)
                return ChainLink(sentence.phrase(name).quote, between, referent.id if referent else None, one.cue[0])
    return None


def _named_before(view: View, sentence: SentenceView, at: int, one: Attribution) -> ChainLink | None:
    """Of "said to the agency", "told the paper": the medium of that kind that the text has named last."""
    kind = kinds().get(sentence.tokens[at].lemma.lower()) if sentence.tokens[at].is_a(parts.COMMON_NOUN) else None
    words = [sentence.tokens[n].text.lower() for n in sentence.subtree(at)]
    bare = words in (["the", words[-1]], ["the", "same", words[-1]]) and words[-1] == sentence.tokens[at].text.lower()
    if kind not in ("news_agency", "outlet") or not bare:
        return None
    for number in range(sentence.sentence.index - 1, max(-1, sentence.sentence.index - _FAR), -1):
        there = view.sentences[number]
        for mention in reversed(there.mentions):
            if mention.form == "name" and mention.type == "organization" and _medium(view, there, mention.head) == kind:
                return _link(view, there, mention.head, kind, one)
    return None


def _go_between(sentence: SentenceView, at: int) -> LinkKind | None:
    """The kind of somebody without a name through whom the report has it: "told a foreign agency", "told a colleague of mine", "told my brother"."""
    words = [sentence.words[n] for n in sentence.subtree(at)]
    kind = kinds().get(sentence.tokens[at].lemma.lower())
    if kind in ("news_agency", "outlet") and sentence.tokens[at].is_a(parts.COMMON_NOUN):
        return kind if words[0] in _A or words[:2] in (["the", "same"], ["the", "other"]) else None
    ours = words[0] in ("my", "our") or words[-1] in ("mine", "ours")
    person = is_person_noun(sentence.tokens[at]) and sentence.tokens[at].lemma.lower() not in word_set(
        "relays.own_staff"
    )
    return "person" if ours and person and kind not in ("outlet", "news_agency") else None


def _goes_with(sentence: SentenceView, at: int) -> bool:
    """True for "told RSI by telephone, adding that ...": what is added was told to whom the rest was."""
    token = sentence.tokens[at]
    return (
        token.is_a(parts.GERUND)
        and token.is_a(parts.ADVERBIAL_CLAUSE)
        and verb_cue(sentence.tokens[token.head]) is not None
    )


def _quoting(view: View, sentence: SentenceView, one: Attribution) -> ChainLink | None:
    """Of "an officer quoted by Radio X", "contacted by the agency Y, a witness said": whoever quotes or asked."""
    cue = sentence.token_at(one.cue[0].start)
    asked = [n for n in sentence.each(cue, parts.ADVERBIAL_CLAUSE) if sentence.tokens[n].is_a(parts.PARTICIPLE)]
    inside = [n for s in one.source for n in range(sentence.token_at(s.start), sentence.token_at(s.end - 1) + 1)
              if sentence.tokens[n].is_a(parts.PARTICIPLE) and sentence.tokens[n].is_a(parts.OF_A_NOUN | parts.ADVERBIAL_CLAUSE)]  # fmt: skip
    for at in (*inside, *asked):
        agent = sentence.first(at, parts.BY_PHRASE) if sentence.tokens[at].lemma.lower() in _QUOTED else None
        by = sentence.noun_after(agent) if agent is not None else None
        if by is not None:
            named = next((n for n in sentence.appositions(by) if sentence.tokens[n].is_a(parts.NAME)), by)
            return _link(view, sentence, named, _kind(sentence, named, by), one)
    return None


def _link(view: View, sentence: SentenceView, at: int, kind: LinkKind, one: Attribution) -> ChainLink:
    if not sentence.tokens[at].is_a(parts.NAME):
        at = next((n for n in sentence.appositions(at) if sentence.tokens[n].is_a(parts.NAME)), at)
    referent = view.referent_at(sentence, at)
    return ChainLink(_noun_words(sentence, at), kind, referent.id if referent else None, one.cue[0])


def _kind(sentence: SentenceView, *heads: int) -> LinkKind:
    """What kind of link the one who quotes is, by its own words: a body, where they do not say."""
    words = (
        sentence.tokens[n].text.lower()
        for head in heads
        for n in sorted(sentence.subtree(head), key=lambda n: n != head)
    )
    return next((kinds()[w] for w in words if w in kinds()), "organization")


def _addressees(sentence: SentenceView, at: int) -> list[int]:
    found = list(sentence.each(at, parts.UNDERGOING_SUBJECT | parts.OBJECT | parts.RECIPIENT))
    for n in sentence.each(at, parts.RECIPIENT | parts.PHRASE):
        if sentence.tokens[n].text.lower() in ("to", "with"):
            found.extend(sentence.nouns_after(n))
    return found


def _medium(view: View, sentence: SentenceView, at: int) -> LinkKind | None:
    """The kind of a named medium, or None: "told the RSI news agency", "told Radio Velmar", "told the daily Orsa", "told RSI"."""
    beside = sentence.appositions(at)
    named = [n for n in sentence.subtree(at) if n <= at and sentence.tokens[n].is_a(parts.NAME)]
    if not named and not any(n == at + 1 or sentence.tokens[n - 1].is_a(parts.NAME) for n in beside):
        return None
    referent = view.referent_at(sentence, at)
    own = (sentence.tokens[n].text for n in (at, *sentence.subtree(at)))
    for word in (*own, *(referent.name.split() if referent is not None else ())):
        kind = kinds().get(word.lower())
        if kind in ("news_agency", "outlet"):
            return kind
    return "news_agency" if _is_initials(view, sentence, at) else None


def _is_initials(view: View, sentence: SentenceView, at: int) -> bool:
    """True for a body that nothing is known of but its initials, without an article: who is told so is a medium, "told RSI"."""
    token, referent = sentence.tokens[at], view.referent_at(sentence, at)
    if not (token.text.isupper() and token.text.isalpha() and len(token.text) > 1) or sentence.children[at]:
        return False
    known = token.text.lower() in kinds() or token.text in word_list("who", "bodies_known.txt")
    return not known and referent is not None and referent.type == "organization"


def _noun_words(sentence: SentenceView, at: int) -> str:
    first = min([*(n for n in sentence.each(at, parts.BEFORE_NOUN) if n < at), at])
    while first and sentence.tokens[first].is_a(parts.NAME) and sentence.tokens[first - 1].is_a(parts.NAME):
        first -= 1
    return sentence.quote(first, at).quote
