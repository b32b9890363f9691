"""Numbers in words and in figures are one; parts, ranges and names are left as they are written."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import proof, stands
from newsclip.evidence.verifier.proofs.canonical_forms import proof_words
from newsclip.evidence.verifier.proofs.spelled_numbers import in_figures

WORDS = proof_words("en")
READ = [
    ("a hundred boats", ["100"]),
    ("One hundred boats", ["100"]),
    ("twenty-five boats", ["25"]),
    ("two hundred and five boats", ["205"]),
    ("three thousand two hundred boats", ["3,200"]),
    ("two million boats", ["2,000,000"]),
    ("2 million boats", ["2,000,000"]),
    ("1.5 million boats", ["1,500,000"]),
    ("$2 million", ["$2,000,000"]),
    ("2,000,000 dollars", ["$2,000,000"]),
    ("2 million euros", ["€2,000,000"]),
    ("$2m for 3bn euros", ["$2,000,000", "€3,000,000,000"]),
]
LEFT = [
    "two boats", "a boat", "20 boats", "several hundred boats", "half a million boats", "two to three million boats",
    "2-3 million boats", "between two and three million boats", "hundreds of boats", "the Twenty One Quays",
    "a 2 m wall", "2,000 metres", "twenty hundred", "five twenty", "two million million", "2 million-strong",
    "2 Velm dollars", "a few thousand", "a quarter million", "million", "1.23456 hundred", "v2 million",
    "one hundred or two",
]  # fmt: skip
LICENSED = [
    ("A hundred boats sank.", "100 boats sank on Friday."),
    ("100 boats sank.", "One hundred boats sank on Friday."),
    ("25 boats sank.", "Twenty-five boats sank on Friday."),
    ("The port paid $2,000,000.", "The port paid $2 million."),
    ("The port paid 2 million dollars.", "The port paid $2,000,000 on Friday."),
    ("The port paid 2m euros.", "The port paid 2 million euros."),
    ("The port has two thousand boats.", "The port has 2,000 boats."),
]
REFUSED = [
    ("A hundred boats sank.", "110 boats sank on Friday."),
    ("25 boats sank.", "Twenty-six boats sank on Friday."),
    ("20 boats sank.", "Twenty-five boats sank on Friday."),
    ("5 boats sank.", "Twenty-five boats sank on Friday."),
    ("Two boats sank.", "Two hundred boats sank on Friday."),
    ("The port paid $2 million.", "The port paid 2 million euros."),
    ("The port paid $2 million.", "The port paid $2 billion."),
    ("The port paid $2 million.", "The port paid 2,000,000 Velm dollars."),
    ("The port paid 2 million.", "The port paid $2 million."),
    ("The port paid $1 million.", "The port paid half a million dollars."),
    ("The port paid $2 million.", "The port paid two to three million dollars."),
    ("The port paid $2 million.", "The port paid more than $2 million."),
    ("The port paid $2,000.", "The port paid $2,000 an hour."),
    ("A hundred boats sank.", "Hundreds of boats sank on Friday."),
    ("A hundred boats sank.", "One in a hundred boats sank on Friday."),
    ("The port has 400 boats.", "The port has four hundred plus boats."),
    ("The port has 2,000,000 boats.", "The port has an estimated 2,000,000 boats."),
    ("2,000,000 people voted.", "A projected two million people voted."),
    ("100 people died.", "A feared one hundred people died."),
    ("The port has 2,000,000 boats.", "The port has an additional two million boats."),
    ("Orlo lost $2 million.", "Orlo lost a maximum two million dollars."),
    ("Orlo lost $2 million.", "Orlo lost an average two million dollars."),
    ("Orlo lost $2 million.", "Orlo lost a combined two million dollars."),
    ("Orlo lost $2 million.", "Orlo lost two million dollars and counting."),
]


@pytest.mark.parametrize(("text", "figures"), READ)
def test_a_number_in_words_is_read_in_figures(text: str, figures: list[str]) -> None:
    assert WORDS is not None
    assert [figure for _, _, figure in in_figures(text, WORDS)] == figures


@pytest.mark.parametrize("text", LEFT)
def test_what_is_no_whole_number_is_left(text: str) -> None:
    assert WORDS is not None
    assert in_figures(text, WORDS) == []


@pytest.mark.slow
@pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")
@pytest.mark.parametrize(("text", "passage"), LICENSED)
def test_words_and_figures_are_one(text: str, passage: str) -> None:
    assert stands(text, passage), proof(text, passage)


@pytest.mark.slow
@pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")
@pytest.mark.parametrize(("text", "passage"), REFUSED)
def test_another_number_or_unit_is_not(text: str, passage: str) -> None:
    assert not stands(text, passage)
