"""The logs of what a language model answered, and of where text was sent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rashomon.model.asked import Answer, Sent
from rashomon.store.lines import Lines

FILE = "answers.jsonl"
SENT = "sent.jsonl"


def open_answers(case: Path) -> Lines[Answer]:
    """What models answered about the reports of one case."""
    return Lines(case, FILE, Answer, lambda answer, signed: replace(answer, withdrawn=signed), noun="answer")


def open_sent(case: Path) -> Lines[Sent]:
    """To which machines text of one case was sent, and how much."""
    return Lines(case, SENT, Sent, lambda sent, signed: replace(sent, withdrawn=signed), noun="sending")
