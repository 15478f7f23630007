from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from rashomon.errors import UsageFault
from rashomon.present.exports import FORMATS
from rashomon.present.masking import Wishes, make_plan, mask_case
from rashomon.present.report import Options, make_report, write_report
from rashomon.present.resolve import Resolved
from rashomon.store.view import CaseView
from rashomon.text.fold import fold

HIDDEN = ("Tolga", "Şengül", "Shengul", "Barlas", "Ersin", "Uzel", "Kutlu", "Abu Marwan", "491 570", "491570", "1984")
"""Words of masked people and numbers of the example: a fishmonger, a dead man, a suspect, a nurse, a lawyer, a witness."""
SHOWN = ("Haldun Evrenos", "Pınar Özal")


@pytest.fixture(scope="module")
def case(example_case: Path) -> Resolved:
    return Resolved.of(CaseView(example_case))


@pytest.fixture(scope="module")
def masked(case: Resolved) -> Resolved:
    return mask_case(case, make_plan(case, Wishes()))


def unpacked(kind: str, body: bytes) -> str:
    """Every character of an output, archives opened."""
    if kind in ("csv", "xlsx"):
        archive = zipfile.ZipFile(io.BytesIO(body))
        return " ".join(archive.read(name).decode("utf-8", "replace") + name for name in archive.namelist())
    return body.decode("utf-8", "replace")


def test_the_words_that_are_looked_for_stand_in_the_unmasked_case(case: Resolved) -> None:
    text = fold(FORMATS["json"].write(case).decode())
    assert [w for w in HIDDEN if fold(w) not in text] == []


@pytest.mark.parametrize("kind", [k for k in FORMATS if k != "json"])
def test_no_export_but_the_working_copy_shows_what_is_masked(masked: Resolved, kind: str) -> None:
    text = fold(unpacked(kind, FORMATS[kind].write(masked)))
    assert [w for w in HIDDEN if fold(w) in text] == []


@pytest.mark.parametrize("kind", ["html", "md"])
def test_no_report_shows_what_is_masked(masked: Resolved, kind: str) -> None:
    text = fold(write_report(make_report(masked, Options(unreviewed=True)), kind).decode())
    assert [w for w in HIDDEN if fold(w) in text] == []
    assert "person 2" in text
    assert fold("Haldun Evrenos") in text


def test_the_whole_masked_case_as_json_shows_nothing_either(masked: Resolved, case: Resolved) -> None:
    text = fold(FORMATS["json"].write(masked).decode())
    assert [w for w in HIDDEN if fold(w) in text] == []
    assert all(fold(name) in text for name in SHOWN)
    for document in case.documents.values():
        assert document.sha256 not in text
        assert document.id not in text


def test_every_quote_still_stands_at_its_offsets(masked: Resolved) -> None:
    rows = json.loads(FORMATS["json"].write(masked))
    texts = {d["id"]: d["text"] for d in rows["documents"]}
    spans = [(c["document"], c) for c in rows["claims"]] + [(t["document"], t) for t in rows["times"]]
    spans += [(m["document"], m) for e in rows["entities"] for m in e["mentions"]]
    assert len(spans) > 100
    for document, span in spans:
        assert texts[document][span["start"] : span["end"]] == span["quote"]


def test_one_mask_stands_for_one_person_in_all_reports(case: Resolved, masked: Resolved) -> None:
    names = {e.name for e in masked.entities.values() if e.type == "person"}
    person = next(e for e in case.entities.values() if e.name == "Neriman Tolga")
    label = make_plan(case, Wishes()).labels[person.id]  # type: ignore[union-attr]
    assert label in names
    texts = [d.text for d in masked.documents.values() if label in d.text]
    assert len(texts) == 3


def test_a_name_made_public_is_shown_and_one_that_is_masked_by_hand_is_not(case: Resolved) -> None:
    shown = mask_case(case, make_plan(case, Wishes(public=("Neriman Tolga",), mask=("Haldun Evrenos",))))
    text = FORMATS["json"].write(shown).decode()
    assert "Neriman Tolga" in text
    assert "Evrenos" not in text


def test_a_name_that_nobody_bears_is_refused(case: Resolved) -> None:
    with pytest.raises(UsageFault, match="nobody in this case"):
        make_plan(case, Wishes(mask=("Nobody Atall",)))


def test_unmasked_is_the_case_itself_and_says_so_on_the_first_page(case: Resolved) -> None:
    assert mask_case(case, make_plan(case, Wishes(unmasked=True))) is case
    html = write_report(make_report(case, Options(masked=False)), "html").decode()
    assert "NOT MASKED" in html[:6000]


def test_hashes_stay_out_unless_asked_for(case: Resolved) -> None:
    digest = next(iter(case.documents.values())).sha256
    without = mask_case(case, make_plan(case, Wishes()))
    kept = mask_case(case, make_plan(case, Wishes(hashes=True)))
    assert digest not in write_report(make_report(without, Options()), "html").decode()
    assert digest in write_report(make_report(kept, Options(hashes=True)), "html").decode()
