"""A date stands behind a weekday only where an article names that very day and the sentence can mean no other."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsclip.adapters.embedded.spacy_parser import SpacyParser
from newsclip.evidence.document import Sentence, by_revision
from newsclip.evidence.edits import Edit
from newsclip.evidence.tests.test_first_mentions import OneParse
from newsclip.evidence.verifier import judge_sentence
from newsclip.kernel.spans import Span
from newsclip.language.syntax import NO_PARSER, Parse, Parser, Token
from newsclip.writing.candidates import passage
from newsclip.writing.tests.stories import article

pytestmark = pytest.mark.slow
PARSER = SpacyParser()
LINE = "The ferry ran aground in the harbour on Friday."
OTHER = "The harbour board met for an hour after the ferry ran aground on 27 February."
MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)


def judged(
    line: str = LINE, other: str = OTHER, *, day: str = "Friday", date: str = "27 February", passage_of: str = "",
    published: datetime | None = MONDAY, other_published: datetime = MONDAY, parser: Parser = PARSER,
) -> str:  # fmt: skip
    """Why the date that another article tells may not stand behind the weekday, "" where it may."""
    text = f"It rained in the night.\n\n{line}"
    own = replace(article(1, "The ferry in the harbour of the town", text), published=published)
    told = replace(article(2, "The harbour board of the town", other), published=other_published)
    at, there = own.text.index(line), other.index(date)
    evidence = (passage(own, Span(at, at + len(line))), passage(told, Span(there, there + len(passage_of or date))))
    edit = Edit(day, f"{day} ({date})")
    said = Sentence(line.replace(edit.old, edit.new, 1), evidence, (str(edit),))
    verdict = judge_sentence(said, by_revision((own, told)), parser)
    return verdict.reason.code if verdict.reason else ""


@pytest.mark.parametrize(
    "line",
    [
        LINE,
        "On Friday the ferry ran aground in the harbour.",
    ],
)
def test_a_weekday_has_the_date_that_another_article_tells(line: str) -> None:
    assert judged(line) == ""


def test_a_day_to_come_has_its_date() -> None:
    line, other = "The ferry will sail again on Thursday.", "The board of the harbour will meet in the town on 5 March."
    assert judged(line, other, day="Thursday", date="5 March") == ""


@pytest.mark.parametrize(
    "line",
    [
        "“The ferry ran aground on Friday,” said Ada Holm of the harbour board.",
        "'The ferry ran aground on Friday,' said Ada Holm of the harbour board.",
        "The ferry will run again in the harbour on Friday.",
        "The ferry runs in the harbour on Friday.",
        "The ferry ran in the harbour every Friday.",
        "The ferry ran aground in the harbour last Friday.",
        "The ferry ran aground in the harbour on Friday morning.",
        "The ferry ran aground in the harbour on Friday and Sunday.",
        "Nobody saw the Friday ferry.",
        "The ferry ran aground after the storm of Friday.",
        "The ferry ran aground. Crews hoped to sail on Friday.",
    ],
)
def test_it_has_none_where_it_may_be_another_day(line: str) -> None:
    assert judged(line) == "day_not_certain"


def test_it_has_none_where_the_other_article_means_another_day() -> None:
    assert judged(other=OTHER.replace("27", "26"), date="26 February") == "day_not_certain"
    assert judged(other_published=MONDAY.replace(year=2025)) == "day_not_certain"
    assert judged(other=f"{OTHER} Ada Holm was born on Friday.", date="Friday") == "day_not_certain"


def test_its_passage_is_the_date_alone() -> None:
    assert judged(other=f"{OTHER[:-1]} 2026.", passage_of="27 February 2026") == "day_not_certain"
    assert judged(other=OTHER.replace(".", " at noon."), passage_of="27 February at noon") == "day_not_certain"


def test_it_has_none_where_nobody_knows_when_its_article_was_published() -> None:
    assert judged(published=None) == "day_not_certain"


def test_it_has_none_where_the_day_is_nearly_a_week_off() -> None:
    line, other = LINE.replace("Friday", "Tuesday"), OTHER.replace("27", "24")
    assert judged(line, other, day="Tuesday", date="24 February") == "day_not_certain"


def test_it_has_none_where_the_weekday_is_no_word_of_the_parse() -> None:
    whole = Token(0, len(LINE), LINE, LINE, "VERB", "VBD", "ROOT", 0)
    assert judged(parser=OneParse(Parse(LINE, (whole,)))) == "day_not_certain"


def test_words_that_no_passage_holds_and_a_missing_parser_are_refused() -> None:
    assert judged(parser=NO_PARSER) == "no_parser"
    own = article(1, "The ferry in the harbour of the town", LINE)
    edit = Edit("Friday", "Friday (27 February)")
    said = Sentence(LINE.replace(edit.old, edit.new), (passage(own, Span(0, len(LINE))),), (str(edit),))
    verdict = judge_sentence(said, {(own.id, own.revision): own}, PARSER)
    assert verdict.reason
    assert verdict.reason.code == "name_not_held"
