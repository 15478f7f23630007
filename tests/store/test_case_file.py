from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.errors import UsageFault
from rashomon.model.case_settings import CaseSettings, Hints
from rashomon.store.case_file import KEYS, read_case_settings

ROOT = Path(__file__).resolve().parent.parent.parent


def settings(folder: Path, text: str) -> CaseSettings:
    (folder / "case.toml").write_text(text, encoding="utf-8")
    return read_case_settings(folder)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_case_settings(tmp_path) == CaseSettings() == settings(tmp_path, "")
    assert read_case_settings(tmp_path / "nowhere").hints.languages == ("en",)


def test_all_keys_are_read(tmp_path: Path) -> None:
    found = settings(
        tmp_path,
        'day_first = true\nregion = "tr"\nlanguages = ["en", "sco"]\nnames = ["Mirel  Oskan", "Mirel Oskan"]\n'
        'bodies = ["Quay Wardens"]\nplaces = ["Lower Sarn"]\npublic = ["Mirel Oskan"]\nprotected = ["Ada Vint"]\n'
        '[trust]\nneighbour = "check"\narchive = "figures"\n',
    )
    hints = Hints(True, "TR", ("en", "sco"), ("Mirel Oskan",), ("Quay Wardens",), ("Lower Sarn",))
    trust = (("archive", "figures"), ("neighbour", "check"))
    assert found == CaseSettings(hints, ("Mirel Oskan",), ("Ada Vint",), trust)


def test_the_order_of_a_list_changes_no_reading(tmp_path: Path) -> None:
    one = settings(tmp_path, 'names = ["Ada Vint", "Mirel Oskan"]\nlanguages = ["en", "sco"]')
    assert one == settings(tmp_path, 'names = ["Mirel Oskan", "Ada Vint"]\nlanguages = ["sco", "en"]')


def test_lists_may_lie_beside_it(tmp_path: Path) -> None:
    (tmp_path / "people.txt").write_text("# from the court's list\nMirel Oskan\n\nAda Vint\n", encoding="utf-8")
    (tmp_path / "bodies.csv").write_text('office,Name\nsarn,"Wardens, Quay"\nsarn,Grain Union\n', encoding="utf-8")
    (tmp_path / "towns.csv").write_text("Lower Sarn,12\nOskavik,4\n", encoding="utf-8-sig")
    found = settings(tmp_path, 'names = "people.txt"\nbodies = "bodies.csv"\nplaces = "towns.csv"').hints
    assert found.names == ("Ada Vint", "Mirel Oskan")
    assert found.bodies == ("Grain Union", "Wardens, Quay")
    assert found.places == ("Lower Sarn", "Oskavik")


@pytest.mark.parametrize(
    ("text", "key", "reason"),
    [
        ("dayfirst = true", "dayfirst", "not known"),
        ('day_first = "yes"', "day_first", "true or false"),
        ("day_first = 1", "day_first", "true or false"),
        ('region = "Turkey"', "region", "two letters"),
        ("languages = []", "languages", "a list"),
        ('languages = ["english"]', "languages", "'english'"),
        ("names = 7", "names", "a list of names"),
        ('names = ["Ada Vint", 3]', "names", "no name"),
        ('places = [" - "]', "places", "no name"),
        ('bodies = "bodies.xlsx"', "bodies", ".txt or .csv"),
        ('bodies = "missing.txt"', "bodies", "cannot be read"),
        ('bodies = "../outside.txt"', "bodies", "outside the case"),
        ('bodies = "/etc/hosts.txt"', "bodies", "outside the case"),
        ('public = ["Ada Vint"]\nprotected = ["Ada Vint"]', "protected", "public too"),
        ('trust = "all"', "trust", "a table"),
        ('[trust]\nneighbour = "yes"', "trust.neighbour", "figures, check, refuse"),
        ("day_first = ", "case.toml", "no TOML"),
    ],
)
def test_what_cannot_be_meant_is_said_with_file_key_and_reason(
    tmp_path: Path, text: str, key: str, reason: str
) -> None:
    with pytest.raises(UsageFault) as fault:
        settings(tmp_path, text)
    assert str(tmp_path / "case.toml") in str(fault.value)
    assert key in str(fault.value)
    assert reason in str(fault.value)


def test_a_list_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "people.txt").write_bytes("Şule Öktan\n".encode("cp1254"))
    with pytest.raises(UsageFault, match=r"names names people\.txt, which is not UTF-8"):
        settings(tmp_path, 'names = "people.txt"')


def test_every_key_stands_in_the_reference() -> None:
    text = (ROOT / "docs/reference/case-toml.md").read_text(encoding="utf-8")
    assert all(f"| `{key}` |" in text or f"| `[{key}]` |" in text for key in KEYS)


def test_consent_is_one_of_four_words_a_report(tmp_path: Path) -> None:
    found = settings(tmp_path, '[consent]\n"b.txt" = "court"\n"a.zip" = "withdrawn"\n')
    assert found.consent == (("a.zip", "withdrawn"), ("b.txt", "court"))
    for text, reason in (
        ('consent = "court"', r"a table \[consent\]"),
        ('[consent]\n"a" = "perhaps"', "one of publish, court"),
    ):
        with pytest.raises(UsageFault, match=reason):
            settings(tmp_path, text)
