"""Who tampers with a case, and whether `verify` notices: each tampering on a copy of a small case, with and without a head.

    python bench/attack.py tamper

`TAMPERINGS` are done by somebody who edits, drops, swaps, cuts or puts back and works out no hash; `FORGERIES` by
somebody who works all of them out anew, with this very program: those a head that was kept elsewhere must show.
"""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import tempfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from rashomon.custody import verify
from rashomon.errors import RashomonError
from rashomon.model.link import Selector, Signed
from rashomon.pipeline import build, remove
from rashomon.present.choose import Choice, choose
from rashomon.present.resolve import Resolved
from rashomon.settings import Settings
from rashomon.store.additions import Entered, make_addition, open_additions
from rashomon.store.journal import FILE as JOURNAL
from rashomon.store.journal import HEAD, writing
from rashomon.store.log import Log
from rashomon.store.logs import logs_of
from rashomon.store.notes import make_note, open_notes
from rashomon.store.replies import make_reply, open_replies
from rashomon.store.view import CaseView
from rashomon.store.writer import tables_hash

Act = Callable[[Path], None]
ONE = Settings(processes=1)
EDITS = 60
TEXTS = {
    "harbour.txt": "Three dead at Telmora depot\n\nThree men were killed in an explosion at the depot in Telmora on 4 May "
    "2021, police said. Orhan Velik, the harbour master, blamed the union for the fire.\n",
    "ledger.txt": "Four dead at Telmora depot\n\nFour men were killed in an explosion at the depot in Telmora on 4 May 2021, "
    "the hospital said. Police arrested Sabri Dunek on 6 May 2021.\n",
    "evening.txt": "Depot fire: union answers\n\nTwo men were killed in an explosion at the depot in Telmora on 4 May 2021, "
    "Lale Morgun, a spokeswoman for the union, said.\n",
    "wire.txt": "One man died in a fire in Telmora on 9 May 2021, police said.\n",
}
DECISIONS, REGISTER, TABLES = "decisions.jsonl", "originals/appearances.jsonl", "case.db"


@dataclass(frozen=True, slots=True)
class Tampering:
    """One thing that is done to a case, in words and as it is done."""

    name: str
    act: Act


def make_case(folder: Path) -> Path:
    """A small case as two people leave it: decided, added to, remarked on, one report removed; and `earlier`, a copy of it
    before the last decision and build."""
    (folder / "in").mkdir(parents=True)
    for name, text in TEXTS.items():
        (folder / "in" / name).write_text(text, encoding="utf-8")
    case = folder / "case"
    build(case, [folder / "in"], ONE)
    view = CaseView(case)
    opened = Resolved.of(view)
    view.close()
    claims = sorted(c for c in opened.claims)
    for number, claim in enumerate(claims[:4]):
        by = ("Ilse Renk", "Tovan Hale")[number % 2]
        choose(
            case, Choice("accept", (claim,), by, f"2024-03-0{number + 1}T10:00:00+00:00", f"read it, number {number}")
        )
    first = opened.claims[claims[0]]
    place = Selector(opened.documents[first.document].sha256, first.quote, "", "", first.start, first.end)
    signed = Signed("Ilse Renk", "2024-03-06T10:00:00+00:00", "it says so")
    open_additions(case).append(
        make_addition(place, Entered("injured", "7", "the blast", "police", "asserted"), signed)
    )
    open_additions(case).append(
        make_addition(place, Entered("missing", "2", "the blast", "police", "asserted"), signed)
    )
    open_notes(case).append(make_note(opened.weighed.findings[0].id, "as it stands", True, signed))
    open_replies(case).append(make_reply(place, "Orhan Velik", "2024-03-07", "letter", None, signed))
    remove(case, "wire.txt", ONE)
    shutil.copytree(case, folder / "earlier")
    known = json.loads(Log(case, DECISIONS).read().entries[0].record or b"")["id"]
    choose(case, Choice("withdraw", (known,), "Tovan Hale", "2024-03-08T10:00:00+00:00", "misread after all"))
    choose(case, Choice("reject", (claims[5],), "Ilse Renk", "2024-03-09T10:00:00+00:00", "another fire"))
    build(case, [], ONE)
    return case


# How a file is tampered with.


def rows(name: str, change: Callable[[list[bytes]], list[bytes]]) -> Act:
    """Change the lines of a file."""

    def act(case: Path) -> None:
        lines = (case / name).read_bytes().splitlines()
        fresh = change(list(lines))
        if fresh == lines:
            raise ValueError("nothing was tampered with")
        (case / name).write_bytes(b"".join(line + b"\n" for line in fresh))

    return act


