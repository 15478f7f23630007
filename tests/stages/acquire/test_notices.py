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


@pytest.mark.parametrize(
    "line",
    [
        "A bomb went off on Friday. {} Police sought two men.",
        "LARNOV - {} - A bomb went off on Friday.",
        "A bomb went off in Larnov {}",
    ],
)
def test_a_stamp_in_capitals_within_a_line_is_cut_out(line: str) -> None:
    stamp = "SATURDAY, SEPTEMBER 14, 2013, 9:29 PM"
    assert [line.format(stamp)[a:b] for a, b in find_pieces(line.format(stamp))] == [stamp]


@pytest.mark.parametrize(
    "line",
    [
        "A bomb went off on Saturday, September 14, 2013, 9:29 PM, police said.",
        "THE BOMB WENT OFF ON SATURDAY, SEPTEMBER 14, 2013, 9:29 PM, POLICE SAID.",
        "SATURDAY, SEPTEMBER 14, 2013, 9:29 PM: two men enter the mill.",
        "The mill burned down. SEPTEMBER 14, 2013: two men are held.",
    ],
)
def test_a_day_that_a_sentence_tells_is_none(line: str) -> None:
    assert not find_pieces(line)
