"""The process in which files are read, each in a copy of it: what such a copy may not do, and what it hands back.

A file that came from somebody may be made to break its reader. Whoever gets hold of a copy finds no network, can start
no program and write no file; its time, memory and output are bounded. Linux holds that by its kernel (a filter of system
calls, on the two machines below); elsewhere Python's audit events and what limits the system has do.
"""

from __future__ import annotations

import ctypes
import importlib
import os
import platform
import select
import signal
import sys
import tempfile
import time
from contextlib import suppress
from typing import Any, BinaryIO

import msgspec

from rashomon.errors import SetAside
from rashomon.runners.watch import tell_fault

GIVEN, REFUSED = b"+", b"-"
DIED, ENDLESS, TOO_MUCH = (
    "its reader broke over it: the file is damaged, or made to do harm",
    "its reader did not come to an end in the time that one file is given",
    "what was read from it is more than one file may give; split it",
)
NO_ROOM = "reading it takes more memory than one file is given"
BROKE = "this program broke over it ({what}); please report that"
TOO_DEEP = "it is nested too deep to be read"
_MACHINES = {
    "x86_64": (0xC000003E, (41, 42, 53, 57, 58, 59, 101, 310, 311, 322, 425)),
    "aarch64": (0xC00000B7, (117, 198, 199, 203, 221, 270, 271, 281, 425)),
}
"""By machine: how the kernel names it, and its numbers of socket, connect, socketpair, fork, execve, ptrace and their like."""
_BECOMING = frozenset({59, 221})
"""execve on either machine: what a copy needs once, to become the program that it was shut in for."""
_PROGRAM = "tesseract:"
NO_PROGRAM = "this system has no way to shut the program in that reads pictures"
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.system", "os.fork", "os.posix_spawn", "os.spawn", "urllib.")


class Order(msgspec.Struct, frozen=True):
    """What is asked: the reader (`module:function`), the size of the file that follows, and the limits."""

    reader: str
    size: int
    seconds: int
    room: int
    most: int


