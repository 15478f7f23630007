"""A desk whose installation lacks the drawing libraries."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon.present.desk import app

from .conftest import open_client


@pytest.fixture
def bare(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The desk of an installation with static files and no vendor folder."""
    (tmp_path / "data/desk/static").mkdir(parents=True)
    monkeypatch.setattr(app, "files", lambda _: tmp_path)
    return open_client(case)


@pytest.mark.parametrize("path", ["/vendor/d3.min.js", "/vendor/", "/vendor/x/y.css"])
def test_a_library_that_is_not_there_is_not_found_in_a_sentence(bare: TestClient, path: str) -> None:
    answer = bare.get(path)
    assert answer.status_code == 404
    assert "tools/vendor.py" in answer.text


def test_the_pages_are_there_all_the_same(bare: TestClient) -> None:
    assert bare.get("/").status_code == 200
    assert bare.get("/timeline").status_code == 200


def test_where_the_folder_is_there_a_missing_file_is_not_found(client: TestClient) -> None:
    assert client.get("/vendor/no-such-library.js").status_code == 404
