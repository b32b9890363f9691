"""A preposition that tells another part is no other: who works for a union does not work with it, nor on its behalf."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

OTHER_PARTS = [
    ("Holm works on behalf of the union.", "Holm works for the union."),
    ("Holm spoke on behalf of the union.", "Holm spoke for the union."),
    ("Holm bought shares on behalf of the union.", "Holm bought shares for the union."),
    ("Holm voted for Quist.", "Holm voted on behalf of Quist."),
    ("Holm works for the union.", "Holm works on behalf of the union."),
    ("Holm worked with the union.", "Holm worked for the union."),
    ("Holm worked for the union.", "Holm worked with the union."),
    ("Holm spoke for the union.", "Holm spoke about the union."),
    ("Holm worked in the union.", "Holm worked on the union."),
    ("Holm is near the mayor.", "Holm is close to the mayor."),
    ("Holm played before Quist.", "Holm played ahead of Quist."),
]
LICENSED = [
    ("Holm spoke for the union.", "Holm spoke on behalf of the union on Friday."),
    ("Holm bought shares for the union.", "Holm bought shares on behalf of the union on Friday."),
    ("Holm voted on behalf of Quist.", "Holm voted on behalf of Quist on Friday."),
    ("The harbour in Orlo burned.", "The harbour of Orlo burned on Friday."),
]


@pytest.mark.parametrize(("text", "passage"), OTHER_PARTS)
def test_a_preposition_of_another_part_proves_nothing(text: str, passage: str) -> None:
    assert not stands(text, passage)


@pytest.mark.parametrize(("text", "passage"), LICENSED)
def test_one_that_tells_the_same_does(text: str, passage: str) -> None:
    assert stands(text, passage)
