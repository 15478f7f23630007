"""Web archives: each page a file of its own, with its address; damaged ones, bombs. All texts are invented."""

from __future__ import annotations

import gzip
import io
import random
import zipfile
from pathlib import Path

import pytest
from papers import as_page, as_pdf
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

import rashomon
from rashomon.errors import SetAside
from rashomon.runners.confined import Confined
from rashomon.settings import Settings
from rashomon.stages.acquire import warc
from rashomon.stages.acquire.boxes import unpacker_of
from rashomon.stages.acquire.warc import is_warc, unpack_warc


def archive(*got: tuple[str, str, bytes], gzipped: bool = True, status: str = "200 OK", **heads: str) -> bytes:
    """A WARC as crawlers write it: a head of its own, then request and answer for each address."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzipped)
    writer.write_record(writer.create_warcinfo_record("crawl.warc.gz", {"software": "a crawler"}))
    for address, kind, body in got:
        answer = StatusAndHeaders(status, [("Content-Type", kind), *heads.items()], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            address,
            "response",
            payload=io.BytesIO(body),
            http_headers=answer,
            warc_headers_dict={"WARC-Date": "2021-03-11T08:00:00Z"},
        )
        writer.write_record(record)
    return out.getvalue()


PAGE = "https://harbour.example/news/2021/ferry-terminal.html"


def test_each_page_and_paper_comes_with_its_address_and_pictures_do_not(tmp_path: Path) -> None:
    box = unpack_warc(
        archive(
            (PAGE, "text/html; charset=utf-8", as_page()),
            ("https://harbour.example/logo.png", "image/png", b"\x89PNG"),
            ("https://harbour.example/paper.pdf", "application/pdf", as_pdf(tmp_path)),
            (PAGE + "?again", "text/html", as_page()),
        )
    )
    assert [inner.name for inner in box.files] == ["00001 ferry-terminal.html", "00002 paper.pdf", "sources.csv"]
    assert f"00001 ferry-terminal.html,{PAGE},2021-03-11T08:00:00Z" in box.files[-1].data.decode()
    assert box.rejected == (("what pages are shown with", "not read: 1 image"),)


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz", "site.wacz.zip"])
def test_a_web_archive_is_built_into_a_case_with_addresses(tmp_path: Path, name: str) -> None:
    data = archive((PAGE, "text/html", as_page()), gzipped=name != "crawl.warc")
    if name.endswith(".zip"):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as box:
            box.writestr("archive/data.warc.gz", data)
        data = packed.getvalue()
    (tmp_path / name).write_bytes(data)
    rows = rashomon.build(tmp_path / "case", tmp_path / name, settings=Settings(processes=1)).export
    assert [d["url"] for d in rows["documents"]] == [PAGE]
    assert len(rows["claims"]) > 25


def test_a_compressed_answer_is_unpacked_and_an_error_page_is_none() -> None:
    packed = archive((PAGE, "text/html", gzip.compress(as_page())), **{"Content-Encoding": "gzip"})
    assert unpack_warc(packed).files[0].data == as_page()
    gone = unpack_warc(archive((PAGE, "text/html", as_page()), status="404 Not Found"))
    assert gone.files == () and gone.rejected == (("what pages are shown with", "not read: 1 answer that was no page"),)
    brotli = unpack_warc(archive((PAGE, "text/html", b"\x0b\x02\x80"), **{"Content-Encoding": "br"}))
    assert brotli.files == () and "(br)" in brotli.rejected[0][1]


def test_what_is_damaged_behind_a_page_is_told_and_the_page_is_kept() -> None:
    whole = archive(
        (PAGE, "text/html", as_page()), ("https://harbour.example/b", "text/html", as_page() + b"<p>More.</p>")
    )
    box = unpack_warc(whole[:-400])
    assert [inner.data for inner in box.files[:-1]] == [as_page()]
    assert box.rejected == (("what follows", "the web archive is damaged behind its page 1; the rest was not read"),)
    with pytest.raises(SetAside, match="no page"):
        unpack_warc(b"WARC/1.0\r\nnothing that was ever a head")


def test_an_answer_without_an_address_is_damaged() -> None:
    whole = archive((PAGE, "text/html", as_page()), gzipped=False)
    assert b"WARC-Target-URI" in whole
    with pytest.raises(SetAside, match="damaged"):
        unpack_warc(whole.replace(b"WARC-Target-URI", b"WARC-Target-XXX"))


def test_an_odd_address_costs_nobody_else_his_page() -> None:
    box = unpack_warc(
        archive(("http://[bad/x", "text/html", as_page()), (PAGE, "text/html", as_page() + b"<p>More.</p>"))
    )
    assert [inner.name for inner in box.files[:-1]] == ["00001 page.html", "00002 ferry-terminal.html"]


def test_a_page_that_a_program_saved_without_asking_a_server_is_taken() -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    writer.write_record(
        writer.create_warc_record(PAGE, "resource", payload=io.BytesIO(as_page()), warc_content_type="text/html")
    )
    assert unpack_warc(out.getvalue()).files[0].data == as_page()


def test_a_bomb_of_pages_ends_with_what_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "_MOST_BYTES", 3 * len(as_page()) + 1000)
    pages = [(f"{PAGE}?{n}", "text/html", as_page() + b" " * n) for n in range(9)]
    box = unpack_warc(archive(*pages))
    assert len(box.files) == 4 and "split it" in box.rejected[0][1]
    monkeypatch.setattr(warc, "_LARGEST", 100)
    assert unpack_warc(archive(*pages)).files == ()


def test_a_name_leads_nowhere() -> None:
    box = unpack_warc(archive(("https://x.example/..%2F..%2F..%2Fetc/passwd%00", "text/html", as_page())))
    assert "/" not in box.files[0].name and "\0" not in box.files[0].name


def test_flipped_bytes_break_nothing_in_the_cage() -> None:
    data, chance, cage = archive((PAGE, "text/html", as_page()), gzipped=False), random.Random(7), Confined(seconds=20)
    for _ in range(12):
        changed = bytearray(data)
        for _ in range(6):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        unpacker = unpacker_of("a.warc", bytes(changed))
        if unpacker is None:
            continue
        try:
            cage(unpacker, bytes(changed))
        except SetAside as fault:
            assert "damaged" in str(fault) or "cannot" in str(fault), fault


def test_only_a_web_archive_is_taken_for_one() -> None:
    assert is_warc(b"WARC/1.1\r\n") and is_warc(gzip.compress(b"WARC/1.0\r\n"))
    assert not is_warc(gzip.compress(b"The ferry")) and not is_warc(b"\x1f\x8b") and not is_warc(b"")
    assert unpacker_of("a.gz", gzip.compress(b"The ferry")) is None
