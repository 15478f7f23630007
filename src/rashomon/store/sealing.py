"""A whole case in one encrypted file, and out of it again.

The file is a ZIP of three entries, none of them compressed: `READ ME.txt`, `key.age` and `case.tar.age`. The case, a tar stream, is
encrypted to a key that was made for this file alone, and that key with the passphrase; both in the format of age
(https://age-encryption.org/v1; scrypt for the passphrase, X25519 and ChaCha20-Poly1305). So a case of any size passes through as a
stream, and whoever lacks this program opens it with `age -d -i key.age case.tar.age`.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

import pyrage

from rashomon.errors import CaseDamaged, Stop, UsageFault
from rashomon.store.lock import hold
from rashomon.store.private import flush, make_folder, open_file, replacing

SHORTEST = 12
"""Letters of a passphrase: what can be tried a million times over is no secret."""
KEY, BODY, NOTE = "key.age", "case.tar.age", "READ ME.txt"
_LOCK = ".lock"
_LONGEST_KEY = 64 * 1024
_LONGEST_NAME = 255
"""Bytes of a file's name on the systems that cases are kept on."""
_BROKEN = (zipfile.BadZipFile, tarfile.TarError, pyrage.DecryptError, EOFError, RuntimeError, NotImplementedError)
"""What a ZIP or tar that was tampered with raises; RuntimeError for an entry that asks for a password."""
_WORDS = """A case of Rashomon, sealed with a passphrase.

    rashomon unseal FILE FOLDER

Without Rashomon: unzip this file, then `age -d -i key.age case.tar.age | tar x` (https://age-encryption.org).
Nothing in this ZIP but these lines can be read without the passphrase.
"""


@dataclass(frozen=True, slots=True)
class Sealed:
    """What went into a sealed file, or came out of it: how many files, and how many bytes they hold."""

    files: int
    size: int


def seal(case: Path, target: Path, passphrase: str, *, remove: bool = False) -> Sealed:
    """Put all of a case into one encrypted file, which is opened again and compared before this returns; `remove` then deletes the case.

    Raises UsageFault where there is no case, the target exists or lies in the case, or the passphrase is too short; Stop where
    something in the case is no plain file, or the target cannot be written; CaseLocked.
    """
    if not (case / "originals").is_dir():
        raise UsageFault(f"{case} is no case")
    if target.exists():
        raise UsageFault(f"{target}: is there already; choose another name")
    if target.resolve().is_relative_to(case.resolve()):
        raise UsageFault(f"{target}: lies within the case that it is to hold")
    check_passphrase(passphrase)
    with hold(case):
        names = _plain_files(case)
        size = sum((case / name).stat().st_size for name in names)
        with replacing(target) as out:
            digests = _write(case, names, out, passphrase)
            out.flush()
            if _digests(Path(out.name), passphrase) != digests:
                raise Stop(f"{target}: what was sealed is not what comes out again; nothing was kept")
        if remove:
            shutil.rmtree(case.resolve())
    return Sealed(len(names), size)


def unseal(file: Path, case: Path, passphrase: str) -> Sealed:
    """Take a case out of a sealed file, into a folder that is not there yet.

    Either the whole case stands there afterwards or nothing does. Raises UsageFault where the file is no sealed case, the folder
    exists, or the passphrase is another one; CaseDamaged where the file is not what was written.
    """
    if case.exists():
        raise UsageFault(f"{case}: is there already; choose another folder")
    case.resolve().parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{case.name}.", dir=case.resolve().parent))
    try:
        count = size = 0
        with _opened(file, passphrase) as members:
            for name, body in members:
                place = beside / name
                for above in reversed(place.relative_to(beside).parents):
                    make_folder(beside / above)
                with open_file(place, "xb") as out:
                    shutil.copyfileobj(body, out)
                    size += out.tell()
                count += 1
        beside.rename(case)
        flush(case.resolve().parent)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return Sealed(count, size)


def check_passphrase(passphrase: str) -> None:
    """Raises UsageFault for a passphrase that protects nothing."""
    if len(passphrase) < SHORTEST:
        raise UsageFault(f"a passphrase has {SHORTEST} letters or more; four or five words drawn at random will do")


def _plain_files(case: Path) -> list[str]:
    """The names of a case's files, in order. Raises Stop for links and whatever else is no file: what they hold is not the case's."""
    found: list[str] = []
    for folder, folders, files in os.walk(case):
        folders.sort()
        for name in (*folders, *files):
            path = Path(folder, name)
            mode = path.lstat().st_mode
            if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
                raise Stop(f"{path}: is no plain file; take it out of the case's folder")
        found += [Path(folder, name).relative_to(case).as_posix() for name in files]
    return sorted(name for name in found if name != _LOCK)


