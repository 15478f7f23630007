"""What people wrote about documents that are purged: their lines are emptied, in every log; caches go whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.errors import CaseDamaged, UsageFault
from rashomon.model.addition import Addition
from rashomon.model.asked import Answer
from rashomon.model.document import Document, Original
from rashomon.model.identity import make_id
from rashomon.model.link import Decision, Signed
from rashomon.model.proposal import Proposal
from rashomon.store import additions, answers, decisions, notes, proposals, replies, showings, unfinished, writer
from rashomon.store.chain import Entry
from rashomon.store.lines import Lines, Withdrawal
from rashomon.store.log import Log
from rashomon.store.mending import set_aside
from rashomon.store.notes import Note
from rashomon.store.replies import Reply
from rashomon.store.showings import Showing
from rashomon.store.view import CaseView
from rashomon.text.fold import fold_words

_TELLING = 5
"""Letters of a word that may tell of a document when no other document of the case has it."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many lines of each log were emptied; which that stay hold words that only the purged documents had."""

    emptied: tuple[tuple[str, int], ...]
    doubtful: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """By what one knows that a line tells of the documents that go."""

    digests: frozenset[str]
    findings: frozenset[str]
    others: frozenset[str]
    outlets: frozenset[str]
    words: frozenset[str]

    def decision(self, record: Decision) -> bool:
        """Whether a decision points at one of the documents, or grades an outlet that only they are of."""
        target = record.target
        return target.outlet in self.outlets or any(s.sha256 in self.digests for s in target.selectors)

    def addition(self, record: Addition) -> bool:
        """Whether an added claim stands in one of the documents."""
        return any(s.sha256 in self.digests for s in (record.words, record.subject) if s)

    def proposal(self, record: Proposal | Answer) -> bool:
        """Whether a proposal, or a model's answer, is about one of the documents."""
        return record.sha256 in self.digests

    def reply(self, record: Reply) -> bool:
        """Whether who was asked is known from one of the documents."""
        return record.who.sha256 in self.digests

    def showing(self, record: Showing) -> bool:
        """Whether the person that was asked about is known from one of the documents."""
        return record.who.sha256 in self.digests

    def note(self, record: Note) -> bool:
        """Whether a remark is about a finding that needs one of the documents, as far as can be known.

        The findings of earlier builds are not kept: of those, what has words that only these documents had.
        """
        if record.finding in self.findings:
            return True
        return record.finding not in self.others and bool(self.told(f"{record.sentence} {record.signed.why}"))

    def told(self, text: str) -> frozenset[str]:
        """The words of a text that only these documents had."""
        return self.words & telling_words(text)


_NOTHING = Trace(frozenset(), frozenset(), frozenset(), frozenset(), frozenset())


def forget(case: Path, originals: Sequence[Original], texts: Sequence[str], signed: Signed) -> Forgotten:
    """Empty every line that tells of some originals, whose texts are given as far as they can be read.

    Raises CaseDamaged where a log cannot be read: repair it first.
    """
    trace = _trace(case, originals, texts)
    counts, doubtful = [], []
    for lines, tells in _logs(case, trace):
        doomed, kept = _split(lines, tells)
        lines.log.erase(doomed, signed.by, signed.at, signed.why)
        counts.append((lines.log.name, len(doomed)))
        for _, record in kept:
            if words := trace.told(_free_text(record)):
                ident = record.withdraws if isinstance(record, Withdrawal) else record.id
                doubtful.append(f"{ident} ({', '.join(sorted(words)[:5])})")
    return Forgotten(tuple(counts), tuple(dict.fromkeys(doubtful)))


def written(case: Path, ident: str) -> tuple[tuple[Log, tuple[Entry, ...]], ...]:
    """The lines of the decision, added claim, remark or request of an id, and those that withdraw it, by log."""
    found = []
    for lines, _ in _logs(case, _NOTHING):
        doomed, _ = _split(lines, lambda record: record.id == ident)
        if doomed:
            found.append((lines.log, tuple(doomed)))
    return tuple(found)


