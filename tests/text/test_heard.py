"""What the encoder hears: passages of whole sentences, the same whatever else is read, nothing for what lies behind them."""

import numpy as np

from rashomon.text.encoder import LONGEST
from rashomon.text.heard import Heard

_SHOT = ["Soldiers", "shot", "the", "miller", "."]
_SLEPT = ["The", "miller", "slept", "."]


def test_a_word_is_heard_beside_the_others() -> None:
    first, second = Heard([_SHOT]).mean(0, 3, 3), Heard([_SLEPT]).mean(0, 1, 1)
    assert first is not None and second is not None
    assert first.shape == (384,)
    assert not np.allclose(first, second, atol=0.1)


def test_what_is_heard_depends_on_the_text_alone() -> None:
    one, other = Heard([_SHOT, _SLEPT]), Heard([_SHOT, _SLEPT])
    other.mean(1, 0, 0)
    assert np.array_equal(one.mean(0, 1, 2), other.mean(0, 1, 2))


def test_sentences_share_a_passage_until_it_is_full() -> None:
    heard = Heard([["word"] * 100] * 5)
    assert [heard.passage(n) for n in range(5)] == [0, 0, 2, 2, 4]
    assert LONGEST // 100 == 2


def test_the_mean_of_words_is_that_of_their_pieces() -> None:
    heard = Heard([_SHOT])
    each = [heard.mean(0, n, n) for n in (0, 1)]
    both = heard.mean(0, 0, 1)
    assert both is not None and np.allclose(both, np.mean([e for e in each if e is not None], axis=0), atol=1e-5)


def test_nothing_is_heard_behind_what_fits_into_a_passage() -> None:
    heard = Heard([["word"] * 400])
    assert heard.mean(0, 0, 0) is not None
    assert heard.mean(0, LONGEST, LONGEST) is None


def test_no_words_are_not_heard() -> None:
    assert Heard([["\u200b", "X"]]).mean(0, 0, 0) is None or Heard([[" ", "X"]]).mean(0, 0, 0) is None
