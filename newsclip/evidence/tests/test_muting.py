"""A clip without a publisher still reads like a clip, and shows evidence of the others alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsclip.evidence.document import Bullets, Document, Paragraph, Section, Sentence, SourceArticle, SourceReference
from newsclip.evidence.muting import within, without
from newsclip.evidence.tests.documents import a_document
from newsclip.evidence.visitor import passages, sentences_and_quotations, visit
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.tokens import sentences

MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)
MARROW = "The ferry Sabine ran aground off Marrow Point on Tuesday with 212 people aboard. Two people were hurt."
KELLING = (
    "The Kelling Port Authority (KPA) opened an inquiry on Wednesday. The KPA will hear the bridge recordings first."
)
TUGS = "Salvage tugs will try to refloat the ship at high water. The operator has cancelled all sailings."


def article(number: int, text: str, title: str = "") -> SourceArticle:
    name = f"Paper {number}"
    return SourceArticle(
        str(number), 1, title or f"Title {number}", text, f"https://paper{number}.example/", name, None, str(number),
        language="en", domain=f"paper{number}.example",
    )  # fmt: skip


def said(given: SourceArticle, number: int) -> Sentence:
    """The article's sentence with this number, from 0, word for word."""
    span = sentences(given.text)[number]
    words = span.of(given.text)
    return Sentence(words, (Passage(given.id, 1, span.start, span.end, digest_of(words)),))


def titled(given: SourceArticle) -> Sentence:
    whole = given.title
    return Sentence(whole, (Passage(given.id, 1, 0, len(whole), digest_of(whole), "title"),))


def clip(top: Sentence, summary: list[Sentence], *paragraphs: list[Sentence], of: list[SourceArticle]) -> Document:
    sections = tuple(Section(None, (Paragraph(tuple(lines)),)) for lines in paragraphs)
    return replace(
        a_document(), headline=top, summary=tuple(summary), glance=(), sections=sections, timeline=(), disagreements=(),
        sources=tuple(map(SourceReference.of, of)), hashtags=(), image=None, reports=len(of),
    )  # fmt: skip


def texts(document: Document | None) -> list[str]:
    assert document
    return [one.text for one in sentences_and_quotations(document)]


def summary_of(document: Document | None) -> list[str]:
    assert document
    return [sentence.text for sentence in document.summary]


def test_a_sentence_that_another_publisher_prints_too_stays_on_its_words() -> None:
    given = [article(1, MARROW), article(2, f"Fog lay on the strait. {MARROW}"), article(3, TUGS)]
    first, second = said(given[0], 0), said(given[0], 1)
    document = clip(titled(given[2]), [first], [second, said(given[2], 0)], of=given)
    left = without(document, {"1"}, given)
    assert left
    assert left.summary == (said(given[1], 1),)
    assert texts(left)[1:3] == [first.text, second.text]
    assert {passage.article for passage in passages(one for _, one in visit(left))} == {"2", "3"}


def test_of_an_article_that_was_taken_down_not_even_a_reprint_s_words_stay() -> None:
    given = [article(1, MARROW), article(2, MARROW), article(3, TUGS), article(4, TUGS)]
    document = clip(titled(given[2]), [said(given[0], 0)], [said(given[2], 0), said(given[2], 1)], of=given)
    assert said(given[0], 0).text in texts(without(document, {"1"}, given))
    assert said(given[0], 0).text not in texts(without(document, {"1"}, given[1:]))


def test_what_another_publisher_printed_on_another_day_does_not_stand_in() -> None:
    given = [article(1, MARROW), replace(article(2, MARROW), published=MONDAY + timedelta(days=7)), article(3, TUGS)]
    given[0] = replace(given[0], published=MONDAY)
    document = clip(titled(given[2]), [said(given[0], 0)], [said(given[2], 0), said(given[2], 1)], of=given)
    assert said(given[0], 0).text not in texts(without(document, {"1"}, given))


