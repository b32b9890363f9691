"""A noun for what a verb tells, and a verb for its noun: only of what happened, and with whom it was done."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import proof, stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

UNDOES = (
    "averted", "threatened", "abandoned", "offered", "delayed", "announced", "feigned", "foiled", "rumoured", "staged",
    "faked", "botched", "prevented", "thwarted", "annulled", "quashed", "wrongful", "so-called",
)  # fmt: skip
LICENSED = [
    # a verb for its noun
    ("The mayor decided to resign.", "The mayor made a decision to resign."),
    ("The council approved the plan.", "The council gave its approval to the plan."),
    ("The council met after divers recovered the wreck.", "The council met after the recovery of the wreck by divers."),
    ("After Quist was arrested, Orlo waited.", "After the sudden arrest of Quist, Orlo waited."),
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
    ("Quist was killed.", "After the near killing of Quist, Orlo waited."),
    # it took time, or shocked somebody, and yet did not happen
    ("The bridge was demolished.", "The demolition of the bridge took a year to plan."),
    ("The bridge was demolished.", "The demolition of the bridge took hours and was stopped halfway."),
    ("The ferry was sold.", "The sale of the ferry took months and fell through."),
    ("The drug was approved.", "The approval of the drug took ten years to be refused."),
    ("Quist was murdered.", "On the show, the murder of Quist shocked Orlo."),
    ("Quist was murdered.", "In the opera, the murder of Quist shocked Orlo."),
    ("The ferry sank.", "The sinking of the ferry took ten minutes in the exercise."),
    ("After the ferry was sold, Orlo waited.", "After the sale of the ferry, which fell through, Orlo waited."),
    *(("After Quist was arrested, Orlo waited.", f"After the {how} arrest of Quist, Orlo waited.") for how in UNDOES),
    # who owns the noun is not the one to whom it was done
    ("After Norvale was attacked, ministers met.", "After Norvale’s attack on Velland in May, ministers met."),
    ("After Holm was attacked, Orlo waited.", "After Holm's attack on the mayor, Orlo waited."),
    ("After the police were attacked, Orlo waited.", "After the police attack, Orlo waited."),
    ("After Velm was bombed, Orlo waited.", "After Velm's bombing, Orlo waited."),
    ("After Velm Lines was purchased, Orlo waited.", "After Velm Lines' purchase, Orlo waited."),
    ("Orlo waited after the firm was launched.", "Orlo waited after the firm's launch of a ship."),
    ("Orlo waited after the mayor was dismissed.", "Orlo waited after the mayor's dismissal of Holm."),
    # what was done to a thing is not what its owner did alone
    ("After Holm withdrew, Orlo waited.", "After Holm's withdrawal of the plan, Orlo waited."),
    ("Orlo waited after the ship sank.", "Orlo waited after the ship's sinking of a boat."),
    ("After Holm returned, Orlo waited.", "After Holm's return of the medal, Orlo waited."),
    ("After Holm withdrew, Orlo waited.", "After the withdrawal of the plan by Holm, Orlo waited."),
    ("The rebels withdrew.", "Orlo waited after the rebels' withdrawal of their claim."),
    ("Orlo waited after the firm launched.", "Orlo waited after the firm's launch of a ship."),
    # the noun with this verb tells of something else
    ("Holm returned.", "Holm made a return."),
    ("Holm launched the ship.", "Holm gave a launch to the ship."),
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