def main() -> None:
    """Answer orders from standard input until it ends: a line of JSON and the file's bytes; back come a size and as many bytes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is its parent's to handle: this ends when its orders do.
    orders, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device
        os.dup2(nowhere.fileno(), 1)
    while line := orders.readline():
        order = msgspec.json.decode(line, type=Order)
        data = orders.read(order.size)
        answer = _answered(order, data, answers)
        answers.write(len(answer).to_bytes(8, "big") + answer)
        answers.flush()


def _answered(order: Order, data: bytes, answers: BinaryIO) -> bytes:
    if order.reader.startswith(_PROGRAM):
        return _in_a_program(order, data, answers) if hasattr(os, "fork") else REFUSED + NO_PROGRAM.encode()
    load(order.reader)
    return _in_a_copy(order, data, answers) if hasattr(os, "fork") else _answer(order.reader, data)


def _in_a_program(order: Order, data: bytes, answers: BinaryIO) -> bytes:
    """What Tesseract gives of a picture: a copy that shuts itself in becomes it, and another one hands it the picture."""
    _, path, languages = order.reader.split(":", 2)
    out, into = os.pipe()
    fed, feed = os.pipe()
    copy = os.fork()
    if copy == 0:
        with suppress(BaseException):
            for held in (out, feed):
                os.close(held)
            answers.close()
            os.dup2(fed, 0)
            os.dup2(into, 1)
            shut(order.seconds, order.room, program=True)
            words = [path, "stdin", "stdout", "-l", languages, "tsv"]
            os.execve(path, words, {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8", "PATH": "/nowhere"})
        os._exit(127)
    feeder = os.fork()
    if feeder == 0:
        with suppress(BaseException):
            for held in (out, into, fed):
                os.close(held)
            _write(feed, data, b"")
        os._exit(0)
    for held in (into, fed, feed):
        os.close(held)
    found = _collect(out, order, dotted=False)
    os.close(out)
    how = _end(copy, 5.0)
    _end(feeder, 0.0)
    if os.WIFEXITED(how) and os.WEXITSTATUS(how) == 0 and not found.startswith(REFUSED):
        return GIVEN + found
    return found if found.startswith(REFUSED) else REFUSED + DIED.encode()


def load(reader: str) -> Any:
    """The reader of that name."""
    module, _, function = reader.partition(":")
    return getattr(importlib.import_module(module), function)


def _in_a_copy(order: Order, data: bytes, answers: BinaryIO) -> bytes:
    out, into = os.pipe()
    copy = os.fork()
    if copy == 0:
        with suppress(BaseException):
            os.close(out)
            answers.close()
            shut(order.seconds, order.room + 4 * len(data))
            _write(into, _answer(order.reader, data))
        os._exit(0)
    os.close(into)
    found = _collect(out, order)
    os.close(out)
    how = _end(copy, 0.0 if found else 5.0)
    spent = os.WIFSIGNALED(how) and os.WTERMSIG(how) == getattr(signal, "SIGXCPU", None)
    return found or REFUSED + (ENDLESS if spent else DIED).encode()


def _end(copy: int, patience: float) -> int:
    """How a copy ended, which is killed where it does not end by itself."""
    ends = time.monotonic() + patience
    while time.monotonic() < ends:
        found, how = os.waitpid(copy, os.WNOHANG)
        if found:
            return how
        time.sleep(0.005)
    with suppress(ProcessLookupError):
        os.kill(copy, signal.SIGKILL)
    return os.waitpid(copy, 0)[1]


def _write(into: int, answer: bytes, end: bytes = b".") -> None:
    left = memoryview(answer + end)
    while left:
        left = left[os.write(into, left) :]


def _collect(out: int, order: Order, *, dotted: bool = True) -> bytes:
    """What a copy gave, whose last byte is a dot, or why it is not waited for; nothing where it died before its end."""
    ends, found = time.monotonic() + 2 * order.seconds, bytearray()
    while len(found) <= order.most:
        ready, _, _ = select.select([out], [], [], max(0.0, ends - time.monotonic()))
        if not ready:
            return REFUSED + ENDLESS.encode()
        piece = os.read(out, 1 << 20)
        if not piece and not dotted:
            return bytes(found)
        if not piece:
            return bytes(found[:-1]) if found.endswith(b".") else b""
        found += piece
    return REFUSED + TOO_MUCH.encode()


def _answer(reader: str, data: bytes) -> bytes:
    try:
        given = load(reader)(data)
        return GIVEN + (given if isinstance(given, bytes) else msgspec.json.encode(given))
    except SetAside as fault:
        return REFUSED + str(fault).encode("utf-8", "replace")
    except MemoryError:
        return REFUSED + NO_ROOM.encode()
    except RecursionError:
        return REFUSED + TOO_DEEP.encode()
    except Exception as fault:  # noqa: BLE001 - whatever breaks over one file must not cost the others, and is told
        return REFUSED + BROKE.format(what=tell_fault(fault)).encode()


def shut(seconds: int, room: int, *, program: bool = False) -> None:
    """Close this process in, for good: no network, no other program, no file written, bounded time and memory.

    `program` where it is about to become another one, which is held to the same.
    """
    tempfile.tempdir = os.devnull  # A library that asks where temporary files go would try to write one.
    _limit(seconds, room)
    if sys.platform == "linux" and (machine := _MACHINES.get(platform.machine())):
        name, calls = machine
        _filter_calls(name, tuple(c for c in calls if not (program and c in _BECOMING)))
    if not program:
        sys.addaudithook(_refuse)


def _refuse(event: str, given: tuple[Any, ...]) -> None:
    writes = event == "open" and isinstance(given[2], int) and given[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if writes or event.startswith(_FORBIDDEN):
        raise PermissionError(f"a reader of files may not do that: {event}")


def _limit(seconds: int, room: int) -> None:
    with suppress(ImportError):
        import resource

        names = ("RLIMIT_CPU", "RLIMIT_AS", "RLIMIT_FSIZE", "RLIMIT_CORE", "RLIMIT_NOFILE")
        for name, most in zip(names, (seconds, room, 0, 0, 64), strict=True):
            # Some systems lack a limit, or hold a lower one already. Who used up the time is told so before it is killed.
            with suppress(AttributeError, ValueError, OSError):
                resource.setrlimit(getattr(resource, name), (most, most + (name == "RLIMIT_CPU")))


class _Step(ctypes.Structure):
    _fields_ = (("code", ctypes.c_uint16), ("yes", ctypes.c_uint8), ("no", ctypes.c_uint8), ("value", ctypes.c_uint32))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("steps", ctypes.POINTER(_Step)))


def _filter_calls(machine: int, calls: tuple[int, ...]) -> None:
    """Have the kernel answer those calls with "not permitted". A kernel without such filters leaves the audit events."""
    load_word, equal, at_least, give = 0x20, 0x15, 0x35, 0x06
    refuse, allow, other_calls = 0x00050001, 0x7FFF0000, 0x40000000
    tests = [(at_least, other_calls), *((equal, call) for call in calls)]
    head = [(load_word, 0, 4), (equal, 1, machine), (give, 0, refuse), (load_word, 0, 0)]
    jumps = [(code, len(tests) - at, value) for at, (code, value) in enumerate(tests)]
    steps = [*head, *jumps, (give, 0, allow), (give, 0, refuse)]
    made = (_Step * len(steps))(*(_Step(code, yes, 0, value) for code, yes, value in steps))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(1, signal.SIGKILL, 0, 0, 0)  # It ends when what it is a copy of does.
    if libc.prctl(38, 1, 0, 0, 0) == 0:
        libc.prctl(22, 2, ctypes.byref(_Program(len(steps), made)), 0, 0)


if __name__ == "__main__":
    main()
