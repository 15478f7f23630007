"""A file that is a picture: its words, where a program that reads them off is at hand."""

from __future__ import annotations

from rashomon.stages.acquire.draft import Draft, Picture

NO_EYES = "a picture; words are read off it where Tesseract is installed, which it is not here"


def read_image(data: bytes) -> Draft:
    """A draft of one picture: whoever has the program for it reads it."""
    return Draft((), pictures=(Picture(1, data),))
