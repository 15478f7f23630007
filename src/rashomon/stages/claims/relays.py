"""Through whom a speaker's words came: the radio that somebody told, the newspaper that quotes him."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.model.claim import Attribution, ChainLink, LinkKind
from rashomon.stages.claims.attribution.cues import kinds, verb_cue
from rashomon.stages.claims.view import SentenceView, View
from rashomon.stages.claims.wordlists import word_list

_QUOTED = frozenset({"quote", "cite", "interview", "reach", "contact", "question"})


def relays(view: View, one: Attribution) -> list[ChainLink]:
    """The links that stand between the report and an attribution's speaker, outermost first."""
    sentence = view.sentence_at(one.cue[0].start) if one.cue else None
    if sentence is None:
        return []
    return [link for link in (_quoting(view, sentence, one), _told(view, sentence, one)) if link is not None]


def _told(view: View, sentence: SentenceView, one: Attribution) -> ChainLink | None:
    """The news agency or outlet that somebody told."""
    said = range(sentence.token_at(one.cue[0].start), sentence.token_at(one.cue[-1].end - 1) + 1)
    for at in (*said, *(sentence.tokens[n].head for n in said if _goes_with(sentence, n))):
        for name in _addressees(sentence, at):
            speaks = any(s.start <= sentence.tokens[name].start < s.end for s in one.source)  # "according to X"
            kind = None if speaks else _medium(view, sentence, name)
            if kind is not None:
                return _link(view, sentence, name, kind, one)
    return None


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
    """The kind of a named medium, or None: "told the RSI news agency", "told Radio Velmar", "told RSI"."""
    named = [n for n in sentence.subtree(at) if n <= at and sentence.tokens[n].is_a(parts.NAME)]
    if not named:
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
    kids = [n for n in sentence.each(at, parts.BEFORE_NOUN) if n < at]
    return sentence.quote(min([*kids, at]), at).quote
