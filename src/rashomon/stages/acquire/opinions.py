"""Which words of a web page are its main text: two opinions, trafilatura's and readability's."""

from __future__ import annotations

import re
from dataclasses import dataclass

import trafilatura
from lxml import etree
from lxml.html import HtmlElement
from readability import Document as Readability
from readability.readability import Unparseable

from rashomon.text.fold import fold

# What the two libraries let through on pages that are not what they expect; the page is then read by its tags alone.
_BAFFLED = (Unparseable, etree.LxmlError, ValueError, KeyError, IndexError, AttributeError, TypeError, RecursionError)
_LARGEST, _DEEPEST, _MOST = 1_500_000, 200, 30_000
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Opinions:
    """The folded words of the main text as each library sees it, as one string; empty where it saw none."""

    first: str
    second: str

    def count(self, line: str) -> int:
        """How many of the opinions hold a line: 0, 1 or 2."""
        words = squeeze(line)
        return (words in self.first) + (words in self.second)

    @property
    def weigh(self) -> bool:
        """Whether there is an opinion to go by."""
        return bool(self.first)


def squeeze(text: str) -> str:
    """Letters and digits alone, folded, so that white space and marks make no difference."""
    return "".join(_WORD.findall(fold(text)))


def ask(page: str, root: etree._Element) -> Opinions:
    """Both libraries' main text of a page; none for a page too large or too deep for them."""
    if len(page) > _LARGEST or not _is_sane(root):
        return Opinions("", "")
    return Opinions(squeeze(_ask_trafilatura(page)), squeeze(_ask_readability(page)))


def _is_sane(root: etree._Element) -> bool:
    depth = deepest = count = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest, count = max(deepest, depth), count + 1
        if deepest > _DEEPEST or count > 2 * _MOST:
            return False
    return True


def _ask_trafilatura(page: str) -> str:
    try:
        text = trafilatura.extract(page, include_comments=False, include_tables=True, favor_recall=True, fast=True)
    except _BAFFLED:
        return ""
    return text or ""


def _ask_readability(page: str) -> str:
    try:
        summary = Readability(page).summary(html_partial=True)
        root = etree.fromstring(summary.encode(), etree.HTMLParser(encoding="utf-8", no_network=True))
    except _BAFFLED:
        return ""
    return " ".join(root.itertext()) if isinstance(root, etree._Element | HtmlElement) else ""
