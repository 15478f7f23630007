"""Every typed rule, wherever in its folder it stands, fires in each of its own yes sentences and in none of its no sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims import drafts_of
from rashomon.stages.claims.rules import payments
from rashomon.stages.claims.rules.abet_fits import ABETTING
from rashomon.stages.claims.rules.all_fits import TESTS
from rashomon.stages.claims.rules.blame_fits import BLAMES
from rashomon.stages.claims.rules.charge_fits import CHARGES
from rashomon.stages.claims.rules.deed_fits import DEEDS
from rashomon.stages.claims.rules.law_fits import LAW
from rashomon.stages.claims.rules.ledger import entries, typed_rules
from rashomon.stages.claims.rules.match import match
from rashomon.stages.claims.rules.means_fits import MEANS
from rashomon.stages.claims.rules.order_fits import ORDERS
from rashomon.stages.claims.rules.relate import by_sense, relate
from rashomon.stages.claims.view import View

RULES = entries()


def fires(view: View, rule: str) -> bool:
    """Whether a rule gives a draft, or matches where an older reader came before it with the same words."""
    _, drafts = drafts_of(view.document, view.annotations)
    matched = (r.id for s in view.sentences for at in range(len(s)) for r, _ in match(view, s, at))
    paid = any(d.reader == "payment" for d in drafts)  # sums are signed by their one reader, whichever rule found them
    money = by_sense([r for r in payments.RULES if paid and r.id == rule])
    moved = (found.rule.id for s in view.sentences for at in range(len(s)) for found in relate(s, at, money))
    return rule in {*(d.reader for d in drafts), *matched, *moved}


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_rule_fires_in_its_yes_sentences_and_in_none_of_its_no_sentences(
    rule: object, view_of: Callable[[str], View]
) -> None:
    entry = next(r for r in RULES if r is rule)
    assert entry.yes, "a rule has an example"
    assert [text for text in entry.yes if not fires(view_of(text), entry.id)] == []
    assert [text for text in entry.no if fires(view_of(text), entry.id)] == []


def test_ids_are_one_rule_each_and_every_rule_says_why() -> None:
    assert len(RULES) == len(typed_rules())
    assert all(r.why and r.wakes for r in RULES)


def test_no_test_by_name_hides_another() -> None:
    """Tables of tests are laid over each other: a name that stands in two of them would mean only the last."""
    tables = (DEEDS, MEANS, CHARGES, LAW, ORDERS, ABETTING, BLAMES)
    names = [name for table in tables for name in table]
    assert sorted(names) == sorted(set(names))
    assert all(TESTS[name] is test for table in tables for name, test in table.items())
