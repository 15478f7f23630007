"""Pages and files made to hang, to crash or to slow down reading: how many are read within their budget.

Each page is made at two sizes, one twice the other, and read, linked and weighed by itself. Counted is work, not time:
calls of functions, the same on every machine. Beyond linear is a page whose larger size takes more than three times the
calls of the smaller. Files are no regular ones: pipes, devices, sockets, loops, files without an end; none may be taken in,
and none waited for.

    python bench/attacks/hostile.py                    pages of up to 2,000 paragraphs
    python bench/attacks/hostile.py --sample 100       of up to 100
    python bench/attacks/hostile.py --large            once each: 20,000 dates, 10,000 paragraphs, 4 MB without a stop; by seconds
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import signal
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from rashomon.model.case_settings import Hints
from rashomon.model.document import Appearance, Original, Rejected
from rashomon.reading import Job, parser, read_bytes
from rashomon.settings import DEFAULT_MODEL
from rashomon.stages.link import link
from rashomon.stages.weigh import weigh
from rashomon.store.originals import Originals

WHOLE = 1000
STEEPEST = 3.0
PATIENCE = 120
PARTS = (
    "ka",
    "vo",
    "te",
    "bra",
    "do",
    "mi",
    "sel",
    "or",
    "pa",
    "il",
    "gun",
    "har",
    "ost",
    "ven",
    "lum",
    "zar",
    "fen",
    "tol",
)


def person(k: int) -> str:
    """One of many invented names."""
    first = PARTS[k % 18] + PARTS[(k // 18) % 18]
    return f"{first.capitalize()} {(PARTS[(k * 7) % 18] + PARTS[(k // 5) % 18] + PARTS[(k // 90) % 18]).capitalize()}"


def town(k: int) -> str:
    """One of many invented towns."""
    return f"{PARTS[(k * 5) % 18]}{PARTS[(k // 18) % 18]}{PARTS[(k // 3) % 18]}stad".capitalize()


def _each(said: Callable[[int], str], between: str = "\n\n") -> Callable[[int], str]:
    return lambda n: between.join(said(k) for k in range(n))


PAGES: dict[str, Callable[[int], str]] = {
    "short paragraphs": _each(lambda k: f"Police said {k % 9 + 2} people were killed in Karmar."),
    "incidents": _each(lambda k: f"On May {k % 28 + 1}, {1950 + k % 70}, a gunman killed {k % 7 + 2} people in {town(k)}."),
    "charges": _each(lambda k: f"{person(k)} was charged with the murder of {person(k + 500)}, {20 + k % 60}, in {town(k)}."),
    "contacts": _each(lambda k: f"{person(k)} called {person(k * 3 + 1)} on {k % 28 + 1} June {1990 + k % 30}."),
    "arrests": _each(lambda k: f"Police arrested {k % 40 + 2} people in {town(k)} on {k % 28 + 1} March {1950 + k % 70}."),
    "pronouns": _each(lambda k: f"He told her that they had killed him. {person(k)} said she saw it.", " "),
    "offices": _each(lambda k: f"The mayor of {town(k)}, {person(k)}, met the governor, {person(k + 77)}."),
    "sources in one another": _each(lambda k: f"{person(k)} said that {person(k + 9)} had denied that he killed {k % 9 + 2}."),
    "quotations": _each(lambda k: f"“The bomb killed {k % 9 + 2} people,” said {person(k)}. “We saw it.”", " "),
    "dates": _each(lambda k: f"On May {k % 28 + 1}, {1950 + k % 70} he met Omar Karsen.", " "),
    "dates alone": _each(lambda k: f"{k % 28 + 1} May {1950 + k % 70}", ", "),
    "names in one sentence": lambda n: "Those killed were " + ", ".join(person(k) for k in range(n)),
    "clauses in one sentence": lambda n: " and ".join(f"{person(k)} was shot" for k in range(n)),
    "no full stop": _each(lambda _: "police said the attack killed two men and a woman who", " "),
    "lines of a list": _each(lambda k: f"{person(k)}, {20 + k % 60}, of {town(k)}", "\n"),
    "headlines": _each(lambda k: f"{person(k)} Kills {k % 9 + 2} In {town(k)}", "\n"),
    "telephone numbers": _each(lambda k: f"{person(k)} used +90 532 {k % 1000:03} {k % 97:02} {k % 89:02}.", "\n"),
    "quotation marks that never close": lambda n: '"He said \'yes" ' * n,
    "brackets that never close": lambda n: "(he said " * n,
    "nested clauses": lambda n: "He said that " * n + "it rained.",
    "one word": lambda n: "abcdefghij" * n,
    "hyphens": lambda n: "a-" * n,
    "marks": lambda n: "!?.,;:" * n,
    "figures": _each(lambda k: str(k * 7919), " "),
    "combining marks": lambda n: "e" + "\u0301" * n,
    "empty lines": lambda n: "Nobody came.\n" + "\n \t" * n,
    "nested tags": lambda n: f"<html><body>{'<div>' * n}Nine people were killed in Karmar.{'</div>' * n}</body></html>",
    "tags that never close": lambda n: f"<html><body>{'<p><b><i>Nine people were killed.' * n}",
    "table cells": lambda n: f"<html><body><table>{'<tr><td>Nine<td>killed' * n}</table></body></html>",
    "attributes": lambda n: f"<html><body><p {' '.join(f'a{k}=1' for k in range(n))}>Nine people were killed.</p></body></html>",
    "links": lambda n: f"<html><body>{'<a href=x>Nine people were killed</a> ' * n}</body></html>",
    "metadata": lambda n: f"<html><head>{'<meta property=og:title content=Nine>' * n}</head><body><p>Nine died.</p></body></html>",
    "data that never closes": lambda n: f'<html><script type="application/ld+json">{"[" * n}</script><p>Nine people died.</p>',
}  # fmt: skip


def read(text: str) -> bool:
    """Reads, links and weighs one page; whether it was read, not set aside with a reason."""
    page = text.startswith("<html>")
    data = (text if page else f"The news of the day\n\n{text}\n").encode()
    seen = Appearance("a.html" if page else "a.txt", published="2021-05-20", publisher="The Harbour Post")
    original = Original(sha256(data).hexdigest(), (seen,))
    account = read_bytes(data, Job("", original, DEFAULT_MODEL, Hints(), strict=True))
    if isinstance(account, Rejected):
        return False
    linked, _ = link([account])
    weigh([account], linked)
    return True


class Hung(BaseException):
    """Reading did not end."""


@contextmanager
def patience(seconds: int, timer: str = "ITIMER_REAL") -> Iterator[None]:
    """Raises Hung where what is inside does not end; on systems without alarms it is waited for.

    The timer is real where something may wait for nothing, else this process's own work: a busy machine hangs no page.
    """
    rung = {"ITIMER_REAL": "SIGALRM", "ITIMER_PROF": "SIGPROF"}[timer]

    def ring(*_: object) -> None:
        raise Hung

    if hasattr(signal, rung):
        signal.signal(getattr(signal, rung), ring)
        signal.setitimer(getattr(signal, timer), seconds)
    try:
        yield
    finally:
        if hasattr(signal, rung):
            signal.setitimer(getattr(signal, timer), 0)


def calls(text: str) -> int:
    """How many calls of functions it takes."""
    profile = cProfile.Profile()
    profile.enable()
    try:
        read(text)
    finally:
        profile.disable()
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


def pages(size: int) -> dict[str, object]:
    """Every page at half the size and at the whole."""
    broke, hung, steep = {}, [], {}
    parser(DEFAULT_MODEL)
    for make in PAGES.values():
        read(make(2))  # What is loaded once is loaded now.
    for name, make in PAGES.items():
        try:
            with patience(PATIENCE, "ITIMER_PROF"):
                factor = calls(make(size)) / calls(make(size // 2))
        except Hung:
            hung.append(name)
        except Exception as fault:  # noqa: BLE001 - that is what is counted
            broke[name] = type(fault).__name__
        else:
            if factor > STEEPEST:
                steep[name] = round(factor, 2)
    return {"pages": len(PAGES), "broke": len(broke), "hung": len(hung), "beyond linear": len(steep),
            "which": {**broke, **dict.fromkeys(hung, "hung"), **steep}}  # fmt: skip


def plant(folder: Path) -> int:
    """Things that are no file to be read, and one that is; how many of the first."""
    folder.mkdir()
    (folder / "report.txt").write_text("Nine people were killed in Karmar.")
    (folder / "below").mkdir()
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "below" / "sources.csv")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "up").symlink_to(folder)
    (folder / "nowhere.txt").symlink_to(folder / "gone.txt")
    links = {
        "zero.txt": "/dev/zero",
        "random.txt": "/dev/urandom",
        "memory.txt": "/proc/self/mem",
        "maps.txt": "/proc/self/maps",
    }
    for name, target in links.items():
        (folder / name).symlink_to(target)
    with (folder / "huge.txt").open("wb") as huge:
        huge.truncate(600 * 1024 * 1024)
    here = Path.cwd()
    os.chdir(folder)
    socket.socket(socket.AF_UNIX).bind("socket.txt")
    os.chdir(here)
    return 8 + len(links)


def files(work: Path) -> dict[str, object]:
    """A folder of such things, and each of them by its own name."""
    planted = plant(work / "planted")
    named = [p for p in (*(work / "planted").iterdir(), Path("/dev/zero"), Path("/dev/tty"), Path("/proc/self/maps"))
             if p.name not in ("report.txt", "up", "below")]  # fmt: skip
    try:
        with patience(PATIENCE):
            whole = Originals(work / "case").take([work / "planted"])
            alone = Originals(work / "other").take([p for p in named if os.path.lexists(p)])
    except Hung:
        return {"files": planted, "files waited for": 1}
    taken = [n for n in (*whole.added, *alone.added) if n != "report.txt"]
    return {"files": planted, "files refused with a reason": len(whole.rejected), "files taken that are none": len(taken),
            "files waited for": 0}  # fmt: skip


LARGE: dict[str, Callable[[], str]] = {
    "20,000 dates": lambda: PAGES["dates alone"](20_000),
    "20,000 sentences with a date": lambda: PAGES["dates"](20_000),
    "10,000 paragraphs": lambda: PAGES["incidents"](10_000),
    "4 MB without a stop": lambda: PAGES["no full stop"](4_000_000 // 54),
}


def large() -> dict[str, object]:
    """Seconds of CPU that each of the largest pages takes."""
    parser(DEFAULT_MODEL)
    found: dict[str, object] = {}
    for name, make in LARGE.items():
        start = time.process_time()
        was_read = read(make())
        found[name] = {"read": was_read, "seconds": round(time.process_time() - start)}
    return found


def run(options: argparse.Namespace) -> dict[str, object]:
    """Counts over the pages and the files."""
    size = getattr(options, "sample", None) or WHOLE
    found = {**pages(size), **files(Path(options.work))}
    return {**found, **large()} if getattr(options, "large", False) else found


if __name__ == "__main__":
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--sample", type=int)
    words.add_argument("--large", action="store_true")
    with tempfile.TemporaryDirectory() as folder:
        print(
            json.dumps(run(words.parse_args(namespace=argparse.Namespace(work=folder))), ensure_ascii=False, indent=1)
        )
