"""A page of a PDF as a picture with words marked on it. All texts are invented."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from papers import as_pdf
from pypdf import PdfReader, PdfWriter

from rashomon.errors import SetAside
from rashomon.runners.confined import Confined
from rashomon.stages.acquire.pdf.shown import Shown, Wanted, ask_for, show_page


def shown(data: bytes, page: int, words: str, before: str = "") -> Shown:
    return show_page(ask_for(Wanted(page, words, before), data))


def dots_of(png: bytes) -> Any:
    """The dots of a picture as this program writes it: coloured, no row filtered."""
    width, height = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    size = int.from_bytes(png[33:37], "big")
    rows = np.frombuffer(zlib.decompress(png[41 : 41 + size]), np.uint8).reshape(height, 1 + 3 * width)
    return rows[:, 1:].reshape(height, width, 3)


def is_yellow(dots: Any, box: tuple[float, ...]) -> bool:
    """Whether most of a box's dots are yellow."""
    height, width, _ = dots.shape
    part = dots[round(box[1] * height) : round(box[3] * height), round(box[0] * width) : round(box[2] * width)]
    yellow = (part[:, :, 0] > 200) & (part[:, :, 1] > 200) & (part[:, :, 2] < 120)
    return bool(yellow.mean() > 0.5)


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_the_words_are_marked_where_they_stand(tmp_path: Path, columns: int, turned: int) -> None:
    reader, writer = PdfReader(BytesIO(as_pdf(tmp_path, columns))), PdfWriter()
    for page in reader.pages:
        writer.add_page(page.rotate(turned))
    held = BytesIO()
    writer.write(held)
    words = "Petra Lindqvist, accused the security company Northgate of having left the gates unguarded"
    found = shown(held.getvalue(), 1, words, "Its spokeswoman, ")
    picture = dots_of(found.data)
    assert found.boxes
    assert all(is_yellow(picture, box) for box in found.boxes)
    plain = dots_of(shown(held.getvalue(), 1, "words of another report").data)
    assert not any(is_yellow(plain, box) for box in found.boxes)


def test_each_line_has_a_box_of_its_own(tmp_path: Path) -> None:
    boxes = shown(as_pdf(tmp_path, 2), 1, "the Dockers' Union put the number of dead at thirteen").boxes
    assert len(boxes) == 2
    assert boxes[0][3] <= boxes[1][1] + 0.01
    assert all(0 <= left < right <= 1 and 0 <= top < bottom <= 1 for left, top, right, bottom in boxes)


def test_words_that_do_not_stand_there_are_marked_nowhere(tmp_path: Path) -> None:
    assert shown(as_pdf(tmp_path), 2, "Eleven people were killed").boxes == ()


@pytest.mark.parametrize("page", [0, 99])
def test_a_page_that_is_not_there_is_told(tmp_path: Path, page: int) -> None:
    with pytest.raises(SetAside, match=f"no page {page}"):
        shown(as_pdf(tmp_path), page, "words")


def test_a_damaged_file_is_told_in_the_cage_too(tmp_path: Path) -> None:
    with pytest.raises(SetAside, match="cannot be opened"):
        Confined(seconds=20)("rashomon.stages.acquire.pdf.shown:show_page", ask_for(Wanted(1), b"%PDF-1.7 nothing"))


def test_a_page_as_large_as_a_field_is_drawn_small(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(width=14_400, height=14_400)
    held = BytesIO()
    writer.write(held)
    assert max(dots_of(shown(held.getvalue(), 1, "").data).shape) <= 2_400