def swap_words(name: str, old: str, new: str) -> Act:
    """Put words in the place of others, once."""

    def act(case: Path) -> None:
        data = (case / name).read_bytes()
        if old.encode() not in data:
            raise ValueError(f"{old} is not in {name}")
        (case / name).write_bytes(data.replace(old.encode(), new.encode(), 1))

    return act


def drop(place: int) -> Callable[[list[bytes]], list[bytes]]:
    return lambda lines: [line for n, line in enumerate(lines) if n != place % len(lines)]


def swap(a: int, b: int) -> Callable[[list[bytes]], list[bytes]]:
    def change(lines: list[bytes]) -> list[bytes]:
        lines[a], lines[b] = lines[b], lines[a]
        return lines

    return change


def edit(place: int, change: Callable[[dict[str, Any]], None]) -> Callable[[list[bytes]], list[bytes]]:
    """Change a line as JSON, written as the program writes it."""

    def act(lines: list[bytes]) -> list[bytes]:
        line = json.loads(lines[place])
        change(line)
        lines[place] = msgspec.json.encode(line)
        return lines

    return act


def strip(line: dict[str, Any]) -> None:
    del line["record"], line["salt"]


def unlink(*names: str) -> Act:
    def act(case: Path) -> None:
        for name in names:
            (case / name).unlink()

    return act


def after(*acts: Act) -> Act:
    def act(case: Path) -> None:
        for one in acts:
            one(case)

    return act


def no_line_of(log: str) -> Callable[[list[bytes]], list[bytes]]:
    return lambda lines: [line for line in lines if not line.startswith(log.encode() + b" ")]


def originals(case: Path) -> list[Path]:
    return sorted(path for path in (case / "originals").glob("*/*") if len(path.name) == 64)


def original(change: Callable[[bytes], bytes], place: int = 0) -> Act:
    def act(case: Path) -> None:
        path = originals(case)[place]
        path.chmod(0o600)
        path.write_bytes(change(path.read_bytes()))

    return act


def swap_originals(case: Path) -> None:
    a, b = originals(case)[:2]
    a.rename(a.with_name("x"))
    b.rename(a)
    a.with_name("x").rename(b)


def removed_original(case: Path) -> None:
    """Delete the original of the report that was removed and not purged."""
    live = {a.document.sha256 for a in CaseView(case).accounts()}
    next(path for path in originals(case) if path.name not in live).unlink()


def sql(statement: str) -> Act:
    def act(case: Path) -> None:
        base = sqlite3.connect(case / TABLES)
        if base.execute(statement).rowcount == 0:
            raise ValueError(f"nothing was changed by {statement}")
        base.commit()
        base.close()

    return act


def blob(table: str, old: str, new: str, *, digest: bool = False) -> Act:
    """Change the words in the first packed record of a table that has them; its hash too, if told."""

    def act(case: Path) -> None:
        base = sqlite3.connect(case / TABLES)
        key = {"account": "document", "record": "name"}[table]
        for ident, body in base.execute(f"select {key}, body from {table} order by {key}").fetchall():
            text = zlib.decompress(body)
            if old.encode() in text:
                fresh = zlib.compress(text.replace(old.encode(), new.encode()), 1)
                base.execute(f"update {table} set body = ? where {key} = ?", (fresh, ident))
                if digest:
                    base.execute(f"update {table} set digest = ? where {key} = ?", (sha256(fresh).hexdigest(), ident))
                base.commit()
                base.close()
                return
        raise ValueError(f"{old} is in no {table}")

    return act


def earlier(*names: str) -> Act:
    """Put files back as they were earlier; all of the case where none is named."""

    def act(case: Path) -> None:
        before = case.parent / "earlier"
        if not names:
            shutil.rmtree(case)
            shutil.copytree(before, case)
        for name in names:
            shutil.copy2(before / name, case / name)

    return act


def cut(name: str, length: int) -> Act:
    def act(case: Path) -> None:
        data = (case / name).read_bytes()
        (case / name).write_bytes(data[:-length])

    return act


def half(name: str) -> Act:
    def act(case: Path) -> None:
        data = (case / name).read_bytes()
        (case / name).write_bytes(data[: data.rstrip(b"\n").rfind(b"\n") + 60])

    return act


