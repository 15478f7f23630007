"""Readers: records of one shape; two that say the same of the same words make one claim with both in `readers`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rashomon.model.claim import Claim, ReadBy, Reading
from rashomon.model.fault import UNWATCHED
from rashomon.stages.claims import drafts_of, read_claims
from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.readers import READERS, Reader
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]
TEXT = "Captain Oda Brill accused Viktor Harl of orchestrating the murder of the surveyor in Karsova."


def read(view: View, *more: Reader) -> Reading:
    return read_claims(view.document, view.annotations, UNWATCHED, readers=(*READERS, *more))


def echoes(change: Callable[[Draft], Draft]) -> Callable[..., list[Draft]]:
    """A reader that finds again, changed, whom the rules call organiser."""

    def found(view: View, _: object) -> list[Draft]:
        _, drafts = drafts_of(view.document, view.annotations)
        return [replace(change(d), reader="echo") for d in drafts if d.property == "organizer"]

    return found


def organizers(reading: Reading) -> list[Claim]:
    return [c for c in reading.claims if c.property == "organizer"]


def longer(draft: Draft) -> Draft:
    """The same with the words before it."""
    quote = draft.quote
    return replace(draft, quote=replace(quote, start=0, quote=TEXT[: quote.end]))


def test_a_claim_names_reader_version_and_rule(view_of: ViewOf) -> None:
    (claim,) = organizers(read(view_of(TEXT)))
    assert [(r.name, r.version) for r in claim.readers] == [("rules", "1")]
    assert claim.reader == f"rules/{claim.readers[0].rule}"


def test_what_two_readers_read_from_the_same_words_is_one_claim_with_the_shorter_quote(view_of: ViewOf) -> None:
    view = view_of(TEXT)
    (plain,) = organizers(read(view))
    for change in (lambda d: d, longer):
        (both,) = organizers(read(view, Reader("second", "7", "all", echoes(change))))
        assert (both.start, both.end) == (plain.start, plain.end)
        assert set(both.readers) == {*plain.readers, ReadBy("second", "7", "echo")}


def test_another_stance_or_value_stays_a_claim_of_its_own(view_of: ViewOf) -> None:
    view = view_of(TEXT)
    for change in (
        lambda d: replace(longer(d), stance="denied"),
        lambda d: replace(longer(d), value=replace(d.value, referent=None, text="Harl's brother")),
    ):
        assert len(organizers(read(view, Reader("second", "7", "all", echoes(change))))) == 2


def test_a_reader_is_asked_in_its_own_languages_only(view_of: ViewOf) -> None:
    view = view_of(TEXT)
    foreign = Reader("second", "7", "all", echoes(lambda d: d), ("tr",))
    assert read(view, foreign) == read(view)
    assert foreign.reads("tr-TR")
    assert not foreign.reads(None)
