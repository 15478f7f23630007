"""Readers of files that come from strangers, each file in a process of its own: a crash or a bomb costs that file alone."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
from contextlib import suppress

import msgspec

from rashomon.errors import SetAside, Stop
from rashomon.runners.cage import DIED, REFUSED, Order

SECONDS = 300
"""Of computing time for one file; twice as many may pass on the clock."""
ROOM = 2 * 1024**3
"""Bytes of memory for the reading of one file, beside four times the file's own size."""
MOST = 256 * 1024**2
"""Bytes that the reading of one file may give."""


class Confined:
    """One caged process, started with the first file and again after it died; it ends with this one."""

    def __init__(self, *, seconds: int = SECONDS, room: int = ROOM, most: int = MOST) -> None:
        self._limits = (seconds, room, most)
        self._cage: subprocess.Popen[bytes] | None = None
        atexit.register(self.close)

    def __call__(self, reader: str, data: bytes) -> bytes:
        """What the reader (`module:function`) gives of the bytes, as JSON; bytes that it gives, as they are.

        Raises `SetAside` with the reader's own reason, or because it broke, did not end, or took or gave too much.
        """
        answer = self._ask(Order(reader, len(data), *self._limits), data)
        if answer.startswith(REFUSED) or not answer:
            raise SetAside(answer[1:].decode() or DIED)
        return answer[1:]

    def _ask(self, order: Order, data: bytes) -> bytes:
        cage = self._cage = self._cage if self._cage and self._cage.poll() is None else _start()
        assert cage.stdin is not None
        assert cage.stdout is not None
        with suppress(OSError):
            cage.stdin.write(msgspec.json.encode(order) + b"\n")
            cage.stdin.write(data)
            cage.stdin.flush()
        size = cage.stdout.read(8)
        answer = cage.stdout.read(int.from_bytes(size, "big")) if len(size) == 8 else b""
        if not answer:
            self.close()
        return answer

    def close(self) -> None:
        """End the caged process."""
        cage, self._cage = self._cage, None
        if cage:
            cage.kill()
            cage.communicate()


def _start() -> subprocess.Popen[bytes]:
    """A cage in an environment that holds nothing of this one's. Raises Stop where no process can be started."""
    environment = {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "PYTHONDONTWRITEBYTECODE": "1"}
    words = [sys.executable, "-P", "-m", "rashomon.runners.cage"]
    try:
        return subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd="/", env=environment
        )
    except OSError as fault:
        raise Stop(f"no process can be started to read files in: {fault.strerror}") from fault
