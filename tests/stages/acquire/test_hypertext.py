"""Web pages: what is the report's own is kept as such, whatever surrounds it. All texts are invented."""

from __future__ import annotations

import hashlib
import socket

import pytest

from rashomon.model.document import Appearance, Document, Original
from rashomon.stages.acquire import acquire

P = "<p>Twelve people were killed when the harbour bridge of Port Elden fell on Monday, the mayor said.</p>"
PAGE = f"""<!DOCTYPE html><html lang="tr"><head><meta charset="utf-8">
<title>Bridge falls in Port Elden | The Elden Post</title>
<meta property="og:site_name" content="The Elden Post"><link rel="canonical" href="https://eldenpost.example/1">
<script type="application/ld+json">{{"@type": "NewsArticle", "author": {{"name": "Mara Voss"}},
"datePublished": "2019-03-04T10:15:00+0200"}}</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/c">Crime in the north</a></li></ul></nav>
<article><h1>Bridge falls in Port Elden</h1><p class="byline">By Mara Voss</p>
<figure><img src="x.png"><figcaption>Rescue workers at the bridge.</figcaption></figure>{P}
<p>The bridge, built in 1931, fell while a bus was crossing, according to police spokesman Tarik Odell.</p>
<h2>Inquiry opened</h2>
<p>"We will find out what happened," said prosecutor Lena Marsh on Monday evening at the&nbsp;harbour of the town.</p>
</article><aside><h3>Related</h3><ul><li><a href="/2">Three men shot dead in Northam bar</a></li></ul></aside>
<div><a href="/3">Woman killed by falling tree in storm</a></div>
<footer>&copy; 2026 The Elden Post. 21 November 2026</footer><script>alert("ran")</script></body></html>"""


def read(page: str | bytes) -> Document:
    data = page.encode() if isinstance(page, str) else page
    return acquire(data, Original(hashlib.sha256(data).hexdigest(), (Appearance("page.html"),)))


def blocks(document: Document, kind: str) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind == kind]


def test_a_page_and_what_it_says_of_itself() -> None:
    document = read(PAGE)
    assert document.media_type == "text/html"
    assert (document.title, document.publisher) == ("Bridge falls in Port Elden", "The Elden Post")
    assert (document.author, document.published) == ("Mara Voss", "2019-03-04T10:15:00+02:00")
    assert (document.url, document.language) == ("https://eldenpost.example/1", "en")


def test_headline_subhead_caption_and_other_stories() -> None:
    document = read(PAGE)
    assert blocks(document, "headline") == ["Bridge falls in Port Elden"]
    assert blocks(document, "subhead") == ["Inquiry opened"]
    assert blocks(document, "caption") == ["Rescue workers at the bridge."]
    assert len(blocks(document, "body")) == 3
    outside = blocks(document, "boilerplate")
    assert "Three men shot dead in Northam bar" in outside
    assert "Woman killed by falling tree in storm" in outside
    assert "ran" not in document.text


def test_the_day_on_which_the_page_was_drawn_dates_nothing() -> None:
    top = "<div>Saturday, 21 November 2026</div><h1>Bridge falls</h1>"
    assert read(f"<html><body>{top}{P * 3}</body></html>").published is None
    below = "<h1>Bridge falls</h1><div>4 March 2019</div>"
    assert read(f"<html><body>{below}{P * 3}</body></html>").published == "2019-03-04"


def test_paragraphs_between_the_main_ones_stay_and_links_between_them_go() -> None:
    more = "<p>The harbour master resigned.</p><div><a href='/9'>Three men shot dead in a bar in Northam</a></div>"
    document = read(PAGE.replace("<h2>", f"{more}<h2>"))
    assert "The harbour master resigned." in blocks(document, "body")
    assert "Three men shot dead in a bar in Northam" in blocks(document, "boilerplate")


def test_the_footer_dates_nothing() -> None:
    assert (
        read(f"<html><body>{P * 3}<footer>© 2026 Elden Post, 21 November 2026</footer></body></html>").published is None
    )


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000 + P + "</div>" * 20_000,
        "<b><i>" * 3_000 + P,
        "<table>" * 500 + "<tr><td>" + P,
        '<script type="application/ld+json">' + "[" * 50_000 + "</script>" + P,
        "<p " + "a=1 " * 50_000 + ">" + P,
        "<!DOCTYPE html [<!ENTITY a 'bbb'><!ENTITY c '&a;&a;'>]><p>&c; &#xD800; &#0; &#x202E; &bogus;</p>" + P,
        "<meta charset=klingon>" + P,
    ],
)
def test_hostile_pages_are_read(page: str) -> None:
    text = read(page).text
    assert "Twelve people were killed" in text
    assert not any("\ud800" <= char <= "\udfff" or char in "\u202e\0" for char in text)


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    read(f'<base href="http://10.0.0.1/"><link rel=stylesheet href=x.css><img src=a><iframe src=b></iframe>{P}')


def test_the_page_says_its_encoding() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-9"><p>Şükrü Işık üç kişinin öldüğünü söyledi.</p>'
    assert "Şükrü Işık" in read(page.encode("cp1254")).text


def test_a_page_that_has_no_meta_tags() -> None:
    page = f"""<html><head><title>Siren tests fail in Northam &#8211; Elden Daily</title></head><body>
    <div class="site-title"><a href="/">Elden Daily</a></div><h2 class="entry-title">Siren tests fail in Northam</h2>
    <div>Posted on May 2, 2017 by <a rel="author" href="/u">Ada Stone</a></div>{P}
    <p class="wp-caption-text">The mast on the market of Northam</p>{P.replace("Twelve", "Eleven")}</body></html>"""
    document = read(page)
    assert (document.title, document.publisher) == ("Siren tests fail in Northam", "Elden Daily")
    assert document.author == "Ada Stone"
    assert blocks(document, "headline") == ["Siren tests fail in Northam"]
    assert blocks(document, "caption") == ["The mast on the market of Northam"]


def test_the_headline_is_the_one_that_the_page_is_named_by() -> None:
    page = PAGE.replace("<nav>", "<div><h1>Thank you!</h1><p>Your feedback is much appreciated.</p></div><nav>")
    page = page.replace("| The Elden Post</title>", "| The Elden Post Politics</title>")
    page = page.replace("<h2>Inquiry", '<div class="ad-caption">Ad Feedback</div><h2>Inquiry')
    document = read(page)
    assert document.title == "Bridge falls in Port Elden"
    assert blocks(document, "headline") == ["Bridge falls in Port Elden"]
    assert {"Thank you!", "Ad Feedback"} <= set(blocks(document, "boilerplate"))
