"""What a heading in words of its own may say of what its passages tell, and what it may not."""

import pytest

from newsclip.evidence.tests.proved import proof, stands

pytestmark = pytest.mark.slow
PASSAGE = "The mayor of Orlo ordered the arrest of a captain after the ferry sank near the old quay on 4 May."
NAMED = [
    "The arrest of a captain",
    "The ferry near the quay",
    "What the mayor ordered",
    "The mayor of Orlo",
    "The old quay",
    "The ferry and the quay",
    "“Safe as a house”",
]
REFUSED = [
    ("The arrest of the mayor", PASSAGE),
    ("The ferry captain's arrest in June", PASSAGE),
    ("Vote in May", "The council will hold a vote in June, and Holm leaves in May."),
    ("Two captains of Orlo", PASSAGE),
    ("The new quay", PASSAGE),
    ("Mayor sinks ferry", PASSAGE),
    ("Captain ordered to leave", "The captain ordered the crew to leave."),
    ("The fraud in Orlo", "There was no fraud in Orlo."),
    ("The fraud", "There was no evidence of fraud in Orlo."),
    ("The fraud in Orlo", "The alleged fraud in Orlo cost the council a ferry."),
    ("Sinking of the ferry", "The ferry did not sink."),
    ("Ferry sold", "The council may have sold the ferry."),
    ("Ferry sold", "A rival said the council sold the ferry."),
    ("The ferry or the quay", "The council bought the ferry and the quay."),
    ("The ferry?", "The council bought the ferry."),
    ("“Safe as a ship”", "“Safe as a house,” the mayor said."),
    ("The fire", PASSAGE),
    ("The ferry and the fire", PASSAGE),
    ("How and why", PASSAGE),
    ("The mayor, the captain, the ferry, the quay, and Orlo in May", PASSAGE),
]


@pytest.mark.parametrize("heading", NAMED)
def test_a_heading_names_what_its_passages_tell(heading: str):
    passages = (PASSAGE, "“Safe as a house,” the mayor said.")
    assert stands(heading, *passages, place="heading"), proof(heading, *passages, place="heading")


@pytest.mark.parametrize(("heading", "passage"), REFUSED)
def test_a_heading_asserts_nothing_that_they_do_not(heading: str, passage: str):
    assert not stands(heading, passage, place="heading")


def test_a_heading_that_states_something_is_proved_like_a_sentence():
    passage = "The council closed the bridge on Monday."
    assert stands("Council closes bridge", passage, place="heading")
    assert not stands("Bridge closes council", passage, place="heading")
    assert not stands("The council's bridge", passage)
