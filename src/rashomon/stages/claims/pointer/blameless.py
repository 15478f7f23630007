"""Whom a place accuses of nothing, however likely the company he keeps makes it: who is cleared, who denies, whom it befell, who was robbed.

Who is cleared, hurt or robbed is accused by no other word of the sentence either; who denies may well be: "denies having ordered the fire".
"""

from __future__ import annotations

from rashomon.lexicon import words
from rashomon.stages.claims.pointer.classes import known_classes_of
from rashomon.stages.claims.pointer.features import Place, roles
from rashomon.stages.claims.view import SentenceView
from rashomon.stages.claims.wordlists import word_list

_CLEARING = frozenset({"innocent", "acquit", "acquittal-noun", "clear", "cleared"})
_DENYING = frozenset({"deny-deed", "deny-part"})
"""Classes of words that clear somebody, and by which somebody denies."""
_PAYING = frozenset({"money-give", "money-pay", "money-offer"})
_SEIZING = frozenset({"seize", "confiscate", "recover", "impound"})
_THEMSELVES = frozenset({"subject", "own", "named"})


def is_blameless(sentence: SentenceView, place: Place) -> bool:
    """Whether the words of a place accuse nobody who stands in it."""
    lemma = place.frame.lemma.lower()
    told = {name.removeprefix("frame:") for name in known_classes_of(lemma)}
    befell = lemma in word_list("pointer", "befallen.txt") and place.role in _THEMSELVES
    seizes = lemma in _SEIZING and _holds_arms(sentence, place)
    robbed = not told.isdisjoint(_PAYING) and _is_paid_by_force(sentence, place)
    return befell or seizes or robbed or not told.isdisjoint(_CLEARING) or _is_cleared_elsewhere(place)


def denies(place: Place) -> bool:
    """Whether somebody denies by the word of a place: where no rule has read of what, it accuses nobody."""
    return not _DENYING.isdisjoint(name.removeprefix("frame:") for name in known_classes_of(place.frame.lemma.lower()))


def _holds_arms(sentence: SentenceView, place: Place) -> bool:
    """Of "marines seized a cache of rifles": what is taken is arms, and whoever takes arms away is accused of nothing by that."""
    taken = [n for role, n in roles(place.frame) if role == "undergoer"]
    held = {sentence.lemmas[k] for n in taken for k in sentence.subtree(n)}
    return not held.isdisjoint(words("en-weapons.txt") | {"cache", "weapon", "arm", "ammunition", "explosive"})


def _is_cleared_elsewhere(place: Place) -> bool:
    """Whether whoever stands in a place is cleared by another word of the same sentence."""
    cleared = (f"else={role}|frame:{c}" for role in ("subject", "undergoer") for c in _CLEARING)
    return not set(place.features).isdisjoint(cleared)


def _is_paid_by_force(sentence: SentenceView, place: Place) -> bool:
    """Whether whoever takes by force is paid: of "the cashier gave the robbers 400 euros" the cashier is to blame for nothing."""
    others = (sentence.lemmas[n] for _, n in roles(place.frame) if n != place.who)
    return not word_list("pointer", "takers.txt").isdisjoint(others)