def test_no_title_with_an_older_count_or_of_an_opinion_page_stands_above() -> None:
    older = replace(article(2, TUGS), title="Ferry sinks off Marrow Point, killing 9 people")
    view = replace(article(3, TUGS), title="Opinion: the board has betrayed Marrow by its tugs")
    plain = replace(article(4, TUGS), title="Tugs reach the ferry off Marrow Point")
    given = [article(1, MARROW), older, view, plain]
    document = clip(titled(given[0]), [said(older, 0)], [said(older, 1)], of=given)
    left = without(document, {"1"}, given)
    assert left
    assert left.headline.text == plain.title


def test_half_a_sentence_of_another_publisher_is_none() -> None:
    denied = article(2, f"Nobody said on Tuesday: {MARROW}")
    given = [article(1, MARROW), denied, article(3, TUGS)]
    document = clip(titled(given[2]), [said(given[0], 0)], [said(given[2], 0), said(given[2], 1)], of=given)
    assert said(given[0], 0).text in denied.text
    assert said(given[0], 0).text not in texts(without(document, {"1"}, given))


def test_a_sentence_whose_he_would_mean_another_in_the_other_article_goes() -> None:
    told = "Minister Tomas Reyl opened the bridge. He will resign in June."
    other = "Mayor Jan Holm opened the mill. He will resign in June."
    given = [article(1, told), article(2, other), article(3, TUGS)]
    rows = [said(given[0], 0), said(given[0], 1)], [said(given[2], 1)]
    document = clip(titled(given[2]), [said(given[2], 0)], *rows, of=given)
    assert "He will resign in June." not in texts(without(document, {"1"}, given))


def test_a_clip_that_lost_its_summary_takes_what_an_article_begins_with() -> None:
    given = [article(1, MARROW), article(2, f"Fog lay on the strait. {KELLING}"), article(3, TUGS)]
    text = [said(given[1], 2), said(given[1], 1)], [said(given[2], 0), said(given[2], 1)]
    left = without(clip(titled(given[2]), [said(given[0], 0)], *text, of=given), {"1"}, given)
    assert summary_of(left) == [said(given[2], 0).text, said(given[2], 1).text]
    assert len(texts(left)) == len(set(texts(left)))


def test_without_such_a_sentence_it_takes_what_its_text_begins_with() -> None:
    given = [article(1, MARROW), article(2, f"Fog lay on the strait. {KELLING} {TUGS}")]
    rows = [said(given[1], 1), said(given[1], 2)], [said(given[1], 3)]
    left = without(clip(titled(given[1]), [said(given[0], 0)], *rows, of=given), {"1"}, given)
    assert summary_of(left) == [said(given[1], 1).text, said(given[1], 2).text]


def test_a_summary_of_which_a_part_is_left_stays() -> None:
    given = [article(1, MARROW), article(2, TUGS)]
    document = clip(titled(given[1]), [said(given[0], 0), said(given[1], 0)], [said(given[1], 1)], of=given)
    assert summary_of(without(document, {"1"}, given)) == [said(given[1], 0).text]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (KELLING, KELLING.replace("on Wednesday", "at noon")),
        (
            "Captain Ada Holm was asked for her log.",
            "The log of Captain Ada Holm is lost. At the inquiry, Holm said so.",
        ),
        ("A driver phoned the coastguard.", "A driver of a lorry phoned for help. The coastguard thanked the driver."),
    ],
)
def test_what_takes_for_known_what_went_goes_too(one: str, other: str) -> None:
    given = [article(1, one), article(2, f"Fog lay on the strait. {other}"), article(3, TUGS)]
    needing = said(given[1], 2)
    document = clip(titled(given[2]), [said(given[0], 0)], [said(given[2], 0), said(given[2], 1), needing], of=given)
    assert needing.text in texts(document)
    assert needing.text not in texts(without(document, {"1"}, given))


def test_what_is_told_by_another_sentence_that_is_left_stays() -> None:
    given = [article(1, MARROW), article(2, f"Fog lay on the strait. {KELLING}"), article(3, TUGS)]
    rows = [said(given[1], 1), said(given[2], 0), said(given[1], 2)]
    document = clip(titled(given[2]), [said(given[0], 0)], rows, of=given)
    assert said(given[1], 2).text in texts(without(document, {"1"}, given))


