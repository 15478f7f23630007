"""What a web page says of itself: meta tags, JSON-LD, the title. Nothing of its footer or its text is used."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml.etree import _Element

from rashomon.stages.acquire.draft import Header
from rashomon.stages.acquire.stamps import read_iso
from rashomon.stages.acquire.tidy import tidy

_TITLE = ("og:title", "twitter:title", "dc.title", "title", "headline", "parsely-title")
_PUBLISHER = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site")
_AUTHOR = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author", "twitter:creator")
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "pubdate", "publish-date", "publishdate", "parsely-pub-date", "sailthru.date", "pdate",
    "article.published", "cxenseparse:recs:publishtime", "article:publicationdate",
)  # fmt: skip
_URL = ("og:url", "twitter:url", "parsely-link")
_ARTICLE = re.compile(r"(?:News|Blog|Social|Opinion|Report|Analysis|Live)?\w*(?:Article|Posting|Report)$")
_COMPACT = re.compile(r"^((?:19|20)\d\d)([01]\d)([0-3]\d)(?=$|T|\s|\d{4,6}$)")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_LONGEST_DATA = 500_000
_LONGEST = 500


def read_page_header(root: _Element) -> Header:
    """Title, outlet, author, date of publication, address and language as the page's head gives them."""
    said = dict(_metas(root))
    data = next(_articles(root), {})
    publisher = _first(said, _PUBLISHER) or _name(data.get("publisher"))
    return Header(
        title=_without_outlet(_first(said, _TITLE) or _text(data.get("headline")) or _title(root), publisher),
        publisher=publisher,
        author=_person(_first(said, _AUTHOR) or _name(data.get("author")) or _linked_author(root)),
        published=_date(said, data, root),
        url=_address(_canonical(root) or _first(said, _URL) or _text(data.get("url"))),
        language=_text(root.get("lang") or root.get("xml:lang")),
    )


def read_body(root: _Element) -> str | None:
    """The report's text as the page gives it to search engines, for pages that draw it by a program; None without one.

    Its title stands above it: what is drawn in a browser shows both.
    """
    for data in _articles(root):
        body = _one(data.get("articleBody"))
        if isinstance(body, str) and body.strip():
            text = tidy(_MARKUP.sub(_unmarked, unescape(body)))
            title = _text(data.get("headline"))
            return f"{title}\n\n{text}" if title else text
    return None


def _unmarked(tag: re.Match[str]) -> str:
    return "\n\n" if re.match(r"</?(?:p|br|div|li|h\d)\b", tag[0], re.IGNORECASE) else ""


def _metas(root: _Element) -> Iterator[tuple[str, str]]:
    """The meta tags, the last first, so that in a dict the page's first one of each name stands."""
    for meta in reversed(list(root.iter("meta"))):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and (value := _text(meta.get("content"))):
            yield name.strip().lower(), value


def _articles(root: _Element) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text and len(script.text) <= _LONGEST_DATA:
            try:
                data = json.loads(script.text, strict=False)
            except (ValueError, RecursionError):
                continue
            yield from (item for item in _items(data) if _ARTICLE.match(str(_one(item.get("@type")))))


def _items(data: Any) -> Iterator[dict[str, Any]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            if isinstance(graph, list):
                yield from (part for part in graph if isinstance(part, dict))


def _one(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _name(value: Any) -> str | None:
    value = _one(value)
    return _text(value.get("name") if isinstance(value, dict) else value)


def _text(value: Any) -> str | None:
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    return " ".join(tidy(value).split()) or None


def _first(said: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((said[name] for name in names if name in said), None)


def _title(root: _Element) -> str | None:
    title = next(root.iter("title"), None)
    return _text("".join(title.itertext())) if title is not None else None


def _without_outlet(title: str | None, publisher: str | None) -> str | None:
    """ "Headline | Outlet" without the outlet."""
    for mark in (" | ", " - ", " – ", " — ", " :: ", " » "):
        head, _, tail = (title or "").rpartition(mark)
        if head and publisher and _is_outlet(tail.casefold(), publisher.casefold()):
            return head
    return title


def _is_outlet(tail: str, publisher: str) -> bool:
    """Whether what follows a title is the outlet's name, a part of it, or that of one of its desks ("Post Politics")."""
    return tail in publisher or (tail.startswith(publisher) and len(tail) <= len(publisher) + 20)


def _person(author: str | None) -> str | None:
    """An author's name; not an address, nor a handle."""
    if not author or "://" in author or author.startswith("@") or len(author) > 120:
        return None
    return re.sub(r"^(?:by|von|par|por)\s+", "", author, flags=re.IGNORECASE)


def _linked_author(root: _Element) -> str | None:
    """The one name that links marked `rel=author` carry."""
    names = {
        name for link in root.iter("a") if link.get("rel") == "author" and (name := _text("".join(link.itertext())))
    }
    return names.pop() if len(names) == 1 else None


def _date(said: dict[str, str], data: dict[str, Any], root: _Element) -> str | None:
    given = [said[name] for name in _PUBLISHED if name in said]
    given += [text for key in ("datePublished", "dateCreated") if (text := _text(_one(data.get(key))))]
    for time in root.iter("time"):
        if time.get("pubdate") is not None or (time.get("itemprop") or "").lower() == "datepublished":
            given.append(time.get("datetime") or "")
    return next((iso for text in given if (iso := read_iso(_COMPACT.sub(r"\1-\2-\3", text)))), _stamped(root))


def _stamped(root: _Element) -> str | None:
    """The one day that the times in a page's article give; None where they give several, or stand among its furniture."""
    found = set()
    for time in root.iter("time"):
        around = {parent.tag for parent in time.iterancestors()}
        if around & {"article", "main"} and not around & {"aside", "footer", "nav", "li", "form"}:
            found.add(read_iso(time.get("datetime") or ""))
    days = {iso[:10] for iso in found if iso}
    return min(iso for iso in found if iso) if len(days) == 1 else None


def _canonical(root: _Element) -> str | None:
    return next((_text(link.get("href")) for link in root.iter("link") if link.get("rel") == "canonical"), None)


def _address(url: str | None) -> str | None:
    return url if url and re.match(r"https?://", url) else None