def _write(case: Path, names: list[str], out: IO[bytes], passphrase: str) -> dict[str, str]:
    """The sealed file; returns the sha256 of what was read, by name."""
    key = pyrage.x25519.Identity.generate()
    digests: dict[str, str] = {}

    def pack(into: IO[bytes]) -> None:
        with tarfile.open(fileobj=into, mode="w|", format=tarfile.PAX_FORMAT) as tar:
            for name in names:
                with (case / name).open("rb") as source:
                    entry = tarfile.TarInfo(name)  # neither who owned it nor when: only what it holds
                    entry.size = os.fstat(source.fileno()).st_size
                    entry.mode = 0o600
                    counted = _Counting(source)
                    tar.addfile(entry, cast("IO[bytes]", counted))
                    digests[name] = counted.digest.hexdigest()

    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as box:
        box.writestr(_entry(NOTE), _WORDS)
        box.writestr(_entry(KEY), pyrage.passphrase.encrypt(f"{key}\n".encode(), passphrase))
        with (
            box.open(_entry(BODY), "w", force_zip64=True) as body,
            _through(pack) as stream,
        ):
            pyrage.encrypt_io(stream, body, [key.to_public()])
    return digests


def _entry(name: str) -> zipfile.ZipInfo:
    """An entry without the hour at which it was made."""
    return zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))


class _Counting:
    """A file that is hashed as it is read."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = self._source.read(size)
        self.digest.update(data)
        return data


def _digests(file: Path, passphrase: str) -> dict[str, str]:
    with _opened(file, passphrase) as members:
        return {name: hashlib.file_digest(cast("Any", body), "sha256").hexdigest() for name, body in members}


@contextmanager
def _opened(file: Path, passphrase: str) -> Iterator[Iterator[tuple[str, IO[bytes]]]]:
    """The files in a sealed one, each to be read before the next."""
    try:
        with zipfile.ZipFile(file) as box:
            if not {KEY, BODY} <= set(box.namelist()) or box.getinfo(KEY).file_size > _LONGEST_KEY:
                raise UsageFault(f"{file}: is no sealed case")
            key = _key(file, box.read(KEY), passphrase)

            def unlock(into: IO[bytes]) -> None:
                try:
                    with box.open(BODY) as body:
                        pyrage.decrypt_io(body, into, [key])
                except BrokenPipeError:
                    raise
                except OSError as fault:  # what pyrage raises where a block does not stand under its tag
                    raise CaseDamaged(f"{file}: is not what was sealed: {fault}") from fault

            with _through(unlock) as stream, tarfile.open(fileobj=stream, mode="r|") as tar:
                yield _members(file, tar, file.stat().st_size)
    except _BROKEN as fault:
        raise (
            UsageFault(f"{file}: is no sealed case")
            if isinstance(fault, zipfile.BadZipFile) and not zipfile.is_zipfile(file)
            else CaseDamaged(f"{file}: is not what was sealed: {fault}")
        ) from fault


def _key(file: Path, locked: bytes, passphrase: str) -> Any:
    try:
        return pyrage.x25519.Identity.from_str(pyrage.passphrase.decrypt(locked, passphrase).decode().strip())
    except pyrage.DecryptError as fault:
        raise UsageFault(f"{file}: does not open with this passphrase") from fault
    except (pyrage.IdentityError, UnicodeDecodeError) as fault:
        raise CaseDamaged(f"{file}: is not what was sealed: its key cannot be read") from fault


def _members(file: Path, tar: tarfile.TarFile, most: int) -> Iterator[tuple[str, IO[bytes]]]:
    """The files of a tar. Raises CaseDamaged for what no case holds: whoever knows the passphrase may have made it.

    Nothing in it is compressed, so that all its files together are no larger than the sealed one.
    """
    seen: set[str] = set()
    for entry in tar:
        parts = Path(entry.name).parts
        plain = entry.isreg() and not entry.issparse() and entry.name not in seen
        fits = max((len(os.fsencode(part)) for part in parts), default=0) <= _LONGEST_NAME and "\0" not in entry.name
        above = {str(path) for path in Path(entry.name).parents}
        body = tar.extractfile(entry) if plain else None
        most -= entry.size
        if (
            body is None
            or not parts
            or not fits
            or Path(entry.name).is_absolute()
            or ".." in parts
            or above & seen
            or most < 0
        ):
            raise CaseDamaged(f"{file}: holds {entry.name[:_LONGEST_NAME]!r}, which is no file of a case")
        seen.add(entry.name)
        yield entry.name, body


@contextmanager
def _through(write: Callable[[IO[bytes]], None]) -> Iterator[IO[bytes]]:
    """What a function writes, as a stream to read: it runs beside, a pipe between. Its fault is raised at the end."""
    read_end, write_end = os.pipe()

    def run() -> None:
        with suppress(BrokenPipeError), open(write_end, "wb") as into:  # noqa: PTH123 - a descriptor; broken where the reader had enough
            write(into)

    with ThreadPoolExecutor(1) as beside, open(read_end, "rb") as stream:  # noqa: PTH123 - a descriptor
        running = beside.submit(run)
        try:
            yield stream
        except (tarfile.TarError, EOFError):
            _end(stream)
            running.result()  # what broke the writing is the reason, where it broke
            raise
        _end(stream)
        running.result()


def _end(stream: IO[bytes]) -> None:
    """Reads on to the end, so that whoever writes has said all and what is encrypted is known to be whole."""
    while stream.read(1 << 20):
        pass
