"""The report as HTML, Markdown and PDF. HTML needs no script and no other file; PDF is set by typst, offline."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from rashomon.present.report.sheet import Report

_MARKDOWN = re.compile(r"([\\`*_{}\[\]#|!~])")
_LINE = re.compile(r"\s+")


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("rashomon", "data/report"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(md=plain_markdown, typ=typst_string, svg=Markup)
    return environment


def write_report(report: Report, kind: str) -> bytes:
    """The report in a format of WRITERS."""
    return WRITERS[kind](report)


def plain_markdown(text: str) -> str:
    """Text on one line that Markdown shows as it is."""
    clean = "".join(c for c in _LINE.sub(" ", text) if c.isprintable())
    return _MARKDOWN.sub(r"\\\1", clean).replace("<", "&lt;").replace(">", "&gt;")


def typst_string(text: str) -> str:
    """Text as a typst string literal: nothing in it is markup or code."""
    clean = "".join(c if c.isprintable() else " " for c in text)
    return '"' + clean.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _html(report: Report) -> bytes:
    return _templates().get_template("report.html").render(report=report).encode()


def _markdown(report: Report) -> bytes:
    return _templates().get_template("report.md").render(report=report).encode()


def _pdf(report: Report) -> bytes:
    from rashomon.present.report.paged import write_pdf

    template = _templates().get_template("report.typ")
    return write_pdf(report, lambda whole, piece: template.render(report=whole, piece=piece))


WRITERS: dict[str, Callable[[Report], bytes]] = {"html": _html, "md": _markdown, "pdf": _pdf}
