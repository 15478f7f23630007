"""A case in one encrypted file, and out of it again."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pyrage
import pytest

from rashomon.errors import CaseDamaged, Stop, UsageFault
from rashomon.store.sealing import BODY, KEY, seal, unseal

PASS = "ferry lantern orchard nine"


def make_case(folder: Path) -> Path:
    """A folder as a case has it; one file is longer than a pipe holds."""
    made = folder / "case"
    (made / "originals" / "ab").mkdir(parents=True)
    (made / "originals" / "ab" / "c0ffee").write_bytes(os.urandom(300_000))
    (made / "decisions.jsonl").write_text("{}\n", encoding="utf-8")
    (made / "Şengül's list.txt").write_text("Ada Vint\n", encoding="utf-8")
    (made / "empty.jsonl").touch()
    return made


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A case and the file that it was sealed into: what a passphrase costs is a second each time, and is meant to."""
    folder = tmp_path_factory.mktemp("sealed")
    case = make_case(folder)
    done = seal(case, folder / "a.sealed", PASS)
    assert done.files == 4
    return case, folder / "a.sealed"


def held(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file() and p.name != ".lock"
    }


def test_a_case_comes_out_as_it_went_in_and_the_file_shows_nothing_of_it(
    sealed: tuple[Path, Path], tmp_path: Path
) -> None:
    case, file = sealed
    data = file.read_bytes()
    assert b"Vint" not in data and "Şengül".encode() not in data and b"originals" not in data
    unseal(file, tmp_path / "again", PASS)
    assert held(tmp_path / "again") == held(case)
    assert (tmp_path / "again").stat().st_mode & 0o077 == 0
    assert all(p.stat().st_mode & 0o077 == 0 for p in (tmp_path / "again").rglob("*"))
    assert file.stat().st_mode & 0o077 == 0


