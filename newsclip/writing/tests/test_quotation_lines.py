"""What somebody goes on to say is told right behind the words that say who speaks, or not at all."""

from dataclasses import replace

import pytest

from newsclip.evidence import verifier
from newsclip.evidence.document import Document, Paragraph, Section, Sentence
from newsclip.evidence.verifier.gate import supported_only
from newsclip.evidence.visitor import filter_sentences, sentences_and_quotations
from newsclip.kernel.spans import Span
from newsclip.writing.candidates import Line, passage, read
from newsclip.writing.tests.stories import article, clip_of

REST = "The terminal cost 212 million crowns, twice the sum of 2017."
OPENED = "The harbour board of Orlo opened its new ferry terminal on Monday, after nine years of work."
SAID = "“We promised a crossing that our grandchildren would still use,” Mayor Ilse Brandt told the crowd of 300."
ON = "“It is here, and it is paid for without a single crown of debt.”"


def lines(text: str) -> list[Line]:
    return list(read([article(1, "Orlo opens its new ferry terminal", text)], "en", verifier)[0].lines)


def test_a_quotation_that_goes_on_is_a_line_that_never_stands_alone() -> None:
    told = lines(f"{OPENED}\n\n{SAID} {ON}")
    assert [line.told.text for line in told] == [OPENED, SAID, ON]
    assert told[-1].alone is None
    assert told[-1].apart is False


def test_a_quotation_of_several_paragraphs_is_told_with_the_marks_closed() -> None:
    opened, second, last = "“We promised a crossing. It is here.", "“It is paid for.", "“It will run for years.”"
    told = lines(f"{OPENED}\n\nMayor Ilse Brandt said: {opened}\n\n{second}\n\n{last}")
    assert [line.told.text for line in told[1:]] == [f"Mayor Ilse Brandt said: {opened}”", f"{second}”", last]
    assert [line.alone for line in told[2:]] == [None, None]


def test_two_quotations_at_most_go_on_from_one() -> None:
    told = lines(f"{OPENED}\n\n{SAID} {ON} “It will run for years.” “And there is more.”")
    assert [line.told.text for line in told[-2:]] == [ON, "“It will run for years.”"]


@pytest.mark.parametrize(
    "text",
    [
        f"{OPENED}\n\nMayor Ilse Brandt said: “The toll is a shame, before she left.\n\n“She hit me,” said Tomas Reyl.",
        f"{OPENED}\n\nMayor Ilse Brandt called it “a shame and said that they lie.\n\n“We took nothing at all.”",
        f"{OPENED} Mayor Ilse Brandt said the plan that Tomas Reyl called “a disgrace” would go on. {ON}",
        f"{OPENED} {SAID} {ON} It was Tomas Reyl who shouted this.",
        f"{OPENED} {SAID} {ON} That was how Tomas Reyl answered her.",
        f"{OPENED} “Will you resign from the board of Orlo now?” Tomas Reyl asked at noon. {ON}",
    ],
    ids=["a lost mark", "a lost mark of a phrase", "a phrase of another", "it was", "that was", "an answer"],
)
def test_words_that_may_be_anothers_do_not_go_on(text: str) -> None:
    told = [line.told.text for line in lines(text)]
    assert not [one for one in told if one.startswith(("“It is here", "“We took", "Mayor Ilse Brandt said: “"))]


def test_what_goes_on_from_the_summary_does_not_open_the_text() -> None:
    clip = clip_of(article(1, "Orlo opens its new ferry terminal", f"{OPENED}\n\n{SAID} {ON}"))
    assert SAID in [said.text for said in clip.summary]
    assert ON not in [said.text for said in sentences_and_quotations(clip)]


@pytest.mark.parametrize(
    "text",
    [
        f"{OPENED} {ON}",
        f"{OPENED}\n\n{SAID} The crowd of 300 in the harbour of Orlo was cheering. {ON}",
        f"{OPENED}\n\n{SAID} {ON[:-1]}",
        f"{OPENED}\n\n{SAID} {ON[:-1]}\n\nThe ferry left at noon with 60 cars on board.",
    ],
    ids=["nobody named", "not right behind", "not closed", "open and not opened anew"],
)
def test_a_quotation_of_which_nobody_says_whose_it_is_or_where_it_ends_is_none(text: str) -> None:
    assert not [line for line in lines(text) if line.told.text.startswith(ON[:8])]


def test_a_quotation_that_lost_the_words_before_it_is_refused_and_filtered() -> None:
    given = article(1, "Orlo opens its new ferry terminal", f"{OPENED} {SAID} {ON} {REST}")
    told = [
        Sentence(one, (passage(given, Span(at := given.text.index(one), at + len(one))),)) for one in (SAID, ON, REST)
    ]
    clip = replace(clip_of(given), sections=(Section(None, (Paragraph(tuple(told)),)),))
    assert texts(supported_only(clip, [given])) == [SAID, ON, REST]
    assert texts(filter_sentences(clip, lambda said: said is not told[0])) == [REST]
    parted = replace(clip, sections=(Section(None, (Paragraph((told[2], told[1])),)),))
    assert texts(supported_only(parted, [given])) == [REST]


def texts(document: Document | None) -> list[str]:
    blocks = [block for section in document.sections for block in section.blocks] if document else []
    return [said.text for block in blocks if isinstance(block, Paragraph) for said in block.sentences]
