"""What a word is and does in its sentence: the table of labels, and what readers are told by it."""

from __future__ import annotations

from functools import cache

from rashomon.lexicon import rows
from rashomon.model import parts
from rashomon.model.annotation import Sentence, blank
from rashomon.model.document import Block, Document
from rashomon.model.tree import Tree
from rashomon.settings import Settings
from rashomon.stages.annotate.clauses import with_frames
from rashomon.stages.annotate.clauses.labels import part_of
from rashomon.stages.annotate.parse import Parser


@cache
def parser() -> Parser:
    return Parser(Settings().model)


def read(text: str) -> tuple[Sentence, Tree, dict[str, int]]:
    document = Document(
        "d", "a" * 64, "a.txt", "text/plain", "article", *(None,) * 5, "en", text, (Block(0, len(text), "body"),), True
    )
    (sentence,) = with_frames(parser().parse(document))
    return sentence, Tree(sentence.tokens), {t.text: n for n, t in enumerate(sentence.tokens)}


def test_every_row_of_the_table_names_a_part_and_its_counterpart() -> None:
    for part, level, label, universal, example in rows("labels.tsv"):
        assert getattr(parts, part).bit_count() == 1
        assert level in ("class", "form", "place")
        assert label and universal and example


def test_no_two_parts_share_a_bit() -> None:
    told = [getattr(parts, part) for part, *_ in rows("labels.tsv")]
    assert len(told) == len(set(told))


def test_a_label_that_the_table_lacks_tells_nothing() -> None:
    assert part_of("RIVER", "", "meta") == 0


def test_a_verb_is_asked_for_those_who_take_part() -> None:
    sentence, tree, at = read("Colonel Odran Vell did not tell the mayor that Sela Durn had been shot by guards.")
    tell, shot = at["tell"], at["shot"]
    assert tree.doing_subject(tell) == at["Vell"]
    assert tree.is_negated(tell) and not tree.is_negated(shot)
    assert tree.clause(tell) == shot
    assert tree.opener(shot) == at["that"]
    assert (tree.undergoing_subject(shot), tree.by_whom(shot)) == (at["Durn"], at["guards"])
    assert sentence.tokens[at["Durn"]].is_a(parts.NAME) and not sentence.tokens[at["Durn"]].is_a(parts.COMMON_NOUN)
    assert tree.has_verb(range(tell)) and not tree.has_verb([at["Durn"]])


def test_an_infinitive_is_told_by_its_to() -> None:
    _, tree, at = read("Marshal Odran Vell ordered his men to burn the barn.")
    assert tree.open_clause(at["ordered"]) == at["burn"] or tree.clause(at["ordered"]) == at["burn"]
    assert tree.has_to(at["burn"]) and not tree.has_to(at["ordered"])
    assert tree.owner(at["men"]) == at["his"]


def test_a_sentence_left_out_is_a_mark_and_nothing_else() -> None:
    sentence, _, _ = read("Odran Vell left.")
    (mark,) = with_frames((blank(sentence),))[0].tokens
    assert mark.is_a(parts.MARK) and mark.is_a(parts.TOP) and not mark.is_a(parts.VERB)
