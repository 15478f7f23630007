"""Notices around a report: who wrote it, what a body says of itself, alerts, channels, comments, dates that stand alone."""

from __future__ import annotations

import pytest

from rashomon.stages.acquire.furniture import find_pieces, is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by LNA Orm)",
        "(Reporting by Ana Dell in Orm; editing by Jon Vick)",
        "Lake Watch is a registered charity. Donations are welcome.",
        "Stay up to date with notifications from the Harbour Post",
        "The comments below have not been moderated.",
        "This article is more than 7 years old",
        "Published at 08:05 pm July 17th, 2016",
        "• Wednesday, Jun 29, 2022",
        "Join the Post's Telegram channel and get the latest.",
        "Remember me | Forgot password?",
    ],
)
def test_a_notice_is_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "(Editing the film took two years.)",
        "Police said the group is a registered charity that was used to launder money.",
        "Stay up to date, he told them, and leave the town.",
        "The views of the family are not those of the state, he said.",
        "Join the rebels on Telegram and die, they wrote.",
        "Published in 2016, the book made him famous.",
        "Tide Law is an independent organisation with offices in Orm. Contact: Ana Dell, spokeswoman.",
    ],
)
def test_a_sentence_of_a_report_is_none(line: str) -> None:
    assert not is_furniture(line)


def test_a_notice_behind_another_sentence_is_cut_out() -> None:
    line = "See the site. LNA is not responsible for the content of external sites."
    assert [line[a:b] for a, b in find_pieces(line)] == ["LNA is not responsible for the content of external sites."]
