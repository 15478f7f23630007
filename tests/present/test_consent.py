"""What was given for less than it is to be used for does not leave the case."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from rashomon.asking.asking import is_sealed
from rashomon.cli import cli
from rashomon.model.case_settings import Consent
from rashomon.model.document import Appearance, Document
from rashomon.pipeline import build
from rashomon.present.consent import agreed_use
from rashomon.settings import Settings

GATE = "Nine people were killed at the gate of Dunmere on 12 March 2019, the mayor said."


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "open.txt").write_text(GATE)
    (tmp_path / "in" / "told.txt").write_text(GATE + " A guard had opened it.")
    return build(tmp_path / "case", [tmp_path / "in"], Settings(processes=1)).case


def run(case: Path, *words: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, [words[0], str(case), *words[1:], "-o", str(case.parent / "out")])
    return result.exit_code, f"{result.output} {result.exception or ''}"


@pytest.mark.parametrize(
    ("agreed", "allowed"),
    [
        ("publish", ["publish", "court", "internal"]),
        ("court", ["court", "internal"]),
        ("internal", ["internal"]),
        ("withdrawn", []),
    ],
)
def test_a_report_is_used_for_no_more_than_it_was_given_for(case: Path, agreed: str, allowed: list[str]) -> None:
    (case / "case.toml").write_text(f'[consent]\n"told.txt" = "{agreed}"\n')
    for use in ("publish", "court", "internal"):
        for words in (("export", "--format", "ftm", "--for", use), ("export", "--for", use)):
            code, said = run(case, *words)
            assert (code == 0) == (use in allowed), said
            assert code == 0 or f"told.txt ({agreed})" in said
            assert "open.txt" not in said
    assert (run(case, "export", "--format", "ftm")[0] == 0) == ("publish" in allowed)
    assert (run(case, "export")[0] == 0) == ("internal" in allowed)


def test_the_report_is_refused_too(case: Path) -> None:
    (case / "case.toml").write_text('[consent]\n"told.txt" = "court"\n')
    for words, fine in ((("report",), False), (("report", "--for", "court"), True)):
        result = CliRunner().invoke(cli, [words[0], str(case), *words[1:], "-o", str(case.parent / "r.md")])
        assert (result.exit_code == 0) == fine
        assert (case.parent / "r.md").exists() == fine


def within(file: str) -> Document:
    return Document(
        "d1", "ab", file, "", "other", None, None, None, None, None, None, "", (), True, (Appearance(file),)
    )


def test_what_is_said_of_an_archive_or_a_mail_holds_for_all_within_and_the_narrowest_counts() -> None:
    document = within("leaks/a.zip/letter.eml/plan.pdf")
    for name in ("a.zip", "letter.eml", "plan.pdf", "leaks/a.zip", "leaks/a.zip/letter.eml/plan.pdf", "d1", "ab"):
        assert is_sealed(document, {name})
        assert agreed_use(document, {name: "court"}) == "court"
    assert not is_sealed(document, {"zip", ".", "plan"})
    consent: dict[str, Consent] = {"a.zip": "publish", "letter.eml": "internal"}
    assert agreed_use(document, consent) == "internal"
    assert agreed_use(within("b.txt"), consent) is None
