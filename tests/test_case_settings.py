"""What `case.toml` says takes effect: in reading, in the key that readings are kept under, in masking."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from rashomon.case import Case
from rashomon.errors import UsageFault
from rashomon.model.annotation import Annotations
from rashomon.model.case_settings import Hints
from rashomon.model.document import Appearance, Document, Original
from rashomon.pipeline import build, case_hints
from rashomon.present.masking import Wishes, make_plan, mask_case
from rashomon.present.resolve import open_build
from rashomon.settings import DEFAULT_MODEL, Settings
from rashomon.stages.acquire import acquire
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser
from rashomon.store.reading_key import reading_key

ONE = Settings(processes=1)


@cache
def parser() -> Parser:
    return Parser(DEFAULT_MODEL)


def document(text: str, hints: Hints) -> Document:
    data = text.encode()
    return acquire(data, Original(sha256(data).hexdigest(), (Appearance("a.txt"),)), hints)


def annotated(text: str, hints: Hints) -> Annotations:
    made = document(text, hints)
    return annotate(made, parser().parse(made), hints)


def days(text: str, hints: Hints) -> list[tuple[str | None, str | None]]:
    return [(t.earliest, t.latest) for t in annotated(text, hints).times]


@pytest.mark.parametrize(
    ("written", "first", "open_"),
    [
        ("3/4/2021", ("2021-04-03", "2021-04-03"), ("2021-03-04", "2021-04-03")),
        ("05/06/2019", ("2019-06-05", "2019-06-05"), ("2019-05-06", "2019-06-05")),
        ("03.04.2021", ("2021-04-03", "2021-04-03"), ("2021-04-03", "2021-04-03")),
        ("12/31/2015", ("2015-12-31", "2015-12-31"), ("2015-12-31", "2015-12-31")),
    ],
)
def test_days_come_first_where_the_case_says_so(written: str, first: tuple[str, str], open_: tuple[str, str]) -> None:
    text = f"The ferry was stopped off Oskavik on {written}, the harbour office said."
    assert days(text, Hints(day_first=True)) == [first]
    assert days(text, Hints()) == [open_]


def test_the_day_at_the_head_of_a_report_too() -> None:
    text = "Ferry stopped off Oskavik\n3/4/2021\n\n" + "The ferry was stopped and its crew was questioned. " * 4
    assert document(text, Hints(day_first=True)).published == "2021-04-03"
    assert document(text, Hints()).published is None


@pytest.mark.parametrize(
    ("text", "hints", "name", "said", "otherwise"),
    [
        ("Mother was arrested. Police handed Mother to the prosecutor.", Hints(names=("Mother",)), "Mother", "person", None),
        ("He was taken to Long Water by car. Long Water is quiet.", Hints(places=("Long Water",)), "Long Water", "place",
         "person"),
        ("Soldiers shot at the Anvil. The Anvil fled.", Hints(names=("Anvil",)), "Anvil", "person", "organization"),
        ("They were seen with Summer near the bridge.", Hints(bodies=("Summer",)), "Summer", "organization", "person"),
        ("A lorry was found at Three Elms.", Hints(names=("three elms",), places=("Three Elms",)), "Three Elms", "person",
         "organization"),
    ],
)  # fmt: skip
def test_own_names_are_what_the_list_says(text: str, hints: Hints, name: str, said: str, otherwise: str | None) -> None:
    assert {r.name: r.type for r in annotated(text, hints).referents if r.named}[name] == said
    without = {r.name: r.type for r in annotated(text, Hints()).referents if r.named}
    assert without.get(name) == otherwise


def test_an_own_name_is_found_over_hyphens_and_accents_and_in_no_longer_word() -> None:
    hints = Hints(bodies=("Tarik-i Nehr",), names=("Sengul Oktan",))
    found = annotated("The Tarik-i Nehr denied it. Şengül Öktan was there. Nehrwald was not.", hints)
    named = {r.name: r.type for r in found.referents if r.named}
    assert named["Tarik-i Nehr"] == "organization"
    assert named["Şengül Öktan"] == "person"
    assert named.get("Nehrwald") != "organization"


def test_claims_are_read_in_the_languages_listed() -> None:
    text = "The harbour master said that two people were killed in the fire on the quay. " * 3
    assert document(text, Hints()).claims_read
    assert not document(text, Hints(languages=("tr",))).claims_read


def test_the_region_of_the_case_goes_before_the_environment(tmp_path: Path) -> None:
    assert case_hints(tmp_path, Settings(region="GB")).region == "GB"
    (tmp_path / "case.toml").write_text('region = "tr"')
    assert case_hints(tmp_path, Settings(region="GB")).region == "TR"
    text = "He was called from 0532 555 12 34 on that night."
    assert [p.e164 for p in annotated(text, Hints(region="TR")).phones] == ["+905325551234"]


def test_the_reading_key_holds_what_changes_reading_and_nothing_else(tmp_path: Path) -> None:
    original = Original("a" * 64, (Appearance("a.txt"),))

    def key(text: str) -> str:
        (tmp_path / "case.toml").write_text(text)
        return reading_key(original, "m", case_hints(tmp_path, ONE))

    plain = key("")
    assert plain == key('public = ["Ada Vint"]') == key('protected = ["Ada Vint"]') == key('[trust]\nx = "check"')
    changed = {key(t) for t in ("day_first = true", 'region = "TR"', 'names = ["Ada Vint"]', 'bodies = ["Ada Vint"]',
                                'places = ["Ada Vint"]', 'languages = ["en", "sco"]')}  # fmt: skip
    assert len(changed | {plain}) == 7


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("settings")
    (home / "in").mkdir()
    (home / "in" / "a.txt").write_text(
        "Governor Ada Vint met the smuggler Mirel Oskan on 3/4/2021 in Karsova, the police said. "
        "Ada Vint and Mirel Oskan deny it.",
        encoding="utf-8",
    )
    (home / "in" / "sources.csv").write_text("file,publisher,published\na.txt,The Quay,5/4/2021\n", encoding="utf-8")
    (home / "case").mkdir()
    (home / "case" / "case.toml").write_text("day_first = true\n")
    build(home / "case", [home / "in"], ONE)
    return home


def test_a_build_follows_it_from_the_source_list_to_the_times(folder: Path) -> None:
    (found,) = Case(folder / "case").documents()
    assert found["published"] == "2021-04-05"
    assert {t["timex"] for t in Case(folder / "case").export["times"]} == {"2021-04-03"}


def test_what_says_nothing_of_reading_has_nothing_read_again(folder: Path) -> None:
    (folder / "case" / "case.toml").write_text('day_first = true\nprotected = ["Ada Vint"]\n')
    assert build(folder / "case", [], ONE).read == 0
    (folder / "case" / "case.toml").write_text('day_first = true\nnames = ["Ada Vint"]\n')
    assert build(folder / "case", [], ONE).read == 1


def test_who_is_protected_is_masked_and_who_is_public_is_shown(folder: Path) -> None:
    (folder / "case" / "case.toml").write_text(
        'day_first = true\nprotected = ["Ada Vint", "Nobody Inthecase"]\npublic = ["Mirel Oskan"]\n'
    )
    case = open_build(folder / "case")
    assert case.case_settings.public == ("Mirel Oskan",)
    shown = mask_case(case, make_plan(case, Wishes()))
    (text,) = (d.text for d in shown.documents.values())
    assert "Vint" not in text
    assert "Mirel Oskan" in text
    assert shown.case_settings.protected == ()
    hidden = mask_case(case, make_plan(case, Wishes(mask=("Mirel Oskan",))))
    assert "Oskan" not in next(iter(hidden.documents.values())).text
    for wishes in (Wishes(public=("Ada Vint",)), Wishes(unmasked=True)):
        with pytest.raises(UsageFault, match="protected"):
            make_plan(case, wishes)


def test_a_fault_in_it_stops_a_build_before_anything_is_taken_in(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two people were killed.")
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "case.toml").write_text("day_firs = true")
    with pytest.raises(UsageFault, match="day_firs is not known"):
        build(tmp_path / "case", [tmp_path / "a.txt"], ONE)
    assert not (tmp_path / "case" / "originals").exists()