_FREE = ("sentence", "value", "about", "said_by", "name", "way", "answer")
"""The fields of records that people fill in with words of their own, beside the reason."""


def _free_text(record: Any) -> str:
    return " ".join([record.signed.why, *(getattr(record, field, None) or "" for field in _FREE)])


def clear_caches(case: Path) -> None:
    """Delete what a build left unfinished, tables beside the last ones, and what repairs set aside."""
    leavings = [path for path in case.glob(f"{writer.FILE}?*") if path.is_file()]
    logs = [*case.glob("*.jsonl.new"), *case.glob("originals/*.jsonl.new")]
    for path in (case / unfinished.FILE, *leavings, *logs, *set_aside(case)):
        path.unlink(missing_ok=True)


def naming(case: Path, names: Iterable[str]) -> Iterator[Path]:
    """The files of a case, originals and tables apart, that hold one of some names."""
    sought = [name.encode() for name in names]
    for path in sorted(case.glob("*")):
        if path.is_file() and path.name != writer.FILE and any(name in path.read_bytes() for name in sought):
            yield path


def telling_words(text: str) -> frozenset[str]:
    """The words of a text that are long enough to tell of something, folded."""
    return frozenset(w for w in re.findall(r"\w+", fold_words(text)) if len(w) >= _TELLING and not w.isdecimal())


def _logs(case: Path, trace: Trace) -> Iterator[tuple[Lines[Any], Callable[[Any], bool]]]:
    yield decisions.Decisions(case), trace.decision
    yield additions.open_additions(case), trace.addition
    yield answers.open_answers(case), trace.proposal
    yield answers.open_sent(case), lambda _: False
    yield notes.open_notes(case), trace.note
    yield proposals.open_proposals(case), trace.proposal
    yield replies.open_replies(case), trace.reply
    yield showings.open_showings(case), trace.showing


def _split(lines: Lines[Any], tells: Callable[[Any], bool]) -> tuple[list[Entry], list[tuple[Entry, Any]]]:
    """The lines that tell, with the withdrawals of what they wrote; and the others, with their records."""
    rows = list(lines.lines())
    gone = {r.id for _, r in rows if not isinstance(r, Withdrawal) and tells(r)}
    doomed, kept = [], []
    for entry, record in rows:
        if (record.withdraws if isinstance(record, Withdrawal) else record.id) in gone:
            doomed.append(entry)
        else:
            kept.append((entry, record))
    return doomed, kept


def _trace(case: Path, originals: Sequence[Original], texts: Sequence[str]) -> Trace:
    digests = frozenset(o.sha256 for o in originals)
    seen = [appearance for o in originals for appearance in o.appearances]
    own = [" ".join(filter(None, (a.file, a.title, a.publisher, a.author, a.url))) for a in seen]
    documents, findings = _build(case)
    ids = {make_id("d", digest) for digest in digests}
    gone = [d for d in documents if d.sha256 in digests]
    rest = [d for d in documents if d.sha256 not in digests]
    words = _words([*own, *texts]) - _words(d.text for d in rest) if documents else frozenset()
    publishers = {d.publisher for d in gone if d.publisher} - {d.publisher for d in rest}
    telling = {ident for ident, of in findings.items() if ids & of}
    return Trace(digests, frozenset(telling), frozenset(findings.keys() - telling), frozenset(publishers), words)


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in telling_words(text))


def _build(case: Path) -> tuple[list[Document], dict[str, set[str]]]:
    """The documents and findings of the last build; none where it cannot be read."""
    with suppress(CaseDamaged, UsageFault):
        view = CaseView(case)
        findings = {f.id: set(f.documents) for f in view.weighed().findings}
        documents = [account.document for account in view.accounts()]
        view.close()
        return documents, findings
    return [], {}