PLAIN = (
    b'{"id":"k0123456789abcdef","verdict":"accept","target":{"kind":"outlet","outlet":"Harbour Post"},"signed":'
    b'{"by":"Ilse Renk","at":"2024-03-01T10:00:00+00:00","why":"sure"}}'
)


def flip(data: bytes) -> bytes:
    return bytes([data[0] ^ 1]) + data[1:]


def set_in(*path: str, to: object) -> Callable[[dict[str, Any]], None]:
    def change(line: dict[str, Any]) -> None:
        for name in path[:-1]:
            line = line[name]
        line[path[-1]] = to

    return change


TAMPERINGS = (
    Tampering("decision: its reason is edited", rows(DECISIONS, edit(0, set_in("record", "signed", "why", to="sure")))),
    Tampering("decision: its verdict is turned", rows(DECISIONS, edit(1, set_in("record", "verdict", to="reject")))),
    Tampering("decision: another time", rows(DECISIONS, edit(1, set_in("record", "signed", "at", to="2023-01-01")))),
    Tampering("decision: another author", rows(DECISIONS, edit(2, set_in("record", "signed", "by", to="Tovan Hale")))),
    Tampering("decision: another author's chain", rows(DECISIONS, edit(2, set_in("chain", "by", to="Tovan Hale")))),
    Tampering("decision: last of an author to another", rows(DECISIONS, edit(-1, set_in("chain", "by", to="X")))),
    Tampering("decision: the words it saw are edited", rows(DECISIONS, edit(0, lambda line: line["record"]["target"][
        "selectors"][0].update(exact="four men")))),
    Tampering("decision: another salt", rows(DECISIONS, edit(0, set_in("salt", to="00" * 16)))),
    Tampering("decision: emptied as by a purge", rows(DECISIONS, edit(1, strip))),
    Tampering("decision: last one emptied as by a purge", rows(DECISIONS, edit(-1, strip))),
    Tampering("decision: a field more", rows(DECISIONS, edit(1, set_in("seen", to="yes")))),
    Tampering("decision: a space more", swap_words(DECISIONS, '"salt":', '"salt": ')),
    Tampering("decisions: first dropped", rows(DECISIONS, drop(0))),
    Tampering("decisions: one in the middle dropped", rows(DECISIONS, drop(2))),
    Tampering("decisions: withdrawal dropped", rows(DECISIONS, drop(-2))),
    Tampering("decisions: last dropped", rows(DECISIONS, drop(-1))),
    Tampering("decisions: last dropped, in the journal too",
              after(rows(DECISIONS, drop(-1)), rows(JOURNAL, drop(-2)))),
    Tampering("decisions: last two of all dropped, in the journal too",
              after(rows(DECISIONS, lambda lines: lines[:-2]), rows(JOURNAL, lambda lines: lines[:-3]))),
    Tampering("decisions: two of one author swapped", rows(DECISIONS, swap(0, 2))),
    Tampering("decisions: two of two authors swapped", rows(DECISIONS, swap(0, 1))),
    Tampering("decisions: last put first", rows(DECISIONS, lambda lines: [lines[-1], *lines[:-1]])),
    Tampering("decisions: one twice", rows(DECISIONS, lambda lines: [*lines, lines[1]])),
    Tampering("decisions: a plain line added", rows(DECISIONS, lambda lines: [*lines, PLAIN])),
    Tampering("decisions: a plain line put before all", rows(DECISIONS, lambda lines: [PLAIN, *lines])),
    Tampering("decisions: withdrawal of another one", rows(DECISIONS, edit(-2, set_in("record", "withdraws", to="k1")))),
    Tampering("decisions: end of the last line cut off", cut(DECISIONS, 1)),
    Tampering("decisions: half of the last line cut off", half(DECISIONS)),
    Tampering("decisions: all of them deleted", unlink(DECISIONS)),
    Tampering("decisions: deleted, in the journal too", after(unlink(DECISIONS), rows(JOURNAL, no_line_of(DECISIONS)))),
    Tampering("decisions: put back as they were earlier", earlier(DECISIONS)),
    Tampering("decisions and journal put back as they were earlier", earlier(DECISIONS, JOURNAL)),
    Tampering("journal deleted", unlink(JOURNAL)),
    Tampering("journal and head deleted", unlink(JOURNAL, HEAD)),
    Tampering("journal: last line dropped", rows(JOURNAL, drop(-1))),
    Tampering("journal: two lines swapped", rows(JOURNAL, swap(2, 6))),
    Tampering("head deleted", unlink(HEAD)),
    Tampering("head of another case", lambda case: (case / HEAD).write_text("ab" * 32 + "\n") and None),
    Tampering("added claim: its value edited", swap_words("additions.jsonl", '"value":"7"', '"value":"70"')),
    Tampering("added claims: last dropped", rows("additions.jsonl", drop(-1))),
    Tampering("remark edited", swap_words("notes.jsonl", "as it stands", "as it lies")),
    Tampering("remarks deleted", unlink("notes.jsonl")),
    Tampering("request for comment: another day", swap_words("replies.jsonl", "2024-03-07", "2024-01-07")),
    Tampering("request for comment: an answer put in", swap_words("replies.jsonl", '"answer":null', '"answer":"no"')),
    Tampering("register: another file name", swap_words(REGISTER, '"file":"ledger.txt"', '"file":"letter.txt"')),
    Tampering("register: another path", swap_words(REGISTER, "/in/ledger.txt", "/in/letter.txt")),
    Tampering("register: an arrival dropped", rows(REGISTER, drop(0))),
    Tampering("register: the removal of a report dropped", rows(REGISTER, drop(-1))),
    Tampering("register: a date of publication put in",
              swap_words(REGISTER, '"file":"ledger.txt"', '"file":"ledger.txt","published":"2021-05-01"')),
    Tampering("original: words edited", original(lambda data: data.replace(b"men", b"boys"))),
    Tampering("original: one bit flipped", original(flip, 1)),
    Tampering("original: cut short", original(lambda data: data[:-10])),
    Tampering("original: written on", original(lambda data: data + b"\nAnd more.\n")),
    Tampering("original: emptied", original(lambda _: b"")),
    Tampering("original deleted", lambda case: originals(case)[0].unlink()),
    Tampering("original of a removed report deleted", removed_original),
    Tampering("two originals swapped", swap_originals),
    Tampering("tables: a claim's number", blob("account", '"number":3', '"number":8')),
    Tampering("tables: a quote", blob("account", '"quote":"Three men', '"quote":"Seven men')),
    Tampering("tables: who says it", blob("account", '"stance":"asserted"', '"stance":"alleged"')),
    Tampering("tables: a text and all its quotes", blob("account", "Four men", "Nine men")),
    Tampering("tables: a claim's number and its hash", blob("account", '"number":3', '"number":8', digest=True)),
    Tampering("tables: a finding's sentence", blob("record", "police", "priest")),
    Tampering("tables: somebody's name", blob("record", "Sabri Dunek", "Sabri Donak")),
    Tampering("tables: an account dropped",
              sql("delete from account where document = (select min(document) from account)")),
    Tampering("tables: two accounts swapped", sql("update account set body = (select body from account b where "
                                                  "b.document <> account.document order by document limit 1)")),
    Tampering("tables: a search row", sql("update words set folded = 'nothing' where kind = 'text'")),
    Tampering("tables: marked as of an older version", sql("pragma user_version = 0")),
    Tampering("tables: cut short", cut(TABLES, 4096)),
    Tampering("tables deleted", unlink(TABLES)),
    Tampering("tables of an earlier build", earlier(TABLES)),
)  # fmt: skip


