"""What one speaker says in two sentences may stand under one attribution; what is said otherwise may not."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import proof, stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

BOTH = "Ada Holm said the quay is safe and the ferry is old."
LICENSED = [
    (BOTH, ("Ada Holm said the quay is safe.", "Holm said the ferry is old.")),
    (BOTH, ("Ada Holm said the quay is safe.", "She also said the ferry is old.")),
    (BOTH, ("The quay is safe, Ada Holm said.", "Holm said the ferry is old.")),
    (
        "Holm said that the quay was safe and that the ferry was old.",
        ("Holm said the quay is safe.", "Holm said the ferry is old."),
    ),
    (
        "Holm said the council may sell the ferry and will close the quay.",
        ("Holm said the council may sell the ferry.", "Holm said the council will close the quay."),
    ),
    (
        "On Monday Holm said the quay is safe and the ferry is old.",
        ("On Monday Holm said the quay is safe.", "On Monday Holm said the ferry is old."),
    ),
]
REFUSED = [
    # another speaker, or none
    (BOTH, ("Ada Holm said the quay is safe.", "Jan Quist said the ferry is old.")),
    (BOTH, ("Ada Holm said the quay is safe.", "Ada Holm left. Jan Quist waited. He said the ferry is old.")),
    (BOTH, ("Ada Holm said the quay is safe.", "The ferry is old.")),
    (BOTH, ("The quay is safe.", "Ada Holm said the ferry is old.")),
    (BOTH, ("Ada Holm said the quay is safe.", "Jan Quist said Ada Holm said the ferry is old.")),
    (BOTH, ("Ada Holm said the quay is safe.", "Jan Quist told Ada Holm that the ferry is old.")),
    (BOTH, ("Ada Holm said the quay is safe.", "Ada Holm's aide said the ferry is old.")),
    *(
        (BOTH, ("Ada Holm said the quay is safe.", f"{another} said the ferry is old."))
        for another in ("Mr Holm", "Mr Holm, a rival,", "Her brother Holm", "Holm or Quist", "Either Holm or Quist")
    ),
    # what is said was wrong, or is quoted
    (BOTH, ("Ada Holm said the quay is safe.", "Holm said, wrongly, the ferry is old.")),
    (BOTH, ("Ada Holm said the quay is safe.", "Holm said, lying, the ferry is old.")),
    (BOTH, ("Ada Holm said the quay is safe.", "Holm said the ferry is old, which was wrong.")),
    (BOTH, ("Ada Holm said the quay is safe.", "“Holm said the ferry is old.”")),
    # what opens one would be told of both
    (
        "In Velm, Ada Holm said, the quay is safe and the ferry is old.",
        ("In Velm, Ada Holm said, the quay is safe.", "Holm said the ferry is old."),
    ),
    (
        "Since Monday, Ada Holm said, the quay is safe and the ferry is old.",
        ("Since Monday, Ada Holm said, the quay is safe.", "Holm said the ferry is old."),
    ),
    (
        "Ada Holm said in Velm the quay is safe and the ferry is old.",
        ("Ada Holm said in Velm the quay is safe.", "Holm said the ferry is old."),
    ),
    # denied, doubted, asked, or on a condition
    (BOTH, ("Ada Holm said the quay is safe.", "Holm did not say the ferry is old.")),
    (BOTH, ("Ada Holm said the quay is safe.", "Holm said the ferry is not old.")),
    (BOTH, ("Ada Holm said the quay is safe.", "Holm said the ferry may be old.")),
    (BOTH, ("Ada Holm said the quay is safe.", "Holm may say the ferry is old.")),
    (BOTH, ("Ada Holm said the quay is safe.", "Holm asked whether the ferry is old.")),
    (BOTH, ("Ada Holm said the quay is safe.", "Holm said the ferry is old if the crew is right.")),
    (BOTH, ("Ada Holm said the quay is safe.", "Holm allegedly said the ferry is old.")),
    (BOTH, ("Ada Holm said the quay is safe.", "Holm denied the ferry is old.")),
    (
        "Holm did not say the quay is safe and the ferry is old.",
        ("Holm did not say the quay is safe.", "Holm did not say the ferry is old."),
    ),
    # another time, place or audience of the saying
    (BOTH, ("Ada Holm said on Monday the quay is safe.", "Holm said on Tuesday the ferry is old.")),
    (BOTH, ("Ada Holm said the quay is safe.", "Holm had said the ferry is old.")),
    (BOTH, ("Ada Holm said the quay is safe.", "Holm will say the ferry is old.")),
    (
        "On Monday Holm said the quay is safe and the ferry is old.",
        ("On Monday Holm said the quay is safe.", "Holm said the ferry is old."),
    ),
    # bound otherwise
    (
        "Ada Holm said the quay is old and the ferry is safe.",
        ("Ada Holm said the quay is safe.", "Holm said the ferry is old."),
    ),
    (
        "Ada Holm said the quay is safe or the ferry is old.",
        ("Ada Holm said the quay is safe.", "Holm said the ferry is old."),
    ),
    (
        "Ada Holm said the quay is safe because the ferry is old.",
        ("Ada Holm said the quay is safe.", "Holm said the ferry is old."),
    ),
    ("The quay is safe or the ferry is old.", ("The quay is safe and the ferry is old.",)),
    ("The quay is safe and the ferry is old.", ("Ada Holm said the quay is safe.", "Holm said the ferry is old.")),
]


@pytest.mark.parametrize(("text", "passages"), LICENSED)
def test_two_sentences_of_one_speaker_stand_under_one_attribution(text: str, passages: tuple[str, ...]) -> None:
    assert stands(text, *passages), proof(text, *passages)


@pytest.mark.parametrize(("text", "passages"), REFUSED)
def test_what_another_says_or_otherwise_does_not(text: str, passages: tuple[str, ...]) -> None:
    assert not stands(text, *passages)
