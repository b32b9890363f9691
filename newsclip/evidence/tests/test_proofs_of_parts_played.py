"""In which part somebody speaks stays: what a villain says in a play is not what the actor says."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

SAID = "Holm said the ferry is old."
IN_A_PART = [
    "Speaking as the villain, Holm said the ferry is old.",
    "As the ghost, Holm said the ferry is old.",
    "Holm said as the ghost that the ferry is old.",
    "Holm said the ferry is old, speaking as the ghost.",
    "Speaking in the voice of Quist, Holm said the ferry is old.",
    "Speaking for Quist, Holm said the ferry is old.",
    "Speaking through a medium, Holm said the ferry is old.",
    "Appearing as Quist, Holm said the ferry is old.",
    "Appearing drunk, Holm said the ferry is old.",
    "Writing under a pen name, Holm said the ferry is old.",
    "Answering a hypothetical question, Holm said the ferry is old.",
    "Quoting Quist, Holm said the ferry is old.",
    "Holm, translating, said the ferry is old.",
    "Speaking loosely, Holm said the ferry is old.",
    "Holm, playing Quist, said the ferry is old.",
    "In Act Three, Holm said the ferry is old.",
]
IN_HIS_OWN = [
    "Speaking to reporters, Holm said the ferry is old.",
    "Holm said the ferry is old, addressing a crowd in Velm.",
    "Answering a question from Quist, Holm said the ferry is old.",
    "Testifying before the court, Holm said the ferry is old.",
    "Holm, who was playing tennis in Velm, said the ferry is old.",
]


@pytest.mark.parametrize("passage", IN_A_PART)
def test_in_which_part_somebody_speaks_stays(passage: str) -> None:
    assert not stands(SAID, passage)


@pytest.mark.parametrize(
    "passage",
    [
        "Playing Hamlet, Holm killed Quist.",
        "Holm, filming a thriller, killed Quist.",
        "Holm killed Quist in a staged fight.",
    ],
)
def test_in_which_part_somebody_acts_stays(passage: str) -> None:
    assert not stands("Holm killed Quist.", passage)


@pytest.mark.parametrize("passage", IN_HIS_OWN)
def test_where_and_to_whom_somebody_speaks_may_go(passage: str) -> None:
    assert stands(SAID, passage)