def forge(name: str, change: Callable[[list[tuple[str, bytes]]], list[tuple[str, bytes]]]) -> Act:
    """Write all logs, the journal and the head anew, one log changed, as somebody does who has this program."""

    def act(case: Path) -> None:
        held = {log.name: [(e.head.by, e.record) for e in log.read().first if e.head and e.record]
                for log in logs_of(case)}  # fmt: skip
        held[name] = change(held[name])
        unlink(JOURNAL, HEAD, *(log.name for log in logs_of(case) if log.path.exists()))(case)
        for log in logs_of(case):
            log.append(held[log.name])
        seal_tables(case)

    return act


def seal_tables(case: Path) -> None:
    with writing(case) as journal:
        journal.add(TABLES, [str(tables_hash(case))])


def rebuild(case: Path) -> None:
    """The tables that this program makes of what was forged."""
    build(case, [], ONE)


FORGERIES = (
    Tampering("forged: a reason edited", forge(DECISIONS, lambda lines: [
        (by, record.replace(b"number 0", b"number 9")) for by, record in lines])),
    Tampering("forged: last decision dropped", after(forge(DECISIONS, lambda lines: lines[:-1]), rebuild)),
    Tampering("forged: decisions given to another", forge(DECISIONS, lambda lines: [
        ("X", record.replace(b"Tovan Hale", b"X")) for _, record in lines])),
    Tampering("forged: order of decisions", after(forge(DECISIONS, lambda lines: lines[::-1]), rebuild)),
    Tampering("forged: when a report came in", after(forge(REGISTER, lambda lines: [
        (by, record.replace(b'"file":"ledger.txt"', b'"file":"ledger.txt","published":"2021-05-01"'))
        for by, record in lines]), rebuild)),
    Tampering("forged: a claim in the tables", after(
        blob("account", '"number":3', '"number":8', digest=True), forge(DECISIONS, lambda lines: lines))),
    Tampering("the whole case put back as it was earlier", earlier()),
)  # fmt: skip


