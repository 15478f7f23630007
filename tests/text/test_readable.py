"""What comes from outside is shown without what would move, colour or hide other words."""

from __future__ import annotations

import pytest

from rashomon.text.readable import readable, readable_words, uncoloured


def test_two_names_stay_two() -> None:
    assert readable("a\nb.txt") == "a\ufffdb.txt" != readable("ab.txt")
    assert readable("report\u202etxt.exe") == "report\ufffdtxt.exe"


def test_a_title_is_one_line_of_words() -> None:
    assert readable_words(" The\x1b[31m red\x1b[0m\n title\u202e\u2066 of\x07 Karsova ") == "The red title of Karsova"


@pytest.mark.parametrize("mark", ["\x1b[31m", "\x1b[1;32m", "\x1b[2J", "\x1b]0;a window\x07"])
def test_terminal_sequences_go_whole(mark: str) -> None:
    assert uncoloured(f"Three {mark}dead [sic]") == "Three dead [sic]"
