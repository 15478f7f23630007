"""One person in two scripts is a question with a reason, never joined by itself. Everybody is invented."""

from __future__ import annotations

import pytest

from rashomon.model.account import Account
from rashomon.model.annotation import EntityType
from rashomon.stages.link import link

from .casebook import Report


def named(type_: EntityType, name: str, text: str) -> Account:
    return Report(text.format(name)).names(type_, name).account()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("İlker Barlas", "Илькер Барлас"),
        ("İlker Barlas", "إلكر برلاس"),
        ("Олег Вардин", "أوليغ فاردين"),
        ("Oleg Vardin", "Олег Вардин"),
    ],
)
def test_one_name_in_two_scripts_is_asked_about(a: str, b: str) -> None:
    linked, _ = link([named("person", a, "{} came."), named("person", b, "{} left.")])
    found = [m for m in linked.matches if m.kind == "entity"]
    assert [m.verdict for m in found] == ["disputed"]
    assert "letters can be one name" in found[0].reason
    assert len(linked.entities) == 2


def test_two_names_in_two_scripts_are_no_question() -> None:
    linked, _ = link([named("person", "İlkay Barlas", "{} came."), named("person", "Олег Вардин", "{} left.")])
    assert not [m for m in linked.matches if m.kind == "entity"]


@pytest.mark.parametrize(
    ("a", "b", "entities"),
    [
        ("United Nations", "ООН", 1),
        ("Dünya Sağlık Örgütü", "ВОЗ", 1),
        ("المرصد السوري لحقوق الإنسان", "SOHR", 1),
        ("Voz", "ВОЗ", 2),
    ],
)
def test_bodies_are_joined_by_known_translations(a: str, b: str, entities: int) -> None:
    linked, _ = link([named("organization", a, "{} spoke."), named("organization", b, "{} was silent.")])
    assert len(linked.entities) == entities
