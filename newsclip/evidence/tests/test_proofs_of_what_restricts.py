"""What says which one did something stays: a factory at Velm is not the factory, nor Holm of Velm any Holm."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

RESTRICTED = [
    ("The factory closed.", "The factory at Velm closed."),
    ("The price fell.", "The price of fish fell."),
    ("The works council met.", "The works council of Velm Castings met."),
    ("The train and the opening were cancelled.", "The train and the opening of the quay were cancelled."),
    ("Holm left.", "Holm of Velm Lines left."),
]
LICENSED = [
    ("The council met.", "The council of Orlo met."),
    ("The mayor left.", "The mayor of Orlo left."),
    ("Holm praised the crew.", "Holm praised the crew of the ferry."),
    ("The factory closed.", "The factory closed at noon in Velm."),
]


@pytest.mark.parametrize(("text", "passage"), RESTRICTED)
def test_what_says_which_one_did_it_stays(text: str, passage: str) -> None:
    assert not stands(text, passage)


@pytest.mark.parametrize(("text", "passage"), LICENSED)
def test_more_about_the_one_at_hand_may_go(text: str, passage: str) -> None:
    assert stands(text, passage)


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("The ministers said would think about it.", "The ministers said that they would think about it."),
        ("The majority held is poor would cost much.", "The majority held that asking who is poor would cost much."),
        ("There are 26 a day, has driven us in.", "There are 26 a day, with a gap that has driven us in."),
    ],
)
def test_a_clause_without_its_subject_is_no_sentence(text: str, passage: str) -> None:
    assert not stands(text, passage)
