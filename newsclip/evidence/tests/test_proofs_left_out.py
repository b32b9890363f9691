"""What a proof may not leave out: a member of a list, "at least", quotation marks, which of many."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import proof, stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

RIGHT = "“The old quay is very likely safe,” said Ada Holm."
REFUSED = [
    # a member of a list, or one of two deeds
    ("Between the leeks stands a shed.", "Between the leeks and the roses stands a shed."),
    ("Holm offered Quist a boat.", "Holm offered Quist a boat and a quay."),
    ("Ada Holm turned off the heating.", "Ada Holm turned off the heating and left the room."),
    # joined to what is not of its kind
    ("Velm asked for figures, and the minister.", "Velm asked for figures, and the minister spoke."),
    # how much at least
    ("Holm said that a day has passed.", "Holm said that at least a day has passed."),
    # quotation marks, but of what is reported
    ("The old quay is very likely safe, said Ada Holm.", RIGHT),
    ("Ada Holm would study the lesson.", "Ada Holm would ‘study the lesson’."),
    ("The old quay is very likely safe, said Ada Holm.", RIGHT.replace("“", "‘").replace("”", "’")),
    # which of many, where the subject is not known
    ("A sign forbids bathing.", "A sign in Velm forbids bathing."),
    ("The University was sold.", "The University of Velm was sold."),
    ("Now the parish has buses.", "Now the parish of Velm has buses."),
]
LICENSED = [
    ("Ada Holm said the old quay is very likely safe.", RIGHT),
    ("The council banned diesel cars.", "The council of Orlo banned diesel cars."),
    ("The ferry sank.", "The ferry sank, and the quay was closed."),
    ("“The old quay is very likely safe,” Ada Holm said.", RIGHT),
]


@pytest.mark.parametrize(("text", "passage"), REFUSED)
def test_what_the_rest_needs_is_not_left_out(text: str, passage: str) -> None:
    assert not stands(text, passage)


@pytest.mark.parametrize(("text", "passage"), LICENSED)
def test_what_it_does_not_need_may_be(text: str, passage: str) -> None:
    assert stands(text, passage), proof(text, passage)
