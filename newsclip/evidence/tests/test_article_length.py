"""What an article may cost to be told, however long it is and whatever it holds."""

from datetime import UTC, datetime

import pytest

from newsclip import wiring
from newsclip.evidence import verifier
from newsclip.evidence.article_length import LONGEST, within_reach
from newsclip.evidence.document import SourceArticle
from newsclip.language.tokens import paragraphs
from newsclip.writing.candidates import read
from newsclip.writing.cleaning import outside_quotes
from newsclip.writing.tags import tag
from tests.cpu_time import MOST_GROWTH, growth

pytestmark = pytest.mark.slow

TOLD = "The ferry of {n} left Kelmouth at noon with forty people and two goats on board.\n\n"


def article(text: str) -> SourceArticle:
    return SourceArticle(
        "1", 1, "The ferry", text, "http://a.example/1", "Gazette", datetime(2026, 3, 5, tzinfo=UTC), "1"
    )


def test_what_stands_behind_the_longest_article_of_news_is_not_told():
    text = "".join(TOLD.format(n=n) for n in range(2_000))
    kept = within_reach(text)
    assert LONGEST - 200 < len(kept) <= LONGEST
    assert text.startswith(kept)
    assert kept.endswith("on board.")
    [reading] = read([article(text)], "en", verifier)
    assert max(line.span.end for line in reading.lines) <= len(kept)
    assert within_reach(text[:LONGEST]) == text[:LONGEST]


@pytest.mark.parametrize("piece", ["“", "‘", "«a ", "``a ", "'a b "])
def test_quotation_marks_that_nothing_closes_are_read_in_time_that_grows_with_the_text(piece):
    assert growth(lambda many: outside_quotes(piece * many), 10_000, 20_000) <= MOST_GROWTH


@pytest.mark.parametrize("piece", [" ", "\t", " \n", "\r", "\u2028"])
def test_white_space_is_no_paragraph_however_much_of_it(piece):
    assert growth(lambda many: paragraphs(piece * many), 50_000, 100_000) <= MOST_GROWTH
    assert paragraphs(piece * 9) == []


@pytest.mark.parametrize("piece", ["ABC :", "Ada Holm, ", "Of Ada ", "A ", "Calif., "])
def test_names_over_and_over_take_the_time_of_as_many_names(piece):
    embedder = wiring.embedder()

    def work(many: int) -> None:
        tag("The ferry", piece * (many // len(piece)), embedder=embedder)

    assert growth(work, 6_000, 12_000) <= MOST_GROWTH