def test_an_opening_pronoun_that_the_sentence_explains_itself_is_no_need() -> None:
    told = "As she seeks a fifth term, Ada Holm faces a harbour without ferries. Fog lay on the strait."
    given = [article(1, MARROW), article(2, told)]
    document = clip(titled(given[0]), [said(given[1], 0)], [said(given[1], 1), said(given[0], 0)], of=given)
    assert summary_of(without(document, {"1"}, given)) == [said(given[1], 0).text]


def test_a_listed_fact_about_what_went_goes_too() -> None:
    given = [article(1, KELLING), article(2, f"Fog lay on the strait. {KELLING}"), article(3, TUGS)]
    other = replace(given[1], text=given[1].text.replace("on Wednesday", "at noon"))
    document = clip(titled(given[2]), [said(given[0], 0)], [said(given[2], 0), said(given[2], 1)], of=given)
    listed = Section(None, (Bullets((said(other, 2),)),))
    document = replace(document, sections=(*document.sections, listed))
    articles = [given[0], other, given[2]]
    assert said(other, 2).text in texts(document)
    assert said(other, 2).text not in texts(without(document, {"1"}, articles))


def test_nothing_goes_but_what_was_muted_where_nothing_needs_it() -> None:
    given = [article(1, MARROW), article(2, KELLING), article(3, TUGS)]
    rows = [said(given[1], 0), said(given[1], 1)], [said(given[2], 0), said(given[2], 1)]
    document = clip(titled(given[1]), [said(given[1], 0)], *rows, [said(given[0], 0)], of=given)
    assert texts(without(document, {"1"}, given)) == [
        text for text in texts(document) if text != said(given[0], 0).text
    ]


@pytest.mark.parametrize(
    "poor",
    ["What now for the Sabine?", "Live updates", "SABINE FERRY AGROUND OFF MARROW POINT", "Ferries of the strait"],
)
def test_the_headline_is_the_title_that_states_the_news(poor: str) -> None:
    good = "Salvage tugs will try to refloat the ship"
    given = [article(1, MARROW), article(2, KELLING, poor), article(3, TUGS, good)]
    rows = [said(given[1], 0), said(given[1], 1)], [said(given[2], 0), said(given[2], 1)]
    left = without(clip(titled(given[0]), [said(given[0], 0)], *rows, of=given), {"1"}, given)
    assert left
    assert left.headline == titled(given[2])


def test_the_name_of_its_site_does_not_stand_behind_the_headline() -> None:
    given = [article(1, MARROW), article(2, TUGS, "Salvage tugs will try to refloat the ship | Paper 2")]
    document = clip(titled(given[0]), [said(given[0], 0)], [said(given[1], 0), said(given[1], 1)], of=given)
    left = without(document, {"1"}, given)
    assert left
    assert left.headline.text == "Salvage tugs will try to refloat the ship"
    assert left.headline.edits == ("dropped: | Paper 2",)


def test_a_title_that_another_publisher_has_too_stays() -> None:
    title = "Ferry aground off Marrow Point"
    given = [article(1, MARROW, title), article(2, KELLING, "Authority opens inquiry"), article(3, TUGS, title)]
    rows = [said(given[1], 0), said(given[1], 1)], [said(given[2], 0)]
    left = without(clip(titled(given[0]), [said(given[0], 0)], *rows, of=given), {"1"}, given)
    assert left
    assert left.headline == titled(given[2])


def test_one_sentence_is_no_clip_where_there_were_more() -> None:
    given = [article(1, MARROW), article(2, TUGS)]
    document = clip(titled(given[0]), [said(given[0], 0)], [said(given[0], 1), said(given[1], 0)], of=given)
    assert without(document, {"1"}, given) is None
    assert without(document, {"2"}, given)


def test_a_publisher_who_allows_less_does_not_bring_in_another() -> None:
    given = [article(1, MARROW), article(2, f"Fog lay on the strait. {MARROW}"), article(3, TUGS)]
    document = clip(titled(given[2]), [said(given[0], 0)], [said(given[2], 0), said(given[2], 1)], of=given)
    left = within(document, [replace(given[0], text=""), *given[1:]])
    assert said(given[0], 0).text not in texts(left)
