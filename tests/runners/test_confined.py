"""The process that files are read in: what a reader there can do, and what becomes of one that breaks out."""

from __future__ import annotations

import ctypes
import os
import platform
import socket
import sys
import time
from pathlib import Path

import pytest

from rashomon.errors import SetAside
from rashomon.runners.confined import Confined

HERE = __name__ + ":"
LINUX = sys.platform == "linux" and platform.machine() in ("x86_64", "aarch64")


def count(data: bytes) -> int:
    return len(data)


def connect(_: bytes) -> None:
    socket.create_connection(("127.0.0.1", 9))


def connect_below(_: bytes) -> list[int]:
    libc = ctypes.CDLL(None, use_errno=True)
    return [libc.socket(2, 1, 0), ctypes.get_errno()]


def start_program(_: bytes) -> int:
    return int(ctypes.CDLL(None).system(b"true"))


def write(data: bytes) -> None:
    Path(data.decode()).write_text("written")


def environment(_: bytes) -> list[str]:
    return sorted(os.environ)


def spin(_: bytes) -> None:
    while True:
        pass


def sleep(_: bytes) -> None:
    time.sleep(100)


def hoard(_: bytes) -> int:
    return len(bytearray(64 * 1024**3))


def flood(_: bytes) -> str:
    return "x" * 5_000_000


def crash(_: bytes) -> None:
    os.abort()


def close_and_stay(_: bytes) -> None:
    os.closerange(3, 64)
    time.sleep(100)


def break_down(_: bytes) -> None:
    raise IndexError


def dig(data: bytes) -> None:
    dig(data)


def refuse(_: bytes) -> None:
    raise SetAside("it is written in invisible ink")


@pytest.fixture
def apart() -> Confined:
    return Confined(seconds=1, most=1_000_000)


def test_a_reader_gives_what_it_read_and_the_next_one_too(apart: Confined) -> None:
    assert [apart(HERE + "count", b"x" * n) for n in (0, 7, 3_000_000)] == [b"0", b"7", b"3000000"]


@pytest.mark.parametrize(
    ("reader", "reason"),
    [
        ("refuse", "invisible ink"),
        ("connect", "PermissionError"),
        ("spin", "did not come to an end"),
        ("sleep", "did not come to an end"),
        ("hoard", "more memory"),
        ("flood", "more than one file may give"),
        ("crash", "its reader broke over it"),
        ("break_down", "IndexError at test_confined.py"),
        ("dig", "nested too deep"),
        ("close_and_stay", "its reader broke over it"),
    ],
)
def test_one_that_breaks_costs_its_own_file_alone(apart: Confined, reader: str, reason: str) -> None:
    with pytest.raises(SetAside, match=reason):
        apart(HERE + reader, b"data")
    assert apart(HERE + "count", b"data") == b"4"


def test_no_file_is_written(apart: Confined, tmp_path: Path) -> None:
    with pytest.raises(SetAside, match="PermissionError"):
        apart(HERE + "write", str(tmp_path / "out").encode())
    assert not list(tmp_path.iterdir())


def test_nothing_of_this_program_s_environment_is_seen(apart: Confined, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_MODEL_KEY", "secret")
    assert b"RASHOMON" not in apart(HERE + "environment", b"")


@pytest.mark.skipif(not LINUX, reason="the kernel's filter is Linux's")
def test_the_kernel_refuses_connections_and_programs(apart: Confined) -> None:
    assert apart(HERE + "connect_below", b"") == b"[-1,1]"
    assert apart(HERE + "start_program", b"") != b"0"


def test_a_cage_that_was_killed_is_started_again(apart: Confined) -> None:
    assert apart(HERE + "count", b"abc") == b"3"
    assert apart._cage is not None
    apart._cage.kill()
    apart._cage.wait()
    assert apart(HERE + "count", b"abc") == b"3"
