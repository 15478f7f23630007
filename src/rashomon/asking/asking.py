"""A build's questions to a model: what is not answered yet is asked, every answer is kept before the next question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from rashomon.asking.endpoint import CLOUD, Endpoint, NotAnswered, Replied, Wanted
from rashomon.asking.passages import passages_of
from rashomon.asking.proposing import NoAnswer, known_of, propose, read_answer
from rashomon.asking.question import answer_schema, messages, question_id
from rashomon.errors import UsageFault
from rashomon.model.account import Account
from rashomon.model.asked import Answer, Passage, Sent
from rashomon.model.document import Document
from rashomon.model.identity import make_id
from rashomon.model.link import Signed
from rashomon.model.proposal import Proposal, numbered_incidents
from rashomon.store.answers import open_answers, open_sent
from rashomon.store.case_file import read_case_settings
from rashomon.store.proposals import keep_proposals
from rashomon.store.view import CaseView

_GONE = 3
"""Questions in a row without an answer after which the server is taken to be gone: the build ends without the rest."""

Progress = Callable[[str, int, int], None]


@dataclass
class Asked:
    """What became of a build's questions: passages in all, kept answers, fresh ones, new proposals, faults by their reason, tokens."""

    passages: int = 0
    kept: int = 0
    fresh: int = 0
    proposals: tuple[str, ...] = ()
    sealed: int = 0
    seconds: float = 0.0
    tokens: tuple[int, int] = (0, 0)
    faults: dict[str, int] = field(default_factory=dict)
    stopped: str | None = None

    def note(self, why: str) -> None:
        """Count one passage that gave nothing, by its reason."""
        self.faults[why] = self.faults.get(why, 0) + 1


@dataclass(frozen=True, slots=True)
class Question:
    """A passage with the account that it is of, and the id under which its answer is kept."""

    account: Account
    passage: Passage
    id: str


def ask_model(
    case: Path, wanted: Wanted, signed: Signed, progress: Progress = lambda *_: None, *, unread: bool = False
) -> Asked:
    """Ask a model about the passages of a built case, and keep what it answers and proposes.

    A passage whose answer is kept is not asked again. Raises Stop or UsageFault before anything is sent: the server can't be
    reached, or text would leave this machine and nobody allowed that. What goes wrong afterwards is told in `stopped` and `faults`.
    """
    asked = Asked()
    endpoint = Endpoint(wanted)
    try:
        accounts = _open(case, asked)
        planned = [(a, p) for a in accounts for p in passages_of(a, unread=unread)]
        sizes = _Sizes.of([p for _, p in planned])
        if not wanted.is_here:
            _ask_leave(case, wanted, wanted.host, sizes)
        seen = endpoint.look()
        if seen.remote:
            _ask_leave(case, wanted, seen.remote, sizes)
        questions = [Question(a, p, question_id(p, wanted.model, seen.version)) for a, p in planned]
        fresh = _unanswered(case, questions)
        if fresh and (seen.remote or not wanted.is_here):
            _note_sending(case, wanted, [q.passage for q in fresh], signed)
        answers = _answers(case, endpoint, questions, (seen.version, signed), asked, progress)
        kept = keep_proposals(case, _proposals(answers))
        asked.proposals = tuple(p.id for p in kept)
    finally:
        endpoint.close()
    return asked


def _open(case: Path, asked: Asked) -> list[Account]:
    """The accounts of the last build, without those that are sealed."""
    view = CaseView(case)
    try:
        accounts = sorted(view.accounts(), key=lambda a: (a.document.file, a.document.id))
    finally:
        view.close()
    settings = read_case_settings(case)
    sealed = {*settings.sealed, *(name for name, use in settings.consent if use == "withdrawn")}
    open_ones = [a for a in accounts if not is_sealed(a.document, sealed)]
    asked.sealed = len(accounts) - len(open_ones)
    return open_ones


def is_sealed(document: Document, sealed: set[str]) -> bool:
    """Whether a document is named among the sealed ones: by its file, what that came in within, its id or its sha256."""
    return bool(sealed & document.goes_by())


