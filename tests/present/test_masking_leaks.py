"""A hostile case through every output: what a report wrote in any form shows nowhere, quotes stand, the public stay."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.model.link import Attached, Decision, Signed, Target
from rashomon.pipeline import build
from rashomon.present.exports import FORMATS
from rashomon.present.lookup import Found, select
from rashomon.present.masking import Wishes, make_plan, mask_case
from rashomon.present.report import Options, make_report, write_report
from rashomon.present.resolve import Resolved
from rashomon.settings import Settings
from rashomon.store.view import CaseView
from rashomon.text.fold import fold

REPORTS = {
    "dervos-witness.txt": """ORLIN DERVOS SAW THE BLAST AT THE QUAY

By Marta Silwen

Seven people died in a bombing in Port Varnet on Tuesday, Mayor Hanna Brenik said. Orlin Dervos, 41, a fishmonger
who saw the explosion, said two men had left a van, licence plate 7KLM204, in the 300 block of Anchor Street. Dervos's
sister, Petra Dervos, was killed. Dervos was born on 4 March 1980 in Port Varnet and lives at 18 Anchor Street.
He can be reached at +44 20 7946 0991 or orlin.dervos@post.example, his passport number is X1234567.

Timo Kalvaster, 12, president of his class, was also killed. Police suspect Jurek Holmgaard of planting the bomb.
Holmgaard denied that he had anything to do with the attack. #JusticeForDervos

"I heard it twice," Dervos said. The king of the fair was silent.
""",
    "second.txt": """Survivor recalls bombing

Port Varnet (Sea Wire) - Orlyn Dervos, the fishmonger who saw the van, told Sea Wire on Wednesday that Jurek Holmgaard
called him on 020 7946 0991. The Dervoses buried Petra on Friday. Brook Street was closed. Eight people were killed in the
bombing in Port Varnet, according to Mayor Hanna Brenik. The student Ilka Romstad, a council leader at her school, was wounded.
""",
    "third.txt": """A year after the bombing

The bombing in Port Varnet killed eight people, the mayor's office said. Residents of Varnet Province lit candles. See
https://news.example/2021/orlin-dervos-remembers.html for more. Judge Leon Aspern will hear Jurek Holmgaard on Monday.
""",
}
SOURCES = """file,title,publisher,author,published,url,kind,note
dervos-witness.txt,Orlin Dervos saw the blast,Harbour Sheet,Marta Silwen,2021-03-10,https://h.example/orlin-dervos,article,Dervos cell
second.txt,,Sea Wire,,2021-03-11,,article,
third.txt,,Harbour Sheet,,2022-03-09,,article,
"""
HIDDEN = (
    "Dervos", "Orlyn", "Orlin", "Kalvaster", "Holmgaard", "Jurek", "Romstad", "Ilka", "7KLM204", "X1234567", "0991", "post.example",
    "1980", "300 block", "18 Anchor",
)  # fmt: skip
SHOWN = ("Hanna Brenik", "Marta Silwen", "Port Varnet", "The king of the fair", "Leon Aspern", "Varnet Province")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Resolved:
    folder = tmp_path_factory.mktemp("hostile")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "sources.csv").write_text(SOURCES, encoding="utf-8")
    (folder / "dervos-tape.bin").write_bytes(b"\x00\x01\x02")
    build(folder / "case", [folder], Settings(processes=1))
    found = Resolved.of(CaseView(folder / "case"))
    return Resolved(found.accounts, found.linked, found.weighed, tuple(_decisions(found)), found.rejected)


def _decisions(case: Resolved) -> Iterator[Attached]:
    """A decision on a masked person's claim, signed by one of the staff."""
    claim = next(c for c in case.claims.values() if "Dervos" in c.quote)
    target = Target((select(case, Found("claim", claim.id)),), claim.property, "claim")
    signed = Signed("Staff Member", "2021-04-01T00:00:00Z", "Dervos himself said so")
    yield Attached(Decision("k" + "0" * 16, "accept", target, signed), claim.id, None)


@pytest.fixture(scope="module")
def masked(case: Resolved) -> Resolved:
    return mask_case(case, make_plan(case, Wishes()))