def test_another_passphrase_opens_nothing_and_leaves_nothing(sealed: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(UsageFault, match="does not open with this passphrase"):
        unseal(sealed[1], tmp_path / "again", PASS + "!")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("at", [0.3, 0.9])
def test_one_changed_byte_is_found_and_no_half_of_a_case_stays(
    sealed: tuple[Path, Path], tmp_path: Path, at: float
) -> None:
    data = bytearray(sealed[1].read_bytes())
    data[int(len(data) * at)] ^= 1
    (tmp_path / "b").write_bytes(data)
    with pytest.raises(CaseDamaged, match="is not what was sealed"):
        unseal(tmp_path / "b", tmp_path / "again", PASS)
    assert [p.name for p in tmp_path.iterdir()] == ["b"]


def test_half_a_file_and_another_file_are_no_sealed_case(sealed: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "half").write_bytes(sealed[1].read_bytes()[:100_000])
    (tmp_path / "other").write_bytes(b"The ferry sank on Monday.")
    with zipfile.ZipFile(tmp_path / "zip", "w") as box:
        box.writestr("report.txt", "The ferry sank.")
    for name in ("half", "other", "zip"):
        with pytest.raises(UsageFault, match="is no sealed case"):
            unseal(tmp_path / name, tmp_path / "again", PASS)


@pytest.mark.parametrize("name", ["../out", "/tmp/out-of-a-case"])
def test_who_knows_the_passphrase_cannot_write_beside_the_case(tmp_path: Path, name: str) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as tar:
        entry = tarfile.TarInfo(name)
        entry.size = 3
        tar.addfile(entry, io.BytesIO(b"bad"))
    _hostile(tmp_path / "a", packed.getvalue())
    with pytest.raises(CaseDamaged, match="no file of a case"):
        unseal(tmp_path / "a", tmp_path / "again", PASS)
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_a_link_in_a_sealed_file_is_refused(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as tar:
        entry = tarfile.TarInfo("originals")
        entry.type, entry.linkname = tarfile.SYMTYPE, "/etc"
        tar.addfile(entry)
    _hostile(tmp_path / "a", packed.getvalue())
    with pytest.raises(CaseDamaged, match="no file of a case"):
        unseal(tmp_path / "a", tmp_path / "again", PASS)


def test_files_that_swell_or_stand_in_one_another_s_way_are_refused(tmp_path: Path) -> None:
    sparse = io.BytesIO()
    with tarfile.open(fileobj=sparse, mode="w", format=tarfile.PAX_FORMAT) as tar:
        entry = tarfile.TarInfo("originals/a")
        entry.pax_headers = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.realsize": "300000000"}
        entry.size = 512
        tar.addfile(entry, io.BytesIO(b"1\n0\n0\n".ljust(512, b"\0")))
    twice = io.BytesIO()
    with tarfile.open(fileobj=twice, mode="w") as tar:
        for name in ("a", "a/b"):
            entry = tarfile.TarInfo(name)
            entry.size = 1
            tar.addfile(entry, io.BytesIO(b"x"))
    long = io.BytesIO()
    with tarfile.open(fileobj=long, mode="w") as tar:
        tar.addfile(tarfile.TarInfo("n" * 300))
    for packed in (sparse, twice, long):
        _hostile(tmp_path / "a", packed.getvalue())
        with pytest.raises(CaseDamaged, match="no file of a case"):
            unseal(tmp_path / "a", tmp_path / "again", PASS)
        assert [p.name for p in tmp_path.iterdir()] == ["a"]


def _hostile(path: Path, tar: bytes) -> None:
    key = pyrage.x25519.Identity.generate()
    with zipfile.ZipFile(path, "w") as box:
        box.writestr(KEY, pyrage.passphrase.encrypt(f"{key}\n".encode(), PASS))
        box.writestr(BODY, pyrage.encrypt(tar, [key.to_public()]))


def test_what_cannot_be_sealed_is_said_and_leaves_no_file(tmp_path: Path) -> None:
    case = make_case(tmp_path)
    with pytest.raises(UsageFault, match="12 letters"):
        seal(case, tmp_path / "a", "short")
    with pytest.raises(UsageFault, match="is no case"):
        seal(tmp_path, tmp_path / "a", PASS)
    with pytest.raises(UsageFault, match="within the case"):
        seal(case, case / "a", PASS)
    (tmp_path / "there").touch()
    with pytest.raises(UsageFault, match="there already"):
        seal(case, tmp_path / "there", PASS)
    (case / "link").symlink_to(tmp_path / "there")
    with pytest.raises(Stop, match="no plain file"):
        seal(case, tmp_path / "a", PASS)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["case", "there"]


def test_a_folder_that_is_there_is_not_written_into(sealed: tuple[Path, Path]) -> None:
    with pytest.raises(UsageFault, match="there already"):
        unseal(sealed[1], sealed[0], PASS)


def test_the_commands_seal_remove_and_take_out(tmp_path: Path) -> None:
    run = [sys.executable, "-m", "rashomon"]
    case = make_case(tmp_path)
    before = held(case)

    def call(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*run, *words], input=f"{PASS}\n", capture_output=True, text=True, cwd=tmp_path)

    (tmp_path / "case.sealed.new").write_text("mine", encoding="utf-8")
    done = call("seal", "case", "--remove", "--passphrase-file", "-")
    assert (tmp_path / "case.sealed.new").read_text(encoding="utf-8") == "mine"
    assert done.returncode == 0 and "sealed: " in done.stdout and "out of reach" in done.stdout, done.stderr
    assert not case.exists() and (tmp_path / "case.sealed").exists()
    assert call("unseal", "case.sealed", "case").returncode == 2  # nobody to ask
    assert call("unseal", "case.sealed", "case", "--passphrase-file", "-").returncode == 0
    assert held(case) == before


@pytest.mark.skipif(not shutil.which("age"), reason="the program age is not installed here")
def test_the_program_age_opens_it(sealed: tuple[Path, Path], tmp_path: Path) -> None:
    with zipfile.ZipFile(sealed[1]) as box:
        (tmp_path / "key").write_bytes(pyrage.passphrase.decrypt(box.read(KEY), PASS))
        (tmp_path / "body").write_bytes(box.read(BODY))
    plain = subprocess.run(["age", "-d", "-i", "key", "body"], cwd=tmp_path, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(plain)) as tar:
        assert "decisions.jsonl" in tar.getnames()