@dataclass(frozen=True, slots=True)
class _Sizes:
    """How much of a case some questions hold."""

    documents: int
    passages: int
    characters: int

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> _Sizes:
        """The sizes of some passages, each with the one before it."""
        size = sum(len(p.words) + len(p.before) for p in passages)
        return cls(len({p.sha256 for p in passages}), len(passages), size)


def _ask_leave(case: Path, wanted: Wanted, host: str, sizes: _Sizes) -> None:
    """Raise UsageFault, with what would be sent, unless the user named the host that it goes to."""
    if wanted.send_to == host:
        return
    named = f"by its name the model {wanted.model!r} runs at its maker's"
    raise UsageFault(
        f"{named if host == CLOUD else f'{host} is not this machine'}. {sizes.passages} passages of {sizes.documents} reports of"
        f" {case} ({sizes.characters:,} characters, with the names listed beside them) would be sent there; nothing was sent."
        f" Whoever may allow that runs this again with --send-text-to {host}"
    )


def _note_sending(case: Path, wanted: Wanted, passages: Sequence[Passage], signed: Signed) -> None:
    """Write down that text leaves this machine, before it does."""
    host, sizes = wanted.send_to or wanted.host, _Sizes.of(passages)
    ident = make_id("s", host, wanted.model, signed.at, sizes.passages, sizes.characters)
    open_sent(case).append(Sent(ident, host, wanted.model, sizes.documents, sizes.passages, sizes.characters, signed))


def _unanswered(case: Path, questions: Sequence[Question]) -> list[Question]:
    known = {a.id for a in open_answers(case).read()}
    return [q for q in questions if q.id not in known]


def _answers(
    case: Path,
    endpoint: Endpoint,
    questions: Sequence[Question],
    about: tuple[str, Signed],
    asked: Asked,
    progress: Progress,
) -> list[tuple[Question, Answer]]:
    """The answer of every question that has one, kept or fresh, in order."""
    log = open_answers(case)
    known = {a.id: a for a in log.read()}
    asked.passages = len(questions)
    found: list[tuple[Question, Answer]] = [(q, known[q.id]) for q in questions if q.id in known]
    asked.kept = len(found)
    begun = monotonic()
    for answer in _fresh(endpoint, [q for q in questions if q.id not in known], about, asked, progress):
        log.append(answer[1])
        found.append(answer)
    asked.seconds = monotonic() - begun
    return sorted(found, key=lambda pair: (pair[0].account.document.file, pair[0].passage.span))


def _fresh(
    endpoint: Endpoint, questions: Sequence[Question], about: tuple[str, Signed], asked: Asked, progress: Progress
) -> Iterator[tuple[Question, Answer]]:
    """Answers as they come; ends early where the server does not answer any more."""
    silent = 0
    progress("ask", asked.kept, asked.passages)
    for done, question in enumerate(questions, asked.kept + 1):
        try:
            replied = endpoint.ask(messages(question.passage), answer_schema())
        except NotAnswered as fault:
            asked.note(str(fault))
            silent = silent + 1 if not fault.gone else _GONE
        else:
            silent = 0
            asked.fresh += 1
            asked.tokens = (asked.tokens[0] + replied.tokens[0], asked.tokens[1] + replied.tokens[1])
            answer = _answer(endpoint.wanted, question, replied, about)
            if answer.fault:
                asked.note("the answer can't be read")
            yield question, answer
        progress("ask", done, asked.passages)
        if silent >= _GONE:
            asked.stopped = (
                f"{endpoint.wanted.endpoint} stopped answering; {asked.passages - done} passages were not asked"
            )
            return


def _answer(wanted: Wanted, question: Question, replied: Replied, about: tuple[str, Signed]) -> Answer:
    version, signed = about
    return Answer(
        question.id, question.passage.sha256, question.passage.span, wanted.model, version, wanted.host,
        replied.text, replied.tokens, signed, fault=_fault(replied),
    )  # fmt: skip


def _fault(replied: Replied) -> str | None:
    if replied.cut:
        return "the answer was cut off: it did not end"
    try:
        read_answer(replied.text)
    except NoAnswer as fault:
        return str(fault)
    return None


def _proposals(answers: Iterable[tuple[Question, Answer]]) -> Iterator[Proposal]:
    for question, answer in answers:
        known = known_of(question.passage, numbered_incidents(question.account.reading))
        yield from propose(answer, known)
