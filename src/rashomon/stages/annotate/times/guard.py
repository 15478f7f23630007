"""Words that look like a time and are none: may, march, a person called April, Black Friday, 1,500 people."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from rashomon.model import parts
from rashomon.model.annotation import Token
from rashomon.stages.annotate.times.grammar import Phrase
from rashomon.stages.annotate.times.lexicon import beside, name_makers

Tokens = Mapping[int, Token]

_PREVIOUS = re.compile(r"([\w$£€#№.'’-]+)[\s(]*$")
_AFTER_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d[-–—/]$")
_COUNTS_ON = re.compile(
    r"\s+(?:\d|\w+\s+(?:\w+\s+)?(?:hour|day|week|month|year|decade)|(?:week|month|year|decade))", re.IGNORECASE
)
_IN_YEAR = re.compile(r"\s+(?:in|of)\s+(?:\d{4}|last|the\s+previous)", re.IGNORECASE)
_OWNED = re.compile(r"\b(?:an?|our|their|your|my|his|her)\s+(?:\w+\s+)?$", re.IGNORECASE)
_NEXT = re.compile(r"\s*([\w%'’-]+)")


def previous_word(text: str, at: int) -> str:
    """The word before a place on the same stretch, or ''."""
    found = _PREVIOUS.search(text, max(0, at - 25), at)
    return found[1] if found else ""


def next_word(text: str, at: int) -> str:
    """The word after a place, or ''."""
    found = _NEXT.match(text, at)
    return found[1] if found else ""


def _is_cased(phrase: Phrase, name: str) -> bool:
    """True when that part of the phrase begins with a capital, or the phrase has no such part."""
    words = phrase.get(name)
    return not words or words[0].isupper()


def _month_word(phrase: Phrase, text: str, tokens: Tokens) -> bool:
    """A month alone stands after a word of time or place, or the parser sees a date; a name stands beside names."""
    if phrase.get("year") or phrase.get("rel") or phrase.get("part"):
        return True
    if phrase.match["month"].isupper() and len(phrase.match["month"]) <= 3:
        return False
    if len(phrase.match["month"]) == 3 and phrase.match["month"].casefold() != "may":
        return False
    token = tokens.get(phrase.match.start("month"))
    if token is not None and (token.ent.endswith("PERSON") or token.is_a(parts.VERB)):
        return False
    previous = previous_word(text, phrase.start).casefold()
    if previous in beside("month"):
        return True
    if previous in ("the", "a", "an", "that"):
        return next_word(text, phrase.end)[:1].islower()
    if phrase.match["month"].casefold() in ("march", "may"):
        return False
    return token is not None and token.ent.endswith("DATE") and len(phrase.match["month"].rstrip(".")) > 3


def _weekday_word(phrase: Phrase, text: str, tokens: Tokens) -> bool:
    if previous_word(text, phrase.start).casefold() in name_makers("before"):
        return False
    after = next_word(text, phrase.end)
    if after[:1].isupper() and after.casefold() in name_makers("after"):
        return False
    word = phrase.match["wd"].rstrip(".")
    if not word.endswith("day") and word.casefold() in ("sun", "sat", "wed", "mon"):
        return phrase.match["wd"].endswith(".") and phrase.end < len(text) and after[:1].isdigit()
    token = tokens.get(phrase.match.start("wd"))
    return token is None or not (token.ent.endswith("PERSON") or _given_name(phrase, text, tokens, after))


def _given_name(phrase: Phrase, text: str, tokens: Tokens, after: str) -> bool:
    """Sunday and Friday are given names too: "Sunday Adewo denied it", with no word of time before them."""
    token = tokens[phrase.match.start("wd")]
    alone = phrase.start == phrase.match.start("wd") and phrase.end == phrase.match.end("wd")
    if (
        not alone
        or not token.is_a(parts.COMPOUNDING)
        or not after.istitle()
        or text[phrase.end : phrase.end + 1] != " "
    ):
        return False
    found = _PREVIOUS.search(text, max(0, phrase.start - 25), phrase.start)
    if found is None:
        return True
    previous = tokens.get(found.start(1))
    named = previous is None or previous.is_a(parts.NOUN | parts.MARK) or found[1].endswith(".")
    return named and found[1].casefold() not in beside("weekday")


def _season_word(phrase: Phrase, text: str, tokens: Tokens) -> bool:
    if phrase.get("year"):
        return True
    token = tokens.get(phrase.match.start("season"))
    if token is None or token.is_a(parts.MAIN_VERB):
        return False
    rel = (phrase.get("rel") or "").casefold()
    if rel and rel != "the":
        return True
    if next_word(text, phrase.end).casefold() in ("of", "in") or (
        token.text[0].isupper() and not token.ent.endswith("DATE")
    ):
        return False
    return previous_word(text, phrase.start).casefold() in beside("season")


def _year_number(phrase: Phrase, text: str, tokens: Tokens) -> bool:
    """A number is a year unless it counts, measures or names something."""
    start, value = phrase.match.start("year"), int(phrase.match["year"])
    if phrase.get("part"):
        return True
    if start and (text[start - 1] in "$£€#+,./:№" or text[start - 2 : start - 1].isdigit()):
        return text[start - 1].isspace() or bool(_AFTER_YEAR.search(text, max(0, start - 6), start))
    previous, after = previous_word(text, start).casefold(), next_word(text, phrase.end)
    own, counted = tokens.get(start), tokens.get(phrase.end + 1)
    dated = own is not None and own.ent.endswith("DATE")
    counts = counted is not None and counted.is_a(parts.PLURAL) and not after[:1].isupper()
    if previous in beside("count") or (previous in beside("bound") and not dated):
        return False
    if previous in beside("year") or text[start - 1 : start] == "(":
        return not counts or value > 1899
    if value < 1900 or value > 2060 or after.casefold() in beside("measure"):
        return False
    return not counts or dated or previous in beside("attribute")


def _capital_month(phrase: Phrase, text: str, tokens: Tokens) -> bool:
    return _is_cased(phrase, "month") or bool(phrase.get("year"))


def _plain_units(phrase: Phrase, text: str, tokens: Tokens) -> bool:
    """ "for years", "in the days before": a bare plural is a time only in a phrase of time."""
    previous, after = previous_word(text, phrase.start).casefold(), next_word(text, phrase.end).casefold()
    if after in ("before", "after", "later", "earlier"):
        return previous not in ("first", "last")
    return previous in ("for", "of") and after not in ("old", "of") if previous == "for" else False


def _duration(phrase: Phrase, text: str, tokens: Tokens) -> bool:
    after = next_word(text, phrase.end).casefold()
    if after in ("old", "olds") or text[phrase.end : phrase.end + 4].casefold() in ("-old", " of a"):
        return False
    named = phrase.get("unit") or ""
    if named[:1].isupper() and not named.isupper():
        return False
    previous = previous_word(text, phrase.start).casefold()
    number = (phrase.get("num") or "").casefold()
    if number in ("a", "an") and (phrase.get("unit") or "").casefold() in ("day", "night"):
        return previous not in ("such", "of", "not", "what") and after in (
            "after",
            "before",
            "later",
            "earlier",
            "",
        )
    return previous not in ("age", "aged", "$")


def _future(phrase: Phrase, text: str, tokens: Tokens) -> bool:
    word, token = phrase.match.group().casefold(), tokens.get(phrase.start)
    if word == "now":
        return next_word(text, phrase.end).casefold() not in ("known", "defunct")
    if word.startswith("in the past"):
        return not _COUNTS_ON.match(text, phrase.end)
    if word == "current":
        return token is None or token.is_a(parts.ADJECTIVE)
    return word != "future" or not next_word(text, phrase.end)[:1].isupper()


def _today(phrase: Phrase, text: str, tokens: Tokens) -> bool:
    previous = previous_word(text, phrase.start)
    named = (
        phrase.match.group()[0].isupper() and previous[:1].isupper() and text[phrase.start - 1 : phrase.start] == " "
    )
    word = phrase.match["deictic"].casefold()
    if word in ("tomorrow", "yesterday") and _OWNED.search(text, max(0, phrase.start - 30), phrase.start):
        return False
    return not (named and word == "today")


def _that(phrase: Phrase, text: str, tokens: Tokens) -> bool:
    """ "that day" is a time where "that" points, not where it joins ("said that Friday prayers")."""
    if _IN_YEAR.match(text, phrase.end):
        return False
    if phrase.match["rel"].casefold() != "that":
        return not (phrase.match["rel"].casefold() == "the same" and next_word(text, phrase.end) == "as")
    token = tokens.get(phrase.match.start("rel"))
    return token is None or token.is_a(parts.ARTICLE)


def _clock(phrase: Phrase, text: str, tokens: Tokens) -> bool:
    return text[phrase.start - 1 : phrase.start] not in ("$", "£", "€", ".", ",", ":", "-") if phrase.start else True


def _holiday(phrase: Phrase, text: str, tokens: Tokens) -> bool:
    name = phrase.match["name"]
    if not name[0].isupper():
        return False
    after = tokens.get(phrase.end + 1) if text[phrase.end : phrase.end + 1] == " " else None
    return "day" in name or "Eve" in name or after is None or not after.is_a(parts.NOUN)


def _overnight(phrase: Phrase, text: str, tokens: Tokens) -> bool:
    token = tokens.get(phrase.start)
    return token is not None and token.is_a(parts.ADVERB)


_BEFORE_MONTH = frozenset(
    {"in", "since", "until", "till", "between", "and", "from", "to", "by", "before", "after", "during"}
)


_GUARDS: dict[str, Callable[[Phrase, str, Tokens], bool]] = {
    "mdy": _capital_month,
    "dmy": _capital_month,
    "month": lambda p, x, t: _capital_month(p, x, t) and _month_word(p, x, t),
    "weekday": lambda p, x, t: p.match["wd"][0].isupper() and _weekday_word(p, x, t),
    "season": _season_word,
    "year": _year_number,
    "units": _plain_units,
    "duration": _duration,
    "vague": _future,
    "today": _today,
    "numeric_month": lambda p, x, t: previous_word(x, p.start).casefold() in _BEFORE_MONTH,
    "that_day": lambda p, x, t: _capital_month(p, x, t) and _that(p, x, t),
    "clock24": _clock,
    "clock": _clock,
    "holiday": _holiday,
    "overnight": _overnight,
}


def is_time(phrase: Phrase, text: str, tokens: Tokens) -> bool:
    """Whether the phrase is a time where it stands; `tokens` are the sentence's by their offsets."""
    guard = _GUARDS.get(phrase.rule)
    return guard is None or guard(phrase, text, tokens)
