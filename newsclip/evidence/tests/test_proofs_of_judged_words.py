"""What somebody said wrongly, in jest or without evidence is not told as said; when and where it was said may go."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

JUDGING = [
    "wrongly", "falsely", "mistakenly", "incorrectly", "misleadingly", "jokingly", "disingenuously", "with a wink",
    "without evidence", "with no evidence", "in jest", "by mistake", "in error", "against the evidence", "at gunpoint",
    "in a dream", "as a joke",
]  # fmt: skip
SAID = "Holm said the ferry is old."
BESIDE_SAYING = [
    (SAID, "Holm {} said the ferry is old."),
    (SAID, "Holm said, {}, the ferry is old."),
    (SAID, "Holm said {} that the ferry is old."),
    ("The ferry is old, Holm said.", "The ferry is old, Holm said {}."),
    ("Ada Holm reported a theft.", "Ada Holm {} reported a theft."),
    ("Holm accused Quist of theft.", "Holm {} accused Quist of theft."),
]
OTHERS = [
    (SAID, "Holm said the ferry is old, which was wrong."),
    (SAID, "Holm said the ferry is old, which it is not."),
    (SAID, "Holm said the ferry is old, a lie."),
    (SAID, "Holm said the ferry is old, contradicting herself."),
    (SAID, "Holm, lying, said the ferry is old."),
    (SAID, "Holm said, joking with reporters, that the ferry is old."),
    ("Quist was jailed for theft.", "Quist was wrongly jailed for theft."),
    ("Quist was jailed.", "Quist was jailed by mistake."),
    ("Quist believed the ferry was sold.", "Quist mistakenly believed the ferry was sold."),
    ("According to Holm, the ferry is old.", "According to Holm, wrongly, the ferry is old."),
]
HARMLESS = [
    "Holm said on Friday that the ferry is old.",
    "Holm later said at a meeting in Orlo that the ferry is old.",
    "Speaking in Orlo, Holm said the ferry is old.",
    "Holm repeatedly said the ferry is old.",
]


@pytest.mark.parametrize("words", JUDGING)
@pytest.mark.parametrize(("text", "passage"), BESIDE_SAYING)
def test_what_judges_what_is_said_stays(text: str, passage: str, words: str) -> None:
    assert not stands(text, passage.format(words))


@pytest.mark.parametrize(("text", "passage"), OTHERS)
def test_what_is_wrong_is_not_told_as_it_stands(text: str, passage: str) -> None:
    assert not stands(text, passage)


@pytest.mark.parametrize("passage", HARMLESS)
def test_when_and_where_something_was_said_may_go(passage: str) -> None:
    assert stands(SAID, passage)
