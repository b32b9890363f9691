"""What a model may cite beside what can be printed: a dateline's sentence, quotations; no furniture of the page."""

from newsclip.evidence import verifier
from newsclip.writing.candidates import read
from newsclip.writing.llm.story import sentences_between
from newsclip.writing.tests.stories import article

PAGE = (
    "ORLO BAY: A storm damaged the old quay on Monday, the harbour board said in a statement.\n"
    "The board closed the quay to all boats until divers have seen its pillars, it said on Tuesday.\n"
    "Ada Holm, who leads the board, spoke to reporters beside the ferry of the town at noon.\n"
    "“We lost two pillars in the night, and the ferry has lost its berth. "
    "The third will not stand another storm.”\n"
    "Also read: Ferry sails again after strike\n"
    "The ferry of Velm sails again after a strike that had lasted for eleven days.\n"
)


def cited(text: str) -> list[str]:
    (reading,) = read([article(1, "Storm damages quay", text)], "en", verifier)
    return [line.told.text for line in sentences_between(reading, 0)]


def test_the_sentence_of_a_dateline_and_quotations_behind_the_last_line_may_be_cited() -> None:
    told = "\n".join(cited(PAGE))
    assert "ORLO BAY: A storm damaged the old quay" in told
    assert "We lost two pillars" in told
    assert "will not stand another storm" in told


def test_the_page_behind_the_article_may_not() -> None:
    end = PAGE.index("The ferry of Velm")
    told = "\n".join(cited(PAGE[:end] + "“The strike was long and we are all very tired of it.”\n"))
    assert "another storm" in told
    assert "Also read" not in told
    assert "The strike was long" not in told
