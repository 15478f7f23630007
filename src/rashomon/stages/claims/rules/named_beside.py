"""Whom a counted group is, where as many names stand beside it: behind a comma, or before it."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.model.annotation import Mention
from rashomon.stages.claims.rules.lists import people_named, runs_of
from rashomon.stages.claims.rules.named_later import counted
from rashomon.stages.claims.view import SentenceView

SIZES = {"two": 2, "both": 2, "pair": 2, "duo": 2, "couple": 2, "three": 3, "trio": 3, "four": 4, "five": 5, "six": 6,
          "seven": 7, "eight": 8, "nine": 9, "ten": 10}  # fmt: skip
_MANY = frozenset({"they", "them", "their", "both"})
_KNOWN = frozenset({"the", "these", "those", "both", "all"})


def known_size(sentence: SentenceView, n: int) -> int | None:
    """How many a group counts that the text has named before ("the three men", "both"); 0 for "they"; else None."""
    text = sentence.tokens[n].text.lower()
    if text in _MANY:
        return 2 if text == "both" else 0
    before = [sentence.tokens[k].text.lower() for k in range(max(0, n - 3), n + 1)]
    sizes = [SIZES[w] for w in before if w in SIZES]
    plural = sentence.tokens[n].lemma.lower() != text or text in SIZES or text == "people"
    return sizes[0] if sizes and plural and not _KNOWN.isdisjoint(before) else None


def beside_list(sentence: SentenceView, n: int) -> list[Mention]:
    """Of "X and Y, two guards who", "two of his men, X and Y, who" X and Y: as many as are counted, between commas."""
    token = sentence.tokens[n]
    number = next((int(q.number) for q in sentence.quantities if n in (q.head, q.token) and q.number is not None), None)
    number = number or SIZES.get(token.text.lower())
    below = sentence.subtree(n)
    for run in runs_of(sentence):
        behind = token.is_a(parts.APPOSITION) and token.head in {m.head for m in run} and token.lemma != token.text
        before = sentence.text[token.end : run[0].start].rstrip().endswith(",") and run[0].head in below
        verb = any(sentence.tokens[k].is_a(parts.VERB) for k in range(n, sentence.token_at(run[0].start)))
        if (behind and number in (None, len(run))) or (before and not verb and number == len(run)):
            return run
    return []


def listed_behind(sentence: SentenceView, n: int) -> list[Mention]:
    """Of "two guards are in prison, X and Y", "two of his men, X and Y, were" as many names as are counted, behind a comma."""
    others = sentence.tokens[n].text.lower() == "others"  # "arrested the others, X and Y": as many as there are
    wanted = counted(sentence, n) or SIZES.get(sentence.tokens[n].text.lower())
    for run in runs_of(sentence) if wanted or others else []:
        comma = sentence.text[: run[0].start].rstrip()[-1:] in (",", ":", "–", "—", "(")
        between = range(n + 1, sentence.token_at(run[0].start))
        closed = sentence.text[run[-1].end : run[-1].end + 1] in (",", ".", ";", ")", "", " ")
        names = any(m.head in between for m in people_named(sentence) if sentence.tokens[m.head - 1].text != "of")
        if (
            (len(run) == wanted or (others and not wanted))
            and comma
            and closed
            and run[0].start > sentence.tokens[n].start
            and not names
        ):
            return run
    return []
