"""On a finished clip the first mention of a weekday has the date that an article of the story tells."""

from dataclasses import replace
from datetime import UTC, datetime

from newsclip.evidence.document import Bullets, Paragraph, Section, Sentence, by_revision
from newsclip.evidence.visitor import sentences
from newsclip.kernel.spans import Span
from newsclip.writing.candidates import passage
from newsclip.writing.tests.stories import article, clip_of
from newsclip.writing.weekday_dates import date_weekdays

TEXT = "The ferry sank on Friday. Divers came on Friday. The board met on Sunday. It met 3 days ago."
GIVEN = replace(article(1, "The ferry", TEXT), published=datetime(2026, 3, 2, 12, tzinfo=UTC))
OTHER = replace(GIVEN, id="2", text="Divers found the ferry on Feb. 27. It sank in 2026.")
SANK, CAME, MET = "The ferry sank on Friday.", "Divers came on Friday.", "The board met on Sunday."


def said(text: str) -> Sentence:
    at = TEXT.index(text)
    return Sentence(text, (passage(GIVEN, Span(at, at + len(text))),))


def dated(*texts: str, language: str = "en", stands: bool = True, listed: bool = False) -> list[Sentence]:
    """What a clip of these sentences says in its text."""
    told = tuple(map(said, texts))
    section = Section(None, (Bullets(told) if listed else Paragraph(told),))
    clip = clip_of(article(1, "The ferry sails", "The ferry sails at noon from the quay."))
    given = replace(clip, headline=said(SANK), language=language, summary=(), sections=(section,), timeline=())
    made = date_weekdays(given, by_revision([GIVEN, OTHER]), lambda _: stands)
    assert made.headline == given.headline
    return sentences(made)[1:]


def test_the_first_mention_of_a_day_has_the_date_in_the_words_of_an_article() -> None:
    first, second = dated(SANK, CAME)
    assert (first.text, second.text) == ("The ferry sank on Friday (Feb. 27).", CAME)
    assert first.edits == ("dated: Friday → Friday (Feb. 27)",)
    assert first.evidence[1].span.of(OTHER.text) == "Feb. 27"
    assert first.basis == "edited"


def test_a_day_that_no_article_dates_has_none() -> None:
    assert [one.text for one in dated(MET)] == [MET]


def test_lists_other_languages_and_what_the_verifier_would_refuse_stay_as_they_are() -> None:
    assert [one.text for one in dated(SANK, listed=True)] == [SANK]
    assert [one.text for one in dated(SANK, language="xx")] == [SANK]
    assert [one.text for one in dated(SANK, stands=False)] == [SANK]
