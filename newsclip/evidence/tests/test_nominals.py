"""A noun for what a verb tells, and a verb for its noun: only of what happened, and with whom it was done."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import proof, stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

LICENSED = [
    # a verb for its noun
    ("The mayor decided to resign.", "The mayor made a decision to resign."),
    ("The council approved the plan.", "The council gave its approval to the plan."),
    ("Divers recovered the wreck.", "The recovery of the wreck by divers took a week."),
    ("Quist was arrested.", "The arrest of Quist shocked Orlo."),
    ("After the quay was closed, the council met.", "After the closure of the quay, the council met."),
    ("The council met after the mayor resigned.", "The council met after the resignation of the mayor."),
    ("After Holm died, the quay was closed.", "After the death of Holm, the quay was closed."),
    # a noun for its verb
    ("After the closure of the quay, the council met.", "After the quay was closed, the council met."),
    ("After the sale of the ferry, the council met.", "After the ferry was sold, the council met."),
    ("Holm was injured in the collapse of the bridge.", "Holm was injured when the bridge collapsed."),
    ("The death of Holm is a loss.", "That Holm died is a loss."),
    ("The council met after the arrival of the ferry.", "The council met after the ferry arrived."),
    ("The council met after the election of Holm.", "The council met after Holm was elected."),
    ("The council met after the mayor's resignation.", "The council met after the mayor resigned."),
]
REFUSED = [
    # it need not have happened
    ("Quist was arrested.", "Holm demanded the arrest of Quist."),
    ("Quist was arrested.", "Holm welcomed plans for the arrest of Quist."),
    ("Quist was arrested.", "A warrant for the arrest of Quist was issued."),
    ("Quist was arrested.", "The arrest of Quist would shock Orlo."),
    ("Quist was arrested.", "The arrest of Quist did not follow."),
    ("Quist was arrested.", "The planned arrest of Quist shocked Orlo."),
    ("Quist was arrested.", "The alleged arrest of Quist shocked Orlo."),
    ("Quist was arrested.", "Ada Holm said the arrest of Quist shocked Orlo."),
    ("Quist was arrested.", "According to a rival, the arrest of Quist shocked Orlo."),
    ("Divers recovered the wreck.", "The recovery of the wreck by divers is planned."),
    ("Divers recovered the wreck.", "The recovery of the wreck by divers failed."),
    ("Divers recovered the wreck.", "Holm called for the recovery of the wreck by divers."),
    ("Divers recovered the wreck.", "Holm fears the recovery of the wreck by divers."),
    ("The quay was closed.", "The council will meet after the closure of the quay."),
    ("The quay was closed.", "The council would have met after the closure of the quay."),
    ("The mayor decided to resign.", "The mayor may make a decision to resign."),
    ("The mayor decided to resign.", "The mayor did not make a decision to resign."),
    ("The mayor decided to resign.", "Jan Quist said the mayor made a decision to resign."),
    ("The mayor's resignation shocked Orlo.", "The mayor's decision to resign shocked Orlo."),
    ("After the closure of the quay, the council met.", "After the quay was not closed, the council met."),
    ("Holm welcomed the closure of the quay.", "Holm welcomed that Velm may close the quay."),
    ("Holm welcomed the sale of the quay.", "Holm welcomed the plan to sell the quay."),
    ("The damaged bridge reopened.", "The bridge was not damaged and reopened."),
    ("Quist was killed.", "The killing of Quist in the film shocked Orlo."),
    ("The council approved the plan.", "The council gave little approval to the plan."),
    ("The council approved the plan.", "The council gave its approval to the plan if costs fall."),
    ("The quay was closed.", "The closure of the quay angered Orlo."),
    ("The quay was closed.", "The closure of the quay came close."),
    ("The quay was closed.", "The closure of the quay took a step forward."),
    # another time
    ("The quay will be closed.", "The closure of the quay took a week."),
    ("The quay is closed.", "The closure of the quay took a week."),
    ("Before the closure of the quay, the council met.", "After the quay was closed, the council met."),
    ("The council met before the quay was closed.", "The council met after the closure of the quay."),
    ("Holm was injured after the collapse of the bridge.", "Holm was injured when the bridge collapsed."),
    # another did it, or had it done
    ("Quist arrested.", "The arrest of Quist shocked Orlo."),
    ("The mayor sold the ferry.", "The sale of the ferry to the mayor shocked Orlo."),
    ("The captain arrested Holm.", "Holm's arrest of the captain shocked Orlo."),
    ("After the arrest of the captain, Orlo waited.", "After the captain arrested Holm, Orlo waited."),
    ("After the sale of the council, Orlo waited.", "After the council sold the ferry, Orlo waited."),
    ("The council approved the plan.", "The approval of a plan by the mayor shocked the council."),
    ("The council approved the plan.", "Holm gave the council approval to the plan."),
    ("Holm died.", "The death of Holm's son shocked Orlo."),
    ("The bridge collapsed.", "Holm will be injured when the bridge collapses."),
    # another deed
    ("Quist was convicted.", "The arrest of Quist shocked Orlo."),
    ("Holm resigned.", "The retirement of Holm shocked Orlo."),
]


@pytest.mark.parametrize(("text", "passage"), LICENSED)
def test_a_noun_and_its_verb_tell_the_same_of_what_happened(text: str, passage: str) -> None:
    assert stands(text, passage), proof(text, passage)


@pytest.mark.parametrize(("text", "passage"), REFUSED)
def test_a_noun_alone_tells_of_nothing_that_happened(text: str, passage: str) -> None:
    assert not stands(text, passage), proof(text, passage)


def test_a_heading_may_name_what_happened() -> None:
    assert stands("The mayor's resignation", "The mayor resigned on Friday.", place="heading")
    assert not stands("The mayor's resignation", "The mayor did not resign on Friday.", place="heading")
    assert not stands("The mayor's resignation", "The mayor may resign on Friday.", place="heading")