def random_edit(case: Path, dice: random.Random) -> str:
    """One edit of one file that no person would think of; what it was."""
    # A kept parse is no record: one that its hash does not fit is thrown away and made anew.
    files = sorted(p for p in case.rglob("*") if p.is_file() and p.name != ".lock" and p.parent.name != "parses")
    path = dice.choice(files)
    path.chmod(0o600)
    data = path.read_bytes()
    at, lines = dice.randrange(len(data)), data.splitlines(keepends=True)
    kind, fresh = dice.choice((
        ("a bit flipped", data[:at] + bytes([data[at] ^ (1 << dice.randrange(8))]) + data[at + 1:]),
        ("a byte taken out", data[:at] + data[at + 1:]),
        ("a byte put in", data[:at] + bytes([dice.randrange(256)]) + data[at:]),
        ("cut off", data[:at]),
        ("lines shuffled", b"".join(dice.sample(lines, len(lines)))),
        ("a line twice", b"".join([*lines, dice.choice(lines)])),
    ))  # fmt: skip
    path.write_bytes(fresh)
    return "" if fresh == data else f"{path.relative_to(case)}: {kind} at {at}"


def run(options: object = None) -> dict[str, object]:
    """How many tamperings `verify` notices, with a head that was kept and without, and which it does not.

    `options.sample` is how many random edits are tried beside them, `options.seed` which.
    """
    with tempfile.TemporaryDirectory() as folder:
        case = make_case(Path(folder))
        sound = verify(case, ONE)
        if sound.faults or not sound.head:
            raise SystemExit(f"the case is not sound to begin with: {sound.faults}")
        shown = {t.name: _noticed(case, t, sound.head) for t in (*TAMPERINGS, *FORGERIES)}
        edits = _random_edits(case, getattr(options, "sample", None) or EDITS, getattr(options, "seed", 1))
    plain, forged = [shown[t.name] for t in TAMPERINGS], [shown[t.name] for t in FORGERIES]
    return {
        "tamperings": len(plain),
        "noticed_with_head": sum(with_head for with_head, _ in plain),
        "noticed_without_head": sum(without for _, without in plain),
        "forgeries": len(forged),
        "forgeries_noticed_with_head": sum(with_head for with_head, _ in forged),
        "forgeries_noticed_without_head": sum(without for _, without in forged),
        "random_edits": len(edits),
        "random_edits_noticed_without_head": sum(edits.values()),
        "missed_random_edits": [name for name, noticed in edits.items() if not noticed],
        "missed_with_head": [name for name, (with_head, _) in shown.items() if not with_head],
        "missed_without_head": [name for name, (_, without) in shown.items() if not without],
    }


def _random_edits(case: Path, count: int, seed: int) -> dict[str, bool]:
    """Random edits, the same in every run but for the salts of the case, and whether each was noticed without a head."""
    dice, found = random.Random(seed), {}
    copy = case.parent / "copy"
    for number in range(count):
        shutil.copytree(case, copy)
        if what := random_edit(copy, dice):
            found[f"{number}: {what}"] = _has_faults(copy)
        shutil.rmtree(copy)
    return found


def _has_faults(case: Path, head: str | None = None) -> bool:
    """Whether `verify` tells of something, or will not read the case: its exit code is not 0 then."""
    try:
        return bool(verify(case, ONE, head=head).faults)
    except RashomonError:
        return True


def _noticed(case: Path, tampering: Tampering, head: str) -> tuple[bool, bool]:
    """Whether it is noticed with the head and without: a fault is told, and with it the exit code is 1."""
    copy = case.parent / "copy"
    shutil.copytree(case, copy)
    try:
        tampering.act(copy)
        return _has_faults(copy, head), _has_faults(copy)
    finally:
        shutil.rmtree(copy)