def outputs(masked: Resolved, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Every output as text, archives opened, a PDF's words and metadata taken out."""
    for kind, form in FORMATS.items():
        body = form.write(masked)
        if body[:2] == b"PK":
            archive = zipfile.ZipFile(io.BytesIO(body))
            yield kind, " ".join(n + archive.read(n).decode("utf-8", "replace") for n in archive.namelist())
        else:
            yield kind, body.decode()
    report = make_report(masked, Options(unreviewed=True))
    yield "html", write_report(report, "html").decode()
    yield "md", write_report(report, "md").decode()
    pdf = write_report(report, "pdf")
    # Where objects start and how long they are says nothing, and is any number.
    yield "pdf bytes", re.sub(r"\d{10} \d{5} [nf]|/Length \d+|startxref\s+\d+", "", pdf.decode("latin-1"))
    if shutil.which("pdftotext"):
        (tmp_path / "r.pdf").write_bytes(pdf)
        for tool in (["pdftotext", tmp_path / "r.pdf", "-"], ["pdfinfo", tmp_path / "r.pdf"]):
            yield str(tool[0]), subprocess.run(tool, capture_output=True, text=True, check=True).stdout


def test_what_is_looked_for_stands_in_the_case(case: Resolved) -> None:
    text = "".join(d.text for d in case.documents.values())
    assert [w for w in (*HIDDEN, *SHOWN) if w not in text] == []


def test_no_output_shows_any_of_it(masked: Resolved, tmp_path: Path) -> None:
    leaks = [(kind, w) for kind, text in outputs(masked, tmp_path) for w in HIDDEN if fold(w) in fold(text)]
    assert leaks == []


def test_no_output_shows_an_id_or_hash_made_from_an_original(case: Resolved, masked: Resolved, tmp_path: Path) -> None:
    real = {*case.documents, *case.claims, *case.referents, *case.occurrences, *case.mentions, *case.entities}
    real |= {*case.incidents, *case.findings, *(d.sha256 for d in case.documents.values())}
    real |= {x.id for a in case.accounts for x in a.reading.attributions} | {a.decision.id for a in case.attached}
    for kind, text in outputs(masked, tmp_path):
        assert real.isdisjoint(re.findall(r"[a-z]?[0-9a-f]{16,64}", text)), kind


def test_the_public_and_places_and_plain_words_stay(masked: Resolved) -> None:
    text = "".join(d.text for d in masked.documents.values())
    assert [w for w in SHOWN if w not in text] == []


def test_every_quote_stands_at_its_offsets(masked: Resolved) -> None:
    rows = json.loads(FORMATS["json"].write(masked))
    texts = {d["id"]: d["text"] for d in rows["documents"]}
    spans = [(c["document"], c) for c in (*rows["claims"], *rows["times"], *rows["unread"])]
    spans += [(m["document"], m) for e in rows["entities"] for m in e["mentions"]]
    spans += [(a["document"], q) for a in rows["attributions"] for k in ("source", "cue", "content") for q in a[k]]
    assert len(spans) > 40
    assert [s for d, s in spans if texts[d][s["start"] : s["end"]] != s["quote"]] == []


def test_a_decision_points_at_the_masked_words_and_is_signed_by_a_number(masked: Resolved) -> None:
    decision = masked.attached[0].decision
    assert decision.signed.by == "[reader 1]"
    assert "Dervos" not in decision.signed.why
    selector = decision.target.selectors[0]
    text = masked.claims[str(masked.attached[0].a)]
    assert selector.exact == text.quote
    assert selector.sha256 == ""


def test_masks_are_the_same_in_every_output_of_a_build(case: Resolved) -> None:
    one, two = (mask_case(case, make_plan(case, Wishes())) for _ in range(2))
    assert all(FORMATS[kind].write(one) == FORMATS[kind].write(two) for kind in FORMATS)


def test_a_name_that_no_person_was_made_of_can_be_masked_by_hand(case: Resolved) -> None:
    shown = mask_case(case, make_plan(case, Wishes(mask=("Anchor Street",))))
    assert "Anchor" not in "".join(d.text for d in shown.documents.values())


def test_hashes_stay_where_they_are_asked_for(case: Resolved) -> None:
    shown = mask_case(case, make_plan(case, Wishes(hashes=True)))
    assert {d.sha256 for d in shown.documents.values()} == {d.sha256 for d in case.documents.values()}
    assert replace(shown.attached[0].decision.target.selectors[0]).sha256
